package org.gongkai.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.document.Consultation;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.interpretation.InterpretationForm;
import org.gongkai.core.interpretation.InterpretationPlan;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.interpretation.PolicyAnswerBuilder;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyInterpretationBuilder;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.interpretation.SyncStep;
import org.gongkai.core.organization.Agency;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.interpretation.PolicyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What explains policies, in a package. */
class InterpretationPackageTest {

    private static final PolicyReference DOCUMENT = PolicyReference.of(DocumentNumber.parse("东政发〔2024〕3号"));
    private static final PolicyInterpretation INTERPRETATION = PolicyInterpretationBuilder.builder()
            .title("文字解读：东岭区节水办法")
            .form(InterpretationForm.of(InterpretationForm.Form.TEXT))
            .interprets(List.of(DOCUMENT))
            .plan(new InterpretationPlan("先讲背景", List.of(), List.of(), LocalDate.of(2024, 3, 1)))
            .sync(List.of(new SyncStep("同步审签", LocalDate.of(2024, 3, 2))))
            .publisher(Agency.parse("东岭区人民政府办公室"))
            .publishedOn(LocalDate.of(2024, 3, 6))
            .build();

    private static PolicyAnswer answer(String text) {
        return PolicyAnswerBuilder.builder()
                .question(text + "？")
                .answer(text)
                .sources(List.of(DOCUMENT))
                .build();
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "李秀英13812345678",
                "0532-66660001、13812345678（李秀英）",
                "联系人：李秀英，手机：13812345678",
                "小李13812345678",
                "张科长 13812345678"
            })
    void theMobileNumberOfAPersonStaysBehindWhereAnOfficeIsCalledToo(String telephone) {
        PolicyAnswer answer = PolicyAnswerBuilder.builder(answer("向水务局申请"))
                .consultation(new Consultation("东岭区水务局", telephone))
                .build();
        assertTrue(LibraryPackage.withholds(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"13812345678", "0532-66660001（李秀英）", "办公室13812345678", "区水务局：13812345678", "高新区办 13812345678"})
    void anOfficeMayGiveAMobileNumberOfItsOwn(String telephone) {
        PolicyAnswer answer = PolicyAnswerBuilder.builder(answer("向水务局申请"))
                .consultation(new Consultation("东岭区水务局", telephone))
                .build();
        assertFalse(LibraryPackage.withholds(answer));
    }

    @Test
    void anInterpretationWithANumberOfAPersonStaysBehindAndOneThatNamesItsSpeakerDoesNot() {
        PolicyInterpretation withNumber = PolicyInterpretationBuilder.builder(INTERPRETATION)
                .transcript("请带身份证，号码如11010519491231002X")
                .build();
        PolicyInterpretation named = PolicyInterpretationBuilder.builder(INTERPRETATION)
                .transcript("解读人：李秀英，电话0532-66660001")
                .build();
        assertTrue(LibraryPackage.withholds(withNumber));
        assertFalse(LibraryPackage.withholds(named));
    }

    @Test
    void innerPapersStayBehindAndAnswersHaveFilesOfTheirOwn() throws Exception {
        Path format =
                Path.of(System.getProperty("gongkai.checkout"), "examples", "formats", "interpretations-lines.json");
        FormatProfile profile;
        try (InputStream in = Files.newInputStream(format)) {
            profile = FormatProfile.read(in, "interpretations-lines");
        }
        try (LibraryPackage out =
                LibraryPackage.create(folder.resolve("p"), Documents.options().withFormats(List.of(profile)))) {
            out.show(PolicyFiles.ofRun(LocalDate.of(2024, 6, 1), each -> false));
            assertTrue(out.add(INTERPRETATION));
            assertTrue(out.add(answer("向水务局申请")));
            assertFalse(out.add(answer("请打13812345678")));
            PackageSchemas.finish(out);
        }
        Path data = folder.resolve("p/data");
        String records = Files.readString(data.resolve("records.ndjson"));
        assertFalse(records.contains("plan") || records.contains("sync") || records.contains("先讲背景"), records);
        assertEquals(
                "{\"title\":\"文字解读：东岭区节水办法\",\"form\":\"文字解读\",\"documents\":\"东政发〔2024〕3号\","
                        + "\"publisher\":\"东岭区人民政府办公室\",\"publishedOn\":\"2024-03-06\"}\n",
                Files.readString(data.resolve("tables/interpretations.ndjson")));
        String page = Files.readString(data.resolve("interpretation/faq.html"));
        assertTrue(page.contains("向水务局申请") && !page.contains("138"), page);
        assertEquals(
                1,
                Files.readAllLines(data.resolve("interpretation/answers.ndjson"))
                        .size());
    }
}
