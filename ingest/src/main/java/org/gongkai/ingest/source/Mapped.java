package org.gongkai.ingest.source;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.source.VerbatimLedger;

/**
 * A record made of a source, and the account of how.
 *
 * @param record the record
 * @param ledger one entry for each field of the source, in the order of the source, then the defaulted components;
 *     the entries of another fate than {@link FieldFate#DEFAULTED} are as many as the source has fields
 * @param problems what was wrong with the source
 * @param origin where the record comes from: the file, or the row
 * @param raw the page or the row as it stood
 * @param attachedFiles the files of the source that the record attaches
 * @param notAsked JSON Pointers of the components that the source has no place for, so that nobody can say of them what the record
 *     lacks; empty for most sources
 */
public record Mapped(
        DisclosureRecord record,
        List<LedgerEntry> ledger,
        List<SourceProblem> problems,
        Location origin,
        RawForm raw,
        List<AttachedFile> attachedFiles,
        Set<String> notAsked) {

    /**
     * Creates a mapped record.
     *
     * @throws NullPointerException when an argument is null
     */
    public Mapped {
        Objects.requireNonNull(record, "record");
        ledger = VerbatimLedger.copyOf(ledger);
        problems = List.copyOf(problems);
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(raw, "raw");
        attachedFiles = List.copyOf(attachedFiles);
        notAsked = Set.copyOf(notAsked);
    }

    /**
     * Creates a mapped record of a source of which nobody knows what it has no place for.
     *
     * @param record the record
     * @param ledger the account of its fields
     * @param problems what was wrong with the source
     * @param origin where the record comes from
     * @param raw the page or the row as it stood
     * @param attachedFiles the files of the source that the record attaches
     */
    public Mapped(
            DisclosureRecord record,
            List<LedgerEntry> ledger,
            List<SourceProblem> problems,
            Location origin,
            RawForm raw,
            List<AttachedFile> attachedFiles) {
        this(record, ledger, problems, origin, raw, attachedFiles, Set.of());
    }

    /**
     * Where a component of the record comes from.
     *
     * @param jsonPointer the component, for example {@code /documentNumber} or {@code /issuers/0}
     * @return the place of the field that the component, or the component around it, was read from; {@link #origin()}
     *     when none was
     */
    public Location where(String jsonPointer) {
        if (ledger instanceof VerbatimLedger verbatim) {
            String name = jsonPointer.isEmpty() ? "" : jsonPointer.split("/", 3)[1];
            return verbatim.names().contains(name) ? verbatim.place().at(name, null) : origin;
        }
        for (String pointer = jsonPointer;
                !pointer.isEmpty();
                pointer = pointer.substring(0, pointer.lastIndexOf('/'))) {
            for (LedgerEntry entry : ledger) {
                if (pointer.equals(entry.target())) {
                    return entry.location();
                }
            }
        }
        return origin;
    }
}
