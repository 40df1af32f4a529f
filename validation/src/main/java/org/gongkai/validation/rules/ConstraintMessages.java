package org.gongkai.validation.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;

/**
 * Writes the texts of the rules as the message bundles that Bean Validation looks in, so that a host's own validator
 * says in words what is wrong. The build runs it.
 *
 * <p>A value is never put in: it would need an expression language, and it may be of personal data.
 */
public final class ConstraintMessages {

    // English also under its own name: else a machine set to Chinese would answer a question for English in Chinese.
    private static final Map<String, Locale> BUNDLES =
            Map.of("", Locale.ENGLISH, "_en", Locale.ENGLISH, "_zh", Locale.CHINESE);

    private ConstraintMessages() {}

    /**
     * Writes the bundles.
     *
     * @param args the folder of the compiled classes
     * @throws IOException when a bundle cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (Map.Entry<String, Locale> each : BUNDLES.entrySet()) {
            Files.writeString(
                    folder.resolve("ContributorValidationMessages" + each.getKey() + ".properties"),
                    bundle(RuleCatalogue.standard().rules(), each.getValue()),
                    StandardCharsets.US_ASCII);
        }
    }

    /** The lines of a bundle. A rule that says what it expected is none of a constraint, which knows no such thing. */
    static String bundle(List<Rule> rules, Locale language) {
        return rules.stream()
                .filter(each -> !each.says().en().contains("{expected}"))
                .map(each -> each.code()
                        + '='
                        + escaped(withoutValue(each.says().in(language), language.equals(Locale.CHINESE)))
                        + '\n')
                .collect(Collectors.joining());
    }

    /** A text as it reads when the value is not shown: a colon before it or brackets around it go, and a subject is named. */
    private static String withoutValue(String text, boolean chinese) {
        String said = text.replaceFirst("(?:：|: )\\{value\\}[。.]?$", chinese ? "。" : ".")
                .replaceFirst("（\\{value\\}）| \\(\\{value\\}\\)", "");
        return chinese
                ? said.replaceFirst("^“?\\{value\\}”?", "该值").replaceAll(" ?“?\\{value\\}”? ?", "")
                : said.replaceFirst("^\"?\\{value\\}\"?", "This value").replaceAll(" \"?\\{value\\}\"?", "");
    }

    /** Properties files are read as Latin-1 by some hosts. */
    private static String escaped(String text) {
        StringBuilder ascii = new StringBuilder();
        text.chars()
                .forEach(each -> ascii.append(each < 128 ? String.valueOf((char) each) : "\\u%04X".formatted(each)));
        return ascii.toString();
    }
}
