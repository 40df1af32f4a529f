package org.gongkai.ingest.assistance;

import java.math.BigDecimal;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.ingest.grammar.NoticeAccount;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Span;
import org.jspecify.annotations.Nullable;

/**
 * A unit of amounts, or a part of one, and the words that say it.
 *
 * @param payee who is paid, or null where that is not said: a person
 * @param period how often, or null where that is not said
 * @param span the words
 */
record UnitFound(AmountUnit.@Nullable Payee payee, AmountUnit.@Nullable Period period, Span span) {

    /** The unit, or null where how often is not said; what is given each time says to whom. */
    @Nullable
    AmountUnit unit() {
        if (period == null || payee == null && period == AmountUnit.Period.TIME) {
            return null;
        }
        return AmountUnit.of(payee == null ? AmountUnit.Payee.PERSON : payee, period);
    }

    void use(NoticeAccount account) {
        account.leave(span, "unit");
    }

    /** What stands behind an amount or behind the last of its chain. */
    static @Nullable UnitFound behind(Scanned text, MoneyChain chain, Money money) {
        Money told = money.period() == null && money.payee() == null ? chain.last() : money;
        return told.period() == null && told.payee() == null
                ? null
                : new UnitFound(
                        told.payee(), told.period(), chain.span(chain.amounts().indexOf(told)));
    }

    /** What the last words for a unit say between two signs: 每人每月, 月标准. */
    static @Nullable UnitFound in(Scanned text, int first, int end) {
        for (int i = end - 1; i >= first; i--) {
            String value = text.value(i, "per");
            if (value != null) {
                return of(value, text.span(i, i));
            }
        }
        return null;
    }

    /** The unit that a heading gives for all figures below it: 单位：元/人·月. */
    static @Nullable UnitFound heading(Scanned text, int first, int end) {
        String plain = text.sentence().plain();
        for (int i = first; i < end; i++) {
            int from = text.signs().get(i).from();
            if (plain.startsWith("元/", from)) {
                Money money = Money.of(plain, i, from, from, BigDecimal.ONE);
                if (money.period() != null) {
                    return new UnitFound(money.payee(), money.period(), new Span(text.sentence(), from, money.end()));
                }
            }
        }
        return null;
    }

    private static UnitFound of(String value, Span span) {
        AmountUnit.Payee payee = null;
        AmountUnit.Period period = null;
        for (AmountUnit.Payee each : AmountUnit.Payee.values()) {
            payee = value.contains(each.name()) ? each : payee;
        }
        for (AmountUnit.Period each : AmountUnit.Period.values()) {
            period = value.contains(each.name()) ? each : period;
        }
        return new UnitFound(payee, period, span);
    }

    /** The unit that stands behind the amount, completed by the words before it. */
    static @Nullable UnitFound joined(@Nullable UnitFound behind, @Nullable UnitFound before) {
        if (behind == null || before == null) {
            return behind == null ? before : behind;
        }
        return behind.period() == null
                ? new UnitFound(behind.payee(), before.period(), before.span())
                : behind.payee() == null ? new UnitFound(before.payee(), behind.period(), behind.span()) : behind;
    }
}
