package org.gongkai.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.conformance.Breach;
import org.gongkai.conformance.Breaches;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.json.JsonJudge;
import org.gongkai.validation.interpretation.PolicyAuditTest;
import org.gongkai.validation.land.LandAuditTest;
import org.gongkai.validation.request.RequestRulesTest;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule has records that pass and records that break that rule alone, but for what cannot but be broken with it. */
class RuleExamplesTest {

    /** What no example of a few records can break: sources are no records, and this one speaks of very many. */
    private static boolean exampled(Rule rule) {
        return !rule.code().startsWith("source.") && !rule.code().equals("record.limit.reached");
    }

    private final Breaches breaches = Breaches.shipped();
    private final Map<LocalDate, JsonJudge> judges = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> theGoodOnesPassAndTheBrokenOnesBreakTheRuleAlone() {
        return breaches.all().stream()
                .map(each -> DynamicTest.dynamicTest(each.rule(), () -> {
                    assertEquals(Set.of(), codes(each, each.good()));
                    Set<String> broken = new TreeSet<>(each.with());
                    broken.add(each.rule());
                    assertEquals(broken, codes(each, each.broken()));
                }));
    }

    @Test
    void everyRuleHasAnExample() {
        List<String> rules = RuleCatalogue.standard().rules().stream()
                .filter(RuleExamplesTest::exampled)
                .map(Rule::code)
                .sorted()
                .toList();
        List<String> examples =
                breaches.all().stream().map(Breach::rule).sorted().toList();
        assertEquals(rules, examples, "an example of a rule is an entry under breaches/ of the module conformance");
                .filter(each -> !each.startsWith("source."))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tried = new TreeSet<>(examples.keySet());
        // Rules that look at several lines, or at a day, have their examples beside their rules class.
        AssistanceStandardRulesTest.faults()
                .map(AssistanceStandardRulesTest.Fault::rule)
                .forEach(tried::add);
        tried.addAll(AssistanceAuditTest.TRIED);
        tried.addAll(LandAuditTest.TRIED);
        tried.addAll(DuplicateAuditTest.TRIED);
        tried.addAll(CoverageAuditTest.TRIED);
        tried.addAll(RelatedDocumentsAuditTest.TRIED);
        tried.addAll(DecisionAuditTest.TRIED);
        tried.addAll(AnnualReportRulesTest.TRIED);
        // Reports beside a register.
        tried.addAll(Set.of("annualReport.register", "annualReport.register.notCounted"));
        tried.addAll(RequestRulesTest.TRIED);
        tried.addAll(SetAuditTest.TRIED);
        tried.addAll(PolicyAuditTest.TRIED);
        // Tried by AssistanceAuditTest, which tries rules of assistance besides.
        tried.add("record.limit.reached");
        assertEquals(rules, tried);
    }

    @TestFactory
    Stream<DynamicTest> everyRuleOfSourcesMakesAFindingWithATextInBothLanguages() {
        return RuleCatalogue.standard().rules().stream()
                .filter(each -> each.code().startsWith("source."))
                .map(each -> DynamicTest.dynamicTest(each.code(), () -> {
                    Finding finding = Records.validator()
                            .finding(new SourceProblem(
                                    each.code(), Location.of("a/b.html").atRow(3), "found", "wanted"));
                    assertEquals(each.severity(), finding.severity());
                    assertEquals("a/b.html:3", String.valueOf(finding.location()));
                    for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                        assertFalse(each.text(finding, language).contains("{"));
                        assertFalse(each.mending(finding, language).isBlank());
                    }
                }));
    }

    @Test
    void aFindingOfEachExampleIsFilledInCompletely() throws IOException {
        List<String> open = new ArrayList<>();
        for (Breach each : breaches.all()) {
            Finding finding = finding(each);
            Rule rule = RuleCatalogue.standard().rule(each.rule());
            for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                String text = rule.text(finding, language) + rule.mending(finding, language);
                if (Stream.of("{value}", "{expected}", "(not stated)", "（未说明）").anyMatch(text::contains)) {
                    open.add(each.rule() + ": " + text);
                }
            }
        }
        assertEquals(List.of(), open);
    }

    @Test
    void aBrokenRuleStandsAtTheElementThatTheCatalogueNames() throws IOException {
        for (Breach each : breaches.all()) {
            String element = RuleCatalogue.standard().rule(each.rule()).element();
            if (element != null) {
                String pointer = finding(each).pointer();
                assertTrue(pointer.equals("/" + element) || pointer.startsWith("/" + element + "/"), each + pointer);
            }
        }
    }

    private Finding finding(Breach breach) throws IOException {
        return judge(breach).judge(breach.broken()).stream()
                .filter(each -> each.rule().equals(breach.rule()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(breach.rule()));
    }

    private Set<String> codes(Breach breach, JsonNode input) throws IOException {
        return judge(breach).judge(input).stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonJudge judge(Breach breach) {
        return judges.computeIfAbsent(
                breach.today(),
                day -> JsonJudge.of(
                        Records.PROFILE,
                        Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC)));
    private static Map<String, Example> examples() {
        Map<String, Example> all = new LinkedHashMap<>();
        document(all, "title.missing", d -> d.title(null));
        document(all, "issuers.missing", d -> d.issuers(List.of()));
        document(
                all,
                "documentNumber.missing",
                d -> d.documentNumber(DocumentNumber.parse("无文号")),
                d -> d.documentNumber(null));
        normative(all, "documentNumber.required", d -> d, d -> d.documentNumber(DocumentNumber.parse("无文号")));
        document(all, "writtenOn.missing", d -> d.writtenOn(null));
        document(all, "publishedOn.missing", d -> d.publishedOn(null));
        document(all, "indexNumber.missing", d -> d.indexNumber(null));
        document(all, "effectiveFrom.missing", d -> d.effectiveFrom(null));
        normative(all, "expiresOn.missing", d -> d, d -> d.expiresOn(null));
        document(all, "validity.missing", d -> d.validity(null));
        document(all, "theme.missing", d -> d.theme(null));
        document(all, "fileType.missing", d -> d.fileType(null));
        normative(all, "normativeNumber.required", d -> d, d -> d.normativeNumber(null));
        document(all, "documentKind.missing", d -> d.documentKind(null));
        document(all, "owner.missing", d -> d.owner(null));
        document(all, "consultation.missing", d -> d.consultation(null));
        document(all, "consultation.department.missing", d -> d.consultation(new Consultation(" ", "0532-88996769")));
        document(all, "consultation.telephone.missing", d -> d.consultation(new Consultation("区政府办公室", null)));
        document(all, "openness.missing", d -> d.openness(null));
        document(all, "body.missing", d -> d.body(null));
        document(
                all,
                "body.blank",
                d -> d.body(new Body(null, "<p><IMG src='a.png'></p>")),
                d -> d.body(new Body(" ", "<p>&nbsp;</p>")));
        document(
                all,
                "attachment.name.missing",
                with(Records.attachment()),
                with(new Attachment(" ", null, null, null, null)));
        document(
                all,
                "attachments.missing",
                d -> d.attachmentNote("附件：1. 清单").attachments(List.of(Records.attachment())),
                d -> d.attachmentNote("附件：1.清单 2.名单").attachments(List.of(Records.attachment())));
        document(all, "relation.type.missing", with(Records.relation()), with(new Relation(null, "a.html")));
        document(
                all,
                "relation.target.missing",
                with(Records.relation()),
                with(new Relation(Records.relation().type(), null)));
        normative(
                all,
                "relations.interpretationMissing",
                d -> d,
                with(new Relation(RelationType.of(RelationType.Type.BASIS), "国办发〔2017〕47号")));

        document(
                all,
                "personalData.identityNumber",
                d -> d.body(new Body("中标人身份证号11010519491231002*，项目编号110105194912310028。", null)),
                d -> d.body(new Body("身份证号：11010519491231002X", null)));
        document(
                all,
                "personalData.mobileNumber",
                d -> d.body(new Body("咨询电话（工作日）：13800000000；联系方式：王主任 138-0000-0000", null)),
                d -> d.body(new Body(null, "<p>收件人：13800000000</p><a href='/a?id=13900000000'>附件</a>")));
        document(
                all,
                "personalData.bankCard",
                d -> d.body(new Body("账号：6222021001122334450", null)),
                d -> d.body(new Body("账号：4111 1111 1111 1111", null)));

        document(all, "title.lineBreak", d -> d.title("关于印发要点\n的通知"));
        document(
                all,
                "title.kindMissing",
                d -> d.title("青岛市停车场管理办法")
                        .documentKind(null)
                        .documentKind(DocumentKind.parse("其他"))
                        .fileType(FileType.of(FileType.Type.RULE))
                        .documentNumber(DocumentNumber.parse("省政府令第337号")),
                d -> d.title("青岛市停车场管理办法").documentKind(DocumentKind.parse("其他")));
        document(
                all,
                "issuers.malformed",
                d -> d.issuers(List.of(Agency.parse("甲局"), Agency.parse("乙局"))),
                d -> d.issuers(List.of(Agency.parse("甲局、乙局"))));
        document(
                all,
                "documentNumber.malformed",
                d -> d.documentNumber(DocumentNumber.parse("国务院令第743号")),
                d -> d.documentNumber(DocumentNumber.parse("青崂政办字13")));
        document(
                all,
                "indexNumber.malformed",
                d -> d.indexNumber(IndexNumber.parse("000014349/2017-00110")),
                d -> d.indexNumber(IndexNumber.parse("19059120230230143805")));
        document(
                all,
                "indexNumber.tooLong",
                d -> d.indexNumber(IndexNumber.parse("a".repeat(40) + "-b-c-d-20230721-001")),
                d -> d.indexNumber(IndexNumber.parse("a".repeat(50) + "-b-c-d-20230721-001")));
        document(
                all,
                "indexNumber.checkCharacter",
                d -> d.indexNumber(IndexNumber.parse("11370322004222241N/2021-5135380")),
                d -> d.indexNumber(IndexNumber.parse("11370000MB28498854/2021-5135380")));
        document(all, "validity.unlisted", d -> d.validity(Validity.parse("现行")));
        document(
                all,
                "theme.malformed",
                d -> d.theme(ThemeCategory.parse("综合政务")),
                d -> d.theme(ThemeCategory.parse("甲/乙/丙")));
        document(
                all,
                "theme.unlisted",
                d -> d.theme(ThemeCategory.parse("综合政务-政务公开")),
                d -> d.theme(ThemeCategory.parse("综合政务-鱼")));
        document(all, "fileType.unlisted", d -> d.fileType(FileType.parse("红头文件")));
        document(
                all,
                "normativeNumber.malformed",
                d -> d.normativeNumber(NormativeNumber.parse("WHCR-2023-0010139")),
                d -> d.normativeNumber(NormativeNumber.parse("HFGS—2023—9")));
        document(all, "documentKind.unlisted", d -> d.documentKind(DocumentKind.parse("便函条")));
        document(all, "owner.malformed", d -> d.owner(Agency.parse("甲局、乙局")));
        document(
                all,
                "ownerCode.malformed",
                d -> d.ownerCode(CreditCode.parse("01527918-X")),
                d -> d.ownerCode(CreditCode.parse("11370000MB28498854")));
        document(
                all,
                "consultation.telephone.malformed",
                d -> d.consultation(new Consultation("办公室", "0532-88996769、0532-88996770")),
                d -> d.consultation(new Consultation("办公室", "88996769")));
        document(all, "openness.unlisted", d -> d.openness(Openness.parse("公开")));
        document(
                all,
                "summary.tooLong",
                d -> d.body(new Body("文".repeat(5001), null)).summary("摘".repeat(500)),
                d -> d.body(new Body("文".repeat(5001), null)).summary("摘".repeat(501)));
        document(all, "summary.long", d -> d.summary("摘".repeat(300)), d -> d.summary("摘".repeat(301)));
        document(
                all,
                "body.active",
                d -> d.body(new Body("文", "<p title=\"onclick=1\">on load = javascript:</p>")),
                d -> d.body(new Body("文", "<p onclick=go()>文</p>")));
        document(
                all,
                "attachment.size.negative",
                with(new Attachment("a", null, 0L, null, null)),
                with(new Attachment("a", null, -1L, null, null)));
        document(
                all,
                "attachment.sha256.malformed",
                with(Records.attachment()),
                with(new Attachment("a", null, 1L, "ABC", null)));
        document(
                all,
                "relation.type.unlisted",
                with(Records.relation()),
                with(new Relation(RelationType.parse("相关"), "a.html")));
        document(all, "site.idCode.letters", d -> d.site(site("bm37000025")), d -> d.site(site("sd37000025")));
        document(all, "site.idCode.malformed", d -> d.site(site("3702000025")), d -> d.site(site("37020")));
        document(all, "property.unknown", d -> d.other(Map.of("a/b", "x")));
        both(
                all,
                "record.text.residue",
                List.of(Records.document().title("关于A&B（5<6）的通知").build()),
                List.of(Records.document().title("关于&ldquo;防汛&rdquo;的通知").build()));

        document(
                all,
                "title.validityMark",
                d -> d.title("【已失效】关于印发要点的通知").validity(Validity.of(Validity.State.LAPSED)),
                d -> d.title("[失效]关于印发要点的通知"));
        document(all, "documentNumber.yearDiffers", d -> d.documentNumber(DocumentNumber.parse("青崂政办字〔2022〕13号")));
        document(
                all,
                "publishedOn.beforeWriting",
                d -> d.publishedOn(WRITTEN.plusDays(1)),
                d -> d.publishedOn(WRITTEN.minusDays(1)));
        document(all, "printedOn.beforeWriting", d -> d.printedOn(WRITTEN), d -> d.printedOn(WRITTEN.minusDays(1)));
        document(
                all,
                "effectiveFrom.beforeWriting",
                d -> d.effectiveFrom(WRITTEN.plusDays(1)),
                d -> d.effectiveFrom(WRITTEN.minusDays(1)));
        document(
                all,
                "repealedOn.notAfterEffect",
                d -> d.repealedOn(WRITTEN.plusDays(1)).validity(Validity.of(Validity.State.REPEALED)),
                d -> d.repealedOn(WRITTEN).validity(Validity.of(Validity.State.REPEALED)));
        document(
                all,
                "expiresOn.notAfterEffect",
                d -> d.expiresOn(WRITTEN.plusDays(1)).validity(Validity.of(Validity.State.LAPSED)),
                d -> d.expiresOn(WRITTEN).validity(Validity.of(Validity.State.LAPSED)));
        normative(
                all,
                "expiresOn.tooFar",
                d -> d.expiresOn(WRITTEN.plusYears(5)),
                d -> d.expiresOn(WRITTEN.plusYears(5).plusDays(1)));
        document(
                all,
                "validity.inconsistent",
                d -> d.expiresOn(LocalDate.of(2024, 6, 1)),
                d -> d.expiresOn(LocalDate.of(2024, 5, 31)));
        document(
                all,
                "normativeNumber.yearDiffers",
                d -> d.normativeNumber(NormativeNumber.parse("WHCR-2023-0010139")),
                d -> d.normativeNumber(NormativeNumber.parse("WHCR-2022-0010139")));
        document(all, "documentKind.differs", d -> d.documentKind(DocumentKind.parse("函")));
        document(
                all,
                "openness.notExportable",
                d -> d.openness(Openness.of(Openness.Mode.ON_APPLICATION)).note(null));
        document(all, "note.contradictsOpenness", d -> d.note("此件主动公开"), d -> d.note("（此件依申请公开）"));

        OfficialDocument first = Records.document().build();
        OfficialDocument other = Records.document()
                .indexNumber(IndexNumber.parse("19059120230915143806"))
                .build();
        String title = "关于做好另一件事的通知";
        OfficialDocument apart = Records.document()
                .title(title)
                .documentNumber(DocumentNumber.parse("青崂政办字〔2023〕14号"))
                .indexNumber(other.indexNumber())
                .build();
        both(all, "record.duplicate", List.of(first, apart), List.of(first, first));
        both(
                all,
                "record.conflict",
                List.of(first, apart),
                List.of(
                        first,
                        Records.document().theme(ThemeCategory.of("其他", null)).build()));
        both(all, "record.duplicate.suspected", List.of(first, apart), List.of(first, other));
        both(all, "record.key.shared", List.of(first, apart), List.of(other, apart));
        both(
                all,
                "document.documentNumber.shared",
                List.of(first, apart),
                List.of(
                        first,
                        Records.document()
                                .title(title)
                                .indexNumber(other.indexNumber())
                                .build()));

        standard(all, "place.missing", s -> s.place(null));
        standard(all, "item.missing", s -> s.item(null));
        standard(all, "amount.missing", s -> s.amount(null));
        standard(all, "unit.missing", s -> s.unit(null));
        standard(all, "effectiveFrom.missing", s -> s.effectiveFrom(null));
        standard(all, "publishedOn.missing", s -> s.publishedOn(null));
        standard(all, "basis.missing", s -> s.basis(null));
        standard(all, "setBy.missing", s -> s.setBy(List.of()));
        standard(all, "publisher.missing", s -> s.publisher(null));
        standard(all, "amount.notPositive", s -> s.amount(BigDecimal.ZERO));
        standard(all, "amount.outOfRange", s -> s.amount(new BigDecimal("901.234")));
        standard(all, "effectiveFrom.malformed", s -> s.effectiveFrom(PartialDate.parse("去年")));
        standard(all, "effectiveTo.malformed", s -> s.effectiveTo(PartialDate.parse("明年")));
        standard(all, "basis.documentNumber.malformed", s -> s.basis(new Basis("通知", DocumentNumber.parse("三号"))));
        standard(all, "property.unknown", s -> s.other(Map.of("x", 1)));
        DecisionExamples.all().forEach((code, pair) -> both(all, code, List.of(pair.good()), List.of(pair.bad())));
        LandExamples.all().forEach((code, pair) -> both(all, code, List.of(pair.good()), List.of(pair.bad())));
        InterpretationExamples.all()
                .forEach((code, pair) -> both(all, code, List.of(pair.good()), List.of(pair.bad())));
        return all;
    }

    private static Site site(String idCode) {
        return new Site("崂山区政府", "www.laoshan.gov.cn", idCode, null, null, null, null);
    }

    private static Function<OfficialDocumentBuilder, OfficialDocumentBuilder> with(Attachment attachment) {
        return d -> d.attachments(List.of(attachment));
    }

    private static Function<OfficialDocumentBuilder, OfficialDocumentBuilder> with(Relation relation) {
        return d -> d.relations(List.of(relation));
    }

    private static void document(
            Map<String, Example> all, String code, Function<OfficialDocumentBuilder, OfficialDocumentBuilder> bad) {
        document(all, code, d -> d, bad);
    }

    private static void document(
            Map<String, Example> all,
            String code,
            Function<OfficialDocumentBuilder, OfficialDocumentBuilder> good,
            Function<OfficialDocumentBuilder, OfficialDocumentBuilder> bad) {
        both(
                all,
                "document." + code,
                List.of(good.apply(Records.document()).build()),
                List.of(bad.apply(Records.document()).build()));
    }

    private static void normative(
            Map<String, Example> all,
            String code,
            Function<OfficialDocumentBuilder, OfficialDocumentBuilder> good,
            Function<OfficialDocumentBuilder, OfficialDocumentBuilder> bad) {
        both(
                all,
                "document." + code,
                List.of(good.apply(Records.normative()).build()),
                List.of(bad.apply(Records.normative()).build()));
    }

    private static void standard(
            Map<String, Example> all, String code, Function<AssistanceStandardBuilder, AssistanceStandardBuilder> bad) {
        both(
                all,
                "assistance." + code,
                List.of(Records.standard().build()),
                List.of(bad.apply(Records.standard()).build()));
    }

    private static void both(
            Map<String, Example> all,
            String code,
            List<? extends DisclosureRecord> good,
            List<? extends DisclosureRecord> bad) {
        all.put(code, new Example(List.copyOf(good), List.copyOf(bad)));
    }
}
