package org.gongkai.examples.assistance;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.core.assistance.AssistanceCategory;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceSchedule;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.CategoryScheme;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.assistance.StandardChange;
import org.gongkai.core.assistance.StandardInForce;
import org.gongkai.export.assistance.HistoryChart;
import org.gongkai.export.assistance.PublicTable;
import org.gongkai.export.assistance.StandardHistory;
import org.gongkai.ingest.assistance.AssistanceTableReader;
import org.gongkai.ingest.table.TableReading;

/**
 * Reads a table of standards for Qingdao and its district Laoshan, prints what was in force on a day, what changed
 * between two days and which of the nine headings are missing, and writes a page with the table and a chart.
 *
 * <p>The figures are test data: each names the page it was read on and how well it is known.
 *
 * <p>Usage: {@code java … AssistanceExample [PAGE]}; the page goes to {@code target/assistance.html} unless another
 * path is given.
 */
public final class AssistanceExample {

    private static final String LAOSHAN = "青岛市崂山区";
    private static final LocalDate DAY = LocalDate.of(2022, 6, 1);
    private static final LocalDate EARLIER = LocalDate.of(2018, 6, 1);
    private static final LocalDate LATER = LocalDate.of(2023, 6, 1);

    private final TableReading<AssistanceStandard> reading;
    private final AssistanceSchedule schedule;

    private AssistanceExample(TableReading<AssistanceStandard> reading) {
        this.reading = reading;
        this.schedule = AssistanceSchedule.of(reading.records());
    }

    /**
     * Prints and writes.
     *
     * @param arguments the path of the page, or nothing
     * @throws IOException when the page cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments.length > 0 ? arguments[0] : "target/assistance.html");
        AssistanceExample example = read();
        example.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        if (page.getParent() != null) {
            Files.createDirectories(page.getParent());
        }
        try (Writer out = Files.newBufferedWriter(page)) {
            example.write(out);
        }
        System.out.println(page);
    }

    static AssistanceExample read() throws IOException {
        AssistanceStandard nothingElseIsKnown =
                AssistanceStandardBuilder.builder().build();
        try (Reader csv = new InputStreamReader(
                Objects.requireNonNull(AssistanceExample.class.getResourceAsStream("qingdao.csv")),
                StandardCharsets.UTF_8)) {
            return new AssistanceExample(
                    AssistanceTableReader.standard().readCsv("qingdao.csv", csv, nothingElseIsKnown));
        }
    }

    TableReading<AssistanceStandard> reading() {
        return reading;
    }

    AssistanceSchedule schedule() {
        return schedule;
    }

    void print(PrintStream out) {
        out.println(reading.records().size() + " 条标准（测试数据） / standards read (test data)");
        out.println();
        out.println("崂山区 " + DAY + " 现行 / in force in Laoshan:");
        for (StandardInForce each : schedule.inForce(LAOSHAN, DAY)) {
            out.println("  " + name(each.slot()) + "  " + amount(each) + (each.settled() ? "" : "  " + doubt(each)));
        }
        StandardInForce october =
                schedule.answer(LAOSHAN, AssistanceItem.SUBSISTENCE, Residence.URBAN, null, LocalDate.of(2020, 10, 15));
        out.println();
        out.println("城市低保 2020-10-15: " + amount(october) + "  " + doubt(october));
        out.println();
        out.println(EARLIER + " → " + LATER + ":");
        for (StandardChange each : schedule.changes(LAOSHAN, EARLIER, LATER)) {
            out.println("  " + name(each.slot()) + "  " + change(each));
        }
        out.println();
        out.println("崂山区自行公布的 / published by the district itself, " + DAY + ":");
        AssistanceSchedule own = AssistanceSchedule.of(schedule.lines().stream()
                .filter(each -> LAOSHAN.equals(each.place()))
                .toList());
        out.println("  缺少 / missing: " + names(own.missing(LAOSHAN, DAY, CategoryScheme.a())));
        out.println("含市级标准 / with the city's: " + names(schedule.missing(LAOSHAN, DAY, CategoryScheme.a())));
    }

    void write(Appendable out) throws IOException {
        String title = LAOSHAN + "困难群众救助标准 2017—2024（测试数据）";
        StandardHistory history = StandardHistory.of(schedule, LAOSHAN);
        out.append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"UTF-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        out.append(title).append("</title>\n<style>body { font-family: sans-serif; margin: 2rem auto; ");
        out.append("max-width: 70rem; padding: 0 1rem; line-height: 1.6; } table { border-collapse: collapse; } ");
        out.append("th, td { border: 1px solid #666; padding: .3rem .5rem; text-align: left; } ");
        out.append("svg { max-width: 100%; height: auto; }</style>\n</head>\n<body>\n<h1>")
                .append(title);
        out.append("</h1>\n<p>测试数据，来自文末所列网页，部分为转载，以官方页面为准。</p>\n<h2>历年标准</h2>\n");
        HistoryChart.of(
                        "低保、特困基本生活、儿童",
                        history,
                        each -> each.grade() == null && !each.item().equals(AssistanceItem.DISABILITY_NURSING),
                        LocalDate.of(2024, 12, 31))
                .svg(out);
        out.append("<h2>").append(DAY.toString()).append(" 现行标准</h2>\n");
        PublicTable.inForce(schedule, LAOSHAN, DAY, CategoryScheme.a()).fragment(out);
        out.append("<h2>").append(EARLIER + " 至 " + LATER).append(" 的变化</h2>\n<ul>\n");
        for (StandardChange each : schedule.changes(LAOSHAN, EARLIER, LATER)) {
            item(out, name(each.slot()) + "：" + change(each));
        }
        out.append("</ul>\n<h2>数据来源</h2>\n<ul>\n");
        for (String each : schedule.lines().stream()
                .map(line -> line.source() + "（" + line.evidence().mark() + "）")
                .distinct()
                .toList()) {
            item(out, each);
        }
        out.append("</ul>\n</body>\n</html>\n");
    }

    private static void item(Appendable out, String text) throws IOException {
        out.append("<li>")
                .append(text.replace("&", "&amp;").replace("<", "&lt;"))
                .append("</li>\n");
    }

    private static String name(AssistanceSchedule.Slot slot) {
        return slot.label(grade -> grade);
    }

    private static String amount(StandardInForce answer) {
        return answer.amount() == null ? "不详 / not known" : answer.amount().toString();
    }

    private static String doubt(StandardInForce answer) {
        String others = answer.possible().stream()
                .filter(each -> each != answer.known() && each.price() != null)
                .map(each -> each.price() + "（" + (each.effectiveFrom() == null ? "?" : each.effectiveFrom()) + "）")
                .distinct()
                .collect(Collectors.joining("、"));
        return others.isEmpty() ? "" : "［可能已是 / perhaps already " + others + "］";
    }

    private static String change(StandardChange change) {
        String text = amount(change.before()) + " → " + amount(change.after());
        return change.difference() == null ? text : text + "，+" + change.difference() + "，" + change.growth() + "%";
    }

    private static String names(List<AssistanceCategory> categories) {
        return categories.isEmpty()
                ? "—"
                : categories.stream().map(AssistanceCategory::name).collect(Collectors.joining("、"));
    }
}
