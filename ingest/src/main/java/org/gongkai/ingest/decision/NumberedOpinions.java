package org.gongkai.ingest.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.decision.Adoption;
import org.gongkai.core.decision.Opinion;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sentence;
import org.gongkai.ingest.grammar.Sign;
import org.gongkai.ingest.grammar.Span;
import org.gongkai.ingest.text.AgencyNames;
import org.jspecify.annotations.Nullable;

/**
 * The opinions of a feedback that stand one by one in numbered lines, each with what became of it: 一、建议增加树种。采纳。 Under a
 * heading such as 未采纳的意见 its word holds for the lines below. A line of which no such word is sure is none. One text, one use.
 */
final class NumberedOpinions {

    /** A longer line with such a word is no heading, in characters. */
    private static final int LONGEST_HEADING = 30;

    private static final List<String> HEADINGS = List.of(":", "意见", "建议", "理由", "原因", ")", "条", "情况");

    private static final List<String> REST = List.of("其余", "其他", "其它", "剩余", "余下", "另有", "另外");

    private static final List<String> ADOPTIONS = List.of("partly", "rejected", "adopted");

    /** What stands before an opinion in its line, and is no part of it: 意见：. */
    private static final List<String> CALLED = List.of("意见", "建议", "意见内容", "意见建议", "建议内容");

    private final List<Item> items = new ArrayList<>();
    private final Set<Sentence> sentences = new HashSet<>();
    private final List<Scanned> unsure = new ArrayList<>();

    /**
     * An opinion with the words of its parts.
     *
     * @param number its number in the text
     * @param text what it says
     * @param adoption what became of it
     * @param reason why, empty where nothing is said
     */
    record Item(String number, List<Span> text, Verdict adoption, List<Span> reason) {

        Opinion opinion() {
            return new Opinion(
                    number,
                    null,
                    words(text),
                    null,
                    Adoption.of(adoption.outcome()),
                    reason.isEmpty() ? null : words(reason));
        }
    }

    /** The word for what became of an opinion, or of all below a heading. */
    record Verdict(Adoption.Outcome outcome, Span span) {}

    /** Where a word for what became of an opinion stands in its lines. */
    private record Found(int sentence, int sign, Verdict verdict) {}

    private NumberedOpinions() {}

    /** The opinions of a text; none where it lists none. */
    static NumberedOpinions of(List<Scanned> text) {
        NumberedOpinions opinions = new NumberedOpinions();
        @Nullable Verdict heading = null;
        int level = 0;
        for (int i = 0; i < text.size(); ) {
            int own = level(text.get(i));
            int end = i + 1;
            while (end < text.size()
                    && own > 0
                    && !begins(text.get(end))
                    && !ends(text.get(end))
                    && bare(text, end) == null) {
                end++;
            }
            List<Scanned> lines = text.subList(i, end);
            Verdict above = own == 0 ? bare(text, i) : end - i == 1 ? heading(lines.get(0)) : null;
            if (above != null) {
                heading = above;
                level = own;
            } else if (own > 0) {
                heading = own > level ? heading : null;
                opinions.take(lines, heading);
            }
            i = end;
        }
        return opinions;
    }

    List<Item> items() {
        return items;
    }

    /** Whether a sentence is part of an opinion. */
    boolean holds(Scanned sentence) {
        return sentences.contains(sentence.sentence());
    }

    /** The sentences of lines among the opinions of which it is not sure what became of them. */
    List<Scanned> unsure() {
        return items.isEmpty() ? List.of() : unsure;
    }

    private static boolean begins(Scanned sentence) {
        return sentence.sentence().first() && level(sentence) > 0;
    }

    /** Whether a sentence speaks of the opinions that are not listed: 其余3条均已采纳. */
    static boolean rest(Scanned sentence) {
        return REST.stream().anyMatch(sentence.sentence().plain()::startsWith);
    }

    /** Whether a line is the signature or its day, or about the opinions that are not listed. */
    private static boolean ends(Scanned each) {
        boolean day = each.signs().size() == 1 && each.signs().get(0).day() != null;
        return each.sentence().first()
                && (day || rest(each) || AgencyNames.isAgency(each.sentence().words()));
    }

    /** The level of the number of a line; 0 for none. */
    private static int level(Scanned sentence) {
        return sentence.sentence().first() ? sentence.sentence().numbering().level() : 0;
    }

    /** How many characters a beginning such as 意见： takes; 0 where there is none. */
    private static int called(Scanned sentence) {
        String plain = sentence.sentence().plain();
        int colon = plain.indexOf(':');
        return colon > 0 && CALLED.contains(plain.substring(0, colon)) ? colon + 1 : 0;
    }

    /** 未采纳的意见及理由： and the like, which say what became of all below. */
    private static @Nullable Verdict heading(Scanned line) {
        String plain = line.sentence().plain();
        if (plain.length() > LONGEST_HEADING || plain.contains(",")) {
            return null;
        }
        List<Verdict> all = new ArrayList<>();
        for (Sign each : line.signs()) {
            Adoption.Outcome outcome = outcome(each);
            if (outcome != null) {
                all.add(new Verdict(outcome, line.span(each)));
            }
        }
        boolean heading = HEADINGS.stream().anyMatch(plain::endsWith);
        return heading && all.stream().map(Verdict::outcome).distinct().count() == 1 ? all.get(0) : null;
    }

    /** The word of a heading without a number, right above the first of the lines it is for; or null. */
    private static @Nullable Verdict bare(List<Scanned> text, int at) {
        Scanned line = text.get(at);
        boolean above = line.sentence().first() && level(line) == 0 && at + 1 < text.size() && begins(text.get(at + 1));
        return above ? heading(line) : null;
    }

    /** What became of opinions, by a word; or null. */
    static Adoption.@Nullable Outcome outcome(Sign sign) {
        String sort = ADOPTIONS.stream().filter(sign::is).findFirst().orElse(null);
        return sort == null
                ? null
                : switch (sort) {
                    case "partly" -> Adoption.Outcome.PARTLY_ADOPTED;
                    case "rejected" -> Adoption.Outcome.REJECTED;
                    default -> Adoption.Outcome.ADOPTED;
                };
    }

    private void take(List<Scanned> lines, @Nullable Verdict heading) {
        if (lines.stream().anyMatch(NumberedOpinions::counts)) {
            return;
        }
        Found found = found(lines);
        if (found == null && heading == null) {
            String first = lines.get(0).sentence().plain();
            if (lines.size() > 1 || first.length() > LONGEST_HEADING || first.contains("建议")) {
                unsure.addAll(lines);
            }
            return;
        }
        Item item = found != null ? own(lines, found) : heading != null ? below(lines, heading) : null;
        if (item == null || item.text().isEmpty()) {
            unsure.addAll(lines);
        } else {
            items.add(item);
            lines.forEach(each -> sentences.add(each.sentence()));
        }
    }

    /** Whether a line counts opinions, and so is none of them. */
    private static boolean counts(Scanned line) {
        return !FeedbackNotice.counted(line).isEmpty()
                && line.signs().stream().anyMatch(each -> each.is("received") || outcome(each) != null);
    }

    /** The first word for what became of it that begins a clause, a word such as 采纳情况 before it aside. */
    private static @Nullable Found found(List<Scanned> lines) {
        for (int s = 0; s < lines.size(); s++) {
            Scanned line = lines.get(s);
            for (int i = 0; i < line.signs().size(); i++) {
                Adoption.Outcome outcome = outcome(line.signs().get(i));
                if (outcome != null && (s > 0 || clause(line, i) > 0 || line.is(0, "answer"))) {
                    int from = clause(line, i);
                    if (answer(line, from, i)) {
                        return new Found(
                                s,
                                i,
                                new Verdict(outcome, line.span(line.signs().get(i))));
                    }
                }
            }
        }
        return null;
    }

    /** Whether words before it only lead up to it: 采纳情况：, 我局. */
    private static boolean answer(Scanned line, int from, int end) {
        for (int i = from; i < end; i++) {
            boolean leads = line.is(i, "answer") || line.mark(i, ":()") || "为是的".contains(line.text(i, i + 1));
            if (!leads) {
                return false;
            }
        }
        return true;
    }

    /** The first sign of the clause in which a sign stands. */
    private static int clause(Scanned line, int at) {
        int from = at;
        while (from > 0 && !line.mark(from - 1, ",(")) {
            from--;
        }
        return from;
    }

    private static @Nullable Item own(List<Scanned> lines, Found found) {
        int clause = clause(lines.get(found.sentence()), found.sign());
        List<Span> text = before(lines, found.sentence(), clause);
        return text.isEmpty() || contradicted(lines, found)
                ? null
                : item(lines, text, found.verdict(), reason(lines, found.sentence(), found.sign() + 1));
    }

    /** Whether the words behind say something else as well: 采纳其中部分内容, 采纳。……未采纳. */
    private static boolean contradicted(List<Scanned> lines, Found found) {
        boolean partly = found.verdict().outcome() == Adoption.Outcome.PARTLY_ADOPTED;
        for (int s = found.sentence(); s < lines.size() && !partly; s++) {
            Scanned line = lines.get(s);
            for (int i = s == found.sentence() ? found.sign() + 1 : 0;
                    i < line.signs().size();
                    i++) {
                Adoption.Outcome outcome = outcome(line.signs().get(i));
                boolean other = outcome != null && outcome != found.verdict().outcome();
                if (other
                        || line.sentence()
                                .plain()
                                .startsWith("部分", line.signs().get(i).from())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** An opinion below a heading that says what became of it; what stands behind 理由 is its reason. */
    private static Item below(List<Scanned> lines, Verdict heading) {
        for (int s = 0; s < lines.size(); s++) {
            for (int i = 0; i < lines.get(s).signs().size(); i++) {
                if (lines.get(s).is(i, "reason")) {
                    return item(lines, before(lines, s, i), heading, reason(lines, s, i));
                }
            }
        }
        int last = lines.size() - 1;
        return item(lines, before(lines, last, lines.get(last).signs().size()), heading, List.of());
    }

    private static Item item(List<Scanned> lines, List<Span> text, Verdict verdict, List<Span> reason) {
        return new Item(lines.get(0).sentence().numbering().text(), text, verdict, reason);
    }

    /** The words of the opinion up to a sign; marks before it are no part of them. */
    private static List<Span> before(List<Scanned> lines, int sentence, int sign) {
        List<Span> text = new ArrayList<>();
        for (int s = 0; s <= sentence; s++) {
            Scanned line = lines.get(s);
            int end = s < sentence ? line.signs().size() : sign;
            while (end > 0 && s == sentence && line.mark(end - 1, ",(")) {
                end--;
            }
            add(text, line, s == 0 ? begin(line) : 0, end);
        }
        return text;
    }

    /** The words behind a sign to the end of the lines; the word 理由 and the marks before the reason are no part of it. */
    private static List<Span> reason(List<Scanned> lines, int sentence, int sign) {
        List<Span> reason = new ArrayList<>();
        for (int s = sentence; s < lines.size(); s++) {
            Scanned line = lines.get(s);
            int from = s == sentence ? sign : 0;
            int word = from;
            while (word < line.signs().size() && word <= from + 4 && !line.is(word, "reason")) {
                word++;
            }
            from = line.is(word, "reason") ? word + 1 : from;
            while (from < line.signs().size()
                    && (line.mark(from, ",:()")
                            || "是为".contains(line.text(from, from + 1)) && line.is(from - 1, "reason"))) {
                from++;
            }
            int end = line.signs().size();
            while (end > from && line.mark(end - 1, ")")) {
                end--;
            }
            add(reason, line, from, end);
        }
        return reason;
    }

    private static int begin(Scanned line) {
        int skip = called(line);
        int at = 0;
        while (at < line.signs().size() && line.signs().get(at).from() < skip) {
            at++;
        }
        return at;
    }

    private static void add(List<Span> spans, Scanned line, int from, int end) {
        if (end > from) {
            spans.add(line.span(from, end - 1));
        }
    }

    private static String words(List<Span> spans) {
        return spans.stream().map(Span::words).collect(Collectors.joining("。"));
    }
}
