package org.gongkai.cli.notice;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gongkai.cli.run.FindingPrinter;
import org.gongkai.cli.run.RunOptions;
import org.gongkai.cli.run.SourceReading;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.cli.terminal.WholeFile;
import org.gongkai.conversion.Conversion;
import org.gongkai.conversion.NoticeReadBack;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.privacy.PersonalDataScan;
import org.gongkai.export.notice.NoticeForm;
import org.gongkai.export.notice.NoticeFormException;
import org.gongkai.export.notice.PublicNotice;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.table.TableKind;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.land.RequisitionGround;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes notices of a form from the records of sources, and reads each page again to see that it says what the record says. */
@Command
public final class NoticeCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;
    private boolean faulty;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "FILE")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--form", paramLabel = "NAME|FILE", descriptionKey = "form", required = true)
    private String form = "";

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out", required = true)
    private Path out = Path.of("");

    @Mixin
    private RunOptions options = new RunOptions();

    public NoticeCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        files.forEach(Conversion::requireReadable);
        NoticeForm chosen = form();
        if (Files.exists(out)) {
            throw new UsageException(messages.text("error.notice.out", out));
        }
        Records records = new Records(
                DisclosureValidator.of(
                        options.profile(messages),
                        options.clock(clock),
                        RequisitionGround.standard().withCalendar(options.calendar())),
                chosen);
        TableKind tables = TableKind.of(chosen.kind().code());
        records.read(
                LegacyReader.standard()
                        .withMapping(tables == null ? options.mapping(messages) : options.mapping(messages, tables)),
                files);
        records.print(new FindingPrinter(terminal.out(), messages));
        faulty = records.faulty();
        List<DisclosureRecord> clean = clean(records.fit);
        if (clean.isEmpty()) {
            throw new UsageException(
                    messages.text("error.notice.none", chosen.name().in(messages.locale())));
        }
        List<PublicNotice> notices = chosen.write(clean);
        Files.createDirectories(out);
        for (int i = 0; i < notices.size(); i++) {
            write(notices.get(i), "%s-%03d".formatted(chosen.code(), i + 1));
        }
        terminal.out().println(messages.text("notice.done", notices.size(), clean.size()));
        if (records.others > 0) {
            terminal.out().println(messages.text("notice.others", records.others));
        }
        return faulty ? ExitCode.FINDINGS : ExitCode.COMPLETE;
    }

    private NoticeForm form() throws IOException {
        NoticeForm shipped = NoticeForm.named(form);
        if (shipped != null) {
            return shipped;
        }
        Path file = Path.of(form);
        if (!Files.isRegularFile(file)) {
            String names = NoticeForm.shipped().stream().map(NoticeForm::code).collect(Collectors.joining(", "));
            throw new UsageException(messages.text("error.notice.form", form, names));
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return NoticeForm.read(form, reader);
        } catch (NoticeFormException wrong) {
            throw new UsageException(wrong.text(messages.locale()));
        }
    }

    /** What holds personal data is told and goes into no notice. */
    private List<DisclosureRecord> clean(List<DisclosureRecord> records) {
        List<DisclosureRecord> clean = new ArrayList<>();
        for (DisclosureRecord each : records) {
            List<PersonalDataScan.Place> places = PersonalDataScan.of(each);
            if (places.isEmpty()) {
                clean.add(each);
            } else {
                faulty = true;
                terminal.out()
                        .println(messages.text(
                                "notice.personal",
                                name(each),
                                places.get(0).pointer(),
                                places.get(0).match().kind().text(messages.locale())));
            }
        }
        return clean;
    }

    private void write(PublicNotice notice, String name) throws IOException {
        Path page = out.resolve(name + ".html");
        WholeFile.write(page, stream -> {
            Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            notice.writeHtml(writer);
            writer.flush();
        });
        WholeFile.write(out.resolve(name + ".docx"), notice::writeDocx);
        terminal.out().println(messages.text("notice.written", name, Terminal.shown(notice.title())));
        for (PublicNotice.Told each : notice.told()) {
            if (!each.leftOut().isEmpty()) {
                terminal.out().println(messages.text("notice.leftOut", name(each.record()), shown(each.leftOut())));
            }
        }
        for (NoticeReadBack.Difference each : NoticeReadBack.differences(notice, page)) {
            faulty = true;
            RecordField field = each.field();
            terminal.out()
                    .println(messages.text(
                            field == null ? "notice.unread" : "notice.differs",
                            name(each.record()),
                            field == null ? "" : field.label().in(messages.locale())));
        }
    }

    /** Each field once, with how many of its items are left out. */
    private String shown(List<PublicNotice.LeftOut> left) {
        Map<String, Integer> fields = new LinkedHashMap<>();
        for (PublicNotice.LeftOut each : left) {
            String label = each.label() == null
                    ? Terminal.shown(each.pointer())
                    : each.label().in(messages.locale());
            fields.merge(label, 1, Integer::sum);
        }
        return fields.entrySet().stream()
                .map(each -> each.getValue() == 1 ? each.getKey() : each.getKey() + " (" + each.getValue() + ')')
                .collect(Collectors.joining(messages.text("notice.comma")));
    }

    private static String name(DisclosureRecord record) {
        return Terminal.shown(Objects.requireNonNullElse(record.designation(), record.key()));
    }

    /** Keeps the records that the form is for. */
    private static final class Records extends SourceReading {

        private final NoticeForm form;
        private final List<DisclosureRecord> fit = new ArrayList<>();
        private int others;

        Records(DisclosureValidator validator, NoticeForm form) {
            super(validator);
            this.form = form;
        }

        @Override
        protected void keep(Mapped mapped) {
            DisclosureRecord record = mapped.record();
            if (form.fits(record)) {
                fit.add(record);
            } else {
                others++;
            }
        }
    }
}
