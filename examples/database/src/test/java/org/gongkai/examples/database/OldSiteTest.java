package org.gongkai.examples.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
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
    }
}
