package org.gongkai.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One way in which a source writes dates. */
interface DatePattern {

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
        // A strict reading of yyyy would ask for the era.
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.CHINA)
                .withResolverStyle(ResolverStyle.STRICT);
        return text -> {
            try {
                return LocalDate.from(format.parse(text));
            } catch (DateTimeException another) {
                return null;
            }
        };
    }
}
