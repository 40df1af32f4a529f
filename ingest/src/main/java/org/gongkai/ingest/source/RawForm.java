package org.gongkai.ingest.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A piece of a source as it stood, to be kept when no record or no good record came of it. */
public sealed interface RawForm {

    /**
     * The name of the source.
     *
     * @return the source file's name
     */
    String name();

    /**
     * A whole file.
     *
     * @param name the source file's name
     * @param path where it is
     */
    record WholeFile(String name, Path path) implements RawForm {}

    /**
     * What is kept of a source that names persons: that it was there, and three asterisks.
     *
     * @param name the source file's name
     * @return a row that shows nothing
     */
    static RawForm hidden(String name) {
        return new Row(name, 1, "***");
    }

    /** One row of a table, or all of its rows where they make one record. Immutable. */
    final class Row implements RawForm {

        private final String name;
        private final int row;
        private final byte @Nullable [] utf8;
        private @Nullable String text;

        /**
         * Creates a row.
         *
         * @param name the source file's name
         * @param row the line on which the row begins, counted from 1
         * @param text the row's text without the closing line break; cut at the limit when the row is longer than allowed
         */
        public Row(String name, int row, String text) {
            this.name = Objects.requireNonNull(name, "name");
            this.row = row;
            this.utf8 = null;
            this.text = Objects.requireNonNull(text, "text");
        }

        /**
         * Creates a row of bytes that become a text only where it is asked for.
         *
         * @param name the source file's name
         * @param row the line on which the row begins, counted from 1
         * @param utf8 the row's text in UTF-8; not changed any more
         */
        public Row(String name, int row, byte[] utf8) {
            this.name = Objects.requireNonNull(name, "name");
            this.row = row;
            this.utf8 = Objects.requireNonNull(utf8, "utf8");
        }

        @Override
        public String name() {
            return name;
        }

        /**
         * Where the row begins.
         *
         * @return the line, counted from 1
         */
        public int row() {
            return row;
        }

        /**
         * The row as it stood.
         *
         * @return the text without the closing line break
         */
        public String text() {
            String known = text;
            if (known == null) {
                known = new String(Objects.requireNonNull(utf8), StandardCharsets.UTF_8);
                text = known;
            }
            return known;
        }

        /**
         * About how much room the row takes.
         *
         * @return the bytes or characters that are kept of it
         */
        public int weight() {
            return utf8 == null ? text().length() : utf8.length;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Row that && name.equals(that.name) && row == that.row && text().equals(that.text());
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, row, text());
        }

        @Override
        public String toString() {
            return "Row[name=" + name + ", row=" + row + ", text=" + text() + ']';
        }
    }
}
