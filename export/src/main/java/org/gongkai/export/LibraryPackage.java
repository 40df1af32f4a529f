package org.gongkai.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Openness;
import org.gongkai.core.index.Digest128;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.privacy.Leaving;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.privacy.PersonalDataScan;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.LedgerLine;
import org.gongkai.core.source.Location;
import org.gongkai.export.bag.Attachments;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.bag.BagInfo;
import org.gongkai.export.bag.OwnFiles;
import org.gongkai.export.bag.Workplace;
import org.gongkai.export.delta.PackageDelta;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.proof.PackageSignature;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportedFinding;
import org.jspecify.annotations.Nullable;

/**
 * Writes one package for the provincial document library; it appears at its place whole or not at all. Not
 * thread-safe.
 *
 * <pre>{@code
 * try (LibraryPackage out = LibraryPackage.create(Path.of("package"), PackageOptions.of(Clock.systemUTC(), "1.0.0"))) {
 *     out.add(Dossier.of(document).withFindings(findings));
 *     PackageReceipt receipt = out.finish(report);
 * }
 * }</pre>
 *
 * <p>A package is a bag of BagIt 1.0 (RFC 8493). {@code data/records.ndjson} holds the canonical records, one a line,
 * and beside it stands one set of files for each {@link FormatProfile}. The findings, the ledger, the account of sources
 * ({@link PackageSource}), the report, the
 * {@link PackageDescription} and the rejected sources travel as tag files. The package is written to a hidden folder
 * beside the target, {@code .NAME.part}, and moved into place when it is {@linkplain #finish(Report) finished}; a run that dies leaves the target as
 * it was, and the next run to the same target clears away what it left. A target whose name ends in {@code .zip}
 * becomes a zip file with the bag in a folder of its own.
 *
 * <p>After an {@link IOException} from any method but {@link #reject(String, Path)} with an unreadable source, the
 * package cannot go on: close it.
 */
public final class LibraryPackage implements AutoCloseable {

    /** The size in bytes up to which a rejected file is kept whole; of a larger one its first part is. */
    public static final long LARGEST_REJECT = 64L << 20;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)*");
    private static final String REPORT = "report.json";

    /** Files that the end of a package writes. */
    private static final Set<String> WRITTEN_LAST =
            Set.of(REPORT, PackageTarget.DESCRIPTION, "bagit.txt", BagInfo.NAME, Bag.MANIFEST, Bag.TAG_MANIFEST);

    private final PackageTarget target;
    private final PackageOptions options;
    private final OffsetDateTime created;
    private final Bag bag;
    private final Attachments attachments;
    private final CanonicalJson json = new CanonicalJson();
    private final RecordFiles records;
    private final LineFile findings;
    private final LineFile ledger;
    private final LineFile sources;
    private final Rejects rejects;
    private final Withheld withheld;
    private final List<PublicFiles> publicFiles = new ArrayList<>();
    private final Map<String, ReportFile> reports = new LinkedHashMap<>();
    /** The fields that the lines of the ledger are the account of. */
    private long fields;

    private boolean done;

    private LibraryPackage(PackageTarget target, PackageOptions options) throws IOException {
        this.target = target;
        this.options = options;
        this.created =
                OffsetDateTime.ofInstant(options.clock().instant(), SHANGHAI).truncatedTo(ChronoUnit.SECONDS);
        this.bag = new Bag(target.folder());
        this.attachments = new Attachments(bag);
        this.findings = new LineFile(bag, "findings.ndjson", json);
        this.ledger = new LineFile(bag, "ledger.ndjson", json);
        this.sources = new LineFile(bag, "sources.ndjson", json);
        LineFile rejectList = new LineFile(bag, "rejects.ndjson", json);
        this.rejects = new Rejects(bag, rejectList);
        this.withheld = new Withheld(List.of(findings, ledger, sources, rejectList));
        this.records = new RecordFiles(bag, json, attachments, options);
    }

    /**
     * Begins a package.
     *
     * @param target where the package shall stand; the folder around it must exist
     * @param options how to write it
     * @return the package, to be filled and finished
     * @throws TargetExistsException when something stands at the target, unless {@link PackageOptions#replace()} is
     *     set and it is a package of this library with no files in it that its manifests do not list
     * @throws PackageException when the folder around the target is missing or cannot be written, or another run is
     *     writing there
     * @throws IOException when the target cannot be looked at
     * @throws IllegalArgumentException when two formats {@linkplain FormatProfile#clashesWith clash}, or the target is one of the packages
     *     that it is a delta to
     */
    public static LibraryPackage create(Path target, PackageOptions options) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        checkFormats(options.formats());
        for (Path each : options.since()) {
            if (each.toAbsolutePath().normalize().equals(absolute)) {
                throw new IllegalArgumentException("a delta cannot take the place of what it is a delta to: " + each);
            }
        }
        PackageTarget place = null;
        try {
            place = PackageTarget.take(absolute, options.replace());
            return new LibraryPackage(place, options);
        } catch (IOException e) {
            if (place != null) {
                place.close();
            }
            throw e instanceof PackageException
                    ? e
                    : PackageException.of(PackageException.Problem.WRITE_FAILED, absolute, e);
        }
    }

    private static void checkFormats(List<FormatProfile> formats) {
        for (int i = 0; i < formats.size(); i++) {
            FormatProfile each = formats.get(i);
            if (formats.subList(0, i).stream().anyMatch(each::clashesWith)) {
                throw new IllegalArgumentException(
                        "two formats of the name " + each.name() + " or with the file " + each.path(1));
            }
        }
    }

    /**
     * Puts a package back that a run had moved aside to {@code .NAME.old} in order to replace it, when the run died before
     * the new one took the place; otherwise does nothing. Whatever reads a package here does this first.
     *
     * @param target where the package stands or stood
     * @return whether something stands there now
     * @throws PackageException when a run that lives is replacing it right now
     * @throws IOException when it cannot be moved
     */
    public static boolean recover(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        Workplace.recover(absolute);
        return PackageTarget.exists(absolute);
    }

    /**
     * Tells whether a package that is read would be overwritten by what is written, links on the way to either followed.
     *
     * @param read the package that is read
     * @param target where a package shall stand
     * @return true when both are one place
     */
    public static boolean isAt(Path read, Path target) {
        return OwnFiles.real(read).equals(OwnFiles.real(target.toAbsolutePath().normalize()));
    }

    /**
     * Tells whether a record must stay out of any package.
     *
     * @param record the record, not null
     * @return true for a record whose openness is 依申请公开 or 不予公开, for one with a value in a field that may not leave, and
     *     for one with personal data where its {@linkplain RecordKind#personalData() kind} is withheld for that
     */
    public static boolean withholds(DisclosureRecord record) {
        return withholds(RecordKind.of(record), record);
    }

    private static <R extends DisclosureRecord> boolean withholds(RecordKind<R> kind, DisclosureRecord record) {
        if (kind.holdsBack(kind.type().cast(record))
                || kind.personalData().withheld()
                        && !PersonalDataScan.of(record).isEmpty()) {
            return true;
        }
        Openness.Mode mode =
                record.openness() == null ? null : record.openness().mode();
        return mode != null && mode != Openness.Mode.PROACTIVE;
    }

    /**
     * Adds a record of which nothing but itself is known.
     *
     * @param record the record, not null
     * @return see {@link #add(Dossier)}
     * @throws PackageException when it cannot be written
     * @throws IllegalArgumentException see {@link #add(Dossier)}
     */
    public boolean add(DisclosureRecord record) throws IOException {
        return add(Dossier.of(record));
    }

    /**
     * Adds a record to every format, and all that belongs to it.
     *
     * <p>Only what an agency publishes of its own motion (主动公开) may leave: a record that {@linkplain #withholds is
     * withheld} is counted, and nothing of its dossier gets into the package. Nor does anything else that can be told
     * to be its own, whether it was given before or is given later: a {@linkplain #finding finding} that names its
     * key, and what says that it stands where the record {@linkplain Dossier#origin comes from}. A document whose
     * openness is absent or not on the list goes in, and a finding says so.
     *
     * <p>Inner papers of a record, such as the plan of an interpretation, {@linkplain RecordKind#leaving stay behind}.
     *
     * <p>Of a record that is as it was, a delta holds only the findings about its source.
     *
     * @param dossier the record with what belongs to it, not null
     * @return true when it was added, false when it was withheld, or is as it was before and this is a delta
     * @throws PackageException when it cannot be written
     * @throws IOException what {@link Dossier#files} throws
     * @throws IllegalArgumentException when an unknown property of the record bears the name of a known one, or is
     *     nothing that JSON can hold; nothing of the record was written then
     */
    public boolean add(Dossier dossier) throws IOException {
        checkOpen();
        DisclosureRecord record = dossier.record();
        if (withholds(record)) {
            withheld.add(record, dossier.origin());
            return false;
        }
        DisclosureRecord leaving = leaving(RecordKind.of(record), record);
        byte[] line = records.line(leaving);
        // They show what stands on that day, what a delta leaves out too.
        publicFiles.forEach(each -> each.see(leaving));
        if (!made(() -> records.wants(leaving, line))) {
            write(() -> accountOfSource(dossier));
            return false;
        }
        dossier.files().copyTo((attachment, file) -> {
            checkOpen();
            return made(() -> attachments.copy(attachment, file));
        });
        write(() -> {
            records.write(leaving, line);
            came(dossier, PackageSource.Fate.RECORD, records.count());
            account(dossier);
        });
        return true;
    }

    /**
     * Adds files for the public. They are shown every record that is added from now on, and each that a delta leaves out
     * since it is as it was, but none that is withheld or set aside; they are written when the package is finished.
     *
     * @param files the files, not null
     */
    public void show(PublicFiles files) {
        checkOpen();
        publicFiles.add(Objects.requireNonNull(files, "files"));
    }

    private static <R extends DisclosureRecord> R leaving(RecordKind<R> kind, DisclosureRecord record) {
        return kind.leaving(kind.type().cast(record));
    }

    /** Keeps the raw form of a source. */
    @FunctionalInterface
    public interface RawForm {

        /**
         * Calls {@link LibraryPackage#reject(String, Path)} or {@link LibraryPackage#reject(String, String)}.
         *
         * @throws IOException when the package cannot go on
         */
        void keep() throws IOException;
    }

    /**
     * Sets aside another source of a record that is in the package already: its ledger and findings go in, and the raw
     * form of the source in the place of the record. A source of what {@linkplain #withholds is withheld} leaves
     * nothing, and neither does one of a record that was withheld from another source before.
     *
     * @param dossier the record as this source has it, with what belongs to it; its files are not copied
     * @param raw called once when the raw form may be kept, and not otherwise
     * @return true when it was set aside, false when it was withheld
     * @throws PackageException when it cannot be written
     * @throws IOException what {@code raw} throws
     */
    public boolean setAside(Dossier dossier, RawForm raw) throws IOException {
        checkOpen();
        if (withholds(dossier.record())) {
            withheld.add(dossier.record(), dossier.origin());
            return false;
        }
        if (withheld.holds(Withheld.owners(dossier.record()))) {
            return false;
        }
        raw.keep();
        write(() -> {
            came(dossier, PackageSource.Fate.ASIDE, null);
            account(dossier);
        });
        return true;
    }

    private void came(Dossier dossier, PackageSource.Fate fate, @Nullable Long line) throws IOException {
        Location origin = dossier.origin();
        if (origin != null) {
            sources.write(PackageSource.ofRecord(origin, fate, dossier.record().key(), line));
        }
    }

    /**
     * Says what became of a file that was found, named or attached. Of a file from which a record is withheld nothing is said,
     * nor of what that record attaches, whether the record comes before or after this.
     *
     * @param source what became of the file, not null
     * @throws PackageException when it cannot be written
     */
    public void source(PackageSource source) throws IOException {
        checkOpen();
        List<Digest128> owners = new ArrayList<>(Withheld.sourceOwners(source.source()));
        if (source.with() != null) {
            owners.addAll(Withheld.sourceOwners(source.with()));
        }
        if (!withheld.holds(owners)) {
            write(() -> sources.write(source, owners));
        }
    }

    /** What belongs to a record that is not withheld stays, whoever else bears its key. */
    private void account(Dossier dossier) throws IOException {
        for (LedgerLine each : LedgerLine.of(dossier.ledger())) {
            fields += each.count();
            ledger.write(each);
        }
        for (ReportedFinding each : dossier.findings()) {
            findings.write(each);
        }
    }

    /** The findings about a source stand in a delta, whether or not its record does. */
    private void accountOfSource(Dossier dossier) throws IOException {
        for (ReportedFinding each : dossier.findings()) {
            if (each.finding().record() == null) {
                findings.write(each);
            }
        }
    }

    /** The text of a file. */
    @FunctionalInterface
    public interface TextFile {

        /**
         * Writes the text.
         *
         * @param out where to write; not to be closed
         * @throws IOException when it cannot be written
         */
        void write(Appendable out) throws IOException;
    }

    /**
     * Adds a file of its own beside the records, such as a public table, in UTF-8.
     *
     * @param name the file's path below {@code data/}: lower-case letters, digits, dots, hyphens and slashes, for
     *     example {@code assistance/public-table.html}
     * @param text the text
     * @throws PackageException when it cannot be written
     * @throws IllegalArgumentException when the name has another form or is taken
     */
    public void addFile(String name, TextFile text) throws IOException {
        checkOpen();
        String path = "data/" + name;
        if (!FILE_NAME.matcher(name).matches() || bag.has(path)) {
            throw new IllegalArgumentException("no name for a new file of the package: " + name);
        }
        write(() -> {
            try (Writer out = new OutputStreamWriter(bag.open(path), StandardCharsets.UTF_8)) {
                text.write(out);
            }
        });
    }

    /**
     * Takes over a file that {@link #addFile} gave another package. A file whose name has another form is left there.
     *
     * @param path the file's path in that package, which begins with {@code data/}
     * @param in its bytes; read to the end, not closed
     * @throws PackageException when it cannot be written
     */
    public void takeOver(String path, InputStream in) throws IOException {
        checkOpen();
        if (FILE_NAME.matcher(path.substring("data/".length())).matches()) {
            write(() -> {
                try (OutputStream out = bag.open(path)) {
                    in.transferTo(out);
                }
            });
        }
    }

    /** A report in a form of its own. */
    @FunctionalInterface
    public interface ReportFile {

        /**
         * Writes the report.
         *
         * @param report the report as the package may show it: without what is withheld
         * @param out where to write; not to be closed
         * @throws IOException when it cannot be written
         */
        void write(Report report, OutputStream out) throws IOException;
    }

    /**
     * Adds a report beside {@code report.json}, such as {@code report.html}. It is written when the package is
     * {@linkplain #finish(Report) finished} with a report.
     *
     * @param name the file's name: lower-case letters, digits, dots and hyphens
     * @param report writes the report
     * @throws IllegalArgumentException when the name has another form or is taken
     */
    public void addReport(String name, ReportFile report) {
        checkOpen();
        if (!FILE_NAME.matcher(name).matches()
                || name.contains("/")
                || WRITTEN_LAST.contains(name)
                || bag.has(name)
                || reports.putIfAbsent(name, report) != null) {
            throw new IllegalArgumentException("no name for a new report of the package: " + name);
        }
    }

    /**
     * Adds what became of fields of a source that belong to no record, such as a caption or a remark of a table. The
     * fields of a record come with the record, in its {@link Dossier}.
     *
     * @param entries one entry for each field, not null
     * @throws PackageException when it cannot be written
     */
    public void ledgerOfNoRecord(List<LedgerEntry> entries) throws IOException {
        checkOpen();
        for (LedgerLine each : LedgerLine.of(entries)) {
            List<Digest128> owners = Withheld.owners(each.location());
            if (!withheld.holds(owners)) {
                fields += each.count();
                write(() -> ledger.write(each, owners));
            }
        }
    }

    /**
     * Adds a finding that comes without a record: one about a source, one about what is not there, or one that shows
     * only when every record was seen. One about a record that is withheld, by its key or else by its place, is not in
     * the package, whether the record comes before or after it.
     *
     * @param finding the finding, not null
     * @throws PackageException when it cannot be written
     */
    public void finding(ReportedFinding finding) throws IOException {
        checkOpen();
        List<Digest128> owners = Withheld.owners(finding.finding());
        if (!withheld.holds(owners)) {
            write(() -> findings.write(finding, owners));
        }
    }

    /**
     * Keeps the raw form of a source that could not become a record. In a text, identity numbers, mobile numbers and
     * bank cards are masked, since a package is handed over; the source stays as it is. Of a workbook or another file that
     * is no text the name alone is kept, since nobody can say what it holds: the copy is empty, or ends where the text does. Of a file that is larger than {@link #LARGEST_REJECT} the first megabyte is kept, or less,
     * so that no number is cut in two; {@code rejects.ndjson} has in both cases the size of the whole and the digest of its first
     * megabyte. A source of which a record {@linkplain Dossier#origin comes} that is withheld,
     * before or later, is not kept.
     *
     * @param sourceName the source's name; {@code rejects.ndjson} ties it to the name of the copy
     * @param file the file to copy
     * @return the copy's path in the package, {@code rejects/} and a name that every system can hold; or null when it
     *     was not kept
     * @throws PackageException with {@link PackageException.Problem#SOURCE_UNREADABLE} when the file cannot be read;
     *     the package goes on without it. Otherwise the package cannot be written
     */
    public @Nullable String reject(String sourceName, Path file) throws IOException {
        return kept(sourceName, () -> rejects.keep(sourceName, file));
    }

    /**
     * Keeps the raw form of a part of a source, such as a row, that could not become a record.
     *
     * @param sourceName the name of the source, a hyphen and the row, such as {@code list.csv-12}; or another name
     * @param text the raw form; numbers of persons in it are masked
     * @return the copy's path in the package, or null when a withheld record comes from there and it was not kept
     * @throws PackageException when it cannot be written
     */
    public @Nullable String reject(String sourceName, String text) throws IOException {
        return kept(sourceName, () -> rejects.keep(sourceName, text));
    }

    private @Nullable String kept(String sourceName, Making<String> keeping) throws PackageException {
        checkOpen();
        return withheld.holds(Withheld.sourceOwners(sourceName)) ? null : made(keeping);
    }

    /**
     * A line of rejects.ndjson.
     *
     * @param path where the copy stands in the package
     * @param source the name of the source, or of the part of it, that is kept there
     * @param masked how many numbers of persons were masked in the copy, or null when there were none
     * @param size the size of the source in bytes where the copy is not the whole of it, or null
     * @param sha256 the SHA-256 of the first megabyte of the source, before anything is masked, where the copy is not the
     *     whole of it, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reject(
            String path,
            String source,
            @Nullable Long masked,
            @Nullable Long size,
            @Nullable String sha256) implements Leaving<Reject> {

        @Override
        public Reject withoutNumbers() {
            return new Reject(path, PersonalData.maskedNumbers(source), masked, size, sha256);
        }
    }

    /**
     * Finishes a package of records that nobody judged: its {@code report.json} says nothing.
     *
     * @return what the package is
     * @throws IllegalStateException when a report was {@linkplain #addReport asked for}
     * @throws TargetExistsException when something came to stand at the target meanwhile
     * @throws PackageException when it cannot be written
     */
    public PackageReceipt finish() throws IOException {
        checkNoReportAskedFor();
        return finish(() -> bag.write(REPORT, json.file(Map.of())));
    }

    /**
     * Writes the report and the manifests, and moves the package into place. A package that it replaces is deleted
     * afterwards.
     *
     * @param report the report of the run. {@code report.json} counts at least the records that this package withheld,
     *     and shows no finding and no label of theirs
     * @return what the package is
     * @throws TargetExistsException when something came to stand at the target meanwhile
     * @throws PackageException when it cannot be written
     */
    public PackageReceipt finish(Report report) throws IOException {
        return finish(() -> {
            Report shown = withheld.without(report).withoutNumbers();
            for (Map.Entry<String, ReportFile> each : reports.entrySet()) {
                try (OutputStream out = bag.open(each.getKey())) {
                    each.getValue().write(shown, out);
                }
            }
            bag.write(REPORT, json.file(shown));
        });
    }

    /**
     * Finishes a package that was put together from others and not judged, as {@link #finish(Report)} does.
     *
     * @param applied what {@link PackageDelta#apply} did, written as {@code report.json}
     * @return what the package is
     * @throws IllegalStateException when a report was {@linkplain #addReport asked for}
     * @throws TargetExistsException when something came to stand at the target meanwhile
     * @throws PackageException when it cannot be written
     */
    public PackageReceipt finish(PackageDelta.Applied applied) throws IOException {
        checkNoReportAskedFor();
        return finish(() -> bag.write(REPORT, json.file(applied)));
    }

    private void checkNoReportAskedFor() {
        if (!reports.isEmpty()) {
            throw new IllegalStateException("no report to write " + reports.keySet() + " from");
        }
    }

    private PackageReceipt finish(Step reporting) throws IOException {
        checkOpen();
        try {
            for (PublicFiles each : publicFiles) {
                each.addTo(this);
            }
            PackageDescription description = described();
            reporting.run();
            bag.write(PackageTarget.DESCRIPTION, json.file(description));
            String digest = bag.seal(BagInfo.of(description, options.sourceOrganization()));
            PackageReceipt receipt =
                    new PackageReceipt(target.path(), description, bag.payloadFiles(), bag.payloadBytes(), digest);
            PrivateKey key = options.signingKey();
            if (key == null) {
                target.deliver();
            } else {
                // Before the package is there, so that it never stands unsigned, whenever the run ends.
                PackageSignature.of(receipt, key).writtenAround(target.path(), target::deliver);
            }
            done = true;
            return receipt;
        } catch (PackageException e) {
            close();
            throw e;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Ends the files, and counts what is in them then. */
    private PackageDescription described() throws IOException {
        PackageDescription.Delta delta = records.close();
        List<PackageDescription.Format> accounts = records.closeFormats();
        findings.close(LineFile.NOTHING_TAKEN_OUT);
        ledger.close(line -> fields -=
                CanonicalJson.mapper().readValue(line, LedgerLine.class).count());
        sources.close(LineFile.NOTHING_TAKEN_OUT);
        rejects.close();
        return new PackageDescription(
                PackageDescription.FORMAT,
                "gongkai " + options.toolVersion(),
                created,
                options.validationProfile(),
                records.count(),
                withheld.records(),
                rejects.count(),
                findings.lines(),
                fields,
                attachments.count(),
                accounts,
                delta,
                records.root());
    }

    /** When the package is not finished: removes what was written. Closing twice does nothing. */
    @Override
    public void close() throws IOException {
        if (done) {
            return;
        }
        done = true;
        bag.abandon();
        target.close();
    }

    /** Writes into the package. */
    private interface Step {
        void run() throws IOException;
    }

    /** Makes something of it, and writes into the package. */
    private interface Making<T> {
        T make() throws IOException;
    }

    private void write(Step step) throws PackageException {
        made(() -> {
            step.run();
            return step;
        });
    }

    /** A package that could not be written cannot go on; a source that cannot be read does not end it. */
    private <T> T made(Making<T> making) throws PackageException {
        try {
            return making.make();
        } catch (PackageException e) {
            throw e;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private PackageException failed(IOException cause) {
        PackageException failure = PackageException.of(PackageException.Problem.WRITE_FAILED, target.path(), cause);
        try {
            close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private void checkOpen() {
        if (done) {
            throw new IllegalStateException("the package " + target.path() + " is finished or closed");
        }
    }
}
