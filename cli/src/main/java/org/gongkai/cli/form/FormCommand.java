package org.gongkai.cli.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.cli.terminal.WholeFile;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.export.form.EntryForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the workbook in which records of a kind are entered by hand. */
@Command
public final class FormCommand implements Callable<Integer> {

    private static final String ENDING = ".xlsx";

    private final Terminal terminal;
    private final Messages messages;

    @Parameters(paramLabel = "KIND", descriptionKey = "KIND", completionCandidates = Kinds.class)
    private String kind = "";

    @Option(names = "--out", paramLabel = "FILE.xlsx", descriptionKey = "out", required = true)
    private Path out = Path.of("");

    public FormCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        RecordKind<?> named = RecordKind.named(kind);
        if (named == null) {
            throw new UsageException(messages.text("error.form.kind", kind, String.join(", ", new Kinds())));
        }
        if (!out.toString().endsWith(ENDING)) {
            throw new UsageException(messages.text("error.form.name", out));
        }
        if (Files.exists(out)) {
            // It may be a form that somebody has filled in.
            throw new UsageException(messages.text("error.form.out", out));
        }
        Path target = out.toAbsolutePath().normalize();
        Files.createDirectories(target.getParent());
        WholeFile.write(target, stream -> EntryForm.of(named).write(stream, messages.locale()));
        terminal.out().println(messages.text("form.done", out, named.name().in(messages.locale())));
        return ExitCode.COMPLETE;
    }

    /** The kinds that help and shells offer. */
    private static final class Kinds implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return RecordKind.all().stream().map(RecordKind::code).iterator();
        }
    }
}
