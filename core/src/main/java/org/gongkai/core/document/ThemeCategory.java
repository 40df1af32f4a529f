package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Code;
import org.jspecify.annotations.Nullable;

/**
 * A document's theme (主题分类) in one or two levels, for example {@code 综合政务\政务公开}.
 *
 * <p>Sites join the two levels by {@code \}, {@code -} or {@code /}; all three are understood. Which themes there
 * are is the business of a {@link ThemeScheme}.
 *
 * @param text the text as it was given
 */
public record ThemeCategory(@JsonValue String text) implements Code {

    /**
     * Creates a theme from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public ThemeCategory {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the theme
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ThemeCategory parse(String text) {
        return new ThemeCategory(text);
    }

    /**
     * The theme of two levels, joined the way the central government's site writes it.
     *
     * @param level1 the first level
     * @param level2 the second level, or null for a theme of one level
     * @return the theme
     */
    public static ThemeCategory of(String level1, @Nullable String level2) {
        return new ThemeCategory(level2 == null ? level1 : level1 + '\\' + level2);
    }

    /**
     * The first level, such as 综合政务.
     *
     * @return the level, or null when the text is blank
     */
    public @Nullable String level1() {
        List<String> levels = levels();
        return levels.isEmpty() ? null : levels.get(0);
    }

    /**
     * The second level, such as 政务公开.
     *
     * @return the level, or null when there is none
     */
    public @Nullable String level2() {
        List<String> levels = levels();
        return levels.size() < 2 ? null : levels.get(1);
    }

    /** True for one or two levels, none of them blank. */
    @Override
    public boolean wellFormed() {
        int levels = levels().size();
        return levels == 1 || levels == 2;
    }

    private List<String> levels() {
        return List.of(StringUtils.stripAll(StringUtils.split(text.strip(), "\\-/")));
    }

    @Override
    public String toString() {
        return text;
    }
}
