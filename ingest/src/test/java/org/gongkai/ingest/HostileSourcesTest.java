package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources made to keep a reader busy. The time is a guard against hanging, no measure of speed. */
class HostileSourcesTest {

    private static final Duration GUARD = Duration.ofMinutes(10);
    private static final int LENGTH = 30_000;
    private static final String HEADER = "标题,发文字号,成文日期\n";
    private static final String ROW = "关于防汛的通知,某发〔2023〕1号,2023-01-02\n";
    private static final String BODY = "<div class=content><p>根据有关规定，现将有关事项通知如下。各单位要认真贯彻执行，切实做好防汛工作。</p></div>";

    private static final List<String> RUNS = List.of(
            " ",
            "　",
            "\u000B",
            "1",
            "（",
            "【",
            "、",
            "：",
            "-",
            "—",
            "|",
            "_",
            "令",
            "年",
            "2023-1-1 ",
            "某局",
            "附件：",
            "发布日期：",
            "〔",
            "》",
            "中",
            "a",
            "，",
            "<br>",
            "<span></span>",
            "一");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>%</p>",
                "<p>抄送：%某</p>",
                "<p>某局%印发</p>",
                "<p>来源：某局%x</p>",
                "<title>%x</title>",
                "<h1>%</h1>",
                "<table><tr><td>标题</td><td>%</td></tr><tr><td>发文字号</td><td>%</td></tr><tr><td>主题分类</td><td>%</td></tr></table>",
                "<a href='x.pdf' title='%'>%</a>",
                "<div class='%' id='%' style='%'>a<br>b</div>",
                "<meta name=Keywords content='%'><meta name=Description content='%'>",
                "<a href='%'>解读%</a>"
            })
    void aLongRunOnAPageDoesNotHang(String place) {
        assertTimeoutPreemptively(GUARD, () -> {
            for (String run : RUNS) {
                String page = "<html><body>" + place.replace("%", run.repeat(LENGTH / run.length())) + BODY
                        + "</body></html>";
                Taken taken = Taken.from(folder, "a.html", page);
                assertEquals(1, taken.records.size() + taken.rejections.size(), run);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>索引号：A</p>",
                "索引号：<br>",
                "<table><tr><td>索引号</td><td>a</td></tr></table>",
                "<h1>关于防汛x的通知</h1>",
                "<div class=title>关于防汛工作的通知</div>",
                "<a href=x.pdf>附件</a>",
                "<iframe src=a.pdf></iframe>",
                "<li><time datetime=2023-07-21>21</time></li>",
                "<video src=a.mp4></video>",
                "<span>来源</span><span>某局</span>",
                "<p>附件：1.a</p>",
                "<p>某市人民政府令</p><p>第5号</p>",
                "<h4>政策解读</h4><a href=b>关于防汛工作的通知解读</a>",
                "<p>　</p>",
                "<b>",
                "<div id=nr><p>abcdef</p>"
            })
    void manyPartsOfAPageDoNotHang(String part) {
        assertTimeoutPreemptively(GUARD, () -> {
            String page = "<html><title>关于防汛工作的通知_某网</title><body><div class=art>"
                    + part.repeat(LENGTH * 4 / part.length()) + BODY + "</div></body></html>";
            Taken taken = Taken.from(folder, "a.html", page);
            assertEquals(1, taken.records.size() + taken.rejections.size());
        });
    }

    @Test
    void aLineWithoutAnEndIsCutAndTheNextIsRead() throws IOException {
        Path file = folder.resolve("a.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(HEADER);
            for (int i = 0; i < 100; i++) {
                writer.write("x".repeat(1 << 20));
            }
            writer.write('\n' + ROW);
        }
        assertTimeoutPreemptively(GUARD, () -> {
            Taken taken = Taken.from(file);
            assertEquals(1, taken.records.size());
            assertEquals(List.of("source.limit.reached"), taken.rules());
        });
    }

    @Test
    void tooManyColumnsAreALimitThatWasPassed() {
        assertTimeoutPreemptively(GUARD, () -> {
            Taken row = Taken.from(folder, "a.csv", HEADER + "a,".repeat(100_000) + '\n' + ROW);
            assertEquals(1, row.records.size());
            assertEquals(List.of("source.limit.reached"), row.rules());
            assertEquals("≤ 1000", row.rejections.get(0).expected());
            Taken header = Taken.from(folder, "b.csv", "标题,发文字号," + "a,".repeat(100_000) + '\n' + ROW);
            assertEquals(List.of("source.limit.reached"), header.rules());
        });
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOneRow() {
        assertTimeoutPreemptively(GUARD, () -> {
            Taken taken = Taken.from(folder, "a.csv", HEADER + '"' + ROW + ROW.repeat(20_000));
            assertEquals(20_000, taken.records.size());
            assertEquals(List.of("source.csv.malformed"), taken.rules());
        });
    }

    @Test
    void aQuoteInEachRowCostsThatRow() {
        assertTimeoutPreemptively(GUARD, () -> {
            Taken taken = Taken.from(folder, "a.csv", HEADER + ('"' + ROW).repeat(20_000));
            assertTrue(taken.records.isEmpty());
            assertEquals(Collections.nCopies(20_000, "source.csv.malformed"), taken.rules());
        });
    }

    @Test
    void foldersThatLinkToEachOtherAreReadOnce() throws IOException {
        List<String> names = List.of("a", "b", "c");
        for (String name : names) {
            Taken.write(folder, name + "/1.html", "<h1>关于防汛工作的通知</h1>".getBytes(StandardCharsets.UTF_8));
        }
        for (String name : names) {
            for (String other : names) {
                if (!name.equals(other)) {
                    Files.createSymbolicLink(folder.resolve(name).resolve("to-" + other), folder.resolve(other));
                }
            }
        }
        assertTimeoutPreemptively(GUARD, () -> {
            Taken taken = Taken.from(LegacyReader.standard().withLinks(), folder);
            assertEquals(3, taken.records.size());
            assertEquals(Collections.nCopies(6, "source.link.skipped"), taken.rules());
        });
    }

    @Test
    void aFolderThatOnlyALinkLeadsToIsRead() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real"));
        Taken.write(real, "1.html", "<h1>关于防汛工作的通知</h1>".getBytes(StandardCharsets.UTF_8));
        Path asked = Files.createDirectories(folder.resolve("asked"));
        Files.createSymbolicLink(asked.resolve("to"), real);

        Taken taken = Taken.from(LegacyReader.standard().withLinks(), asked);

        assertEquals(1, taken.records.size());
        assertEquals(List.of(), taken.rules());
    }

    @Test
    void manyListsInOneDocumentDoNotHang() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 20_000; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("\"l")
                    .append(i)
                    .append("\":[{\"kind\":\"document\",\"title\":\"a\"}]");
        }
        assertTimeoutPreemptively(GUARD, () -> {
            Taken taken = Taken.from(folder, "a.json", json.append('}').toString());
            assertEquals(20_000, taken.records.size());
        });
    }
}
