package org.gongkai.ingest.assistance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.PartialDate;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.Basis;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.grammar.DayText;
import org.gongkai.ingest.grammar.Days;
import org.gongkai.ingest.grammar.Labelled;
import org.gongkai.ingest.grammar.NoticeAccount;
import org.gongkai.ingest.grammar.NoticeHead;
import org.gongkai.ingest.grammar.Reports;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sentence;
import org.gongkai.ingest.grammar.Span;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.source.Reason;
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

    /** A district has as many characters at most, its last included. */
    private static final int LONGEST_DISTRICT = 6;

    /** What ends in a word of regions and is none: 农村社区建设局. */
    private static final List<String> NO_DISTRICTS = List.of("社区", "行政区", "园区", "城区", "城市", "小区");

    private static final List<String> TITLES =
            List.of("通知", "公告", "公示", "通告", "标准", "的决定", "情况", "公布", "说明", "一览", "一览表", "方案", "标准表");

    /** A day or month of the year in which the notice was written, from which something holds. */
    private static final Pattern THIS_YEAR =
            Pattern.compile("(?:今年|本年度?|当年)([\\d一二三四五六七八九十]{1,2})月份?(?:([\\d一二三四五六七八九十]{1,3})日)?()(?=起|开始|执行|实施|施行)");

    private static final List<String> STARTS = List.of("起", "开始", "执行", "实施", "施行");

    private static final List<String> OF_BEFORE = List.of("执行的", "实施的", "施行的");

    private final NoticeText text;
    private final NoticeAccount account;
    private final List<Dated> from = new ArrayList<>();
    /** From which day the notice itself holds: that of the standards where nothing else is said. */
    private final List<Dated> ofDocument = new ArrayList<>();

    private final List<Dated> until = new ArrayList<>();
    private final List<Founded> bases = new ArrayList<>();
    private final List<Agency> agencies;
    /** Whether the title names them; otherwise they stand below the text. */
    private final boolean named;

    private final @Nullable Span number;
    private final String title;
    private final @Nullable String report;
    private final @Nullable Signature signature;
    private @Nullable Dated published;
    private @Nullable Span publisher;
    private final List<Span> places = new ArrayList<>();

    /** A day, its words, and whether its year is that of the notice. */
    private record Dated(PartialDate day, Span span, boolean ofNotice) {

        Dated(PartialDate day, Span span) {
            this(day, span, false);
        }
    }

    /** A document on which the standards rest, and its words. */
    private record Founded(Basis basis, Span span) {}

    NoticeFacts(NoticeText text, List<Scanned> sentences, NoticeAccount account) {
        this.text = text;
        this.account = account;
        this.title = title(text, sentences);
        this.report = Reports.word(text);
        this.signature = Signature.of(sentences);
        List<Agency> titled = AgencyNames.agenciesOfTitle(title);
        this.named = !titled.isEmpty();
        this.agencies = named || signature == null ? titled : signature.agencies();
        this.number = NoticeHead.number(sentences);
        for (Scanned each : sentences) {
            read(each);
        }
        Labelled.of(sentences).forEach(this::labelled);
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
        // 甲县低保标准（2026年）
        String bare = first.replaceFirst("[（(][^（）()]{0,12}[）)]$", "");
        boolean titled = first.length() <= LONGEST_TITLE && TITLES.stream().anyMatch(bare::endsWith);
        return titled ? first : "";
    }

    private void read(Scanned sentence) {
        for (int i = 0; i < sentence.signs().size(); i++) {
            DayText said = sentence.signs().get(i).day();
            Days period = said == null ? null : period(sentence, i);
            PartialDate day = said == null ? null : said.partial();
            if (period != null) {
                from.add(new Dated(PartialDate.of(period.from()), period.fromSpan()));
                until.add(new Dated(PartialDate.of(period.until()), period.untilSpan()));
                i = sentence.at(period.untilSpan());
            } else if (day != null) {
                day(sentence, i, new Dated(day, sentence.span(sentence.signs().get(i))));
            }
        }
        ofThisYear(sentence);
        bases(sentence);
        made(sentence.sentence());
        places.addAll(NamedPlaces.of(sentence.sentence()));
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

    /** 自今年7月1日起: a day or month that is said without its year has that of the notice. */
    private void ofThisYear(Scanned sentence) {
        LocalDate written = signature != null ? signature.day() : text.publishedOn();
        Matcher said = THIS_YEAR.matcher(sentence.sentence().plain());
        while (written != null && said.find()) {
            int day = said.group(2) == null ? 0 : LegacyText.number(said.group(2));
            PartialDate date = new DayText(written.getYear(), LegacyText.number(said.group(1)), day).partial();
            if (date != null) {
                from.add(new Dated(date, new Span(sentence.sentence(), said.start(), said.end(3)), true));
            }
        }
    }

    /** 执行时间：2026年1月1日至2026年12月31日: the period that begins at a sign, where it is that of the standards; or null. */
    private static @Nullable Days period(Scanned sentence, int at) {
        int size = sentence.signs().size();
        Days days = Days.in(sentence, at, size);
        boolean here = days != null
                && days.fromSpan().from() == sentence.signs().get(at).from();
        boolean label = before(sentence, at, "day-label");
        boolean said = STARTS.stream().anyMatch(sentence.sentence().plain()::contains) && !otherDay(sentence, at);
        return here && (label || said) ? days : null;
    }

    private void day(Scanned sentence, int at, Dated dated) {
        PartialDate day = dated.day();
        // 2025年执行的标准 is a standard of before.
        boolean start = STARTS.stream().anyMatch(each -> sentence.follows(at, each))
                && OF_BEFORE.stream().noneMatch(each -> sentence.follows(at, each));
        boolean document = sentence.signs().stream().anyMatch(each -> each.is("day-document"));
        if (document && start) {
            ofDocument.add(dated);
        } else if (before(sentence, at, "day-last")
                || sentence.is(at + 1, "day-end") && before(sentence, at, "day-until")) {
            until.add(new Dated(day, sentence.span(Math.max(0, at - 1), at)));
        } else if (start && !otherDay(sentence, at) || before(sentence, at, "day-label")) {
            from.add(dated);
        }
    }

    private static boolean before(Scanned sentence, int at, String sort) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            if (sentence.is(i, sort)) {
                return true;
            }
            boolean between = sentence.mark(i, ":") || sentence.is(i, "is") || sentence.is(i, "from");
            if (!between && !"自".equals(sentence.text(i, i + 1))) {
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

    /** The document that sets the standards: the one it names, or the notice itself under its own number. */
    private @Nullable Founded basis() {
        if (bases.isEmpty() && number != null && !forwards() && !title.isEmpty()) {
            DocumentNumber own = DocumentNumber.read(number.words()).value();
            return new Founded(new Basis(title, own), number);
        }
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
        return named ? region(agencies.get(0)) : NamedPlaces.ofTitle(title);
    }

    private static @Nullable String region(Agency agency) {
        String name = agency.text();
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
            entries.put("from", taken(start, "/effectiveFrom"));
        }
        Dated end = one(until, sentence);
        if (end != null) {
            line.effectiveTo(end.day());
            entries.put("to", taken(end, "/effectiveTo"));
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

    /** The account of a day, which says whether its year is that of the notice. */
    private LedgerEntry taken(Dated day, String target) {
        LedgerEntry entry = account.taken(day.span(), target, day.day().text());
        return day.ofNotice()
                ? new LedgerEntry(
                        entry.location(),
                        entry.fate(),
                        entry.value(),
                        target,
                        entry.result(),
                        List.of(Reason.FROM_TEXT.code(), Reason.YEAR_OF_NOTICE.code()))
                : entry;
    }

    /** Whether a notice makes public what another document sets. */
    private boolean forwards() {
        return Stream.of("公布", "公示", "转发", "公开").anyMatch(title::contains);
    }

    /** What the title and the source say: whose notice it is, when it was published. */
    private void beside(AssistanceStandardBuilder line, AssistanceStandard defaults, Map<String, LedgerEntry> entries) {
        boolean forwards = forwards();
        if (publisher != null && defaults.publisher() == null) {
            line.publisher(Agency.parse(publisher.words()));
            entries.put("publisher", account.taken(publisher, "/publisher", publisher.words()));
        } else if (!agencies.isEmpty() && forwards && defaults.publisher() == null) {
            line.publisher(agencies.get(0));
            entries.put("publisher", whose("/publisher", agencies.get(0).text(), 0));
        }
        if (!agencies.isEmpty() && !forwards && defaults.setBy().isEmpty()) {
            line.setBy(agencies);
            String names = String.join("、", agencies.stream().map(Agency::text).toList());
            entries.put("setBy", whose("/setBy", names, 0));
            if (!named && signature != null) {
                for (int i = 1; i < signature.names().size(); i++) {
                    entries.put("setBy" + i, whose("/setBy", names, i));
                }
            }
        }
        issued(line, defaults, entries);
        String region = region();
        if (defaults.place() == null && region != null) {
            line.place(region);
            entries.put("place", given("/place", region, Reason.FROM_TITLE.code()));
        } else if (defaults.place() == null
                && places.stream().map(Span::plain).distinct().count() == 1) {
            Span place = places.get(0);
            line.place(place.words());
            entries.put("place", account.taken(place, "/place", place.words()));
        } else if (defaults.place() == null && places.isEmpty() && !named && !agencies.isEmpty()) {
            String signed = region(agencies.get(0));
            if (signed != null) {
                line.place(signed);
                entries.put("place", whose("/place", signed, 0));
            }
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
        boolean own = signature != null
                && (!named && !title.isEmpty()
                        || !agencies.isEmpty() && signature.agencies().equals(agencies))
                && !title.contains("转发")
                && !title.contains("公示");
        if (own && defaults.issuedOn() == null) {
            line.issuedOn(signature.day());
            entries.put(
                    "issued",
                    account.taken(signature.span(), "/issuedOn", signature.day().toString()));
        }
    }

    /** The account of a value from the names in the title, or else below the text. */
    private LedgerEntry whose(String target, String value, int line) {
        return named || signature == null || signature.names().isEmpty()
                ? given(target, value, Reason.FROM_TITLE.code())
                : account.taken(signature.names().get(line), target, value);
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
