package org.gongkai.export.assistance;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.core.assistance.Amount;
import org.gongkai.core.assistance.AssistanceCategory;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceSchedule;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.CategoryScheme;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.assistance.StandardInForce;
import org.gongkai.core.assistance.SupportWay;
import org.gongkai.export.table.Headings;
import org.gongkai.export.table.Markup;
import org.jspecify.annotations.Nullable;

/**
 * Standards as a district's notice lays them out: one row an item and grade, columns for town and country, every amount
 * with its unit. Immutable.
 *
 * <pre>{@code
 * PublicTable table = PublicTable.inForce(schedule, "青岛市崂山区", LocalDate.of(2024, 3, 1), CategoryScheme.a());
 * table.html(writer);
 * }</pre>
 */
public final class PublicTable {

    private static final List<String> HEADINGS =
            Headings.read(PublicTable.class.getResourceAsStream("headings.csv")).zh("in-force");

    /** In a page the amounts of town and country stand in cells of their own or in one over both, so 标准 has no column. */
    private static final int BOTH = 6;

    private static final int SCOPE = 7;

    private final String title;
    private final List<Row> rows;
    private final List<String> missing;

    /** A row: what it is for, and the line of each residence; {@code both} where it is not split. */
    private record Row(
            String category,
            AssistanceItem item,
            @Nullable SupportWay support,
            Set<String> grades,
            String scope,
            @Nullable Cell urban,
            @Nullable Cell rural,
            @Nullable Cell both) {

        List<Cell> cells() {
            List<Cell> cells = new ArrayList<>();
            for (Cell each : new @Nullable Cell[] {urban, rural, both}) {
                if (each != null) {
                    cells.add(each);
                }
            }
            return cells;
        }

        String join(java.util.function.Function<AssistanceStandard, @Nullable String> of) {
            List<String> texts = cells().stream()
                    .map(each -> of.apply(each.line()))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            return String.join("；", texts);
        }
    }

    /** A line with its amount resolved and what is to be said of it. */
    private record Cell(AssistanceStandard line, @Nullable Amount resolved, String remark) {}

    private PublicTable(String title, List<Row> rows, List<String> missing) {
        this.title = title;
        this.rows = List.copyOf(rows);
        this.missing = List.copyOf(missing);
    }

    /**
     * What is in force in a place on a day. Where several lines may be in force, the one known to be is printed and
     * the others stand in the remarks.
     *
     * @param schedule the schedule
     * @param place the full name of the place
     * @param day the day
     * @param scheme the headings, in whose order the rows stand
     * @return the table
     */
    public static PublicTable inForce(AssistanceSchedule schedule, String place, LocalDate day, CategoryScheme scheme) {
        Map<AssistanceStandard, Cell> cells = new LinkedHashMap<>();
        for (StandardInForce each : schedule.inForce(place, day)) {
            AssistanceStandard line =
                    each.known() != null ? each.known() : each.possible().get(0);
            cells.putIfAbsent(line, new Cell(line, each.amount(), remark(each, line)));
        }
        List<String> missing = schedule.missing(place, day, scheme).stream()
                .map(AssistanceCategory::name)
                .toList();
        return new PublicTable(place + "困难群众救助标准（" + day + "现行）", rows(cells.values(), scheme, false), missing);
    }

    /**
     * Lines as they were published together, those for parts of the place included.
     *
     * @param title the table's title
     * @param lines the lines
     * @param scheme the headings, in whose order the rows stand
     * @return the table
     */
    public static PublicTable of(String title, Collection<AssistanceStandard> lines, CategoryScheme scheme) {
        return new PublicTable(
                title,
                rows(
                        lines.stream()
                                .map(each -> new Cell(each, each.price(), ""))
                                .toList(),
                        scheme,
                        true),
                List.of());
    }

    private static String remark(StandardInForce answer, AssistanceStandard shown) {
        List<String> others = answer.possible().stream()
                .filter(each -> each != shown && !Objects.equals(each.price(), answer.amount()))
                .map(each -> StandardText.amount(each, null) + "（"
                        + (each.effectiveFrom() == null ? "执行时间不详" : each.effectiveFrom()) + "）")
                .distinct()
                .toList();
        if (answer.known() == null) {
            return "是否已执行不详" + (others.isEmpty() ? "" : "；另有" + String.join("、", others));
        }
        return others.isEmpty() ? "" : "执行日期不详的标准可能已替代本标准：" + String.join("、", others);
    }

    private static List<Row> rows(Collection<Cell> cells, CategoryScheme scheme, boolean periods) {
        Map<List<Object>, List<Cell>> groups = new LinkedHashMap<>();
        for (Cell each : cells) {
            AssistanceStandard line = each.line();
            if (line.item() != null) {
                List<Object> key = new ArrayList<>();
                Collections.addAll(
                        key,
                        line.item(),
                        line.support() == null ? "" : line.support(),
                        line.grades(),
                        scope(line),
                        // Two levels of one item never share a row; town and country of one day do.
                        periods && line.effectiveFrom() != null ? line.effectiveFrom() : "");
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(each);
            }
        }
        List<Row> rows = new ArrayList<>();
        groups.values().forEach(group -> addRows(group, scheme, rows));
        rows.sort(Comparator.comparingInt(row -> order(row, scheme)));
        return rows;
    }

    private static void addRows(List<Cell> group, CategoryScheme scheme, List<Row> rows) {
        List<Cell> left = new ArrayList<>(group);
        while (!left.isEmpty()) {
            Cell urban = take(left, Residence.URBAN);
            Cell rural = take(left, Residence.RURAL);
            Cell both = urban == null && rural == null ? left.remove(0) : null;
            AssistanceStandard any = Stream.of(urban, rural, both)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow()
                    .line();
            rows.add(new Row(
                    category(any, scheme), any.item(), any.support(), any.grades(), scope(any), urban, rural, both));
        }
    }

    private static @Nullable Cell take(List<Cell> cells, Residence residence) {
        for (Cell each : cells) {
            if (each.line().residence() == residence) {
                cells.remove(each);
                return each;
            }
        }
        return null;
    }

    private static String scope(AssistanceStandard line) {
        return line.scope() == null ? "" : line.scope().toString();
    }

    // 城市低保 and 农村低保 share a row, so its heading is what the two have in common: the item's own name.
    private static String category(AssistanceStandard line, CategoryScheme scheme) {
        List<AssistanceCategory> headings = scheme.headingsOf(line);
        if (headings.isEmpty()) {
            return scheme.knows(line.item()) ? "其他" : "未列类别";
        }
        return headings.get(0).name().replaceFirst("^(?:城市|农村|城乡)", "");
    }

    private static int order(Row row, CategoryScheme scheme) {
        List<AssistanceCategory> categories = scheme.categories();
        for (int i = 0; i < categories.size(); i++) {
            List<AssistanceItem> items = categories.get(i).cells().stream()
                    .map(AssistanceCategory.Cell::item)
                    .toList();
            int at = items.indexOf(row.item());
            if (at >= 0) {
                return i * 100 + at;
            }
        }
        int extra = scheme.extras().indexOf(row.item());
        return 100_000 + (extra < 0 ? 1_000 : extra);
    }

    /**
     * The table's title.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * Writes comma-separated values (RFC 4180) without a byte order mark, lines ended by CR LF. Amounts that hold for
     * town and country alike stand in the column 标准.
     *
     * @param out where to write; not closed
     * @throws IOException when it cannot be written
     */
    public void csv(Appendable out) throws IOException {
        Markup.csv(out, HEADINGS);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Markup.csv(
                    out,
                    List.of(
                            String.valueOf(i + 1),
                            row.category(),
                            StandardText.item(row.item(), row.support()),
                            StandardText.grades(row.grades()),
                            amount(row.urban()),
                            amount(row.rural()),
                            amount(row.both()),
                            row.scope(),
                            row.join(PublicTable::from),
                            row.join(PublicTable::basis),
                            remarks(row)));
        }
    }

    /**
     * Writes a page of HTML: every value escaped, no script, nothing from the network, fit for screen readers and
     * for printing.
     *
     * @param out where to write; not closed
     * @throws IOException when it cannot be written
     */
    public void html(Appendable out) throws IOException {
        Markup.page(out, title);
        out.append("<h1>").append(Markup.html(title)).append("</h1>\n");
        fragment(out);
        Markup.endPage(out);
    }

    /**
     * Writes the table alone, as a piece of HTML for a page of one's own.
     *
     * @param out where to write; not closed
     * @throws IOException when it cannot be written
     */
    public void fragment(Appendable out) throws IOException {
        boolean scoped = rows.stream().anyMatch(each -> !each.scope().isEmpty());
        out.append("<table>\n<caption>").append(Markup.html(title)).append("</caption>\n<thead>\n<tr>");
        for (int i = 0; i < HEADINGS.size(); i++) {
            if (i != BOTH && (scoped || i != SCOPE)) {
                head(out, HEADINGS.get(i));
            }
        }
        out.append("</tr>\n</thead>\n<tbody>\n");
        for (int i = 0; i < rows.size(); i++) {
            row(out, i, scoped);
        }
        out.append("</tbody>\n</table>\n");
        if (!missing.isEmpty()) {
            out.append("<p>缺少现行标准的类别：")
                    .append(Markup.html(String.join("、", missing)))
                    .append("</p>\n");
        }
    }

    private void row(Appendable out, int i, boolean scoped) throws IOException {
        Row row = rows.get(i);
        out.append("<tr><td>").append(String.valueOf(i + 1)).append("</td>");
        if (i == 0 || !rows.get(i - 1).category().equals(row.category())) {
            int high = 1;
            while (i + high < rows.size() && rows.get(i + high).category().equals(row.category())) {
                high++;
            }
            out.append("<th scope=\"rowgroup\"")
                    .append(high == 1 ? "" : " rowspan=\"" + high + '"')
                    .append('>')
                    .append(Markup.html(row.category()))
                    .append("</th>");
        }
        data(out, StandardText.item(row.item(), row.support()));
        data(out, StandardText.grades(row.grades()));
        if (row.both() != null) {
            out.append("<td class=\"amount\" colspan=\"2\">")
                    .append(Markup.html(amount(row.both())))
                    .append("</td>");
        } else {
            out.append("<td class=\"amount\">")
                    .append(Markup.html(amount(row.urban())))
                    .append("</td>");
            out.append("<td class=\"amount\">")
                    .append(Markup.html(amount(row.rural())))
                    .append("</td>");
        }
        if (scoped) {
            data(out, row.scope());
        }
        data(out, row.join(PublicTable::from));
        data(out, row.join(PublicTable::basis));
        data(out, remarks(row));
        out.append("</tr>\n");
    }

    private static void head(Appendable out, String text) throws IOException {
        out.append("<th scope=\"col\">").append(Markup.html(text)).append("</th>");
    }

    private static void data(Appendable out, String text) throws IOException {
        out.append("<td>").append(Markup.html(text)).append("</td>");
    }

    private static String amount(@Nullable Cell cell) {
        return cell == null ? "" : StandardText.amount(cell.line(), cell.resolved());
    }

    private static @Nullable String from(AssistanceStandard line) {
        return line.effectiveFrom() == null ? null : line.effectiveFrom().text();
    }

    private static @Nullable String basis(AssistanceStandard line) {
        if (line.basis() == null) {
            return null;
        }
        String title = line.basis().title() == null ? "" : '《' + line.basis().title() + '》';
        String number = line.basis().documentNumber() == null
                ? ""
                : line.basis().documentNumber().text();
        return title.isEmpty() || number.isEmpty() ? title + number : title + '（' + number + '）';
    }

    private static String remarks(Row row) {
        List<String> remarks = new ArrayList<>();
        for (Cell each : row.cells()) {
            if (each.line().note() != null) {
                remarks.add(each.line().note());
            }
            if (!each.remark().isEmpty()) {
                remarks.add(each.remark());
            }
        }
        return String.join("；", remarks.stream().distinct().toList());
    }
}
