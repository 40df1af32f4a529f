package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.table.TableKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What objects of JSON say that tables cannot, and what programs leave in either. */
class EverySourceTest {

    private static final Mapping.Tables STANDARDS = new Mapping.Tables(
            "**",
            TableKind.ASSISTANCE_STANDARD,
            Map.of("place", "海州市东岭区", "effectiveFrom", "2023-01", "unit", "元/人·月"),
            Map.of(),
            false);

    private static final Mapping.Tables APPLICATIONS =
            new Mapping.Tables("**", TableKind.REQUEST, Map.of("body", "东岭区水务局"), Map.of(), false);

    @TempDir
    Path folder;

    private Taken read(Mapping.Tables tables, String name, String text) {
        Path file = Taken.write(folder, name, text.getBytes(StandardCharsets.UTF_8));
        return Taken.from(LegacyReader.standard().withMapping(Mapping.none().withTables(tables)), file);
    }

    private static List<DisclosureRecord> records(Taken taken) {
        return taken.records.stream().<DisclosureRecord>map(Mapped::record).toList();
    }

    private static String amounts(Taken taken) {
        return records(taken).stream()
                .map(each -> (AssistanceStandard) each)
                .map(each -> each.scope() + " " + each.item() + " " + each.residence() + " " + each.amount())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void namesInsideNamesAreLabelsBelowLabels() {
        Taken nested = read(
                STANDARDS,
                "a.json",
                "[{\"地区\":\"甲县\",\"低保标准\":{\"城市\":900,\"农村\":800}},{\"地区\":\"乙县\",\"低保标准\":{\"城市\":910,\"农村\":null}}]");
        Taken table = read(
                STANDARDS,
                "a.html",
                "<table><tr><td rowspan=2>地区<td colspan=2>低保标准<tr><td>城市<td>农村"
                        + "<tr><td>甲县<td>900<td>800<tr><td>乙县<td>910<td></table>");
        assertEquals(3, nested.records.size());
        assertEquals(amounts(table), amounts(nested));
    }

    @Test
    void anObjectWithAListOfObjectsIsARowForEach() {
        Taken taken = read(
                STANDARDS,
                "a.json",
                "{\"data\":[{\"地区\":\"甲县\",\"执行时间\":\"2024-01-01\",\"items\":[{\"类别\":\"城市低保\",\"标准\":900},"
                        + "{\"类别\":\"农村低保\",\"标准\":800}]},"
                        + "{\"地区\":\"乙县\",\"执行时间\":\"2024-01-01\",\"items\":[{\"类别\":\"城市低保\",\"标准\":910}]}]}");
        assertEquals(
                List.of("甲县 900", "甲县 800", "乙县 910"),
                records(taken).stream()
                        .map(each -> (AssistanceStandard) each)
                        .map(each -> each.scope() + " " + each.amount())
                        .toList());
    }

    @Test
    void noValueIsTakenFromTheObjectBefore() {
        Taken taken = read(
                STANDARDS,
                "a.json",
                "[{\"地区\":\"甲县\",\"类别\":\"城市低保\",\"标准\":900},{\"地区\":null,\"类别\":\"城市低保\",\"标准\":910}]");
        assertEquals(
                List.of("甲县", "null"),
                records(taken).stream()
                        .map(each -> String.valueOf(((AssistanceStandard) each).scope()))
                        .toList());
    }

    @Test
    void anObjectOfAnotherMakeIsToldAndKept() {
        Taken taken = read(STANDARDS, "a.json", "{\"code\":404,\"msg\":\"not found\"}");
        assertEquals(List.of(), taken.records);
        assertTrue(taken.rejections.stream().anyMatch(each -> each.rule().equals("source.table.none")));
        assertTrue(taken.rejected.get(0) instanceof RawForm.WholeFile);
    }

    @Test
    void aBrokenLineOfARegisterIsShownNowhere() {
        Taken taken = read(
                APPLICATIONS,
                "a.ndjson",
                "{\"登记编号\":\"2024-101\",\"收到日期\":\"2024-03-11\",\"申请人姓名\":\"张某\",\"申请内容\":\"检修记录\"}\n"
                        + "{\"登记编号\":\"2024-102\",\"申请人姓名\":\"张某\" 李某\n");
        assertEquals(1, taken.records.size());
        assertFalse((taken.rejections + " " + taken.rejected + taken.problems).contains("某"));
    }

    @Test
    void whatProgramsLeaveInCellsIsSeenToAndTold() {
        Taken taken =
                read(STANDARDS, "a.csv", "地区,类别,标准,备注\n甲县,&#22478;&#24066;低保,=\"900\",NULL\n⽢县,城市低保,910,undefined\n");
        assertEquals(2, taken.records.size());
        AssistanceStandard first = (AssistanceStandard) taken.records.get(0).record();
        assertEquals(900, first.amount().intValue());
        assertEquals(null, first.note());
        assertEquals(
                "甘县", String.valueOf(((AssistanceStandard) taken.records.get(1).record()).scope()));
        Map<String, LedgerEntry> fields = taken.records.get(0).ledger().stream()
                .filter(each -> each.fate() != FieldFate.DEFAULTED)
                .collect(Collectors.toMap(each -> each.location().label(), each -> each));
        assertEquals(FieldFate.REPAIRED, fields.get("类别").fate());
        assertTrue(fields.get("类别").reasons().contains("character-references"));
        assertEquals("=\"900\"", fields.get("标准").value());
        assertEquals("NULL", fields.get("备注").value());
        assertTrue(fields.get("备注").reasons().contains("null-token"));
    }
}
