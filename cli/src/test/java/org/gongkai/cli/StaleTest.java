package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.core.DataFile;
import org.junit.jupiter.api.Test;

/** What nobody has confirmed for a year is listed: legal limits, and files of amounts, places and labels. */
class StaleTest {

    @Test
    void everyFileOfTheListShipsWithTheLibrary() {
        for (DataFile each : DataFile.shipped()) {
            assertNotNull(StaleTest.class.getClassLoader().getResource(each.file()), each.file());
        }
    }

    @Test
    void filesThatNobodyConfirmedAreListedBesideTheLimits() {
        Typed typed = Typed.command("stale", "--lang", "en");
        assertEquals(ExitCode.FINDINGS, typed.code());
        assertTrue(
                typed.out().contains("request/fees.csv  scale of the fee for processing  never confirmed"),
                typed.out());
        assertTrue(typed.out().contains("limits and data files on "), typed.out());
    }
}
