package org.gongkai.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.gongkai.core.index.Digest128;
import org.gongkai.core.index.DigestIndex;
import org.gongkai.core.privacy.Leaving;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.bag.JsonLines;

/**
 * A file of one JSON value a line. What is no record is written {@linkplain Leaving without numbers of persons}, whatever it tells of. A line can come with its owners: names of the record or the source that it may belong
 * to. When one of them turns out to be withheld, however late, the line is not in the file. About thirty bytes are kept
 * for each owner, and eight for each such line. Not thread-safe.
 */
final class LineFile {

    /** For files that come to their end whole. */
    static final TakenOut NOTHING_TAKEN_OUT = line -> {};

    private final Bag bag;
    private final String path;
    private final CanonicalJson json;
    private final OutputStream out;
    private final DigestIndex owners = new DigestIndex();
    /** Of each line with an owner its number and the number of the owner, each in half of the bits. */
    private final LongStream.Builder owned = LongStream.builder();

    /** The numbers of the owners that are withheld. */
    private final BitSet withheld = new BitSet();

    private int written;
    private int takenOut;

    /** Told of each line that is taken out again. */
    interface TakenOut {
        void line(byte[] json) throws IOException;
    }

    LineFile(Bag bag, String path, CanonicalJson json) throws IOException {
        this.bag = bag;
        this.path = path;
        this.json = json;
        this.out = bag.open(path);
    }

    void write(Leaving<?> value) throws IOException {
        write(json.line(value.withoutNumbers()));
    }

    /** Writes a line as it is: that of a record. */
    void write(byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
        written = Math.incrementExact(written);
    }

    void write(Leaving<?> value, List<Digest128> itsOwners) throws IOException {
        for (Digest128 each : itsOwners) {
            int known = owners.add(each);
            owned.add((long) written << Integer.SIZE | (known < 0 ? owners.size() - 1 : known));
        }
        write(value);
    }

    /** Lines of this owner are not to be in the file. */
    void withhold(Digest128 owner) {
        int number = owners.find(owner);
        if (number >= 0) {
            withheld.set(number);
        }
    }

    /** Closes the file; the lines that must not be in it are taken out before. */
    void close(TakenOut told) throws IOException {
        out.close();
        if (withheld.isEmpty()) {
            return;
        }
        BitSet lines = new BitSet();
        owned.build().filter(each -> withheld.get((int) each)).forEach(each -> lines.set((int) (each >> Integer.SIZE)));
        bag.rewrite(path, (before, after) -> {
            JsonLines text = new JsonLines(before);
            int number = 0;
            for (byte[] line = text.next(); line != null; line = text.next()) {
                if (lines.get(number++)) {
                    told.line(line);
                } else {
                    after.write(line);
                    after.write('\n');
                }
            }
        });
        takenOut = lines.cardinality();
    }

    long lines() {
        return (long) written - takenOut;
    }
}
