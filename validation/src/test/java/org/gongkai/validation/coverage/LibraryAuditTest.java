package org.gongkai.validation.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.FileType;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Openness;
import org.gongkai.core.document.Validity;
import org.gongkai.core.inventory.Inventory;
import org.gongkai.core.inventory.InventoryEntry;
import org.gongkai.core.source.Location;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LibraryAuditTest {

    private static final String NORMATIVE = "行政规范性文件";

    @Test
    void nothingIsSaidOfSiteAndLibraryThatAgree() throws IOException {
        assertEquals(List.of(), held(List.of(document(1), document(2)), List.of(document(2), document(1))));
    }

    @Test
    void whatTheSiteLacksIsMissingThere() throws IOException {
        assertEquals(
                List.of(
                        "library.document.missing 临湾政规〔2024〕2号 临湾区第2号办法 library:2",
                        "library.count.differs 1 / 2 library"),
                held(List.of(document(1)), List.of(document(1), document(2))));
    }

    @Test
    void whatTheLibraryLacksIsExtra() throws IOException {
        assertEquals(
                List.of("library.document.extra 临湾政规〔2024〕2号 临湾区第2号办法 site:2", "library.count.differs 2 / 1 library"),
                held(List.of(document(1), document(2)), List.of(document(1))));
    }

    @Test
    void anotherTextIsToldByItsFieldAndPlace() throws IOException {
        OfficialDocument changed = OfficialDocumentBuilder.builder(document(1))
                .body(new Body("第一条 本办法自2025年起施行。", null))
                .validity(Validity.of(Validity.State.REPEALED))
                .build();
        assertEquals(
                List.of("library.document.differs validity, body / library:1 site:1"),
                held(List.of(document(1)), List.of(changed)));
    }

    @Test
    void blanksPunctuationAndTheTitleAboveTheTextMakeNoDifference() throws IOException {
        OfficialDocument printed = OfficialDocumentBuilder.builder(document(1))
                .body(new Body("临湾区第1号办法\n临湾政规〔2024〕1号\n\n第一条　为了规范管理,制定本办法.", null))
                .build();
        assertEquals(List.of(), held(List.of(printed), List.of(document(1))));
    }

    @Test
    void documentsThatAreNotNormativeArePassedOver() throws IOException {
        OfficialDocument notice = OfficialDocumentBuilder.builder(document(3))
                .fileType(FileType.parse("其他文件"))
                .build();
        assertEquals(List.of(), held(List.of(document(1), notice), List.of(document(1))));
        assertEquals(List.of(), held(List.of(document(1)), List.of(document(1), notice)));
    }

    @Test
    void aListThatSaysNoTypesIsOfNormativeDocuments() throws IOException {
        OfficialDocument listed = OfficialDocumentBuilder.builder()
                .title("临湾区第2号办法")
                .documentNumber(DocumentNumber.parse("临湾政规〔2024〕2号"))
                .build();
        OfficialDocument untyped =
                OfficialDocumentBuilder.builder(document(2)).fileType(null).build();
        assertEquals(List.of(), held(List.of(untyped), List.of(listed)));
        assertEquals(
                List.of(
                        "library.document.missing 临湾政规〔2024〕2号 临湾区第2号办法 library:1",
                        "library.count.differs 0 / 1 library"),
                held(List.of(), List.of(listed)));
    }

    @Test
    void aTypeThatOneSideLeavesOutIsTakenFromTheOther() throws IOException {
        OfficialDocument untyped = OfficialDocumentBuilder.builder(document(1))
                .fileType(null)
                .writtenOn(LocalDate.of(2024, 5, 7))
                .build();
        assertEquals(
                List.of("library.document.differs writtenOn / library:1 site:1"),
                held(List.of(untyped), List.of(document(1))));
    }

    @Test
    void aSecondPageOfOneDocumentCountsOnce() throws IOException {
        assertEquals(List.of(), held(List.of(document(1), document(1)), List.of(document(1), document(1))));
    }

    @Test
    void whatIsNotOpenToAllIsExpectedNowhere() throws IOException {
        OfficialDocument closed = OfficialDocumentBuilder.builder(document(2))
                .openness(Openness.parse("依申请公开"))
                .build();
        assertEquals(List.of(), held(List.of(document(1), closed), List.of(document(1))));
        assertEquals(List.of(), held(List.of(document(1)), List.of(document(1), closed)));
    }

    @Test
    void withoutALibraryEachRuleIsNotChecked() throws IOException {
        LibraryAudit audit = new LibraryAudit(Records.PROFILE, null);
        audit.see(document(1), Location.of("site"));
        assertEquals(List.of(), audit.end());
        assertEquals(4, audit.skipped().size());
        assertEquals(
                4, new LibraryAudit(Records.PROFILE, list(List.of())).skipped().size());
        assertEquals(List.of(), new LibraryAudit(Records.PROFILE, list(List.of(document(1)))).skipped());
    }

    private static OfficialDocument document(int serial) {
        return OfficialDocumentBuilder.builder()
                .title("临湾区第" + serial + "号办法")
                .documentNumber(DocumentNumber.parse("临湾政规〔2024〕" + serial + "号"))
                .writtenOn(LocalDate.of(2024, 5, 6))
                .fileType(FileType.parse(NORMATIVE))
                .validity(Validity.of(Validity.State.IN_FORCE))
                .body(new Body("第一条  为了规范管理，制定本办法。", null))
                .build();
    }

    private static List<String> held(List<OfficialDocument> site, List<OfficialDocument> library) throws IOException {
        LibraryAudit audit = new LibraryAudit(Records.PROFILE, list(library));
        int row = 0;
        for (OfficialDocument each : site) {
            audit.see(each, Location.of("site").atRow(++row));
        }
        return audit.end().stream().map(LibraryAuditTest::line).toList();
    }

    private static Inventory list(List<OfficialDocument> documents) {
        List<InventoryEntry> entries = new ArrayList<>();
        documents.forEach(each -> entries.add(
                new InventoryEntry(each, null, Location.of("library").atRow(entries.size() + 1))));
        return new Inventory() {
            @Override
            public String name() {
                return "library";
            }

            @Override
            public void read(Consumer<InventoryEntry> to) {
                entries.forEach(to);
            }
        };
    }

    private static String line(Finding finding) {
        return finding.rule() + ' ' + finding.value() + text(finding.expected()) + ' ' + finding.location();
    }

    private static String text(@Nullable String expected) {
        return expected == null ? "" : " / " + expected;
    }
}
