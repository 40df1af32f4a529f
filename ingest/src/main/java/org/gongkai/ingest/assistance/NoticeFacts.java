package org.gongkai.ingest.assistance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.PartialDate;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.Basis;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.grammar.NoticeAccount;
import org.gongkai.ingest.grammar.Reports;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sentence;
import org.gongkai.ingest.grammar.Sign;
import org.gongkai.ingest.grammar.Span;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.text.AgencyNames;
import org.jspecify.annotations.Nullable;

/**
 * What a notice says of all its standards: from which day and until when they hold, on what they rest, who sets them and who
 * makes them public. A day that is said for one sentence alone holds for that sentence.
 */
final class NoticeFacts {

    /** How far before a day the words stand that say what it is, in signs. */
    private static final int NEAR = 8;

    private static final int LONGEST_TITLE = 80;
    private static final List<String> STARTS = List.of("起", "开始", "执行", "实施", "施行");

    private final NoticeText text;
    private final NoticeAccount account;
    private final List<Dated> from = new ArrayList<>();
    /** From which day the notice itself holds: that of the standards where nothing else is said. */
    private final List<Dated> ofDocument = new ArrayList<>();

    private final List<Dated> until = new ArrayList<>();
    private final List<Founded> bases = new ArrayList<>();
    private final List<Agency> agencies;
    private final String title;
    private final @Nullable String report;

    /** A day and its words. */
    private record Dated(PartialDate day, Span span) {}

    /** A document on which the standards rest, and its words. */
    private record Founded(Basis basis, Span span) {}

    NoticeFacts(NoticeText text, List<Scanned> sentences, NoticeAccount account) {
        this.text = text;
        this.account = account;
        this.title = title(text, sentences);
        this.report = Reports.word(text);
        this.agencies = AgencyNames.agenciesOfTitle(title);
        for (Scanned each : sentences) {
            read(each);
        }
    }

    private static String title(NoticeText text, List<Scanned> sentences) {
        if (text.title() != null) {
            return text.title();
        }
        String first = sentences.isEmpty() ? "" : sentences.get(0).sentence().words();
        boolean titled = first.length() <= LONGEST_TITLE
                && (first.endsWith("通知") || first.endsWith("公告") || first.endsWith("公示") || first.endsWith("通告"));
        return titled ? first : "";
    }

    private void read(Scanned sentence) {
        for (int i = 0; i < sentence.signs().size(); i++) {
            Sign sign = sentence.signs().get(i);
            PartialDate day = sign.day() == null ? null : sign.day().partial();
            if (day != null) {
                day(sentence, i, day);
            }
        }
        bases(sentence);
    }

    // ---- days

    private void day(Scanned sentence, int at, PartialDate day) {
        boolean start = STARTS.stream().anyMatch(each -> sentence.follows(at, each));
        boolean document = sentence.signs().stream().anyMatch(each -> each.is("day-document"));
        if (document && start) {
            ofDocument.add(new Dated(day, sentence.span(sentence.signs().get(at))));
        } else if (sentence.is(at + 1, "day-end") && before(sentence, at, "day-until")) {
            until.add(new Dated(day, sentence.span(at - 1, at)));
        } else if (start && !otherDay(sentence, at)) {
            from.add(new Dated(day, sentence.span(sentence.signs().get(at))));
        } else if (before(sentence, at, "day-label")) {
            from.add(new Dated(day, sentence.span(sentence.signs().get(at))));
        }
    }

    private static boolean before(Scanned sentence, int at, String sort) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            if (sentence.is(i, sort)) {
                return true;
            }
            if (!sentence.mark(i, ":") && !sentence.is(i, "is") && !sentence.is(i, "from")) {
                return false;
            }
        }
        return false;
    }

    /** Whether a day is one of something else: of applications, of payments behind. */
    private static boolean otherDay(Scanned sentence, int at) {
        for (int i = Math.max(0, at - NEAR); i < Math.min(sentence.signs().size(), at + NEAR); i++) {
            if (sentence.is(i, "day-other")) {
                return true;
            }
        }
        return false;
    }

    // ---- what it rests on

    /** 《关于调整救助标准的通知》（甲民〔2023〕63号), behind 根据, 按照 and the like. */
    private void bases(Scanned sentence) {
        String plain = sentence.sentence().plain();
        for (int open = plain.indexOf('《'); open >= 0; open = plain.indexOf('《', open + 1)) {
            int close = plain.indexOf('》', open);
            if (close < 0) {
                return;
            }
            int end = plain.startsWith("(", close + 1) ? plain.indexOf(')', close) : -1;
            DocumentNumber number = end < 0
                    ? null
                    : DocumentNumber.read(sentence.sentence().words(close + 2, end))
                            .value();
            if (number != null && number.wellFormed()) {
                Span span = new Span(sentence.sentence(), open, end + 1);
                bases.add(new Founded(new Basis(sentence.sentence().words(open + 1, close), number), span));
            }
            open = close;
        }
    }

    private @Nullable Founded basis() {
        if (bases.size() == 1) {
            return bases.get(0);
        }
        List<Founded> about = bases.stream()
                .filter(each ->
                        Objects.requireNonNullElse(each.basis().title(), "").contains("标准"))
                .toList();
        return about.size() == 1 ? about.get(0) : null;
    }

    // ---- whether it is a notice of this place

    /** Whether the text is a report on a notice, or the notice of another place; then it is told. */
    boolean refused(@Nullable String place) {
        String why = report != null ? report : otherPlace(place);
        if (why != null) {
            account.problem(new SourceProblem("source.text.report", text.place(), why, place));
        }
        return why != null;
    }

    private @Nullable String otherPlace(@Nullable String place) {
        String region = region();
        boolean other = place != null
                && region != null
                && !region.endsWith("省")
                && !place.contains(region)
                && !region.contains(place);
        return other ? region : null;
    }

    /** The region at the beginning of the name of the agency in the title, or null. */
    private @Nullable String region() {
        String name = agencies.isEmpty() ? "" : agencies.get(0).text();
        for (int i = 1; i < name.length() - 1; i++) {
            if ("市县区旗省".indexOf(name.charAt(i)) >= 0 && i >= 2) {
                return name.substring(0, i + 1);
            }
        }
        return null;
    }

    // ---- what it gives

    /** Fills in what the notice says of a line; the answer is the account of it. */
    List<LedgerEntry> into(AssistanceStandardBuilder line, @Nullable Sentence sentence, AssistanceStandard defaults) {
        Map<String, LedgerEntry> entries = new LinkedHashMap<>();
        Dated start = one(from.isEmpty() ? ofDocument : from, sentence);
        if (start != null) {
            line.effectiveFrom(start.day());
            entries.put(
                    "from",
                    account.taken(start.span(), "/effectiveFrom", start.day().text()));
        }
        Dated end = one(until, sentence);
        if (end != null) {
            line.effectiveTo(end.day());
            entries.put(
                    "to", account.taken(end.span(), "/effectiveTo", end.day().text()));
        }
        Founded basis = basis();
        if (basis != null) {
            line.basis(basis.basis());
            entries.put(
                    "basis", account.taken(basis.span(), "/basis", basis.span().words()));
        }
        beside(line, defaults, entries);
        return List.copyOf(entries.values());
    }

    /** What the title and the source say: whose notice it is, when it was published. */
    private void beside(AssistanceStandardBuilder line, AssistanceStandard defaults, Map<String, LedgerEntry> entries) {
        boolean forwards = title.contains("公布") || title.contains("公示") || title.contains("转发") || title.contains("公开");
        if (!agencies.isEmpty() && forwards && defaults.publisher() == null) {
            line.publisher(agencies.get(0));
            entries.put("publisher", given("/publisher", agencies.get(0).text(), "from-title"));
        } else if (!agencies.isEmpty() && !forwards && defaults.setBy().isEmpty()) {
            line.setBy(agencies);
            entries.put(
                    "setBy",
                    given(
                            "/setBy",
                            String.join("、", agencies.stream().map(Agency::text).toList()),
                            "from-title"));
        }
        String region = region();
        if (defaults.place() == null && region != null) {
            line.place(region);
            entries.put("place", given("/place", region, "from-title"));
        }
        LocalDate published = text.publishedOn();
        if (published != null && defaults.publishedOn() == null) {
            line.publishedOn(published);
            entries.put("published", given("/publishedOn", published.toString(), "from-page"));
        }
    }

    private LedgerEntry given(String target, String value, String reason) {
        return new LedgerEntry(text.place(), FieldFate.DEFAULTED, null, target, value, List.of(reason));
    }

    /** The day that holds for a line: that of its sentence, of its paragraph, or the only one of the text; of two neither. */
    private @Nullable Dated one(List<Dated> days, @Nullable Sentence sentence) {
        List<Dated> asked = days;
        if (sentence != null) {
            List<Dated> ofRow = days.stream()
                    .filter(each -> each.span().sentence().row() == sentence.row())
                    .toList();
            List<Dated> own = ofRow.stream()
                    .filter(each -> each.span().sentence() == sentence)
                    .toList();
            asked = !own.isEmpty() ? own : !ofRow.isEmpty() ? ofRow : days;
        }
        if (asked.isEmpty()) {
            return null;
        }
        Dated first = asked.get(0);
        Dated other = asked.stream()
                .filter(each -> !each.day().equals(first.day()))
                .findFirst()
                .orElse(null);
        if (other != null) {
            if (account.untouched(other.span())) {
                account.ambiguous(
                        other.span(), first.span().words(), other.span().words());
            }
            return null;
        }
        return first;
    }
}
