package org.gongkai.ingest.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.catalogue.DisclosureField;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.table.Grid;
import org.jspecify.annotations.Nullable;

/** What the lines above a table, and last the name of its sheet, say of all its rows: the field of a catalogue, the year of a list. The nearest line counts. */
final class TitleFacts {

    private static final Pattern YEAR = Pattern.compile("(20\\d{2})年");
    /** A longer line, in characters, is a paragraph. */
    private static final int LONGEST = 60;

    private TitleFacts() {}

    static Map<String, Object> of(RecordKind<?> kind, List<Grid.Line> above, @Nullable String sheet) {
        Map<String, Object> facts = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (int i = above.size() - 1; i >= 0; i--) {
            String line = LegacyText.withoutBlanks(above.get(i).text());
            if (!line.isEmpty() && line.length() <= LONGEST) {
                lines.add(line);
            }
        }
        if (sheet != null) {
            lines.add(LegacyText.withoutBlanks(sheet));
        }
        RecordField field = kind.field("field");
        if (field != null && field.type() == DisclosureField.class) {
            lines.stream()
                    .map(TitleFacts::field)
                    .filter(each -> !each.isEmpty())
                    .findFirst()
                    .ifPresent(each -> facts.put("field", DisclosureField.parse(each)));
        }
        RecordField year = kind.field("year");
        if (year != null && year.type() == Integer.class) {
            for (String each : lines) {
                Matcher named = YEAR.matcher(each);
                if (named.find()) {
                    facts.put("year", Integer.valueOf(named.group(1)));
                    break;
                }
            }
        }
        if (kind.field("listTitle") != null) {
            lines.stream()
                    .filter(each -> each.contains("清单") || each.contains("任务"))
                    .findFirst()
                    .ifPresent(each -> facts.put("listTitle", each));
        }
        return facts;
    }

    /** The longest name of a field in a heading that speaks of a catalogue or a field; empty where there is none. */
    private static String field(String line) {
        String found = "";
        if (line.contains("目录") || line.contains("领域")) {
            for (DisclosureField.Listed each : DisclosureField.all()) {
                boolean longer = each.name().length() > found.length();
                found = longer && line.contains(each.name()) ? each.name() : found;
            }
        }
        return found;
    }
}
