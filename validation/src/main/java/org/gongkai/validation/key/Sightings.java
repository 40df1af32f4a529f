package org.gongkai.validation.key;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.source.Location;

/** Where each text was first seen, in about 25 bytes a text: digests in place of texts, rows in place of locations. */
public final class Sightings {

    private static final long HALF = 0xFFFF_FFFFL;

    private final DigestTable texts = new DigestTable();

    /** Each place without its row, and the first of the sightings there; rows of one file follow one another. */
    private final List<Location> places = new ArrayList<>();

    private final LongList firstOf = new LongList();

    /** The row of each sighting, and half a digest of its title. */
    private final LongList rows = new LongList();

    /** Takes a text in; answers the number of its first sighting, or -1 when this is the first. */
    public int add(String text, String title, Location location) {
        int before = texts.add(DocumentKeys.digest(text));
        if (before < 0) {
            note(title, location);
        }
        return before;
    }

    /** Takes the digest of a text in that may have been seen before, and looks for none, which takes a third less room. */
    public void append(long text, Location location) {
        texts.append(text);
        note("", location);
    }

    /** The number of the first sighting of a text, or -1 when it was never seen. */
    public int find(String text) {
        return texts.find(DocumentKeys.digest(text));
    }

    private void note(String title, Location location) {
        Location place = location.row() == null
                ? location
                : new Location(location.source(), location.sheet(), null, location.column(), location.label());
        if (places.isEmpty() || !places.get(places.size() - 1).equals(place)) {
            places.add(place);
            firstOf.append(rows.size());
        }
        long row = location.row() == null ? 0 : location.row();
        rows.append(row << 32 | title(title));
    }

    /** The location of a sighting as messages name it. */
    public String place(int sighting) {
        int low = 0;
        int high = places.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstOf.get(middle) <= sighting) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Location place = places.get(low);
        int row = (int) (rows.get(sighting) >>> 32);
        return (row == 0 ? place : place.atRow(row)).toString();
    }

    public boolean hasTitle(int sighting, String title) {
        return (rows.get(sighting) & HALF) == title(title);
    }

    /** Half a digest will do: it is compared with the title of one other document only. */
    private static long title(String title) {
        return DocumentKeys.digest(title) & HALF;
    }
}
