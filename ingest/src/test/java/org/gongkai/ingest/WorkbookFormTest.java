package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.WrittenBook.Shown;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.page.PageText;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of every form of workbook: lists of documents, and the tables of land offices and of civil affairs. */
public abstract class WorkbookFormTest {

    private static final List<String> HEADER = List.of("标题", "发文字号", "成文日期");

    /** Two villages, the first over two rows; units in the header, in a cell and in the caption; 小计 and 合计. */
    private static final List<List<Object>> PARCELS = List.of(
            List.of("拟征收土地勘测定界汇总表"),
            List.of("单位：平方米"),
            List.of("序号", "村居", "位置", "总面积（公顷）", "地类", "", "", "备注"),
            List.of("", "", "", "", "农用地（公顷）", "其中：耕地", "建设用地（公顷）", ""),
            List.of(1, "东村", "村北", 1.2, 0.9, 3273, 0.3, ""),
            List.of(2, "", "村南", "约9.8475亩", 0.6565, 494, "—", "待复核"),
            List.of("小计", "", "", 1.8565, 1.5565, 3767, 0.3, ""),
            List.of(3, "西村", "村西", 0.3726, 0.3726, "", "", ""),
            List.of("合计", "", "", "约2.2291", 1.9291, 3767, 0.3, ""));

    private static final String[] PARCELS_MERGED = {
        "A1:H1", "A2:H2", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:G3", "H3:H4", "B5:B6", "A7:C7", "A9:C9"
    };

    private static final List<List<Object>> PROJECTS = List.of(
            List.of("项目编号", "项目名称", "批准文号", "批准时间", "收到批文日期", "总面积（公顷）", "总面积（亩）"),
            List.of("J1", "东村路", "鲁政土字[2024]7号", "2024年4月15日", "2024.4.26", 1.8565, 27.85),
            List.of("J2", "西村学校", "鲁政土字〔2024〕8号", "2024-04-16", "", "0.3726公顷（5.589亩）", "—"));

    private static final List<List<Object>> PLAN = List.of(
            List.of("2024年度土地征收计划"),
            List.of("序号", "项目名称", "位置", "拟征面积", "拟用途", "征收目的", "计划时间", "实施单位", "状态", "项目编号"),
            List.of(1, "东村路", "东村", "约2公顷", "道路用地", "基础设施", "第三季度", "区住建局", "已批准", "J1"));

    private static final Shown DAY = new Shown(LocalDate.of(2022, 3, 29), "yyyy\"年\"m\"月\"d\"日\"");

    private static final WrittenBook STANDARDS = new WrittenBook(
            List.of(
                    List.of("崂山区救助标准（单位：元/人·月）"),
                    List.of("救助类别", "护理等级", "标准", "", "增幅", "发布日期"),
                    List.of("", "", "新标准", "原标准", "", ""),
                    List.of("特困人员照料护理", "完全不能自理", 2178, 1980, new Shown(0.1, "0.00%"), DAY),
                    List.of("", "半自理", 1452, 1320, new Shown(0.1, "0.00%"), DAY),
                    List.of("城市低保", "—", 995, 950, new Shown(45.0 / 950, "0.00%"), DAY)),
            List.of("A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3", "A4:A5"),
            0,
            0,
            "城市低保");

    @TempDir
    Path folder;

    /** The ending of names of files in the form, without the dot. */
    protected abstract String ending();

    /** Writes a workbook in the form. */
    protected abstract void write(Path file, WrittenBook book) throws IOException;

    @Test
    void twoRowHeaderWithMergedGroupsGivesBothLabels() throws IOException {
        Taken taken = read(WrittenBook.of(
                List.of(
                        List.of("标题", "发文", "", "日期", "", "备注"),
                        List.of("", "机关", "字号", "成文日期", "发布日期", ""),
                        List.of("关于防汛的通知", "某某区人民政府", "青崂政办字〔2023〕13号", "2023-07-21", "2023-07-24", "甲")),
                "B1:C1",
                "D1:E1",
                "A1:A2"));
        assertEquals(LocalDate.of(2023, 7, 21), taken.document().writtenOn());
        assertEquals(LocalDate.of(2023, 7, 24), taken.document().publishedOn());
        assertEquals("青崂政办字〔2023〕13号", taken.document().documentNumber().text());
        assertEquals("/documentNumber", taken.field("发文/字号").target());
        assertEquals("/publishedOn", taken.field("日期/发布日期").target());
        assertEquals(
                6,
                taken.only().ledger().stream()
                        .filter(each -> each.fate() != FieldFate.DEFAULTED)
                        .count());
    }

    @Test
    void whatStandsInAFormBesideLabelsAndValuesIsNoDocumentOfItsOwn() throws IOException {
        Taken taken = read(WrittenBook.of(
                List.of(
                        List.of("标题", "关于防汛的通知", "", ""),
                        List.of("文号", "青崂政办字〔2023〕13号", "成文日期", "2023-07-21"),
                        List.of("发布机构", "某某区人民政府", "公开日期", "2023-07-24"),
                        List.of("归档处", "库房", "", ""),
                        List.of("备注：本表由区政府办公室解释", "", "", "")),
                "A5:D5"));
        assertEquals("关于防汛的通知", taken.document().title());
        assertEquals("库房", taken.field("归档处").value());
        assertEquals("本表由区政府办公室解释", taken.field("备注").value());
        assertEquals(List.of(), taken.rejected);
    }

    @Test
    void aLabelBelowThatOfAGroupIsReadWithIt() throws IOException {
        Taken taken = read(WrittenBook.of(
                List.of(
                        List.of("标题", "文号", "日期", "", "有效期", ""),
                        List.of("", "", "成文", "公开", "起", "止"),
                        List.of("关于防汛的通知", "青崂政办字〔2023〕13号", "2023-07-21", "2023-07-24", "2023-08-01", "2028-07-31")),
                "A1:A2",
                "B1:B2",
                "C1:D1",
                "E1:F1"));
        assertEquals(LocalDate.of(2023, 7, 21), taken.document().writtenOn());
        assertEquals(LocalDate.of(2023, 7, 24), taken.document().publishedOn());
        assertEquals(LocalDate.of(2023, 8, 1), taken.document().effectiveFrom());
        assertEquals(LocalDate.of(2028, 7, 31), taken.document().expiresOn());
    }

    @Test
    void hiddenRowsAndColumnsAreReadAndTold() throws IOException {
        Taken taken = read(new WrittenBook(
                List.of(
                        List.of("标题", "发文字号", "内部意见"),
                        List.of("甲通知", "海财〔2020〕1号", "x"),
                        List.of("乙通知", "海财〔2020〕2号", "y")),
                List.of(),
                3,
                3,
                null));

        assertEquals(2, taken.records.size());
        SourceProblem problem = taken.problems.get(0);
        assertEquals("source.cells.hidden", problem.rule());
        assertEquals("rows 行 3; columns 列 3", problem.value());
    }

    @Test
    void numberOfMoreDigitsThanASpreadsheetKeepsIsTold() throws IOException {
        Taken taken = read(WrittenBook.of(
                List.of(List.of("标题", "索引号"), List.of("甲通知", 19059120230915143805.0), List.of("乙通知", 113700001234L))));

        assertEquals(List.of("source.field.unreadable", "source.cell.rounded"), taken.rules());
        assertEquals(
                "list." + ending() + "!表:2:2", taken.problems.get(0).location().toString());
        assertEquals(
                "113700001234",
                ((OfficialDocument) taken.records.get(1).record()).indexNumber().text());
    }

    @Test
    void hiddenSheetIsReported() throws IOException {
        Taken taken = read(new WrittenBook(List.of(HEADER, List.of("甲", "", "2022-01-01")), List.of(), 0, 0, "乙"));
        assertEquals("甲", taken.document().title());
        assertEquals(List.of("source.sheet.hidden"), taken.rules());
        assertEquals("草稿", taken.problems.get(0).value());
        assertEquals("表", taken.only().origin().sheet());
    }

    @Test
    void cutOffAndForeignFilesAreReported() throws IOException {
        Path file = folder.resolve("list." + ending());
        write(file, WrittenBook.of(List.of(HEADER, List.of("甲", "", "2022-01-01"))));
        byte[] whole = Files.readAllBytes(file);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        for (byte[] each : List.of(half, "不是表格".getBytes(StandardCharsets.UTF_8), new byte[] {'P', 'K', 3, 4})) {
            assertEquals(
                    List.of("source.file.unreadable"),
                    Taken.from(Taken.write(folder, "list." + ending(), each)).rules());
        }
    }

    @Test
    void whatAHandlerThrowsPassesThrough() throws IOException {
        IllegalStateException own = new IllegalStateException("mine");
        Path file = folder.resolve("list." + ending());
        write(file, WrittenBook.of(List.of(HEADER, List.of("甲", "", "2022-01-01"))));
        LegacyReader reader = LegacyReader.standard();
        SourceFile source = reader.find(List.of(file), each -> {}).get(0);
        assertSame(
                own,
                assertThrows(
                        IllegalStateException.class,
                        () -> reader.read(source, new SourceHandler() {
                            @Override
                            public void ledger(List<LedgerEntry> entries) {}

                            @Override
                            public void record(Mapped mapped) {
                                throw own;
                            }

                            @Override
                            public void rejected(SourceProblem problem, RawForm raw) {}

                            @Override
                            public void problem(SourceProblem problem) {}
                        })));
    }

    @Property(tries = 30)
    void fieldsInAreFieldsAccountedFor(@ForAll("labels") List<String> more, @ForAll("values") List<List<String>> rows)
            throws IOException {
        List<String> labels =
                Stream.concat(Stream.of("标题", "发文字号"), more.stream()).toList();
        List<List<String>> table = new ArrayList<>(List.of(labels));
        rows.forEach(
                each -> table.add(Stream.concat(Stream.of("甲通知"), each.stream()).toList()));
        Path file = Files.createTempFile("fields", "." + ending());
        try {
            write(file, WrittenBook.of(table));
            Taken taken = Taken.from(file);
            assertEquals(rows.size(), taken.records.size(), () -> taken.rejections.toString());
            for (int i = 0; i < rows.size(); i++) {
                List<String> cells = table.get(i + 1);
                int expected = 0;
                for (int j = 0; j < Math.max(labels.size(), cells.size()); j++) {
                    boolean labelled =
                            j < labels.size() && !PageText.tidy(labels.get(j)).isEmpty();
                    boolean filled = j < cells.size()
                            && !LegacyText.stripUnseen(cells.get(j)).isEmpty();
                    expected += labelled || filled ? 1 : 0;
                }
                List<LedgerEntry> fields = taken.records.get(i).ledger().stream()
                        .filter(each -> each.fate() != FieldFate.DEFAULTED)
                        .toList();
                assertEquals(expected, fields.size());
                for (LedgerEntry each : fields) {
                    int column = each.location().column() - 1;
                    assertEquals(column < cells.size() ? cells.get(column) : "", each.value());
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 40)
    void damagedBytesAreReportedAndNeverThrown(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 999_999) Integer> places) throws IOException {
        Path file = Files.createTempFile("damaged", "." + ending());
        try {
            write(file, WrittenBook.of(List.of(HEADER, List.of("甲", "青崂政办字〔2023〕13号", "2023-07-21"))));
            byte[] bytes = Files.readAllBytes(file);
            places.forEach(each -> bytes[each % bytes.length] ^= (byte) (1 + each % 255));
            Files.write(file, bytes);
            Taken taken = Taken.from(file);
            assertTrue(taken.records.size() <= 1);
            assertTrue(taken.rejections.size() <= 1);
            taken.rejections.forEach(each -> assertTrue(each.rule().startsWith("source."), each.rule()));
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<String>> labels() {
        return Arbitraries.oneOf(
                        Arbitraries.of("成文日期", "索 引 号", "有效性", "有效性/截止日期", "发文机关", "内部号"),
                        Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(6))
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<List<String>>> values() {
        return Arbitraries.oneOf(
                        Arbitraries.of("", "无", "2023-07-21", "国办发〔2023〕1号", "有效", "45128", "#N/A"),
                        Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(20))
                .list()
                .ofMaxSize(7)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Test
    void standardsAreReadWithMergedCellsDatesAndPercentages() throws IOException {
        write(folder("assistance").resolve("a." + ending()), STANDARDS);
        Taken taken = tables("""
                tables:
                  - files: "assistance/**"
                    kind: assistance-standard
                    defaults: {place: 青岛市崂山区, effectiveFrom: "2022-01", unit: 元/人·月}
                """);
        List<AssistanceStandard> lines = taken.records.stream()
                .map(each -> (AssistanceStandard) each.record())
                .toList();
        assertEquals(
                List.of("特困照料护理 [全] 2178 1980 10", "特困照料护理 [半] 1452 1320 10", "低保 [] 995 950 4.74"),
                lines.stream()
                        .map(each -> each.item() + " " + each.grades() + " "
                                + each.amount().toPlainString() + " "
                                + each.previousAmount().toPlainString() + " "
                                + each.growth().toPlainString())
                        .toList());
        assertEquals("2022-03-29", lines.get(0).publishedOn().toString());
        assertEquals("元/人·月", lines.get(0).unit().label());
        assertEquals(
                List.of("source.sheet.hidden"),
                taken.problems.stream().map(SourceProblem::rule).toList());
        assertTrue(
                taken.records.get(0).origin().toString().contains("!表:4:3"),
                taken.records.get(0).origin().toString());
    }

    @Test
    void parcelsOfMergedVillagesAreReadWithTheUnitOfCellHeaderAndCaption() throws IOException {
        Taken taken = land(PARCELS, PARCELS_MERGED);
        LandRequisitionProject project = (LandRequisitionProject) taken.only().record();
        assertEquals(
                List.of(
                        "1 东村村北 1.2公顷 农用地 0.9公顷 耕地 3273平方米 建设用地 0.3公顷",
                        "2 东村村南 约9.8475亩 农用地 0.6565公顷 耕地 494平方米",
                        "3 西村村西 0.3726公顷 农用地 0.3726公顷"),
                project.parcels().stream()
                        .map(each -> each.number() + " " + each.location() + " " + each.area()
                                + each.landClasses().stream()
                                        .map(one -> " " + one.landClass() + " " + one.area())
                                        .collect(Collectors.joining()))
                        .toList());
        assertEquals("约2.2291公顷", String.valueOf(project.totalArea()));
        assertEquals(3, project.landClasses().size());
        assertEquals(List.of(), taken.problems);
    }

    @Test
    void everyCellOfASheetIsInTheLedgerOnce() throws IOException {
        Taken taken = land(PARCELS, PARCELS_MERGED);
        List<LedgerEntry> ledger = Stream.concat(taken.only().ledger().stream(), taken.nobodys.stream())
                .filter(each -> each.fate() != FieldFate.DEFAULTED)
                .toList();
        List<String> filled = new ArrayList<>();
        PARCELS.subList(4, PARCELS.size())
                .forEach(row -> row.stream()
                        .map(String::valueOf)
                        .filter(each -> !each.isEmpty())
                        .forEach(filled::add));
        filled.add("拟征收土地勘测定界汇总表");
        filled.add("单位：平方米");
        assertEquals(
                filled.stream().sorted().toList(),
                ledger.stream()
                        .map(each -> String.valueOf(each.value()))
                        .filter(each -> !each.isBlank())
                        .sorted()
                        .toList());
        assertEquals(
                ledger.size(),
                ledger.stream()
                        .map(each -> each.location().toString())
                        .distinct()
                        .count());
        assertTrue(
                ledger.stream().anyMatch(each -> each.reasons().equals(List.of("total-row"))),
                "小计 is ignored by a rule");
    }

    @Test
    void aListOfProjectsMakesAProjectEachRow() throws IOException {
        Taken taken = land(PROJECTS);
        assertEquals(
                List.of(
                        "J1 鲁政土字〔2024〕7号 2024-04-15 2024-04-26 1.8565公顷 27.85亩",
                        "J2 鲁政土字〔2024〕8号 2024-04-16 null 0.3726公顷 5.589亩"),
                taken.records.stream()
                        .map(each -> (LandRequisitionProject) each.record())
                        .map(each -> each.code() + " " + each.approvalNumber() + " " + each.approvedOn() + " "
                                + each.approvalReceivedOn() + " " + each.totalArea() + " " + each.restatedArea())
                        .toList());
        assertEquals(
                "land/t." + ending() + "!表:2:3 批准文号",
                taken.records.get(0).where("/approvalNumber").toString());
        assertEquals(
                14L,
                taken.records.stream()
                        .flatMap(each -> each.ledger().stream())
                        .filter(each -> each.fate() != FieldFate.DEFAULTED)
                        .count());
    }

    @Test
    void aPlanIsOneRecord() throws IOException {
        LandRequisitionPlan plan =
                (LandRequisitionPlan) land(PLAN, "A1:J1").only().record();
        assertEquals(2024, plan.year());
        assertEquals("J1", plan.items().get(0).project());
        assertEquals("约2公顷", String.valueOf(plan.items().get(0).plannedArea()));
    }

    @Test
    void aColumnOfPersonalDataOfASheetIsLeftOutAndMasked() throws IOException {
        Taken taken = land(List.of(
                List.of("户主", "身份证号", "位置", "面积（亩）", "备注"),
                List.of("张三", "11010519491231002X", "东村村北", 1.5, "电话13800000000")));
        assertEquals(
                List.of("source.column.personalData", "source.column.personalData"),
                Stream.concat(taken.problems.stream(), taken.only().problems().stream())
                        .map(SourceProblem::rule)
                        .toList());
        String all = taken.only().record() + " " + taken.only().ledger() + " "
                + ((RawForm.Row) taken.only().raw()).text();
        for (String each : List.of("张三", "11010519491231002X", "13800000000")) {
            assertTrue(!all.contains(each), each + " in " + all);
        }
    }

    private Taken read(WrittenBook book) throws IOException {
        Path file = folder.resolve("list." + ending());
        write(file, book);
        return Taken.from(file);
    }

    private Taken land(List<List<Object>> rows, String... merged) throws IOException {
        write(folder("land").resolve("t." + ending()), WrittenBook.of(rows, merged));
        return tables("tables:\n  - {files: 'land/**', kind: land, defaults: {year: 2024}}\n");
    }

    private Taken tables(String mapping) throws IOException {
        return Taken.from(LegacyReader.standard().withMapping(Mapping.parse("m.yaml", mapping)), folder);
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }
}
