package org.gongkai.ingest.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.core.catalogue.CatalogueItem;
import org.gongkai.core.catalogue.DisclosureAudience;
import org.gongkai.core.catalogue.DisclosureLimit;
import org.gongkai.core.catalogue.DisclosureManner;
import org.gongkai.core.text.Csv;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Limits, marks, heads and numbers of catalogues, each as a table or a cell has it. */
class CatalogueVectorsTest {

    private static final String HEAD = "<tr><th rowspan=2>序号</th><th colspan=2>公开事项</th><th rowspan=2>公开内容</th>"
            + "<th rowspan=2>公开依据</th><th rowspan=2>公开时限</th><th rowspan=2>公开主体</th><th rowspan=2>公开渠道和载体</th>"
            + "<th colspan=2>公开对象</th><th colspan=2>公开方式</th><th colspan=2>公开层级</th></tr>"
            + "<tr><th>一级事项</th><th>二级事项</th><th>全社会</th><th>特定群体</th><th>主动</th><th>依申请</th><th>县级</th><th>乡级</th></tr>";

    private static List<Csv.Row> rows(Reader reader) throws IOException {
        return Csv.read(reader, "vectors.csv", List.of("id", "kind", "raw", "expected"));
    }

    @TestFactory
    Stream<DynamicTest> eachIsReadAsItSays() throws IOException {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(CatalogueVectorsTest.class.getResourceAsStream("catalogue-vectors.csv")),
                StandardCharsets.UTF_8)) {
            return rows(reader).stream()
                    .map(each -> DynamicTest.dynamicTest(each.text("id") + " " + each.text("raw"), () -> hold(each)));
        }
    }

    @Test
    void theSharedCasesComeOutAsTheySay() throws IOException {
        Path file = Path.of(System.getProperty("gongkai.checkout"), "../shared/facts/catalogue-vectors.csv");
        assumeTrue(Files.isReadable(file), () -> "the shared cases are not here: " + file);
        try (Reader reader = Files.newBufferedReader(file)) {
            List<Csv.Row> rows = rows(reader);
            for (Csv.Row each : rows) {
                hold(each);
            }
            assertTrue(rows.size() >= 33, "33 cases");
        }
    }

    private static void hold(Csv.Row row) throws IOException {
        String raw = row.required("raw");
        String expected = row.required("expected");
        switch (row.required("kind")) {
            case "limit" -> limit(raw, expected);
            case "mark" -> mark(raw, bare(expected));
            case "header" -> header(raw);
            case "number" -> assertEquals(raw, item(HEAD, "", "", raw).number());
            default -> throw new AssertionError("nobody knows what it is");
        }
    }

    private static void limit(String raw, String expected) {
        String said = said(DisclosureLimit.parse(raw));
        assertEquals(bare(expected), said, raw);
    }

    /** Without the remark behind it. */
    private static String bare(String expected) {
        int remark = expected.indexOf(" (");
        return remark < 0 ? expected : expected.substring(0, remark);
    }

    private static String said(DisclosureLimit limit) {
        return switch (limit.shape()) {
            case FIXED_DATE -> "FIXED_DATE " + String.valueOf(limit.monthDay()).substring(2);
            case SAME_AS_ABOVE -> "the value of the row above";
            case AMOUNT -> amount(limit);
            default -> "TEXT " + limit.shape();
        };
    }

    private static String amount(DisclosureLimit limit) {
        if (limit.bound() == DisclosureLimit.Bound.AT_LEAST) {
            return "AT_LEAST " + limit.amount() + " days display";
        }
        DisclosureLimit.Start start = limit.start();
        String from = start == null
                ? " no start event"
                : " from "
                        + (start == DisclosureLimit.Start.DOCUMENT_PUBLISHED
                                ? "document published"
                                : start.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return limit.amount() + " " + limit.unit() + from + (limit.reserved() ? " with reservation" : "");
    }

    private static void mark(String raw, String expected) {
        if (expected.equals("yes")) {
            CatalogueItem item = item(HEAD, "", raw, "1");
            assertEquals(List.of(DisclosureAudience.of(DisclosureAudience.Audience.ALL_SOCIETY)), item.audience());
            return;
        }
        List<String> channels = item(HEAD, raw, "√", "1").channels().stream()
                .map(each -> each.text())
                .toList();
        String name = expected.equals("chosen") ? raw.substring(1) : expected.substring(expected.lastIndexOf(' ') + 1);
        assertEquals(expected.startsWith("not chosen") ? List.of() : List.of(name), channels, raw);
    }

    /** Each way in which a head is printed leads to the same field. */
    private static void header(String raw) {
        if (raw.contains(" | ")) {
            twice(raw);
            return;
        }
        for (String each : raw.split(" [/;] ")) {
            CatalogueItem item = item(head(each), "", "", "1");
            if (each.startsWith("特定")) {
                assertEquals(
                        DisclosureAudience.Audience.GROUP,
                        item.audience().get(1).audience(),
                        each);
            } else if (each.startsWith("依申请")) {
                assertEquals(
                        DisclosureManner.Manner.ON_REQUEST, item.manner().get(0).manner(), each);
            } else if (each.endsWith("级")) {
                assertFalse(item.tiers().isEmpty(), each);
                assertTrue(item.tiers().stream().allMatch(tier -> tier.wellFormed()), each);
            } else {
                assertEquals("内容", item.content(), each);
            }
        }
    }

    private static String head(String printed) {
        if (printed.startsWith("特定")) {
            return HEAD.replace("<th>特定群体</th>", "<th>" + printed + "</th>");
        }
        if (printed.startsWith("依申请")) {
            return HEAD.replace("<th>依申请</th>", "<th>" + printed + "</th>");
        }
        boolean county = printed.equals("县级") || printed.equals("区级");
        return printed.endsWith("级")
                ? HEAD.replace(county ? "<th>县级</th>" : "<th>乡级</th>", "<th>" + printed + "</th>")
                : HEAD.replace("公开内容", printed);
    }

    private static void twice(String raw) {
        if (raw.startsWith("公开方式")) {
            CatalogueItem item = item(HEAD.replace("公开层级", "公开方式"), "", "", "1");
            assertEquals(2, item.tiers().size());
            assertEquals(1, item.manner().size());
        } else {
            CatalogueItem item = item(HEAD.replace("二级事项", "一级事项"), "", "", "1");
            assertEquals("一级", item.level1());
            assertEquals("二级", item.level2());
        }
    }

    private static CatalogueItem item(String head, String channels, String all, String number) {
        List<String> cells = List.of(
                number,
                "一级",
                "二级",
                "内容",
                "《甲条例》",
                "20个工作日内",
                "东岭区民政局",
                channels,
                all.isEmpty() ? "√" : all,
                all.isEmpty() ? "√" : "",
                "",
                "√",
                "√",
                "√");
        String row = "<tr><td>" + String.join("</td><td>", cells) + "</td></tr>";
        return (CatalogueItem) ListTableReader.of("catalogue-item")
                .readHtml("a.html", "<html><body><table>" + head + row + "</table></body></html>", Map.of())
                .records()
                .get(0);
    }
}
