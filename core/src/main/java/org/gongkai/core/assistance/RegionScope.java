package org.gongkai.core.assistance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * The part of a place for which a standard holds, as a named set of regions: 七区, or 崂山区 and 黄岛区.
 *
 * @param name the name of the set, such as 七区, or null when the regions are listed without a name
 * @param regions the names of the regions below the place, such as 崂山区; empty when only the set's name is known
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"name", "regions"})
public record RegionScope(@Nullable String name, List<String> regions) {

    private static final Pattern WHOLE = Pattern.compile("全(?:省|市|区|县|域)");
    private static final Pattern COUNTED = Pattern.compile("[\\d一二两三四五六七八九十]+个?(?:区|市|县|区市|县区|县市区|区县)");

    /** Creates a scope; a blank name becomes null, and null regions an empty list. */
    public RegionScope {
        name = StringUtils.isBlank(name) ? null : name;
        regions = regions == null ? List.of() : List.copyOf(regions);
    }

    /**
     * Reads the notation of tables: {@code 七区} is the name of a set, {@code 崂山区、黄岛区} a list.
     *
     * @param text the text; several regions are separated by 、 or |
     * @return the scope, or null when the text is blank
     */
    public static @Nullable RegionScope read(String text) {
        if (text.isBlank()) {
            return null;
        }
        String bare = LegacyText.withoutBlanks(text);
        return WHOLE.matcher(bare).matches() || COUNTED.matcher(bare).matches()
                ? new RegionScope(bare, List.of())
                : new RegionScope(null, List.of(StringUtils.split(bare, "、|，,")));
    }

    /**
     * Tells whether the scope says that the whole place is meant: 全市, 全区.
     *
     * @return true when it does
     */
    public boolean whole() {
        return regions.isEmpty() && (name == null || WHOLE.matcher(name).matches());
    }

    /** The scope as tables write it: its name, or its regions joined by 、. */
    @Override
    public String toString() {
        return name != null ? name : String.join("、", regions);
    }
}
