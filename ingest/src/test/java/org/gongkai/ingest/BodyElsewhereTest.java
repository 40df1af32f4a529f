package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.source.AttachedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that do not hold their whole body: it stands in a frame, on several pages, or in a script. */
class BodyElsewhereTest {

    private static final String HEAD =
            "<html><head><title>关于调整公交线路的通告</title></head><body><table><tr><td>发文字号：</td><td>东交发〔2022〕8号</td></tr>"
                    + "<tr><td>成文日期：</td><td>2022-05-06</td></tr></table><h1>关于调整公交线路的通告</h1>";
    private static final String TEXT = "<p>各公交企业：</p><p>五路线自五月起改经学府路，请做好衔接。</p>";
    private static final String PLAIN = "各公交企业：\n五路线自五月起改经学府路，请做好衔接。";

    @TempDir
    private Path folder;

    private void write(String name, String text) {
        Taken.write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Taken read(String name, String text) {
        return Taken.from(folder, name, text);
    }

    private static String body(Taken taken) {
        return String.valueOf(Objects.requireNonNull(taken.document().body()).text());
    }

    private static SourceProblem problem(Taken taken, String rule) {
        return taken.only().problems().stream()
                .filter(each -> each.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(taken.rules()));
    }

    // ---- frames

    @ParameterizedTest
    @CsvSource({
        "<iframe src='nr.html' width=100%></iframe>, nr.html",
        "<iframe src='./nr.html'></iframe>, nr.html",
        "<iframe src='sub/nr.htm?id=4#top'></iframe>, sub/nr.htm",
        "<iframe src='/sub/nr.html'></iframe>, sub/nr.html",
        "<iframe src='nr'></iframe>, nr",
        "<object data='nr.html' type='text/html'></object>, nr.html",
        "<iframe src='%E6%AD%A3%E6%96%87.html'></iframe>, 正文.html"
    })
    void aBodyInAFrameIsTakenFromItsFile(String frame, String name) {
        write(name, "<html><body><div class=content>" + TEXT + "</div></body></html>");

        Taken taken = read("ye.html", HEAD + frame + "</body></html>");

        assertEquals(PLAIN, body(taken));
        assertEquals("关于调整公交线路的通告", taken.document().title());
        assertEquals(List.of(), taken.rules());
        assertEquals(
                List.of(name),
                taken.only().attachedFiles().stream().map(AttachedFile::name).toList());
        assertEquals(List.of(), taken.document().attachments());
        assertEquals("/body", taken.field("[正文:所在页]").target());
    }

    @Test
    void aFrameInAnotherCharsetIsReadInItsOwn() {
        Taken.write(
                folder,
                "nr.html",
                ("<html><head><meta charset=gbk></head><body>" + TEXT + "</body></html>")
                        .getBytes(Charset.forName("GBK")));

        assertEquals(PLAIN, body(read("ye.html", HEAD + "<iframe src='nr.html'></iframe></body></html>")));
    }

    @Test
    void linksOfAFrameLeadFromThePage() {
        write("sub/nr.html", "<html><body>" + TEXT + "<p>附件：<a href='biao.xls'>附件1.线路表.xls</a></p></body></html>");
        write("sub/biao.xls", "x");

        Taken taken = read("ye.html", HEAD + "<iframe src='sub/nr.html'></iframe></body></html>");

        assertEquals("sub/biao.xls", taken.document().attachments().get(0).url());
        assertEquals(1, taken.document().attachments().get(0).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nr.html", "../nr.html", "http://example.org/nr.html", "content.jsp?id=7", "C:\\nr.html"})
    void aFrameThatIsNotThereIsAFinding(String address) {
        write("other/x.html", "");
        Taken.write(folder, "outside.html", TEXT.getBytes(StandardCharsets.UTF_8));

        Taken taken = read("in/ye.html", HEAD + "<iframe src='" + address + "'></iframe></body></html>");

        assertEquals(address, problem(taken, "source.html.bodyInFrame").value());
        assertEquals(List.of(), taken.only().attachedFiles());
    }

    @Test
    void aFrameOutsideTheFolderIsNotRead() {
        write("nr.html", "<html><body>" + TEXT + "</body></html>");

        Taken taken = read("in/ye.html", HEAD + "<iframe src='../nr.html'></iframe></body></html>");

        assertEquals("../nr.html", problem(taken, "source.html.bodyInFrame").value());
        assertFalse(taken.only().toString().contains("学府路"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe src='top.html' width=0 height=0></iframe>",
                "<iframe src='top.html' style='display:none'></iframe>",
                "<div class=footer><iframe src='top.html'></iframe></div>",
                "<iframe src='top.html'></iframe>"
            })
    void aPageThatHasItsBodyNeedsNoFrame(String frame) {
        write("top.html", "<html><body><p>网站导航、联系我们，欢迎来电。</p></body></html>");

        Taken taken = read("ye.html", HEAD + "<div class=content>" + TEXT + "</div>" + frame + "</body></html>");

        assertEquals(PLAIN, body(taken));
        assertEquals(List.of(), taken.rules());
        assertEquals(List.of(), taken.only().attachedFiles());
    }

    @Test
    void ofSeveralFramesTheOneWithTheTextIsTaken() {
        write("top.html", "<html><body><p>网站导航</p></body></html>");
        write("nr.html", "<html><body>" + TEXT + "</body></html>");

        Taken taken = read(
                "ye.html",
                "<html><head><title>关于调整公交线路的通告</title><meta name='PubDate' content='2022-05-07'></head><frameset rows='80,*'>"
                        + "<frame src='top.html'><frame src='nr.html'></frameset></html>");

        assertEquals(PLAIN, body(taken));
    }

    // ---- several pages

    private static String paged(String text, String pager) {
        return HEAD + "<div class=content>" + text + pager + "</div></body></html>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=page>[1] <a href='ye_1.html'>[2]</a> <a href='ye_2.html'>[3]</a> 下一页</div>",
                "<p><span>1</span> <a href='ye_1.html'>2</a> <a href='ye_2.html'>3</a> <a href='ye_1.html'>下一页</a></p>",
                "[1] <a href='ye_1.html'>[2]</a> <a href='ye_2.html'>[3]</a> <a href='ye_1.html'>下一页</a>",
                "<p>首页 上一页 <a href='ye_1.html'>下一页</a> <a href='ye_2.html'>尾页</a> 共3页 第1页</p>",
                "<p>1/3 <a href='ye_1.html'>下一页</a></p>",
                "<ul class=fy><li>1</li><li><a href='ye_1.html'>2</a></li><li><a href='ye_2.html'>3</a></li></ul>",
                "<script>createPageHTML(3, 0, \"ye\", \"html\");</script>"
            })
    void anArticleOverSeveralPagesIsJoined(String pager) {
        write("ye_1.html", paged("<p>二、七路线停运。</p>", "<p>[1] [2] [3] <a href='ye_2.html'>下一页</a></p>"));
        write("ye_2.html", paged("<p>三、本通告自2023年5月1日起施行。</p>", "<p>上一页 [1] [2] [3]</p>"));

        Taken taken = read("ye.html", paged("<p>各公交企业：</p><p>一、五路线改道。</p>", pager));

        assertEquals("各公交企业：\n一、五路线改道。\n二、七路线停运。\n三、本通告自2023年5月1日起施行。", body(taken));
        assertEquals(List.of(), taken.rules());
        assertEquals(
                List.of("ye_1.html", "ye_2.html"),
                taken.only().attachedFiles().stream().map(AttachedFile::name).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>[1] <a href='a_2.html'>[2]</a> <a href='a_3.html'>[3]</a> 下一页</p> | 1/3",
                "<p>第1页 共2页 <a href='javascript:void(0)'>下一页</a></p> | 1/2",
                "<p><a href='a.html'>[1]</a> [2] <a href='a_3.html'>[3]</a> <a href='a.html'>上一页</a></p> | 2/3",
                "<script>createPageHTML(4,0,'t1','shtml');</script> | 1/4",
                "<p><a href='a_2.html'>下一页</a></p> | 1/?"
            })
    void aPartOfAnArticleIsAFindingAndHasNoPager(String pager, String which) {
        Taken taken = read("ye.html", paged(TEXT, pager));

        assertEquals(which, problem(taken, "source.html.partOfSeveral").value());
        assertEquals(PLAIN, body(taken));
    }

    @Test
    void pagesAreJoinedUpToTheFirstThatIsMissing() {
        write("ye_1.html", paged("<p>二、七路线停运。</p>", ""));

        Taken taken = read(
                "ye.html",
                paged("<p>一、五路线改道。</p>", "<p>[1] <a href='ye_1.html'>[2]</a> <a href='ye_2.html'>[3]</a> 下一页</p>"));

        assertEquals("一、五路线改道。\n二、七路线停运。", body(taken));
        assertEquals("1–2/3", problem(taken, "source.html.partOfSeveral").value());
        assertEquals("ye_2.html", problem(taken, "source.html.partOfSeveral").expected());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>第1页 共3页</p>",
                "<p>详见本通告下一页附图，请注意查看。</p>",
                "<table><tr><td>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td><td>6</td></tr></table>"
            })
    void numbersOfATextAreNoPager(String text) {
        Taken taken = read("ye.html", paged(TEXT, text));

        assertEquals(List.of(), taken.rules());
        assertTrue(body(taken).length() > PLAIN.length());
    }

    @Test
    void anotherDocumentIsNoPartOfThisOne() {
        write(
                "b.html",
                HEAD.replace("关于调整公交线路的通告", "关于停水的通知") + "<div class=content><p>停水两天，请储水。</p></div></body></html>");

        Taken turned = read("ye.html", paged(TEXT, "<p>上一页 <a href='b.html'>下一页</a></p>"));
        Taken framed = read("z.html", HEAD + "<iframe src='b.html'></iframe></body></html>");

        assertEquals(PLAIN, body(turned));
        assertEquals(List.of(), turned.rules());
        assertEquals(List.of("source.html.bodyInFrame"), framed.rules());
    }

    @Test
    void aPagerStaysInTheLedger() {
        Taken taken = read("ye.html", paged(TEXT, "<p>[1] <a href='a_2.html'>[2]</a> 下一页</p>"));

        assertTrue(taken.only().ledger().stream()
                .anyMatch(each -> String.valueOf(each.value()).contains("下一页")));
    }

    // ---- scripts and text areas

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=zoom></div><script>var c=\"<p>五路线自五月起改经学府路，请做好衔接</p>\";document.getElementById('zoom').innerHTML=c;</script>",
                "<script>document.write('<p>五路线自五月起改经学府路，请做好衔接</p>');</script>",
                "<script>document.write('\\u4e94\\u8def\\u7ebf\\u81ea\\u4e94\\u6708\\u8d77\\u6539\\u7ecf\\u5b66\\u5e9c\\u8def\\uff0c\\u8bf7');</script>",
                "<div id=app></div><script type='application/json'>{\"content\":\"五路线自五月起改经学府路，请做好衔接\"}</script>",
                "<script>window.__DATA__={\"content\":\"五路线自五月起改经学府路，请做好衔接\"}</script>",
                "<div id=zoom></div><script>$.ajax({url:'/nr?id=3',success:function(d){$('#zoom').html(d)}})</script>"
            })
    void aBodyThatAScriptWritesIsAFinding(String page) {
        Taken taken = read("ye.html", HEAD + page + "</body></html>");

        assertEquals(List.of("source.html.bodyByScript"), taken.rules());
    }

    @Test
    void aScriptBesideABodyIsNoFinding() {
        Taken taken = read(
                "ye.html",
                HEAD + "<div class=content>" + TEXT
                        + "</div><script>document.write('本站由东岚市人民政府办公室主办并负责维护')</script></body></html>");

        assertEquals(List.of(), taken.rules());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&lt;p&gt;各公交企业：&lt;/p&gt;&lt;p&gt;五路线自五月起改经学府路，请做好衔接。请各站提前张贴告示，并在车内播报。&lt;/p&gt;",
                "各公交企业：\n五路线自五月起改经学府路，请做好衔接。请各站提前张贴告示，并在车内播报。"
            })
    void aBodyInATextAreaIsRead(String held) {
        Taken taken =
                read("ye.html", HEAD + "<textarea id=nr style='display:none'>" + held + "</textarea></body></html>");

        assertEquals("各公交企业：\n五路线自五月起改经学府路，请做好衔接。请各站提前张贴告示，并在车内播报。", body(taken));
    }

    // ---- titles of windows

    @ParameterizedTest
    @ValueSource(
            strings = {
                "关于调整公交线路的通告-政务公开-东岚市人民政府",
                "关于调整公交线路的通告_东岚市人民政府",
                "关于调整公交线路的通告 | 东岚市政府网",
                "关于调整公交线路的通告-东岚市交通运输局-通知公告",
                "通知公告-关于调整公交线路的通告-东岚市",
                "关于调整公交线路的通告 —— 信息公开",
                "关于调整公交线路的通告-交通快讯",
                "东岚市人民政府>政府文件>关于调整公交线路的通告"
            })
    void namesOfSitesAndColumnsAreNoTitle(String window) {
        Taken taken = read(
                "ye.html",
                "<html><head><title>" + window
                        + "</title><meta name=SiteName content='东岚市'><meta name=ColumnName content='交通快讯'></head><body><table><tr><td>发文字号：</td><td>东交发〔2022〕8号</td></tr></table>"
                        + "<div class=content>" + TEXT + "</div></body></html>");

        assertEquals("关于调整公交线路的通告", taken.document().title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"关于2023-2025年公交线路的通告", "关于征求公交条例意见的公告-征求意见稿", "东岚市交通运输局 关于调整线路的通告"})
    void aMarkInsideATitleStays(String title) {
        Taken taken = read(
                "ye.html",
                "<html><head><title>" + title
                        + "</title></head><body><table><tr><td>发文字号：</td><td>东交发〔2022〕8号</td></tr></table><div class=content>"
                        + TEXT + "</div></body></html>");

        assertEquals(title, taken.document().title());
    }

    // ---- in a folder

    @Test
    void pagesThatFrameOthersAreReadBeforeThem() {
        write("a.html", "<html><body>" + TEXT + "</body></html>");
        write("b-2.html", paged("<p>二、七路线停运。</p>", ""));
        write("b.html", paged("<p>一、五路线改道。</p>", "<p>[1] <a href='b-2.html'>[2]</a></p>"));
        write("c.html", HEAD + "<iframe src='a.html'></iframe></body></html>");

        assertEquals(
                List.of("c.html", "a.html", "b.html", "b-2.html"),
                LegacyReader.standard().find(List.of(folder), problem -> {}).stream()
                        .map(each -> each.name())
                        .toList());
    }
}
