package org.gongkai.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.ingest.calendar.HolidayNotice;
import org.gongkai.ingest.calendar.HolidayNoticeException;
import org.gongkai.ingest.office.OfficeText.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The yearly notice of days off is read from office files as from a page. */
class HolidayNoticeFormsTest {

    private static final WorkingCalendar CHINA = WorkingCalendar.china();
    private static final String LINES = """
            现将2025年部分节假日的放假日期通知如下。
            一、元旦：1月1日（周三）放假1天。
            二、春节：1月28日（周二）至2月4日（周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
            三、清明节：4月4日（周五）至6日（周日）放假，共3天。
            四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
            五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
            六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(WrittenOffice.Form.class)
    void theNoticeOfAnOfficeFileIsThatOfItsText(WrittenOffice.Form form) throws IOException {
        List<Part> parts = Stream.of(LINES.split("\n"))
                .map(each -> (Part) WrittenOffice.line(each))
                .toList();
        HolidayNotice read = HolidayNotice.read(form.write(folder, "通知", parts), CHINA);
        assertEquals(HolidayNotice.of(LINES, CHINA).notice(), read.notice());
    }

    @Test
    void anOfficeFileThatCannotBeReadIsRefusedInTheLanguageOfTheReader() throws IOException {
        Path file = Files.writeString(folder.resolve("通知.doc"), "{\\rtf1 2025}");
        HolidayNoticeException refused =
                assertThrows(HolidayNoticeException.class, () -> HolidayNotice.read(file, CHINA));
        assertEquals("不是可读的网页、文本或办公文件：是 RTF 格式；应为另存为 .docx 的文件", refused.text(Locale.CHINESE));
        assertEquals(
                "is no page, text or office file that can be read: written as RTF; expected a file saved as .docx",
                refused.text(Locale.ENGLISH));
        Path picture = Files.write(folder.resolve("通知.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});
        assertEquals(
                "不是可读的网页、文本或办公文件",
                assertThrows(HolidayNoticeException.class, () -> HolidayNotice.read(picture, CHINA))
                        .text(Locale.CHINESE));
    }
}
