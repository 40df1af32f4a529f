package org.gongkai.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.FileType;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.ThemeCategory;
import org.gongkai.core.document.Validity;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Elements;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.rule.Severity;
import org.junit.jupiter.api.Test;

class RunTallyTest {

    private static final DisclosureValidator VALIDATOR = Records.validator();

    @Property(tries = 200)
    void theFiguresAddUp(@ForAll("runs") List<OfficialDocument> run) {
        RunTally tally = new RunTally(VALIDATOR);
        long findings = 0;
        for (OfficialDocument each : run) {
            tally.sourceRead();
            Judgement judgement = VALIDATOR.judge(each);
            findings += judgement.findings().size();
            Elements elements = judgement.elements();
            assertTrue(elements.required().containsAll(elements.missing()));
            assertTrue(elements.checked().containsAll(elements.irregular()));
            tally.judged(RecordKind.of(OfficialDocument.class), judgement);
        }
        RunSummary summary = tally.result();
        assertEquals(run.size(), summary.records());
        assertEquals(run.size(), sum(summary.verdicts().values()));
        assertEquals(findings, sum(summary.severities().values()));
        assertEquals(
                findings,
                summary.findings().stream()
                        .mapToLong(RunSummary.RuleCount::count)
                        .sum());
        assertEquals(
                summary.completeness().all(),
                summary.elements().stream()
                        .mapToLong(each -> each.present().all())
                        .sum());
        assertEquals(
                summary.completeness().good(),
                summary.elements().stream()
                        .mapToLong(each -> each.present().good())
                        .sum());
        assertEquals(
                summary.regularity().good(),
                summary.elements().stream()
                        .mapToLong(each -> each.regular().good())
                        .sum());
    }

    @Property(tries = 100)
    void theOrderOfTheRecordsChangesNoFigure(@ForAll("runs") List<OfficialDocument> run, @ForAll long seed) {
        List<OfficialDocument> shuffled = new ArrayList<>(run);
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(summary(run), summary(shuffled));
        assertEquals(fingerprints(run), fingerprints(shuffled));
    }

    @Test
    void theCommonestFindingComesFirst() {
        List<RunSummary.RuleCount> counts = summary(List.of(
                        Records.document().theme(null).build(),
                        Records.document().theme(null).owner(null).build()))
                .findings();
        assertEquals(
                List.of(
                        new RunSummary.RuleCount("document.theme.missing", Severity.WARNING, 2),
                        new RunSummary.RuleCount("document.owner.missing", Severity.WARNING, 1)),
                counts);
    }

    @Test
    void coverageIsNotCheckedWithoutAnInventory() {
        RunSummary.Coverage coverage = summary(List.of()).coverage();
        assertNull(coverage.share());
        assertEquals(
                "not checked: no inventory was given", coverage.notChecked().en());
        assertThrows(IllegalArgumentException.class, () -> new RunSummary.Coverage(null, null, null, null, List.of()));
    }

    @Test
    void aHundredPerCentMeansAll() {
        assertEquals("99.9", String.valueOf(new RunSummary.Share(99_999, 100_000).percent()));
        assertEquals("100.0", String.valueOf(new RunSummary.Share(3, 3).percent()));
        assertNull(new RunSummary.Share(0, 0).percent());
        assertThrows(IllegalArgumentException.class, () -> new RunSummary.Share(2, 1));
    }

    @Test
    void faultsOfSourcesRejectsAndWithheldRecordsAreCounted() {
        RunTally tally = new RunTally(VALIDATOR);
        tally.sourceRead();
        tally.rejected();
        tally.withheld();
        tally.finding(VALIDATOR.finding(new SourceProblem("source.file.empty", Location.of("a"), null, null)));
        RunSummary summary = tally.result();
        assertEquals(1, summary.sources());
        assertEquals(1, summary.rejected());
        assertEquals(1, summary.withheld());
        assertEquals(0, summary.records());
        assertEquals(1L, summary.severities().get(Severity.ERROR));
    }

    @Test
    void theSummaryIsWrittenTheSameEachTime() throws Exception {
        JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        String one = json.writeValueAsString(
                summary(List.of(Records.document().theme(null).build())));
        assertEquals(
                one,
                json.writeValueAsString(
                        summary(List.of(Records.document().theme(null).build()))));
        assertTrue(one.startsWith("{\"profile\":{\"name\":\"shandong-library\",\"version\":\"1\",\"sha256\":\""), one);
        assertTrue(one.contains("\"verdicts\":{\"complete\":1,\"incomplete\":0,\"unreadable\":0}"), one);
        assertTrue(one.contains("\"completeness\":{\"good\":9,\"all\":9,\"percent\":100.0}"), one);
    }

    @Provide
    static Arbitrary<List<OfficialDocument>> runs() {
        Arbitrary<OfficialDocument> documents = Combinators.combine(
                        Arbitraries.of("关于印发要点的通知", "办法", "a\nb").injectNull(0.2),
                        Arbitraries.of("其他文件", "行政规范性文件", "规章", "别的").injectNull(0.2),
                        Arbitraries.of("有效", "失效", "现行").injectNull(0.2),
                        Arbitraries.of("综合政务", "a/b/c", "鱼").injectNull(0.2),
                        Arbitraries.of("正文", " ", "附件：名单").injectNull(0.2),
                        Arbitraries.of(-1L, 0L).list().ofMaxSize(2))
                .as((title, type, validity, theme, body, sizes) -> base().title(title)
                        .fileType(type == null ? null : FileType.parse(type))
                        .validity(validity == null ? null : Validity.parse(validity))
                        .theme(theme == null ? null : ThemeCategory.parse(theme))
                        .body(body == null ? null : new Body(body, null))
                        .attachments(sizes.stream()
                                .map(each -> new Attachment("a", null, each, null, null))
                                .toList())
                        .build());
        return documents.list().ofMaxSize(6);
    }

    private static OfficialDocumentBuilder base() {
        return Records.document();
    }

    private static RunSummary summary(List<OfficialDocument> run) {
        RunTally tally = new RunTally(VALIDATOR);
        run.forEach(each -> tally.judged(RecordKind.of(OfficialDocument.class), VALIDATOR.judge(each)));
        return tally.result();
    }

    private static List<String> fingerprints(List<OfficialDocument> run) {
        return run.stream()
                .flatMap(each -> VALIDATOR.judge(each).findings().stream())
                .map(Finding::fingerprint)
                .sorted()
                .collect(Collectors.toList());
    }

    private static long sum(Iterable<Long> counts) {
        long sum = 0;
        for (Long each : counts) {
            sum += each;
        }
        return sum;
    }
}
