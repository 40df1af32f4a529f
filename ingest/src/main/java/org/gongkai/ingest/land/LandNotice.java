package org.gongkai.ingest.land;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.BlockPrice;
import org.gongkai.core.land.CatalogueItem;
import org.gongkai.core.land.CompensationRegistration;
import org.gongkai.core.land.Contact;
import org.gongkai.core.land.ItemCatalogue;
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
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.grammar.DayText;
import org.gongkai.ingest.grammar.Days;
import org.gongkai.ingest.grammar.Labelled;
import org.gongkai.ingest.grammar.NoticeAccount;
import org.gongkai.ingest.grammar.Reports;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sign;
import org.gongkai.ingest.grammar.Span;
import org.gongkai.ingest.grammar.Vocabulary;
import org.gongkai.ingest.notice.NoticeReading;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.table.Defaulted;
import org.jspecify.annotations.Nullable;

/**
 * Reads a project of land requisition from the running text of one of its notices: values behind labels first, then what
 * sentences say. One text, one use.
 */
final class LandNotice {

    private static final String KIND = "land";

    private final NoticeText text;
    private final LandDefaults defaults;
    private final List<Scanned> sentences;
    private final NoticeAccount account = new NoticeAccount();
    private final LandRequisitionProjectBuilder project;
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final Map<String, String> taken = new HashMap<>();
    private final Set<String> disputed = new HashSet<>();

    private @Nullable Area total;
    private @Nullable Days posting;
    private @Nullable LocalDate approved;
    private @Nullable Span place;
    private @Nullable LandBounds bounds;
    private @Nullable CompensationRegistration registration;
    private Contact contact = new Contact(null, null, null);

    LandNotice(Vocabulary vocabulary, NoticeText text, LandDefaults defaults) {
        this.text = text;
        this.defaults = defaults;
        this.sentences = Scanned.of(text, vocabulary);
        this.project = LandRequisitionProjectBuilder.builder(defaults.project());
    }

    NoticeReading<DisclosureRecord> read() {
        String report = Reports.word(text);
        if (report != null) {
            return NoticeReading.nothing(List.of(new SourceProblem("source.text.report", text.place(), report, null)));
        }
        RequisitionStage.Step step = LandStage.of(text, sentences);
        if (step == null && sentences.stream().noneMatch(LandNotice::ofKind)) {
            return NoticeReading.nothing(List.of());
        }
        Labelled.of(sentences).forEach(this::labelled);
        sentences.forEach(this::approval);
        LandAreas areas = new LandAreas(sentences, account);
        areas(areas);
        if (!taken.containsKey("/name")) {
            name(LandName.of(sentences));
        }
        places();
        issuer();
        stages(step == null && approved() ? RequisitionStage.Step.ANNOUNCEMENT : step);
        if (ledger.isEmpty()) {
            return new NoticeReading<>(List.of(), account.ledger(), account.problems());
        }
        return made();
    }

    /** Whether a sentence speaks of taking land, or gives an area behind its label. */
    private static boolean ofKind(Scanned sentence) {
        String plain = sentence.sentence().plain();
        boolean area = "area".equals(sentence.value(0, Labelled.LABEL));
        return area || plain.contains("征收") && plain.contains("土地") || plain.contains("拟征") || plain.contains("征地");
    }

    /** Whether an approval is told of, so that the notice announces it. */
    private boolean approved() {
        return taken.containsKey("/approvalNumber") || approved != null;
    }

    private NoticeReading<DisclosureRecord> made() {
        Location origin = ledger.get(0).location();
        disputed.forEach(this::withdraw);
        LandRequisitionProject record = project.build();
        Set<String> given = new HashSet<>(taken.keySet());
        ledger.addAll(Defaulted.entries(record, defaults.project(), origin, given));
        sentences.forEach(this::otherDays);
        account.leftOver(sentences, LandNotice::speaks, KIND);
        String words = sentences.stream()
                .limit(20)
                .map(each -> each.sentence().words())
                .collect(Collectors.joining("\n"));
        return new NoticeReading<>(
                List.of(new NoticeReading.Read<>(record, origin, words, ledger)), account.ledger(), account.problems());
    }

    /** Days of the survey, and the day below the text, are no values of a project. */
    private void otherDays(Scanned sentence) {
        String plain = sentence.sentence().plain();
        Sign last = sentence.signs().get(sentence.signs().size() - 1);
        for (Sign each : sentence.signs()) {
            DayText day = each.day();
            boolean told = day != null && account.untouched(sentence.span(each));
            if (told && plain.contains("调查")) {
                account.leave(sentence.span(each), "survey");
            } else if (told
                    && each == last
                    && (each.from() == 0
                            || plain.substring(0, each.from()).endsWith(LandIssuer.GOVERNMENT)
                            || plain.substring(0, each.from()).endsWith("局"))) {
                account.leave(sentence.span(each), "signature");
            }
        }
    }

    private static boolean speaks(Scanned sentence, Sign sign) {
        String plain = sentence.sentence().plain();
        boolean area = sign.kind() == Sign.Kind.NUMBER
                && Set.of("公顷", "亩", "平方米", "万元", "元").stream().anyMatch(each -> plain.startsWith(each, sign.to()));
        DayText day = sign.day();
        return area || day != null && day.date() != null;
    }

    /** Two values were said: neither is the project's. */
    private void withdraw(String pointer) {
        account.withdraw(ledger, pointer);
        LandRequisitionProject given = defaults.project();
        switch (pointer) {
            case "/name" -> project.name(given.name());
            case "/use" -> project.use(given.use());
            case "/approvingAuthority" -> project.approvingAuthority(given.approvingAuthority());
            case "/approvalNumber" -> project.approvalNumber(given.approvalNumber());
            case "/approvedOn" -> {
                project.approvedOn(given.approvedOn());
                project.stages(project.build().stages().stream()
                        .filter(each -> each.stage() == null || each.stage().step() != RequisitionStage.Step.APPROVAL)
                        .toList());
            }
            case "/attachmentStandard" -> project.attachmentStandard(given.attachmentStandard());
            case "/socialSecurity" -> project.socialSecurity(given.socialSecurity());
            case "/remedies" -> project.remedies(given.remedies());
            case "/resettlement" -> project.resettlement(given.resettlement());
            case "/prices/0" -> project.prices(given.prices());
            case "/implementer" -> project.implementer(given.implementer());
            default -> {
                // Of an office the first stays: a notice may name two that answer.
            }
        }
    }

    // ---- values

    /** Takes a value for a component that has none yet; another value for it is told, and in the end neither is taken. */
    private boolean take(String pointer, Span span, String value) {
        String before = taken.putIfAbsent(pointer, value);
        if (before != null && !before.equals(value)) {
            account.ambiguous(span, before, value);
            disputed.add(pointer);
            return false;
        }
        ledger.add(account.taken(span, pointer, value));
        return before == null;
    }

    private void labelled(Labelled each) {
        switch (each.field()) {
            case "authority" -> authority(each.span());
            case "number" -> number(each.span());
            case "approval" -> approval(each);
            case "approved" -> approved(each.text(), each.first(), each.end());
            case "use" -> use(each.span());
            case "name" -> name(each.span());
            case "purpose" -> name(LandName.purpose(each));
            case "location" -> location(each);
            case "bounds" -> bounds(each.span());
            case "posting" -> posting(each);
            case "price" -> price(each);
            case "resettlement" -> resettlement(each.span());
            case "registration", "registration-place" -> registration(each);
            case "attachments" -> take(each.span(), "/attachmentStandard", project::attachmentStandard);
            case "security" -> take(each.span(), "/socialSecurity", project::socialSecurity);
            case "remedies" -> take(each.span(), "/remedies", project::remedies);
            case "telephone", "office", "address" -> contact(each);
            default -> {
                // Areas are read where their sentences are; other labels hold nothing of the kind.
            }
        }
    }

    private void take(Span span, String pointer, Consumer<String> into) {
        if (take(pointer, span, span.words())) {
            into.accept(span.words());
        }
    }

    private void authority(Span span) {
        Span agency = upTo(span, LandIssuer.GOVERNMENT);
        Span whole = agency == null ? upTo(span, "国务院") : agency;
        if (whole != null && take("/approvingAuthority", whole, whole.words())) {
            project.approvingAuthority(Agency.parse(whole.words()));
        }
    }

    /** The words up to the end of the first of such a word, or null. */
    private static @Nullable Span upTo(Span span, String word) {
        int at = span.plain().indexOf(word);
        return at < 0 ? null : new Span(span.sentence(), span.from(), span.from() + at + word.length());
    }

    private void number(Span span) {
        int end = span.plain().indexOf("号");
        Span own = end < 0 ? span : new Span(span.sentence(), span.from(), span.from() + end + 1);
        DocumentNumber number = DocumentNumber.read(own.words()).value();
        if (number != null && number.wellFormed() && take("/approvalNumber", own, number.text())) {
            project.approvalNumber(number);
        }
    }

    private void approved(Scanned sentence, int first, int end) {
        for (int i = first; i < end; i++) {
            DayText day = sentence.signs().get(i).day();
            LocalDate date = day == null ? null : day.date();
            if (date != null) {
                if (take("/approvedOn", sentence.span(sentence.signs().get(i)), date.toString())) {
                    project.approvedOn(date);
                    approved = date;
                }
                return;
            }
        }
    }

    private void use(Span words) {
        Span span = LandUse.of(words);
        take(span, "/use", project::use);
        if (span.plain().endsWith("批次建设用地")
                || span.plain().endsWith("城市建设用地")
                || span.plain().endsWith("城镇建设用地")) {
            name(span);
        }
    }

    private void name(@Nullable Span span) {
        if (span != null && LandName.fits(span) && !taken.containsKey("/name")) {
            take(span, "/name", project::name);
        }
    }

    /** A place, bounds, or both: 东至河滨路、南至文化路，涉及甲镇乙村集体土地. */
    private void location(Labelled each) {
        if (LandBounds.whole(each.span().plain())) {
            bounds(each.span());
        }
        place = place == null ? LandPlace.at(each.text(), each.first(), each.end()) : place;
    }

    private void bounds(Span span) {
        LandBounds found = LandBounds.of(span, sentences);
        bounds = found == null ? bounds : found;
    }

    private void posting(Labelled each) {
        Days days = Days.in(each.text(), each.first(), each.end());
        if (days != null && posting == null) {
            posting = days;
        }
    }

    /** One price, where the words name but one: 补偿标准：区片综合地价5.2万元/亩, 每亩5.2万元. */
    private void price(Labelled each) {
        List<LandPrice> prices = LandPrice.of(each.text(), each.first(), each.end());
        if (prices.size() == 1) {
            LandPrice price = prices.get(0);
            if (take("/prices/0", price.span(), price.price().toPlainString() + price.unit())) {
                project.prices(List.of(new BlockPrice(null, price.price(), price.unit(), null, null)));
            }
        }
    }

    private void resettlement(Span span) {
        List<String> ways = LandResettlement.of(span.words());
        if (!ways.isEmpty() && take("/resettlement", span, String.join("、", ways))) {
            project.resettlement(ways);
        }
    }

    private void registration(Labelled each) {
        CompensationRegistration before = registration;
        Days days = Days.in(each.text(), each.first(), each.end());
        if (each.field().equals("registration") && days != null) {
            ledger.add(account.taken(
                    days.fromSpan(), "/registration/from", days.from().toString()));
            ledger.add(account.taken(
                    days.untilSpan(), "/registration/until", days.until().toString()));
            registration =
                    new CompensationRegistration(days.from(), days.until(), before == null ? null : before.place());
        } else if (each.field().equals("registration-place")) {
            ledger.add(account.taken(
                    each.span(), "/registration/place", each.span().words()));
            registration = new CompensationRegistration(
                    before == null ? null : before.from(),
                    before == null ? null : before.until(),
                    each.span().words());
        }
        if (registration != null) {
            taken.put("/registration", "");
            project.registration(registration);
        }
    }

    /** The office to ask; names of persons are no part of it. */
    private void contact(Labelled each) {
        String words = each.span().words();
        Contact other = switch (each.field()) {
            case "telephone" -> new Contact(contact.office(), words, contact.address());
            case "office" -> new Contact(words, contact.telephone(), contact.address());
            default -> new Contact(contact.office(), contact.telephone(), words);
        };
        boolean digits = !each.field().equals("telephone")
                || words.chars().allMatch(sign -> "0123456789-— 、".indexOf(sign) >= 0);
        if (digits && take("/contact/" + each.field(), each.span(), words)) {
            contact = other;
            taken.put("/contact", "");
            project.contact(contact);
        }
    }

    // ---- sentences

    private void approval(Scanned sentence) {
        LandApproval approval = LandApproval.of(sentence);
        if (approval == null) {
            return;
        }
        authority(approval.authority());
        Sign day = approval.day();
        if (day != null) {
            int at = sentence.signs().indexOf(day);
            approved(sentence, at, at + 1);
        }
        if (approval.number() != null) {
            number(approval.number());
        }
    }

    /** 批准机关及文号：甲省人民政府，甲政土字〔2022〕55号. */
    private void approval(Labelled each) {
        authority(each.span());
        String plain = each.span().plain();
        int comma = Math.max(plain.indexOf(','), plain.indexOf('(')) + 1;
        if (comma > 0 && plain.indexOf('号', comma) > 0) {
            number(new Span(each.span().sentence(), each.span().from() + comma, each.span().to()));
        }
        approved(each.text(), each.first(), each.end());
    }

    private void areas(LandAreas areas) {
        LandAreas.Stated whole = areas.total();
        if (whole != null && take("/totalArea", whole.span(), whole.area().toString())) {
            total = whole.area();
            project.totalArea(total);
            Area again = whole.restated();
            Span words = whole.restatedSpan();
            if (again != null && words != null && take("/restatedArea", words, again.toString())) {
                project.restatedArea(again);
            }
        }
        if (!areas.classes().isEmpty()) {
            areas.classes()
                    .forEach(each -> ledger.add(account.taken(
                            each.span(),
                            "/landClasses",
                            each.of().landClass() + " " + each.of().area())));
            taken.put("/landClasses", "");
            project.landClasses(
                    areas.classes().stream().map(LandAreas.OfClass::of).toList());
        }
    }

    // ---- places

    private void places() {
        if (place == null) {
            place = LandPlace.of(sentences);
        }
        bounds = bounds == null ? LandBounds.only(sentences) : bounds;
        if (place == null) {
            return;
        }
        String words = place.words();
        if (total == null) {
            account.unread(place, "no-area", KIND);
            return;
        }
        ParcelBuilder parcel = ParcelBuilder.builder().location(words).area(total);
        ledger.add(account.taken(place, "/parcels/0/location", words));
        if (bounds != null) {
            parcel.bounds(bounds.bounds());
            bounds.spans().forEach(each -> ledger.add(account.taken(each, "/parcels/0/bounds", each.words())));
        }
        ledger.add(new LedgerEntry(
                place.place(), FieldFate.DEFAULTED, null, "/parcels/0/area", total.toString(), List.of("total")));
        List<Parcel> parcels = List.of(parcel.build());
        taken.put("/parcels", "");
        project.parcels(parcels);
    }

    // ---- who and when

    /** The government that issues the notice: in the title, or below the text. */
    private void issuer() {
        if (defaults.project().implementer() != null) {
            return;
        }
        Span signed = LandIssuer.of(sentences);
        String approving = taken.get("/approvingAuthority");
        if (signed != null && signed.words().equals(approving)) {
            return;
        }
        if (signed != null && take("/implementer", signed, signed.words())) {
            project.implementer(Agency.parse(signed.words()));
        }
    }

    private void stages(RequisitionStage.@Nullable Step step) {
        List<StageProgress> stages = new ArrayList<>();
        if (approved != null && !disputed.contains("/approvedOn")) {
            stages.add(new StageProgress(RequisitionStage.of(RequisitionStage.Step.APPROVAL), approved, null));
            ledger.add(new LedgerEntry(
                    text.place(),
                    FieldFate.DEFAULTED,
                    null,
                    "/stages/0/startedOn",
                    approved.toString(),
                    List.of("approvedOn")));
        }
        Days days = posting != null ? posting : LandPosting.of(sentences);
        LocalDate published = text.publishedOn();
        String pointer = "/stages/" + stages.size();
        if (step != null && days != null) {
            ledger.add(account.taken(
                    days.fromSpan(), pointer + "/startedOn", days.from().toString()));
            ledger.add(account.taken(
                    days.untilSpan(), pointer + "/endedOn", days.until().toString()));
            stages.add(new StageProgress(RequisitionStage.of(step), days.from(), days.until()));
            disclosed(step, days.from(), days.until());
        } else if (step != null && published != null) {
            ledger.add(new LedgerEntry(
                    text.place(),
                    FieldFate.DEFAULTED,
                    null,
                    pointer + "/startedOn",
                    published.toString(),
                    List.of("from-page")));
            stages.add(new StageProgress(RequisitionStage.of(step), published, null));
            disclosed(step, published, null);
        }
        if (!stages.isEmpty()) {
            taken.put("/stages", "");
            project.stages(stages);
        }
    }

    /** The notice itself is what is to be disclosed at its stage, under its own number. */
    private void disclosed(RequisitionStage.Step step, LocalDate from, @Nullable LocalDate until) {
        RequisitionRegime law = defaults.project().regime();
        RequisitionRegime.Regime regime = law == null ? null : law.regime();
        if (regime != RequisitionRegime.Regime.COLLECTIVE_LAND) {
            return;
        }
        CatalogueItem item = ItemCatalogue.of(regime).items().stream()
                .filter(each -> each.stage() == step)
                .findFirst()
                .orElse(null);
        if (item == null) {
            return;
        }
        Span numbered = LandIssuer.number(sentences);
        DocumentNumber number =
                numbered == null ? null : DocumentNumber.read(numbered.words()).value();
        if (numbered != null && number != null) {
            ledger.add(account.taken(numbered, "/items/0/noticeNumber", number.text()));
        }
        ledger.add(new LedgerEntry(
                text.place(), FieldFate.DEFAULTED, null, "/items/0/publishedOn", from.toString(), List.of("posted")));
        taken.put("/items", "");
        project.items(List.of(RequisitionItemBuilder.builder()
                .item(item.id())
                .title(text.title())
                .noticeNumber(number)
                .publishedOn(from)
                .postedUntil(until)
                .state(RequisitionItemState.of(RequisitionItemState.State.PUBLISHED))
                .build()));
    }
}
