package org.gongkai.ingest.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.mapping.LabelAliases.Alias;
import org.gongkai.ingest.page.LineGroup.Side;
import org.gongkai.ingest.page.LineGroup.Spot;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineGroupTest {

    private static final KnownLabels LABELS = new KnownLabels(LabelAliases.standard());

    private final LineGroup group = new LineGroup();

    private void line(int index, String label, String value) {
        line(index, Side.ABOVE, label, value);
    }

    private void line(int index, Side side, String label, String value) {
        group.add(index, side, List.of(LabelledValue.of(new Element("p"), label, value)), LABELS);
    }

    private static Spot above(int index) {
        return new Spot(index, 20, false, false, 0, false);
    }

    private static Spot inBody(int index, int length, int inBody) {
        return new Spot(index, length, true, true, inBody, false);
    }

    private static Spot below(int index) {
        return new Spot(index, 20, false, true, 5, false);
    }

    private static @Nullable Alias alias(String label) {
        return LABELS.find(label);
    }

    @Test
    void oneClearLabelIsBelievedAboveTheBody() {
        line(0, "索引号", "A");
        assertTrue(group.believes(alias("索引号"), above(0)));
    }

    @Test
    void aCommonWordAloneIsNotBelieved() {
        Alias weak = new Alias(org.gongkai.ingest.mapping.Component.KEYWORDS, null, true, false, 0);
        assertFalse(group.believes(weak, above(0)));
        line(0, "索引号", "A");
        line(1, "发文字号", "B");
        assertTrue(group.believes(weak, above(1)));
    }

    @Test
    void anUnknownLabelIsBelievedAmidTwoKnownOnes() {
        line(0, "索引号", "A");
        assertFalse(group.believes(null, above(0)));
        line(2, "发文字号", "B");
        assertTrue(group.believes(null, above(1)));
    }

    @Test
    void behindTheLastClearLabelAnUnknownOneIsText() {
        line(0, "索引号", "A");
        line(1, "发文字号", "B");
        assertFalse(group.believes(null, above(2)));
    }

    @Test
    void inTheTextItTakesThreeLabels() {
        line(0, "索引号", "A");
        line(1, "发文字号", "B");
        assertFalse(group.believes(null, inBody(1, 20, 2)));
        line(2, "发布日期", "2023-01-01");
        assertTrue(group.believes(null, inBody(1, 20, 2)));
    }

    @Test
    void aLabelOfTheDocumentIsBelievedAtTheHeadOfTheBodyInAShortLine() {
        assertTrue(group.believes(alias("索引号"), inBody(0, 79, 12)));
        assertFalse(group.believes(alias("索引号"), inBody(0, 80, 12)));
        assertFalse(group.believes(alias("索引号"), inBody(0, 79, 13)));
    }

    @Test
    void belowTheBodyOnlySourceAndAuthorsAreBelieved() {
        assertTrue(group.believes(alias("来源"), below(9)));
        assertFalse(group.believes(alias("索引号"), below(9)));
    }

    @Test
    void aListThatTellsOfSeveralDocumentsSaysNothingOfThisOne() {
        line(0, "索引号", "A");
        line(1, "索引号", "B");
        assertFalse(group.believes(alias("索引号"), above(0)));
        assertTrue(group.believes(alias("索引号"), inBody(0, 20, 1)));
    }

    @Test
    void anotherNumberBelowTheTextContradictsThisDocumentAndIsBelievedWithIt() {
        line(0, "发文字号", "A");
        line(1, "发布日期", "2024-01-01");
        line(8, Side.BELOW, "发文字号", "B");
        line(9, Side.BELOW, "发布日期", "2024-01-02");
        assertTrue(group.believes(alias("发文字号"), above(0)));
        assertTrue(group.believes(alias("发文字号"), below(8)));
    }

    @Test
    void whatStandsBelowTheTextUnderAnotherTitleIsAnotherDocument() {
        line(0, "标题", "A");
        line(1, "发文字号", "A1");
        line(8, Side.BELOW, "标题", "B");
        line(9, Side.BELOW, "发文字号", "B1");
        assertTrue(group.believes(alias("发文字号"), above(1)));
        assertFalse(group.believes(alias("发文字号"), below(9)));
    }

    @Test
    void theSameNumberTwiceIsOneDocument() {
        line(0, "索引号", "A");
        line(1, "索引号", "A");
        line(2, "索引号", "");
        assertTrue(group.believes(alias("索引号"), above(0)));
    }

    @Test
    void attachmentsAreReadFromLinksAndNeverFromALine() {
        line(0, "索引号", "A");
        line(1, "发文字号", "B");
        assertFalse(group.believes(alias("附件"), above(1)));
    }
}
