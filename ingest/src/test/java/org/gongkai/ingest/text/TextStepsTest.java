package org.gongkai.ingest.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The single steps of reading what a text says of itself. */
class TextStepsTest {

    private static List<TextLine> lines(String... texts) {
        return Stream.of(texts).map(each -> TextLine.of(each, 1)).toList();
    }

    @Test
    void aNumberOfAnOrderMayStandInTwoLinesOrThree() {
        assertEquals("某某市人民政府令第5号", NumberLines.parted("某某市人民政府令", "（第5号）", "").number());
        NumberLines.Found three = NumberLines.parted("某某市人民政府", "令", "第5号");
        assertNotNull(three);
        assertEquals(2, three.below());
        assertNull(NumberLines.parted("某某市人民政府", "通知", "第5号"));
    }

    @Test
    void aNumberThatATitleGoesOnFromIsCited() {
        assertNotNull(NumberLines.at(lines("某发〔2023〕5号"), 0));
        assertNull(NumberLines.at(lines("关于转发", "某发〔2023〕5号"), 1));
    }

    @Test
    void theNumberInBracketsAtTheEndOfATitleIsItsOwnUnlessTheTitleCitesAnother() {
        assertEquals("某发〔2023〕5号", NumberLines.ofTitle("关于防汛工作的通知（某发〔2023〕5号）"));
        assertNull(NumberLines.ofTitle("转发关于防汛工作的通知（某发〔2023〕5号）"));
        assertNull(NumberLines.ofTitle("《关于防汛工作的通知》（某发〔2023〕5号）"));
    }

    @Test
    void addresseesEndInAColonAndNameThoseWhoReceive() {
        assertTrue(TextHead.isAddressees("各镇人民政府，区政府各部门："));
        assertFalse(TextHead.isAddressees("现将有关事项通知如下："));
        assertFalse(TextHead.isAddressees("各镇人民政府"));
    }

    @Test
    void aSentenceALongLineOrALevelBeginsTheText() {
        assertTrue(TextHead.beginsText("为做好防汛工作。"));
        assertTrue(TextHead.beginsText("一、总体要求"));
        assertTrue(TextHead.beginsText("某".repeat(121)));
        assertFalse(TextHead.beginsText("关于防汛工作的通知"));
    }

    @Test
    void textEndsBeforeTheDateAndNotesOrCopiesFollow() {
        assertTrue(TextEnd.endsText("特此通知。"));
        assertTrue(TextEnd.endsText("2. 名单"));
        assertFalse(TextEnd.endsText("某某区民政局"));
        assertTrue(TextEnd.follows("（此件公开发布）"));
        assertTrue(TextEnd.follows(""));
        assertFalse(TextEnd.follows("某".repeat(50)));
        assertFalse(TextEnd.follows("前款所称部门包括民政局。"));
    }
}
