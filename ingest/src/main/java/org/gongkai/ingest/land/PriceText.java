package org.gongkai.ingest.land;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    /** The name of a block by its number: Ⅰ区片, 一级, 2类区; group 1 is what tells it apart. */
    private static final String BLOCK =
            "(?:区片)?((?:[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]|[IVX]{1,4}|[一二三四五六七八九十]{1,2}|\\d{1,2}(?=[类级区片号]))[类级号]?)(?:区片|片区|区|片)?";

    private static final Pattern BLOCK_NAME = Pattern.compile(BLOCK + "(?:综合)?(?:地价|价格|价)?");
    private static final Pattern BLOCK_WORD = Pattern.compile("区片|片区|[类级]区");
    private static final Pattern BLOCK_PRICE = Pattern.compile(BLOCK
            + "(?:综合)?(?:地价|价格|价)?[:为]?(\\d{1,9}(?:\\.\\d{1,6})?)(?:万?元[/每]\\p{Alnum}{1,3}|万?元[/每]\\p{IsHan}{1,3})?");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[][^()\\[\\]]{0,40}[)\\]]");
    private static final Pattern BETWEEN = Pattern.compile("[;；、,，。\\n\\r]+");
    private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);
    private static final List<Pattern> PARTED =
            List.of(Pattern.compile("[\\n\\r]+"), Pattern.compile("[;；]"), Pattern.compile("[、/]"));
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

    /**
     * One of several prices of a cell.
     *
     * @param block what tells its block apart, as it is written
     * @param figure the price
     * @param unit its unit, or null for none
     */
    record OfBlock(
            String block, BigDecimal figure, @Nullable String unit) {}

    /** The prices of a cell that names a block before each: Ⅰ区：5.2；Ⅱ区：4.8. Empty where a part of it is anything else. */
    static List<OfBlock> blocks(String text) {
        List<OfBlock> found = new ArrayList<>();
        if (text.length() > LONGEST) {
            return found;
        }
        for (String each : BETWEEN.split(THOUSANDS.matcher(text).replaceAll(""))) {
            String part = written(each);
            Matcher price = BLOCK_PRICE.matcher(part);
            if (price.matches()) {
                found.add(new OfBlock(price.group(1), new BigDecimal(price.group(2)), unit(part)));
            } else if (!part.isEmpty()) {
                return List.of();
            }
        }
        return found;
    }

    /** What tells a block apart where a text is nothing but its name and says that it is one: Ⅰ区片（万元/亩）; else null. */
    static @Nullable String block(String text) {
        String bare =
                text.length() > LONGEST ? "" : BRACKETS.matcher(written(text)).replaceAll("");
        Matcher block = BLOCK_NAME.matcher(bare);
        return BLOCK_WORD.matcher(bare).find() && block.matches() ? block.group(1) : null;
    }

    /** The block that one of the headers of a column names; null for none. */
    static @Nullable String blockOf(List<String> headers) {
        return headers.stream()
                .map(PriceText::block)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The figures of a cell that holds nothing but figures, one below or behind the other: 58000/52000; empty for any other. */
    static List<BigDecimal> figures(String text) {
        List<BigDecimal> found = new ArrayList<>();
        for (String each : parts(THOUSANDS.matcher(text).replaceAll(""))) {
            BigDecimal figure = figure(each);
            if (figure == null) {
                return List.of();
            }
            found.add(figure);
        }
        return found;
    }

    /** The parts of a cell that stand below one another, or else are parted by a mark. */
    static List<String> parts(String text) {
        if (text.length() > LONGEST) {
            return List.of(text);
        }
        for (Pattern each : PARTED) {
            List<String> parts = each.splitAsStream(text)
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
            if (parts.size() > 1) {
                return parts;
            }
        }
        return List.of(text.strip());
    }

    /** The text in half width without blanks, Roman figures as they are written. */
    private static String written(String text) {
        return LegacyText.withoutBlanks(LegacyText.halfWidth(text));
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
