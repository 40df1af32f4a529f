package org.gongkai.ingest.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.text.Csv;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a page are called by site generators, where they are no text of the document. The words stand in
 * {@code part-names.csv}; a name such as {@code article-share-box} is parted into its words, and tells of a part when one of
 * them does and the others are words that stand around any. Immutable.
 */
final class PartNames {

    private static final PartNames STANDARD = Csv.shipped(
            PartNames.class.getResourceAsStream("part-names.csv"),
            "part-names.csv",
            reader -> new PartNames(Csv.read(reader, "part-names.csv", List.of("word", "part"))));

    /** A longer name is made by a program and says nothing, in characters. */
    private static final int LONGEST = 60;

    /** A part of a page that is no text of its document. */
    enum Part {
        /** What all pages of the site share. */
        FRAME,
        /** What a visitor works with, and what leads to other pages. */
        TOOL,
        /** What visitors wrote. */
        COMMENTS,
        /** Who wrote the text, and when: only above it, since a signature may be called so too. */
        BYLINE,
        /** A word beside another. */
        AROUND
    }

    private static final Map<String, Part> ELEMENTS =
            Map.of("nav", Part.FRAME, "footer", Part.FRAME, "aside", Part.TOOL);

    private final Map<String, Part> words = new HashMap<>();
    private final Map<String, Part> beginnings = new HashMap<>();

    private PartNames(List<Csv.Row> rows) throws IOException {
        for (Csv.Row row : rows) {
            String word = row.required("word");
            Part part = Part.valueOf(row.required("part").toUpperCase(Locale.ROOT));
            (word.endsWith("*") ? beginnings : words).put(StringUtils.stripEnd(word, "*"), part);
        }
    }

    /** The part of a page that an element is by its element's name, its id or one of its classes; or null. */
    static @Nullable Part of(Element element) {
        Part part = ELEMENTS.get(element.normalName());
        part = part == null ? STANDARD.part(element.id()) : part;
        for (String name : part == null ? PageText.classes(element) : List.<String>of()) {
            part = part == null ? STANDARD.part(name) : part;
        }
        return part;
    }

    private @Nullable Part part(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return null;
        }
        Part told = null;
        for (String each : wordsOf(name)) {
            Part part = word(each);
            if (part == null) {
                return null;
            }
            told = told == null || told == Part.AROUND ? part : told;
        }
        return told == Part.AROUND ? null : told;
    }

    private @Nullable Part word(String word) {
        Part part = words.get(word);
        for (int end = word.length(); part == null && end > 1; end--) {
            part = beginnings.get(word.substring(0, end));
        }
        return part;
    }

    /** The words of a name, in small letters: parted at marks, at digits and where a capital follows a small letter. */
    private static List<String> wordsOf(String name) {
        List<String> words = new ArrayList<>();
        for (String piece : StringUtils.split(name, "-_0123456789 .:")) {
            for (String word : StringUtils.splitByCharacterTypeCamelCase(piece)) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
