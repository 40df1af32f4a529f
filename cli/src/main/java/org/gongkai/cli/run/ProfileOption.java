package org.gongkai.cli.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.validation.profile.Profile;
import picocli.CommandLine.Option;

/** By which rules is judged. */
public final class ProfileOption {

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            defaultValue = "shandong-library",
            descriptionKey = "profile")
    private String profile = "";

    public Profile profile(Messages messages) {
        try {
            if (!Files.isRegularFile(Path.of(profile))) {
                return Profile.named(profile);
            }
            try (InputStream data = Files.newInputStream(Path.of(profile))) {
                return Profile.read(data);
            }
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new UsageException(messages.text("error.profile", profile, String.valueOf(e.getMessage())));
        }
    }
}
