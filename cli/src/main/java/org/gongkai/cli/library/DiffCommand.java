package org.gongkai.cli.library;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.core.privacy.Leaving;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.text.LegacyText;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.delta.PackageDelta;
import org.gongkai.export.delta.RecordChange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a person what differs between two packages, field by field. */
@Command
public final class DiffCommand implements Callable<Integer> {

    private static final int SHOWN = 80;
    private static final int BEFORE = 20;

    private final Terminal terminal;
    private final Messages messages;

    @Parameters(index = "0", paramLabel = "BEFORE", descriptionKey = "BEFORE")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "AFTER")
    private Path after = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    public DiffCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        PackagePaths.exists(before);
        PackagePaths.exists(after);
        long[] counts = new long[RecordChange.Kind.values().length];
        JsonMapper mapper = CanonicalJson.mapper();
        PackageDelta.compare(before, after, (change, title, fields) -> {
            counts[change.change().ordinal()]++;
            if (json) {
                printJson(mapper, change, title, fields);
            } else {
                print(change, title, fields);
            }
        });
        if (!json) {
            terminal.out().println(messages.text("packageDiff.sum", counts[0], counts[1], counts[2]));
        }
        return counts[0] + counts[1] + counts[2] == 0 ? ExitCode.COMPLETE : ExitCode.FINDINGS;
    }

    /** One object a line: the change as changes.ndjson has it, the title, and the fields with their whole values, the numbers of persons masked. */
    private void printJson(JsonMapper mapper, RecordChange change, String title, List<PackageDelta.FieldChange> fields)
            throws IOException {
        ObjectNode line = mapper.valueToTree(change.withoutNumbers());
        line.put("title", Leaving.text(title));
        line.set(
                "fields",
                mapper.valueToTree(fields.stream()
                        .map(PackageDelta.FieldChange::withoutNumbers)
                        .toList()));
        terminal.out().println(mapper.writeValueAsString(line));
    }

    private void print(RecordChange change, String title, List<PackageDelta.FieldChange> fields) {
        PrintStream out = terminal.out();
        out.println(messages.text("packageDiff." + change.change().code(), change.kind(), title, change.key()));
        for (PackageDelta.FieldChange each : fields) {
            int from = Math.max(0, common(each.was(), each.is()) - BEFORE);
            out.println("    " + Terminal.shown(each.pointer()));
            out.println("      - " + part(each.was(), from));
            out.println("      + " + part(each.is(), from));
        }
    }

    private static int common(@Nullable String was, @Nullable String is) {
        int at = 0;
        while (was != null
                && is != null
                && at < Math.min(was.length(), is.length())
                && was.charAt(at) == is.charAt(at)) {
            at++;
        }
        return at;
    }

    /** The part of a value around its first difference. */
    private String part(@Nullable String value, int from) {
        if (value == null) {
            return messages.text("packageDiff.absent");
        }
        // A number is masked before it may be cut; what is masked keeps its length.
        String shown = PersonalData.maskedNumbers(value);
        int end = Math.min(shown.length(), from + SHOWN);
        return LegacyText.oneLine(
                (from > 0 ? "…" : "") + shown.substring(from, end) + (end < shown.length() ? "…" : ""));
    }
}
