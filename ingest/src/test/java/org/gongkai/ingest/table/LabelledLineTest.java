package org.gongkai.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledLineTest {

    private static final Set<String> KNOWN = Set.of("机关", "文号", "时间", "机关、文号");

    private static List<String> parts(String line) {
        return LabelledLine.parts(line, KNOWN::contains).stream()
                .map(each -> each.label() + '=' + each.value() + (each.certain() ? "" : "?"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"；", ";", "。", "，", "、", " ", "　　", "\u00A0", "\n", "；2.", "；（二）", "；②"})
    void aLineIsPartedWhereAKnownLabelBegins(String between) {
        assertEquals(List.of("机关=甲省人民政府", "文号=甲政〔2024〕1号"), parts("机关：甲省人民政府" + between + "文号：甲政〔2024〕1号。"));
    }

    @Test
    void aColonWithinAValueIsNoLabel() {
        assertEquals(List.of("机关=仓储：冷库、车间：三座", "时间=2024年"), parts("机关：仓储：冷库、车间：三座；时间：2024年"));
    }

    @Test
    void whatHasALabelOfItsOwnBehindAMarkIsNotTaken() {
        assertEquals(List.of("机关=甲省人民政府"), parts("机关：甲省人民政府；负责人：李某某"));
        assertEquals(List.of("文号=甲政〔2024〕1号"), parts("负责人：李某某；文号：甲政〔2024〕1号"));
    }

    @Test
    void aLabelThatNamesSeveralStaysOne() {
        assertEquals(List.of("机关、文号=甲省，1号"), parts("一、机关、文号：甲省，1号"));
        assertEquals(List.of("时间=甲", "文号=1号"), parts("时间：甲、文号：1号"));
    }

    @Test
    void aLabelThatNothingPartsFromTheValueMakesItUncertain() {
        List<LabelledLine.Part> parts =
                LabelledLine.parts("机关：甲省人民政府批准文号：甲政〔2024〕1号", each -> each.equals("机关") || each.endsWith("文号"));
        assertEquals(
                2, parts.size() + parts.stream().filter(each -> !each.certain()).count());
    }

    @Property
    void aLongLineTakesTimeInProportion(@ForAll @IntRange(min = 0, max = 3_000) int times) {
        assertEquals(
                times,
                LabelledLine.parts("机关：甲；".repeat(times), KNOWN::contains).size());
    }
}
