package org.gongkai.export.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.Bilingual;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.jspecify.annotations.Nullable;

/** Reads the file of a form, line by line, and checks every line. One file, one use. */
final class FormReader {

    /** More characters no form has, its definitions put in. */
    private static final int LARGEST = 100_000;

    private static final Set<String> HEADER = Set.of("form", "kind", "zh", "en");

    private final String file;
    private final Map<String, String> header = new HashMap<>();
    private final Map<String, String> definitions = new LinkedHashMap<>();
    private final List<FormPart.Test> when = new ArrayList<>();
    private final List<NoticeForm.Line> lines = new ArrayList<>();
    private @Nullable RecordKind<?> kind;
    private @Nullable List<String> head;
    private int characters;

    FormReader(String file) {
        this.file = file;
    }

    NoticeForm read(Reader reader) throws IOException {
        BufferedReader in = new BufferedReader(reader);
        StringBuilder open = new StringBuilder();
        int begun = 0;
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            characters += line.length();
            if (characters > LARGEST) {
                throw fault(
                        number,
                        "文件过大，最多" + LARGEST + "个字符",
                        "the file is too large; at most " + LARGEST + " characters");
            }
            boolean continued = line.startsWith(" ") || line.startsWith("\t");
            if (!continued) {
                take(open.toString(), begun);
                open.setLength(0);
                begun = number;
            }
            open.append(
                    continued || number == 1 && line.startsWith("\uFEFF")
                            ? line.replace("\uFEFF", "").strip()
                            : line);
        }
        take(open.toString(), begun);
        return made(number);
    }

    private NoticeForm made(int last) throws NoticeFormException {
        for (String each : List.of("form", "kind", "zh", "en")) {
            if (!header.containsKey(each)) {
                throw fault(Math.max(1, last), "缺少 " + each + ": 一行", "there is no line " + each + ":");
            }
        }
        if (lines.stream().noneMatch(each -> each.sort() == NoticeForm.Sort.TITLE)) {
            throw fault(Math.max(1, last), "缺少 title: 一行", "there is no line title:");
        }
        return new NoticeForm(
                header.get("form"),
                new Bilingual(header.get("zh"), header.get("en")),
                Objects.requireNonNull(kind),
                List.copyOf(when),
                List.copyOf(lines));
    }

    private NoticeFormException fault(int line, String zh, String en) {
        return new NoticeFormException(file, line, new Bilingual(zh, en));
    }

    private void take(String line, int number) throws NoticeFormException {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw fault(number, "每行应为 词: 内容", "each line is word: content");
        }
        String[] word = line.substring(0, colon).strip().split(" +", 2);
        String content = line.substring(colon + 1).strip();
        try {
            take(word[0], word.length > 1 ? word[1] : null, content);
        } catch (LineReader.Fault wrong) {
            throw new NoticeFormException(file, number, wrong.text());
        }
    }

    private void take(String word, @Nullable String argument, String content) throws LineReader.Fault {
        if (HEADER.contains(word)) {
            header(word, content);
            return;
        }
        RecordKind<?> known = kind;
        if (known == null) {
            throw new LineReader.Fault("kind: 一行应在 " + word + " 之前", "the line kind: must stand before " + word);
        }
        List<RecordField> fields = known.fields();
        switch (word) {
            case "let" -> define(argument, content);
            case "when" -> when(new LineReader(expanded(content), fields).line());
            case "head" -> head = List.of(content.split(" *\\| *"));
            case "row" -> row(argument, content, fields);
            default -> lines.add(NoticeForm.Line.text(sort(word), new LineReader(expanded(content), fields).line()));
        }
    }

    private void header(String word, String content) throws LineReader.Fault {
        if (content.isEmpty() || header.put(word, content) != null) {
            throw new LineReader.Fault(word + ": 应有内容，且只写一次", word + ": must have content, and stand there once");
        }
        if (word.equals("form") && !content.matches("[a-z][a-z0-9-]{0,60}")) {
            throw new LineReader.Fault(
                    "代码只用小写字母、数字和连字符：" + content, "a code has small letters, digits and hyphens: " + content);
        }
        if (word.equals("kind")) {
            kind = RecordKind.named(content);
            if (kind == null) {
                String kinds = RecordKind.all().stream().map(RecordKind::code).collect(Collectors.joining(", "));
                throw new LineReader.Fault(
                        "没有记录种类 " + content + "；可用：" + kinds, "no kind " + content + "; expected one of " + kinds);
            }
        }
    }

    private static NoticeForm.Sort sort(String word) throws LineReader.Fault {
        for (NoticeForm.Sort each : NoticeForm.Sort.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw new LineReader.Fault(
                "没有“" + word + "”这种行；可用：form, kind, zh, en, when, let, title, centre, text, each, head, row, signature",
                "no line " + word
                        + "; expected form, kind, zh, en, when, let, title, centre, text, each, head, row or signature");
    }

    private void when(List<FormPart> parts) throws LineReader.Fault {
        for (FormPart each : parts) {
            if (!(each instanceof FormPart.Test test)) {
                throw new LineReader.Fault("when: 只写条件 {?字段=值}", "when: holds conditions alone: {?field=value}");
            }
            when.add(test);
        }
    }

    private void row(@Nullable String list, String content, List<RecordField> fields) throws LineReader.Fault {
        List<String> headings = head;
        head = null;
        if (headings == null) {
            throw new LineReader.Fault("row: 前面应有 head: 一行", "a line head: must stand before row:");
        }
        FormPart.Way way = list == null ? null : LineReader.list(list, fields);
        List<List<FormPart>> cells = new LineReader(expanded(content), fields)
                .cells(way == null ? fields : way.last().parts());
        if (cells.size() != headings.size()) {
            throw new LineReader.Fault(
                    "表头有" + headings.size() + "列，这一行有" + cells.size() + "列",
                    "the head has " + headings.size() + " columns, this row " + cells.size());
        }
        lines.add(new NoticeForm.Line(NoticeForm.Sort.ROW, List.of(), headings, way, cells));
    }

    // ---- definitions

    private void define(@Nullable String name, String content) throws LineReader.Fault {
        if (name == null || !name.matches("[a-z]+") || name.equals("number")) {
            throw new LineReader.Fault("let 后面应有小写字母的名称", "let needs a name of small letters");
        }
        if (definitions.put(name, expanded(content)) != null) {
            throw new LineReader.Fault("已经有 let " + name, "there is a let " + name + " already");
        }
    }

    /** The text with what was defined above put in. */
    private String expanded(String content) throws LineReader.Fault {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int open = content.indexOf("{@"); open >= 0; open = content.indexOf("{@", at)) {
            int close = content.indexOf('}', open);
            String name = close < 0 ? "" : content.substring(open + 2, close);
            String definition = definitions.get(name);
            if (close < 0 || definition == null && !name.equals("number")) {
                throw new LineReader.Fault("前面没有 let " + name, "there is no let " + name + " above");
            }
            text.append(content, at, open).append(definition == null ? "{@number}" : definition);
            at = close + 1;
        }
        text.append(content, at, content.length());
        characters += text.length();
        if (characters > LARGEST) {
            throw new LineReader.Fault(
                    "代入后过长，最多" + LARGEST + "个字符", "too long with its definitions; at most " + LARGEST + " characters");
        }
        return text.toString();
    }
}
