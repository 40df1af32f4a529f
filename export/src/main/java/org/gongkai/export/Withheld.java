package org.gongkai.export;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.index.Digest128;
import org.gongkai.core.index.DigestIndex;
import org.gongkai.core.source.Location;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.report.LabelCount;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.report.RunSummary;
import org.jspecify.annotations.Nullable;

/**
 * What must not get into a package: the records that are withheld, by their keys, places and sources. It keeps digests,
 * about a hundred bytes for each withheld record. Not thread-safe.
 */
final class Withheld {

    private final DigestIndex names = new DigestIndex();
    private final List<LineFile> files;
    private long records;

    /** Lines of these files are taken out again when their owner is withheld after them. */
    Withheld(List<LineFile> files) {
        this.files = List.copyOf(files);
    }

    void add(DisclosureRecord record, @Nullable Location origin) {
        records++;
        add(key(record.key()));
        if (origin != null) {
            add(place(origin.source(), origin.sheet(), origin.row()));
            add(source(origin.source()));
            if (origin.sheet() == null && origin.row() != null) {
                add(source(origin.source() + '-' + origin.row()));
            }
        }
    }

    private void add(Digest128 name) {
        if (names.add(name) < 0) {
            files.forEach(each -> each.withhold(name));
        }
    }

    long records() {
        return records;
    }

    /** Whether one of the owners is, or is a part of, what is withheld. */
    boolean holds(List<Digest128> owners) {
        return owners.stream().anyMatch(each -> names.find(each) >= 0);
    }

    /** Whose a finding is: that of the record that it names, or else of what stands where it was found. */
    static List<Digest128> owners(Finding finding) {
        return finding.record() != null ? List.of(key(finding.record())) : owners(finding.location());
    }

    /** What a place can be a part of: its row, its sheet, its source. */
    static List<Digest128> owners(@Nullable Location place) {
        if (place == null) {
            return List.of();
        }
        List<Digest128> owners = new ArrayList<>();
        owners.add(place(place.source(), null, null));
        if (place.sheet() != null) {
            owners.add(place(place.source(), place.sheet(), null));
        }
        if (place.row() != null) {
            owners.add(place(place.source(), place.sheet(), place.row()));
        }
        return owners;
    }

    /** Whose the raw form of a source is: that of every record that came of the source. */
    static List<Digest128> sourceOwners(String name) {
        return List.of(source(name));
    }

    static List<Digest128> owners(DisclosureRecord record) {
        return List.of(key(record.key()));
    }

    // No key, name of a source or name of a sheet can make another's text: each begins with its own word, and what
    // follows the name of a source has its length in front.

    private static Digest128 key(String key) {
        return Digest128.of("key " + key);
    }

    private static Digest128 place(String source, @Nullable String sheet, @Nullable Integer row) {
        return Digest128.of("place " + source.length() + ' ' + source + ' ' + row + ' ' + sheet);
    }

    private static Digest128 source(String name) {
        return Digest128.of("source " + name);
    }

    /** The report as it may go with the package: it counts what is withheld, and shows nothing of it. */
    Report without(Report report) {
        if (records == 0) {
            return report;
        }
        List<ReportedFinding> examples = report.examples().stream()
                .filter(each -> !holds(owners(each.finding())))
                .toList();
        // What looks like a label may be a part of the record's text.
        List<LabelCount> labels = report.labels().stream()
                .map(each ->
                        holds(owners(each.first())) ? new LabelCount(null, each.others(), null, each.fates()) : each)
                .toList();
        return new Report(
                report.reportFormat(),
                report.tool(),
                report.made(),
                counted(report.summary()),
                report.duplicates(),
                report.files(),
                report.fields(),
                labels,
                report.agencies(),
                report.years(),
                report.baseline(),
                report.maxFindings(),
                examples);
    }

    /** Whoever filled the package need not have told the report. */
    private RunSummary counted(RunSummary summary) {
        return new RunSummary(
                summary.profile(),
                summary.sources(),
                summary.records(),
                summary.rejected(),
                Math.max(records, summary.withheld()),
                summary.verdicts(),
                summary.severities(),
                summary.coverage(),
                summary.completeness(),
                summary.regularity(),
                summary.interpretation(),
                summary.elements(),
                summary.findings(),
                summary.notRun());
    }
}
