package org.gongkai.ingest.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.gongkai.core.Bilingual;
import org.gongkai.ingest.mapping.MappingSuggestion.Guess;

/** Writes a suggestion as a mapping file. Immutable. */
final class SuggestionYaml {

    /** A guess below it is written as a comment. */
    private static final BigDecimal WRITE = new BigDecimal("0.50");

    private final List<Guess> guesses;
    private final List<MappingSuggestion.Tables> tables;
    private final boolean chinese;

    SuggestionYaml(MappingSuggestion suggestion, Locale language) {
        this.guesses = suggestion.guesses();
        this.tables = suggestion.tables();
        this.chinese = Bilingual.isChinese(language);
    }

    /** The text, with a line feed at its end. */
    String text() {
        StringBuilder yaml = new StringBuilder(
                chinese
                        ? "# 对照文件初稿：逐行核对；右侧是把握程度（0 到 1）和一个例值。\n"
                        : "# First draft of a mapping: check each line; on the right the confidence, 0 to 1, and a value.\n");
        List<Guess> sure = guesses.stream()
                .filter(each -> each.component() != null && each.confidence().compareTo(WRITE) >= 0)
                .toList();
        if (!guesses.isEmpty() || tables.isEmpty()) {
            yaml.append(sure.isEmpty() ? "labels: {}\n" : "labels:\n");
        }
        sure.forEach(each -> line(yaml, "  ", each));
        List<Guess> open = guesses.stream().filter(each -> !sure.contains(each)).toList();
        if (!open.isEmpty()) {
            yaml.append(
                    chinese
                            ? "# 以下未定：需要的去掉 # 移入 labels；不需要的移入 ignored 并写明理由。\n"
                            : "# Not settled: move a line into labels, or into ignored with the reason.\n");
            open.forEach(each -> line(yaml, "#  ", each));
        }
        values(yaml, sure);
        tables(yaml);
        yaml.append(chinese ? "# ignored:\n#   标签: 理由\n" : "# ignored:\n#   label: reason\n");
        return yaml.toString();
    }

    /** What the source writes in place of the terms of a list, for the reader to say what is meant. */
    private void values(StringBuilder yaml, List<Guess> sure) {
        boolean first = true;
        for (Guess each : sure) {
            Component component = each.component();
            if (component == null || each.unlisted().isEmpty()) {
                continue;
            }
            if (first) {
                yaml.append(
                        chinese
                                ? "# 以下各值不在要素的用语之内：在冒号后写明含义，再去掉 #。\n# values:\n"
                                : "# These values are no terms of the element: write what each means behind its colon, and take"
                                        + " the # away.\n# values:\n");
                first = false;
            }
            yaml.append("#   ").append(component.path()).append(":\n");
            each.unlisted()
                    .forEach(
                            value -> yaml.append("#     ").append(quoted(value)).append(": ?\n"));
        }
    }

    /** What the tables of other kinds hold: headers that are known need no line, and are shown as comments. */
    private void tables(StringBuilder yaml) {
        if (tables.isEmpty()) {
            return;
        }
        yaml.append(
                chinese
                        ? "# 表格：defaults 中可写明表格没有的内容；标 # 的表头已经认得，或需要先写明含义。\ntables:\n"
                        : "# Tables: defaults may say what a table does not; headers behind # are known, or want a meaning.\ntables:\n");
        for (MappingSuggestion.Tables each : tables) {
            yaml.append("  - files: ")
                    .append(quoted(glob(each.files())))
                    .append("\n    kind: ")
                    .append(each.kind().code())
                    .append('\n');
            if (each.columns().stream().anyMatch(SuggestionYaml::sure)) {
                yaml.append("    headers:\n");
            }
            for (MappingSuggestion.Column column : each.columns()) {
                yaml.append(sure(column) ? "      " : "#     ").append(quoted(column.header()));
                boolean known = column.meaning() == null && column.confidence().signum() > 0;
                yaml.append(": ").append(known ? "=" : column.meaning() == null ? "?" : column.meaning());
                comment(yaml, column.confidence(), column.example());
            }
        }
    }

    private static boolean sure(MappingSuggestion.Column column) {
        return column.meaning() != null && column.confidence().compareTo(WRITE) >= 0;
    }

    /** The name of a file as a pattern that fits it alone. */
    private static String glob(String name) {
        return name.replaceAll("[\\\\*?\\[\\]{}]", "\\\\$0");
    }

    private static void line(StringBuilder yaml, String indent, Guess guess) {
        yaml.append(indent)
                .append(quoted(guess.label()))
                .append(": ")
                .append(guess.component() == null ? "?" : guess.component().path());
        comment(yaml, guess.confidence(), guess.example());
    }

    private static void comment(StringBuilder yaml, BigDecimal confidence, String example) {
        yaml.append("  # ").append(confidence);
        if (!example.isEmpty()) {
            yaml.append("  ").append(example.replaceAll("[^\\P{C}\\t]", "\uFFFD"));
        }
        yaml.append('\n');
    }

    /**
     * A text as YAML has it between double quotes, to be read by people: what shows stands as it is, and what does not show,
     * or looks like a plain blank and is none, is escaped. The blank of full width shows by its width.
     */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(each -> {
            if (each == '"' || each == '\\') {
                quoted.append('\\').appendCodePoint(each);
            } else if (shows(each)) {
                quoted.appendCodePoint(each);
            } else {
                quoted.append(String.format(Locale.ROOT, each > 0xFFFF ? "\\U%08X" : "\\u%04X", each));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean shows(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            case Character.SPACE_SEPARATOR -> character == ' ' || character == '\u3000';
            default -> true;
        };
    }
}
