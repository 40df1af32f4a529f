package org.gongkai.core.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.core.text.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandClassTest {

    @ParameterizedTest
    @CsvSource({
        "水田,FARMLAND",
        "旱地,FARMLAND",
        "果园,ORCHARD",
        "乔木林地,FOREST",
        "天然牧草地,PASTURE",
        "坑塘水面,OTHER_AGRICULTURAL",
        "农村道路,OTHER_AGRICULTURAL",
        "农村宅基地,CONSTRUCTION",
        "工矿仓储用地,CONSTRUCTION",
        "裸土地,UNUSED"
    })
    void classesOfTheNationalClassificationLieInThoseOfTheLaw(String text, LandClass.Name wider) {
        LandClass landClass = LandClass.parse(text);
        assertTrue(landClass.wellFormed());
        assertNull(landClass.name());
        assertEquals(wider, landClass.landUse().within());
        assertTrue(landClass.within(wider));
        assertTrue(landClass.liesIn(LandClass.of(wider)));
    }

    @Test
    void aClassAtTheSecondLevelLiesInAllThatAreWider() {
        LandClass paddy = LandClass.parse("水 田");
        assertTrue(paddy.within(LandClass.Name.AGRICULTURAL));
        assertFalse(paddy.within(LandClass.Name.CONSTRUCTION));
        assertFalse(LandClass.of(LandClass.Name.FARMLAND).liesIn(paddy));
        assertFalse(LandClass.of(LandClass.Name.FARMLAND).liesIn(LandClass.of(LandClass.Name.FARMLAND)));
    }

    @Test
    void grasslandMayBePastureOrUnusedSoItLiesInNoneForSure() {
        LandClass grassland = LandClass.parse("草地");
        assertTrue(grassland.wellFormed());
        assertNotNull(grassland.landUse());
        assertFalse(grassland.within(LandClass.Name.AGRICULTURAL));
        assertFalse(grassland.within(LandClass.Name.UNUSED));
    }

    @Test
    void aTextThatNoListNamesIsKeptAndNotWellFormed() {
        LandClass other = LandClass.parse("水浇田");
        assertFalse(other.wellFormed());
        assertEquals("水浇田", other.text());
        assertNull(other.landUse());
    }

    @Test
    void allClassesOfTheSecondLevelAreListed() {
        Map<String, Integer> second = Csv.shipped(
                LandUseClass.class.getResourceAsStream("land-use-classes.csv"), "land-use-classes.csv", reader -> {
                    Map<String, Integer> counts = new TreeMap<>();
                    for (Csv.Row row : Csv.readUnnamed(reader, "the classes", List.of("name", "code"))) {
                        String code = row.text("code");
                        if (code != null && code.length() == 4) {
                            counts.merge(code.substring(0, 2), 1, Integer::sum);
                        }
                    }
                    return counts;
                });
        assertEquals("{01=3, 02=4, 03=7, 04=4, 05=7, 06=4, 07=2, 08=10, 09=6, 10=9, 11=10, 12=7}", second.toString());
    }

    @Test
    void bareLandOfEachEditionIsUnused() {
        for (String each : List.of("裸地", "裸土地", "裸岩", "裸岩石砾地")) {
            assertTrue(LandClass.parse(each).within(LandClass.Name.UNUSED), each);
        }
    }
}
