package org.gongkai.core.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "青岛市崂山区人民政府办公室|青岛市崂山区人民政府办公室|",
                "国务院、中央军委|国务院+中央军委|several-in-one",
                "财政部 税务总局|财政部+税务总局|several-in-one",
                "财政部\u3000税务总局|财政部+税务总局|several-in-one",
                "重庆市民政局 重庆市财政局 重庆市残疾人联合会|重庆市民政局+重庆市财政局+重庆市残疾人联合会|several-in-one",
                "财政部,公安部；民政部|财政部+公安部+民政部|several-in-one",
                "中共青岛市委 青岛市人民政府|中共青岛市委+青岛市人民政府|several-in-one",
                "中共中央 国务院|中共中央+国务院|several-in-one",
                "生态环境部 自然资源部 国家林草局|生态环境部+自然资源部+国家林草局|several-in-one",
                "青 岛 市 人 民 政 府|青岛市人民政府|inner-blanks",
                "财 政 部  税 务 总 局|财政部+税务总局|inner-blanks several-in-one",
                "青岛市崂山区 人民政府办公室|青岛市崂山区人民政府办公室|inner-blanks",
                "青岛市人民政府 办公室|青岛市人民政府办公室|inner-blanks",
                "青岛市 人民政府|青岛市人民政府|inner-blanks",
                "青岛市民政局 青岛市财政局等5部门|青岛市民政局+青岛市财政局|unnamed-others several-in-one",
                "日照市发展改革委、日照市财政局等|日照市发展改革委+日照市财政局|unnamed-others several-in-one",
                "威海市公安局会同威海市交通运输局|威海市公安局+威海市交通运输局|several-in-one",
                "威海市公安局会同威海市交通运输局、市城管局|威海市公安局+威海市交通运输局+市城管局|several-in-one",
                "威海市公安局联合威海市交通运输局|威海市公安局+威海市交通运输局|several-in-one",
                "怀化市会同县财政局|怀化市会同县财政局|",
                "青岛市工商业联合会|青岛市工商业联合会|",
                "青岛市高等学校工作委员会|青岛市高等学校工作委员会|",
                "青岛市民政局 等五部门|青岛市民政局|inner-blanks unnamed-others",
                "杭州市商务委员会(杭州市粮食局、杭州市口岸办)|杭州市商务委员会(杭州市粮食局、杭州市口岸办)|",
                "财政部、财政部|财政部|several-in-one",
                "财政部、|财政部|stray-characters",
                "财政部,null|财政部|null-token",
                "[\"财政部\", \"公安部\"]|财政部+公安部|stray-characters several-in-one",
                "['财政部']|财政部|stray-characters",
                "ABC Trade Office|ABC Trade Office|inner-blanks",
                "青岛 ABC 公司|青岛ABC公司|inner-blanks",
                "World Bank 办事处|World Bank办事处|inner-blanks",
                "(财政部、公安部) 税务总局|(财政部、公安部) 税务总局|",
                "财政部）、公安部（民政部|财政部）+公安部（民政部|several-in-one",
                "威海市公安局会同县交通局|威海市公安局会同县交通局|",
                "市局联合市局财政局|市局联合市局财政局|",
                "\u00A0财政部 |财政部|outer-blanks",
                "\uFEFF财政部|财政部|stray-characters"
            })
    void agenciesOfAJointDocumentAreParted(String raw, String names, String repairs) {
        Reading<List<Agency>> reading = Agency.readAll(raw);
        assertEquals(names, reading.value().stream().map(Agency::text).collect(Collectors.joining("+")));
        assertEquals(
                repairs == null ? "" : repairs,
                reading.repairs().stream().map(Repair::code).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\uFEFF"})
    void blankTextNamesNoAgency(String raw) {
        assertEquals(new Reading<>(raw, List.of(), List.of()), Agency.readAll(raw));
    }

    @Test
    void aBlankBesideASeparatorWithinBracketsPartsNoNames() {
        assertEquals(List.of(Agency.parse("（、财政部 ）")), Agency.readAll("（、财政部 ）").value());
    }

    @Test
    void aWordForNoneNamesNoAgency() {
        assertEquals(new Reading<>("无", List.of(), List.of(Repair.NULL_TOKEN)), Agency.readAll("无"));
    }

    @Test
    void aNameWithASeparatorIsNotWellFormed() {
        assertTrue(Agency.parse("财政部").wellFormed());
        assertFalse(Agency.parse("财政部、公安部").wellFormed());
        assertFalse(Agency.parse("财政部\n公安部").wellFormed());
        assertFalse(Agency.parse(" ").wellFormed());
    }

    @Property(tries = 1000)
    void everyNameIsReadAgainAsItself(@ForAll("cells") String raw) {
        for (Agency each : Agency.readAll(raw).value()) {
            assertEquals(List.of(each), Agency.readAll(each.text()).value(), raw);
        }
    }

    @Property(tries = 1000)
    void noHanCharacterIsLost(@ForAll("cells") String raw) {
        if (Agency.readAll(raw).repairs().contains(Repair.UNNAMED_OTHERS)) {
            return;
        }
        assertEquals(
                raw.codePoints().filter(Character::isIdeographic).boxed().collect(Collectors.toSet()),
                Agency.readAll(raw).value().stream()
                        .flatMap(each -> each.text().codePoints().boxed())
                        .filter(Character::isIdeographic)
                        .collect(Collectors.toSet()));
    }

    @Property(tries = 1000)
    void noTextIsTooStrange(@ForAll String raw) {
        assertEquals(raw, Agency.readAll(raw).raw());
    }

    @ParameterizedTest
    @ValueSource(strings = {"部", "、", "部 ", "（", "财政部 ", "青 ", " "})
    void veryLongTextIsReadInReasonableTime(String piece) {
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> Agency.readAll(piece.repeat(100_000 / piece.length())));
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.of(
                        "财政部", "青岛市", "人民政府", "办公室", "民政局", "青", "岛", "等5部门", "、", "，", " ", "\u3000", "  ", "（", "）",
                        "\uFEFF", "A", "GB")
                .list()
                .ofMaxSize(8)
                .map(each -> String.join("", each));
    }
}
