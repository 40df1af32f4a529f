package org.gongkai.examples.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.CategoryScheme;
import org.gongkai.core.source.FieldFate;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.PackageSchemas;
import org.gongkai.export.assistance.PublicTable;
import org.gongkai.ingest.assistance.AssistanceTableReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssistanceExampleTest {

    @Test
    void everyFigureOfTheTableIsReadAndEveryCellAccountedFor() throws IOException {
        AssistanceExample example = AssistanceExample.read();
        assertEquals(76, example.reading().lines().size());
        assertEquals(List.of(), example.reading().problems());
        for (AssistanceStandard each : example.reading().records()) {
            PackageSchemas.check("record", CanonicalJson.mapper().writeValueAsString(each));
        }
        // The line of the title is the only thing that is no field.
        assertEquals(
                11,
                example.reading().ledger().stream()
                        .filter(each -> each.fate() == FieldFate.UNMAPPED)
                        .count());
        assertEquals(
                77 * 11,
                example.reading().ledger().stream()
                        .filter(each -> each.fate() != FieldFate.DEFAULTED)
                        .count());
    }

    @Test
    void theProgramPrintsAndWritesItsPage(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        AssistanceExample.read().print(new PrintStream(printed, true, StandardCharsets.UTF_8));
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("城市低保  995元/人·月"), text);
        assertTrue(text.contains("城市低保 2020-10-15: 750元/人·月  ［可能已是 / perhaps already 821元/人·月（2020）］"), text);
        assertTrue(text.contains("城市低保  660元/人·月 → 1045元/人·月，+385元/人·月，58.33%"), text);
        assertTrue(text.contains("missing: 机构养育孤儿"), text);
        Path page = folder.resolve("page.html");
        AssistanceExample.main(new String[] {page.toString()});
        String html = Files.readString(page);
        assertTrue(html.contains("<svg ") && html.contains("测试数据") && html.contains("news.bandao.cn"), html);
    }

    @Test
    void thePublicTableIsReadBackAsItWasWritten() throws IOException {
        AssistanceExample example = AssistanceExample.read();
        LocalDate day = LocalDate.of(2022, 6, 1);
        StringBuilder csv = new StringBuilder();
        PublicTable.inForce(example.schedule(), "青岛市崂山区", day, CategoryScheme.a())
                .csv(csv);
        AssistanceStandard place =
                AssistanceStandardBuilder.builder().place("青岛市崂山区").build();
        Set<String> back =
                AssistanceTableReader.standard()
                        .readCsv("public.csv", new StringReader(csv.toString()), place)
                        .records()
                        .stream()
                        .map(AssistanceExampleTest::summary)
                        .collect(Collectors.toSet());
        Set<String> written = example.schedule().inForce("青岛市崂山区", day).stream()
                .filter(each -> each.known() != null)
                .map(each -> summary(each.known()))
                .collect(Collectors.toSet());
        assertTrue(written.size() >= 12, written.toString());
        assertEquals(written, back);
    }

    private static String summary(AssistanceStandard line) {
        return line.item() + " " + line.residence() + " " + line.grades() + " " + line.price() + " "
                + line.effectiveFrom();
    }
}
