package org.gongkai.export.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.Evidence;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.text.JsonPointers;
import org.gongkai.export.engine.HtmlCleaner;
import org.gongkai.export.engine.KindSources;
import org.gongkai.export.format.FormatProfile.Form;
import org.gongkai.export.format.ProfileProperties.Type;

/** Looks at one field of a profile: its name, where its value comes from, and how the value is written. */
final class FieldCheck {

    /** What may stand in a field, and of which type. */
    static final Map<String, Type> FIELD = Map.ofEntries(
            Map.entry("name", Type.TEXT),
            Map.entry("source", Type.TEXTS),
            Map.entry("constant", Type.TEXT),
            Map.entry("pattern", Type.TEXT),
            Map.entry("join", Type.TEXT),
            Map.entry("form", Type.TEXT),
            Map.entry("attachments", Type.TRUTH),
            Map.entry("values", Type.OBJECT),
            Map.entry("maxLength", Type.NUMBER),
            Map.entry("required", Type.TRUTH),
            Map.entry("evidence", Type.TEXT),
            Map.entry("note", Type.TEXT));

    /** The letters of a pattern that tell of a date; quoted text may stand between them. */
    private static final Pattern DATE_LETTERS = Pattern.compile("[yuMLdHmsSE]*");

    private final ProfileFaults faults;
    private final ProfileProperties properties;
    private final RecordKind<?> kind;
    private final KindSources known;

    FieldCheck(ProfileFaults faults, ProfileProperties properties, RecordKind<?> kind) {
        this.kind = kind;
        this.known = KindSources.of(kind);
        this.faults = faults;
        this.properties = properties;
    }

    void check(JsonNode field, String at, String engine) {
        if (!properties.shaped(field, at, FIELD)) {
            return;
        }
        name(field, at, engine);
        properties.oneOf(field, at, "form", Stream.of(Form.values()).map(Form::code));
        properties.oneOf(field, at, "evidence", Stream.of(Evidence.values()).map(Evidence::mark));
        sources(field.path("source"), at + "/source");
        if (field.path("attachments").asBoolean()
                && !ProfileProperties.text(field, "form").equals("html")) {
            faults.fault(at + "/attachments", "只用于 form 为 html 的字段", "is for a field of form html only");
        }
        attachments(field, at);
        if (field.path("pattern").isTextual()) {
            pattern(field.get("pattern"), at + "/pattern");
        }
        reads(field, at, "pattern", known.dates(), "日期", "dates");
        reads(field, at, "join", known.lists(), "多值字段", "lists");
        reads(field, at, "values", known.sources().keySet(), "来源", "sources");
        values(field.path("values"), at + "/values");
        constant(field, at);
    }

    /** Files go with documents alone. */
    void attachments(JsonNode holder, String at) {
        if (holder.path("attachments").asBoolean() && !kind.code().equals(FormatProfile.DOCUMENTS)) {
            faults.fault(at + "/attachments", "只用于公文（kind 为 document）", "is for documents only (kind document)");
        }
    }

    private void name(JsonNode field, String at, String engine) {
        if (!ProfileProperties.has(field, "name")
                || ProfileProperties.text(field, "name").isEmpty()) {
            String source = String.join(", ", ProfileProperties.texts(field.path("source")));
            faults.fault(
                    at + "/name",
                    "待填写：按标准文本写出 " + source + " 对应的名称，没有对应项时删除这一行",
                    "not filled in: give the name that the standard has for " + source
                            + ", or take the line out when it has none");
        } else if (engine.equals("xml")) {
            properties.xmlName(field, at, "name");
        } else if (field.get("name").asText().matches("(?s).*[\\t\\r\\n].*")) {
            faults.wrong(field.get("name"), at + "/name", "名称应在一行之内", "a name stands on one line");
        }
    }

    private void values(JsonNode values, String at) {
        for (Map.Entry<String, JsonNode> each : values.properties()) {
            if (!each.getValue().isTextual()) {
                faults.wrong(each.getValue(), at + '/' + JsonPointers.step(each.getKey()), "应为文字", "expected a text");
            }
        }
    }

    /** A knob for values of one sort needs a source that gives such values: alone it would do nothing. */
    private void reads(JsonNode field, String at, String knob, Set<String> sorts, String zh, String en) {
        List<String> sources = ProfileProperties.texts(field.path("source"));
        boolean all = known.sources().keySet().containsAll(sources);
        if (ProfileProperties.has(field, knob) && all && sources.stream().noneMatch(sorts::contains)) {
            String fitting = String.join(", ", sorts.stream().sorted().toList());
            faults.fault(
                    at + '/' + knob,
                    "只用于" + zh + "；source 可用 " + fitting,
                    "is for " + en + " only; give as source " + fitting);
        }
    }

    private void constant(JsonNode field, String at) {
        String constant = field.path("constant").asText("");
        JsonNode most = field.path("maxLength");
        if (most.canConvertToInt() && most.intValue() > 0 && constant.length() > most.intValue()) {
            faults.wrong(
                    field.get("constant"),
                    at + "/constant",
                    "比 maxLength 允许的 " + most.intValue() + " 个字符长",
                    "is longer than the " + most.intValue() + " characters of maxLength");
        }
        if (ProfileProperties.text(field, "form").equals("html")
                && HtmlCleaner.clean(constant).lossy()) {
            faults.wrong(
                    field.get("constant"),
                    at + "/constant",
                    "含有不允许的 HTML 元素或属性",
                    "holds elements or attributes of HTML that are not let through");
        }
    }

    /** Looks at where a value comes from. */
    void sources(JsonNode sources, String at) {
        if (sources.isArray() && sources.isEmpty()) {
            faults.fault(at, "至少要有一个来源", "at least one source is needed");
        }
        // Of a list that holds anything but texts its type is said already.
        List<String> names = faults.at(at) ? List.of() : ProfileProperties.texts(sources);
        for (int i = 0; i < names.size(); i++) {
            String each = names.get(i);
            String place = sources.isArray() ? at + '/' + i : at;
            if (!known.sources().containsKey(each)) {
                String allowed = known.allowed();
                faults.fault(
                        place, "没有来源 " + each + "；可用的有 " + allowed, "no source " + each + "; there are " + allowed);
            } else if (names.indexOf(each) < i) {
                faults.fault(place, "来源 " + each + " 重复", "the source " + each + " is used twice");
            }
        }
    }

    private void pattern(JsonNode value, String at) {
        String pattern = value.textValue();
        String letters = pattern.replaceAll("'[^']*'", "").replaceAll("[^A-Za-z]", "");
        if (letters.chars().anyMatch(c -> "hKk".indexOf(c) >= 0)) {
            faults.wrong(value, at, "小时应写 HH（24 小时制）", "hours are HH, of 24");
            return;
        }
        boolean minutesOnly = letters.indexOf('m') >= 0 && letters.indexOf('H') < 0;
        if (letters.isEmpty() || !DATE_LETTERS.matcher(letters).matches() || minutesOnly) {
            faults.wrong(
                    value,
                    at,
                    "应为日期格式：年 yyyy、月 MM、日 dd、时 HH、分 mm、秒 ss，其他字母写在单引号内",
                    "expected a date pattern: year yyyy, month MM, day dd, hour HH, minute mm, second ss, other letters in"
                            + " single quotes");
            return;
        }
        try {
            DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(LocalDate.EPOCH.atStartOfDay());
        } catch (IllegalArgumentException | DateTimeException e) {
            faults.wrong(
                    value,
                    at,
                    "应为日期格式，如 yyyy-MM-dd 或 yyyy-MM-dd HH:mm:ss",
                    "expected a date pattern such as yyyy-MM-dd or yyyy-MM-dd HH:mm:ss");
        }
    }

    /** No two fields bear one name, nor one that is taken. */
    void once(JsonNode fields, String at, Set<String> names) {
        for (int i = 0; i < fields.size(); i++) {
            String name = ProfileProperties.text(fields.get(i), "name");
            if (!name.isEmpty() && !names.add(name)) {
                faults.fault(at + '/' + i + "/name", "名称 " + name + " 重复", "the name " + name + " is used twice");
            }
        }
    }
}
