package org.gongkai.ingest.land;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the ways of resettlement out of the words behind their label: 采取货币补偿、社会保险等方式安置. */
final class LandResettlement {

    private static final Pattern WAYS =
            Pattern.compile("(?:.*安置(?:方式|途径)(?:为|是)|采取|采用|实行|通过)?(.+?)(?:等?方式(?:进行)?(?:安置)?|等)?");

    /** A way is called by one of these; 涉及农户12户 is none. */
    private static final List<String> CALLED =
            List.of("安置", "补偿", "保险", "保障", "社保", "货币", "就业", "入股", "留地", "留用地", "养老", "培训", "住房", "生产", "职业");

    private LandResettlement() {}

    /** The ways; whom they are for is none. Empty where something between them is no way. */
    static List<String> of(String words) {
        List<String> ways = new ArrayList<>();
        for (String each : words.split("[、，,；;]")) {
            String piece = each.strip();
            Matcher way = WAYS.matcher(piece);
            if (!piece.isEmpty() && !piece.startsWith("安置对象") && way.matches()) {
                if (!called(piece)) {
                    return List.of();
                }
                ways.add(way.group(1));
            }
        }
        return ways;
    }

    private static boolean called(String piece) {
        return CALLED.stream().anyMatch(piece::contains) && piece.chars().noneMatch(Character::isDigit);
    }
}
