package org.gongkai.ingest.assistance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sign;
import org.gongkai.ingest.grammar.Span;

/**
 * Amounts that stand one after the other with nothing between but 、 and 和: 240元、685元和1090元.
 *
 * @param text the sentence
 * @param lead the first sign of the words before it: behind the chain before, or the beginning of the sentence
 * @param amounts its amounts
 * @param range whether it is a range: 500元-5000元
 * @param inside whether it stands in brackets
 */
record MoneyChain(Scanned text, int lead, List<Money> amounts, boolean range, boolean inside) {

    private static final String SEPARATORS = "、,/";
    private static final String RANGES = "-";
    private static final Set<String> JOINING = Set.of("和", "及", "与", "至");
    /** What a number counts that is no money. */
    private static final String COUNTERS = "人名户个件次岁周条项级类档号日天批例家位张万亿";

    /** The first sign of the chain. */
    int first() {
        return amounts.get(0).at();
    }

    /** Behind the last sign of the chain. */
    int end() {
        int end = amounts.get(amounts.size() - 1).end();
        int at = first();
        while (at < text.signs().size() && text.signs().get(at).from() < end) {
            at++;
        }
        return at;
    }

    Money last() {
        return amounts.get(amounts.size() - 1);
    }

    /** The words of one amount, its unit included. */
    Span span(int i) {
        Money money = amounts.get(i);
        return new Span(text.sentence(), text.signs().get(money.at()).from(), money.end());
    }

    /** The words of all its amounts. */
    Span span() {
        return new Span(text.sentence(), text.signs().get(first()).from(), last().end());
    }

    boolean large() {
        return amounts.stream().anyMatch(Money::large);
    }

    /**
     * The chains of a sentence.
     *
     * @param bareToo whether a number without 元 is an amount, since a line above names the unit of all
     */
    static List<MoneyChain> of(Scanned text, boolean bareToo) {
        List<Money> all = amounts(text, bareToo);
        List<MoneyChain> chains = new ArrayList<>();
        int lead = 0;
        for (int i = 0; i < all.size(); ) {
            List<Money> own = new ArrayList<>(List.of(all.get(i)));
            boolean range = false;
            int next = i + 1;
            while (next < all.size() && joined(text, own.get(own.size() - 1), all.get(next))) {
                range |= ranged(text, own.get(own.size() - 1), all.get(next));
                own.add(all.get(next));
                next++;
            }
            // 240、685、1090元 share their 元; a number behind the last 元 is another matter.
            while (!own.isEmpty() && own.get(own.size() - 1).bare() && !bareToo) {
                own.remove(own.size() - 1);
            }
            if (own.isEmpty()) {
                i = next;
                continue;
            }
            MoneyChain chain = new MoneyChain(
                    text,
                    lead,
                    List.copyOf(own),
                    range,
                    bracketed(text, own.get(0).at()));
            chains.add(chain);
            lead = chain.end();
            i = next;
        }
        return chains;
    }

    private static List<Money> amounts(Scanned text, boolean bareToo) {
        List<Money> all = new ArrayList<>();
        String plain = text.sentence().plain();
        for (int i = 0; i < text.signs().size(); i++) {
            Sign sign = text.signs().get(i);
            BigDecimal number = sign.number();
            if (number == null) {
                continue;
            }
            Money money = Money.of(plain, i, sign.from(), sign.to(), number);
            boolean counted =
                    sign.to() < plain.length() && (COUNTERS + "%倍年月度条成时分").indexOf(plain.charAt(sign.to())) >= 0;
            boolean code = sign.from() > 0 && "〔第".indexOf(plain.charAt(sign.from() - 1)) >= 0
                    || sign.to() < plain.length() && plain.charAt(sign.to()) == '〕';
            if (!money.bare() || !counted && !code) {
                all.add(money);
            }
        }
        return all;
    }

    /** Whether nothing but a joint stands between two amounts; the unit before the first may stand there again. */
    private static boolean joined(Scanned text, Money one, Money next) {
        int until = text.signs().get(next.at()).from();
        int before = next.at() - 1;
        boolean again = text.is(before, "per")
                && text.is(one.at() - 1, "per")
                && text.text(before, before + 1).equals(text.text(one.at() - 1, one.at()));
        int end = again ? text.signs().get(before).from() : until;
        String between = one.end() > end ? "" : text.sentence().plain().substring(one.end(), end);
        return between.length() == 1 && (SEPARATORS + RANGES).contains(between) && (!again || !between.equals(","))
                || JOINING.contains(between);
    }

    private static boolean ranged(Scanned text, Money one, Money next) {
        String between = text.sentence()
                .plain()
                .substring(one.end(), text.signs().get(next.at()).from());
        return between.equals("至") || RANGES.contains(between);
    }

    /** Whether a bracket is open there that is closed further on. */
    private static boolean bracketed(Scanned text, int at) {
        int depth = 0;
        for (int i = 0; i < at; i++) {
            depth += text.mark(i, "(") ? 1 : text.mark(i, ")") && depth > 0 ? -1 : 0;
        }
        return depth > 0
                && text.sentence().plain().indexOf(')', text.signs().get(at).to()) >= 0;
    }
}
