package org.gongkai.office;

import static org.gongkai.office.WrittenOffice.cell;
import static org.gongkai.office.WrittenOffice.centred;
import static org.gongkai.office.WrittenOffice.line;
import static org.gongkai.office.WrittenOffice.right;
import static org.gongkai.office.WrittenOffice.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.Taken;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.office.OfficeText.Part;
import org.gongkai.ingest.office.OfficeText.Table;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.table.TableKind;
import org.gongkai.office.WrittenOffice.Form;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same documents, notices and tables in every form of office files. */
class OfficeFormsTest {

    static final List<Part> LETTER = List.of(
            centred("东岚市人民政府办公室文件"),
            centred("东政办发〔2023〕17号"),
            centred("东岚市人民政府办公室"),
            centred("关于加强城市内涝防治工作的通知"),
            line("各区人民政府，市政府各部门、各直属机构："),
            line("为进一步加强城市内涝防治工作，保障人民群众生命财产安全，经市政府同意，现就有关事项通知如下，请结合实际认真贯彻落实。"),
            line("一、完善排水管网。各区要在汛期前完成排水管网的清淤和检查，并将结果于2023年5月31日前报市城市管理局。"),
            line("二、落实应急值守。各有关部门要严格执行24小时值班制度。"),
            right("东岚市人民政府办公室"),
            right("2023年4月18日"));

    @TempDir
    Path folder;

    /** With a mapping that says of all files what they hold. */
    static LegacyReader of(TableKind kind) throws IOException {
        return LegacyReader.standard()
                .withMapping(
                        Mapping.parse("mapping.yaml", "tables:\n  - files: \"**\"\n    kind: " + kind.code() + "\n"));
    }

    private static String place(Form form, String name, int paragraph) {
        boolean paged = form == Form.PDF || form == Form.OFD;
        return new Location(
                        name + '.' + form.name().toLowerCase(java.util.Locale.ROOT),
                        paged ? "page 1" : null,
                        paragraph,
                        null,
                        null)
                .toString();
    }

    private static Location bare(LedgerEntry entry) {
        Location at = entry.location();
        return new Location(at.source(), at.sheet(), at.row(), at.column(), null);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void anOfficialDocumentIsReadOffItsLayout(Form form) throws IOException {
        Taken taken = Taken.from(form.write(folder, "letter", LETTER));
        OfficialDocument document = taken.document();
        assertEquals("东岚市人民政府办公室关于加强城市内涝防治工作的通知", document.title());
        assertEquals("东政办发〔2023〕17号", String.valueOf(document.documentNumber()));
        assertEquals(LocalDate.of(2023, 4, 18), document.writtenOn());
        assertEquals("[东岚市人民政府办公室]", document.issuers().toString());
        assertEquals("[各区人民政府, 市政府各部门、各直属机构]", document.addressees().toString());
        assertEquals("通知", String.valueOf(document.documentKind()));
        String text = String.valueOf(document.body().text());
        assertEquals(
                LETTER.stream()
                        .map(each -> ((org.gongkai.ingest.office.OfficeText.Paragraph) each).text())
                        .collect(Collectors.joining("\n")),
                text);
        assertEquals(List.of(), taken.rules());
        assertEquals(place(form, "letter", 2), bare(taken.field("[正文:发文字号]")).toString());
        assertEquals(place(form, "letter", 10), bare(taken.field("[正文:成文日期]")).toString());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void standardsInRunningTextKeepTheParagraphOfEachValue(Form form) throws IOException {
        Taken taken = Taken.from(
                of(TableKind.ASSISTANCE_STANDARD),
                form.write(
                        folder,
                        "notice",
                        List.of(
                                centred("东岚市民政局 东岚市财政局"),
                                centred("关于提高2023年困难群众救助保障标准的通知"),
                                line("各区民政局、财政局："),
                                line("经市政府同意，现将困难群众救助保障标准调整如下，请遵照执行。"),
                                line("一、城市居民最低生活保障标准由每人每月980元提高到1030元。"),
                                line("二、农村居民最低生活保障标准由每人每月810元提高到860元。"),
                                line("以上标准自2023年7月1日起执行。"),
                                right("东岚市民政局"),
                                right("2023年6月20日"))));
        assertEquals(
                List.of("URBAN 1030 980 2023-07-01", "RURAL 860 810 2023-07-01"),
                taken.records.stream().map(OfficeFormsTest::standard).toList(),
                taken.rules().toString());
        LedgerEntry amount = taken.records.get(1).ledger().stream()
                .filter(each -> "/amount".equals(each.target()))
                .findFirst()
                .orElseThrow();
        assertTrue(bare(amount).toString().startsWith(place(form, "notice", 6)), amount.toString());
    }

    private static String standard(Mapped mapped) {
        AssistanceStandard each = (AssistanceStandard) mapped.record();
        return each.residence() + " " + each.amount() + " " + each.previousAmount() + " " + each.effectiveFrom();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void mergedCellsOfATableStandInEachRowTheyReachOver(Form form) throws IOException {
        Table merged = new Table(
                List.of(
                        List.of(cell("保障类别", 2, 1), cell("标准（元/人·月）", 1, 2), cell("执行时间", 2, 1)),
                        List.of(cell("城市", 1, 1), cell("农村", 1, 1)),
                        List.of(cell("最低生活保障", 1, 1), cell("1030", 1, 1), cell("860", 1, 1), cell("2023年7月1日", 2, 1)),
                        List.of(cell("特困人员基本生活", 1, 1), cell("1545", 1, 1), cell("1290", 1, 1))),
                0);
        Taken taken = Taken.from(form.write(folder, "standards", List.of(centred("2023年城乡居民最低生活保障标准"), merged)));
        assertEquals(
                List.of(
                        "URBAN 1030 null 2023-07-01",
                        "RURAL 860 null 2023-07-01",
                        "URBAN 1545 null 2023-07-01",
                        "RURAL 1290 null 2023-07-01"),
                taken.records.stream().map(OfficeFormsTest::standard).toList(),
                taken.rules() + " " + taken.rejections);
        assertEquals(List.of("source.kind.found"), taken.rules());
        Location last = taken.records.get(3).origin();
        assertEquals("table 1", last.sheet());
        assertEquals(4, last.row());
        assertEquals(3, last.column());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aLandNoticeIsReadLineByLine(Form form) throws IOException {
        Taken taken = Taken.from(
                of(TableKind.LAND),
                form.write(
                        folder,
                        "land",
                        List.of(
                                centred("东岚市人民政府"),
                                centred("征收土地公告"),
                                centred("东政征〔2023〕8号"),
                                line("批准机关：海东省人民政府"),
                                line("批准文号：海政土〔2023〕126号"),
                                line("批准时间：2023年3月6日"),
                                line("批准用途：城市建设用地"),
                                line("征收土地面积：共计3.6000公顷，其中耕地2.1000公顷。"),
                                right("东岚市人民政府"),
                                right("2023年3月20日"))));
        LandRequisitionProject project = (LandRequisitionProject) taken.only().record();
        assertEquals(
                "海政土〔2023〕126号",
                String.valueOf(project.approvalNumber()),
                taken.only().toString());
        assertTrue(
                taken.only().ledger().stream()
                        .filter(each -> each.fate() != FieldFate.DEFAULTED)
                        .anyMatch(each -> bare(each).toString().startsWith(place(form, "land", 5))),
                taken.only().ledger().toString());
    }

    /** A page break between a line and the next parts no sentence, and the rows behind it go on. */
    @ParameterizedTest
    @EnumSource(
            value = Form.class,
            names = {"PDF", "OFD"})
    void whatGoesOnOverPagesIsOne(Form form) throws IOException {
        List<Part> parts = new ArrayList<>(List.of(centred("关于印发东岚市城市内涝防治工作方案的通知")));
        for (int i = 1; i <= 12; i++) {
            parts.add(line("第" + i + "项工作由有关部门按照职责分工组织实施，并于每季度末将进展情况报送市城市管理局汇总，遇有重大险情随时报告，不得迟报、漏报和瞒报。"));
        }
        Taken taken = Taken.from(form.write(folder, "long", parts));
        String text = String.valueOf(taken.document().body().text());
        assertEquals(parts.size() - 1, text.lines().count(), "all but the title: " + text);
        assertTrue(text.contains("遇有重大险情随时报告，不得迟报、漏报和瞒报。\n第12项"), text);
        assertTrue(taken.only().ledger().stream()
                .anyMatch(each -> "— 1 —\n— 2 —".equals(each.value()) || "— 1 —".equals(each.value())));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyTextOfAFileIsInTheAccount(Form form) throws IOException {
        List<Part> parts = new ArrayList<>(LETTER);
        parts.add(table(new String[] {"责任单位", "任务"}, new String[] {"市水务局", "河道清淤"}, new String[] {"市应急局", "物资储备"}));
        Taken taken = Taken.from(form.write(folder, "letter", parts));
        String body = taken.document().body().text();
        for (String each : List.of("责任单位", "河道清淤", "市应急局", "物资储备", "24小时")) {
            assertTrue(body.contains(each), body);
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theSameFileIsReadTheSameTwice(Form form) throws IOException {
        Path file = form.write(folder, "letter", LETTER);
        assertEquals(Taken.from(file).records, Taken.from(file).records);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void anAmountOfALibraryRecordIsExact(Form form) throws IOException {
        Taken taken = Taken.from(form.write(
                folder,
                "exact",
                List.of(centred("2024年最低生活保障标准"), table(new String[] {"保障类别", "标准（元/人·年）", "执行时间"}, new String[] {
                    "农村最低生活保障", "10320.5", "2024年1月1日"
                }))));
        assertEquals(
                new BigDecimal("10320.5"), ((AssistanceStandard) taken.only().record()).amount());
    }
}
