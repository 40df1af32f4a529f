package org.gongkai.examples.database;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;

/** Reads the rows that a mapping file asks a database for, and prints what was made of each field. */
public final class OldSite {

    private OldSite() {}

    /**
     * Runs the example.
     *
     * @param arguments the mapping file
     * @throws IOException when it cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        read(Path.of(arguments[0]), System.out);
    }

    static void read(Path mapping, PrintStream out) throws IOException {
        LegacyReader reader = LegacyReader.standard().withMapping(Mapping.read(mapping));
        reader.readDatabase(System::getenv, new SourceHandler() {
            @Override
            public void record(Mapped mapped) {
                out.println(mapped.record().key());
                ledger(mapped.ledger());
                mapped.problems().forEach(this::problem);
            }

            @Override
            public void ledger(List<LedgerEntry> entries) {
                for (LedgerEntry each : entries) {
                    if (each.fate() != FieldFate.MAPPED) {
                        out.println("  " + each.fate() + " " + Objects.requireNonNullElse(each.target(), "nothing")
                                + ": " + each.value() + " -> " + each.result());
                    }
                }
            }

            @Override
            public void rejected(SourceProblem problem, RawForm raw) {
                problem(problem);
            }

            @Override
            public void problem(SourceProblem problem) {
                out.println("  " + problem.rule() + " at " + problem.location() + ": " + problem.value());
            }
        });
    }
}
