package org.gongkai.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.Taken;
import org.gongkai.ingest.office.OfficeText.Part;
import org.gongkai.ingest.table.TableKind;
import org.gongkai.office.WrittenOffice.Form;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The composed passages of notices say the same in every form, lines that are broken by the width of a page included. */
class PassageFormsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"assistance, ASSISTANCE_STANDARD", "land, LAND", "decision, DECISION"})
    void aPassageIsReadAlikeWhereverItStands(String room, TableKind kind) throws IOException {
        Path passages = Path.of(
                System.getProperty("gongkai.checkout"),
                "ingest/src/test/resources/org/gongkai/ingest",
                room,
                "notices/passages.txt");
        LegacyReader reader = OfficeFormsTest.of(kind);
        int records = 0;
        for (String each : Files.readString(passages).split("(?m)^=== ")) {
            List<Part> parts = new ArrayList<>();
            each.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .forEach(line -> parts.add(WrittenOffice.line(line.strip())));
            if (parts.isEmpty()) {
                continue;
            }
            List<String> first = read(reader, Form.DOCX, parts);
            List<String> drawn = read(reader, Form.PDF, parts);
            assertEquals(first, read(reader, Form.DOC, parts), each);
            assertEquals(drawn, read(reader, Form.OFD, parts), each);
            if (kind == TableKind.ASSISTANCE_STANDARD) {
                // Of the others a title, which is one by how it stands, may differ.
                assertEquals(first, drawn, each);
            }
            records += first.size();
        }
        assertTrue(records > 4, "records that were read: " + records);
    }

    private List<String> read(LegacyReader reader, Form form, List<Part> parts) throws IOException {
        return Taken.from(reader, form.write(folder, "passage", parts)).records.stream()
                .map(each -> each.record().toString())
                .toList();
    }
}
