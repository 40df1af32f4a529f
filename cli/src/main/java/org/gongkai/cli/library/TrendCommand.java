package org.gongkai.cli.library;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.export.CanonicalJson;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportTrend;
import org.gongkai.validation.report.RunSummary;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The figures of several runs over time. */
@Command
public final class TrendCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;

    @Parameters(arity = "1..*", paramLabel = "PACKAGE", descriptionKey = "PACKAGE")
    private List<Path> packages = new ArrayList<>();

    @Option(names = "--points", paramLabel = "N", descriptionKey = "points")
    private BigDecimal points = ReportTrend.Thresholds.standard().points();

    @Option(names = "--records", paramLabel = "PERCENT", descriptionKey = "records")
    private BigDecimal records = ReportTrend.Thresholds.standard().records();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    public TrendCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, Report> reports = new LinkedHashMap<>();
        for (Path each : packages) {
            if (reports.put(each.toString(), WrittenReport.of(each, messages).report()) != null) {
                throw new UsageException(messages.text("error.trend.twice", each));
            }
        }
        ReportTrend trend = ReportTrend.of(reports, thresholds());
        if (json) {
            terminal.out().println(CanonicalJson.mapper().writeValueAsString(trend));
        } else {
            trend.points().forEach(this::print);
            terminal.out().println(messages.text("trend.thresholds", points.toPlainString(), records.toPlainString()));
        }
        boolean fell = trend.points().stream()
                .flatMap(each -> each.signs().stream())
                .anyMatch(each -> each != ReportTrend.Sign.OTHER_RULES);
        return fell ? ExitCode.FINDINGS : ExitCode.COMPLETE;
    }

    private ReportTrend.Thresholds thresholds() {
        try {
            return new ReportTrend.Thresholds(points, records);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + e.getMessage());
        }
    }

    private void print(ReportTrend.Point point) {
        terminal.out()
                .println(messages.text(
                        "trend.point",
                        point.made().toString(),
                        Terminal.shown(point.name()),
                        point.records(),
                        percent(point.coverage()),
                        percent(point.completeness()),
                        percent(point.regularity()),
                        percent(point.interpretation()),
                        point.severities().getOrDefault(Severity.ERROR, 0L),
                        point.severities().getOrDefault(Severity.WARNING, 0L),
                        point.severities().getOrDefault(Severity.INFO, 0L),
                        point.profile().name() + ' ' + point.profile().version(),
                        point.notRun()));
        for (ReportTrend.Sign each : point.signs()) {
            terminal.out().println(messages.text("trend." + each.code()));
        }
    }

    private String percent(RunSummary.@Nullable Share share) {
        BigDecimal percent = share == null ? null : share.percent();
        return percent == null ? messages.text("trend.none") : percent.toPlainString() + " %";
    }
}
