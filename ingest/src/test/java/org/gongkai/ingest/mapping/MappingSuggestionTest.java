package org.gongkai.ingest.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingSuggestionTest {

    private static final String DUMP = """
            FWZH,DOC_TITLE,CWRQ,FBSJ,有效性,FLAG
            海财〔2020〕1号,关于甲的通知,2020/01/02,20200103,1,Y
            海财〔2020〕2号,关于乙的通知,2020/02/02,20200203,0,N
            """;

    @TempDir
    private Path folder;

    @Test
    void initialsOfLabelsAreKnown() {
        String yaml = suggest("dump.csv", DUMP);

        assertTrue(yaml.contains("  \"FWZH\": documentNumber  # 0.80"), yaml);
        assertTrue(yaml.contains("  \"CWRQ\": writtenOn  # 0.80"), yaml);
        assertTrue(yaml.contains("  \"FBSJ\": publishedOn  # 0.80"), yaml);
    }

    @Test
    void valuesThatAreNoTermsWantATableOfValues() {
        String yaml = suggest("dump.csv", DUMP);

        assertTrue(yaml.contains("# values:\n#   validity:\n#     \"1\": ?\n#     \"0\": ?\n"), yaml);
        assertFalse(yaml.contains("openness"), yaml);
    }

    @Test
    void whatTheReaderNamesItselfIsNoLabelOfAPage() {
        String yaml = suggest("page.html", """
                <h1>某区关于防汛的通知</h1><table><tr><td>文号</td><td>海财〔2020〕1号</td></tr><tr><td>组配分类</td><td>文件</td></tr></table>
                <div id=zoom><p>各单位：</p><p>现就防汛工作通知如下，请认真落实。</p></div>""");

        assertTrue(yaml.contains("\"组配分类\": ?"), yaml);
        assertFalse(yaml.contains("[正文"), yaml);
    }

    /** Nothing is known of the table: it may be a register whose labels are its own. */
    @Test
    void ofATableThatNobodyKnowsDatesAndCodesAloneAreShown() {
        String yaml = suggest("list.csv", """
                来件号,来件人,所问,来件日,说法
                甲-1,秦隐一,河道的事,2025-03-03,答了
                甲-2,秦隐二,水库的事,2025-03-04,没有答
                """);

        assertTrue(yaml.contains("2025-03-03"), yaml);
        assertTrue(yaml.contains("\"来件人\": ?  # 0.00\n"), yaml);
        for (String each : List.of("秦隐", "河道的事", "甲-1", "答了")) {
            assertFalse(yaml.contains(each), yaml);
        }
    }

    @Test
    void aFirstRowOfValuesIsNoRowOfLabels() throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), "001,秦隐一,2025-03-03\n002,秦隐二,2025-03-04\n");
        MappingSuggestion suggestion =
                MappingSuggestion.of(LegacyReader.standard().find(List.of(file), untold -> {}));

        assertEquals(List.of("list.csv"), suggestion.headless());
        assertFalse(suggestion.toYaml(Locale.CHINESE).contains("秦隐"));
    }

    /** Blanks around a label and within it are of many kinds, and a label must be found again as it stands. */
    @Property(tries = 300)
    void aLabelIsReadBackAsItStands(@ForAll("labels") String label) throws MappingException {
        String yaml = new MappingSuggestion(
                        List.of(new MappingSuggestion.Guess(
                                label, Component.of("title"), BigDecimal.ONE, "", List.of())),
                        List.of(),
                        List.of())
                .toYaml(Locale.CHINESE);

        assertEquals(Set.of(label), Mapping.parse("draft.yaml", yaml).labels().keySet());
    }

    @Provide
    Arbitrary<String> labels() {
        return Arbitraries.strings()
                .withChars("文号：（）〔〕·—\"\\:#'\u3000\u00a0\u2003\u200b\ufeff\u2028\ue5e5\ufffd \t\n")
                .ofMinLength(1)
                .ofMaxLength(8)
                .map(each -> '甲' + each + '\uD842' + '\uDFB7');
    }

    private String suggest(String name, String text) {
        Path file = Taken.write(folder, name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return MappingSuggestion.of(LegacyReader.standard().find(List.of(file), problem -> {}))
                .toYaml(Locale.ENGLISH);
    }

    @Test
    void aTableOfAnotherKindGetsAnEntryOfItsOwn() throws MappingException {
        String yaml = suggest("land.csv", """
                项目名称,拟征收面积（公顷）,计划征收时间,征地实施的单位,联络邮箱
                东岭一中扩建,1.2,二季度,教育局,无
                """);

        assertTrue(yaml.contains("    kind: land\n    headers:\n"), yaml);
        assertTrue(yaml.contains("      \"征地实施的单位\": implementer  # 0."), yaml);
        assertTrue(yaml.contains("#     \"项目名称\": =  # 1.00  东岭一中扩建"), yaml);
        assertTrue(yaml.contains("#     \"联络邮箱\": ?  # 0.00"), yaml);
        assertEquals(1, Mapping.parse("draft.yaml", yaml).tables().size());
    }

    @Test
    void headersOfSeveralRowsAreNamedAsTheLedgerShowsThem() throws MappingException {
        String yaml = suggest("price.html", """
                <title>东岭区低保标准</title><table><tr><td rowspan=2>地区<td colspan=2>低保标准<td rowspan=2>联络邮箱<tr><td>城市<td>农村
                <tr><td>甲县<td>900<td>800<td>无</table>""");

        assertTrue(yaml.contains("\"低保标准 城市\""), yaml);
        assertEquals(1, Mapping.parse("draft.yaml", yaml).tables().size());
    }

    @Test
    void whatIsNotClearIsDraftedAsTheFirstKindThatItMayBeOf() throws MappingException {
        String yaml = suggest("a.csv", "序号,标准\n1,950\n");

        assertTrue(yaml.contains("  - files: \"a.csv\"\n    kind: assistance-standard\n"), yaml);
        assertEquals(1, Mapping.parse("draft.yaml", yaml).tables().size());
    }

    @Test
    void theDraftIsAMappingFile() throws MappingException {
        assertEquals(
                5,
                Mapping.parse("draft.yaml", suggest("dump.csv", DUMP)).labels().size());
    }
}
