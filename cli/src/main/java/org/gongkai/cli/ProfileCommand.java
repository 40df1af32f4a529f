package org.gongkai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.conversion.ConversionException;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.format.ProfileException;
import org.gongkai.validation.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The profiles: what a format is made of, and which rules a receiver asks for. */
@Command
final class ProfileCommand {

    private final Terminal terminal;
    private final Messages messages;

    ProfileCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Command(name = "list")
    int list() {
        for (String each : FormatProfile.shippedNames()) {
            FormatProfile profile = FormatProfile.shipped(each);
            say(
                    "profile.format",
                    each,
                    profile.version(),
                    profile.engine().code(),
                    profile.evidence().mark());
        }
        FormatProfile.templateNames().forEach(each -> say("profile.template", each));
        Profile.names()
                .forEach(each -> say("profile.rules", each, Profile.named(each).version()));
        return ExitCode.COMPLETE;
    }

    @Command(name = "show")
    int show(@Parameters(paramLabel = "NAME", descriptionKey = "NAME") String name) {
        try {
            terminal.out().print(Profile.names().contains(name) ? Profile.text(name) : FormatProfile.text(name));
            terminal.out().flush();
            return ExitCode.COMPLETE;
        } catch (IllegalArgumentException unknown) {
            throw new UsageException(messages.text("error.profile.unknown", name));
        }
    }

    @Command(name = "check")
    int check(@Parameters(paramLabel = "FILE", descriptionKey = "FILE") Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new ConversionException(ConversionException.Problem.SOURCE_MISSING, file);
        }
        if (!Files.isRegularFile(file)) {
            throw new UsageException(messages.text("error.profile.folder", file));
        }
        try (InputStream in = Files.newInputStream(file)) {
            FormatProfile profile = FormatProfile.read(in, file.toString());
            say(
                    "profile.good",
                    file,
                    profile.name(),
                    profile.version(),
                    profile.engine().code(),
                    profile.fields().size(),
                    profile.evidence().mark());
            return ExitCode.COMPLETE;
        } catch (ProfileException faulty) {
            terminal.out().println(faulty.text(messages.locale()));
            return ExitCode.FINDINGS;
        }
    }

    private void say(String key, Object... values) {
        terminal.out().println(messages.text(key, values));
    }
}
