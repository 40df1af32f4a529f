package org.gongkai.cli.calendar;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Years that the user's own file adds to the calendar, or replaces in it. */
public final class CalendarOption {

    @Option(names = "--holidays", paramLabel = "FILE", descriptionKey = "holidays")
    private @Nullable Path file;

    public WorkingCalendar calendar() throws IOException {
        WorkingCalendar calendar = WorkingCalendar.china();
        if (file == null) {
            return calendar;
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return calendar.with(reader, file.toString());
        }
    }
}
