package org.gongkai.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeCategoryTest {

    @ParameterizedTest
    @CsvSource({
        "综合政务\\政务公开, 综合政务, 政务公开",
        "综合政务-文秘工作, 综合政务, 文秘工作",
        "综合政务/文秘工作, 综合政务, 文秘工作",
        "综合政务＼政务公开, 综合政务, 政务公开",
        "综合政务 \\ 政务公开\u00A0, 综合政务, 政务公开",
        "综合政务\\督查/考核, 综合政务, 督查/考核",
        "科技、教育\\产-学-研, 科技、教育, 产-学-研",
        "综合政务-督查/考核, 综合政务, 督查/考核",
        "综合政务, 综合政务,",
        "'城乡建设、环境保护\\城乡建设(含住房)', 城乡建设、环境保护, 城乡建设(含住房)"
    })
    void themesArePartedWhicheverSignASiteUses(String text, String level1, String level2) {
        ThemeCategory theme = ThemeCategory.parse(text);
        assertEquals(level1, theme.level1());
        assertEquals(level2, theme.level2());
        assertTrue(theme.wellFormed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\", "综合政务\\", "\\政务公开", "a\\b\\c", "a-b-c"})
    void aThemeHasOneOrTwoLevelsAndNoneIsBlank(String text) {
        assertFalse(ThemeCategory.parse(text).wellFormed());
    }

    @Test
    void aThemeIsMadeFromItsLevels() {
        assertEquals("综合政务\\政务公开", ThemeCategory.of("综合政务", "政务公开").text());
        assertEquals("综合政务", ThemeCategory.of("综合政务", null).text());
    }

    @Property(tries = 1000)
    void noTextIsTooStrange(@ForAll String text) {
        ThemeCategory theme = ThemeCategory.parse(text);
        assertEquals(text, theme.text());
        if (theme.wellFormed()) {
            assertFalse(theme.level1().isEmpty());
        }
    }

    @Test
    void theNationalSchemeListsItsThemes() {
        ThemeScheme scheme = ThemeScheme.national();
        assertTrue(scheme.contains(ThemeCategory.parse("综合政务\\政务公开")));
        assertTrue(scheme.contains(ThemeCategory.parse("综合政务-政务公开")));
        assertTrue(scheme.contains(ThemeCategory.parse("综合政务")));
        assertFalse(scheme.contains(ThemeCategory.parse("政务公开")));
        assertFalse(scheme.contains(ThemeCategory.parse("综合政务\\税务")));
        assertFalse(scheme.contains(ThemeCategory.parse("")));
    }

    @Test
    void aSiteReadsASchemeOfItsOwn() throws IOException {
        ThemeScheme scheme = ThemeScheme.read(new StringReader("level1,level2\n民政,社会救助\n\n民政,\n乡村振兴\n"));
        assertTrue(scheme.contains(ThemeCategory.parse("民政\\社会救助")));
        assertTrue(scheme.contains(ThemeCategory.parse("乡村振兴")));
        assertFalse(scheme.contains(ThemeCategory.parse("综合政务")));
    }

    @Test
    void aLineWithoutAFirstLevelIsNamed() {
        IOException wrong =
                assertThrows(IOException.class, () -> ThemeScheme.read(new StringReader("level1,level2\n,x\n")));
        assertTrue(wrong.getMessage().startsWith("line 2 "), wrong.getMessage());
    }
}
