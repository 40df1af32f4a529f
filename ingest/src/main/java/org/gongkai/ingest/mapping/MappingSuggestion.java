package org.gongkai.ingest.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Bilingual;
import org.gongkai.core.Code;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.mapper.ValueReader;
import org.gongkai.ingest.page.OfficialText;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/**
 * A first mapping file for a source: which labels it has and what each seems to mean, with the confidence of each guess
 * as a comment. A person edits it; a guess below one half is written as a comment only.
 *
 * <p>Confidence: 1.00 for a label that is known as it stands, 0.90 when blanks, colons, brackets or case had to be
 * dropped, 0.60 when the label can mean two things or is a common word, and at most 0.70, by the share of the values
 * that fit, when only the look of the values tells.
 *
 * <p>Immutable and safe to share between threads.
 *
 * @param guesses one for each label, in the order of the source
 */
public record MappingSuggestion(List<Guess> guesses) {

    private static final int MOST_SAMPLES = 200;
    private static final int MOST_UNLISTED = 12;
    private static final Set<Component> LISTED =
            Set.of(Component.VALIDITY, Component.OPENNESS, Component.FILE_TYPE, Component.DOCUMENT_KIND);
    private static final BigDecimal WRITE = new BigDecimal("0.50");
    private static final Pattern PHONE = Pattern.compile("(?:\\(?0\\d{2,3}\\)?[- ]?)?\\d{7,8}(?:[-转]\\d{1,5})?");
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern AGENCY = Pattern.compile("[\\p{IsHan}]{2,30}(?:政府|办公室|局|委员会|厅|中心|街道办事处|法院|检察院)");

    /**
     * What a label seems to mean.
     *
     * @param label the label as it stands in the source
     * @param component what it seems to mean, or null when nothing tells
     * @param confidence how sure that is, from 0 to 1, with two decimals
     * @param example a value of the source, cut when long, empty when it has none
     * @param unlisted the values of an element with a closed list that are none of the list, such as 1 for 有效; empty
     *     where the element has no list, or all values are of it
     */
    public record Guess(
            String label, @Nullable Component component, BigDecimal confidence, String example, List<String> unlisted) {

        /**
         * Creates a guess.
         *
         * @throws NullPointerException when {@code unlisted} is null
         */
        public Guess {
            unlisted = List.copyOf(unlisted);
        }

        Guess(String label, @Nullable Component component, BigDecimal confidence, String example) {
            this(label, component, confidence, example, List.of());
        }
    }

    /**
     * Creates a suggestion.
     *
     * @throws NullPointerException when {@code guesses} is null
     */
    public MappingSuggestion {
        guesses = List.copyOf(guesses);
    }

    /**
     * Looks at sources.
     *
     * @param files the files, as {@link LegacyReader#find} gives them
     * @return the suggestion
     */
    public static MappingSuggestion of(List<SourceFile> files) {
        LabelAliases standard = LabelAliases.standard();
        Map<String, List<String>> samples = new LinkedHashMap<>();
        for (SourceFile file : files) {
            Collector known = new Collector(samples);
            LegacyReader.standard().read(file, known);
            if (known.records == 0) {
                // Nothing was known: take the first row for labels, whatever they are.
                LegacyReader.standard()
                        .withAliases(standard.assuming(Component.TITLE))
                        .read(file, known);
            }
        }
        return new MappingSuggestion(guess(samples, standard));
    }

    private static final class Collector implements SourceHandler {

        private final Map<String, List<String>> samples;
        private int records;

        Collector(Map<String, List<String>> samples) {
            this.samples = samples;
        }

        @Override
        public void ledger(List<LedgerEntry> entries) {}

        @Override
        public void record(Mapped mapped) {
            records++;
            for (LedgerEntry each : mapped.ledger()) {
                String label = each.location().label();
                // What the reader names itself, such as [正文:署名], is no label of the source.
                boolean own = label != null && label.startsWith("[") && !label.matches("\\[\\d+]");
                if (each.fate() != FieldFate.DEFAULTED && label != null && !own) {
                    List<String> values = samples.computeIfAbsent(label, one -> new ArrayList<>());
                    String value = LegacyText.stripUnseen(StringUtils.defaultString(each.value()));
                    if (!value.isEmpty() && values.size() < MOST_SAMPLES) {
                        values.add(value);
                    }
                }
            }
        }

        @Override
        public void rejected(SourceProblem problem, RawForm raw) {
            // A row that cannot be read tells nothing of the labels; converting reports it.
        }

        @Override
        public void problem(SourceProblem problem) {
            // As above.
        }
    }

    private static List<Guess> guess(Map<String, List<String>> samples, LabelAliases standard) {
        Map<String, Guess> guesses = new LinkedHashMap<>();
        Set<Component> taken = new HashSet<>();
        samples.forEach((label, values) -> {
            Guess guess = byLabel(label, values, standard);
            guesses.put(label, guess);
            if (guess.component() != null) {
                taken.add(guess.component());
            }
        });
        ValueReader reader = new ValueReader(Mapping.none());
        Map<String, Component> initials = initials();
        samples.forEach((label, values) -> {
            Component component = initials.get(label.toLowerCase(Locale.ROOT).replaceAll("^.*[._]|\\d+$", ""));
            if (guesses.get(label).component() == null
                    && standard.find(label) == null
                    && component != null
                    && taken.add(component)) {
                boolean fits = values.stream()
                        .allMatch(text -> !ValueReader.expected(component).equals("yyyy-MM-dd")
                                || reader.read(component, text).value() != null);
                guesses.put(
                        label, new Guess(label, component, new BigDecimal(fits ? "0.80" : "0.30"), example(values)));
            }
        });
        samples.forEach((label, values) -> {
            if (guesses.get(label).component() == null && standard.find(label) == null && !values.isEmpty()) {
                Guess guess = byValues(label, values, reader, taken);
                guesses.put(label, guess);
                if (guess.component() != null) {
                    taken.add(guess.component());
                }
            }
        });
        return guesses.values().stream()
                .map(each -> each.component() == null
                        ? each
                        : new Guess(
                                each.label(),
                                each.component(),
                                each.confidence(),
                                each.example(),
                                unlisted(each.component(), samples.getOrDefault(each.label(), List.of()), reader)))
                .toList();
    }

    /** The initials of the pinyin of labels, which columns of databases are named by. */
    private static Map<String, Component> initials() {
        Map<String, Component> initials = new HashMap<>();
        for (Csv.Row row : Csv.shipped(
                MappingSuggestion.class.getResourceAsStream("initials.csv"),
                "initials.csv",
                reader -> Csv.read(reader, "initials.csv", List.of("initials", "component")))) {
            initials.put(row.text("initials"), Component.of(row.text("component")));
        }
        return initials;
    }

    /** The values of a component with a closed list that are none of the list: what a table of values is for. */
    private static List<String> unlisted(Component component, List<String> values, ValueReader reader) {
        if (!LISTED.contains(component)) {
            return List.of();
        }
        List<String> unlisted = values.stream()
                .distinct()
                .filter(each -> !(reader.read(component, each).value() instanceof Code code && code.wellFormed())
                        && !reader.none(each))
                .toList();
        return unlisted.size() > MOST_UNLISTED ? List.of() : unlisted;
    }

    private static Guess byLabel(String label, List<String> values, LabelAliases standard) {
        LabelAliases.Alias alias = standard.find(label);
        Component component = alias == null ? Component.of(label) : alias.component();
        String confidence = component == null
                ? "0.00"
                : alias != null && (alias.weak() || alias.other() != null)
                        ? "0.60"
                        : alias == null || label.toLowerCase(Locale.ROOT).equals(LabelAliases.key(label))
                                ? "1.00"
                                : "0.90";
        return new Guess(label, component, new BigDecimal(confidence), example(values));
    }

    private static Guess byValues(String label, List<String> values, ValueReader reader, Set<Component> taken) {
        List<Guess> open = new ArrayList<>();
        for (Component each : List.of(
                Component.DOCUMENT_NUMBER,
                Component.INDEX_NUMBER,
                Component.OWNER_CODE,
                Component.VALIDITY,
                Component.OPENNESS)) {
            add(
                    open,
                    label,
                    values,
                    each,
                    "0.70",
                    text -> reader.read(each, text).value() instanceof Code code && code.wellFormed());
        }
        Component date = taken.contains(Component.WRITTEN_ON) ? Component.PUBLISHED_ON : Component.WRITTEN_ON;
        // Which of the dates it is the values cannot tell.
        add(open, label, values, date, "0.40", text -> reader.read(date, text).value() instanceof LocalDate);
        add(
                open,
                label,
                values,
                Component.TITLE,
                "0.60",
                text -> text.length() > 4 && text.length() < 200 && OfficialText.endsLikeTitle(text));
        add(
                open,
                label,
                values,
                Component.ISSUERS,
                "0.50",
                text -> AGENCY.matcher(text).matches());
        add(
                open,
                label,
                values,
                Component.SOURCE_URL,
                "0.60",
                text -> URL.matcher(text).matches());
        add(
                open,
                label,
                values,
                Component.CONSULTATION_TELEPHONE,
                "0.40",
                text -> PHONE.matcher(text).matches());
        add(open, label, values, Component.BODY, "0.50", text -> text.length() > 300);
        return open.stream()
                .filter(each -> !taken.contains(each.component()))
                .max(Comparator.comparing(Guess::confidence))
                .orElseGet(() -> new Guess(label, null, new BigDecimal("0.00"), example(values)));
    }

    private static void add(
            List<Guess> open,
            String label,
            List<String> values,
            Component component,
            String most,
            Predicate<String> fits) {
        long fit = values.stream().filter(fits).count();
        if (fit * 2 >= values.size()) {
            BigDecimal confidence = new BigDecimal(most)
                    .multiply(BigDecimal.valueOf(fit))
                    .divide(BigDecimal.valueOf(values.size()), 2, RoundingMode.HALF_UP);
            open.add(new Guess(label, component, confidence, example(values)));
        }
    }

    private static String example(List<String> values) {
        return values.isEmpty() ? "" : StringUtils.abbreviate(values.get(0).replaceAll("\\p{Cntrl}+", " "), 30);
    }

    /**
     * The suggestion as a mapping file.
     *
     * @param language the language of its comments; Chinese is answered in Chinese and any other in English
     * @return the text, in YAML, with a line feed at its end
     */
    public String toYaml(Locale language) {
        boolean chinese = Bilingual.isChinese(language);
        StringBuilder yaml = new StringBuilder(
                chinese
                        ? "# 对照文件初稿：逐行核对；右侧是把握程度（0 到 1）和一个例值。\n"
                        : "# First draft of a mapping: check each line; on the right the confidence, 0 to 1, and a value.\n");
        List<Guess> sure = guesses.stream()
                .filter(each -> each.component() != null && each.confidence().compareTo(WRITE) >= 0)
                .toList();
        yaml.append(sure.isEmpty() ? "labels: {}\n" : "labels:\n");
        sure.forEach(each -> line(yaml, "  ", each));
        List<Guess> open = guesses.stream().filter(each -> !sure.contains(each)).toList();
        if (!open.isEmpty()) {
            yaml.append(
                    chinese
                            ? "# 以下未定：需要的去掉 # 移入 labels；不需要的移入 ignored 并写明理由。\n"
                            : "# Not settled: move a line into labels, or into ignored with the reason.\n");
            open.forEach(each -> line(yaml, "#  ", each));
        }
        values(yaml, sure, chinese);
        yaml.append(chinese ? "# ignored:\n#   标签: 理由\n" : "# ignored:\n#   label: reason\n");
        return yaml.toString();
    }

    /** What the source writes in place of the terms of a list, for the reader to say what is meant. */
    private static void values(StringBuilder yaml, List<Guess> sure, boolean chinese) {
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

    private static void line(StringBuilder yaml, String indent, Guess guess) {
        yaml.append(indent)
                .append(quoted(guess.label()))
                .append(": ")
                .append(guess.component() == null ? "?" : guess.component().path())
                .append("  # ")
                .append(guess.confidence());
        if (!guess.example().isEmpty()) {
            yaml.append("  ").append(guess.example().replaceAll("[^\\P{C}\\t]", "\uFFFD"));
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
