package org.gongkai.core.interpretation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.gongkai.core.document.DocumentNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReferenceTest {

    @Test
    void aReferenceIsNamedByNumberByTitleOrByBoth() {
        DocumentNumber number = DocumentNumber.parse("东政发〔2024〕3号");
        PolicyReference both = new PolicyReference(number, "东岭区节水办法", null, null, null);
        assertEquals(PolicyReference.of(number), PolicyReference.named("东政发〔2024〕3号"));
        assertEquals(both, PolicyReference.named("《东岭区节水办法》（东政发〔2024〕3号）"));
        assertEquals(both, PolicyReference.named("东岭区节水办法(东政发〔2024〕3号)"));
        assertEquals(both, PolicyReference.named("东政发〔2024〕3号《东岭区节水办法》"));
        assertEquals(
                new PolicyReference(null, "东岭区节水办法（试行）", null, null, null), PolicyReference.named("《东岭区节水办法（试行）》"));
    }

    private static PolicyReference reference(String number, String title, String clause) {
        return new PolicyReference(number == null ? null : DocumentNumber.parse(number), title, null, null, clause);
    }

    @ParameterizedTest
    @CsvSource({
        "《东岭区节水办法》（东政发〔2024〕3号）第五条第二款,东政发〔2024〕3号,东岭区节水办法,第五条第二款",
        "《东岭区节水办法》第三条、第四条,,东岭区节水办法,第三条、第四条",
        "《东岭区节水办法》第十二条第（三）项的规定,,东岭区节水办法,第十二条第（三）项",
        "东岭区节水办法（东政发〔2024〕3号）,东政发〔2024〕3号,东岭区节水办法,",
        "东政发〔2024〕3号第三条,东政发〔2024〕3号,,第三条",
        "东政发（2024）3号文件,东政发〔2024〕3号,,",
        "东岭区节水办法第三条,,东岭区节水办法,第三条",
        "《东岭区节水办法》（东政发〔2024〕3号，以下简称《办法》）,东政发〔2024〕3号,东岭区节水办法,",
        "《关于转发〈节水办法〉的通知》,,关于转发〈节水办法〉的通知,"
    })
    void theClauseStandsBesideTheTitle(String text, String number, String title, String clause) {
        assertEquals(reference(number, title, clause), PolicyReference.named(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "《东岭区节水办法》（东政发〔2024〕3号）、《东岭区供水规定》（东政发〔2023〕8号）第二条",
                "《东岭区节水办法》（东政发〔2024〕3号）和《东岭区供水规定》（东政发〔2023〕8号）第二条",
                "东政发〔2024〕3号《东岭区节水办法》，东政发〔2023〕8号《东岭区供水规定》第二条规定。",
                "《东岭区节水办法》（东政发〔2024〕3号）\n《东岭区供水规定》（东政发〔2023〕8号）第二条"
            })
    void eachDocumentOfACellIsOneReference(String text) {
        assertEquals(
                List.of(reference("东政发〔2024〕3号", "东岭区节水办法", null), reference("东政发〔2023〕8号", "东岭区供水规定", "第二条")),
                PolicyReference.listed(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"《东岭区节水办法》（东政发〔2024〕3号）第五条", "东政发〔2024〕3号第五条", "《东岭区节水办法》第五条", "《东岭区节水办法》"})
    void aReferenceIsShownAsItIsWritten(String text) {
        assertEquals(text, PolicyReference.named(text).toString());
    }

    @Test
    void whatSaysMoreThanNamesStaysWhole() {
        String text = "《东岭区节水办法》（试行稿由区水务局解释）与本题无关的一段话";
        assertEquals(List.of(reference(null, text, null)), PolicyReference.listed(text));
    }

    @Test
    void runningTextNamesDocumentsByTitleAndByNumber() {
        assertEquals(
                List.of(
                        reference("东政发〔2024〕3号", null, "第三条"),
                        reference(null, "东岭区供水规定", "第八条"),
                        reference("国务院令第711号", "中华人民共和国政府信息公开条例", null)),
                PolicyReference.inText("可以申请。依据东政发〔2024〕3号第三条和《东岭区供水规定》第八条，并按《中华人民共和国政府信息公开条例》（国务院令第711号）办理。").stream()
                        .map(PolicyReference.Named::reference)
                        .toList());
    }

    @Property
    void everyPieceOfACellIsInIt(
            @ForAll @StringLength(max = 60) @Chars({'《', '》', '（', '）', '号', '东', '发', '〔', '〕', '2', '、', '第', '条'})
                    String text) {
        PolicyReference.inText(text);
        for (String each : PolicyReference.pieces(text)) {
            assertTrue(text.contains(each), each);
        }
    }
}
