package org.gongkai.ingest.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.calendar.HolidayNoticeException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a notice says of one holiday, clause by clause: which days are off, which are worked.
 *
 * <p>One line, one use; not for several threads.
 */
final class HolidayLine {

    /** A day, its month and year where they are written, and what stands in brackets after it. */
    private static final Pattern DAY =
            Pattern.compile("(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})(?:日|(?=[-—–~至到]))(\\([^()\\n]{0,40}\\))?");

    /** A day in a form that is not read. */
    private static final Pattern OTHER_DAY = Pattern.compile("[\\d一二三四五六七八九十][日号]|\\d[./]\\d");

    private static final Pattern GOES_ON = Pattern.compile("\\d|其中|另|此外|同时");

    private static final Pattern TO = Pattern.compile("[-—–―~]{1,3}|起?至|起?到");
    private static final Pattern WEEKDAY = Pattern.compile("(?:星期|周|礼拜)([一二三四五六日天])");
    private static final String WEEKDAYS = "一二三四五六日";
    private static final Pattern COUNT = Pattern.compile("(?:共|放假)(?:计)?(\\d{1,2}|[一二三四五六七八九十]{1,3})天");
    private static final Pattern ADVICE = Pattern.compile("鼓励|建议|倡导|提倡");
    private static final Pattern WORKED = Pattern.compile("上班|正常工作|照常工作");
    private static final Pattern EXPLAINS = Pattern.compile("法定|公休日|照常公休|调至|调到|调休至");
    private static final Pattern OFF = Pattern.compile("放假|补休|调休|周末连休");

    private final String name;
    private final String words;
    private final int year;
    private final List<String> advice;
    private final Set<LocalDate> off = new TreeSet<>();
    private final Set<LocalDate> work = new TreeSet<>();
    /** Days that a clause explains, which another clause must have off or worked. */
    private final Set<LocalDate> explained = new TreeSet<>();
    /** Days of clauses before, whose verb is still to come. */
    private final List<LocalDate> pending = new ArrayList<>();

    private int month;

    HolidayLine(String name, String words, int year, List<String> advice) {
        this.name = name;
        this.words = words;
        this.year = year;
        this.advice = advice;
    }

    /** Whether a line that stands by itself goes on to say of days that they are off or worked. */
    static boolean arranges(String line) {
        return GOES_ON.matcher(line).lookingAt()
                && DAY.matcher(line).find()
                && (OFF.matcher(line).find() || WORKED.matcher(line).find());
    }

    HolidayNotice.Holiday read() throws HolidayNoticeException {
        for (String sentence : split(words, "。;；")) {
            if (ADVICE.matcher(sentence).find()) {
                advice.add(sentence);
                continue;
            }
            for (String clause : split(sentence, ",，")) {
                take(clause);
            }
            if (!pending.isEmpty()) {
                throw unread(sentence);
            }
        }
        requireCount();
        if (off.isEmpty()) {
            throw unread(name + ":" + words);
        }
        for (LocalDate day : explained) {
            if (!off.contains(day) && !work.contains(day)) {
                throw new HolidayNoticeException(Problem.NEITHER, day.toString());
            }
        }
        return new HolidayNotice.Holiday(name, words, List.copyOf(off), List.copyOf(work));
    }

    private void take(String clause) throws HolidayNoticeException {
        List<LocalDate> days = days(clause);
        String verbs = withoutBrackets(clause);
        if (WORKED.matcher(verbs).find()) {
            settle(days, work);
        } else if (EXPLAINS.matcher(verbs).find()) {
            explained.addAll(pending);
            pending.clear();
            explained.addAll(days);
        } else if (OFF.matcher(verbs).find()) {
            settle(days, off);
        } else {
            pending.addAll(days);
        }
    }

    /** The number of days must be that of all days off; where a weekend is said to go with them it may be among them. */
    private void requireCount() throws HolidayNoticeException {
        Matcher count = COUNT.matcher(withoutBrackets(words));
        while (count.find()) {
            if (LegacyText.number(count.group(1)) != off.size() && !words.contains("周末连休")) {
                throw new HolidayNoticeException(Problem.COUNT, name + ":" + words);
            }
        }
    }

    private void settle(List<LocalDate> days, Set<LocalDate> where) {
        where.addAll(pending);
        pending.clear();
        where.addAll(days);
    }

    /** The days that a clause names, ranges spelled out. */
    private List<LocalDate> days(String clause) throws HolidayNoticeException {
        List<LocalDate> days = new ArrayList<>();
        // What stands in brackets and not behind a day names a day in other words, such as that of the lunar calendar.
        String text = withoutOtherBrackets(clause);
        Matcher day = DAY.matcher(text);
        LocalDate last = null;
        int end = -1;
        while (day.find()) {
            LocalDate next = day(day, clause);
            if (last != null && TO.matcher(text.substring(end, day.start())).matches()) {
                long length = ChronoUnit.DAYS.between(last, next);
                if (length < 1 || length > 31) {
                    throw unread(clause);
                }
                last.plusDays(1).datesUntil(next).forEach(days::add);
            }
            days.add(next);
            last = next;
            end = day.end();
        }
        if (OTHER_DAY.matcher(withoutBrackets(DAY.matcher(text).replaceAll(""))).find()) {
            throw unread(clause);
        }
        return days;
    }

    private LocalDate day(Matcher day, String clause) throws HolidayNoticeException {
        if (day.group(2) != null) {
            month = Integer.parseInt(day.group(2));
        }
        if (month == 0) {
            throw unread(clause);
        }
        // The December named beside New Year's Day is the one before.
        boolean before = month == 12 && name.contains("元旦");
        int of = day.group(1) == null ? before ? year - 1 : year : Integer.parseInt(day.group(1));
        LocalDate date;
        try {
            date = LocalDate.of(of, month, Integer.parseInt(day.group(3)));
        } catch (DateTimeException none) {
            throw new HolidayNoticeException(Problem.NO_DAY, clause);
        }
        if (date.getYear() > year || date.isBefore(LocalDate.of(year - 1, 12, 1))) {
            throw new HolidayNoticeException(Problem.FAR, date.toString());
        }
        requireWeekday(date, day.group(4), clause);
        return date;
    }

    private static void requireWeekday(LocalDate date, @Nullable String brackets, String clause)
            throws HolidayNoticeException {
        Matcher weekday = WEEKDAY.matcher(brackets == null ? "" : brackets);
        int number = 0;
        while (weekday.find()) {
            // Behind a range both its days of the week may stand: the last is that of the last day.
            number = WEEKDAYS.indexOf(weekday.group(1).replace('天', '日')) + 1;
        }
        if (number > 0 && date.getDayOfWeek().getValue() != number) {
            throw new HolidayNoticeException(Problem.WEEKDAY, clause);
        }
    }

    private static HolidayNoticeException unread(String what) {
        return new HolidayNoticeException(Problem.UNREAD, what);
    }

    private static String withoutBrackets(String text) {
        return text.replaceAll("\\([^()]{0,40}\\)", "");
    }

    private static String withoutOtherBrackets(String text) {
        return text.replaceAll("(?<!日)\\([^()]{0,40}\\)", "");
    }

    /** The parts between marks that stand in no brackets. */
    private static List<String> split(String text, String marks) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            depth += each == '(' ? 1 : each == ')' && depth > 0 ? -1 : 0;
            if (depth == 0 && marks.indexOf(each) >= 0) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(each);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
