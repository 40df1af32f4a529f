package org.gongkai.ingest.interpretation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.DateText;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.interpretation.InterpretationElement;
import org.gongkai.core.interpretation.InterpretationForm;
import org.gongkai.core.interpretation.InterpretationForm.Form;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.interpretation.PressEvent;
import org.gongkai.core.interpretation.PressRelease;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Tells pages that explain a policy from documents, by their titles: 文字解读：…, 【简明问答5】…, 《…》政策解读, ….新闻发布会. A page
 * with a document number of its own is a document whatever it is called.
 */
public final class PolicyPages {

    private static final String FORMS = forms();
    private static final Pattern PREFIX = Pattern.compile(
            "^\\s*(?:[【\\[［](" + FORMS + ")\\d{0,3}[】\\]］][:：]?|(" + FORMS + ")\\d{0,3}\\s?[:：|｜丨])\\s*(.+)$");
    private static final Pattern SUFFIX =
            Pattern.compile("(?:的|》|[-—])?[ 　]?(政策|文件|" + FORMS + ")?解读(?:材料|稿)?(?:[（(][一二三四五六七八九十\\d]{1,3}[）)])?$");
    private static final Pattern NO_INTERPRETATION = Pattern.compile("的(?:通知|通告|公告|意见|决定|函|报告|办法)$");
    private static final Pattern PRESS = Pattern.compile("(新闻发布会|政策例行吹风会|政策吹风会|新闻通气会|集体采访)(?:实录|文字实录|图文实录)?$");
    private static final Pattern QUOTED = Pattern.compile("《([^《》]{2,200})》");
    private static final Pattern NUMBERED = Pattern.compile("《([^《》]{2,200})》\\s{0,4}[（(]([^（）()《》]{4,40}号)[)）]");
    private static final Pattern INTERPRETING = Pattern.compile("解读如下|作如下解读|进行解读|(?:便于|深入)理解");
    private static final Pattern NUMBERING = Pattern.compile("^[（(]?[一二三四五六七八九十\\d]{1,3}[)）]?[、.．:：]?\\s{0,4}");
    private static final Pattern QUESTION = Pattern.compile("^\\s*(?:问|问题|Q)\\d{0,3}\\s?[:：.]\\s*(.*)$");
    private static final Pattern ANSWER = Pattern.compile("^\\s*(?:答|答复|A)\\d{0,3}\\s?[:：.]\\s*(.*)$");
    private static final Pattern LINE =
            Pattern.compile("^\\s*(?:发布会?|举行|召开)?(时间|日期|地点|主办单位|主办)\\s?[:：]\\s*(.{2,100})$");

    private static final String ASKED = "[正文:问]";
    private static final String ANSWERED = "[正文:答]";
    private static final Set<String> PARTS = Set.of(ASKED, ANSWERED);

    /** A line in which a text says what it interprets is no longer, in characters. */
    private static final int LONGEST_SENTENCE = 300;

    /** A longer line, in characters, is no heading. */
    private static final int LONGEST_HEADING = 24;

    /** A text of so many characters interprets in words. */
    private static final int SHORTEST_TEXT = 100;

    private static final RecordKind<OfficialDocument> DOCUMENTS = RecordKind.of(OfficialDocument.class);

    private PolicyPages() {}

    private static String forms() {
        Set<String> names = new LinkedHashSet<>();
        for (Form each : Form.values()) {
            Stream.concat(Stream.of(each.label()), each.synonyms().stream())
                    .filter(name -> name.length() > 2 || name.equals("图解"))
                    .forEach(names::add);
        }
        names.add("政策解读");
        // The longest first, since an alternative that fits ends the search.
        return names.stream()
                .sorted((one, other) -> other.length() - one.length())
                .reduce((one, other) -> one + '|' + other)
                .orElseThrow();
    }

    /**
     * A page as what it is.
     *
     * @param page what a page gave as a document
     * @return the records; the page itself where it is a document or no page
     */
    public static List<Mapped> read(Mapped page) {
        OfficialDocument document = DOCUMENTS.as(page.record());
        if (document == null
                || !(page.raw() instanceof RawForm.WholeFile)
                || document.title() == null
                || document.documentNumber() != null) {
            return List.of(page);
        }
        String title = document.title().strip();
        Matcher prefix = PREFIX.matcher(title);
        boolean prefixed = prefix.matches();
        String form = !prefixed ? null : prefix.group(1) == null ? prefix.group(2) : prefix.group(1);
        String text = document.body() == null || document.body().text() == null
                ? ""
                : document.body().text();
        if (form != null && InterpretationForm.parse(form).form() == Form.QA) {
            List<Mapped> answers = answers(page, document, prefix.group(3), text);
            if (!answers.isEmpty()) {
                return answers;
            }
        }
        if (prefixed
                || SUFFIX.matcher(title).find()
                        && !NO_INTERPRETATION.matcher(title).find()) {
            return List.of(interpretation(page, document, form, title, text));
        }
        // The title alone is no event: it may be that of a speech, or of a document about it.
        boolean event = PRESS.matcher(title).find()
                && text.lines().anyMatch(each -> LINE.matcher(each).matches());
        return event ? List.of(press(page, document, title, text)) : List.of(page);
    }

    private static Mapped interpretation(
            Mapped page, OfficialDocument document, @Nullable String form, String title, String text) {
        PageFields fields = new PageFields(PolicyInterpretation.class, page, document);
        InterpretationForm named = form == null ? suffixed(title) : InterpretationForm.parse(form);
        if (named != null && named.wellFormed()) {
            fields.fill("form", named, Reason.FROM_TITLE);
        } else if (text.length() >= SHORTEST_TEXT) {
            fields.fill("form", InterpretationForm.of(Form.TEXT), Reason.FROM_TEXT);
        }
        List<PolicyReference> named2 = references(title, text);
        if (!named2.isEmpty()) {
            fields.fill("interprets", named2, Reason.FROM_TITLE);
        }
        List<InterpretationElement> elements = elements(text);
        if (!elements.isEmpty()) {
            fields.fill("elements", elements, Reason.FROM_TEXT);
        }
        return fields.mapped();
    }

    /** 视频解读 at the end of a title. */
    private static @Nullable InterpretationForm suffixed(String title) {
        Matcher suffix = SUFFIX.matcher(title);
        String word = suffix.find() ? suffix.group(1) : null;
        return word == null ? null : InterpretationForm.parse(word.endsWith("解读") ? word : word + "解读");
    }

    /** The documents that a title names, with the numbers that the text gives them; else what the title says beside its signs. */
    private static List<PolicyReference> references(String title, String text) {
        List<PolicyReference> all = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(title);
        while (quoted.find()) {
            all.add(numbered(quoted.group(1), text));
        }
        if (all.isEmpty()) {
            Matcher prefix = PREFIX.matcher(title);
            String bare = prefix.matches() ? prefix.group(3) : title;
            String about = SUFFIX.matcher(bare).replaceFirst("").strip();
            PolicyReference said = interpreted(text);
            if (said != null && !overlap(about, String.valueOf(said.title()))) {
                all.add(said);
            } else if (about.length() > 3) {
                all.add(numbered(about, text));
            }
        }
        return all;
    }

    /** The one document that a text says it interprets: 现就《…》（…号）解读如下; null where it says so of none or of several. */
    private static @Nullable PolicyReference interpreted(String text) {
        PolicyReference only = null;
        for (String line : text.lines().toList()) {
            Matcher said = INTERPRETING.matcher(line);
            if (line.length() <= LONGEST_SENTENCE && said.find()) {
                List<PolicyReference> named = sources(line);
                if (named.size() != 1 || only != null && !only.equals(named.get(0))) {
                    return null;
                }
                only = named.get(0);
            }
        }
        return only;
    }

    private static boolean overlap(String one, String other) {
        String first = LegacyText.lettersAndDigits(one);
        String second = LegacyText.lettersAndDigits(other);
        return first.contains(second) || second.contains(first);
    }

    private static PolicyReference numbered(String name, String text) {
        String key = LegacyText.lettersAndDigits(name);
        Matcher numbered = NUMBERED.matcher(text);
        while (numbered.find()) {
            String title = LegacyText.lettersAndDigits(numbered.group(1));
            DocumentNumber number = DocumentNumber.read(numbered.group(2)).value();
            if ((title.contains(key) || key.contains(title)) && number != null && number.wellFormed()) {
                return new PolicyReference(number, numbered.group(1), null, null, null);
            }
        }
        return new PolicyReference(null, name, null, null, null);
    }

    /** The elements that the headings of a text name. */
    private static List<InterpretationElement> elements(String text) {
        Set<InterpretationElement> found = new LinkedHashSet<>();
        text.lines()
                .map(String::strip)
                .filter(each -> each.length() <= LONGEST_HEADING)
                .forEach(line -> {
                    String heading = NUMBERING.matcher(line).replaceFirst("");
                    boolean numbered = heading.length() < line.length();
                    for (InterpretationElement.Element each : InterpretationElement.Element.values()) {
                        boolean named = Stream.concat(Stream.of(each.label()), each.synonyms().stream())
                                .anyMatch(numbered ? heading::contains : heading::equals);
                        if (named) {
                            found.add(InterpretationElement.of(each));
                        }
                    }
                });
        return List.copyOf(found);
    }

    /** The pairs of a page that holds nothing but pairs; none where anything else stands there. */
    private static List<Mapped> answers(Mapped page, OfficialDocument document, String title, String text) {
        List<StringBuilder[]> pairs = new ArrayList<>();
        boolean answering = false;
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            Matcher question = QUESTION.matcher(line);
            Matcher answer = ANSWER.matcher(line);
            if (question.matches()) {
                pairs.add(new StringBuilder[] {new StringBuilder(question.group(1)), new StringBuilder()});
                answering = false;
            } else if (pairs.isEmpty() && !answer.matches()) {
                return List.of();
            } else if (answer.matches()) {
                if (pairs.isEmpty()) {
                    pairs.add(new StringBuilder[] {new StringBuilder(title), new StringBuilder()});
                }
                pairs.get(pairs.size() - 1)[1].append(answer.group(1));
                answering = true;
            } else {
                StringBuilder last = pairs.get(pairs.size() - 1)[answering ? 1 : 0];
                last.append(last.isEmpty() ? "" : "\n").append(line.strip());
            }
        }
        if (pairs.stream().anyMatch(each -> each[0].isEmpty() || each[1].isEmpty())) {
            return List.of();
        }
        List<Mapped> all = new ArrayList<>();
        for (StringBuilder[] each : pairs) {
            PageFields fields = new PageFields(PolicyAnswer.class, page, document);
            if (title.contentEquals(each[0])) {
                fields.replace("question", title, Reason.FROM_TITLE);
            } else {
                fields.takePart("question", each[0].toString(), ASKED);
            }
            fields.takePart("answer", each[1].toString(), ANSWERED);
            List<PolicyReference> sources = sources(each[1].toString());
            if (!sources.isEmpty()) {
                fields.fill("sources", sources, Reason.FROM_TEXT);
            }
            Mapped made = fields.mapped();
            // The fields of the page are accounted for once.
            all.add(
                    all.isEmpty()
                            ? made
                            : new Mapped(
                                    made.record(),
                                    made.ledger().stream()
                                            .filter(entry -> entry.fate() == FieldFate.DEFAULTED
                                                    || PARTS.contains(String.valueOf(
                                                            entry.location().label())))
                                            .toList(),
                                    List.of(),
                                    made.origin(),
                                    made.raw(),
                                    List.of()));
        }
        return all;
    }

    /** The documents that an answer names with their numbers. */
    private static List<PolicyReference> sources(String answer) {
        List<PolicyReference> all = new ArrayList<>();
        Matcher numbered = NUMBERED.matcher(answer);
        while (numbered.find()) {
            DocumentNumber number = DocumentNumber.read(numbered.group(2)).value();
            if (number != null && number.wellFormed()) {
                all.add(new PolicyReference(number, numbered.group(1), null, null, null));
            }
        }
        return all;
    }

    private static Mapped press(Mapped page, OfficialDocument document, String title, String text) {
        PageFields fields = new PageFields(PressRelease.class, page, document);
        Matcher press = PRESS.matcher(title);
        if (press.find()) {
            fields.fill("type", PressEvent.parse(press.group(1)), Reason.FROM_TITLE);
        }
        text.lines().forEach(line -> {
            Matcher said = LINE.matcher(line);
            if (said.matches()) {
                switch (said.group(1)) {
                    case "地点" -> fields.fill("place", said.group(2).strip(), Reason.FROM_TEXT);
                    case "主办单位", "主办" ->
                        fields.overrule(
                                "organiser",
                                org.gongkai.core.organization.Agency.parse(
                                        said.group(2).strip()),
                                Reason.FROM_TEXT);
                    default -> fields.fill("heldOn", day(said.group(2)), Reason.FROM_TEXT);
                }
            }
        });
        return fields.mapped();
    }

    /** The day at the beginning of a text; the hour behind it is left. */
    private static java.time.@Nullable LocalDate day(String text) {
        Matcher day = Pattern.compile("^\\d{4}(?:年\\d{1,2}月\\d{1,2}日|[-/.]\\d{1,2}[-/.]\\d{1,2})")
                .matcher(text.strip());
        return day.find() ? DateText.read(day.group()).value() : null;
    }
}
