package org.gongkai.ingest.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.decision.Adoption;
import org.gongkai.core.decision.ConsultationWay;
import org.gongkai.core.decision.Opinion;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.decision.PublicConsultationBuilder;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.grammar.DayText;
import org.gongkai.ingest.grammar.Days;
import org.gongkai.ingest.grammar.Labelled;
import org.gongkai.ingest.grammar.NoticeAccount;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sentence;
import org.gongkai.ingest.grammar.Sign;
import org.gongkai.ingest.grammar.Span;
import org.gongkai.ingest.notice.NoticeReading;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.table.Defaulted;
import org.gongkai.ingest.text.AgencyNames;
import org.jspecify.annotations.Nullable;

/**
 * Reads what became of the public's opinions from running text: how many came, how many were adopted, in which period they were
 * asked for. That none came is a result. One text, one use.
 */
final class FeedbackNotice {

    private static final String KIND = "decision";
    private static final int LONGEST_TITLE = 100;
    /** So many lines at the end may hold the signature. */
    private static final int SIGNATURE = 4;

    /** By one of these behind a number it counts opinions. */
    private static final List<String> OPINIONS = List.of(
            "opinion", "adopted", "partly", "rejected", "all", "received", "none", "channel", "count", "reason");

    private final NoticeText text;
    private final PublicConsultation defaults;
    private final List<Scanned> sentences;
    private final NoticeAccount account = new NoticeAccount();
    private final PublicConsultationBuilder consultation;
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private final Set<String> disputed = new HashSet<>();

    private @Nullable Integer received;
    private @Nullable Integer adopted;
    private @Nullable Integer partly;
    private @Nullable Integer rejected;

    FeedbackNotice(NoticeText text, List<Scanned> sentences, PublicConsultation defaults) {
        this.text = text;
        this.sentences = sentences;
        this.defaults = defaults;
        this.consultation = PublicConsultationBuilder.builder(defaults);
    }

    /** Whether a text tells what became of opinions; the title may be the one to name them. */
    static boolean speaks(NoticeText text, List<Scanned> sentences) {
        String title = Objects.requireNonNullElse(text.title(), "");
        boolean asked = title.contains("意见") || title.contains("建议");
        boolean told = false;
        for (Scanned each : sentences) {
            String plain = each.sentence().plain();
            String word = each.sentence().numbering().word();
            asked |= (plain + word).contains("意见") || (plain + word).contains("建议");
            told |= each.signs().stream()
                    .anyMatch(sign -> sign.is("none") || sign.is("adopted") || sign.is("rejected"));
            told |= !counted(each).isEmpty() && has(each, 0, each.signs().size(), "received");
        }
        return asked && told;
    }

    NoticeReading<DisclosureRecord> read() {
        NumberedOpinions opinions = NumberedOpinions.of(sentences);
        sentences.stream()
                .filter(each -> !opinions.holds(each) && !ofTheRest(each, opinions))
                .forEach(this::counts);
        opinions(opinions);
        boolean counted = received != null || adopted != null || rejected != null || given.contains("/opinions");
        if (!counted) {
            SourceProblem why = NoticeAccount.missing(
                    "source.text.noCount",
                    text.place(),
                    sentences,
                    each -> each.is("adopted") || each.is("partly") || each.is("rejected") || each.is("none"));
            return new NoticeReading<>(List.of(), account.ledger(), account.problems(), why);
        }
        Location origin = ledger.get(0).location();
        disputed.forEach(each -> account.withdraw(ledger, each));
        consultation
                .received(settled("/received", received, defaults.received()))
                .adopted(settled("/adopted", adopted, defaults.adopted()))
                .partlyAdopted(settled("/partlyAdopted", partly, defaults.partlyAdopted()))
                .rejected(settled("/rejected", rejected, defaults.rejected()));
        List<Scanned> others =
                sentences.stream().filter(each -> !opinions.holds(each)).toList();
        Labelled.of(others).forEach(this::labelled);
        period();
        others.forEach(this::reasons);
        subject();
        published();
        body();
        return made(origin);
    }

    /** 其余3条均已采纳 behind opinions of which some are adopted counts the others alone, and is no number of all. */
    private static boolean ofTheRest(Scanned sentence, NumberedOpinions opinions) {
        return NumberedOpinions.rest(sentence)
                && sentence.signs().stream()
                        .map(NumberedOpinions::outcome)
                        .filter(Objects::nonNull)
                        .anyMatch(each -> count(opinions.items(), each) > 0);
    }

    /** The opinions one by one; where the text counts none of them, they are counted. */
    private void opinions(NumberedOpinions numbered) {
        List<NumberedOpinions.Item> items = numbered.items();
        if (items.isEmpty()) {
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            NumberedOpinions.Item each = items.get(i);
            String pointer = "/opinions/" + i;
            Opinion opinion = each.opinion();
            take(each.text(), pointer + "/text", opinion.text());
            take(List.of(each.adoption().span()), pointer + "/adoption", String.valueOf(opinion.adoption()));
            take(each.reason(), pointer + "/reason", opinion.reason());
        }
        given.add("/opinions");
        consultation.opinions(items.stream().map(NumberedOpinions.Item::opinion).toList());
        numbered.unsure().forEach(each -> account.unread(each.sentence().whole(), "not-read", KIND));
        boolean all = numbered.unsure().isEmpty() && sentences.stream().noneMatch(NumberedOpinions::rest);
        if (received == null && adopted == null && rejected == null && all) {
            received = derived("/received", items.size());
            adopted = derived("/adopted", count(items, Adoption.Outcome.ADOPTED));
            partly = derived("/partlyAdopted", count(items, Adoption.Outcome.PARTLY_ADOPTED));
            rejected = derived("/rejected", count(items, Adoption.Outcome.REJECTED));
        }
    }

    private void take(List<Span> words, String pointer, @Nullable String value) {
        words.forEach(each -> ledger.add(account.taken(each, pointer, Objects.requireNonNullElse(value, ""))));
    }

    private static int count(List<NumberedOpinions.Item> items, Adoption.Outcome outcome) {
        return (int) items.stream()
                .filter(each -> each.adoption().outcome() == outcome)
                .count();
    }

    private Integer derived(String pointer, int count) {
        given.add(pointer);
        ledger.add(new LedgerEntry(
                text.place(), FieldFate.DEFAULTED, null, pointer, Integer.toString(count), List.of("counted")));
        return count;
    }

    /** A number that was said once, else that of the defaults. */
    private @Nullable Integer settled(String pointer, @Nullable Integer said, @Nullable Integer otherwise) {
        return said == null || disputed.contains(pointer) ? otherwise : said;
    }

    private NoticeReading<DisclosureRecord> made(Location origin) {
        PublicConsultation record = consultation.build();
        ledger.addAll(Defaulted.entries(record, defaults, origin, given));
        Scanned last = sentences.get(sentences.size() - 1);
        Sign sign = last.signs().get(last.signs().size() - 1);
        if (sign.day() != null && account.untouched(last.span(sign))) {
            account.leave(last.span(sign), "signature");
        }
        account.leftOver(sentences, FeedbackNotice::ofKind, KIND);
        String words =
                text.lines().stream().limit(20).map(NoticeText.Line::text).collect(Collectors.joining("\n"));
        return new NoticeReading<>(
                List.of(new NoticeReading.Read<>(record, origin, words, ledger)), account.ledger(), account.problems());
    }

    private static boolean ofKind(Scanned sentence, Sign sign) {
        String plain = sentence.sentence().plain();
        boolean counted = sign.kind() == Sign.Kind.NUMBER
                && sign.to() < plain.length()
                && "条件份".indexOf(plain.charAt(sign.to())) >= 0;
        DayText day = sign.day();
        return counted || day != null && day.date() != null;
    }

    // ---- counts

    private void counts(Scanned sentence) {
        List<Integer> numbers = counted(sentence);
        if (none(sentence)) {
            return;
        }
        List<Integer> channels = new ArrayList<>();
        int first = 0;
        for (int at : numbers) {
            OpinionCount counted = OpinionCount.of(sentence, first, at);
            Integer count = count(sentence, at);
            if (count != null && counted != null) {
                switch (counted.sort()) {
                    case "adopted" -> adopted = once(adopted, count, sentence, at, "/adopted");
                    case "partly" -> partly = once(partly, count, sentence, at, "/partlyAdopted");
                    case "rejected" -> rejected = once(rejected, count, sentence, at, "/rejected");
                    case "channel" -> channels.add(at);
                    default -> received = once(received, count, sentence, at, "/received");
                }
            }
            first = counted == null ? at + 2 : Math.max(at + 2, counted.end());
        }
        channels(sentence, channels);
        all(sentence);
    }

    /** The signs of numbers that count opinions. */
    static List<Integer> counted(Scanned sentence) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i + 1 < sentence.signs().size(); i++) {
            Sign sign = sentence.signs().get(i);
            boolean article = sign.from() > 0 && sentence.sentence().plain().startsWith("第", sign.from() - 1);
            if (sign.kind() == Sign.Kind.NUMBER
                    && sentence.is(i + 1, "count")
                    && !article
                    && opinions(sentence, i + 2)) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    /** Whether what is counted is opinions: 先在2条线路试点 counts something else. */
    private static boolean opinions(Scanned sentence, int from) {
        int end = from;
        while (end < sentence.signs().size() && !sentence.mark(end, ",:()、")) {
            boolean told = OPINIONS.stream().anyMatch(sentence.signs().get(end)::is)
                    || sentence.signs().get(end).kind() == Sign.Kind.NUMBER;
            if (told) {
                return true;
            }
            end++;
        }
        return end == from;
    }

    private static @Nullable Integer count(Scanned sentence, int at) {
        BigDecimal number = sentence.signs().get(at).number();
        boolean whole = number != null && number.scale() <= 0 && number.precision() <= 6;
        return whole ? Integer.valueOf(number.intValue()) : null;
    }

    private static boolean has(Scanned sentence, int from, int to, String sort) {
        for (int i = from; i < to; i++) {
            if (sentence.is(i, sort)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Integer once(@Nullable Integer before, Integer count, Scanned sentence, int at, String pointer) {
        Span span = sentence.span(at, at + 1);
        if (before == null) {
            take(span, pointer, count.toString());
            return count;
        }
        if (!before.equals(count)) {
            account.ambiguous(span, before.toString(), count.toString());
            disputed.add(pointer);
        } else {
            account.leave(span, "same-value");
        }
        return before;
    }

    /** 网上留言3条，电话反馈13次: what came by each way is counted together where no total is said. */
    private void channels(Scanned sentence, List<Integer> channels) {
        int sum = 0;
        for (int each : channels) {
            Integer count = count(sentence, each);
            sum += count == null ? 0 : count;
        }
        boolean whole = has(sentence, 0, sentence.signs().size(), "whole");
        if (!channels.isEmpty() && received != null && (sum > received || !whole && sum != received)) {
            int last = channels.get(channels.size() - 1);
            account.ambiguous(sentence.span(last, last + 1), received.toString(), Integer.toString(sum));
            disputed.add("/received");
            return;
        }
        if (channels.isEmpty() || received != null) {
            channels.forEach(each -> account.leave(sentence.span(each, each + 1), "part"));
            return;
        }
        received = sum;
        take(sentence.span(channels.get(0), channels.get(channels.size() - 1) + 1), "/received", Integer.toString(sum));
    }

    /** 未收到意见: nothing came, which is a result. */
    private boolean none(Scanned sentence) {
        for (int i = 0; i < sentence.signs().size(); i++) {
            if (!sentence.is(i, "none")) {
                continue;
            }
            int end = i;
            for (int j = i + 1; j < sentence.signs().size() && !sentence.mark(j, ",("); j++) {
                end = sentence.is(j, "opinion") ? j : end;
            }
            boolean of = end > i || sentence.text(i, i + 1).contains("意见");
            if (of) {
                if (received != null && received != 0) {
                    account.ambiguous(sentence.span(i, end), received.toString(), "0");
                    disputed.add("/received");
                    return true;
                }
                received = 0;
                take(sentence.span(i, end), "/received", "0");
                return true;
            }
        }
        return false;
    }

    /** 均予采纳, 全部采纳. */
    private void all(Scanned sentence) {
        for (int i = 0; i + 1 < sentence.signs().size(); i++) {
            boolean every = sentence.is(i, "all") && received != null;
            if (every && sentence.is(i + 1, "adopted") && adopted == null) {
                adopted = received;
                take(sentence.span(i, i + 1), "/adopted", String.valueOf(received));
            } else if (every && sentence.is(i + 1, "rejected") && rejected == null) {
                rejected = received;
                take(sentence.span(i, i + 1), "/rejected", String.valueOf(received));
            }
        }
    }

    // ---- when, what, who, why

    private void labelled(Labelled each) {
        if (each.field().equals("published")) {
            LocalDate day = day(each.text(), each.first());
            if (day != null && given.add("/feedbackPublishedOn")) {
                take(each.text().span(each.text().signs().get(each.first())), "/feedbackPublishedOn", day.toString());
                consultation.feedbackPublishedOn(day);
            }
        } else if (each.field().equals("period")) {
            Days days = Days.in(each.text(), each.first(), each.end());
            if (days != null && !given.contains("/openFrom")) {
                open(days);
            }
        } else if (each.field().equals("ways")
                && defaults.ways().isEmpty()
                && defaults.channels().isEmpty()) {
            ways(each.span());
        } else if (each.field().equals("reason") && !given.contains("/rejectionReasons")) {
            reasons(each.span());
        }
    }

    /** 征集方式：政府网站、座谈会: how the public was asked, and where. */
    private void ways(Span span) {
        List<ConsultationWay> ways = new ArrayList<>();
        List<String> channels = new ArrayList<>();
        int from = 0;
        String plain = span.plain();
        for (int i = 0; i <= plain.length(); i++) {
            if (i < plain.length() && "、,和及".indexOf(plain.charAt(i)) < 0) {
                continue;
            }
            if (i > from) {
                Span part = new Span(span.sentence(), span.from() + from, span.from() + i);
                ConsultationWay way = ConsultationWay.parse(part.words());
                if (way.wellFormed()) {
                    take(part, "/ways/" + ways.size(), way.text());
                    ways.add(way);
                } else {
                    take(part, "/channels/" + channels.size(), part.words());
                    channels.add(part.words());
                }
            }
            from = i + 1;
        }
        given.add("/ways");
        given.add("/channels");
        consultation.ways(ways).channels(channels);
    }

    private static @Nullable LocalDate day(Scanned sentence, int at) {
        DayText day = at < sentence.signs().size() ? sentence.signs().get(at).day() : null;
        return day == null ? null : day.date();
    }

    /** The days from one to another of a sentence that speaks of asking; or the day of the notice and that behind 截止. */
    private void period() {
        for (Scanned each : sentences) {
            int size = each.signs().size();
            Days days = Days.in(each, 0, size);
            boolean asking = has(each, 0, size, "asking")
                    || has(each, 0, size, "received")
                    || IntStream.range(0, size).anyMatch(i -> "period".equals(each.value(i, Labelled.LABEL)));
            if (days != null && asking && !given.contains("/openFrom")) {
                open(days);
                return;
            }
        }
        sentences.forEach(this::closing);
    }

    private void open(Days days) {
        take(days.fromSpan(), "/openFrom", days.from().toString());
        take(days.untilSpan(), "/openUntil", days.until().toString());
        consultation.openFrom(days.from()).openUntil(days.until());
    }

    /** 2022年8月7日在网站发布……，截止2022年9月7日: the day behind 截止, and that before it in the sentence. */
    private void closing(Scanned sentence) {
        int opened = -1;
        for (int i = 0; i < sentence.signs().size(); i++) {
            int at = sentence.mark(i + 1, ":") ? i + 2 : i + 1;
            LocalDate day = sentence.is(i, "until") ? day(sentence, at) : null;
            if (day != null && !given.contains("/openUntil")) {
                LocalDate from = opened < 0 ? null : day(sentence, opened);
                if (from != null && !given.contains("/openFrom") && !from.isAfter(day)) {
                    take(sentence.span(sentence.signs().get(opened)), "/openFrom", from.toString());
                    consultation.openFrom(from);
                }
                take(sentence.span(sentence.signs().get(at)), "/openUntil", day.toString());
                consultation.openUntil(day);
                return;
            }
            opened = opened < 0
                            && day(sentence, i) != null
                            && has(sentence, i, sentence.signs().size(), "posted")
                    ? i
                    : opened;
        }
    }

    /** 未采纳2条，理由是……: the reasons go to the end of the sentence. */
    private void reasons(Scanned sentence) {
        if (rejected == null || rejected == 0 || given.contains("/rejectionReasons")) {
            return;
        }
        int size = sentence.signs().size();
        for (int i = 0; i + 2 < size; i++) {
            boolean reason = sentence.is(i, "reason")
                    && (sentence.mark(i + 1, ":")
                            || "是".equals(sentence.text(i + 1, i + 2))
                            || "为".equals(sentence.text(i + 1, i + 2)));
            if (reason) {
                int from = sentence.mark(i + 2, ":") && i + 3 < size ? i + 3 : i + 2;
                reasons(sentence.span(from, size - 1));
                return;
            }
        }
    }

    /** The reasons that begin there, with the sentences of the line that go on with them: 1.……；2.…… */
    private void reasons(Span first) {
        List<Span> all = new ArrayList<>(List.of(first));
        int row = first.sentence().row();
        boolean behind = false;
        for (Scanned each : sentences) {
            if (behind && (each.sentence().row() != row || tellsMore(each))) {
                break;
            }
            if (behind) {
                all.add(each.sentence().whole());
            }
            behind |= each.sentence() == first.sentence();
        }
        String words = between(first, all.get(all.size() - 1), row);
        all.forEach(each -> take(each, "/rejectionReasons", words));
        consultation.rejectionReasons(words);
    }

    private static boolean tellsMore(Scanned sentence) {
        return sentence.signs().stream()
                .anyMatch(sign -> sign.is("adopted")
                        || sign.is("partly")
                        || sign.is("rejected")
                        || sign.is("received")
                        || sign.is(Labelled.LABEL));
    }

    /** The words of a line of the source from one piece to another. */
    private String between(Span first, Span last, int row) {
        Integer from = first.place().column();
        Integer to = last.place().column();
        if (first == last || from == null || to == null) {
            return first.words();
        }
        return text.lines().stream()
                .filter(each -> each.number() == row)
                .map(each ->
                        each.text().substring(from - 1, to - 1 + last.words().length()))
                .findFirst()
                .orElse(first.words());
    }

    /** What was asked about: the first title in its marks, in the title of the page or in the text. */
    private void subject() {
        if (defaults.title() != null || defaults.matter() != null) {
            return;
        }
        String title = text.title();
        String named = title == null ? null : marked(title);
        if (named != null) {
            given.add("/title");
            ledger.add(
                    new LedgerEntry(text.place(), FieldFate.DEFAULTED, null, "/title", named, List.of("from-title")));
            consultation.title(named);
            return;
        }
        for (Scanned each : sentences) {
            String plain = each.sentence().plain();
            int open = plain.indexOf('《');
            int close = open < 0 ? -1 : plain.indexOf('》', open);
            if (close > open + 1 && close - open <= LONGEST_TITLE) {
                Span span = new Span(each.sentence(), open + 1, close);
                take(span, "/title", span.words());
                consultation.title(span.words());
                return;
            }
        }
    }

    private static @Nullable String marked(String title) {
        int open = title.indexOf('《');
        int close = open < 0 ? -1 : title.indexOf('》', open);
        return close > open + 1 ? title.substring(open + 1, close) : null;
    }

    private void published() {
        LocalDate day = text.publishedOn();
        if (day != null && defaults.feedbackPublishedOn() == null && given.add("/feedbackPublishedOn")) {
            ledger.add(new LedgerEntry(
                    text.place(),
                    FieldFate.DEFAULTED,
                    null,
                    "/feedbackPublishedOn",
                    day.toString(),
                    List.of("from-page")));
            consultation.feedbackPublishedOn(day);
        }
    }

    /** The agency below the text. */
    private void body() {
        if (defaults.body() != null) {
            return;
        }
        for (int i = sentences.size() - 1; i >= Math.max(1, sentences.size() - SIGNATURE); i--) {
            Sentence each = sentences.get(i).sentence();
            if (AgencyNames.isAgency(each.words())) {
                take(each.whole(), "/body", each.words());
                consultation.body(Agency.parse(each.words()));
                return;
            }
        }
    }

    private void take(Span span, String pointer, String value) {
        given.add(pointer);
        ledger.add(account.taken(span, pointer, value));
    }
}
