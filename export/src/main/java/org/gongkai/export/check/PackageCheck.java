package org.gongkai.export.check;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.bag.Attachments;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.bag.JsonLines;
import org.gongkai.export.bag.PackageFiles;
import org.gongkai.export.bag.Sha256;
import org.gongkai.export.delta.PackageDifference;
import org.gongkai.export.delta.RecordChange;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.index.RecordIndex;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.report.ReportedFinding;
import org.jspecify.annotations.Nullable;

/** One reading of a package that may have been damaged or made by anybody. */
final class PackageCheck {

    private static final RecordKind<OfficialDocument> DOCUMENTS = RecordKind.of(OfficialDocument.class);

    private static final Pattern TAG = Pattern.compile("([^:]+):[ \\t]*(.*)");
    private static final int SHOWN = 120;
    private static final int LONGEST_TAG = 1 << 20;

    private static final String RECORDS = "data/records.ndjson";
    private static final String DESCRIPTION = "package.json";
    private static final String REPORT = "report.json";
    private static final String INFO = "bag-info.txt";
    private static final String FORMAT_PROFILE = "Format-Profile-";

    private final PackageFiles files;
    private final JsonMapper mapper = CanonicalJson.mapper();
    private final CanonicalJson json = new CanonicalJson();
    private final List<PackageDifference> differences = new ArrayList<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();
    private final Map<String, Long> findingsByRule = new TreeMap<>();
    private final Map<String, Long> findingsBySeverity = new TreeMap<>();
    private final List<String> notChecked = new ArrayList<>();
    private final Set<String> missing = new HashSet<>();
    private final List<FormatProfile> profiles = new ArrayList<>();
    private @Nullable PackageDescription description;
    private long documents;
    private long attachments;
    private long rejects;
    private long bytes;
    private long more;

    PackageCheck(PackageFiles files, List<FormatProfile> known) {
        this.files = files;
        profiles.addAll(known);
        profiles.addAll(FormatProfile.shipped());
    }

    PackageVerification run() {
        for (String each : files.refused()) {
            differ(PackageDifference.What.UNSAFE, each, null, null, null);
        }
        for (String each : List.of(
                "bagit.txt",
                INFO,
                Bag.MANIFEST,
                Bag.TAG_MANIFEST,
                DESCRIPTION,
                REPORT,
                RECORDS,
                "findings.ndjson",
                "ledger.ndjson",
                "rejects.ndjson")) {
            if (!files.has(each)) {
                differ(PackageDifference.What.MISSING, each, null, null, null);
            }
        }
        Map<String, String> listed = new TreeMap<>();
        manifest(Bag.TAG_MANIFEST, false, listed);
        manifest(Bag.MANIFEST, true, listed);
        for (String each : files.sorted()) {
            String digest = listed.remove(each);
            if (digest == null && !each.equals(Bag.TAG_MANIFEST)) {
                differ(PackageDifference.What.UNLISTED, each, null, null, null);
            }
            read(each, digest);
        }
        listed.keySet().forEach(each -> differ(PackageDifference.What.MISSING, each, null, null, null));
        if (files.has("fetch.txt")) {
            // RFC 8493 section 2.2.3: what stands elsewhere is part of the bag, and nothing is fetched.
            differ(PackageDifference.What.FORM, "fetch.txt", null, null, null);
        }
        tags();
        counts();
        return new PackageVerification(description, files.names().size(), bytes, differences, more, notChecked);
    }

    private void manifest(String name, boolean payload, Map<String, String> listed) {
        if (!files.has(name)) {
            return;
        }
        try (JsonLines text = new JsonLines(files.open(name))) {
            for (byte[] each = text.next(); each != null; each = text.next()) {
                Bag.Listed line = Bag.Listed.read(each);
                if (line == null || line.path().startsWith("data/") != payload) {
                    differ(PackageDifference.What.MANIFEST, name, text.number(), null, text(each));
                } else if (!PackageFiles.safe(line.path())) {
                    differ(PackageDifference.What.UNSAFE, name, text.number(), null, line.path());
                } else if (listed.putIfAbsent(line.path(), line.digest()) != null) {
                    differ(PackageDifference.What.MANIFEST, name, text.number(), null, text(each));
                }
            }
        } catch (IOException e) {
            differ(PackageDifference.What.UNREADABLE, name, null, null, e.getMessage());
        }
    }

    private interface Line {
        void take(byte[] line, long number) throws IOException;
    }

    private void read(String name, @Nullable String digest) {
        MessageDigest sha256 = Sha256.create();
        try (DigestInputStream in = new DigestInputStream(files.open(name), sha256)) {
            switch (name) {
                case RECORDS -> lines(name, in, this::record);
                case "findings.ndjson" -> lines(name, in, this::finding);
                case "ledger.ndjson" -> lines(name, in, bound(name, LedgerEntry.class));
                case "rejects.ndjson" -> lines(name, in, this::reject);
                case RecordIndex.CHANGES -> lines(name, in, bound(name, RecordChange.class));
                case DESCRIPTION -> description(in);
                default -> {
                    // Its digest is all that is known of it.
                }
            }
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException | UncheckedIOException e) {
            differ(PackageDifference.What.UNREADABLE, name, null, null, e.getMessage());
            return;
        }
        bytes += files.size(name);
        String found = HexFormat.of().formatHex(sha256.digest());
        if (digest != null && !digest.equals(found)) {
            differ(PackageDifference.What.DIGEST, name, null, digest, found);
        }
        rejects += name.startsWith("rejects/") ? 1 : 0;
        if (name.startsWith(Attachments.FOLDER)) {
            attachments++;
            String folder = name.substring(Attachments.FOLDER.length()).replaceFirst("/.*", "");
            if (!found.startsWith(folder) || folder.length() != Attachments.DIGITS) {
                differ(PackageDifference.What.DIGEST, name, null, folder, found);
            }
        }
    }

    private void lines(String name, InputStream in, Line check) throws IOException {
        // Closing is the business of whoever opened the stream.
        JsonLines text = new JsonLines(in);
        for (byte[] each = text.next(); each != null; each = text.next()) {
            lines.put(name, text.number());
            try {
                check.take(each, text.number());
            } catch (JsonProcessingException e) {
                differ(PackageDifference.What.FORM, name, text.number(), null, e.getOriginalMessage());
            }
        }
        if (text.cut()) {
            differ(PackageDifference.What.FORM, name, text.number(), "\n", null);
        }
    }

    private void record(byte[] line, long number) throws IOException {
        DisclosureRecord record = mapper.readValue(line, DisclosureRecord.class);
        if (record == null) {
            differ(PackageDifference.What.FORM, RECORDS, number, "{…}", text(line));
            return;
        }
        documents += RecordKind.of(record).equals(DOCUMENTS) ? 1 : 0;
        byte[] written = json.line(record);
        if (!Arrays.equals(line, written)) {
            int at = Math.max(0, Arrays.mismatch(line, written));
            differ(PackageDifference.What.FORM, RECORDS, number, from(written, at), from(line, at));
        }
        if (LibraryPackage.withholds(record)) {
            differ(
                    PackageDifference.What.FORM,
                    RECORDS,
                    number,
                    "主动公开",
                    record.openness() != null ? record.openness().text() : "personal data");
        }
    }

    private static String from(byte[] line, int at) {
        int start = at;
        // Not from the middle of a character.
        while (start > 0 && start < line.length && (line[start] & 0xC0) == 0x80) {
            start--;
        }
        int length = Math.max(0, Math.min(40, line.length - start));
        return "…" + new String(line, start, length, StandardCharsets.UTF_8);
    }

    private void finding(byte[] line, long number) throws IOException {
        JsonNode finding = mapper.readTree(line);
        if (finding instanceof ObjectNode object && !Arrays.equals(line, json.line(reported(object.deepCopy())))) {
            differ(PackageDifference.What.FORM, "findings.ndjson", number, null, text(line));
        }
        String rule = finding.path("rule").asText();
        String severity = finding.path("severity").asText();
        if (rule.isEmpty() || severity.isEmpty()) {
            differ(PackageDifference.What.FORM, "findings.ndjson", number, "rule, severity", text(line));
        }
        // Somebody's file may have as many rules as lines.
        if (findingsByRule.size() < 10_000 || findingsByRule.containsKey(rule)) {
            findingsByRule.merge(rule, 1L, Long::sum);
        }
        if (findingsBySeverity.size() < 100 || findingsBySeverity.containsKey(severity)) {
            findingsBySeverity.merge(severity, 1L, Long::sum);
        }
    }

    /** The finding with what the report adds to it. */
    private ReportedFinding reported(ObjectNode line) throws JsonProcessingException {
        JsonNode agency = line.remove("agency");
        JsonNode year = line.remove("year");
        JsonNode title = line.remove("title");
        JsonNode held = line.remove("heldBack");
        return new ReportedFinding(
                mapper.treeToValue(line, Finding.class),
                agency == null ? null : mapper.treeToValue(agency, String.class),
                year == null ? null : mapper.treeToValue(year, Integer.class),
                title == null ? null : mapper.treeToValue(title, String.class),
                held == null ? null : mapper.treeToValue(held, ReportedFinding.Hold.class));
    }

    private Line bound(String name, Class<?> type) {
        return (line, number) -> {
            Object value = mapper.readValue(line, type);
            if (!Arrays.equals(line, json.line(value))) {
                differ(PackageDifference.What.FORM, name, number, null, text(line));
            }
        };
    }

    private void reject(byte[] line, long number) throws IOException {
        LibraryPackage.Reject reject = mapper.readValue(line, LibraryPackage.Reject.class);
        if (!Arrays.equals(line, json.line(reject))) {
            differ(PackageDifference.What.FORM, "rejects.ndjson", number, null, text(line));
        }
        String path = reject == null || reject.path() == null ? "" : reject.path();
        if (!path.startsWith("rejects/") || !files.has(path)) {
            differ(PackageDifference.What.MISSING, path, null, null, null);
        }
    }

    private static String text(byte[] line) {
        return new String(line, 0, Math.min(line.length, SHOWN), StandardCharsets.UTF_8);
    }

    private void description(InputStream in) throws IOException {
        byte[] text = in.readNBytes(JsonLines.LONGEST);
        try {
            description = mapper.readValue(text, PackageDescription.class);
            if (description == null) {
                differ(PackageDifference.What.FORM, DESCRIPTION, null, "{…}", text(text));
            } else if (!description.packageFormat().equals(PackageDescription.FORMAT)) {
                differ(
                        PackageDifference.What.FORM,
                        DESCRIPTION,
                        null,
                        PackageDescription.FORMAT,
                        description.packageFormat());
            }
        } catch (JsonProcessingException e) {
            differ(PackageDifference.What.FORM, DESCRIPTION, null, null, e.getOriginalMessage());
        }
    }

    private void tags() {
        Map<String, String> bagit = tags("bagit.txt");
        tag("bagit.txt", bagit, "BagIt-Version", "1.0");
        tag("bagit.txt", bagit, "Tag-File-Character-Encoding", "UTF-8");
        Map<String, String> info = tags(INFO);
        long payload = 0;
        long size = 0;
        for (String each : files.sorted()) {
            if (each.startsWith("data/")) {
                payload++;
                size += files.size(each);
            }
        }
        tag(INFO, info, "Payload-Oxum", size + "." + payload);
        if (description != null) {
            tag(INFO, info, "Bagging-Date", description.created().toLocalDate().toString());
            tag(INFO, info, "Bag-Software-Agent", description.tool());
            tag(INFO, info, "Record-Count", Long.toString(description.records()));
            tag(INFO, info, "Withheld-Count", Long.toString(description.withheld()));
            tag(INFO, info, "Reject-Count", Long.toString(description.rejects()));
            tag(INFO, info, "Finding-Count", Long.toString(description.findings()));
            PackageDescription.ValidationProfile profile = description.validationProfile();
            if (profile != null) {
                tag(INFO, info, "Validation-Profile", profile.name() + " " + profile.version());
                tag(INFO, info, "Validation-Profile-SHA-256", profile.sha256());
            }
            for (PackageDescription.Format each : description.formats()) {
                String label = FORMAT_PROFILE + each.name();
                tag(INFO, info, label, each.version() + " " + each.sha256());
                info.remove(label);
            }
            info.forEach((label, value) -> {
                if (label.startsWith(FORMAT_PROFILE)) {
                    differ(PackageDifference.What.TAG, INFO, null, null, label + ": " + value);
                }
            });
        }
    }

    private Map<String, String> tags(String name) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (!files.has(name)) {
            return tags;
        }
        try (InputStream in = files.open(name)) {
            String label = "";
            for (String each : new String(in.readNBytes(LONGEST_TAG), StandardCharsets.UTF_8).split("\\R")) {
                Matcher matcher = TAG.matcher(each);
                if (each.startsWith(" ") || each.startsWith("\t")) {
                    tags.merge(label, " " + each.strip(), String::concat);
                } else if (matcher.matches()) {
                    label = matcher.group(1);
                    // Of two values neither is the one that is meant.
                    tags.merge(label, matcher.group(2), (first, second) -> first + "; " + second);
                }
            }
        } catch (IOException e) {
            differ(PackageDifference.What.UNREADABLE, name, null, null, e.getMessage());
        }
        return tags;
    }

    private void tag(String file, Map<String, String> tags, String label, String expected) {
        if (files.has(file) && !expected.equals(tags.get(label))) {
            differ(
                    PackageDifference.What.TAG,
                    file,
                    null,
                    label + ": " + expected,
                    tags.containsKey(label) ? label + ": " + tags.get(label) : null);
        }
    }

    private void counts() {
        PackageDescription said = description;
        if (said == null) {
            return;
        }
        count(RECORDS, said.records(), lines.getOrDefault(RECORDS, 0L));
        count("findings.ndjson", said.findings(), lines.getOrDefault("findings.ndjson", 0L));
        count("ledger.ndjson", said.ledgerEntries(), lines.getOrDefault("ledger.ndjson", 0L));
        count("rejects.ndjson", said.rejects(), lines.getOrDefault("rejects.ndjson", 0L));
        count("rejects/", said.rejects(), rejects);
        count(Attachments.FOLDER, said.attachments(), attachments);
        PackageDescription.Delta delta = said.delta();
        if (delta != null) {
            count(
                    RecordIndex.CHANGES,
                    delta.added() + delta.changed() + delta.withdrawn(),
                    lines.getOrDefault(RecordIndex.CHANGES, 0L));
            count(RECORDS, delta.added() + delta.changed(), lines.getOrDefault(RECORDS, 0L));
            count(
                    DESCRIPTION + " delta",
                    said.records() + delta.unchanged(),
                    delta.result().records());
        }
        for (PackageDescription.Format each : said.formats()) {
            format(each);
        }
        if (files.has(REPORT)) {
            report(said);
        }
    }

    private void format(PackageDescription.Format format) {
        count(String.join(", ", format.files()), documents, format.records());
        for (String each : format.files()) {
            if (!files.has(each)) {
                differ(PackageDifference.What.MISSING, each, null, null, null);
                return;
            }
        }
        FormatProfile profile = profiles.stream()
                .filter(each -> each.sha256().equals(format.sha256()))
                .findFirst()
                .orElse(null);
        if (profile == null) {
            notChecked.add(format.name());
            return;
        }
        long found = 0;
        for (String each : format.files()) {
            try (InputStream in = files.open(each)) {
                found += switch (profile.engine()) {
                    case XML ->
                        elements(
                                in,
                                2,
                                Objects.requireNonNull(profile.envelope()).record());
                    case CSV -> rows(in, profile);
                    case JSON -> objects(in);
                    case XLSX -> sheetRows(in) - 1;
                    case HTML -> 1;
                };
            } catch (IOException | XMLStreamException | CsvParseException | UncheckedIOException e) {
                differ(PackageDifference.What.FORM, each, null, null, e.getMessage());
                return;
            }
        }
        count(String.join(", ", format.files()), format.records(), found);
    }

    private static long elements(InputStream in, int at, String name) throws XMLStreamException {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        long count = 0;
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                count += depth == at && xml.getLocalName().equals(name) ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return count;
    }

    /** Objects one a line, or those in an array; each with values that are no objects. */
    private long objects(InputStream in) throws IOException {
        long count = 0;
        try (JsonParser parser = mapper.getFactory().createParser(in)) {
            boolean within = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (within && token == JsonToken.END_OBJECT) {
                    count++;
                }
                within = token == JsonToken.START_OBJECT || within && !token.isStructEnd() && !token.isStructStart();
            }
        }
        return count;
    }

    /** The rows of the first sheet, its header among them. */
    private static long sheetRows(InputStream in) throws IOException, XMLStreamException {
        ZipInputStream parts = new ZipInputStream(in);
        for (ZipEntry each = parts.getNextEntry(); each != null; each = parts.getNextEntry()) {
            if (each.getName().equals("xl/worksheets/sheet1.xml")) {
                return elements(parts, 3, "row");
            }
        }
        throw new IOException("no sheet");
    }

    /** The rows under the header, which must bear the profile's names. */
    private static long rows(InputStream in, FormatProfile profile) throws IOException {
        String delimiter = profile.csv() == null ? "," : profile.csv().delimiter();
        CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(Objects.requireNonNull(delimiter))
                .ofCsvRecord(new InputStreamReader(in, Charset.forName(profile.encoding())));
        long count = -1;
        for (CsvRecord each : rows) {
            if (++count == 0) {
                List<String> header = new ArrayList<>(each.getFields());
                header.set(0, header.get(0).replaceFirst("^\uFEFF", ""));
                if (!header.equals(
                        profile.fields().stream().map(FormatProfile.Field::name).toList())) {
                    throw new IOException(String.join(",", header));
                }
            }
        }
        return count;
    }

    /** Whoever fills a package chooses the report; of this library's own the figures must fit. */
    private void report(PackageDescription said) {
        JsonNode report;
        try (InputStream in = files.open(REPORT)) {
            report = mapper.readTree(in.readNBytes(JsonLines.LONGEST));
        } catch (IOException e) {
            differ(PackageDifference.What.FORM, REPORT, null, null, e.getMessage());
            return;
        }
        // What was withheld, or is as it was, is judged and counted, and no finding or ledger of it is in the package.
        boolean all = said.withheld() == 0 && said.delta() == null;
        long unchanged = said.delta() == null ? 0 : said.delta().unchanged();
        if (report.path("withheld").isIntegralNumber()) {
            count(REPORT + " withheld", said.withheld(), report.get("withheld").asLong());
        }
        if (report.path("records").isIntegralNumber()
                && report.path("duplicates").isIntegralNumber()) {
            count(
                    REPORT + " records",
                    said.records()
                            + unchanged
                            + said.withheld()
                            + report.get("duplicates").asLong(),
                    report.get("records").asLong());
        }
        // Known findings are held back from the report's figures.
        boolean known = report.path("baseline").isObject();
        if (report.path("severities").isObject() && !known) {
            report.get("severities")
                    .properties()
                    .forEach(each -> atLeast(
                            REPORT + " severities " + each.getKey(),
                            findingsBySeverity.getOrDefault(each.getKey(), 0L),
                            each.getValue().asLong(),
                            all));
        }
        Map<String, Long> byRule = new TreeMap<>();
        for (JsonNode each : report.path("findings")) {
            byRule.merge(each.path("rule").asText(), each.path("count").asLong(), Long::sum);
        }
        if (report.path("findings").isArray() && !known) {
            findingsByRule.forEach(
                    (rule, count) -> atLeast(REPORT + " findings " + rule, count, byRule.getOrDefault(rule, 0L), all));
        }
        if (report.path("fields").isObject()) {
            long fields = 0;
            for (JsonNode each : report.get("fields")) {
                fields += each.asLong();
            }
            atLeast(REPORT + " fields", said.ledgerEntries(), fields, all);
        }
    }

    private void atLeast(String what, long least, long found, boolean exactly) {
        if (exactly ? found != least : found < least) {
            differ(PackageDifference.What.COUNT, what, null, (exactly ? "" : "≥ ") + least, Long.toString(found));
        }
    }

    private void count(String what, long expected, long found) {
        if (expected != found) {
            differ(PackageDifference.What.COUNT, what, null, Long.toString(expected), Long.toString(found));
        }
    }

    private void differ(
            PackageDifference.What what,
            String file,
            @Nullable Long line,
            @Nullable String expected,
            @Nullable String found) {
        if (what == PackageDifference.What.MISSING && !missing.add(file)) {
            return;
        }
        if (differences.size() < PackageVerification.MOST) {
            differences.add(new PackageDifference(what, cut(file), line, cut(expected), cut(found)));
        } else {
            more++;
        }
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= SHOWN ? text : text.substring(0, SHOWN) + '…';
    }
}
