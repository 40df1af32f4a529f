package org.gongkai.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;

class DocumentNumberLawsTest {

    /** A way in which old systems spell a number, and the repairs that must be named for it. */
    private record Disguise(String name, UnaryOperator<String> spelling, Set<Repair> repairs) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Property(tries = 2000)
    void aStandardNumberSurvivesEachDisguise(
            @ForAll("standard") String number, @ForAll("disguises") Disguise disguise) {
        String raw = disguise.spelling.apply(number);
        Reading<DocumentNumber> reading = DocumentNumber.read(raw);
        assertEquals(number, reading.value().text(), raw);
        assertEquals(disguise.repairs, Set.copyOf(reading.repairs()), raw);
    }

    @Property(tries = 1000)
    void anOrderOrAnnouncementSurvivesEachDisguise(
            @ForAll("numbered") String number, @ForAll("disguisesOfNumbered") Disguise disguise) {
        String raw = disguise.spelling.apply(number);
        Reading<DocumentNumber> reading = DocumentNumber.read(raw);
        assertEquals(number, reading.value().text(), raw);
        assertEquals(disguise.repairs, Set.copyOf(reading.repairs()), raw);
    }

    @Property(tries = 1000)
    void severalNumbersAreAllRead(
            @ForAll("standard") String first,
            @ForAll("standard") String second,
            @ForAll("separators") String separator) {
        List<DocumentNumber> expected = first.equals(second)
                ? List.of(DocumentNumber.parse(first))
                : List.of(DocumentNumber.parse(first), DocumentNumber.parse(second));
        String raw = first + separator + second;
        assertEquals(new Reading<>(raw, expected, List.of(Repair.SEVERAL_IN_ONE)), DocumentNumber.readAll(raw));
    }

    @Property(tries = 5000)
    void whatHasBeenReadIsReadAgainWithoutRepair(@ForAll("scraps") String raw) {
        Reading<List<DocumentNumber>> all = DocumentNumber.readAll(raw);
        for (DocumentNumber each : all.value()) {
            Reading<DocumentNumber> again = DocumentNumber.read(each.text());
            assertEquals(each, again.value(), raw);
            if (each.form() == DocumentNumber.Form.NONE) {
                assertEquals(List.of(Repair.NULL_TOKEN), again.repairs(), raw);
            } else {
                assertEquals(List.of(), again.repairs(), raw);
            }
        }
    }

    @Property(tries = 5000)
    void aReadingThatIsNotWellFormedIsTheTextAsItStood(@ForAll("scraps") String raw) {
        DocumentNumber number = DocumentNumber.read(raw).value();
        if (number != null && number.form() == DocumentNumber.Form.OTHER) {
            assertTrue(raw.contains(number.text()));
            assertTrue(Set.of(Repair.OUTER_BLANKS)
                    .containsAll(DocumentNumber.read(raw).repairs()));
        }
    }

    @Property(tries = 5000)
    void everyDigitAndEveryHanCharacterOfARepairedNumberWasThere(@ForAll("scraps") String raw) {
        Reading<DocumentNumber> reading = DocumentNumber.read(raw);
        if (reading.value() != null
                && reading.value().wellFormed()
                && !reading.repairs().contains(Repair.CHINESE_NUMERALS)
                && !reading.repairs().contains(Repair.TWO_DIGIT_YEAR)
                && !reading.repairs().contains(Repair.FULL_WIDTH)) {
            reading.value()
                    .text()
                    .codePoints()
                    .filter(c -> "〔〕（）、年第号".indexOf(c) < 0)
                    .forEach(c -> assertTrue(raw.indexOf(c) >= 0, raw));
        }
    }

    @Property(tries = 2000)
    void noTextIsTooStrange(@ForAll String raw) {
        assertEquals(raw, DocumentNumber.read(raw).raw());
        assertEquals(raw, DocumentNumber.parse(raw).text());
        DocumentNumber.parse(raw).form();
    }

    @Provide
    Arbitrary<String> standard() {
        return Combinators.combine(codes(), years(), serials(1))
                .as((code, year, serial) -> code + "〔" + year + "〕" + serial + "号");
    }

    @Provide
    Arbitrary<String> numbered() {
        Arbitrary<String> agencies = Arbitraries.of("国务院", "商务部", "青岛市人民政府", "财政部、税务总局", "山东省第十四届人民代表大会常务委员会", "国");
        return Combinators.combine(agencies, Arbitraries.of("令", "公告", "通告"), years().injectNull(0.5), serials(1))
                .as((agency, kind, year, serial) ->
                        agency + kind + (year == null ? "" : year + "年") + "第" + serial + "号");
    }

    @Provide
    Arbitrary<Disguise> disguises() {
        List<Disguise> all = new ArrayList<>();
        for (String pair : List.of("[]", "()", "【】", "［］", "（）", "〈〉", "﹝﹞", "<>", "[］", "（]")) {
            all.add(disguise(
                    "brackets " + pair,
                    number -> number.replace('〔', pair.charAt(0)).replace('〕', pair.charAt(1)),
                    Repair.BRACKETS));
        }
        all.add(disguise("none", number -> number));
        all.add(disguise("full-width", DocumentNumberLawsTest::fullWidth, Repair.FULL_WIDTH));
        all.add(disguise("blank before the serial", number -> number.replace("〕", "〕 "), Repair.INNER_BLANKS));
        all.add(disguise("blank before the year", number -> number.replace("〔", "\u3000〔"), Repair.INNER_BLANKS));
        all.add(disguise("blanks everywhere", number -> String.join("\u00A0", number.split("")), Repair.INNER_BLANKS));
        all.add(disguise("blanks around", number -> "\u00A0" + number + "\u3000 ", Repair.OUTER_BLANKS));
        all.add(disguise("question mark", number -> "?" + number, Repair.STRAY_CHARACTERS));
        all.add(disguise("byte order mark", number -> "\uFEFF" + number, Repair.STRAY_CHARACTERS));
        all.add(disguise("zero-width space", number -> number.replace("〕", "\u200B〕"), Repair.STRAY_CHARACTERS));
        all.add(disguise("文 behind", number -> number + "文", Repair.STRAY_CHARACTERS));
        all.add(disguise("full stop", number -> number + "。", Repair.STRAY_CHARACTERS));
        all.add(disguise("第", number -> number.replace("〕", "〕第"), Repair.ORDINAL_PREFIX));
        all.add(disguise("zeros", number -> number.replace("〕", "〕00"), Repair.LEADING_ZEROS));
        all.add(disguise("no 号", number -> number.substring(0, number.length() - 1), Repair.MISSING_SUFFIX));
        all.add(disguise("label", number -> "文号：" + number, Repair.LABEL_IN_VALUE));
        all.add(disguise("enclosed", number -> "（" + number + "）", Repair.ENCLOSING_BRACKETS));
        all.add(disguise("unpaired", number -> "〔" + number, Repair.UNPAIRED_BRACKET));
        all.add(disguise("year unopened", number -> number.replace("〔", ""), Repair.UNPAIRED_BRACKET));
        all.add(disguise("two brackets", number -> number.replace("〕", "〕〕"), Repair.UNPAIRED_BRACKET));
        all.add(disguise("year first", DocumentNumberLawsTest::yearFirst, Repair.YEAR_FIRST));
        all.add(disguise(
                "year first, old brackets",
                number -> yearFirst(number).replace('〔', '[').replace('〕', ']'),
                Repair.YEAR_FIRST,
                Repair.BRACKETS));
        all.add(disguise("year of two digits", number -> number.replaceFirst("〔\\d\\d", "〔"), Repair.TWO_DIGIT_YEAR));
        all.add(disguise(
                "year without brackets",
                number -> number.replace("〔", "").replace("〕", "年第"),
                Repair.YEAR_WITHOUT_BRACKETS,
                Repair.ORDINAL_PREFIX));
        all.add(disguise("Chinese year", DocumentNumberLawsTest::chineseYear, Repair.CHINESE_NUMERALS));
        return Arbitraries.of(all);
    }

    @Provide
    Arbitrary<Disguise> disguisesOfNumbered() {
        return Arbitraries.of(List.of(
                disguise("none", number -> number),
                disguise("full-width", DocumentNumberLawsTest::fullWidth, Repair.FULL_WIDTH),
                disguise(
                        "serial in brackets",
                        number -> number.replaceFirst("第(\\d+)号", "[第$1号]"),
                        Repair.ENCLOSING_BRACKETS),
                disguise("blanks", number -> number.replaceFirst("第(\\d+)号", " 第 $1 号"), Repair.INNER_BLANKS),
                disguise(
                        "kind last",
                        number -> number.replaceFirst("(令|公告|通告)((?:\\d{4}年)?第\\d+号)", "$2$1"),
                        Repair.PART_ORDER),
                disguise("no 号", number -> number.substring(0, number.length() - 1), Repair.MISSING_SUFFIX),
                disguise("blanks around", number -> "\u00A0" + number + ' ', Repair.OUTER_BLANKS)));
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of("、", "，", ",", "；", ";", " ", "\u3000", "\n", "、 ", "/");
    }

    @Provide
    Arbitrary<String> scraps() {
        Arbitrary<String> scrap = Arbitraries.of(
                "国",
                "发",
                "财税",
                "公告",
                "令",
                "通告",
                "第",
                "号",
                "年",
                "文",
                "无",
                "字",
                "〔",
                "〕",
                "[",
                "]",
                "（",
                "）",
                "(",
                ")",
                "【",
                "】",
                "1993",
                "2015",
                "93",
                "15",
                "5",
                "012",
                "0",
                "二〇〇四",
                "二十一",
                "九",
                "２０１５",
                "５",
                " ",
                "\u3000",
                "\u00A0",
                "、",
                "，",
                ";",
                "/",
                "?",
                "-",
                "——",
                "\uFEFF",
                "\u200B",
                "\uE003",
                "\uD83D",
                "文号：",
                "发文字号",
                "号",
                "号",
                "〔2015〕",
                "[1993]",
                "国发",
                "国发〔2015〕5号",
                "财政部",
                "人民政府",
                "l",
                "Ａ",
                "。",
                "之一",
                "届",
                "的");
        return scrap.list().ofMinSize(1).ofMaxSize(10).map(each -> String.join("", each));
    }

    private static Arbitrary<String> codes() {
        Arbitrary<String> body = Arbitraries.strings()
                .withChars("国京沪鲁青津渝政府办财税教卫农商环企一二三")
                .ofMinLength(1)
                .ofMaxLength(6);
        Arbitrary<String> group = Arbitraries.of("", "", "", "（收）", "（党）");
        return Combinators.combine(body, group, Arbitraries.of("发", "字", "函", "办发", "明电"))
                .as((start, middle, end) -> start + middle + end);
    }

    /** Years that two digits tell apart. */
    private static Arbitrary<Integer> years() {
        return Arbitraries.integers().between(1949, 2029);
    }

    private static Arbitrary<Integer> serials(int least) {
        return Arbitraries.integers().between(least, 99_999);
    }

    private static Disguise disguise(String name, UnaryOperator<String> spelling, Repair... repairs) {
        Set<Repair> expected = EnumSet.noneOf(Repair.class);
        expected.addAll(List.of(repairs));
        return new Disguise(name, spelling, expected);
    }

    private static String fullWidth(String number) {
        StringBuilder wide = new StringBuilder();
        for (char each : number.toCharArray()) {
            wide.append(each >= '0' && each <= '9' ? (char) (each - '0' + '０') : each);
        }
        return wide.toString();
    }

    private static String yearFirst(String number) {
        int year = number.indexOf('〔');
        return number.substring(year, year + 6) + number.substring(0, year) + number.substring(year + 6);
    }

    private static String chineseYear(String number) {
        StringBuilder text = new StringBuilder(number);
        for (int i = number.indexOf('〔') + 1; i < number.indexOf('〕'); i++) {
            text.setCharAt(i, "〇一二三四五六七八九".charAt(number.charAt(i) - '0'));
        }
        return text.toString();
    }
}
