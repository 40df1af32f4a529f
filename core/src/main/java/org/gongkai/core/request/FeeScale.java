package org.gongkai.core.request;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.text.Csv;

/**
 * What the processing of information costs (信息处理费), in tiers: only the part inside a tier bears its rate. By piece, the
 * applications of one applicant in one calendar month are counted together; by volume, the pages of one application.
 *
 * <pre>{@code
 * FeeScale.standard().fee(FeeMethod.Method.BY_PIECE, 31);    // 2200
 * FeeScale.standard().fee(FeeMethod.Method.BY_VOLUME, 68);   // 380
 * }</pre>
 *
 * <p>Source: 国办函〔2020〕109号, arts. 3 to 5, read in re-posts; the tiers also in a county's list of fees. Immutable and safe to
 * share between threads.
 */
public final class FeeScale {

    private static final FeeScale STANDARD =
            Csv.shipped(FeeScale.class.getResourceAsStream("fees.csv"), "fees.csv", FeeScale::read);

    private final List<Tier> tiers;

    /** From which number on, to which, each costs how much; the rate may rise with each further step. */
    private record Tier(FeeMethod.Method method, int from, int until, int step, BigDecimal yuan, BigDecimal rise) {

        BigDecimal fee(int count) {
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal rate = yuan;
            for (long first = from; first <= Math.min(count, until); first += step) {
                long last = Math.min(Math.min(count, until), first + step - 1);
                sum = sum.add(rate.multiply(BigDecimal.valueOf(last - first + 1)));
                rate = rate.add(rise);
            }
            return sum;
        }
    }

    private FeeScale(List<Tier> tiers) {
        this.tiers = List.copyOf(tiers);
    }

    /**
     * The scale that holds everywhere.
     *
     * @return the scale
     */
    public static FeeScale standard() {
        return STANDARD;
    }

    private static FeeScale read(Reader reader) throws IOException {
        List<Tier> tiers = new ArrayList<>();
        for (Csv.Row each : Csv.read(reader, "fees.csv", List.of("method", "from", "until", "step", "yuan", "rise"))) {
            String until = each.text("until");
            int last = until == null ? Integer.MAX_VALUE : Integer.parseInt(until);
            String step = each.text("step");
            tiers.add(new Tier(
                    each.requiredOneOf(FeeMethod.Method.class, "method"),
                    Integer.parseInt(each.required("from")),
                    last,
                    step == null ? Integer.MAX_VALUE : Integer.parseInt(step),
                    new BigDecimal(each.required("yuan")),
                    new BigDecimal(each.required("rise"))));
        }
        return new FeeScale(tiers);
    }

    /**
     * The fee.
     *
     * @param method by piece or by volume
     * @param count how many pieces or pages, not negative, at most a million
     * @return the sum in yuan
     * @throws IllegalArgumentException for both methods at once, which the measures forbid, and for a count out of bounds
     */
    public BigDecimal fee(FeeMethod.Method method, int count) {
        if (method == FeeMethod.Method.BOTH || count < 0 || count > 1_000_000) {
            throw new IllegalArgumentException(
                    "fee for " + count + " " + method + "; expected one method and a count from 0 to 1000000");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Tier each : tiers) {
            sum = each.method() == method ? sum.add(each.fee(count)) : sum;
        }
        return sum;
    }
}
