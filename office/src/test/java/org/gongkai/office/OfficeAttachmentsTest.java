package org.gongkai.office;

import static org.gongkai.office.WrittenOffice.line;
import static org.gongkai.office.WrittenOffice.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.Taken;
import org.gongkai.ingest.office.OfficeText.Part;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.office.WrittenOffice.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Office files that pages attach. */
class OfficeAttachmentsTest {

    /** The number that the standard of identity numbers gives as its example (GB 11643-1999, 3.1). */
    private static final String NUMBER = "11010519491231002X";

    @TempDir
    Path folder;

    private Path page(String attached) throws IOException {
        return Files.writeString(
                folder.resolve("a.html"),
                "<html><body><h1>关于公布救助标准的通知</h1><div id=zoom><p>各有关单位要认真落实各项工作，标准自2023年7月1日起执行。</p><p><a href="
                        + attached + ">附件：名单</a></p></div></body></html>");
    }

    private List<SourceProblem> attached(Form form, List<Part> parts) throws IOException {
        form.write(folder, "list", parts);
        Taken taken = Taken.from(page("list." + form.name().toLowerCase(Locale.ROOT)));
        return taken.only().problems();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void identityNumbersInTextAndTablesAreFound(Form form) throws IOException {
        SourceProblem text =
                attached(form, List.of(line("张某，身份证号" + NUMBER + "。"))).get(0);
        assertEquals("source.attachment.personalData 1", text.rule() + ' ' + text.expected());
        SourceProblem table = attached(
                        form, List.of(table(new String[] {"号码"}, new String[] {NUMBER}, new String[] {"无"})))
                .get(0);
        assertEquals("source.attachment.personalData", table.rule());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aFileThatWasSearchedToItsEndIsNotToldOf(Form form) throws IOException {
        assertEquals(List.of(), attached(form, List.of(line("各有关单位名单。"))));
    }

    @Test
    void aDamagedFileIsToldAsNotSearched() throws IOException {
        Path file = Form.PDF.write(folder, "list", List.of(line("名单")));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, 60));
        Taken taken = Taken.from(page("list.pdf"));
        assertEquals(
                "source.attachment.notSearched", taken.only().problems().get(0).rule());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void standardsThatAPageAttachesAreReadWithTheDayOfThePage(Form form) throws IOException {
        form.write(
                folder,
                "standards",
                List.of(table(
                        new String[] {"保障类别", "城市标准（元/人·月）", "农村标准（元/人·月）"},
                        new String[] {"最低生活保障", "1030", "860"},
                        new String[] {"特困人员基本生活", "1545", "1290"})));
        page("standards." + form.name().toLowerCase(Locale.ROOT));
        LegacyReader reader = LegacyReader.standard();
        Taken taken = new Taken();
        List<SourceFile> files = reader.find(List.of(folder), taken.problems::add);
        reader.readAttached(files.get(1), files.get(0), taken);
        assertEquals(4, taken.records.size(), taken.rules().toString());
        for (Mapped each : taken.records) {
            assertEquals(files.get(1).name(), each.origin().source());
            assertEquals(
                    "2023-07-01",
                    String.valueOf(((org.gongkai.core.assistance.AssistanceStandard) each.record()).effectiveFrom()));
        }
    }
}
