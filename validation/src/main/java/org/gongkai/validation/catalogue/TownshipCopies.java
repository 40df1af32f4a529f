package org.gongkai.validation.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.core.catalogue.DisclosureTier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the table of a township that is an extract of its county's: all its items are of the county, or it goes on with the county's
 * numbers, of which some are missing.
 */
final class TownshipCopies {

    private static final Pattern TOWNSHIP = Pattern.compile("(?:街道|街道办事处|[乡镇](?:人民政府)?)$");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    /** Of fewer items nothing can be told. */
    private static final int FEWEST = 2;

    private TownshipCopies() {}

    /** The first item of each table that is such a copy. */
    static List<ListedItem> in(List<ListedItem> items) {
        Map<String, List<ListedItem>> tables = new LinkedHashMap<>();
        Map<String, String> counties = new HashMap<>();
        for (ListedItem each : items) {
            if (each.directory()) {
                continue;
            }
            if (township(each)) {
                tables.computeIfAbsent(each.table(), none -> new ArrayList<>()).add(each);
            } else if (each.number() != null) {
                counties.put(each.matter(), each.number());
            }
        }
        return tables.values().stream()
                .filter(each -> each.size() >= FEWEST && (ofCountyAlone(each) || numbersOf(each, counties)))
                .map(each -> each.get(0))
                .toList();
    }

    private static boolean township(ListedItem item) {
        return !item.bodies().isEmpty()
                && item.bodies().stream()
                        .allMatch(each -> TOWNSHIP.matcher(each).find());
    }

    private static boolean ofCountyAlone(List<ListedItem> table) {
        return table.stream()
                .allMatch(each -> !each.tiers().isEmpty()
                        && each.tiers().stream().allMatch(tier -> tier == DisclosureTier.Tier.COUNTY));
    }

    /** All numbers are those that the county's table has for the same matters, and they leave some out. */
    private static boolean numbersOf(List<ListedItem> table, Map<String, String> counties) {
        int before = 0;
        boolean gap = false;
        for (ListedItem each : table) {
            Integer number = number(each.number());
            if (number == null || !each.number().equals(counties.get(each.matter()))) {
                return false;
            }
            gap |= number > before + 1;
            before = number;
        }
        return gap;
    }

    private static @Nullable Integer number(@Nullable String number) {
        return number != null && NUMBER.matcher(number).matches() ? Integer.valueOf(number) : null;
    }
}
