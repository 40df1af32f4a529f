package org.gongkai.ingest.mapping;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.text.ProgramText;
import org.jspecify.annotations.Nullable;

/**
 * Which label of a source means which component of the record. {@link #standard()} ships with this library; a site
 * adds its own labels with {@link #plus}.
 *
 * <p>Labels are compared without blanks, without colons and brackets around them, and without regard to case, so that
 * {@code 索 引 号：} and {@code 索引号} are one label.
 */
public final class LabelAliases {

    private static final List<String> COLUMNS = List.of("label", "component", "or", "grade", "more");

    /** What a label may stand in or before, and is compared without. */
    private static final String MARKS = "：:【】[]［］*＊";

    private final Map<String, Alias> aliases;

    /** What a label means that the table does not know; null where such a label means nothing. */
    private final @Nullable Alias unknown;

    /** How long the longest label is, in the form in which labels are compared. */
    private final int longest;

    private LabelAliases(Map<String, Alias> aliases) {
        this(aliases, null);
    }

    private LabelAliases(Map<String, Alias> aliases, @Nullable Alias unknown) {
        this.aliases = aliases;
        this.unknown = unknown;
        this.longest = aliases.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * What a label means.
     *
     * @param component the component, or null when the label belongs to the page's furniture and is ignored
     * @param other the component that the label means on other sites, for an ambiguous label; otherwise null
     * @param weak true for a common word that names a field only where other fields stand beside it
     * @param listed true for a word that names a field only where the value is of the field's list: 信息分类 is the theme
     *     on some sites and the kind of information on others
     * @param order the label's place in the table; of two fields for one component the earlier label is preferred
     */
    public record Alias(
            @Nullable Component component, @Nullable Component other, boolean weak, boolean listed, int order) {

        /**
         * Whether the label alone tells of an element of the record.
         *
         * @return false for a label that means nothing, or is weak
         */
        public boolean tells() {
            return component != null && !weak;
        }

        /**
         * Whether the user's own mapping says so, and no table that ships with this library.
         *
         * @return true for a label to which the mapping gives a component
         */
        public boolean ofMapping() {
            return order < 0;
        }

        /**
         * What the label may mean.
         *
         * @return no component for a label to ignore, two for an ambiguous label, otherwise one
         */
        public List<Component> components() {
            if (component == null) {
                return other == null ? List.of() : List.of(other);
            }
            return other == null ? List.of(component) : List.of(component, other);
        }
    }

    /**
     * The labels seen on the pages of Shandong's document libraries, in the exchange formats of their software, and in
     * common use elsewhere. The resource {@code label-aliases.csv} says for each where it was seen.
     *
     * @return the table
     */
    public static LabelAliases standard() {
        return Csv.shipped(
                LabelAliases.class.getResourceAsStream("label-aliases.csv"), "label-aliases.csv", LabelAliases::read);
    }

    /** The initials and the pinyin of labels, with the component of each: FWZH for 发文字号. */
    static Map<String, Component> initials() {
        Map<String, Component> initials = new LinkedHashMap<>();
        for (Csv.Row row : Csv.shipped(
                LabelAliases.class.getResourceAsStream("initials.csv"),
                "initials.csv",
                reader -> Csv.read(reader, "initials.csv", List.of("initials", "component")))) {
            initials.put(
                    String.valueOf(row.text("initials")),
                    Objects.requireNonNull(Component.of(String.valueOf(row.text("component")))));
        }
        return initials;
    }

    /**
     * This table, and where it knows nothing of a label the initials and the pinyin of usual labels, as columns of databases
     * and fields of interfaces are named: FWZH, fawenzihao and FWZH_name for 发文字号. Each counts as a common word.
     *
     * @return the table
     */
    public LabelAliases withInitials() {
        Map<String, Alias> all = new LinkedHashMap<>();
        initials().forEach((label, component) -> {
            Alias alias = new Alias(component, null, true, false, aliases.size() + all.size());
            all.put(label, alias);
            all.put(label + "_name", alias);
        });
        all.putAll(aliases);
        return new LabelAliases(all, unknown);
    }

    /** The labels that tell of one component wherever they stand, with it; common words are none. */
    Map<String, Component> telling() {
        Map<String, Component> labels = new LinkedHashMap<>();
        aliases.forEach((label, alias) -> {
            if (alias.tells() && alias.other() == null) {
                labels.put(label, alias.component());
            }
        });
        return labels;
    }

    /**
     * A table that knows no label.
     *
     * @return the table
     */
    public static LabelAliases none() {
        return new LabelAliases(Map.of());
    }

    /**
     * Reads a table in CSV: a header line, then label, component, component that the label means elsewhere (or empty),
     * and {@code weak}, {@code listed} (weak, and believed only where the value is of the component's list) or nothing; further cells are for people. A component is named as {@link Component#path()}
     * has it; {@code -} stands for a label to be ignored.
     *
     * @param reader the text
     * @return the table
     * @throws IOException when the text cannot be read, or a line names no label or no known component; the message
     *     names the line
     */
    public static LabelAliases read(Reader reader) throws IOException {
        Map<String, Alias> aliases = new LinkedHashMap<>();
        for (Csv.Row row : Csv.readByOrder(reader, "the labels", COLUMNS)) {
            String label = key(row.required("label"));
            if (label.isEmpty()) {
                throw row.wrong("label", row.required("label"), "a label that is more than marks");
            }
            String component = row.required("component");
            String other = row.text("or");
            if (!component.equals("-") && Component.of(component) == null) {
                throw row.wrong("component", component, "a component of this library, or - to ignore the label");
            }
            if (other != null && Component.of(other) == null) {
                throw row.wrong("or", other, "a component of this library, or nothing");
            }
            boolean listed = "listed".equals(row.text("grade"));
            aliases.put(
                    label,
                    new Alias(
                            Component.of(component),
                            other == null ? null : Component.of(other),
                            listed || "weak".equals(row.text("grade")),
                            listed,
                            aliases.size()));
        }
        return new LabelAliases(aliases);
    }

    /**
     * A table of labels that come before those of other tables, and of labels that are known and mean nothing.
     *
     * @param labels what labels mean; of two fields for one component the label that stands first is preferred
     * @param ignored labels that are known and mean nothing
     * @return the table
     */
    public static LabelAliases of(Map<String, Component> labels, Set<String> ignored) {
        Map<String, Alias> aliases = new LinkedHashMap<>();
        labels.forEach((label, component) ->
                aliases.put(key(label), new Alias(component, null, false, false, aliases.size() - labels.size())));
        ignored.forEach(label -> aliases.put(key(label), new Alias(null, null, false, false, 0)));
        return new LabelAliases(aliases);
    }

    /**
     * This table and another; where both know a label the other has its way.
     *
     * @param more the other table
     * @return both together
     */
    public LabelAliases plus(LabelAliases more) {
        Map<String, Alias> all = new LinkedHashMap<>(aliases);
        all.putAll(more.aliases);
        return new LabelAliases(all, unknown);
    }

    /**
     * What a label means.
     *
     * @param label the label as it stands in the source
     * @return the component, or null when the label is unknown or is one to ignore
     */
    public @Nullable Component component(String label) {
        Alias alias = find(label);
        return alias == null ? null : alias.component();
    }

    /** This table, in which every label that it does not know means the component given. */
    LabelAliases assuming(Component component) {
        return new LabelAliases(aliases, new Alias(component, null, true, false, Integer.MAX_VALUE));
    }

    /**
     * Finds the entry for a label. What stands in brackets at its end, as in 发布机关（单位）, is set aside where the whole
     * label is not known.
     *
     * @param label the label as it stands in the source
     * @return the entry, or null when the label is unknown
     */
    @Nullable
    public Alias find(String label) {
        String text = ProgramText.decode(label).text();
        if (text.length() > longest && tooLong(text)) {
            return unknown;
        }
        String key = folded(text);
        Alias alias = aliases.get(key);
        if (alias == null && key.endsWith(")")) {
            // 成文日期（必填）, 发布机关（单位）: what stands in brackets is said of the label.
            int open = key.lastIndexOf('(');
            alias = open > 1 ? aliases.get(key.substring(0, open)) : null;
        }
        return alias != null || key.isEmpty() ? alias : unknown;
    }

    /**
     * The form in which labels are compared: without blanks, colons, square brackets and stars, round brackets and
     * slashes half as wide, letters small, and without what programs leave in a text.
     *
     * @param label the label as it stands in the source
     * @return the form
     */
    public static String key(String label) {
        return folded(ProgramText.decode(label).text());
    }

    private static String folded(String text) {
        int same = 0;
        while (same < text.length() && stays(text.charAt(same))) {
            same++;
        }
        if (same == text.length()) {
            return text;
        }
        StringBuilder key = new StringBuilder(text.length()).append(text, 0, same);
        for (int i = same; i < text.length(); ) {
            int each = text.codePointAt(i);
            i += Character.charCount(each);
            if (LegacyText.shows(each) && MARKS.indexOf(each) < 0) {
                key.appendCodePoint(each == '（' ? '(' : each == '）' ? ')' : each == '／' ? '/' : each);
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether a character surely stands in the form in which labels are compared as it is, which is so of nearly all. */
    private static boolean stays(char each) {
        return each >= '\u4E00' && each <= '\u9FFF'
                || each >= 'a' && each <= 'z'
                || each >= '0' && each <= '9'
                || each == '_'
                || each == '-';
    }

    /** Whether a text has more characters than any label, and nothing in brackets at its end: cells are asked for by the million. */
    private boolean tooLong(String text) {
        int end = text.length();
        while (end > 0 && (!LegacyText.shows(text.charAt(end - 1)) || MARKS.indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        if (end == 0 || text.charAt(end - 1) == ')' || text.charAt(end - 1) == '）') {
            return false;
        }
        int sure = 0;
        for (int i = 0; i < end && sure <= longest; i++) {
            sure += stays(text.charAt(i)) ? 1 : 0;
        }
        return sure > longest;
    }
}
