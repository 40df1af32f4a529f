package org.gongkai.core.decision;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Evidence;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of decision matters of one level or place. Four lists ship; a place with a list of its own reads it with
 * {@link #read(Reader, String, String)}.
 *
 * <pre>{@code
 * DecisionKindScheme scheme = DecisionKindScheme.named("shandong");
 * scheme.find(DecisionKind.parse("重要规划")).number();   // 3
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class DecisionKindScheme {

    private static final String RESOURCE = "kinds.csv";
    private static final List<String> COLUMNS =
            List.of("scheme", "number", "label", "also", "scope", "source", "evidence");

    private final String name;
    private final List<Entry> entries;

    private DecisionKindScheme(String name, List<Entry> entries) {
        this.name = name;
        this.entries = List.copyOf(entries);
    }

    /**
     * A kind of the scheme.
     *
     * @param number its number in the text that lists it, from 1
     * @param label the short name by which this library knows it
     * @param also other names for it
     * @param scope what belongs to it, in this library's own words
     * @param source the text and article that list it
     * @param evidence how well the entry is known
     */
    public record Entry(int number, String label, List<String> also, String scope, String source, Evidence evidence) {

        /**
         * Creates an entry.
         *
         * @throws NullPointerException when a component is null
         */
        public Entry {
            Objects.requireNonNull(label, "label");
            also = List.copyOf(also);
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(evidence, "evidence");
        }
    }

    /**
     * A scheme that ships with this library: {@code national} (five kinds), {@code shandong} (seven), {@code qingdao}
     * (seven) or {@code district} (nine, as Chengyang District has them).
     *
     * @param name its name
     * @return the scheme; read anew at each call, so keep it
     * @throws IllegalArgumentException when none has this name; the message lists those there are
     */
    public static DecisionKindScheme named(String name) {
        Map<String, List<Entry>> shipped = shipped();
        List<Entry> entries = shipped.get(Objects.requireNonNull(name, "name"));
        if (entries == null) {
            throw new IllegalArgumentException("no scheme of decision kinds is called " + name + "; there are: "
                    + String.join(", ", shipped.keySet()));
        }
        return new DecisionKindScheme(name, entries);
    }

    /**
     * The names of the schemes that ship with this library.
     *
     * @return the names, the national one first
     */
    public static List<String> names() {
        return List.copyOf(shipped().keySet());
    }

    private static Map<String, List<Entry>> shipped() {
        return Csv.shipped(
                DecisionKindScheme.class.getResourceAsStream(RESOURCE), RESOURCE, reader -> all(reader, RESOURCE));
    }

    /**
     * Reads a scheme from a table with the columns {@code scheme}, {@code number}, {@code label}, {@code also} (names
     * joined by {@code |}, or nothing), {@code scope}, {@code source} and {@code evidence}. Lines that begin with
     * {@code #} are comments.
     *
     * @param reader the table, UTF-8 text with commas, quoted where needed
     * @param source its name, for messages
     * @param name the scheme wanted, as the column {@code scheme} has it
     * @return the scheme
     * @throws IOException when the text cannot be read or has another form, a name stands twice in a scheme, or the
     *     table has no such scheme; the message names file, line, column, value and what was expected
     */
    public static DecisionKindScheme read(Reader reader, String source, String name) throws IOException {
        Map<String, List<Entry>> all = all(reader, source);
        List<Entry> entries = all.get(name);
        if (entries == null) {
            throw new IOException(
                    source + ": no scheme " + name + "; expected one of " + String.join(", ", all.keySet()));
        }
        return new DecisionKindScheme(name, entries);
    }

    private static Map<String, List<Entry>> all(Reader reader, String source) throws IOException {
        Map<String, List<Entry>> schemes = new LinkedHashMap<>();
        for (Csv.Row row : Csv.read(reader, source, COLUMNS)) {
            List<Entry> entries = schemes.computeIfAbsent(row.required("scheme"), each -> new ArrayList<>());
            Entry entry = entry(row);
            for (Entry each : entries) {
                if (entry.number() == each.number()) {
                    throw row.wrong(
                            "number", String.valueOf(entry.number()), "a number that no line above of the scheme has");
                }
                if (find(List.of(each), entry.label()) != null) {
                    throw row.wrong("label", entry.label(), "a name that no line above of the scheme has");
                }
            }
            entries.add(entry);
        }
        return schemes;
    }

    private static Entry entry(Csv.Row row) throws IOException {
        String number = row.required("number");
        if (!number.matches("[1-9]\\d?")) {
            throw row.wrong("number", number, "a number from 1 to 99");
        }
        row.required("evidence");
        return new Entry(
                Integer.parseInt(number),
                row.required("label"),
                Arrays.stream(StringUtils.split(StringUtils.defaultString(row.text("also")), '|'))
                        .map(String::strip)
                        .toList(),
                row.required("scope"),
                row.required("source"),
                Objects.requireNonNull(row.oneOf(Evidence.class, "evidence")));
    }

    /**
     * The scheme's name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The kinds.
     *
     * @return the kinds in the order of the text that lists them
     */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * The entry that a kind names, by its label, one of its other names, or the words of its scope; blanks and a number
     * before it, such as （三）, aside.
     *
     * @param kind the kind
     * @return the entry, or null when the scheme has none of that name
     */
    public @Nullable Entry find(DecisionKind kind) {
        return find(entries, kind.text());
    }

    private static @Nullable Entry find(List<Entry> entries, String text) {
        String wanted = LegacyText.withoutBlanks(text)
                .replaceFirst("^(?:[(（]?[一二三四五六七八九十\\d]{1,2}[)）]|[一二三四五六七八九十\\d]{1,2}[、.．])", "")
                .replaceFirst("[；;。]$", "");
        for (Entry each : entries) {
            if (each.label().equals(wanted)
                    || each.also().contains(wanted)
                    || each.scope().equals(wanted)) {
                return each;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return name;
    }
}
