package org.gongkai.ingest.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.core.calendar.CalendarNotice;
import org.gongkai.core.calendar.WorkingCalendar;

/** Notices written from the days of a year, in the turns of phrase of different years. */
final class ComposedNotice {

    private static final String[] ORDINALS = {"一", "二", "三", "四", "五", "六", "七"};
    private static final String WEEKDAYS = "一二三四五六日";

    final int year;
    final TreeSet<LocalDate> off = new TreeSet<>();
    final TreeSet<LocalDate> work = new TreeSet<>();
    /** The names of the year, each with its unbroken stretches of days off. */
    private final Map<String, List<List<LocalDate>>> holidays = new LinkedHashMap<>();

    /** What all notices for a year together say. */
    ComposedNotice(WorkingCalendar calendar, int year) {
        this.year = year;
        for (CalendarNotice each : calendar.notices()) {
            // September 2015 was no part of the yearly notice.
            if (each.year() == year && !LocalDate.of(2015, 5, 13).equals(each.issuedOn())) {
                off.addAll(each.off());
                work.addAll(each.work());
            }
        }
        TreeMap<LocalDate, List<LocalDate>> stretches = new TreeMap<>();
        for (LocalDate day : off) {
            Map.Entry<LocalDate, List<LocalDate>> last = stretches.lastEntry();
            if (last != null && last.getKey().plusDays(last.getValue().size()).equals(day)) {
                last.getValue().add(day);
            } else {
                stretches.put(day, new ArrayList<>(List.of(day)));
            }
        }
        boolean midAutumn = stretches.keySet().stream()
                .anyMatch(day -> name(day, false, year).equals("中秋节"));
        stretches.forEach((from, days) -> holidays.computeIfAbsent(
                        name(days.get(days.size() - 1), !midAutumn && year > 2007, year), name -> new ArrayList<>())
                .add(days));
    }

    private static String name(LocalDate day, boolean both, int year) {
        int at = day.getYear() < year ? 101 : day.getMonthValue() * 100 + day.getDayOfMonth();
        if (at < 110) {
            return "元旦";
        }
        if (at < 310) {
            return "春节";
        }
        if (at < 415) {
            return "清明节";
        }
        if (at < 515) {
            return "劳动节";
        }
        if (at < 701) {
            return "端午节";
        }
        return at < 929 ? "中秋节" : both ? "国庆节、中秋节" : "国庆节";
    }

    /**
     * The text.
     *
     * @param style 0 to 3: bare; with days of the week; with the explanations of the first years; as a page's paragraphs with
     *     short days of the week, lunar days and advice
     */
    String text(int style) {
        StringBuilder text = new StringBuilder("国务院办公厅关于" + year + "年部分节假日安排的通知\n国办发明电〔" + (year - 1) + "〕9号\n\n");
        text.append("各省、自治区、直辖市人民政府：\n　　经国务院批准，现将").append(year).append("年元旦、春节等放假调休日期的具体安排通知如下。\n");
        int item = 0;
        for (Map.Entry<String, List<List<LocalDate>>> each : holidays.entrySet()) {
            text.append("　　")
                    .append(ORDINALS[item++])
                    .append('、')
                    .append(named(each.getKey(), style))
                    .append('：');
            text.append(holiday(each.getKey(), each.getValue(), style)).append('\n');
        }
        text.append("　　节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。\n　　国务院办公厅\n　　");
        return text.append(year - 1).append("年11月4日\n　　（此件公开发布）\n").toString();
    }

    private static String named(String name, int style) {
        return style == 2 ? name.replace("劳动节", "“五一”国际劳动节").replace("国庆节", "“十一”国庆节") : name;
    }

    private String holiday(String name, List<List<LocalDate>> stretches, int style) {
        StringBuilder text = new StringBuilder();
        int count = stretches.stream().mapToInt(List::size).sum();
        for (List<LocalDate> each : stretches) {
            text.append(text.isEmpty() ? "" : "，").append(range(each, style));
            text.append(each == stretches.get(0) ? count == 1 && style == 3 ? "放假1天，不调休" : "放假" : "补休");
        }
        if (stretches.size() == 1 && count > 1) {
            text.append(style == 2 ? "" : "调休").append("，共").append(count).append("天");
        } else if (count == 1 && style == 0) {
            text.append("，与周末连休");
        }
        text.append('。');
        List<LocalDate> made =
                work.stream().filter(day -> name.equals(nearest(day))).toList();
        if (style == 2) {
            LocalDate first = stretches.get(0).get(0);
            text.append("其中，").append(day(first, style)).append("为法定节假日");
            made.forEach(day ->
                    text.append("，").append(day(day, style)).append("公休日调至").append(day(first, style)));
            text.append("。");
        }
        if (!made.isEmpty()) {
            text.append(made.stream().map(day -> day(day, style)).collect(Collectors.joining("、")))
                    .append("上班。");
        }
        if (style == 3 && name.equals("春节")) {
            text.append("鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。");
        }
        return text.toString();
    }

    private String range(List<LocalDate> days, int style) {
        LocalDate from = days.get(0);
        LocalDate to = days.get(days.size() - 1);
        if (from.equals(to)) {
            return day(from, style);
        }
        String sign = style == 2 ? "—" : "至";
        boolean sameMonth = from.getMonth() == to.getMonth() && style != 2;
        String end = sameMonth ? to.getDayOfMonth() + "日" + weekday(to, style) : day(to, style);
        return day(from, style) + sign + end;
    }

    private String day(LocalDate day, int style) {
        boolean other = day.getYear() != year && style != 0;
        return (other ? day.getYear() + "年" : "") + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
                + weekday(day, style);
    }

    private static String weekday(LocalDate day, int style) {
        char name = WEEKDAYS.charAt(day.getDayOfWeek().getValue() - 1);
        return switch (style) {
            case 1, 2 -> "（星期" + name + "）";
            case 3 -> "（农历某日、周" + name + "）";
            default -> "";
        };
    }

    private String nearest(LocalDate day) {
        return holidays.entrySet().stream()
                .min(Comparator.comparingLong(each -> each.getValue().stream()
                        .flatMap(Collection::stream)
                        .mapToLong(off -> Math.abs(ChronoUnit.DAYS.between(off, day)))
                        .min()
                        .orElseThrow()))
                .orElseThrow()
                .getKey();
    }
}
