package org.gongkai.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.PartialDate;
import org.gongkai.core.assistance.AmountChange;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.Basis;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.assistance.SupportWay;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.decision.PublicConsultationBuilder;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.BlockPrice;
import org.gongkai.core.land.Bounds;
import org.gongkai.core.land.ClassArea;
import org.gongkai.core.land.CompensationRegistration;
import org.gongkai.core.land.Contact;
import org.gongkai.core.land.LandClass;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.Parcel;
import org.gongkai.core.land.ParcelBuilder;
import org.gongkai.core.land.RequisitionItemBuilder;
import org.gongkai.core.land.RequisitionItemState;
import org.gongkai.core.land.RequisitionRegime;
import org.gongkai.core.land.RequisitionStage;
import org.gongkai.core.land.StageProgress;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.Location;
import org.gongkai.export.notice.NoticeForm;
import org.gongkai.export.notice.PublicNotice;
import org.gongkai.ingest.assistance.AssistanceTableReader;
import org.gongkai.ingest.decision.DecisionDefaults;
import org.gongkai.ingest.decision.DecisionTableReader;
import org.gongkai.ingest.land.LandDefaults;
import org.gongkai.ingest.land.LandTableReader;
import org.gongkai.ingest.notice.NoticeReading;
import org.gongkai.ingest.notice.NoticeText;

/** A notice that was written from a record says that record again when it is read. */
class NoticesAreReadBackTest {

    private static final List<String> PLACES = List.of("云屏县", "禾川区", "东岭县", "青岛市崂山区");
    private static final List<String> STEMS = List.of("滨河路", "第二小学", "人民医院扩建", "污水处理厂", "供水管网改造", "柳溪公园");

    // ---- the law

    @Property(tries = 60)
    void standardsOfANoticeAreReadAsTheyWereWritten(@ForAll("standards") List<AssistanceStandard> standards)
            throws IOException {
        readBack(standards, "assistance-adjustment");
    }

    @Property(tries = 60)
    void aPreAnnouncementIsReadAsItWasWritten(@ForAll("preAnnounced") LandRequisitionProject project)
            throws IOException {
        readBack(List.of(project), "land-pre-announcement");
    }

    @Property(tries = 60)
    void aCompensationNoticeIsReadAsItWasWritten(@ForAll("compensated") LandRequisitionProject project)
            throws IOException {
        readBack(List.of(project), "land-compensation");
    }

    @Property(tries = 60)
    void anAnnouncementIsReadAsItWasWritten(@ForAll("announced") LandRequisitionProject project) throws IOException {
        readBack(List.of(project), "land-announcement");
    }

    @Property(tries = 60)
    void anAccountOfOpinionsIsReadAsItWasWritten(@ForAll("consultations") PublicConsultation consultation)
            throws IOException {
        readBack(List.of(consultation), "consultation-feedback");
    }

    private static void readBack(List<? extends DisclosureRecord> records, String code) throws IOException {
        List<PublicNotice> notices = NoticeForm.named(code).write(records);
        assertEquals(1, notices.size());
        PublicNotice notice = notices.get(0);
        notice.told().forEach(each -> assertEquals(List.of(), each.leftOut()));
        StringBuilder text = new StringBuilder();
        notice.writeText(text);
        assertEquals(shown(records), shown(ofText(notice.title(), text.toString(), records.get(0))), text.toString());
        StringBuilder html = new StringBuilder();
        notice.writeHtml(html);
        assertEquals(
                shown(records),
                shown(ofFile(".html", html.toString().getBytes(StandardCharsets.UTF_8), records)),
                html.toString());
        ByteArrayOutputStream docx = new ByteArrayOutputStream();
        notice.writeDocx(docx);
        assertEquals(shown(records), shown(ofFile(".docx", docx.toByteArray(), records)), text.toString());
    }

    private static List<DisclosureRecord> ofFile(String ending, byte[] bytes, List<? extends DisclosureRecord> like)
            throws IOException {
        Path file = Files.createTempFile("notice", ending);
        try {
            Files.write(file, bytes);
            return NoticeReadBack.read(file, RecordKind.of(like.get(0)));
        } finally {
            Files.delete(file);
        }
    }

    private static String shown(List<? extends DisclosureRecord> records) {
        return String.join("\n", records.stream().map(String::valueOf).sorted().toList());
    }

    private static List<DisclosureRecord> ofText(String title, String text, DisclosureRecord like) {
        NoticeText notice = NoticeText.of(Location.of("notice.txt"), title, null, text);
        NoticeReading<? extends DisclosureRecord> reading = like instanceof AssistanceStandard
                ? AssistanceTableReader.standard()
                        .readText(notice, AssistanceStandardBuilder.builder().build())
                : like instanceof PublicConsultation
                        ? DecisionTableReader.standard().readText(notice, DecisionDefaults.none())
                        : LandTableReader.standard().readText(notice, LandDefaults.collectiveLand());
        return reading.records().stream()
                .map(each -> (DisclosureRecord) each.record())
                .toList();
    }

    // ---- records

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 2000).map(LocalDate.of(2020, 1, 1)::plusDays);
    }

    private static Arbitrary<BigDecimal> money() {
        return Arbitraries.integers().between(50, 20000).map(BigDecimal::valueOf);
    }

    @Provide
    Arbitrary<List<AssistanceStandard>> standards() {
        Arbitrary<String> places = Arbitraries.of(PLACES);
        Arbitrary<AssistanceStandard> heads = Combinators.combine(
                        places,
                        days().injectNull(0.3),
                        days(),
                        days().injectNull(0.5),
                        Arbitraries.of(true, false),
                        Arbitraries.of(0, 1, 2, 3))
                .as((place, published, from, until, founded, agencies) -> AssistanceStandardBuilder.builder()
                        .place(place)
                        .publishedOn(published)
                        .effectiveFrom(PartialDate.of(from))
                        .effectiveTo(until == null ? null : PartialDate.of(from.plusYears(1)))
                        .basis(
                                founded
                                        ? new Basis(
                                                "关于提高全省社会救助标准的通知",
                                                until == null ? null : DocumentNumber.parse("鲁民〔2024〕31号"))
                                        : null)
                        .setBy(
                                agencies == 0
                                        ? List.of()
                                        : agencies == 3
                                                ? List.of(Agency.parse("区民政局"))
                                                : agencies == 1
                                                        ? List.of(Agency.parse(place + "民政局"))
                                                        : List.of(
                                                                Agency.parse(place + "民政局"),
                                                                Agency.parse(place + "财政局")))
                        .publisher(agencies == 0 || founded ? Agency.parse(place + "民政局") : null)
                        .build());
        return Combinators.combine(
                        heads,
                        lines().list()
                                .ofMinSize(1)
                                .ofMaxSize(6)
                                .uniqueElements(each -> List.of(
                                        each.item(),
                                        String.valueOf(each.residence()),
                                        String.valueOf(each.support()),
                                        each.grades())))
                .as((head, lines) -> lines.stream()
                        .map(each -> AssistanceStandardBuilder.builder(head)
                                .item(each.item())
                                .residence(each.residence())
                                .support(each.support())
                                .grades(each.grades())
                                .amount(each.amount())
                                .unit(each.unit())
                                .atLeast(each.atLeast())
                                .change(each.change())
                                .previousAmount(each.previousAmount())
                                .growth(each.growth())
                                .build())
                        .toList());
    }

    private record Whom(AssistanceItem item, Residence residence, SupportWay support, Set<String> grades) {}

    private static List<Whom> whom() {
        List<Whom> all = new ArrayList<>();
        for (Residence each : List.of(Residence.URBAN, Residence.RURAL, Residence.UNIFIED)) {
            all.add(new Whom(AssistanceItem.SUBSISTENCE, each, null, Set.of()));
            all.add(new Whom(AssistanceItem.EXTREME_HARDSHIP_LIVING, each, null, Set.of()));
        }
        for (SupportWay each : SupportWay.values()) {
            all.add(new Whom(AssistanceItem.EXTREME_HARDSHIP_LIVING, null, each, Set.of()));
        }
        for (String each : List.of("全", "半", "自理")) {
            all.add(new Whom(AssistanceItem.EXTREME_HARDSHIP_CARE, null, null, Set.of(each)));
        }
        all.add(new Whom(AssistanceItem.ORPHAN_IN_INSTITUTION, null, null, Set.of()));
        all.add(new Whom(AssistanceItem.ORPHAN_IN_FAMILY, null, null, Set.of()));
        all.add(new Whom(AssistanceItem.UNATTENDED_CHILD, null, null, Set.of()));
        all.add(new Whom(AssistanceItem.DISABILITY_LIVING, null, null, Set.of()));
        all.add(new Whom(AssistanceItem.DISABILITY_NURSING, null, null, Set.of("1")));
        all.add(new Whom(AssistanceItem.DISABILITY_NURSING, null, null, Set.of("2")));
        return all;
    }

    private static Arbitrary<AssistanceStandard> lines() {
        return Combinators.combine(
                        Arbitraries.of(whom()),
                        money(),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.of(AmountUnit.YUAN_PERSON_MONTH, AmountUnit.YUAN_PERSON_YEAR),
                        Arbitraries.of(true, false),
                        Arbitraries.of(AmountChange.values()).injectNull(0.3),
                        Arbitraries.of(true, false))
                .as((whom, amount, rise, unit, least, change, known) -> {
                    boolean before = known && change != AmountChange.UNCHANGED;
                    return AssistanceStandardBuilder.builder()
                            .item(whom.item())
                            .residence(whom.residence())
                            .support(whom.support())
                            .grades(whom.grades())
                            .amount(amount)
                            .unit(unit)
                            .atLeast(least ? Boolean.TRUE : null)
                            .change(change)
                            .previousAmount(before ? amount.subtract(BigDecimal.valueOf(rise)) : null)
                            .growth(
                                    before && change != AmountChange.SET && rise % 2 == 0
                                            ? new BigDecimal("5.3")
                                            : null)
                            .build();
                });
    }

    private static Arbitrary<LandRequisitionProject> projects(RequisitionStage.Step step, String item) {
        Arbitrary<LandRequisitionProject> plain = Combinators.combine(
                        Arbitraries.of(PLACES),
                        Arbitraries.of(STEMS),
                        Arbitraries.integers().between(1, 99999),
                        Arbitraries.of(Area.Unit.values()),
                        Arbitraries.integers().between(0, 63),
                        days(),
                        Arbitraries.of("货币补偿", "社会保障", "留地安置", "农业安置")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3))
                .as((place, stem, size, unit, with, day, ways) -> {
                    Area area = new Area(BigDecimal.valueOf(size, 4).add(BigDecimal.ONE), unit, (with & 1) == 0);
                    Parcel parcel = ParcelBuilder.builder()
                            .location("松岭镇" + stem.substring(0, 2) + "村")
                            .bounds(
                                    (with & 2) == 0
                                            ? null
                                            : new Bounds("滨河路", "农田", (with & 4) == 0 ? null : "规划路", "河道"))
                            .area(area)
                            .build();
                    return LandRequisitionProjectBuilder.builder()
                            .name(place + stem + "项目")
                            .regime(RequisitionRegime.of(RequisitionRegime.Regime.COLLECTIVE_LAND))
                            .implementer(Agency.parse(place + "人民政府"))
                            .use((with & 8) == 0 ? null : "公共管理与公共服务用地")
                            .parcels(List.of(parcel))
                            .totalArea(area)
                            .landClasses(
                                    (with & 16) == 0
                                            ? List.of()
                                            : List.of(
                                                    new ClassArea(
                                                            LandClass.of(LandClass.Name.FARMLAND),
                                                            new Area(new BigDecimal("0.5"), unit, false)),
                                                    new ClassArea(
                                                            LandClass.of(LandClass.Name.UNUSED),
                                                            new Area(new BigDecimal("0.25"), unit, false))))
                            .prices(
                                    (with & 32) == 0
                                            ? List.of()
                                            : List.of(new BlockPrice(null, new BigDecimal("6.8"), "万元/亩", null, null)))
                            .resettlement(ways)
                            .contact(
                                    (with & 5) == 5
                                            ? null
                                            : new Contact(
                                                    place + "自然资源局",
                                                    "0532-88990000",
                                                    (with & 6) == 0 ? "滨河路12号" : null))
                            .stages(List.of(new StageProgress(RequisitionStage.of(step), day, day.plusDays(14))))
                            .items(List.of(RequisitionItemBuilder.builder()
                                    .item(item)
                                    .title(place + "人民政府"
                                            + (step == RequisitionStage.Step.PRE_ANNOUNCEMENT
                                                    ? "征收土地预公告"
                                                    : step == RequisitionStage.Step.ANNOUNCEMENT
                                                            ? "征收土地公告"
                                                            : "征地补偿安置公告"))
                                    .noticeNumber(
                                            (with & 3) == 0
                                                    ? null
                                                    : DocumentNumber.parse("云征告〔2024〕" + (size % 90 + 1) + "号"))
                                    .publishedOn(day)
                                    .postedUntil(day.plusDays(14))
                                    .state(RequisitionItemState.of(RequisitionItemState.State.PUBLISHED))
                                    .build()))
                            .build();
                });
        return plain;
    }

    @Provide
    Arbitrary<LandRequisitionProject> preAnnounced() {
        return projects(RequisitionStage.Step.PRE_ANNOUNCEMENT, "pre-announcement");
    }

    @Provide
    Arbitrary<LandRequisitionProject> compensated() {
        return Combinators.combine(
                        projects(RequisitionStage.Step.COMPENSATION_NOTICE, "compensation-notice"),
                        Arbitraries.integers().between(0, 7),
                        days())
                .as((project, with, day) -> LandRequisitionProjectBuilder.builder(project)
                        .socialSecurity((with & 1) == 0 ? null : "按有关规定纳入养老保险")
                        .attachmentStandard((with & 2) == 0 ? null : "按市政府公布的标准执行")
                        .registration(
                                (with & 4) == 0 ? null : new CompensationRegistration(day, day.plusDays(10), "松岭镇人民政府"))
                        .remedies((with & 2) == 0 ? null : "可以依法申请行政复议或者提起行政诉讼")
                        .build());
    }

    @Provide
    Arbitrary<LandRequisitionProject> announced() {
        return Combinators.combine(
                        projects(RequisitionStage.Step.ANNOUNCEMENT, "requisition-announcement"),
                        Arbitraries.integers().between(1, 400),
                        days())
                .as((project, number, day) -> LandRequisitionProjectBuilder.builder(project)
                        .approvingAuthority(Agency.parse("山东省人民政府"))
                        .approvalNumber(DocumentNumber.parse("鲁政土字〔2024〕" + number + "号"))
                        .approvedOn(day)
                        .stages(List.of(
                                new StageProgress(RequisitionStage.of(RequisitionStage.Step.APPROVAL), day, null),
                                project.stages().get(0)))
                        .build());
    }

    @Provide
    Arbitrary<PublicConsultation> consultations() {
        return Combinators.combine(
                        Arbitraries.of(PLACES),
                        Arbitraries.of(STEMS),
                        days().injectNull(0.2),
                        days().injectNull(0.2),
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 3))
                .as((place, stem, open, published, received, rejected, with) -> {
                    boolean none = received == 0;
                    return PublicConsultationBuilder.builder()
                            .body(Agency.parse(place + "住房和城乡建设局"))
                            .title(place + stem + "管理办法（征求意见稿）")
                            .openFrom(open)
                            .openUntil(open == null ? null : open.plusDays(30))
                            .received(received)
                            .adopted(none ? null : (Integer) (received / 2))
                            .partlyAdopted(none || with < 2 ? null : (Integer) 3)
                            .rejected(none || with == 0 ? null : rejected)
                            .rejectionReasons(none || with == 0 || rejected == 0 ? null : "与上位法的规定不一致")
                            .feedbackPublishedOn(published)
                            .build();
                });
    }
}
