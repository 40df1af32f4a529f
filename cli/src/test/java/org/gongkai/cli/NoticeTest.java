package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that writes notices. */
class NoticeTest {

    private static final String FEEDBACK = """
            {"kind":"public-consultation","body":"云屏县交通运输局","title":"云屏县停车管理办法","openFrom":"2024-03-01",\
            "openUntil":"2024-03-31","received":5,"adopted":2,"channels":["网站"]}
            {"kind":"public-consultation","body":"云屏县水利局","title":"云屏县供水管理办法","received":0%s}
            {"kind":"land-plan","title":"计划"}
            """;

    @TempDir
    private Path folder;

    private Typed notice(String records, String form) throws IOException {
        Path file = Files.writeString(folder.resolve("records.ndjson"), records);
        return Typed.command(
                "notice",
                file.toString(),
                "--form",
                form,
                "--out",
                folder.resolve("out").toString(),
                "--lang",
                "en");
    }

    @Test
    void eachRecordOfTheFormBecomesAPageAndADocument() throws IOException {
        Typed typed = notice(FEEDBACK.formatted(""), "consultation-feedback");
        String shown = typed.out().replace("\r", "");
        assertTrue(shown.contains("consultation-feedback-001: 关于《云屏县停车管理办法》公开征求意见采纳情况的反馈\n"), shown);
        assertTrue(shown.contains("not said by the notice: channels\n"), shown);
        assertTrue(shown.contains("2 notices of 2 records\n1 record is not for this form\n"), shown);
        assertFalse(shown.contains("not read again"), shown);
        assertTrue(Files.readString(folder.resolve("out/consultation-feedback-001.html"))
                .contains("共收到意见5条，采纳2条。"));
        assertTrue(Files.size(folder.resolve("out/consultation-feedback-002.docx")) > 500);
    }

    @Test
    void whatIsReadOtherwiseIsToldAndChangesTheExitCode() throws IOException {
        String stops = ",\"rejected\":1,\"rejectionReasons\":\"公示期间收到意见9条，采纳3条。\"";
        Typed typed = notice(FEEDBACK.formatted(stops), "consultation-feedback");
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.out());
        assertTrue(
                typed.out().contains("云屏县供水管理办法: not read again as the record has it: reasons for not adopting"),
                typed.out());
    }

    @Test
    void aFaultyFormAnUnknownOneAndAnOldFolderAreRefused() throws IOException {
        Path form = Files.writeString(
                folder.resolve("form.txt"), "form: a\nkind: public-consultation\nzh: 反馈\nen: Account\ntitle: {name}\n");
        Typed faulty = notice(FEEDBACK, form.toString());
        assertEquals(ExitCode.FAILED, faulty.code());
        assertTrue(faulty.err().contains("form.txt:5: no field name; expected one of body, matter"), faulty.err());
        assertTrue(notice(FEEDBACK, "letter").err().contains("there is no form letter"), "unknown");
        Files.createDirectory(folder.resolve("out"));
        assertTrue(notice(FEEDBACK, "consultation-feedback").err().contains("exists already"), "old folder");
    }

    @Test
    void personalDataGoesIntoNoNotice() throws IOException {
        Typed typed =
                notice(FEEDBACK.formatted(",\"rejectionReasons\":\"身份证号11010519491231002X\""), "consultation-feedback");
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.out());
        assertTrue(typed.out().contains("at /rejectionReasons, and goes into no notice"), typed.out());
        assertFalse(typed.out().contains("11010519491231002X"), typed.out());
        assertTrue(typed.out().contains("1 notice of 1 record"), typed.out());
    }
}
