package org.gongkai.validation.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.Basis;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.document.Validity;
import org.gongkai.core.source.Location;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeAuditTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);
    private static final OfficialDocument RIVERS = document(1, "关于加强河道管理的通知").build();
    private static final OfficialDocument ROADS = document(2, "关于整修村路的通知").build();

    private static OfficialDocumentBuilder document(int number, String title) {
        return Records.document()
                .title(title)
                .documentNumber(DocumentNumber.parse("青崂政办字〔2023〕" + number + "号"))
                .indexNumber(IndexNumber.parse("1905912023091514380" + number))
                .body(new Body("各街道办事处：请认真落实第" + number + "件事。", null));
    }

    private static OfficialDocumentBuilder of(OfficialDocument document) {
        return OfficialDocumentBuilder.builder(document);
    }

    /** What the later set has beside what is looked at. */
    private static OfficialDocument notice(String title, String text) {
        return document(9, title).body(new Body(text, null)).build();
    }

    private static List<Finding> found(
            List<? extends DisclosureRecord> before, List<? extends DisclosureRecord> after) {
        try {
            ChangeAudit audit = new ChangeAudit(Records.PROFILE, TODAY, before::forEach);
            List<Finding> findings = new ArrayList<>();
            after.forEach(each -> findings.addAll(audit.see(each, Location.of("after"))));
            audit.end(findings::add);
            return findings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> rules(List<? extends DisclosureRecord> before, List<? extends DisclosureRecord> after) {
        return found(before, after).stream().map(Finding::rule).toList();
    }

    private static Finding only(List<? extends DisclosureRecord> before, List<? extends DisclosureRecord> after) {
        List<Finding> findings = found(before, after);
        assertEquals(1, findings.size(), findings.toString());
        return findings.get(0);
    }

    @Test
    void whatIsAsItWasAndWhatIsNewShowNothing() {
        assertEquals(List.of(), rules(List.of(RIVERS), List.of(ROADS, RIVERS)));
    }

    @Test
    void aDocumentThatIsGoneIsNamed() {
        Finding finding = only(List.of(RIVERS, ROADS), List.of(ROADS));
        assertEquals("record.change.gone", finding.rule());
        assertEquals(RIVERS.key(), finding.record());
        assertEquals("上一包中的公文“关于加强河道管理的通知”这次没有了，也没有文件说明它已废止。", finding.text(Locale.CHINESE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "自2024年1月1日起施行，《关于加强河道管理的通知》同时废止。",
                "现决定：青崂政办字〔2023〕1号文件自印发之日起失效。",
                "原《青岛市崂山区人民政府办公室关于加强河道管理的通知》（青崂政办字[2023]1号）不再执行；其他不变。"
            })
    void aDocumentThatALaterOneRepealsInItsTextMayBeGone(String text) {
        assertEquals(List.of(), rules(List.of(RIVERS), List.of(notice("关于管理河道的规定", text))));
    }

    @Test
    void aDocumentThatAListOfRepealedOnesHasMayBeGone() {
        OfficialDocument list = notice("关于公布文件清理结果的通知", "附件\n1. 关于加强河道管理的通知（2023年）\n2. 关于另一件事的通知");
        assertEquals(List.of(), rules(List.of(RIVERS), List.of(list)));
    }

    @Test
    void aRepealThatNamesAnotherGivesNoReason() {
        OfficialDocument other = notice("关于管理村路的规定", "《关于整修村路的通知》同时废止。请落实《关于加强河道管理的通知》。");
        assertEquals(List.of("record.change.gone"), rules(List.of(RIVERS), List.of(other)));
    }

    @Test
    void aDocumentThatARelationRepealsMayBeGone() {
        Relation repeals = new Relation(RelationType.of(RelationType.Type.REPEALS), "青崂政办字〔2023〕1号");
        OfficialDocument later =
                of(notice("关于管理河道的规定", "请落实。")).relations(List.of(repeals)).build();
        assertEquals(List.of(), rules(List.of(RIVERS), List.of(later)));
    }

    @Test
    void aDocumentThatHadLapsedOrWasRepealedMayBeGone() {
        OfficialDocument lapsed =
                of(RIVERS).expiresOn(LocalDate.of(2024, 5, 31)).build();
        OfficialDocument inForce =
                of(RIVERS).expiresOn(LocalDate.of(2024, 6, 1)).build();
        OfficialDocument repealed =
                of(RIVERS).validity(Validity.of(Validity.State.REPEALED)).build();
        assertEquals(List.of(), rules(List.of(lapsed), List.of()));
        assertEquals(List.of(), rules(List.of(repealed), List.of()));
        assertEquals(List.of("record.change.gone"), rules(List.of(inForce), List.of()));
    }

    @Test
    void aDocumentThatIsPublishedAnewUnderAnotherNumberIsNotGone() {
        OfficialDocument anew = of(RIVERS)
                .documentNumber(DocumentNumber.parse("青崂政办字〔2024〕8号"))
                .indexNumber(IndexNumber.parse("19059120240915143808"))
                .writtenOn(LocalDate.of(2024, 1, 2))
                .build();
        assertEquals(List.of(), rules(List.of(RIVERS), List.of(anew)));
    }

    @Test
    void aDocumentThatGotItsIndexNumberSinceIsTheSame() {
        OfficialDocument without = of(RIVERS).indexNumber(null).build();
        OfficialDocument changed =
                of(RIVERS).body(new Body("各街道办事处：请停下。", null)).build();
        assertEquals(List.of("record.change.body"), rules(List.of(without), List.of(changed)));
    }

    @Test
    void aFieldThatIsEmptyNowIsToldWithWhatItSaid() {
        Finding finding =
                only(List.of(RIVERS), List.of(of(RIVERS).documentNumber(null).build()));
        assertEquals("record.change.emptied", finding.rule());
        assertEquals("/documentNumber", finding.pointer());
        assertEquals("青崂政办字〔2023〕1号", finding.value());
    }

    @Test
    void aNumberThatIsMissingNowIsToldWhereTheKeyWasMadeOfIt() {
        OfficialDocument numbered = of(RIVERS).indexNumber(null).build();
        OfficialDocument without = of(numbered).documentNumber(null).build();
        Finding finding = only(List.of(numbered), List.of(without));
        assertEquals("record.change.emptied", finding.rule());
        assertEquals(without.key(), finding.record());
        assertEquals(List.of(), rules(List.of(without), List.of(numbered)));
    }

    @Test
    void anotherNumberUnderTheSameTitleIsAnotherDocument() {
        OfficialDocument first = of(RIVERS).indexNumber(null).build();
        OfficialDocument second = of(first)
                .documentNumber(DocumentNumber.parse("青崂政办字〔2023〕7号"))
                .body(new Body("各街道办事处：请停下。", null))
                .build();
        assertEquals(List.of(), rules(List.of(first), List.of(second)));
    }

    @Test
    void aTextThatStandsInAnAttachmentNowIsNotGone() {
        OfficialDocument attached = of(RIVERS)
                .body(new Body("", null))
                .attachments(List.of(Records.attachment()))
                .build();
        assertEquals(List.of(), rules(List.of(RIVERS), List.of(attached)));
        assertEquals(
                List.of("record.change.emptied"),
                rules(
                        List.of(RIVERS),
                        List.of(of(RIVERS).body(new Body("", null)).build())));
    }

    @Test
    void aDayOfWritingThatMovedIsToldWithBoth() {
        Finding finding = only(
                List.of(RIVERS),
                List.of(of(RIVERS).writtenOn(LocalDate.of(2023, 7, 12)).build()));
        assertEquals("record.change.moved", finding.rule());
        assertEquals("2023-07-12", finding.value());
        assertEquals("2023-07-21", finding.expected());
    }

    @Test
    void aPublicationMayComeAgainLaterAndNotEarlier() {
        OfficialDocument later = of(RIVERS)
                .publishedOn(LocalDate.of(2024, 2, 1))
                .body(new Body("各街道办事处：请认真落实新的事。", null))
                .build();
        assertEquals(List.of(), rules(List.of(RIVERS), List.of(later)));
        assertEquals(
                List.of("record.change.moved"),
                rules(
                        List.of(RIVERS),
                        List.of(of(RIVERS)
                                .publishedOn(LocalDate.of(2023, 7, 20))
                                .build())));
    }

    @Test
    void aRepealedDocumentThatIsInForceAgainIsTold() {
        OfficialDocument repealed =
                of(RIVERS).validity(Validity.of(Validity.State.REPEALED)).build();
        Finding finding = only(List.of(repealed), List.of(RIVERS));
        assertEquals("record.change.revived", finding.rule());
        assertEquals("有效", finding.value());
        OfficialDocument restores = notice("关于有关文件效力的通知", "《关于加强河道管理的通知》自即日起恢复执行。");
        assertEquals(List.of(), rules(List.of(repealed), List.of(RIVERS, restores)));
        assertEquals(List.of(), rules(List.of(RIVERS), List.of(repealed)));
    }

    @Test
    void aBodyThatChangedIsToldByTheTitle() {
        Finding finding = only(
                List.of(RIVERS),
                List.of(of(RIVERS).body(new Body("各街道办事处：请停下。", null)).build()));
        assertEquals("record.change.body", finding.rule());
        assertEquals("关于加强河道管理的通知", finding.value());
    }

    @Test
    void otherBlanksAndBracketsAreNoOtherBody() {
        OfficialDocument laidOut =
                of(RIVERS).body(new Body("各街道办事处:\n　　请认真落实第1件事.", null)).build();
        assertEquals(List.of(), rules(List.of(RIVERS), List.of(laidOut)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"更正公告", "关于修改部分文件的决定"})
    void aCorrectionGivesTheReasonForEveryChange(String title) {
        OfficialDocument changed = of(RIVERS)
                .writtenOn(LocalDate.of(2023, 7, 12))
                .documentNumber(null)
                .body(new Body("各街道办事处：请停下。", null))
                .build();
        assertEquals(3, rules(List.of(RIVERS), List.of(changed)).size());
        OfficialDocument correction = notice(title, "《关于加强河道管理的通知》（青崂政办字〔2023〕1号）有误，以此为准。");
        assertEquals(List.of(), rules(List.of(RIVERS), List.of(correction, changed)));
        assertEquals(List.of(), rules(List.of(RIVERS), List.of(changed, correction)));
    }

    @Test
    void aDocumentMaySayOfItselfThatItWasCorrected() {
        OfficialDocumentBuilder changed = of(RIVERS).body(new Body("各街道办事处：请停下。", null));
        assertEquals(
                List.of(),
                rules(List.of(RIVERS), List.of(changed.note("此件已于2024年3月修改").build())));
        assertEquals(
                List.of(),
                rules(
                        List.of(RIVERS),
                        List.of(changed.note("此件公开发布")
                                .validity(Validity.of(Validity.State.AMENDED))
                                .build())));
    }

    @Test
    void anAmountThatSlippedByADigitIsTold() {
        Finding finding = only(
                List.of(Records.standard().build()),
                List.of(Records.standard().amount(new BigDecimal("70")).build()));
        assertEquals("record.change.tenfold", finding.rule());
        assertEquals("/amount", finding.pointer());
        assertEquals("700", finding.expected());
        assertEquals(
                List.of(),
                rules(
                        List.of(Records.standard().build()),
                        List.of(Records.standard()
                                .amount(new BigDecimal("6999.99"))
                                .build())));
    }

    @Test
    void anAmountByAnotherNoticeOrInAnotherUnitIsAnother() {
        List<DisclosureRecord> before = List.of(Records.standard().build());
        Basis other = new Basis("关于提高标准的通知", DocumentNumber.parse("青民〔2021〕9号"));
        assertEquals(
                List.of(),
                rules(
                        before,
                        List.of(Records.standard()
                                .amount(new BigDecimal("7000"))
                                .basis(other)
                                .build())));
        assertEquals(
                List.of(),
                rules(
                        before,
                        List.of(Records.standard()
                                .amount(new BigDecimal("8400"))
                                .unit(AmountUnit.YUAN_PERSON_YEAR)
                                .build())));
    }

    @Test
    void aCorrectionOfTheNoticeGivesTheReasonForAnAmount() {
        DisclosureRecord changed =
                Records.standard().amount(new BigDecimal("7000")).build();
        OfficialDocument correction = notice("更正启事", "青民〔2020〕3号中的标准更正为7000元。");
        assertEquals(List.of(), rules(List.of(Records.standard().build()), List.of(changed, correction)));
    }

    @Test
    void twoRecordsOfOneKeyAreNotHeldAgainstEachOther() {
        OfficialDocument twin = of(RIVERS).body(new Body("另一份正文。", null)).build();
        assertEquals(List.of(), rules(List.of(RIVERS, twin), List.of(twin)));
    }

    @Test
    void editionsOfOneNumberAreHeldAgainstTheirOwn() {
        OfficialDocument second = of(RIVERS)
                .writtenOn(LocalDate.of(2024, 1, 1))
                .body(new Body("第二版。", null))
                .build();
        assertEquals(List.of(), rules(List.of(RIVERS), List.of(second, RIVERS)));
    }

    @Test
    void nothingIsConcludedWithoutAnEarlierSetAndThatIsSaid() {
        ChangeAudit audit = ChangeAudit.ofNothing(Records.PROFILE);
        audit.see(RIVERS, Location.of("a"));
        assertEquals(List.of(), audit.end());
        assertEquals(6, audit.skipped().size());
        assertEquals(
                "no earlier package was given", audit.skipped().get(0).because().en());
    }

    @Test
    void theEarlierSetIsReadASecondTimeOnlyWhereSomethingIsToBeShown() throws IOException {
        AtomicInteger readings = new AtomicInteger();
        EarlierRecords once = records -> {
            readings.incrementAndGet();
            records.accept(RIVERS);
        };
        ChangeAudit same = new ChangeAudit(Records.PROFILE, TODAY, once);
        same.see(RIVERS, Location.of("a"));
        assertEquals(List.of(), same.end());
        assertEquals(1, readings.get());
        assertEquals(1, new ChangeAudit(Records.PROFILE, TODAY, once).end().size());
        assertEquals(3, readings.get());
    }

    @Test
    void anEarlierSetThatCannotBeReadIsToldAtOnce() {
        EarlierRecords broken = records -> {
            throw new IOException("torn");
        };
        assertThrows(IOException.class, () -> new ChangeAudit(Records.PROFILE, TODAY, broken));
    }

    @Property(tries = 50)
    void theOrderOfTheLaterSetChangesNothing(
            @ForAll @IntRange(min = 1, max = 30) int records,
            @ForAll @IntRange(max = 30) int taken,
            @ForAll long seed) {
        List<OfficialDocument> before = IntStream.range(0, records)
                .mapToObj(i -> of(RIVERS)
                        .title("关于第" + i + "件事的通知")
                        .indexNumber(IndexNumber.parse("1905912023091514" + (3000 + i)))
                        .documentNumber(DocumentNumber.parse("青崂政办字〔2022〕" + (i + 1) + "号"))
                        .body(new Body("请办第" + i + "件事。", null))
                        .build())
                .toList();
        List<OfficialDocument> after = new ArrayList<>();
        for (int i = 0; i < records - Math.min(taken, records); i++) {
            after.add(
                    i % 3 == 0
                            ? of(before.get(i))
                                    .writtenOn(LocalDate.of(2023, 1, 1))
                                    .build()
                            : before.get(i));
        }
        List<Finding> expected = found(before, after);
        assertTrue(expected.size() >= Math.min(taken, records));
        Collections.shuffle(after, new Random(seed));
        assertEquals(expected, found(before, after));
    }
}
