package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.mapping.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page says in sentences beside a table is said of the records of the table. */
class TextBesideTablesTest {

    private static final String PARCELS = "<table><tr><th>镇</th><th>村</th><th>面积（公顷）</th></tr>"
            + "<tr><td>东河镇</td><td>上村</td><td>1.5</td></tr><tr><td>东河镇</td><td>下村</td><td>2.0</td></tr></table>";

    @TempDir
    Path folder;

    private Taken read(String kind, String title, String before, String table, String after) throws IOException {
        String page = "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><div>" + before
                + table + after + "</div></body></html>";
        Taken.write(folder, "page.html", page.getBytes(StandardCharsets.UTF_8));
        Mapping mapping = Mapping.parse("m.yaml", "tables:\n  - files: \"**\"\n    kind: " + kind + "\n");
        return Taken.from(LegacyReader.standard().withMapping(mapping), folder);
    }

    private static LandRequisitionProject project(Taken taken) {
        return (LandRequisitionProject) taken.only().record();
    }

    @Test
    void aLandPageGivesItsTableWhatItsTextSays() throws IOException {
        Taken taken = read(
                "land",
                "甲县人民政府征地补偿安置公告",
                "<p>经丙省人民政府批准，批准文号：丙政土字〔2025〕12号，批准时间：2025年4月8日。</p><p>征收土地总面积3.5公顷。</p>",
                PARCELS,
                "<p>公告期限：2025年5月6日至2025年6月5日。</p><p>安置途径：货币补偿、社会保障。</p><p>甲县人民政府</p>");
        LandRequisitionProject project = project(taken);
        assertEquals(2, project.parcels().size());
        assertEquals("3.5公顷", String.valueOf(project.totalArea()));
        assertEquals("丙政土字〔2025〕12号", String.valueOf(project.approvalNumber()));
        assertEquals("丙省人民政府", String.valueOf(project.approvingAuthority()));
        assertEquals(List.of("货币补偿", "社会保障"), project.resettlement());
        assertEquals("2025-06-05", String.valueOf(project.stages().get(1).endedOn()));
        assertEquals(List.of(), LedgerTruthTest.untrue(taken.only()));
    }

    @Test
    void anAreaOfTheTextThatTheTableContradictsIsToldAndTheTableHolds() throws IOException {
        String table = PARCELS.replace("</table>", "<tr><td>合计</td><td></td><td>3.5</td></tr></table>");
        Taken taken = read("land", "征收土地公告", "<p>征收土地总面积：4.5公顷。</p>", table, "");
        SourceProblem told = taken.problems.stream()
                .filter(each -> each.rule().equals("source.text.differs"))
                .findFirst()
                .orElseThrow();
        assertEquals("4.5公顷", told.value());
        assertEquals("3.5公顷", told.expected());
        assertEquals("3.5公顷", String.valueOf(project(taken).totalArea()));
    }

    @Test
    void theDayInTheLastCellOfATableSignsNoNotice() throws IOException {
        String table = "<table><tr><th>项目</th><th>城乡</th><th>标准（元/人·月）</th><th>执行日期</th></tr>"
                + "<tr><td>低保</td><td>城市</td><td>900</td><td>2022-04-18</td></tr>"
                + "<tr><td>低保</td><td>农村</td><td>700</td><td>2021年2月2日</td></tr></table>";
        Taken taken = read("assistance-standard", "甲县困难群众救助标准公布", "", table, "");
        assertEquals(2, taken.records.size());
        taken.records.forEach(each -> assertEquals(null, ((AssistanceStandard) each.record()).issuedOn()));
    }

    @Test
    void anAreaInTheOtherUnitIsNoContradiction() throws IOException {
        String table = PARCELS.replace("</table>", "<tr><td>合计</td><td></td><td>3.5</td></tr></table>");
        Taken taken = read("land", "征收土地公告", "<p>征收土地总面积：52.5亩。</p>", table, "");
        assertTrue(taken.problems.stream().noneMatch(each -> each.rule().equals("source.text.differs")));
    }

    @Test
    void whatATextSaysOfOneOfSeveralProjectsIsToldAndGivenToNone() throws IOException {
        String table = "<table><tr><th>项目名称</th><th>面积（公顷）</th></tr>"
                + "<tr><td>甲小学建设项目</td><td>1.5</td></tr><tr><td>乙中学建设项目</td><td>2.0</td></tr></table>";
        Taken taken = read("land", "征收土地公告", "", table, "<p>公告期限：2025年5月6日至2025年6月5日。</p>");
        assertEquals(2, taken.records.size());
        assertTrue(taken.problems.stream()
                .anyMatch(each -> each.rule().equals("source.text.unread")
                        && String.valueOf(each.value()).contains("公告期限")));
    }

    @Test
    void aStandardThatStandsInTheTextAloneIsALineOfItsOwn() throws IOException {
        Taken taken = read(
                "assistance-standard",
                "甲县民政局关于调整2025年社会救助标准的通知",
                "<p>从2025年7月1日起调整如下。</p>",
                "<table><tr><th>项目</th><th>城市</th><th>农村</th></tr>"
                        + "<tr><td>最低生活保障标准（元/人·月）</td><td>900</td><td>700</td></tr></table>",
                "<p>城市低保标准由每人每月860元提高到900元。农村低保标准提高到每人每月720元。特困人员基本生活标准提高到每人每月1200元。</p>" + "<p>临时救助按城市低保标准的3倍执行。</p>");
        List<AssistanceStandard> lines = taken.records.stream()
                .map(each -> (AssistanceStandard) each.record())
                .toList();
        assertEquals(
                List.of("900", "700", "1200"),
                lines.stream().map(each -> String.valueOf(each.amount())).toList());
        assertEquals("860", String.valueOf(lines.get(0).previousAmount()));
        assertEquals(
                List.of("720元 | 700"),
                taken.problems.stream()
                        .filter(each -> each.rule().equals("source.text.differs"))
                        .map(each -> each.value() + " | " + each.expected())
                        .toList());
        assertTrue(taken.nobodys.stream()
                .anyMatch(each -> each.fate() == FieldFate.UNMAPPED
                        && String.valueOf(each.value()).contains("3倍")));
    }

    @Test
    void theCountsAboveAListOfOpinionsAreThoseOfItsConsultation() throws IOException {
        Taken taken = read(
                "decision",
                "关于《甲县绿化办法（草案）》意见采纳情况的反馈",
                "<p>2025年3月1日至2025年3月31日公开征求意见，共收到意见2条，采纳1条，未采纳1条。</p>",
                "<table><tr><th>序号</th><th>意见内容</th><th>采纳情况</th><th>理由</th></tr>"
                        + "<tr><td>1</td><td>增加树种</td><td>采纳</td><td></td></tr>"
                        + "<tr><td>2</td><td>取消罚款</td><td>未采纳</td><td>上位法已有规定</td></tr></table>",
                "<p>甲县园林局</p>");
        PublicConsultation consultation = (PublicConsultation) taken.only().record();
        assertEquals(2, consultation.opinions().size());
        assertEquals(2, consultation.received());
        assertEquals("2025-03-31", String.valueOf(consultation.openUntil()));
        assertEquals("甲县绿化办法（草案）", consultation.title());
    }
}
