package org.gongkai.ingest.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelAliasesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"索引号", "索 引 号：", "【索引号】", "索　引　号:", " 索\u00a0引号", "vc_indexcode", "VC_INDEXCODE"})
    void labelsAreComparedWithoutBlanksColonsAndCase(String label) {
        assertEquals(Component.INDEX_NUMBER, LabelAliases.standard().component(label));
    }

    @Test
    void anUnknownLabelMeansNothing() {
        assertNull(LabelAliases.standard().component("服务对象分类"));
    }

    @Test
    void aLabelIsKnownBehindAnyBlanksAndBeforeALongRemarkInBrackets() {
        LabelAliases labels = LabelAliases.standard();
        assertEquals(Component.INDEX_NUMBER, labels.component("索" + " ".repeat(500) + "引号"));
        assertEquals(Component.WRITTEN_ON, labels.component("成文日期（" + "必填".repeat(300) + "）："));
        assertNull(labels.find("成文日期".repeat(300)));
        assertNull(labels.find("成文日期" + "必填".repeat(300) + "（）的"));
    }

    @Test
    void aLongTextMeansWhatIsAssumedOfUnknownLabels() {
        LabelAliases assuming = LabelAliases.standard().assuming(Component.NOTE);
        assertEquals(Component.NOTE, assuming.component("内容".repeat(300)));
        assertNull(assuming.component("：".repeat(300)));
    }

    @Test
    void anIgnoredLabelIsKnownButMeansNoComponent() {
        assertNull(LabelAliases.standard().component("浏览次数"));
        assertNotNull(LabelAliases.standard().find("浏览次数"));
    }

    static List<Component> components() {
        return Component.values();
    }

    @ParameterizedTest
    @MethodSource("components")
    void everyComponentIsFoundByItsOwnName(Component component) {
        assertEquals(component, Component.of(component.path()));
        assertTrue(component.pointer().startsWith("/"));
    }

    @Test
    void aSiteAddsItsOwnLabels() throws IOException {
        LabelAliases own = LabelAliases.read(new StringReader("label,component\n文件代号,documentNumber\n标题,-\n"));
        LegacyReader reader =
                LegacyReader.standard().withAliases(LabelAliases.standard().plus(own));
        Taken taken = Taken.from(
                reader,
                Taken.write(
                        folder,
                        "a.csv",
                        "文件代号,索引号,标题\n甲〔2020〕1号,A,x\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertEquals("甲〔2020〕1号", taken.document().documentNumber().text());
        assertNull(taken.document().title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"label,component\n甲,nowhere\n", "label,component\n,title\n", "label,component\n甲\n"})
    void aLineThatSaysNothingIsRefusedByItsNumber(String table) {
        IOException refused = assertThrows(IOException.class, () -> LabelAliases.read(new StringReader(table)));

        assertTrue(refused.getMessage().contains("line 2"), refused.getMessage());
    }
}
