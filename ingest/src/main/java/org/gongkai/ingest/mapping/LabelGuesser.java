package org.gongkai.ingest.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Code;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapper.ValueReader;
import org.gongkai.ingest.mapping.MappingSuggestion.Guess;
import org.jspecify.annotations.Nullable;

/**
 * Guesses what labels mean: by the label itself, then by the initials of its pinyin, and last by the look of its values;
 * each meaning is given to one label. One source, one use.
 */
final class LabelGuesser {

    /** A list of values that are none of a component's terms is no help when it is longer. */
    private static final int MOST_UNLISTED = 12;

    private static final int LONGEST_EXAMPLE = 30;

    /** In characters. */
    private static final int LONG_TEXT = 300;

    private static final Set<Component> LISTED =
            Set.of(Component.VALIDITY, Component.OPENNESS, Component.FILE_TYPE, Component.DOCUMENT_KIND);

    /** Codes that are well formed in no other place. */
    private static final List<Component> CODES = List.of(
            Component.DOCUMENT_NUMBER,
            Component.INDEX_NUMBER,
            Component.OWNER_CODE,
            Component.VALIDITY,
            Component.OPENNESS);

    // Confidence, as the Javadoc of MappingSuggestion says.
    private static final BigDecimal NONE = new BigDecimal("0.00");
    private static final BigDecimal KNOWN = new BigDecimal("1.00");
    private static final BigDecimal KNOWN_MENDED = new BigDecimal("0.90");
    private static final BigDecimal KNOWN_WEAK = new BigDecimal("0.60");
    private static final BigDecimal INITIALS = new BigDecimal("0.80");
    private static final BigDecimal INITIALS_UNLIKE = new BigDecimal("0.30");

    private static final Pattern PHONE = Pattern.compile("(?:\\(?0\\d{2,3}\\)?[- ]?)?\\d{7,8}(?:[-转]\\d{1,5})?");
    private static final Pattern AGENCY = Pattern.compile("[\\p{IsHan}]{2,30}(?:政府|办公室|局|委员会|厅|中心|街道办事处|法院|检察院)");

    private final Map<String, List<String>> samples;
    private final Set<String> foreign;
    private final LabelAliases standard;
    private final ValueReader reader = new ValueReader(Mapping.none());
    private final Map<String, Guess> guesses = new LinkedHashMap<>();
    private final Set<Component> taken = new HashSet<>();

    /**
     * @param samples the labels in the order of the source, each with values
     * @param foreign those of sources of which nothing is known, so that their values may be of persons
     */
    LabelGuesser(Map<String, List<String>> samples, Set<String> foreign, LabelAliases standard) {
        this.samples = samples;
        this.foreign = foreign;
        this.standard = standard;
    }

    /** A guess for each label, in the order of the source. */
    List<Guess> guess() {
        samples.forEach((label, values) -> take(byLabel(label, values)));
        Map<String, Component> initials = LabelAliases.initials();
        samples.forEach((label, values) -> {
            Component component = initials.get(label.toLowerCase(Locale.ROOT).replaceAll("^.*[._]|(?<!\\d)\\d++$", ""));
            if (open(label) && component != null && !taken.contains(component)) {
                take(byInitials(label, values, component));
            }
        });
        near();
        samples.forEach((label, values) -> {
            if (open(label) && !values.isEmpty()) {
                take(byValues(label, values));
            }
        });
        return guesses.values().stream().map(this::withUnlisted).toList();
    }

    /** What is left by the labels that are nearest, the surest first, each meaning once. */
    private void near() {
        record Near(String label, LabelRanker.Rank rank) {}
        LabelRanker ranker = LabelRanker.documents(standard);
        List<Near> all = new ArrayList<>();
        samples.forEach((label, values) -> {
            if (open(label)) {
                ranker.rank(label, values).forEach(each -> all.add(new Near(label, each)));
            }
        });
        all.sort(Comparator.comparing((Near each) -> each.rank().score()).reversed());
        for (Near each : all) {
            Component component = Component.of(each.rank().meaning());
            if (open(each.label())
                    && component != null
                    && !taken.contains(component)
                    && each.rank().score() >= LabelRanker.WORTH_TELLING) {
                take(new Guess(
                        each.label(),
                        component,
                        LabelRanker.confidence(each.rank().score()),
                        shown(each.label(), samples.getOrDefault(each.label(), List.of()))));
            }
        }
    }

    private void take(Guess guess) {
        guesses.put(guess.label(), guess);
        if (guess.component() != null) {
            taken.add(guess.component());
        }
    }

    /** Whether nothing is known of a label, not even that it means nothing. */
    private boolean open(String label) {
        return guesses.get(label).component() == null && standard.find(label) == null;
    }

    private Guess byLabel(String label, List<String> values) {
        LabelAliases.Alias alias = standard.find(label);
        Component component = alias == null ? Component.of(label) : alias.component();
        return new Guess(label, component, component == null ? NONE : sureness(label, alias), shown(label, values));
    }

    private static BigDecimal sureness(String label, LabelAliases.@Nullable Alias alias) {
        if (alias == null) {
            return KNOWN;
        }
        if (alias.weak() || alias.other() != null) {
            return KNOWN_WEAK;
        }
        return label.toLowerCase(Locale.ROOT).equals(LabelAliases.key(label)) ? KNOWN : KNOWN_MENDED;
    }

    /** The initials of the pinyin of labels, which columns of databases are named by. */
    private Guess byInitials(String label, List<String> values, Component component) {
        boolean fits = !"yyyy-MM-dd".equals(ValueReader.expected(component))
                || values.stream().allMatch(text -> reader.read(component, text).value() != null);
        return new Guess(label, component, fits ? INITIALS : INITIALS_UNLIKE, shown(label, values));
    }

    /** What the values look like most, among the meanings that no other label has. */
    private Guess byValues(String label, List<String> values) {
        List<Guess> open = new ArrayList<>();
        looks().forEach((component, look) -> {
            long fit = values.stream().filter(look.fits()).count();
            if (fit * 2 >= values.size() && !taken.contains(component)) {
                BigDecimal confidence = new BigDecimal(look.most())
                        .multiply(BigDecimal.valueOf(fit))
                        .divide(BigDecimal.valueOf(values.size()), 2, RoundingMode.HALF_UP);
                open.add(new Guess(label, component, confidence, shown(label, values)));
            }
        });
        return open.stream()
                .max(Comparator.comparing(Guess::confidence))
                .orElseGet(() -> new Guess(label, null, NONE, shown(label, values)));
    }

    /** How the values of a component look, and how sure that can be at most. */
    private record Look(String most, Predicate<String> fits) {}

    private Map<Component, Look> looks() {
        Map<Component, Look> looks = new LinkedHashMap<>();
        for (Component each : CODES) {
            looks.put(each, new Look("0.70", text -> wellFormed(each, text)));
        }
        // Which of the dates it is the values cannot tell.
        Component date = taken.contains(Component.WRITTEN_ON) ? Component.PUBLISHED_ON : Component.WRITTEN_ON;
        looks.put(date, new Look("0.40", text -> reader.read(date, text).value() instanceof LocalDate));
        looks.put(Component.TITLE, new Look("0.60", ValueLooks::title));
        looks.put(
                Component.ISSUERS, new Look("0.50", text -> AGENCY.matcher(text).matches()));
        looks.put(Component.SOURCE_URL, new Look("0.60", ValueLooks::url));
        looks.put(
                Component.CONSULTATION_TELEPHONE,
                new Look("0.40", text -> PHONE.matcher(text).matches()));
        looks.put(Component.BODY, new Look("0.50", text -> text.length() > LONG_TEXT));
        return looks;
    }

    private Guess withUnlisted(Guess guess) {
        Component component = guess.component();
        return component == null
                ? guess
                : new Guess(
                        guess.label(),
                        component,
                        guess.confidence(),
                        guess.example(),
                        unlisted(component, samples.getOrDefault(guess.label(), List.of())));
    }

    /** The values of a component with a closed list that are none of the list: what a table of values is for. */
    private List<String> unlisted(Component component, List<String> values) {
        if (!LISTED.contains(component)) {
            return List.of();
        }
        List<String> unlisted = values.stream()
                .distinct()
                .filter(each -> !wellFormed(component, each) && !reader.none(each))
                .toList();
        return unlisted.size() > MOST_UNLISTED ? List.of() : unlisted;
    }

    /** An example, unless it may be of a person: of what nobody knows, dates and codes of documents alone are shown, and no name. */
    private String shown(String label, List<String> values) {
        String first = values.isEmpty() ? "" : values.get(0);
        boolean open = foreign.contains(label)
                ? CODES.stream().anyMatch(each -> wellFormed(each, first))
                        || reader.read(Component.WRITTEN_ON, first).value() instanceof LocalDate
                : !PersonalData.name(LegacyText.withoutBlanks(first)) || standard.find(label) != null;
        return open ? example(values) : "";
    }

    private boolean wellFormed(Component component, String text) {
        return reader.read(component, text).value() instanceof Code code && code.wellFormed();
    }

    static String example(List<String> values) {
        return values.isEmpty()
                ? ""
                : StringUtils.abbreviate(values.get(0).replaceAll("\\p{Cntrl}+", " "), LONGEST_EXAMPLE);
    }
}
