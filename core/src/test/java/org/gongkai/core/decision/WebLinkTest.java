package org.gongkai.core.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinkTest {

    private static final String PAGE = "https://www.example.gov.cn/zwgk/jc/index.html";

    @ParameterizedTest
    @CsvSource({
        "https://a.gov.cn/1.html, https://a.gov.cn/1.html",
        "HTTP://a.gov.cn, HTTP://a.gov.cn",
        "https://a.gov.cn/附件 1.pdf, https://a.gov.cn/附件%201.pdf",
        "files/1.pdf, https://www.example.gov.cn/zwgk/jc/files/1.pdf",
        "../1.pdf, https://www.example.gov.cn/zwgk/1.pdf",
        "/1.pdf, https://www.example.gov.cn/1.pdf"
    })
    void aLinkIsReadAgainstItsPage(String url, String expected) {
        assertEquals(expected, WebLink.resolve(url, PAGE));
    }

    @ParameterizedTest
    @CsvSource({"files/1.pdf, files/1.pdf", "./a b.html, ./a%20b.html", "a.html?x=1#y, a.html?x=1#y"})
    void aPathBelowThePageIsKeptWhereThePageHasNoAddress(String url, String expected) {
        assertEquals(expected, WebLink.resolve(url, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../1.pdf", "a/../../1.pdf", "..", "a/%2e%2E", "%2e%2e/1.pdf", "/etc/passwd", "//evil.example/x"
            })
    void aPathThatLeavesTheFolderIsNoLinkWhereThePageHasNoAddress(String url) {
        assertNull(WebLink.resolve(url, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "vbscript:x",
                "mailto:a@b.cn",
                "https://user@evil.example/",
                "https://",
                "C:\\a.pdf",
                "\\\\server\\a",
                "#top",
                " ",
                "a\"onclick=x",
                "<b>"
            })
    void whatIsNeitherAnAddressNorAPathIsNeverALink(String url) {
        assertNull(WebLink.resolve(url, null));
        assertNull(WebLink.resolve(url, PAGE));
    }

    @Property
    void aLinkNeverLeavesTheWeb(@ForAll("urls") String url, @ForAll boolean withPage) {
        String link = WebLink.resolve(url, withPage ? PAGE : null);
        if (link != null) {
            String lower = link.toLowerCase(Locale.ROOT);
            assertTrue(
                    lower.startsWith("http://") || lower.startsWith("https://") || !lower.matches("[a-z0-9+.-]*:.*"),
                    link);
        }
    }

    @Provide
    Arbitrary<String> urls() {
        return Arbitraries.strings()
                .withChars("jJaAvsSscript:/\\.%2e #?\"<>\t\u200Bhttp")
                .ofMaxLength(24);
    }
}
