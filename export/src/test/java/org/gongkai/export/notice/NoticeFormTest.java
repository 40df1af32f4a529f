package org.gongkai.export.notice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gongkai.core.PartialDate;
import org.gongkai.core.assistance.AmountChange;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.decision.PublicConsultationBuilder;
import org.gongkai.core.organization.Agency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** Notices that are written from records by forms. */
class NoticeFormTest {

    private static final String HEAD = "form: mine\nkind: assistance-standard\nzh: 通知\nen: Notice\n";

    private static AssistanceStandard standard(Residence residence, String amount, String from) {
        return AssistanceStandardBuilder.builder()
                .place("云屏县")
                .item(AssistanceItem.SUBSISTENCE)
                .residence(residence)
                .amount(new BigDecimal(amount))
                .unit(AmountUnit.YUAN_PERSON_MONTH)
                .change(AmountChange.RAISED)
                .effectiveFrom(PartialDate.parse(from))
                .setBy(List.of(Agency.parse("云屏县民政局"), Agency.parse("云屏县财政局")))
                .issuedOn(LocalDate.of(2024, 6, 20))
                .build();
    }

    private static NoticeForm form(String lines) throws IOException {
        return NoticeForm.read("mine.txt", new StringReader(HEAD + lines));
    }

    private static String text(PublicNotice notice) throws IOException {
        StringBuilder text = new StringBuilder(notice.title()).append('\n');
        notice.writeText(text);
        return text.toString();
    }

    @Test
    void standardsOfOneDayStandInOneNotice() throws IOException {
        List<PublicNotice> notices = NoticeForm.named("assistance-adjustment")
                .write(List.of(
                        standard(Residence.URBAN, "1017", "2024-07-01"),
                        standard(Residence.RURAL, "900", "2024-08"),
                        standard(Residence.RURAL, "820", "2024-07-01")));
        assertEquals(2, notices.size());
        assertEquals("""
                云屏县民政局、云屏县财政局关于调整困难群众救助标准的通知
                现将云屏县困难群众救助标准通知如下：
                一、城市最低生活保障标准提高到每人每月1017元。
                二、农村最低生活保障标准提高到每人每月820元。
                以上标准自2024年7月1日起执行。
                云屏县民政局、云屏县财政局
                2024年6月20日
                """, text(notices.get(0)));
        assertTrue(text(notices.get(1)).contains("自2024年8月起执行"));
    }

    @Test
    void thatNothingWasReceivedIsSaidInItsOwnWords() throws IOException {
        PublicConsultation none =
                PublicConsultationBuilder.builder().title("停车管理办法").received(0).build();
        PublicConsultation some = PublicConsultationBuilder.builder(none)
                .received(5)
                .adopted(2)
                .rejected(3)
                .build();
        NoticeForm form = NoticeForm.named("consultation-feedback");
        assertTrue(text(form.write(List.of(none)).get(0)).contains("征求意见期间，未收到意见。"));
        assertTrue(text(form.write(List.of(some)).get(0)).contains("共收到意见5条，采纳2条，未采纳3条。"));
    }

    @Test
    void whatTheFormHasNoWordsForIsToldAndWhatATestNamesIsSaid() {
        AssistanceStandard line = AssistanceStandardBuilder.builder(standard(Residence.URBAN, "1017", "2024-07-01"))
                .note("含价格补贴")
                .recordId("17")
                .other(java.util.Map.of("extra", "x"))
                .build();
        PublicNotice notice =
                NoticeForm.named("assistance-adjustment").write(List.of(line)).get(0);
        assertEquals(
                List.of("/note", "/recordId", "/extra"),
                notice.told().get(0).leftOut().stream()
                        .map(PublicNotice.LeftOut::pointer)
                        .toList());
    }

    @Test
    void valuesAreEscapedAndNeverReadAsPartOfTheForm() throws IOException {
        AssistanceStandard line = AssistanceStandardBuilder.builder(standard(Residence.URBAN, "1", "2024-07-01"))
                .note("{amount}[a|b]<b>&{/}")
                .build();
        PublicNotice notice = form("title: {note}\ntext: \\[备注\\]：{note}")
                .write(List.of(line))
                .get(0);
        assertEquals("{amount}[a|b]<b>&{/}\n[备注]：{amount}[a|b]<b>&{/}\n", text(notice));
        StringBuilder html = new StringBuilder();
        notice.writeHtml(html);
        assertTrue(html.toString().contains("<p>[备注]：{amount}[a|b]&lt;b&gt;&amp;{/}</p>"), html.toString());
        assertFalse(html.toString().contains("<b>"), html.toString());
        assertTrue(part(docx(notice), "word/document.xml").contains("[a|b]&lt;b&gt;&amp;"));
    }

    @Test
    void recordsAreRowsOfATable() throws IOException {
        NoticeForm form = form("title: 标准\nhead: 城乡 | 标准\nrow: {residence} | {amount}{unit}\n");
        PublicNotice notice = form.write(List.of(
                        standard(Residence.URBAN, "1017", "2024-07-01"),
                        standard(Residence.RURAL, "820", "2024-07-01")))
                .get(0);
        assertEquals("标准\n城乡\t标准\n城市\t1017元/人·月\n农村\t820元/人·月\n", text(notice));
        assertTrue(part(docx(notice), "word/document.xml").contains("<w:tbl>"));
    }

    @Test
    void aDocumentIsWellFormedAndTheSameEachTime() throws Exception {
        PublicNotice notice = NoticeForm.named("assistance-adjustment")
                .write(List.of(standard(Residence.URBAN, "1017", "2024-07-01")))
                .get(0);
        byte[] first = docx(notice);
        assertArrayEquals(first, docx(notice));
        for (String each : List.of("[Content_Types].xml", "_rels/.rels", "word/document.xml")) {
            Document part = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part(first, each).getBytes(StandardCharsets.UTF_8)));
            assertTrue(part.getDocumentElement().hasChildNodes(), each);
        }
        assertTrue(part(first, "word/document.xml").contains("提高到每人每月1017元"));
    }

    @Test
    void aRecordWithPersonalDataGoesIntoNoNotice() {
        AssistanceStandard line = AssistanceStandardBuilder.builder(standard(Residence.URBAN, "1017", "2024-07-01"))
                .note("身份证号11010519491231002X")
                .build();
        NoticeForm form = NoticeForm.named("assistance-adjustment");
        assertThrows(IllegalArgumentException.class, () -> form.write(List.of(line)));
    }

    @Test
    void aRecordOfAnotherKindOrStateIsLeftOut() {
        AssistanceStandard line = standard(Residence.URBAN, "1017", "2024-07-01");
        assertEquals(List.of(), NoticeForm.named("land-announcement").write(List.of(line)));
        assertFalse(NoticeForm.named("consultation-feedback").fits(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "title: {titel} ! 5 ! no field titel; expected one of place, scope, item",
                "title: a\\ntext: {basis} ! 6 ! basis is made of fields: name one of title, documentNumber",
                "title: a\\ntext: [{place} ! 6 ! [ without its ]",
                "title: a\\ntext: {place ! 6 ! { without its }",
                "title: a\\ntext: a|b ! 6 ! | without its beginning",
                "title: a\\ntext: {/} ! 6 ! {/} without its beginning",
                "title: a\\ntext: {@name} ! 6 ! there is no let name above",
                "title: a\\ntext: {?place} ! 6 ! place is no condition",
                "title: a\\nrow: {place} ! 6 ! a line head: must stand before row:",
                "title: a\\nhead: x | y\\nrow: {place} ! 7 ! the head has 2 columns, this row 1",
                "title: a\\nfoot: b ! 6 ! no line foot",
                "title: a\\nwhen: b ! 6 ! when: holds conditions alone",
                "title: a\\nrow place: b ! 6 ! a line head:",
                "text: a ! 5 ! there is no line title:",
                "kind: land-plan ! 5 ! kind: must have content, and stand there once",
            })
    void aFaultOfAFormIsNamedWithItsLine(String lines, int line, String fault) {
        NoticeFormException wrong = assertThrows(NoticeFormException.class, () -> form(lines.replace("\\n", "\n")));
        assertEquals(line, wrong.line());
        assertTrue(wrong.getMessage().startsWith("mine.txt:" + line + ": "), wrong.getMessage());
        assertTrue(wrong.getMessage().contains(fault), wrong.getMessage());
        assertTrue(wrong.text(Locale.CHINESE).startsWith("mine.txt:" + line + ": "), wrong.text(Locale.CHINESE));
        assertFalse(wrong.text(Locale.CHINESE).contains(fault), wrong.text(Locale.CHINESE));
    }

    @Test
    void definitionsThatGrowWithoutEndAreRefused() {
        StringBuilder lines = new StringBuilder("let a: " + "很".repeat(50) + "\n");
        for (char each = 'b'; each <= 'z'; each++) {
            lines.append("let ")
                    .append(each)
                    .append(": ")
                    .append(("{@" + (char) (each - 1) + "}").repeat(9))
                    .append('\n');
        }
        assertTrue(assertThrows(NoticeFormException.class, () -> form(lines.toString()))
                .getMessage()
                .contains("too long"));
    }

    @Test
    void everyShippedFormSaysInBothLanguagesWhatItIs() {
        assertEquals(5, NoticeForm.shipped().size());
        for (NoticeForm each : NoticeForm.shipped()) {
            assertFalse(each.name().in(Locale.CHINESE).isBlank());
            assertEquals(each.code(), NoticeForm.named(each.code()).code());
        }
    }

    private static byte[] docx(PublicNotice notice) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        notice.writeDocx(out);
        return out.toByteArray();
    }

    private static String part(byte[] docx, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError(name);
    }
}
