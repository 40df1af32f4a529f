package org.gongkai.ingest.interpretation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.Validity;
import org.gongkai.core.interpretation.InterpretationForm;
import org.gongkai.core.interpretation.InterpretationForm.Form;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PressEvent;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.listing.ListTableReader;
import org.jspecify.annotations.Nullable;

/**
 * What the title of a page says where the page explains a policy: 文字解读：…, 【简明问答5】…, 一图读懂《…》, 某局局长解读《…》, 《…》政策解读（二）,
 * 《…》解读之二：…, 《…》答记者问, …新闻发布会. Immutable.
 *
 * @param kind what the page may be
 * @param form the form that the title names, or null
 * @param event the press event that the title names, or null
 * @param validity how a bracket behind the title says that the document stands, or null
 * @param about the title without the words for its form: the document, or the question
 */
public record PolicyTitle(
        Kind kind,
        @Nullable InterpretationForm form,
        @Nullable PressEvent event,
        @Nullable Validity validity,
        String about) {

    /** What a page may be by its title. */
    public enum Kind {
        /** It explains a document. */
        INTERPRETATION,
        /** It tells of an event with the press, where it says when or where that was. */
        PRESS,
        /** It begins with the name of a medium, and explains where its text names a document. */
        MEDIUM,
        /** Nothing of these. */
        NONE
    }

    private static final PolicyWords SAID = PolicyWords.shipped();

    private static final String COUNT = "[一二三四五六七八九十百\\d]{1,3}";
    /** 十问十答: as many questions as one likes. */
    private static final String QUESTIONS = COUNT + "问(?:" + COUNT + "答)?";
    /** The names of forms that can stand before a sign of separation; the longest first, since one that fits ends the search. */
    private static final String FORMS = names(name -> true);
    /** The names of forms that say so without 解读 behind them: 图解, 政策问答. */
    private static final String WORDS = names(name -> !name.endsWith("解读")) + '|' + QUESTIONS;

    /** What shows that a page with the name of a medium explains. */
    private static final Pattern NAMES = Pattern.compile("《|解读");

    private static final String SERIAL = "第?" + COUNT + "[期讲篇集]?";
    private static final String BEFORE = FORMS + "|(?:政策|文件)解读|解读|" + QUESTIONS;

    private static final Pattern PREFIX = Pattern.compile("^(?:[【\\[［](" + BEFORE + ")(?:" + COUNT
            + ")?[】\\]］]\\s?[:：|｜丨]?|(?:[^《》:：|｜丨]{1,15}[·•・]\\s?)?(" + BEFORE + ")(?:" + COUNT
            + ")?\\s?(?:[:：|｜丨]|[—–-]{1,2})|(" + BEFORE + ")[ 　]{0,3}(?=《))\\s*(\\S.*)$");
    private static final Pattern SPEAKER =
            Pattern.compile("^([^《》]{0,60})(?:" + SAID.any("verb") + ")(?=《.{2,300}》[）)]?$)");
    private static final Pattern SUFFIX = Pattern.compile("(?:的|[-—–])?[ 　]?(?:(" + FORMS
            + "|政策|文件)?解读(?:材料|文稿|稿|说明)?|(?<=》|的|政策)[ 　]?(" + WORDS + ")|(图解|一图读懂|简明问答|政策问答|答记者问))"
            + "(?:之?" + COUNT + ")?(?:[（(【](" + BEFORE + "|(?:" + SAID.any("way") + ")版?|" + SERIAL + ")[）)】])?$");
    /** 《…》（图解）, 某办法（政策解读） */
    private static final Pattern BRACKET =
            Pattern.compile("(?:(?<=》)[ 　]?[（(【]|[（(【](?=[^（）()【】]{0,8}(?:解读|读懂|看懂|图解)))(" + BEFORE + ")[）)】]$");
    /** 某事常见问题解答（第一期）: the page explains where it asks and answers, or names the document. */
    private static final Pattern ASKS = Pattern.compile("的?(?:" + SAID.any("asks") + ")(?:[（(]" + SERIAL + "[）)])?$");
    /** “政”在解读｜…: a column whose pages explain where they name the document. */
    private static final Pattern COLUMN =
            Pattern.compile("^[^《》]{0,12}(?:解读|读懂|看懂)[^《》:：|｜丨]{0,8}[:：|｜丨]\\s?(?:" + SERIAL + "[:：|｜丨]\\s?)?(\\S.*)$");

    private static final Pattern ABOUT = Pattern.compile("^(?:关于)?(.*?)(?:有关(?:政策|内容))?的?$");
    /** 《…》解读之二：怎样登记, 《…》政策解读——新在哪里: what a part of the explanation is about. */
    private static final Pattern PARTED =
            Pattern.compile("^(.{0,300}》(?:的)?(?:政策|文件)?解读(?:之?" + COUNT + ")?)(?:[:：|｜丨]|[—–-]{1,2})\\s?\\S.*$");

    private static final Pattern STATE = Pattern.compile("[（(【\\[](" + SAID.any("state") + ")[）)】\\]]$");
    private static final Pattern TAIL = Pattern.compile("[，,！!～~ 　]?(?:" + SAID.any("tail") + ")[！!～~。]{0,3}$");
    private static final Pattern OF_HEAD = Pattern.compile("负责人|负责同志|局长|主任|区长|市长|县长|镇长|书记|院长|部长|厅长|处长|科长");

    private static final String EVENTS = PolicyWords.any(Stream.of(PressEvent.Event.values())
            .flatMap(each -> Stream.concat(Stream.of(each.label()), each.synonyms().stream()))
            .filter(name -> name.length() > 3));
    private static final String BRACKETED = "(?:[（(][^（）()]{1,12}[）)])?";
    private static final Pattern PRESS = Pattern.compile("(" + EVENTS + ")(?:(?:文字|图文|现场)?实录|图文直播|直播|文字稿)?" + BRACKETED
            + "$|^[【\\[［]?(?:(?:文字|图文|现场)?实录[:：|｜丨])?(?!关于)[^《》:：|｜丨]{0,30}?(" + EVENTS + ")" + BRACKETED
            + "(?:[】\\]］]|[:：|｜丨])|^[^《》]{0,12}(" + EVENTS + ")[ 　]");
    /** 某区举行《…》新闻发布会介绍…; a notice of the office that invites to it is a document. */
    private static final Pattern HELD = Pattern.compile("^(?:(?!关于).){0,60}?(?:" + SAID.any("hold") + ")[^，。]{0,120}?("
            + EVENTS + ")(?!(?:的|工作)?(?:通知|公告|通告|函|方案|预告))");

    /** A longer text, in characters, is no title. */
    private static final int LONGEST = 500;

    private static final ListTableReader LABELS =
            ListTableReader.of(RecordKind.of(PolicyInterpretation.class).code());

    private static final PolicyTitle NONE = new PolicyTitle(Kind.NONE, null, null, null, "");

    private static String names(java.util.function.Predicate<String> which) {
        return PolicyWords.any(Stream.of(Form.values())
                .flatMap(each -> Stream.concat(Stream.of(each.label()), each.synonyms().stream()))
                .filter(name -> name.length() > 2 || name.equals("图解") || SAID.is("medium", name))
                .filter(which));
    }

    /**
     * Reads a title.
     *
     * @param text the title
     * @return what it says; {@link Kind#NONE} where it is that of a document or of anything else
     */
    public static PolicyTitle of(String text) {
        String whole = StringUtils.strip(text, " 　\t\n");
        if (whole.length() > LONGEST) {
            return NONE;
        }
        Matcher state = STATE.matcher(whole);
        boolean stated = state.find();
        PolicyTitle read = read(
                TAIL.matcher(stated ? whole.substring(0, state.start()).strip() : whole)
                        .replaceFirst(""),
                whole);
        if (!stated || read.kind() == Kind.NONE) {
            return read;
        }
        Validity validity = Validity.parse(SAID.meaning("state", state.group(1)));
        return new PolicyTitle(read.kind(), read.form(), read.event(), validity, read.about());
    }

    private static PolicyTitle read(String title, String whole) {
        PressEvent event = event(whole);
        Matcher prefix = PREFIX.matcher(title);
        boolean prefixed = prefix.matches();
        if (event != null && !(prefixed && title.contains("解读"))) {
            return new PolicyTitle(Kind.PRESS, prefixed ? form(named(prefix)) : null, event, null, title);
        }
        if (prefixed
                && SAID.is("medium", named(prefix))
                && !NAMES.matcher(prefix.group(4)).find()) {
            PolicyTitle said = prefixed(named(prefix), prefix.group(4));
            return new PolicyTitle(Kind.MEDIUM, said.form(), null, null, said.about());
        }
        if (prefixed) {
            return prefixed(named(prefix), prefix.group(4));
        }
        Matcher parted = PARTED.matcher(title);
        return announced(parted.matches() ? parted.group(1) : title);
    }

    private static PolicyTitle announced(String title) {
        Matcher speaker = SPEAKER.matcher(title);
        if (speaker.find()) {
            return interpretation(
                    said(speaker.group(1), title.substring(0, speaker.end())), title.substring(speaker.end()));
        }
        Matcher bracket = BRACKET.matcher(title);
        if (bracket.find()) {
            return interpretation(form(bracket.group(1)), title.substring(0, bracket.start()));
        }
        Matcher suffix = SUFFIX.matcher(title);
        return suffix.find()
                ? interpretation(suffixed(suffix, title), title.substring(0, suffix.start()))
                : perhaps(title);
    }

    private static PolicyTitle perhaps(String title) {
        Matcher asks = ASKS.matcher(title);
        if (asks.find()) {
            return new PolicyTitle(
                    Kind.MEDIUM, InterpretationForm.of(Form.QA), null, null, bare(title.substring(0, asks.start())));
        }
        Matcher column = COLUMN.matcher(title);
        return column.matches() ? new PolicyTitle(Kind.MEDIUM, null, null, null, bare(column.group(1))) : NONE;
    }

    /** Who speaks before the verb, or which form words before it name: “一问一答”读懂. */
    private static @Nullable InterpretationForm said(String words, String withVerb) {
        InterpretationForm whole = form(LegacyText.lettersAndDigits(withVerb));
        InterpretationForm form = whole == null ? form(LegacyText.lettersAndDigits(words)) : whole;
        return form == null ? speaker(words) : form;
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
     * Whether a page with the title explains a policy if its text names the document.
     *
     * @param title the title
     * @return true for {@link Kind#INTERPRETATION} and {@link Kind#MEDIUM}
     */
    public static boolean mayExplain(String title) {
        Kind kind = of(title).kind();
        return kind == Kind.INTERPRETATION || kind == Kind.MEDIUM;
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
        Matcher held = HELD.matcher(title);
        String name = press.find()
                ? StringUtils.firstNonEmpty(press.group(1), press.group(2), press.group(3))
                : held.find() ? held.group(1) : null;
        return name == null ? null : PressEvent.parse(name);
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
        return new PolicyTitle(Kind.INTERPRETATION, form, null, null, bare(about));
    }

    private static String bare(String about) {
        Matcher bare = ABOUT.matcher(about.strip());
        return bare.matches() ? bare.group(1).strip() : about.strip();
    }

    private static @Nullable InterpretationForm suffixed(Matcher suffix, String title) {
        String bracket = suffix.group(4);
        String way = bracket == null ? "" : bracket.replaceFirst("版$", "");
        InterpretationForm inBrackets = bracket == null ? null : form(way + "解读");
        inBrackets = bracket == null || inBrackets != null ? inBrackets : form(way);
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
