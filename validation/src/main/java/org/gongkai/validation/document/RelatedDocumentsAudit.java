package org.gongkai.validation.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.Bilingual;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.document.Validity;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.key.DigestTable;
import org.gongkai.validation.key.DocumentKeys;
import org.gongkai.validation.key.LongList;
import org.gongkai.validation.key.TextDigest;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what documents say of each other: one document under two numbers, one that is repealed and still shown as
 * valid, a relation to a document that is not there, an attachment that no file answers.
 *
 * <pre>{@code
 * RelatedDocumentsAudit audit = new RelatedDocumentsAudit(profile, validator.today());
 * documents.forEach(each -> findings.addAll(audit.see(each, Location.of("a.html"))));
 * audit.end(findings::add);
 * }</pre>
 *
 * <p>It keeps digests, about fifty bytes a document, and the relations, at most {@value #MOST_RELATIONS}. Not safe to use
 * from several threads.
 */
public final class RelatedDocumentsAudit implements RecordAudit {

    private static final int MOST_RELATIONS = 50_000;
    private static final int MOST_HOMES = 100_000;

    private static final long VALID = 1;

    private static final Pattern ITEM = Pattern.compile("(?:^|[\\s　:：;；])\\d{1,2}[.．、](?!\\d)");
    private static final Pattern LEAD = Pattern.compile("^[\\s　]*附件[\\s　]*[0-9一二三四五六七八九十]{0,3}[\\s　]*[:：.．、]?");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final String BEFORE = " \t\n\u000B\f\r　;；";
    private static final String BEHIND = BEFORE + "。.";
    private static final Pattern ORDINAL = Pattern.compile("附件\\s*([0-9一二三四五六七八九十]{1,3})");
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{2,5}$");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern PAGE = Pattern.compile(".*\\.[sx]?html?", Pattern.CASE_INSENSITIVE);

    private final RuleSettings settings;
    private final LocalDate today;
    private final LongList present = new LongList();
    private final DigestTable same = new DigestTable();
    private final LongList numberOf = new LongList();
    private final Set<String> homes = new HashSet<>();
    private final List<Kept> relations = new ArrayList<>();
    private boolean full;

    /** A relation, to be judged when all documents were seen. */
    private record Kept(
            RelationType.Type type,
            String pointer,
            String target,
            String key,
            boolean inEffect,
            @Nullable LocalDate date,
            Location location) {}

    /**
     * Begins an audit in which nothing has been seen.
     *
     * @param profile decides which of the rules run and how severely, not null
     * @param today the day on which it is judged what is in effect, not null
     */
    public RelatedDocumentsAudit(Profile profile, LocalDate today) {
        this.settings = new RuleSettings(RuleCatalogue.standard(), profile);
        this.today = Objects.requireNonNull(today, "today");
    }

    /** {@inheritDoc} Records of other kinds than documents are passed over. */
    @Override
    public List<Finding> see(DisclosureRecord record, Location location) {
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(record);
        if (document == null) {
            return List.of();
        }
        Hearing hearing = new Hearing(settings, document.key(), document.datedOn(), at -> location);
        DocumentNumber number = DocumentKeys.regular(document.documentNumber());
        boolean valid = valid(document);
        settle(number, valid);
        if (document.indexNumber() != null) {
            keep(LegacyText.withoutBlanks(document.indexNumber().text()), valid);
            home(document.indexNumber().publisherCode());
        }
        String address = DocumentKeys.address(document.sourceUrl());
        if (address != null) {
            keep(address, valid);
            home(host(address));
        }
        checkNumbers(document, number, hearing);
        checkRelations(document, valid, location, hearing);
        checkAttachments(document, location, hearing);
        return hearing.findings();
    }

    private void settle(@Nullable DocumentNumber number, boolean valid) {
        if (number != null) {
            keep(LegacyText.withoutBlanks(number.text()), valid);
            home(number.agencyCode());
        }
    }

    private void keep(String name, boolean valid) {
        present.append(DocumentKeys.digest(name) & ~VALID | (valid ? VALID : 0));
    }

    private void home(@Nullable String name) {
        if (name != null && homes.size() < MOST_HOMES) {
            homes.add(name);
        }
    }

    private static String host(String address) {
        int slash = address.indexOf('/');
        return slash < 0 ? address : address.substring(0, slash);
    }

    private static boolean valid(OfficialDocument document) {
        Validity.State state =
                document.validity() == null ? null : document.validity().state();
        return state == Validity.State.IN_FORCE
                || state == Validity.State.NOT_YET_IN_FORCE
                || state == Validity.State.AMENDED;
    }

    /** One text of one day and agency, the number in it aside, bears one number. */
    private void checkNumbers(OfficialDocument document, @Nullable DocumentNumber number, Hearing hearing) {
        LocalDate date = document.datedOn();
        String text = document.body() == null ? null : document.body().text();
        if (number == null
                || !number.wellFormed()
                || document.title() == null
                || document.issuers().isEmpty()
                || date == null
                || text == null) {
            return;
        }
        String bare = DocumentKeys.titleKey(text).replace(DocumentKeys.titleKey(number.text()), "");
        int before = same.add(new TextDigest()
                .add(DocumentKeys.titleKey(document.title()))
                .add(DocumentKeys.titleKey(document.issuers().get(0).text()))
                .add(date.toString())
                .add(bare)
                .value());
        long own = DocumentKeys.digest(LegacyText.withoutBlanks(number.text()));
        if (before < 0) {
            numberOf.append(own);
        } else if (numberOf.get(before) != own) {
            hearing.report("document.documentNumber.another", "/documentNumber", number.text(), document.title());
        }
    }

    private void checkRelations(OfficialDocument document, boolean valid, Location location, Hearing hearing) {
        for (int i = 0; i < document.relations().size(); i++) {
            Relation each = document.relations().get(i);
            RelationType.Type type = each.type() == null ? null : each.type().type();
            if (type == null || type == RelationType.Type.INTERPRETATION || each.target() == null) {
                // An interpretation is a page of its own kind and mostly no document.
                continue;
            }
            if (type == RelationType.Type.REPEALED_BY && valid && document.validity() != null) {
                hearing.report(
                        "document.validity.repealedByOther",
                        "/validity",
                        document.validity().text(),
                        each.target());
            }
            if (relations.size() == MOST_RELATIONS) {
                full = true;
                return;
            }
            LocalDate from = document.effectiveFrom();
            relations.add(new Kept(
                    type,
                    "/relations/" + i,
                    each.target(),
                    document.key(),
                    from == null || !from.isAfter(today),
                    document.datedOn(),
                    location));
        }
    }

    private static void checkAttachments(OfficialDocument document, Location location, Hearing hearing) {
        List<Attachment> attachments = document.attachments();
        // Only a page that was read from a folder tells where its attachments would stand.
        if (location.row() == null && PAGE.matcher(location.source()).matches()) {
            for (int i = 0; i < attachments.size(); i++) {
                Attachment each = attachments.get(i);
                if (each.size() == null && each.sha256() == null && inFolder(each.url())) {
                    hearing.report("document.attachments.fileMissing", "/attachments/" + i, each.name(), each.url());
                }
            }
        }
        List<String> named = named(document.attachmentNote());
        if (named.isEmpty() || attachments.size() < named.size()) {
            // That there are too few is told by a rule of the document alone.
            return;
        }
        List<String> unanswered = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            if (!answered(named.get(i), i + 1, attachments)) {
                unanswered.add(named.get(i));
            }
        }
        // A file called 2024-006.pdf may be any of them.
        long nameless = attachments.stream()
                .filter(each -> each.name() == null || !HAN.matcher(each.name()).find())
                .count();
        if (unanswered.size() > nameless) {
            hearing.report("document.attachments.nameUnanswered", "/attachments", String.join("；", unanswered), null);
        }
    }

    private static boolean inFolder(@Nullable String url) {
        return url != null
                && !url.isBlank()
                && !url.startsWith("//")
                && !SCHEME.matcher(url).matches();
    }

    /** The attachments that the note lists, in its order. */
    private static List<String> named(@Nullable String note) {
        if (note == null) {
            return List.of();
        }
        String list = LEAD.matcher(note).replaceFirst(" ");
        List<String> names = new ArrayList<>();
        for (String each : ITEM.split(list)) {
            for (String line : each.split("[\\r\\n]+")) {
                String name = bare(LEAD.matcher(line).replaceFirst(""));
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** A name without the blanks and marks around it. */
    private static String bare(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && BEFORE.indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && BEHIND.indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(start, end);
    }

    /** By its name in the name of the file or the other way round, or by its place in 附件2. */
    private static boolean answered(String name, int place, List<Attachment> attachments) {
        String wanted = DocumentKeys.titleKey(name);
        for (Attachment each : attachments) {
            String given = each.name() == null ? "" : each.name();
            String bare = DocumentKeys.titleKey(ENDING.matcher(given).replaceFirst(""));
            Matcher ordinal = ORDINAL.matcher(given);
            if (!bare.isEmpty() && (bare.contains(wanted) || wanted.contains(bare))
                    || ordinal.find() && LegacyText.number(ordinal.group(1)) == place
                    || bare.equals("附件")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Finding> end() {
        long[] all = present.sorted();
        List<Finding> findings = new ArrayList<>();
        for (Kept each : relations) {
            Hearing hearing = new Hearing(settings, each.key(), each.date(), at -> each.location());
            judge(each, all, hearing);
            findings.addAll(hearing.findings());
        }
        return List.copyOf(findings);
    }

    private void judge(Kept relation, long[] all, Hearing hearing) {
        String target = relation.target();
        DocumentNumber number = DocumentKeys.regular(DocumentNumber.parse(LegacyText.withoutBlanks(target)));
        String address = DocumentKeys.address(target);
        boolean numbered = number != null && number.wellFormed();
        String name = numbered ? number.text() : address != null ? address : LegacyText.withoutBlanks(target);
        long digest = DocumentKeys.digest(name) & ~VALID;
        boolean valid = Arrays.binarySearch(all, digest | VALID) >= 0;
        if (valid || Arrays.binarySearch(all, digest) >= 0) {
            if (valid && relation.type() == RelationType.Type.REPEALS && relation.inEffect()) {
                hearing.report(
                        "document.relations.repealedStillValid",
                        relation.pointer(),
                        target,
                        Validity.State.IN_FORCE.label());
            }
            return;
        }
        String home = numbered
                ? number.agencyCode()
                : address != null ? host(address) : IndexNumber.parse(name).publisherCode();
        // What another agency issued is not here by nature.
        if (home != null && homes.contains(home)) {
            hearing.report(
                    "document.relations.targetMissing",
                    relation.pointer(),
                    target,
                    relation.type().label());
        }
    }

    @Override
    public List<SkippedRule> skipped() {
        if (!full) {
            return List.of();
        }
        Bilingual why = new Bilingual(
                "文件关联超过 " + MOST_RELATIONS + " 处，其余未核查",
                "more than " + MOST_RELATIONS + " relations; the others were not checked");
        return List.of(
                new SkippedRule("document.relations.repealedStillValid", why),
                new SkippedRule("document.relations.targetMissing", why));
    }
}
