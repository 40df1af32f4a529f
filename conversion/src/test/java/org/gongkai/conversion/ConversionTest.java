package org.gongkai.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.conversion.ConversionException.Problem;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.inventory.Inventory;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.PackageReceipt;
import org.gongkai.export.PackageSchemas;
import org.gongkai.export.check.PackageVerification;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.inventory.GapFile;
import org.gongkai.ingest.inventory.InventoryReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.validation.coverage.InventoryCount;
import org.gongkai.validation.document.ConflictChoice;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.Baseline;
import org.gongkai.validation.report.FileFates;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportedFinding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00.123Z"), ZoneId.of("Asia/Shanghai"));
    private static final Profile PROFILE = Profile.named("shandong-library");

    @TempDir
    private Path folder;

    private Path sources;
    private Path target;
    private final Conversion conversion = Conversion.of(PROFILE, CLOCK);

    @BeforeEach
    void name() {
        sources = folder.resolve("sources");
        target = folder.resolve("package");
    }

    private Report run(Conversion run) {
        return run.run(List.of(sources));
    }

    @Test
    void aRunWithoutATargetJudgesAndWritesNothing() throws IOException {
        Sources.write(sources, 3);
        Map<String, String> before = Sources.contents(folder);
        Report report = run(conversion);
        assertEquals(7, report.summary().records());
        assertEquals(1, report.summary().rejected());
        assertEquals(1, report.summary().withheld());
        assertEquals(1, report.duplicates());
        assertEquals("gongkai " + Conversion.version(), report.tool());
        assertEquals(before, Sources.contents(folder));
    }

    @Test
    void aRunWithATargetWritesAWholePackageAndTellsOfIt() throws IOException {
        Sources.write(sources, 3);
        AtomicReference<PackageReceipt> told = new AtomicReference<>();
        Report report = run(conversion.into(target).onPackage(told::set));
        PackageSchemas.checkPackage(target);
        assertTrue(PackageVerification.of(target).good());
        PackageDescription description = told.get().description();
        assertEquals(target, told.get().path());
        assertEquals(5, description.records());
        assertEquals(1, description.withheld());
        assertEquals(1, description.attachments());
        assertEquals(report, Report.read(Files.newInputStream(target.resolve("report.json"))));
        assertEquals(
                2, Files.readAllLines(target.resolve("rejects.ndjson")).size(), "the empty page and the repetition");
        assertTrue(Files.readString(target.resolve("report.html")).contains("lang=\"zh"));
        assertNothingOfTheSecret(target);
    }

    private void page(String name, String validity, String published) throws IOException {
        Files.createDirectories(sources);
        Files.writeString(
                sources.resolve(name),
                "<html><head><meta charset=utf-8></head><body><table><tr><td>索引号</td><td>A/1</td></tr><tr><td>有效性</td><td>"
                        + validity
                        + "</td></tr><tr><td>发布日期</td><td>" + published
                        + "</td></tr></table><h1>某市养犬管理办法</h1><div id=zoom><p>第一条　为规范养犬，制定本办法。</p></div></body></html>");
    }

    private List<String> valid() throws IOException {
        return Files.readAllLines(target.resolve("data/records.ndjson")).stream()
                .map(each -> each.replaceAll(".*\"validity\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLaterPublishedOfTwoContentsLeavesWhicheverIsReadFirst(boolean first) throws IOException {
        page(first ? "a.html" : "b.html", "废止", "2023-05-02");
        page(first ? "b.html" : "a.html", "有效", "2020-01-02");
        List<String> told = new ArrayList<>();
        Report report = run(conversion
                .into(target)
                .onFinding(each -> told.add(each.finding().rule())));
        assertEquals(List.of("废止"), valid());
        assertEquals(1, report.duplicates());
        assertEquals(1, told.stream().filter("record.conflict"::equals).count());
        assertTrue(Files.exists(target.resolve(first ? "rejects/b.html" : "rejects/a.html")));
        assertTrue(PackageVerification.of(target).good());
    }

    @Test
    void bothContentsLeaveWhereTheRuleDoesNotChoose() throws IOException {
        page("a.html", "废止", "2023-05-02");
        page("b.html", "有效", "2020-01-02");
        Report report = run(conversion.choosing(ConflictChoice.BOTH).into(target));
        assertEquals(List.of("废止", "有效"), valid());
        assertEquals(0, report.duplicates());
    }

    @Test
    void aListThatWasNamedIsReadThoughAPageAttachesIt() throws IOException {
        Files.createDirectories(sources);
        Path page = Files.writeString(
                sources.resolve("a.html"),
                "<html><body><h1>关于某事的通知</h1><div id=zoom><p>各有关单位要认真落实各项工作。</p><p><a href=list.csv>名单.csv</a></p></div></body></html>");
        Path list = Files.writeString(sources.resolve("list.csv"), "标题,发文字号\n关于表中事的通知,某政发〔2023〕1号\n");
        Report together = conversion.run(List.of(sources));
        assertEquals(1, together.summary().records());
        Report named = conversion.run(List.of(page, list));
        assertEquals(2, named.summary().records());
    }

    /** The lines about files, as name, fate, and whose or why. */
    private List<String> fates() throws IOException {
        List<String> fates = new ArrayList<>();
        for (String line : Files.readAllLines(target.resolve("sources.ndjson"))) {
            JsonNode source = CanonicalJson.mapper().readTree(line);
            if (!source.has("record")) {
                fates.add(source.get("source").asText() + " "
                        + source.get("fate").asText() + source.path("with").asText()
                        + source.path("why").asText());
            }
        }
        return fates;
    }

    @Test
    void everyFileThatWasFoundOrAttachedHasOneFate() throws IOException {
        Files.createDirectories(sources);
        Files.writeString(
                sources.resolve("a.html"),
                "<html><body><h1>关于某事的通知</h1><div id=zoom><p>各有关单位要认真落实各项工作。</p><p><a href=list.csv>名单.csv</a> "
                        + "<a href=b.pdf>附表.pdf</a></p></div></body></html>");
        Files.writeString(sources.resolve("list.csv"), "姓名,金额\n甲,1\n");
        Files.writeString(sources.resolve("b.pdf"), "x");
        Files.writeString(sources.resolve("c.docx"), "x");
        Files.writeString(sources.resolve("empty.html"), "");
        run(conversion.into(target));
        assertEquals(
                List.of(
                        "a.html read",
                        "b.pdf attacheda.html",
                        "c.docx rejected",
                        "empty.html rejected",
                        "list.csv attacheda.html"),
                fates().stream().sorted().toList());
        assertTrue(PackageVerification.of(target).good());
        PackageSchemas.checkPackage(target);
    }

    @Test
    void aFileOfAWithheldRecordAndWhatItAttachesAreNotNamed() throws IOException {
        Files.createDirectories(sources);
        Files.writeString(
                sources.resolve("a.html"),
                "<html><body><table><tr><td>索引号</td><td>A/1</td></tr><tr><td>公开方式</td><td>不予公开</td></tr></table><h1>关于某事的通知</h1>"
                        + "<div id=zoom><p>各有关单位要认真落实各项工作。</p><p><a href=list.csv>名单.csv</a></p></div></body></html>");
        Files.writeString(sources.resolve("list.csv"), "姓名,金额\n甲,1\n");
        run(conversion.into(target));
        assertEquals(List.of(), Files.readAllLines(target.resolve("sources.ndjson")));
    }

    @Test
    void theFatesOfTheFilesAddUpInTheReport() throws IOException {
        Files.createDirectories(sources);
        Files.writeString(
                sources.resolve("a.html"),
                "<html><body><h1>关于某事的通知</h1><div id=zoom><p>各有关单位要认真落实各项工作。</p><p><a href=list.csv>名单.csv</a> "
                        + "<a href=b.pdf>附表.pdf</a></p></div></body></html>");
        Files.writeString(sources.resolve("list.csv"), "姓名,金额\n甲,1\n");
        Files.writeString(sources.resolve("b.pdf"), "x");
        Files.writeString(sources.resolve("c.docx"), "x");
        Files.writeString(sources.resolve("empty.html"), "");
        Files.writeString(sources.resolve("bare.csv"), "标题,发文字号\n");
        Files.writeString(
                sources.resolve("w.html"),
                "<html><body><table><tr><td>索引号</td><td>W/1</td></tr><tr><td>公开方式</td><td>不予公开</td></tr></table><h1>关于另一件事的通知</h1>"
                        + "<div id=zoom><p>各有关单位要认真落实各项工作。</p><p><a href=w.csv>名单.csv</a></p></div></body></html>");
        Files.writeString(sources.resolve("w.csv"), "姓名,金额\n甲,1\n");
        Report report = run(conversion.into(target));
        assertEquals(new FileFates(8, 2, 2, 2, 2, 0), report.files());
        assertTrue(PackageVerification.of(target).good());
        assertEquals(report.files(), run(conversion).files());
    }

    @Test
    void twoFilesOfOneNameAreTwoInTheAccount() throws IOException {
        Files.createDirectories(sources.resolve("one"));
        Files.createDirectories(sources.resolve("two"));
        Files.writeString(sources.resolve("one/x.docx"), "x");
        Files.writeString(sources.resolve("one/a.html"), "");
        Files.writeString(
                sources.resolve("two/a.html"),
                "<html><body><h1>关于某事的通知</h1><div id=zoom><p>各有关单位要认真落实各项工作。</p></div></body></html>");
        Report report = conversion.run(List.of(sources.resolve("one/a.html"), sources.resolve("two/a.html")));
        assertEquals(new FileFates(2, 1, 0, 0, 1, 0), report.files());
    }

    @Test
    void whatOnlyAPageSetAsideAttachesIsToldAndNotCalledAttached() throws IOException {
        page("a.html", "废止", "2023-05-02");
        page("b.html", "有效", "2020-01-02");
        Path aside = sources.resolve("b.html");
        Files.writeString(aside, Files.readString(aside).replace("</div>", "<p><a href=list.csv>名单.csv</a></p></div>"));
        Files.writeString(sources.resolve("list.csv"), "标题,发文字号\n关于某事的通知,临湾发〔2020〕1号\n");
        Report report = run(conversion.into(target));
        assertEquals(
                List.of("a.html read", "b.html read", "list.csv notReadb.htmlsource.attachment.aside"),
                fates().stream().sorted().toList());
        assertEquals(new FileFates(3, 2, 0, 0, 0, 1), report.files());
        assertTrue(report.examples().stream()
                .anyMatch(each -> each.finding().rule().equals("source.attachment.aside")
                        && "list.csv".equals(each.finding().location().source())));
        assertTrue(PackageVerification.of(target).good());
    }

    @Test
    void eachRecordIsTiedToItsSourceAndItsLine() throws IOException {
        page("a.html", "废止", "2023-05-02");
        page("b.html", "有效", "2020-01-02");
        run(conversion.into(target));
        assertEquals(
                List.of(
                        "{\"source\":\"a.html\",\"fate\":\"record\",\"record\":\"index:A/1\",\"line\":1}",
                        "{\"source\":\"b.html\",\"fate\":\"aside\",\"record\":\"index:A/1\"}",
                        "{\"source\":\"a.html\",\"fate\":\"read\"}",
                        "{\"source\":\"b.html\",\"fate\":\"read\"}"),
                Files.readAllLines(target.resolve("sources.ndjson")));
    }

    @Test
    void thePageOfThePackageIsInTheLanguageAskedFor() throws IOException {
        Sources.write(sources, 1);
        run(conversion.into(target).reportingIn(Locale.ENGLISH));
        assertTrue(Files.readString(target.resolve("report.html")).contains("lang=\"en"));
    }

    @Test
    void attachedFilesMayStayWhereTheyAre() {
        Sources.write(sources, 1);
        run(conversion.into(target).withoutAttachments());
        assertFalse(Files.exists(target.resolve("data/attachments")));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void anyNumberOfThreadsGivesTheSameBytes(int threads) {
        Sources.write(sources, 100);
        run(conversion.into(target).withThreads(1));
        run(conversion.into(folder.resolve("again")).withThreads(threads));
        assertEquals(Sources.contents(target), Sources.contents(folder.resolve("again")));
    }

    @Test
    void aConversionRunsTwiceAndGivesTheSameBytes() throws IOException {
        Sources.write(sources, 20);
        Path register = Files.writeString(folder.resolve("register.csv"), "标题,文号\n关于没有的事的通知,某政发〔2023〕9号\n,\n");
        Conversion twice = conversion
                .against(InventoryReader.of(register))
                .into(target, PackageOptions.of(CLOCK, "1").withReplace(true));
        Report first = run(twice);
        Map<String, String> bytes = Sources.contents(target);
        assertEquals(first, run(twice));
        assertEquals(bytes, Sources.contents(target));
        assertEquals("gongkai 1", first.tool());
        InventoryCount inventory = first.summary().coverage().inventory();
        assertEquals("register.csv", inventory.name());
        assertEquals(1, inventory.missing());
    }

    @Test
    void eachSettingGivesANewConversion() {
        Sources.write(sources, 1);
        conversion.into(target);
        run(conversion);
        assertFalse(Files.exists(target), "the first one still only judges");
    }

    @Test
    void everyFindingIsToldInTheOrderOfThePackage() throws IOException {
        Sources.write(sources, 40);
        List<String> told = new ArrayList<>();
        run(conversion.into(target).onFinding(each -> told.add(each.finding().fingerprint())));
        List<String> written = new ArrayList<>();
        for (String line : Files.readAllLines(target.resolve("findings.ndjson"))) {
            written.add(line.replaceFirst(".*\"fingerprint\":\"(\\w+)\".*", "$1"));
        }
        assertEquals(written, told);
    }

    @Test
    void findingsAboutWhatIsWithheldAreToldByARunThatHandsNothingOver() {
        Sources.write(sources, 1);
        assertTrue(run(conversion, List.of()).stream().anyMatch(ConversionTest::aboutTheSecret));
        assertTrue(run(conversion.into(target), List.of()).stream().noneMatch(ConversionTest::aboutTheSecret));
    }

    private List<ReportedFinding> run(Conversion run, List<ReportedFinding> before) {
        List<ReportedFinding> told = new ArrayList<>(before);
        run(run.onFinding(told::add));
        return told;
    }

    private static boolean aboutTheSecret(ReportedFinding each) {
        return Sources.SECRET.equals(each.title());
    }

    @Test
    void recordsOfTheCallerAreJudgedTogetherAndWritten() throws IOException {
        Report report = conversion.into(target).run(Sources.records().stream());
        PackageSchemas.checkPackage(target);
        assertTrue(PackageVerification.of(target).good());
        assertEquals(3, report.summary().records());
        assertEquals(1, report.summary().withheld());
        assertEquals(1, report.duplicates());
        assertEquals(
                1, Files.readAllLines(target.resolve("data/records.ndjson")).size());
        String kept;
        try (Stream<Path> rejects = Files.list(target.resolve("rejects"))) {
            kept = Files.readString(rejects.findFirst().orElseThrow());
        }
        assertTrue(kept.contains("\"title\":\"关于一件事的通知\""), kept);
        assertTrue(Files.readString(target.resolve("findings.ndjson")).contains("\"source\":\"records\""));
        assertNothingOfTheSecret(target);
    }

    private static void assertNothingOfTheSecret(Path root) {
        Sources.contents(root)
                .forEach((name, bytes) -> assertFalse(
                        new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                                .contains(Sources.SECRET),
                        name));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aCancelledRunLeavesTheTargetAsItWasAndCanGoOn(int threads) {
        Sources.write(sources, 100);
        Conversion first = conversion
                .into(target, PackageOptions.of(CLOCK, "1").withReplace(true))
                .withThreads(threads);
        run(first);
        Map<String, String> before = Sources.contents(target);
        Sources.write(sources, 120);
        AtomicInteger asked = new AtomicInteger();
        Conversion second = first.resuming(List.of("x"), List.of());
        ConversionException e = assertThrows(
                ConversionException.class, () -> run(second.cancelledBy(() -> asked.incrementAndGet() > 90)));
        assertEquals(Problem.CANCELLED, e.problem());
        assertEquals(before, Sources.contents(target));
        assertEquals(List.of(".package.journal", "package", "sources"), children());
        assertEquals(CLOCK.instant(), Conversion.interrupted(target).toInstant());
        run(second);
        assertEquals(List.of("package", "sources"), children());
        run(first.into(folder.resolve("other"), PackageOptions.of(CLOCK, "1")));
        assertEquals(Sources.contents(folder.resolve("other")), Sources.contents(target));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anInterruptedRunLeavesTheTargetAsItWas(int threads) {
        Sources.write(sources, 100);
        ConversionException e = assertThrows(
                ConversionException.class,
                () -> run(conversion.into(target).withThreads(threads).onProgress(progress -> {
                    if (progress.sources() == 50) {
                        Thread.currentThread().interrupt();
                    }
                })));
        assertTrue(Thread.interrupted(), "who interrupted can still see it");
        assertEquals(Problem.CANCELLED, e.problem());
        assertEquals(List.of("sources"), children());
    }

    @Test
    void aRunOverRecordsCanBeCancelled() {
        AtomicInteger asked = new AtomicInteger();
        ConversionException e = assertThrows(
                ConversionException.class,
                () -> conversion
                        .into(target)
                        .cancelledBy(() -> asked.incrementAndGet() > 1)
                        .run(Sources.records().stream()));
        assertEquals(Problem.CANCELLED, e.problem());
        assertFalse(Files.exists(target));
    }

    @Test
    void whatAListenerThrowsEndsTheRunAndNothingIsLeft() {
        Sources.write(sources, 10);
        assertThrows(
                IllegalStateException.class,
                () -> run(conversion.into(target).onFinding(each -> {
                    throw new IllegalStateException("enough");
                })));
        assertEquals(List.of("sources"), children());
    }

    @Test
    void progressGoesFromNothingToAll() {
        Sources.write(sources, 3);
        List<Progress> told = new ArrayList<>();
        run(conversion.onProgress(told::add));
        Progress last = told.get(told.size() - 1);
        assertEquals(new Progress(0, last.allSources(), 0, last.allBytes()), told.get(0));
        assertEquals(7, last.allSources());
        assertEquals(last.allSources(), last.sources());
        assertEquals(last.allBytes(), last.bytes());
        assertEquals(8, told.size());
    }

    @Test
    void aDatabaseIsReadWithTheVariablesGiven() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("old");
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table doc (\"标题\" varchar(100)); insert into doc values ('关于库中事的通知')");
        }
        Path mapping = Files.writeString(folder.resolve("mapping.yaml"), """
                jdbc:
                  url: "%s"
                  query: select * from doc
                  userVariable: OLD_USER
                  passwordVariable: OLD_PASSWORD
                """.formatted(url));
        Report report = conversion
                .reading(LegacyReader.standard().withMapping(Mapping.read(mapping)))
                .withEnvironment(
                        name -> Map.of("OLD_USER", "sa", "OLD_PASSWORD", "").get(name))
                .run(List.of());
        assertEquals(1, report.summary().records(), report.examples().toString());
    }

    @Test
    void aBaselineHoldsBackAndIsMadeAnew() {
        Sources.write(sources, 3);
        AtomicReference<Baseline> after = new AtomicReference<>();
        BaselineUpdate adding = new BaselineUpdate(false, "旧站", LocalDate.of(2026, 12, 31));
        Report first = run(conversion.withBaseline(Baseline.empty(), adding, after::set));
        assertNotEquals(0, first.errors());
        Report second = run(conversion.withBaseline(after.get()));
        assertEquals(0, second.errors());
        assertEquals(first.summary().regularity(), second.summary().regularity(), "the figures are the same");
        BaselineUpdate shrinking = new BaselineUpdate(true, null, null);
        AtomicReference<Baseline> last = new AtomicReference<>();
        conversion.withBaseline(after.get(), shrinking, last::set).run(Stream.of());
        assertEquals(List.of(), last.get().entries(), "nothing was held back");
    }

    @Test
    void reportsKeepAsManyFindingsOfARuleAsAskedFor() {
        Sources.write(sources, 5);
        Report report = run(conversion.withMaxFindings(1));
        Map<String, Long> kept = report.examples().stream()
                .map(ReportedFinding::finding)
                .collect(Collectors.groupingBy(Finding::rule, Collectors.counting()));
        assertTrue(kept.values().stream().allMatch(each -> each == 1), kept.toString());
    }

    @Test
    void aDeltaHoldsWhatIsNew() throws IOException {
        Sources.write(sources, 3);
        run(conversion.into(target));
        Sources.write(sources, 4);
        Path delta = folder.resolve("delta");
        run(conversion.into(delta, PackageOptions.of(CLOCK, "1").withSince(List.of(target))));
        assertEquals(1, Files.readAllLines(delta.resolve("data/records.ndjson")).size());
    }

    @Test
    @SuppressWarnings("NullAway")
    void noClockIsRefused() {
        refused(Problem.CLOCK_MISSING, null, () -> Conversion.of(PROFILE, null), "时钟", "a clock");
    }

    @Test
    void noSourceIsRefused() {
        refused(Problem.SOURCE_NONE, null, () -> conversion.run(List.of()), "缺少 SOURCE", "missing: SOURCE");
    }

    @Test
    void aSourceThatIsNotThereIsRefused() {
        Path nothing = folder.resolve("nothing");
        refused(Problem.SOURCE_MISSING, nothing, () -> conversion.run(List.of(nothing)), "不存在", "does not exist");
    }

    @Test
    void aSourceThatChangesWhileItIsReadIsRefused() {
        Sources.write(sources, 10);
        Path page = sources.resolve("p0.html");
        refused(
                Problem.SOURCE_CHANGED,
                page,
                () -> run(conversion.into(target).onProgress(after(9, () -> Files.writeString(page, "changed")))),
                "发生变化",
                "changed while it was read");
        assertEquals(List.of("sources"), children());
    }

    @Test
    void aSourceThatIsRemovedWhileItIsReadIsRefused() {
        Sources.write(sources, 10);
        Path page = sources.resolve("p0.html");
        refused(
                Problem.SOURCE_GONE,
                page,
                () -> run(conversion.into(target).onProgress(after(9, () -> Files.delete(page)))),
                "被移走",
                "was removed while it was read");
    }

    private interface Touch {
        void touch() throws IOException;
    }

    private static Consumer<Progress> after(int sources, Touch touch) {
        return progress -> {
            if (progress.sources() == sources) {
                try {
                    touch.touch();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    @Test
    void aTargetThatExistsIsRefusedAndStays() throws IOException {
        Sources.write(sources, 1);
        Files.createDirectory(target);
        Files.writeString(target.resolve("mine"), "mine");
        refused(Problem.TARGET_TAKEN, target, () -> run(conversion.into(target)), "已存在", "exists already");
        assertEquals(Map.of("mine", "mine"), Sources.contents(target));
    }

    @Test
    void aTargetInsideASourceIsRefused() {
        Sources.write(sources, 1);
        Path inside = sources.resolve("package");
        refused(Problem.TARGET_INSIDE_SOURCE, inside, () -> run(conversion.into(inside)), "之内", "is inside the source");
        assertFalse(Files.exists(inside));
    }

    @Test
    void aTargetThatIsReadIsRefusedWhateverWayLeadsToIt() throws IOException {
        Sources.write(sources, 1);
        run(conversion.into(target));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        Path latest = Files.createSymbolicLink(folder.resolve("latest"), target);
        for (Path base : List.of(link.resolve("package"), latest)) {
            PackageOptions options =
                    PackageOptions.of(CLOCK, "1").withReplace(true).withSince(List.of(base));
            refused(
                    Problem.TARGET_IS_READ,
                    target,
                    () -> run(conversion.into(target, options)),
                    "之一",
                    "is one of the packages");
        }
        Path inside = Files.createSymbolicLink(folder.resolve("way"), sources).resolve("package");
        refused(Problem.TARGET_INSIDE_SOURCE, inside, () -> run(conversion.into(inside)), "之内", "is inside the source");
    }

    @Test
    void aLinkInTheJournalsPlaceEndsTheRunAndIsNotFollowed() throws IOException {
        Sources.write(sources, 1);
        Path archive = Files.createDirectory(folder.resolve("archive"));
        for (String each : List.of("head", "marks", "spool")) {
            Files.writeString(archive.resolve(each), "precious");
        }
        Path journal = Files.createSymbolicLink(folder.resolve(".package.journal"), archive);
        for (Conversion each : List.of(
                conversion.into(target).journalled(List.of(), List.of()),
                conversion.into(target).resuming(List.of(), List.of()))) {
            refused(Problem.TARGET_TAKEN, journal, () -> run(each), "链接", "it is a link");
        }
        assertEquals(3, archive.toFile().list().length);
        assertEquals("precious", Files.readString(archive.resolve("spool")));
    }

    @Test
    void anAttachedListOfPersonsStaysBehindUnlessTheProfileLetsItGo() throws IOException {
        Files.createDirectories(sources);
        Files.writeString(sources.resolve("list.csv"), "标题,发文字号,附件\n关于公示名单的通知,某政办字〔2023〕1号,a.txt\n");
        Files.writeString(sources.resolve("a.txt"), "甲，11010519491231002X");
        List<Finding> told = new ArrayList<>();
        run(conversion.into(target).onFinding(each -> told.add(each.finding())));
        assertEquals(
                List.of("error"),
                told.stream()
                        .filter(each -> each.rule().equals("source.attachment.personalData"))
                        .map(each -> each.severity().code())
                        .toList());
        String record = Files.readString(target.resolve("data/records.ndjson"));
        assertTrue(record.contains("\"attachments\"") && record.contains("\"sha256\""), "it is known which file it is");
        assertFalse(Files.exists(target.resolve("data/attachments")));
        assertTrue(PackageVerification.of(target).good());
        Path other = folder.resolve("other");
        String own = """
                {"name": "own", "version": "1", "title": {"zh": "自用", "en": "own"},
                 "rules": {"source.attachment.personalData": {"severity": "warning"}}}
                """;
        Profile profile = Profile.read(new ByteArrayInputStream(own.getBytes(StandardCharsets.UTF_8)));
        run(Conversion.of(profile, CLOCK).into(other));
        assertTrue(Files.exists(other.resolve("data/attachments")));
        assertTrue(PackageVerification.of(other).good());
    }

    /** A sparse file costs no place where it stands, and would fill the disk as a copy. */
    @Test
    void aRejectedSourceThatIsTooLargeIsNotCopiedWholeAndThatIsTold() throws IOException {
        Sources.write(sources, 1);
        long size = LibraryPackage.LARGEST_REJECT * 4;
        try (RandomAccessFile file =
                new RandomAccessFile(sources.resolve("sparse.csv").toFile(), "rw")) {
            file.setLength(size);
        }
        List<Finding> told = new ArrayList<>();
        run(conversion.into(target).onFinding(each -> told.add(each.finding())));
        assertEquals(0, Files.size(target.resolve("rejects/sparse.csv")));
        assertTrue(
                told.stream()
                        .anyMatch(each -> each.rule().equals("source.copy.cut")
                                && Long.toString(size).equals(each.value())
                                && each.location().source().equals("sparse.csv")),
                told.toString());
        assertTrue(PackageVerification.of(target).good());
        PackageSchemas.checkPackage(target);
    }

    @Test
    void aTargetThatIsReadIsRefused() {
        Sources.write(sources, 1);
        run(conversion.into(target));
        PackageOptions options = PackageOptions.of(CLOCK, "1").withReplace(true).withSince(List.of(target));
        refused(
                Problem.TARGET_IS_READ,
                target,
                () -> run(conversion.into(target, options)),
                "之一",
                "is one of the packages");
        refused(
                Problem.SOURCE_MISSING,
                folder.resolve("no-base"),
                () -> run(conversion.into(target, options.withSince(List.of(folder.resolve("no-base"))))),
                "不存在",
                "does not exist");
    }

    @Test
    void aTargetThatCannotBeWrittenIsRefused() throws IOException {
        Sources.write(sources, 1);
        Path file = Files.writeString(folder.resolve("file"), "");
        ConversionException e =
                assertThrows(ConversionException.class, () -> run(conversion.into(file.resolve("package"))));
        assertTrue(e.text(Locale.ENGLISH).contains(file.toString()), e.text(Locale.ENGLISH));
    }

    @Test
    void aJournalOfAnotherRunIsRefused() {
        Sources.write(sources, 10);
        AtomicInteger asked = new AtomicInteger();
        Conversion first = conversion.into(target).cancelledBy(() -> asked.incrementAndGet() > 5);
        assertThrows(ConversionException.class, () -> run(first.journalled(List.of("a"), List.of())));
        Path journal = folder.resolve(".package.journal");
        refused(
                Problem.JOURNAL_OF_ANOTHER_RUN,
                journal,
                () -> run(conversion.into(target).resuming(List.of("b"), List.of())),
                "a ≠ b",
                "a ≠ b");
        refused(
                Problem.JOURNAL_OF_ANOTHER_RUN,
                journal,
                () -> run(conversion.into(target).resuming(List.of("a"), List.of(sources.resolve("p0.html")))),
                "p0.html",
                "p0.html");
    }

    @Test
    void anAbsentRecordOfTheCallerIsNamedByItsNumberAndNothingIsWritten() {
        OfficialDocument there = OfficialDocumentBuilder.builder().title("通知").build();
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> conversion.into(target).run(Stream.of(there, null)));
        assertEquals("record 2 is null", refusal.getMessage());
        assertFalse(Files.exists(target));
    }

    @Test
    void aJournalIsRefusedWhereNoneCanBe() {
        Sources.write(sources, 1);
        Conversion journalled = conversion.journalled(List.of(), List.of());
        refused(Problem.JOURNAL_OF_NOTHING, null, () -> run(journalled), "日志", "journal");
        refused(Problem.JOURNAL_OF_NOTHING, null, () -> journalled.into(target).run(Stream.of()), "日志", "journal");
    }

    @Test
    void anInventoryThatCannotBeReadIsRefused() throws IOException {
        Path picture = Files.writeString(folder.resolve("register.png"), "x");
        refused(Problem.INVENTORY_UNREADABLE, picture, () -> opened(picture), "register.png", "register.png");
        Path nothing = folder.resolve("nothing.csv");
        refused(Problem.SOURCE_MISSING, nothing, () -> opened(nothing), "不存在", "does not exist");
        Path gaps = folder.resolve("no.yaml");
        IOException missing = assertThrows(IOException.class, () -> GapFile.read(gaps));
        Call explained = () -> {
            throw ConversionException.ofInventory(gaps, missing);
        };
        refused(Problem.SOURCE_MISSING, gaps, explained, "不存在", "does not exist");
    }

    private static Inventory opened(Path file) {
        try {
            return InventoryReader.of(file);
        } catch (IOException e) {
            throw ConversionException.ofInventory(file, e);
        }
    }

    @Test
    void anInventoryThatBreaksDuringTheRunEndsIt() throws IOException {
        Sources.write(sources, 1);
        Path map = Files.writeString(
                folder.resolve("map.xml"), "<urlset><url><loc>http://a.example/1</loc></url></urlset>");
        Conversion run = conversion.against(InventoryReader.of(map)).into(target);
        Files.writeString(map, "<urlset><url>");
        refused(Problem.INVENTORY_UNREADABLE, Path.of("map.xml"), () -> run(run), "map.xml", "map.xml");
        assertFalse(Files.exists(target));
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        refused(Problem.THREADS, null, () -> conversion.withThreads(0), "不能是 0", "not 0");
        refused(Problem.MAX_FINDINGS, null, () -> conversion.withMaxFindings(-1), "为 -1", "is -1");
        assertThrows(IllegalArgumentException.class, () -> new BaselineUpdate(true, "why", null));
    }

    private interface Call {
        Object call() throws Exception;
    }

    private static void refused(Problem problem, Path path, Call call, String chinese, String english) {
        ConversionException e = assertThrows(ConversionException.class, call::call);
        assertEquals(problem, e.problem(), e.getMessage());
        if (path == null) {
            assertNull(e.path());
        } else {
            assertEquals(path.toString(), e.path());
        }
        assertTrue(e.text(Locale.CHINESE).contains(chinese), e.text(Locale.CHINESE));
        assertTrue(e.text(Locale.ENGLISH).contains(english), e.text(Locale.ENGLISH));
        assertEquals(e.text(Locale.ENGLISH), e.getMessage());
    }

    private List<String> children() {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(each -> each.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
