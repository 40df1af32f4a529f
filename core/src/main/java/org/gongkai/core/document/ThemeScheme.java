package org.gongkai.core.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The themes (主题分类) that a library sorts by, in two levels. {@link #national()} ships with this library; a site
 * with a list of its own reads it with {@link #read(Reader)}.
 */
public final class ThemeScheme {

    private final Map<String, Set<String>> levels;

    private ThemeScheme(Map<String, Set<String>> levels) {
        this.levels = levels;
    }

    /**
     * The list of the central government's site (gov.cn, as its search filter had it in 2021).
     *
     * @return the scheme
     */
    public static ThemeScheme national() {
        try (InputStream data = ThemeScheme.class.getResourceAsStream("themes.csv");
                Reader reader = new InputStreamReader(data, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a scheme: a header line, then one theme a line, first and second level separated by a comma; the second
     * may be empty.
     *
     * @param reader the text
     * @return the scheme
     * @throws IOException when the text cannot be read, or a line has no first level; the message names the line
     */
    public static ThemeScheme read(Reader reader) throws IOException {
        Map<String, Set<String>> levels = new LinkedHashMap<>();
        BufferedReader lines = new BufferedReader(reader);
        lines.readLine();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] cells = line.split(",", -1);
            if (cells[0].isBlank()) {
                throw new IOException("line " + number + " of the themes has no first level: " + line);
            }
            Set<String> second = levels.computeIfAbsent(cells[0].strip(), each -> new LinkedHashSet<>());
            if (cells.length > 1 && !cells[1].isBlank()) {
                second.add(cells[1].strip());
            }
        }
        return new ThemeScheme(levels);
    }

    /**
     * Tells whether a theme is on the list. A theme of one level is, when its level is a first level.
     *
     * @param theme the theme
     * @return true when it is listed
     */
    public boolean contains(ThemeCategory theme) {
        @Nullable String first = theme.level1();
        @Nullable Set<String> known = first == null ? null : levels.get(first);
        @Nullable String second = theme.level2();
        return known != null && (second == null || known.contains(second)) && theme.wellFormed();
    }
}
