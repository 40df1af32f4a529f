package org.gongkai.ingest.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;

/** Collects the labels of sources, each with some of its values. Not for several threads. */
final class LabelSamples implements SourceHandler {

    /** More values tell no more. */
    private static final int MOST_SAMPLES = 200;

    private final Map<String, List<String>> samples;
    private int records;

    LabelSamples(Map<String, List<String>> samples) {
        this.samples = samples;
    }

    /** How many records were read. */
    int records() {
        return records;
    }

    @Override
    public void ledger(List<LedgerEntry> entries) {}

    @Override
    public void record(Mapped mapped) {
        records++;
        for (LedgerEntry each : mapped.ledger()) {
            String label = each.location().label();
            if (each.fate() != FieldFate.DEFAULTED && label != null && !isOwn(label)) {
                List<String> values = samples.computeIfAbsent(label, one -> new ArrayList<>());
                String value = LegacyText.stripUnseen(StringUtils.defaultString(each.value()));
                if (!value.isEmpty() && values.size() < MOST_SAMPLES) {
                    values.add(PersonalData.masked(value));
                }
            }
        }
    }

    /** What the reader names itself, such as [正文:署名], is no label of the source; [3] is a column without one. */
    private static boolean isOwn(String label) {
        return label.startsWith("[") && !label.matches("\\[\\d+]");
    }

    @Override
    public void rejected(SourceProblem problem, RawForm raw) {
        // A row that cannot be read tells nothing of the labels; converting reports it.
    }

    @Override
    public void problem(SourceProblem problem) {
        // As above.
    }
}
