package org.gongkai.ingest.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.core.DateText;
import org.gongkai.core.Evidence;
import org.gongkai.core.calendar.CalendarNotice;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.calendar.HolidayNoticeException.Problem;
import org.gongkai.ingest.file.TextBytes;
import org.gongkai.ingest.file.TextForm;
import org.gongkai.ingest.office.OfficeReader;
import org.gongkai.ingest.office.OfficeText;
import org.gongkai.ingest.page.PageText;
import org.gongkai.ingest.paper.OfficeFiles;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.UnreadableFileException;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * The yearly notice of days off (国务院办公厅关于部分节假日安排的通知), read from its page or its text.
 *
 * <pre>{@code
 * HolidayNotice read = HolidayNotice.read(Path.of("2027.html"), WorkingCalendar.china());
 * WorkingCalendar longer = WorkingCalendar.china().with(read.notice());
 * }</pre>
 *
 * <p>The notice is read whole or not at all: what is not understood, a day that falls on another day of the week than is
 * written beside it, a number of days that is not that of the dates, a holiday that is missing or a day off by law that is not
 * off refuse it. Advice (鼓励 …) is no day off; {@link #advice()} has its words.
 *
 * @param notice the days; its evidence is {@link Evidence#MIRROR}, since nothing here can tell who published the page
 * @param holidays what was read, holiday by holiday, in the order of the notice
 * @param advice sentences that only advise, such as to give a day of leave; no days were taken from them
 */
public record HolidayNotice(CalendarNotice notice, List<Holiday> holidays, List<String> advice) {

    /** A notice takes two pages; a larger file is another thing. */
    private static final int MOST_BYTES = 4 << 20;

    private static final String NAME = "(?:五一)?(?:国际)?劳动节|五一|(?:十一)?国庆节?|十一|元旦|春节|清明节?|端午节?|中秋节?";
    private static final Pattern HEAD =
            Pattern.compile("(?:[一二三四五六七八九十]{1,3}[、.]|\\d{1,2}[、.]|\\([一二三四五六七八九十\\d]{1,3}\\))?(" + "(?:" + NAME
                    + ")(?:(?:、|和|及|与)(?:" + NAME + ")){0,3})(?:节|假期|放假安排)?:");
    private static final Pattern EACH = Pattern.compile(NAME);
    /** The year in the opening sentence of the notice itself, which links to other notices have not. */
    private static final Pattern OPENING = Pattern.compile("现将((?:19|20)\\d\\d)年");

    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)年(?:部分)?(?:节假日|元旦|春节|清明|劳动节|端午|中秋|国庆|五一)");
    private static final Pattern NUMBER = Pattern.compile("(国办发(?:明电)?)[〔\\[【(]?((?:19|20)\\d\\d)[〕\\]】)]?(\\d{1,3})号");
    private static final Pattern DAY_LINE =
            Pattern.compile("[\\d〇○零一二三四五六七八九十]{4}年[\\d一二三四五六七八九十]{1,3}月[\\d一二三四五六七八九十]{1,3}日");
    private static final List<String> ALL = List.of("元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆");
    /** Before the law of 2008 the traditional holidays other than the spring festival were none. */
    private static final List<String> BEFORE_2008 = List.of("元旦", "春节", "劳动节", "国庆");

    /**
     * What the notice says of one holiday, or of two that fall together.
     *
     * @param name the holiday, such as 元旦, or 国庆、中秋
     * @param words the words read
     * @param off the days off, in order
     * @param work the days worked instead, in order
     */
    public record Holiday(String name, String words, List<LocalDate> off, List<LocalDate> work) {

        /** Creates a holiday. */
        public Holiday {
            off = List.copyOf(off);
            work = List.copyOf(work);
        }
    }

    /** Creates a notice. */
    public HolidayNotice {
        holidays = List.copyOf(holidays);
        advice = List.copyOf(advice);
    }

    /**
     * Reads a page or a text file, in whatever character set, or an office file as {@code LegacyReader} takes it (.docx, .ofd; with
     * {@code gongkai-office} .doc and .pdf too).
     *
     * @param file the file
     * @param known the calendar that it is for: a year whose notice it has may be changed in part, any other must be whole
     * @return the notice
     * @throws HolidayNoticeException when it is no such notice, or not wholly understood
     * @throws IOException when the file cannot be read
     */
    public static HolidayNotice read(Path file, WorkingCalendar known) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new HolidayNoticeException(Problem.TOO_LARGE, String.valueOf(MOST_BYTES));
        }
        try {
            OfficeReader office = OfficeFiles.readerOf(file);
            if (office != null) {
                OfficeText written = OfficeFiles.read(office, file, Limits.standard());
                return of(String.join("\n", written.lines()), known);
            }
            if (OfficeFiles.isOffice(file)) {
                throw new HolidayNoticeException(OfficeFiles.unreadable(file));
            }
            TextBytes.Bytes source = () -> Files.newInputStream(file);
            TextBytes bytes = TextBytes.of(source);
            String text = bytes.whole(file);
            String name = String.valueOf(file.getFileName());
            boolean page = TextForm.of(bytes.start(source), name) == TextForm.PAGE;
            return of(page ? PageText.of(Jsoup.parse(text).body()).text() : text, known);
        } catch (UnreadableFileException unreadable) {
            throw new HolidayNoticeException(unreadable);
        } catch (TextBytes.NoTextException other) {
            throw new HolidayNoticeException(Problem.NO_TEXT, "");
        }
    }

    /**
     * Reads the text of a notice.
     *
     * @param text the text, with its line breaks
     * @param known the calendar that it is for
     * @return the notice
     * @throws HolidayNoticeException when it is no such notice, or not wholly understood
     */
    public static HolidayNotice of(String text, WorkingCalendar known) throws HolidayNoticeException {
        List<String> lines = text.lines()
                .map(line -> LegacyText.folded(line).replaceAll("[“”\"'「」]", ""))
                .filter(line -> !line.isEmpty())
                .toList();
        String whole = String.join("\n", lines);
        int year = year(whole);
        List<String> advice = new ArrayList<>();
        Map<String, Holiday> holidays = new LinkedHashMap<>();
        for (String[] item : items(whole)) {
            Holiday read = new HolidayLine(item[0], item[1], year, advice).read();
            Holiday other = holidays.putIfAbsent(item[0], read);
            if (other != null
                    && !(other.off().equals(read.off()) && other.work().equals(read.work()))) {
                throw new HolidayNoticeException(Problem.TWICE, item[0]);
            }
        }
        if (holidays.isEmpty()) {
            throw new HolidayNoticeException(Problem.NO_LINES, "");
        }
        List<Holiday> all = List.copyOf(holidays.values());
        CalendarNotice notice = notice(year, lines, whole, all);
        requireWhole(notice, all, known);
        return new HolidayNotice(notice, all, advice.stream().distinct().toList());
    }

    private static int year(String whole) throws HolidayNoticeException {
        Set<String> years = found(OPENING, whole);
        if (years.isEmpty()) {
            years = found(YEAR, whole);
        }
        if (years.size() > 1) {
            throw new HolidayNoticeException(Problem.YEARS_DIFFER, String.join(", ", years));
        }
        if (years.isEmpty()) {
            throw new HolidayNoticeException(Problem.NO_YEAR, "");
        }
        return Integer.parseInt(years.iterator().next());
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of holidays and the words that follow each, up to the next one or to the end of the arrangement. */
    private static List<String[]> items(String whole) {
        List<String[]> items = new ArrayList<>();
        Matcher head = HEAD.matcher(whole);
        boolean found = head.find();
        while (found) {
            String name = EACH.matcher(head.group(1))
                    .results()
                    .map(each -> plain(each.group()))
                    .sorted()
                    .collect(Collectors.joining("、"));
            int from = head.end();
            found = head.find();
            items.add(new String[] {name, ownLines(whole.substring(from, found ? head.start() : whole.length()))});
        }
        return items;
    }

    /** One name for each holiday. */
    private static String plain(String name) {
        if (name.endsWith("劳动节") || name.equals("五一")) {
            return "劳动节";
        }
        return name.contains("国庆") || name.equals("十一")
                ? "国庆"
                : name.replace("节", "").replace("春", "春节");
    }

    /** Lines that belong to a holiday: the first, those that go on with a sentence, and those that arrange days. */
    private static String ownLines(String text) {
        StringBuilder own = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            boolean begun = !own.isEmpty();
            boolean goesOn = begun && own.charAt(own.length() - 1) != '。';
            boolean ends = line.startsWith("节假日期间")
                    || line.startsWith("国务院")
                    || DAY_LINE.matcher(line).matches();
            if (begun && (ends || !goesOn && !HolidayLine.arranges(line))) {
                break;
            }
            own.append(line);
        }
        return own.toString();
    }

    private static CalendarNotice notice(int year, List<String> lines, String whole, List<Holiday> holidays)
            throws HolidayNoticeException {
        Set<LocalDate> off = new TreeSet<>();
        Set<LocalDate> work = new TreeSet<>();
        for (Holiday each : holidays) {
            off.addAll(each.off());
            work.addAll(each.work());
        }
        for (LocalDate day : work) {
            if (off.contains(day)) {
                throw new HolidayNoticeException(Problem.OFF_AND_WORKED, day.toString());
            }
        }
        Set<String> numbers = NUMBER.matcher(whole)
                .results()
                .map(each -> each.group(1) + "〔" + each.group(2) + "〕" + each.group(3) + "号")
                .collect(Collectors.toCollection(TreeSet::new));
        Set<LocalDate> issued = new LinkedHashSet<>();
        for (String line : lines) {
            LocalDate day =
                    DAY_LINE.matcher(line).matches() ? DateText.read(line).value() : null;
            if (day != null && (day.getYear() == year || day.getYear() == year - 1)) {
                issued.add(day);
            }
        }
        return new CalendarNotice(
                year, only(numbers), only(issued), Evidence.MIRROR, false, List.copyOf(off), List.copyOf(work));
    }

    private static <T> @Nullable T only(Set<T> values) {
        return values.size() == 1 ? values.iterator().next() : null;
    }

    private static void requireWhole(CalendarNotice notice, List<Holiday> holidays, WorkingCalendar known)
            throws HolidayNoticeException {
        if (known.notices().stream().anyMatch(each -> !each.tentative() && each.year() == notice.year())) {
            return;
        }
        String names = holidays.stream().map(Holiday::name).collect(Collectors.joining("、"));
        for (String name : notice.year() < 2008 ? BEFORE_2008 : ALL) {
            if (!names.contains(name)) {
                throw new HolidayNoticeException(Problem.HOLIDAY_MISSING, name);
            }
        }
        for (CalendarNotice law : known.notices()) {
            for (LocalDate day : law.year() == notice.year() ? law.off() : List.<LocalDate>of()) {
                if (!notice.off().contains(day)) {
                    throw new HolidayNoticeException(Problem.LAW, day.toString());
                }
            }
        }
    }
}
