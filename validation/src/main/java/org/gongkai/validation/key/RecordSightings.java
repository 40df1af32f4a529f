package org.gongkai.validation.key;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.source.Location;
import org.jspecify.annotations.Nullable;

/**
 * Where each record was seen and what it said there, in about a hundred bytes a sighting: digests in place of texts. Sightings
 * are numbered from 0 in the order in which they come.
 */
public final class RecordSightings {

    private final DigestTable keys = new DigestTable();
    private final LongList firstOf = new LongList();

    /** Of keys that were seen more than once: the sightings after the first. */
    private final Map<Integer, List<Integer>> more = new HashMap<>();

    private final Sightings places = new Sightings();
    private final LongList digests = new LongList();
    private final LongList fields = new LongList();
    private final LongList fieldsOf = new LongList();
    private final LongList days = new LongList();
    private final LongList traits = new LongList();

    /**
     * What is known of a record beside its fields.
     *
     * @param title what people call it, blanks aside
     * @param edition its edition, or empty
     * @param published when it was published, or null
     * @param hidden whether it says that it is not for everybody
     */
    public record Traits(
            String title, String edition, @Nullable LocalDate published, boolean hidden) {}

    /** The sightings of a key so far, in their order, without those that {@linkplain #addAgain say it again}. */
    public List<Integer> of(String key) {
        int number = keys.find(DocumentKeys.digest(key));
        if (number < 0) {
            return List.of();
        }
        List<Integer> all = new ArrayList<>();
        all.add((int) firstOf.get(number));
        all.addAll(more.getOrDefault(number, List.of()));
        return all;
    }

    /** Takes a sighting in; answers its number. */
    public int add(String key, Traits what, FieldPrint print, Location location) {
        long digest = DocumentKeys.digest(key);
        int before = keys.add(digest);
        if (before < 0) {
            firstOf.append(digests.size());
        } else {
            more.computeIfAbsent(before, each -> new ArrayList<>()).add(digests.size());
        }
        return note(digest, what, print, location);
    }

    /**
     * Takes a sighting in that says what an earlier one of the key says, and nothing else: {@link #of} leaves it out, so that a record that
     * comes a million times is not compared with a million others. Answers its number.
     */
    public int addAgain(String key, Traits what, FieldPrint print, Location location) {
        return note(DocumentKeys.digest(key), what, print, location);
    }

    private int note(long digest, Traits what, FieldPrint print, Location location) {
        int sighting = digests.size();
        places.append(digest, location);
        digests.append(print.digest());
        fieldsOf.append(fields.size());
        print.bytes().forEach(fields::append);
        days.append(what.published() == null ? Long.MIN_VALUE : what.published().toEpochDay());
        traits.append(packed(what));
        return sighting;
    }

    private static final int EDITION = 31;
    private static final long TITLE = 0xFFFF_FFFFL;

    /** Half a digest of the title, and of the edition one bit less, which leaves one for what is not for everybody. */
    private static long packed(Traits what) {
        return DocumentKeys.digest(what.title()) & TITLE
                | edition(what.edition()) << Integer.SIZE
                | (what.hidden() ? 1L : 0L) << Integer.SIZE + EDITION;
    }

    private static long edition(String edition) {
        return edition.isEmpty() ? 0 : Math.max(1, DocumentKeys.digest(edition) & Integer.MAX_VALUE);
    }

    /** Whether a sighting bears a title. */
    public boolean hasTitle(int sighting, String title) {
        return (traits.get(sighting) & TITLE) == (DocumentKeys.digest(title) & TITLE);
    }

    /**
     * Whether a sighting is of an edition.
     *
     * @param lenient whether one without an edition may be of any
     */
    public boolean hasEdition(int sighting, String edition, boolean lenient) {
        long seen = traits.get(sighting) >>> Integer.SIZE & Integer.MAX_VALUE;
        long asked = edition(edition);
        return seen == asked || lenient && (seen == 0 || asked == 0);
    }

    /** Whether a sighting says that it is not for everybody. */
    public boolean hidden(int sighting) {
        return traits.get(sighting) < 0;
    }

    /** When the record of a sighting was published, or null when it does not say. */
    public @Nullable LocalDate published(int sighting) {
        long day = days.get(sighting);
        return day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
    }

    /** What a sighting said. */
    public FieldPrint print(int sighting) {
        int from = (int) fieldsOf.get(sighting);
        int to = sighting + 1 < fieldsOf.size() ? (int) fieldsOf.get(sighting + 1) : fields.size();
        List<Long> bytes = new ArrayList<>();
        for (int i = from; i < to; i++) {
            bytes.add(fields.get(i));
        }
        return new FieldPrint(digests.get(sighting), bytes);
    }

    /** The location of a sighting as messages name it. */
    public String place(int sighting) {
        return places.place(sighting);
    }
}
