package org.example.plain;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.inventory.InventoryReader;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.Report;

/** The first lines of README: a folder of old documents, and records as a package. */
public final class FirstLines {

    private FirstLines() {}

    static Report convert(String folder) {
        Report report = Conversion.of(Profile.named("shandong-library"), Clock.systemDefaultZone())
                .onFinding(each -> System.out.println(each.finding().text(Locale.getDefault())))
                .run(List.of(Path.of(folder)));
        System.out.println(report.summary().completeness().percent() + " %");
        return report;
    }

    static void pack(List<OfficialDocument> documents, Path target) {
        Conversion.of(Profile.named("shandong-library"), Clock.systemDefaultZone())
                .into(target)
                .onPackage(each -> System.out.println(each.path() + ": " + each.description().records() + " records"))
                .run(documents.stream());
    }

    static Report coverage(Path legacy, Path register) throws Exception {
        return Conversion.of(Profile.named("shandong-library"), Clock.systemDefaultZone())
                .reading(LegacyReader.standard())
                .against(InventoryReader.of(register))
                .run(List.of(legacy));
    }
}
