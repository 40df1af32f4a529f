package org.gongkai.cli.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.export.check.PackageVerification;
import org.gongkai.export.delta.PackageDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a package again and says what differs from what it says of itself. */
@Command
public final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;

    @Parameters(paramLabel = "PACKAGE", descriptionKey = "PACKAGE")
    private Path path = Path.of("");

    @Option(names = "--format", paramLabel = "NAME|FILE", descriptionKey = "format")
    private List<String> formats = new ArrayList<>();

    public VerifyCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        PackagePaths.exists(path);
        PackageVerification result = PackageVerification.of(path, Formats.profiles(formats, messages));
        for (PackageDifference each : result.differences()) {
            terminal.out().println(Terminal.shown(each.text(messages.locale())));
        }
        if (result.more() > 0) {
            terminal.out().println(messages.text("verify.more", result.more()));
        }
        for (String each : result.notChecked()) {
            terminal.out().println(messages.text("verify.notChecked", each));
        }
        if (!result.good()) {
            terminal.out()
                    .println(
                            messages.text("verify.differs", result.differences().size() + result.more()));
            return ExitCode.FINDINGS;
        }
        terminal.out()
                .println(messages.text(
                        "verify.good",
                        result.files(),
                        result.bytes(),
                        result.description() == null ? 0 : result.description().records()));
        return ExitCode.COMPLETE;
    }
}
