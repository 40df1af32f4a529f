package org.gongkai.ingest.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Code;
import org.gongkai.core.DateText;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.ingest.mapper.ValueReader;
import org.gongkai.ingest.table.ColumnRole;
import org.gongkai.ingest.table.TableKind;
import org.gongkai.ingest.table.TableLabel;
import org.jspecify.annotations.Nullable;

/**
 * Ranks what a label can mean, by how near it is to the labels that are known and by how well its values fit. Scores are
 * thousandths. Immutable.
 */
final class LabelRanker {

    /** Less speaks for nothing. */
    static final int WORTH_TELLING = 500;

    /** Whatever is not known as it stands is less sure than what is. */
    private static final BigDecimal SUREST_GUESS = new BigDecimal("0.90");

    private static final int WHOLE = 1000;
    private static final int SAME_WORDS = 960;
    private static final int PINYIN = 900;
    private static final int PART = 880;
    /** What it is worth that the part is the end of the whole, which is the head of a Chinese compound. */
    private static final int HEAD = 40;

    private static final int NEAR = 820;
    /** What a label keeps whose values do not fit. */
    private static final int UNFIT = 450;
    /** What values alone are worth that few meanings have. */
    private static final int VALUES_ALONE = 250;

    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d,]{1,15}(?:\\.\\d{1,10})?(?:元|亩|公顷|平方米|%)?");
    private static final Pattern DIGITS = Pattern.compile("\\d{4}.*\\d{4}");
    /** A second column of a name: fwzh2. */
    private static final Pattern COUNTED = Pattern.compile("(?<=\\D)\\d{1,2}$");

    private static final LabelWords WORDS = LabelWords.standard();

    private record Known(
            String bare,
            String common,
            @Nullable String initials,
            @Nullable String pinyin) {}

    private record Meaning(List<Known> labels, @Nullable Predicate<String> fits) {}

    /**
     * What a label can mean.
     *
     * @param meaning the meaning, as mapping files write it
     * @param score how much speaks for it, in thousandths
     */
    record Rank(String meaning, int score) {}

    /** A score as a share of one, with two decimals. */
    static BigDecimal confidence(int score) {
        return BigDecimal.valueOf(score, 3).setScale(2, RoundingMode.HALF_UP).min(SUREST_GUESS);
    }

    private final Map<String, Meaning> meanings = new LinkedHashMap<>();

    private LabelRanker() {}

    /** A ranker for documents. */
    static LabelRanker documents(LabelAliases aliases) {
        LabelRanker ranker = new LabelRanker();
        ValueReader values = new ValueReader(Mapping.none());
        for (Component each : Component.values()) {
            ranker.add(each.path(), each.path(), text -> fits(values, each, text));
            ranker.add(each.path(), each.field().label().zh(), null);
        }
        aliases.telling().forEach((label, component) -> ranker.add(component.path(), label, null));
        return ranker;
    }

    /** A ranker for tables of a kind. */
    static LabelRanker tables(TableKind kind) {
        LabelRanker ranker = new LabelRanker();
        for (TableLabel each : kind.reader().vocabulary()) {
            ranker.add(each.meaning(), each.label(), fits(each.role()));
            if (!each.meaning().equals("-")) {
                ranker.add(each.meaning(), each.meaning(), null);
            }
        }
        return ranker;
    }

    private void add(String meaning, String label, @Nullable Predicate<String> fits) {
        String bare = LabelWords.bare(label);
        Meaning known = meanings.computeIfAbsent(meaning, each -> new Meaning(new ArrayList<>(), fits));
        known.labels().add(new Known(bare, WORDS.common(bare), WORDS.pinyin(bare, true), WORDS.pinyin(bare, false)));
    }

    private static boolean fits(ValueReader values, Component component, String text) {
        Object value = values.read(component, text).value();
        boolean plain = value instanceof String;
        if (value instanceof IndexNumber) {
            // Every site has a form of its own.
            return DIGITS.matcher(text).find();
        }
        return value instanceof Code code
                ? code.wellFormed()
                : plain ? !NUMBER.matcher(text).matches() && DateText.read(text).value() == null : value != null;
    }

    private static @Nullable Predicate<String> fits(ColumnRole role) {
        return switch (role) {
            case DATE -> text -> DateText.read(text).value() != null || text.matches("(?:19|20)\\d{2}\\D.*");
            case AMOUNT, AMOUNT_BEFORE, AREA, PRICE, PERCENTAGE -> text -> text.matches("\\D{0,4}\\d.*");
            case SEQUENCE -> text -> text.matches("\\d{1,5}");
            default ->
                text -> !NUMBER.matcher(text).matches() && DateText.read(text).value() == null;
        };
    }

    /** The meanings for which anything speaks, the likeliest first. */
    List<Rank> rank(String label, List<String> values) {
        String[] parts = StringUtils.split(label, " /");
        List<Rank> ranks = new ArrayList<>();
        meanings.forEach((meaning, known) -> {
            int near = near(label, known);
            for (int i = 0; i < parts.length && parts.length > 1; i++) {
                // Of the labels of a group the lowest says most.
                near = Math.max(near, near(parts[i], known) * (i == parts.length - 1 ? 95 : 70) / 100);
            }
            int score = weighed(near, known.fits(), values);
            if (score > 0) {
                ranks.add(new Rank(meaning, score));
            }
        });
        ranks.sort(Comparator.comparing(Rank::score).reversed());
        return List.copyOf(ranks);
    }

    private static int weighed(int near, @Nullable Predicate<String> fits, List<String> values) {
        if (fits == null || values.isEmpty()) {
            return near;
        }
        int share = (int) (values.stream().filter(fits).count() * WHOLE / values.size());
        return near * (UNFIT + (WHOLE - UNFIT) * share / WHOLE) / WHOLE
                + (near == 0 ? 0 : share / 100)
                + alone(near, share);
    }

    private static int alone(int near, int share) {
        return near == 0 ? VALUES_ALONE * share / WHOLE / 2 : 0;
    }

    private static int near(String label, Meaning known) {
        String bare = LabelWords.bare(label);
        boolean latin = LabelWords.latin(label);
        String said = latin ? WORDS.translated(label) : null;
        String common = WORDS.common(said == null ? bare : said);
        int best = 0;
        for (Known each : known.labels()) {
            int near = bare.equals(each.bare())
                    ? WHOLE
                    : common.equals(each.common())
                            ? SAME_WORDS
                            : latin && said == null ? sound(bare, each) : shared(common, each.common());
            best = Math.max(best, near);
        }
        return best;
    }

    /** By pinyin: the initials or the whole of it, which a prefix or a suffix of the program may stand around. */
    private static int sound(String name, Known known) {
        String initials = known.initials();
        String whole = known.pinyin();
        if (initials == null || whole == null || initials.length() < 2) {
            return 0;
        }
        if (name.equals(initials)
                || name.equals(whole)
                || COUNTED.matcher(name).replaceFirst("").equals(initials)) {
            return PINYIN;
        }
        if (name.endsWith(whole) || name.startsWith(whole) || initials.length() > 2 && name.endsWith(initials)) {
            return PINYIN * 3 / 4;
        }
        return name.endsWith(initials) ? PINYIN / 2 : 0;
    }

    /** What two labels have in common, in their order; the end of a Chinese compound is its head, and counts twice. */
    private static int shared(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        int shorter = Math.min(one.length(), other.length());
        int longer = Math.max(one.length(), other.length());
        boolean part = shorter > 1 && (one.contains(other) || other.contains(one));
        if (part) {
            boolean head = one.endsWith(other) || other.endsWith(one);
            return PART * (shorter + longer) / (2 * longer) + (head ? HEAD : 0);
        }
        int[][] length = new int[one.length() + 1][other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                length[i][j] = one.charAt(i - 1) == other.charAt(j - 1)
                        ? length[i - 1][j - 1] + 1
                        : Math.max(length[i - 1][j], length[i][j - 1]);
            }
        }
        int common = length[one.length()][other.length()];
        int end = 0;
        while (end < shorter && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return NEAR * (2 * common + end) / (one.length() + other.length() + shorter);
    }
}
