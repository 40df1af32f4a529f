package org.gongkai.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.gongkai.core.Repair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NULL",
                "null",
                "(null)",
                "[NULL]",
                "<null>",
                "\\N",
                "undefined",
                "None",
                "NaN",
                "nan",
                "N/A",
                "[object Object]",
                "[object  Object]",
                "Ｎｕｌｌ",
                " null ",
                "'NULL'",
                "-Infinity",
                "<nil>",
                "NaT",
                "[]",
                "{}",
                "Invalid Date",
                "java.util.ArrayList@1b2c",
                "[Ljava.lang.String;@3f2a",
                "com.x.Foo@3f",
                "System.Collections.Generic.List`1[System.String]",
                "[object HTMLElement]",
                "${title}",
                "$!{title}",
                "#{title}",
                "{{ item.title }}",
                "<%= title %>",
                "$title",
                "$!item.title",
                "@{title}",
                "[[${title}]]",
                "{0}",
                "{$title}",
                "[!--title--]",
                "<?php echo $title; ?>",
                "%s",
                "%1$s",
                "%Y年%m月%d日",
                "@Model.Title",
                "__TITLE__",
                "class java.util.Date",
                "Array",
                "Object",
                "N.A.",
                "nullnull"
            })
    void wordsOfProgramsForNoValueAreKnownInAnyCaseAndInBrackets(String text) {
        assertTrue(ProgramText.absent(text));
        assertTrue(LegacyText.nullToken(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "无",
                "无文号",
                "——",
                "/",
                "Nullarbor",
                "NULL岛",
                "nano",
                "空",
                "infinite",
                "zhang.san@example.gov.cn",
                "A.B@3f.com",
                "${项目}",
                "{ts '2023-07-21 00:00:00'}",
                "{d '2023-07-21'}",
                "$100",
                "{甲}",
                "5%",
                "Arrays",
                "R&D"
            })
    void wordsOfPeopleAndOtherTextsAreNoneOfThem(String text) {
        assertFalse(ProgramText.absent(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "关于&ldquo;防汛&rdquo;&amp;抗旱的通知|关于“防汛”&抗旱的通知|character-references",
                "临政发&#12308;2023&#x3015;1号|临政发〔2023〕1号|character-references",
                "&amp;ldquo;十四五&amp;rdquo;|“十四五”|character-references",
                "&#147;防汛&#148;|“防汛”|character-references",
                "\\u5173\\u4e8e通知|关于通知|escapes",
                "%u5173%u4E8E通知|关于通知|escapes",
                "=\"关于防汛的通知\"|关于防汛的通知|stray-characters",
                "=\"关于\"\"防汛\"\"的通知\"|关于\"防汛\"的通知|stray-characters",
                "发⽂字号|发文字号|compatibility-forms",
                "⻓沙⻔⼾|长沙门户|compatibility-forms",
                "&nosuch;与A&B;C&#xD800;&#0;|&nosuch;与A&B;C&#xD800;&#0;|",
                "=\"甲\"&\"乙\"|=\"甲\"&\"乙\"|",
                "C:\\users\\x|C:\\users\\x|",
                "%E5%85%AC%E5%91%8A（2023）|公告（2023）|escapes",
                "http://x.gov.cn/%E5%85%AC|http://x.gov.cn/%E5%85%AC|",
                "完成率100%25类|完成率100%25类|",
                "å…¬å\u0091Š|公告|charset",
                "¹ØÓÚ·ÀÑ´µÄÍ¨Öª|关于防汛的通知|charset",
                "关于café与Ångström的通知|关于café与Ångström的通知|",
                "ÉÀÇ|ÉÀÇ|",
                "100%用于|100%用于|"
            })
    void whatProgramsLeaveIsReadAsItWasMeant(String text, String meant, String repairs) {
        ProgramText.Decoded decoded = ProgramText.decode(text);
        assertEquals(meant, decoded.text());
        assertEquals(
                repairs == null ? "" : repairs,
                decoded.repairs().stream().map(Repair::code).collect(Collectors.joining(" ")));
    }

    @Test
    void controlCharactersAndCommandsToATerminalGoAndBreaksStay() {
        assertEquals(
                new ProgramText.Decoded("关于红\t色\n预警", List.of(Repair.STRAY_CHARACTERS)),
                ProgramText.decode("关\u0000于\u001B[31m红\u001B[0m\t色\n预\u200B警"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<![CDATA[<p>各镇：</p>]]>|<p>各镇：</p>",
                "&lt;![CDATA[各镇]]&gt;|各镇",
                "//<![CDATA[各镇//]]>|各镇",
                "<!--[CDATA[<p>各镇</p>]]-->|<p>各镇</p>",
                "[CDATA[各镇]]|[CDATA[各镇]]",
                "http://x.gov.cn/]]>|http://x.gov.cn/"
            })
    void theMarksOfSectionsGoAndWhatStandsBetweenThemStays(String text, String rest) {
        assertEquals(rest, ProgramText.withoutSections(text));
    }

    @Test
    void aTextWithNothingOfTheKindIsGivenBackAsItIs() {
        String text = "关于印发《2023年工作要点》的通知（青崂政办字〔2023〕13号）\n各街道：";
        assertSame(text, ProgramText.decode(text).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "关于&ldquo;防汛|&ldquo;",
                "关于\\u9632汛|\\u9632",
                "各镇：<p style='a'>内容|<p",
                "内容</span>|</span",
                "关于\uFFFD的通知|\uFFFD",
                "undefined|undefined",
                "标题：${name}|${name}",
                "标题 {{ item.name }}|{{ item.name }}",
                "甲com.x.Foo@3f乙|com.x.Foo@3f",
                "function(){ return 1; }|function(){",
                "锟斤拷锟斤拷|锟斤拷",
                "关于防\uE5D2汛的通知|\uE5D2",
                "\uF0B7东岚市水务局|\uF0B7",
                "关于防\uDB80\uDC01汛的通知|\uDB80\uDC01",
                "关于$year年|$year",
                "关于{0}的通知|{0}",
                "东政发〔2024〕%d号|%d",
                "甲<?php echo 1; ?>乙|<?php echo 1; ?>",
                "关于印发\\\"十四五\\\"规划的通知|\\\"",
                "[b]关于防汛的通知[/b]|[/b]",
                "[COLOR=red]关于防汛的通知[/COLOR]|[/COLOR]",
                "烫烫烫烫烫|烫烫烫烫烫",
                "Ã©t|Ã©",
                "甲ï¿½乙|ï¿½",
                "å…³äºŽåš|å…³äºŽ",
                "鍏充簬鐨勯氱煡|鍏充簬鐨",
                "甲%E5%85%AC乙|%E5%85%AC",
                "5YWz5LqO5YGa5aW96Ziy5rGb5bel5L2c55qE6YCa55+l|5YWz5LqO5YGa5aW96Ziy5rGb5bel5L2c55qE6YCa55+l",
                "data:image/png;base64,iVBORw0KGgo|data:image/png;base64,"
            })
    void residueIsFoundWhereverItStands(String text, String residue) {
        assertEquals(residue, ProgramText.residue(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "关于A&B的通知",
                "5<6，a<b",
                "<通知>",
                "R&D; 经费",
                "D:\\档案\\通知",
                "无文号",
                "甲\n乙\t丙",
                "《JavaScript function() 教学大纲》",
                "烫烫烫火锅店",
                "[1]、[b]项和[/]",
                "D:\\政务\\公开",
                "100%E类",
                "占比5%s、10%d",
                "US$1、𠮷林",
                "$100、{甲}、#1#、“{{”",
                "张××××××××",
                "见http://x.gov.cn/s?q=%E5%85%AC",
                "…………······",
                "café Ångström São Paulo",
                "11370202MB2849XXXX",
                "zhang.san@example.gov.cn",
                "屯留区、屯屯"
            })
    void lawfulTextHasNoResidue(String text) {
        assertNull(ProgramText.residue(text));
    }

    @Property
    void whatIsDecodedOnceIsNotDecodedAgain(@ForAll @StringLength(max = 40) String text) {
        String decoded = ProgramText.decode(
                        "甲" + text.replace("&", "").replace("\\", "").replace("%", ""))
                .text();
        assertEquals(decoded, ProgramText.decode(decoded).text());
    }
}
