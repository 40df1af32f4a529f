package org.gongkai.conversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.PackageSource;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.validation.report.ReportedFinding;

/** What a run hands from one thread to the next: by {@link Lane}, in its order. */
final class Lanes {

    /** What a record with its ledger takes beside its texts. */
    private static final int RECORD = 4_096;

    private Lanes() {}

    /** What is read goes on to be judged. */
    static SourceHandler handler(Lane<SourceHandler> lane) {
        return new SourceHandler() {
            @Override
            public void record(Mapped mapped) {
                add(to -> to.record(mapped), weight(mapped.record()) + weight(mapped.raw()));
            }

            @Override
            public void ledger(List<LedgerEntry> entries) {
                add(to -> to.ledger(entries), 100L * entries.size());
            }

            @Override
            public void rejected(SourceProblem problem, RawForm raw) {
                add(to -> to.rejected(problem, raw), weight(raw));
            }

            @Override
            public void problem(SourceProblem problem) {
                add(to -> to.problem(problem), 100);
            }

            private void add(Lane.Step<SourceHandler> step, long weight) {
                try {
                    lane.add(step, weight);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** What is judged goes on to be written. */
    static Sink sink(Lane<Sink> lane) {
        return new Sink() {
            @Override
            public void record(Mapped mapped, List<ReportedFinding> findings) throws IOException {
                lane.add(to -> to.record(mapped, findings), weight(mapped, findings));
            }

            @Override
            public void duplicate(Mapped mapped, RawForm raw, List<ReportedFinding> findings) throws IOException {
                lane.add(to -> to.duplicate(mapped, raw, findings), weight(mapped, findings));
            }

            @Override
            public List<SourceProblem> problems() {
                throw new IllegalStateException("known only when the lane has ended");
            }

            @Override
            public void ledger(List<LedgerEntry> entries) throws IOException {
                lane.add(to -> to.ledger(entries), 100L * entries.size());
            }

            @Override
            public void finding(ReportedFinding finding) throws IOException {
                lane.add(to -> to.finding(finding), 100);
            }

            @Override
            public void reject(RawForm raw) throws IOException {
                lane.add(to -> to.reject(raw), weight(raw));
            }

            @Override
            public void source(PackageSource source) throws IOException {
                lane.add(to -> to.source(source), 100);
            }
        };
    }

    private static long weight(Mapped mapped, List<ReportedFinding> findings) {
        return weight(mapped.record())
                + weight(mapped.raw())
                + 100L * (mapped.ledger().size() + findings.size());
    }

    private static long weight(DisclosureRecord record) {
        long weight = RECORD;
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(record);
        if (document != null && document.body() != null) {
            weight +=
                    document.body().text() == null ? 0 : document.body().text().length();
            weight +=
                    document.body().html() == null ? 0 : document.body().html().length();
        }
        return weight;
    }

    private static long weight(RawForm raw) {
        return raw instanceof RawForm.Row row ? row.weight() : 100;
    }
}
