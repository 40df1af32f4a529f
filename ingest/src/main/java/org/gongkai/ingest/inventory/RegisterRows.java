package org.gongkai.ingest.inventory;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.inventory.InventoryEntry;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a table for entries of an inventory. One table, one use. */
final class RegisterRows implements SourceHandler {

    private static final Set<String> SECRECY = Set.of("密级", "秘密等级", "保密级别", "涉密等级", "密级和保密期限", "定密", "secrecy");

    private final Consumer<InventoryEntry> entries;
    private final Consumer<SourceProblem> problems;
    private @Nullable SourceProblem fatal;

    RegisterRows(Consumer<InventoryEntry> entries, Consumer<SourceProblem> problems) {
        this.entries = entries;
        this.problems = problems;
    }

    /** Why the table cannot be read as a whole, or null. */
    @Nullable
    SourceProblem fatal() {
        return fatal;
    }

    @Override
    public void record(Mapped mapped) {
        // Whatever else a package holds is no document.
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(mapped.record());
        if (document != null) {
            // Which of its dates a column means matters to no comparison: any of them may agree.
            mapped.problems().stream()
                    .filter(each -> !each.rule().equals("source.field.ambiguous"))
                    .forEach(problems);
            entries.accept(new InventoryEntry(document, secrecy(mapped), mapped.origin()));
        }
    }

    @Override
    public void ledger(List<LedgerEntry> entries) {
        // Fields outside the rows name no document.
    }

    @Override
    public void rejected(SourceProblem problem, RawForm raw) {
        if (raw instanceof RawForm.WholeFile) {
            fatal = fatal == null ? problem : fatal;
        } else {
            problems.accept(problem);
            entries.accept(new InventoryEntry(OfficialDocumentBuilder.builder().build(), null, problem.location()));
        }
    }

    @Override
    public void problem(SourceProblem problem) {
        if (problem.rule().equals("source.limit.reached")) {
            // With rows left out nobody can say what is missing.
            fatal = fatal == null ? problem : fatal;
        } else {
            problems.accept(problem);
        }
    }

    private static @Nullable String secrecy(Mapped mapped) {
        for (LedgerEntry each : mapped.ledger()) {
            String label = each.location().label();
            if (label != null && SECRECY.contains(LabelAliases.key(label.substring(label.lastIndexOf('/') + 1)))) {
                return StringUtils.stripToNull(each.value());
            }
        }
        return null;
    }
}
