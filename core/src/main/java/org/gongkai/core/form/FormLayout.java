package org.gongkai.core.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkai.core.Bilingual;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of the form of a kind: one for the records, one a row; and one for each list of parts, such as attachments, one
 * part a row. The first row of each sheet, which is hidden, says what the sheet is and which field each column holds; the next
 * one has the labels. Rows of parts name the row they belong to by its number.
 *
 * <p>Immutable.
 */
public final class FormLayout {

    /** The column of a row's own number, which the rows of its parts name. */
    public static final String NUMBER = "#";

    /** The column in which a part names the row that it belongs to. */
    public static final String OWNER = "^";

    /** The row of a sheet that says what it is. */
    public static final int MARK_ROW = 1;

    /** What the mark of the sheet of lists, and of the sheet of notes, ends in. */
    private static final List<String> OWN = List.of("lists", "notes");

    private static final Bilingual OWN_NUMBER = new Bilingual("序号", "no.");
    private static final Bilingual OWNERS_NUMBER = new Bilingual("所属序号", "belongs to no.");

    private static final String FORM = "gongkai-form/";
    private static final String MARK = FORM + 1;

    private final RecordKind<?> kind;
    private final List<Sheet> sheets = new ArrayList<>();

    private FormLayout(RecordKind<?> kind) {
        this.kind = kind;
        add(null, kind.fields());
    }

    /**
     * A column.
     *
     * @param path {@link #NUMBER}, {@link #OWNER} or the path of the field
     * @param way the fields from the sheet's record or part down to the one that the column holds; empty for a number
     */
    public record Column(String path, List<RecordField> way) {

        /**
         * The field that the column holds.
         *
         * @return the field, or null for a column of numbers
         */
        public @Nullable RecordField field() {
            return way.isEmpty() ? null : way.get(way.size() - 1);
        }

        /**
         * What the column is headed with.
         *
         * @param language the language; Chinese is answered in Chinese and any other in English
         * @return the label of the field, behind those of the parts it stands in
         */
        public String label(Locale language) {
            if (way.isEmpty()) {
                return (path.equals(NUMBER) ? OWN_NUMBER : OWNERS_NUMBER).in(language);
            }
            return String.join(
                    " / ", way.stream().map(each -> each.label().in(language)).toList());
        }
    }

    /**
     * A sheet.
     *
     * @param part the list of parts that the sheet holds; null for the sheet of the records
     * @param columns its columns
     */
    public record Sheet(@Nullable RecordField part, List<Column> columns) {

        /**
         * The path of the parts.
         *
         * @return the path, empty for the sheet of the records
         */
        public String path() {
            return part == null ? "" : part.path();
        }

        /**
         * The path of the list whose rows these belong to.
         *
         * @param layout the form
         * @return the path of the nearest list around, empty for the records
         */
        public String owner(FormLayout layout) {
            String around = path();
            do {
                around = around.substring(0, Math.max(0, around.lastIndexOf('.')));
            } while (!around.isEmpty() && layout.sheet(around) == null);
            return around;
        }
    }

    /** What the first cell of a sheet says. */
    public sealed interface Mark {

        /** A sheet to be filled in. */
        record Filled(FormLayout layout, Sheet sheet) implements Mark {}

        /** A sheet that helps to fill in the others. */
        record Help() implements Mark {}

        /** A sheet of a form of another version, or of what there is no form for; the text is that of the mark. */
        record Unknown(String text) implements Mark {}
    }

    private void add(@Nullable RecordField part, List<RecordField> fields) {
        List<Column> columns = new ArrayList<>();
        List<RecordField> lists = new ArrayList<>();
        sheets.add(new Sheet(part, columns));
        int place = sheets.size() - 1;
        collect(fields, List.of(), columns, lists);
        if (!lists.isEmpty()) {
            columns.add(0, new Column(NUMBER, List.of()));
        }
        if (part != null) {
            columns.add(0, new Column(OWNER, List.of()));
        }
        sheets.set(place, new Sheet(part, List.copyOf(columns)));
        lists.forEach(each -> add(each, each.parts()));
    }

    private static void collect(
            List<RecordField> fields, List<RecordField> before, List<Column> columns, List<RecordField> lists) {
        for (RecordField each : fields) {
            List<RecordField> way = new ArrayList<>(before);
            way.add(each);
            if (each.parts().isEmpty()) {
                columns.add(new Column(each.path(), List.copyOf(way)));
            } else if (each.many()) {
                lists.add(each);
            } else {
                collect(each.parts(), way, columns, lists);
            }
        }
    }

    /**
     * The form of a kind.
     *
     * @param kind the kind, not null
     * @return its sheets and columns
     */
    public static FormLayout of(RecordKind<?> kind) {
        return new FormLayout(kind);
    }

    /**
     * Reads the mark of a sheet.
     *
     * @param cell the sheet's first cell, whose first line counts; not null
     * @return what the sheet is, or null when it belongs to no form
     */
    public static @Nullable Mark read(String cell) {
        String text = cell.lines().findFirst().orElse("").strip();
        String[] words = text.split(" ", 4);
        if (!words[0].startsWith(FORM)) {
            return null;
        }
        if (!words[0].equals(MARK) || words.length < 2 || words.length > 3) {
            return new Mark.Unknown(text);
        }
        if (words.length == 2 && OWN.contains(words[1])) {
            return new Mark.Help();
        }
        RecordKind<?> kind = RecordKind.named(words[1]);
        FormLayout layout = kind == null ? null : of(kind);
        Sheet sheet = layout == null ? null : layout.sheet(words.length == 3 ? words[2] : "");
        return layout == null || sheet == null ? new Mark.Unknown(text) : new Mark.Filled(layout, sheet);
    }

    /**
     * The forms that are known.
     *
     * @return what the mark of each begins with
     */
    public static String version() {
        return MARK;
    }

    /**
     * The mark of the sheet of lists.
     *
     * @return the text of its first cell
     */
    public static String lists() {
        return MARK + ' ' + OWN.get(0);
    }

    /**
     * The mark of the sheet of notes.
     *
     * @return the text of its first cell
     */
    public static String notes() {
        return MARK + ' ' + OWN.get(1);
    }

    /**
     * The kind whose records are entered.
     *
     * @return the kind
     */
    public RecordKind<?> kind() {
        return kind;
    }

    /**
     * The sheets to be filled in: first that of the records; each list of parts behind the one it stands in.
     *
     * @return the sheets
     */
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /**
     * A sheet by the parts that it holds.
     *
     * @param path the path of the list, empty for the records
     * @return the sheet, or null when there is none
     */
    public @Nullable Sheet sheet(String path) {
        return sheets.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElse(null);
    }

    /**
     * The mark of a sheet. In its first cell the path of the first column stands on the next line.
     *
     * @param sheet one of {@link #sheets()}
     * @return the first line of the first cell
     */
    public String mark(Sheet sheet) {
        return MARK + ' ' + kind.code() + (sheet.part() == null ? "" : ' ' + sheet.path());
    }
}
