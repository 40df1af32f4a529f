package org.gongkai.core.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.core.privacy.PersonalData.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All numbers here are made up: only their check characters are right. */
class PersonalDataTest {

    @ParameterizedTest
    @CsvSource({
        "证件11010519491231002X。,IDENTITY_NUMBER,110***************",
        "11010519491231002x,IDENTITY_NUMBER,110***************",
        "１１０１０５１９４９１２３１００２Ｘ,IDENTITY_NUMBER,110***************",
        "身份证号：110105194912310021,IDENTITY_NUMBER,110***************",
        "身份证号码 110105491231002,IDENTITY_NUMBER,110************",
        "电话13800000000,MOBILE_NUMBER,138********",
        "手机 +86 138-0000-0000 联系,MOBILE_NUMBER,+86**************",
        "卡号6222020000000000000,BANK_CARD,622****************",
        "卡 6222 0200 0000 0000 000,BANK_CARD,622********************",
        "张三 110105 19491231 002X 已核,IDENTITY_NUMBER,110*****************",
        "110105-19491231-002X,IDENTITY_NUMBER,110*****************",
        "1101 0519 4912 3100 2X,IDENTITY_NUMBER,110*******************",
        "2023 110105 19491231 002X,IDENTITY_NUMBER,110*****************",
        "110105\u200B19491231\u200B002X,IDENTITY_NUMBER,110*****************",
        "110105\u00A019491231\u00A0002X,IDENTITY_NUMBER,110*****************",
        "110105—19491231—002X,IDENTITY_NUMBER,110*****************",
        "ID11010519491231002X,IDENTITY_NUMBER,110***************",
        "http://www.example.gov.cn/list?id=11010519491231002X,IDENTITY_NUMBER,110***************",
        "身份证号：110105 491231 002,IDENTITY_NUMBER,110**************",
        "联系人李四13800000000.,MOBILE_NUMBER,138********",
        "(+86)13800000000,MOBILE_NUMBER,+86************",
        "１３８　００００　００００,MOBILE_NUMBER,138**********",
        "1380 0000 000,MOBILE_NUMBER,138**********",
        "138 00000000,MOBILE_NUMBER,138*********",
        "微信wx13800000000,MOBILE_NUMBER,138********",
        "http://www.example.gov.cn/?phone=13800000000,MOBILE_NUMBER,138********",
        "'{\"url\":\"http://www.example.gov.cn/1.html\",\"a\":\"13800000000\"}',MOBILE_NUMBER,138********",
        "'http://www.example.gov.cn/1.html,13800000000,甲',MOBILE_NUMBER,138********",
        "http://www.example.gov.cn/1.html（6222020000000000000）,BANK_CARD,622****************",
        "http://www.example.gov.cn/1.html，电话13800000000,MOBILE_NUMBER,138********",
        "http://www.example.gov.cn/1.html|6222020000000000000,BANK_CARD,622****************",
        "'甲;http://www.example.gov.cn/a;13800000000',MOBILE_NUMBER,138********",
        "'甲,1.10105E+17,乙',IDENTITY_NUMBER,1.10***E+**",
        "1.10105491231002E+14,IDENTITY_NUMBER,1.10************E+**",
        "6222-0200-0000-0000-000,BANK_CARD,622********************",
        "一一〇一〇五一九四九一二三一〇〇二X,IDENTITY_NUMBER,110***************",
        "电话壹叁捌零零零零零零零零,MOBILE_NUMBER,138********",
        "1101.05.19491231.002X,IDENTITY_NUMBER,110******************",
        "电话138.0000.0000。,MOBILE_NUMBER,138**********",
        "身份证号：110105194912310021,IDENTITY_NUMBER,110***************",
        "户主：张三，,PERSON_NAME,张*",
        "被征收人: 欧阳小明（三口人）,PERSON_NAME,欧***"
    })
    void personalDataIsFound(String text, Kind kind, String masked) {
        List<PersonalData.Match> found = PersonalData.find(text);
        assertEquals(1, found.size(), found.toString());
        assertEquals(kind, found.get(0).kind());
        assertEquals(masked, found.get(0).masked());
    }

    @Test
    void numbersAreFoundWithoutTheNames() {
        assertEquals(
                List.of(Kind.MOBILE_NUMBER, Kind.IDENTITY_NUMBER),
                PersonalData.findNumbers("户主：张三，138-0000-0000，１１０１０５１９４９１２３１００２Ｘ").stream()
                        .map(PersonalData.Match::kind)
                        .toList());
        assertEquals(List.of(), PersonalData.findNumbers("户主：张三，2023年7月20日，第110项"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021",
                "身份证明110105194912310021",
                "110105194913310029",
                "1101051949123100XX",
                "110105********002X",
                "19059120230915143805",
                "11370322004222241N",
                "0532-88996769",
                "12345678901",
                "138****0000",
                "二〇二三年十二月三十一日",
                "138.0000.0000.5",
                "2023.01.15 2023.02.16",
                "13800.000000",
                "户主：张某",
                "户主：王家村",
                "产权人：某某有限公司",
                "被征收人：李沧区某公司",
                "6222020000000000001",
                "面积13.8000000000公顷",
                "总额13800000000元",
                "共13800000000 平方米",
                "占13800000000%",
                "￥13800000000",
                "第13800000000号",
                "2023-13800000000",
                "http://www.example.gov.cn/art/2023/7/21/art_13800000000_1.html",
                "http://www.example.gov.cn/a,13800000000.html",
                "http://www.example.gov.cn/a,13800000000_1,2",
                "1.10105E+12",
                "1.10105E+171",
                "共9.9E+17",
                "-1.10105E+17",
                "1.10105199013E+17",
                "370212 20230731 1234",
                "440106001002003004",
                "20230721202407212025072120260721",
                "0532-88996769 0532-88996770",
                ""
            })
    void whatOnlyLooksLikePersonalDataIsNot(String text) {
        assertEquals(List.of(), PersonalData.find(text));
    }

    @Test
    void whatIsToldOfAValueDependsOnItsLabel() {
        assertEquals("370***************", PersonalData.told("身份证号", "370202199001011000"));
        assertEquals("370***************", PersonalData.told("[3]", "370202199001011000"));
        assertEquals("370202199013011000", PersonalData.told("[3]", "370202199013011000"), "no month");
        assertEquals("3.7********", PersonalData.told("证件号码", "3.70202E+17"));
        assertEquals("3.70***E+**", PersonalData.told("栏目", "3.70202E+17"));
        assertEquals("张*", PersonalData.told("人员.户主姓名", "张三"));
        assertEquals("370202199001011000", PersonalData.told("项目编号", "370202199001011000"));
        assertEquals("电话138********", PersonalData.told("备注", "电话13800000000"));
    }

    @Test
    void theBeginningOfANumberBehindWhichATextWasCutIsHidden() {
        assertEquals("甲 110**************…", PersonalData.maskedNumbers("甲 11010519491231002…"));
        assertEquals("甲 138********...", PersonalData.maskedNumbers("甲 13800000000..."));
        assertEquals("共 1234567890…", PersonalData.maskedNumbers("共 1234567890…"));
    }

    @Test
    void anIdentityNumberThatASpreadsheetRoundedIsHiddenWhereNobodyNamesIt() {
        assertEquals("甲,370***************,乙", PersonalData.maskedNumbers("甲,370202199001011000,乙"));
        assertEquals("甲,3.70***E+**,乙", PersonalData.maskedNumbers("甲,3.70202E+17,乙"));
        assertEquals("甲,370202199013011000,乙", PersonalData.maskedNumbers("甲,370202199013011000,乙"));
        assertEquals(1, PersonalData.findUnlabelled("甲,370202199001011000").size());
        assertEquals(List.of(), PersonalData.find("甲,370202199001011000"));
    }

    @Test
    void aNameInACellBesideANumberIsHiddenInWhatIsToldOrKept() {
        assertEquals("周**,138********,低保名单", Leaving.text("周文远,13800001234,低保名单"));
        assertEquals("周** 138******** 低保名单", Leaving.text("周文远 13800001234 低保名单"));
        assertEquals(
                "{\"xm\":\"周**\",\"dh\":\"138********\"}", Leaving.text("{\"xm\":\"周文远\",\"dh\":\"13800001234\"}"));
        assertEquals("周**,138********,低保名单", Leaving.text("周**,138********,低保名单"), "nothing changes the second time");
        assertEquals(
                "周文远在会上讲话，详询13800001234".replace("13800001234", "138********"),
                Leaving.text("周文远在会上讲话，详询13800001234"),
                "no cell");
        assertEquals("周文远,低保名单", Leaving.text("周文远,低保名单"), "no number");
        assertEquals(3, PersonalData.findUnlabelled("周文远\t13800001234\n孙立群\t无").size(), "a row of its own");
    }

    @Test
    void aCellThatCanBeNothingButANameIsHiddenInRowsOfWhichNoRecordCame() {
        assertEquals("2,,,周**", PersonalData.maskedRow("2,,,周文远"));
        assertEquals("{\"xm\":\"周**\",\"sm\":\"无\"}", PersonalData.maskedRow("{\"xm\":\"周文远\",\"sm\":\"无\"}"));
        assertEquals("周**\t欧***", PersonalData.maskedRow("周文远\t欧阳明月"));
        assertEquals("{\"xm\":\"周**\",\"sm\":\"**的申请\"}", PersonalData.maskedRow("{\"xm\":\"周文远\",\"sm\":\"周文远的申请\"}"));
        for (String row :
                List.of("单位,文号,任务书,金额", "东村,高密市,安置费", "周文远在会上讲话", "<td>周文远</td>,1", "会议由周文远,主持。", "低保,特困,孤儿")) {
            assertEquals(row, PersonalData.maskedRow(row));
        }
    }

    @Test
    void aNameIsFoundAsTheValueOfAProperty() {
        assertEquals(
                "{\"户主\":\"张*\",\"姓名\" : \"李**\",\"标题\":\"王某某\"}",
                PersonalData.masked("{\"户主\":\"张三\",\"姓名\" : \"李四光\",\"标题\":\"王某某\"}"));
    }

    @Test
    void aColumnOfNamesIsKnownByItsLabel() {
        assertEquals(Kind.PERSON_NAME, PersonalData.find("户主姓名", " 李四 ").get(0).kind());
        assertEquals(
                Kind.IDENTITY_NUMBER,
                PersonalData.find("身份证号", "110105491231002").get(0).kind());
        assertEquals(List.of(), PersonalData.find("项目编号", "110105491231002"));
        assertEquals(List.of(), PersonalData.find("村名", "李四"));
        assertEquals(List.of(), PersonalData.find("权利人", "东村股份经济合作社"));
        assertTrue(PersonalData.personal("身份证号码："));
        assertTrue(PersonalData.personal("姓 名（盖章）"));
        assertFalse(PersonalData.personal("联系电话"));
    }

    @Test
    void aMaskedTextKeepsTheRest() {
        String text = "户主：张三，身份证11010519491231002X，补偿1200元";
        assertEquals("户主：张*，身份证110***************，补偿1200元", PersonalData.masked(text));
    }

    @Property(tries = 200)
    void anyNumberWithTheRightCheckCharacterIsFoundAndMaskingLeavesNone(@ForAll @IntRange(max = 999) int serial) {
        String body = "37021219800101" + String.format("%03d", serial);
        long found = "0123456789X"
                .chars()
                .filter(check -> !PersonalData.find(body + (char) check).isEmpty()
                        && PersonalData.find(body + (char) check).get(0).kind() == Kind.IDENTITY_NUMBER)
                .count();
        assertEquals(1, found);
        assertEquals(List.of(), PersonalData.find(PersonalData.masked("证" + body + "X 13911111111")));
    }

    @Property(tries = 300)
    void aNumberIsFoundWhereverItStandsInAText(
            @ForAll @IntRange(max = 40) int before,
            @ForAll @IntRange(max = 40) int between,
            @ForAll boolean spaced,
            @ForAll @IntRange(max = 40) int after) {
        String number = spaced ? "138-0000 0000" : "１３８0000０000";
        String text = "号".repeat(before) + "2023-1" + "年".repeat(between) + '：' + number + "止".repeat(after);
        assertEquals(
                List.of(Kind.MOBILE_NUMBER),
                PersonalData.findNumbers(text).stream()
                        .map(PersonalData.Match::kind)
                        .toList());
    }
}
