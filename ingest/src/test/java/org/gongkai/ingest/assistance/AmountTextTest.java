package org.gongkai.ingest.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gongkai.core.assistance.AmountChange;
import org.gongkai.core.assistance.AmountUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {

    @ParameterizedTest
    @CsvSource({
        "不低于791元, 791, , true",
        "1045元/人·月, 1045, YUAN_PERSON_MONTH, false",
        "1045元/人/月, 1045, YUAN_PERSON_MONTH, false",
        "1045元/月·人, 1045, YUAN_PERSON_MONTH, false",
        "１０４５ 元／月, 1045, YUAN_PERSON_MONTH, false",
        "每人每月1045元, 1045, YUAN_PERSON_MONTH, false",
        "5400元/年, 5400, YUAN_PERSON_YEAR, false",
        "每人每年5400元, 5400, YUAN_PERSON_YEAR, false",
        "300元/户·月, 300, YUAN_HOUSEHOLD_MONTH, false",
        "300元/户·年, 300, YUAN_HOUSEHOLD_YEAR, false",
        "2000元/人·次, 2000, YUAN_PERSON_TIME, false",
        "每户每次3000元, 3000, YUAN_HOUSEHOLD_TIME, false",
        "600元/人·季度, 600, YUAN_PERSON_QUARTER, false",
        "每人每季度600元, 600, YUAN_PERSON_QUARTER, false",
        "22920.5, 22920.5, , false",
        "1320元（继续执行）, 1320, , false",
        "调整为1045元, 1045, , false",
    })
    void oneAmountIsRead(String text, String value, AmountUnit unit, boolean atLeast) {
        AmountText.Part part = AmountText.read(text).get(0);
        assertEquals(value, part.value().toPlainString());
        assertEquals(unit, part.unit());
        assertEquals(atLeast, part.atLeast());
        assertEquals("", part.rest());
    }

    @Test
    void severalAmountsAreReadInOrder() {
        assertEquals(List.of("565", "444", "292"), values("565、444、292"));
        assertEquals(List.of("1980", "1320", "660"), values("1980/1320/660"));
        assertEquals(List.of("1200", "900"), values("1,200元\n900元"));
        assertEquals(
                List.of("城市", "农村"),
                AmountText.read("城市1045元，农村791元").stream()
                        .map(AmountText.Part::rest)
                        .toList());
    }

    @Test
    void theWordsTellWhatBecameOfTheAmount() {
        assertEquals(AmountChange.UNCHANGED, AmountText.read("继续执行").get(0).change());
        assertNull(AmountText.read("继续执行原标准").get(0).value());
        assertEquals(
                AmountChange.UNCHANGED, AmountText.read("1320（继续执行）").get(0).change());
        AmountText.Part raised = AmountText.read("由995元提高到1045元").get(0);
        assertEquals(AmountChange.RAISED, raised.change());
        assertEquals("995", raised.previous().toPlainString());
        assertEquals("1045", raised.value().toPlainString());
        assertEquals(AmountChange.SET, AmountText.read("调整为1045元").get(0).change());
        assertEquals("社会散居孤儿", AmountText.read("参照社会散居孤儿").get(0).follows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15%",
                "低保标准的1.3倍",
                "提高50元",
                "增加130元/月",
                "601-800元",
                "不超过1000元",
                "约900元",
                "待定",
                "2.4万元",
                "1.2.3",
                "见附件",
                "12345678901",
                "2023年",
                "1200人"
            })
    void whatIsNoAmountIsNotReadAsOne(String text) {
        assertNull(AmountText.read(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "—", "——", "-", "－", "/", "无", "……"})
    void aSignForNothingIsNothing(String text) {
        assertTrue(AmountText.nothing(text));
    }

    @Test
    void yuanAloneNamesNoUnit() {
        assertNull(AmountText.unit("元"));
        assertNull(AmountText.unit("标准（元）"));
        assertEquals(AmountUnit.YUAN_PERSON_MONTH, AmountText.unit("月标准（元）"));
        assertEquals(AmountUnit.YUAN_PERSON_MONTH, AmountText.unit("单位：元/人·月"));
        assertEquals(AmountUnit.YUAN_PERSON_YEAR, AmountText.unit("标准（元/人·年）"));
        assertEquals(AmountUnit.YUAN_PERSON_QUARTER, AmountText.unit("元/季"));
        // 元/次 goes to persons or to households, so it is no unit that could be said.
        assertNull(AmountText.unit("元/次"));
    }

    private static List<String> values(String text) {
        return AmountText.read(text).stream()
                .map(each -> each.value().toPlainString())
                .toList();
    }
}
