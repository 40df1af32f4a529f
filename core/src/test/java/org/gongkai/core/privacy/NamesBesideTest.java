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

    /** A word of kinship or role stands beside the name, and nothing says where the name ends, or a word does. */
    @ParameterizedTest
    @CsvSource({
        "我丈夫郭大力宅基地审批材料, 我丈夫郭**宅基地审批材料",
        "邻居孙强违建查处情况, 邻居孙*违建查处情况",
        "同事王小虎工资发放表, 同事王**工资发放表",
        "我儿子（名叫李山）入学, 我儿子（名叫李*）入学",
        "户主：诸葛明亮低保, 户主：诸**低保",
        "邻居孙强、李大山和赵四的房屋, 邻居孙*、李**和赵*的房屋",
        "关于郭大力之妻低保的审批, 关于郭**之妻低保的审批",
        "关于郭大力的丈夫的档案, 关于郭**的丈夫的档案",
        "举报人翟志刚提供的材料, 举报人翟**提供的材料",
        "村民王建国反映的道路, 村民王**反映的道路",
        "村民王建国、李红信访件, 村民王**、李*信访件",
        "老公黄河山，老婆于兰的户籍, 老公黄**，老婆于*的户籍",
        "我母亲何秀英生前住房, 我母亲何**生前住房"
    })
    void aNameBesideAWordOfKinshipNeedsNoMarkBehindIt(String text, String masked) {
        String hidden = PersonalData.maskedPersons(text);
        assertEquals(masked, hidden);
        assertEquals(masked, PersonalData.maskedPersons(hidden));
    }

    @ParameterizedTest
    @CsvSource({
        "请致电138 1234 5678, 请致电138**********",
        "请致电13812 345678, 请致电***",
        "请致电13 812 345 678转, 请致电***转",
        "请致电138.12.34.56.78。, 请致电***。",
        "请致电138·1234·5678, 请致电***",
        "请致电+86 13812 345678, 请致电***",
        "请致电１３８１２　３４５６７８, 请致电***",
        "电话1381234567 8, 电话***",
        "号码123456789012, 号码***",
        "护照E12345678的签证, 护照***的签证",
        "护照号码：EA1234567, 护照号码：***",
        "G87654321（护照）, ***（护照）",
        "'护照办理，G87654321', '护照办理，***'",
        "翁大海（护照号：P1234567）的居留, 翁**（护照号：***）的居留",
        "港澳通行证号C12345678, 港澳通行证号***",
        "军官证军字第1234567号, 军官证军字第***号",
        "驾驶证370202 1990 0101 00, 驾驶证***",
        "社会保障卡号A1234567B, 社会保障卡号***"
    })
    void aNumberInGroupsOfItsOwnOrOfAPaperIsHidden(String text, String masked) {
        String hidden = PersonalData.maskedPersons(text);
        assertEquals(masked, hidden);
        assertEquals(masked, PersonalData.maskedPersons(hidden));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1998-03-15 201号文件",
                "2024-03-15至2024-04-16",
                "护照办理2024年3月数量1200件",
                "文号G20250001",
                "1200 3400 560元",
                "0532-88991122",
                "护照办理须知（2023）15号"
            })
    void aDayAnAmountAndANumberOfADocumentStay(String text) {
        assertEquals(text, PersonalData.maskedPersons(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "本人承包地的台账",
                "李村河整治方案",
                "关于方案和高层住宅的批复",
                "母亲节活动经费",
                "王家庄村（2024年）拆迁公告",
                "邻居王某的举报",
                "本人向贵局申请公开",
                "本人于三月提交",
                "村民任务清单",
                "学生张贴标语的处理",
                "邻居高层住宅",
                "居民黄金周出行",
                "职工周末加班",
                "本人方便时自取",
                "王府花园业主大会",
                "业主委员会备案",
                "本人曾经提交",
                "丈夫（已故）",
                "受理的方式是什么"
            })
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
