package org.gongkai.export.obligation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.gongkai.export.table.Markup;
import org.gongkai.export.table.XlsxWriter;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.obligation.BodyFigures;
import org.gongkai.validation.obligation.BodyNaming;
import org.gongkai.validation.obligation.BodyRegister;
import org.gongkai.validation.obligation.ObligationReport;
import org.gongkai.validation.obligation.ObligationResult;
import org.gongkai.validation.obligation.ObligationState;
import org.gongkai.validation.obligation.ThreeFigures;
import org.gongkai.validation.report.RunSummary.Share;
import org.jspecify.annotations.Nullable;

/** The obligations of a year as a workbook, in Chinese: bodies by obligations, what is behind each cell, the findings, how records were matched. */
final class ObligationBook {

    private static final double NAME = 24;
    private static final double CELL = 14;
    private static final double TEXT = 50;

    private final ObligationReport report;
    private final XlsxWriter book;

    ObligationBook(ObligationReport report, OutputStream out) throws IOException {
        this.report = report;
        double[] cells = DoubleStream.generate(() -> CELL)
                .limit(report.obligations().size() + 3L)
                .toArray();
        this.book = new XlsxWriter(
                out,
                List.of(
                        sheet(
                                "单位与义务",
                                1,
                                DoubleStream.concat(DoubleStream.of(NAME), DoubleStream.of(cells))
                                        .toArray()),
                        sheet("明细", 0, NAME, NAME, CELL, TEXT, CELL, TEXT),
                        sheet("问题", 0, NAME, TEXT, TEXT, NAME),
                        sheet("记录对应", 0, NAME, CELL, NAME, CELL)));
    }

    private static XlsxWriter.Sheet sheet(String name, int frozen, double... widths) {
        List<XlsxWriter.Column> columns = new ArrayList<>();
        for (double each : widths) {
            columns.add(new XlsxWriter.Column(each, XlsxWriter.Style.WRAPPED));
        }
        return new XlsxWriter.Sheet(name, columns, frozen, 1, true);
    }

    void write() throws IOException {
        grid();
        details();
        findings();
        matching();
        book.finish();
    }

    private void grid() throws IOException {
        book.begin();
        List<Object> head = new ArrayList<>(List.of("单位", "全量覆盖", "要素齐全", "格式规范"));
        report.obligations().forEach(each -> head.add(text(each.name().zh())));
        book.row(XlsxWriter.Style.HEAD, head);
        for (int i = 0; i < report.bodies().size(); i++) {
            ThreeFigures figures = report.figures().get(i).figures();
            List<Object> row = new ArrayList<>(List.of(
                    text(report.bodies().get(i).name()),
                    share(figures.coverage()),
                    share(figures.completeness()),
                    share(figures.regularity())));
            report.of(i).forEach(each -> row.add(each.state().text().zh()));
            book.row(row);
        }
        book.end();
    }

    private static String share(Share share) {
        return share.percent() == null
                ? "—"
                : share.percent().toPlainString() + " %（" + share.good() + "/" + share.all() + "）";
    }

    private void details() throws IOException {
        book.begin();
        book.row(XlsxWriter.Style.HEAD, List.of("单位", "义务", "状态", "说明", "逾期天数", "日期"));
        for (ObligationResult each : report.results()) {
            if (each.state() != ObligationState.NOT_APPLICABLE) {
                List<@Nullable Object> row = new ArrayList<>(List.of(
                        text(each.body().name()),
                        text(each.obligation().name().zh()),
                        each.state().text().zh(),
                        each.reason() == null ? "" : text(each.reason().zh())));
                row.add(each.daysLate());
                row.add(String.join(
                        "、",
                        each.done().stream().distinct().map(Object::toString).toList()));
                book.row(row);
            }
        }
        book.end();
    }

    private void findings() throws IOException {
        book.begin();
        book.row(XlsxWriter.Style.HEAD, List.of("单位", "位置", "问题", "规则"));
        for (BodyFigures body : report.figures()) {
            for (Finding each : body.findings()) {
                book.row(List.of(
                        text(body.body().name()),
                        each.location() == null ? "" : text(each.location().toString()),
                        text(each.text(Locale.CHINESE)),
                        each.rule()));
            }
            int more = body.total() - body.findings().size();
            if (more > 0) {
                book.row(List.of(text(body.body().name()), "", "另有 " + more + " 个", ""));
            }
        }
        book.end();
    }

    private void matching() throws IOException {
        book.begin();
        book.row(XlsxWriter.Style.HEAD, List.of("记录中的单位", "对应方式", "单位", "记录数"));
        for (Map.Entry<BodyRegister.Way, Integer> each : report.ways().entrySet()) {
            book.row(List.of("合计", each.getKey().text().zh(), "", each.getValue()));
        }
        for (BodyNaming each : report.namings()) {
            book.row(List.of(
                    each.written() == null ? "" : text(each.written()),
                    each.way().text().zh(),
                    text(each.body().name()),
                    each.records()));
        }
        for (Map.Entry<String, Integer> each : report.unmatched().entrySet()) {
            book.row(List.of(text(each.getKey()), "没有对应上", "", each.getValue()));
        }
        book.row(List.of("", "没有单位", "", report.unplaced()));
        book.row(List.of("", "没有年份", "", report.undated()));
        book.row(List.of("", "其他单位的、与义务无关的", "", report.aside()));
        book.end();
    }

    private static String text(String text) {
        return Markup.cellText(text);
    }
}
