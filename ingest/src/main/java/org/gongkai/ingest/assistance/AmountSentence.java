package org.gongkai.ingest.assistance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.assistance.AmountChange;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.ingest.grammar.NoticeAccount;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sign;
import org.gongkai.ingest.grammar.Span;
import org.jspecify.annotations.Nullable;

/**
 * Makes standards of the amounts of one sentence: each is taken with the words before it, and with the amount before and the headings above
 * where these leave something open. One sentence, one use.
 */
final class AmountSentence {

    /** No standard of a month or a year is as large, in yuan; run-together figures are. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(100_000);

    private final Scanned sentence;
    private final List<MoneyChain> chains;
    private final AssistanceTerms terms;
    private final NoticeLines lines;
    private final NoticeAccount account;
    private final List<StandardDraft> drafts;

    /**
     * @param lines what stands around the sentence; its amounts go there too
     * @param drafts where standards go
     */
    AmountSentence(
            Scanned sentence,
            List<MoneyChain> chains,
            AssistanceTerms terms,
            NoticeLines lines,
            NoticeAccount account,
            List<StandardDraft> drafts) {
        this.sentence = sentence;
        this.chains = chains;
        this.terms = terms;
        this.lines = lines;
        this.account = account;
        this.drafts = drafts;
    }

    void read() {
        for (int i = 0; i < chains.size(); ) {
            i += read(i);
        }
    }

    /** Reads one chain, and the new amounts behind it where it holds amounts before; the answer is how many were read. */
    private int read(int i) {
        MoneyChain chain = chains.get(i);
        if (chain.inside()) {
            inBrackets(i);
            return 1;
        }
        int now = newer(i);
        MoneyChain amounts = chains.get(now);
        String no = no(chain, own(chain), now > i);
        if ("rise".equals(no) && now > i) {
            account.leave(chain.span(), no);
            described(chain, amounts, null);
            return now - i + 1;
        }
        if (no == null && now > i) {
            no = no(amounts, amounts.lead(), false);
        }
        if (no != null) {
            for (int j = i; j <= now; j++) {
                account.leave(chains.get(j).span(), no);
            }
            return now - i + 1;
        }
        for (int j = i + 1; j < now; j++) {
            account.leave(chains.get(j).span(), "rise");
        }
        described(chain, amounts, now > i ? chain : null);
        return now - i + 1;
    }

    /** The first sign of the clause in which a chain stands. */
    private int own(MoneyChain chain) {
        int depth = 0;
        for (int i = chain.first() - 1; i >= chain.lead(); i--) {
            depth += sentence.mark(i, ")") ? 1 : sentence.mark(i, "(") ? -1 : 0;
            boolean heading = sentence.mark(i, ":") && tells(new Phrase(sentence, terms, i + 1, chain.first()));
            if (depth == 0 && (sentence.mark(i, ",") || heading)) {
                return i + 1;
            }
        }
        return chain.lead();
    }

    /** Whether words behind a colon say by themselves whom an amount is for. */
    private boolean tells(Phrase words) {
        return words.onlyNames() || !words.empty();
    }

    /** Which chain holds the new amounts to which this one is the amount before; the chain itself where it holds none. */
    private int newer(int i) {
        int at = i + 1;
        boolean risen = false;
        while (at < chains.size() && chains.get(at).inside()) {
            at++;
        }
        while (at < chains.size() && rise(chains.get(at), chains.get(at).lead())) {
            risen = true;
            at++;
        }
        if (at >= chains.size() || chains.get(at).inside()) {
            return i;
        }
        MoneyChain next = chains.get(at);
        Phrase between = new Phrase(sentence, terms, next.lead(), next.first());
        boolean to = between.has("raise") || between.has("set");
        boolean before = risen
                || rise(chains.get(i), chains.get(i).lead())
                || before(chains.get(i))
                || sentence.is(next.lead(), "raise")
                || sentence.is(next.lead(), "set")
                || separated(next);
        return to && between.empty() && !between.unknown(false) && before ? at : i;
    }

    /** Whether nothing but words for how stand between two amounts: 300元统一提高到380元. */
    private boolean separated(MoneyChain next) {
        for (int i = next.lead(); i < next.first(); i++) {
            if (sentence.is(i, "raise") || sentence.is(i, "set")) {
                return true;
            }
            if (!sentence.is(i, "filler")) {
                return false;
            }
        }
        return false;
    }

    private boolean before(MoneyChain chain) {
        return sentence.is(adjacent(chain), "from");
    }

    /** The sign right before the amounts, units and words of no weight aside. */
    private int adjacent(MoneyChain chain) {
        int i = chain.first() - 1;
        while (i >= chain.lead() && (sentence.is(i, "per") || sentence.is(i, "filler") || sentence.mark(i, ":\"“”("))) {
            i--;
        }
        return i < chain.lead() ? -1 : i;
    }

    private boolean rise(MoneyChain chain, int from) {
        int at = adjacent(chain);
        return at >= from && sentence.is(at, "rise");
    }

    /** Why amounts are no standard; null where they may be one. */
    private @Nullable String no(MoneyChain chain, int own, boolean before) {
        int at = adjacent(chain);
        Phrase words = new Phrase(sentence, terms, own, chain.first());
        if (chain.large()
                || chain.amounts().stream().anyMatch(each -> each.value().compareTo(LARGEST) >= 0)) {
            return "sum";
        }
        if (chain.range()) {
            return "range";
        }
        if (at >= 0 && sentence.is(at, "rise")) {
            return "rise";
        }
        if (at >= 0 && sentence.is(at, "ceiling") || sentence.is(chain.end(), "under")) {
            return "ceiling";
        }
        if (!before && before(chain)) {
            return "before";
        }
        Phrase wider = words.items().isEmpty() && words.residences().isEmpty()
                ? new Phrase(sentence, terms, chain.lead(), chain.first())
                : words;
        if (wider.has("aside")
                || wider.has("beside")
                || words.items().stream().anyMatch(AssistanceItem::besideStandards)) {
            return "no-standard";
        }
        return null;
    }

    /** The words behind amounts that say whom they are for, 按每人每月920元的标准保障…, or null where those before do. */
    private @Nullable Phrase behind(MoneyChain chain, Phrase before) {
        String rest = sentence.sentence().plain().substring(chain.last().end());
        boolean behind = before.items().isEmpty()
                && sentence.is(adjacent(chain), "is")
                && (rest.startsWith("的标准") || rest.startsWith("标准"));
        if (!behind) {
            return null;
        }
        int end = chain.end();
        while (end < sentence.signs().size()
                && !sentence.mark(end, ",;:")
                && sentence.signs().get(end).kind() != Sign.Kind.NUMBER) {
            end++;
        }
        return new Phrase(sentence, terms, chain.end(), end);
    }

    /** 每人每月550元（6600元/年）: what is in brackets says the same again, or is left unread. */
    private void inBrackets(int i) {
        StandardDraft before = lines.last;
        MoneyChain chain = chains.get(i);
        if (rise(chain, chain.lead())) {
            account.leave(chain.span(), "rise");
            return;
        }
        int from = chain.first();
        while (from > chain.lead() && !sentence.mark(from - 1, "(,、")) {
            from--;
        }
        Phrase near = new Phrase(sentence, terms, from, chain.first());
        boolean further = !near.residences().isEmpty() || !near.supports().isEmpty();
        if (further && before != null && before.text == sentence && no(chain, from, false) == null) {
            described(chain, near, near, chain, null);
            return;
        }
        UnitFound unit = UnitFound.joined(
                UnitFound.behind(sentence, chain, chain.last()), UnitFound.in(sentence, chain.lead(), chain.first()));
        boolean behind = before != null && before.text == sentence && near.empty() && !near.unknown(false);
        if (behind && chain.amounts().size() == 1 && unit != null && before.sameAs(chain.last(), unit.period())) {
            account.leave(chain.span(), "same-value");
        }
    }

    // ---- whom they are for

    private void described(MoneyChain described, MoneyChain amounts, @Nullable MoneyChain before) {
        int own = own(described);
        Phrase near = new Phrase(sentence, terms, own, described.first());
        Phrase behind = behind(described, near);
        Phrase whole =
                own == described.lead() ? near : new Phrase(sentence, terms, described.lead(), described.first());
        if (behind == null || behind.items().isEmpty()) {
            described(described, near, whole, amounts, before);
        } else {
            described(described, behind, behind, amounts, before);
        }
    }

    private void described(
            MoneyChain described, Phrase near, Phrase whole, MoneyChain amounts, @Nullable MoneyChain before) {
        boolean names = near.items().isEmpty() && near.onlyNames();
        Whom whom = Whom.of(
                near,
                whole,
                lines.last != null && lines.last.text.sentence().row() == lines.row ? lines.last : null,
                lines.contexts(whole.ages() != null));
        if (whom == null || near.unknown(names, whom.items().stream().allMatch(Phrase::byAge))) {
            return;
        }
        if (near.classed() != null && whom.items().contains(AssistanceItem.SUBSISTENCE)) {
            account.leave(amounts.span(), "no-standard");
            return;
        }
        int many = amounts.amounts().size() == 1 && before != null
                ? before.amounts().size()
                : amounts.amounts().size();
        List<Whom> each = whom.spread(many);
        UnitFound often = unit(amounts.last(), described, amounts, before);
        boolean oneOff = (often == null || often.unit() == null) && !whole.standard();
        if (each == null || oneOff) {
            return;
        }
        shares(described.lead(), amounts.first());
        Span growth = growth(amounts);
        for (int a = 0; a < many; a++) {
            for (Whom one : each.get(a).single()) {
                StandardDraft draft = draft(one, described, amounts, a, before);
                draft.regions = regions(near);
                draft.namesOnly = names;
                draft.growthSpan = growth;
                drafts.add(draft);
                lines.last = draft;
            }
            follow(each.get(a), whole, amounts, Math.min(a, amounts.amounts().size() - 1));
        }
    }

    /** The regions that the words name; 一类地区城市750元，农村600元: else those of the amount before it in the sentence, where they are a class of regions. */
    private List<String> regions(Phrase near) {
        List<String> own = near.regions();
        boolean goesOn = own.isEmpty()
                && near.items().isEmpty()
                && lines.last != null
                && lines.last.text == sentence
                && lines.last.regions.stream().allMatch(this::classOfRegions);
        return goesOn ? Objects.requireNonNull(lines.last).regions : own;
    }

    private boolean classOfRegions(String region) {
        return sentence.signs().stream()
                .anyMatch(
                        each -> each.is("region") && sentence.span(each).plain().equals(region));
    }

    /** What amounts are counted from, 按低保标准的1.3倍, is no value of its own. */
    private void shares(int first, int end) {
        for (int i = first; i < end; i++) {
            boolean number = sentence.signs().get(i).kind() == Sign.Kind.NUMBER;
            if (number && (sentence.follows(i, "倍") || sentence.follows(i, "%"))) {
                account.leave(sentence.span(sentence.signs().get(i)), "share");
            }
        }
    }

    /** 提高到660元，增幅5.6%: the number of per cent, or null. */
    private @Nullable Span growth(MoneyChain chain) {
        int at = chain.end();
        while (sentence.mark(at, ",(") || sentence.is(at, "filler")) {
            at++;
        }
        boolean number = sentence.is(at, "rise")
                && at + 1 < sentence.signs().size()
                && sentence.signs().get(at + 1).kind() == Sign.Kind.NUMBER;
        return number && sentence.follows(at + 1, "%")
                ? sentence.span(sentence.signs().get(at + 1))
                : null;
    }

    private void follow(Whom whom, Phrase words, MoneyChain amounts, int a) {
        for (AssistanceItem each : words.included()) {
            if (whom.items().size() == 1 && !whom.items().contains(each)) {
                StandardDraft draft = new StandardDraft(sentence, each);
                draft.follows = whom.items().get(0);
                draft.amountSpan = amounts.span(a);
                drafts.add(draft);
            }
        }
    }

    private StandardDraft draft(
            Whom whom, MoneyChain described, MoneyChain amounts, int a, @Nullable MoneyChain before) {
        StandardDraft draft = new StandardDraft(sentence, whom.items().get(0));
        draft.take(whom, terms.programme(draft.item));
        int at = Math.min(a, amounts.amounts().size() - 1);
        Money money = amounts.amounts().get(at);
        draft.amount = money.value();
        draft.amountSpan = amounts.span(at);
        if (before != null) {
            int size = before.amounts().size();
            int b = size == 1 ? 0 : a < size ? a : -1;
            if (b >= 0) {
                draft.previous = before.amounts().get(b).value();
                draft.previousSpan = before.span(b);
            }
        }
        UnitFound unit = unit(money, described, amounts, before);
        draft.unit = unit == null ? null : unit.unit();
        draft.unitSpan = unit == null ? null : unit.span();
        if (unit != null) {
            lines.unitOfLine =
                    lines.unitOfLine == null || lines.unitOfLine.unit() == unit.unit() ? unit : lines.unitOfLine;
            lines.units.add(unit);
        }
        draft.atLeast = floor(amounts)
                || new Phrase(sentence, terms, own(before == null ? amounts : before), amounts.first()).has("least");
        draft.change = change(amounts, before);
        return draft;
    }

    private boolean floor(MoneyChain chain) {
        return sentence.is(adjacent(chain), "floor") || sentence.is(chain.end(), "over");
    }

    private @Nullable AmountChange change(MoneyChain chain, @Nullable MoneyChain before) {
        Sign same = new Phrase(sentence, terms, own(before == null ? chain : before), chain.first()).lastOf("same");
        boolean behind = sentence.is(chain.end(), "same")
                || sentence.mark(chain.end(), "(,") && sentence.is(chain.end() + 1, "same");
        if (same != null || behind) {
            return AmountChange.UNCHANGED;
        }
        Phrase words = new Phrase(sentence, terms, chain.lead(), chain.first());
        Sign raised = words.lastOf("raise");
        Sign set = words.lastOf("set");
        if (raised != null && (set == null || set.from() < raised.from())) {
            return "".equals(raised.value("raise")) ? null : AmountChange.RAISED;
        }
        return set == null ? null : AmountChange.SET;
    }

    private @Nullable UnitFound unit(Money money, MoneyChain described, MoneyChain chain, @Nullable MoneyChain before) {
        UnitFound own = UnitFound.behind(sentence, chain, money);
        UnitFound words = UnitFound.in(sentence, described.lead(), chain.first());
        if (own == null && before != null) {
            own = UnitFound.behind(sentence, before, before.last());
        }
        UnitFound found = UnitFound.joined(own, words);
        if (found == null && sentence.mark(chain.end(), "(") && sentence.is(chain.end() + 1, "per")) {
            // 780元（每人每月）
            found = UnitFound.in(sentence, chain.end() + 1, chain.end() + 2);
        }
        if (found == null && !chain.last().bare()) {
            found = lines.unitOfLine;
        }
        if (found == null
                && before != null
                && lines.units.stream().map(UnitFound::unit).distinct().count() == 1) {
            // 由975元提高到1001元 in a list whose first line says each person and month.
            found = lines.units.get(0);
        }
        return found != null ? found : lines.bareUnit();
    }
}
