package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.document.DocumentKind;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.document.Validity;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page's document has a head, a body, and what is forwarded or attached; each is read for what it is. */
class PageZonesTest {

    private static final String TEXT = "<p>为做好相关工作，现将有关事项通知如下，请各单位结合实际，认真抓好贯彻落实，确保取得实效。</p>";
    private static final String SIGNED = "<p align=right>沂川市住房和城乡建设局</p><p align=right>2023年10月11日</p>";

    @TempDir
    private Path folder;

    private Taken read(String head, String body) {
        return Taken.from(
                folder,
                "a.html",
                "<html><head><meta charset=utf-8>" + head + "</head><body>" + body + "</body></html>");
    }

    private OfficialDocument document(String body) {
        return read("", body).document();
    }

    private LedgerEntry entry(String body, String label) {
        return read("", body).only().ledger().stream()
                .filter(each -> label.equals(each.location().label()))
                .findFirst()
                .orElseThrow();
    }

    // ---- head, and what is forwarded

    @Test
    void aHeadingInsideTheForwardedTextIsNotTheTitle() {
        OfficialDocument read = document("<div class=article-content><h2>沂川县民政局转发市民政局关于做好救助工作的通知</h2><p>沂民字〔2024〕6号</p>"
                + "<p>各镇街：</p><p>现将《关于做好救助工作的通知》（临民字〔2024〕3号）转发给你们，请遵照执行。</p><p>沂川县民政局</p>"
                + "<p>2024年1月8日</p><h1>关于做好救助工作的通知</h1><p>临民字〔2024〕3号</p>" + TEXT
                + "<p>本通知自2024年1月5日起施行。</p><p>临水市民政局</p><p>2024年1月3日</p></div>");
        assertEquals("沂川县民政局转发市民政局关于做好救助工作的通知", read.title());
        assertEquals("沂民字〔2024〕6号", read.documentNumber().text());
        assertEquals(LocalDate.of(2024, 1, 8), read.writtenOn());
        assertNull(read.effectiveFrom());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2>沂川县政府办公室转发县粮食局关于仓储发展规划的通知</h2>|<h1>沂川县仓储发展规划</h1>",
                "<h1>沂川县政府办公室转发县粮食局关于仓储发展规划的通知</h1>|<h1 align=center>沂川县仓储发展规划</h1>",
                "<h1>沂川县政府办公室关于印发沂川县仓储发展规划的通知</h1>|<p align=center>沂川县仓储发展规划</p>",
                "<p align=center>沂川县政府办公室转发县粮食局关于仓储发展规划的通知</p>|<h1>沂川县仓储发展规划</h1>",
            })
    void theTitleOfAForwardedFileIsNotTheTitleThoughTheWindowBearsIt(String headings) {
        String[] heading = headings.split("\\|");
        OfficialDocument read = read(
                        "<title>沂川县仓储发展规划</title>",
                        "<div class=article>" + heading[0] + "<p align=center>沂政办发〔2021〕9号</p><p>各镇人民政府：</p>" + TEXT
                                + "<p align=right>沂川县政府办公室</p><p align=right>2021年5月6日</p>" + heading[1]
                                + "<p>第一条　本规划所称仓储，是指粮食仓储。</p></div>")
                .document();
        assertEquals(heading[0].replaceAll("<[^>]*>", ""), read.title());
        assertEquals("沂政办发〔2021〕9号", read.documentNumber().text());
    }

    @Test
    void aHeadingThatIsANumberIsNoTitle() {
        OfficialDocument read = document("<div><p align=center>沂教字〔2023〕27号</p><p align=center><b>沂川市教育局</b></p>"
                + "<p align=center><b>转发省教育厅关于做好供暖工作的通知</b></p><p>各学校：</p>" + TEXT
                + "<p>沂川市教育局</p><p>2023年9月20日</p><h1>省教厅函〔2023〕398号</h1><p>各市教育局：</p>" + TEXT + "</div>");
        assertEquals("沂川市教育局转发省教育厅关于做好供暖工作的通知", read.title());
        assertEquals("沂教字〔2023〕27号", read.documentNumber().text());
    }

    @ParameterizedTest
    @CsvSource({
        "（2004年3月14日沂川市人民政府令第25号公布　根据2018年11月8日沂川市人民政府令第131号修正）,沂川市人民政府令第25号,2004-03-14",
        "（沂政发〔2016〕31号　2016年8月9日印发）,沂政发〔2016〕31号,2016-08-09",
        "（1989年7月24日　沂川市人民政府令第9号）,沂川市人民政府令第9号,1989-07-24",
        "（沂教字〔2023〕32号　沂川市教育局、沂川市财政局）,沂教字〔2023〕32号,",
        "（2015年6月26日沂川市人大常委会第二十六次会议通过）,,",
    })
    void theLineInBracketsUnderTheTitleSaysByWhatItWasIssued(String line, String number, LocalDate written) {
        OfficialDocument read = document("<div class=art_con><p align=center>沂川市停车场管理办法</p><p align=center>" + line
                + "</p><p>第一条　为加强停车场管理，制定本办法。</p></div>");
        assertEquals("沂川市停车场管理办法", read.title());
        assertEquals(
                number,
                read.documentNumber() == null ? null : read.documentNumber().text());
        assertEquals(written, read.writtenOn());
    }

    @Test
    void anOrderGivesItsKindAndItsSigner() {
        OfficialDocument read =
                document("<h1>沂川市供热管理办法</h1><div id=zoom><p align=center>沂川市人民政府令</p><p align=center>第12号</p>"
                        + "<p>《沂川市供热管理办法》已经市政府常务会议通过，现予公布，自2023年11月1日起施行。</p><p>市长　王东</p><p>2023年9月12日</p></div>");
        assertEquals(DocumentKind.of(DocumentKind.Name.ORDER), read.documentKind());
        assertEquals("市长　王东", read.signature());
        assertEquals(LocalDate.of(2023, 11, 1), read.effectiveFrom());
    }

    @Test
    void whoIsInChargeOfAMatterIsNoImprintOfTheSite() {
        String text = document("<div class=art_con><p align=center>沂川市2024年民生工程安排</p><p>一、校舍改造</p><p>承办单位：市教育局</p>"
                        + "<p>二、技能比赛</p><p>主办单位：市总工会</p><p>" + TEXT + "</p>"
                        + "<p>主办单位：沂川市人民政府办公室　承办单位：沂川市信息中心　网站标识码：1100000002</p></div>")
                .body()
                .text();
        assertTrue(text.contains("承办单位：市教育局") && text.contains("主办单位：市总工会"), text);
        assertFalse(text.contains("网站标识码"), text);
    }

    // ---- titles

    @Test
    void aTitleWithoutAKindIsOneWhereTheWindowSaysItToo() {
        Taken read = read(
                "<title>沂川市供暖工作第二场新闻发布会_沂川市教育局</title>",
                "<div class=tit>沂川市供暖工作第二场新闻发布会</div><div class=con>" + TEXT + "</div>");
        assertEquals("沂川市供暖工作第二场新闻发布会", read.document().title());
        assertTrue(read.document().body().text().startsWith("为做好"));
    }

    @Test
    void aLineInTheMiddleAboveTheTextIsATitleWithoutAKind() {
        assertEquals(
                "沂川市第三季度重点项目观摩活动侧记",
                document("<div class=main><p style='text-align:center'><strong>沂川市第三季度重点项目观摩活动侧记</strong></p>" + TEXT
                                + "</div>")
                        .title());
    }

    @Test
    void theTitleIsNotRepeatedInTheBody() {
        OfficialDocument read = read(
                        "<title>沂川市人民政府办公室关于清洁取暖的通知_沂川市人民政府</title>",
                        "<table><tr><td class=dbiaoti>沂川市人民政府办公室关于清洁取暖的通知</td></tr></table><table><tr><td class=zw_link>"
                                + "各县人民政府：<br>" + TEXT + "</td></tr></table>")
                .document();
        assertEquals("沂川市人民政府办公室关于清洁取暖的通知", read.title());
        assertTrue(read.body().text().startsWith("各县人民政府："), read.body().text());
    }

    @ParameterizedTest
    @CsvSource({
        "【已废止】沂川市养犬办法,REPEALED",
        "沂川市养犬办法（失效）,LAPSED",
        "沂川市养犬办法[部分条款已失效],PARTLY_IN_FORCE",
    })
    void theMarkInATitleIsReadAsValidity(String title, Validity.State state) {
        assertEquals(
                state,
                document("<h1>" + title + "</h1><div id=zoom>" + TEXT + "</div>")
                        .validity()
                        .state());
    }

    @Test
    void aMarkThatACellDeniesIsTold() {
        Taken read = read(
                "",
                "<h1>【已废止】沂川市养犬办法</h1><table><tr><td>索引号</td><td>A/2</td></tr><tr><td>有效性</td><td>有效</td></tr></table><div id=zoom>"
                        + TEXT + "</div>");
        assertEquals(List.of("source.field.conflict"), read.rules());
    }

    // ---- body

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=xgwj><h3>相关文件</h3><ul><li><a href=/1.html>关于调整供暖价格的通知</a> 2023-10-02</li><li><a href=/2.html>供热办法</a></li></ul></div>",
                "<p>相关链接：</p><p><a href=/1.html>关于调整供热价格的批复</a></p><p><a href=/2.html>一图读懂供热办法</a></p>",
                "<div class=pn>上一篇：<a href=/3.html>沂川市人民政府关于公布第五批市级非物质文化遗产代表性项目名录及其保护单位名录的通知</a> 下一篇：<a href=/4.html>通告二</a></div>",
                "<div class=share-box>分享到：<a href='#'>微信</a><a href='#'>微博</a><a href='#'>空间</a></div>",
                "<p>责任编辑：张三</p>",
                "<div class=comment-list><p>写得好，支持市政府的工作，希望早日供热，让大家温暖过冬。</p></div>",
                "<p>【打印本页】【关闭窗口】</p>",
            })
    void whatLeadsAwayFromTheTextStaysOutOfTheBody(String more) {
        OfficialDocument read = document(
                "<div class=TRS_Editor><h1>沂川市住建局关于做好供热工作的通知</h1><p>各供热企业：</p>" + TEXT + SIGNED + more + "</div>");
        assertTrue(read.body().text().endsWith("2023年10月11日"), read.body().text());
    }

    @Test
    void aBodyOfFewCharactersIsABody() {
        assertEquals(
                "今日闭馆。",
                document("<h1>沂川市图书馆公告</h1><div id=zoom><p>今日闭馆。</p></div>")
                        .body()
                        .text());
    }

    @Test
    void aTextInTwoPartsThatAreNamedAlikeIsOneBody() {
        String text = document("<div><h1>关于供热的通知</h1><div class=TRS_Editor>" + TEXT
                        + "</div><div class=TRS_Editor><p>第二部分，" + "请各单位于十月底以前完成准备工作，并将情况报告市政府办公室。</p></div></div>")
                .body()
                .text();
        assertTrue(text.contains("为做好") && text.contains("第二部分"), text);
    }

    // ---- clauses

    private OfficialDocument clause(String clause) {
        return document(statute(clause));
    }

    private static String statute(String clause) {
        return "<h1>沂川市临时救助办法</h1><div id=zoom><p>第一条　为规范临时救助，制定本办法。</p><p>" + clause + "</p></div>";
    }

    @ParameterizedTest
    @CsvSource({
        "第九条　本办法自2023年11月1日起施行，有效期5年。,2023-11-01,2028-10-31",
        "本办法自二〇二三年十一月一日起施行，有效期至二〇二八年十月三十一日。,2023-11-01,2028-10-31",
        "本通知自2023年11月1日起试行，试行期两年。,2023-11-01,2025-10-31",
        "本办法自2023年11月1日起施行。有效期至2026年1月1日。,2023-11-01,2026-01-01",
        "《社会救助暂行办法》自2014年5月1日起施行。,,",
        "本办法第三条自2024年1月1日起施行。,,",
        "本通知自2023年11月1日起执行至2026年10月31日止。,2023-11-01,2026-10-31",
        "本通知自2023年11月1日起执行，暂定执行至2024年12月31日。,2023-11-01,2024-12-31",
        "本通知自2023年11月1日起执行，各县可继续执行至2024年12月31日。,2023-11-01,",
        "本通知执行至2024年12月31日，自2023年11月1日起施行。,2023-11-01,2024-12-31",
        "本办法自2023年11月1日起施行，有效期延长至2028年10月31日。,2023-11-01,2028-10-31",
        "本办法自2023年11月1日起施行，有效期截止2028年10月31日。,2023-11-01,2028-10-31",
        "本办法自2023年11月1日起施行，《沂川市养犬办法》有效期延长至2028年10月31日。,2023-11-01,",
        "本市自2023年7月1日起执行新标准。许可证有效期至2028年10月31日。,,",
        "本办法自发布之日起施行。,,",
        "本办法自2023年11月1日起施行，至2028年10月31日有效。,2023-11-01,2028-10-31",
        "本办法自2023年11月1日起至2028年10月31日止施行。,2023-11-01,2028-10-31",
        "本通知有效期自2023年11月1日至2026年10月31日。,2023-11-01,2026-10-31",
        "本办法施行期限为2023年11月1日起至2026年10月31日止。,2023-11-01,2026-10-31",
        "本通知自2023年11月1日到2026年10月31日执行。,2023-11-01,2026-10-31",
        "本办法从2023年11月1日开始施行，2026年10月31日自行失效。,2023-11-01,2026-10-31",
        "本办法自2023年11月1日施行，原《沂川市养犬办法》2026年10月31日废止。,2023-11-01,",
        "本办法自2023年11月1日施行以来，成效明显。,,",
        "许可证有效期自2023年11月1日至2026年10月31日。,,",
        "本活动自2023年11月1日至2026年10月31日执行。,,",
    })
    void clausesOfTheDocumentItselfSayWhenItTakesEffectAndLapses(String clause, LocalDate from, LocalDate until) {
        OfficialDocument read = clause(clause);
        assertEquals(from, read.effectiveFrom());
        assertEquals(until, read.expiresOn());
    }

    /** A page with a table of dates above a statute that ends in a clause. */
    private Taken dated(String number, String written, String published, String clause) {
        return read(
                "",
                "<table><tr><td>发文字号</td><td>" + number + "</td><td>成文日期</td><td>" + written + "</td><td>发布日期</td><td>"
                        + published + "</td></tr></table>" + statute(clause));
    }

    @ParameterizedTest
    @CsvSource({
        "本办法自公布之日起施行。,2023-05-06,",
        "本办法自发布之日起执行，有效期五年。,2023-05-06,2028-05-05",
        "本办法自印发之日起施行。,2023-05-04,",
        "本办法自印发之日起30日后施行，试行期一年。,2023-06-04,2024-06-03",
        "本办法自公布之日起三十日后施行。,2023-06-06,",
        "本办法自公布之日起满三个月后施行。,2023-08-07,",
        "本办法自发布次日起施行。,2023-05-07,",
        "本办法自本办法印发之日起生效。有效期18个月。,2023-05-04,2024-11-03",
        "本办法自即日起施行，试行两年。,2023-05-04,2025-05-03",
        "本办法自2023年7月1日起施行，有效期为一年半。,2023-07-01,2024-12-31",
        "本办法自2023年7月1日起施行，有效期两年半。,2023-07-01,2025-12-31",
        "本办法有效期自印发之日起三年。,,2026-05-03",
        "本办法自印发之日起施行，所发许可证有效期三年。,2023-05-04,",
        "《沂川市养犬办法》自公布之日起施行。,,",
        "本办法所称合格证有效期5年。,,",
    })
    void aDayThatAClauseNamesByAnEventIsTheDateOfThatEvent(String clause, LocalDate from, LocalDate until) {
        OfficialDocument read =
                dated("沂政发〔2023〕5号", "2023-05-04", "2023-05-06", clause).document();
        assertEquals(from, read.effectiveFrom());
        assertEquals(until, read.expiresOn());
    }

    @Test
    void anOrderIsPromulgatedOnTheDayThatItBears() {
        OfficialDocument read =
                dated("沂川市人民政府令第5号", "2003-05-04", "2019-01-02", "本办法自公布之日起施行。").document();
        assertEquals(LocalDate.of(2003, 5, 4), read.effectiveFrom());
    }

    @ParameterizedTest
    @CsvSource({
        "本办法自公布之日起施行。,", // no date of publication
        "本办法自公布之日起施行。,2019-01-02", // put on the site sixteen years later
        "本办法自公布之日起施行。,2003-05-01", // before it was written
        "本办法自市政府批准之日起施行。,2003-05-06",
        "本办法自公布之日起30个工作日后施行。,2003-05-06",
        "本办法自公布之日起若干日后施行，有效期千年。,2003-05-06",
    })
    void aDayThatNoDateOfTheRecordTellsIsToldAndNotGuessed(String clause, String published) {
        Taken read = dated("沂政发〔2003〕5号", "2003-05-04", published == null ? "" : published, clause);
        assertNull(read.document().effectiveFrom());
        assertNull(read.document().expiresOn());
        boolean named = clause.contains("起施行") || clause.contains("工作日");
        assertEquals(named ? List.of("source.text.dayUnknown") : List.of(), read.rules());
    }

    @ParameterizedTest
    @CsvSource({"2023-05-04,''", "2023-05-06,''", "2023-06-01,source.field.conflict"})
    void aStatedDateThatFitsAnyReadingOfTheClauseIsTakenAsItIs(LocalDate stated, String rule) {
        Taken read = read(
                "",
                "<table><tr><td>成文日期</td><td>2023-05-04</td><td>发布日期</td><td>2023-05-06</td><td>生效日期</td><td>" + stated
                        + "</td></tr></table>" + statute("本办法自公布之日起施行。"));
        assertEquals(stated, read.document().effectiveFrom());
        assertEquals(rule, String.join(",", read.rules()));
    }

    @Test
    void theLedgerHoldsTheWordsThatNameADay() {
        LedgerEntry entry = dated("", "2023-05-04", "2023-05-06", "本办法自公布之日起施行。").only().ledger().stream()
                .filter(each -> "[正文:施行日期]".equals(each.location().label()))
                .findFirst()
                .orElseThrow();
        assertEquals("自公布之日起施行", entry.value());
        assertEquals("2023-05-06", entry.result());
        assertEquals(List.of("from-text"), entry.reasons());
    }

    @Test
    void theLedgerHoldsTheWordsOfAClauseAndWhatTheyMean() {
        LedgerEntry entry = entry(statute("本办法自2023年11月1日起施行。"), "[正文:施行日期]");
        assertEquals("自2023年11月1日起施行", entry.value());
        assertEquals("2023-11-01", entry.result());
        assertEquals(List.of("from-text"), entry.reasons());
    }

    @Test
    void twoDaysForOneThingAreToldAndNoneIsTaken() {
        Taken read = read("", statute("本办法自2023年11月1日起施行。本办法自2024年1月1日起施行。"));
        assertNull(read.document().effectiveFrom());
        assertEquals(List.of("source.field.unreadable"), read.rules());
    }

    @Test
    void whatIsRepealedAtOnceIsARelation() {
        OfficialDocument read = clause("本办法自2023年11月1日起施行，《甲办法》（沂政发〔2018〕5号）和《乙办法》同时废止。");
        assertEquals(
                List.of("沂政发〔2018〕5号", "乙办法"),
                read.relations().stream().map(each -> each.target()).toList());
        assertTrue(read.relations().stream()
                .allMatch(each -> each.type().equals(RelationType.of(RelationType.Type.REPEALS))));
    }

    @ParameterizedTest
    @CsvSource({
        "《甲办法》（沂政发〔2018〕5号）自本办法施行之日起废止，本办法自2023年11月1日起施行。,沂政发〔2018〕5号",
        "本办法自2023年11月1日起施行，原《甲办法》（沂政发〔2018〕5号）予以废止。,沂政发〔2018〕5号",
        "本办法自2023年11月1日起施行，《甲办法》及其相关规定同时废止。,甲办法",
        "本通知自2023年11月1日起执行，沂政办发〔2012〕88号文件不再执行。,沂政办发〔2012〕88号",
        "本通知自2023年11月1日起执行。原沂政办发〔2012〕88号同时废止。,沂政办发〔2012〕88号",
        "根据沂政发〔2018〕5号文件，本通知自2023年11月1日起执行，《甲办法》不再执行。,甲办法",
        "根据沂政发〔2018〕5号文件，本通知自2023年11月1日起执行，此前的规定不再执行。,",
        "本办法自2023年11月1日起施行，《甲办法》废止前已经受理的，按《甲办法》办理。,",
        "本办法自2023年11月1日起施行，未尽事宜参照《乙办法》执行，《甲办法》同时废止。,甲办法",
        "本办法自2023年11月1日起施行，参照《乙办法》（沂政发〔2018〕5号）执行。,",
        "本办法自2023年11月1日起施行，此前适用《乙办法》的，其规定同时废止。,",
    })
    void whatIsRepealedIsSaidInOneOfSeveralWays(String clause, String target) {
        assertEquals(
                target == null ? List.of() : List.of(target),
                clause(clause).relations().stream().map(each -> each.target()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "本办法自2023年11月1日起施行。《甲办法》（沂政发〔2018〕5号）第三条同时废止。",
                "本办法自2023年11月1日起施行，《甲办法》附件2同时废止。",
                "本办法自2023年11月1日起施行，《甲办法》确定的补贴标准不再执行。",
                "本办法自2023年11月1日起施行，沂政发〔2018〕5号文件第三条不再执行。",
                "本办法自2023年11月1日起施行，按照沂政发〔2018〕5号文件不再执行。",
                "本办法自2023年11月1日起施行，《甲办法》中有关补贴标准的规定同时废止。",
                "本办法自2023年11月1日起施行，《甲办法》（沂政发〔2018〕5号）部分条款同时废止。",
                "本办法自2023年11月1日起施行，《甲办法》（沂政发〔2018〕5号）与本办法不一致的规定同时废止。",
            })
    void aRepealOfAPartIsToldAndRepealsNoWhole(String clause) {
        Taken read = read("", statute(clause));
        assertEquals(List.of(), read.document().relations());
        assertEquals(List.of("source.field.unreadable"), read.rules());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "本方案执行期限为2023年至2025年。",
                "本方案实施期限：2023—2025年。",
                "本方案有效期为2023年7月至2025年6月。",
                "本办法自印发后30日起施行。",
                "本办法自公布之日后满三个月起施行。",
            })
    void aTimeThatNamesNoDayIsTold(String clause) {
        Taken read = dated("沂政发〔2023〕5号", "2023-05-04", "2023-05-06", clause);
        assertNull(read.document().effectiveFrom());
        assertNull(read.document().expiresOn());
        assertEquals(List.of("source.text.dayUnknown"), read.rules());
    }

    @Test
    void anEndThatNamesNoDayIsTold() {
        Taken read = read("", statute("本办法自2023年11月1日起施行，有效期截止2026年底。"));
        assertNull(read.document().expiresOn());
        assertEquals(LocalDate.of(2023, 11, 1), read.document().effectiveFrom());
        assertEquals(List.of("source.text.dayUnknown"), read.rules());
    }

    // ---- what stands around a short text

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><a href=/>网站首页</a><a href=/zwgk>政务公开</a></div>",
                "<div><a href=/>首页</a>&gt;<a href=/b>公示</a></div>",
                "<p>您当前的位置：<a href=/>首页</a> &gt; <a href=/b>公示</a> &gt; 正文</p>",
                "<div>今天是：2024年1月2日 星期二</div>",
            })
    void theWayToAPageIsNoTextOfItHoweverShortTheTextIs(String above) {
        Taken read = read("", above + "<h1>沂川市城管局关于清理积雪的通知</h1><div class=con><p>请各单位执行。</p></div>");
        assertEquals("请各单位执行。", read.document().body().text());
    }

    @Test
    void aSentenceWithALinkHomeStaysInTheText() {
        assertTrue(document("<h1>沂川市城管局关于网站改版的通知</h1><div class=con><p><a href=/>首页</a>已经改版。</p><p>请各单位知悉。</p></div>")
                .body()
                .text()
                .startsWith("首页已经改版。"));
    }

    // ---- orders without a heading of their own

    private static String order(String head, String sentence, String signed) {
        return "<div class=con>" + head + "<p>" + sentence + "</p>" + signed
                + "<p align=center>沂川市河道管理办法</p><p>第一条　为加强河道管理，保障防洪安全，制定本办法。</p></div>";
    }

    @ParameterizedTest
    @CsvSource({
        "<p align=right>市长：李明</p><p align=right>2024年1月12日</p>,市长：李明",
        "<p align=right>市　长　李　明</p><p align=right>2024年1月12日</p>,市　长　李　明",
        "<p align=right>代市长　李明　　2024年1月12日</p>,代市长　李明",
        "<p align=right>主　任：李明</p><p align=right>二○二四年一月十二日</p>,主　任：李明",
    })
    void whoSignsAnOrderStandsAboveTheTextThatItIssues(String signed, String signature) {
        OfficialDocument read = read(
                        "<title>沂川市河道管理办法</title>",
                        order(
                                "<p align=center>沂川市人民政府令</p><p align=center>第21号</p>",
                                "现公布《沂川市河道管理办法》，自2024年3月1日起施行。",
                                signed))
                .document();
        assertEquals("沂川市人民政府令第21号", read.documentNumber().text());
        assertEquals(LocalDate.of(2024, 1, 12), read.writtenOn());
        assertEquals(signature, read.signature());
        assertEquals(LocalDate.of(2024, 3, 1), read.effectiveFrom());
    }

    @Test
    void anOrderOfSeveralAgenciesNamesThemAllInItsNumber() {
        OfficialDocument read = read(
                        "<title>沂川市河道管理办法</title>",
                        order(
                                "<p align=center>沂川市水利局 沂川市公安局令</p><p align=center>第 3 号</p>",
                                "《沂川市河道管理办法》已经审议通过，现予公布，自2024年3月1日起施行。",
                                "<p align=right>局长　李明</p><p align=right>局长　王芳</p><p align=right>2024年1月12日</p>"))
                .document();
        assertEquals("沂川市河道管理办法", read.title());
        assertEquals("沂川市水利局、沂川市公安局令第3号", read.documentNumber().text());
        assertEquals(2, read.issuers().size());
        assertEquals(LocalDate.of(2024, 1, 12), read.writtenOn());
    }

    @Test
    void theBylineOfAForwardedTextIsNoNote() {
        OfficialDocument read = document("<h1>沂川市人民政府批转市林业局关于防火方案的通知</h1><div class=con><p>各县区人民政府：</p>"
                + "<p>市政府同意市林业局《防火方案》，现批转给你们，请遵照执行。</p><p>沂川市人民政府</p><p>2024年2月13日</p>"
                + "<p>防火方案</p><p>（市林业局　2024年1月20日）</p><p>一、总体要求。落实责任。</p></div>");
        assertNull(read.note());
        assertEquals(LocalDate.of(2024, 2, 13), read.writtenOn());
    }

    // ---- dates of publication

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta property='article:published_time' content='2023-07-01T09:30:00+08:00'>",
                "<meta name=firstpublishedtime content='2023-07-01-10:00:00'>",
                "<script type='application/ld+json'>{\"@graph\":[{\"datePublished\":\"2023-07-01T09:30:00+08:00\"}]}</script>",
                "<script type='application/ld+json'>{\"@context\":\"https://ziyuan.baidu.com/contexts/cambrian.jsonld\","
                        + "\"pubDate\":\"2023-07-01T09:12:00\",\"upDate\":\"2023-07-05T10:00:00\"}</script>",
            })
    void aPageThatShowsNoDateSaysItToMachines(String head) {
        OfficialDocument read = read(head, "<h1>沂川市防汛工作会议召开</h1><div id=zoom>" + TEXT + "</div>")
                .document();
        assertEquals(LocalDate.of(2023, 7, 1), read.publishedOn());
        assertNull(read.writtenOn());
    }

    @Test
    void anElementOfTimeBesideTheHeadingIsTheDateOfPublication() {
        OfficialDocument read =
                document("<article><h1>沂川市防汛工作会议召开</h1><time datetime=2023-07-03>七月三日</time><div id=zoom>" + TEXT
                        + "</div></article>");
        assertEquals(LocalDate.of(2023, 7, 3), read.publishedOn());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>沂川市防汛工作会议召开</h1><time datetime=2023-07-03>7月3日</time><div id=zoom>",
                "<div><h1>沂川市防汛工作会议召开</h1></div><p><time datetime='2023-07-03T10:00:00+08:00'>7月3日</time></p><div id=zoom>",
                "<span><time datetime='2023-07-03T10:00:00+08:00' pubdate>7月3日</time></span><h1>沂川市防汛工作会议召开</h1><div id=zoom>",
            })
    void anElementOfTimeBetweenHeadingAndBodyOrMarkedSoIsTheDateOfPublication(String page) {
        assertEquals(LocalDate.of(2023, 7, 3), document(page + TEXT + "</div>").publishedOn());
    }

    @Test
    void anElementOfTimeInAListOfOtherPagesIsNone() {
        assertNull(document(
                        "<h1>沂川市防汛工作会议召开</h1><div id=zoom>" + TEXT
                                + "</div><ul><li><a href=/b>沂川市节水工作会议召开</a><time datetime=2023-07-04 pubdate>7月4日</time></li></ul>")
                .publishedOn());
    }

    // ---- labels

    @Test
    void aValueStandsInTheRestOfItsLabelsElement() {
        OfficialDocument read = document("<dl><dd><label><font>索 引 号：</font></label><div> 0147/2023-1 </div></dd>"
                + "<dd><label><font>生成日期：</font></label><div>2023-04-18</div></dd>"
                + "<dd><label><font>公开方式：</font></label><div>主动公开</div></dd></dl><h1>沂川市教育局关于课后服务的通知</h1><div id=zoom>"
                + TEXT
                + "</div>");
        assertEquals("0147/2023-1", read.indexNumber().text());
        assertEquals(LocalDate.of(2023, 4, 18), read.writtenOn());
        assertNull(read.publishedOn());
        assertEquals("主动公开", read.openness().text());
    }

    @Test
    void aLabelInBracketsWithNothingBehindItHasNoValue() {
        Taken read = read(
                "",
                "<ol><li>[发文字号] <span>沂教字〔2023〕7号</span></li><li>[废止日期] <span></span></li><li>[发布日期] <span>2023-09-20</span></li></ol>"
                        + "<h1>沂川市教育局关于供暖的通知</h1><div id=zoom>" + TEXT + "</div>");
        assertNull(read.document().repealedOn());
        assertEquals(LocalDate.of(2023, 9, 20), read.document().publishedOn());
        assertEquals(List.of(), read.rules());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ol><li>[发文字号] <span>沂教字〔2023〕7号</span></li><li>[发布日期] <span>2023-09-20</span></li><li>[失效日期] <span></span></li></ol>",
                "<p>[发文字号] 沂教字〔2023〕7号</p><p>[发布日期] 2023-09-20</p><p>[失效日期]</p>",
                "<p>【发文字号】沂教字〔2023〕7号</p><p>【发布日期】2023-09-20</p><p>【失效日期】 </p>",
                "<div>发文字号：沂教字〔2023〕7号</div><div>发布日期：2023-09-20</div><div>失效日期：</div>",
            })
    void theLastLabelOfAListMayHaveNoValueAndIsNoTextOfTheBody(String list) {
        Taken read =
                read("", "<h1>沂川市教育局关于供暖的通知</h1><div class=con>" + list + "<p>各中小学校：</p>" + TEXT + TEXT + "</div>");
        assertNull(read.document().expiresOn());
        assertEquals(LocalDate.of(2023, 9, 20), read.document().publishedOn());
        assertTrue(
                read.document().body().text().startsWith("各中小学校：\n为做好"),
                read.document().body().text());
        assertEquals(List.of(), read.rules());
    }

    @ParameterizedTest
    @CsvSource({
        // label, its value, PubDate, date of writing, date of publication
        "发文日期,2023-05-04,2023-05-08 10:00,2023-05-04,2023-05-08",
        "发文日期,2023-05-08,2023-05-08 10:00,,2023-05-08",
        "发文日期,2023-05-04,,,2023-05-04",
    })
    void anAmbiguousDateIsTheOneThatNoOtherFieldDenies(
            String label, String value, String tag, LocalDate written, LocalDate published) {
        OfficialDocument read = read(
                        tag == null ? "" : "<meta name=PubDate content='" + tag + "'>",
                        "<h1>沂川市教育局关于供暖的通知</h1><ul><li>索引号：A/1</li><li>" + label + "：" + value
                                + "</li></ul><div id=zoom>" + TEXT + "</div>")
                .document();
        assertEquals(written, read.writtenOn());
        assertEquals(published, read.publishedOn());
    }

    @Test
    void theMarksOfCdataAreNoTextOfAPage() {
        OfficialDocument read = read(
                        "",
                        "<h1><![CDATA[沂川市教育局关于供暖的通知]]></h1><table><tr><td>索引号</td><td><![CDATA[A/1]]></td><td>发布日期</td><td>"
                                + "<![CDATA[2023-09-20]]></td></tr></table><div id=zoom><![CDATA[<p>各中小学校：</p>" + TEXT
                                + "]]></div>")
                .document();
        assertEquals("沂川市教育局关于供暖的通知", read.title());
        assertEquals("A/1", String.valueOf(read.indexNumber()));
        assertEquals(LocalDate.of(2023, 9, 20), read.publishedOn());
        assertTrue(read.body().text().startsWith("各中小学校：") && read.body().text().endsWith("取得实效。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<span style='display:none'>沂川市民政局</span>", "<textarea>沂川市民政局</textarea>"})
    void aValueThatIsNotShownIsToldAndNotTaken(String value) {
        LedgerEntry entry = entry(
                "<table><tr><td>索引号</td><td>A/1</td></tr><tr><td>发布机构</td><td>" + value
                        + "</td></tr></table><h1>关于低保的通知</h1><div id=zoom>" + TEXT + "</div>",
                "发布机构");
        assertEquals(FieldFate.UNMAPPED, entry.fate());
        assertEquals("沂川市民政局", entry.value());
        assertEquals(List.of("not-shown"), entry.reasons());
    }

    @Test
    void anUnknownLabelWithAColonIsALabelAllTheSame() {
        LedgerEntry entry = entry(
                "<table><tr><td>主题分类：</td><td>综合政务</td><td>甲乙丙丁：</td><td>第三类</td></tr><tr><td>索引号：</td><td>A/1</td><td>发布日期：</td>"
                        + "<td>2023-01-02</td></tr></table><h1>关于低保的通知</h1><div id=zoom>" + TEXT + "</div>",
                "甲乙丙丁");
        assertEquals("第三类", entry.value());
    }

    @Test
    void theNumberInAnAttachmentsNameIsAGuessAndOfSeveralNoneIsTaken() {
        String page = "<h1>沂川市民政局关于低保的通知</h1><div id=zoom>" + TEXT + "<p><a href=/a.pdf>沂民字〔2023〕9号.pdf</a></p>";
        LedgerEntry entry = entry(page + "</div>", "[附件]");
        assertEquals("沂民字〔2023〕9号", document(page + "</div>").documentNumber().text());
        assertEquals(FieldFate.MAPPED, entry.fate());
        assertNull(document(page + "<p><a href=/b.pdf>沂民字〔2023〕10号.pdf</a></p></div>")
                .documentNumber());
        assertNull(document(page.replace("关于低保", "转发关于低保") + "</div>").documentNumber());
    }

    @Test
    void aTitleOrAgencySaidToMachinesThatThePageContradictsIsTold() {
        String page = """
                <html><head><title>%2$s</title><meta property="og:title" content="%4$s">
                <script type="application/ld+json">{"@type":"Article","headline":"%1$s","issuer":{"name":"%3$s"}}</script></head>
                <body><h1>关于节水的通知</h1><table><tr><td>发文机关</td><td>东岭区水利局</td><td>发文字号</td><td>东水发〔2026〕3号</td></tr></table>
                <div class="content"><p>各街道：</p><p>现将节水有关事项通知如下，请遵照执行。</p><p>东岭区水利局</p></div></body></html>
                """;
        Taken other = Taken.from(folder, "a.html", page.formatted("关于防汛的通知", "关于节水的通知", "东岭区应急管理局", "关于消防的通知"));
        assertEquals(Set.of("[JSON-LD:headline]", "og:title", "[JSON-LD:issuer]"), conflicts(other));
        assertEquals("关于节水的通知", other.document().title());
        Taken same =
                Taken.from(folder, "b.html", page.formatted("关于节水的通知", "关于节水的通知 - 东岭区政府", "东岭区水利局", "关于节水的通知 - 东岭区政府"));
        assertEquals(Set.of(), conflicts(same));
        Taken site = Taken.from(folder, "c.html", page.formatted("东岭区人民政府", "关于节水的通知", "", "政务公开"));
        assertEquals(Set.of(), conflicts(site));
    }

    private static Set<String> conflicts(Taken taken) {
        return taken.only().problems().stream()
                .filter(each -> each.rule().equals("source.field.conflict"))
                .map(each -> String.valueOf(each.location().label()))
                .collect(Collectors.toSet());
    }
}
