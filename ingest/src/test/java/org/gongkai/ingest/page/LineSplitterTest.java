package org.gongkai.ingest.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.gongkai.ingest.mapping.LabelAliases;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

    private final LineSplitter splitter = new LineSplitter(new KnownLabels(LabelAliases.standard()));

    private List<String> split(String text) {
        return splitter.split(new Block(new Element("p"), text.replace('|', Block.EDGE))).stream()
                .map(each -> each.label() + "=" + each.value())
                .toList();
    }

    @Test
    void eachValueReachesToTheNextLabel() {
        assertEquals(List.of("来源=区政府", "发布日期=2023-01-02"), split("来源：区政府 发布日期：2023-01-02"));
    }

    @Test
    void aLabelInBracketsNeedsNoColon() {
        assertEquals(List.of("索引号=A1"), split("【索引号】A1"));
    }

    @Test
    void aLabelThatFillsItsElementNeedsNoColon() {
        assertEquals(List.of("索引号=A1", "发文字号=某发〔2023〕5号"), split("索引号|A1|发文字号|某发〔2023〕5号"));
    }

    @Test
    void aLabelThatOpensAShortLineNeedsABlankOnly() {
        assertEquals(List.of("索引号=A1"), split("索引号 A1"));
    }

    @Test
    void anUnknownLabelNeedsAColon() {
        assertEquals(List.of("某某编码=A1"), split("某某编码：A1"));
        assertEquals(List.of(), split("某某编码 A1"));
    }

    @Test
    void anUnknownLabelInsideAValueEndsIt() {
        assertEquals(List.of("索引号=A1", "某某编码=B2"), split("索引号：A1 某某编码：B2"));
    }

    @Test
    void aDateBehindTheSourceIsThatOfPublication() {
        assertEquals(List.of("来源=区政府", "[页面:日期]=2023-01-02 10:20"), split("来源：区政府 | 2023-01-02 10:20"));
    }

    @Test
    void aTextBehindADateIsToldApart() {
        assertEquals(List.of("发布日期=2023年1月2日", "[页面:文字]=某某科室"), split("发布日期：2023年1月2日某某科室"));
    }

    @Test
    void theToolForTheSizeOfLettersIsNoNumber() {
        assertEquals(List.of(), split("字号：【大】【中】【小】"));
    }

    @Test
    void whatStandsBeforeTheFirstLabelIsANumberADateOrText() {
        assertEquals("[页面:发文字号]=某政发〔2023〕5号", split("某政发〔2023〕5号 索引号：A1").get(0));
        assertEquals("[页面:日期]=2023-01-02", split("（2023-01-02） 索引号：A1").get(0));
        assertEquals("[页面:文字]=某某说明", split("某某说明 索引号：A1").get(0));
    }

    @Test
    void aLongLineWithoutALabelAtItsHeadIsText() {
        assertEquals(List.of(), split("某".repeat(600) + " 索引号：A1"));
    }

    @Test
    void aDateMayStandInBrackets() {
        assertEquals("2023年1月2日", LineSplitter.date("[2023年1月2日]"));
        assertNull(LineSplitter.date("2023年1月"));
    }
}
