package org.gongkai.ingest.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.Evidence;
import org.gongkai.core.calendar.CalendarNotice;
import org.gongkai.core.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HolidayNoticeTest {

    private static final WorkingCalendar CHINA = WorkingCalendar.china();

    /** What was known when the notice of a year came out, with the law's days of that year where the calendar has them. */
    private static WorkingCalendar before(int year) {
        return WorkingCalendar.of(Stream.concat(
                        Stream.of(CalendarNotice.of(2006, Evidence.DERIVED, "", "")),
                        CHINA.notices().stream()
                                .filter(each -> each.year() < year || each.tentative() && each.year() == year))
                .toList());
    }

    static Stream<Arguments> yearsAndStyles() {
        return IntStream.rangeClosed(2007, 2026)
                .boxed()
                .flatMap(year -> IntStream.range(0, 4).mapToObj(style -> Arguments.of(year, style)));
    }

    @ParameterizedTest
    @MethodSource("yearsAndStyles")
    void daysOffAndDaysWorkedOfEveryYearReadBackEqual(int year, int style) throws Exception {
        ComposedNotice composed = new ComposedNotice(CHINA, year);
        HolidayNotice read = HolidayNotice.of(composed.text(style), before(year));
        assertEquals(List.copyOf(composed.off), read.notice().off(), composed.text(style));
        assertEquals(List.copyOf(composed.work), read.notice().work(), composed.text(style));
        assertEquals(year, read.notice().year());
        assertEquals("国办发明电〔" + (year - 1) + "〕9号", read.notice().number());
        assertEquals(LocalDate.of(year - 1, 11, 4), read.notice().issuedOn());
        assertEquals(style == 3 ? 1 : 0, read.advice().size());
    }

    @ParameterizedTest
    @CsvSource({"GB18030", "UTF-8"})
    void pageIsReadInItsOwnCharsetWithLinksToOtherYears(String charset, @TempDir Path folder) throws Exception {
        ComposedNotice composed = new ComposedNotice(CHINA, 2026);
        String paragraphs =
                composed.text(3).lines().map(line -> "<p>" + line + "</p>").collect(Collectors.joining("\n"));
        Path page = folder.resolve("notice.html");
        Files.write(
                page,
                ("<!DOCTYPE html><html><head><meta charset=\"" + charset + "\"></head><body><ul><li>国务院办公厅关于2025年"
                                + "部分节假日安排的通知</li></ul><div>发布时间：2025-11-05 10:00</div>" + paragraphs
                                + "<div>相关：2024年部分节假日安排</div></body></html>")
                        .getBytes(Charset.forName(charset)));
        HolidayNotice read = HolidayNotice.read(page, before(2026));
        assertEquals(List.copyOf(composed.off), read.notice().off());
        assertEquals(List.copyOf(composed.work), read.notice().work());
    }

    @Test
    void newYearIsAddedWithTheDaysThatTheLawFixes() throws Exception {
        String text = made();
        HolidayNotice read = HolidayNotice.of(text, CHINA);
        assertEquals(LocalDate.of(2026, 12, 27), read.notice().work().get(0), "December is the one before");
        assertEquals(7, read.holidays().size());
        WorkingCalendar longer = CHINA.with(read.notice());
        assertEquals(LocalDate.of(2027, 12, 31), longer.span().last());
        HolidayNoticeException law = assertThrows(
                HolidayNoticeException.class,
                () -> HolidayNotice.of(text.replace("2月5日至12日放假调休，共8天", "2月6日至12日放假调休，共7天"), CHINA));
        assertTrue(law.text(Locale.ENGLISH).contains("2027-02-05"), law.getMessage());
        assertTrue(law.text(Locale.CHINESE).contains("2027-02-05"), law.text(Locale.CHINESE));
    }

    /** Made up: the notice of 2027 is not out. */
    private static String made() {
        return """
                关于2027年部分节假日安排的通知
                一、元旦：2026年12月31日至1月2日放假调休，共3天。12月27日（星期日）上班。
                二、春节：2月5日至12日放假调休，共8天。2月20日（星期六）、28日（星期日）上班。
                三、清明节：4月3日（周六）至5日（周一）放假，共3天。
                四、劳动节：5月1日至5日放假调休，共5天。5月8日（星期六）上班。
                五、端午节：6月9日（周三）放假1天，不调休。
                六、中秋节：9月15日放假。
                七、国庆节：10月1日至7日放假调休，共7天。9月26日（星期日）、10月9日（星期六）上班。
                """;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "（星期日）上班。/二 | （星期六）上班。/二 | another day of the week",
                "共8天 | 共7天 | number of days",
                "六、中秋节：9月15日放假。 | | lacks 中秋",
                "9月15日放假 | 9月15日另行通知 | cannot be read",
                "9月15日放假 | 9月31日放假 | does not exist",
                "9月15日放假 | 九月十五日放假 | cannot be read",
                "9月15日放假 | 待定 | cannot be read",
                "10月9日（星期六）上班。 | 10月9日（星期六）上班，请9月28日至30日3天假可连休10天。 | cannot be read",
                "10月9日（星期六）上班。 | 10月9日（星期六）上班。10月8日放假。 | number of days",
                "9月15日放假 | 2028年9月15日放假 | neither in its year",
                "9月15日放假 | 9月15日放假。9月15日上班 | both off and worked",
                "9月15日放假 | 9月15日放假，其中9月14日为法定节假日 | neither off nor worked",
                "9月15日放假。 | 9月15日放假。/中秋节：9月16日放假。 | twice",
                "2027年部分 | 某年部分 | of which year",
                "部分节假日安排的通知 | 部分节假日、2028年春节安排的通知 | more than one year",
            })
    void whatIsWrongRefusesTheWholeNotice(String words, String others, String message) {
        String text = made().replace(words.replace('/', '\n'), others == null ? "" : others.replace('/', '\n'));
        HolidayNoticeException refused =
                assertThrows(HolidayNoticeException.class, () -> HolidayNotice.of(text, CHINA));
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused.getMessage());
    }

    @Test
    void makeUpDayInALineOfItsOwnIsNotLost() throws Exception {
        HolidayNotice read = HolidayNotice.of(made().replace("共5天。5月8日", "共5天。\n5月8日"), CHINA);
        assertEquals(HolidayNotice.of(made(), CHINA).notice(), read.notice());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10月9日（星期六）上班。 | 10月9日（星期六）上班。/拼假攻略：请9月28日至30日3天假，可连休10天。",
                "10月9日（星期六）上班。 | 10月9日（星期六）上班。/10月1日至3日加班的，支付加班工资。",
                "五、端午节： | 五、端午节假期：",
                "6月9日（周三）放假1天，不调休 | 6月9日（周三）放假，共1天",
                "4月3日（周六）至5日（周一）放假 | 4月3日至5日（周六至周一）放假",
                "4月3日（周六）至5日（周一）放假 | 4月3日、4日、5日放假",
                "4月3日（周六）至5日（周一）放假 | 4月3-5日放假",
                "4月3日（周六）至5日（周一）放假 | ４月３日～５日放假",
                "5月8日（星期六）上班 | 5月8日（星期六）照常上班"
            })
    void otherWordsForTheSameDaysAreReadAlike(String words, String others) throws Exception {
        String text = made().replace(words, others.replace('/', '\n'));
        assertEquals(
                HolidayNotice.of(made(), CHINA).notice(),
                HolidayNotice.of(text, CHINA).notice());
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefused(@ForAll("texts") List<String> parts) {
        String text = String.join("", parts);
        try {
            HolidayNotice read = HolidayNotice.of(text, CHINA);
            assertTrue(read.notice().off().stream().noneMatch(read.notice().work()::contains));
        } catch (HolidayNoticeException refused) {
            assertTrue(!refused.text(Locale.CHINESE).isBlank(), "and says why");
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of(
                        made(),
                        "2027年部分节假日",
                        "元旦：",
                        "、春节：",
                        "国庆节",
                        "12月",
                        "31日",
                        "2月30日",
                        "至",
                        "—",
                        "（星期一）",
                        "（",
                        "放假",
                        "上班",
                        "调至",
                        "共3天",
                        "，",
                        "。",
                        "\n",
                        "鼓励",
                        "99999年",
                        "其中")
                .list()
                .ofMaxSize(40);
    }

    @Test
    void aYearThatIsKnownMayBeChangedInPart() throws Exception {
        HolidayNotice read = HolidayNotice.of("现将2026年劳动节放假安排调整如下。\n劳动节：5月1日至6日放假调休，共6天。5月9日、10日上班。", CHINA);
        assertEquals(6, read.notice().off().size());
        assertNull(read.notice().number());
        assertNull(read.notice().issuedOn());
    }

    @Test
    void otherFilesAreToldAsSuch(@TempDir Path folder) throws Exception {
        Path picture =
                Files.write(folder.resolve("scan.html"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
        assertThrows(HolidayNoticeException.class, () -> HolidayNotice.read(picture, CHINA));
        Path large = Files.write(folder.resolve("large.txt"), new byte[5 << 20]);
        assertThrows(HolidayNoticeException.class, () -> HolidayNotice.read(large, CHINA));
        Path article =
                Files.writeString(folder.resolve("news.txt"), "2027年部分节假日安排公布：春节放假8天，不少人期待。", StandardCharsets.UTF_8);
        assertThrows(HolidayNoticeException.class, () -> HolidayNotice.read(article, CHINA));
    }

    @Test
    void noticeWrittenToAFileReadsBackEqual() throws Exception {
        for (CalendarNotice each : CHINA.notices()) {
            String file = CalendarNotice.HEADER + "\n" + each.line() + "\n";
            assertEquals(List.of(each), CalendarNotice.read(new StringReader(file), "file"));
        }
    }
}
