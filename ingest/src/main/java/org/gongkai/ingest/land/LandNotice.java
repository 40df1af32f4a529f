package org.gongkai.ingest.land;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.BlockPrice;
import org.gongkai.core.land.CompensationRegistration;
import org.gongkai.core.land.Contact;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.Parcel;
import org.gongkai.core.land.ParcelBuilder;
import org.gongkai.core.land.PublicInterestGround;
import org.gongkai.core.land.RequisitionStage;
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
import org.gongkai.ingest.source.Reason;
import org.gongkai.ingest.table.Defaulted;
import org.gongkai.ingest.text.AgencyNames;
import org.jspecify.annotations.Nullable;

/**
 * Reads a project of land requisition from the running text of one of its notices: values behind labels first, then what
 * sentences say. One text, one use.
 */
final class LandNotice {

    private static final String KIND = "land";

    /** What takes all words behind its label, and so nothing where another label has the same: 项目名称及用途. */
    private static final Set<String> WHOLE = Set.of(
            "use",
            "name",
            "purpose",
            "owner",
            "resettlement",
            "registration-place",
            "attachments",
            "security",
            "remedies",
            "office",
            "address");

    private static final Pattern TELEPHONE =
            Pattern.compile("(?<!\\d)(?:0\\d{2,3}-?\\d{7,8}|1\\d{10}|\\d{7,8})(?!\\d)");

    private final NoticeText text;
    private final LandDefaults defaults;
    private final List<Scanned> sentences;
    private final NoticeAccount account = new NoticeAccount();
    private final LandDraft draft;

    private @Nullable Area total;
    private @Nullable Days posting;
    private boolean disputedPosting;
    private @Nullable LocalDate approved;
    private @Nullable Span place;
    private @Nullable Span owner;
    private @Nullable LandBounds bounds;
    private @Nullable CompensationRegistration registration;
    private Contact contact = new Contact(null, null, null);

    LandNotice(Vocabulary vocabulary, NoticeText text, LandDefaults defaults) {
        this.text = text;
        this.defaults = defaults;
        this.sentences = Scanned.of(text, vocabulary);
        this.draft = new LandDraft(defaults.project(), account);
    }

    NoticeReading<DisclosureRecord> read() {
        String report = Reports.word(text);
        if (report != null) {
            return NoticeReading.nothing(List.of(new SourceProblem("source.text.report", text.place(), report, null)));
        }
        Span withdrawn = LandStage.withdrawn(text, sentences);
        if (withdrawn != null) {
            return NoticeReading.nothing(
                    List.of(new SourceProblem("source.text.withdrawal", withdrawn.place(), withdrawn.words(), null)));
        }
        RequisitionStage.Step step = LandStage.of(text, sentences);
        boolean titled = text.title() != null && takes(text.title());
        if (step == null && !titled && sentences.stream().noneMatch(LandNotice::ofKind)) {
            return NoticeReading.nothing(List.of());
        }
        Labelled.of(sentences).forEach(this::labelled);
        sentences.forEach(this::approval);
        remedies();
        LandAreas areas = new LandAreas(sentences, account);
        areas(areas);
        if (!draft.taken.containsKey("/name")) {
            name(LandName.of(sentences));
        }
        places();
        issuer();
        Days days = disputedPosting ? null : posting != null ? posting : LandPosting.of(sentences);
        new LandStages(text, sentences, account, draft, defaults)
                .read(step == null && approved() ? RequisitionStage.Step.ANNOUNCEMENT : step, days, approved);
        if (draft.ledger.isEmpty()) {
            SourceProblem why = NoticeAccount.missing(
                    "source.text.noProject", text.place(), sentences, each -> each.is("take") || each.is("land"));
            return new NoticeReading<>(List.of(), account.ledger(), account.problems(), why);
        }
        return made();
    }

    /** Whether a sentence speaks of taking land, or gives an area behind its label. */
    private static boolean ofKind(Scanned sentence) {
        String plain = sentence.sentence().plain();
        boolean area = "area".equals(sentence.value(0, Labelled.LABEL));
        return area || takes(plain);
    }

    /** Whether words speak of taking land. */
    private static boolean takes(String words) {
        return words.contains("征收") && words.contains("土地") || words.contains("拟征") || words.contains("征地");
    }

    /** Whether an approval is told of, so that the notice announces it. */
    private boolean approved() {
        return draft.taken.containsKey("/approvalNumber") || approved != null;
    }

    private NoticeReading<DisclosureRecord> made() {
        Location origin = draft.ledger.get(0).location();
        draft.disputed.forEach(draft::withdraw);
        LandRequisitionProject record = draft.project.build();
        Set<String> given = new HashSet<>(draft.taken.keySet());
        draft.ledger.addAll(Defaulted.entries(record, defaults.project(), origin, given));
        sentences.forEach(this::otherDays);
        notTaken();
        account.leftOver(sentences, LandNotice::speaks, KIND);
        String words = sentences.stream()
                .limit(20)
                .map(each -> each.sentence().words())
                .collect(Collectors.joining("\n"));
        return new NoticeReading<>(
                List.of(new NoticeReading.Read<>(record, origin, words, draft.ledger)),
                account.ledger(),
                account.problems());
    }

    /** Values behind labels that went nowhere, of a label that is known or of one that is not: 权利人：东河镇上村. */
    private void notTaken() {
        for (Labelled each : Labelled.withUnknown(sentences)) {
            if (!account.untouched(each.span())) {
                continue;
            }
            if (each.field().equals("other")) {
                account.leave(each.span(), Reason.NOT_OF_KIND.code());
            } else if (!each.field().equals("person")) {
                account.unread(each.text().sentence().whole(), "not-read", KIND);
            }
        }
    }

    /** Days of the survey, and the day below the text, are no values of a draft.project. */
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
        boolean number = sign.from() > 0 && plain.charAt(sign.from() - 1) == '〔' && plain.contains("批准");
        return area || number || day != null && day.date() != null || sign.is("matter");
    }

    // ---- values

    private void labelled(Labelled each) {
        if (each.shared() && WHOLE.contains(each.field())) {
            return;
        }
        switch (each.field()) {
            case "authority" -> authority(each.span());
            case "number" -> number(each.span());
            case "approval" -> approval(each);
            case "approved" -> approved(each.text(), each.first(), each.end());
            case "use" -> use(each.span());
            case "name" -> name(each.span());
            case "purpose" -> purpose(each);
            case "location" -> location(each);
            case "owner" -> owner = owner == null ? each.span() : owner;
            case "bounds" -> bounds(each.span());
            case "posting" -> posting(each);
            case "price" -> price(each);
            case "resettlement" -> resettlement(each.span());
            case "registration", "registration-place" -> registration(each);
            case "attachments" -> draft.take(each.span(), "/attachmentStandard", draft.project::attachmentStandard);
            case "security" -> draft.take(each.span(), "/socialSecurity", draft.project::socialSecurity);
            case "remedies" -> draft.take(each.span(), "/remedies", draft.project::remedies);
            case "telephone", "office", "address" -> contact(each);
            case "person" -> telephone(each.span());
            default -> {
                // Areas are read where their sentences are; other labels hold nothing of the kind.
            }
        }
    }

    private void authority(Span span) {
        Span agency = upTo(span, LandIssuer.GOVERNMENT);
        Span council = agency == null ? upTo(span, "国务院") : agency;
        Span whole = council == null && AgencyNames.isAgency(span.words()) ? span : council;
        if (whole != null && draft.take("/approvingAuthority", whole, whole.words())) {
            draft.project.approvingAuthority(Agency.parse(whole.words()));
        }
    }

    /** The words up to the end of the first of such a word, or null. */
    private static @Nullable Span upTo(Span span, String word) {
        int at = span.plain().indexOf(word);
        return at < 0 ? null : new Span(span.sentence(), span.from(), span.from() + at + word.length());
    }

    private void number(@Nullable Span span) {
        if (span == null) {
            return;
        }
        int end = span.plain().indexOf("号");
        Span own = end < 0 ? span : new Span(span.sentence(), span.from(), span.from() + end + 1);
        DocumentNumber number = DocumentNumber.read(own.words()).value();
        if (number != null && number.wellFormed() && draft.take("/approvalNumber", own, number.text())) {
            draft.project.approvalNumber(number);
        }
    }

    private void approved(Scanned sentence, int first, int end) {
        for (int i = first; i < end; i++) {
            DayText day = sentence.signs().get(i).day();
            LocalDate date = day == null ? null : day.date();
            if (date != null) {
                if (draft.take("/approvedOn", sentence.span(sentence.signs().get(i)), date.toString())) {
                    draft.project.approvedOn(date);
                    approved = date;
                }
                return;
            }
        }
    }

    private void use(Span words) {
        Span span = LandUse.of(words);
        draft.take(span, "/use", draft.project::use);
        if (span.plain().endsWith("批次建设用地")
                || span.plain().endsWith("城市建设用地")
                || span.plain().endsWith("城镇建设用地")) {
            name(span);
        }
    }

    /** What the land is taken for: a name, which may stand elsewhere at more length, and a public interest where it is one of the law. */
    private void purpose(Labelled label) {
        Span words = label.span();
        PublicInterestGround ground = PublicInterestGround.read(words.words()).value();
        if (ground != null && ground.wellFormed() && draft.take("/ground", words, ground.text())) {
            draft.project.ground(ground);
        }
        String name = draft.taken.get("/name");
        if (name != null && name.contains(words.words())) {
            account.leave(words, "same-value");
        } else {
            name(LandName.purpose(label));
        }
    }

    private void name(@Nullable Span span) {
        if (span != null && LandName.fits(span) && !draft.taken.containsKey("/name")) {
            draft.take(span, "/name", draft.project::name);
        }
    }

    /** A place, bounds, or both: 东至河滨路、南至文化路，涉及甲镇乙村集体土地. */
    private void location(Labelled each) {
        boolean begins = LandBounds.begins(each.span().plain());
        if (begins || LandBounds.whole(each.span().plain())) {
            bounds(each.span());
        }
        boolean located = IntStream.range(each.first(), each.end())
                .anyMatch(i -> each.text().is(i, "from"));
        if (begins && !located) {
            return;
        }
        place = place == null ? LandPlace.at(each.text(), each.first(), each.end()) : place;
    }

    private void bounds(Span span) {
        LandBounds found = LandBounds.of(span, sentences);
        bounds = found == null ? bounds : found;
    }

    private void posting(Labelled each) {
        Days days = Days.in(each.text(), each.first(), each.end());
        if (days != null && posting != null && !same(days, posting.from(), posting.until())) {
            ambiguous(days, posting.from(), posting.until());
            account.leave(posting.fromSpan(), "two-readings");
            account.leave(posting.untilSpan(), "two-readings");
            disputedPosting = true;
        } else if (days != null) {
            posting = days;
        }
    }

    private static boolean same(Days days, LocalDate from, @Nullable LocalDate until) {
        return days.from().equals(from) && days.until().equals(until);
    }

    private void ambiguous(Days days, LocalDate from, @Nullable LocalDate until) {
        account.ambiguous(days.fromSpan(), from + "至" + until, days.from() + "至" + days.until());
        account.leave(days.untilSpan(), "two-readings");
    }

    /** One price, where the words name but one: 补偿标准：区片综合地价5.2万元/亩, 每亩5.2万元. */
    private void price(Labelled each) {
        List<LandPrice> prices = LandPrice.of(each.text(), each.first(), each.end());
        if (prices.size() == 1) {
            LandPrice price = prices.get(0);
            if (draft.take("/prices/0", price.span(), price.price().toPlainString() + price.unit())) {
                draft.project.prices(List.of(new BlockPrice(null, price.price(), price.unit(), null, null)));
            }
        }
    }

    private void resettlement(Span span) {
        List<String> ways = LandResettlement.of(span.words());
        if (!ways.isEmpty() && draft.take("/resettlement", span, String.join("、", ways))) {
            draft.project.resettlement(ways);
        }
    }

    private void registration(Labelled each) {
        CompensationRegistration before = registration;
        Days days = Days.in(each.text(), each.first(), each.end());
        LocalDate from = before == null ? null : before.from();
        if (each.field().equals("registration") && days != null && from != null) {
            if (!same(days, from, before.until())) {
                ambiguous(days, from, before.until());
                draft.disputed.add("/registration/from");
            }
        } else if (each.field().equals("registration") && days != null) {
            draft.ledger.add(account.taken(
                    days.fromSpan(), "/registration/from", days.from().toString()));
            draft.ledger.add(account.taken(
                    days.untilSpan(), "/registration/until", days.until().toString()));
            registration =
                    new CompensationRegistration(days.from(), days.until(), before == null ? null : before.place());
        } else if (each.field().equals("registration-place")) {
            draft.ledger.add(account.taken(
                    each.span(), "/registration/place", each.span().words()));
            registration = new CompensationRegistration(
                    before == null ? null : before.from(),
                    before == null ? null : before.until(),
                    each.span().words());
        }
        if (registration != null) {
            draft.taken.put("/registration", "");
            draft.project.registration(registration);
        }
    }

    /** The office to ask; names of persons are no part of it. */
    private void contact(Labelled each) {
        Span span = each.field().equals("telephone") ? digits(each.span()) : each.span();
        String words = span.words();
        Contact other = switch (each.field()) {
            case "telephone" -> new Contact(contact.office(), words, contact.address());
            case "office" -> new Contact(words, contact.telephone(), contact.address());
            default -> new Contact(contact.office(), contact.telephone(), words);
        };
        boolean digits = !each.field().equals("telephone") || words.chars().allMatch(LandNotice::ofTelephone);
        if (digits && draft.take("/contact/" + each.field(), span, words)) {
            contact = other;
            draft.taken.put("/contact", "");
            draft.project.contact(contact);
        }
    }

    /** 联系人：王某 0535-1234567: the number behind a person, whose name is no part of the project. */
    private void telephone(Span span) {
        Matcher number = TELEPHONE.matcher(span.plain());
        if (number.find() && contact.telephone() == null) {
            Span digits = new Span(span.sentence(), span.from() + number.start(), span.from() + number.end());
            if (draft.take("/contact/telephone", digits, digits.words())) {
                contact = new Contact(contact.office(), digits.words(), contact.address());
                draft.taken.put("/contact", "");
                draft.project.contact(contact);
            }
        }
    }

    private static boolean ofTelephone(int sign) {
        return "0123456789-— 、".indexOf(sign) >= 0;
    }

    /** The digits of a telephone number, where a mark ends them: 0531-86001234）. */
    private static Span digits(Span span) {
        String plain = span.plain();
        int end = 0;
        while (end < plain.length() && ofTelephone(plain.charAt(end))) {
            end++;
        }
        boolean whole = end > 6 && end < plain.length() && "(),".indexOf(plain.charAt(end)) >= 0;
        return whole ? new Span(span.sentence(), span.from(), span.from() + end) : span;
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
        number(approval.number());
    }

    /** 批准机关及文号：甲省人民政府，甲政土字〔2022〕55号. */
    private void approval(Labelled each) {
        authority(each.span());
        number(LandApproval.number(each.span()));
        approved(each.text(), each.first(), each.end());
    }

    /** 不服的，可以自公告之日起60日内申请行政复议: the sentences of one line that say how to seek review. */
    private void remedies() {
        List<Scanned> all = sentences.stream().filter(LandNotice::ofReview).toList();
        if (all.isEmpty() || draft.taken.containsKey("/remedies")) {
            return;
        }
        List<Span> spans = all.stream()
                .filter(each -> each.sentence().row() == all.get(0).sentence().row())
                .map(each -> each.sentence().whole())
                .toList();
        String words = spans.stream().map(Span::words).collect(Collectors.joining("；"));
        spans.forEach(each -> draft.ledger.add(account.taken(each, "/remedies", words)));
        draft.taken.put("/remedies", words);
        draft.project.remedies(words);
    }

    private static boolean ofReview(Scanned sentence) {
        return sentence.sentence().plain().contains("不服")
                && sentence.signs().stream().anyMatch(each -> each.is("review"));
    }

    private void areas(LandAreas areas) {
        LandAreas.Stated whole = areas.total();
        if (whole != null && draft.take("/totalArea", whole.span(), whole.area().toString())) {
            total = whole.area();
            draft.project.totalArea(total);
            Area again = whole.restated();
            Span words = whole.restatedSpan();
            if (again != null && words != null && draft.take("/restatedArea", words, again.toString())) {
                draft.project.restatedArea(again);
            }
        }
        if (!areas.classes().isEmpty()) {
            areas.classes()
                    .forEach(each -> draft.ledger.add(account.taken(
                            each.span(),
                            "/landClasses",
                            each.of().landClass() + " " + each.of().area())));
            draft.taken.put("/landClasses", "");
            draft.project.landClasses(
                    areas.classes().stream().map(LandAreas.OfClass::of).toList());
        }
    }

    // ---- places

    private void places() {
        if (place == null) {
            place = LandPlace.of(sentences);
        }
        bounds = bounds == null ? LandBounds.only(sentences) : bounds;
        Span named = place == null ? owner : place;
        if (named == null) {
            return;
        }
        if (total == null) {
            account.unread(named, "no-area", KIND);
            return;
        }
        ParcelBuilder parcel = ParcelBuilder.builder().area(total);
        if (place != null) {
            parcel.location(place.words());
            draft.ledger.add(account.taken(place, "/parcels/0/location", place.words()));
        }
        if (owner != null) {
            parcel.collective(owner.words());
            draft.ledger.add(account.taken(owner, "/parcels/0/collective", owner.words()));
        }
        if (bounds != null) {
            parcel.bounds(bounds.bounds());
            bounds.spans().forEach(each -> draft.ledger.add(account.taken(each, "/parcels/0/bounds", each.words())));
        }
        draft.ledger.add(new LedgerEntry(
                named.place(), FieldFate.DEFAULTED, null, "/parcels/0/area", total.toString(), List.of("total")));
        List<Parcel> parcels = List.of(parcel.build());
        draft.taken.put("/parcels", "");
        draft.project.parcels(parcels);
    }

    // ---- who and when

    /** The government that issues the notice: in the title, or below the text. */
    private void issuer() {
        if (defaults.project().implementer() != null) {
            return;
        }
        Span signed = LandIssuer.of(sentences);
        String approving = draft.taken.get("/approvingAuthority");
        if (signed != null && signed.words().equals(approving)) {
            return;
        }
        if (signed != null && draft.take("/implementer", signed, signed.words())) {
            draft.project.implementer(Agency.parse(signed.words()));
        }
        String titled = signed == null && !draft.ledger.isEmpty() ? LandIssuer.ofTitle(text.title()) : null;
        if (titled != null && !titled.equals(approving) && draft.taken.putIfAbsent("/implementer", titled) == null) {
            draft.ledger.add(new LedgerEntry(
                    text.place(),
                    FieldFate.DEFAULTED,
                    null,
                    "/implementer",
                    titled,
                    List.of(Reason.FROM_TITLE.code())));
            draft.project.implementer(Agency.parse(titled));
        }
    }
}
