package org.gongkai.ingest.text;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final String OWN_NAME = "本(?:实施|暂行|试行|管理|行动|工作){0,2}" + KIND;
    private static final Pattern OWN = Pattern.compile(OWN_NAME);
    private static final Pattern ISSUED = Pattern.compile("(?:公布|发布|印发)(?:给你们)?[）)]?[ 　，,]*$");

    /** 现公布《…》，自…起施行: what an order issues takes effect as the order says. */
    private static final Pattern ISSUING = Pattern.compile(
            "(?:^|[，,])[ 　]*[现兹]将?(?:予以?)?(?:公布|发布|颁布|印发)《[^《》]{2,120}》(?:[（(][^（）()]{1,40}[)）])?[，,]?$");

    /** What an amendment calls itself; 本办法 in it is the text that it amends. */
    private static final Pattern AMENDMENT = Pattern.compile("本(?:决定|通知|公告|通告|令|意见|文件|批复)");

    /** Behind it stands what another text says, though no mark encloses it. */
    private static final Pattern QUOTING = Pattern.compile("(?:修改|修订|修正|调整|更正|变更|改)为(?:[：:]|$)"
            + "|(?:增加|增设|新增)[^，,]{0,30}[：:]|作为[^，,]{1,20}[：:]"
            + "|《[^《》]{2,120}》[^《》。]{0,30}?(?:规定|明确|载明|写明|约定)[：:]"
            + "|(?<!根据|依据|按照|依照)《[^《》]{2,120}》(?:[（(][^（）()]{1,40}[)）])?的?第[一二三四五六七八九十百0-9]{1,6}条"
            + "[^《》。]{0,20}?(?:规定|明确|载明|写明|约定)[，,]?$");

    private static final Pattern AMENDS = Pattern.compile("(?:作出?|进行|予以)(?:如下|以下|下列)(?:修改|修正|修订)");
    private static final Pattern PARTLY = Pattern.compile("本" + KIND + "第[一二三四五六七八九十百0-9]+[条款项章]");
    private static final String IN_FORCE = "(?:正式|开始)?(?:施行|实施|生效|执行|试行|实行)";
    private static final String COUNT = "([0-9]{1,3}|[一二三四五六七八九十两百]{1,5})";
    private static final Pattern EFFECT =
            Pattern.compile("[自从](" + TextDates.DATE + ")(?:零时|0时)?起?" + IN_FORCE + "(?![的后前]|以[来后前])");

    /** 自2024年7月1日起至2026年6月30日止施行: when it begins and when it ends. */
    private static final String FROM_TO =
            "(" + TextDates.DATE + ")(?:零时|0时)?起?[，,]?(?:[至到]|[-－—~～]{1,2})(" + TextDates.DATE + ")(?:24时)?(?:止|为止)?";

    private static final Pattern RANGE =
            Pattern.compile("[自从]" + FROM_TO + "(?:期间)?[，,]?(?:" + IN_FORCE + "|有效)(?![的后前]|以[来后前])");
    private static final Pattern RANGE_OF_TERM =
            Pattern.compile("(?:有效|施行|试行|执行|实施)(?:期限?|时间)(?:为|是)?[:：]?[自从]?" + FROM_TO);

    /** 自公布之日起施行, 自印发之日起30日后施行, 自发布次日起施行, 自即日起执行. */
    private static final Pattern NAMED_EFFECT = Pattern.compile(
            "[自从](?:(?:正式)?(\\p{IsHan}{2,16}?)之日|(即日)|(公布|发布|颁布|印发|下发)日?(?=的?次日|的?第二[日天]|[之以]?后))(?:的?(次日|第二[日天]))?起?[，,]?"
                    + "(?:(?:[之以]?后)?满?" + COUNT + "(个月|个?工作日|个?自然日|日|天)([之以]?后)?起?)?" + IN_FORCE);

    /** A date, or 2026年底, which names no day. */
    private static final String LAST_DAY = "(" + TextDates.DATE + "|(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?(?:[底末止]|为止))";

    private static final Pattern UNTIL = Pattern.compile("(?:(?:有效|施行|试行|执行)期(?:限)?|" + OWN_NAME
            + "(?:暂定?|继续)?(?:有效|施行|试行|执行|实施))(?:限)?(?:为|是)?(?:[自从]?" + TextDates.DATE
            + "起?)?(?:(?:延长|延续|顺延|暂定|截止)?[至到]|截[止至])" + LAST_DAY);
    /** What goes on from the clause of effect: 起执行至2027年2月28日止, 起执行，暂定执行至2024年12月31日. */
    private static final Pattern GOING_ON =
            Pattern.compile("(?:[，,]?(?:暂定?|继续)?(?:有效|施行|试行|执行|实施)|[，,]暂定)?[至到]" + LAST_DAY);

    /** 执行期限为2021年至2023年 names no day. */
    private static final Pattern YEARS =
            Pattern.compile("(?:有效|施行|试行|执行|实施)(?:期限?|时间)(?:为|是)?[:：]?[自从]?((?:19|20)[0-9]{2}年?(?:[0-9]{1,2}月)?起?"
                    + "(?:[至到]|[-－—~～]{1,2})(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?(?:[底末止]|为止)?)(?![0-9])");

    private static final Pattern ENDING = Pattern.compile("[，,](?:(?:截止)?[至到](" + TextDates.DATE
            + ")(?:止|终止|失效|废止|有效)|于?(" + TextDates.DATE + ")(?:自行|自动)?(?:失效|废止))");
    private static final Pattern LASTING =
            Pattern.compile("(?:(?:有效|试行|施行|执行|实施|暂行)期限?|(?<=[，,])(?:试行|暂行))(?:限)?(?:为|是|暂定为?|定为)?[:：]?"
                    + "(?:[自从](\\p{IsHan}{2,16}?)之日起(?:计算)?[，,]?(?:为|至)?)?" + COUNT + "(年|个月)(半)?(?![前后内度])");
    private static final Pattern NO_LONGER = Pattern.compile("不再(?:施行|执行|适用)");
    private static final Pattern REPEALED = Pattern.compile(NO_LONGER + "|同时(?:予以)?(?:废止|失效|停止执行)|(?:即行|相应)废止"
            + "|[自从]" + OWN_NAME + "(?:正式)?(?:施行|实施|生效|执行)之日起[，,]?(?:予以|即行?)?(?:废止|失效|停止执行)"
            + "|(?<=[》）)])(?:予以)?废止(?=$|[，,])");
    private static final Pattern TITLE = Pattern.compile("《([^《》]{2,120})》");

    /** Behind a title: no more than a part of that text is repealed. */
    private static final Pattern PART_OF = Pattern.compile("^\\s*(?:[（(][^（）()]{1,60}[)）]\\s*)?(?:"
            + "[的中]{0,2}第[一二三四五六七八九十百零〇0-9]{1,6}[条款项章节编部]|[的中]?(?:附件|附表|附录)"
            + "|(?:部分|有关|相关|个别)(?:条款|条文|内容|规定)"
            + "|(?![和及与等、]|以及)[^《》，,]{1,30}(?:条款|条文|内容|规定|部分)$)");

    /** Behind a title of which nothing but the text itself is spoken of. */
    private static final Pattern WHOLE =
            Pattern.compile("\\s*(?:[（(][^（）()]{1,60}[)）]\\s*)?(?:等?文件)?(?:[、，,和及与]|以及)?(?:自.{1,20}起)?[，,]?");

    /** What is said of a text that another goes by: it stays in force. */
    private static final Pattern GOING_BY = Pattern.compile("参照|依照|按照|遵照|根据|依据|比照|适用|执行|办理");

    /** A text named by its number alone: 东政办发〔2012〕88号文件. */
    private static final Pattern BY_NUMBER =
            Pattern.compile("(\\p{IsHan}{2,12}[〔\\[(（](?:19|20)[0-9]{2}[〕\\])）]第?[0-9]{1,5}号)(?:文件?)?");

    /** Behind a number comes the next that is named. */
    private static final Pattern ANOTHER = Pattern.compile("(?:[、和及与]|以及).*");

    /** In front of a number it belongs to none: 根据, 按照, 的. */
    private static final Pattern NO_CODE = Pattern.compile(GOING_BY.pattern() + "|[的自对将在]");

    /** What may stand in front of a number in a sentence, and is no part of it. */
    private static final Pattern BEFORE_CODE = Pattern.compile("^(?:[和及与]|以及|原有?|此前)");

    private static final Pattern NUMBERED = Pattern.compile("^\\s*[（(]([^（）()]{4,40})[)）]");
    private static final Pattern TERM = Pattern.compile("[ 　]*(?:有效|试行|施行)期");

    /** What lasts for a time of its own: 许可证有效期三年 says nothing of the document. */
    private static final Pattern OTHER_TERM = Pattern.compile("证|合同|资格|资质|协议|许可|承诺|认定|名单|所称|报告有效|保险|卡|》[^，,]{0,60}$");

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int LONGEST_SENTENCE = 1_000;
    private static final int MONTHS = 12;

    /** What each clause means: a date, or a {@link NamedDay}. */
    private final Map<String, Object> effects = new LinkedHashMap<>();

    private final Map<String, Object> ends = new LinkedHashMap<>();
    private int effectLine;
    private int endLine;
    private @Nullable String lasting;
    private @Nullable NamedDay lastDay;
    private final List<OfficialText.Part> repeals = new ArrayList<>();

    /** Where the last clause of effect in the sentence ends. */
    private int effectEnd;

    /** Whether the sentence before spoke of the document's own effect. */
    private boolean own;

    /** What the text calls itself. */
    private final Pattern itself;

    private EffectClauses(boolean amends) {
        this.itself = amends ? AMENDMENT : OWN;
    }

    /**
     * What the clauses of the lines say, quotations in them aside.
     *
     * @param amends whether the text amends another, whose clauses it repeats
     */
    static List<OfficialText.Part> read(List<TextLine> lines, boolean amends) {
        EffectClauses clauses = new EffectClauses(amends || lines.stream().anyMatch(EffectClauses::amends));
        for (TextLine line : QuotedText.without(lines)) {
            clauses.readLine(line);
        }
        return clauses.parts();
    }

    private static boolean amends(TextLine line) {
        return AMENDS.matcher(line.text()).find();
    }

    private void readLine(TextLine line) {
        String text = line.text();
        own = false;
        if (line.row() || StringUtils.indexOfAny(text, "起", "效", "期", "废止", "施行", "执行", "实施") < 0) {
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
        own = false;
        readRanges(sentence, before && TERM.matcher(sentence).lookingAt(), line);
        readEffects(sentence, line);
        String head = StringUtils.substringBefore(sentence, "有效期");
        own |= itself.matcher(head).find()
                && !quotes(head)
                && !PARTLY.matcher(sentence).find();
        if (own || before && TERM.matcher(sentence).lookingAt()) {
            readEnd(sentence, line);
        }
        if (own || before) {
            readRepeals(sentence, line);
        }
    }

    /**
     * Reads clauses that say from when to when.
     *
     * @param term whether the sentence goes on from one on the document's own effect with how long it lasts
     */
    private void readRanges(String sentence, boolean term, int line) {
        Matcher range = RANGE.matcher(sentence);
        while (range.find()) {
            if (speaksOfItself(sentence.substring(0, range.start()))) {
                noteRange(range, line);
            }
        }
        Matcher lasting = RANGE_OF_TERM.matcher(sentence);
        while (lasting.find()) {
            String head = sentence.substring(0, lasting.start());
            boolean named = itself.matcher(head).find() && speaksOfItself(head);
            if ((term || named) && ofDocument(sentence, lasting)) {
                noteRange(lasting, line);
            }
        }
    }

    private void noteRange(Matcher range, int line) {
        own = true;
        effectLine = note(effects, range, 1) ? line : effectLine;
        endLine = note(ends, range, 2) ? line : endLine;
    }

    private void readEffects(String sentence, int line) {
        Matcher effect = EFFECT.matcher(sentence);
        effectEnd = 0;
        while (effect.find()) {
            effectEnd = effect.end();
            if (speaksOfItself(sentence.substring(0, effect.start()))) {
                own = true;
                effectLine = note(effects, effect, 1) ? line : effectLine;
            }
        }
        Matcher named = NAMED_EFFECT.matcher(sentence);
        while (named.find()) {
            effectEnd = Math.max(effectEnd, named.end());
            if (speaksOfItself(sentence.substring(0, named.start()))) {
                own = true;
                effectLine = note(effects, named.group(), namedDay(named)) ? line : effectLine;
            }
        }
    }

    private static NamedDay namedDay(Matcher named) {
        String word =
                Objects.requireNonNullElse(named.group(1), named.group(2) == null ? named.group(3) : named.group(2));
        NamedDay.Event event = event(word);
        String count = named.group(5);
        String unit = Objects.toString(named.group(6), "");
        if (count == null) {
            return new NamedDay(event, named.group(4) == null ? Period.ZERO : Period.ofDays(1));
        }
        int number = number(count);
        if (unit.endsWith("工作日") || named.group(7) == null || number <= 0) {
            // Which day that is, the clause leaves open, or a calendar would have to say.
            return new NamedDay(NamedDay.Event.OTHER, Period.ZERO);
        }
        return new NamedDay(event, unit.equals("个月") ? Period.of(0, number, 1) : Period.ofDays(number + 1));
    }

    private static NamedDay.Event event(String words) {
        Matcher own = OWN.matcher(words);
        return NamedDay.Event.of(own.lookingAt() ? words.substring(own.end()) : words);
    }

    /** Whether what goes on behind a text is what another one says: its words for itself are then the other's. */
    private boolean quotes(String before) {
        Matcher named = itself.matcher(before);
        return QUOTING.matcher(named.find() ? before.substring(0, named.start()) : before)
                .find();
    }

    private boolean speaksOfItself(String before) {
        if (PARTLY.matcher(before).find() || quotes(before)) {
            return false;
        }
        boolean alone = before.isBlank() || before.strip().matches("第[一二三四五六七八九十百]{1,5}条");
        return alone
                || itself.matcher(before).find() && !before.endsWith("》")
                || ISSUED.matcher(before).find()
                || ISSUING.matcher(before).find();
    }

    private void readEnd(String sentence, int line) {
        Matcher until = UNTIL.matcher(sentence);
        Matcher ending = ENDING.matcher(sentence);
        Matcher years = YEARS.matcher(sentence);
        Matcher term = LASTING.matcher(sentence);
        Matcher goesOn = GOING_ON.matcher(sentence).region(effectEnd, sentence.length());
        if (until.find() && ofDocument(sentence, until)) {
            noteEnd(until, line);
        } else if (effectEnd > 0 && goesOn.lookingAt()) {
            noteEnd(goesOn, line);
        } else if (!effects.isEmpty() && ending.find()) {
            noteEnd(ending, line);
        } else if (years.find() && ofDocument(sentence, years)) {
            noteEnd(years, line);
        } else if (lasting == null && term.find() && ofDocument(sentence, term)) {
            lasting = term.group();
            lastDay = lastDay(term);
            endLine = line;
        }
    }

    private void noteEnd(Matcher end, int line) {
        String said = end.group(1) == null ? end.group(2) : end.group(1);
        LocalDate day = DateText.read(said).value();
        // 2026年底 is told: which day is meant, the clause leaves open.
        Object meaning = day == null ? new NamedDay(NamedDay.Event.OTHER, Period.ZERO) : day;
        endLine = note(ends, end.group(), meaning) ? line : endLine;
    }

    /** Whether what ends is the document, and no licence or contract that the sentence speaks of before. */
    private boolean ofDocument(String sentence, Matcher end) {
        return !OTHER_TERM
                .matcher(sentence.substring(Math.min(effectEnd, end.start()), end.start()))
                .find();
    }

    /** 自2023年11月1日起施行，有效期5年 ends on 2028-10-31. */
    private static NamedDay lastDay(Matcher term) {
        int number = number(term.group(2));
        int months = (term.group(3).equals("年") ? number * MONTHS : number) + (term.group(4) == null ? 0 : MONTHS / 2);
        NamedDay.Event from = term.group(1) == null ? NamedDay.Event.EFFECT : event(term.group(1));
        boolean clear = number > 0 && (term.group(4) == null || term.group(3).equals("年"));
        return new NamedDay(clear ? from : NamedDay.Event.OTHER, Period.of(0, months, -1));
    }

    /** A number below a thousand in digits or numerals; 0 when it is none. */
    private static int number(String text) {
        if (StringUtils.isNumeric(text) && text.charAt(0) < 128) {
            return Integer.parseInt(text);
        }
        int sum = 0;
        int digit = 0;
        for (char each : text.replace('两', '二').toCharArray()) {
            int unit = each == '百' ? 100 : each == '十' ? 10 : 0;
            int value = DIGITS.indexOf(each);
            if (unit == 0 && (value < 0 || digit > 0)) {
                return 0;
            }
            sum += unit == 0 ? 0 : Math.max(1, digit) * unit;
            digit = unit == 0 ? value : 0;
        }
        return sum + digit;
    }

    private static boolean note(Map<String, Object> days, Matcher clause, int group) {
        LocalDate day = DateText.read(clause.group(group)).value();
        return day != null && note(days, clause.group(), day);
    }

    private static boolean note(Map<String, Object> days, String clause, Object day) {
        if (days.containsValue(day)) {
            return false;
        }
        days.put(StringUtils.stripStart(clause, "，,"), day);
        return true;
    }

    /** The documents that a sentence names and says to be repealed with this one's effect. */
    private void readRepeals(String sentence, int line) {
        Matcher repealed = REPEALED.matcher(sentence);
        int from = 0;
        while (repealed.find()) {
            String named = sentence.substring(from, repealed.start());
            int effect = Math.max(named.lastIndexOf("施行"), named.lastIndexOf("实施，"));
            readRepealed(named.substring(Math.max(effect, 0)), repealed.group(), line);
            from = repealed.end();
        }
    }

    private void readRepealed(String named, String repealed, int line) {
        Matcher title = TITLE.matcher(named);
        if (!title.find()) {
            readRepealedNumbers(named, repealed, line);
            return;
        }
        title.reset();
        boolean applied = NO_LONGER.matcher(repealed).matches();
        while (title.find()) {
            int next = named.indexOf('《', title.end());
            String behind = named.substring(title.end(), next < 0 ? named.length() : next);
            boolean gone = goesBy(named, title);
            if (gone && StringUtils.indexOfAny(named.substring(title.end()), "，", ",") >= 0) {
                // 参照《…》执行，…同时废止: what is repealed stands behind.
                continue;
            }
            repeals.add(new OfficialText.Part(
                    Component.RELATIONS,
                    named.substring(title.start()) + repealed,
                    line,
                    // A text that loses a part stays in force, and no relation of a record says that of a part.
                    gone
                                    || PART_OF.matcher(behind).find()
                                    || applied && !WHOLE.matcher(behind).matches()
                            ? null
                            : new Relation(
                                    RelationType.of(RelationType.Type.REPEALS), target(title.group(1), behind))));
        }
    }

    /** Reads what is named by its number alone, up to the comma in front of the words that repeal. */
    private void readRepealedNumbers(String named, String repealed, int line) {
        String whole = StringUtils.stripEnd(named, "，, 　");
        String clause = whole.substring(1 + Math.max(whole.lastIndexOf('，'), whole.lastIndexOf(',')));
        Matcher found = BY_NUMBER.matcher(clause);
        while (found.find()) {
            String said = found.group(1);
            String code = BEFORE_CODE.matcher(said).replaceFirst("");
            DocumentNumber number = DocumentNumber.read(code).value();
            String behind = clause.substring(found.end());
            boolean clear = number != null
                    && number.wellFormed()
                    && !NO_CODE.matcher(code).find()
                    && (behind.isBlank() || ANOTHER.matcher(behind).matches())
                    && !goesBy(clause, found);
            repeals.add(new OfficialText.Part(
                    Component.RELATIONS,
                    said + clause.substring(found.end(1)) + repealed,
                    line,
                    clear ? new Relation(RelationType.of(RelationType.Type.REPEALS), number.text()) : null));
        }
    }

    /** Whether the clause that names a title, from comma to comma, says that it is gone by. */
    private static boolean goesBy(String named, Matcher title) {
        int from = 1 + Math.max(named.lastIndexOf('，', title.start()), named.lastIndexOf(',', title.start()));
        int to = StringUtils.indexOfAny(named.substring(title.end()), '，', ',');
        return GOING_BY.matcher(named.substring(from, title.start())).find()
                || GOING_BY.matcher(
                                to < 0 ? named.substring(title.end()) : named.substring(title.end(), title.end() + to))
                        .find();
    }

    /** What names a document for certain: the number behind its title, else the title. */
    private static String target(String title, String behind) {
        Matcher number = NUMBERED.matcher(behind);
        DocumentNumber read =
                number.find() ? DocumentNumber.read(number.group(1)).value() : null;
        return read != null && read.wellFormed() ? read.text() : title;
    }

    private List<OfficialText.Part> parts() {
        List<OfficialText.Part> parts = new ArrayList<>();
        add(parts, Component.EFFECTIVE_FROM, effects, effectLine);
        if (lasting != null && lastDay != null && ends.isEmpty()) {
            ends.put(lasting, lastDay);
        }
        add(parts, Component.EXPIRES_ON, ends, endLine);
        parts.addAll(repeals);
        return parts;
    }

    /** One day is taken; several are told and none of them is. */
    private static void add(List<OfficialText.Part> parts, Component component, Map<String, Object> days, int line) {
        if (days.size() == 1) {
            days.forEach((clause, day) -> parts.add(new OfficialText.Part(component, clause, line, day)));
        } else if (!days.isEmpty()) {
            parts.add(OfficialText.Part.of(component, String.join("；", days.keySet()), line));
        }
    }
}
