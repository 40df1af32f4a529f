package org.gongkai.cli.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.WholeFile;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.proof.PackageSignature;
import org.gongkai.export.proof.RecordProof;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the proof that one record is in a package, to be checked without the rest of it. */
@Command
public final class ProveCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;

    @Parameters(index = "0", paramLabel = "PACKAGE", descriptionKey = "PACKAGE")
    private Path path = Path.of("");

    @Parameters(index = "1", paramLabel = "KEY", descriptionKey = "KEY")
    private String key = "";

    @Option(names = "--line", paramLabel = "N", descriptionKey = "line")
    private @Nullable Long line;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out")
    private @Nullable Path out;

    public ProveCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        PackagePaths.exists(path);
        Path beside = PackageSignature.beside(path);
        PackageSignature signature = Files.exists(beside) ? PackageSignature.read(beside) : null;
        byte[] proof = CanonicalJson.indented(RecordProof.of(path, key, line, signature));
        if (out == null) {
            terminal.out().writeBytes(proof);
            terminal.out().flush();
        } else {
            WholeFile.write(out, to -> to.write(proof));
        }
        if (signature == null) {
            terminal.err().println("gongkai: " + messages.text("prove.unsigned", beside));
        }
        return ExitCode.COMPLETE;
    }
}
