package org.gongkai.export.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.gongkai.core.document.Attachment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlCleanerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>第一条，为了“公开”：制定本办法；（试行）。</p>",
                "<p style=\"text-align:center;text-indent:2em;font-size:16pt\">标题😀</p>",
                "<font face=\"仿宋_GB2312\" color=\"red\">红字</font>",
                "<table border=\"1\" width=\"100%\"><tbody><tr><td rowspan=\"2\" align=\"center\">格</td></tr></tbody></table>",
                "<a href=\"http://www.example.gov.cn/a.doc\">附件</a>",
                "<a href=\"../files/附件.doc\">附件</a>",
                "<a href=\"mailto:a&#64;example.gov.cn\">信箱</a>"
            })
    void whatDocumentsAreMadeOfPassesUnchanged(String html) {
        HtmlCleaner.Cleaned cleaned = HtmlCleaner.clean(html);
        assertEquals(html, cleaned.html());
        assertFalse(cleaned.lossy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<ScRiPt src=//x.example/a.js></sCrIpT>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"java&#x0A;script:alert(1)\">a</a>",
                "<a href='data:text/html,<script>'>a</a>",
                "<iframe src='http://x.example'></iframe>",
                "<svg><script>alert(1)</script></svg>",
                "<p style=\"background:url(javascript:alert(1))\">a</p>",
                "<style>p{}</style>",
                "<form action='http://x.example'><input name=a></form>",
                "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">"
            })
    void whatActsIsDroppedAndCounted(String html) {
        HtmlCleaner.Cleaned cleaned = HtmlCleaner.clean("<p>前</p>" + html + "<p>后</p>");
        String low = cleaned.html().toLowerCase(Locale.ROOT);
        for (String each :
                List.of("<script", "onerror", "javascript:", "data:", "<iframe", "<svg", "<style", "<form")) {
            assertFalse(low.contains(each), low);
        }
        assertTrue(low.contains("前") && low.contains("后"), low);
        assertTrue(cleaned.lossy(), low);
    }

    @Test
    void referencesThatStandForMarkupStayReferences() {
        assertEquals(
                "<p>&lt;b&gt; &amp;#xff1c;</p>",
                HtmlCleaner.clean("<p>&lt;b&gt; &amp;#xff1c;</p>").html());
    }

    @Test
    void deepNestingDoesNotOverflow() {
        String html = "<div>".repeat(100_000) + "深" + "</div>".repeat(100_000);
        assertTrue(HtmlCleaner.clean(html).html().length() < html.length());
    }

    @Test
    void anAttachmentThatTheBodyLinksIsNotLinkedTwice() {
        List<Attachment> attachments = List.of(
                new Attachment("一.doc", null, null, null, "files/1.doc?a=1&b=2"),
                new Attachment("<二>", null, null, null, "javascript:alert(1)"));
        String body =
                HtmlCleaner.clean("<a href=\"files/1.doc?a=1&amp;b=2\">一</a>").html();
        assertEquals("<p>&lt;二&gt;</p>\n", HtmlCleaner.links(attachments, body));
    }
}
