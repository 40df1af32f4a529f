package org.gongkai.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.PartialDate;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.Basis;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.ParcelBuilder;
import org.gongkai.core.organization.Agency;
import org.gongkai.export.check.PackageVerification;
import org.gongkai.export.engine.KindSources;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.format.ProfileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formats of other kinds than documents. */
class KindFormatsTest {

    private static final List<DisclosureRecord> RECORDS = List.of(
            AssistanceStandardBuilder.builder()
                    .place("海州市东岭区")
                    .item(AssistanceItem.SUBSISTENCE)
                    .residence(Residence.URBAN)
                    .amount(new BigDecimal("995"))
                    .unit(AmountUnit.YUAN_PERSON_MONTH)
                    .effectiveFrom(PartialDate.parse("2024-04"))
                    .basis(new Basis("关于提高标准的通知", DocumentNumber.parse("东民〔2024〕3号")))
                    .setBy(List.of(Agency.parse("东岭区民政局"), Agency.parse("东岭区财政局")))
                    .publishedOn(LocalDate.of(2024, 4, 9))
                    .build(),
            AssistanceStandardBuilder.builder()
                    .place("海州市东岭区")
                    .item(AssistanceItem.SUBSISTENCE)
                    .residence(Residence.RURAL)
                    .effectiveFrom(PartialDate.parse("2024"))
                    .note("=待定")
                    .build(),
            LandRequisitionProjectBuilder.builder()
                    .code("J2024-1")
                    .name("东岭一路<一期>")
                    .approvalNumber(DocumentNumber.parse("鲁政土字〔2024〕7号"))
                    .approvedOn(LocalDate.of(2024, 4, 15))
                    .totalArea(Area.parse("1.8565公顷"))
                    .parcels(List.of(
                            ParcelBuilder.builder()
                                    .number("1")
                                    .location("东村村北")
                                    .area(Area.parse("1.2公顷"))
                                    .build(),
                            ParcelBuilder.builder()
                                    .number("2")
                                    .area(Area.parse("0.6565公顷"))
                                    .build()))
                    .build(),
            Documents.poor());

    @TempDir
    private Path folder;

    private static FormatProfile example(String name) throws IOException {
        Path file = Path.of(System.getProperty("gongkai.checkout"), "examples", "formats", name + ".json");
        try (InputStream in = Files.newInputStream(file)) {
            return FormatProfile.read(in, name);
        }
    }

    private static FormatProfile profile(String json) throws IOException {
        return FormatProfile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "p.json");
    }

    private PackageDescription write(FormatProfile... profiles) throws IOException {
        try (LibraryPackage out =
                LibraryPackage.create(folder.resolve("p"), Documents.options().withFormats(List.of(profiles)))) {
            for (DisclosureRecord each : RECORDS) {
                out.add(each);
            }
            return PackageSchemas.finish(out).description();
        }
    }

    @ParameterizedTest
    @CsvSource({"standards-table, standards.csv, 2", "parcels-lines, parcels.ndjson, 1", "projects-xml, projects.xml, 1"
    })
    void anExampleOfAKindHoldsTheRecordsOfThatKindAlone(String name, String file, int records) throws Exception {
        PackageDescription.Format account = write(example(name)).formats().get(0);
        assertEquals(records, account.records());
        assertEquals(example(name).kind(), account.kind());
        String written = Files.readString(folder.resolve("p/data/tables/" + file));
        Path golden = Path.of(
                System.getProperty("gongkai.checkout"), "export/src/test/resources/org/gongkai/export/golden", file);
        if (Boolean.getBoolean("gongkai.writePages")) {
            Files.writeString(golden, written);
        }
        assertEquals(Files.readString(golden), written);
    }

    @Test
    void whatAFormatOfAKindCannotCarryIsCountedByTheFieldsOfThatKind() throws Exception {
        PackageDescription.Format account =
                write(example("standards-table")).formats().get(0);
        assertEquals(
                1,
                account.notCarried().stream()
                        .filter(each -> each.field().equals("basis.title"))
                        .findFirst()
                        .orElseThrow()
                        .records());
        assertEquals(
                List.of("标准"),
                account.missing().stream()
                        .map(PackageDescription.Counted::field)
                        .toList());
    }

    @Test
    void aPackageWithFormatsOfSeveralKindsIsVerified() throws Exception {
        write(
                example("standards-table"),
                example("parcels-lines"),
                example("projects-xml"),
                FormatProfile.shipped("library-table"));
        PackageVerification result = PackageVerification.of(
                folder.resolve("p"),
                List.of(example("standards-table"), example("parcels-lines"), example("projects-xml")));
        assertTrue(result.good(), String.valueOf(result));
    }

    @Test
    void everySourceOfEveryKindCanBeWritten() throws Exception {
        for (RecordKind<?> kind : RecordKind.all()) {
            assertFalse(KindSources.of(kind).sources().isEmpty());
            StringBuilder fields = new StringBuilder();
            int number = 0;
            for (String each : KindSources.of(kind).sources().keySet()) {
                fields.append(number == 0 ? "" : ",")
                        .append("{\"name\":\"f")
                        .append(number++)
                        .append("\",\"source\":\"")
                        .append(each)
                        .append("\"}");
            }
            FormatProfile whole = profile("{\"name\":\"whole\",\"version\":\"1\",\"kind\":\"" + kind.code()
                    + "\",\"engine\":\"json\",\"evidence\":\"derived\",\"file\":\"all-" + kind.code()
                    + ".ndjson\",\"fields\":[" + fields + "]}");
            assertEquals(kind, whole.recordKind());
        }
    }

    @Test
    void faultsOfAProfileAreThoseOfItsKind() {
        String start =
                "{\"name\":\"mine\",\"version\":\"1\",\"engine\":\"csv\",\"evidence\":\"derived\",\"file\":\"a.csv\",";
        ProfileException unknown = assertThrows(
                ProfileException.class,
                () -> profile(
                        start + "\"kind\":\"land-project\",\"fields\":[{\"name\":\"a\",\"source\":\"documentNumber\"},"
                                + "{\"name\":\"b\",\"source\":\"name\",\"pattern\":\"yyyy\"},"
                                + "{\"name\":\"c\",\"source\":\"name\",\"form\":\"html\",\"attachments\":true}]}"));
        assertEquals(
                List.of("/fields/0/source", "/fields/1/pattern", "/fields/2/attachments"),
                unknown.faults().stream().map(ProfileException.Fault::pointer).toList());
        assertTrue(unknown.getMessage().contains("approvalNumber"));
        ProfileException none = assertThrows(
                ProfileException.class,
                () -> profile(start + "\"kind\":\"picture\",\"fields\":[{\"name\":\"a\",\"source\":\"title\"}]}"));
        assertTrue(none.getMessage().contains("assistance-standard"));
    }
}
