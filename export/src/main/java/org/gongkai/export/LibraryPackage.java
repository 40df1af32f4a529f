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
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.privacy.PersonalDataScan;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.export.bag.Attachments;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.bag.BagZip;
import org.gongkai.export.bag.MaskedText;
import org.gongkai.export.bag.PackageFiles;
import org.gongkai.export.bag.RejectNames;
import org.gongkai.export.bag.Workplace;
import org.gongkai.export.delta.RecordChange;
import org.gongkai.export.engine.FormatWriter;
import org.gongkai.export.engine.RecordView;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.index.RecordIndex;
import org.gongkai.export.index.RecordSum;
import org.jspecify.annotations.Nullable;

/**
 * Writes one package for the provincial document library; it appears at its place whole or not at all. Not
 * thread-safe.
 *
 * <pre>{@code
 * try (LibraryPackage out = LibraryPackage.create(Path.of("package"), PackageOptions.of(Clock.systemUTC(), "1.0.0"))) {
 *     out.add(document);
 *     PackageReceipt receipt = out.finish(summary);
 * }
 * }</pre>
 *
 * <p>A package is a bag of BagIt 1.0 (RFC 8493). {@code data/records.ndjson} holds the canonical records, one a line,
 * and beside it stands one set of files for each {@link FormatProfile}. The findings, the ledger, the report, the
 * {@link PackageDescription} and the rejected sources travel as tag files. The package is written to a hidden folder
 * beside the target, {@code .NAME.part}, and moved into place by {@link #finish}; a run that dies leaves the target as
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
    private static final Set<String> MANIFESTS = Set.of("manifest-sha256.txt", "tagmanifest-sha256.txt");

    private final Path target;
    private final Workplace workplace;
    private final Path folder;
    private final PackageOptions options;
    private final OffsetDateTime created;
    private final Bag bag;
    private final Attachments attachments;
    private final CanonicalJson json = new CanonicalJson();
    private final RejectNames rejectNames = new RejectNames();
    private final List<FormatWriter> formats = new ArrayList<>();
    private final List<OutputStream> open = new ArrayList<>();
    private final OutputStream records;
    private final OutputStream findings;
    private final OutputStream ledger;
    private final OutputStream rejects;
    private final @Nullable RecordIndex since;
    private final PackageDescription.@Nullable RecordSet base;
    private final @Nullable OutputStream changes;
    private final RecordSum sum = new RecordSum();
    private final long[] changed = new long[RecordChange.Kind.values().length];
    private long unchanged;
    private long recordCount;
    private long withheldCount;
    private long findingCount;
    private long ledgerCount;
    private long rejectCount;
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
        this.findings = file("findings.ndjson");
        this.ledger = file("ledger.ndjson");
        this.rejects = file("rejects.ndjson");
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
     * Adds a record to every format.
     *
     * <p>Only what an agency publishes of its own motion (主动公开) may leave: a document whose openness is
     * 依申请公开 or 不予公开 is kept out and counted as withheld; its findings, ledger and source should then stay
     * out of the package as well, since they quote it. So it is with a plan or project of land requisition, and with a catalogue, consultation or evaluation, that holds
     * personal data. A document whose openness is absent or not on the list goes
     * in, and a finding says so.
     *
     * @param record the record, not null
     * @return true when it was added, false when it was withheld, or is as it was before and this is a delta
     * @throws PackageException when it cannot be written
     * @throws IllegalArgumentException when an unknown property of the record bears the name of a known one, or is
     *     nothing that JSON can hold; nothing of the record was written then
     */
    public boolean add(DisclosureRecord record) throws IOException {
        return add(record, () -> {});
    }

    /** Copies what a record attaches. */
    @FunctionalInterface
    public interface Attaching {

        /**
         * Calls {@link LibraryPackage#attach} for each file.
         *
         * @throws IOException when the package cannot go on
         */
        void attach() throws IOException;
    }

    /**
     * Adds a record as {@link #add(DisclosureRecord)} does, and before it the files that it attaches, so that the
     * formats can name the copies.
     *
     * @param record the record, not null
     * @param files called once when the record goes in, and not when it stays out
     * @return see {@link #add(DisclosureRecord)}
     * @throws PackageException when it cannot be written
     * @throws IOException what {@code files} throws
     */
    public boolean add(DisclosureRecord record, Attaching files) throws IOException {
        checkOpen();
        if (withholds(record)) {
            withheldCount++;
            return false;
        }
        byte[] line = line(record);
        try {
            if (since != null && !changes(since, record, line)) {
                return false;
            }
        } catch (IOException e) {
            throw failed(e);
        }
        files.attach();
        try {
            write(records, line);
            OfficialDocument document = RecordKind.of(OfficialDocument.class).as(record);
            if (document != null) {
                RecordView view = new RecordView(document, attachments::path);
                for (FormatWriter each : formats) {
                    each.add(view);
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        recordCount++;
        return true;
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

    /**
     * Copies an attached file into the package, so that it travels with its document. Attach the files of a document
     * before {@link #add adding} it, so that its formats can lead to them, and never those of a document that
     * {@link #withholds is withheld}. It is the caller's business that the file may be read; the
     * {@code LegacyReader} of ingest hands over only such as lie in the folder that was asked for.
     *
     * @param attachment the attachment, with its digest
     * @param file the file to copy
     * @return where it stands: {@code data/attachments/}, the first sixteen digits of the digest, and the attachment's
     *     name in a form that every system can hold. A file attached twice is copied once
     * @throws PackageException with {@link PackageException.Problem#SOURCE_UNREADABLE} when the file cannot be read, and
     *     with {@link PackageException.Problem#SOURCE_CHANGED} when it has another digest; the package goes on without
     *     it. Otherwise the package cannot be written
     * @throws IllegalArgumentException when the attachment has no digest
     */
    public String attach(Attachment attachment, Path file) throws IOException {
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

    /** The bytes of a file. */
    @FunctionalInterface
    public interface ReportFile {

        /**
         * Writes the bytes.
         *
         * @param out where to write; not to be closed
         * @throws IOException when it cannot be written
         */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Adds a report beside {@code report.json}, such as {@code report.html}.
     *
     * @param name the file's name: lower-case letters, digits, dots and hyphens
     * @param report the report
     * @throws PackageException when it cannot be written
     * @throws IllegalArgumentException when the name has another form or is taken
     */
    public void addReport(String name, ReportFile report) throws IOException {
        checkOpen();
        if (!FILE_NAME.matcher(name).matches() || name.contains("/") || Files.exists(folder.resolve(name))) {
            throw new IllegalArgumentException("no name for a new report of the package: " + name);
        }
        try (OutputStream out = bag.open(name)) {
            report.write(out);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Adds what became of one field of a source.
     *
     * @param entry the entry, not null
     * @throws PackageException when it cannot be written
     */
    public void ledger(LedgerEntry entry) throws IOException {
        checkOpen();
        append(ledger, withoutNumbers(entry));
        ledgerCount++;
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
     * Adds a finding.
     *
     * @param finding the finding, not null
     * @throws PackageException when it cannot be written
     */
    public void finding(Object finding) throws IOException {
        checkOpen();
        append(findings, finding);
        findingCount++;
    }

    /**
     * Keeps the raw form of a source that could not become a record. In a text, identity numbers, mobile numbers and
     * bank cards are masked, since a package is handed over; the source stays as it is. A workbook or another file that
     * is no text is copied as it is.
     *
     * @param sourceName the source's name; {@code rejects.ndjson} ties it to the name of the copy
     * @param file the file to copy
     * @return the copy's path in the package: {@code rejects/} and a name that every system can hold
     * @throws PackageException with {@link PackageException.Problem#SOURCE_UNREADABLE} when the file cannot be read;
     *     the package goes on without it. Otherwise the package cannot be written
     */
    public String reject(String sourceName, Path file) throws IOException {
        checkOpen();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            int first = in.read(buffer);
            return reject(sourceName, out -> {
                MaskedText masked = new MaskedText(out);
                for (int n = first; n >= 0; n = read(in, buffer, file)) {
                    masked.write(buffer, n);
                }
                return masked.end();
            });
        } catch (PackageException e) {
            throw e;
        } catch (IOException e) {
            throw PackageException.of(PackageException.Problem.SOURCE_UNREADABLE, file, e);
        }
    }

    /** Tells a source that cannot be read from a package that cannot be written. */
    private static int read(InputStream in, byte[] buffer, Path file) throws PackageException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw PackageException.of(PackageException.Problem.SOURCE_UNREADABLE, file, e);
        }
    }

    /**
     * Keeps the raw form of a part of a source, such as a row, that could not become a record.
     *
     * @param sourceName the name of the source and the place in it, such as {@code list.csv-12.txt}
     * @param text the raw form; numbers of persons in it are masked
     * @return the copy's path in the package
     * @throws PackageException when it cannot be written
     */
    public String reject(String sourceName, String text) throws IOException {
        checkOpen();
        return reject(sourceName, out -> {
            List<PersonalData.Match> numbers = PersonalData.findNumbers(text);
            out.write(PersonalData.masked(text, numbers).getBytes(StandardCharsets.UTF_8));
            return numbers.size();
        });
    }

    private interface Content {
        /** Writes it and answers how many numbers it masked. */
        long write(OutputStream out) throws IOException;
    }

    private String reject(String sourceName, Content content) throws PackageException {
        String path = "rejects/" + rejectNames.next(sourceName);
        try {
            long masked;
            try (OutputStream out = bag.open(path)) {
                masked = content.write(out);
            } catch (PackageException unreadable) {
                bag.remove(path);
                throw unreadable;
            }
            write(rejects, json.line(new Reject(path, sourceName, masked == 0 ? null : masked)));
        } catch (PackageException e) {
            throw e;
        } catch (IOException e) {
            throw failed(e);
        }
        rejectCount++;
        return path;
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
     * Writes the manifests and moves the package into place. A package that it replaces is deleted afterwards.
     *
     * @param summary the report of the run, written as {@code report.json}
     * @return what the package is
     * @throws TargetExistsException when something came to stand at the target meanwhile
     * @throws PackageException when it cannot be written
     */
    public PackageReceipt finish(Object summary) throws IOException {
        checkOpen();
        try {
            PackageDescription.Delta delta = delta();
            List<PackageDescription.Format> accounts = new ArrayList<>();
            for (FormatWriter each : formats) {
                accounts.add(each.finish());
            }
            for (OutputStream each : open) {
                each.close();
            }
            PackageDescription description = new PackageDescription(
                    PackageDescription.FORMAT,
                    "gongkai " + options.toolVersion(),
                    created,
                    options.validationProfile(),
                    recordCount,
                    withheldCount,
                    rejectCount,
                    findingCount,
                    ledgerCount,
                    attachments.count(),
                    accounts,
                    delta);
            bag.write("report.json", json.file(summary));
            bag.write(DESCRIPTION, json.file(description));
            String digest = bag.seal(info());
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

    private Map<String, String> info() {
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
        info.put("Withheld-Count", Long.toString(withheldCount));
        info.put("Reject-Count", Long.toString(rejectCount));
        info.put("Finding-Count", Long.toString(findingCount));
        return info;
    }

    /** Without {@link #finish} before it: removes what was written. Closing twice does nothing. */
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

    private void append(OutputStream out, Object value) throws IOException {
        try {
            write(out, json.line(value));
        } catch (IOException e) {
            throw failed(e);
        }
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
