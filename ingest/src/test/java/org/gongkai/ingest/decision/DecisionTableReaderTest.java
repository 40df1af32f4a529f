package org.gongkai.ingest.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.DecisionCatalogueBuilder;
import org.gongkai.core.decision.DecisionMaterial;
import org.gongkai.core.decision.DecisionMatter;
import org.gongkai.core.decision.MatterReference;
import org.gongkai.core.decision.Opinion;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.decision.PublicConsultationBuilder;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.table.TableReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTableReaderTest {

    private final DecisionTableReader reader = DecisionTableReader.standard();
    private final DecisionDefaults defaults = DecisionDefaults.none();

    @Test
    void whyMayStandBehindWhatBecameOfAnOpinion() throws IOException {
        PublicConsultation consultation =
                consultation(csv("意见和建议,采纳情况\n增加泊位,采纳，已在第五条修改\n取消收费,不予采纳（理由：与上位法不符）\n延长时间,部分\n两条,采纳；未采纳\n"));
        assertEquals(
                List.of("采纳 已在第五条修改", "未采纳 与上位法不符", "部分采纳 null", "采纳；未采纳 null"),
                consultation.opinions().stream()
                        .map(each -> each.adoption() + " " + each.reason())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"草案名称", "拟出台文件的标题"})
    void numbersOfSeveralDraftsAreNotAddedUp(String header) throws IOException {
        TableReading<DisclosureRecord> reading =
                csv(header + ",收到意见数,采纳数,未采纳数\n停车管理办法（草案）,12,12,0\n供热管理办法（草案）,8,5,3\n");
        assertEquals(
                List.of(12, 8),
                reading.records().stream()
                        .map(each -> ((PublicConsultation) each).received())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "征求意见起止时间\n停车办法,2024年4月1日至4月30日\n",
                "征求意见时间\n停车办法,2024.4.1-2024.4.30\n",
                "征集期限\n停车办法,自2024年4月1日起至30日止\n",
                "开始时间,截止时间\n停车办法,2024-04-01,2024-04-30\n"
            })
    void whenThePublicWasAskedIsReadFromLists(String rest) throws IOException {
        TableReading<DisclosureRecord> reading = csv("事项名称," + rest);
        PublicConsultation consultation = consultation(reading);
        assertEquals("2024-04-01", String.valueOf(consultation.openFrom()));
        assertEquals("2024-04-30", String.valueOf(consultation.openUntil()));
        assertEquals(List.of(), reading.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"自2024年4月1日起10个工作日", "2024年4月1日起30日", "2024-04-01起，为期十天"})
    void aNumberOfDaysGivesTheFirstDayAndIsToldForTheLast(String period) throws IOException {
        TableReading<DisclosureRecord> reading = csv("事项名称,起草单位,征求意见时间,意见数\n停车办法,区城管局,\"" + period + "\",3\n");
        PublicConsultation consultation = consultation(reading);
        assertEquals("2024-04-01", String.valueOf(consultation.openFrom()));
        assertNull(consultation.openUntil());
        assertEquals("区城管局", String.valueOf(consultation.body()));
        assertEquals(3, consultation.received());
        assertEquals(
                List.of("source.field.unreadable"),
                reading.problems().stream().map(SourceProblem::rule).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10个工作日", "2024年4月30日至4月1日", "2024-4-1-30", "4月1日至4月30日", "2024年2月1日至2月30日"})
    void aPeriodThatNobodyCanTellIsToldAndNotRead(String period) throws IOException {
        TableReading<DisclosureRecord> reading = csv("事项名称,征求意见期限,收到意见数\n停车办法," + period + ",3\n");
        assertNull(consultation(reading).openFrom());
        assertNull(consultation(reading).openUntil());
        assertEquals(1, reading.problems().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"法定程序", "需履行的步骤"})
    void listsOfProceduresAreReadWhateverStandsAboveThem(String header) throws IOException {
        DecisionCatalogue catalogue = catalogue(csv("序号,决策事项名称,承办单位," + header + "\n1,停车办法,区城管局,公众参与、合法性审查、集体讨论决定\n"));
        assertEquals(3, catalogue.matters().get(0).procedures().size());
    }

    @Test
    void aNameUnderALabelThatNobodyKnowsIsHiddenInTheLedger() throws IOException {
        TableReading<DisclosureRecord> reading = csv("序号,提议者,意见内容,是否采纳\n1,周文远,多建停车位,是\n");
        assertTrue(reading.ledger().stream()
                .noneMatch(each -> String.valueOf(each.value()).contains("周文远")));
        assertTrue(reading.ledger().stream()
                .anyMatch(each -> String.valueOf(each.value()).contains("周**")));
    }

    @Test
    void whoCountsWhatWasAdoptedAloneIsNotToldThatTheSumDiffers() throws IOException {
        assertEquals(List.of(), rules(csv("草案名称,收到意见数,采纳数\n停车办法,5,3\n")));
        assertEquals(List.of("source.table.totalDiffers"), rules(csv("草案名称,收到意见数,采纳数\n停车办法,3,5\n")));
    }

    @Test
    void twoRoundsOfOneMatterStayApart() throws IOException {
        assertEquals(
                2,
                csv("事项名称,征求意见时间,意见数\n停车办法,2024.4.1-2024.4.30,3\n停车办法,2024.6.1-2024.6.30,2\n")
                        .records()
                        .size());
    }

    @Test
    void numbersByWaysOfOneMatterAreAddedUp() throws IOException {
        TableReading<DisclosureRecord> reading = csv("意见来源,意见数,采纳情况,,\n,,采纳,部分采纳,不采纳\n网站,20,5,5,10\n信函,4,1,,3\n");
        PublicConsultation consultation = consultation(reading);
        assertEquals(
                List.of(24, 6, 5, 13),
                List.of(
                        consultation.received(),
                        consultation.adopted(),
                        consultation.partlyAdopted(),
                        consultation.rejected()));
        assertEquals(1, reading.lines().size());
    }

    @Test
    void theColumnsOfPublishedCataloguesAreKnown() throws IOException {
        for (String header : List.of(
                "序号,重大行政决策事项名称,承办单位,决策依据,决策程序,拟决策时间,实施计划",
                "序号,名称,承办单位,决策依据,决策程序,完成时限",
                "序号,责任单位,决策事项名称,决策依据,完成时限,决策程序",
                "序号,事项名称,承办单位,完成时限",
                "序号,决策事项,承办部门,决策时间,公众参与方式")) {
            TableReading<DisclosureRecord> reading = csv(header + "\n" + header.replaceAll("[^,]+", "甲") + "\n");
            assertEquals(
                    List.of(),
                    rules(reading).stream()
                            .filter(each -> !each.equals("source.field.unreadable"))
                            .toList());
            assertEquals(
                    List.of(),
                    reading.ledger().stream()
                            .filter(each -> each.fate() == FieldFate.UNMAPPED)
                            .toList(),
                    header);
        }
    }

    @Test
    void aTableOfMattersMakesOneCatalogue() throws IOException {
        TableReading<DisclosureRecord> reading = csv("""
                甲区2024年度重大行政决策事项目录,,,,,
                序号,决策事项名称,承办单位,决策依据,决策程序,完成时限
                1,停车收费方案,区发改局（牵头）、区住建局,《价格法》；《停车管理办法》,公众参与、合法性审核、集体讨论,第三季度
                2,养老服务规划,区民政局,《养老服务条例》,1.公众参与；2.专家论证,年底前
                """);
        DecisionCatalogue catalogue = catalogue(reading);
        assertEquals(2024, catalogue.year());
        DecisionMatter first = catalogue.matters().get(0);
        assertEquals(List.of(Agency.parse("区发改局"), Agency.parse("区住建局")), first.units());
        assertEquals(Agency.parse("区发改局"), first.lead());
        assertEquals(List.of("《价格法》", "《停车管理办法》"), first.legalBases());
        assertEquals("[公众参与, 合法性审查, 集体讨论决定]", first.procedures().toString());
        assertEquals("2024-09-30", String.valueOf(first.plannedTime().until()));
        assertEquals("年底前", catalogue.matters().get(1).plannedTime().text());
        assertEquals("[公众参与, 专家论证]", catalogue.matters().get(1).procedures().toString());
        assertEquals(List.of(), reading.problems());
        assertEquals("a.csv", reading.lines().get(0).origin().toString());
        assertEquals(1 * 6 + 2 * 6 + 1, reading.ledger().size());
    }

    @ParameterizedTest
    @CsvSource({
        "区住建局, 区住建局, 区住建局",
        "区住建局、区财政局, 区住建局|区财政局,",
        "区财政局、区住建局（牵头）, 区住建局|区财政局, 区住建局",
        "牵头单位：区住建局；配合单位：区财政局、区审计局, 区住建局|区财政局|区审计局, 区住建局"
    })
    void theUnitThatLeadsIsFoundAndNeverGuessed(String cell, String units, String answers) throws IOException {
        DecisionMatter matter = catalogue(csv("事项名称,承办单位,完成时限\n甲,\"" + cell + "\",年底前\n"))
                .matters()
                .get(0);
        assertEquals(
                units,
                String.join("|", matter.units().stream().map(Agency::text).toList()));
        assertEquals(answers, matter.answers() == null ? null : matter.answers().text());
    }

    @Test
    void whereOthersStandInAColumnOfTheirOwnTheResponsibleUnitLeads() throws IOException {
        DecisionMatter matter =
                catalogue(csv("事项名称,责任单位,配合单位\n甲,区住建局,区财政局\n")).matters().get(0);
        assertEquals(Agency.parse("区住建局"), matter.lead());
        assertEquals(2, matter.units().size());
    }

    @Test
    void proceduresInColumnsOfTheirOwnAreReadFromTheirMarks() {
        TableReading<DisclosureRecord> html = reader.readHtml("a.html", """
                <table><tr><th rowspan=2>序号</th><th rowspan=2>决策事项名称</th><th rowspan=2>责任单位</th>
                <th colspan=3>决策程序</th></tr>
                <tr><th>公众参与</th><th>专家论证</th><th>合法性审查</th></tr>
                <tr><td>1</td><td>甲</td><td>乙局</td><td>√</td><td>—</td><td>✓</td></tr></table>""", defaults);
        assertEquals(
                "[公众参与, 合法性审查]", catalogue(html).matters().get(0).procedures().toString());
        TableReading<DisclosureRecord> sheet = reader.readRows(
                Location.of("a.xlsx"),
                List.of(
                        List.of("序号", "决策事项名称", "责任单位", "决策程序", ""),
                        List.of("", "", "", "公众参与", "风险评估"),
                        List.of("1", "甲", "乙局", "√", "√")),
                defaults);
        assertEquals(
                "[公众参与, 风险评估]", catalogue(sheet).matters().get(0).procedures().toString());
        assertEquals(List.of(), html.problems());
        assertEquals(6, html.ledger().size());
    }

    @Test
    void aLinkIsAPublishedMaterialAndWordsSayWhyThereIsNone() {
        TableReading<DisclosureRecord> reading = reader.readHtml("a.html", """
                <table><tr><th>决策事项名称</th><th>承办单位</th><th>决策草案全文</th><th>草案说明</th><th>风险评估</th><th>决策结果</th>
                <th>专家论证</th></tr>
                <tr><td>甲</td><td>乙局</td><td><a href="files/1.html">停车方案（草案）</a></td><td><a href='x.html'>查看</a></td>
                <td>不适用（不影响稳定）</td><td>尚未公开</td><td>等等再说</td></tr></table>""", defaults);
        List<DecisionMaterial> materials = catalogue(reading).matters().get(0).materials();
        assertEquals(
                List.of(
                        "决策草案全文 停车方案（草案） files/1.html 已公开 null",
                        "草案说明 null x.html 已公开 null",
                        "风险评估 null null 不适用 不影响稳定",
                        "决策结果 null null 尚未公开 null"),
                materials.stream()
                        .map(each -> each.type() + " " + each.title() + " " + each.url() + " " + each.state() + " "
                                + each.reason())
                        .toList());
        assertEquals(List.of("source.field.unreadable"), rules(reading));
        assertEquals("等等再说", reading.problems().get(0).value());
    }

    @Test
    void aTableOfOpinionsMakesOneConsultationWhoseNumbersAreCounted() throws IOException {
        TableReading<DisclosureRecord> reading = csv("""
                序号,反馈人,意见内容,是否采纳,采纳理由
                1,朱**,多建停车位,是,
                2,李先生,降低收费,部分采纳,高峰时段除外
                3,某公司,建在公园内,否,不符合绿地规划
                """);
        PublicConsultation consultation = consultation(reading);
        assertEquals(
                List.of(3, 1, 1, 1),
                List.of(
                        consultation.received(),
                        consultation.adopted(),
                        consultation.partlyAdopted(),
                        consultation.rejected()));
        assertEquals(
                List.of("采纳", "部分采纳", "未采纳"),
                consultation.opinions().stream()
                        .map(each -> String.valueOf(each.adoption()))
                        .toList());
        assertEquals("不符合绿地规划", consultation.opinions().get(2).reason());
        assertEquals(List.of(), reading.problems());
        assertEquals(
                List.of("/received", "/adopted", "/partlyAdopted", "/rejected"),
                reading.ledger().stream()
                        .filter(each -> each.fate() == FieldFate.DEFAULTED)
                        .map(LedgerEntry::target)
                        .toList());
    }

    @Test
    void theNumbersOfTheNoticeAreKeptBesideTheTable() throws IOException {
        PublicConsultation stated = PublicConsultationBuilder.builder()
                .matter(new MatterReference(2024, "1", null))
                .received(5)
                .adopted(3)
                .rejected(2)
                .build();
        PublicConsultation consultation = consultation(reader.readCsv(
                "a.csv",
                new StringReader("意见内容,采纳情况\n甲,已采纳\n"),
                new DecisionDefaults(DecisionCatalogueBuilder.builder().build(), stated)));
        assertEquals(5, consultation.received());
        assertNull(consultation.partlyAdopted());
        assertEquals(stated.matter(), consultation.matter());
    }

    @Test
    void aTableThatNamesItsMattersMakesAConsultationEach() throws IOException {
        TableReading<DisclosureRecord> reading = csv("""
                决策事项,意见内容,是否采纳,条数
                停车方案,多建停车位,采纳,2条
                养老规划,加床位,采纳,
                停车方案,降低收费,不予采纳,1
                """);
        assertEquals(
                List.of("停车方案 3", "养老规划 1"),
                reading.records().stream()
                        .map(PublicConsultation.class::cast)
                        .map(each -> each.matter().name() + " " + each.received())
                        .toList());
    }

    @Test
    void aTableWithoutRowsIsAnAnswerOfNobody() throws IOException {
        PublicConsultation consultation = consultation(csv("序号,反馈人,意见内容,是否采纳,采纳理由\n"));
        assertEquals(0, consultation.received());
        assertEquals(0, consultation.rejected());
    }

    @Test
    void namesOfPersonsAreMaskedInTheRecordAndInTheLedgerAndReported() throws IOException {
        TableReading<DisclosureRecord> reading = csv("反馈人,意见内容,是否采纳,身份证号\n张三,电话13800000000,是,11010519491231002X\n");
        Opinion opinion = consultation(reading).opinions().get(0);
        assertEquals("张*", opinion.contributor());
        assertEquals(List.of("source.column.namesMasked", "source.column.personalData"), rules(reading));
        String ledger = reading.ledger().toString();
        assertFalse(ledger.contains("张三") || ledger.contains("13800000000") || ledger.contains("1949"), ledger);
        assertEquals(
                FieldFate.REPAIRED, entry(reading, "/opinions/0/contributor").fate());
    }

    @Test
    void fiveProceduresInACellAreReadUnderAnyOfTheirHeaders() throws IOException {
        for (String header : List.of("决策程序", "决策事项程序", "履行程序要求")) {
            DecisionMatter matter = catalogue(csv("序号,决策项目,申报单位,拟决策时间," + header
                            + "\n1,养老规划,区民政局,2025.12—2026.01,公众参与、专家论证、风险评估、合法性审查、集体决策\n"))
                    .matters()
                    .get(0);
            assertEquals(
                    "[公众参与, 专家论证, 风险评估, 合法性审查, 集体讨论决定]", matter.procedures().toString(), header);
            assertEquals(List.of(Agency.parse("区民政局")), matter.units());
            assertEquals("2026-01-31", String.valueOf(matter.plannedTime().until()));
        }
    }

    @Test
    void marksUnderTheNamesOfProceduresAreReadWithoutAHeaderAboveThem() throws IOException {
        DecisionCatalogue catalogue = catalogue(csv("""
                事项名称,承办科室,公众参与,专家论证,合法性审查,集体讨论
                养老规划,社会事务办公室,√,□,■,√
                停车方案,区住建局,√,,√,—
                """));
        assertEquals(
                List.of("[公众参与, 合法性审查, 集体讨论决定]", "[公众参与, 合法性审查]"),
                catalogue.matters().stream()
                        .map(each -> each.procedures().toString())
                        .toList());
        assertEquals(
                List.of(Agency.parse("社会事务办公室")), catalogue.matters().get(0).units());
    }

    /** The procedures of two matters by the marks under four names, and how many marks are told as unread. */
    private String marked(String one, String two, String note) throws IOException {
        TableReading<DisclosureRecord> reading =
                csv("事项名称,承办单位,公众参与,专家论证,风险评估,合法性审查\n甲,区住建局," + one + "\n乙,区民政局," + two + "\n" + note);
        return catalogue(reading).matters().stream()
                        .map(each -> each.procedures().toString())
                        .collect(Collectors.joining(" "))
                + ' '
                + rules(reading).size();
    }

    @Test
    void aRingIsReadByWhatElseStandsInTheColumnsOfMarks() throws IOException {
        String both = "[公众参与, 合法性审查] [公众参与, 专家论证] 0";
        assertEquals(both, marked("○,,,○", "○,○,,", ""));
        assertEquals(both, marked("◎,—,,◎", "◎,◎,/,", ""));
        assertEquals(both, marked("○,×,×,○", "○,○,×,×", ""));
        assertEquals(both, marked("●,○,○,●", "●,●,○,○", ""));
        assertEquals(both, marked("■,□,□,■", "■,■,,□", ""));
        assertEquals(both, marked("▲,,,▲", "▲,▲,,", ""));
        assertEquals(both, marked("Y,N,N,Y", "Y,Y,N,N", ""));
        assertEquals(both, marked("有,无,无,有", "有,有,无,无", ""));
        assertEquals(both, marked("t,,,t", "t,t,,", ""));
    }

    @Test
    void aMarkThatMaySayEitherIsToldAndNotRead() throws IOException {
        assertEquals("[公众参与, 合法性审查] [公众参与] 2", marked("√,○,×,√", "√,×,○,×", ""));
        assertEquals("[公众参与, 合法性审查] [公众参与] 2", marked("●,○,,●", "●,,○,", ""));
        assertEquals("[] [] 4", marked("□,,,□", "□,□,,", ""));
        assertEquals("[] [] 4", marked("口,t,,", "t,,口,", ""));
    }

    @Test
    void aLegendHasTheLastWordOnMarks() throws IOException {
        assertEquals("[公众参与, 专家论证] [公众参与, 风险评估] 0", marked("●,○,,", "●,,○,", "注：●表示已履行；○表示需履行,,,,,"));
        assertEquals("[公众参与] [公众参与] 2", marked("●,○,,", "●,,○,", "注：●为必须履行，○为可选,,,,,"));
        assertEquals("[公众参与] [公众参与] 0", marked("√,○,,", "√,,○,", "注：○代表不需要,,,,,"));
    }

    @Test
    void numbersOfOpinionsInColumnsOfTheirOwnAreReadAndNobodyIsAccused() throws IOException {
        for (String header :
                List.of("意见建议概述,收到条数,采纳数,未采纳数,说明", "意见建议,收到意见数（条）,其中：采纳数,未采纳数（条）,处理说明", "主要意见建议,收到数,采纳条数,不采纳条数,理由说明")) {
            TableReading<DisclosureRecord> reading = csv(header + "\n增加泊位,12,10,2,已列入\n取消收费,30,0,30,与规定不符\n");
            PublicConsultation consultation = consultation(reading);
            assertEquals(
                    "42 10 32",
                    consultation.received() + " " + consultation.adopted() + " " + consultation.rejected(),
                    header);
            assertEquals(List.of(), rules(reading), header);
        }
    }

    @Test
    void valuesThatAreCalledLikeLabelsMakeNoFormBelowAHeader() throws IOException {
        TableReading<DisclosureRecord> reading = csv("意见建议概述,收到条数,处理结果,说明\n增加泊位,12,采纳,已列入\n取消收费,30,不予采纳,与规定不符\n");
        PublicConsultation consultation = consultation(reading);
        assertEquals(2, consultation.opinions().size());
        assertEquals(30, consultation.opinions().get(1).count());
        assertEquals("与规定不符", consultation.opinions().get(1).reason());
    }

    @Test
    void aLabelBelowAnotherThatSaysSomethingWithItIsAHeader() throws IOException {
        DecisionCatalogue catalogue = catalogue(csv("事项名称,承办单位,计划,备注\n,,时间,\n甲,区住建局,2024年6月,\n"));
        assertEquals(1, catalogue.matters().size());
        assertEquals(
                "2024-06-30",
                String.valueOf(catalogue.matters().get(0).plannedTime().until()));
    }

    @Test
    void stepsThatAreToldInWordsAreKeptInTheirWords() {
        TableReading<DisclosureRecord> reading = reader.readHtml("a.html", """
                <table><tr><th>事项名称</th><th>承办单位</th><th>意见采纳情况</th><th>合法性审查</th><th>集体讨论</th></tr>
                <tr><td>甲</td><td>乙局</td><td><a href="fk.html">查看</a></td><td>已审查</td>
                <td>区政府第7次常务会议</td></tr></table>""", defaults);
        assertEquals(
                List.of("公众意见收集和采纳情况 null fk.html 已公开", "合法性审查 已审查 null 尚未公开", "集体讨论决定 区政府第7次常务会议 null 尚未公开"),
                catalogue(reading).matters().get(0).materials().stream()
                        .map(each -> each.type() + " " + each.title() + " " + each.url() + " " + each.state())
                        .toList());
        assertEquals(List.of(), reading.problems());
    }

    @Test
    void whetherAHearingIsNeededIsKeptInTheNote() throws IOException {
        DecisionMatter matter =
                catalogue(csv("决策事项名称,承办单位,是否需听证,备注\n甲,乙局,否,分两年实施\n")).matters().get(0);
        assertEquals("是否需听证：否；分两年实施", matter.note());
    }

    @Test
    void aUnitThatIsMergedOverSeveralMattersHoldsForEach() throws IOException {
        DecisionCatalogue catalogue = catalogue(csv("责任单位,事项名称,完成时限\n区住建局,停车方案,6月底前\n,绿道方案,年底前\n"));
        assertEquals(2, catalogue.matters().size());
        assertEquals(List.of(Agency.parse("区住建局")), catalogue.matters().get(1).units());
    }

    @Test
    void aHeaderPrintedTwiceByMistakeIsReadByWhatStandsBelow() throws IOException {
        DecisionMatter matter =
                catalogue(csv("序号,事项名称,事项名称,完成时限\n1,停车方案,区住建局,年底前\n")).matters().get(0);
        assertEquals("停车方案", matter.name());
        assertEquals(List.of(Agency.parse("区住建局")), matter.units());
    }

    @ParameterizedTest
    @ValueSource(strings = {"公示期内未收到反馈意见", "征求意见期间未收到任何意见建议。", "未收到公众意见", "本次公开征求意见期间，没有收到任何单位和个人的意见和建议"})
    void aRowThatNothingCameIsNoOpinion(String text) throws IOException {
        TableReading<DisclosureRecord> reading = csv("序号,反馈人,意见内容,是否采纳,采纳理由\n1,无,\"" + text + "\",/,——\n");
        assertEquals(0, consultation(reading).received());
        assertEquals(List.of(), consultation(reading).opinions());
        assertEquals(List.of(), reading.problems());
    }

    @Test
    void anOpinionAboutWhatWasNotReceivedIsOne() throws IOException {
        assertEquals(
                1,
                consultation(csv("序号,反馈人,意见内容,是否采纳,采纳理由\n1,王某,居民未收到停车方案的意见征集通知,采纳,\n"))
                        .received());
    }

    @ParameterizedTest
    @ValueSource(strings = {"调整情况,删除", "状态,已取消", "备注,不再实施", "进展情况,已终止"})
    void aDroppedMatterIsTold(String column) throws IOException {
        String[] parts = column.split(",");
        TableReading<DisclosureRecord> reading =
                csv("事项名称,承办单位,完成时限," + parts[0] + "\n停车方案,区住建局,2024年6月," + parts[1] + "\n养老规划,区民政局,2024年9月,\n");
        assertTrue(
                reading.problems().stream().anyMatch(each -> parts[1].equals(each.value())),
                () -> reading.problems().toString());
    }

    @Test
    void whoHadNoOpinionIsNotCounted() throws IOException {
        TableReading<DisclosureRecord> reading = csv("""
                意见采纳情况表,,,
                意见来源,意见和建议,采纳情况,理由及说明
                区财政局,补充资金来源,采纳,/
                区审计局,取消收费,不采纳,不符合规定
                区发改局,无意见,/,
                """);
        PublicConsultation consultation = consultation(reading);
        assertEquals(2, consultation.received());
        assertEquals("区财政局", consultation.opinions().get(0).contributor());
        assertNull(consultation.opinions().get(0).reason());
        assertEquals("不符合规定", consultation.opinions().get(1).reason());
        assertEquals(List.of(), reading.problems());
        assertTrue(reading.ledger().stream().anyMatch(each -> each.reasons().contains("no-opinion")));
    }

    @Test
    void groupsOfOpinionsCountAsManyTimesAndTheirSumIsTheNumberReceived() throws IOException {
        String rows = "主要意见,条数,采纳情况,不予采纳的理由\n增加车位,12,已采纳,\n取消收费,30条,不予采纳,政府定价\n合计,%s,,\n";
        PublicConsultation consultation = consultation(csv(String.format(rows, "42")));
        assertEquals(
                List.of(42, 12, 0, 30),
                List.of(
                        consultation.received(),
                        consultation.adopted(),
                        consultation.partlyAdopted(),
                        consultation.rejected()));
        // A sum that does not fit its lines is kept, so that the rules can tell of it.
        assertEquals(50, consultation(csv(String.format(rows, "50"))).received());
    }

    @Test
    void columnsThatCountTheOutcomesMakeAGroupOfOpinionsEach() throws IOException {
        PublicConsultation consultation =
                consultation(csv("序号,意见内容,采纳数,部分采纳数,未采纳数,未采纳理由\n1,增加车位,10,2,0,需分期实施\n2,取消收费,0,/,5,政府定价\n"));
        assertEquals(
                List.of("增加车位 10 采纳 null", "增加车位 2 部分采纳 需分期实施", "取消收费 5 未采纳 政府定价"),
                consultation.opinions().stream()
                        .map(each -> each.text() + ' ' + each.count() + ' ' + each.adoption() + ' ' + each.reason())
                        .toList());
        assertEquals(
                List.of(17, 10, 2, 5),
                List.of(
                        consultation.received(),
                        consultation.adopted(),
                        consultation.partlyAdopted(),
                        consultation.rejected()));
    }

    @Test
    void outcomesThatAreMarkedAreReadAndTwoMarksAreTold() throws IOException {
        TableReading<DisclosureRecord> reading = csv("意见内容,采纳,不采纳,理由\n增加车位,√,,\n取消收费,,√,政府定价\n再议,√,√,\n");
        assertEquals(
                List.of("采纳", "未采纳", "null"),
                consultation(reading).opinions().stream()
                        .map(each -> String.valueOf(each.adoption()))
                        .toList());
        assertEquals(
                List.of("source.field.unreadable"),
                reading.problems().stream().map(SourceProblem::rule).toList());
    }

    @Test
    void numbersAloneMakeAConsultationOfEachMatter() throws IOException {
        TableReading<DisclosureRecord> reading = csv("征求意见事项,收到意见数,采纳数,未采纳数,未采纳理由\n停车办法,50,30,20,政府定价\n绿道方案,10,8,1,\n");
        assertEquals(
                List.of("停车办法 50 30 20 政府定价", "绿道方案 10 8 1 null"),
                reading.records().stream()
                        .map(PublicConsultation.class::cast)
                        .map(each -> each.matter().name()
                                + ' '
                                + each.received()
                                + ' '
                                + each.adopted()
                                + ' '
                                + each.rejected()
                                + ' '
                                + each.rejectionReasons())
                        .toList());
        assertEquals(
                List.of("a.csv:3"),
                reading.problems().stream()
                        .filter(each -> each.rule().equals("source.table.totalDiffers"))
                        .map(each -> each.location().toString())
                        .toList());
    }

    @Test
    void aSumOfOutcomesThatItsRowsDoNotComeToIsTold() throws IOException {
        TableReading<DisclosureRecord> reading = csv("意见内容,采纳数,未采纳数,理由\n增加车位,10,2,分期\n合计,11,2,\n");
        assertEquals(
                List.of("11 10"),
                reading.problems().stream()
                        .map(each -> each.value() + ' ' + each.expected())
                        .toList());
    }

    @Test
    void aUnitBelowTheLabelOfAGroupIsReadWithIt() throws IOException {
        DecisionMatter matter = catalogue(csv("序号,事项名称,责任单位,,完成时限\n,,牵头,配合,\n1,停车方案,区住建局,区财政局,2025年Q2\n"))
                .matters()
                .get(0);
        assertEquals("[区住建局, 区财政局]", matter.units().toString());
        assertEquals("区住建局", matter.lead().text());
        assertEquals(LocalDate.of(2025, 6, 30), matter.plannedTime().until());
    }

    @Test
    void aHeaderOfTheMappingThatIsNoneOfTheTableIsSaid() throws IOException {
        DecisionTableReader mapped = reader.withHeaders(Map.of("谁办", "units", "大事项", "name"));
        TableReading<DisclosureRecord> reading =
                mapped.readCsv("a.csv", new StringReader("序号,大事项,谁 办（单位）\n1,停车方案,区住建局\n"), defaults);
        assertEquals(List.of(), rules(reading));
        TableReading<DisclosureRecord> unfit =
                mapped.readCsv("a.csv", new StringReader("序号,事项名称,谁办\n1,停车方案,区住建局\n"), defaults);
        assertEquals(List.of("source.column.headerUnfit"), rules(unfit));
        assertEquals("大事项", unfit.problems().get(0).value());
        assertEquals("序号、事项名称、谁办", unfit.problems().get(0).expected());
        assertEquals(1, catalogue(unfit).matters().size());
    }

    @Test
    void anotherTableIsReportedAndLeft() {
        TableReading<DisclosureRecord> reading =
                reader.readHtml("a.html", "<table><tr><td>导航</td><td>首页</td></tr></table>", defaults);
        assertEquals(List.of(), reading.records());
        assertEquals(List.of("source.table.unrecognized"), rules(reading));
    }

    @Test
    void aHeaderThatIsPrintedAgainIsNoMatter() throws IOException {
        TableReading<DisclosureRecord> reading = csv("序号,事项名称,承办单位\n1,甲,乙局\n序号,事项名称,承办单位\n2,丙,丁局\n");
        assertEquals(2, catalogue(reading).matters().size());
        assertEquals(List.of("repeated-header"), reading.ledger().get(3).reasons());
    }

    @Test
    void theUsersOwnLabelsReplaceTheShippedOnes() throws IOException {
        DecisionTableReader own = DecisionTableReader.of(
                new StringReader("how,label,meaning\nis,大事,name\nis,谁办,units\nis,草稿,material:决策草案全文\n"));
        DecisionMatter matter = catalogue(own.readCsv(
                        "a.csv", new StringReader("大事,谁办,草稿\n甲,乙局,https://www.example.gov.cn/1.html\n"), defaults))
                .matters()
                .get(0);
        assertEquals("甲", matter.name());
        assertEquals(
                "https://www.example.gov.cn/1.html", matter.materials().get(0).url());
        for (String bad : List.of("is,大事,weather", "is,大事,material:天气", "like,大事,name")) {
            IOException e = assertThrows(
                    IOException.class,
                    () -> DecisionTableReader.of(new StringReader("how,label,meaning\n" + bad + "\n")));
            assertTrue(String.valueOf(e.getMessage()).startsWith("line 2"), e.getMessage());
        }
    }

    @Test
    void theDefaultsOfAMappingFileAreReadAndAccountedFor() throws IOException {
        DecisionDefaults given = reader.defaults(Map.of(
                "body", "甲局",
                "year", "2024",
                "matter.name", "停车方案",
                "ways", "公开征求意见、听证会",
                "openFrom", "2024年3月1日",
                "received", "3",
                "documentNumber", "甲政发[2024]3号"));
        TableReading<DisclosureRecord> opinions = reader.readCsv("a.csv", new StringReader("意见内容,是否采纳\n甲,是\n"), given);
        PublicConsultation consultation = consultation(opinions);
        assertEquals(new MatterReference(2024, null, "停车方案"), consultation.matter());
        assertEquals("2024-03-01", String.valueOf(consultation.openFrom()));
        assertEquals(2, consultation.ways().size());
        assertEquals(3, consultation.received());
        assertEquals(List.of("constant"), entry(opinions, "/openFrom").reasons());
        DecisionCatalogue catalogue = catalogue(reader.readCsv("a.csv", new StringReader("事项名称,承办单位\n甲,乙局\n"), given));
        assertEquals("甲政发〔2024〕3号", String.valueOf(catalogue.documentNumber()));
        assertEquals(2024, catalogue.year());
        for (Map<String, String> bad : List.of(
                Map.of("year", "soon"),
                Map.of("openFrom", "morgen"),
                Map.of("received", "-1"),
                Map.of("yaer", "2024"))) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> reader.defaults(bad));
            assertEquals(bad.keySet().iterator().next(), e.getMessage());
        }
        for (String each : reader.defaultNames()) {
            String text =
                    each.endsWith("On") || each.startsWith("open") ? "2024-01-01" : each.equals("year") ? "2024" : "1";
            assertEquals(
                    DecisionDefaults.class, reader.defaults(Map.of(each, text)).getClass(), each);
        }
    }

    @Property(tries = 100)
    void everyCellBelowTheHeaderIsAccountedForOnce(@ForAll("rows") List<List<String>> rows, @ForAll boolean opinions) {
        List<List<String>> table = new ArrayList<>();
        table.add(
                opinions
                        ? List.of("序号", "反馈人", "意见内容", "是否采纳", "条数", "其他")
                        : List.of("序号", "事项名称", "承办单位", "完成时限", "决策草案全文", "其他"));
        table.addAll(rows);
        TableReading<DisclosureRecord> reading = reader.readRows(Location.of("a.xlsx"), table, defaults);
        long cells = rows.stream().mapToInt(List::size).sum();
        assertEquals(
                cells,
                reading.ledger().stream()
                        .filter(each -> each.fate() != FieldFate.DEFAULTED)
                        .count());
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cell = Arbitraries.of(
                "",
                " ",
                "1",
                "甲局",
                "无",
                "—",
                "张三",
                "年底前",
                "√",
                "是",
                "不适用（无）",
                "https://a.cn/1",
                "序号",
                "13800000000",
                "、；");
        // No wider than the header: labels that stand beside it alone would belong to it.
        return cell.list().ofMinSize(1).ofMaxSize(6).list().ofMinSize(1).ofMaxSize(8);
    }

    private TableReading<DisclosureRecord> csv(String text) throws IOException {
        return reader.readCsv("a.csv", new StringReader(text), defaults);
    }

    private static DecisionCatalogue catalogue(TableReading<DisclosureRecord> reading) {
        return (DecisionCatalogue) reading.records().get(0);
    }

    private static PublicConsultation consultation(TableReading<DisclosureRecord> reading) {
        return (PublicConsultation) reading.records().get(0);
    }

    private static List<String> rules(TableReading<DisclosureRecord> reading) {
        return reading.problems().stream().map(SourceProblem::rule).toList();
    }

    private static LedgerEntry entry(TableReading<DisclosureRecord> reading, String target) {
        return reading.ledger().stream()
                .filter(each -> target.equals(each.target()))
                .findFirst()
                .orElseThrow();
    }
}
