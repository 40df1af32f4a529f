package org.gongkai.export.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.document.Attachment;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<p style='mso-a:1;text-indent:2em;position:fixed'>a</p>|<p style=\"text-indent:2em\">a</p>",
                "<p style='color:red;background:url(x)'>a</p>|<p style=\"color:red\">a</p>",
                "<p style='color:expression(alert(1))'>a</p>|<p>a</p>",
                "<p style='COLOR : rgb(1, 2, 3) ;'>a</p>|<p style=\"color:rgb(1, 2, 3)\">a</p>",
                "<p style='font-family:\"a;b\";width:1'>a</p>|<p style=\"width:1\">a</p>",
                "<p style='font-family:\"a'>a</p>|<p>a</p>",
                "<p style='color:\\72 ed'>a</p>|<p>a</p>",
                "<p style='font-family:仿宋_GB2312, serif'>a</p>|<p style=\"font-family:仿宋_GB2312, serif\">a</p>",
                "<a href=' java\\nscript:x'>a</a>|a",
                "<a href='/a b?c=1'>a</a>|<a href=\"/a%20b?c&#61;1\">a</a>",
                "<a href='HTTPS://a/'>a</a>|<a href=\"HTTPS://a/\">a</a>",
                "<a href='vbscript:x'>a</a>|a",
                "<o:p>a</o:p>|a",
                "{{a}}|{<!-- -->{a}}",
                "<textarea><b>a</textarea>|&lt;b&gt;a",
                "a<title>b</title><object>c</object>|a",
                "<p>1<p>2<br>3<hr>|<p>1</p><p>2<br />3</p><hr />"
            })
    void isWrittenAnewOfWhatIsAllowed(String html, String clean) {
        assertEquals(clean, HtmlCleaner.clean(html.replace("\\n", "\n")).html());
    }

    /** Whatever comes in: what comes out, read by a browser's rules, is of allowed parts alone. */
    @Property(tries = 2_000)
    void nothingButWhatIsAllowedComesOut(@ForAll("soup") String html) {
        String clean = HtmlCleaner.clean(html).html();
        for (Element each : Jsoup.parseBodyFragment(clean).body().getAllElements()) {
            assertFalse(
                    Set.of(
                                    "script",
                                    "style",
                                    "iframe",
                                    "object",
                                    "svg",
                                    "math",
                                    "form",
                                    "input",
                                    "template",
                                    "noscript")
                            .contains(each.normalName()),
                    () -> html + " -> " + clean);
            each.attributes().forEach(attribute -> {
                assertFalse(attribute.getKey().startsWith("on"), () -> html + " -> " + clean);
                assertFalse(
                        attribute.getValue().strip().toLowerCase(Locale.ROOT).startsWith("javascript"), clean);
                assertFalse(attribute.getValue().contains("url("), () -> html + " -> " + clean);
            });
        }
        assertTrue(clean.chars().allMatch(each -> each >= ' ' || each == '\n'), clean);
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<table>",
                        "<tr>",
                        "<td>",
                        "</table>",
                        "<a href=\"javascript:a\">",
                        "</a>",
                        "<svg>",
                        "<math>",
                        "<mi>",
                        "<style>",
                        "</style>",
                        "<script>",
                        "</script>",
                        "<title>",
                        "</title>",
                        "<textarea>",
                        "</textarea>",
                        "<!--",
                        "-->",
                        "<![CDATA[",
                        "]]>",
                        "<noscript>",
                        "</noscript>",
                        "<img src=x onerror=a>",
                        "<template>",
                        "<select>",
                        "<option>",
                        "<desc>",
                        "<foreignObject>",
                        "<annotation-xml encoding=text/html>",
                        "<xmp>",
                        "</xmp>",
                        "<p style=\"color:red;width:url(a)\">",
                        "<b title=\"</b><script>\">",
                        "&lt;script&gt;",
                        "\"",
                        "'",
                        ">",
                        "<",
                        "\u0000",
                        "文",
                        "<frameset>",
                        "<body onload=a>",
                        "<plaintext>",
                        "<form>",
                        "<isindex>",
                        "<input onfocus=a>")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
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
