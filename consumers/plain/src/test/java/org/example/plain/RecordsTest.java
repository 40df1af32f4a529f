package org.example.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.LandRequisitionPlan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test is a column of the table in docs/hosts.md. */
class RecordsTest {

    private final Records records = new Records();

    /** One record of every kind, as a package holds them. */
    private static List<String> lines() throws Exception {
        return Files.readAllLines(Path.of("../records/records.ndjson"));
    }

    @Test
    void everyKindComesInAndGoesOut() throws Exception {
        for (String each : lines()) {
            DisclosureRecord record = records.read(each, DisclosureRecord.class);
            assertEquals(each, records.write(record));
            assertEquals(record, records.read(each, RecordKind.of(record).type()));
        }
        assertEquals(RecordKind.all().size(), lines().size());
    }

    @Test
    void aTypeAloneNeedsNoKind() throws Exception {
        String document = lines().get(0);
        String without = document.replace("\"kind\":\"document\",", "");
        assertEquals(document, records.write(records.read(without, OfficialDocument.class)));
        assertEquals(
                "The property kind names no kind of record that fits: land-plan; expected: \"document\"",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> records.read("{\"kind\":\"land-plan\"}", OfficialDocument.class))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> records.read(without, DisclosureRecord.class));
    }

    @Test
    void unknownNumbersKeepTheirDigits() throws Exception {
        assertEquals(
                "1.10",
                records.read(lines().get(0), OfficialDocument.class)
                        .other()
                        .get("price")
                        .toString());
    }

    @Test
    void validIsAnsweredInBothLanguages() {
        OfficialDocument empty = records.read("{}", OfficialDocument.class);
        assertTrue(records.violations(empty, Locale.ENGLISH).contains("title: There is no title."));
        assertTrue(records.violations(empty, Locale.CHINA).contains("title: 缺少标题。"));
        LandRequisitionPlan part = records.read("{\"items\":[{\"quarter\":\"Q5\"}]}", LandRequisitionPlan.class);
        assertTrue(records.violations(part, Locale.CHINA).contains("items[0].quarter: 计划季度不是 Q1 至 Q4。"));
        assertTrue(records.violations(empty, Locale.FRENCH).contains("title: There is no title."));
    }

    @Test
    void theValidatorIsABean() throws Exception {
        OfficialDocument document = records.read(
                lines().get(0).replace("\"publishedOn\":\"2023-08-18\"", "\"publishedOn\":\"2023-08-01\""),
                OfficialDocument.class);
        assertTrue(records.findings(document, Locale.ENGLISH).toString().contains("It was published on 2023-08-01"));
        assertTrue(records.findings(document, Locale.CHINESE).toString().contains("2023-08-01"));
    }

    @Test
    void aPackageIsWritten(@TempDir Path folder) throws Exception {
        List<DisclosureRecord> all =
                lines().stream().map(each -> records.read(each, DisclosureRecord.class)).toList();
        records.write(all, folder.resolve("package"));
        assertEquals(lines(), Files.readAllLines(folder.resolve("package/data/records.ndjson")));
    }

    @Test
    void anOldSheetIsReadOrItsReaderNamed() {
        String said = String.join("\n", records.check(Path.of("../records/documents.xls"), Locale.ENGLISH));
        assertTrue(said.contains("source.reader.missing") && said.contains("gongkai-office"), said);
    }

    @Test
    void theFirstLinesOfReadmeConvertAndPack(@TempDir Path folder) throws Exception {
        Path legacy = Files.createDirectory(folder.resolve("legacy"));
        Files.writeString(legacy.resolve("a.html"), "<html><body><h1>关于甲事的通知</h1><p>临湾教字〔2023〕21号</p></body></html>");
        Path register = Files.writeString(folder.resolve("register.csv"), "文号,标题\n临湾教字〔2023〕21号,关于甲事的通知\n临湾教字〔2023〕22号,关于乙事的通知\n");
        Path target = folder.resolve("package");
        PrintStream console = System.out;
        Locale language = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertEquals(1, FirstLines.convert(legacy.toString()).summary().records());
            FirstLines.pack(List.of(records.read(lines().get(0), OfficialDocument.class)), target);
            assertEquals(
                    1,
                    FirstLines.coverage(legacy, register)
                            .summary()
                            .coverage()
                            .inventory()
                            .missing());
        } finally {
            System.setOut(console);
            Locale.setDefault(language);
        }
        String said = printed.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("There is no index number."), said);
        assertTrue(said.contains(" %"), said);
        assertTrue(said.contains(target + ": 1 records"), said);
        assertEquals(lines().subList(0, 1), Files.readAllLines(target.resolve("data/records.ndjson")));
    }

    @BeforeAll
    static void itsVersionsAreTold() {
        System.out.println("host: Java, class path | JDK " + Runtime.version().feature());
    }
}
