package org.gongkai.core;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.core.text.Csv;
import org.jspecify.annotations.Nullable;

/**
 * A data file that ships with this library and holds amounts, limits or rules of places, and who last looked whether it
 * still stands.
 *
 * @param file its path among the resources of the library that reads it
 * @param nameZh what it holds, in Chinese
 * @param nameEn what it holds, in English
 * @param source what it rests on
 * @param evidence how well that is known
 * @param confirmed who last looked, when and where; null when nobody is known to have
 */
public record DataFile(
        String file,
        String nameZh,
        String nameEn,
        String source,
        Evidence evidence,
        @Nullable Confirmation confirmed) {

    private static final String RESOURCE = "data-files.csv";

    /**
     * The files, in a fixed order. Each line of the duties says for itself when it was confirmed, so they are not among them.
     *
     * @return the files; read anew at each call
     */
    public static List<DataFile> shipped() {
        return Csv.shipped(DataFile.class.getResourceAsStream(RESOURCE), RESOURCE, DataFile::read);
    }

    private static List<DataFile> read(Reader reader) throws IOException {
        List<DataFile> files = new ArrayList<>();
        for (Csv.Row row : Csv.read(reader, RESOURCE, List.of("file", "name_zh", "name_en", "source", "evidence"))) {
            files.add(new DataFile(
                    row.required("file"),
                    row.required("name_zh"),
                    row.required("name_en"),
                    row.required("source"),
                    Objects.requireNonNull(row.oneOf(Evidence.class, "evidence")),
                    row.confirmation()));
        }
        return List.copyOf(files);
    }

    /**
     * What the file holds.
     *
     * @param language the language wanted; Chinese is answered in Chinese and any other in English
     * @return a short phrase
     */
    public String name(Locale language) {
        return Bilingual.isChinese(language) ? nameZh : nameEn;
    }
}
