package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Code;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A document's theme (主题分类) in one or two levels, for example {@code 综合政务\政务公开}.
 *
 * <p>Sites join the two levels by {@code \}, {@code -} or {@code /}; all three are understood, full-width too. A level
 * can hold such a sign itself: where there is a {@code \} it alone parts the levels, and elsewhere the sign that comes
 * first. Which themes there are is the business of a {@link ThemeScheme}.
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
     * @return the level, or null when it is blank
     */
    public @Nullable String level1() {
        String level = levels().get(0);
        return level.isEmpty() ? null : level;
    }

    /**
     * The second level, such as 政务公开.
     *
     * @return the level, or null when there is none
     */
    public @Nullable String level2() {
        List<String> levels = levels();
        return levels.size() < 2 || levels.get(1).isEmpty() ? null : levels.get(1);
    }

    /** True for one or two levels, none of them blank. */
    @Override
    public boolean wellFormed() {
        return wellFormed(levels());
    }

    static boolean wellFormed(List<String> levels) {
        return levels.size() <= 2 && !levels.contains("");
    }

    List<String> levels() {
        String plain = text.replace('＼', '\\').replace('／', '/').replace('－', '-');
        int at = plain.indexOf('\\') >= 0 ? plain.indexOf('\\') : StringUtils.indexOfAny(plain, '/', '-');
        if (at < 0) {
            return List.of(LegacyText.strip(text));
        }
        List<String> levels = new ArrayList<>();
        int start = 0;
        for (int end = at; end >= 0; end = plain.indexOf(plain.charAt(at), start)) {
            levels.add(LegacyText.strip(text.substring(start, end)));
            start = end + 1;
        }
        levels.add(LegacyText.strip(text.substring(start)));
        return levels;
    }

    @Override
    public String toString() {
        return text;
    }
}
