package org.gongkai.export.form;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.core.Bilingual;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.form.CellText;
import org.gongkai.core.form.FormLayout;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.export.table.XlsxWriter;
import org.gongkai.validation.rule.Aspect;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A workbook (.xlsx) in which people enter records of a kind: a column for each field with a hint that says what it takes and which
 * rules look at it, lists to choose from, and a sheet of its own for each list of parts. {@code gongkai convert} and {@code
 * LegacyReader} read it back without a mapping.
 *
 * <pre>{@code
 * try (OutputStream out = Files.newOutputStream(Path.of("公文填报表.xlsx"))) {
 *     EntryForm.of(RecordKind.of(OfficialDocument.class)).write(out, Locale.CHINESE);
 * }
 * }</pre>
 *
 * <p>Immutable and safe to share between threads. The same form is the same bytes.
 */
public final class EntryForm {

    /** The last row that has hints and lists; rows below are read all the same. */
    private static final int LAST_ROW = 5_000;

    private static final int FIRST_ROW = FormLayout.MARK_ROW + 2;
    private static final int LONGEST_NAME = 31;
    private static final double NARROW = 10;
    private static final double WIDE = 24;

    private static final Bilingual LISTS = new Bilingual("可选项", "Lists");
    private static final Bilingual NOTES = new Bilingual("填写说明", "Notes");
    private static final Bilingual REQUIRED = new Bilingual("必填", "required");
    private static final Bilingual ONE_A_LINE = new Bilingual("可填多项，一行一项", "several are possible, one on each line");
    private static final Bilingual OWN_NUMBER = new Bilingual(
            "本行的序号，其他工作表用它指明所属的行；没有下级内容的可不填",
            "The number of this row, by which other sheets name it; not needed for rows without parts.");
    private static final Bilingual OWNERS_NUMBER =
            new Bilingual("所属行的序号，与“{0}”表中的序号一致", "The number of the row it belongs to, on the sheet {0}.");
    private static final List<Bilingual> NOTE_HEADS = List.of(
            new Bilingual("工作表", "sheet"),
            new Bilingual("列", "column"),
            new Bilingual("字段", "field"),
            new Bilingual("填法", "what it takes"),
            new Bilingual("要求", "what the rules ask for"));

    private final FormLayout layout;

    private EntryForm(RecordKind<?> kind) {
        this.layout = FormLayout.of(kind);
    }

    /**
     * The form of a kind.
     *
     * @param kind the kind, not null
     * @return the form
     */
    public static EntryForm of(RecordKind<?> kind) {
        return new EntryForm(kind);
    }

    /**
     * Writes the form with nothing filled in.
     *
     * @param out where to; it is not closed
     * @param language the language of labels and hints; Chinese is written in Chinese and any other in English
     * @throws IOException when it cannot be written
     */
    public void write(OutputStream out, Locale language) throws IOException {
        write(out, language, List.of());
    }

    /**
     * Writes the form with records filled in, to be looked through or gone on with. What a record has beside the fields of its
     * kind is not in it.
     *
     * @param out where to; it is not closed
     * @param language the language of labels and hints; Chinese is written in Chinese and any other in English
     * @param records records of the kind, not null
     * @throws IllegalArgumentException when a record is of another kind, or has a text that no cell holds
     * @throws IOException when it cannot be written
     */
    public void write(OutputStream out, Locale language, List<? extends DisclosureRecord> records) throws IOException {
        new Writing(language, new FilledRows(layout, records)).write(out);
    }

    /** The writing of one workbook. */
    private final class Writing {

        private final Locale language;
        private final FilledRows filled;
        private final Map<String, String> names = new HashMap<>();
        /** The lists by their terms, with the formula that names the cells they stand in. */
        private final Map<List<String>, String> lists = new LinkedHashMap<>();

        Writing(Locale language, FilledRows filled) {
            this.language = language;
            this.filled = filled;
            for (FormLayout.Sheet each : layout.sheets()) {
                names.put(each.path(), name(each));
                columns(each).forEach(this::list);
            }
        }

        /** The label of the parts, behind that of those around where it would stand twice; a program takes no longer names. */
        private String name(FormLayout.Sheet sheet) {
            RecordField part = sheet.part();
            String label = (part == null ? layout.kind().name() : part.label())
                    .in(language)
                    .replaceAll("[\\[\\]:*?/\\\\']", " ");
            String name = label.substring(0, Math.min(label.length(), LONGEST_NAME - 3));
            String free = name;
            for (int i = 2; names.containsValue(free) || own(free); i++) {
                free = name + ' ' + i;
            }
            return free;
        }

        private boolean own(String name) {
            return Stream.of(LISTS, NOTES).anyMatch(each -> each.in(language).equalsIgnoreCase(name));
        }

        private static Stream<RecordField> columns(FormLayout.Sheet sheet) {
            return sheet.columns().stream().map(FormLayout.Column::field).filter(Objects::nonNull);
        }

        private void list(RecordField field) {
            List<String> terms = CellText.terms(field);
            if (!terms.isEmpty() && !lists.containsKey(terms)) {
                String column = XlsxWriter.column(lists.size());
                int first = FIRST_ROW;
                lists.put(
                        terms,
                        "'" + LISTS.in(language) + "'!$" + column + '$' + first + ":$" + column + '$'
                                + (first + terms.size() - 1));
            }
        }

        void write(OutputStream out) throws IOException {
            List<XlsxWriter.Sheet> sheets = new ArrayList<>();
            for (FormLayout.Sheet each : layout.sheets()) {
                List<XlsxWriter.Column> columns = each.columns().stream()
                        .map(one -> new XlsxWriter.Column(one.field() == null ? NARROW : WIDE, style(one.field())))
                        .toList();
                sheets.add(new XlsxWriter.Sheet(
                        names.getOrDefault(each.path(), ""), columns, numbers(each), FormLayout.MARK_ROW + 1, false));
            }
            sheets.add(sheet(LISTS, lists.size()));
            sheets.add(sheet(NOTES, NOTE_HEADS.size()));
            XlsxWriter workbook = new XlsxWriter(out, sheets);
            for (FormLayout.Sheet each : layout.sheets()) {
                filled(workbook, each);
            }
            lists(workbook);
            notes(workbook);
            workbook.finish();
        }

        private XlsxWriter.Sheet sheet(Bilingual name, int columns) {
            return new XlsxWriter.Sheet(
                    name.in(language),
                    Collections.nCopies(columns, new XlsxWriter.Column(WIDE, XlsxWriter.Style.WRAPPED)),
                    0,
                    FormLayout.MARK_ROW + 1,
                    false);
        }

        private static int numbers(FormLayout.Sheet sheet) {
            return (int) sheet.columns().stream()
                    .filter(each -> each.field() == null)
                    .count();
        }

        private void filled(XlsxWriter workbook, FormLayout.Sheet sheet) throws IOException {
            workbook.begin();
            List<String> paths = new ArrayList<>(
                    sheet.columns().stream().map(FormLayout.Column::path).toList());
            paths.set(0, layout.mark(sheet) + '\n' + paths.get(0));
            workbook.hiddenRow(paths);
            workbook.row(
                    XlsxWriter.Style.HEAD,
                    sheet.columns().stream().map(this::head).toList());
            for (List<@Nullable Object> each : filled.of(sheet)) {
                workbook.row(each);
            }
            for (int i = 0; i < sheet.columns().size(); i++) {
                workbook.entry(entry(sheet, i));
            }
            workbook.end();
        }

        private String head(FormLayout.Column column) {
            RecordField field = column.field();
            return column.label(language) + (field != null && required(field) ? " *" : "");
        }

        private XlsxWriter.Entry entry(FormLayout.Sheet sheet, int index) {
            FormLayout.Column column = sheet.columns().get(index);
            RecordField field = column.field();
            String hint = field == null ? number(sheet, column) : hint(field);
            XlsxWriter.Entry.Type type = field == null ? XlsxWriter.Entry.Type.ANY : type(field);
            String list = field == null || type != XlsxWriter.Entry.Type.LIST ? null : lists.get(CellText.terms(field));
            // Only what cannot be read otherwise is refused: a term that is not listed is kept as it stands, and
            // judged.
            boolean strict = field != null && !Code.class.isAssignableFrom(field.type());
            return new XlsxWriter.Entry(index, FIRST_ROW, LAST_ROW, type, list, strict, column.label(language), hint);
        }

        private String number(FormLayout.Sheet sheet, FormLayout.Column column) {
            return column.path().equals(FormLayout.NUMBER)
                    ? OWN_NUMBER.in(language)
                    : OWNERS_NUMBER.in(language).replace("{0}", names.getOrDefault(sheet.owner(layout), ""));
        }

        /** A list in which several may be chosen cannot be offered by a program, so it is a hint alone. */
        private static XlsxWriter.Entry.Type type(RecordField field) {
            if (field.many()) {
                return XlsxWriter.Entry.Type.ANY;
            }
            return switch (CellText.shape(field)) {
                case DAY, TIME -> XlsxWriter.Entry.Type.DAY;
                case COUNT -> XlsxWriter.Entry.Type.COUNT;
                case NUMBER -> XlsxWriter.Entry.Type.NUMBER;
                case TERM, YES_NO -> XlsxWriter.Entry.Type.LIST;
                case TEXT -> XlsxWriter.Entry.Type.ANY;
            };
        }

        private String hint(RecordField field) {
            return String.join(
                    chinese() ? "。" : ". ",
                    Stream.of(shape(field), asked(field))
                            .filter(each -> !each.isEmpty())
                            .toList());
        }

        private boolean chinese() {
            return Bilingual.isChinese(language);
        }

        private String shape(RecordField field) {
            String terms = field.many() && CellText.shape(field) == CellText.Shape.TERM
                    ? (chinese() ? "：" : ": ") + String.join(chinese() ? "、" : ", ", CellText.terms(field))
                    : "";
            String comma = chinese() ? "，" : ", ";
            return (required(field) ? REQUIRED.in(language) + comma : "")
                    + CellText.shape(field).text(language)
                    + terms
                    + (field.many() ? comma + ONE_A_LINE.in(language) : "");
        }

        private String asked(RecordField field) {
            return String.join(
                    chinese() ? "" : " ",
                    rules(field)
                            .map(each -> each.mend().in(language))
                            .distinct()
                            .toList());
        }

        private void lists(XlsxWriter workbook) throws IOException {
            workbook.begin();
            workbook.hiddenRow(List.of(FormLayout.lists()));
            List<List<String>> all = List.copyOf(lists.keySet());
            workbook.row(XlsxWriter.Style.HEAD, all.stream().map(this::users).toList());
            int longest = all.stream().mapToInt(List::size).max().orElse(0);
            for (int i = 0; i < longest; i++) {
                int row = i;
                workbook.row(all.stream()
                        .map(each -> row < each.size() ? each.get(row) : "")
                        .toList());
            }
            workbook.end();
        }

        /** The labels of the fields that a list serves. */
        private String users(List<String> terms) {
            return String.join(
                    chinese() ? "、" : ", ",
                    layout.sheets().stream()
                            .flatMap(Writing::columns)
                            .filter(each -> CellText.terms(each).equals(terms))
                            .map(each -> each.label().in(language))
                            .distinct()
                            .toList());
        }

        private void notes(XlsxWriter workbook) throws IOException {
            workbook.begin();
            workbook.hiddenRow(List.of(FormLayout.notes()));
            workbook.row(
                    XlsxWriter.Style.HEAD,
                    NOTE_HEADS.stream().map(each -> each.in(language)).toList());
            for (FormLayout.Sheet sheet : layout.sheets()) {
                for (FormLayout.Column each : sheet.columns()) {
                    RecordField field = each.field();
                    String name = names.getOrDefault(sheet.path(), "");
                    workbook.row(
                            field == null
                                    ? List.of(name, each.label(language), "", number(sheet, each), "")
                                    : List.of(name, each.label(language), field.path(), shape(field), asked(field)));
                }
            }
            workbook.end();
        }
    }

    private static XlsxWriter.Style style(@Nullable RecordField field) {
        if (field == null || field.many()) {
            return XlsxWriter.Style.TEXT;
        }
        return switch (CellText.shape(field)) {
            case DAY -> XlsxWriter.Style.DAY;
            case TIME -> XlsxWriter.Style.TIME;
            case COUNT, NUMBER -> XlsxWriter.Style.PLAIN;
            case TERM, YES_NO, TEXT -> XlsxWriter.Style.TEXT;
        };
    }

    private static Stream<Rule> rules(RecordField field) {
        RuleCatalogue catalogue = RuleCatalogue.standard();
        return field.rules().stream().filter(catalogue::contains).map(catalogue::rule);
    }

    private static boolean required(RecordField field) {
        return rules(field).anyMatch(each -> each.aspect() == Aspect.COMPLETENESS && each.severity() == Severity.ERROR);
    }
}
