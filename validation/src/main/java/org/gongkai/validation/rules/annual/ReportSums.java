package org.gongkai.validation.rules.annual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.core.annual.FormRow;
import org.jspecify.annotations.Nullable;

/**
 * What must add up in tables 3 and 4 of an annual report: each row to its total, the results of each column to theirs, and new
 * applications with those of last year to results and those carried forward. The form prints the balance; the sums follow from it.
 */
final class ReportSums {

    /** What does not add up. */
    record Break(String rule, String row, int column, BigDecimal wanted) {}

    /** A cell which, if it held another number, would mend all that does not add up. */
    record Slip(String row, int column, BigDecimal printed, BigDecimal likely) {

        /** Whether two neighbouring digits changed places, the commonest slip of the hand. */
        boolean transposed() {
            String is = printed.toPlainString();
            String was = likely.toPlainString();
            for (int i = 0; i + 1 < is.length(); i++) {
                String turned = is.substring(0, i) + is.charAt(i + 1) + is.charAt(i) + is.substring(i + 2);
                if (turned.equals(was) && !turned.equals(is)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final String NEW = "一";
    private static final String CARRIED = "二";
    private static final String RESULTS = "三(七)";
    private static final String FORWARD = "四";

    private final ReportFigures figures;
    private final String rowRule;

    ReportSums(ReportFigures figures, String rowRule) {
        this.figures = figures;
        this.rowRule = rowRule;
    }

    List<Break> breaks() {
        List<Break> breaks = new ArrayList<>();
        for (FormRow each : figures.form()) {
            if (each.addsUp()) {
                add(breaks, rowRule, each.code(), each.columns().size() - 1, figures.parts(each.code()));
            }
        }
        for (int i = 0; i < width(); i++) {
            BigDecimal total = figures.number(RESULTS, i);
            BigDecimal sum = figures.results(i);
            // Rows beyond the form are told as such; a total that counts them is no second fault.
            if (total == null || sum == null || total.compareTo(sum.add(figures.unknown(i))) != 0) {
                add(breaks, "annualReport.resultSum", RESULTS, i, sum);
            }
            add(breaks, "annualReport.balance", FORWARD, i, forward(i));
        }
        return breaks;
    }

    private int width() {
        return figures.leaves().isEmpty() ? 0 : figures.columns(RESULTS).size();
    }

    /** What must be carried forward: 一 + 二 − 三(七). */
    private @Nullable BigDecimal forward(int column) {
        BigDecimal fresh = figures.number(NEW, column);
        BigDecimal carried = figures.number(CARRIED, column);
        BigDecimal results = figures.number(RESULTS, column);
        return fresh == null || carried == null || results == null
                ? null
                : fresh.add(carried).subtract(results);
    }

    private void add(List<Break> breaks, String rule, String row, int column, @Nullable BigDecimal wanted) {
        BigDecimal printed = figures.number(row, column);
        if (wanted != null && printed != null && wanted.compareTo(printed) != 0) {
            breaks.add(new Break(rule, row, column, wanted));
        }
    }

    /** The one cell that explains all breaks; of several the one with transposed digits; null when it is not the only one. */
    @Nullable
    Slip slip(List<Break> breaks) {
        List<Slip> slips = new ArrayList<>();
        for (FormRow row : figures.form()) {
            for (int i = 0; i < row.columns().size(); i++) {
                Slip slip = slip(row.code(), i, breaks);
                if (slip != null) {
                    slips.add(slip);
                }
            }
        }
        List<Slip> transposed = slips.stream().filter(Slip::transposed).toList();
        List<Slip> likely = slips.size() == 1 ? slips : transposed;
        return likely.size() == 1 ? likely.get(0) : null;
    }

    private @Nullable Slip slip(String row, int column, List<Break> breaks) {
        BigDecimal printed = figures.number(row, column);
        if (printed == null) {
            return null;
        }
        Break first = breaks.get(0);
        BigDecimal off = first.wanted().subtract(figures.number(first.row(), first.column()));
        for (BigDecimal likely : Set.of(printed.add(off), printed.subtract(off))) {
            boolean mends = likely.signum() >= 0
                    && new ReportSums(figures.with(row, column, likely), rowRule)
                            .breaks()
                            .isEmpty();
            if (mends) {
                return new Slip(row, column, printed, likely);
            }
        }
        return null;
    }

    /**
     * The column in which results seem to be counted twice: rows add up, and in one column and in that of the totals the
     * results exceed their total by the same number. Null when that is not so.
     */
    @Nullable
    Break twice(List<Break> breaks) {
        boolean results = breaks.size() == 2
                && breaks.stream().allMatch(each -> each.rule().equals("annualReport.resultSum"));
        if (!results || breaks.get(1).column() != width() - 1) {
            return null;
        }
        BigDecimal one = excess(breaks.get(0));
        return one.signum() > 0 && one.compareTo(excess(breaks.get(1))) == 0 ? breaks.get(0) : null;
    }

    BigDecimal excess(Break one) {
        BigDecimal printed = figures.number(one.row(), one.column());
        return printed == null ? BigDecimal.ZERO : one.wanted().subtract(printed);
    }
}
