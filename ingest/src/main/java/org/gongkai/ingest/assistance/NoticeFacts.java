package org.gongkai.ingest.assistance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.PartialDate;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.Basis;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.grammar.DayText;
import org.gongkai.ingest.grammar.Labelled;
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
    private static final List<String> FOUNDED = List.of("根据", "按照", "依据", "依照", "转发");

    /** 现将甲县困难群众救助标准调整如下: the place between words for what is done and for whom. */
    private static final Pattern PLACE =
            Pattern.compile("(?:现将|调整|提高|公布|确定)(\\p{IsHan}{1,10}[市县区旗省州])(?:困难群众|城乡|城市|农村|社会救助|低保|最低生活保障|特困|孤儿)");

    /** 甲市关于调整…: a title that begins with a place and names no agency. */
    private static final Pattern PLACE_OF_TITLE =
            Pattern.compile("(\\p{IsHan}{1,10}[市县区旗省州])(?:关于|调整|提高|公布|\\d{4}年).*");

    /** A word that stands for the place of whoever writes, and names none. */
    private static final List<String> NO_NAMES = List.of("全", "我", "本", "各", "该", "等", "城");

    /** A district has as many characters at most, its last included. */
    private static final int LONGEST_DISTRICT = 6;

    /** What ends in a word of regions and is none: 农村社区建设局. */
    private static final List<String> NO_DISTRICTS = List.of("社区", "行政区", "园区", "城区", "城市", "小区");

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
    private final @Nullable Signature signature;
    private @Nullable Dated published;
    private @Nullable Span publisher;
    private final List<Span> places = new ArrayList<>();

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
        Labelled.of(sentences).forEach(this::labelled);
        this.signature = Signature.of(sentences);
    }

    /** 发布日期：2024年3月1日, 发布机关：甲县民政局. */
    private void labelled(Labelled each) {
        DayText day = each.text().signs().get(each.first()).day();
        PartialDate date = day == null ? null : day.partial();
        if (each.field().equals("published") && date != null && published == null) {
            published = new Dated(date, each.text().span(each.text().signs().get(each.first())));
        } else if (each.field().equals("publisher")
                && AgencyNames.isAgency(each.span().words())
                && publisher == null) {
            publisher = each.span();
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
        made(sentence.sentence());
        Matcher place = PLACE.matcher(sentence.sentence().plain());
        while (place.find()) {
            if (named(place.group(1))) {
                places.add(new Span(sentence.sentence(), place.start(1), place.end(1)));
            }
        }
    }

    /** Whether words name a place: 全市 and 我区 name none. */
    private static boolean named(String place) {
        return place.length() > 2 && NO_NAMES.stream().noneMatch(place::startsWith);
    }

    /** 以上标准由甲县民政局公布. */
    private void made(Sentence sentence) {
        String plain = sentence.plain();
        int end = Math.max(plain.lastIndexOf("公布"), plain.lastIndexOf("发布"));
        int by = end < 0 ? -1 : plain.lastIndexOf('由', end);
        boolean named = by >= 0 && AgencyNames.isAgency(plain.substring(by + 1, end));
        if (named && end + "公布".length() == plain.length() && publisher == null) {
            publisher = new Span(sentence, by + 1, end);
        }
    }

    // ---- days

    private void day(Scanned sentence, int at, PartialDate day) {
        boolean start = STARTS.stream().anyMatch(each -> sentence.follows(at, each));
        boolean document = sentence.signs().stream().anyMatch(each -> each.is("day-document"));
        if (document && start) {
            ofDocument.add(new Dated(day, sentence.span(sentence.signs().get(at))));
        } else if (before(sentence, at, "day-last")
                || sentence.is(at + 1, "day-end") && before(sentence, at, "day-until")) {
            until.add(new Dated(day, sentence.span(Math.max(0, at - 1), at)));
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
            } else if (end < 0 && founds(plain, open, close)) {
                Span span = new Span(sentence.sentence(), open, close + 1);
                bases.add(new Founded(new Basis(sentence.sentence().words(open + 1, close), null), span));
            }
            open = close;
        }
    }

    /** 根据《关于调整救助标准的通知》, without its number: a paper on the standards, and no law. */
    private static boolean founds(String plain, int open, int close) {
        String title = plain.substring(open, close);
        return title.contains("标准") && FOUNDED.stream().anyMatch(each -> plain.startsWith(each, open - each.length()));
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

    /** The region at the beginning of the name of the agency in the title, with the district of a city; or null. */
    private @Nullable String region() {
        if (agencies.isEmpty()) {
            Matcher begins = PLACE_OF_TITLE.matcher(title);
            return begins.matches() && named(begins.group(1)) ? begins.group(1) : null;
        }
        String name = agencies.get(0).text();
        int first = end(name, 0);
        int second = first < 0 || name.charAt(first - 1) == '省' ? -1 : end(name, first);
        boolean district = second > 0
                && second - first <= LONGEST_DISTRICT
                && NO_DISTRICTS.stream().noneMatch(name.substring(first, second)::endsWith);
        return first < 0 ? null : name.substring(0, district ? second : first);
    }

    /** Behind the word of a region that begins there, or -1: two characters at least stand before 市, 县 and the like. */
    private static int end(String name, int from) {
        for (int i = from + 2; i < name.length() - 1; i++) {
            if ("市县区旗省".indexOf(name.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return -1;
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
        if (publisher != null && defaults.publisher() == null) {
            line.publisher(Agency.parse(publisher.words()));
            entries.put("publisher", account.taken(publisher, "/publisher", publisher.words()));
        } else if (!agencies.isEmpty() && forwards && defaults.publisher() == null) {
            line.publisher(agencies.get(0));
            entries.put("publisher", given("/publisher", agencies.get(0).text(), "from-title"));
        }
        if (!agencies.isEmpty() && !forwards && defaults.setBy().isEmpty()) {
            line.setBy(agencies);
            entries.put(
                    "setBy",
                    given(
                            "/setBy",
                            String.join("、", agencies.stream().map(Agency::text).toList()),
                            "from-title"));
            issued(line, defaults, entries);
        }
        String region = region();
        if (defaults.place() == null && region != null) {
            line.place(region);
            entries.put("place", given("/place", region, "from-title"));
        } else if (defaults.place() == null
                && places.stream().map(Span::plain).distinct().count() == 1) {
            Span place = places.get(0);
            line.place(place.words());
            entries.put("place", account.taken(place, "/place", place.words()));
        }
        published(line, defaults, entries);
    }

    private void published(
            AssistanceStandardBuilder line, AssistanceStandard defaults, Map<String, LedgerEntry> entries) {
        LocalDate ofPage = text.publishedOn();
        LocalDate labelled = published == null ? null : published.day().date();
        if (defaults.publishedOn() != null) {
            return;
        }
        if (ofPage != null) {
            line.publishedOn(ofPage);
            entries.put("published", given("/publishedOn", ofPage.toString(), "from-page"));
        } else if (published != null && labelled != null) {
            line.publishedOn(labelled);
            entries.put("published", account.taken(published.span(), "/publishedOn", labelled.toString()));
        }
    }

    /** The day below the text, where those who set the standards have signed it. */
    private void issued(AssistanceStandardBuilder line, AssistanceStandard defaults, Map<String, LedgerEntry> entries) {
        boolean own = signature != null && signature.agencies().equals(agencies);
        if (own && defaults.issuedOn() == null) {
            line.issuedOn(signature.day());
            entries.put(
                    "issued",
                    account.taken(signature.span(), "/issuedOn", signature.day().toString()));
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
