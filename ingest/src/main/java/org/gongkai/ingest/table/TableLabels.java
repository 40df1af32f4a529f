package org.gongkai.ingest.table;

import java.io.IOException;
import java.io.Reader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * Which header of a table means what, for tables of one kind. Headers are compared without blanks, colons and stars, in
 * their usual widths. Of several labels that fit the first in the file counts. Immutable.
 *
 * @param <M> what a column can hold
 */
public final class TableLabels<M> {

    /** A longer cell, in characters, is no header. */
    private static final int LONGEST = 1_000;

    private static final Pattern MARKS = Pattern.compile("[:*]");
    /** 其中：采纳数 is a number of the same kind. */
    private static final Pattern AMONG = Pattern.compile("^其中(?=.)");

    private static final Pattern BRACKETS = Pattern.compile("(?<=.)[(\\[].*", Pattern.DOTALL);

    private final List<Label<M>> labels;
    private final List<Label<M>> own;
    private final List<String> titles;
    private final Function<String, @Nullable M> names;

    private record Label<M>(How how, String text, M meaning, String code, String written, boolean tells) {

        boolean fits(List<String> headers) {
            return fitsOne(String.join("", headers)) || headers.stream().anyMatch(this::fitsOne);
        }

        private boolean fitsOne(String header) {
            String whole = key(header);
            return fits(whole, BRACKETS.matcher(whole).replaceFirst(""));
        }

        boolean fits(String whole, String bare) {
            return switch (how) {
                case IS -> whole.equals(text) || bare.equals(text);
                case ENDS -> bare.endsWith(text);
                case HAS -> whole.contains(text);
            };
        }
    }

    /** How a label fits: it is the header, with or without what stands in brackets; it ends it; it stands in it. */
    private enum How {
        IS,
        ENDS,
        HAS
    }

    private TableLabels(
            List<Label<M>> own, List<Label<M>> labels, List<String> titles, Function<String, @Nullable M> names) {
        this.own = List.copyOf(own);
        this.labels = List.copyOf(labels);
        this.titles = List.copyOf(titles);
        this.names = names;
    }

    /**
     * No labels, for a kind that has a table of labels of its own.
     *
     * @param <M> what a column can hold
     * @return the labels
     */
    public static <M> TableLabels<M> none() {
        return new TableLabels<>(List.of(), List.of(), List.of(), name -> null);
    }

    /**
     * Reads labels.
     *
     * @param <M> what a column can hold
     * @param reader CSV with the columns {@code how} ({@code is}, {@code ends} or {@code has}), {@code label} and
     *     {@code meaning}, and if wanted {@code tells}: {@code kind} for a label that no other table has, so that it tells the
     *     kind. A line with {@code title} for {@code how} is a word that titles of such tables have, and means nothing
     * @param meanings finds a meaning by its name; null for a name that is none. A header that is such a name means it, where no
     *     label says otherwise
     * @return the labels
     * @throws IOException when the text cannot be read or a line is wrong; the message names the line
     */
    public static <M> TableLabels<M> read(Reader reader, Function<String, @Nullable M> meanings) throws IOException {
        List<Label<M>> labels = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (Csv.Row row : Csv.readUnnamed(reader, "the labels", List.of("how", "label", "meaning"))) {
            if (row.required("how").equals("title")) {
                titles.add(key(row.required("label")));
                continue;
            }
            How how = switch (row.required("how")) {
                case "is" -> How.IS;
                case "ends" -> How.ENDS;
                case "has" -> How.HAS;
                default -> throw row.wrong("how", row.required("how"), "is, ends, has or title");
            };
            M meaning = meanings.apply(row.required("meaning"));
            if (meaning == null) {
                throw row.wrong("meaning", row.required("meaning"), "a meaning of this library");
            }
            String label = row.required("label");
            labels.add(new Label<>(
                    how, key(label), meaning, row.required("meaning"), label, "kind".equals(row.text("tells"))));
        }
        return new TableLabels<>(List.of(), labels, titles, meanings);
    }

    /**
     * These labels, and before them the user's own, each of which is a whole header or all headers above a column.
     *
     * @param headers what a column means, by its header
     * @param meanings finds a meaning by its name; null for a name that is none
     * @return new labels
     * @throws IllegalArgumentException when a meaning is none; the message is its name
     */
    public TableLabels<M> after(Map<String, String> headers, Function<String, @Nullable M> meanings) {
        List<Label<M>> more = new ArrayList<>();
        headers.forEach((header, code) -> {
            M meaning = meanings.apply(code);
            if (meaning == null) {
                throw new IllegalArgumentException(code);
            }
            more.add(new Label<>(How.IS, key(header), meaning, code, header, true));
        });
        more.addAll(own);
        return new TableLabels<>(more, labels, titles, names);
    }

    /**
     * What the user says of a column, or null: a label fits all headers above it together, or the lowest of them that
     * any label fits.
     *
     * @param headers the headers from the top down
     * @return the meaning or null
     */
    public @Nullable M own(List<String> headers) {
        M together = find(own, String.join("", headers));
        return together != null ? together : lowest(own, headers);
    }

    /**
     * The user's labels that fit no column of a table, as the user wrote them.
     *
     * @param columns the headers of each column from the top down
     * @return the labels, empty where each fits one
     */
    public List<String> unfit(List<List<String>> columns) {
        return own.stream()
                .filter(each -> columns.stream().noneMatch(headers -> each.fits(headers)))
                .map(Label::written)
                .distinct()
                .toList();
    }

    /**
     * What a column means whose headers are these, or null: the lowest that a label fits counts, together with the one
     * over it before it alone.
     *
     * @param headers the headers from the top down
     * @return the meaning or null
     */
    public @Nullable M meaning(List<String> headers) {
        M said = own(headers);
        return said != null ? said : shipped(headers);
    }

    /**
     * What a column means whatever the user says of it, or null.
     *
     * @param headers the headers from the top down
     * @return the meaning or null
     */
    public @Nullable M shipped(List<String> headers) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            String group = i == 0 ? "" : headers.get(i - 1);
            M meaning = group.isEmpty() ? alone(headers.get(i)) : within(group, headers.get(i));
            if (meaning != null) {
                return meaning;
            }
        }
        return headers.isEmpty() ? null : named(headers);
    }

    /** What a label means by itself, which may be that of a group and one below it in one line. */
    private @Nullable M alone(String header) {
        List<String> parts = JoinedLabel.parts(header);
        M joined = parts.isEmpty() || whole(header) ? null : joined(parts.get(0), parts.get(1));
        return joined != null ? joined : find(labels, header);
    }

    private boolean whole(String header) {
        String key = key(header);
        return labels.stream()
                .anyMatch(each -> each.how() == How.IS && each.text().equals(key));
    }

    /** What a label means below that of a group. */
    private @Nullable M within(String group, String own) {
        M joined = joined(group, own);
        if (joined != null) {
            return joined;
        }
        M alone = find(labels, own);
        return alone != null ? alone : find(labels, JoinedLabel.head(group, own));
    }

    /** What two labels mean together. A joined label counts only where it is in neither of the two. */
    private @Nullable M joined(String group, String own) {
        for (String joined : JoinedLabel.whole(group, own)) {
            for (Label<M> each : labels) {
                if (each.fitsOne(joined) && !each.fitsOne(group) && !each.fitsOne(own)) {
                    return each.meaning();
                }
            }
        }
        return null;
    }

    /** What a header means that is the name of a meaning, as columns of databases and members of JSON are called. */
    private @Nullable M named(List<String> headers) {
        M whole = names.apply(String.join(".", headers));
        return whole != null ? whole : names.apply(headers.get(headers.size() - 1));
    }

    /**
     * Whether a label tells the kind of the table: one that tables of other kinds do not have.
     *
     * @param headers the headers of a column from the top down
     * @return true when such a label fits
     */
    public boolean tells(List<String> headers) {
        return labels.stream().anyMatch(each -> each.tells() && headers.stream().anyMatch(each::fitsOne));
    }

    /**
     * The labels that are known, whatever the user says.
     *
     * @param role the part that a column of a meaning plays
     * @return the labels in the order of the file
     */
    public List<TableLabel> vocabulary(Function<M, ColumnRole> role) {
        return labels.stream()
                .map(each -> new TableLabel(each.written(), each.code(), role.apply(each.meaning())))
                .toList();
    }

    /**
     * Whether a title or caption has a word of the titles of such tables.
     *
     * @param title the text
     * @return true when it has
     */
    public boolean titled(String title) {
        String key = key(title);
        return key.length() <= LONGEST && titles.stream().anyMatch(key::contains);
    }

    private static <M> @Nullable M lowest(List<Label<M>> labels, List<String> headers) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            M meaning = find(labels, headers.get(i));
            if (meaning != null) {
                return meaning;
            }
        }
        return null;
    }

    private static <M> @Nullable M find(List<Label<M>> labels, String header) {
        String whole = key(header);
        String bare = BRACKETS.matcher(whole).replaceFirst("");
        for (Label<M> each : labels) {
            if (each.fits(whole, bare)) {
                return each.meaning();
            }
        }
        return null;
    }

    private static String key(String header) {
        return header.length() > LONGEST
                ? header
                : AMONG.matcher(MARKS.matcher(
                                        LegacyText.withoutBlanks(Normalizer.normalize(header, Normalizer.Form.NFKC)))
                                .replaceAll(""))
                        .replaceFirst("");
    }
}
