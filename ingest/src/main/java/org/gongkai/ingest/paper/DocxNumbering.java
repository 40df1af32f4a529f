package org.gongkai.ingest.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.ingest.file.ZipParts;
import org.gongkai.ingest.office.ListNumbers;
import org.gongkai.ingest.office.ListNumbers.Form;
import org.gongkai.ingest.office.ListNumbers.Level;
import org.jspecify.annotations.Nullable;

/** The lists of a .docx and how far they are counted (ECMA-376-1, 17.9). */
final class DocxNumbering {

    private static final Level NOTHING = new Level(Form.NONE, "", 1);

    private static final class Definition {
        private final Map<Integer, Level> levels = new TreeMap<>();

        List<Level> levels() {
            List<Level> all = new ArrayList<>();
            levels.forEach((number, level) -> {
                while (all.size() < number && number < 9) {
                    all.add(NOTHING);
                }
                all.add(level);
            });
            return all;
        }
    }

    private final Map<String, Definition> definitions = new HashMap<>();

    /** For each list the definition that it follows; lists of one definition are counted together. */
    private final Map<String, String> lists = new HashMap<>();

    /** Lists that begin anew, though others follow the same definition. */
    private final Map<String, Map<Integer, Integer>> restarts = new HashMap<>();

    private final Map<String, ListNumbers> counted = new HashMap<>();

    private Definition definition = new Definition();
    private String list = "";
    private int level;
    private boolean overriding;

    /** Takes an element of the part. */
    void element(XMLStreamReader xml) {
        String value = Objects.toString(ZipParts.attribute(xml, "val"), "");
        switch (xml.getLocalName()) {
            case "abstractNum" -> {
                definition = new Definition();
                overriding = false;
                definitions.put(Objects.toString(ZipParts.attribute(xml, "abstractNumId"), ""), definition);
            }
            case "num" -> list = Objects.toString(ZipParts.attribute(xml, "numId"), "");
            case "abstractNumId" -> lists.put(list, value);
            case "lvlOverride" -> {
                overriding = true;
                level = number(ZipParts.attribute(xml, "ilvl"), 0);
            }
            case "startOverride" ->
                restarts.computeIfAbsent(list, each -> new HashMap<>()).put(level, number(value, 1));
            case "lvl" -> level = number(ZipParts.attribute(xml, "ilvl"), 0);
            case "start" -> put(new Level(known().form(), known().text(), number(value, 1)));
            case "numFmt" -> put(new Level(form(value), known().text(), known().start()));
            case "lvlText" -> put(new Level(known().form(), value, known().start()));
            default -> {}
        }
    }

    private Level known() {
        return definition.levels.getOrDefault(level, new Level(Form.DECIMAL, "", 1));
    }

    private void put(Level changed) {
        if (!overriding) {
            definition.levels.put(level, changed);
        }
    }

    /**
     * Counts the next paragraph of a list.
     *
     * @param numId the list; 0 is none
     * @param depth its level, or null for the first
     * @return what stands before the paragraph
     */
    String next(@Nullable String numId, @Nullable String depth) {
        String of = numId == null ? null : lists.get(numId);
        Definition found = of == null ? null : definitions.get(of);
        if (numId == null || found == null) {
            return "";
        }
        Map<Integer, Integer> anew = restarts.get(numId);
        ListNumbers numbers = counted.computeIfAbsent(anew == null ? of : of + '#' + numId, each -> {
            List<Level> levels = found.levels();
            if (anew != null) {
                anew.forEach((number, start) -> {
                    if (number < levels.size()) {
                        Level was = levels.get(number);
                        levels.set(number, new Level(was.form(), was.text(), start));
                    }
                });
            }
            return new ListNumbers(levels);
        });
        return numbers.next(number(depth, 0));
    }

    static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{1,5}") ? Integer.parseInt(text) : otherwise;
    }

    private static Form form(String name) {
        return switch (name) {
            case "bullet", "none" -> Form.NONE;
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand" -> Form.CHINESE;
            case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand" -> Form.CHINESE_DIGITS;
            case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" -> Form.CHINESE_LEGAL;
            case "ideographTraditional" -> Form.STEM;
            case "ideographZodiac" -> Form.BRANCH;
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> Form.CIRCLED;
            case "decimalFullWidth", "decimalFullWidth2" -> Form.FULL_WIDTH;
            case "upperLetter" -> Form.UPPER_LETTER;
            case "lowerLetter" -> Form.LOWER_LETTER;
            case "upperRoman" -> Form.UPPER_ROMAN;
            case "lowerRoman" -> Form.LOWER_ROMAN;
            default -> Form.DECIMAL;
        };
    }
}
