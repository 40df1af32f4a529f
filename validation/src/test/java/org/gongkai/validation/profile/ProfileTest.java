package org.gongkai.validation.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.core.Bilingual;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.ThemeCategory;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.finding.Verdict;
import org.gongkai.validation.report.RunTally;
import org.gongkai.validation.rule.Aspect;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

    private static final String BECAUSE = "\"because\": {\"zh\": \"本库不收\", \"en\": \"not kept here\"}";

    @Test
    void everyShippedProfileLoadsUnderItsOwnName() {
        assertEquals(List.of("national", "shandong-library"), Profile.names());
        for (String each : Profile.names()) {
            assertEquals(each, Profile.named(each).name());
        }
    }

    @Test
    void theShippedProfileLeavesNoRuleOut() {
        assertEquals(List.of(), Profile.named("shandong-library").skipped());
    }

    @Test
    void theNationalProfileJudgesByNoClauseOfAPlace() {
        Profile national = Profile.named("national");
        Set<String> skipped = national.skipped().stream().map(SkippedRule::rule).collect(Collectors.toSet());
        for (Rule each : RuleCatalogue.standard().rules()) {
            String clause = each.clause().zh();
            boolean local = Pattern.compile("崂山|青崂|山东|青岛|鲁民|威海|哈密|高明|嘉政发")
                    .matcher(clause)
                    .find();
            boolean alsoNational = clause.contains("国务院令") || clause.contains("国家五类");
            // Coverage is checked by an inventory that the user gives, so it is the user's own question.
            boolean asked = each.aspect() == Aspect.COVERAGE;
            if (local && !alsoNational && !asked) {
                assertTrue(skipped.contains(each.code()), each.code() + " rests on " + clause);
            }
        }
    }

    @Test
    void theNationalProfileSaysOfEachRuleThatItLeavesOutWhy() {
        for (SkippedRule each : Profile.named("national").skipped()) {
            assertFalse(each.because().zh().isBlank() || each.because().en().isBlank(), each.rule());
        }
        assertEquals(
                Set.of(
                        "document.normativeNumber.malformed",
                        "document.normativeNumber.yearDiffers",
                        "document.indexNumber.tooLong"),
                Profile.named("national").skipped().stream()
                        .filter(each -> each.because().en().startsWith("the profile has no "))
                        .map(SkippedRule::rule)
                        .collect(Collectors.toSet()));
    }

    @Test
    void anUnknownNameIsRefusedWithTheNamesThereAre() {
        String message = assertThrows(IllegalArgumentException.class, () -> Profile.named("../rules"))
                .getMessage();
        assertTrue(message.contains("../rules") && message.contains("shandong-library"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"colour\": 1' | colour",
                "'\"rules\": {\"document.nothing\": {\"severity\": \"error\"}}' | document.nothing",
                "'\"rules\": {\"document.title.missing\": {\"severity\": \"fatal\"}}' | fatal",
                "'\"rules\": {\"document.title.missing\": {}}' | document.title.missing has no severity",
                "'\"rules\": {\"document.title.missing\": null}' | document.title.missing has no severity",
                "'\"rules\": {\"document.title.missing\": {\"severity\": \"off\"}}' | because",
                "'\"rules\": {\"document.expiresOn.missing\": {\"severity\": \"error\"}}' | unverified",
                "'\"rules\": {\"document.title.missing\": {\"severity\": \"info\", \"from\": \"2023\"}}' | from",
                "'\"rules\": {\"document.title.missing\": {\"severity\": \"info\", \"since\": \"2023\"}}' | since",
                "'\"patterns\": {\"normativeNumber\": \"(\"}' | normativeNumber is not a regular expression",
                "'\"limits\": {\"titleLength\": 3}' | titleLength",
                "'\"limits\": {\"hotTopicApplications\": 1}' | limits.hotTopicApplications: expected 2 or more, got 1",
                "'\"themes\": \"local\"' | local",
                "'\"themes\": {\"综合政务\": \"政务公开\"}' | 综合政务",
                "'\"themes\": {\"a,b\": []}' | a,b",
                "'\"validFrom\": \"2024-01-02\", \"validUntil\": \"2024-01-01\"' | validUntil",
                "'\"name\": \"again\"' | name",
            })
    void whatAProfileCannotMeanIsRefusedByName(String property, String named) {
        String message =
                assertThrows(IOException.class, () -> profile(property)).getMessage();
        assertTrue(message.contains(named), message);
    }

    @ParameterizedTest
    @CsvSource({"name", "version", "title"})
    void aProfileWithoutWhatReportsNameIsRefused(String property) {
        String text = "{\"name\": \"n\", \"version\": \"1\", \"title\": {\"zh\": \"z\", \"en\": \"e\"}}"
                .replace("\"" + property + "\": \"n\", ", "")
                .replace("\"" + property + "\": \"1\", ", "")
                .replace(", \"" + property + "\": {\"zh\": \"z\", \"en\": \"e\"}", "");
        assertTrue(
                assertThrows(IOException.class, () -> read(text)).getMessage().contains("has no " + property));
    }

    @ParameterizedTest
    @CsvSource({"''", "null", "[]", "{", "'{} {}'"})
    void whatIsNoObjectIsRefused(String text) {
        assertThrows(IOException.class, () -> read(text));
    }

    @Test
    void aRaisedWarningMakesItsElementRequired() throws Exception {
        Profile strict = profile("\"rules\": {\"document.theme.missing\": {\"severity\": \"error\"}}");
        Judgement judgement = judge(strict, Records.document().theme(null).build());
        assertEquals(Verdict.INCOMPLETE, judgement.verdict());
        assertEquals(List.of("theme"), judgement.elements().missing());
    }

    @Test
    void aRuleThatIsOffMakesNoFindingAndIsListedWithItsReason() throws Exception {
        Profile lax = profile("\"rules\": {\"document.title.missing\": {\"severity\": \"off\", " + BECAUSE + "}}");
        Judgement judgement = judge(lax, Records.document().title(null).build());
        assertEquals(List.of(), judgement.findings());
        assertFalse(judgement.elements().required().contains("title"));
        assertTrue(lax.skipped()
                .contains(new SkippedRule("document.title.missing", new Bilingual("本库不收", "not kept here"))));
    }

    @Test
    void aFaultOfASourceIsReportedEvenWhenItsRuleIsOff() throws Exception {
        Profile lax = profile("\"rules\": {\"source.file.empty\": {\"severity\": \"off\", " + BECAUSE + "}}");
        Finding finding = DisclosureValidator.of(lax, Records.CLOCK)
                .finding(new SourceProblem("source.file.empty", Location.of("a.html"), null, null));
        assertEquals(Severity.ERROR, finding.severity());
    }

    @Test
    void aRuleHoldsWithinItsDatesOnly() throws Exception {
        Profile dated = profile("\"rules\": {\"document.theme.missing\": {\"severity\": \"error\","
                + " \"from\": \"2023-07-21\", \"until\": \"2023-07-22\"}}");
        LocalDate first = LocalDate.of(2023, 7, 21);
        for (int day = -1; day <= 2; day++) {
            Judgement judgement = judge(
                    dated,
                    Records.document()
                            .theme(null)
                            .writtenOn(first.plusDays(day))
                            .publishedOn(first.plusDays(day))
                            .effectiveFrom(first.plusDays(day))
                            .build());
            boolean holds = day == 0 || day == 1;
            assertEquals(holds, judgement.elements().required().contains("theme"), "day " + day);
            assertEquals(holds ? 1 : 0, judgement.findings().size(), "day " + day);
        }
    }

    @Test
    void aRecordWithoutADateIsJudgedByRulesWithDates() throws Exception {
        Profile dated = profile(
                "\"rules\": {\"document.theme.missing\": {\"severity\": \"error\"," + " \"from\": \"2090-01-01\"}}");
        Judgement judgement = judge(
                dated,
                Records.document().theme(null).writtenOn(null).publishedOn(null).build());
        assertTrue(judgement.elements().missing().contains("theme"));
    }

    @Test
    void whatLacksItsDataIsReportedAsNotRun() throws Exception {
        List<String> skipped = profile("\"rules\": {}").skipped().stream()
                .map(SkippedRule::rule)
                .toList();
        assertEquals(
                List.of(
                        "document.expiresOn.tooFar",
                        "document.indexNumber.tooLong",
                        "document.normativeNumber.malformed",
                        "document.normativeNumber.yearDiffers",
                        "document.summary.long",
                        "document.theme.unlisted"),
                skipped);
    }

    @Test
    void localThemesTakeThePlaceOfTheNationalOnes() throws Exception {
        Profile local = profile("\"themes\": {\"海洋\": [\"渔业\"]}");
        assertEquals(
                List.of(),
                judge(
                                local,
                                Records.document()
                                        .theme(ThemeCategory.parse("海洋/渔业"))
                                        .build())
                        .findings());
        assertEquals(
                "document.theme.unlisted",
                judge(local, Records.document().build()).findings().get(0).rule());
    }

    @Test
    void limitsComeFromTheProfile() throws Exception {
        Profile narrow = profile("\"limits\": {\"indexNumberLength\": 10}");
        Judgement judgement = judge(
                narrow,
                Records.document()
                        .indexNumber(IndexNumber.parse("000014349/2017-00110"))
                        .build());
        assertTrue(judgement.findings().stream()
                .anyMatch(each -> each.rule().equals("document.indexNumber.tooLong") && "10".equals(each.expected())));
    }

    @Test
    void theDigestTellsTwoEditionsApart() throws Exception {
        assertEquals(64, profile("\"rules\": {}").sha256().length());
        assertEquals(profile("\"rules\": {}").sha256(), profile("\"rules\": {}").sha256());
        assertNotEquals(
                profile("\"rules\": {}").sha256(), profile("\"rules\": { }").sha256());
    }

    @Test
    void aProfileHoldsOnTheDaysItNames() throws Exception {
        Profile dated = profile("\"validFrom\": \"2024-01-01\", \"validUntil\": \"2024-01-31\"");
        assertTrue(dated.holdsOn(LocalDate.of(2024, 1, 1)) && dated.holdsOn(LocalDate.of(2024, 1, 31)));
        assertFalse(dated.holdsOn(LocalDate.of(2023, 12, 31)) || dated.holdsOn(LocalDate.of(2024, 2, 1)));
        assertFalse(new RunTally(DisclosureValidator.of(dated, Records.CLOCK))
                .result()
                .profile()
                .inForce());
    }

    private static Judgement judge(Profile profile, DisclosureRecord record) {
        return DisclosureValidator.of(profile, Records.CLOCK).judge(record);
    }

    private static Profile profile(String properties) throws IOException {
        return read(
                "{\"name\": \"n\", \"version\": \"1\", \"title\": {\"zh\": \"z\", \"en\": \"e\"}, " + properties + "}");
    }

    private static Profile read(String text) throws IOException {
        return Profile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
