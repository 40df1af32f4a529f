package org.gongkai.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.VerbatimLedger;
import org.gongkai.validation.report.ReportedFinding;
import org.jspecify.annotations.Nullable;

/**
 * A record with all that belongs to it (卷): whatever becomes of the record in a package becomes of the rest. Immutable.
 *
 * <pre>{@code
 * library.add(Dossier.of(document)
 *         .from(Location.of("a/1.html"))
 *         .withLedger(ledger)
 *         .withFindings(findings)
 *         .withFiles(copies -> copies.copy(attachment, Path.of("a/files/1.doc"))));
 * }</pre>
 *
 * @param record the record
 * @param origin where it comes from, the source as a whole or a row of it; null when nobody knows
 * @param ledger what became of each field of its source; empty when it has no source
 * @param findings what was found in it; empty when nothing was, or nobody looked
 * @param files copies the files that it attaches
 */
public record Dossier(
        DisclosureRecord record,
        @Nullable Location origin,
        List<LedgerEntry> ledger,
        List<ReportedFinding> findings,
        Files files) {

    /** Copies files into a package. */
    @FunctionalInterface
    public interface Copies {

        /**
         * Copies a file that the record attaches; one that is there already is not copied again.
         *
         * @param attachment the attachment, with its digest
         * @param file the file to copy. It is the caller's business that it may be read; the {@code LegacyReader} of
         *     ingest hands over only such as lie in the folder that was asked for
         * @return where it stands: {@code data/attachments/}, the first sixteen digits of the digest, and the
         *     attachment's name in a form that every system can hold
         * @throws PackageException with {@link PackageException.Problem#SOURCE_UNREADABLE} when the file cannot be
         *     read, and with {@link PackageException.Problem#SOURCE_CHANGED} when it has another digest; the package
         *     goes on without it. Otherwise the package cannot be written
         * @throws IllegalArgumentException when the attachment has no digest
         */
        String copy(Attachment attachment, Path file) throws IOException;
    }

    /** The files that a record attaches. */
    @FunctionalInterface
    public interface Files {

        /**
         * Copies them. It is called once when the record goes into the package, before any format shows the record,
         * and not when the record stays out.
         *
         * @param copies takes each file
         * @throws IOException when the package cannot go on
         */
        void copyTo(Copies copies) throws IOException;
    }

    /**
     * Creates a dossier.
     *
     * @throws NullPointerException when {@code record}, {@code ledger}, {@code findings} or {@code files} is null
     * @throws IllegalArgumentException when a finding names another record
     */
    public Dossier {
        Objects.requireNonNull(record, "record");
        ledger = VerbatimLedger.copyOf(ledger);
        findings = List.copyOf(findings);
        Objects.requireNonNull(files, "files");
        String key = findings.isEmpty() ? "" : record.key();
        for (ReportedFinding each : findings) {
            String named = each.finding().record();
            if (named != null && !named.equals(key)) {
                throw new IllegalArgumentException("a finding about record " + named + " given with record " + key);
            }
        }
    }

    /**
     * A record with nothing beside it.
     *
     * @param record the record, not null
     * @return the dossier
     */
    public static Dossier of(DisclosureRecord record) {
        return new Dossier(record, null, List.of(), List.of(), copies -> {});
    }

    /**
     * The same dossier of a record that comes from a place.
     *
     * @param place the source as a whole, or the row of it that makes the record
     * @return the new dossier
     */
    public Dossier from(Location place) {
        return new Dossier(record, place, ledger, findings, files);
    }

    /**
     * The same dossier with the account of the record's fields.
     *
     * @param entries one entry for each field
     * @return the new dossier
     */
    public Dossier withLedger(List<LedgerEntry> entries) {
        return new Dossier(record, origin, entries, findings, files);
    }

    /**
     * The same dossier with what was found in the record.
     *
     * @param found the findings, about this record or about no record
     * @return the new dossier
     * @throws IllegalArgumentException when a finding names another record
     */
    public Dossier withFindings(List<ReportedFinding> found) {
        return new Dossier(record, origin, ledger, found, files);
    }

    /**
     * The same dossier with the files that the record attaches.
     *
     * @param attached copies them
     * @return the new dossier
     */
    public Dossier withFiles(Files attached) {
        return new Dossier(record, origin, ledger, findings, attached);
    }
}
