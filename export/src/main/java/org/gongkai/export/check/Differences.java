package org.gongkai.export.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.export.delta.PackageDifference;
import org.jspecify.annotations.Nullable;

/** Where a package is not what it says: the first of these whole, of the others their number. Not thread-safe. */
final class Differences {

    private static final int SHOWN = 120;

    private final List<PackageDifference> first = new ArrayList<>();
    private final Set<String> missing = new HashSet<>();
    private long more;

    List<PackageDifference> first() {
        return first;
    }

    long more() {
        return more;
    }

    /** A file that is missing is named once, whoever misses it. */
    void missing(String file) {
        if (missing.add(file)) {
            add(PackageDifference.What.MISSING, file, null, null, null);
        }
    }

    void count(String what, long expected, long found) {
        if (expected != found) {
            add(PackageDifference.What.COUNT, what, null, Long.toString(expected), Long.toString(found));
        }
    }

    void atLeast(String what, long least, long found, boolean exactly) {
        if (exactly ? found != least : found < least) {
            add(PackageDifference.What.COUNT, what, null, (exactly ? "" : "≥ ") + least, Long.toString(found));
        }
    }

    void add(
            PackageDifference.What what,
            String file,
            @Nullable Long line,
            @Nullable String expected,
            @Nullable String found) {
        if (first.size() < PackageVerification.MOST) {
            first.add(new PackageDifference(what, cut(file), line, cut(expected), cut(found)));
        } else {
            more++;
        }
    }

    /** The beginning of a line, as long as is shown. */
    static String text(byte[] line) {
        return new String(line, 0, Math.min(line.length, SHOWN), StandardCharsets.UTF_8);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= SHOWN ? text : text.substring(0, SHOWN) + '…';
    }
}
