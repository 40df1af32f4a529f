package org.gongkai.ingest.mapper;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.gongkai.ingest.mapping.Mapping;
import org.jspecify.annotations.Nullable;

/** One way in which a source writes dates. */
public interface DatePattern {

    ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** The day, or null when the text is written in another way. */
    @Nullable
    LocalDate read(String text);

    /**
     * Makes a pattern.
     *
     * @throws IllegalArgumentException when it is none
     */
    static DatePattern of(String pattern) {
        if (pattern.equals(Mapping.EPOCH_MILLIS) || pattern.equals(Mapping.EPOCH_SECONDS)) {
            long unit = pattern.equals(Mapping.EPOCH_MILLIS) ? 1 : 1000;
            return text -> {
                if (!text.matches("-?\\d{1,15}")) {
                    return null;
                }
                return Instant.ofEpochMilli(Math.multiplyExact(Long.parseLong(text), unit))
                        .atZone(CHINA)
                        .toLocalDate();
            };
        }
        // Programs name months, weekdays and halves of the day in Chinese or in English.
        DateTimeFormatter chinese = format(pattern, Locale.CHINA);
        DateTimeFormatter english = format(pattern, Locale.ENGLISH);
        return text -> {
            LocalDate date = day(text, chinese);
            return date == null ? day(text, english) : date;
        };
    }

    /** The day in China, where the text has a zone. */
    private static @Nullable LocalDate day(String text, DateTimeFormatter format) {
        try {
            TemporalAccessor read = format.parse(text);
            return read.isSupported(ChronoField.INSTANT_SECONDS)
                    ? Instant.from(read).atZone(CHINA).toLocalDate()
                    : LocalDate.from(read);
        } catch (DateTimeException another) {
            return null;
        }
    }

    private static DateTimeFormatter format(String pattern, Locale locale) {
        try {
            // A strict reading of yyyy would ask for the era.
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern.replace('y', 'u'))
                    .toFormatter(locale)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (ClassCastException padded) {
            // What the platform throws at a padded number with another right behind it, such as ppHHmm.
            throw new IllegalArgumentException("a padded number needs something between it and the next", padded);
        }
    }
}
