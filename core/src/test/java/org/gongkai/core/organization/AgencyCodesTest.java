package org.gongkai.core.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.gongkai.core.Evidence;
import org.junit.jupiter.api.Test;

class AgencyCodesTest {

    @Test
    void aKnownCodeNamesItsAgency() {
        assertEquals(List.of("山东省人民政府办公厅"), names(AgencyCodes.standard(), "鲁政办字"));
    }

    @Test
    void aCodeOfSeveralAgenciesNamesThemAll() {
        assertEquals(List.of("青岛市民政局", "青海省民政厅"), names(AgencyCodes.standard(), "青民"));
        assertEquals(
                Evidence.UNVERIFIED, AgencyCodes.standard().resolve("青民").get(1).evidence());
    }

    @Test
    void anUnknownCodeIsNotGuessedFromItsParts() {
        assertTrue(AgencyCodes.standard().resolve("鲁政办字二").isEmpty());
        assertTrue(AgencyCodes.standard().resolve("鲁").isEmpty());
    }

    @Test
    void aFileOfOnesOwnTakesTheListsPlace() throws IOException {
        AgencyCodes codes = AgencyCodes.read(
                new StringReader("code,agency,evidence,source\n青崂政字,青岛市崂山区人民政府,primary,own list, page 3\n\n"));
        assertEquals(List.of("青岛市崂山区人民政府"), names(codes, "青崂政字"));
        assertEquals("own list, page 3", codes.resolve("青崂政字").get(0).source());
        assertTrue(codes.resolve("国发").isEmpty());
    }

    @Test
    void aWrongLineIsNamed() {
        IOException tooShort = assertThrows(
                IOException.class, () -> AgencyCodes.read(new StringReader("header\n国发,国务院,primary,x\n国办发\n")));
        assertTrue(tooShort.getMessage().startsWith("line 3 "), tooShort.getMessage());
        IOException noMark =
                assertThrows(IOException.class, () -> AgencyCodes.read(new StringReader("header\n国发,国务院,sure,x\n")));
        assertTrue(noMark.getMessage().contains("sure"), noMark.getMessage());
    }

    private static List<String> names(AgencyCodes codes, String code) {
        return codes.resolve(code).stream().map(each -> each.agency().text()).toList();
    }
}
