package org.gongkai.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.export.Browser;
import org.gongkai.validation.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

    /** Asks the page's own controls, as a reader would, and writes down what they answer. */
    private static final String READER = """
            <pre id="result"></pre><script>
            const shown = () => document.getElementById("shown").textContent;
            const items = () => document.querySelectorAll("#list li").length;
            const choose = (id, value) => {
              document.getElementById(id).value = value;
              document.getElementById(id).dispatchEvent(new Event("change"));
            };
            const log = [];
            const say = what => log.push(what + ": " + shown() + " [" + items() + "]");
            say("all");
            document.getElementById("after").click();
            say("next");
            choose("level", "0");
            say("errors");
            choose("level", "");
            document.getElementById("search").value = "临湾-2";
            document.getElementById("search").dispatchEvent(new Event("input"));
            setTimeout(() => {
              say("search");
              document.getElementById("reset").click();
              say("reset");
              document.getElementById("language").click();
              log.push("language: " + document.documentElement.lang + ", " + shown());
              dispatchEvent(new Event("beforeprint"));
              log.push("print: " + items());
              log.push("alerts: " + (window.alerts ?? 0) + ", images: " + document.images.length);
              document.getElementById("result").textContent = JSON.stringify(log);
            }, 400);
            </script>
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0, 375", "1, 375", "50, 375", "50, 1280", "100000, 375"})
    void nothingSticksOutOnATelephoneOrADesk(int findings, int width) throws Exception {
        Browser browser = Browser.assumed();
        Browser.Layout layout =
                browser.layout(Reports.text(ReportFormat.HTML, Reports.of(findings), Locale.CHINESE), width, folder);
        assertEquals(List.of(), layout.outside());
        assertTrue(layout.scrollWidth() <= layout.width(), layout.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {375, 1280})
    void aReportWithEverythingInItFitsToo(int width) throws Exception {
        Browser.Layout layout = Browser.assumed()
                .layout(Reports.text(ReportFormat.HTML, Reports.small(), Locale.ENGLISH), width, folder);
        assertEquals(List.of(), layout.outside());
        assertTrue(layout.scrollWidth() <= layout.width(), layout.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 100_000})
    void filterSearchLanguageAndPrintWork(int findings) throws Exception {
        Browser browser = Browser.assumed();
        Report report = Reports.of(findings);
        List<String> said = read(browser, report);
        long errors = report.examples().stream()
                .filter(each -> each.finding().severity().ordinal() == 0)
                .count();
        long sought = report.examples().stream()
                .filter(each -> each.finding().toString().contains("临湾-2"))
                .count();
        assertEquals("all: " + pages(0, findings), said.get(0));
        assertEquals("next: " + pages(findings > 50 ? 50 : 0, findings), said.get(1));
        // Where there is no error none can be chosen.
        assertEquals("errors: " + pages(0, errors == 0 ? findings : errors), said.get(2));
        assertEquals("search: " + pages(0, sought), said.get(3));
        assertEquals("reset: " + pages(0, findings), said.get(4));
        assertTrue(said.get(5).startsWith("language: zh-CN, " + (findings == 0 ? "没有" : "第 1–")), said.get(5));
        assertEquals("print: " + Math.min(500, findings), said.get(6));
        assertTrue(findings < 50 || sought > 0 && errors > 0, "the case must show something");
    }

    @Test
    void aTextThatAttacksIsATextAndNothingElse() throws Exception {
        List<String> said = read(Browser.assumed(), Reports.small());
        assertEquals("alerts: 0, images: 0", said.get(said.size() - 1));
    }

    @Test
    void noValueEndsAnElementOrRuns() throws Exception {
        String html = Reports.text(ReportFormat.HTML, Reports.small(), Locale.ENGLISH);
        Matcher scripts = Pattern.compile("</?script[^>]*>").matcher(html);
        assertEquals(
                List.of("<script type=\"application/json\" id=\"data\">", "</script>", "<script>", "</script>"),
                scripts.results().map(each -> each.group()).toList());
        assertFalse(html.contains("<img"));
        assertFalse(
                Pattern.compile("<[^>]*\\s(?:src|href|style|on\\w+)=")
                        .matcher(html)
                        .find(),
                "nothing is loaded");
        assertTrue(html.contains("default-src 'none'"));
        assertTrue(html.contains("script-src 'sha256-"));
    }

    private List<String> read(Browser browser, Report report) throws Exception {
        String html = Reports.text(ReportFormat.HTML, report, Locale.ENGLISH)
                // The reader's script is not the page's; a real reader has no need of one.
                .replaceFirst(
                        "<meta http-equiv=\"Content-Security-Policy\"[^>]*>",
                        "<script>alert = () => window.alerts = 1</script>")
                .replace("</body>", READER + "</body>");
        return browser.read(html, folder);
    }

    private static String pages(long before, long all) {
        if (all == 0) {
            return "No finding matches [0]";
        }
        long to = Math.min(all, before + 50);
        return String.format(Locale.ROOT, "%,d–%,d of %,d [%d]", before + 1, to, all, to - before);
    }
}
