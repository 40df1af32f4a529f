package org.gongkai.ingest.land;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sign;
import org.gongkai.ingest.grammar.Span;

/**
 * A price of land in a sentence, its unit behind it or before: 5.2万元/亩, 每亩5.2万元.
 *
 * @param price the number
 * @param unit its unit, such as 万元/亩
 * @param span its words
 */
record LandPrice(BigDecimal price, String unit, Span span) {

    private static final List<String> OVER = List.of("亩", "公顷", "平方米");

    /** The prices between two signs. */
    static List<LandPrice> of(Scanned text, int first, int end) {
        List<LandPrice> prices = new ArrayList<>();
        String plain = text.sentence().plain();
        for (int i = first; i < end; i++) {
            Sign sign = text.signs().get(i);
            BigDecimal number = sign.number();
            if (number != null && text.is(i + 1, "price-unit")) {
                prices.add(new LandPrice(number, text.text(i + 1, i + 2).replace('每', '/'), text.span(i, i + 1)));
            } else if (number != null
                    && plain.startsWith("元", sign.to() + (plain.startsWith("万", sign.to()) ? 1 : 0))) {
                before(plain, sign, text, number, prices);
            }
        }
        return prices;
    }

    private static void before(String plain, Sign sign, Scanned text, BigDecimal number, List<LandPrice> prices) {
        String money = plain.startsWith("万", sign.to()) ? "万元" : "元";
        for (String each : OVER) {
            if (plain.substring(0, sign.from()).endsWith("每" + each)) {
                Span span = new Span(text.sentence(), sign.from() - each.length() - 1, sign.to() + money.length());
                prices.add(new LandPrice(number, money + '/' + each, span));
            }
        }
    }
}
