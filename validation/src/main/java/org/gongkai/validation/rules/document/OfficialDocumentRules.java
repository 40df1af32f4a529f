package org.gongkai.validation.rules.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.Code;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.Consultation;
import org.gongkai.core.document.DocumentKind;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.FileType;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.NormativeNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Openness;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.document.ThemeCategory;
import org.gongkai.core.document.ThemeScheme;
import org.gongkai.core.document.Validity;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.organization.CreditCode;
import org.gongkai.core.organization.OrganizationCode;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a document that look at several of its fields, or need the profile or today's date. What one field
 * alone can tell stands as a constraint on the component. Clauses and texts are in the catalogue.
 */
public final class OfficialDocumentRules implements KindRules<OfficialDocument> {

    /** Letters before the eight digits of a site's code, where ministries have bm and others two digits more. */
    private static final Pattern OTHER_LETTERS = Pattern.compile("(?!bm\\d{8}|\\d{10})[A-Za-z0-9]{10}");

    private static final Pattern LAPSED_MARK = Pattern.compile("[【\\[（(〔][^】\\])）〕]{0,6}(?:失效|废止)[】\\])）〕]");
    private static final Pattern SAID_OPEN = Pattern.compile("此件.{0,4}公开(?!方式)");
    private static final Pattern SAID_CLOSED = Pattern.compile("此件.{0,4}(?:依申请公开|不予公开|不公开|不宜公开)");
    private static final Pattern ATTACHMENT_LINE =
            Pattern.compile("^[\\s　&&[^\\r\\n]]*+附件[\\s　]*+[0-9一二三四五六七八九十]{0,3}[\\s　]*+[:：]", Pattern.MULTILINE);
    private static final Pattern ATTACHMENT_ITEM = Pattern.compile("(?:^|[\\s　:：;；])\\d{1,3}[.．、](?!\\d)");

    private static final Predicate<OfficialDocument> ALWAYS = document -> true;
    private static final Predicate<OfficialDocument> NORMATIVE = document -> type(document) == FileType.Type.NORMATIVE;
    private static final Predicate<OfficialDocument> NORMATIVE_OR_RULE =
            NORMATIVE.or(document -> type(document) == FileType.Type.RULE);

    private final Profile profile;
    private final @Nullable ThemeScheme themes;
    private final @Nullable Pattern normativeNumber;
    private final boolean normativeNumberHasYear;
    private final List<Element<OfficialDocument>> elements;

    public OfficialDocumentRules(Profile profile) {
        this.profile = profile;
        this.themes = profile.themes();
        this.normativeNumber = profile.normativeNumber();
        this.normativeNumberHasYear =
                normativeNumber != null && normativeNumber.pattern().contains("(?<year>");
        this.elements = new ElementTable<>(RecordKind.of(OfficialDocument.class), profile)
                .present("documentNumber", document -> number(document) != null)
                .demand("documentNumber", "document.documentNumber.missing", ALWAYS)
                .demand("documentNumber", "document.documentNumber.required", NORMATIVE_OR_RULE)
                .demand("expiresOn", "document.expiresOn.missing", NORMATIVE)
                .demand("normativeNumber", "document.normativeNumber.required", NORMATIVE)
                .present("consultation", document -> contact(document) != null)
                .present("body", document -> hasContent(document.body()))
                .demand("relations", "document.relations.interpretationMissing", NORMATIVE)
                .elements();
    }

    @Override
    public List<Element<OfficialDocument>> elements() {
        return elements;
    }

    @Override
    public void check(OfficialDocument document, LocalDate today, Hearing hearing) {
        DocumentKind titled = document.title() == null ? null : DocumentKind.ofTitle(document.title());
        checkTitle(document, titled, hearing);
        checkDocumentNumber(document, hearing);
        checkIndexNumber(document, hearing);
        checkValidity(document, today, hearing);
        checkTheme(document, hearing);
        checkNormative(document, hearing);
        checkKind(document, titled, hearing);
        checkOwner(document, hearing);
        checkOpenness(document, hearing);
        checkText(document, hearing);
        checkAttachments(document, hearing);
        checkSite(document, hearing);
    }

    private static void checkSite(OfficialDocument document, Hearing hearing) {
        String code = document.site() == null ? null : document.site().idCode();
        if (code != null && OTHER_LETTERS.matcher(code).matches()) {
            hearing.report("document.site.idCode.letters", "/site/idCode", code, "bm");
        }
    }

    private static void checkTitle(OfficialDocument document, @Nullable DocumentKind titled, Hearing hearing) {
        String title = document.title();
        if (title == null || titled == null) {
            return;
        }
        if (type(document) != FileType.Type.RULE && !ordered(document) && titled.name() == DocumentKind.Name.OTHER) {
            hearing.report("document.title.kindMissing", "/title", title, null);
        }
        if (state(document) == Validity.State.IN_FORCE
                && (title.contains("失效") || title.contains("废止"))
                && LAPSED_MARK.matcher(title).find()) {
            hearing.report("document.title.validityMark", "/title", title, Validity.State.IN_FORCE.label());
        }
    }

    /** What an order promulgates bears the name of its text, such as 办法 or 规定. */
    private static boolean ordered(OfficialDocument document) {
        DocumentNumber number = document.documentNumber();
        return number != null && number.form() == DocumentNumber.Form.ORDER;
    }

    private static void checkDocumentNumber(OfficialDocument document, Hearing hearing) {
        DocumentNumber number = document.documentNumber();
        if (number(document) == null) {
            if (NORMATIVE_OR_RULE.test(document)) {
                hearing.report(
                        "document.documentNumber.required", "/documentNumber", text(number), text(document.fileType()));
            } else if (number == null) {
                hearing.report("document.documentNumber.missing", "/documentNumber", null, null);
            }
            return;
        }
        Integer year = number.year();
        // A number that shows its year has a form.
        if (year == null && !number.wellFormed()) {
            hearing.report("document.documentNumber.malformed", "/documentNumber", number.text(), "〔〕");
        }
        LocalDate writtenOn = document.writtenOn();
        if (year != null && writtenOn != null && year != writtenOn.getYear()) {
            hearing.report(
                    "document.documentNumber.yearDiffers", "/documentNumber", number.text(), writtenOn.toString());
        }
    }

    private void checkIndexNumber(OfficialDocument document, Hearing hearing) {
        IndexNumber number = document.indexNumber();
        if (number == null) {
            return;
        }
        Integer limit = profile.limits().indexNumberLength();
        if (limit != null && length(number.text()) > limit) {
            hearing.report("document.indexNumber.tooLong", "/indexNumber", number.text(), limit.toString());
        }
        String publisher = number.checkCharactersRight() ? null : number.publisherCode();
        if (publisher != null) {
            hearing.report("document.indexNumber.checkCharacter", "/indexNumber", number.text(), publisher);
        }
    }

    private static void checkValidity(OfficialDocument document, LocalDate today, Hearing hearing) {
        Validity.State stated = state(document);
        Validity.State dated = stated == null ? null : contradiction(document, stated, today);
        if (dated != null) {
            hearing.report("document.validity.inconsistent", "/validity", text(document.validity()), dated.label());
        }
    }

    /** What the dates say against the stated validity, or null when they do not contradict it. */
    private static Validity.@Nullable State contradiction(
            OfficialDocument document, Validity.State stated, LocalDate today) {
        LocalDate repealedOn = document.repealedOn();
        boolean repealed = repealedOn != null && !repealedOn.isAfter(today);
        // 有效期至 names the last day in force.
        boolean lapsed = before(document.expiresOn(), today);
        boolean pending = before(today, document.effectiveFrom());
        return switch (stated) {
            case IN_FORCE, PARTLY_IN_FORCE, AMENDED ->
                repealed
                        ? Validity.State.REPEALED
                        : lapsed ? Validity.State.LAPSED : pending ? Validity.State.NOT_YET_IN_FORCE : null;
            case NOT_YET_IN_FORCE ->
                repealed
                        ? Validity.State.REPEALED
                        : lapsed
                                ? Validity.State.LAPSED
                                : document.effectiveFrom() != null && !pending ? Validity.State.IN_FORCE : null;
            case REPEALED -> repealedOn != null && !repealed ? Validity.State.IN_FORCE : null;
            case LAPSED -> document.expiresOn() != null && !lapsed && !repealed ? Validity.State.IN_FORCE : null;
            case UNKNOWN -> null;
        };
    }

    private void checkTheme(OfficialDocument document, Hearing hearing) {
        ThemeCategory theme = document.theme();
        if (theme != null && themes != null && !themes.contains(theme) && theme.wellFormed()) {
            hearing.report("document.theme.unlisted", "/theme", theme.text(), null);
        }
    }

    private void checkNormative(OfficialDocument document, Hearing hearing) {
        NormativeNumber number = document.normativeNumber();
        if (number != null && normativeNumber != null) {
            checkNormativeNumber(number, normativeNumber, document.writtenOn(), hearing);
        }
        if (!NORMATIVE.test(document)) {
            return;
        }
        if (number == null) {
            hearing.report("document.normativeNumber.required", "/normativeNumber", null, null);
        }
        if (document.expiresOn() == null) {
            hearing.report("document.expiresOn.missing", "/expiresOn", null, null);
        }
        checkTerm(document, hearing);
        if (document.relations().stream().noneMatch(OfficialDocumentRules::interprets)) {
            hearing.report("document.relations.interpretationMissing", "/relations", null, null);
        }
    }

    private void checkNormativeNumber(
            NormativeNumber number, Pattern pattern, @Nullable LocalDate writtenOn, Hearing hearing) {
        Matcher matcher = pattern.matcher(number.text());
        if (!matcher.matches()) {
            hearing.report("document.normativeNumber.malformed", "/normativeNumber", number.text(), pattern.pattern());
        } else if (normativeNumberHasYear
                && writtenOn != null
                && !String.valueOf(writtenOn.getYear()).equals(matcher.group("year"))) {
            hearing.report(
                    "document.normativeNumber.yearDiffers", "/normativeNumber", number.text(), writtenOn.toString());
        }
    }

    private void checkTerm(OfficialDocument document, Hearing hearing) {
        Integer years = profile.limits().validityYears();
        LocalDate effectiveFrom = document.effectiveFrom();
        LocalDate expiresOn = document.expiresOn();
        if (years != null && effectiveFrom != null && before(effectiveFrom.plusYears(years), expiresOn)) {
            report(hearing, "document.expiresOn.tooFar", "/expiresOn", expiresOn, effectiveFrom.plusYears(years));
        }
    }

    private static void checkKind(OfficialDocument document, @Nullable DocumentKind titled, Hearing hearing) {
        DocumentKind kind = document.documentKind();
        if (kind == null || kind.name() == null || titled == null) {
            return;
        }
        if (titled.name() != DocumentKind.Name.OTHER && titled.name() != kind.name()) {
            hearing.report("document.documentKind.differs", "/documentKind", kind.text(), titled.text());
        }
    }

    private static void checkOwner(OfficialDocument document, Hearing hearing) {
        CreditCode code = document.ownerCode();
        if (code != null
                && !code.wellFormed()
                && !OrganizationCode.parse(code.text().replace("-", "")).wellFormed()) {
            hearing.report("document.ownerCode.malformed", "/ownerCode", code.text(), null);
        }
    }

    private static void checkOpenness(OfficialDocument document, Hearing hearing) {
        Openness.Mode mode =
                document.openness() == null ? null : document.openness().mode();
        if (mode == null) {
            return;
        }
        if (mode != Openness.Mode.PROACTIVE) {
            hearing.report(
                    "document.openness.notExportable", "/openness", mode.label(), Openness.Mode.PROACTIVE.label());
        }
        String note = document.note();
        if (note == null) {
            return;
        }
        boolean saidClosed = SAID_CLOSED.matcher(note).find();
        boolean saidOpen = !saidClosed && SAID_OPEN.matcher(note).find();
        if (mode == Openness.Mode.PROACTIVE ? saidClosed : saidOpen) {
            hearing.report("document.note.contradictsOpenness", "/note", note, mode.label());
        }
    }

    private void checkText(OfficialDocument document, Hearing hearing) {
        Body body = document.body();
        if (body == null) {
            return;
        }
        if (!hasContent(body)) {
            hearing.report("document.body.blank", "/body", null, null);
        }
        String active = body.html() == null ? null : ActiveContent.in(body.html());
        if (active != null) {
            hearing.report("document.body.active", "/body/html", active, null);
        }
        Integer summaryLength = profile.limits().summaryLength();
        Integer shortBody = profile.limits().shortBodyLength();
        if (document.summary() != null
                && summaryLength != null
                && shortBody != null
                && body.text() != null
                && length(document.summary()) > summaryLength
                && length(body.text()) <= shortBody) {
            hearing.report("document.summary.long", "/summary", document.summary(), summaryLength.toString());
        }
    }

    private static void checkAttachments(OfficialDocument document, Hearing hearing) {
        int named = namedAttachments(document);
        if (named > document.attachments().size()) {
            hearing.report(
                    "document.attachments.missing",
                    "/attachments",
                    String.valueOf(document.attachments().size()),
                    String.valueOf(named));
        }
    }

    private static int namedAttachments(OfficialDocument document) {
        String note = document.attachmentNote();
        if (note != null) {
            return Math.max(1, (int) ATTACHMENT_ITEM.matcher(note).results().count());
        }
        String text = document.body() == null ? null : document.body().text();
        return text != null
                        && text.contains("附件")
                        && ATTACHMENT_LINE.matcher(text).find()
                ? 1
                : 0;
    }

    private static Element<OfficialDocument> element(
            String name,
            Function<OfficialDocument, @Nullable Object> value,
            List<Element.Demand<OfficialDocument>> demands,
            Set<String> withForm) {
        return new Element<>(name, document -> value.apply(document) != null, demands, withForm.contains(name));
    }

    private static Element.Demand<OfficialDocument> demand(String rule, Predicate<OfficialDocument> when) {
        return new Element.Demand<>(rule, when);
    }

    /** The document number, or null when there is none or the text says so. */
    private static @Nullable DocumentNumber number(OfficialDocument document) {
        DocumentNumber number = document.documentNumber();
        return number == null || number.saysNone() ? null : number;
    }

    private static FileType.@Nullable Type type(OfficialDocument document) {
        return document.fileType() == null ? null : document.fileType().type();
    }

    private static Validity.@Nullable State state(OfficialDocument document) {
        return document.validity() == null ? null : document.validity().state();
    }

    private static @Nullable Consultation contact(OfficialDocument document) {
        Consultation contact = document.consultation();
        return contact == null || contact.department() == null && contact.telephone() == null ? null : contact;
    }

    private static boolean interprets(Relation relation) {
        return relation.type() != null && relation.type().type() == RelationType.Type.INTERPRETATION;
    }

    /** A body has content when it has visible text or a picture. */
    private static boolean hasContent(@Nullable Body body) {
        if (body == null) {
            return false;
        }
        if (body.text() != null && !body.text().isBlank()) {
            return true;
        }
        return body.html() != null
                && (body.html().toLowerCase(Locale.ROOT).contains("<img")
                        || !visible(body.html()).isBlank());
    }

    private static String visible(String html) {
        return html.replaceAll("<[^<>]*>", "").replace("&nbsp;", " ").replace('\u00a0', ' ');
    }

    private static void report(
            Hearing hearing, String rule, String pointer, @Nullable LocalDate value, @Nullable LocalDate expected) {
        hearing.report(rule, pointer, String.valueOf(value), String.valueOf(expected));
    }

    private static boolean before(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && one.isBefore(other);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static @Nullable String text(@Nullable Code code) {
        return code == null ? null : code.text();
    }

    private static @Nullable Object first(List<?> list) {
        return list.isEmpty() ? null : list.get(0);
    }
}
