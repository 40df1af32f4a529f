package org.gongkai.core.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HiddenNamesTest {

    private static HiddenNames asked(String... cells) {
        HiddenNames names = new HiddenNames(word -> word.equals("自然人"));
        for (String each : cells) {
            names.keep(each, true);
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource({
        "TOM SMITH, 关于Tom Smith的就业许可, 关于**的就业许可",
        "Tom Smith, ＴＯＭ ＳＭＩＴＨ的许可, **的许可",
        "Tom Smith, 'Smith, Tom的许可', '**, Tom的许可'",
        "买买提·吐尔逊, 买买提•吐尔逊的宅基地, **的宅基地",
        "买买提·吐尔逊, 买买提吐尔逊的宅基地, **的宅基地",
        "王小 山, 王 小山低保, **低保",
        "郎建, 郎建的档案, **的档案",
        "李大山（男）, 李大山的档案, **的档案",
        "陈律师, 陈律师函, 陈律师函",
        "自然人, 自然人申请, 自然人申请",
        "东岭市长青建材有限公司, 长青建材和东岭市长青建材有限公司, 长青建材和**"
    })
    void aNameIsHiddenHoweverItIsWritten(String cell, String text, String hidden) {
        assertEquals(hidden, asked(cell).without(text));
    }

    @Test
    void aLatinNameIsNotHiddenWithinAWord() {
        HiddenNames names = asked("Anna");
        assertEquals("Annabel和**，B**", names.without("Annabel和Anna，B ANNA").replace("B **", "B**"));
        assertEquals("XANNA1", names.without("XANNA1"));
    }

    @Test
    void whatStandsWithinTheNameOfABodyIsLeft() {
        HiddenNames names = asked("王府");
        names.body("王府街道办事处");
        assertEquals("王府街道办事处答复**", names.without("王府街道办事处答复王府"));
        assertTrue(names.holds("王 府"));
        names.body("王府");
        assertEquals("**", names.without("王府"));
    }

    @ParameterizedTest
    @CsvSource({
        "护照：E12345678, 证件E12345678的签证, 证件**的签证",
        "0532-88991122, 致电0532 88991122, 致电**",
        "zhang_3@mail.example, 发至Zhang_3@mail.example为宜, 发至**为宜",
        "2025-03-01, 2025-03-01的会议, 2025-03-01的会议",
        "生产生活, 生产生活用水, 生产生活用水",
        "12号, 12号楼, 12号楼"
    })
    void aPrivateNumberIsHiddenAndADayIsNot(String cell, String text, String hidden) {
        HiddenNames names = asked();
        names.keepNumbers(cell);
        assertEquals(hidden, names.without(text));
        assertEquals("E123456789", names.without("E123456789"), "a longer number is another");
    }

    @Test
    void nothingIsHiddenWhereNothingIsKnown() {
        String text = "张三的档案";
        assertEquals(text, asked().without(text));
        assertFalse(asked().holds(""));
        HiddenNames names = new HiddenNames(word -> false);
        names.keep("生产用水", false);
        assertEquals("生产用水", names.without("生产用水"));
        names.keep("张三", false);
        assertEquals("**的档案", names.without(text));
    }

    @Test
    void aLongTextTakesNoMoreThanItsLength() {
        HiddenNames names = asked("aaaaaaaab", "张三");
        String text = "a ".repeat(200_000) + " ".repeat(200_000) + "张".repeat(200_000);
        assertEquals(text, names.without(text));
    }
}
