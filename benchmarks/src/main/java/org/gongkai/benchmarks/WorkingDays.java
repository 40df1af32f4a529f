package org.gongkai.benchmarks;

import com.tyme.holiday.LegalHoliday;
import com.tyme.solar.SolarDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gongkai.core.calendar.WorkingCalendar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Working days by {@link WorkingCalendar} and by tyme4j, both from {@link LocalDate} to {@link LocalDate} or boolean.
 *
 * <p>tyme4j says of a day whether a notice names it; a caller adds the weekends and walks day by day. That is written
 * here as such a caller would write it. Both are asked about the same days, and agree on them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WorkingDays {

    private static final int DAYS = 1024;

    private final WorkingCalendar calendar = WorkingCalendar.china();
    private final LocalDate[] days = new LocalDate[DAYS];
    private int next;

    /** Picks the days: 2014 and 2015, so that 2500 working days end within 2026. */
    @Setup
    public void pickDays() {
        Random random = new Random(20141);
        LocalDate first = LocalDate.of(2014, 1, 1);
        for (int i = 0; i < DAYS; i++) {
            days[i] = first.plusDays(random.nextInt(730));
            if (worked(days[i]) != calendar.isWorkingDay(days[i])
                    || !walk(days[i], 250).equals(calendar.plusWorkingDays(days[i], 250))) {
                throw new IllegalStateException("the two calendars differ on " + days[i]);
            }
        }
    }

    private LocalDate day() {
        return days[next++ & DAYS - 1];
    }

    private static boolean worked(LocalDate date) {
        LegalHoliday named = SolarDay.fromYmd(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
                .getLegalHoliday();
        return named == null ? date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 : named.isWork();
    }

    private static LocalDate walk(LocalDate start, int n) {
        LocalDate day = start;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            left -= worked(day) ? 1 : 0;
        }
        return day;
    }

    /** The cost of picking a day, contained in all the others. */
    @Benchmark
    public LocalDate pickingADay() {
        return day();
    }

    @Benchmark
    public boolean isWorkingDay() {
        return calendar.isWorkingDay(day());
    }

    @Benchmark
    public boolean isWorkingDayTyme4j() {
        return worked(day());
    }

    @Benchmark
    public LocalDate plus10() {
        return calendar.plusWorkingDays(day(), 10);
    }

    @Benchmark
    public LocalDate plus10Tyme4j() {
        return walk(day(), 10);
    }

    @Benchmark
    public LocalDate plus250() {
        return calendar.plusWorkingDays(day(), 250);
    }

    @Benchmark
    public LocalDate plus250Tyme4j() {
        return walk(day(), 250);
    }

    @Benchmark
    public LocalDate plus2500() {
        return calendar.plusWorkingDays(day(), 2500);
    }

    @Benchmark
    public LocalDate plus2500Tyme4j() {
        return walk(day(), 2500);
    }
}
