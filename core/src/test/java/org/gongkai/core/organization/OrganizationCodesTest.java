package org.gongkai.core.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.core.Code;
import org.gongkai.core.RealData;
import org.gongkai.core.document.IndexNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class OrganizationCodesTest {

    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @CsvFileSource(resources = "/org/gongkai/core/document/code-vectors.csv", useHeadersInDisplayName = true)
    void publishedCodesAreJudgedByTheirCheckCharacters(String value, String kind, String expected) {
        if (kind.equals("INDEX")) {
            assertEquals(expected, IndexNumber.parse(value).family().id());
            assertTrue(IndexNumber.parse(value).checkCharactersRight());
        } else {
            Code code = kind.equals("ORG9") ? OrganizationCode.parse(value) : CreditCode.parse(value);
            assertEquals(expected.equals("valid"), code.wellFormed());
        }
    }

    @Test
    void aCodeOfAnOrganizationIsShownAsItStands() {
        assertEquals("11370200-1", OrganizationCode.parse("11370200-1").toString());
    }

    @Test
    void codesFoundInRealIndexNumbersAreJudgedAsTheyWereByHand() throws IOException {
        int judged = 0;
        try (CsvReader<NamedCsvRecord> codes =
                CsvReader.builder().ofNamedCsvRecord(RealData.file("organization-codes.csv"))) {
            for (NamedCsvRecord code : codes) {
                String kind = code.getField("kind");
                if (!kind.equals("other")) {
                    judged++;
                    String prefix = code.getField("prefix");
                    Code read = kind.equals("uscc") ? CreditCode.parse(prefix) : OrganizationCode.parse(prefix);
                    assertEquals(code.getField("check_character_valid").equals("True"), read.wellFormed(), prefix);
                }
            }
        }
        assertTrue(judged > 30, "codes judged: " + judged);
    }

    @Test
    void aCreditCodeTellsItsParts() {
        CreditCode code = CreditCode.parse("11371000004359010J");
        assertEquals(RegionCode.parse("371000"), code.region());
        assertEquals(OrganizationCode.parse("004359010"), code.organizationCode());
        CreditCode wrong = CreditCode.parse("11371000004359010K");
        assertFalse(wrong.wellFormed());
        assertNull(wrong.region());
        assertNull(wrong.organizationCode());
    }

    @Property(tries = 500)
    void oneWrongCharacterIsAlwaysFound(
            @ForAll("creditCodes") String code, @ForAll @IntRange(max = 17) int at, @ForAll("letters") char other) {
        assumeTrue(code.charAt(at) != other);
        assertTrue(CreditCode.parse(code).wellFormed(), code);
        assertFalse(CreditCode.parse(code.substring(0, at) + other + code.substring(at + 1))
                .wellFormed());
    }

    @Property(tries = 1000)
    void noTextIsTooStrange(@ForAll String text) {
        assertEquals(text, CreditCode.parse(text).text());
        assertFalse(CreditCode.parse(text).wellFormed() && text.length() != 18);
        assertFalse(OrganizationCode.parse(text).wellFormed() && text.length() != 9);
        assertEquals(RegionCode.parse(text).wellFormed(), RegionCode.parse(text).level() != null);
    }

    @Provide
    Arbitrary<String> creditCodes() {
        return Arbitraries.of("11371000004359010J", "11441300007187648G", "11370322004222241N", "113706000042603877");
    }

    @Provide
    Arbitrary<Character> letters() {
        List<Character> letters =
                CREDIT_ALPHABET.chars().mapToObj(each -> (char) each).toList();
        return Arbitraries.of(letters);
    }
}
