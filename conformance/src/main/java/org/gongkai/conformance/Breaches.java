package org.gongkai.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The examples of all rules, which ship as data: a few good records, and for each rule the changes to one of them that
 * break it. The rules' own tests, the conformance suite and the testkit read the same files.
 *
 * <pre>{@code
 * Breach breach = Breaches.shipped().of("document.title.missing");
 * JsonNode broken = breach.broken();
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Breaches {

    /** The day on which an example is judged that names none. */
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    /** The files, by what they are about. */
    private static final List<String> FILES = List.of(
            "document",
            "record",
            "set",
            "change",
            "coverage",
            "assistance",
            "land-plan",
            "land-price",
            "land-project",
            "decision",
            "consultation",
            "evaluation",
            "annual-report",
            "request",
            "interpretation",
            "catalogue",
            "register",
            "work",
            "source");

    private final Map<String, Breach> byRule;

    private Breaches(Map<String, Breach> byRule) {
        this.byRule = byRule;
    }

    /**
     * Reads the examples that ship with this library.
     *
     * @return the examples
     */
    public static Breaches shipped() {
        Map<String, Breach> all = new LinkedHashMap<>();
        JsonMapper mapper = Json.mapper();
        for (String each : FILES) {
            try (InputStream data = Breaches.class.getResourceAsStream("breaches/" + each + ".json")) {
                add(mapper.readValue(data, File.class), each, all);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new Breaches(all);
    }

    private static void add(File file, String name, Map<String, Breach> all) throws JsonProcessingException {
        for (Entry each : file.breaches()) {
            JsonNode base = Objects.requireNonNull(file.bases().get(each.base()), each.base());
            JsonNode good = each.good() == null ? base : new JsonPatch(each.good()).applyTo(base);
            LocalDate today = each.today() == null ? TODAY : LocalDate.parse(each.today());
            List<String> with = each.with() == null ? List.of() : each.with();
            Breach breach = new Breach(each.rule(), with, today, good, new JsonPatch(each.breach()).applyTo(good));
            if (all.put(breach.rule(), breach) != null) {
                throw new IllegalStateException(name + ".json: " + breach.rule() + " has a second example");
            }
        }
    }

    /**
     * The examples, in the order of the files.
     *
     * @return one for each rule that has one
     */
    public List<Breach> all() {
        return new ArrayList<>(byRule.values());
    }

    /**
     * The example of a rule.
     *
     * @param rule the code of the rule
     * @return the example
     * @throws IllegalArgumentException when the rule has none
     */
    public Breach of(String rule) {
        Breach breach = byRule.get(rule);
        if (breach == null) {
            throw new IllegalArgumentException("no example breaks a rule of the code " + rule);
        }
        return breach;
    }

    /** A file of examples. */
    record File(Map<String, JsonNode> bases, List<Entry> breaches) {}

    /** How a base becomes the good value of a rule, where it is not so already, and how that one is broken. */
    record Entry(
            String rule,
            String base,
            @Nullable String today,
            @Nullable List<String> with,
            @Nullable List<JsonPatch.Operation> good,
            List<JsonPatch.Operation> breach) {}
}
