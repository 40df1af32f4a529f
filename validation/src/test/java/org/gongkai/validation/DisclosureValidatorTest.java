package org.gongkai.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.Consultation;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.FileType;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Openness;
import org.gongkai.core.document.Validity;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.validation.document.DuplicateAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.finding.Verdict;
import org.gongkai.validation.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureValidatorTest {

    private final DisclosureValidator validator = Records.validator();

    /** The elements that the page of 青崂政办字〔2023〕13号 shows, its three empty cells among them. */
    @Test
    void aRealPagesEmptyThemeIsAWarningAndItsEmptyNormativeNumberNothing() {
        DisclosureRecord page = OfficialDocumentBuilder.builder()
                .title("青岛市崂山区人民政府办公室关于印发2023年崂山区政务公开工作要点的通知")
                .issuers(List.of(Agency.parse("青岛市崂山区人民政府办公室")))
                .documentNumber(DocumentNumber.parse("青崂政办字〔2023〕13号"))
                .writtenOn(LocalDate.of(2023, 7, 21))
                .publishedOn(LocalDate.of(2023, 7, 21))
                .indexNumber(IndexNumber.parse("19059120230915143805"))
                .effectiveFrom(LocalDate.of(2023, 7, 21))
                .validity(Validity.parse("有效"))
                .fileType(FileType.parse("其他文件"))
                .openness(Openness.parse("主动公开"))
                .note("此件公开发布")
                .consultation(new Consultation("青岛市崂山区人民政府办公室", "0532-88996769"))
                .body(new Body("现将工作要点印发给你们。", null))
                .build();
        Judgement judgement = validator.judge(page);
        assertEquals(
                List.of("document.theme.missing", "document.documentKind.missing", "document.owner.missing"),
                rules(judgement));
        assertTrue(judgement.findings().stream().allMatch(each -> each.severity() == Severity.WARNING));
        assertEquals(Verdict.COMPLETE, judgement.verdict());
        assertEquals(List.of(), judgement.elements().missing());
        assertEquals(List.of(), judgement.elements().irregular());
    }

    /** Regulations of a government are named 办法 or 规定, and bear no kind of official document. */
    @ParameterizedTest
    @CsvSource({"东岚市人民政府令第12号,false", "岚政发〔2023〕12号,true"})
    void whatAnOrderPromulgatesNeedsNoKindInItsTitle(String number, boolean told) {
        OfficialDocument decree = Records.document()
                .title("东岚市户外广告管理办法")
                .documentNumber(DocumentNumber.parse(number))
                .build();
        assertEquals(told, rules(validator.judge(decree)).contains("document.title.kindMissing"));
    }

    @Test
    void anEmptyRecordIsUnreadable() {
        assertEquals(
                Verdict.UNREADABLE,
                validator.judge(OfficialDocumentBuilder.builder().build()).verdict());
        assertEquals(
                Verdict.UNREADABLE,
                validator.judge(AssistanceStandardBuilder.builder().build()).verdict());
    }

    @Test
    void everyKindOfRecordIsJudgedAndAudited() {
        List<DisclosureRecord> all = EveryKindTest.records();
        assertEquals(
                Set.of(DisclosureRecord.class.getPermittedSubclasses()),
                all.stream().map(Object::getClass).collect(Collectors.toSet()));
        DuplicateAudit audit = new DuplicateAudit(Records.PROFILE);
        for (DisclosureRecord each : all) {
            assertEquals(Verdict.COMPLETE, validator.judge(each).verdict());
            assertEquals(List.of(), audit.see(each, Location.of("a")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${1+1}",
                "{document.title.missing}",
                "#{7*7}",
                "{value}",
                "{expected}",
                "\\${x}",
                "$1",
                "%s",
                "{"
            })
    void whatAUserWroteIsNeverEvaluated(String value) {
        Finding finding = validator
                .judge(Records.document().validity(Validity.parse(value)).build())
                .findings()
                .get(0);
        assertEquals(value, finding.value());
        assertEquals("The validity is not on the list: " + value, finding.text(Locale.ENGLISH));
        assertEquals("有效性的取值不在列表中：" + value, finding.text(Locale.CHINA));
    }

    @Test
    void errorsAreWhatKeepsARecordFromBeingComplete() {
        Judgement judgement = validator.judge(
                Records.document().title(null).effectiveFrom(null).build());
        assertEquals(
                List.of("document.title.missing"),
                judgement.errors().stream().map(Finding::rule).toList());
        assertTrue(judgement.findings().size() > 1, "a warning is there too, and no error");
        assertEquals(List.of(), validator.judge(Records.document().build()).errors());
    }

    @ParameterizedTest
    @CsvSource({
        "zh, 缺少标题。",
        "zh-TW, 缺少标题。",
        "en, There is no title.",
        "en-GB, There is no title.",
        "fr, There is no title.",
        "und, There is no title."
    })
    void aFindingIsToldInChineseOrElseInEnglish(String language, String text) {
        Finding finding =
                validator.judge(Records.document().title(null).build()).errors().get(0);
        assertEquals(text, finding.text(Locale.forLanguageTag(language)));
    }

    @Test
    void aFindingOfARuleThatIsNotKnownHereIsToldByItsCode() {
        Finding later = new Finding("document.later.rule", Severity.ERROR, null, "", null, null, null, "0");
        assertEquals("document.later.rule", later.text(Locale.CHINESE));
        assertEquals("", later.mending(Locale.CHINESE));
    }

    @Test
    void controlCharactersShowAsBlanksInTextAndStayInTheValue() {
        Finding finding = validator
                .judge(Records.document().title("关于\u001b[31m印发\n的通知").build())
                .findings()
                .get(0);
        assertEquals("关于\u001b[31m印发\n的通知", finding.value());
        assertEquals("The title holds a line break: 关于 [31m印发 的通知", finding.text(Locale.ENGLISH));
    }

    @Test
    void pointersFollowThePathOfTheValue() {
        Judgement judgement = validator.judge(Records.document()
                .issuers(List.of(Agency.parse("甲局"), Agency.parse("乙局、丙局")))
                .attachments(List.of(Records.attachment(), new Attachment(null, null, null, "x", null)))
                .consultation(new Consultation(null, "1"))
                .other(Map.of("a/b~c", 1))
                .build());
        assertEquals(
                List.of(
                        "/issuers/1",
                        "/consultation/department",
                        "/consultation/telephone",
                        "/attachments/1/name",
                        "/attachments/1/sha256",
                        "/a~1b~0c"),
                judgement.findings().stream().map(Finding::pointer).toList());
    }

    @Test
    void aFindingStandsWhereItsValueStoodElseWhereTheRecordStood() {
        Location record = Location.of("list.csv").atRow(7);
        Location issuers = record.at("发文机关", 3);
        Judgement judgement = validator.judge(
                Records.document()
                        .issuers(List.of(Agency.parse("甲局、乙局")))
                        .theme(null)
                        .build(),
                pointer -> switch (pointer) {
                    case "/issuers" -> issuers;
                    case "" -> record;
                    default -> null;
                });
        assertEquals(
                List.of(issuers, record),
                judgement.findings().stream().map(Finding::location).toList());
        assertNull(validator
                .judge(Records.document().theme(null).build())
                .findings()
                .get(0)
                .location());
    }

    @Test
    void aFingerprintOutlivesAMoveAndTellsValuesApart() {
        OfficialDocument document =
                Records.document().validity(Validity.parse("现行")).build();
        Finding here = validator
                .judge(document, pointer -> Location.of("a.csv").atRow(3))
                .findings()
                .get(0);
        Finding there = validator
                .judge(document, pointer -> Location.of("b.csv").atRow(9))
                .findings()
                .get(0);
        Finding other = validator
                .judge(Records.document().validity(Validity.parse("作废")).build())
                .findings()
                .get(0);
        assertTrue(here.fingerprint().matches("[0-9a-f]{16}"), here.fingerprint());
        assertEquals(here.fingerprint(), there.fingerprint());
        assertNotEquals(here.fingerprint(), other.fingerprint());
    }

    @Test
    void aSourcesFingerprintDoesNotHangOnTheRow() {
        assertEquals(
                sourceFinding("a.csv", 3).fingerprint(),
                sourceFinding("a.csv", 4).fingerprint());
        assertNotEquals(
                sourceFinding("a.csv", 3).fingerprint(),
                sourceFinding("b.csv", 3).fingerprint());
    }

    @Test
    void longValuesAreCutButKeepTheirOwnFingerprints() {
        Finding one = tooLong("摘".repeat(600) + "甲");
        Finding other = tooLong("摘".repeat(600) + "乙");
        assertEquals(one.value(), other.value());
        assertEquals(Finding.VALUE_LIMIT + 1, String.valueOf(one.value()).length());
        assertNotEquals(one.fingerprint(), other.fingerprint());
        Finding pairs = tooLong("a" + "𠮷".repeat(600));
        assertFalse(Character.isHighSurrogate(pairs.value().charAt(pairs.value().length() - 2)));
    }

    @Test
    void oneValidatorJudgesFromManyThreadsAsFromOne() {
        List<OfficialDocument> documents = IntStream.range(0, 500)
                .mapToObj(each -> Records.document()
                        .indexNumber(IndexNumber.parse("x" + each))
                        .title(each % 2 == 0 ? null : "标题" + each)
                        .validity(each % 3 == 0 ? Validity.parse("现行" + each) : Validity.parse("有效"))
                        .attachments(each % 5 == 0 ? List.of(new Attachment(null, null, -1L, "x", null)) : List.of())
                        .build())
                .toList();
        List<Judgement> one = documents.stream().map(validator::judge).toList();
        List<Judgement> many = documents.parallelStream().map(validator::judge).toList();
        assertEquals(one, many);
    }

    @Test
    void theOrderOfTheRecordsChangesNoFinding() {
        List<OfficialDocument> documents = new ArrayList<>(Stream.of("现行", "有效", "作废")
                .map(each -> Records.document()
                        .validity(Validity.parse(each))
                        .title(null)
                        .build())
                .toList());
        Set<Finding> before = findings(documents);
        Collections.shuffle(documents, new Random(7));
        assertEquals(before, findings(documents));
    }

    @ParameterizedTest
    @CsvSource({
        "有效, 2024-06-02, , , 尚未生效",
        "有效, 2024-06-01, , , ",
        "有效, 2020-01-01, 2024-06-01, , 废止",
        "有效, 2020-01-01, 2024-06-02, , ",
        "有效, 2020-01-01, , 2024-05-31, 失效",
        "有效, 2020-01-01, , 2024-06-01, ",
        "部分有效, 2020-01-01, , 2024-05-31, 失效",
        "尚未生效, 2024-06-02, , , ",
        "尚未生效, 2024-06-01, , , 有效",
        "尚未生效, , , , ",
        "废止, 2020-01-01, 2024-06-02, , 有效",
        "废止, 2020-01-01, , , ",
        "失效, 2020-01-01, , 2024-06-02, 有效",
        "失效, 2020-01-01, , , ",
        "未知, 2020-01-01, 2024-01-01, , ",
    })
    void validityMustAgreeWithTheDates(
            String validity, LocalDate effectiveFrom, LocalDate repealedOn, LocalDate expiresOn, String expected) {
        List<Finding> findings = validator
                .judge(Records.document()
                        .writtenOn(LocalDate.of(2019, 12, 30))
                        .documentNumber(DocumentNumber.parse("青崂政办字〔2019〕13号"))
                        .validity(Validity.parse(validity))
                        .effectiveFrom(effectiveFrom)
                        .repealedOn(repealedOn)
                        .expiresOn(expiresOn)
                        .build())
                .findings()
                .stream()
                .filter(each -> each.rule().equals("document.validity.inconsistent"))
                .toList();
        assertEquals(
                expected == null ? List.of() : List.of(expected),
                findings.stream().map(Finding::expected).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "附件：清单 | 1",
                "附件：1. 清单 | 1",
                "附件：1.清单 2.名单 | 2",
                "附件:1、清单\\n2、名单\\n3、表 | 3",
                "附件：1.5版清单 | 1",
            })
    void attachmentsNamedInTheTextAreCounted(String note, String named) {
        Finding finding = validator
                .judge(Records.document()
                        .attachmentNote(note.replace("\\n", "\n"))
                        .build())
                .findings()
                .get(0);
        assertEquals("document.attachments.missing", finding.rule());
        assertEquals(named, finding.expected());
    }

    @Test
    void anAttachmentNamedInTheBodyAloneIsMissed() {
        assertEquals(
                List.of("document.attachments.missing"),
                rules(validator.judge(
                        Records.document().body(new Body("正文。\n　　附件：名单", null)).build())));
        assertEquals(
                List.of(),
                rules(validator.judge(
                        Records.document().body(new Body("详见附件：名单", null)).build())));
    }

    @Test
    void aRuleIssuedByOrderNeedsItsNumber() {
        OfficialDocumentBuilder order = Records.document()
                .title("青岛市停车场管理办法")
                .documentKind(null)
                .fileType(FileType.of(FileType.Type.RULE))
                .documentNumber(null);
        Judgement judgement = validator.judge(order.build());
        assertTrue(rules(judgement).contains("document.documentNumber.required"));
        assertEquals(List.of("documentNumber"), judgement.elements().missing());
    }

    @Test
    void aFindingIsWrittenWithItsSeverityInLowerCase() throws Exception {
        String json = JsonMapper.builder()
                .build()
                .writeValueAsString(validator
                        .judge(Records.document().theme(null).build(), pointer -> Location.of("a.html"))
                        .findings()
                        .get(0));
        assertTrue(
                json.startsWith(
                        "{\"rule\":\"document.theme.missing\",\"severity\":\"warning\",\"record\":\"index:1905"),
                json);
        assertTrue(
                json.contains("\"pointer\":\"/theme\",\"location\":{\"source\":\"a.html\"},\"fingerprint\":\""), json);
    }

    private Set<Finding> findings(List<OfficialDocument> documents) {
        return documents.stream()
                .flatMap(each -> validator.judge(each).findings().stream())
                .collect(Collectors.toSet());
    }

    private Finding sourceFinding(String source, int row) {
        return validator.finding(
                new SourceProblem("source.csv.raggedRow", Location.of(source).atRow(row), "3", "4"));
    }

    private Finding tooLong(String summary) {
        return validator
                .judge(Records.document()
                        .body(new Body("文".repeat(5001), null))
                        .summary(summary)
                        .build())
                .findings()
                .get(0);
    }

    private static List<String> rules(Judgement judgement) {
        return judgement.findings().stream().map(Finding::rule).toList();
    }
}
