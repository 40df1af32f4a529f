package org.gongkai.ingest.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.Csv;

/** Tells of the answer of an interface that holds no record whether it is an empty one or tells of a fault. */
final class JsonAnswer {

    /** What an answer says of itself around its records, by name. */
    private static final Map<String, String> ROLES = Csv.shipped(
                    JsonAnswer.class.getResourceAsStream("answer-names.csv"),
                    "answer-names.csv",
                    reader -> Csv.read(reader, "answer-names.csv", List.of("name", "role")))
            .stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> String.valueOf(row.text("name")), row -> String.valueOf(row.text("role"))));

    private static final Set<String> WELL = Set.of(
            "", "0", "00", "0000", "200", "20000", "1", "ok", "success", "succeed", "true", "成功", "操作成功", "查询成功");

    private JsonAnswer() {}

    static SourceProblem of(JsonLeaves.Flat flat, String text, Location place) {
        boolean answer = false;
        boolean fault = false;
        boolean empty = flat.leaves().isEmpty();
        String message = "";
        for (JsonLeaves.Leaf each : flat.leaves()) {
            String value = each.value().strip();
            String role = role(each.path());
            answer |= role.equals("state");
            fault |= role.equals("state") && !WELL.contains(value.toLowerCase(Locale.ROOT));
            empty |= role.equals("data") && value.isEmpty() || role.equals("count") && value.equals("0");
            message = role.equals("message") && !value.isEmpty() ? value : message;
        }
        if (answer && fault) {
            String shown = StringUtils.abbreviate(PersonalData.masked(message.isEmpty() ? text : message), 80);
            return new SourceProblem("source.json.fault", place, shown, null);
        }
        String rule = empty ? "source.json.empty" : "source.json.noRecord";
        return new SourceProblem(rule, place, StringUtils.abbreviate(PersonalData.maskedRow(text), 80), null);
    }

    /** Whether an object says that it found nothing: it has a place for rows and none in it, and a state or a count of none. */
    static boolean empty(JsonLeaves.Flat flat) {
        boolean rows = false;
        boolean said = false;
        for (JsonLeaves.Leaf each : flat.leaves()) {
            String value = each.value().strip();
            String role = role(each.path());
            rows |= role.equals("data") && value.isEmpty();
            said |= role.equals("state") || role.equals("count") && value.equals("0");
        }
        return rows && said;
    }

    /** Whether a path in a row leads to what a search says of the row, such as its score. */
    static boolean ofAnswer(String path) {
        String first = path.indexOf('.') < 0 ? path : path.substring(0, path.indexOf('.'));
        String role = role(first);
        return role.equals("answer") || role.equals("store") && first.startsWith("_");
    }

    private static String role(String path) {
        String name = StringUtils.substringAfterLast('.' + path, ".")
                .toLowerCase(Locale.ROOT)
                .replace("_", "");
        return ROLES.getOrDefault(name, "");
    }
}
