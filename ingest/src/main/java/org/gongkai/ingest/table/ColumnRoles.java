package org.gongkai.ingest.table;

import java.io.IOException;
import java.io.Reader;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** What the words and the units of headers tell of the part of a column, for tables of every kind. */
final class ColumnRoles {

    /** A longer header, in characters, is a sentence and no header. */
    private static final int LONGEST = 200;

    private static final Pattern UNIT = Pattern.compile("[(\\[](?:单位:?)?([^()\\[\\]]{1,16})[)\\]]|单位:(.{1,16})$");
    private static final Pattern BETWEEN = Pattern.compile("[/·・•.每一]");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[][^()\\[\\]]{0,100}[)\\]]");

    private final Map<String, ColumnRole> units = new HashMap<>();
    private final Map<String, ColumnRole> words = new TreeMap<>();
    /** Words that tell something only where nothing else stands in the header: 新增, and not 新增标准. */
    private final Map<String, ColumnRole> whole = new HashMap<>();

    private final Set<String> persons = new TreeSet<>();

    private ColumnRoles() {}

    static ColumnRoles standard() {
        return Csv.shipped(ColumnRoles.class.getResourceAsStream("roles.csv"), "roles.csv", ColumnRoles::read);
    }

    private static ColumnRoles read(Reader reader) throws IOException {
        ColumnRoles roles = new ColumnRoles();
        for (Csv.Row row : Csv.readUnnamed(reader, "the roles", List.of("how", "text", "role"))) {
            String code = row.required("role");
            ColumnRole role = Arrays.stream(ColumnRole.values())
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> row.wrong("role", code, "a role of a column"));
            switch (row.required("how")) {
                case "unit" -> roles.units.put(unitKey(row.required("text")), role);
                case "word" -> roles.words.put(row.required("text"), role);
                case "whole" -> roles.whole.put(row.required("text"), role);
                case "person" -> roles.persons.add(row.required("text"));
                default -> throw row.wrong("how", row.required("how"), "unit, word, whole or person");
            }
        }
        return roles;
    }

    /** What the unit in brackets says, that of the lowest header first; null when there is none that tells anything. */
    @Nullable
    ColumnRole ofUnit(List<String> parts) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            ColumnRole whole = units.get(unitKey(parts.get(i)));
            if (whole != null) {
                return whole;
            }
            Matcher unit = UNIT.matcher(plain(parts.get(i)));
            while (unit.find()) {
                ColumnRole role = units.get(unitKey(unit.group(1) == null ? unit.group(2) : unit.group(1)));
                if (role != null) {
                    return role;
                }
            }
        }
        return null;
    }

    /** Whether the headers of a column say that it tells one person from another, as in a list of people. */
    boolean person(List<String> headers) {
        return headers.stream()
                .map(ColumnRoles::plain)
                .anyMatch(header -> persons.stream().anyMatch(header::contains));
    }

    /** Whether a text is nothing but a unit. */
    boolean unit(String text) {
        return units.containsKey(unitKey(text));
    }

    /**
     * What the words say: those of the lowest header first, and of one header the last, since the head of a Chinese
     * compound stands at its end (保障资金 is money, 资金标准 an amount). Of what is an amount any word says which: 调整前
     * that it is the one before. Null when there is none.
     */
    @Nullable
    ColumnRole ofWords(List<String> parts) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            ColumnRole role = ofWord(BRACKETS.matcher(plain(parts.get(i))).replaceAll(""));
            if (role != null) {
                return role;
            }
        }
        return null;
    }

    /** Whether a label ends in a word for a count of heads or for money paid, or has such a unit: 保障人数, 资金（万元）. */
    boolean counts(String label) {
        String bare = BRACKETS.matcher(plain(label)).replaceAll("");
        return counted(ofUnit(List.of(label)))
                || counted(whole.get(bare))
                || words.entrySet().stream().anyMatch(each -> counted(each.getValue()) && bare.endsWith(each.getKey()));
    }

    private static boolean counted(@Nullable ColumnRole role) {
        return role == ColumnRole.HEADS || role == ColumnRole.PAID_OUT;
    }

    private @Nullable ColumnRole ofWord(String header) {
        ColumnRole all = whole.get(header);
        if (all != null) {
            return all;
        }
        String head = null;
        String which = null;
        int end = 0;
        for (Map.Entry<String, ColumnRole> each : words.entrySet()) {
            String word = each.getKey();
            int at = header.lastIndexOf(word);
            if (at < 0) {
                continue;
            }
            if (at + word.length() > end || at + word.length() == end && word.length() > length(head)) {
                head = word;
                end = at + word.length();
            }
            if (each.getValue().tellsWhich() && word.length() > length(which)) {
                which = word;
            }
        }
        ColumnRole role = head == null ? null : words.get(head);
        boolean amount = role == ColumnRole.AMOUNT || role == ColumnRole.AMOUNT_OR_SUM;
        return amount && which != null ? words.get(which) : role;
    }

    private static int length(@Nullable String word) {
        return word == null ? 0 : word.length();
    }

    private static String unitKey(String unit) {
        return BETWEEN.matcher(plain(unit)).replaceAll("");
    }

    private static String plain(String header) {
        return header.length() > LONGEST
                ? ""
                : LegacyText.withoutBlanks(Normalizer.normalize(header, Normalizer.Form.NFKC));
    }
}
