package org.gongkai.ingest.interpretation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.interpretation.InterpretationElement;
import org.gongkai.core.interpretation.InterpretationForm;
import org.gongkai.core.interpretation.InterpretationForm.Form;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.kind.RecordKind;
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

    private static final Pattern QUOTED = Pattern.compile("《([^《》]{2,200})》");
    private static final Pattern INTERPRETING = Pattern.compile("解读如下|作如下解读|进行解读|(?:便于|深入)理解");
    private static final Pattern NUMBERING = Pattern.compile("^[（(]?[一二三四五六七八九十\\d]{1,3}[)）]?[、.．:：]?\\s{0,4}");
    /** A line in which a text says what it interprets is no longer, in characters. */
    private static final int LONGEST_SENTENCE = 300;

    /** A longer line, in characters, is no heading. */
    private static final int LONGEST_HEADING = 24;

    /** A text of so many characters interprets in words. */
    private static final int SHORTEST_TEXT = 100;

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
        if (title.form() != null && title.form().form() == Form.QA) {
            List<Mapped> answers = PolicyAnswers.of(page, document, title.about(), text);
            if (!answers.isEmpty()) {
                return answers;
            }
        }
        if (title.kind() == PolicyTitle.Kind.INTERPRETATION) {
            return List.of(interpretation(page, document, title, text));
        }
        if (title.kind() == PolicyTitle.Kind.PRESS) {
            // The title alone is no event: it may be that of a speech, or of a document about it.
            Mapped press = PressPages.of(page, document, title, text);
            if (press != null) {
                return List.of(press);
            }
            if (title.form() != null) {
                return List.of(interpretation(page, document, title, text));
            }
        }
        return List.of(page);
    }

    private static Mapped interpretation(Mapped page, OfficialDocument document, PolicyTitle title, String text) {
        PageFields fields = new PageFields(PolicyInterpretation.class, page, document);
        if (title.form() != null) {
            fields.fill("form", title.form(), Reason.FROM_TITLE);
        } else if (text.length() >= SHORTEST_TEXT) {
            fields.fill("form", InterpretationForm.of(Form.TEXT), Reason.FROM_TEXT);
        }
        fields.readLabels("interprets", "");
        List<PolicyReference> named = references(String.valueOf(document.title()), title.about(), text);
        if (!named.isEmpty()) {
            fields.fill("interprets", named, Reason.FROM_TITLE);
        }
        List<InterpretationElement> elements = elements(text);
        if (!elements.isEmpty()) {
            fields.fill("elements", elements, Reason.FROM_TEXT);
        }
        return fields.mapped();
    }

    /** The documents that a title names, with the numbers that the text gives them; else what the title says beside its signs. */
    private static List<PolicyReference> references(String title, String about, String text) {
        List<PolicyReference> all = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(title);
        while (quoted.find()) {
            all.add(numbered(quoted.group(1), text));
        }
        if (all.isEmpty()) {
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
        Matcher numbered = References.NUMBERED.matcher(text);
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

    /** The documents that an answer names with their numbers. */
    static List<PolicyReference> sources(String answer) {
        List<PolicyReference> all = new ArrayList<>();
        Matcher numbered = References.NUMBERED.matcher(answer);
        while (numbered.find()) {
            DocumentNumber number = DocumentNumber.read(numbered.group(2)).value();
            if (number != null && number.wellFormed()) {
                all.add(new PolicyReference(number, numbered.group(1), null, null, null));
            }
        }
        return all;
    }
}
