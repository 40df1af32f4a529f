package org.gongkai.validation.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.inventory.GapExplanation;
import org.gongkai.core.inventory.Inventory;
import org.gongkai.core.inventory.InventoryEntry;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.ItemCatalogue;
import org.gongkai.core.source.Location;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.RunAudits;
import org.gongkai.validation.change.ChangeAudit;
import org.gongkai.validation.coverage.CoverageAudit;
import org.gongkai.validation.coverage.LibraryAudit;
import org.gongkai.validation.document.DuplicateAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rules.DataFiles;
import org.jspecify.annotations.Nullable;

/**
 * Judges records that come as JSON, for programs that are not written in Java. What is judged is one record, by itself; or an
 * object whose {@code records} are judged as those of one run, each by itself and all together. Beside them may stand what they
 * are held against:
 *
 * <ul>
 *   <li>{@code inventory}: documents that should be there, as far as a register knows them;
 *   <li>{@code explanations}: why some are not, each with {@code number}, {@code reason} and {@code article};
 *   <li>{@code files}: the paths of the files that links may lead to; without them links are not followed;
 *   <li>{@code sources}: for each record the path of the page that it came from;
 *   <li>{@code before}: the records of an earlier run, which these are held against;
 *   <li>{@code items}: a catalogue of items for the requisition of collective land, as CSV.
 * </ul>
 *
 * <pre>{@code
 * JsonJudge judge = JsonJudge.of(Profile.named("shandong-library"), Clock.systemDefaultZone());
 * JsonNode answer = judge.answer(mapper.readTree(line));   // {"findings":[{"rule":"document.title.missing", …}]}
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class JsonJudge {

    private static final String RECORDS = "records";

    /** Stands in the texts of records that come many times for the number of the time. */
    private static final String NUMBER = "{n}";

    /** The most records that an input may ask for. */
    private static final int MOST_TIMES = 100_000;

    private final Profile profile;
    private final Clock clock;
    private final DisclosureValidator validator;
    private final JsonMapper mapper = DataFiles.mapper()
            .rebuild()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonJudge(Profile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
        this.validator = DisclosureValidator.of(profile, clock);
    }

    /**
     * Makes a judge.
     *
     * @param profile what the receiver asks for, not null
     * @param clock says which day is today, not null
     * @return the judge
     */
    public static JsonJudge of(Profile profile, Clock clock) {
        return new JsonJudge(Objects.requireNonNull(profile, "profile"), Objects.requireNonNull(clock, "clock"));
    }

    /** Records that are judged together, and what they are held against. */
    private record Together(
            List<JsonNode> records,
            @Nullable Integer times,
            @Nullable List<JsonNode> inventory,
            @Nullable List<JsonNode> library,
            @Nullable List<Explained> explanations,
            @Nullable Set<String> files,
            @Nullable List<String> sources,
            @Nullable String items,
            @Nullable List<JsonNode> before) {}

    private record Explained(
            @Nullable String number,
            @Nullable String reason,
            @Nullable String article) {}

    /**
     * Judges a record, or records together.
     *
     * @param input the record, or an object with {@code records}
     * @return everything that is found: of each record in turn, then of all together
     * @throws IOException when the input is neither
     */
    public List<Finding> judge(JsonNode input) throws IOException {
        return input.has(RECORDS)
                ? together(mapper.treeToValue(input, Together.class))
                : validator.judge(record(input)).findings();
    }

    /**
     * Judges a record, or records together, and answers in JSON: an object whose {@code findings} have the properties of
     * {@link Finding} and the text of the rule under {@code text} in {@code zh} and {@code en}. Numbers of persons are masked.
     *
     * @param input the record, or an object with {@code records}
     * @return the answer
     * @throws IOException when the input is neither
     */
    public ObjectNode answer(JsonNode input) throws IOException {
        return answer(judge(input));
    }

    /**
     * Writes findings as {@link #answer(JsonNode)} does.
     *
     * @param findings what was found
     * @return the answer
     */
    public ObjectNode answer(List<Finding> findings) {
        ObjectNode answer = mapper.createObjectNode();
        ArrayNode list = answer.putArray("findings");
        for (Finding each : findings) {
            Finding shown = each.withoutNumbers();
            Rule rule = RuleCatalogue.standard().rule(each.rule());
            ObjectNode one = mapper.valueToTree(shown);
            one.putObject("text")
                    .put("zh", rule.text(shown, Locale.CHINESE))
                    .put("en", rule.text(shown, Locale.ENGLISH));
            list.add(one);
        }
        return answer;
    }

    private DisclosureRecord record(JsonNode json) throws JsonProcessingException {
        if (!json.isObject()) {
            throw JsonMappingException.from(json.traverse(mapper), "a record is an object, and this is none");
        }
        return mapper.treeToValue(json, DisclosureRecord.class);
    }

    private List<Finding> together(Together input) throws IOException {
        RequisitionGround ground = RequisitionGround.standard();
        DisclosureValidator judge = validator;
        if (input.items() != null) {
            ItemCatalogue items = ItemCatalogue.read(new StringReader(input.items()), "items");
            ground = new RequisitionGround(items, ground.houses(), ground.duties(), ground.calendar());
            judge = DisclosureValidator.of(profile, clock, ground);
        }
        CoverageAudit coverage =
                new CoverageAudit(profile, inventory("inventory", input.inventory()), explanations(input));
        RunAudits audits = RunAudits.of(
                profile,
                clock,
                ground.calendar(),
                new DuplicateAudit(profile),
                coverage,
                new LibraryAudit(profile, inventory("library", input.library())),
                changes(input.before()),
                input.files() == null ? null : input.files()::contains);
        List<Finding> findings = new ArrayList<>();
        int all = count(input);
        for (int i = 0; i < all; i++) {
            DisclosureRecord each = record(input, i);
            Location from = input.sources() != null && i < input.sources().size()
                    ? Location.of(input.sources().get(i))
                    : Location.of(RECORDS).atRow(i + 1);
            findings.addAll(judge.judge(each, pointer -> from).findings());
            for (RecordAudit audit : audits.all()) {
                findings.addAll(audit.see(each, from));
            }
        }
        audits.all().forEach(audit -> audit.end(findings::add));
        return findings;
    }

    private ChangeAudit changes(@Nullable List<JsonNode> before) throws IOException {
        if (before == null) {
            return ChangeAudit.ofNothing(profile);
        }
        List<DisclosureRecord> records = new ArrayList<>();
        for (JsonNode each : before) {
            records.add(record(each));
        }
        return new ChangeAudit(profile, validator.today(), records::forEach);
    }

    private static int count(Together input) throws JsonMappingException {
        long all = (long) input.records().size() * (input.times() == null ? 1 : Math.max(0, input.times()));
        if (all > Math.max(MOST_TIMES, input.records().size())) {
            throw JsonMappingException.from(
                    (JsonParser) null, "times asks for " + all + " records, and the most are " + MOST_TIMES);
        }
        return (int) all;
    }

    /** A record of the input; of records that come many times, with the number of the time in its texts. */
    private DisclosureRecord record(Together input, int index) throws JsonProcessingException {
        JsonNode json = input.records().get(index % input.records().size());
        return record(
                input.times() == null
                        ? json
                        : mapper.readTree(json.toString()
                                .replace(
                                        NUMBER,
                                        Integer.toString(index / input.records().size() + 1))));
    }

    private static List<GapExplanation> explanations(Together input) {
        List<GapExplanation> all = new ArrayList<>();
        for (Explained each : input.explanations() == null ? List.<Explained>of() : input.explanations()) {
            Location at = Location.of("explanations").atRow(all.size() + 1);
            all.add(new GapExplanation(each.number(), each.reason(), each.article(), at));
        }
        return all;
    }

    private @Nullable Inventory inventory(String name, @Nullable List<JsonNode> documents) throws IOException {
        if (documents == null) {
            return null;
        }
        List<InventoryEntry> all = new ArrayList<>();
        for (JsonNode each : documents) {
            OfficialDocument document = RecordKind.of(OfficialDocument.class).as(record(each));
            if (document == null) {
                throw JsonMappingException.from(each.traverse(mapper), name + " lists documents alone");
            }
            all.add(new InventoryEntry(document, null, Location.of(name).atRow(all.size() + 1)));
        }
        return new Listed(name, all);
    }

    private record Listed(String name, List<InventoryEntry> entries) implements Inventory {

        @Override
        public void read(Consumer<InventoryEntry> to) {
            entries.forEach(to);
        }
    }
}
