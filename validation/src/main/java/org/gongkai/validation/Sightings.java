package org.gongkai.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.core.index.Digest128;
import org.gongkai.core.index.DigestIndex;
import org.gongkai.core.source.Location;

/** Where each text was first seen, in little memory: digests in place of texts, numbers in place of locations. */
final class Sightings {

    private static final int SMALLEST = 16;

    private final DigestIndex texts = new DigestIndex();
    /** Each place without its row; rows follow one another in the same file, so there are few. */
    private final List<Location> places = new ArrayList<>();

    private int[] placeOf = new int[SMALLEST];
    private int[] rowOf = new int[SMALLEST];
    private long[] titleOf = new long[SMALLEST];

    /** Takes a text in; answers the number of its first sighting, or -1 when this is the first. */
    int add(String text, String title, Location location) {
        int before = texts.add(Digest128.of(text));
        if (before >= 0) {
            return before;
        }
        int now = texts.size() - 1;
        if (now == placeOf.length) {
            int more = now + now / 2;
            placeOf = Arrays.copyOf(placeOf, more);
            rowOf = Arrays.copyOf(rowOf, more);
            titleOf = Arrays.copyOf(titleOf, more);
        }
        Location place = location.row() == null
                ? location
                : new Location(location.source(), location.sheet(), null, location.column(), location.label());
        if (places.isEmpty() || !places.get(places.size() - 1).equals(place)) {
            places.add(place);
        }
        placeOf[now] = places.size() - 1;
        rowOf[now] = location.row() == null ? 0 : location.row();
        titleOf[now] = title(title);
        return -1;
    }

    /** The number of the first sighting of a text, or -1 when it was never seen. */
    int find(String text) {
        return texts.find(Digest128.of(text));
    }

    /** The location of a sighting as messages name it. */
    String place(int sighting) {
        Location place = places.get(placeOf[sighting]);
        return (rowOf[sighting] == 0 ? place : place.atRow(rowOf[sighting])).toString();
    }

    boolean hasTitle(int sighting, String title) {
        return titleOf[sighting] == title(title);
    }

    /** Half a digest will do: it is compared with the title of one other document only. */
    private static long title(String title) {
        return title.isEmpty() ? 0 : Digest128.of(title).high();
    }
}
