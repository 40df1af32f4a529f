package org.gongkai.export.assistance;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceSchedule;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.StandardInForce;
import org.gongkai.core.text.Csv;
import org.gongkai.export.table.Headings;
import org.gongkai.export.table.Markup;
import org.jspecify.annotations.Nullable;

/**
 * The table of items that a county must make public on social assistance (社会救助领域基层政务公开标准目录), after the
 * guide 民办函〔2019〕52号, with the standards in force filled into the rows on how to apply (办事指南). Immutable.
 *
 * <p>The wording of the rows comes from tables on county sites. Columns that differ from county to county are left
 * empty unless the user's own file fills them: what is not known is not invented.
 */
public final class PublicItems {

    private static final List<String> HEADINGS =
            Headings.read(PublicItems.class.getResourceAsStream("headings.csv")).zh("public-items");

    private final List<Item> items;

    /** One row of the table. */
    private record Item(
            String number,
            String level1,
            String level2,
            String content,
            String basis,
            String term,
            String publisher,
            String channel,
            String audience,
            String mode,
            String level,
            Set<AssistanceItem> priced) {}

    private PublicItems(List<Item> items) {
        this.items = List.copyOf(items);
    }

    /**
     * The thirteen rows seen on county sites.
     *
     * @return the table
     */
    public static PublicItems standard() {
        return Csv.shipped(
                PublicItems.class.getResourceAsStream("public-items.csv"), "public-items.csv", PublicItems::read);
    }

    /**
     * Reads a table: a header line that names its columns, then one row a line, cells separated by commas and
     * quoted where needed. The columns number, level1, level2, content and term are required; basis, publisher, channel, audience,
     * mode, level and items (names of items of assistance joined by {@code |}, whose standards the row shows) may be
     * left out.
     *
     * @param reader the text
     * @return the table
     * @throws IOException when the text cannot be read or a column is missing; the message names it
     */
    public static PublicItems read(Reader reader) throws IOException {
        List<Item> items = new ArrayList<>();
        for (Csv.Row row :
                Csv.readUnnamed(reader, "the public items", List.of("number", "level1", "level2", "content", "term"))) {
            Set<AssistanceItem> priced = new LinkedHashSet<>();
            for (String each : cell(row, "items").split("\\|")) {
                if (!each.isBlank()) {
                    priced.add(AssistanceItem.parse(each));
                }
            }
            items.add(new Item(
                    cell(row, "number"),
                    cell(row, "level1"),
                    cell(row, "level2"),
                    cell(row, "content"),
                    cell(row, "basis"),
                    cell(row, "term"),
                    cell(row, "publisher"),
                    cell(row, "channel"),
                    cell(row, "audience"),
                    cell(row, "mode"),
                    cell(row, "level"),
                    priced));
        }
        return new PublicItems(items);
    }

    private static String cell(Csv.Row row, String column) {
        return Objects.requireNonNullElse(row.text(column), "");
    }

    /**
     * Writes the table as comma-separated values (RFC 4180) without a byte order mark, lines ended by CR LF.
     *
     * @param out where to write; not closed
     * @param schedule the schedule whose standards are filled in
     * @param place the full name of the place
     * @param day the day
     * @param publisher who makes it public (公开主体), for rows that name nobody; or null
     * @throws IOException when it cannot be written
     */
    public void csv(
            Appendable out, AssistanceSchedule schedule, String place, LocalDate day, @Nullable String publisher)
            throws IOException {
        Markup.csv(out, HEADINGS);
        for (List<String> each : rows(schedule, place, day, publisher)) {
            Markup.csv(out, each);
        }
    }

    /**
     * Writes the table as a page of HTML: every value escaped, no script, nothing from the network.
     *
     * @param out where to write; not closed
     * @param schedule the schedule whose standards are filled in
     * @param place the full name of the place
     * @param day the day
     * @param publisher who makes it public (公开主体), for rows that name nobody; or null
     * @throws IOException when it cannot be written
     */
    public void html(
            Appendable out, AssistanceSchedule schedule, String place, LocalDate day, @Nullable String publisher)
            throws IOException {
        String title = place + "社会救助领域政务公开标准目录（" + day + "）";
        Markup.page(out, title);
        out.append("<h1>").append(Markup.html(title)).append("</h1>\n<table>\n<caption>");
        out.append(Markup.html(title)).append("</caption>\n<thead>\n<tr>");
        for (String each : HEADINGS) {
            out.append("<th scope=\"col\">").append(Markup.html(each)).append("</th>");
        }
        out.append("</tr>\n</thead>\n<tbody>\n");
        for (List<String> row : rows(schedule, place, day, publisher)) {
            out.append("<tr>");
            for (String each : row) {
                out.append("<td>").append(Markup.html(each)).append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
        Markup.endPage(out);
    }

    private List<List<String>> rows(
            AssistanceSchedule schedule, String place, LocalDate day, @Nullable String publisher) {
        List<StandardInForce> inForce = schedule.inForce(place, day);
        List<List<String>> rows = new ArrayList<>();
        for (Item each : items) {
            rows.add(List.of(
                    each.number(),
                    each.level1(),
                    each.level2(),
                    each.content() + standards(each, inForce),
                    each.basis(),
                    each.term(),
                    each.publisher().isEmpty() && publisher != null ? publisher : each.publisher(),
                    each.channel(),
                    each.audience(),
                    each.mode(),
                    each.level()));
        }
        return rows;
    }

    private static String standards(Item item, List<StandardInForce> inForce) {
        Set<String> texts = new LinkedHashSet<>();
        for (StandardInForce each : inForce) {
            AssistanceStandard line = each.known();
            if (line != null && item.priced().contains(line.item())) {
                texts.add((each.slot().residence() == null
                                ? ""
                                : each.slot().residence().label())
                        + StandardText.item(line.item(), line.support())
                        + (line.grades().isEmpty() ? "" : '（' + StandardText.grades(line.grades()) + '）')
                        + StandardText.amount(line, each.amount()));
            }
        }
        return texts.isEmpty() ? "" : "；现行标准：" + String.join("，", texts);
    }
}
