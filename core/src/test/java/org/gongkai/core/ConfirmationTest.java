package org.gongkai.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.Duty;
import org.junit.jupiter.api.Test;

class ConfirmationTest {

    private static final String HEADER = "id,name_zh,name_en,amount,unit,start_zh,start_en,counting,bound,source,"
            + "last_confirmed_on,confirmed_by,confirmed_at\n";

    @Test
    void aConfirmationIsStaleAfterTwelveMonths() {
        LocalDate looked = LocalDate.of(2024, 2, 29);
        assertFalse(Confirmation.stale(looked, LocalDate.of(2025, 2, 28)));
        assertTrue(Confirmation.stale(looked, LocalDate.of(2025, 3, 1)));
    }

    @Test
    void aLimitOfALawSaysWhenItsTextWasLookedAtAndOneOfAPageDoesNot() {
        Duty law = Duties.catalogue().get("disclosure-general");
        assertNotNull(law.confirmed());
        assertEquals(LocalDate.of(2025, 4, 19), law.confirmed().lastConfirmedOn());
        assertNull(Duties.catalogue().get("interpretation-publish").confirmed());
    }

    @Test
    void aDayOfConfirmationThatIsNoneIsRefusedWithItsLine() {
        String row = "own,甲,a,3,WORKING_DAYS,乙,b,EXCLUDE_FIRST_DAY,AT_MOST,x,%s,y,z\n";
        IOException e = assertThrows(
                IOException.class,
                () -> Duties.read(new StringReader(HEADER + String.format(row, "last year")), "own.csv"));
        assertTrue(e.getMessage().contains("last_confirmed_on"), e.getMessage());
    }
}
