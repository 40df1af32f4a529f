package org.gongkai.ingest.interpretation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.core.document.Relation;
import org.gongkai.core.interpretation.PolicyReference;

/** What pages call the documents that they explain: by number, by title, by title with number in brackets, by link. */
final class References {

    private static final Pattern ADDRESS = Pattern.compile("[\\w.%~/?=&#:+-]{1,2000}");
    /** 《…》（某发〔2024〕3号） */
    static final Pattern NUMBERED =
            Pattern.compile("《((?:[^《》]|《[^《》]{1,200}》){2,200})》\\s{0,4}[（(]([^（）()《》]{4,40}号)[)）]");

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
            all.add(new PolicyReference(
                    text.documentNumber(), text.title(), null, links.get(i).url(), null));
        }
        return all;
    }

    /** The titles in a text that names several: 某办法、某规定. */
    private static List<PolicyReference> parted(PolicyReference several) {
        return several.title() == null
                ? List.of(several)
                : said(several.title().replace('、', '；').replace(' ', '；').replace('　', '；'));
    }
}
