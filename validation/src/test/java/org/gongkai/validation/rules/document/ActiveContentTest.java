package org.gongkai.validation.rules.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActiveContentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<script>alert(1)</script> | <script>",
                "<p><SCRIPT src=x> | <script>",
                "<style>p{}</style> | <style>",
                "<iframe src='a'> | <iframe>",
                "<p onclick=\"x()\"> | onclick",
                "<img src=a/onerror=x> | `null`",
                "<img src='a'onerror=x> | onerror",
                "<p title='>' OnLoad = x> | onload",
                "<a href=\"javascript:x()\"> | javascript:",
                "<a href=' java\tscript:x'> | javascript:",
                "<form action=JavaScript:x> | javascript:",
                "<!-- a --><script> | <script>",
                "<!--><script> --> | <script>",
                "<!--[if IE]><script><![endif]--> | <script>",
                "<p<script> | `null`",
            })
    void whatActsIsNamed(String html, String found) {
        assertEquals("null".equals(found) ? null : found, ActiveContent.in(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a < b and onclick=1",
                "<p>onclick=x javascript:</p>",
                "<p title=\"<script> onclick=1\">文</p>",
                "<a href='https://example.org/?q=javascript:'>文</a>",
                "<!-- don't -->文",
                "</p><br/><table border=1 on=2>",
                "<scripture>",
            })
    void whatDoesNotActPasses(String html) {
        assertNull(ActiveContent.in(html));
    }

    @Test
    void hostileTextIsReadOnce() {
        assertNull(ActiveContent.in("<".repeat(2_000_000)));
        assertNull(ActiveContent.in("<a ".repeat(1_000_000)));
        assertNull(ActiveContent.in("<a b='".repeat(500_000)));
    }

    @Property(tries = 500)
    void anyTextIsReadToItsEnd(
            @ForAll
                    @StringLength(max = 60)
                    @Chars({'<', '>', '=', '"', '\'', ' ', '!', '-', '/', ':'})
                    @CharRange(from = 'a', to = 'c')
                    String html) {
        ActiveContent.in(html);
    }
}
