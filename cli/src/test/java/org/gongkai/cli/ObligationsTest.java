package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gongkai.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObligationsTest {

    private static final String INPUT =
            Typed.CHECKOUT.resolve("examples/obligations/input").toString();
    private static final String BODIES =
            Typed.CHECKOUT.resolve("examples/obligations/bodies.csv").toString();

    @TempDir
    private Path folder;

    private static Typed of(String... more) {
        String[] all = new String[8 + more.length];
        System.arraycopy(
                new String[] {"obligations", INPUT, "--bodies", BODIES, "--year", "2024", "--on", "2025-02-10"},
                0,
                all,
                0,
                8);
        System.arraycopy(more, 0, all, 8, more.length);
        return Typed.command(all);
    }

    @ParameterizedTest
    @CsvSource({"docs/obligations.md, en", "docs/obligations.zh-CN.md, zh"})
    void theGuidesShowWhatTheCommandPrints(String guide, String language) throws Exception {
        Typed typed = of("--lang", language);
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.out() + typed.err());
        assertTrue(
                Files.readString(Typed.CHECKOUT.resolve(guide)).contains(typed.out()),
                guide + " must show:\n" + typed.out());
    }

    @Test
    void thePageAsksNobodyForAnythingAndShowsEachBody() throws Exception {
        of("--out", folder.toString());
        for (String each : new String[] {"obligations.html", "obligations.en.html"}) {
            String page = Files.readString(folder.resolve(each));
            assertTrue(page.contains("石桥街道办事处") && page.contains("newMedia.stale"), page);
            assertTrue(page.contains("区教体局 → 临湾区教育和体育局"), page);
            assertFalse(page.contains("<script") || page.contains("src=") || page.contains("@import"), page);
        }
        assertTrue(Files.size(folder.resolve("obligations.xlsx")) > 0);
        assertTrue(Files.readString(folder.resolve("obligations.json")).contains("\"MISSING\""));
    }

    @Test
    void howRecordsWereMatchedAndWhichWereNotReachesEveryOutput() throws Exception {
        Path records = folder.resolve("records");
        Files.createDirectories(records);
        Files.writeString(records.resolve("peixun.csv"), """
                举办单位,培训名称,培训日期,培训类型,培训内容,参训人数
                东海市临湾区民政局,业务培训,2024-05-20,业务,公文公开属性,26
                外县民政局,业务培训,2024-05-21,业务,公文公开属性,26
                ,业务培训,2024-05-22,业务,公文公开属性,26
                """);
        Typed typed = Typed.command(
                "obligations",
                records.toString(),
                "--bodies",
                BODIES,
                "--year",
                "2024",
                "--on",
                "2025-02-10",
                "--out",
                folder.toString(),
                "--lang",
                "en");
        String out = typed.out();
        assertTrue(out.contains("东海市临湾区民政局 → 临湾区民政局 (by the end of its name, 1)"), out);
        assertTrue(out.contains("No body of the register: 外县民政局 (1 record)"), out);
        assertTrue(out.contains("Without a body 1, without a year 0"), out);
        String page = Files.readString(folder.resolve("obligations.en.html"));
        assertTrue(page.contains("东海市临湾区民政局 → 临湾区民政局 (by the end of its name, 1)"), page);
        assertTrue(page.contains("<li>外县民政局: 1</li>") && page.contains("<li>without a body: 1</li>"), page);
        String json = Files.readString(folder.resolve("obligations.json"));
        assertTrue(json.contains("\"END_OF_NAME\"") && json.replace(" ", "").contains("\"unplaced\":1"), json);
        try (ZipFile book = new ZipFile(folder.resolve("obligations.xlsx").toFile())) {
            String all = book.stream().map(each -> text(book, each)).collect(Collectors.joining());
            assertTrue(all.contains("东海市临湾区民政局") && all.contains("没有单位"), all);
        }
    }

    private static String text(ZipFile book, ZipEntry entry) {
        try (InputStream in = book.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aYearThatIsNotOverMissesNothing() {
        Typed typed = Typed.command(
                "obligations", INPUT, "--bodies", BODIES, "--year", "2025", "--on", "2025-06-30", "--lang", "en");
        assertFalse(typed.out().contains("missing:"), typed.out());
        assertTrue(typed.out().contains("missing 0, not yet due"), typed.out());
    }

    @Test
    void anObligationOfTheUsersOwnIsALineOfAFile() throws Exception {
        Path more = folder.resolve("more.csv");
        Files.writeString(more, """
                id,zh,en,who,record,where,body,times,dated,due,rules,from,until,source,evidence
                two,每年两次培训,two trainings a year,街道,training,,,2,,,,,,本区要求,primary
                """);
        String out = of("--obligations", more.toString(), "--lang", "en").out();
        assertTrue(out.contains("海湾街道办事处: two trainings a year (1 of 2 found)"), out);
    }

    @Test
    void theContentsOfSectorsAreLinesOfAFileThatTheExamplesHold() throws Exception {
        Path bodies = folder.resolve("bodies.csv");
        Files.writeString(bodies, "单位名称,单位类型\n临湾第一中学,学校\n临湾第二中学,学校\n");
        Path records = Files.createDirectories(folder.resolve("records"));
        Files.writeString(records.resolve("schools.csv"), """
                标题,发布机构,成文日期,发布日期
                临湾第一中学2024年招生简章,临湾第一中学,2024-05-06,2024-05-06
                临湾第一中学校园安全应急预案,临湾第一中学,2024-03-06,2024-03-06
                """);
        String out = Typed.command(
                        "obligations",
                        records.toString(),
                        "--bodies",
                        bodies.toString(),
                        "--year",
                        "2024",
                        "--on",
                        "2025-02-10",
                        "--obligations",
                        Typed.CHECKOUT
                                .resolve("examples/obligations/sectors.csv")
                                .toString(),
                        "--lang",
                        "en")
                .out();
        assertTrue(out.contains("临湾第一中学: publish the guide for enquiries (0 of 1 found"), out);
        assertFalse(out.contains("临湾第一中学: publish enrolment") || out.contains("临湾第二中学"), out);
    }

    @Test
    void aRegisterThatIsWrongIsToldWithItsLine() throws Exception {
        Path bodies = folder.resolve("bodies.csv");
        Files.writeString(bodies, "单位名称,单位类型\n甲局,部门\n甲局,部门\n");
        Typed typed =
                Typed.command("obligations", INPUT, "--bodies", bodies.toString(), "--year", "2024", "--lang", "en");
        assertEquals(ExitCode.FAILED, typed.code(), typed.out() + typed.err());
        assertTrue(typed.err().contains("bodies.csv:3"), typed.err());
    }
}
