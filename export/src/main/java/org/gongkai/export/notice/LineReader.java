package org.gongkai.export.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.core.Bilingual;
import org.gongkai.core.kind.RecordField;

/** Reads the text of one line of a form into its pieces. One line, one use. */
final class LineReader {

    /** Deeper nesting no form needs. */
    private static final int DEEPEST = 12;

    private final String text;
    private final List<RecordField> record;
    private int at;
    private int depth;

    /** What is wrong with a line; whoever reads the file knows which line it is. */
    static final class Fault extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Bilingual text;

        Fault(String zh, String en) {
            super(en);
            this.text = new Bilingual(zh, en);
        }

        Bilingual text() {
            return text;
        }
    }

    /**
     * @param text the line, its definitions put in
     * @param record the fields of the record
     */
    LineReader(String text, List<RecordField> record) {
        this.text = text;
        this.record = record;
    }

    /** The whole line. */
    List<FormPart> line() throws Fault {
        List<FormPart> parts = parts(record);
        if (at < text.length()) {
            throw unexpected();
        }
        return parts;
    }

    /** The cells of a row, parted by | outside brackets; a list is what the rows go through. */
    List<List<FormPart>> cells(List<RecordField> fields) throws Fault {
        List<List<FormPart>> cells = new ArrayList<>();
        cells.add(trimmed(parts(fields)));
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            cells.add(trimmed(parts(fields)));
        }
        if (at < text.length()) {
            throw unexpected();
        }
        return cells;
    }

    private static List<FormPart> trimmed(List<FormPart> parts) {
        return parts.stream()
                .map(each -> each instanceof FormPart.Words words
                        ? new FormPart.Words(words.text().strip())
                        : each)
                .filter(each -> !each.equals(new FormPart.Words("")))
                .toList();
    }

    private Fault unexpected() {
        String rest = text.startsWith("{/}", at) ? "{/}" : text.substring(at, at + 1);
        return new Fault(
                "“" + rest + "”前面没有与之相配的开头；正文中要写这个字符时，前面加 \\",
                rest + " without its beginning; to write this character, put \\ before it");
    }

    /** Pieces up to the end, a |, a ] or an end of a repetition. */
    private List<FormPart> parts(List<RecordField> scope) throws Fault {
        if (++depth > DEEPEST) {
            throw new Fault("括号嵌套超过" + DEEPEST + "层", "brackets are nested deeper than " + DEEPEST);
        }
        List<FormPart> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        while (at < text.length() && "|]".indexOf(text.charAt(at)) < 0 && !text.startsWith("{/}", at)) {
            char sign = text.charAt(at);
            if (sign == '[' || sign == '{') {
                words(words, parts);
                parts.add(sign == '[' ? either(scope) : tag(scope));
            } else {
                at += sign == '\\' && at + 1 < text.length() ? 1 : 0;
                words.append(text.charAt(at++));
            }
        }
        words(words, parts);
        depth--;
        return List.copyOf(parts);
    }

    private static void words(StringBuilder words, List<FormPart> parts) {
        if (!words.isEmpty()) {
            parts.add(new FormPart.Words(words.toString()));
            words.setLength(0);
        }
    }

    private FormPart either(List<RecordField> scope) throws Fault {
        List<List<FormPart>> writings = new ArrayList<>();
        boolean must = text.startsWith("[!", at);
        at += must ? 1 : 0;
        do {
            at++;
            writings.add(parts(scope));
        } while (at < text.length() && text.charAt(at) == '|');
        if (at >= text.length() || text.charAt(at) != ']') {
            throw new Fault("“[”没有相配的“]”", "[ without its ]");
        }
        at++;
        return new FormPart.Either(writings, must);
    }

    private FormPart tag(List<RecordField> scope) throws Fault {
        int end = text.indexOf('}', at);
        if (end < 0) {
            throw new Fault("“{”没有相配的“}”", "{ without its }");
        }
        String tag = text.substring(at + 1, end);
        at = end + 1;
        if (tag.equals("@number")) {
            return new FormPart.Number();
        }
        if (tag.startsWith("?")) {
            return test(tag.substring(1), scope);
        }
        return tag.startsWith("#") ? each(tag.substring(1), scope) : new FormPart.Slot(slot(tag, scope));
    }

    // ---- tags

    private FormPart each(String tag, List<RecordField> scope) throws Fault {
        String[] words = tag.split(" ");
        FormPart.Way way = list(words[0], scope);
        String by = "";
        List<FormPart.Test> tests = new ArrayList<>();
        for (String each : Arrays.asList(words).subList(1, words.length)) {
            if (each.startsWith("by=")) {
                by = each.substring("by=".length());
            } else {
                tests.add(test(each, way.last().parts()));
            }
        }
        List<FormPart> parts = parts(way.last().parts());
        if (!text.startsWith("{/}", at)) {
            throw new Fault("{#" + words[0] + "} 没有相配的 {/}", "{#" + words[0] + "} without its {/}");
        }
        at += "{/}".length();
        return new FormPart.Each(way, by, tests, parts);
    }

    private FormPart.Test test(String tag, List<RecordField> scope) throws Fault {
        int sign = tag.indexOf('=');
        if (sign < 1) {
            throw new Fault(
                    "“" + tag + "”不是条件；应为 字段=值、字段!=值 或 字段=^字段",
                    tag + " is no condition; expected field=value, field!=value or field=^field");
        }
        boolean not = tag.charAt(sign - 1) == '!';
        FormPart.Way way = value(tag.substring(0, not ? sign - 1 : sign), scope);
        String wanted = tag.substring(sign + 1);
        return wanted.startsWith("^")
                ? new FormPart.Test(way, List.of(), value(wanted.substring(1), record), not)
                : new FormPart.Test(way, List.of(wanted.split(";")), null, not);
    }

    /** A slot holds one value, or all values of one list. */
    private static FormPart.Way slot(String path, List<RecordField> scope) throws Fault {
        FormPart.Way way = value(path, scope);
        for (RecordField each : way.fields().subList(0, way.fields().size() - 1)) {
            if (each.many()) {
                throw new Fault(
                        each.name() + " 有多项，应写在 {#" + each.name() + "} 与 {/} 之间",
                        each.name() + " has several items: write it between {#" + each.name() + "} and {/}");
            }
        }
        return way;
    }

    private static FormPart.Way value(String path, List<RecordField> scope) throws Fault {
        FormPart.Way way = way(path, scope);
        if (!ValueText.has(way.last())) {
            throw new Fault(
                    path + " 由几个字段组成，应写明哪一个：" + names(way.last().parts()),
                    path + " is made of fields: name one of " + names(way.last().parts()));
        }
        return way;
    }

    /** A way to something that is made of fields. */
    static FormPart.Way list(String path, List<RecordField> scope) throws Fault {
        FormPart.Way way = way(path, scope);
        if (way.last().parts().isEmpty()) {
            throw new Fault(
                    path + " 不由字段组成，直接写 {" + path + "}", path + " has no fields of its own: write {" + path + "}");
        }
        return way;
    }

    private static FormPart.Way way(String path, List<RecordField> scope) throws Fault {
        List<RecordField> fields = new ArrayList<>();
        List<RecordField> among = scope;
        for (String name : path.split("\\.", -1)) {
            RecordField field = among.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (field == null) {
                throw new Fault(
                        "没有字段 " + path + "；可用：" + names(among),
                        "no field " + path + "; expected one of " + names(among));
            }
            fields.add(field);
            among = field.parts();
        }
        return new FormPart.Way(List.copyOf(fields));
    }

    private static String names(List<RecordField> fields) {
        return fields.stream().map(RecordField::name).collect(Collectors.joining(", "));
    }
}
