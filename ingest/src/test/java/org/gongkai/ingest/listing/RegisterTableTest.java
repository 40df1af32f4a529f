package org.gongkai.ingest.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.catalogue.PublicServiceUnit;
import org.gongkai.core.register.ErrorReport;
import org.gongkai.core.register.MediaPlatform;
import org.gongkai.core.register.NewMediaAccount;
import org.gongkai.core.register.SiteRegistration;
import org.gongkai.core.work.DisclosureOffice;
import org.gongkai.core.work.ResponsibleBody;
import org.gongkai.core.work.Task;
import org.gongkai.core.work.TaskRole;
import org.gongkai.core.work.Training;
import org.gongkai.ingest.table.TableReading;
import org.junit.jupiter.api.Test;

/** Lists of sites, accounts, reports, units, tasks, trainings and offices. */
class RegisterTableTest {

    private static TableReading<DisclosureRecord> read(String kind, String csv) throws IOException {
        return ListTableReader.of(kind).readCsv("a.csv", new StringReader(csv), Map.of());
    }

    private static DisclosureRecord one(String kind, String csv) throws IOException {
        TableReading<DisclosureRecord> reading = read(kind, csv);
        assertEquals(List.of(), reading.problems());
        return reading.records().get(0);
    }

    @Test
    void leadAndDoersOfATaskStandInOneCell() throws IOException {
        Task task = (Task) one("task", """
                2023年政务公开工作任务清单,,,
                工作任务,具体要求,责任单位,时限要求
                主动公开,公开现行有效的行政规范性文件,区司法局牵头，各制定主体具体落实,年底前
                """);
        assertEquals(2023, task.year());
        assertEquals(LocalDate.of(2023, 12, 31), task.lastDay());
        assertEquals(
                List.of(TaskRole.Role.LEAD, TaskRole.Role.DO),
                task.responsible().stream()
                        .map(ResponsibleBody::role)
                        .map(TaskRole::role)
                        .toList());
        assertEquals("各制定主体", task.responsible().get(1).agency().text());
    }

    @Test
    void eachColumnOfBodiesGivesItsRole() throws IOException {
        Task task = (Task) one("task", """
                重点任务,工作要求,牵头单位,责任单位,配合单位
                专区建设,建设政务公开专区,区行政审批局,各街道,区文旅局、区档案馆
                """);
        assertEquals(
                List.of("区行政审批局 牵头", "各街道 -", "区文旅局 配合", "区档案馆 配合"),
                task.responsible().stream()
                        .map(each -> each.agency().text()
                                + ' '
                                + (each.role() == null ? "-" : each.role().text()))
                        .toList());
    }

    @Test
    void oneHeadOverThreeColumnsNamesThreeLevels() throws IOException {
        Task task = (Task) one("task", """
                工作任务,工作任务,工作任务,具体要求,责任单位
                主动公开,基础信息公开,机构职能,公开职能和地址,各部门
                """);
        assertEquals("主动公开", task.group1());
        assertEquals("基础信息公开", task.group2());
        assertEquals("机构职能", task.group3());
    }

    @Test
    void daysFromOneToAnotherAreTheTimeOfATraining() throws IOException {
        for (String days : List.of("2024年5月8日至9日", "2024-05-08—2024-05-09", "2024年5月8日-5月9日")) {
            Training training = (Training) one("training", """
                    举办单位,培训名称,培训时间,主要内容,参加人数
                    区卫生健康局,业务培训,%s,栏目维护,58
                    """.formatted(days));
            assertEquals(LocalDate.of(2024, 5, 8), training.heldOn());
            assertEquals(LocalDate.of(2024, 5, 9), training.heldUntil());
        }
        assertEquals(
                "source.field.unreadable",
                read("training", """
                        举办单位,培训名称,培训时间,主要内容,参加人数
                        区卫生健康局,业务培训,2024年5月9日至8日,栏目维护,58
                        """).problems().get(0).rule());
    }

    @Test
    void registersInOtherWordsAreRead() throws IOException {
        ErrorReport report = (ErrorReport) one("error-report", """
                留言号,提交时间,所属网站,问题页面,问题类别,承办单位,应答复时间,实际答复时间,满意度
                20240011,2024-04-01,区政府网站,https://www.example.gov.cn/a,链接错误,区卫健局,2024-04-03,2024-04-02,满意
                """);
        assertEquals("20240011", report.number());
        assertEquals(LocalDate.of(2024, 4, 2), report.answeredOn());
        NewMediaAccount account = (NewMediaAccount) one("new-media-account", """
                账号名称,账号类型,主办单位,运营单位,最后更新时间,账号状态
                临湾发布,微信公众号,区政府办公室,区融媒体中心,2024.11.30,正常
                """);
        assertEquals(MediaPlatform.parse("微信公众号"), account.platform());
        assertEquals(LocalDate.of(2024, 11, 30), account.lastPostOn());
    }

    @Test
    void ofTwoColumnsUnderOneHeadTheSecondIsToldWhereItSaysSomethingElse() throws IOException {
        TableReading<DisclosureRecord> reading = read("task", """
                工作任务,具体要求,责任单位,完成时限,完成时限
                主动公开,公开规划,区发展和改革局,6月底前,9月底前
                主动公开,公开预算,区财政局,3月底前,3月底前
                """);
        assertEquals(1, reading.problems().size());
        assertEquals("source.field.conflict", reading.problems().get(0).rule());
        assertEquals("9月底前", reading.problems().get(0).value());
        assertEquals("6月底前", reading.problems().get(0).expected());
        assertEquals(2, reading.records().size());
    }

    @Test
    void aTaskWithoutLimitIsKeptWithoutOne() throws IOException {
        Task task = (Task) one("task", """
                工作任务,具体要求,责任单位
                主动公开,公开规划,区发展和改革局、区财政局
                """);
        assertEquals(null, task.limit());
        assertEquals(2, task.responsible().size());
    }

    @Test
    void aTrainingHasItsTopicsAndPeople() throws IOException {
        Training training = (Training) one("training", """
                举办单位,培训名称,培训日期,培训类型,培训内容,参训人数
                区教育和体育局,业务培训,2023年11月3日,业务,依申请公开、网站管理,45人
                """);
        assertEquals(List.of("依申请公开", "网站管理"), training.topics());
        assertEquals(45, training.people());
    }

    @Test
    void aSiteCodeInCapitalsIsRepaired() throws IOException {
        SiteRegistration site = (SiteRegistration) one("site-registration", """
                网站名称,网站类型,域名,网站标识码,主办单位,ICP备案号,IPv6,运行状态
                某部,部门网站,www.example.gov.cn,BM55000001,某部,京ICP备19014889号,是,正常
                """);
        assertEquals("bm55000001", site.idCode().text());
        assertTrue(site.ipv6());
    }

    @Test
    void anAccountHasItsPlatformAndLastPost() throws IOException {
        NewMediaAccount account = (NewMediaAccount) one("new-media-account", """
                平台类型,账号名称,主办单位,开设日期,备案日期,运行状态,最近更新日期,粉丝数
                微信公众号,东岭民政,区民政局,2020-03-01,2020-03-05,正常,2024-03-01,1200
                """);
        assertEquals(MediaPlatform.Platform.WECHAT_OFFICIAL, account.platform().platform());
        assertEquals(1200, account.followers());
    }

    /** Who sent a message stands in no record and no account. */
    @Test
    void theSenderOfAReportIsLeftOut() throws IOException {
        TableReading<DisclosureRecord> reading = read("error-report", """
                留言编号,问题网址,留言时间,问题类型,办理单位,答复时间,姓名,手机
                2024-1,https://www.example.gov.cn/1.html,2024-04-03,链接错误,区水务局,2024-04-09,张小明,13812345678
                """);
        assertEquals(LocalDate.of(2024, 4, 9), ((ErrorReport) reading.records().get(0)).answeredOn());
        assertFalse(reading.toString().contains("13812345678"));
        assertFalse(reading.toString().contains("张小明"));
    }

    @Test
    void aUnitHasItsSectorAndTheTelephoneOfItsOffice() throws IOException {
        PublicServiceUnit unit = (PublicServiceUnit) one("public-service-unit", """
                单位名称,行业类别,主管部门,公开专栏,联络部门,联络电话
                东岭区第一中学,教育,区教育和体育局,https://www.example.gov.cn/yz/,办公室,0532-88990000
                """);
        assertEquals("0532-88990000", unit.liaison().telephone());
        assertTrue(unit.sector().wellFormed());
    }

    @Test
    void moneyInTenThousandsIsMoneyInYuan() throws IOException {
        DisclosureOffice office = (DisclosureOffice) one("disclosure-office", """
                单位名称,工作机构,专职人数,经费
                某街道,党政办公室,2人,3.5万元
                """);
        assertEquals(0, new BigDecimal("35000").compareTo(office.budget()));
    }
}
