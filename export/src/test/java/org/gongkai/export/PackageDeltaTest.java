package org.gongkai.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.export.bag.JsonLines;
import org.gongkai.export.bag.PackageFiles;
import org.gongkai.export.bag.Workplace;
import org.gongkai.export.check.PackageVerification;
import org.gongkai.export.delta.PackageDelta;
import org.gongkai.export.format.FormatProfile;

class PackageDeltaTest {

    private Path folder;

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("delta");
    }

    @AfterTry
    void deleteFolder() throws IOException {
        Workplace.delete(folder);
    }

    /** Days on which records come, change and go, some with a key of their own and some with a shared one. */
    @Property(tries = 12)
    void theFirstPackageAndItsDeltasMakeTheFullPackage(@ForAll("days") List<List<OfficialDocument>> days)
            throws IOException {
        List<Path> chain = new ArrayList<>();
        for (List<OfficialDocument> day : days) {
            Path full = write("full" + chain.size(), day, List.of());
            Path next = write("delta" + chain.size(), day, chain);
            chain.add(next);
            Path whole = folder.resolve("whole" + chain.size() + ".zip");
            try (LibraryPackage out = LibraryPackage.create(whole, options(List.of()))) {
                PackageDelta.Applied applied = PackageDelta.apply(chain, out);
                assertEquals(day.size(), applied.records());
                PackageSchemas.finish(out, applied);
            }
            assertEquals(sorted(full), sorted(whole));
            assertEquals(
                    0,
                    PackageDelta.compare(full, write("again" + chain.size(), day, List.of()), (a, b, c) -> {}),
                    "the same records");
            for (Path each : List.of(full, next, whole)) {
                assertTrue(PackageVerification.of(each).good(), () -> each + " is a good package");
            }
        }
    }

    @Example
    void aDeltaHoldsWhatIsNewOrChangedAndNamesWhatIsWithdrawn() throws IOException {
        Path monday = write("monday", List.of(document(1, "甲"), document(2, "乙"), document(3, "丙")), List.of());
        Path tuesday = write("tuesday", List.of(document(1, "甲"), document(3, "改"), document(4, "丁")), List.of(monday));
        assertEquals(
                2, Files.readAllLines(tuesday.resolve("data/records.ndjson")).size());
        List<String> changes = Files.readAllLines(tuesday.resolve("changes.ndjson"));
        assertEquals(3, changes.size());
        assertTrue(changes.get(0).startsWith("{\"change\":\"changed\",\"kind\":\"document\",\"key\":"), changes.get(0));
        assertTrue(changes.get(1).startsWith("{\"change\":\"added\""), changes.get(1));
        assertTrue(changes.get(2).startsWith("{\"change\":\"withdrawn\""), changes.get(2));
        PackageDescription.Delta delta =
                PackageVerification.of(tuesday).description().delta();
        assertEquals(
                List.of(1L, 1L, 1L, 1L), List.of(delta.added(), delta.changed(), delta.withdrawn(), delta.unchanged()));
    }

    @Example
    void aDeltaOfThousandsOfRecordsIsWrittenAndApplied() throws IOException {
        List<OfficialDocument> monday = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            monday.add(Documents.numbered(i));
        }
        List<OfficialDocument> tuesday = new ArrayList<>(monday.subList(1, 4_000));
        for (int i = 4_000; i < 6_000; i++) {
            tuesday.add(Documents.numbered(i));
        }
        Path base = write("monday", monday, List.of());
        Path delta = write("tuesday", tuesday, List.of(base));
        PackageDescription.Delta said =
                PackageVerification.of(delta).description().delta();
        assertEquals(
                List.of(2_000L, 0L, 1L, 3_999L),
                List.of(said.added(), said.changed(), said.withdrawn(), said.unchanged()));
        Path whole = folder.resolve("whole");
        try (LibraryPackage out = LibraryPackage.create(whole, options(List.of()))) {
            PackageSchemas.finish(out, PackageDelta.apply(List.of(base, delta), out));
        }
        assertEquals(0, PackageDelta.compare(write("full", tuesday, List.of()), whole, (a, b, c) -> {}));
    }

    @Example
    void aChainThatDoesNotFitIsRefused() throws IOException {
        Path monday = write("monday", List.of(document(1, "甲")), List.of());
        Path tuesday = write("tuesday", List.of(document(1, "乙")), List.of(monday));
        Path other = write("other", List.of(document(1, "丙")), List.of());
        for (List<Path> each : List.of(List.of(other, tuesday), List.of(tuesday), List.of(monday, other))) {
            PackageException refused =
                    assertThrows(PackageException.class, () -> write("next", List.of(), each), each.toString());
            assertEquals(PackageException.Problem.WRONG_BASE, refused.problem());
        }
    }

    @Example
    void aComparisonNamesEachFieldThatDiffers() throws IOException {
        OfficialDocument was = document(1, "甲");
        OfficialDocument is = OfficialDocumentBuilder.builder(was)
                .title("关于乙事的通知")
                .keywords(List.of("一", "二"))
                .summary(null)
                .build();
        List<String> told = told(write("a", List.of(was), List.of()), write("b.zip", List.of(is), List.of()));
        assertEquals(
                List.of("CHANGED 关于乙事的通知", "/title 关于甲事的通知 > 关于乙事的通知", "/keywords/1 null > 二", "/summary 摘要 > null"),
                told);
    }

    @Example
    void whatIsPutTogetherHasThePublicFilesOfTheLastPackage() throws IOException {
        Path monday = write("monday", List.of(document(1, "甲")), List.of());
        Path tuesday = folder.resolve("tuesday.zip");
        try (LibraryPackage out = LibraryPackage.create(tuesday, options(List.of(monday)))) {
            out.add(document(1, "甲"));
            out.addFile("assistance/table.csv", text -> text.append("表"));
            PackageSchemas.finish(out);
        }
        Path whole = folder.resolve("whole");
        try (LibraryPackage out = LibraryPackage.create(whole, options(List.of()))) {
            PackageSchemas.finish(out, PackageDelta.apply(List.of(monday, tuesday), out));
        }
        assertEquals("表", Files.readString(whole.resolve("data/assistance/table.csv")));
        assertTrue(PackageVerification.of(whole).good());
        try (Stream<Path> files = Files.list(whole.resolve("data"))) {
            assertEquals(
                    List.of("assistance", "library.csv", "records.ndjson"),
                    files.map(each -> each.getFileName().toString()).sorted().toList());
        }
    }

    @Example
    void whatIsDamagedIsNoBaseAndIsNotCompared() throws IOException {
        Path good = write("good", List.of(document(1, "甲")), List.of());
        Path changed = write("changed", List.of(document(1, "甲")), List.of());
        Path records = changed.resolve("data/records.ndjson");
        Files.writeString(records, Files.readString(records).replace("摘要", "要摘"));
        Path nothing = write("nothing", List.of(document(1, "甲")), List.of());
        Files.writeString(nothing.resolve("data/records.ndjson"), "null\n");
        Path delta = write("delta", List.of(document(1, "乙")), List.of(good));
        Path more = write("more", List.of(document(1, "乙")), List.of(good));
        Files.writeString(more.resolve("changes.ndjson"), "null\n");
        for (List<Path> each :
                List.of(List.of(changed), List.of(nothing), List.of(good, more), List.of(changed, delta))) {
            PackageException refused = assertThrows(
                    PackageException.class, () -> write("next", List.of(document(1, "丙")), each), each.toString());
            assertEquals(PackageException.Problem.UNREADABLE_PACKAGE, refused.problem());
        }
        for (Path each : List.of(changed, nothing, more)) {
            assertThrows(PackageException.class, () -> told(good, each), each.toString());
        }
    }

    @Example
    void aDeltaIsShownFieldByFieldAgainstThePackageThatItFollows() throws IOException {
        Path monday = write("monday", List.of(document(1, "甲"), document(2, "乙"), document(3, "丙")), List.of());
        List<OfficialDocument> next = List.of(
                OfficialDocumentBuilder.builder(document(1, "甲")).summary("改").build(),
                document(3, "丙"),
                document(4, "丁"));
        Path tuesday = write("tuesday.zip", next, List.of(monday));
        List<String> byDelta = told(monday, tuesday);
        assertEquals(List.of("CHANGED 关于甲事的通知", "/summary 摘要 > 改", "ADDED 关于丁事的通知", "WITHDRAWN 关于乙事的通知"), byDelta);
        assertEquals(told(monday, write("full", next, List.of())), byDelta);
        Path other = write("other", List.of(document(1, "丙")), List.of());
        for (List<Path> each : List.of(List.of(other, tuesday), List.of(tuesday, monday))) {
            PackageException refused =
                    assertThrows(PackageException.class, () -> told(each.get(0), each.get(1)), each.toString());
            assertEquals(PackageException.Problem.WRONG_BASE, refused.problem());
        }
    }

    @Example
    void anEntryPutInFrontOfAListDoesNotChangeTheOthers() throws IOException {
        OfficialDocument was = OfficialDocumentBuilder.builder(document(1, "甲"))
                .keywords(List.of("一", "二", "三"))
                .build();
        for (List<String> each : List.of(List.of("零", "一", "二", "三"), List.of("一", "改", "三"), List.of("一", "三"))) {
            OfficialDocument is =
                    OfficialDocumentBuilder.builder(was).keywords(each).build();
            List<String> told = told(
                    write("a" + each.size() + each.get(1), List.of(was), List.of()),
                    write("b" + each.size() + each.get(1), List.of(is), List.of()));
            assertEquals(2, told.size(), told.toString());
        }
    }

    private static List<String> told(Path before, Path after) throws IOException {
        List<String> told = new ArrayList<>();
        PackageDelta.compare(before, after, (change, title, fields) -> {
            told.add(change.change() + " " + title);
            fields.forEach(each -> told.add(each.pointer() + " " + each.was() + " > " + each.is()));
        });
        return told;
    }

    private Path write(String name, List<OfficialDocument> documents, List<Path> since) throws IOException {
        Path target = folder.resolve(name);
        try (LibraryPackage out = LibraryPackage.create(target, options(since))) {
            for (OfficialDocument each : documents) {
                out.add(each);
            }
            PackageSchemas.finish(out);
        }
        return target;
    }

    private static PackageOptions options(List<Path> since) {
        return Documents.options()
                .withFormats(List.of(FormatProfile.shipped("library-table")))
                .withSince(since);
    }

    private static List<String> sorted(Path target) throws IOException {
        List<String> lines = new ArrayList<>();
        try (PackageFiles files = PackageFiles.open(target);
                JsonLines text = new JsonLines(files.open("data/records.ndjson"))) {
            for (byte[] each = text.next(); each != null; each = text.next()) {
                lines.add(new String(each, java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return lines.stream().sorted().toList();
    }

    private static OfficialDocument document(int number, String matter) {
        return OfficialDocumentBuilder.builder()
                .title("关于" + matter + "事的通知")
                .indexNumber(IndexNumber.parse("002489444/2023-0000" + number))
                .documentNumber(DocumentNumber.parse("某政办字〔2023〕" + number + "号"))
                .keywords(List.of("一"))
                .summary("摘要")
                .build();
    }

    @Provide
    Arbitrary<List<List<OfficialDocument>>> days() {
        return Combinators.combine(Arbitraries.integers().between(1, 6), Arbitraries.of("甲", "乙", "丙"))
                .as(PackageDeltaTest::document)
                .list()
                .ofMaxSize(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}
