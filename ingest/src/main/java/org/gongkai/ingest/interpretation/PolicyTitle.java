package org.gongkai.ingest.interpretation;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.interpretation.InterpretationForm;
import org.gongkai.core.interpretation.InterpretationForm.Form;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PressEvent;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.ingest.listing.ListTableReader;
import org.jspecify.annotations.Nullable;

/**
 * What the title of a page says where the page explains a policy: 文字解读：…, 【简明问答5】…, 一图读懂《…》, 某局局长解读《…》, 《…》政策解读（二）,
 * 《…》答记者问, …新闻发布会. Immutable.
 *
 * @param kind what the page may be
 * @param form the form that the title names, or null
 * @param event the press event that the title names, or null
 * @param about the title without the words for its form: the document, or the question
 */
public record PolicyTitle(
        Kind kind,
        @Nullable InterpretationForm form,
        @Nullable PressEvent event,
        String about) {

    /** What a page may be by its title. */
    public enum Kind {
        /** It explains a document. */
        INTERPRETATION,
        /** It tells of an event with the press, where it says when or where that was. */
        PRESS,
        /** Nothing of these. */
        NONE
    }

    /** What is no more than a medium: 视频：… is the news as well, unless it names a document or says 解读. */
    private static final Set<String> MEDIA = Set.of("视频", "问答", "动漫", "动画", "漫画");

    private static final String COUNT = "[一二三四五六七八九十百\\d]{1,3}";
    /** 十问十答: as many questions as one likes. */
    private static final String QUESTIONS = COUNT + "问(?:" + COUNT + "答)?";
    /** The names of forms that can stand before a sign of separation; the longest first, since one that fits ends the search. */
    private static final String FORMS = names(name -> true);
    /** The names of forms that say so without 解读 behind them: 图解, 政策问答. */
    private static final String WORDS = names(name -> !name.endsWith("解读")) + '|' + QUESTIONS;

    private static final String SERIAL = "第?" + COUNT + "[期讲篇集]?";
    private static final String BEFORE = FORMS + "|(?:政策|文件)解读|解读|" + QUESTIONS;

    private static final Pattern PREFIX = Pattern.compile("^(?:[【\\[［](" + BEFORE + ")(?:" + COUNT
            + ")?[】\\]］]\\s?[:：|｜丨]?|(" + BEFORE + ")(?:" + COUNT + ")?\\s?(?:[:：|｜丨]|[—–-]{1,2})|(" + BEFORE
            + ")(?=《))\\s*(\\S.*)$");
    private static final Pattern SPEAKER = Pattern.compile("^([^《》]{1,60})解读(?=《.{2,300}》$)");
    private static final Pattern SUFFIX = Pattern.compile("(?:的|[-—–])?[ 　]?(?:(" + FORMS
            + "|政策|文件)?解读(?:材料|文稿|稿|说明)?|(?<=》|的|政策)[ 　]?(" + WORDS + ")|(图解|一图读懂|简明问答|政策问答|答记者问))"
            + "(?:之?" + COUNT + ")?(?:[（(](" + BEFORE + "|图文版?|" + SERIAL + ")[）)])?$");
    /** 《…》（图解） */
    private static final Pattern BRACKET = Pattern.compile("(?<=》)[ 　]?[（(](" + BEFORE + ")[）)]$");

    private static final Pattern ABOUT = Pattern.compile("^(?:关于)?(.*?)(?:有关(?:政策|内容))?的?$");
    private static final Pattern OF_HEAD = Pattern.compile("负责人|负责同志|局长|主任|区长|市长|县长|镇长|书记|院长|部长|厅长|处长|科长");

    private static final String EVENTS = "新闻发布会|政策例行吹风会|例行吹风会|政策吹风会|新闻通气会|媒体集体采访|集体采访";
    private static final Pattern PRESS = Pattern.compile("(" + EVENTS + ")(?:(?:文字|图文|现场)?实录|图文直播|直播|文字稿)?"
            + "(?:[（(][^（）()]{1,12}[）)])?$|^[【\\[［]?(?:(?:文字|图文|现场)?实录[:：|｜丨])?(" + EVENTS
            + ")(?:[（(][^（）()]{1,12}[）)])?(?:[】\\]］]|[:：|｜丨 　])");

    /** A longer text, in characters, is no title. */
    private static final int LONGEST = 500;

    private static final ListTableReader LABELS =
            ListTableReader.of(RecordKind.of(PolicyInterpretation.class).code());

    private static final PolicyTitle NONE = new PolicyTitle(Kind.NONE, null, null, "");

    private static String names(java.util.function.Predicate<String> which) {
        Set<String> names = new LinkedHashSet<>();
        for (Form each : Form.values()) {
            Stream.concat(Stream.of(each.label()), each.synonyms().stream())
                    .filter(name -> name.length() > 2 || name.equals("图解") || MEDIA.contains(name))
                    .filter(which)
                    .forEach(names::add);
        }
        return names.stream()
                .sorted((one, other) -> other.length() - one.length())
                .reduce((one, other) -> one + '|' + other)
                .orElseThrow();
    }

    /**
     * Reads a title.
     *
     * @param text the title
     * @return what it says; {@link Kind#NONE} where it is that of a document or of anything else
     */
    public static PolicyTitle of(String text) {
        String title = StringUtils.strip(text, " 　\t\n");
        if (title.length() > LONGEST) {
            return NONE;
        }
        PressEvent event = event(title);
        Matcher prefix = PREFIX.matcher(title);
        boolean prefixed = prefix.matches();
        if (event != null && !(prefixed && title.contains("解读"))) {
            return new PolicyTitle(Kind.PRESS, prefixed ? form(named(prefix)) : null, event, title);
        }
        if (prefixed && MEDIA.contains(named(prefix)) && !prefix.group(4).matches(".*(?:《|解读).*")) {
            return NONE;
        }
        if (prefixed) {
            return prefixed(named(prefix), prefix.group(4));
        }
        Matcher speaker = SPEAKER.matcher(title);
        if (speaker.find()) {
            return interpretation(speaker(speaker.group(1)), title.substring(speaker.end()));
        }
        Matcher bracket = BRACKET.matcher(title);
        if (bracket.find()) {
            return interpretation(form(bracket.group(1)), title.substring(0, bracket.start()));
        }
        Matcher suffix = SUFFIX.matcher(title);
        return suffix.find() ? interpretation(suffixed(suffix, title), title.substring(0, suffix.start())) : NONE;
    }

    /**
     * Whether the title says that its page explains a policy.
     *
     * @param title the title
     * @return true for {@link Kind#INTERPRETATION}
     */
    public static boolean explains(String title) {
        return of(title).kind() == Kind.INTERPRETATION;
    }

    /**
     * Whether a label names, on a page that explains, the document that it explains: 文件原文, 相关文件.
     *
     * @param label the label
     * @return true for the labels that head such columns in tables of interpretations
     */
    public static boolean namesDocuments(String label) {
        String path = LABELS.path(label);
        return path != null && path.startsWith("interprets.");
    }

    private static @Nullable PressEvent event(String title) {
        Matcher press = PRESS.matcher(title);
        String name = !press.find() ? null : press.group(1) != null ? press.group(1) : press.group(2);
        return name == null ? null : PressEvent.parse(name.equals("例行吹风会") ? "政策例行吹风会" : name);
    }

    private static String named(Matcher prefix) {
        return Stream.of(prefix.group(1), prefix.group(2), prefix.group(3))
                .filter(each -> each != null)
                .findFirst()
                .orElseThrow();
    }

    /** What stands behind the form may say it again, or say who speaks: 负责人解读：某局局长解读《…》. */
    private static PolicyTitle prefixed(String form, String rest) {
        Matcher speaker = SPEAKER.matcher(rest);
        Matcher suffix = SUFFIX.matcher(rest);
        String about = speaker.find()
                ? rest.substring(speaker.end())
                : suffix.find() ? rest.substring(0, suffix.start()) : rest;
        InterpretationForm said = form(form);
        InterpretationForm again =
                said == null && !about.equals(rest) && suffix.reset().find() ? suffixed(suffix, rest) : null;
        return interpretation(said != null ? said : again, about);
    }

    private static PolicyTitle interpretation(@Nullable InterpretationForm form, String about) {
        Matcher bare = ABOUT.matcher(about.strip());
        return new PolicyTitle(
                Kind.INTERPRETATION, form, null, bare.matches() ? bare.group(1).strip() : about.strip());
    }

    private static @Nullable InterpretationForm suffixed(Matcher suffix, String title) {
        String bracket = suffix.group(4);
        InterpretationForm inBrackets = bracket == null ? null : form(bracket.startsWith("图文") ? "图文解读" : bracket);
        if (inBrackets != null) {
            return inBrackets;
        }
        for (int i = 1; i <= 3; i++) {
            String word = suffix.group(i);
            InterpretationForm form = word == null ? null : form(i == 1 && !word.endsWith("解读") ? word + "解读" : word);
            form = form == null && word != null ? form(word) : form;
            if (form != null) {
                return form;
            }
        }
        // 某局有关负责人解读 at the end: who speaks stands before it.
        return title.indexOf('《') < 0 || title.lastIndexOf('》') < suffix.start() - 1
                ? speaker(title.substring(title.lastIndexOf('》') + 1, suffix.start()))
                : null;
    }

    private static @Nullable InterpretationForm speaker(String words) {
        if (OF_HEAD.matcher(words).find()) {
            return InterpretationForm.of(Form.HEAD_OF_DEPARTMENT);
        }
        return words.contains("专家") ? InterpretationForm.of(Form.EXPERT) : null;
    }

    /** The form that a word of a title names; null for 解读 alone, and for 政策 and 文件 before it. */
    private static @Nullable InterpretationForm form(String word) {
        InterpretationForm form =
                word.matches(QUESTIONS) ? InterpretationForm.of(Form.QA) : InterpretationForm.parse(word);
        return form.wellFormed() ? form : null;
    }
}
