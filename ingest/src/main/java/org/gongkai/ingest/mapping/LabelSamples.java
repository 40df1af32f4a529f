package org.gongkai.ingest.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DateText;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.ingest.table.TableKind;
import org.jspecify.annotations.Nullable;

/** Collects the labels of sources, each with some of its values. Not for several threads. */
final class LabelSamples implements SourceHandler {

    /** More values tell no more. */
    private static final int MOST_SAMPLES = 200;

    /** What the account of a register shows in place of a value. */
    private static final String HIDDEN = "***";

    private final Map<String, List<String>> documents = new LinkedHashMap<>();
    private final Set<String> foreign = new LinkedHashSet<>();
    private final List<String> headless = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private String source = "";
    private @Nullable Table table;
    private @Nullable TableKind unclear;
    private int records;
    /** Whether a record was read from several rows. */
    private boolean lying;

    /**
     * The labels of the tables of a kind in one source.
     *
     * @param source its name
     * @param kind the kind
     * @param samples the labels in the order of the source, each with values
     */
    record Table(String source, TableKind kind, Map<String, List<String>> samples) {}

    /** Begins a source. */
    void begin(String name) {
        source = name;
        table = null;
        unclear = null;
        records = 0;
    }

    /**
     * Takes the labels of a source of which nothing is known. What its first row holds are no labels where one of them is a date, a
     * number or a number of a person: it is a record, and none of its cells is kept. Nor are they where the first column alone could
     * be one of labels: of rows without a header it holds values.
     *
     * @param page whether the source is a page, whose labels stand beside their values as a rule
     */
    void takeForeign(LabelSamples assumed, boolean page) {
        if (!page && assumed.lying || assumed.documents.keySet().stream().anyMatch(LabelSamples::isValue)) {
            headless.add(source);
            return;
        }
        assumed.documents.forEach((label, values) -> {
            if (!documents.containsKey(label)) {
                foreign.add(label);
            }
            documents.computeIfAbsent(label, each -> new ArrayList<>()).addAll(values);
        });
    }

    private static boolean isValue(String label) {
        String text = LegacyText.withoutBlanks(label);
        return DateText.read(label).value() != null
                || !text.isEmpty() && text.chars().allMatch(each -> each >= '0' && each <= '9')
                || !PersonalData.masked(label).equals(label);
    }

    /** The labels that only sources have of which nothing is known: their values may be of persons. */
    Set<String> foreign() {
        return foreign;
    }

    /** The sources in which no row of labels was found. */
    List<String> headless() {
        return List.copyOf(headless);
    }

    /** The labels of documents. */
    Map<String, List<String>> documents() {
        return documents;
    }

    List<Table> tables() {
        return List.copyOf(tables);
    }

    /** How many records were read of the source. */
    int records() {
        return records;
    }

    /** The kind that the source may be of where that is not clear, or null. */
    @Nullable
    TableKind unclear() {
        return unclear;
    }

    @Override
    public void ledger(List<LedgerEntry> entries) {
        Table current = table;
        if (current != null) {
            take(entries, current.samples());
        }
    }

    @Override
    public void record(Mapped mapped) {
        records++;
        lying |= mapped.ledger().stream()
                        .map(each -> each.location().row())
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                > 1;
        Table current = table;
        boolean document = RecordKind.of(mapped.record()).type() == OfficialDocument.class;
        take(mapped.ledger(), document || current == null ? documents : current.samples());
    }

    private static void take(List<LedgerEntry> entries, Map<String, List<String>> samples) {
        for (LedgerEntry each : entries) {
            String label = each.location().label();
            if (each.fate() != FieldFate.DEFAULTED && label != null && !label.isEmpty() && !isOwn(label)) {
                List<String> values = samples.computeIfAbsent(label, one -> new ArrayList<>());
                String value = LegacyText.stripUnseen(StringUtils.defaultString(each.value()));
                if (!value.isEmpty() && !value.equals(HIDDEN) && values.size() < MOST_SAMPLES) {
                    values.add(PersonalData.masked(value));
                }
            }
        }
    }

    /** What the reader names itself, such as [正文:署名], is no label of the source; [3] is a column without one. */
    private static boolean isOwn(String label) {
        return label.startsWith("[") && !label.matches("\\[\\d+]");
    }

    /** A row that cannot be read tells nothing of the labels; a source of an unclear kind may be looked at again. */
    @Override
    public void rejected(SourceProblem problem, RawForm raw) {
        if (problem.rule().equals("source.kind.unclear")) {
            TableKind near = TableKind.of(StringUtils.substringBefore(StringUtils.defaultString(problem.value()), ","));
            unclear = near;
            begin(near);
        }
    }

    @Override
    public void problem(SourceProblem problem) {
        if (problem.rule().equals("source.kind.found")) {
            begin(TableKind.of(StringUtils.defaultString(problem.value())));
        }
    }

    private void begin(@Nullable TableKind kind) {
        if (kind != null) {
            Table next = tables.stream()
                    .filter(each -> each.source().equals(source) && each.kind() == kind)
                    .findFirst()
                    .orElseGet(() -> new Table(source, kind, new LinkedHashMap<>()));
            if (!tables.contains(next)) {
                tables.add(next);
            }
            table = next;
        }
    }
}
