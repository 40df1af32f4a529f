package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.file.TextBytes;
import org.gongkai.ingest.source.Mapped;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.junit.jupiter.api.Test;

/** Every text of a page is in the record's body or in an entry of the ledger, whatever the layout. */
class TextAccountTest {

    private static final Set<String> NO_TEXT = Set.of("script", "style");

    private final Path folder;

    TextAccountTest() throws IOException {
        folder = Files.createTempDirectory("gongkai-texts");
    }

    @AfterProperty
    void clear() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Where the words of a page are: in the body, in a field that means something, or told to be the page's. */
    private static final class Figures {
        private int pages;
        private int body;
        private int fields;
        private int told;
        private final List<String> lost = new ArrayList<>();
    }

    @Property(tries = 300)
    void everyTextOfAnyPageIsAccountedFor(@ForAll("pages") String page) {
        // What holds no document is kept whole, and needs no account.
        Figures figures = figures(Taken.from(folder, "a.html", page), page);
        assertEquals(List.of(), figures.lost, page);
    }

    @Test
    void everyTextOfTheLayoutsIsAccountedFor() throws Exception {
        Figures figures = new Figures();
        Path layouts = Path.of(TextAccountTest.class.getResource("layouts").toURI());
        add(figures, layouts);
        assertTrue(figures.pages > 100);
        assertEquals(List.of(), figures.lost);
    }

    @Test
    void everyTextOfRealPagesIsAccountedForAndTheGuideSaysWhere() throws IOException {
        Path data = Path.of(System.getProperty("gongkai.checkout"), "..", "shared", "data")
                .normalize();
        assumeTrue(Files.isDirectory(data), "no practice pages at " + data);
        StringBuilder rows = new StringBuilder();
        Figures all = new Figures();
        for (String each : List.of("pages", "pages/fragments", "extraction/pages")) {
            Figures figures = new Figures();
            add(figures, data.resolve(each));
            all.lost.addAll(figures.lost);
            rows.append(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,d | %,d | %,d | %,d |\n",
                    each,
                    figures.pages,
                    figures.body,
                    figures.fields,
                    figures.told,
                    figures.lost.size()));
        }
        IngestFiguresTest.check(
                "docs/ingest.md",
                "texts",
                "| pages | number | words in the body | in fields | told to be the page's | lost |\n|---|---:|---:|---:|---:|---:|\n"
                        + rows);
        IngestFiguresTest.check(
                "docs/ingest.zh-CN.md",
                "texts",
                "| 页面 | 数量 | 在正文中的词 | 在字段中 | 记为页面文字 | 丢失 |\n|---|---:|---:|---:|---:|---:|\n" + rows);
        assertEquals(List.of(), all.lost);
    }

    private void add(Figures figures, Path pages) throws IOException {
        try (Stream<Path> files = Files.list(pages)) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.html(\\.gz)?"))
                    .sorted()
                    .toList()) {
                Path page = file;
                if (file.toString().endsWith(".gz")) {
                    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                        page = Taken.write(folder, "a.html", in.readAllBytes());
                    }
                }
                Taken taken = Taken.from(page);
                Figures one = figures(taken, characters(page));
                figures.pages++;
                figures.body += one.body;
                figures.fields += one.fields;
                figures.told += one.told;
                one.lost.forEach(each -> figures.lost.add(file.getFileName() + ": " + each));
            }
        }
    }

    /** The characters of a page, as the reader finds them; what becomes of them is looked for without it. */
    private static String characters(Path page) throws IOException {
        try {
            TextBytes bytes = TextBytes.of(() -> Files.newInputStream(page));
            byte[] all = Files.readAllBytes(page);
            return new String(all, bytes.mark(), all.length - bytes.mark(), bytes.charset());
        } catch (TextBytes.NoTextException noText) {
            return "";
        }
    }

    private static Figures figures(Taken taken, String page) {
        Figures figures = new Figures();
        if (taken.records.size() != 1) {
            return figures;
        }
        Mapped mapped = taken.records.get(0);
        if (!(mapped.record() instanceof OfficialDocument document)) {
            return figures;
        }
        Body body = document.body();
        String text = body == null || body.text() == null ? "" : LegacyText.lettersAndDigits(body.text());
        StringBuilder fields = new StringBuilder();
        StringBuilder told = new StringBuilder();
        for (LedgerEntry each : mapped.ledger()) {
            (each.fate() == FieldFate.IGNORED ? told : fields)
                    .append(LegacyText.lettersAndDigits(each.location().label() + " " + each.value()))
                    .append('\n');
        }
        for (String word : words(page)) {
            if (text.contains(word)) {
                figures.body++;
            } else if (fields.indexOf(word) >= 0) {
                figures.fields++;
            } else if (told.indexOf(word) >= 0) {
                figures.told++;
            } else {
                figures.lost.add(word);
            }
        }
        return figures;
    }

    /** The words of a page's texts, read without this library. */
    private static Set<String> words(String page) {
        Set<String> words = new TreeSet<>();
        Document document = Jsoup.parse(page);
        document.body().traverse(new NodeVisitor() {
            @Override
            public void head(org.jsoup.nodes.Node node, int depth) {
                if (node instanceof TextNode text
                        && !NO_TEXT.contains(text.parent().normalName())) {
                    for (String word : text.getWholeText().split("[^\\p{L}\\p{N}]+")) {
                        String bare = LegacyText.lettersAndDigits(word);
                        if (!bare.isEmpty()) {
                            words.add(bare);
                        }
                    }
                }
            }

            @Override
            public void tail(org.jsoup.nodes.Node node, int depth) {}
        });
        return words;
    }

    // ---- pages of any make

    @Provide
    Arbitrary<String> pages() {
        return nodes().list().ofMinSize(2).ofMaxSize(8).map(parts -> {
            StringBuilder page =
                    new StringBuilder("<html><head><meta charset=utf-8><title>关于停水的通知</title></head><body>");
            int[] number = new int[1];
            for (String part : parts) {
                page.append(numbered(part, number));
            }
            return page.append("</body></html>").toString();
        });
    }

    /** Each # becomes a word of its own. */
    private static String numbered(String part, int[] number) {
        StringBuilder text = new StringBuilder();
        for (char each : part.toCharArray()) {
            text.append(each == '#' ? "词" + Integer.toString(1_000 + number[0]++) + "语" : String.valueOf(each));
        }
        return text.toString();
    }

    private static Arbitrary<String> nodes() {
        Arbitrary<String> names = Arbitraries.of(
                "div",
                "p",
                "span",
                "ul",
                "li",
                "h1",
                "h2",
                "h3",
                "a href=/x.html",
                "a href=f.pdf",
                "font",
                "b",
                "td",
                "table",
                "tr",
                "dl",
                "dt",
                "dd",
                "nav",
                "footer",
                "aside",
                "section",
                "textarea",
                "select",
                "button",
                "label",
                "center",
                "time",
                "noscript",
                "article",
                "form",
                "iframe");
        Arbitrary<String> looks = Arbitraries.of(
                "",
                "",
                "",
                " class=zoom",
                " id=zoom",
                " class=content",
                " class=title",
                " class='share-box'",
                " class='comment-list'",
                " class=date",
                " style='display:none'",
                " hidden",
                " align=right",
                " class=xgwj",
                " class=TRS_Editor",
                " align=center");
        Arbitrary<String> texts = Arbitraries.of(
                "#",
                "#，#。",
                "索引号：#",
                "发布日期：2023-01-02",
                "发文字号：",
                "[废止日期]",
                "关于#的通知",
                "来源：# 时间：2023-01-02 #",
                "相关链接：",
                "上一篇：#",
                "（#）",
                "主题分类",
                "附件：#",
                "#局",
                "2023年1月2日",
                "第一条　#，本办法自2023年1月1日起施行。",
                "打印",
                "为做好#工作，现将有关事项通知如下，请认真贯彻执行，确保取得实效，做到应保尽保。");
        Arbitrary<String> leaf = texts;
        Arbitrary<String> first = element(names, looks, leaf);
        Arbitrary<String> second = element(names, looks, Arbitraries.oneOf(leaf, first));
        return element(names, looks, Arbitraries.oneOf(leaf, first, second));
    }

    private static Arbitrary<String> element(
            Arbitrary<String> names, Arbitrary<String> looks, Arbitrary<String> inside) {
        return Combinators.combine(names, looks, inside.list().ofMinSize(1).ofMaxSize(4))
                .as((name, look, parts) ->
                        "<" + name + look + ">" + String.join("", parts) + "</" + name.split(" ")[0] + ">");
    }
}
