package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.core.Repair;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.Body;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.table.TableKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the ledger calls mapped, repaired or defaulted is found in the record at that pointer. */
class LedgerTruthTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @TempDir
    Path folder;

    /** The entries that say too much: their value is nowhere in the record. */
    static List<String> untrue(Mapped mapped) {
        JsonNode record = JSON.valueToTree(mapped.record());
        List<String> untrue = new ArrayList<>();
        for (LedgerEntry each : mapped.ledger()) {
            if (claims(each) && record.at(each.target()).isMissingNode()) {
                untrue.add(each.location() + " " + each.fate() + " " + each.target() + ": " + each.value());
            }
        }
        return untrue;
    }

    /** A field without a value, or with a word for none, gives the record nothing. */
    private static boolean claims(LedgerEntry entry) {
        boolean given = entry.fate() == FieldFate.MAPPED
                || entry.fate() == FieldFate.REPAIRED
                || entry.fate() == FieldFate.DEFAULTED;
        String value = entry.fate() == FieldFate.DEFAULTED ? entry.result() : entry.value();
        return given
                && entry.target() != null
                && value != null
                && !value.isBlank()
                && !entry.reasons().contains(Repair.NULL_TOKEN.code());
    }

    static Stream<Component> components() {
        return Component.values().stream();
    }

    /** A component that the description has, and the mapper forgets, would be lost here. */
    @ParameterizedTest
    @MethodSource("components")
    void aValueForEachComponentOfADocumentIsInTheRecord(Component component) {
        String label = "第一栏";
        Mapped mapped = Taken.from(
                        LegacyReader.standard()
                                .withMapping(
                                        mapping("labels:\n  标题: title\n  " + label + ": " + component.path() + "\n")),
                        Taken.write(
                                folder,
                                "a.csv",
                                ("标题," + label + "\n关于做好课后服务工作的通知," + sample(component) + "\n")
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .only();
        LedgerEntry entry = mapped.ledger().stream()
                .filter(each -> label.equals(each.location().label()))
                .findFirst()
                .orElseThrow();
        assertFalse(JSON.valueToTree(mapped.record()).at(component.pointer()).isMissingNode(), entry.toString());
        assertEquals(List.of(), untrue(mapped));
    }

    private static Mapping mapping(String yaml) {
        try {
            return Mapping.parse("m.yaml", yaml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String sample(Component component) {
        Map<Class<?>, String> samples = Map.of(
                LocalDate.class, "2023-08-15",
                Body.class, "各中小学：现就做好课后服务工作通知如下。",
                Attachment.class, "名单.pdf");
        String text = component == Component.TITLE ? "关于做好课后服务工作的通知" : "东岚市教育局";
        return samples.getOrDefault(component.field().type(), text);
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files =
                Files.walk(Path.of(System.getProperty("gongkai.checkout"), "examples", "legacy-documents"))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theLedgersOfTheExampleDocumentsAreTrue(Path file) {
        for (Mapped each : Taken.from(LegacyReader.standard(), file).records) {
            assertEquals(List.of(), untrue(each), file.toString());
        }
    }

    static Stream<Path> layouts() throws Exception {
        Path layouts = Path.of(LedgerTruthTest.class.getResource("layouts").toURI());
        try (Stream<Path> files = Files.walk(layouts)) {
            return files.filter(each -> each.toString().matches(".*\\.html?")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void theLedgersOfThePagesOfManySitesAreTrue(Path file) {
        for (Mapped each : Taken.from(LegacyReader.standard(), file).records) {
            assertEquals(List.of(), untrue(each), file.toString());
        }
    }

    static Stream<Path> tables() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("gongkai.checkout"), "examples"))) {
            return files
                    .filter(each -> each.getParent().endsWith("tables"))
                    .filter(each -> !each.getParent().getParent().endsWith("legacy-documents"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theLedgersOfTheTablesOfEveryKindAreTrue(Path file) {
        String example = file.getParent().getParent().getFileName().toString();
        TableKind kind = example.equals("land")
                ? TableKind.LAND
                : example.equals("decisions") ? TableKind.DECISION : TableKind.ASSISTANCE_STANDARD;
        LegacyReader reader = LegacyReader.standard()
                .withMapping(Mapping.none().withTables(new Mapping.Tables("**", kind, Map.of(), Map.of(), false)));
        List<Mapped> records = Taken.from(reader, file).records;
        assertFalse(records.isEmpty());
        for (Mapped each : records) {
            assertEquals(List.of(), untrue(each), file.toString());
        }
    }
}
