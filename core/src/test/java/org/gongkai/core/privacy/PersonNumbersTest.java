package org.gongkai.core.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick search finds what the patterns find, at the same places. All numbers are made up. */
class PersonNumbersTest {

    @Property(tries = 4000)
    void theQuickSearchFindsWhatThePatternsFind(@ForAll("texts") String text) {
        // The patterns know no points between groups.
        String usual = NumberForms.usual(text);
        assertEquals(PersonalDataByPatterns.findNumbers(usual), PersonalData.findNumbers(text), text);
        assertEquals(PersonalDataByPatterns.find(usual), PersonalData.find(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a+86)13800000000",
                "a(+86) 138-0000-0000",
                "138-0000-0086)13800000000",
                "138 0000 0086)13800000000",
                "0086)13911110000 086)13911110000 10086)13911110000",
                "x86 13911110000，+86 13911110000，wx8613911110000",
                "13911110000 13911110001 13911110002",
                "6222 0200 0000 0000 000元",
                "6222-0200 0000-0000",
                "6222 0200 0000 0000 0001",
                "6222020000000000000万元",
                "身份证：：\t 110105194912310021 110105194912310021",
                "公民身份证件号码110105491231002 13911110000",
                "身份\u200B证11010519491231002\u200Bx",
                "11010519491231002 X，11010519491231002-x。11010519491231002 Xa",
                "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
                "https://a.example/1/13911110000?p=13911110000&q=1/13911110000",
                "共13911110000 平米，13911110000.，13911110000.5，2023-13911110000，1234567-13911110000",
                "＋８６）１３９１１１１００００",
                "0000000１7.5123456789016222 0200 0000 0000 000",
                "１123456.13911110000"
            })
    void whatStandsTogetherIsToldApartAsThePatternsDo(String text) {
        assertEquals(PersonalDataByPatterns.find(text), PersonalData.find(text));
        assertEquals(PersonalDataByPatterns.findNumbers(text), PersonalData.findNumbers(text));
    }

    @Test
    void thePatternsFindEachKindInWhatIsTried() {
        List<PersonalData.Kind> kinds =
                PersonalDataByPatterns.find("户主：张三，11010519491231002X，13911110000，6222020000000000000").stream()
                        .map(PersonalData.Match::kind)
                        .toList();
        assertTrue(kinds.containsAll(List.of(PersonalData.Kind.values())), kinds.toString());
    }

    /** Texts of the pieces that numbers are made of, and of what makes them no numbers. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.of(
                        "11010519491231002X",
                        "110105194912310021",
                        "110105 19491231 002x",
                        "110105491231002",
                        "13911110000",
                        "139 1111 0000",
                        "1391 1110 000",
                        "139-11110000",
                        "+86",
                        "0086",
                        "86",
                        ")",
                        "(",
                        "6222020000000000000",
                        "6222 0200 0000 0000 000",
                        "6222-0200-0000-0000",
                        "4111111111111111"),
                Arbitraries.of(
                        "0532-88996769",
                        "19059120230915143805",
                        "2023年7月20日",
                        "2023-",
                        "7.5",
                        "10000",
                        "1",
                        "12",
                        "1234",
                        "12345678901"),
                Arbitraries.of(
                        "身份证", "公民身份", "证", "件", "号码", "号", "：", ":", "\t", "\n", "\r", "户主：张三", "姓名 李四", "，", "。"),
                Arbitraries.of(
                        " ",
                        " ",
                        "-",
                        "-",
                        "  ",
                        "\u00A0",
                        "\u3000",
                        "—",
                        "－",
                        "\u200B",
                        "\uFEFF",
                        "*",
                        "X",
                        "x",
                        "_",
                        "￥",
                        "第",
                        ".",
                        "%",
                        "元",
                        "万元",
                        " 平方米",
                        "公顷",
                        "wx",
                        "QQ",
                        "tel",
                        "http://a.example/",
                        "?p=",
                        "Ａ"),
                Arbitraries.strings().withCharRange('0', '9').ofMinLength(1).ofMaxLength(20),
                Arbitraries.strings().withChars("0１2３ -6\u200B８").ofMinLength(8).ofMaxLength(24));
        return pieces.list().ofMinSize(1).ofMaxSize(12).map(each -> String.join("", each));
    }
}
