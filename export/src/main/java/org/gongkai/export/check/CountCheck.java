package org.gongkai.export.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.text.PlainWords;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.bag.Attachments;
import org.gongkai.export.bag.PackageFiles;
import org.gongkai.export.delta.PackageDifference;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.index.RecordIndex;

/** Holds the counts of package.json against what the package holds. */
final class CountCheck {

    private final PackageFiles files;
    private final List<FormatProfile> profiles;
    private final LineCheck lines;
    private final Differences differences;
    private final List<String> notChecked = new ArrayList<>();

    /** Takes the lines when they were read, and the profiles that are known. */
    CountCheck(PackageFiles files, List<FormatProfile> profiles, LineCheck lines, Differences differences) {
        this.files = files;
        this.profiles = profiles;
        this.lines = lines;
        this.differences = differences;
    }

    /** The formats whose profile is not known, so that nobody counted what is in them. */
    List<String> notChecked() {
        return notChecked;
    }

    /** Counts the files of attachments and rejects, and what the lines and the formats hold. */
    void check(PackageDescription said, long attachments, long rejects) {
        differences.count(RecordIndex.RECORDS, said.records(), lines.count(RecordIndex.RECORDS));
        differences.count(LineCheck.FINDINGS, said.findings(), lines.count(LineCheck.FINDINGS));
        differences.count(LineCheck.LEDGER, said.ledgerEntries(), lines.fields());
        differences.count(LineCheck.REJECTS, said.rejects(), lines.count(LineCheck.REJECTS));
        differences.count("rejects/", said.rejects(), rejects);
        differences.count(Attachments.FOLDER, said.attachments(), attachments);
        PackageDescription.Delta delta = said.delta();
        if (delta != null) {
            differences.count(
                    RecordIndex.CHANGES,
                    delta.added() + delta.changed() + delta.withdrawn(),
                    lines.count(RecordIndex.CHANGES));
            differences.count(RecordIndex.RECORDS, delta.added() + delta.changed(), lines.count(RecordIndex.RECORDS));
            differences.count(
                    PackageCheck.DESCRIPTION + " delta",
                    said.records() + delta.unchanged(),
                    delta.result().records());
        }
        for (PackageDescription.Format each : said.formats()) {
            format(each);
        }
        if (files.has(PackageCheck.REPORT)) {
            new ReportCheck(said, lines, differences).check(files);
        }
    }

    private void format(PackageDescription.Format format) {
        differences.count(
                String.join(", ", format.files()),
                lines.records(format.kind() == null ? FormatProfile.DOCUMENTS : format.kind()),
                format.records());
        for (String each : format.files()) {
            if (!files.has(each)) {
                differences.missing(each);
                return;
            }
        }
        profiles.stream()
                .filter(each -> each.sha256().equals(format.sha256()))
                .findFirst()
                .ifPresentOrElse(profile -> format(format, profile), () -> notChecked.add(format.name()));
    }

    private void format(PackageDescription.Format format, FormatProfile profile) {
        long found = 0;
        for (String each : format.files()) {
            try (InputStream in = files.open(each)) {
                found += FormatCount.of(in, profile);
            } catch (IOException e) {
                differences.add(PackageDifference.What.FORM, each, null, null, PlainWords.reason(e));
                return;
            }
        }
        differences.count(String.join(", ", format.files()), format.records(), found);
    }
}
