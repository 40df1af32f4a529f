package org.gongkai.validation.set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.source.Location;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.profile.SetSettings;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.junit.jupiter.api.Test;

public class SetAuditTest {

    /** Rules that look at a whole set. */
    public static final Set<String> TRIED = SetSettings.standard().shares().keySet();

    private static final String LONG = "各镇人民政府，街道办事处，区政府各部门：现就有关事项通知如下，请认真贯彻执行，并于月底前报送情况。";

    @Test
    void aSetThatVariesShowsNothing() {
        assertEquals(Map.of(), found(documents(200, (document, i) -> {})));
    }

    @Test
    void oneNumberOnNearlyAllDocumentsIsToldWithItsShare() {
        List<OfficialDocument> set = documents(100, (document, i) -> {
            if (i > 4) {
                document.documentNumber(DocumentNumber.parse("临政办发〔2023〕1号"));
            }
        });
        Finding finding = only(set, "record.set.oneValue");
        assertEquals("document documentNumber = 临政办发〔2023〕1号", finding.value());
        assertEquals("< 95 %, 96 / 100", finding.expected());
        assertEquals(
                "Nearly all records of this set say the same of one field: document documentNumber = 临政办发〔2023〕1号"
                        + " (< 95 %, 96 / 100).",
                RuleCatalogue.standard().rule(finding.rule()).text(finding, Locale.ENGLISH));
    }

    @Test
    void aTextThatMayNamePersonsIsNotShown() {
        Finding finding = only(
                documents(30, (document, i) -> document.summary("关于王某某的处理决定").title("关于第" + i + "号案的决定")),
                "record.set.oneValue");
        assertEquals("document summary", finding.value());
    }

    @Test
    void aDayThatAllShareIsARemark() {
        Finding finding = only(
                documents(20, (document, i) -> document.publishedOn(LocalDate.of(2024, 5, 6))), "record.set.oneDay");
        assertEquals("document publishedOn = 2024-05-06", finding.value());
        // One that was published on another day, and it is no day of a move.
        assertEquals(
                Map.of(),
                found(documents(20, (document, i) -> document.publishedOn(LocalDate.of(2024, 5, i == 7 ? 5 : 6)))));
    }

    @Test
    void amountsOfWhichThreeFillNearlyAllAreTold() {
        List<DisclosureRecord> set = IntStream.range(0, 40)
                .mapToObj(i -> (DisclosureRecord) Records.standard()
                        .place("第" + i + "区")
                        .amount(new BigDecimal(i == 0 ? 777 : 800 + i % 3))
                        .build())
                .toList();
        assertEquals(
                "assistance-standard amount = 801, 802, 800",
                only(set, "record.set.commonest").value());
        // Where three are all there are, they fill everything by nature: a district with three grades.
        assertEquals(Map.of(), found(set.subList(1, 40)));
    }

    @Test
    void titlesWithSeveralNumbersSummariesThatAreTitlesAndEqualBodiesAreTold() {
        assertEquals(
                Map.of("record.set.titles", 1L),
                found(documents(40, (document, i) -> document.title("关于第" + i % 20 + "件事的通知"))));
        assertEquals(
                Map.of("record.set.summaries", 1L),
                found(documents(40, (document, i) -> document.summary("关于第" + i + "件 事的通知"))));
        assertEquals(
                Map.of("record.set.bodies", 1L),
                found(documents(40, (document, i) -> document.body(new Body(LONG + i % 30, null)))));
        // What is short may be the same everywhere: 见附件.
        assertEquals(Map.of(), found(documents(40, (document, i) -> document.body(new Body("见附件。", null)))));
    }

    @Test
    void fewRecordsShowNothingAndTheReportSaysWhy() {
        SetAudit audit = new SetAudit(Records.PROFILE);
        documents(19, (document, i) -> document.publishedOn(LocalDate.of(2024, 5, 6)))
                .forEach(each -> audit.see(each, Location.of("a.csv")));
        assertEquals(List.of(), audit.end());
        assertEquals(TRIED, audit.skipped().stream().map(SkippedRule::rule).collect(Collectors.toSet()));
        assertEquals(
                "fewer than 20 records with the field",
                audit.skipped().get(0).because().en());
    }

    @Test
    void aProfileSaysFromWhichShareOn() throws IOException {
        SetAudit audit = new SetAudit(profile("{\"leastRecords\": 4, \"shares\": {\"record.set.oneDay\": 0.5}}"));
        documents(4, (document, i) -> document.publishedOn(LocalDate.of(2024, 5, 1 + i / 2)))
                .forEach(each -> audit.see(each, Location.of("a.csv")));
        assertEquals(
                List.of("record.set.oneDay"),
                audit.end().stream().map(Finding::rule).toList());
    }

    @Test
    void aProfileWithAShareOfNothingIsRefusedWithItsName() {
        for (String wrong : List.of(
                "{\"shares\": {\"record.set.oneDay\": 1.5}}",
                "{\"shares\": {\"record.set.oneDay\": 0}}",
                "{\"shares\": {\"record.conflict\": 0.5}}",
                "{\"leastRecords\": 1}")) {
            String message =
                    assertThrows(IOException.class, () -> profile(wrong)).getMessage();
            assertTrue(message.startsWith("profile p: set: "), message);
            assertTrue(message.contains("expected"), message);
        }
    }

    @Property(tries = 50)
    void theOrderOfTheRecordsChangesNothing(
            @ForAll @IntRange(min = 0, max = 39) int turned, @ForAll @IntRange(min = 1, max = 12) int titles) {
        List<OfficialDocument> set = documents(40, (document, i) -> document.title("关于第" + i % titles + "件事的通知"));
        List<OfficialDocument> turn =
                IntStream.range(0, 40).mapToObj(i -> set.get((i + turned) % 40)).toList();
        assertEquals(found(set), found(turn));
    }

    private static Profile profile(String set) throws IOException {
        String json = "{\"name\": \"p\", \"version\": \"1\", \"title\": {\"zh\": \"一\", \"en\": \"a\"}, \"set\": " + set
                + '}';
        return Profile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<OfficialDocument> documents(int many, BiConsumer<OfficialDocumentBuilder, Integer> change) {
        return IntStream.range(0, many)
                .mapToObj(i -> {
                    LocalDate day = LocalDate.of(2023, 1, 1).plusDays(i);
                    OfficialDocumentBuilder document = Records.document()
                            .title("关于第" + i + "件事的通知")
                            .documentNumber(DocumentNumber.parse("临政办发〔2023〕" + (i + 1) + "号"))
                            .summary("就第" + i + "件事作出安排")
                            .body(new Body(LONG + i, null))
                            .writtenOn(day)
                            .publishedOn(day.plusDays(1));
                    change.accept(document, i);
                    return document.build();
                })
                .toList();
    }

    private static Map<String, Long> found(List<? extends DisclosureRecord> set) {
        return findings(set).stream().collect(Collectors.groupingBy(Finding::rule, Collectors.counting()));
    }

    private static Finding only(List<? extends DisclosureRecord> set, String rule) {
        List<Finding> findings = findings(set);
        assertEquals(List.of(rule), findings.stream().map(Finding::rule).toList());
        return findings.get(0);
    }

    private static List<Finding> findings(List<? extends DisclosureRecord> set) {
        SetAudit audit = new SetAudit(Records.PROFILE);
        set.forEach(each -> audit.see(each, Location.of("a.csv")));
        return audit.end();
    }
}
