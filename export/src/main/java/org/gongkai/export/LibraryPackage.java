package org.gongkai.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Openness;
import org.gongkai.core.index.Digest128;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.privacy.PersonalDataScan;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.export.bag.Attachments;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.bag.BagZip;
import org.gongkai.export.bag.PackageFiles;
import org.gongkai.export.bag.Workplace;
import org.gongkai.export.delta.PackageDelta;
import org.gongkai.export.delta.RecordChange;
import org.gongkai.export.engine.FormatWriter;
import org.gongkai.export.engine.RecordView;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.index.RecordIndex;
import org.gongkai.export.index.RecordSum;
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
 * and beside it stands one set of files for each {@link FormatProfile}. The findings, the ledger, the report, the
 * {@link PackageDescription} and the rejected sources travel as tag files. The package is written to a hidden folder
 * beside the target, {@code .NAME.part}, and moved into place when it is {@linkplain #finish(Report) finished}; a run that dies leaves the target as
 * it was, and the next run to the same target clears away what it left. A target whose name ends in {@code .zip}
 * becomes a zip file with the bag in a folder of its own.
 *
 * <p>After an {@link IOException} from any method but {@link #reject(String, Path)} with an unreadable source, the
 * package cannot go on: close it.
 */
public final class LibraryPackage implements AutoCloseable {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)*");
    private static final String DESCRIPTION = "package.json";
    private static final String REPORT = "report.json";
    /** Files that the end of a package writes beside the manifests. */
    private static final Set<String> OWN_NAMES =
            Set.of(REPORT, DESCRIPTION, "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt");

    private static final Set<String> MANIFESTS = Set.of("manifest-sha256.txt", "tagmanifest-sha256.txt");

    private final Path target;
    private final Workplace workplace;
    private final Path folder;
    private final PackageOptions options;
    private final OffsetDateTime created;
    private final Bag bag;
    private final Attachments attachments;
    private final CanonicalJson json = new CanonicalJson();
    private final List<FormatWriter> formats = new ArrayList<>();
    private final List<OutputStream> open = new ArrayList<>();
    private final Map<String, ReportFile> reports = new LinkedHashMap<>();
    private final List<PublicFiles> publicFiles = new ArrayList<>();
    private final OutputStream records;
    private final LineFile findings;
    private final LineFile ledger;
    private final Rejects rejects;
    private final Withheld withheld;
    private final @Nullable RecordIndex since;
    private final PackageDescription.@Nullable RecordSet base;
    private final @Nullable OutputStream changes;
    private final RecordSum sum = new RecordSum();
    private final long[] changed = new long[RecordChange.Kind.values().length];
    private long unchanged;
    private long recordCount;
    private boolean done;

    private LibraryPackage(Path target, Workplace workplace, PackageOptions options) throws IOException {
        this.target = target;
        this.workplace = workplace;
        this.folder = Files.createDirectory(workplace.begin().resolve("bag"));
        this.options = options;
        this.created =
                OffsetDateTime.ofInstant(options.clock().instant(), SHANGHAI).truncatedTo(ChronoUnit.SECONDS);
        this.bag = new Bag(folder);
        this.attachments = new Attachments(bag);
        this.records = file("data/records.ndjson");
        this.findings = new LineFile(bag, "findings.ndjson", json);
        this.ledger = new LineFile(bag, "ledger.ndjson", json);
        LineFile rejectList = new LineFile(bag, "rejects.ndjson", json);
        this.rejects = new Rejects(bag, rejectList);
        this.withheld = new Withheld(List.of(findings, ledger, rejectList));
        this.since = options.since().isEmpty() ? null : RecordIndex.of(options.since());
        this.base = since == null ? null : since.recordSet();
        this.changes = since == null ? null : file(RecordIndex.CHANGES);
        for (FormatProfile each : options.formats()) {
            formats.add(FormatWriter.create(each, bag));
        }
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
        for (int i = 0; i < options.formats().size(); i++) {
            FormatProfile each = options.formats().get(i);
            if (options.formats().subList(0, i).stream().anyMatch(each::clashesWith)) {
                throw new IllegalArgumentException(
                        "two formats of the name " + each.name() + " or with the file " + each.path(1));
            }
        }
        Path absolute = target.toAbsolutePath().normalize();
        for (Path each : options.since()) {
            if (each.toAbsolutePath().normalize().equals(absolute)) {
                throw new IllegalArgumentException("a delta cannot take the place of what it is a delta to: " + each);
            }
        }
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new TargetExistsException(PackageException.Problem.TARGET_EXISTS, absolute, "");
        }
        if (!Files.isDirectory(parent)) {
            throw new PackageException(PackageException.Problem.PARENT_MISSING, parent, "", null);
        }
        Workplace workplace;
        try {
            workplace = Workplace.take(absolute);
        } catch (PackageException e) {
            throw e;
        } catch (IOException e) {
            throw PackageException.of(PackageException.Problem.WRITE_FAILED, absolute, e);
        }
        try {
            checkFree(absolute, options.replace());
            return new LibraryPackage(absolute, workplace, options);
        } catch (PackageException e) {
            workplace.close();
            throw e;
        } catch (IOException e) {
            workplace.close();
            throw PackageException.of(PackageException.Problem.WRITE_FAILED, absolute, e);
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
        return Files.exists(absolute, LinkOption.NOFOLLOW_LINKS);
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
                || kind.personalData() == RecordKind.PersonalData.WITHHELD
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
        byte[] line = line(record);
        // They show what stands on that day, what a delta leaves out too.
        publicFiles.forEach(each -> each.see(record));
        try {
            if (since != null && !changes(since, record, line)) {
                for (ReportedFinding each : dossier.findings()) {
                    if (each.finding().record() == null) {
                        findings.write(each);
                    }
                }
                return false;
            }
        } catch (IOException e) {
            throw failed(e);
        }
        dossier.files().copyTo(this::copy);
        try {
            write(records, line);
            OfficialDocument document = RecordKind.of(OfficialDocument.class).as(record);
            if (document != null) {
                RecordView view = new RecordView(document, attachments::path);
                for (FormatWriter each : formats) {
                    each.add(view);
                }
            }
            account(dossier);
        } catch (IOException e) {
            throw failed(e);
        }
        recordCount++;
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
        try {
            account(dossier);
        } catch (IOException e) {
            throw failed(e);
        }
        return true;
    }

    /** What belongs to a record that is not withheld stays, whoever else bears its key. */
    private void account(Dossier dossier) throws IOException {
        for (LedgerEntry each : dossier.ledger()) {
            ledger.write(withoutNumbers(each));
        }
        for (ReportedFinding each : dossier.findings()) {
            findings.write(each);
        }
    }

    private boolean changes(RecordIndex index, DisclosureRecord record, byte[] line) throws IOException {
        RecordIndex.Seen seen = index.see(record, line);
        sum.add(HexFormat.of().parseHex(seen.sha256()));
        if (seen.change() == null) {
            unchanged++;
            return false;
        }
        change(new RecordChange(
                seen.change(),
                RecordIndex.kind(record),
                record.key(),
                seen.occurrence(),
                seen.change() == RecordChange.Kind.CHANGED ? index.was(seen.number()) : null,
                seen.sha256()));
        return true;
    }

    private void change(RecordChange change) throws IOException {
        changed[change.change().ordinal()]++;
        write(Objects.requireNonNull(changes), json.line(change));
    }

    /** What was there before and is no more; null when this is no delta. */
    private PackageDescription.@Nullable Delta delta() throws IOException {
        if (since == null) {
            return null;
        }
        since.unseen((record, line, occurrence) -> change(new RecordChange(
                RecordChange.Kind.WITHDRAWN,
                RecordIndex.kind(record),
                record.key(),
                occurrence,
                RecordIndex.digest(line),
                null)));
        return new PackageDescription.Delta(
                Objects.requireNonNull(base),
                changed[RecordChange.Kind.ADDED.ordinal()],
                changed[RecordChange.Kind.CHANGED.ordinal()],
                changed[RecordChange.Kind.WITHDRAWN.ordinal()],
                unchanged,
                new PackageDescription.RecordSet(recordCount + unchanged, sum.toString()));
    }

    private byte[] line(DisclosureRecord record) {
        RecordKind<?> kind = RecordKind.of(record);
        for (String each : record.other().keySet()) {
            if (each.equals("kind") || kind.field(each) != null) {
                throw new IllegalArgumentException(
                        "unknown property named like a known one: " + each + ", in record " + record.key());
            }
        }
        try {
            return json.line(record);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("JSON cannot hold record " + record.key() + ": " + e.getMessage(), e);
        }
    }

    private String copy(Attachment attachment, Path file) throws IOException {
        checkOpen();
        try {
            return attachments.copy(attachment, file);
        } catch (PackageException e) {
            throw e;
        } catch (IOException e) {
            throw failed(e);
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
        if (!FILE_NAME.matcher(name).matches() || Files.exists(folder.resolve(path))) {
            throw new IllegalArgumentException("no name for a new file of the package: " + name);
        }
        try (Writer out = new OutputStreamWriter(bag.open(path), StandardCharsets.UTF_8)) {
            text.write(out);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Takes a file over that {@link #addFile} gave another package; one of another form is left there. */
    public void takeOver(String path, InputStream in) throws IOException {
        checkOpen();
        if (FILE_NAME.matcher(path.substring("data/".length())).matches()) {
            try (OutputStream out = bag.open(path)) {
                in.transferTo(out);
            } catch (IOException e) {
                throw failed(e);
            }
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
                || OWN_NAMES.contains(name)
                || Files.exists(folder.resolve(name))
                || reports.putIfAbsent(name, report) != null) {
            throw new IllegalArgumentException("no name for a new report of the package: " + name);
        }
    }

    /**
     * Adds what became of one field of a source that belongs to no record, such as a caption or a remark of a table. The
     * fields of a record come with the record, in its {@link Dossier}.
     *
     * @param entry the entry, not null
     * @throws PackageException when it cannot be written
     */
    public void ledgerOfNoRecord(LedgerEntry entry) throws IOException {
        checkOpen();
        List<Digest128> owners = Withheld.owners(entry.location());
        if (!withheld.holds(owners)) {
            try {
                ledger.write(withoutNumbers(entry), owners);
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }

    /** The record itself shows the whole; the account goes through more hands. */
    private static LedgerEntry withoutNumbers(LedgerEntry entry) {
        String value = entry.value() == null ? null : PersonalData.maskedNumbers(entry.value());
        String result = entry.result() == null ? null : PersonalData.maskedNumbers(entry.result());
        return Objects.equals(value, entry.value()) && Objects.equals(result, entry.result())
                ? entry
                : new LedgerEntry(entry.location(), entry.fate(), value, entry.target(), result, entry.reasons());
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
            try {
                findings.write(finding, owners);
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }

    /**
     * Keeps the raw form of a source that could not become a record. In a text, identity numbers, mobile numbers and
     * bank cards are masked, since a package is handed over; the source stays as it is. A workbook or another file that
     * is no text is copied as it is. A source of which a record {@linkplain Dossier#origin comes} that is withheld,
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
        return reject(sourceName, () -> rejects.keep(sourceName, file));
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
        return reject(sourceName, () -> rejects.keep(sourceName, text));
    }

    private interface Keeping {
        String path() throws IOException;
    }

    private @Nullable String reject(String sourceName, Keeping keeping) throws IOException {
        checkOpen();
        if (withheld.holds(Withheld.sourceOwners(sourceName))) {
            return null;
        }
        try {
            return keeping.path();
        } catch (PackageException e) {
            throw e;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * A line of rejects.ndjson.
     *
     * @param path where the copy stands in the package
     * @param source the name of the source, or of the part of it, that is kept there
     * @param masked how many numbers of persons were masked in the copy, or null when there were none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reject(
            String path, String source, @Nullable Long masked) {}

    /**
     * Finishes a package of records that nobody judged: its {@code report.json} says nothing.
     *
     * @return what the package is
     * @throws IllegalStateException when a report was {@linkplain #addReport asked for}
     * @throws TargetExistsException when something came to stand at the target meanwhile
     * @throws PackageException when it cannot be written
     */
    public PackageReceipt finish() throws IOException {
        if (!reports.isEmpty()) {
            throw new IllegalStateException("no report to write " + reports.keySet() + " from");
        }
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
            Report shown = withheld.without(report);
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
        if (!reports.isEmpty()) {
            throw new IllegalStateException("no report to write " + reports.keySet() + " from");
        }
        return finish(() -> bag.write(REPORT, json.file(applied)));
    }

    private interface Reporting {
        void write() throws IOException;
    }

    private PackageReceipt finish(Reporting reporting) throws IOException {
        checkOpen();
        try {
            for (PublicFiles each : publicFiles) {
                each.addTo(this);
            }
            PackageDescription.Delta delta = delta();
            List<PackageDescription.Format> accounts = new ArrayList<>();
            for (FormatWriter each : formats) {
                accounts.add(each.finish());
            }
            for (OutputStream each : open) {
                each.close();
            }
            findings.close(line -> {});
            ledger.close(line -> {});
            rejects.close();
            PackageDescription description = new PackageDescription(
                    PackageDescription.FORMAT,
                    "gongkai " + options.toolVersion(),
                    created,
                    options.validationProfile(),
                    recordCount,
                    withheld.records(),
                    rejects.count(),
                    findings.lines(),
                    ledger.lines(),
                    attachments.count(),
                    accounts,
                    delta);
            reporting.write();
            bag.write(DESCRIPTION, json.file(description));
            String digest = bag.seal(info(description));
            Path finished = folder;
            if (BagZip.isZip(target)) {
                finished = folder.resolveSibling("zip");
                BagZip.write(folder, BagZip.base(target), finished);
            }
            checkFree(target, options.replace());
            workplace.deliver(finished);
            done = true;
            workplace.close();
            return new PackageReceipt(target, description, bag.payloadFiles(), bag.payloadBytes(), digest);
        } catch (PackageException e) {
            close();
            throw e;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Map<String, String> info(PackageDescription description) {
        Map<String, String> info = new LinkedHashMap<>();
        if (options.sourceOrganization() != null) {
            info.put("Source-Organization", options.sourceOrganization());
        }
        info.put(
                "External-Description",
                "政府文件库导入包，含 " + recordCount + " 条记录 / Package for a government document library, " + recordCount
                        + " records");
        info.put("Bagging-Date", created.toLocalDate().toString());
        info.put("Bag-Software-Agent", "gongkai " + options.toolVersion());
        PackageDescription.ValidationProfile profile = options.validationProfile();
        if (profile != null) {
            info.put("Validation-Profile", profile.name() + " " + profile.version());
            info.put("Validation-Profile-SHA-256", profile.sha256());
        }
        for (FormatProfile each : options.formats()) {
            info.put("Format-Profile-" + each.name(), each.version() + " " + each.sha256());
        }
        info.put("Record-Count", Long.toString(recordCount));
        info.put("Withheld-Count", Long.toString(description.withheld()));
        info.put("Reject-Count", Long.toString(description.rejects()));
        info.put("Finding-Count", Long.toString(description.findings()));
        return info;
    }

    /** When the package is not finished: removes what was written. Closing twice does nothing. */
    @Override
    public void close() throws IOException {
        if (done) {
            return;
        }
        done = true;
        bag.abandon();
        workplace.close();
    }

    private static void checkFree(Path target, boolean replace) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!replace) {
            throw new TargetExistsException(PackageException.Problem.TARGET_EXISTS, target, "");
        }
        if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && BagZip.isZip(target)) {
            try (PackageFiles files = PackageFiles.open(target)) {
                if (files.has("bagit.txt") && files.has(DESCRIPTION)) {
                    return;
                }
            }
        }
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(target.resolve("bagit.txt"), LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(target.resolve(DESCRIPTION), LinkOption.NOFOLLOW_LINKS)) {
            throw new TargetExistsException(PackageException.Problem.NOT_A_PACKAGE, target, "");
        }
        Set<String> listed = new HashSet<>(MANIFESTS);
        for (String each : MANIFESTS) {
            Path manifest = target.resolve(each);
            if (Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS)) {
                try (Stream<String> lines = Files.lines(manifest)) {
                    lines.map(line -> Bag.decode(line.replaceFirst("^\\S+\\s+", "")))
                            .forEach(listed::add);
                }
            }
        }
        try (Stream<Path> files = Files.walk(target)) {
            for (Path each : (Iterable<Path>) files::iterator) {
                String path = target.relativize(each).toString().replace('\\', '/');
                if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) && !listed.contains(path)) {
                    throw new TargetExistsException(PackageException.Problem.FOREIGN_FILES, target, path);
                }
            }
        }
    }

    private OutputStream file(String path) throws IOException {
        OutputStream stream = bag.open(path);
        open.add(stream);
        return stream;
    }

    private static void write(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    private PackageException failed(IOException cause) {
        PackageException failure = PackageException.of(PackageException.Problem.WRITE_FAILED, target, cause);
        try {
            close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private void checkOpen() {
        if (done) {
            throw new IllegalStateException("the package " + target + " is finished or closed");
        }
    }
}
