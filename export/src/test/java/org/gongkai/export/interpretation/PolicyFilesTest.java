package org.gongkai.export.interpretation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.interpretation.AnswerStatus;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.interpretation.PolicyAnswerBuilder;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.organization.Agency;
import org.gongkai.validation.interpretation.WantingDocument;
import org.gongkai.validation.interpretation.WantingDocument.Reach;
import org.junit.jupiter.api.Test;

class PolicyFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 30);

    private static PolicyAnswerBuilder answer(String question) {
        return PolicyAnswerBuilder.builder()
                .question(question)
                .answer("本区户籍、年满八十周岁的老人。")
                .sources(List.of(
                        new PolicyReference(DocumentNumber.parse("临政发〔2024〕5号"), "临湾区高龄老人补贴办法", null, null, "第一条")))
                .responsible(Agency.parse("临湾区民政局"))
                .publishedOn(LocalDate.of(2024, 5, 10));
    }

    private static String page(PolicyAnswer... answers) throws IOException {
        StringBuilder page = new StringBuilder();
        PolicyFiles.of(List.of(answers), TODAY).faqPage(page);
        return page.toString();
    }

    @Test
    void thePageShowsTheAnswerWithWhatItRestsOn() throws IOException {
        String page = page(answer("谁可以申请？").build());
        assertTrue(page.contains("<h3>谁可以申请？</h3>"));
        assertTrue(page.contains("《临湾区高龄老人补贴办法》（临政发〔2024〕5号）第一条"), page);
        assertTrue(page.contains("临湾区民政局"));
    }

    @Test
    void searchEnginesAreToldTheSameAndNoValueEndsTheElement() throws IOException {
        String page = page(answer("</script><b>谁？").build());
        String begin = "<script type=\"application/ld+json\">";
        String json = page.substring(page.indexOf(begin) + begin.length(), page.indexOf("</script>"));
        JsonNode data = JsonMapper.builder().build().readTree(json);
        assertEquals("FAQPage", data.get("@type").asText());
        assertEquals("</script><b>谁？", data.get("mainEntity").get(0).get("name").asText());
        assertFalse(page.contains("<b>谁"));
    }

    @Test
    void answersStandUnderTheirTopics() throws IOException {
        String page = page(
                answer("甲？").topic("民生").build(),
                answer("乙？").build(),
                answer("丙？").topic("民生").build());
        assertTrue(page.indexOf("丙？</h3>") < page.indexOf("<h2>其他</h2>"));
        assertTrue(page.indexOf("<h2>其他</h2>") < page.indexOf("乙？</h3>"));
    }

    @Test
    void whatHoldsNoLongerIsInNeitherFile() throws IOException {
        PolicyAnswer lapsed = answer("旧问题？")
                .status(AnswerStatus.of(AnswerStatus.State.LAPSED))
                .build();
        PolicyAnswer over = answer("过期？").validUntil(TODAY.minusDays(1)).build();
        assertFalse(page(lapsed, over, answer("新问题？").build()).contains("旧问题"));
        StringBuilder lines = new StringBuilder();
        PolicyFiles.of(List.of(lapsed, over, answer("新问题？").build()), TODAY).lines(lines);
        assertEquals(1, lines.toString().lines().count());
        assertTrue(lines.toString().startsWith("{\"kind\":\"policy-answer\""), lines.toString());
    }

    @Test
    void anAnswerWithANumberOfAPersonIsRefused() {
        List<PolicyAnswer> answers =
                List.of(answer("找谁？").answer("打13812345678").build());
        assertThrows(IllegalArgumentException.class, () -> PolicyFiles.of(answers, TODAY));
    }

    private static WantingDocument wanting(Reach reach, String day, String number) {
        return new WantingDocument(
                reach,
                day == null ? null : LocalDate.parse(day),
                number,
                "关于<停车>的通知",
                "临湾区人民政府",
                "https://www.linwan.example/1.html",
                "1.html");
    }

    @Test
    void theWorklistShowsTheOldestFirstAndOfOneDayWhatReachesFarther() throws IOException {
        List<WantingDocument> list = new ArrayList<>(List.of(
                wanting(Reach.PUBLIC_EFFECT, "2024-01-02", "丁"),
                wanting(Reach.NORMATIVE, null, "戊"),
                wanting(Reach.NORMATIVE, "2024-01-02", "丙"),
                wanting(Reach.RULE, "2024-01-02", "乙"),
                wanting(Reach.PUBLIC_EFFECT, "2023-01-02", "甲")));
        list.sort(WantingDocument.BY_AGE_AND_REACH);
        assertEquals(
                List.of("甲", "乙", "丙", "丁", "戊"),
                list.stream().map(WantingDocument::documentNumber).toList());
        StringBuilder page = new StringBuilder();
        InterpretationWorklist.write(list, TODAY, page);
        assertTrue(page.toString().contains("关于&lt;停车&gt;的通知</a>"), page.toString());
        assertTrue(page.toString().contains("共 5 份"));
    }
}
