package org.gongkai.ingest.interpretation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.core.document.Relation;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.text.LegacyText;

/** What pages call the documents that they explain: by number, by title, by title with number in brackets, by link. */
final class References {

    private static final Pattern ADDRESS = Pattern.compile("[\\w.%~/?=&#:+-]{1,2000}");

    private References() {}

    /** What a link of the page leads to, or what stands behind its label. */
    static PolicyReference of(Relation relation) {
        String target = String.valueOf(relation.target()).strip();
        if (ADDRESS.matcher(target).matches() && (target.contains("/") || target.contains("."))) {
            return new PolicyReference(null, null, null, target, null);
        }
        return PolicyReference.named(target);
    }

    /** The documents that a text names, each by one of the ways; empty where it names none. */
    static List<PolicyReference> said(String text) {
        List<PolicyReference> all = new ArrayList<>();
        for (String each : PolicyReference.pieces(text)) {
            all.add(
                    ADDRESS.matcher(each).matches() && each.indexOf('/') >= 0
                            ? new PolicyReference(null, null, null, each, null)
                            : PolicyReference.named(each));
        }
        return all;
    }

    /** As many links as there are texts behind the labels are the links of these texts: each becomes one reference. */
    static List<PolicyReference> joined(List<?> references) {
        List<PolicyReference> links = new ArrayList<>();
        List<PolicyReference> texts = new ArrayList<>();
        for (Object each : references) {
            if (each instanceof PolicyReference reference) {
                List<PolicyReference> kind = reference.url() == null ? texts : links;
                if (!kind.contains(reference)) {
                    kind.add(reference);
                }
            }
        }
        List<PolicyReference> apart = texts.size() == 1 && links.size() > 1 ? parted(texts.get(0)) : texts;
        if (apart.size() != links.size()) {
            List<PolicyReference> all = new ArrayList<>(links);
            all.addAll(texts);
            return all;
        }
        List<PolicyReference> all = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            PolicyReference text = apart.get(i);
            all.add(both(links.get(i), text));
        }
        return all;
    }

    /** The titles in a text that names several: 某办法、某规定. */
    private static List<PolicyReference> parted(PolicyReference several) {
        return several.title() == null
                ? List.of(several)
                : said(several.title().replace('、', '；').replace(' ', '；').replace('　', '；'));
    }

    /** One reference out of two of one document: what the first lacks is taken from the second. */
    static PolicyReference both(PolicyReference one, PolicyReference other) {
        return new PolicyReference(
                one.documentNumber() == null ? other.documentNumber() : one.documentNumber(),
                one.title() == null ? other.title() : one.title(),
                one.indexNumber() == null ? other.indexNumber() : one.indexNumber(),
                one.url() == null ? other.url() : one.url(),
                one.clause() == null ? other.clause() : one.clause());
    }

    /** What labels and links name, with what the title names: one document of each is one, and so are as many links without titles. */
    static List<PolicyReference> with(List<?> labelled, List<PolicyReference> named) {
        List<PolicyReference> all = new ArrayList<>();
        labelled.forEach(each -> all.add((PolicyReference) each));
        boolean untitled = all.stream().allMatch(each -> each.title() == null);
        if (all.size() == named.size() && (all.size() == 1 || untitled)) {
            for (int i = 0; i < all.size(); i++) {
                all.set(i, both(all.get(i), named.get(i)));
            }
        } else if (untitled) {
            all.addAll(named);
        }
        return all;
    }

    /** A reference with the number, or the title, that a text gives the document. */
    static PolicyReference completed(PolicyReference reference, String text) {
        if (reference.documentNumber() != null && reference.title() != null) {
            return reference;
        }
        String key = reference.title() == null ? "" : LegacyText.lettersAndDigits(reference.title());
        for (PolicyReference.Named each : PolicyReference.inText(text)) {
            PolicyReference said = each.reference();
            if (said.documentNumber() == null || said.title() == null) {
                continue;
            }
            String title = LegacyText.lettersAndDigits(said.title());
            boolean byTitle = !key.isEmpty() && (title.contains(key) || key.contains(title));
            if (byTitle || said.documentNumber().equals(reference.documentNumber())) {
                return new PolicyReference(
                        said.documentNumber(), said.title(), null, reference.url(), reference.clause());
            }
        }
        return reference;
    }
}
