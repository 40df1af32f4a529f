package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of other records than documents, through the one reader. */
class TablesTest {

    private static final String LAOSHAN = """
            tables:
              - files: "assistance/**"
                kind: assistance-standard
                defaults: {place: 青岛市崂山区, effectiveFrom: "2022-01", unit: 元/人·月}
            """;

    @TempDir
    Path folder;

    @Test
    void theTablesOfTheFilesNamedAreReadAsTheKindNamed() throws IOException {
        Taken.write(folder, "assistance/a.csv", "类别,标准\n城市低保,995\n农村低保,995\n".getBytes(Charset.forName("GB18030")));
        Taken.write(folder, "list.csv", "标题,发文字号\n关于甲事的通知,青崂政办字〔2023〕13号\n".getBytes());
        Taken taken = read(LAOSHAN);
        assertEquals(
                List.of(AssistanceStandard.class, AssistanceStandard.class, OfficialDocument.class),
                taken.records.stream()
                        .sorted((one, other) ->
                                one.origin().source().compareTo(other.origin().source()))
                        .map(each -> (Object) each.record().getClass())
                        .toList());
        AssistanceStandard first = lines(taken).get(0);
        assertEquals("青岛市崂山区", first.place());
        assertEquals("元/人·月", first.unit().label());
        assertEquals(List.of(), taken.rules());
    }

    @Test
    void everyRecordHasTheCellsOfItsRowAndWhatItTookFromTheDefaults() throws IOException {
        Taken.write(folder, "assistance/a.csv", "单位：元/人·月\n类别,城市,农村\n低保,995,990\n合计,,\n".getBytes());
        Taken taken = read(LAOSHAN);
        Mapped first = taken.records.get(0);
        assertEquals("assistance/a.csv:3:2 城市", first.origin().toString());
        assertEquals(List.of("/item", "/amount"), targets(first, false));
        assertEquals(List.of("/place", "/effectiveFrom"), targets(first, true));
        assertEquals(List.of("/amount"), targets(taken.records.get(1), false));
        assertEquals(
                "assistance/a.csv:3:3 农村", taken.records.get(1).where("/amount").toString());
        assertEquals(new RawForm.Row("assistance/a.csv", 3, "低保\t995\t990"), first.raw());
        // The caption and the totals belong to no line.
        assertEquals(
                List.of("单位：元/人·月", "合计", "", ""),
                taken.nobodys.stream()
                        .map(LedgerEntry::value)
                        .sorted((a, b) -> b.length() - a.length())
                        .toList());
    }

    @Test
    void aRowThatCannotBeReadIsKeptAsItStands() throws IOException {
        Taken.write(folder, "assistance/a.csv", "类别,标准（元/月）\n城市低保,995\n农村低保,约九百\n".getBytes());
        Taken taken = read(LAOSHAN);
        assertEquals(1, taken.records.size());
        assertEquals(List.of("source.field.unreadable"), rules(taken.rejections));
        assertEquals(List.of(new RawForm.Row("assistance/a.csv", 3, "农村低保\t约九百")), taken.rejected);
    }

    @Test
    void aTextThatSpeaksOfTheKindAndGivesNoRecordIsToldWithItsWords() throws IOException {
        Taken.write(folder, "assistance/a.html", "<p>今年将适当提高城市低保和孤儿的补助，标准另行公布。</p>".getBytes());
        Taken taken = read(LAOSHAN);
        assertEquals(List.of("source.text.noAmount"), rules(taken.rejections));
        assertEquals("低保、孤儿", taken.rejections.get(0).value());
        assertInstanceOf(RawForm.WholeFile.class, taken.rejected.get(0));
    }

    @Test
    void aFileWithoutSuchATableIsKeptWhole() throws IOException {
        Taken.write(folder, "assistance/a.html", "<p>见附件。</p><table><tr><td>电话</td><td>1</td></tr></table>".getBytes());
        Taken.write(folder, "assistance/b.html", "<p>见附件。</p>".getBytes());
        Taken taken = read(LAOSHAN);
        assertEquals(List.of("source.table.none", "source.table.none"), rules(taken.rejections));
        assertEquals(List.of("source.table.unrecognized"), rules(taken.problems));
        assertInstanceOf(RawForm.WholeFile.class, taken.rejected.get(0));
    }

    @Test
    void anEntryThatFitsNoFileIsReported() throws IOException {
        Taken.write(folder, "assistance/a.csv", "类别,标准（元/月）\n城市低保,995\n".getBytes());
        Taken taken =
                read(LAOSHAN + "  - {files: 'land/*.xlsx', kind: land}\n  - {files: 'assistance/a.csv', kind: land}\n");
        assertEquals(List.of("source.tables.unmatched", "source.tables.unmatched"), rules(taken.problems));
        assertEquals("land/*.xlsx", taken.problems.get(0).value());
        assertEquals(1, taken.records.size());
    }

    @Test
    void aPatternWithoutASlashLooksAtTheLastPartOfTheName() throws IOException {
        Taken.write(folder, "x/y/standards.csv", "类别,标准（元/月）\n城市低保,995\n".getBytes());
        assertEquals(
                1,
                read("tables:\n  - {files: 'standards.*', kind: assistance-standard}\n")
                        .records
                        .size());
    }

    @Test
    void aPageCanBeADocumentAsWell() throws IOException {
        String page = "<h1>关于调整救助标准的通知</h1><p>现予公布。</p><table><tr><td>类别</td><td>标准（元/月）</td></tr>"
                + "<tr><td>城市低保</td><td>995</td></tr></table>";
        Taken.write(folder, "assistance/a.html", page.getBytes());
        Taken taken = read(LAOSHAN.replace("    defaults", "    documents: true\n    defaults"));
        assertInstanceOf(AssistanceStandard.class, taken.records.get(0).record());
        assertEquals("关于调整救助标准的通知", ((OfficialDocument) taken.records.get(1).record()).title());
    }

    @Test
    void headersOfTheUsersOwnAreKnown() throws IOException {
        Taken.write(folder, "assistance/a.csv", "何人,给多少\n城市低保,995元/月\n".getBytes());
        Taken taken = read(LAOSHAN + "    headers: {何人: item, 给多少: amount}\n");
        assertEquals("995", lines(taken).get(0).amount().toPlainString());
    }

    @Test
    void plansOfLandAreReadWithTheirDefaults() throws IOException {
        Taken.write(folder, "land/plan.csv", "序号,项目名称,拟征收面积（公顷）,季度\n1,学校,3.2,第二季度\n".getBytes());
        Taken taken = read("tables:\n  - files: land/**\n    kind: land\n    defaults:\n"
                + "      {year: 2024, compiledBy: 青岛市崂山区人民政府, publishedOn: 2024年1月5日}\n");
        LandRequisitionPlan plan = (LandRequisitionPlan) taken.only().record();
        assertEquals(2024, plan.year());
        assertEquals(LocalDate.of(2024, 1, 5), plan.publishedOn());
        assertEquals("学校", plan.items().get(0).name());
        assertEquals(List.of("/year", "/compiledBy", "/publishedOn"), targets(taken.only(), true));
        assertEquals(4, targets(taken.only(), false).size());
    }

    @Test
    void personalDataOfARowIsMaskedInItsRawForm() throws IOException {
        Taken.write(folder, "land/list.csv", "项目名称,征收面积（亩）,身份证号码\n甲项目,3.2,11010519491231002X\n".getBytes());
        Taken taken = read("tables:\n  - {files: land/**, kind: land}\n");
        assertFalse(
                taken.only().raw().toString().contains("1101"),
                taken.only().raw().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", ";", "|"})
    void cellsMayBePartedByOtherCharacters(String delimiter) throws IOException {
        String text = "类别,标准（元/月）,备注\n城市低保,995,\n农村低保,990,含a\n".replace(",", delimiter);
        Taken.write(folder, "assistance/a.tsv", text.getBytes());
        assertEquals(2, read(LAOSHAN).records.size());
    }

    @Test
    void aQuoteThatIsNeverClosedIsReportedAndTheRowsBeforeItAreRead() throws IOException {
        Taken.write(folder, "assistance/a.csv", "类别,标准（元/月）\n城市低保,995\n农村低保,\"990\n特困,1\n".getBytes());
        Taken taken = read(LAOSHAN);
        assertEquals(1, taken.records.size());
        assertEquals(List.of("source.csv.malformed"), rules(taken.problems));
    }

    @Test
    void aDamagedWorkbookIsReported() throws IOException {
        Taken.write(folder, "assistance/a.xlsx", "no workbook".getBytes());
        assertEquals(List.of("source.file.unreadable"), rules(read(LAOSHAN).rejections));
    }

    @Test
    void aWorkbookThatBreaksOffIsReportedWithoutNamesOfClasses() throws IOException {
        Taken.write(folder, "assistance/a.xlsx", new byte[] {'P', 'K', 3, 4, 'x', 'x'});
        List<SourceProblem> rejections = read(LAOSHAN).rejections;
        assertEquals(List.of("source.file.unreadable"), rules(rejections));
        String reason = String.valueOf(rejections.get(0).value());
        assertFalse(reason.contains("java.") || reason.contains("Exception"), reason);
    }

    @Test
    void canonicalRecordsAreReadAsTheyAreWhateverTheEntrySays() throws IOException {
        Taken.write(folder, "assistance/a.csv", "类别,标准（元/月）\n城市低保,995\n".getBytes());
        Taken.write(folder, "assistance/b.ndjson", "{\"kind\":\"assistance-standard\",\"place\":\"青岛市\"}\n".getBytes());
        assertEquals(
                List.of("青岛市崂山区", "青岛市"),
                lines(read(LAOSHAN)).stream().map(AssistanceStandard::place).toList());
    }

    private Taken read(String mapping) throws IOException {
        return Taken.from(LegacyReader.standard().withMapping(Mapping.parse("m.yaml", mapping)), folder);
    }

    private static List<AssistanceStandard> lines(Taken taken) {
        return taken.records.stream()
                .flatMap(each -> each.record() instanceof AssistanceStandard line ? Stream.of(line) : Stream.empty())
                .toList();
    }

    private static List<String> targets(Mapped mapped, boolean defaulted) {
        return mapped.ledger().stream()
                .filter(each -> (each.fate() == FieldFate.DEFAULTED) == defaulted)
                .map(each -> String.valueOf(each.target()))
                .toList();
    }

    private static List<String> rules(List<SourceProblem> problems) {
        return problems.stream().map(SourceProblem::rule).toList();
    }
}
