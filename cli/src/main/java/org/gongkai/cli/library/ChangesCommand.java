package org.gongkai.cli.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.cli.run.ProfileOption;
import org.gongkai.cli.run.RunOptions;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.Location;
import org.gongkai.export.delta.PackageDelta;
import org.gongkai.validation.change.ChangeAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.json.JsonJudge;
import org.gongkai.validation.profile.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges what changed between two packages, where {@link DiffCommand} shows all of it. */
@Command
public final class ChangesCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    @Parameters(index = "0", paramLabel = "BEFORE", descriptionKey = "BEFORE")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "AFTER")
    private Path after = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--today", paramLabel = "DATE", descriptionKey = "today")
    private @Nullable LocalDate today;

    @Mixin
    private ProfileOption profile = new ProfileOption();

    public ChangesCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PackagePaths.exists(before);
        PackagePaths.exists(after);
        Profile rules = profile.profile(messages);
        Clock now = RunOptions.on(today, clock);
        ChangeAudit audit = new ChangeAudit(
                rules, LocalDate.now(now), records -> PackageDelta.read(List.of(before), records::accept));
        Location place = Location.of(after.toString());
        long[] records = {0};
        PackageDelta.read(PackageDelta.isDelta(after) ? List.of(before, after) : List.of(after), each -> {
            audit.see(each, place);
            records[0]++;
        });
        JsonJudge writer = JsonJudge.of(rules, now);
        long[] found = {0};
        audit.end(finding -> {
            found[0]++;
            terminal.out().println(json ? line(writer, finding) : text(finding));
        });
        if (!json) {
            audit.skipped()
                    .forEach(each -> terminal.out()
                            .println(messages.text(
                                    "changes.skipped",
                                    each.rule(),
                                    each.because().in(messages.locale()))));
            terminal.out().println(messages.text("changes.sum", records[0], found[0]));
        }
        return found[0] == 0 ? ExitCode.COMPLETE : ExitCode.FINDINGS;
    }

    private static JsonNode line(JsonJudge writer, Finding finding) {
        return writer.answer(List.of(finding)).get("findings").get(0);
    }

    private String text(Finding finding) {
        return messages.text(
                "changes.line",
                finding.severity().shown().in(messages.locale()),
                Terminal.shown(PersonalData.maskedNumbers(finding.record() + ' ' + finding.pointer())
                        .strip()),
                Terminal.shown(finding.text(messages.locale())),
                finding.rule());
    }
}
