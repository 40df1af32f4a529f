package org.gongkai.validation.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.organization.Agency;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.junit.jupiter.api.Test;

/** Numbers of persons, made up but for their check characters, wherever they stand in a document. */
class PersonalNumbersTest {

    private static final String NUMBER = "11010519491231002X";

    private final DisclosureValidator validator = Records.validator();

    @Test
    void anIdentityNumberIsFoundInEveryTextOfADocument() {
        OfficialDocumentBuilder all = OfficialDocumentBuilder.builder()
                .title("关于" + NUMBER + "的通知")
                .issuers(List.of(Agency.parse(NUMBER)))
                .indexNumber(IndexNumber.parse(NUMBER))
                .note(NUMBER)
                .attachmentNote(NUMBER)
                .summary(NUMBER)
                .keywords(List.of("低保", NUMBER))
                .body(new Body(NUMBER, null))
                .attachments(List.of(new Attachment(NUMBER + ".pdf", null, null, null, "files/" + NUMBER + ".pdf")))
                .sourceUrl("http://www.example.gov.cn/list?id=" + NUMBER)
                .recordId(NUMBER)
                .contentSource(NUMBER)
                .author(NUMBER)
                .other(Map.of("人员", List.of(Map.of("证件", NUMBER))));
        assertEquals(
                List.of(
                        "/attachmentNote",
                        "/attachments/0/name",
                        "/attachments/0/url",
                        "/author",
                        "/body/text",
                        "/contentSource",
                        "/indexNumber",
                        "/issuers/0",
                        "/keywords/1",
                        "/note",
                        "/recordId",
                        "/sourceUrl",
                        "/summary",
                        "/title",
                        "/人员/0/证件"),
                places(all));
    }

    @Test
    void aNumberSplitOverTheTagsOfALineIsFound() {
        OfficialDocumentBuilder split = OfficialDocumentBuilder.builder()
                .body(new Body(null, "<p>证件<span lang=x>110105</span><b>1949</b>1231&nbsp;<font>002X</font></p>"));
        assertEquals(List.of("/body/html"), places(split));
        OfficialDocumentBuilder cells = OfficialDocumentBuilder.builder()
                .body(new Body(null, "<table><tr><td>110105</td><td>19491231002X</td></tr></table>"));
        assertEquals(List.of(), places(cells));
    }

    @Test
    void aNumberInWhatAMarkSaysIsFound() {
        for (String html : List.of(
                "<p>甲</p><!-- 电话 " + NUMBER + " --><p>乙</p>",
                "<img src=\"a.png\" alt=\"证件 " + NUMBER + "\">",
                "<p title='" + NUMBER + "'>甲</p>",
                "<a href=\"show.jsp?a=1&amp;card=" + NUMBER + "\">甲</a>",
                "<!-- " + NUMBER)) {
            assertEquals(
                    List.of("/body/html"),
                    places(OfficialDocumentBuilder.builder().body(new Body(null, html + "<p>乙</p>"))),
                    html);
        }
        assertEquals(
                List.of(),
                places(OfficialDocumentBuilder.builder()
                        .body(new Body(null, "<a href=\"/art/2023/13800000000.html\" title=\"通知公告\">甲</a>"))));
    }

    @Test
    void anIndexNumberWithElevenDigitsIsNoTelephone() {
        assertEquals(
                List.of(),
                places(OfficialDocumentBuilder.builder()
                        .indexNumber(IndexNumber.parse("13800000000"))
                        .recordId("13800000000")));
    }

    @Test
    void noFindingOfAnyRuleQuotesANumberOfAPerson() {
        OfficialDocumentBuilder faulty = OfficialDocumentBuilder.builder()
                .title("关于" + NUMBER + "\n的通知")
                .indexNumber(IndexNumber.parse(NUMBER))
                .other(Map.of("证件号码", NUMBER));
        for (Finding each : validator.judge(faulty.build()).findings()) {
            assertFalse(String.valueOf(each.value()).contains(NUMBER), each.toString());
        }
    }

    private List<String> places(OfficialDocumentBuilder document) {
        return validator.judge(document.build()).findings().stream()
                .filter(each -> each.rule().startsWith("document.personalData."))
                .map(Finding::pointer)
                .sorted()
                .toList();
    }
}
