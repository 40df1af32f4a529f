package org.gongkai.conversion;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.CanonicalJson;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/** Records that the caller has. They come from no file, so that there is no ledger, nothing attached and no journal. */
final class RecordFeed implements Feed {

    private static final String NAME = "records";

    private final Iterator<? extends DisclosureRecord> records;
    private final Settings settings;
    private final CanonicalJson json = new CanonicalJson();

    RecordFeed(Iterator<? extends DisclosureRecord> records, Settings settings) {
        this.records = records;
        this.settings = settings;
    }

    @Override
    public void open() {
        // The caller has opened it.
    }

    @Override
    public @Nullable Predicate<String> links() {
        return null;
    }

    @Override
    public int read(SourceHandler handler) {
        for (int number = 1; records.hasNext(); number++) {
            settings.refuseCancelled();
            DisclosureRecord record = records.next();
            if (record == null) {
                throw new IllegalArgumentException("record " + number + " is null");
            }
            handler.record(new Mapped(
                    record,
                    List.of(),
                    List.of(),
                    Location.of(NAME).atRow(number),
                    new RawForm.Row(NAME, number, ""),
                    List.of()));
        }
        return 1;
    }

    /** Made only here, since few are asked for. */
    @Override
    public RawForm raw(Mapped mapped) {
        try {
            String line = new String(json.line(mapped.record()), StandardCharsets.UTF_8);
            return new RawForm.Row(NAME, Objects.requireNonNull(mapped.origin().row()), line);
        } catch (JsonProcessingException unfit) {
            throw new IllegalArgumentException(
                    "JSON cannot hold record " + mapped.record().key() + ": " + unfit.getMessage(), unfit);
        }
    }

    @Override
    public List<SourceProblem> problems() {
        return List.of();
    }

    @Override
    public SourceAccount.@Nullable Closed account(Set<String> aside) {
        return null;
    }

    @Override
    public void check() {
        // Records are immutable.
    }

    @Override
    public @Nullable Feed again() {
        return null;
    }

    @Override
    public void done() {
        // There is no journal.
    }

    @Override
    public void close() {
        // Who opened it closes it.
    }
}
