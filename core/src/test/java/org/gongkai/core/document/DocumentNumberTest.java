package org.gongkai.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {

    @ParameterizedTest
    @CsvFileSource(resources = "document-number-vectors.csv", useHeadersInDisplayName = true, emptyValue = "")
    void realNumbersAreReadAsAPersonReadsThem(String raw, String form, String text, String repairs, String source) {
        String cell = raw == null ? "" : raw;
        Reading<DocumentNumber> reading = DocumentNumber.read(cell);
        assertEquals(cell, reading.raw());
        assertEquals(text, reading.value() == null ? null : reading.value().text());
        assertEquals(
                form, reading.value() == null ? null : reading.value().form().name());
        assertEquals(repairs == null ? "" : repairs, codes(reading));
    }

    @ParameterizedTest
    @CsvSource({
        "临湾市人民政府令第4号令, 临湾市人民政府令第4号",
        "临湾市人民政府令令第4号, 临湾市人民政府令第4号",
        "临府[2023]综080号, 临府综〔2023〕80号",
        "临税政〔2023〕字第12号, 临税政字〔2023〕12号",
        "临农[2023]动字第6号, 临农动字〔2023〕6号",
        "临湾市人民代表大会常务委员会公告[14届]13号, 临湾市人民代表大会常务委员会（十四届）公告第13号",
        "临湾市人民代表大会常务委员会公告（第九届）第3号, 临湾市人民代表大会常务委员会（九届）公告第3号",
        "发展改革委 财政部 证监会令第36号, 发展改革委、财政部、证监会令第36号",
        "2023年临湾市人民政府令第19号, 临湾市人民政府令2023年第19号",
        "临牧防发2023186号, 临牧防发〔2023〕186号",
        // Five digits could be a serial number alone; a number of a court case has its letters behind the year too.
        "临牧防发20231号, 临牧防发20231号",
        "（2023）临民初字第12号, （2023）临民初字第12号"
    })
    void partsInUnusualOrderAreReadWhereOneReadingIsLeft(String raw, String text) {
        Reading<DocumentNumber> reading = DocumentNumber.read(raw);
        assertEquals(text, String.valueOf(reading.value()));
        assertEquals(!raw.equals(text), reading.value().wellFormed());
        assertEquals(raw.equals(text), reading.repairs().isEmpty());
    }

    @Test
    void aNumberThatSaysItsKindTwiceIsNotWellFormed() {
        assertFalse(DocumentNumber.parse("临湾市人民政府令令第4号").wellFormed());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "青崂政办字〔2023〕13号, STANDARD, 青崂政办字, 2023, 13",
                "京价（收）字〔1993〕253号, STANDARD, 京价（收）字, 1993, 253",
                "国发明电〔2020〕1号, STANDARD, 国发明电, 2020, 1",
                "青征公告〔2015〕7号, STANDARD, 青征公告, 2015, 7",
                "国务院令第743号, ORDER, 国务院, -, 743",
                "国务院、中央军委令第5号, ORDER, 国务院、中央军委, -, 5",
                "国令第707号, ORDER, 国, -, 707",
                "国务院命令第5号, ORDER, 国务院, -, 5",
                "商务部令2021年第1号, ORDER, 商务部, 2021, 1",
                "商务部公告2015年第12号, ANNOUNCEMENT, 商务部, 2015, 12",
                "北京市公安局通告2015年第5号, ANNOUNCEMENT, 北京市公安局, 2015, 5",
                "无, NONE, -, -, -",
                "国发[1993]5号, OTHER, -, -, -"
            })
    void aNumberTellsItsParts(String text, DocumentNumber.Form form, String agency, Integer year, Integer serial) {
        DocumentNumber number = DocumentNumber.parse(text);
        assertEquals(form, number.form());
        assertEquals(agency, number.agencyCode());
        assertEquals(year, number.year());
        assertEquals(serial, number.serial());
        assertEquals(form != DocumentNumber.Form.NONE && form != DocumentNumber.Form.OTHER, number.wellFormed());
        assertEquals(form == DocumentNumber.Form.NONE, number.saysNone());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "国发〔1993〕05号",
                "国发〔1993〕第5号",
                "国发 〔1993〕5号",
                "国发〔1993〕5",
                "国发(1993)5号",
                "国发〔93〕5号",
                "国发〔0993〕5号",
                "国发〔1993〕0号",
                "国发〔1993〕9999999999号",
                "国发〔1993〕５号",
                "京价(收)字〔1993〕253号",
                "财企、国资〔2015〕4号",
                "国务院令第07号",
                "国务院令743号",
                "令第5号",
                "2015年第2号",
                "关于某事的通知国发〔1993〕5号",
                "文号国发〔1993〕5号",
                ""
            })
    void whatIsNotWrittenByTheStandardIsNotWellFormed(String text) {
        assertFalse(DocumentNumber.parse(text).wellFormed());
    }

    @ParameterizedTest
    @CsvSource({
        "豫政〔2015〕 12号, 豫政〔2015〕12号, inner-blanks",
        "粤府函〔2015〕第１２３号, 粤府函〔2015〕123号, full-width ordinal-prefix",
        "国发[1993]5号文, 国发〔1993〕5号, stray-characters brackets",
        "国 发 〔 2015 〕 5 号, 国发〔2015〕5号, inner-blanks",
        "国发[二○○四]第二十一号, 国发〔2004〕21号, brackets ordinal-prefix chinese-numerals",
        "国发[2004]九号, 国发〔2004〕9号, brackets chinese-numerals",
        "国务院743号令, 国务院令第743号, part-order ordinal-prefix",
        "国务院令(第743号), 国务院令第743号, enclosing-brackets",
        "国务院 令 第 5 号, 国务院令第5号, inner-blanks",
        "国发<2015>5号, 国发〔2015〕5号, brackets",
        "国发〈2015〉5号, 国发〔2015〕5号, brackets",
        "国发2015〕5号, 国发〔2015〕5号, unpaired-bracket",
        "国发〔00〕5号, 国发〔2000〕5号, two-digit-year",
        "文号：青政发〔2015〕5号, 青政发〔2015〕5号, label-in-value",
        "文 号：青政发〔2015〕5号, 青政发〔2015〕5号, label-in-value",
        "发文字号青政发[2015]5号, 青政发〔2015〕5号, label-in-value brackets",
        "（国发[2015]5号）, 国发〔2015〕5号, enclosing-brackets brackets",
        "\uFEFF国发〔2015〕5号\u200B, 国发〔2015〕5号, stray-characters"
    })
    void legacySpellingsAreRepairedAndTheRepairsNamed(String raw, String text, String repairs) {
        Reading<DocumentNumber> reading = DocumentNumber.read(raw);
        assertEquals(text, reading.value().text());
        assertTrue(reading.value().wellFormed());
        assertEquals(repairs, codes(reading));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "豫政2015〔2015〕5号",
                "国发(2015]12-3号",
                "国发〔2015〕5号之一",
                "国发〔2015〕5-1号",
                "国发〔2015〕000号",
                "国发〔30〕5号",
                "国发〔0215〕5号",
                "某市公告20157号",
                "京价(收字〔1993〕5号",
                "(2009)民提字第12号",
                "(2015)沪0115民初5号",
                "市政府 青政发〔2015〕5号",
                "国务院办公厅 国办发〔2015〕5号",
                "\uFFFD政发〔2015〕5号",
                "国发〔2015〕ll号",
                "国发〔2015〕一百二号",
                "财工[1994]〔93〕5号",
                "???"
            })
    void whatCanBeReadInTwoWaysIsLeftAsItStood(String raw) {
        Reading<DocumentNumber> reading = DocumentNumber.read(raw);
        assertEquals(raw, reading.value().text());
        assertEquals(DocumentNumber.Form.OTHER, reading.value().form());
        assertEquals(List.of(), reading.repairs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u3000\t", "\uFEFF"})
    void blankTextHasNoNumber(String raw) {
        assertNull(DocumentNumber.read(raw).value());
        assertEquals(List.of(), DocumentNumber.readAll(raw).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"无", "无文号", "暂无", "——", "-", "/", "（无）", "N/A", "无 文 号"})
    void wordsForNoneAreKept(String raw) {
        Reading<DocumentNumber> reading = DocumentNumber.read(raw);
        assertEquals(raw, reading.value().text());
        assertEquals(DocumentNumber.Form.NONE, reading.value().form());
        assertEquals(List.of(Repair.NULL_TOKEN), reading.repairs());
        assertFalse(reading.value().wellFormed());
    }

    @ParameterizedTest
    @CsvSource({
        "河北省财政厅冀人社发〔2015〕12号, false",
        "青岛市人民政府办公厅发〔1999〕3号, true",
        "河北省财政厅公告〔2015〕12号, true",
        "北京市人民政府办公厅通告〔2015〕1号, true",
        "沪规土资法规〔2010〕5号, true"
    })
    void anAgencysNameRunIntoAnothersCodeIsNotWellFormed(String text, boolean wellFormed) {
        assertEquals(wellFormed, DocumentNumber.read(text).value().wellFormed());
    }

    @Test
    void aJointDocumentBearsTheLeadAgencysNumberAndTheOthersAreNotLost() {
        String raw = "浙劳险〔1994〕147号　〔1994〕财工83号";
        Reading<DocumentNumber> lead = DocumentNumber.read(raw);
        assertEquals("浙劳险〔1994〕147号", lead.value().text());
        assertEquals(List.of(Repair.SEVERAL_IN_ONE), lead.repairs());
        Reading<List<DocumentNumber>> all = DocumentNumber.readAll(raw);
        assertEquals(List.of(DocumentNumber.parse("浙劳险〔1994〕147号"), DocumentNumber.parse("财工〔1994〕83号")), all.value());
        assertEquals(List.of(Repair.YEAR_FIRST, Repair.SEVERAL_IN_ONE), all.repairs());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "沂政字〔2022〕19、20号",
                "沂政字〔2022〕19号、20号",
                "沂政字〔2022〕19号,20号",
                "沂政字〔2022〕19/20号",
                "沂政字〔2022〕19-21号",
                "沂政字〔2022〕19号、沂政字〔2022〕20号",
                "沂政字〔2021〕1号、〔2022〕3号",
                "沂政字〔2022〕19 20号"
            })
    void severalNumbersOfOneAgencyStayAsTheyStand(String text) {
        DocumentNumber read = DocumentNumber.read(text).value();
        assertEquals(text, read.text());
        assertEquals(DocumentNumber.Form.OTHER, read.form());
    }

    @Test
    void aPieceThatCannotBeReadStaysAmongSeveralNumbers() {
        assertEquals(
                List.of("国发〔2015〕5号", "6号"),
                DocumentNumber.readAll("国发〔2015〕5号、6号").value().stream()
                        .map(DocumentNumber::text)
                        .toList());
    }

    @Test
    void agenciesOfOneAnnouncementAreNotSeveralNumbers() {
        String raw = "宁波市国家税务局、宁波市财政局公告〔2015〕4号";
        assertEquals(
                List.of(DocumentNumber.parse(raw)), DocumentNumber.readAll(raw).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "国",
                "〔",
                "[2015]",
                "1",
                "第",
                "号",
                " ",
                "、",
                "（国）",
                "国发〔2015〕5号、",
                "国 ",
                "国发[2015]第5号 ",
                "一",
                "令第",
                "公告2015年",
                "\uD83D",
                "文号：",
                "?"
            })
    void veryLongTextIsReadInReasonableTime(String piece) {
        String raw = piece.repeat(100_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            DocumentNumber.read(raw);
            DocumentNumber.parse(raw).wellFormed();
            DocumentNumber.read("国发〔2015〕5号" + raw);
            DocumentNumber.read(raw + "国发〔2015〕5号");
        });
    }

    private static String codes(Reading<?> reading) {
        return reading.repairs().stream().map(Repair::code).collect(Collectors.joining(" "));
    }
}
