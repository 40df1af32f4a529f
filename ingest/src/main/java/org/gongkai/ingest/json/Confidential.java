package org.gongkai.ingest.json;

import java.util.List;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;

/**
 * Stands before a handler where the user says that a file is a register that names persons: of what cannot be read as
 * JSON or as a record, the place is told, and neither a text nor a copy.
 */
public final class Confidential implements SourceHandler {

    private final SourceHandler handler;

    public Confidential(SourceHandler handler) {
        this.handler = handler;
    }

    @Override
    public void record(Mapped mapped) {
        handler.record(mapped);
    }

    @Override
    public void ledger(List<LedgerEntry> entries) {
        handler.ledger(entries);
    }

    @Override
    public void rejected(SourceProblem problem, RawForm raw) {
        handler.rejected(
                new SourceProblem(problem.rule(), problem.location(), null, problem.expected()),
                RawForm.hidden(raw.name()));
    }

    @Override
    public void problem(SourceProblem problem) {
        handler.problem(problem);
    }
}
