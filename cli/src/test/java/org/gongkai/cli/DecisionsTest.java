package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.cli.terminal.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {

    private static final String CATALOGUE = """
            {"kind":"decision-catalogue","body":"甲区人民政府","year":2024,"publishedOn":"2024-03-20","matters":[\
            {"sequence":"1","name":"停车收费方案","units":["甲局"],"stage":"征求意见","materials":[\
            {"type":"决策草案全文","url":"files/draft.pdf","publishedOn":"2024-03-01","state":"已公开"},\
            {"type":"草案说明","url":"files/lost.pdf","publishedOn":"2024-03-01","state":"已公开"},\
            {"type":"决策背景","url":"https://www.example.gov.cn/b.html","publishedOn":"2024-03-01","state":"已公开"}]}]}
            """;

    private static final String RESULT = """
            {"kind":"document","title":"关于印发《停车收费方案》的通知","documentNumber":"甲政发〔2024〕9号"}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSources() throws Exception {
        Files.writeString(folder.resolve("records.ndjson"), CATALOGUE + RESULT);
        Files.createDirectory(folder.resolve("files"));
        Files.writeString(folder.resolve("files/draft.pdf"), "%PDF-1.4");
    }

    @Test
    void aCatalogueIsHeldAgainstTheDocumentsOfTheRun() throws Exception {
        Typed typed =
                Typed.command("validate", folder.toString(), "--lang", "en", "--now", "2024-06-01T08:00:00+08:00");
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.err());
        assertTrue(typed.out().contains("decision.catalogue.result.notLinked"), typed.out());
        assertFalse(typed.out().contains("linkBroken"), typed.out());
    }

    @Test
    void linksAreCheckedWhenThatIsAskedForAndLeadToFilesOfAnyKind() throws Exception {
        Typed typed = Typed.command("validate", folder.toString(), "--lang", "en", "--check-links");
        assertTrue(typed.out().contains("files/lost.pdf leads to no file"), typed.out());
        assertFalse(typed.out().contains("files/draft.pdf leads to no file"), typed.out());
    }
}
