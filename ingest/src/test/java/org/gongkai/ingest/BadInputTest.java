package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.file.Finder;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.LimitsBuilder;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read becomes a problem that names the file; it stops nothing and loses nothing. */
class BadInputTest {

    private static final String GOOD = "<h1>关于停水的通知</h1><div id=zoom><p>定于明日停水，请做好准备。</p></div>";

    /** Generous: these bounds tell a reader that ends from one that does not. */
    private static final Duration BOUND = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void anEmptyFileIsRejectedAndTheNextIsRead() {
        Taken.write(folder, "a.html", new byte[0]);
        Taken taken = Taken.from(Taken.write(folder, "b.html", bytes(GOOD)).getParent());

        assertEquals(
                List.of(new SourceProblem("source.file.empty", Location.of("a.html"), null, null)), taken.rejections);
        assertEquals(List.of(new RawForm.WholeFile("a.html", folder.resolve("a.html"))), taken.rejected);
        assertEquals("关于停水的通知", taken.document().title());
    }

    @Test
    void aPageWhoseTextIsPicturesIsToldOf() {
        String scanned = "<h1>临湾区基层政务公开标准目录</h1><div id=zoom><p><img src=1.jpg></p><p><img src=2.jpg></p></div>";
        Taken taken = Taken.from(Taken.write(folder, "a.html", bytes(scanned)).getParent());

        assertTrue(
                taken.problems.contains(new SourceProblem("source.pictures.unread", Location.of("a.html"), "2", null)),
                taken.problems.toString());
        Taken.write(folder, "a.html", bytes(GOOD.replace("</p>", "</p><img src=1.jpg>")));
        assertEquals(List.of(), Taken.from(folder).problems);
    }

    @Test
    void aFileOverTheLimitIsRejectedUnread() {
        LegacyReader reader = LegacyReader.standard()
                .withLimits(LimitsBuilder.builder(Limits.standard())
                        .maxPageBytes(64)
                        .build());
        Taken taken = Taken.from(reader, Taken.write(folder, "a.html", bytes(GOOD.repeat(9))));

        assertEquals(
                List.of(new SourceProblem(
                        "source.file.tooLarge",
                        Location.of("a.html"),
                        Integer.toString(bytes(GOOD.repeat(9)).length),
                        "≤ 64")),
                taken.rejections);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.html", "a.csv"})
    void bytesThatAreNoTextAreRejected(String name) {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);

        assertEquals(
                List.of("source.file.notText"),
                Taken.from(Taken.write(folder, name, noise)).rules());
    }

    @Test
    void aPictureNamedLikeAPageIsRejected() {
        byte[] picture = "\u0089PNG\r\n\u001a\n and so on".getBytes(StandardCharsets.ISO_8859_1);

        assertEquals(
                List.of("source.file.notText"),
                Taken.from(Taken.write(folder, "a.html", picture)).rules());
    }

    @Test
    void aPageWithoutADocumentIsRejected() {
        assertEquals(
                List.of("source.html.noDocument"),
                Taken.from(folder, "a.html", "<html><head><meta name=SiteName content=海东></head><body></body></html>")
                        .rules());
    }

    @Test
    void aPageThatWasCutOffIsReadAsFarAsItGoes() {
        byte[] whole = bytes("<html><body>" + GOOD + "<p>末尾");
        Taken taken = Taken.from(Taken.write(folder, "a.html", java.util.Arrays.copyOf(whole, whole.length - 1)));

        assertEquals("关于停水的通知", taken.document().title());
        assertEquals(List.of("source.html.truncated", "source.charset.undecodable"), taken.rules());
    }

    @Test
    void bytesOfNoCharsetAreReplacedAndReported() {
        byte[] page = bytes(GOOD + "<p>甲甲甲甲甲甲</p>");
        page[page.length - 6] = (byte) 0xFF;
        Taken taken = Taken.from(Taken.write(folder, "a.html", page));

        assertEquals("关于停水的通知", taken.document().title());
        assertEquals(List.of("source.charset.undecodable"), taken.rules());
    }

    @Test
    void aFileThatIsGoneWhenItIsReadIsRejected() throws IOException {
        LegacyReader reader = LegacyReader.standard();
        Path file = Taken.write(folder, "a.html", bytes(GOOD));
        SourceFile source = reader.find(List.of(file), problem -> {}).get(0);
        Files.delete(file);
        Taken taken = new Taken();
        reader.read(source, taken);

        assertEquals(List.of("source.file.unreadable"), taken.rules());
        assertEquals(1, taken.rejected.size());
    }

    @Test
    void aPathThatDoesNotExistIsReported() {
        assertEquals(
                List.of("source.file.unreadable"),
                Taken.from(folder.resolve("none.html")).rules());
    }

    @Test
    void aFolderThatMayNotBeReadIsReportedAndItsNeighboursAreRead() {
        Taken.write(folder, "closed/a.html", bytes(GOOD));
        Taken.write(folder, "open/a.html", bytes(GOOD));
        List<SourceProblem> problems = new ArrayList<>();
        // Refused here and not by permissions, since some users may read everything.
        List<SourceFile> files = new Finder(Limits.standard(), problems::add, false, each -> {
                    if (each.endsWith("closed")) {
                        throw new AccessDeniedException(each.toString());
                    }
                    return Files.newDirectoryStream(each);
                })
                .find(List.of(folder));

        assertEquals(
                List.of(new SourceProblem("source.folder.unreadable", Location.of("closed"), "access denied", null)),
                problems);
        assertEquals(
                List.of("open/a.html"), files.stream().map(SourceFile::name).toList());
    }

    @Test
    void aLinkThatLoopsIsReportedAndNotFollowed() throws IOException {
        Taken.write(folder, "a/b.html", bytes(GOOD));
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        Taken taken = Taken.from(folder);

        assertEquals(
                List.of(new SourceProblem("source.link.skipped", Location.of("a/loop"), "a/loop", null)),
                taken.problems);
        assertEquals(1, taken.records.size());
    }

    @Test
    void foldersDeeperThanTheLimitAreReported() {
        LegacyReader reader = LegacyReader.standard()
                .withLimits(LimitsBuilder.builder(Limits.standard())
                        .maxFolderDepth(2)
                        .build());
        Taken.write(folder, "1/2/3/a.html", bytes(GOOD));

        assertEquals(List.of("source.limit.reached"), Taken.from(reader, folder).rules());
    }

    @Test
    void filesOfOtherKindsAreReportedButNotWhatPagesAreMadeOf() {
        Taken.write(folder, "a.pptx", bytes("x"));
        Taken.write(folder, "style.css", bytes("x"));
        Taken.write(folder, "logo.png", bytes("x"));
        Taken taken = Taken.from(folder);

        assertEquals(
                List.of(new SourceProblem("source.file.unsupported", Location.of("a.pptx"), "pptx", null)),
                taken.problems);
    }

    @Test
    void whatMacOsLaysBesideAFileIsNoSource() {
        byte[] attributes = {0, 5, 0x16, 7, 0, 2, 0, 0, 'M', 'a', 'c'};
        Taken.write(folder, "a.html", bytes(GOOD));
        Taken.write(folder, "._a.html", attributes);
        Taken.write(folder, "__MACOSX/._b.csv", attributes);
        Taken.write(folder, "._c.html", bytes(GOOD));
        Taken.write(folder, ".DS_Store", attributes);
        Taken taken = Taken.from(folder);

        assertEquals(2, taken.records.size(), "the page and one whose name begins in the same way");
        assertTrue(taken.rejected.isEmpty());
        assertEquals(List.of("source.file.unsupported", "source.file.unsupported"), taken.rules());
    }

    /** A block each, and letters in bold, of which the parser opens the ones before anew. */
    @ParameterizedTest
    @ValueSource(strings = {"div", "b"})
    void tagsNestedWithoutEndAreRead(String tag) {
        String deep = ("<" + tag + ">").repeat(100_000) + "深处的正文，请注意。" + ("</" + tag + ">").repeat(100_000);

        assertTimeoutPreemptively(
                BOUND,
                () -> Taken.from(folder, "a.html", "<h1>关于停水的通知</h1>" + deep).only());
    }

    @Test
    void tablesNestedWithoutEndAreRead() {
        String deep = "<table><tr><td>索引号</td><td>".repeat(20_000);

        assertTimeoutPreemptively(
                BOUND, () -> Taken.from(folder, "a.html", GOOD + deep).only());
    }

    @Test
    void aTagWithAMillionAttributesIsRead() {
        StringBuilder page = new StringBuilder("<h1>关于停水的通知</h1><div id=zoom ");
        for (int i = 0; i < 1_000_000; i++) {
            page.append('a').append(i).append("=1 ");
        }
        page.append("><p>定于明日停水，请做好准备。</p></div>");

        assertTimeoutPreemptively(
                BOUND, () -> Taken.from(folder, "a.html", page.toString()).only());
    }

    @Test
    void aHugeTableIsRead() {
        String row = "<tr>" + "<td>索引号</td><td>1</td>".repeat(10) + "</tr>";

        assertTimeoutPreemptively(
                BOUND,
                () -> Taken.from(folder, "a.html", GOOD + "<table>" + row.repeat(20_000) + "</table>")
                        .only());
    }

    @Test
    void aLineFullOfColonsIsRead() {
        assertTimeoutPreemptively(
                BOUND,
                () -> Taken.from(folder, "a.html", GOOD + "<p>" + "发文日期：".repeat(200_000) + "</p>")
                        .only());
    }

    @Test
    void aPageOfLinksIsRead() {
        assertTimeoutPreemptively(
                BOUND,
                () -> Taken.from(folder, "a.html", GOOD + "<p><a href='a.pdf'>甲</a></p>".repeat(50_000))
                        .only());
    }

    @Test
    void moreFieldsThanTheLimitAreLeftOutAndThatIsSaid() {
        LegacyReader reader = LegacyReader.standard()
                .withLimits(
                        LimitsBuilder.builder(Limits.standard()).maxFields(3).build());
        Taken taken = Taken.from(
                reader,
                Taken.write(
                        folder, "a.html", bytes("<table>" + "<tr><td>索引号</td><td>A</td></tr>".repeat(9) + "</table>")));

        assertEquals(List.of("source.limit.reached"), taken.rules());
        assertTrue(taken.only().ledger().size() <= 4);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
