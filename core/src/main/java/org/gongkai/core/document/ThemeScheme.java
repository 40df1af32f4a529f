package org.gongkai.core.document;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.text.Csv;

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
        return Csv.shipped(ThemeScheme.class.getResourceAsStream("themes.csv"), "themes.csv", ThemeScheme::read);
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
        for (Csv.Row row : Csv.readByOrder(reader, "the themes", List.of("level1", "level2", "more"))) {
            Set<String> second = levels.computeIfAbsent(row.required("level1"), each -> new LinkedHashSet<>());
            String level2 = row.text("level2");
            if (level2 != null) {
                second.add(level2);
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
        List<String> named = theme.levels();
        Set<String> known = ThemeCategory.wellFormed(named) ? levels.get(named.get(0)) : null;
        return known != null && (named.size() == 1 || known.contains(named.get(1)));
    }
}
