package org.gongkai.ingest.land;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.land.Area;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** Reads prices of land: 23.7万元/亩, 45,000, and the unit in 单位：元/㎡. */
final class PriceText {

    private static final Pattern UNIT = Pattern.compile("(?<![百千亿美港])(万?元)[/每](亩|公顷|平方米|平米|m2|hm2|ha)");
    private static final Pattern FIGURE = Pattern.compile(
            "(?:(?:征地)?区片(?:综合地)?价(?:格|标准)?[为:]?)?(\\d{1,9}(?:\\.\\d{1,6})?)(?:万?元[/每]\\w{1,3})?",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[,，](?=\\d{3}(?!\\d))");
    private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);
    /** A longer text, in characters, is a sentence. */
    private static final int LONGEST = 100;

    private PriceText() {}

    /** The unit that a text names as records have it, such as 万元/亩; null when it names none. */
    static @Nullable String unit(String text) {
        Matcher unit = UNIT.matcher(plain(text));
        return unit.find()
                ? unit.group(1) + '/' + Area.Unit.named(unit.group(2)).label()
                : null;
    }

    /** The figure of a cell that holds nothing but a price, with its unit or without, and perhaps 区片价 before it; null for any other text. */
    static @Nullable BigDecimal figure(String text) {
        Matcher figure = FIGURE.matcher(THOUSANDS.matcher(plain(text)).replaceAll(""));
        return figure.matches() ? new BigDecimal(figure.group(1)) : null;
    }

    /** A price in yuan a hectare, by which prices of two units can be compared. */
    static BigDecimal ofHectare(BigDecimal price, String unit) {
        Area.Unit area = Area.Unit.named(unit.substring(unit.indexOf('/') + 1));
        BigDecimal times = switch (area) {
            case HECTARE -> BigDecimal.ONE;
            case MU -> BigDecimal.valueOf(15);
            case SQUARE_METRE -> MYRIAD;
        };
        return price.multiply(times).multiply(unit.startsWith("万") ? MYRIAD : BigDecimal.ONE);
    }

    private static String plain(String text) {
        return text.length() > LONGEST
                ? ""
                : LegacyText.withoutBlanks(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }
}
