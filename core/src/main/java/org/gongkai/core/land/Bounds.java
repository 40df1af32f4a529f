package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * What a parcel borders on each side (四至).
 *
 * @param east what lies to the east (东至), or null
 * @param south what lies to the south (南至), or null
 * @param west what lies to the west (西至), or null
 * @param north what lies to the north (北至), or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"east", "south", "west", "north"})
public record Bounds(
        @Nullable String east,
        @Nullable String south,
        @Nullable String west,
        @Nullable String north) {

    /** Creates bounds; a blank side becomes null. */
    public Bounds {
        east = Blank.toNull(east);
        south = Blank.toNull(south);
        west = Blank.toNull(west);
        north = Blank.toNull(north);
    }
}
