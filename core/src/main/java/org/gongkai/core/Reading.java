package org.gongkai.core;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a lenient reader made of a piece of text: the text as it stood, the value found in it, and what had to be
 * repaired to get there.
 *
 * @param raw the text as it stood in the source
 * @param value the value, or null when the text holds none
 * @param repairs what was repaired, in the order of the work; empty when the text was right as it stood
 * @param <T> the type of the value
 */
public record Reading<T>(String raw, @Nullable T value, List<Repair> repairs) {

    /**
     * Creates a reading.
     *
     * @throws NullPointerException when {@code raw} or {@code repairs} is null
     */
    public Reading {
        Objects.requireNonNull(raw, "raw");
        repairs = List.copyOf(repairs);
    }

    /**
     * A reading that needed no repair.
     *
     * @param raw the text as it stood
     * @param value the value, or null when the text holds none
     * @param <T> the type of the value
     * @return the reading
     */
    public static <T> Reading<T> clean(String raw, @Nullable T value) {
        return new Reading<>(raw, value, List.of());
    }

    /**
     * Tells whether anything had to be repaired.
     *
     * @return true when at least one repair was made
     */
    public boolean repaired() {
        return !repairs.isEmpty();
    }
}
