package org.gongkai.cli.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.rule.Severity;

/**
 * The sources of a command that answers a question from their records and writes no package: the records go to the
 * command, and what was wrong with the sources is kept.
 */
public abstract class SourceReading implements SourceHandler {

    private final DisclosureValidator validator;
    private final List<Finding> problems = new ArrayList<>();

    protected SourceReading(DisclosureValidator validator) {
        this.validator = validator;
    }

    /** Takes a record. */
    protected abstract void keep(Mapped mapped);

    /** Reads all that is found at places. */
    public final void read(LegacyReader reader, List<Path> files) {
        for (SourceFile each : reader.find(files, this::problem)) {
            reader.read(each, this);
        }
    }

    /** Prints what was wrong with the sources. */
    public final void print(FindingPrinter printer) {
        problems.forEach(printer::print);
    }

    /** Whether something was wrong with the sources that is an error. */
    public final boolean faulty() {
        return problems.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    }

    @Override
    public final void record(Mapped mapped) {
        mapped.problems().forEach(this::problem);
        keep(mapped);
    }

    @Override
    public final void ledger(List<LedgerEntry> entries) {
        // "gongkai convert" writes the account; here only the records count.
    }

    @Override
    public final void rejected(SourceProblem problem, RawForm raw) {
        problem(problem);
    }

    @Override
    public final void problem(SourceProblem problem) {
        problems.add(validator.finding(problem));
    }
}
