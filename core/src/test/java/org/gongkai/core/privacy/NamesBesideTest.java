package org.gongkai.core.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesBesideTest {

    private static final String NUMBER = "11010519491231002X";

    @ParameterizedTest
    @CsvSource({
        "我邻居张三（身份证#）宅基地审批材料, 我邻居张*（身份证110***************）宅基地审批材料",
        "关于李长堤 身份证号码：# 的档案, 关于李** 身份证号码：110*************** 的档案",
        "欧阳小明#的低保, 欧**110***************的低保",
        "村民冼三娘（身份证号为#）的补偿, 村民冼**（身份证号为110***************）的补偿",
        "身份证#，周一泉的补偿, 身份证110***************，周**的补偿",
        "我父亲赵铁山的宅基地, 我父亲赵**的宅基地",
        "本人孙望河，申请规划, 本人孙**，申请规划"
    })
    void aNameBesideANumberOrAWordOfKinshipIsHidden(String text, String masked) {
        String hidden = PersonalData.maskedPersons(text.replace("#", NUMBER));
        assertEquals(masked, hidden);
        assertEquals(masked, PersonalData.maskedPersons(hidden));
    }

    @ParameterizedTest
    @ValueSource(strings = {"本人承包地的台账", "李村河整治方案", "关于方案和高层住宅的批复", "母亲节活动经费", "王家庄村（2024年）拆迁公告", "邻居王某的举报"})
    void whatIsNoNameStays(String text) {
        assertEquals(text, PersonalData.maskedPersons(text));
    }

    @Test
    void aLongTextTakesNoMoreThanItsLength() {
        String text =
                ("张三（".repeat(20_000) + "（身份证".repeat(20_000) + "李".repeat(100_000) + "*".repeat(100_000)).repeat(2);
        assertTrue(PersonalData.maskedPersons(text).contains("李"));
    }
}
