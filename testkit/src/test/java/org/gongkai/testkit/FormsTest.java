package org.gongkai.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.form.EntryForm;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms that are filled in read back as what was filled in. */
class FormsTest {

    @TempDir
    Path own;

    /** What came of a workbook. */
    private static final class Taken implements SourceHandler {

        final List<DisclosureRecord> records = new ArrayList<>();
        final List<LedgerEntry> ledger = new ArrayList<>();
        final List<SourceProblem> problems = new ArrayList<>();
        int rejected;

        @Override
        public void record(Mapped mapped) {
            records.add(mapped.record());
            ledger.addAll(mapped.ledger());
            problems.addAll(mapped.problems());
        }

        @Override
        public void ledger(List<LedgerEntry> entries) {
            ledger.addAll(entries);
        }

        @Override
        public void rejected(SourceProblem problem, RawForm raw) {
            rejected++;
            problems.add(problem);
        }

        @Override
        public void problem(SourceProblem problem) {
            problems.add(problem);
        }

        /** The files that the records of the examples attach are not beside the form. */
        List<SourceProblem> otherThanAbsentFiles() {
            return problems.stream()
                    .filter(each -> !each.rule().equals("source.attachment.missing"))
                    .toList();
        }

        List<String> rules() {
            return problems.stream().map(SourceProblem::rule).toList();
        }
    }

    private static Path file() throws IOException {
        Path file = Files.createTempFile("form", ".xlsx");
        file.toFile().deleteOnExit();
        return file;
    }

    private static Taken read(Path file) {
        Taken taken = new Taken();
        LegacyReader reader = LegacyReader.standard();
        reader.find(List.of(file), taken::problem).forEach(each -> reader.read(each, taken));
        return taken;
    }

    private interface Filling {
        void into(XSSFWorkbook workbook) throws IOException;
    }

    /** The form of a kind, filled in by another program. */
    private static Taken filled(Path file, RecordKind<?> kind, Locale language, Filling filling) throws IOException {
        ByteArrayOutputStream empty = new ByteArrayOutputStream();
        EntryForm.of(kind).write(empty, language);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(empty.toByteArray()))) {
            filling.into(workbook);
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        return read(file);
    }

    @Property(tries = 5)
    void aFormThatAnotherProgramFilledInReadsBack(
            @ForAll @Size(20) List<@ValidRecord DisclosureRecord> records, @ForAll boolean chinese) throws IOException {
        for (Map.Entry<RecordKind<?>, List<DisclosureRecord>> each :
                byKind(records).entrySet()) {
            Taken taken = filled(file(), each.getKey(), chinese ? Locale.CHINESE : Locale.ENGLISH, workbook -> {
                Filled filled = new Filled(workbook, each.getKey());
                for (DisclosureRecord one : each.getValue()) {
                    filled.add("", tree(one), null);
                }
            });
            assertEquals(List.of(), taken.otherThanAbsentFiles());
            assertEquals(each.getValue(), taken.records);
            assertTrue(
                    taken.ledger.stream()
                            .allMatch(one -> one.fate() == FieldFate.MAPPED
                                    || one.reasons().equals(List.of("synonym"))
                                    || one.reasons().equals(List.of("form-number"))),
                    () -> taken.ledger.toString());
        }
    }

    @Property(tries = 5)
    void aFormThatIsWrittenWithRecordsReadsBack(@ForAll @Size(20) List<@ValidRecord DisclosureRecord> records)
            throws IOException {
        for (Map.Entry<RecordKind<?>, List<DisclosureRecord>> each :
                byKind(records).entrySet()) {
            Path file = file();
            try (OutputStream out = Files.newOutputStream(file)) {
                EntryForm.of(each.getKey()).write(out, Locale.CHINESE, each.getValue());
            }
            Taken taken = read(file);
            assertEquals(List.of(), taken.otherThanAbsentFiles());
            assertEquals(each.getValue(), taken.records);
        }
    }

    private static Map<RecordKind<?>, List<DisclosureRecord>> byKind(List<DisclosureRecord> records) {
        Map<RecordKind<?>, List<DisclosureRecord>> kinds = new LinkedHashMap<>();
        for (DisclosureRecord each : records) {
            DisclosureRecord stripped = stripped(each);
            kinds.computeIfAbsent(RecordKind.of(stripped), any -> new ArrayList<>())
                    .add(stripped);
        }
        return kinds;
    }

    /** Blanks around a text are dropped from a cell, and told. */
    private static DisclosureRecord stripped(DisclosureRecord record) {
        try {
            return CanonicalJson.mapper().treeToValue(strip(tree(record)), DisclosureRecord.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectNode tree(DisclosureRecord record) {
        return CanonicalJson.mapper().valueToTree(record);
    }

    private static JsonNode strip(JsonNode value) {
        if (value instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> each : List.copyOf(object.properties())) {
                object.set(each.getKey(), strip(each.getValue()));
            }
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, strip(array.get(i)));
            }
        }
        return value.isTextual() ? TextNode.valueOf(LegacyText.stripUnseen(value.textValue())) : value;
    }

    /** Fills a form from the JSON of records, by the first row of its sheets alone. */
    private static final class Filled {

        private final RecordKind<?> kind;
        private final Map<String, Sheet> sheets = new HashMap<>();

        Filled(XSSFWorkbook workbook, RecordKind<?> kind) {
            this.kind = kind;
            for (Sheet each : workbook) {
                String mark = each.getRow(0).getCell(0).getStringCellValue().split("\n")[0];
                String[] words = mark.split(" ");
                if (words[1].equals(kind.code())) {
                    sheets.put(words.length > 2 ? words[2] : "", each);
                }
            }
        }

        void add(String path, JsonNode part, Integer owner) {
            Sheet sheet = sheets.get(path);
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            int number = row.getRowNum();
            put(sheet, row, "#", number);
            put(sheet, row, "^", owner);
            String before = path.isEmpty() ? "" : path + '.';
            fill(sheet, row, before, part, number);
        }

        private void fill(Sheet sheet, Row row, String before, JsonNode part, int number) {
            for (Map.Entry<String, JsonNode> each : part.properties()) {
                String path = before + each.getKey();
                JsonNode value = each.getValue();
                if (value.isObject()) {
                    fill(sheet, row, path + '.', value, number);
                } else if (sheets.containsKey(path)) {
                    value.forEach(one -> add(path, one, number));
                } else if (value.isArray()) {
                    List<String> lines = new ArrayList<>();
                    value.forEach(one -> lines.add(one.asText()));
                    put(sheet, row, path, String.join("\n", lines));
                } else if (!path.equals("kind")) {
                    put(sheet, row, path, typed(kind.field(path), value));
                }
            }
        }

        private static Object typed(RecordField field, JsonNode value) {
            if (field.type() == LocalDate.class) {
                return LocalDate.parse(value.textValue());
            }
            if (value.isInt()) {
                return value.intValue();
            }
            if (value.isNumber()) {
                return value.decimalValue().toPlainString();
            }
            return value.isBoolean() ? value.booleanValue() ? "是" : "否" : value.asText();
        }

        private static void put(Sheet sheet, Row row, String path, Object value) {
            for (Cell each : value == null ? List.<Cell>of() : sheet.getRow(0)) {
                String text = each.getStringCellValue();
                if (text.substring(text.indexOf('\n') + 1).equals(path)) {
                    Cell cell = row.createCell(each.getColumnIndex());
                    cell.setCellStyle(sheet.getColumnStyle(each.getColumnIndex()));
                    if (value instanceof LocalDate day) {
                        cell.setCellValue(day);
                    } else if (value instanceof Integer number) {
                        cell.setCellValue(number);
                    } else {
                        cell.setCellValue(value.toString());
                    }
                    return;
                }
            }
            if (!path.equals("#") && !path.equals("^")) {
                throw new AssertionError("no column for " + path);
            }
        }
    }

    @Test
    void closedListsAreOfferedAndDaysAsked() throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        EntryForm.of(RecordKind.of(OfficialDocument.class)).write(form, Locale.CHINESE);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form.toByteArray()))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertEquals("公文", sheet.getSheetName());
            assertTrue(sheet.getRow(0).getZeroHeight());
            assertEquals("标题 *", sheet.getRow(1).getCell(1).getStringCellValue());
            List<? extends DataValidation> hints = sheet.getDataValidations();
            assertEquals(sheet.getRow(1).getLastCellNum(), hints.size());
            DataValidation validity = hint(hints, "有效性");
            assertEquals(
                    List.of("有效", "失效", "废止", "部分有效", "已修改", "尚未生效", "未知"),
                    terms(workbook, validity.getValidationConstraint().getFormula1()));
            assertTrue(hint(hints, "成文日期").getPromptBoxText().startsWith("必填，日期，如 2024-05-06。"));
            assertEquals("yyyy\\-mm\\-dd", sheet.getColumnStyle(4).getDataFormatString());
        }
    }

    private static DataValidation hint(List<? extends DataValidation> hints, String label) {
        return hints.stream()
                .filter(each -> each.getPromptBoxTitle().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no hint for " + label));
    }

    private static List<String> terms(XSSFWorkbook workbook, String formula) {
        CellRangeAddress range = CellRangeAddress.valueOf(formula);
        Sheet lists = workbook.getSheet(formula.substring(1, formula.indexOf('!') - 1));
        List<String> terms = new ArrayList<>();
        for (int i = range.getFirstRow(); i <= range.getLastRow(); i++) {
            terms.add(lists.getRow(i).getCell(range.getFirstColumn()).getStringCellValue());
        }
        return terms;
    }

    @Test
    void aCellThatIsNotOfItsShapeIsToldAndTheRestIsRead() throws IOException {
        Taken taken = filled(own.resolve("a.xlsx"), RecordKind.of(OfficialDocument.class), Locale.CHINESE, workbook -> {
            Row row = workbook.getSheetAt(0).createRow(2);
            Filled.put(workbook.getSheetAt(0), row, "title", "关于加强东岭水库巡查的通知");
            Filled.put(workbook.getSheetAt(0), row, "writtenOn", "上周五");
            Filled.put(workbook.getSheetAt(0), row, "issuers", "东岭区水务局；东岭区应急管理局");
            Filled.put(workbook.getSheetAt(0), row, "site.name", " 东岭区政府网 ");
            row.createCell(60).setCellValue("这一列没有名称");
        });
        OfficialDocument document = (OfficialDocument) taken.records.get(0);
        assertEquals("关于加强东岭水库巡查的通知", document.title());
        assertEquals(2, document.issuers().size());
        assertEquals("东岭区政府网", document.site().name());
        assertEquals(List.of("source.field.unreadable"), taken.rules());
        SourceProblem problem = taken.problems.get(0);
        assertEquals("上周五", problem.value());
        assertEquals("yyyy-MM-dd", problem.expected());
        assertEquals(3, problem.location().row());
        assertEquals("成文日期 *", problem.location().label());
        assertEquals(5, taken.ledger.size());
        assertEquals(
                List.of(
                        FieldFate.MAPPED,
                        FieldFate.MAPPED,
                        FieldFate.UNREADABLE,
                        FieldFate.REPAIRED,
                        FieldFate.UNMAPPED),
                taken.ledger.stream().map(LedgerEntry::fate).toList());
    }

    @Test
    void aPartThatBelongsToNoRowIsKeptAndTold() throws IOException {
        Taken taken =
                filled(own.resolve("a.xlsx"), RecordKind.of(LandRequisitionProject.class), Locale.CHINESE, workbook -> {
                    Sheet projects = workbook.getSheetAt(0);
                    Row first = projects.createRow(2);
                    Filled.put(projects, first, "#", 1);
                    Filled.put(projects, first, "name", "东岭区滨河路工程");
                    Row second = projects.createRow(3);
                    Filled.put(projects, second, "#", 2);
                    Filled.put(projects, second, "name", "东岭区水厂工程");
                    // Numbers that stand ready for further rows.
                    Filled.put(projects, projects.createRow(4), "#", 3);
                    Sheet parcels = workbook.getSheet("地块");
                    parcel(parcels, 2, 2, "上河村", "1");
                    parcel(parcels, 3, 7, "下河村", "2");
                    Sheet classes = workbook.getSheet("地块地类");
                    Row unknown = classes.createRow(2);
                    Filled.put(classes, unknown, "^", 2);
                    Filled.put(classes, unknown, "parcels.landClasses.landClass", "耕地");
                });
        assertEquals(2, taken.records.size());
        assertEquals(List.of(), ((LandRequisitionProject) taken.records.get(0)).parcels());
        assertEquals(
                "上河村",
                ((LandRequisitionProject) taken.records.get(1)).parcels().get(0).location());
        assertEquals(List.of("source.form.noOwner", "source.form.noOwner"), taken.rules());
        assertEquals("7", taken.problems.get(0).value());
        assertEquals(2, taken.rejected);
    }

    @Test
    void aFormOfAnotherVersionIsRefusedByItsName() throws IOException {
        Taken taken = filled(own.resolve("a.xlsx"), RecordKind.of(OfficialDocument.class), Locale.CHINESE, workbook -> {
            Sheet documents = workbook.getSheetAt(0);
            Filled.put(documents, documents.createRow(2), "title", "关于加强东岭水库巡查的通知");
            String mark = documents.getRow(0).getCell(0).getStringCellValue();
            documents.getRow(0).createCell(0).setCellValue(mark.replace("form/1", "form/9"));
        });
        assertEquals(List.of(), taken.records);
        assertEquals(List.of("source.form.unknown"), taken.rules());
        assertEquals("gongkai-form/9 document", taken.problems.get(0).value());
        assertEquals("gongkai-form/1", taken.problems.get(0).expected());
    }

    @Test
    void aFormWhoseSheetOfRecordsLostItsMarkIsTold() throws IOException {
        Taken taken =
                filled(own.resolve("a.xlsx"), RecordKind.of(LandRequisitionProject.class), Locale.CHINESE, workbook -> {
                    workbook.getSheetAt(0).removeRow(workbook.getSheetAt(0).getRow(0));
                    parcel(workbook.getSheet("地块"), 2, 7, "下河村", "2");
                });
        assertEquals(List.of(), taken.records);
        assertTrue(
                taken.rules().contains("source.form.noRecords"), taken.rules().toString());
        SourceProblem homeless = taken.problems.stream()
                .filter(each -> each.rule().equals("source.form.noOwner"))
                .findFirst()
                .orElseThrow();
        assertEquals("gongkai-form/1 land-project", homeless.expected());
    }

    @Test
    void whatCannotBeReadLeavesNoEmptyRecordAndNoEmptyPart() throws IOException {
        Taken taken = filled(own.resolve("a.xlsx"), RecordKind.of(OfficialDocument.class), Locale.CHINESE, workbook -> {
            Sheet documents = workbook.getSheetAt(0);
            Row first = documents.createRow(2);
            Filled.put(documents, first, "#", 1);
            Filled.put(documents, first, "title", "关于加强东岭水库巡查的通知");
            Filled.put(documents, documents.createRow(3), "writtenOn", "上周五");
            Sheet attachments = workbook.getSheet("附件");
            Row part = attachments.createRow(2);
            Filled.put(attachments, part, "^", 1);
            Filled.put(attachments, part, "attachments.size", "很大");
        });
        assertEquals(1, taken.records.size());
        assertEquals(List.of(), ((OfficialDocument) taken.records.get(0)).attachments());
        assertEquals(List.of("source.field.unreadable", "source.field.unreadable"), taken.rules());
        assertEquals(1, taken.rejected);
        assertEquals(
                List.of("a whole number", "yyyy-MM-dd"),
                taken.problems.stream().map(SourceProblem::expected).toList());
    }

    private static void parcel(Sheet parcels, int at, int owner, String location, String number) {
        Row row = parcels.createRow(at);
        Filled.put(parcels, row, "^", owner);
        Filled.put(parcels, row, "#", Integer.valueOf(number));
        Filled.put(parcels, row, "parcels.location", location);
    }

    @Test
    void anAreaWithoutAUnitIsNotTaken() throws IOException {
        Taken taken =
                filled(own.resolve("a.xlsx"), RecordKind.of(LandRequisitionProject.class), Locale.ENGLISH, workbook -> {
                    Sheet projects = workbook.getSheetAt(0);
                    Row row = projects.createRow(2);
                    Filled.put(projects, row, "name", "东岭区滨河路工程");
                    Filled.put(projects, row, "totalArea.value", "12.50");
                });
        assertNull(((LandRequisitionProject) taken.records.get(0)).totalArea());
        assertEquals(List.of("source.field.unreadable"), taken.rules());
        assertEquals("12.50", taken.problems.get(0).value());
        assertEquals(
                1,
                taken.ledger.stream()
                        .filter(each -> each.fate() == FieldFate.UNREADABLE)
                        .count());
    }

    @Test
    void anEmptyFormGivesNothingAndTheSameFormIsTheSameBytes() throws IOException {
        for (RecordKind<?> kind : RecordKind.all()) {
            Taken taken = filled(own.resolve(kind + ".xlsx"), kind, Locale.CHINESE, workbook -> {});
            assertEquals(List.of(), taken.records, kind.code());
            assertEquals(List.of("source.form.empty"), taken.rules(), kind.code());
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            ByteArrayOutputStream other = new ByteArrayOutputStream();
            EntryForm.of(kind).write(one, Locale.ENGLISH);
            EntryForm.of(kind).write(other, Locale.ENGLISH);
            assertArrayEquals(one.toByteArray(), other.toByteArray());
        }
    }

    @Test
    void whereItIsInstalledLibreOfficeOpensTheForms() throws IOException, InterruptedException {
        Path office = Stream.of("/usr/bin/soffice", "/usr/bin/libreoffice")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(office != null, "LibreOffice is not installed");
        RecordKind<?> kind = RecordKind.of(LandRequisitionProject.class);
        Path form = own.resolve("form.xlsx");
        DisclosureRecord record =
                ValidRecords.of(LandRequisitionProject.class, 0).sample();
        try (OutputStream out = Files.newOutputStream(form)) {
            EntryForm.of(kind).write(out, Locale.CHINESE, List.of(record));
        }
        Process process = new ProcessBuilder(
                        office.toString(),
                        "-env:UserInstallation=" + own.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML",
                        "--outdir",
                        own.resolve("saved").toString(),
                        form.toString())
                .redirectErrorStream(true)
                .redirectOutput(own.resolve("office.log").toFile())
                .start();
        try {
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "LibreOffice did not end");
        } finally {
            process.destroyForcibly();
        }
        Taken taken = read(own.resolve("saved/form.xlsx"));
        assertEquals(List.of(record), taken.records);
    }
}
