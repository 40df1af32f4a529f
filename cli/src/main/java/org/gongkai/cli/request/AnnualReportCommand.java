package org.gongkai.cli.request;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gongkai.cli.run.FindingPrinter;
import org.gongkai.cli.run.RunOptions;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.cli.terminal.WholeFile;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.AnnualReportBuilder;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportPeriod;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.text.LegacyText;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.annual.AnnualReportForm;
import org.gongkai.ingest.table.TableKind;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.request.RegisterCount;
import org.gongkai.validation.request.RequestGround;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills the form of the annual report from a register: tables 3 and 4, and the fees of section 6. */
@Command
public final class AnnualReportCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    @Option(names = "--register", arity = "1..*", paramLabel = "FILE", descriptionKey = "register", required = true)
    private List<Path> register = new ArrayList<>();

    @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "year", required = true)
    private int year;

    @Option(names = "--body", paramLabel = "BODY", descriptionKey = "body", required = true)
    private String body = "";

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out")
    private @Nullable Path out;

    @Mixin
    private RunOptions options = new RunOptions();

    public AnnualReportCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        ReportForm form = ReportForm.of(year);
        if (form == null) {
            throw new UsageException(messages.text("error.annualReport.year", String.valueOf(year)));
        }
        Agency reporter = new Agency(body);
        WorkingCalendar calendar = options.calendar();
        DisclosureValidator validator = DisclosureValidator.of(
                options.profile(messages),
                options.clock(clock),
                RequisitionGround.standard().withCalendar(calendar));
        RequestGround ground = new RequestGround(Duties.catalogue(), calendar);
        Register read =
                Register.read(register, options.mapping(messages, TableKind.REQUEST), validator, reporter, messages);
        read.print(new FindingPrinter(out == null ? terminal.err() : terminal.out(), messages));
        read.require(messages);
        List<DisclosureRequest> own = read.requests().stream()
                .filter(each -> each.body() != null && same(each.body(), reporter))
                .toList();
        RegisterCount count = RegisterCount.of(own, year, ground);
        AnnualReport report = AnnualReportForm.filled(AnnualReportBuilder.builder()
                .body(reporter)
                .year(year)
                .period(ReportPeriod.of(year))
                .requests(count.requests())
                .disputes(count.disputes())
                .fees(count.fees())
                .build());
        if (out == null) {
            terminal.out().writeBytes(new CanonicalJson().line(report));
            terminal.out().println();
            terminal.out().flush();
        } else {
            write(report, out);
            say(report, count, form, own.size(), read.requests().size() - own.size());
        }
        return count.uncounted().isEmpty() && !read.faulty() ? ExitCode.COMPLETE : ExitCode.FINDINGS;
    }

    private static boolean same(Agency one, Agency other) {
        return LegacyText.withoutBlanks(one.text()).equals(LegacyText.withoutBlanks(other.text()));
    }

    private void write(AnnualReport report, Path file) throws IOException {
        if (Files.exists(file)) {
            throw new UsageException(messages.text("error.mapping.there", file));
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        WholeFile.write(file, stream -> {
            if (name.endsWith(".xlsx")) {
                AnnualReportForm.writeXlsx(report, stream);
            } else if (name.endsWith(".html") || name.endsWith(".htm")) {
                text(stream, writer -> AnnualReportForm.writeHtml(report, writer));
            } else if (name.endsWith(".csv")) {
                text(stream, writer -> AnnualReportForm.writeCsv(report, writer));
            } else if (name.endsWith(".json")) {
                stream.write(new CanonicalJson().line(report));
                stream.write(0x0A);
            } else {
                throw new UsageException(messages.text("error.annualReport.out", file));
            }
        });
    }

    private interface Text {
        void write(Writer writer) throws IOException;
    }

    private static void text(OutputStream stream, Text text) throws IOException {
        Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        text.write(writer);
        writer.flush();
    }

    /** What was counted, what could not be, and which cells no source gave. */
    private void say(AnnualReport report, RegisterCount count, ReportForm form, int own, int others) {
        PrintStream stream = terminal.out();
        stream.println(messages.text(
                "annualReport.counted",
                own,
                total(report.requests(), "一"),
                total(report.requests(), "二"),
                total(report.requests(), "三(七)"),
                total(report.requests(), "四")));
        if (others > 0) {
            stream.println(messages.text("annualReport.others", others));
        }
        for (RegisterCount.Uncounted each : count.uncounted()) {
            RecordField field = RecordKind.of(DisclosureRequest.class).field(each.field());
            stream.println(messages.text(
                    "annualReport.uncounted",
                    Objects.requireNonNullElse(each.caseNumber(), "?"),
                    field == null ? each.field() : field.label().in(messages.locale())));
        }
        stream.println(messages.text(
                "annualReport.noSource",
                form.rows(ReportTable.PROACTIVE).stream().map(FormRow::name).collect(Collectors.joining("、"))));
        stream.println(messages.text("annualReport.noText", AnnualReportForm.unwritten(report)));
        stream.println(messages.text(
                "annualReport.fees",
                Objects.requireNonNullElse(count.fees().notices(), 0),
                String.valueOf(count.fees().noticed()),
                String.valueOf(count.fees().collected())));
        stream.println(messages.text("annualReport.written", out));
    }

    private static String total(List<ReportRow> rows, String code) {
        return rows.stream()
                .filter(each -> code.equals(each.code()))
                .map(each -> each.cells().get(each.cells().size() - 1).text())
                .findFirst()
                .orElse("0");
    }
}
