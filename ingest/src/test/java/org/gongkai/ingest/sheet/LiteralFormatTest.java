package org.gongkai.ingest.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5|\"东政发〔2021〕\"0\"号\"|东政发〔2021〕5号",
                "7|\"DLDR-2021-\"0000000|DLDR-2021-0000007",
                "20210304|0000-00-00|2021-03-04",
                "37021|000\\-000|037-021",
                "805.5|0.00\"元\"|805.50元",
                "12.345|0.0亩|12.345亩",
                "-3|0\"件\";\"少\"0\"件\"|少3件"
            })
    void whatTheFormatWritesAroundTheNumberBelongsToIt(BigDecimal number, String pattern, String shown) {
        assertEquals(shown, LiteralFormat.shown(number, pattern));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"General", "0", "#,##0.00", "0%", "\"￥\"#,##0.00", "0.00E+00", "@", "_ * #,##0_ ;_ * -#,##0_ "})
    void aFormatWithoutWordsShowsTheNumberAlone(String pattern) {
        assertNull(LiteralFormat.shown(new BigDecimal("1234.5"), pattern));
    }
}
