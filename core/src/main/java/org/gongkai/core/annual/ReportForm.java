package org.gongkai.core.annual;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.Bilingual;
import org.gongkai.core.Evidence;
import org.gongkai.core.text.Csv;
import org.jspecify.annotations.Nullable;

/**
 * A form of the annual report (年度报告格式): which rows and columns its tables have. The forms are data: {@code forms.csv},
 * {@code rows.csv} and {@code columns.csv} beside this class.
 *
 * <pre>{@code
 * ReportForm form = ReportForm.of(2024);
 * form.rows(ReportTable.REQUESTS).size();                       // 30
 * form.row(ReportTable.REQUESTS, "三(一)").label();              // （一）予以公开
 * }</pre>
 *
 * <p>Before 2019 reports were free texts without prescribed tables, so there is no form for those years. Immutable and safe to
 * share between threads.
 */
public final class ReportForm {

    private final String code;
    private final int from;
    private final int until;
    private final Bilingual name;
    private final String source;
    private final Evidence evidence;
    private final List<FormRow> rows;

    private ReportForm(Csv.Row row, List<FormRow> rows) throws IOException {
        this.code = row.required("form");
        this.from = Integer.parseInt(row.required("from"));
        String last = row.text("until");
        this.until = last == null ? Integer.MAX_VALUE : Integer.parseInt(last);
        this.name = new Bilingual(row.required("zh"), row.required("en"));
        this.source = row.required("source");
        this.evidence = row.requiredOneOf(Evidence.class, "evidence");
        this.rows = rows;
    }

    /**
     * All forms, the oldest first.
     *
     * @return the forms
     */
    public static List<ReportForm> all() {
        return Known.ALL;
    }

    /**
     * The form for the report on a year.
     *
     * @param year the year reported on, not that of the publication
     * @return the form, or null for a year before there were forms
     */
    public static @Nullable ReportForm of(int year) {
        return Known.ALL.stream()
                .filter(each -> year >= each.from && year <= each.until)
                .findFirst()
                .orElse(null);
    }

    /**
     * The name of the form in data files.
     *
     * @return the code, such as {@code 2021}
     */
    public String code() {
        return code;
    }

    /**
     * What people call the form.
     *
     * @return the name in both languages
     */
    public Bilingual name() {
        return name;
    }

    /**
     * The notice that prescribes the form.
     *
     * @return its number
     */
    public String source() {
        return source;
    }

    /**
     * How well the form is known.
     *
     * @return the evidence
     */
    public Evidence evidence() {
        return evidence;
    }

    /**
     * The rows of a table, headings among them.
     *
     * @param table the table, not null
     * @return the rows as they are printed
     */
    public List<FormRow> rows(ReportTable table) {
        return rows.stream().filter(each -> each.table() == table).toList();
    }

    /**
     * The rows of all tables, headings among them.
     *
     * @return the rows as they are printed
     */
    public List<FormRow> rows() {
        return rows;
    }

    /**
     * A row by its code.
     *
     * @param table the table, not null
     * @param code the code, or null
     * @return the row, or null when the form has none of that code
     */
    public @Nullable FormRow row(ReportTable table, @Nullable String code) {
        return rows.stream()
                .filter(each -> each.table() == table && each.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return code;
    }

    /** The forms, read when the first of them is asked for. */
    private static final class Known {

        static final List<ReportForm> ALL = read();

        private static List<ReportForm> read() {
            Map<String, List<FormRow.Column>> columns = shipped("columns.csv", Known::columns);
            Map<String, List<FormRow>> rows = shipped("rows.csv", reader -> rows(reader, columns));
            return shipped("forms.csv", reader -> {
                List<ReportForm> forms = new ArrayList<>();
                for (Csv.Row each : Csv.read(
                        reader, "forms.csv", List.of("form", "from", "until", "zh", "en", "source", "evidence"))) {
                    List<FormRow> own = Objects.requireNonNull(rows.get(each.required("form")), each.place());
                    forms.add(new ReportForm(each, List.copyOf(own)));
                }
                return List.copyOf(forms);
            });
        }

        private static <T> T shipped(String name, Csv.Parser<T> parser) {
            return Csv.shipped(ReportForm.class.getResourceAsStream(name), name, parser);
        }

        private static Map<String, List<FormRow.Column>> columns(Reader reader) throws IOException {
            Map<String, List<FormRow.Column>> columns = new LinkedHashMap<>();
            for (Csv.Row each : Csv.read(reader, "columns.csv", List.of("columns", "label", "holds"))) {
                columns.computeIfAbsent(each.required("columns"), none -> new ArrayList<>())
                        .add(new FormRow.Column(
                                each.required("label"), each.requiredOneOf(FormRow.Holds.class, "holds")));
            }
            return columns;
        }

        private static Map<String, List<FormRow>> rows(Reader reader, Map<String, List<FormRow.Column>> columns)
                throws IOException {
            Map<String, List<FormRow>> rows = new LinkedHashMap<>();
            for (Csv.Row each : Csv.read(
                    reader,
                    "rows.csv",
                    List.of("table", "code", "forms", "kind", "label", "short", "columns", "law"))) {
                String own = each.text("columns");
                FormRow row = new FormRow(
                        each.requiredOneOf(ReportTable.class, "table"),
                        each.required("code"),
                        each.requiredOneOf(FormRow.Kind.class, "kind"),
                        each.required("label"),
                        each.required("short"),
                        own == null ? List.of() : Objects.requireNonNull(columns.get(own), each.place()),
                        each.text("law"));
                for (String form : each.required("forms").split("\\|")) {
                    rows.computeIfAbsent(form, none -> new ArrayList<>()).add(row);
                }
            }
            return rows;
        }
    }
}
