package org.gongkai.validation.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.gongkai.core.document.DocumentNumber;
import org.jspecify.annotations.Nullable;

/**
 * The serial numbers of a run by series: eight bytes for each number noted, whatever its serial.
 *
 * <p>A series with a year begins at 1, as GB/T 9704 has serials counted from the year's first; one without begins at
 * the lowest seen. It ends at the highest noted that is no outlier.
 */
final class SeriesBook {

    /** Numbers of more series than these are not followed. */
    static final int MOST_SERIES = 250_000;

    /** A series of which fewer serials were seen says nothing by itself. */
    private static final int FEWEST = 3;

    /** A leap over more serials than these can begin a row of outliers. */
    private static final int LONG_LEAP = 100;

    private static final int SERIAL_AT = 33;
    private static final int KIND_AT = 31;
    private static final int WORD = 0x7FFF_FFFF;

    private static final int RECORD = 0;
    private static final int LISTED = 1;
    private static final int EXPLAINED = 2;
    private static final int CLOSED = 3;

    private final Map<String, Pages> series = new TreeMap<>();
    private boolean full;

    /** The notes of one series, each a serial, what it is, and a word about it. */
    private static final class Pages {
        private final String agency;
        private final @Nullable Integer year;
        private final boolean standard;
        private long[] notes = new long[4];
        private int size;

        Pages(DocumentNumber number) {
            this.agency = String.valueOf(number.agencyCode());
            this.year = number.year();
            this.standard = number.form() == DocumentNumber.Form.STANDARD;
        }

        void note(int serial, int kind, int word) {
            if (size == notes.length) {
                notes = Arrays.copyOf(notes, size + size / 2);
            }
            // A serial has nine digits at most, so that the notes sort by serial without a sign in the way.
            notes[size++] = (long) serial << SERIAL_AT | (long) kind << KIND_AT | word & WORD;
        }

        String text(String name, int serial) {
            return name + (standard ? "" : "第") + serial + "号";
        }
    }

    /** Notes that a record bears the number. */
    void seen(@Nullable DocumentNumber number, long title) {
        note(number, RECORD, (int) title);
    }

    /** Notes that the inventory lists the number. */
    void listed(@Nullable DocumentNumber number) {
        note(number, LISTED, 0);
    }

    /** Notes that somebody explains why the number is not there. */
    void explained(@Nullable DocumentNumber number, int explanation) {
        note(number, EXPLAINED, explanation);
    }

    /** Notes that the inventory itself says why. */
    void closed(@Nullable DocumentNumber number, GapReason reason) {
        note(number, CLOSED, reason.ordinal());
    }

    /** Whether there were numbers of more series than are followed. */
    boolean full() {
        return full;
    }

    private void note(@Nullable DocumentNumber number, int kind, int word) {
        Integer serial = number == null ? null : number.serial();
        if (serial == null) {
            return;
        }
        String name = name(number.text());
        Pages pages = series.get(name);
        if (pages == null) {
            if (series.size() == MOST_SERIES) {
                full = true;
                return;
            }
            pages = new Pages(number);
            series.put(name, pages);
        }
        pages.note(serial, kind, word);
    }

    /** The number without its serial. */
    private static String name(String number) {
        int end = number.length() - 1;
        while (end > 0 && Character.isDigit(number.charAt(end - 1))) {
            end--;
        }
        return number.substring(0, number.charAt(end - 1) == '第' ? end - 1 : end);
    }

    /** What a series comes to, beside its figures. */
    interface Reader {

        /** Takes a series that was looked at, in the order of the names. */
        void series(NumberSeries found);

        /** Takes a series of which too few serials were seen. */
        void tooFew();

        /**
         * Takes the serials that nothing explains and no inventory lists.
         *
         * @param within their series
         * @param listed whether the inventory lists any number of the series
         * @param runs how the runs of them are called, lowest first
         */
        void gaps(NumberSeries within, boolean listed, List<String> runs);

        /** Takes a serial far from the others. */
        void outlier(NumberSeries beside, String number);

        /** Takes an explanation that fits a gap. */
        void used(int explanation);
    }

    /** Goes through all series. */
    void read(IntFunction<@Nullable GapReason> reasons, Reader reader) {
        series.forEach((name, pages) -> read(name, pages, reasons, reader));
    }

    private static void read(String name, Pages pages, IntFunction<@Nullable GapReason> reasons, Reader reader) {
        long[] notes = Arrays.copyOf(pages.notes, pages.size);
        Arrays.sort(notes);
        int[] serials = serials(notes);
        int from = pages.year == null ? lowEnd(serials) : 0;
        int end = highEnd(serials, pages.year == null ? serials[from] : 1);
        if (end <= from) {
            from = 0;
            end = serials.length;
        }
        Marks marks = new Marks(pages.year == null ? serials[from] : 1, serials[end - 1], reasons);
        for (long each : notes) {
            marks.take(each);
        }
        marks.finish();
        if (marks.seen + marks.used.size() < FEWEST && !marks.listed) {
            reader.tooFew();
            return;
        }
        List<Integer> outliers = new ArrayList<>();
        for (int i = 0; i < serials.length; i++) {
            if ((i < from || i >= end) && marks.seenOutside.contains(serials[i])) {
                outliers.add(serials[i]);
            }
        }
        NumberSeries found = new NumberSeries(
                pages.agency,
                pages.year,
                name,
                marks.first,
                marks.last,
                marks.seen,
                marks.repeated,
                marks.gaps,
                outliers);
        reader.series(found);
        marks.used.forEach(reader::used);
        if (!marks.unlisted.isEmpty()) {
            List<String> runs = new ArrayList<>();
            for (int[] each : marks.unlisted) {
                String first = pages.text(name, each[0]);
                runs.add(each[0] == each[1] ? first : first + "—" + pages.text(name, each[1]));
            }
            reader.gaps(found, marks.listed, runs);
        }
        for (int each : outliers) {
            reader.outlier(found, pages.text(name, each));
        }
    }

    private static int[] serials(long[] notes) {
        return Arrays.stream(notes)
                .mapToInt(each -> (int) (each >>> SERIAL_AT))
                .distinct()
                .toArray();
    }

    /** The place behind the last serial that belongs: a few serials behind a long leap are outliers. */
    private static int highEnd(int[] serials, int first) {
        for (int i = 1; i < serials.length; i++) {
            long leap = (long) serials[i] - serials[i - 1];
            if (isFar(leap, (long) serials[i - 1] - first + 1, serials.length - i, serials.length)) {
                return i;
            }
        }
        return serials.length;
    }

    private static int lowEnd(int[] serials) {
        for (int i = serials.length - 1; i > 0; i--) {
            long leap = (long) serials[i] - serials[i - 1];
            if (isFar(leap, (long) serials[serials.length - 1] - serials[i] + 1, i, serials.length)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isFar(long leap, long span, int beyond, int all) {
        return leap > Math.max(LONG_LEAP, 2 * span) && beyond <= Math.max(1, all / 10);
    }

    /** Goes through the notes of a series in the order of the serials. */
    private static final class Marks {

        private final int first;
        private final int last;
        private final IntFunction<@Nullable GapReason> reasons;
        private final List<NumberSeries.Gap> gaps = new ArrayList<>();
        private final List<int[]> unlisted = new ArrayList<>();
        private final TreeSet<Integer> seenOutside = new TreeSet<>();
        private int seen;
        private int repeated;
        private boolean listed;
        private final List<Integer> used = new ArrayList<>();

        /** The serial being looked at; 0 before the first. */
        private int serial;

        private boolean here;
        private boolean again;
        private boolean inList;
        private int title;
        private @Nullable GapReason reason;
        private int explanation;
        private int next;

        Marks(int first, int last, IntFunction<@Nullable GapReason> reasons) {
            this.first = first;
            this.last = last;
            this.reasons = reasons;
            this.next = first;
        }

        void take(long note) {
            int number = (int) (note >>> SERIAL_AT);
            if (number != serial) {
                finish();
                serial = number;
                here = false;
                again = false;
                inList = false;
                reason = null;
                explanation = -1;
            }
            int word = (int) note & WORD;
            switch ((int) (note >>> KIND_AT) & 3) {
                case RECORD -> {
                    again |= here && word != title;
                    here = true;
                    title = word;
                }
                case LISTED -> {
                    inList = true;
                    listed = true;
                }
                case EXPLAINED -> {
                    if (explanation < 0) {
                        explanation = word;
                        reason = reasons.apply(word);
                    }
                }
                default -> reason = reason == null ? GapReason.values()[word] : reason;
            }
        }

        /** Ends the serial being looked at. */
        void finish() {
            if (serial == 0) {
                return;
            }
            if (serial < first || serial > last) {
                if (here) {
                    seenOutside.add(serial);
                }
            } else if (here) {
                skipTo(serial);
                seen++;
                repeated += again ? 1 : 0;
                next = serial + 1;
            } else {
                skipTo(serial);
                gap(serial, serial, reason, inList);
                if (explanation >= 0) {
                    used.add(explanation);
                }
                next = serial + 1;
            }
        }

        private void skipTo(int to) {
            if (next < to) {
                gap(next, to - 1, null, false);
            }
        }

        private void gap(int from, int to, @Nullable GapReason why, boolean listed) {
            NumberSeries.Gap before = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
            if (before != null && before.to() == from - 1 && before.reason() == why) {
                gaps.set(gaps.size() - 1, new NumberSeries.Gap(before.from(), to, why));
            } else {
                gaps.add(new NumberSeries.Gap(from, to, why));
            }
            if (why == null && !listed) {
                int[] run = unlisted.isEmpty() ? null : unlisted.get(unlisted.size() - 1);
                if (run != null && run[1] == from - 1) {
                    run[1] = to;
                } else {
                    unlisted.add(new int[] {from, to});
                }
            }
        }
    }
}
