package org.gongkai.ingest.land;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.ingest.table.LabelledLine;
import org.gongkai.ingest.table.TableLabels;
import org.jspecify.annotations.Nullable;

/** What labelled lines above a table of parcels say of their project. */
final class LinesAbove {

    private static final Pattern JOINED = Pattern.compile("[、及和与]");
    private static final Pattern VALUES = Pattern.compile("\\s*[，,、；;\\n]\\s*|[\\s\\u3000]+");
    /** 批准机关、文号及时间: what is approved is said once. */
    private static final String APPROVED = "批准";
    /** A name of a body has no number of a document in it, and no label. */
    private static final Pattern NO_AGENCY = Pattern.compile("[:：;；。〔〕\\[\\]\\d]");

    private final TableLabels<LandMeaning> labels;

    /** What a label says: its meaning and value, and the text; the value null where the text cannot be read. */
    record Told(LandMeaning meaning, String text, @Nullable Object value) {}

    LinesAbove(TableLabels<LandMeaning> labels) {
        this.labels = labels;
    }

    List<Told> read(String line) {
        List<Told> all = new ArrayList<>();
        for (LabelledLine.Part each :
                LabelledLine.parts(line, label -> !meanings(label).isEmpty())) {
            List<LandMeaning> meanings = meanings(each.label());
            if (meanings.size() > 1) {
                all.addAll(several(meanings, each));
            } else if (!each.value().isEmpty()) {
                Object value = each.certain() ? value(each.value(), meanings.get(0)) : null;
                all.add(new Told(meanings.get(0), each.label() + '：' + each.value(), value));
            }
        }
        return all;
    }

    /** What a label means that tells of a project: one meaning, several for one that names several, none for another. */
    private List<LandMeaning> meanings(String label) {
        List<LandMeaning> meanings = new ArrayList<>();
        for (String each : JOINED.split(label)) {
            LandMeaning own = labels.meaning(List.of(each));
            // 单位 alone is that of the figures; behind 批准机关 words go on from it.
            boolean further = !meanings.isEmpty() && (own == null || !own.ofProject());
            LandMeaning meaning = further ? labels.meaning(List.of(APPROVED + each)) : own;
            if (meaning == null || !meaning.ofProject()) {
                LandMeaning whole = labels.meaning(List.of(label));
                return whole != null && whole.ofProject() && meanings.isEmpty() ? List.of(whole) : List.of();
            }
            meanings.add(meaning);
        }
        return meanings;
    }

    /** The values of a label that names several, where there is one for each; else none is read. */
    private static List<Told> several(List<LandMeaning> meanings, LabelledLine.Part part) {
        String[] texts = VALUES.split(part.value());
        List<Told> all = new ArrayList<>();
        for (int i = 0; i < meanings.size() && texts.length == meanings.size(); i++) {
            Object value = value(texts[i], meanings.get(i));
            boolean odd = value instanceof DocumentNumber number && !number.wellFormed();
            all.add(new Told(meanings.get(i), texts[i], odd ? null : value));
        }
        boolean whole = !all.isEmpty() && all.stream().noneMatch(each -> each.value() == null);
        return whole || part.value().isEmpty()
                ? all
                : List.of(new Told(meanings.get(0), part.label() + '：' + part.value(), null));
    }

    private static @Nullable Object value(String text, LandMeaning meaning) {
        boolean agency = meaning == LandMeaning.APPROVING_AUTHORITY || meaning == LandMeaning.IMPLEMENTER;
        return agency && NO_AGENCY.matcher(text).find()
                ? null
                : LandValues.read(text, meaning, null, null).value();
    }
}
