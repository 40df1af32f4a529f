package org.gongkai.validation.obligation;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.Bilingual;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of a place, by which records are matched: by code, else by name, by another name, or by the end of a name that no other
 * body shares.
 *
 * <pre>{@code
 * BodyRegister register = BodyRegister.read(reader, "bodies.csv");
 * register.match("青岛市崂山区民政局", List.of());   // the body 崂山区民政局, by the end of its name
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class BodyRegister {

    /** How a record was matched to a body. */
    public enum Way {
        /** By its code. */
        CODE("按代码", "by its code"),
        /** By its full name. */
        NAME("按名称", "by its name"),
        /** By another name of the register. */
        OTHER_NAME("按别名", "by another name"),
        /** One name ends in the other, and no further body fits. */
        END_OF_NAME("按名称末尾", "by the end of its name");

        private final Bilingual text;

        Way(String zh, String en) {
            this.text = new Bilingual(zh, en);
        }

        /**
         * The way for a person.
         *
         * @return the words in both languages
         */
        public Bilingual text() {
            return text;
        }
    }

    /**
     * A match.
     *
     * @param body the body
     * @param way how it was found
     */
    public record Match(RegisteredBody body, Way way) {}

    /** A shorter name, in characters, as 民政局 is, is that of many bodies. */
    private static final int SHORTEST = 4;
    /** More bodies are no register of a district. */
    private static final int MOST = 20_000;

    private static final Map<String, String> HEADS = Map.of(
            "单位名称",
            "name",
            "名称",
            "name",
            "单位类型",
            "kind",
            "类型",
            "kind",
            "统一社会信用代码",
            "code",
            "代码",
            "code",
            "别名",
            "others",
            "起始年份",
            "since",
            "终止年份",
            "until");

    private final List<RegisteredBody> bodies;
    private final Map<String, RegisteredBody> byCode = new HashMap<>();
    private final Map<String, RegisteredBody> byName = new HashMap<>();
    private final Map<String, RegisteredBody> byOther = new HashMap<>();
    private final Map<String, RegisteredBody> byEnd = new HashMap<>();
    private final Set<String> ofMany = new HashSet<>();
    private final Set<String> shared = new LinkedHashSet<>();

    private BodyRegister(List<RegisteredBody> bodies) {
        this.bodies = List.copyOf(bodies);
        for (RegisteredBody each : bodies) {
            if (each.code() != null) {
                byCode.put(each.code(), each);
            }
            String name = LegacyText.folded(each.name());
            byName.put(name, each);
            for (int i = 1; i <= name.length() - SHORTEST; i++) {
                RegisteredBody before = byEnd.put(name.substring(i), each);
                if (before != null && !before.equals(each)) {
                    ofMany.add(name.substring(i));
                }
            }
        }
        for (RegisteredBody each : bodies) {
            for (String other : each.others()) {
                RegisteredBody before = byOther.put(LegacyText.folded(other), each);
                if (before != null && !before.equals(each)) {
                    shared.add(LegacyText.folded(other));
                }
            }
        }
        shared.forEach(byOther::remove);
    }

    /**
     * Reads a register.
     *
     * @param reader CSV with the columns 单位名称 (or {@code name}) and 单位类型 ({@code kind}), and if wanted 统一社会信用代码 ({@code code}),
     *     别名 ({@code others}, parted by 、 or ;), 起始年份 ({@code since}), 终止年份 ({@code until})
     * @param source what the file is called in messages
     * @return the register
     * @throws IOException when it cannot be read, a line is wrong, two columns say the same, or two bodies have one name or one code; the
     *     message names file, line and value
     */
    public static BodyRegister read(Reader reader, String source) throws IOException {
        List<RegisteredBody> bodies = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (Csv.Row each : Csv.read(reader, source, List.of())) {
            RegisteredBody body = body(named(each));
            if (!names.add(LegacyText.folded(body.name()))) {
                throw each.wrong("name", body.name(), "one line for each body");
            }
            if (body.code() != null && !codes.add(body.code())) {
                throw each.wrong("code", body.code(), "a code that no line before has");
            }
            bodies.add(body);
        }
        if (bodies.isEmpty() || bodies.size() > MOST) {
            throw new IOException(source + ": " + bodies.size() + " bodies; expected 1 to " + MOST);
        }
        return new BodyRegister(bodies);
    }

    /** The row by the names of the columns in English. */
    private static Csv.Row named(Csv.Row row) throws IOException {
        Map<String, String> cells = new HashMap<>();
        for (Map.Entry<String, String> each : row.cells().entrySet()) {
            String bare = LegacyText.withoutBlanks(each.getKey());
            String name = HEADS.getOrDefault(bare, bare);
            if (cells.put(name, each.getValue()) != null) {
                throw new IOException(row.place() + ": two columns hold the " + name + " of a body; expected one");
            }
        }
        return new Csv.Row(row.place(), cells);
    }

    private static RegisteredBody body(Csv.Row row) throws IOException {
        String others = row.text("others");
        List<String> all = new ArrayList<>();
        if (others != null) {
            for (String each : others.split("[、;；]")) {
                if (!each.isBlank()) {
                    all.add(each.strip());
                }
            }
        }
        Integer since = year(row, "since");
        Integer until = year(row, "until");
        if (since != null && until != null && until < since) {
            throw row.wrong("until", String.valueOf(until), "a year that is not before " + since);
        }
        String code = row.text("code");
        return new RegisteredBody(
                row.required("name"),
                row.required("kind"),
                code == null ? null : LegacyText.withoutBlanks(code),
                all,
                since,
                until);
    }

    private static @Nullable Integer year(Csv.Row row, String column) throws IOException {
        String text = row.text(column);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{4}")) {
            throw row.wrong(column, text, "a year such as 2025");
        }
        return Integer.valueOf(text);
    }

    /**
     * The bodies.
     *
     * @return the bodies in the order of the file
     */
    public List<RegisteredBody> bodies() {
        return bodies;
    }

    /**
     * The body that a record names.
     *
     * @param name the name, or null
     * @param codes the codes that the record has for the body
     * @return the body and how it was found; null when none fits, or more than one
     */
    public @Nullable Match match(@Nullable String name, List<String> codes) {
        for (String each : codes) {
            RegisteredBody byItsCode = byCode.get(LegacyText.withoutBlanks(each));
            if (byItsCode != null) {
                return new Match(byItsCode, Way.CODE);
            }
        }
        if (name == null) {
            return null;
        }
        String folded = LegacyText.folded(name);
        RegisteredBody body = byName.get(folded);
        if (body != null) {
            return new Match(body, Way.NAME);
        }
        RegisteredBody other = byOther.get(folded);
        if (other != null) {
            return new Match(other, Way.OTHER_NAME);
        }
        return shared.contains(folded) ? null : byEnd(folded);
    }

    private @Nullable Match byEnd(String folded) {
        Set<RegisteredBody> found = new LinkedHashSet<>();
        if (ofMany.contains(folded)) {
            return null;
        }
        add(found, byEnd.get(folded));
        for (int i = 1; i <= folded.length() - SHORTEST; i++) {
            add(found, byName.get(folded.substring(i)));
        }
        return found.size() == 1 ? new Match(found.iterator().next(), Way.END_OF_NAME) : null;
    }

    private static void add(Set<RegisteredBody> found, @Nullable RegisteredBody body) {
        if (body != null) {
            found.add(body);
        }
    }
}
