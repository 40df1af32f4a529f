package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.document.OfficialDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page shows of other documents, in names of files and in quotations, says nothing of its own. */
class OthersWordsTest {

    @TempDir
    private Path folder;

    private Taken page(String title, String... paragraphs) {
        return Taken.from(
                folder,
                "a.html",
                "<html><head><meta charset=utf-8></head><body><h1>" + title + "</h1><div id=zoom><p>"
                        + String.join("</p><p>", paragraphs) + "</p></div></body></html>");
    }

    // ---- numbers in the names of attached files

    private Taken attaching(String file) {
        return page(
                "沂川市崮山区文化局关于开放书屋的通知",
                "各镇街：",
                "现就开放农家书屋的有关事项通知如下，请认真落实。",
                "沂川市崮山区文化局",
                "2022年3月8日",
                "<a href='http://x.gov.cn/1.pdf'>" + file + "</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "崮文字〔2022〕7号.pdf,崮文字〔2022〕7号",
        "沂崮文发〔2022〕7号 全文.pdf,沂崮文发〔2022〕7号",
        "崮文字〔2022〕7号（盖章扫描件）.pdf,崮文字〔2022〕7号",
        "崮文字〔2022〕7号 关于开放书屋的通知.docx,崮文字〔2022〕7号",
        "关于开放书屋的通知（崮文字〔2022〕7号）.pdf,崮文字〔2022〕7号",
    })
    void aFileThatIsTheDocumentMayGiveItsNumber(String file, String number) {
        Taken read = attaching(file);
        assertEquals(number, read.document().documentNumber().text());
        assertEquals(List.of(), told(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "省文发〔2022〕3号.pdf",
                "国办发〔2022〕5号.pdf",
                "青政办发〔2022〕5号.pdf",
                "沂文发〔2022〕9号.pdf", // the city's
                "崮财字〔2022〕7号.pdf", // another office of the district
                "平文字〔2022〕7号.pdf", // another district's
                "崮文字〔2019〕7号.pdf", // an earlier one of its own
                "附件1：崮文字〔2022〕7号.pdf",
                "崮文字〔2022〕7号 申报表.doc",
            })
    void aFileThatIsCalledByAnothersNumberGivesNoneAndIsTold(String file) {
        Taken read = attaching(file);
        assertNull(read.document().documentNumber());
        assertEquals(List.of("source.attachment.numberOpen"), told(read));
    }

    @Test
    void aFileWithoutANumberIsNotToldOf() {
        assertEquals(List.of(), told(attaching("书屋名单（2022年）.doc")));
    }

    private static List<String> told(Taken read) {
        return read.rules().stream()
                .filter(each -> each.equals("source.attachment.numberOpen"))
                .toList();
    }

    // ---- clauses that a text repeats

    private OfficialDocument stating(String title, String... paragraphs) {
        return page(title, paragraphs).document();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "将第九条修改为：“本办法自2021年5月1日起施行，有效期至2026年4月30日。”",
                "将第九条修改为：\"本办法自2021年5月1日起施行，有效期五年。\"",
                "将第九条修改为：本办法自2021年5月1日起施行，有效期至2026年4月30日。",
                "根据《沂川市养犬办法》第九条规定“本办法自2021年5月1日起施行，有效期5年”，现通知如下。",
                "《沂川市养犬办法》（沂政发〔2021〕3号）第九条规定，本办法自2021年5月1日起施行。",
                "《沂川市养犬办法》第九条规定：本办法自2021年5月1日起施行，有效期5年。",
                "将第九条修改为：</p><p>“第九条　本办法自2021年5月1日起施行。</p><p>“本办法有效期至2026年4月30日。”",
                "有的单位提出“本通知自2021年5月1日起执行”的说法没有依据。",
            })
    void aClauseThatTheTextRepeatsFromAnotherIsNotItsOwn(String clause) {
        OfficialDocument read = stating("沂川市人民政府关于做好养犬管理工作的通知", "各区：", clause, "请遵照执行。");
        assertNull(read.effectiveFrom());
        assertNull(read.expiresOn());
    }

    @Test
    void anAmendmentTakesEffectByItsOwnClauseAlone() {
        OfficialDocument read = stating(
                "沂川市人民政府关于修改《沂川市养犬办法》的决定",
                "市政府决定对《沂川市养犬办法》作如下修改：",
                "一、第九条修改为：“本办法自2021年5月1日起施行，有效期至2026年4月30日。”",
                "二、删去第五条。",
                "本决定自2023年10月1日起施行。",
                "沂川市养犬办法",
                "第九条　本办法自2021年5月1日起施行，有效期至2026年4月30日。");
        assertEquals(LocalDate.of(2023, 10, 1), read.effectiveFrom());
        assertNull(read.expiresOn());
    }

    @Test
    void anExplanationTakesNoEffect() {
        OfficialDocument read = stating("关于《沂川市养犬办法》的起草说明", "一、出台背景。为规范养犬，市政府制定了本办法。", "二、施行时间。本办法自2023年10月1日起施行。");
        assertNull(read.effectiveFrom());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "第九条　本办法所称“犬只”，是指经登记的犬。本办法自2023年10月1日起施行。",
                "根据《动物防疫法》第三十条规定，本办法自2023年10月1日起施行。",
                "《沂川市养犬办法》（修订稿）已经市政府同意，现予公布，自2023年10月1日起施行。",
                "为落实“十四五”规划，本办法自2023年10月1日起施行。",
                "本办法中未闭合的“引号，自2021年5月1日起施行。</p><p>本办法自2023年10月1日起施行。",
            })
    void aClauseOfTheTextItselfStaysItsOwnBesideQuotations(String clause) {
        assertEquals(
                LocalDate.of(2023, 10, 1),
                stating("沂川市养犬办法", "第一条　为规范养犬，制定本办法。", clause).effectiveFrom());
    }

    // ---- lines below the text, a line behind the title, the window

    private String body(String end) {
        return page("沂川市崮山区文化局关于开放书屋的通知", "各镇街：", "现就开放农家书屋的有关事项通知如下，请认真落实。", "沂川市崮山区文化局", "2022年3月8日", end)
                .document()
                .body()
                .text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "政策解读：<a href='/j.html'>《关于开放书屋的通知》政策解读</a>",
                "政策解读：《关于开放书屋的通知》解读",
                "图解：<a href='/j.html'>书屋开放</a></p><p>相关链接：<a href='/k.html'>农家书屋名单</a>",
                "【政策解读】</p><p><a href='/k.html'>解读一</a></p><p><a href='/l.html'>解读二</a>",
                "<a href='/j.html'>【文字解读】关于开放书屋的通知</a></p><p><a href='/j2.html'>【图片解读】一图读懂</a>",
            })
    void whatLeadsToAnExplanationBelowTheTextIsNoneOfIt(String end) {
        assertEquals("2022年3月8日", lastLine(body(end)));
    }

    @ParameterizedTest
    @CsvSource({"政策解读：由区文化局负责解读。,政策解读：由区文化局负责解读。", "附件：书屋名单,附件：书屋名单", "解读工作由区文化局负责,解读工作由区文化局负责"})
    void aLineOfTheTextThatSpeaksOfExplanationsStays(String end, String last) {
        assertEquals(last, lastLine(body(end)));
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    @Test
    void theWayToTheExplanationIsKeptAsARelation() {
        Taken read =
                page("沂川市崮山区文化局关于开放书屋的通知", "现就有关事项通知如下，请认真落实。", "政策解读：<a href='/j.html'>《沂川市崮山区文化局关于开放书屋的通知》政策解读</a>");
        assertEquals("/j.html", read.document().relations().get(0).target());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "（2003年3月1日沂川市人民政府令第17号公布）",
                "（2003年3月1日沂川市人民政府令第17号公布　根据2018年5月9日沂川市人民政府令第40号修正）",
                "（2003年3月1日沂川市人民政府令第17号公布　根据2018年5月9日《沂川市人民政府关于修改〈沂川市养犬办法〉的决定》第一次修正）",
            })
    void theLineOnThePromulgationBehindATitleIsReadByItself(String line) {
        OfficialDocument read = stating("沂川市养犬办法" + line, "第一条　为规范养犬，制定本办法。", "第二条　养犬应当登记。");
        assertEquals("沂川市养犬办法", read.title());
        assertEquals("沂川市人民政府令第17号", read.documentNumber().text());
        assertEquals(LocalDate.of(2003, 3, 1), read.writtenOn());
    }

    @ParameterizedTest
    @ValueSource(strings = {"沂川市养犬办法（2018年修正）", "沂川市养犬办法（试行）", "沂川市养犬办法（2003年第17号令）附则（试行）"})
    void anotherBracketBehindATitleStaysInIt(String title) {
        assertEquals(title, stating(title, "第一条　为规范养犬，制定本办法。").title());
    }

    @ParameterizedTest
    @CsvSource({
        "沂川市文化局 政策文件 关于开放书屋的通知 | 沂川政务网 - 政务公开,关于开放书屋的通知",
        "沂川市文化局 规范性文件 沂川市文化局关于开放书屋的通知_政府信息公开,沂川市文化局关于开放书屋的通知",
        "沂川市民政局 沂川市财政局 关于开放书屋的通知 - 沂川市政府网,沂川市民政局 沂川市财政局 关于开放书屋的通知",
    })
    void aTitleFromTheWindowIsWithoutTheNamesOfSiteAndColumn(String window, String title) {
        Taken read = Taken.from(
                folder,
                "w.html",
                "<html><head><meta charset=utf-8><title>" + window + "</title></head><body><div id=zoom>"
                        + "<p>各镇街：</p><p>现就开放农家书屋的有关事项通知如下，请认真落实。</p><p>2022年3月8日</p></div></body></html>");
        assertEquals(title, read.document().title());
    }

    @ParameterizedTest
    @CsvSource({"2022-03-08 10:00,,2022-03-08", "2022-03-10 10:00,2022-03-08,2022-03-10"})
    void aDateOfIssueIsThatOfWritingWhereATagOfPublicationSaysAnother(
            String tag, LocalDate written, LocalDate published) {
        Taken read = Taken.from(
                folder,
                "d.html",
                "<html><head><meta charset=utf-8><meta name=PubDate content='" + tag
                        + "'></head><body><h1>关于开放书屋的通知</h1>"
                        + "<table><tr><td>发文日期</td><td>2022-03-08</td></tr></table><div id=zoom><p>各镇街：</p>"
                        + "<p>现就开放农家书屋的有关事项通知如下，请认真落实。</p></div></body></html>");
        assertEquals(written, read.document().writtenOn());
        assertEquals(published, read.document().publishedOn());
    }

    @ParameterizedTest
    @CsvSource({"0,", "-1,", "null,", "00000000-0000-0000-0000-000000000000,", "10,10", "a_0,a_0"})
    void anIdThatAnyRecordMayHaveIsNone(String id, String kept) {
        Taken read =
                Taken.from(folder, "i.json", "[{\"标题\":\"关于开放书屋的通知\",\"发文字号\":\"崮文字〔2022〕7号\",\"id\":\"" + id + "\"}]");
        assertEquals(kept, read.document().recordId());
    }

    @Test
    void theMarksOfASectionAroundABodyAreNoneOfIt() {
        Taken read =
                Taken.from(folder, "c.csv", "标题,发文字号,正文\n关于开放书屋的通知,崮文字〔2022〕7号,<![CDATA[<p>各镇街：</p><p>请落实。</p>]]>\n");
        assertEquals("各镇街：\n请落实。", read.document().body().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"崮文字〔2022〕19、20号", "崮文字〔2022〕19号、20号", "（崮文字〔2022〕19-21号）"})
    void aLineOfSeveralNumbersOfOneAgencyIsKeptAsItStands(String line) {
        OfficialDocument read = stating("沂川市崮山区文化局关于开放书屋的通知", line, "各镇街：", "现就有关事项通知如下，请认真落实。");
        assertEquals(line.replaceAll("[（）]", ""), read.documentNumber().text());
        assertEquals(false, read.documentNumber().wellFormed());
    }

    @Test
    void aTitleKeepsItsQuotationMarksWhereItIsSaidToBeRepealed() {
        OfficialDocument read = stating("沂川市养犬办法", "第一条　为规范养犬，制定本办法。", "本办法自2023年10月1日起施行，《关于印发“文明养犬”办法的通知》同时废止。");
        assertEquals("关于印发“文明养犬”办法的通知", read.relations().get(0).target());
    }
}
