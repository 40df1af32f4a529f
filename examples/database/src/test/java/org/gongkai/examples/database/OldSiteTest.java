package org.gongkai.examples.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.PackageSchemas;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.junit.jupiter.api.Test;

class OldSiteTest {

    @Test
    void theRowsOfTheFileAreReadAndEveryChangeIsPrinted() throws Exception {
        // The address in mapping.yaml is relative, and the tests run in the folder of this example.
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:./target/old-site");
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(Path.of("old-site.sql")));
        }
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        OldSite.read(Path.of("mapping.yaml"), new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertEquals(
                Files.readAllLines(Path.of("expected-output.txt")),
                printed.toString(StandardCharsets.UTF_8).lines().toList());
        List<DisclosureRecord> records = records();
        assertEquals(
                Files.readAllLines(Path.of("expected-output.txt")).stream()
                        .filter(each -> !each.startsWith(" "))
                        .count(),
                records.size());
        for (DisclosureRecord each : records) {
            PackageSchemas.check("record", CanonicalJson.mapper().writeValueAsString(each));
        }
    }

    private static List<DisclosureRecord> records() throws IOException {
        List<DisclosureRecord> records = new ArrayList<>();
        LegacyReader.standard()
                .withMapping(Mapping.read(Path.of("mapping.yaml")))
                .readDatabase(System::getenv, new SourceHandler() {
                    @Override
                    public void record(Mapped mapped) {
                        records.add(mapped.record());
                    }

                    @Override
                    public void ledger(List<LedgerEntry> entries) {
                        // What was printed tells of them.
                    }

                    @Override
                    public void rejected(SourceProblem problem, RawForm raw) {
                        throw new AssertionError(problem);
                    }

                    @Override
                    public void problem(SourceProblem problem) {
                        // What was printed tells of it.
                    }
                });
        return records;
    }
}
