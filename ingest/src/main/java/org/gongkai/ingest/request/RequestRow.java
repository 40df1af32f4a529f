package org.gongkai.ingest.request;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.core.DateText;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.privacy.HiddenNames;
import org.gongkai.core.request.ApplicantType;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.request.RequestChannel;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** What the cells of one row say: a whole application, or a step of one that began in a row above. Not thread-safe. */
final class RequestRow {

    /** What stands for a text that nobody may see. */
    static final String HIDDEN = "***";

    private static final int LONGEST_WAY = 16;
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{6}|@|路|(?<!众)号|街|村|楼|室");
    private static final Pattern WAYS = Pattern.compile("^微信$|热线|电话|短信|平台|系统|转办|转交|移交|交办|书面|线下|公众号");

    private static final int MOST_DIGITS = 9;
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:,\\d{3}){1,3}(?:\\.\\d+)?");

    private final Map<RequestMeaning, Object> values = new EnumMap<>(RequestMeaning.class);
    private final HiddenNames own = DisclosureRequest.hiddenNames();
    private final HiddenNames register;
    private String applicant = "";

    /**
     * @param register the names that the other rows of the register say
     */
    RequestRow(HiddenNames register) {
        this.register = register;
    }

    /** Whether nothing was read into it. */
    boolean empty() {
        return values.isEmpty();
    }

    boolean has(RequestMeaning meaning) {
        return values.containsKey(meaning);
    }

    /** What was read, in the order of the fields. */
    Map<RequestMeaning, Object> values() {
        return values;
    }

    /** Notes what a private cell says, to be compared and never shown: who applies, and the names that the texts of the row must not show. */
    void kept(RequestMeaning meaning, String text) {
        boolean applies = meaning == RequestMeaning.APPLICANT;
        if (applies) {
            applicant += LegacyText.withoutBlanks(text);
        }
        own.keep(text, applies);
    }

    /**
     * A text with two asterisks for each name of a private cell of the row, or of an applicant or another person in any row. What a
     * column of bodies holds is the name of one unless the whole of it is a person's.
     */
    String withoutNames(RequestMeaning meaning, String text) {
        return switch (meaning.reads()) {
            case TEXT, TERM ->
                meaning.ofBody()
                        ? own.holds(text) || register.holds(text)
                                ? HIDDEN
                                : meaning == RequestMeaning.BODY ? text : own.without(text)
                        : register.without(own.without(text));
            default -> text;
        };
    }

    /** Who applies; empty where no cell says so. */
    String applicant() {
        return applicant;
    }

    /** Reads a cell; a reading without a value when the text cannot be one. */
    Reading<Object> take(RequestMeaning meaning, String raw) {
        if (none(meaning, LegacyText.strip(raw))) {
            return new Reading<>(raw, null, List.of(Repair.NULL_TOKEN));
        }
        Reading<?> reading = read(meaning, withoutNames(meaning, raw));
        if (reading.value() != null) {
            values.putIfAbsent(meaning, reading.value());
        }
        return new Reading<>(raw, reading.value(), reading.repairs());
    }

    /** Takes what a step says beside its day: how the case ended, or, where nobody says when it was taken, that it was. */
    void took(RequestSteps.Step step, String word) {
        boolean dated = has(step.day());
        if (step.outcome() != null) {
            values.putIfAbsent(RequestMeaning.OUTCOME, step.outcome());
        }
        RequestMeaning fact = dated ? null : step.occurred();
        if (fact != null) {
            values.putIfAbsent(fact, true);
        }
        if (step.ends() && !dated && !has(RequestMeaning.REPLIED_ON)) {
            values.putIfAbsent(RequestMeaning.OUTCOME, LegacyText.strip(word));
        }
    }

    /** Takes that how the case stands was said and could not be read, so that nobody takes it for one without an answer. */
    void standsUnread() {
        if (!has(RequestMeaning.REPLIED_ON)) {
            values.putIfAbsent(RequestMeaning.OUTCOME, HIDDEN);
        }
    }

    /** Whether a cell says that there is nothing to tell: 复议诉讼：无, 是否延期：否, a stroke for a day. */
    private static boolean none(RequestMeaning meaning, String text) {
        return switch (meaning.reads()) {
            case PRESENCE, YES_OR_NO, NOTHING -> false;
            case OCCURRED -> LegacyText.nullToken(text) || Boolean.FALSE.equals(yesOrNo(text));
            case TEXT, TERM, DATE, NUMBER, AMOUNT -> LegacyText.nullToken(text);
        };
    }

    private static Reading<?> read(RequestMeaning meaning, String raw) {
        String text = LegacyText.strip(raw);
        return switch (meaning.reads()) {
            case TEXT -> clean(raw, text);
            case TERM -> clean(raw, term(meaning, text));
            case DATE -> DateText.read(raw);
            case NUMBER -> number(raw, text);
            case AMOUNT -> amount(raw, text);
            case YES_OR_NO, OCCURRED -> Reading.clean(raw, yesOrNo(text));
            case PRESENCE -> Reading.clean(raw, !"否".equals(text) && !LegacyText.nullToken(text));
            case NOTHING -> Reading.clean(raw, null);
        };
    }

    private static Reading<String> clean(String raw, String text) {
        return text.equals(raw) ? Reading.clean(raw, text) : new Reading<>(raw, text, List.of(Repair.OUTER_BLANKS));
    }

    /**
     * Where a closed list is asked for, another text may be a cell of the other half that slipped: it is not shown, but for a way by
     * which applications come that no list has, and that tells itself to be one.
     */
    private static String term(RequestMeaning meaning, String text) {
        boolean listed = switch (meaning) {
            case APPLICANT_TYPE -> new ApplicantType(text).wellFormed();
            case CHANNEL -> new RequestChannel(text).wellFormed() || way(text);
            default -> true;
        };
        return listed ? text : HIDDEN;
    }

    /** 当面/邮寄, 市长热线转办, 电话: words of channels, and nothing that could be an address or a number of a person. */
    private static boolean way(String text) {
        return text.length() <= LONGEST_WAY
                && !text.contains(HiddenNames.HIDDEN)
                && !LONG_NUMBER.matcher(text).find()
                && (WAYS.matcher(text).find()
                        || Arrays.stream(RequestChannel.Channel.values())
                                .flatMap(each -> each.synonyms().stream())
                                .anyMatch(each -> each.length() > 1 && text.contains(each)));
    }

    private static Reading<Integer> number(String raw, String text) {
        String digits = LegacyText.withoutBlanks(text)
                .replaceFirst("^共", "")
                .replaceFirst("(?:个?工作日|[天日件页张份])$", "")
                .replaceFirst("\\.0+$", "");
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(each -> each >= '0' && each <= '9');
        Integer value = number ? Integer.valueOf(digits) : null;
        return number && !digits.equals(raw)
                ? new Reading<>(raw, value, List.of(Repair.STRAY_CHARACTERS))
                : Reading.clean(raw, value);
    }

    private static Reading<BigDecimal> amount(String raw, String text) {
        String digits = LegacyText.withoutBlanks(text).replaceFirst("^[¥￥]", "").replaceFirst("元整?$", "");
        if (THOUSANDS.matcher(digits).matches()) {
            digits = digits.replace(",", "");
        }
        BigDecimal value =
                digits.length() <= MOST_DIGITS && digits.matches("\\d+(?:\\.\\d+)?") ? new BigDecimal(digits) : null;
        return value != null && !digits.equals(raw)
                ? new Reading<>(raw, value, List.of(Repair.STRAY_CHARACTERS))
                : Reading.clean(raw, value);
    }

    private static @Nullable Boolean yesOrNo(String text) {
        return switch (text) {
            case "是", "√", "有", "同意", "已告知", "视为同意" -> true;
            case "否", "×", "无", "不同意", "未告知" -> false;
            default -> null;
        };
    }
}
