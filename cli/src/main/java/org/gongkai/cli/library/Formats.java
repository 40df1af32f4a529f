package org.gongkai.cli.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.conversion.ConversionException;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.format.ProfileException;

/** The formats that a user asks for, by name or by file. */
public final class Formats {

    private Formats() {}

    public static List<FormatProfile> profiles(List<String> asked, Messages messages) {
        List<FormatProfile> profiles = new ArrayList<>();
        for (String each : asked) {
            FormatProfile profile = profile(each, messages);
            if (profiles.stream().anyMatch(profile::clashesWith)) {
                throw new UsageException(messages.text("error.format.clash", each, profile.name(), profile.file()));
            }
            profiles.add(profile);
        }
        return profiles;
    }

    private static FormatProfile profile(String asked, Messages messages) {
        if (FormatProfile.shippedNames().contains(asked)) {
            return FormatProfile.shipped(asked);
        }
        if (FormatProfile.templateNames().contains(asked)) {
            throw new UsageException(messages.text("error.format.template", asked));
        }
        Path file = Path.of(asked);
        if (!Files.isRegularFile(file)) {
            throw new UsageException(
                    messages.text("error.format.unknown", asked, String.join(", ", FormatProfile.shippedNames())));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return FormatProfile.read(in, asked);
        } catch (ProfileException faulty) {
            throw new UsageException(faulty.text(messages.locale()));
        } catch (IOException unreadable) {
            throw new ConversionException(ConversionException.Problem.SOURCE_UNREADABLE, Path.of(asked));
        }
    }
}
