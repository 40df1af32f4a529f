package org.gongkai.validation.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.gongkai.core.decision.CatalogueAmendment;
import org.gongkai.core.decision.DecisionCatalogueBuilder;
import org.gongkai.core.decision.PublicConsultationBuilder;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.Location;
import org.gongkai.validation.DecisionRecords;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.junit.jupiter.api.Test;

class DuplicateAuditTest {

    private final DuplicateAudit audit = new DuplicateAudit(Records.PROFILE);

    @Test
    void bothSourcesOfOneDocumentAreNamed() {
        OfficialDocument document = Records.document().title("关于 印发要点的通知").build();
        assertEquals(List.of(), audit.see(document, Location.of("a.html")));
        Finding finding = audit.see(
                        Records.document().title("关于印发要点的通知").build(),
                        Location.of("list.csv").atRow(4))
                .get(0);
        assertEquals("record.duplicate", finding.rule());
        assertEquals("a.html", finding.expected());
        assertEquals("list.csv:4", String.valueOf(finding.location()));
        assertEquals(
                "The same document is in two sources: 关于印发要点的通知, first seen at a.html.", finding.text(Locale.ENGLISH));
    }

    @Test
    void documentsThatSayTheyHaveNoNumberShareNone() {
        for (int i = 0; i < 3; i++) {
            OfficialDocument document = Records.document()
                    .title("关于第" + i + "件事的通知")
                    .documentNumber(DocumentNumber.parse("无文号"))
                    .indexNumber(IndexNumber.parse("1905912023091514380" + i))
                    .build();
            assertEquals(List.of(), audit.see(document, Location.of(i + ".html")));
        }
    }

    @Test
    void aLineOfStandardsThatComesTwiceIsFound() {
        audit.see(Records.standard().build(), Location.of("a.csv").atRow(2));
        assertEquals(
                "record.duplicate",
                audit.see(Records.standard().build(), Location.of("a.csv").atRow(9))
                        .get(0)
                        .rule());
    }

    @Test
    void anAmendedCatalogueAndAnAccountOfOpinionsAreNoDoublesOfWhatCameBefore() {
        DuplicateAudit audit = new DuplicateAudit(Records.PROFILE);
        DecisionCatalogueBuilder catalogue = DecisionRecords.catalogue();
        assertEquals(List.of(), audit.see(catalogue.build(), Location.of("a")));
        catalogue.amendments(List.of(new CatalogueAmendment(null, "甲", null, null, null)));
        assertEquals(List.of(), audit.see(catalogue.build(), Location.of("b")));
        assertEquals(1, audit.see(catalogue.build(), Location.of("c")).size());
        PublicConsultationBuilder account = DecisionRecords.consultation();
        assertEquals(List.of(), audit.see(account.build(), Location.of("d")));
        assertEquals(List.of(), audit.see(account.received(null).build(), Location.of("e")));
    }
}
