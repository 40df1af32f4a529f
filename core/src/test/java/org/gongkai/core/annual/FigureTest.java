package org.gongkai.core.annual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　", "/", "-", "--", "——", "———", "－－", "／", "―", "无", "暂无", "\u00a0"})
    void aBlankOrStruckOutCellCountsAsZeroAndIsNamedAsRepaired(String cell) {
        assertEquals(BigDecimal.ZERO, Figure.parse(cell).value());
        assertTrue(Figure.parse(cell).blank());
        Reading<Figure> reading = Figure.read(cell);
        assertEquals(Figure.of(0), reading.value());
        assertEquals(List.of(Repair.BLANK_AS_ZERO), reading.repairs());
    }

    @ParameterizedTest
    @CsvSource({"' 24 ',24", "２４,24", "'1,234',1234", "398.10,398.10", "0,0"})
    void aNumberInAnotherWritingIsRead(String cell, String number) {
        assertEquals(Figure.parse(number), Figure.read(cell).value());
    }

    @ParameterizedTest
    @CsvSource({
        "0件,0,unit",
        "0 件,0,inner-blanks unit",
        "12件,12,unit",
        "3人次,3,unit",
        "7（件）,7,unit",
        "１２件,12,full-width unit",
        "'1,234件',1234,unit separator"
    })
    void aCountingWordBehindANumberIsDroppedAndNamed(String cell, String number, String repairs) {
        Reading<Figure> reading = Figure.read(cell);
        assertEquals(Figure.parse(number), reading.value());
        assertEquals(
                List.of(repairs.split(" ")),
                reading.repairs().stream().map(Repair::code).toList());
    }

    /** 398.1 yuan in a column of ten thousands is no 398.1, and so is no count. */
    @ParameterizedTest
    @CsvSource({"398.1万元,398.1", "398.1元,398.1元", "3件,3件"})
    void anAmountIsReadInTheUnitOfItsColumnAlone(String cell, String kept) {
        FormRow.Column column = new FormRow.Column("本年收费金额（单位：万元）", FormRow.Holds.AMOUNT);
        assertEquals(Figure.parse(kept), Figure.read(cell, column).value());
        FormRow.Column count = new FormRow.Column("自然人", FormRow.Holds.COUNT);
        assertNull(Figure.read("398.1万元", count).value().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "二十",
                "12件3",
                "件",
                "3万",
                "约5件",
                "(6)",
                "约5",
                "1,2",
                "1.2.3",
                ".5",
                "5.",
                "--3",
                "1e9",
                "9999999999999999999"
            })
    void whatIsNoNumberIsKeptAsItStands(String cell) {
        assertNull(Figure.parse(cell).value());
        assertFalse(Figure.parse(cell).wellFormed());
        assertEquals(Figure.parse(cell), Figure.read(cell).value());
    }

    @ParameterizedTest
    @CsvSource({
        "COUNT,-2,false",
        "COUNT,13.5,false",
        "COUNT,13.0,true",
        "AMOUNT,398.1,true",
        "AMOUNT,-1,false",
        "CHANGE,-3,true",
        "TOTAL,7,true"
    })
    void aNumberFitsItsColumnOrNot(FormRow.Holds holds, String number, boolean fits) {
        assertEquals(fits, holds.takes(new BigDecimal(number)));
    }

    @Property
    void aCountIsReadBack(@ForAll @LongRange(min = 0, max = 999_999_999_999L) long count) {
        assertEquals(BigDecimal.valueOf(count), Figure.of(count).value());
        assertEquals(Reading.clean(Long.toString(count), Figure.of(count)), Figure.read(Long.toString(count)));
    }
}
