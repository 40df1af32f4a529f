package org.gongkai.export.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.export.Documents;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.PackageSchemas;
import org.gongkai.export.format.FormatProfile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFormatTest {

    private static final String PROFILE = """
            {"name": "titles", "version": "1", "engine": "csv", "evidence": "derived", "file": "t.csv",
             "fields": [{"name": "标题", "source": "title"}, {"name": "摘要", "source": "summary"}]}""";

    @TempDir
    Path folder;

    private static String written(String title, Path folder) throws IOException {
        FormatProfile profile =
                FormatProfile.read(new ByteArrayInputStream(PROFILE.getBytes(StandardCharsets.UTF_8)), "titles.json");
        PackageOptions options =
                Documents.options().withFormats(List.of(profile)).withReplace(true);
        Path target = folder.resolve("package");
        try (LibraryPackage out = LibraryPackage.create(target, options)) {
            out.add(OfficialDocumentBuilder.builder().title(title).summary("x").build());
            PackageSchemas.finish(out);
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(target.resolve("data/t.csv"))) {
            return csv.stream().skip(1).findFirst().orElseThrow().getField(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=1+1|'=1+1",
                "@SUM(A1)|'@SUM(A1)",
                "＝1＋1|'＝1＋1",
                "-cmd|'-cmd",
                "-1+1|'-1+1",
                "+1-1*cmd|'+1-1*cmd",
                "'=1|''=1",
                "\u00A0=1|'\u00A0=1",
                "-12.5|-12.5",
                "+86 532-88990000|+86 532-88990000",
                "0532-88990000|0532-88990000",
                "'引号'|'引号'",
                "关于-通知=x|关于-通知=x"
            })
    void onlyCellsThatWouldRunAreNeutralized(String given, String expected) throws IOException {
        assertEquals(expected, written(given, folder));
    }
}
