package org.gongkai.conversion;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * How a run can go on after it was killed.
 *
 * @param arguments what makes two runs the same beside the sources
 * @param files files that are named there, whose state counts as well
 * @param goesOn whether to go on from a journal that is there
 */
record Resumption(List<String> arguments, List<Path> files, boolean goesOn) {

    /**
     * Opens the journal of a run. The package's own file is not looked at: a run that was killed behind its last step has
     * changed it.
     *
     * @param target where its package shall stand
     * @param moment the moment that the package bears
     * @param found whether there is a journal to go on from
     */
    RunJournal.Opening opening(Path target, OffsetDateTime moment, boolean found) {
        return sources -> {
            List<String> identity = new ArrayList<>(arguments);
            files.stream()
                    .filter(each -> !place(each).equals(place(target)))
                    .forEach(each -> identity.add(
                            RunJournal.Stamp.of(each.toString(), each).toString()));
            RunJournal.Head head = RunJournal.Head.of(moment, identity, sources);
            return found ? RunJournal.resume(target, head) : RunJournal.begin(target, head);
        };
    }

    private static Path place(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
