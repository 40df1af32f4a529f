package org.gongkai.ingest.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.land.CompensationRegistration;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.RequisitionItem;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.NoticePassages;
import org.gongkai.ingest.notice.NoticeReading;
import org.gongkai.ingest.notice.NoticeText;
import org.junit.jupiter.api.Test;

/** Projects of land requisition in the running text of notices. */
class LandNoticeTest {

    private static final LandTableReader READER = LandTableReader.standard();

    private static NoticeReading<DisclosureRecord> read(String text) {
        return READER.readText(NoticeText.of(Location.of("notice.txt"), text), LandDefaults.collectiveLand());
    }

    private static LandRequisitionProject project(String text) {
        return (LandRequisitionProject) read(text).records().get(0).record();
    }

    @Test
    void composedNoticesAreReadAsAPersonReadsThem() throws Exception {
        NoticePassages.check("land/notices", LandNoticeTest::read);
    }

    @Test
    void everyValueStandsAtThePlaceThatTheLedgerSays() throws Exception {
        assertTrue(NoticePassages.traced("land/notices", LandNoticeTest::read) > 40);
    }

    @Test
    void partsOfTheLandAndLandOfTheStateAreNoTotal() {
        LandRequisitionProject project = project("拟征收土地公告。\n土地面积为2.5公顷，其中甲村1.5公顷、乙村1.0公顷。使用国有土地3.0公顷，合计征收(使用)土地5.5公顷。");
        assertEquals("2.5公顷", String.valueOf(project.totalArea()));
        assertEquals(List.of(), project.landClasses());
    }

    @Test
    void ofAreasOfVillagesNoSumIsMade() {
        assertTrue(read("同意征收甲镇乙村旱地0.0410公顷、未利用地0.0930公顷；丙镇丁村旱地0.0612公顷。")
                .records()
                .isEmpty());
    }

    @Test
    void otherAgriculturalLandIsNoAgriculturalLand() {
        LandRequisitionProject project = project("征收土地公告\n土地面积1.2公顷，其中农用地1.0公顷（其他农用地0.3公顷），建设用地0.2公顷。");
        assertEquals(
                "[农用地, 其他农用地, 建设用地]",
                project.landClasses().stream()
                        .map(each -> String.valueOf(each.landClass()))
                        .toList()
                        .toString());
    }

    @Test
    void theNumberOfTheNoticeAndTheDayBelowItAreNoApproval() {
        LandRequisitionProject project = project("甲县人民政府征收土地预公告\n甲征预公告〔2025〕4号\n拟征收土地面积：1.2公顷。\n甲县人民政府\n2025年4月20日");
        assertNull(project.approvalNumber());
        assertNull(project.approvedOn());
        assertEquals("甲县人民政府", String.valueOf(project.implementer()));
    }

    @Test
    void theNoticeItselfIsAnItemOfItsProject() {
        RequisitionItem item = project("甲县人民政府征收土地预公告\n甲征预公告〔2025〕4号\n公告期限：2025年4月7日至4月21日")
                .items()
                .get(0);
        assertEquals("pre-announcement", item.item());
        assertEquals("甲征预公告〔2025〕4号", String.valueOf(item.noticeNumber()));
        assertEquals("2025-04-21", String.valueOf(item.postedUntil()));
    }

    @Test
    void twoNumbersOfTheApprovalAreToldAndNeitherIsTaken() {
        String text = "征收土地公告\n批准文号：甲政土字〔2024〕1号\n批准文号：甲政土字〔2024〕2号\n征收面积：1公顷";
        assertNull(project(text).approvalNumber());
        assertEquals("甲政土字〔2024〕1号 | 甲政土字〔2024〕2号", read(text).problems().get(0).expected());
    }

    @Test
    void aTextOnTakingLandThatNamesNothingSaysWhyNoProjectWasMade() {
        NoticeReading<DisclosureRecord> reading = read("拟征收土地的有关情况将另行公告。");
        assertEquals(
                "source.text.noProject", Objects.requireNonNull(reading.why()).rule());
        assertEquals("拟征收", reading.why().value());
        assertNull(read("全区安全生产会议召开。").why());
    }

    @Test
    void aNoticeThatTakesBackAnotherMakesNoProject() {
        for (String each :
                List.of("关于撤销征收土地预公告的公告\n原拟征收甲镇乙村集体土地3.2公顷，不再征收。", "公告\n甲县人民政府决定终止2026年2月发布的征收土地预公告，拟征收面积1.5公顷。")) {
            assertEquals(List.of(), read(each).records());
            assertEquals("source.text.withdrawal", read(each).problems().get(0).rule());
        }
        assertEquals(1, read("征收土地预公告\n拟征收面积1.5公顷。原预公告同时废止。").records().size());
    }

    @Test
    void thePlanOfCompensationForLandToBeTakenIsNoFirstNotice() {
        LandRequisitionProject project = project("拟征收土地补偿安置方案公告\n征收面积：1.5公顷\n公告期限：2026年5月6日至2026年6月5日");
        assertEquals("compensation-notice", project.items().get(0).item());
    }

    @Test
    void aNumberBehindAPersonIsTheTelephoneAndTheNameStaysOut() {
        LandRequisitionProject project = project("征收土地预公告\n征收面积：1.5公顷\n联系人：王某 0535-1234567");
        assertEquals("0535-1234567", Objects.requireNonNull(project.contact()).telephone());
        assertNull(project.contact().office());
    }

    @Test
    void twoLabelsMayShareWhatStandsBehindThem() {
        LandRequisitionProject project = project("征收土地公告\n批准文号和批准日期：甲政土〔2026〕8号，2026年5月6日\n拟征地位置、面积：甲县乙镇丙村，1.88公顷");
        assertEquals("2026-05-06", String.valueOf(project.approvedOn()));
        assertEquals("1.88公顷", String.valueOf(project.totalArea()));
        assertEquals("甲县乙镇丙村", project.parcels().get(0).location());
    }

    @Test
    void whatTwoLabelsShareIsNotTheWholeNameAndIsTold() {
        NoticeReading<DisclosureRecord> read = read("征收土地预公告\n项目名称及用途：甲县污水厂项目，公用设施用地\n征收面积：2公顷");
        LandRequisitionProject project =
                (LandRequisitionProject) read.records().get(0).record();
        assertNull(project.name());
        assertNull(project.use());
        assertEquals("source.text.unread", read.problems().get(0).rule());
    }

    @Test
    void aUseMayBeSaidInAClause() {
        LandRequisitionProject project = project("征收土地预公告\n拟征收甲县乙镇丙村集体土地0.6180公顷，用途为城镇道路用地，涉及12户。");
        assertEquals("城镇道路用地", project.use());
    }

    @Test
    void classesOfTheNationalListStandInBracketsBehindTheTotal() {
        LandRequisitionProject project = project("征收土地公告\n面积：0.7642公顷（水浇地0.5公顷、其他草地0.2642公顷）");
        assertEquals(
                List.of("水浇地 0.5公顷", "其他草地 0.2642公顷"),
                project.landClasses().stream()
                        .map(each -> each.landClass() + " " + each.area())
                        .toList());
    }

    @Test
    void twoPeriodsOfOneThingAreToldAndNeitherIsTaken() {
        NoticeReading<DisclosureRecord> read = read("征地补偿安置公告\n征收面积：2公顷\n公告期限：2026年8月8日至2026年9月7日\n"
                + "公告期限：2026年8月10日至2026年9月9日\n登记时间：2026年8月8日至2026年8月20日\n登记时间：2026年8月9日至2026年8月21日\n登记地点：乙镇政府");
        LandRequisitionProject project =
                (LandRequisitionProject) read.records().get(0).record();
        assertEquals(List.of(), project.stages());
        assertEquals(new CompensationRegistration(null, null, "乙镇政府"), project.registration());
        assertEquals(
                List.of(
                        "2026-08-08至2026-09-07 | 2026-08-10至2026-09-09",
                        "2026-08-08至2026-08-20 | 2026-08-09至2026-08-21"),
                read.problems().stream().map(SourceProblem::expected).toList());
    }

    @Test
    void whatIsNoWayOfResettlementIsToldAndNotTaken() {
        NoticeReading<DisclosureRecord> read = read("征收土地公告\n征收面积：2公顷\n安置途径：货币安置，涉及农户12户");
        assertEquals(List.of(), ((LandRequisitionProject) read.records().get(0).record()).resettlement());
        assertEquals("source.text.unread", read.problems().get(0).rule());
    }

    @Test
    void theDayOfAnApprovalMayStandInTheBracketBehindIt() {
        LandRequisitionProject project = project("征收土地公告\n经国务院批准（国土资函〔2026〕4号，2026年2月11日），征收土地面积3公顷。");
        assertEquals("2026-02-11", String.valueOf(project.approvedOn()));
    }

    @Test
    void aBatchIsNamedUpToTheTakingOfItsLand() {
        LandRequisitionProject project = project("征地公告\n征收面积：2公顷\n用于甲县2026年第3批次农用地转用和土地征收。");
        assertEquals("甲县2026年第3批次农用地转用和土地征收", project.name());
    }

    @Test
    void theNumberOfANoticeMayStandInBracketsOfItsOwn() {
        LandRequisitionProject project =
                project("征收土地启动公告\n（甲政征启〔2026〕45号）\n拟征收土地面积及地类：0.8812公顷，均为耕地\n公告期限：2026年4月16日至2026年4月29日");
        assertEquals("甲政征启〔2026〕45号", String.valueOf(project.items().get(0).noticeNumber()));
        assertEquals("0.8812公顷", String.valueOf(project.totalArea()));
    }

    @Test
    void theTitleOfAPageSaysWhoseNoticeItIsAndOfWhatKind() {
        NoticeReading<DisclosureRecord> read = READER.readText(
                NoticeText.of(Location.of("page.html"), "甲县人民政府征地信息公告", null, "位置、面积：乙镇丙村，1.25公顷"),
                LandDefaults.collectiveLand());
        LandRequisitionProject project =
                (LandRequisitionProject) read.records().get(0).record();
        assertEquals("甲县人民政府", String.valueOf(project.implementer()));
        assertEquals("1.25公顷", String.valueOf(project.totalArea()));
    }

    @Test
    void whatIsBuiltOnTheLandIsItsName() {
        for (String each : List.of("拟征收乙镇丙村集体土地1.3公顷，用于甲区丙村幼儿园建设。", "因甲区丙村幼儿园建设需要，拟征收乙镇丙村集体土地1.3公顷。")) {
            assertEquals("甲区丙村幼儿园", project("征收土地预公告\n" + each).name());
        }
    }

    @Test
    void anApprovalToComeIsNone() {
        LandRequisitionProject project = project("拟征收土地公告\n征收土地面积：2公顷。方案报东江省人民政府批准后组织实施。");
        assertNull(project.approvingAuthority());
    }

    @Test
    void ofMarkedPassagesNothingIsReadWronglyAndMostIsRead() throws Exception {
        NoticePassages.Marked marked = NoticePassages.marked("land");
        for (Path each : marked.files()) {
            marked.compare(each, read(Files.readString(each)));
        }
        assertEquals(List.of(), marked.wrong());
        assertTrue(marked.right() >= 39, marked.toString());
    }

    @Property(tries = 300)
    void noTextMakesTheReaderFail(
            @ForAll
                    @StringLength(max = 200)
                    @Chars({
                        '征', '收', '土', '地', '面', '积', '公', '顷', '亩', '：', '（', '）', '其', '中', '农', '用', '，', '。', '、',
                        '年', '月', '日', '至', '号', '〔', '〕', '\n', '批', '准', '文', '位', '于', '村'
                    })
                    @CharRange(from = '0', to = '9')
                    String text) {
        assertTrue(read("征收土地公告\n" + text).records().size() <= 1);
    }
}
