package org.gongkai.ingest.assistance;

import java.math.BigDecimal;
import org.gongkai.core.assistance.AmountUnit;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money in a sentence.
 *
 * @param at the sign that holds its number
 * @param end behind its last character in the sentence, the unit included
 * @param value the amount in yuan
 * @param payee who is paid, where the unit behind it says so
 * @param period how often, where the unit behind it says so
 * @param large whether it is counted in ten thousands, as sums are
 * @param bare whether no 元 stands behind it
 */
record Money(
        int at,
        int end,
        BigDecimal value,
        AmountUnit.@Nullable Payee payee,
        AmountUnit.@Nullable Period period,
        boolean large,
        boolean bare) {

    private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);
    private static final String JOINTS = "/·.每";
    private static final int MOST_PARTS = 3;

    /** The amount whose number stands there; bare where neither 元 nor a unit follows. */
    static Money of(String plain, int at, int from, int to, BigDecimal number) {
        int end = to;
        boolean large = end < plain.length() && plain.charAt(end) == '万';
        end += large ? 1 : 0;
        boolean yuan = plain.startsWith("元", end);
        end += yuan ? 1 : 0;
        if (!yuan && (large || !joint(plain, end))) {
            return new Money(at, to, number, null, null, large, true);
        }
        UnitBehind unit = new UnitBehind(plain, end).read();
        return new Money(at, unit.end, large ? number.multiply(MYRIAD) : number, unit.payee, unit.period, large, false);
    }

    /** 389/人.月: the unit without its 元. */
    private static boolean joint(String plain, int at) {
        return plain.startsWith("/人", at) || plain.startsWith("/月", at) || plain.startsWith("/年", at);
    }

    /** Reads 元/人·月, 元/月·人, 元/人月, 元每人每月, and what copies made of them: 元/人.月, 元人/.月, 元/人/月人. */
    private static final class UnitBehind {

        private final String plain;
        private int end;
        private AmountUnit.@Nullable Payee payee;
        private AmountUnit.@Nullable Period period;

        UnitBehind(String plain, int end) {
            this.plain = plain;
            this.end = end;
        }

        UnitBehind read() {
            boolean inside = plain.startsWith("人/", end);
            boolean open = false;
            for (int parts = 0; parts < MOST_PARTS; parts++) {
                int at = end;
                while (at < plain.length() && JOINTS.indexOf(plain.charAt(at)) >= 0) {
                    at++;
                }
                boolean bracket = plain.startsWith("(", at) && at > end;
                at += bracket ? 1 : 0;
                open |= bracket;
                if (at == end && !inside || !part(at)) {
                    break;
                }
                inside = true;
            }
            end += open && plain.startsWith(")", end) ? 1 : 0;
            return this;
        }

        private boolean part(int at) {
            for (AmountUnit.Payee each : AmountUnit.Payee.values()) {
                if (plain.startsWith(each.label(), at)) {
                    payee = payee == null ? each : payee;
                    end = at + 1;
                    return true;
                }
            }
            for (AmountUnit.Period each : AmountUnit.Period.values()) {
                if (plain.startsWith(each.label(), at)) {
                    period = period == null ? each : period;
                    end = at + (plain.startsWith("季度", at) ? 2 : 1);
                    return true;
                }
            }
            return false;
        }
    }
}
