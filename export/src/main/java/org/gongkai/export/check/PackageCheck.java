package org.gongkai.export.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.core.text.PlainWords;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.bag.Attachments;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.bag.BagInfo;
import org.gongkai.export.bag.JsonLines;
import org.gongkai.export.bag.PackageFiles;
import org.gongkai.export.bag.Sha256;
import org.gongkai.export.delta.PackageDifference;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.index.RecordIndex;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a package that may have been damaged or made by anybody: every file once, against the manifests and the
 * form that it should have; then what was counted, against what the package says.
 */
final class PackageCheck {

    static final String DESCRIPTION = "package.json";
    static final String REPORT = "report.json";

    private static final List<String> REQUIRED = List.of(
            "bagit.txt",
            BagInfo.NAME,
            Bag.MANIFEST,
            Bag.TAG_MANIFEST,
            DESCRIPTION,
            REPORT,
            RecordIndex.RECORDS,
            LineCheck.FINDINGS,
            LineCheck.LEDGER,
            LineCheck.REJECTS);

    private final PackageFiles files;
    private final List<FormatProfile> profiles;
    private final Differences differences = new Differences();
    private final LineCheck lines;
    private @Nullable PackageDescription description;
    private long attachments;
    private long rejects;
    private long bytes;

    PackageCheck(PackageFiles files, List<FormatProfile> known) {
        this.files = files;
        this.profiles = new ArrayList<>(known);
        profiles.addAll(FormatProfile.shipped());
        this.lines = new LineCheck(files, differences);
    }

    PackageVerification run() {
        names();
        contents();
        new TagCheck(files, differences).check(description);
        CountCheck counts = new CountCheck(files, profiles, lines, differences);
        if (description != null) {
            counts.check(description, attachments, rejects);
            root(description.recordsRoot());
        }
        return new PackageVerification(
                description, files.names().size(), bytes, differences.first(), differences.more(), counts.notChecked());
    }

    private void names() {
        for (String each : files.refused()) {
            differences.add(PackageDifference.What.UNSAFE, each, null, null, null);
        }
        for (String each : files.foreign()) {
            differences.add(PackageDifference.What.UNLISTED, each, null, null, null);
        }
        for (String each : REQUIRED) {
            if (!files.has(each)) {
                differences.missing(each);
            }
        }
    }

    private void contents() {
        Map<String, String> listed = new TreeMap<>();
        manifest(Bag.TAG_MANIFEST, false, listed);
        manifest(Bag.MANIFEST, true, listed);
        for (String each : files.sorted()) {
            String digest = listed.remove(each);
            if (digest == null && !each.equals(Bag.TAG_MANIFEST)) {
                differences.add(PackageDifference.What.UNLISTED, each, null, null, null);
            }
            read(each, digest);
        }
        listed.keySet().forEach(differences::missing);
        if (files.has("fetch.txt")) {
            // RFC 8493 section 2.2.3: what stands elsewhere is part of the bag, and nothing is fetched.
            differences.add(PackageDifference.What.FORM, "fetch.txt", null, null, null);
        }
    }

    private void manifest(String name, boolean payload, Map<String, String> listed) {
        if (!files.has(name)) {
            return;
        }
        try (JsonLines text = new JsonLines(files.open(name))) {
            for (byte[] each = text.next(); each != null; each = text.next()) {
                Bag.Listed line = Bag.Listed.read(each);
                if (line == null || line.path().startsWith("data/") != payload) {
                    unfit(name, text.number(), each);
                } else if (!PackageFiles.safe(line.path())) {
                    differences.add(PackageDifference.What.UNSAFE, name, text.number(), null, line.path());
                } else if (listed.putIfAbsent(line.path(), line.digest()) != null) {
                    unfit(name, text.number(), each);
                }
            }
        } catch (IOException e) {
            differences.add(PackageDifference.What.UNREADABLE, name, null, null, PlainWords.reason(e));
        }
    }

    private void unfit(String manifest, long number, byte[] line) {
        differences.add(PackageDifference.What.MANIFEST, manifest, number, null, Differences.text(line));
    }

    private void read(String name, @Nullable String digest) {
        MessageDigest sha256 = Sha256.create();
        try (DigestInputStream in = new DigestInputStream(files.open(name), sha256)) {
            if (name.equals(DESCRIPTION)) {
                description(in);
            } else {
                lines.read(name, in);
            }
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | UncheckedIOException e) {
            differences.add(PackageDifference.What.UNREADABLE, name, null, null, PlainWords.reason(e));
            return;
        }
        bytes += files.size(name);
        String found = HexFormat.of().formatHex(sha256.digest());
        if (digest != null && !digest.equals(found)) {
            differences.add(PackageDifference.What.DIGEST, name, null, digest, found);
        }
        rejects += name.startsWith("rejects/") ? 1 : 0;
        if (name.startsWith(Attachments.FOLDER)) {
            attachments++;
            attachment(name, found);
        }
    }

    /** The folder of an attached file is named after its digest. */
    private void attachment(String name, String found) {
        String folder = name.substring(Attachments.FOLDER.length()).replaceFirst("/.*", "");
        if (!found.startsWith(folder) || folder.length() != Attachments.DIGITS) {
            differences.add(PackageDifference.What.DIGEST, name, null, folder, found);
        }
    }

    private void description(InputStream in) throws IOException {
        byte[] text = in.readNBytes(JsonLines.LONGEST);
        try {
            description = CanonicalJson.mapper().readValue(text, PackageDescription.class);
            if (description == null) {
                form("{…}", Differences.text(text));
            } else if (!description.packageFormat().equals(PackageDescription.FORMAT)) {
                form(PackageDescription.FORMAT, description.packageFormat());
            }
        } catch (JsonProcessingException e) {
            form(null, PlainWords.json(e.getOriginalMessage()));
        }
    }

    /** A package of an earlier version says nothing of it. */
    private void root(@Nullable String said) {
        String found = lines.recordsRoot();
        if (said != null && !said.equals(found)) {
            differences.add(PackageDifference.What.DIGEST, RecordIndex.RECORDS, null, said, found);
        }
    }

    private void form(@Nullable String expected, String found) {
        differences.add(PackageDifference.What.FORM, DESCRIPTION, null, expected, found);
    }
}
