package org.gongkai.ingest.annual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.annual.ProcessingFees;
import org.gongkai.core.annual.ReportSection;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * What section 6 says of the fees for the processing of information: 发出收费通知1件，总金额380元，实际收取380元, or that none were collected.
 * What two sentences say differently is left unread.
 *
 * @param fees what is said, without what is not
 * @param words the sentences that say it
 */
record FeeStatement(ProcessingFees fees, String words) {

    private static final int SECTION = 6;
    private static final int LONGEST_SENTENCE = 500;

    private static final Pattern FIGURE = Pattern.compile("(\\d{1,9}(?:,\\d{3}){0,3}(?:\\.\\d{1,4})?)(件|份|次|笔|万元|元)");
    private static final Pattern NONE_COLLECTED = Pattern.compile(
            "(?:未|没有|无|不存在)(?:有|曾|实际)?(?:收取|产生|发生|收缴)|无信息处理费|信息处理费(?:收取|收费)?(?:的)?(?:情况)?[:为](?:无|零)(?:$|[^\\d元])");
    private static final Pattern NONE_NOTICED = Pattern.compile("(?:未|没有|无)(?:发出|发送|下达|开具|制发)(?:过)?(?:任何)?收费通知");
    /** What a number belongs to that is no sum of the year: a rate, or a comparison. */
    private static final Pattern OTHER = Pattern.compile("每|标准|超过|以上|比|较|上年|去年|增|减");

    private static final Pattern ASKED = Pattern.compile("应收|通知|总金额|金额|收费");
    private static final Pattern PAID = Pattern.compile("实际|实收|已收|收取|收缴|缴纳|入库");
    private static final Pattern GOES_ON = Pattern.compile("^(?:共|总)?(?:实际|实收|收取|总金额)");

    /** A figure of the statement. */
    private enum Part {
        NOTICES,
        NOTICED,
        COLLECTED
    }

    /** What the sections say; null when they say nothing of such fees, or nothing that can be read. */
    static @Nullable FeeStatement of(List<ReportSection> sections) {
        Map<Part, BigDecimal> found = new EnumMap<>(Part.class);
        List<Part> disputed = new ArrayList<>();
        List<String> said = new ArrayList<>();
        sections.stream()
                .filter(each -> each.number() != null && each.number() == SECTION && each.text() != null)
                .flatMap(each -> sentences(each.text()).stream())
                .forEach(sentence -> {
                    Map<Part, BigDecimal> read = read(LegacyText.halfWidth(LegacyText.withoutBlanks(sentence)));
                    read.forEach((part, number) -> {
                        BigDecimal before = found.putIfAbsent(part, number);
                        if (before != null && before.compareTo(number) != 0) {
                            disputed.add(part);
                        }
                    });
                    if (!read.isEmpty()) {
                        said.add(sentence);
                    }
                });
        disputed.forEach(found::remove);
        if (found.isEmpty()) {
            return null;
        }
        BigDecimal notices = found.get(Part.NOTICES);
        return new FeeStatement(
                new ProcessingFees(
                        notices == null ? null : notices.intValueExact(),
                        found.get(Part.NOTICED),
                        found.get(Part.COLLECTED)),
                String.join("", said));
    }

    /** The sentences about such fees; what was paid may stand in a sentence behind. */
    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        boolean before = false;
        for (String each : text.split("(?<=[。；;\n])", -1)) {
            String bare = LegacyText.withoutBlanks(each);
            boolean told = bare.contains("信息处理费") || bare.contains("收费通知");
            before = told || before && GOES_ON.matcher(bare).find();
            if (before && bare.length() <= LONGEST_SENTENCE) {
                sentences.add(LegacyText.strip(each));
            }
        }
        return sentences;
    }

    private static Map<Part, BigDecimal> read(String sentence) {
        Map<Part, BigDecimal> read = new EnumMap<>(Part.class);
        Matcher figure = FIGURE.matcher(sentence);
        int from = 0;
        String words = "";
        boolean any = false;
        while (figure.find()) {
            String between = sentence.substring(from, figure.start());
            from = figure.end();
            any = true;
            if (!OTHER.matcher(between).find()) {
                // 发出收费通知1件，380元: what the first figure is about, the second is as well.
                words = PAID.matcher(between).find() || ASKED.matcher(between).find() ? between : words;
                Part part = part(words, figure.group(2));
                BigDecimal number = number(figure);
                boolean whole = part != Part.NOTICES || number.scale() <= 0;
                if (part != null && whole) {
                    read.putIfAbsent(part, number);
                }
            }
        }
        if (!any) {
            none(sentence, read);
        }
        return read;
    }

    private static void none(String sentence, Map<Part, BigDecimal> read) {
        Predicate<Pattern> says = each -> each.matcher(sentence).find();
        if (says.test(NONE_NOTICED)) {
            read.put(Part.NOTICES, BigDecimal.ZERO);
            read.put(Part.NOTICED, BigDecimal.ZERO);
        }
        if (says.test(NONE_COLLECTED)) {
            read.put(Part.COLLECTED, BigDecimal.ZERO);
        }
    }

    private static @Nullable Part part(String words, String unit) {
        boolean asked = ASKED.matcher(words).find();
        boolean paid = PAID.matcher(words).find() && !words.contains("应收");
        if (!unit.endsWith("元")) {
            return words.contains("通知") ? Part.NOTICES : null;
        }
        if (paid) {
            return Part.COLLECTED;
        }
        return asked ? Part.NOTICED : null;
    }

    private static BigDecimal number(Matcher figure) {
        BigDecimal number = new BigDecimal(figure.group(1).replace(",", ""));
        return figure.group(2).equals("万元")
                ? number.movePointRight(4).setScale(Math.max(0, number.scale() - 4))
                : number;
    }
}
