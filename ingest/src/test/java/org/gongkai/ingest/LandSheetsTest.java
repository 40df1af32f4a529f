package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.RawForm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of land requisition in workbooks of both formats, as surveyors and land offices keep them. */
class LandSheetsTest {

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

    private static final List<String> PARCELS_MERGED =
            List.of("A1:H1", "A2:H2", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:G3", "H3:H4", "B5:B6", "A7:C7", "A9:C9");

    private static final List<List<Object>> PROJECTS = List.of(
            List.of("项目编号", "项目名称", "批准文号", "批准时间", "收到批文日期", "总面积（公顷）", "总面积（亩）"),
            List.of("J1", "东村路", "鲁政土字[2024]7号", "2024年4月15日", "2024.4.26", 1.8565, 27.85),
            List.of("J2", "西村学校", "鲁政土字〔2024〕8号", "2024-04-16", "", "0.3726公顷（5.589亩）", "—"));

    private static final List<List<Object>> PLAN = List.of(
            List.of("2024年度土地征收计划"),
            List.of("序号", "项目名称", "位置", "拟征面积", "拟用途", "征收目的", "计划时间", "实施单位", "状态", "项目编号"),
            List.of(1, "东村路", "东村", "约2公顷", "道路用地", "基础设施", "第三季度", "区住建局", "已批准", "J1"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void parcelsOfMergedVillagesAreReadWithTheUnitOfCellHeaderAndCaption(String ending) throws IOException {
        Taken taken = read(ending, PARCELS, PARCELS_MERGED);
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

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void everyCellOfASheetIsInTheLedgerOnce(String ending) throws IOException {
        Taken taken = read(ending, PARCELS, PARCELS_MERGED);
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

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aListOfProjectsMakesAProjectEachRow(String ending) throws IOException {
        Taken taken = read(ending, PROJECTS, List.of());
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
                "land/t." + ending + "!表:2:3 批准文号",
                taken.records.get(0).where("/approvalNumber").toString());
        assertEquals(
                14L,
                taken.records.stream()
                        .flatMap(each -> each.ledger().stream())
                        .filter(each -> each.fate() != FieldFate.DEFAULTED)
                        .count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aPlanIsOneRecord(String ending) throws IOException {
        LandRequisitionPlan plan = (LandRequisitionPlan)
                read(ending, PLAN, List.of("A1:J1")).only().record();
        assertEquals(2024, plan.year());
        assertEquals("J1", plan.items().get(0).project());
        assertEquals("约2公顷", String.valueOf(plan.items().get(0).plannedArea()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aColumnOfPersonalDataOfASheetIsLeftOutAndMasked(String ending) throws IOException {
        Taken taken = read(
                ending,
                List.of(
                        List.of("户主", "身份证号", "位置", "面积（亩）", "备注"),
                        List.of("张三", "11010519491231002X", "东村村北", 1.5, "电话13800000000")),
                List.of());
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

    private Taken read(String ending, List<List<Object>> rows, List<String> merged) throws IOException {
        Taken.write(folder, "land/t." + ending, ending.equals("xls") ? xls(rows, merged) : xlsx(rows, merged));
        String mapping = "tables:\n  - {files: 'land/**', kind: land, defaults: {year: 2024}}\n";
        return Taken.from(LegacyReader.standard().withMapping(Mapping.parse("m.yaml", mapping)), folder);
    }

    private static byte[] xls(List<List<Object>> rows, List<String> merged) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("表");
            for (int r = 0; r < rows.size(); r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    Object value = rows.get(r).get(c);
                    if (value instanceof Number number) {
                        row.createCell(c).setCellValue(number.doubleValue());
                    } else if (!value.equals("")) {
                        row.createCell(c).setCellValue((String) value);
                    }
                }
            }
            merged.forEach(each -> sheet.addMergedRegion(CellRangeAddress.valueOf(each)));
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] xlsx(List<List<Object>> rows, List<String> merged) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("表");
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    Object value = rows.get(r).get(c);
                    if (value instanceof Number number) {
                        sheet.value(r, c, number);
                    } else if (!value.equals("")) {
                        sheet.value(r, c, (String) value);
                    }
                }
            }
            for (String each : merged) {
                CellRangeAddress range = CellRangeAddress.valueOf(each);
                sheet.range(range.getFirstRow(), range.getFirstColumn(), range.getLastRow(), range.getLastColumn())
                        .merge();
            }
        }
        return out.toByteArray();
    }
}
