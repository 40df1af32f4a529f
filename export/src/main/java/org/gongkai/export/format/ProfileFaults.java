package org.gongkai.export.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.export.format.ProfileException.Fault;

/** The faults found in the file of a profile, each with its line. Not thread-safe. */
final class ProfileFaults {

    /** As much of a value is shown in a message. */
    private static final int SHOWN = 40;

    private final String file;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    /** Where a fault was named: nothing more is said of that place. */
    private final Set<String> faulty = new HashSet<>();

    ProfileFaults(String file) {
        this.file = file;
    }

    /** Tells the line on which a place begins; the first that is told counts. */
    void place(String pointer, int line) {
        lines.putIfAbsent(pointer, line);
    }

    /** Whether a fault was named at a place. */
    boolean at(String pointer) {
        return faulty.contains(pointer);
    }

    /** A fault of a line, whatever is said of other places. */
    void line(int line, String pointer, String zh, String en) {
        faults.add(new Fault(line, pointer, zh, en));
    }

    /** A fault of a value that is there, which is shown. */
    void wrong(JsonNode value, String pointer, String zh, String en) {
        // As JSON has it: what would break a line is escaped.
        String text = value.toString();
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + '…';
        fault(pointer, zh + "；实为 " + shown, en + "; found " + shown);
    }

    void fault(String pointer, String zh, String en) {
        if (!faulty.add(pointer)) {
            return;
        }
        String known = pointer;
        while (!lines.containsKey(known)) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        faults.add(new Fault(lines.get(known), pointer, zh, en));
    }

    void throwIfAny() throws ProfileException {
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(Fault::line));
            throw new ProfileException(file, faults);
        }
    }
}
