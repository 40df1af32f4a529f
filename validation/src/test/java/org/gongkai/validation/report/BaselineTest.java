package org.gongkai.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.validation.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {

    private static final OfficialDocument FAULTY = Runs.document(1, "临湾区教育局", 2023, false, false);

    @Test
    void aFindingIsHeldBackOnItsLastDayAndNotAfter() {
        Finding finding = title();
        Report held = run(Runs.entry(finding, 1, Runs.TODAY));
        assertEquals("旧站遗留", hold(held, finding).reason());
        assertEquals(0, held.baseline().expiredCount());

        Report expired = run(Runs.entry(finding, 1, Runs.TODAY.minusDays(1)));
        assertNull(hold(expired, finding));
        assertEquals(1, expired.baseline().expiredCount());
        assertEquals(List.of(), expired.baseline().heldBack());
        assertEquals(held.errors() + 1, expired.errors());
    }

    @Test
    void oneMoreOfTheSameIsNew() {
        Finding finding = title();
        Report report = Runs.report(
                List.of(FAULTY, FAULTY, FAULTY), 10, new Baseline(List.of(Runs.entry(finding, 2, Runs.TODAY))));
        assertEquals(2, report.baseline().heldBack().get(0).count());
        assertEquals(
                1,
                report.summary().findings().stream()
                        .filter(each -> each.rule().equals("document.title.missing"))
                        .findFirst()
                        .orElseThrow()
                        .count());
    }

    @Test
    void anEntryThatNothingNeedsIsReportedWithWhatIsLeftOfIt() {
        Baseline.Entry half = Runs.entry(title(), 3, Runs.TODAY);
        Baseline.Entry mended = new Baseline.Entry(
                "0123456789abcdef", "document.body.missing", "index:x", "/body", 1, "旧站遗留", Runs.TODAY);
        Report report = Runs.report(List.of(FAULTY), 10, new Baseline(List.of(half, mended)));
        assertEquals(2, report.baseline().unusedCount());
        assertEquals(
                List.of(1, 2),
                report.baseline().unused().stream().map(Baseline.Entry::count).toList());
    }

    @Test
    void aBaselineOnlyShrinksByItself() {
        Baseline.Entry used = Runs.entry(title(), 3, Runs.TODAY);
        Baseline.Entry expired = new Baseline.Entry(
                "0123456789abcdef", "document.body.missing", "index:x", "/body", 1, "旧站遗留", Runs.TODAY.minusDays(1));
        ReportCollector collector = Runs.collector(10, new Baseline(List.of(used, expired)));
        collector.record(FAULTY, Runs.VALIDATOR.judge(FAULTY), List.of(), false);
        assertEquals(new Baseline(List.of(Runs.entry(title(), 1, Runs.TODAY))), collector.shrunkBaseline());
        assertThrows(IllegalStateException.class, () -> Runs.collector(10, null).shrunkBaseline());
    }

    @Property(tries = 50)
    void aBaselineOfEverythingHoldsEverythingBackInAnyOrder(
            @ForAll("documents") List<OfficialDocument> documents, @ForAll long seed) throws IOException {
        Report report = Runs.report(documents, Integer.MAX_VALUE, null);
        Baseline all = Baseline.empty();
        for (ReportedFinding each : report.examples()) {
            int before = all.entries().stream()
                    .filter(entry -> entry.fingerprint().equals(each.finding().fingerprint()))
                    .mapToInt(Baseline.Entry::count)
                    .sum();
            all = all.with(List.of(Runs.entry(each.finding(), before + 1, Runs.TODAY)));
        }
        List<OfficialDocument> shuffled = new ArrayList<>(documents);
        Collections.shuffle(shuffled, new Random(seed));
        Report held = Runs.report(shuffled, 10, read(text(all)));
        assertEquals(0, held.findings());
        assertEquals(0, held.baseline().unusedCount());
    }

    @Test
    void aRowNumberChangesNoFingerprint() {
        Finding one = at(Location.of("list.csv").atRow(3).at("成文日期", 2), "2023年13月");
        Finding two = at(Location.of("list.csv").atRow(900).at("成文日期", 4), "2023年13月");
        assertEquals(one.fingerprint(), two.fingerprint());
        assertNotEquals(
                one.fingerprint(),
                at(Location.of("list.csv").atRow(3).at("发布日期", 2), "2023年13月").fingerprint());
        assertNotEquals(
                one.fingerprint(),
                at(Location.of("list.csv").atRow(3).at("成文日期", 2), "2023年14月").fingerprint());
        assertNotEquals(
                one.fingerprint(),
                at(Location.of("more.csv").atRow(3).at("成文日期", 2), "2023年13月").fingerprint());
    }

    @Test
    void theFileHasOneEntryALineInOneOrder() throws IOException {
        Baseline.Entry one = new Baseline.Entry(
                "00000000000000aa",
                "document.title.missing",
                "index:b",
                "/title",
                1,
                "旧站遗留",
                LocalDate.of(2027, 6, 30));
        Baseline.Entry two = new Baseline.Entry(
                "00000000000000bb",
                "document.title.missing",
                "index:a",
                "/title",
                2,
                "旧站遗留",
                LocalDate.of(2027, 6, 30));
        Baseline.Entry three = new Baseline.Entry(
                "00000000000000cc", "source.file.empty", null, "", 1, "扫描件待补", LocalDate.of(2027, 1, 1));
        String text = text(new Baseline(List.of(three, one, two)));
        assertEquals("""
                {
                  "baselineFormat": "gongkai-baseline/1",
                  "entries": [
                    {"fingerprint":"00000000000000bb","rule":"document.title.missing","record":"index:a","pointer":"/title","count":2,"reason":"旧站遗留","until":"2027-06-30"},
                    {"fingerprint":"00000000000000aa","rule":"document.title.missing","record":"index:b","pointer":"/title","count":1,"reason":"旧站遗留","until":"2027-06-30"},
                    {"fingerprint":"00000000000000cc","rule":"source.file.empty","pointer":"","count":1,"reason":"扫描件待补","until":"2027-01-01"}
                  ]
                }
                """, text);
        assertEquals(new Baseline(List.of(one, two, three)), read(text));
        assertEquals(Baseline.empty(), read(text(Baseline.empty())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"count\":1' | '\"count\":0' | expected at least 1",
                "'\"reason\":\"r\"' | '\"reason\":\" \"' | gives no reason",
                "',\"until\"' | ',\"because\":\"r\",\"until\"' | because",
                "'2027-06-30' | '2027-06-31' | 2027-06-31",
                "'00aa' | '00ax' | expected 16 hexadecimal digits",
                "'\"rule\":\"x\",' | '' | names no rule",
                "'gongkai-baseline/1' | 'gongkai-baseline/2' | expected gongkai-baseline/1",
                "'\"entries\"' | '\"entry\"' | entry",
            })
    void whatIsWrongInAFileIsNamed(String right, String wrong, String message) throws IOException {
        String good = text(new Baseline(
                List.of(new Baseline.Entry("00000000000000aa", "x", "y", "/z", 1, "r", LocalDate.of(2027, 6, 30)))));
        assertNotNull(read(good));
        assertTrue(good.contains(right), right);
        String said = assertThrows(IOException.class, () -> read(good.replace(right, wrong)))
                .getMessage();
        assertTrue(said.contains(message), said);
    }

    @Test
    void anEntryThatStandsTwiceIsRefused() throws IOException {
        String good = text(new Baseline(List.of(Runs.entry(title(), 1, Runs.TODAY))));
        String line = good.lines()
                .filter(each -> each.contains("fingerprint"))
                .findFirst()
                .orElseThrow();
        String said = assertThrows(IOException.class, () -> read(good.replace(line, line + ",\n" + line)))
                .getMessage();
        assertTrue(said.contains("stands twice"), said);
        assertThrows(IOException.class, () -> read(""));
        assertThrows(IOException.class, () -> read("null"));
    }

    @Provide
    Arbitrary<List<OfficialDocument>> documents() {
        return Runs.documents();
    }

    private static Finding title() {
        return Runs.VALIDATOR.judge(FAULTY).findings().stream()
                .filter(each -> each.rule().equals("document.title.missing"))
                .findFirst()
                .orElseThrow();
    }

    private static Finding at(Location location, String value) {
        return Runs.VALIDATOR.finding(new SourceProblem("source.field.unreadable", location, value, null));
    }

    private static Report run(Baseline.Entry... entries) {
        return Runs.report(List.of(FAULTY), 10, new Baseline(List.of(entries)));
    }

    private static ReportedFinding.Hold hold(Report report, Finding finding) {
        return report.examples().stream()
                .filter(each -> each.finding().equals(finding))
                .findFirst()
                .orElseThrow()
                .heldBack();
    }

    private static String text(Baseline baseline) throws IOException {
        StringBuilder text = new StringBuilder();
        baseline.write(text);
        return text.toString();
    }

    private static Baseline read(String text) throws IOException {
        return Baseline.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
