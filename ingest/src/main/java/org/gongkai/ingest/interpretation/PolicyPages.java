package org.gongkai.ingest.interpretation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.interpretation.InterpretationElement;
import org.gongkai.core.interpretation.InterpretationForm;
import org.gongkai.core.interpretation.InterpretationForm.Form;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.Reason;
import org.gongkai.ingest.text.OfficialText;
import org.jspecify.annotations.Nullable;

/**
 * Tells pages that explain a policy from documents, by their titles: 文字解读：…, 【简明问答5】…, 《…》政策解读, ….新闻发布会. A page
 * with a document number of its own is a document whatever it is called.
 */
public final class PolicyPages {

    private static final Pattern POLICY =
            Pattern.compile("关于.{4,}|.*(?:" + PolicyWords.shipped().any("policy") + ")(?:[（(][^（）()]{1,12}[）)])?");
    private static final Pattern INTERPRETING = Pattern.compile("解读如下|作如下解读|进行解读|(?:便于|深入)理解");
    private static final Pattern NUMBERING = Pattern.compile("^[（(]?[一二三四五六七八九十\\d]{1,3}[)）]?[、.．:：]?\\s{0,4}");
    /** A line in which a text says what it interprets is no longer, in characters. */
    private static final int LONGEST_SENTENCE = 300;

    /** A longer line, in characters, is no heading. */
    private static final int LONGEST_HEADING = 24;

    /** A text of so many characters interprets in words. */
    private static final int SHORTEST_TEXT = 100;

    private static final String INTERVIEW = "答记者问";

    private static final RecordKind<OfficialDocument> DOCUMENTS = RecordKind.of(OfficialDocument.class);

    private PolicyPages() {}

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
        PolicyTitle title = PolicyTitle.of(document.title());
        String text = document.body() == null || document.body().text() == null
                ? ""
                : document.body().text();
        List<PolicyReference> inTitle = inTitle(document, text);
        boolean asked = title.form() != null && title.form().form() == Form.QA;
        List<PolicyReference> ofPage = asked && inTitle.isEmpty() ? Cited.only(text) : inTitle;
        // An interview explains the one document that it speaks of; other questions may be of any.
        boolean interprets = title.kind() == PolicyTitle.Kind.INTERPRETATION
                && (!inTitle.isEmpty() || !ofPage.isEmpty() && document.title().contains(INTERVIEW));
        List<Mapped> answers = asked ? PolicyAnswers.of(page, document, title, ofPage, interprets, text) : List.of();
        boolean explains = interprets
                || answers.isEmpty()
                        && (title.kind() == PolicyTitle.Kind.INTERPRETATION
                                || title.kind() == PolicyTitle.Kind.MEDIUM
                                        && Cited.explained(text).stream()
                                                .anyMatch(each -> each.documentNumber() != null));
        if (explains) {
            List<Mapped> all = new ArrayList<>(List.of(interpretation(page, document, title, ofPage, text)));
            answers.forEach(each -> all.add(PolicyAnswers.partsAlone(each)));
            return all;
        }
        if (!answers.isEmpty()) {
            return answers;
        }
        if (title.kind() == PolicyTitle.Kind.PRESS) {
            // The title alone is no event: it may be that of a speech, or of a document about it.
            Mapped press = PressPages.of(page, document, title, inTitle, text);
            if (press != null) {
                return List.of(press);
            }
            if (title.form() != null) {
                return List.of(interpretation(page, document, title, ofPage, text));
            }
        }
        return List.of(page);
    }

    /** The documents that a title names by 《》 or by number, with what the text says of them. */
    private static List<PolicyReference> inTitle(OfficialDocument document, String text) {
        return PolicyReference.inText(String.valueOf(document.title())).stream()
                .map(each -> References.completed(each.reference(), text))
                .distinct()
                .toList();
    }

    private static Mapped interpretation(
            Mapped page, OfficialDocument document, PolicyTitle title, List<PolicyReference> ofPage, String text) {
        PageFields fields = new PageFields(PolicyInterpretation.class, page, document);
        if (title.form() != null) {
            fields.fill("form", title.form(), Reason.FROM_TITLE);
        } else {
            fields.fill("form", formOf(document, text), Reason.FROM_TEXT);
        }
        fields.fill("validity", title.validity(), Reason.FROM_TITLE);
        fields.readLabels("interprets", "");
        fields.readLines(text);
        fields.join("interprets", references(ofPage, title.about(), text), Reason.FROM_TITLE);
        List<InterpretationElement> elements = elements(text);
        if (!elements.isEmpty()) {
            fields.fill("elements", elements, Reason.FROM_TEXT);
        }
        return fields.mapped();
    }

    /** What a page that only says 解读 explains by: its files, its pictures, or its text. */
    private static @Nullable InterpretationForm formOf(OfficialDocument document, String text) {
        if (text.length() < SHORTEST_TEXT) {
            boolean moving = document.attachments().stream()
                    .anyMatch(each -> MediaTypes.plays(String.valueOf(each.mediaType())));
            if (moving) {
                return InterpretationForm.of(Form.VIDEO);
            }
            if (document.body() != null
                    && Objects.toString(document.body().html(), "").contains("<img")) {
                return InterpretationForm.of(Form.PICTURE);
            }
        }
        return LegacyText.blank(text) ? null : InterpretationForm.of(Form.TEXT);
    }

    /** What the title names; else the one document that the text says it interprets, what the title says, or the one that the text tells of. */
    private static List<PolicyReference> references(List<PolicyReference> inTitle, String about, String text) {
        if (!inTitle.isEmpty()) {
            return inTitle;
        }
        PolicyReference said = interpreted(text);
        if (said != null && !overlap(about, String.valueOf(said.title()))) {
            return List.of(said);
        }
        PolicyReference called = References.completed(PolicyReference.named(about), text);
        if (called.documentNumber() != null
                || OfficialText.endsLikeTitle(about)
                || POLICY.matcher(about).matches()) {
            return List.of(called);
        }
        List<PolicyReference> told = Cited.explained(text);
        if (told.size() == 1) {
            return told;
        }
        return about.length() > 3 ? List.of(called) : List.of();
    }

    /** The one document that a text says it interprets: 现就《…》（…号）解读如下; null where it says so of none or of several. */
    private static @Nullable PolicyReference interpreted(String text) {
        PolicyReference only = null;
        for (String line : text.lines().toList()) {
            Matcher said = INTERPRETING.matcher(line);
            if (line.length() <= LONGEST_SENTENCE && said.find()) {
                List<PolicyReference> named = Cited.explained(line);
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
}
