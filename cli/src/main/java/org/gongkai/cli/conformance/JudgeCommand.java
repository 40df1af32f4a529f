package org.gongkai.cli.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.gongkai.cli.run.ProfileOption;
import org.gongkai.cli.run.RunOptions;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.core.text.PlainWords;
import org.gongkai.export.CanonicalJson;
import org.gongkai.validation.json.JsonFault;
import org.gongkai.validation.json.JsonJudge;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges records, and folders of files, that come one a line, and answers each with a line of findings, for programs in other languages. */
@Command
public final class JudgeCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;
    private final JsonMapper mapper = CanonicalJson.mapper();

    @Mixin
    private ProfileOption profile = new ProfileOption();

    @Option(names = "--today", paramLabel = "DATE", descriptionKey = "today")
    private @Nullable LocalDate today;

    public JudgeCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    /** Records are judged by one, and files by the other. */
    private record Judges(JsonJudge records, FolderJudge files) {

        static Judges of(Profile profile, Clock clock) {
            return new Judges(JsonJudge.of(profile, clock), new FolderJudge(profile, clock));
        }

        ObjectNode answer(JsonNode input) throws IOException {
            return FolderJudge.takes(input) ? records.answer(files.judge(input)) : records.answer(input);
        }
    }

    @Override
    public Integer call() throws IOException {
        Clock now = RunOptions.on(today, clock);
        Judges judges = Judges.of(profile.profile(messages), now);
        boolean complete = true;
        BufferedReader lines = terminal.lines();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            ObjectNode answer = answer(judges, line);
            complete &= complete(answer);
            terminal.out().println(answer);
            // Whoever asks waits for it.
            terminal.out().flush();
        }
        return complete ? ExitCode.COMPLETE : ExitCode.FINDINGS;
    }

    /** One line for each line, also for one that is no record: whoever asks counts on it. */
    private ObjectNode answer(Judges judges, String line) {
        try {
            return judges.answer(mapper.readTree(line));
        } catch (IOException | IllegalArgumentException unfit) {
            String why = unfit instanceof JsonProcessingException json
                    ? JsonFault.of(json).text(messages.locale())
                    : PlainWords.failure(unfit);
            return mapper.createObjectNode().put("fault", Terminal.shown(why));
        }
    }

    private static boolean complete(ObjectNode answer) {
        if (answer.has("fault")) {
            return false;
        }
        for (JsonNode each : answer.get("findings")) {
            if (each.get("severity").asText().equals(Severity.ERROR.code())) {
                return false;
            }
        }
        return true;
    }
}
