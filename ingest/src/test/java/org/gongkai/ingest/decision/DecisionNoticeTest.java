package org.gongkai.ingest.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.NoticePassages;
import org.gongkai.ingest.notice.NoticeReading;
import org.gongkai.ingest.notice.NoticeText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What became of opinions, and catalogues of matters, in running text. */
class DecisionNoticeTest {

    private static final DecisionTableReader READER = DecisionTableReader.standard();

    private static NoticeReading<DisclosureRecord> read(String text) {
        return READER.readText(NoticeText.of(Location.of("notice.txt"), text), DecisionDefaults.none());
    }

    private static PublicConsultation feedback(String text) {
        return (PublicConsultation) read(text).records().get(0).record();
    }

    @Test
    void anOpinionThatIsAdoptedAndNotIsToldAndNotCounted() {
        NoticeReading<DisclosureRecord> reading = read("关于《甲县绿化办法》意见采纳情况的反馈\n一、建议增加树种。采纳。\n二、建议取消收费并延长开放时间。采纳其中部分建议。");
        PublicConsultation consultation =
                (PublicConsultation) reading.records().get(0).record();
        assertEquals(1, consultation.opinions().size());
        assertNull(consultation.received());
        assertTrue(reading.problems().stream().anyMatch(each -> each.rule().equals("source.text.unread")));
    }

    @Test
    void aTextWithoutCountsOrMattersSaysWhatWasMissing() {
        assertEquals("source.text.noCount", String.valueOf(rule("公开征求意见的情况：对意见予以采纳。")));
        assertEquals("source.text.noMatter", String.valueOf(rule("2025年度重大行政决策事项目录见附件。")));
        assertEquals("null", String.valueOf(rule("全区安全生产会议召开。")));
    }

    private static @Nullable String rule(String text) {
        SourceProblem why = read(text).why();
        return why == null ? null : why.rule();
    }

    @Test
    void aMatterThatANoticeTakesOutIsTold() {
        NoticeReading<DisclosureRecord> read = read("甲区关于调整2024年度重大行政决策事项目录的通知\n"
                + "一、新增事项：《停车管理办法》（承办单位：区住建局；完成时间：2024年11月）。\n"
                + "二、取消事项：《养老服务规划》（承办单位：区民政局）。");
        assertEquals(
                List.of("取消"),
                read.problems().stream()
                        .filter(each -> each.rule().equals("source.field.unreadable"))
                        .map(SourceProblem::value)
                        .toList());
    }

    @Test
    void composedTextsAreReadAsAPersonReadsThem() throws Exception {
        NoticePassages.check("decision/notices", DecisionNoticeTest::read);
    }

    @Test
    void everyValueStandsAtThePlaceThatTheLedgerSays() throws Exception {
        assertTrue(NoticePassages.traced("decision/notices", DecisionNoticeTest::read) > 40);
    }

    @Test
    void thatNothingCameIsAResult() {
        for (String each : new String[] {"公示期间，未收到任何意见建议。", "截至期满，没有收到公众反馈意见。", "征求意见期间未收到社会公众的意见反馈。", "期间收到意见0条。"}) {
            assertEquals(0, feedback("关于征求意见的反馈。" + each + "未采纳0条。").received(), each);
        }
    }

    @Test
    void theYearAndTheMonthOfTheLastDayAreThoseOfTheFirst() {
        PublicConsultation read = feedback("2024年3月1日至31日公开征求意见，共收到意见3条，采纳2条，不予采纳1条。");
        assertEquals(LocalDate.of(2024, 3, 31), read.openUntil());
        assertEquals(1, read.rejected());
    }

    @Test
    void twoNumbersOfOneThingAreToldAndNeitherIsTaken() {
        String text = "公开征求意见，共收到意见3条，采纳2条。\n经统计，共收到意见5条。";
        assertNull(feedback(text).received());
        assertEquals("3 | 5", read(text).problems().get(0).expected());
    }

    @Test
    void theRestBehindOpinionsOneByOneIsNoNumberOfAll() {
        PublicConsultation read = feedback("关于《甲办法》意见采纳情况的反馈\n意见一：建议延长时间。采纳。\n意见二：建议取消收费。不采纳，理由是成本过高。\n其余3条意见均已采纳。");
        assertEquals(2, read.opinions().size());
        assertEquals("成本过高", read.opinions().get(1).reason());
        assertNull(read.received());
        assertNull(read.adopted());
    }

    @Test
    void aHeadingWithoutANumberSaysWhatBecameOfTheOpinionsBelow() {
        PublicConsultation read =
                feedback("关于《甲办法》意见采纳情况\n共收到意见4条，采纳2条，未采纳2条。\n未采纳的主要意见及理由：\n1.建议取消收费。理由：成本过高。\n2.建议全年开放。理由：冬季结冰。");
        assertEquals(
                List.of("未采纳 成本过高", "未采纳 冬季结冰"),
                read.opinions().stream()
                        .map(each -> each.adoption() + " " + each.reason())
                        .toList());
    }

    @Test
    void aNumberOfSomethingElseCountsNoOpinions() {
        PublicConsultation read =
                feedback("关于公交方案的意见反馈\n一、建议保留12路。采纳。\n二、建议增加夜班车。部分采纳，先在2条线路试点。\n三、建议票价减半。不采纳，理由为财政无力承担。");
        assertEquals(
                "3 1 1 1", read.received() + " " + read.adopted() + " " + read.partlyAdopted() + " " + read.rejected());
    }

    @Test
    void waysThatCameToMoreThanWhatIsSaidToHaveComeAreTold() {
        assertEquals(
                12, feedback("征求意见情况：通过公众号收到意见4条，通过意见箱收到意见2条，座谈收到意见6条。采纳7条。").received());
        String text = "征求意见情况：通过公众号收到意见4条，通过意见箱收到意见2条，某代表提出意见5条。采纳7条。";
        assertNull(feedback(text).received());
        assertEquals("5 | 6", read(text).problems().get(0).expected());
    }

    @Test
    void headingsAboveMattersAreNoMatters() {
        DecisionCatalogue read = (DecisionCatalogue) read("甲区2026年重大行政决策事项清单\n一、重大公共政策\n（一）甲区就业若干措施（区人社局，2026年8月）\n"
                        + "（二）甲区学生资助办法（区教育局，2026年9月）\n二、重大建设项目\n（一）滨海绿道二期工程（区住建局，2026年11月）")
                .records()
                .get(0)
                .record();
        assertEquals(
                List.of("甲区就业若干措施", "甲区学生资助办法", "滨海绿道二期工程"),
                read.matters().stream().map(each -> each.name()).toList());
    }

    @Test
    void aColonAtTheEndBeforeNumberedMattersIsNoList() {
        DecisionCatalogue read =
                (DecisionCatalogue) read("2026年县政府重大行政决策事项共2项：\n1、《农村公路管理办法》（县交通局牵头，10月完成）\n2、《停车设施规划》（县住建局牵头，12月完成）")
                        .records()
                        .get(0)
                        .record();
        assertEquals(
                List.of("[县交通局]", "[县住建局]"),
                read.matters().stream().map(each -> each.units().toString()).toList());
    }

    @Test
    void aLabelThatNobodyKnowsEndsTheValueBeforeItAndIsTold() {
        NoticeReading<DisclosureRecord> read =
                read("2026年重大行政决策目录\n1.甲区教育规划，责任单位：区教育局，甲乙丙丁：2026年11月\n2.甲区养老办法，责任单位：区民政局，甲乙丙丁：2026年8月");
        DecisionCatalogue catalogue = (DecisionCatalogue) read.records().get(0).record();
        assertEquals("[区教育局]", catalogue.matters().get(0).units().toString());
        assertEquals(
                2,
                read.records().get(0).ledger().stream()
                        .filter(each -> "甲乙丙丁".equals(each.location().label()) && each.fate() == FieldFate.UNMAPPED)
                        .count());
    }

    @Test
    void whatBecameOfTheRestMayStandBehindAClause() {
        PublicConsultation read = feedback("关于征求意见的反馈。共收到意见7条。其中有4条意见予以采纳，对于剩余的3条意见，经研究不予采纳，主要理由是与规划冲突。");
        assertEquals(
                "7 4 3 与规划冲突",
                read.received() + " " + read.adopted() + " " + read.rejected() + " " + read.rejectionReasons());
    }

    @Test
    void aListOfMattersIsReadOnlyWhereTheCountAgrees() {
        DecisionCatalogue read = (DecisionCatalogue)
                read("确定了2项重大行政决策事项，即：制定《甲办法》和编制乙规划。").records().get(0).record();
        assertEquals(2, read.matters().size());
        assertTrue(read("确定了3项重大行政决策事项，即：制定《甲办法》和编制乙规划。").records().isEmpty());
    }

    @Test
    void theTextAroundATableGivesItsCatalogueYearAndConsent() {
        DecisionCatalogue told = READER.informed(
                        NoticeText.of(
                                Location.of("page"), "甲区2025年度重大行政决策事项目录", LocalDate.of(2025, 5, 14), "经区委同意，现予公布。"),
                        DecisionDefaults.none())
                .defaults()
                .catalogue();
        assertEquals(2025, told.year());
        assertEquals(LocalDate.of(2025, 5, 14), told.publishedOn());
        assertEquals("经区委同意", Objects.requireNonNull(told.consent()).note());
        assertEquals(
                DecisionDefaults.none(),
                READER.informed(NoticeText.of(Location.of("page"), "2025年通知"), DecisionDefaults.none())
                        .defaults());
    }

    @Test
    void aCellOfMarksAloneIsNoProcedure() {
        DecisionCatalogue read = (DecisionCatalogue)
                read("1|编制甲规划|甲县民政局|、|\n2|编制乙规划|甲县教育局|，|").records().get(0).record();
        assertEquals(2, read.matters().size());
    }

    @Test
    void numberedLinesOfAnotherKindAreNoMatters() {
        assertTrue(read("一、提高认识。\n二、加强领导。").records().isEmpty());
    }

    @Test
    void ofMarkedPassagesNothingIsReadWronglyAndMostIsRead() throws Exception {
        for (String room : new String[] {"feedback", "catalogue"}) {
            NoticePassages.Marked marked = NoticePassages.marked(room);
            for (Path each : marked.files()) {
                marked.compare(each, read(Files.readString(each)));
            }
            assertEquals(List.of(), marked.wrong());
            assertTrue(marked.right() >= (room.equals("feedback") ? 3 : 12), marked.toString());
        }
    }

    @Property(tries = 300)
    void noTextMakesTheReaderFail(
            @ForAll
                    @StringLength(max = 200)
                    @Chars({
                        '意', '见', '收', '到', '采', '纳', '未', '条', '共', '，', '。', '、', '：', '（', '）', '年', '月', '日', '至',
                        '一', '|', '\n', '单', '位', '承', '办', '《', '》', '和', '即'
                    })
                    @CharRange(from = '0', to = '9')
                    String text) {
        assertTrue(read(text).records().size() <= 1);
    }
}
