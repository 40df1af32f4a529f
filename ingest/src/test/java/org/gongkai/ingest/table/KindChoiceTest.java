package org.gongkai.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.text.Csv;
import org.gongkai.ingest.Taken;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class KindChoiceTest {

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> theKindOfATableIsFoundOutOrAskedFor() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("kinds-by-header.csv")),
                StandardCharsets.UTF_8)) {
            for (Csv.Row row : Csv.readUnnamed(reader, "the headers", List.of("kind", "name", "header", "row"))) {
                String kind = row.required("kind");
                String name = row.required("name");
                String header = row.required("header");
                String cells = row.required("row");
                tests.add(DynamicTest.dynamicTest(kind + ' ' + name + ' ' + header, () -> {
                    assertEquals(kind, told(name + ".csv", header.replace('|', ',') + '\n' + quoted(cells) + '\n'));
                    assertEquals(kind, told(name + ".json", json(header, cells)));
                }));
            }
        }
        return tests;
    }

    private String told(String file, String text) {
        Taken taken = Taken.from(folder, file, text);
        for (var each : taken.problems) {
            if (each.rule().equals("source.kind.found")) {
                return String.valueOf(each.value());
            }
        }
        if (taken.rejections.stream().anyMatch(each -> each.rule().equals("source.kind.unclear"))) {
            return taken.records.isEmpty() ? "unclear" : "records";
        }
        return taken.records.isEmpty() ? taken.rejections.isEmpty() ? "silent" : "none" : "document";
    }

    private static String quoted(String cells) {
        return '"' + cells.replace("|", "\",\"") + '"';
    }

    private static String json(String header, String cells) {
        String[] names = header.split("\\|");
        String[] values = cells.split("\\|", -1);
        StringBuilder json = new StringBuilder("[{");
        for (int i = 0; i < names.length; i++) {
            json.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(names[i])
                    .append("\":\"")
                    .append(values[i])
                    .append('"');
        }
        return json.append("}]").toString();
    }
}
