package org.gongkai.export.bag;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.core.privacy.PersonalData;

/**
 * Gives each rejected source a file name of its own that every system and every archive program can hold, and that
 * leads nowhere but into the folder, without the numbers of persons. The same names asked for in the same order give the same answers. Not
 * thread-safe.
 */
public final class RejectNames {

    private static final int LIMIT = 120;
    private static final int LONGEST_EXTENSION = 10;
    /** Names that Windows keeps for devices, whatever extension follows. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(?:CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|COM[0-9¹²³]|LPT[0-9¹²³])(?:\\..*)?");

    private final Set<String> taken = new HashSet<>();

    public String next(String sourceName) {
        String clean = clean(PersonalData.maskedNumbers(sourceName));
        String name = clean;
        for (int i = 2; !taken.add(folded(name)); i++) {
            int dot = extension(clean);
            name = clean.substring(0, dot) + '-' + i + clean.substring(dot);
        }
        return name;
    }

    /** Systems that do not tell A from a, or one way of composing a letter from another, see one name. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    static String clean(String sourceName) {
        StringBuilder name = new StringBuilder();
        Normalizer.normalize(sourceName, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> allowed(c) ? c : '_')
                .forEach(name::appendCodePoint);
        String clean = name.toString();
        if (DEVICE.matcher(clean.stripTrailing()).matches() || clean.startsWith(".")) {
            clean = '_' + clean;
        }
        int end = clean.length();
        while (end > 0 && (clean.charAt(end - 1) == '.' || clean.charAt(end - 1) == ' ')) {
            end--;
        }
        clean = clean.substring(0, end) + "_".repeat(clean.length() - end);
        if (clean.isBlank()) {
            clean = "_" + clean.strip();
        }
        if (clean.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
            clean = shortened(clean, sourceName);
        }
        try {
            // A system set to plain ASCII refuses Chinese names.
            Path.of(clean);
            return clean;
        } catch (InvalidPathException refused) {
            return shortened(clean.replaceAll("[^ -~]", "_"), sourceName);
        }
    }

    private static boolean allowed(int c) {
        return switch (Character.getType(c)) {
            // FORMAT holds the marks that turn the direction of writing and so disguise an extension.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // The percent sign is legal, but the Library of Congress reader of bags does not decode it in manifests.
            default -> "/\\<>:\"|?*%".indexOf(c) < 0;
        };
    }

    /** Cuts the name and puts a mark of the whole into it, so that two long names stay apart. */
    private static String shortened(String clean, String sourceName) {
        int dot = extension(clean);
        String extension = clean.substring(dot);
        String mark = '~'
                + HexFormat.of().formatHex(Sha256.create().digest(sourceName.getBytes(StandardCharsets.UTF_8)), 0, 4);
        int room = LIMIT - mark.length() - extension.getBytes(StandardCharsets.UTF_8).length;
        StringBuilder start = new StringBuilder();
        int used = 0;
        for (int c : clean.substring(0, dot).codePoints().toArray()) {
            used += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (used > room) {
                break;
            }
            start.appendCodePoint(c);
        }
        return start + mark + extension;
    }

    /** Where the extension begins, or the end of the name when it has none. */
    private static int extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? dot : name.length();
    }
}
