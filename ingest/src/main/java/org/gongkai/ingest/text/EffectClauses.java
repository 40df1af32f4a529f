package org.gongkai.ingest.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DateText;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.ingest.mapping.Component;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the clauses of a text when the document takes effect, when it lapses and what it repeals: 本办法自…起施行，
 * 有效期至…。《…》同时废止。 A clause is read only where the document itself is what it speaks of; where a text names two days
 * for one thing, neither is taken and both are told. One text, one use.
 */
final class EffectClauses {

    private static final String KIND =
            "(?:办法|规定|细则|条例|通知|意见|方案|公告|通告|决定|规则|令|文件|标准|目录|规划|计划|章程|制度|指引|指南|措施|政策|预案|清单|要点|批复|通报|规程|规范|解释)";
    private static final Pattern OWN = Pattern.compile("本(?:实施|暂行|试行|管理|行动|工作){0,2}" + KIND);
    private static final Pattern ISSUED = Pattern.compile("(?:公布|发布|印发)(?:给你们)?[）)]?[ 　，,]*$");
    private static final Pattern PARTLY = Pattern.compile("本" + KIND + "第[一二三四五六七八九十百0-9]+[条款项章]");
    private static final Pattern EFFECT =
            Pattern.compile("自(" + TextDates.DATE + ")(?:零时|0时)?起(?:正式|开始)?(?:施行|实施|生效|执行|试行)");
    private static final Pattern UNTIL = Pattern.compile("(?:有效期|施行期|试行期|执行期|有效期限|施行期限|试行期限|执行期限)(?:限)?(?:为|是)?(?:[自从]?"
            + TextDates.DATE + "起?)?(?:截止|截至)?[至到](" + TextDates.DATE + ")");
    private static final Pattern ENDING = Pattern.compile("[，,](?:截止)?[至到](" + TextDates.DATE + ")(?:止|终止|失效|废止)");
    private static final Pattern YEARS =
            Pattern.compile("(?:有效期|试行期|施行期|有效期限|试行期限|施行期限)(?:限)?(?:为|是|暂定|暂定为)?([0-9]{1,2}|[一二三四五六七八九十两]{1,3})年");
    private static final Pattern REPEALED = Pattern.compile("同时(?:予以)?(?:废止|失效|停止执行)|(?:即行|相应)废止");
    private static final Pattern TITLE = Pattern.compile("《([^《》]{2,120})》");
    private static final Pattern NUMBERED = Pattern.compile("^\\s*[（(]([^（）()]{4,40})[)）]");
    private static final Pattern TERM = Pattern.compile("[ 　]*(?:有效|试行|施行)期");
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int LONGEST_SENTENCE = 1_000;

    private final Map<String, LocalDate> effects = new LinkedHashMap<>();
    private final Map<String, LocalDate> ends = new LinkedHashMap<>();
    private int effectLine;
    private int endLine;
    private @Nullable String years;
    private int term;
    private final List<OfficialText.Part> repeals = new ArrayList<>();

    /** Whether the sentence before spoke of the document's own effect. */
    private boolean own;

    /** What the clauses of the lines say. */
    static List<OfficialText.Part> read(List<TextLine> lines) {
        EffectClauses clauses = new EffectClauses();
        for (TextLine line : lines) {
            clauses.readLine(line);
        }
        return clauses.parts();
    }

    private void readLine(TextLine line) {
        String text = line.text();
        own = false;
        if (line.row() || StringUtils.indexOfAny(text, "起", "效", "期", "废止") < 0) {
            return;
        }
        for (String sentence : StringUtils.split(text, "。；;")) {
            if (sentence.length() <= LONGEST_SENTENCE) {
                readSentence(sentence, line.number());
            }
        }
    }

    private void readSentence(String sentence, int line) {
        boolean before = own;
        Matcher effect = EFFECT.matcher(sentence);
        own = false;
        while (effect.find()) {
            if (speaksOfItself(sentence.substring(0, effect.start()))) {
                own = true;
                effectLine = note(effects, effect, 1) ? line : effectLine;
            }
        }
        own |= OWN.matcher(StringUtils.substringBefore(sentence, "有效期")).find()
                && !PARTLY.matcher(sentence).find();
        if (own || before && TERM.matcher(sentence).lookingAt()) {
            readEnd(sentence, line);
        }
        if (own || before) {
            readRepeals(sentence, line);
        }
    }

    private static boolean speaksOfItself(String before) {
        if (PARTLY.matcher(before).find()) {
            return false;
        }
        boolean alone = before.isBlank() || before.strip().matches("第[一二三四五六七八九十百]{1,5}条");
        return alone
                || OWN.matcher(before).find() && !before.endsWith("》")
                || ISSUED.matcher(before).find();
    }

    private void readEnd(String sentence, int line) {
        Matcher until = UNTIL.matcher(sentence);
        Matcher ending = ENDING.matcher(sentence);
        Matcher lasting = YEARS.matcher(sentence);
        if (until.find()) {
            endLine = note(ends, until, 1) ? line : endLine;
        } else if (!effects.isEmpty() && ending.find()) {
            endLine = note(ends, ending, 1) ? line : endLine;
        } else if (lasting.find() && years == null) {
            years = lasting.group();
            term = number(lasting.group(1).replace('两', '二'));
            endLine = line;
        }
    }

    private static int number(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        int tens = text.indexOf('十');
        int ones = Math.max(0, DIGITS.indexOf(text.charAt(text.length() - 1)));
        return tens < 0 ? ones : (tens == 0 ? 1 : DIGITS.indexOf(text.charAt(0))) * 10 + ones;
    }

    private static boolean note(Map<String, LocalDate> days, Matcher clause, int group) {
        LocalDate day = DateText.read(clause.group(group)).value();
        if (day == null || days.containsValue(day)) {
            return false;
        }
        days.put(StringUtils.stripStart(clause.group(), "，,"), day);
        return true;
    }

    /** The documents that a sentence names and says to be repealed with this one's effect. */
    private void readRepeals(String sentence, int line) {
        Matcher repealed = REPEALED.matcher(sentence);
        if (!repealed.find()) {
            return;
        }
        int from = Math.max(
                Math.max(sentence.lastIndexOf("施行", repealed.start()), sentence.lastIndexOf("实施，", repealed.start())),
                0);
        String named = sentence.substring(from, repealed.start());
        Matcher title = TITLE.matcher(named);
        while (title.find()) {
            Matcher number = NUMBERED.matcher(named.substring(title.end()));
            String target = title.group(1);
            if (number.find()) {
                DocumentNumber read = DocumentNumber.read(number.group(1)).value();
                target = read != null && read.wellFormed() ? read.text() : target;
            }
            repeals.add(new OfficialText.Part(
                    Component.RELATIONS,
                    named.substring(title.start()) + repealed.group(),
                    line,
                    new Relation(RelationType.of(RelationType.Type.REPEALS), target)));
        }
    }

    private List<OfficialText.Part> parts() {
        List<OfficialText.Part> parts = new ArrayList<>();
        add(parts, Component.EFFECTIVE_FROM, effects, effectLine);
        if (years != null && ends.isEmpty() && effects.size() == 1) {
            // 自2023年11月1日起施行，有效期5年 ends on 2028-10-31.
            LocalDate first = effects.values().iterator().next();
            ends.put(years, first.plusYears(term).minusDays(1));
        }
        add(parts, Component.EXPIRES_ON, ends, endLine);
        parts.addAll(repeals);
        return parts;
    }

    /** One day is taken; several are told and none of them is. */
    private static void add(List<OfficialText.Part> parts, Component component, Map<String, LocalDate> days, int line) {
        if (days.size() == 1) {
            days.forEach((clause, day) -> parts.add(new OfficialText.Part(component, clause, line, day)));
        } else if (!days.isEmpty()) {
            parts.add(OfficialText.Part.of(component, String.join("；", days.keySet()), line));
        }
    }
}
