package org.gongkai.validation.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.gongkai.core.Bilingual;
import org.gongkai.core.document.ThemeScheme;
import org.gongkai.core.index.Digest128;
import org.gongkai.core.text.PlainWords;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rule.Severity;
import org.gongkai.validation.rules.DataFiles;
import org.jspecify.annotations.Nullable;

/**
 * What one receiver of records asks for: which rules run and how severely, and the patterns, limits and lists that
 * differ by region.
 *
 * <p>A profile is a JSON file:
 *
 * <pre>{@code
 * {
 *   "name": "my-library",
 *   "version": "1",
 *   "title": {"zh": "我的文件库", "en": "My library"},
 *   "validFrom": "2026-01-01",
 *   "rules": {
 *     "document.theme.missing": {"severity": "error", "from": "2026-01-01"},
 *     "document.owner.missing": {"severity": "off", "because": {"zh": "本库不收此项", "en": "not kept here"}}
 *   },
 *   "patterns": {"normativeNumber": "[A-Z]{2,6}-(?<year>\\d{4})-\\d{7}"},
 *   "limits": {"indexNumberLength": 64, "validityYears": 5, "summaryLength": 300, "shortBodyLength": 5000},
 *   "themes": "national"
 * }
 * }</pre>
 *
 * <ul>
 *   <li>{@code name}, {@code version} and {@code title} are required, all else may be left out.
 *   <li>{@code validFrom}, {@code validUntil}: the days on which the profile itself holds, both included.
 *   <li>{@code rules}: a rule that is not named runs at the catalogue's severity. {@code severity} is {@code error},
 *       {@code warning}, {@code info} or {@code off}; {@code because} must stand beside {@code off}, since a report
 *       says why a rule did not run. With {@code from} and {@code until} the rule holds for records dated within
 *       them only: by the date of writing, else of publication; a record without a date is always judged.
 *   <li>{@code patterns.normativeNumber}: the whole registration number as a regular expression of Java; a group
 *       named {@code year} is compared with the year of writing.
 *   <li>{@code limits}: the most characters of an index number; the most years that a normative document may be in
 *       force; the most characters of the summary of a body of up to {@code shortBodyLength} characters; on how many
 *       applications the same information is given before it is held to be of general interest, 3 where nothing is said.
 *   <li>{@code themes}: {@code "national"} for the list of the central government's site, or an object of first levels
 *       with lists of their second levels.
 *   <li>{@code assistance}: headings, ratios and limits for standards of assistance; see {@link AssistanceSettings}.
 *   <li>{@code decisions}: kinds, materials and limits for catalogues of decisions; see {@link DecisionSettings}.
 *   <li>{@code set}: from which share on a set of records is odd; see {@link SetSettings}.
 *   <li>{@code interpretation}: time limit, words and steps for interpretations of policies; see {@link InterpretationSettings}.
 * </ul>
 *
 * <p>A rule whose pattern, limit or list is left out does not run, and reports say so. A rule or property that is
 * unknown, and an unverified rule set to {@code error}, are refused.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Profile {

    private static final Map<String, String> SHIPPED = Map.of(
            "national", "profiles/national.json",
            "shandong-library", "profiles/shandong-library.json");

    private final Contents contents;
    private final Map<String, Setting> settings;
    private final @Nullable Pattern normativeNumber;
    private final @Nullable ThemeScheme themes;
    private final AssistanceSettings assistance;
    private final DecisionSettings decisions;
    private final SetSettings set;
    private final InterpretationSettings interpretation;
    private final String sha256;

    private Profile(
            Contents contents,
            Map<String, Setting> settings,
            @Nullable Pattern normativeNumber,
            @Nullable ThemeScheme themes,
            AssistanceSettings assistance,
            DecisionSettings decisions,
            SetSettings set,
            InterpretationSettings interpretation,
            String sha256) {
        this.contents = contents;
        this.settings = settings;
        this.normativeNumber = normativeNumber;
        this.themes = themes;
        this.assistance = assistance;
        this.decisions = decisions;
        this.set = set;
        this.interpretation = interpretation;
        this.sha256 = sha256;
    }

    /**
     * A profile that ships with this library.
     *
     * @param name its name, for example {@code shandong-library}
     * @return the profile
     * @throws IllegalArgumentException when none has this name; the message lists those there are
     */
    public static Profile named(String name) {
        try {
            return read(new ByteArrayInputStream(text(name).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The file of a profile that ships with this library, to start one's own from.
     *
     * @param name its name, for example {@code shandong-library}
     * @return the JSON as it stands
     * @throws IllegalArgumentException when none has this name; the message lists those there are
     */
    public static String text(String name) {
        String resource = SHIPPED.get(name);
        if (resource == null) {
            throw new IllegalArgumentException("no profile is called " + name + "; there are: " + names());
        }
        try (InputStream data = Objects.requireNonNull(Profile.class.getResourceAsStream(resource), resource)) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The names of the profiles that ship with this library.
     *
     * @return the names, sorted
     */
    public static List<String> names() {
        return SHIPPED.keySet().stream().sorted().toList();
    }

    /**
     * Reads a profile.
     *
     * @param data the JSON in UTF-8; not closed
     * @return the profile
     * @throws IOException when the data cannot be read or is no valid profile; the message names the property
     */
    public static Profile read(InputStream data) throws IOException {
        byte[] bytes = data.readAllBytes();
        Contents contents = contents(bytes);
        for (Map.Entry<String, @Nullable String> each : required(contents).entrySet()) {
            String value = each.getValue();
            if (value == null || value.isBlank()) {
                throw new IOException("the profile has no " + each.getKey());
            }
        }
        String where = "profile " + contents.name() + ": ";
        if (contents.validFrom() != null
                && contents.validUntil() != null
                && contents.validUntil().isBefore(contents.validFrom())) {
            throw new IOException(where + "validUntil lies before validFrom");
        }
        Integer hot = contents.limits() == null ? null : contents.limits().hotTopicApplications();
        if (hot != null && hot < 2) {
            throw new IOException(where + "limits.hotTopicApplications: expected 2 or more, got " + hot);
        }
        return new Profile(
                contents,
                settings(contents, where),
                pattern(contents, where),
                themes(contents, where),
                AssistanceSettings.of(contents.assistance(), where),
                DecisionSettings.of(contents.decisions(), where),
                SetSettings.of(contents.set(), where),
                InterpretationSettings.of(contents.interpretation(), where),
                HexFormat.of().formatHex(Digest128.sha256().digest(bytes)));
    }

    /**
     * The profile's name.
     *
     * @return the name
     */
    public String name() {
        return Objects.requireNonNull(contents.name());
    }

    /**
     * The profile's version.
     *
     * @return the version
     */
    public String version() {
        return Objects.requireNonNull(contents.version());
    }

    /**
     * The profile's name for people.
     *
     * @return the title
     */
    public Bilingual title() {
        return Objects.requireNonNull(contents.title());
    }

    /**
     * The digest of the file's bytes, which tells two editions of one version apart.
     *
     * @return SHA-256 in 64 lower-case hexadecimal digits
     */
    public String sha256() {
        return sha256;
    }

    /**
     * The first day on which the profile holds.
     *
     * @return the day, or null when it has no beginning
     */
    public @Nullable LocalDate validFrom() {
        return contents.validFrom();
    }

    /**
     * The last day on which the profile holds.
     *
     * @return the day, or null when it has no end
     */
    public @Nullable LocalDate validUntil() {
        return contents.validUntil();
    }

    /**
     * Tells whether the profile holds on a day.
     *
     * @param day the day
     * @return true when the day lies within {@link #validFrom()} and {@link #validUntil()}
     */
    public boolean holdsOn(LocalDate day) {
        return within(day, contents.validFrom(), contents.validUntil());
    }

    /**
     * How much a rule weighs.
     *
     * @param rule the rule
     * @return the profile's severity, or the rule's own when the profile names none; empty when the rule is off
     */
    public Optional<Severity> severity(Rule rule) {
        Setting setting = settings.get(rule.code());
        return setting == null ? Optional.of(rule.severity()) : Optional.ofNullable(setting.severity());
    }

    /**
     * Tells whether a rule holds for a record of some date.
     *
     * @param rule the rule
     * @param date the record's date of writing, else of publication; null when it has neither
     * @return true when the profile sets no dates for the rule, or the date lies within them, or is null
     */
    public boolean holds(Rule rule, @Nullable LocalDate date) {
        Setting setting = settings.get(rule.code());
        return setting == null || date == null || within(date, setting.from(), setting.until());
    }

    /**
     * Tells whether a rule holds for some dates only.
     *
     * @param rule the rule
     * @return true when the profile sets a first or a last day for the rule
     */
    public boolean dated(Rule rule) {
        Setting setting = settings.get(rule.code());
        return setting != null && (setting.from() != null || setting.until() != null);
    }

    /**
     * The rules that this profile keeps from running, with the reasons: switched off, or without the pattern, limit
     * or list that they need.
     *
     * @return the rules, sorted by code
     */
    public List<SkippedRule> skipped() {
        Map<String, Bilingual> skipped = new TreeMap<>();
        settings.forEach((code, setting) -> {
            if (setting.severity() == null) {
                skipped.put(code, Objects.requireNonNull(setting.because()));
            }
        });
        if (normativeNumber == null) {
            skipped.putIfAbsent("document.normativeNumber.malformed", noData("patterns.normativeNumber"));
        }
        if (normativeNumber == null || !normativeNumber.pattern().contains("(?<year>")) {
            skipped.putIfAbsent("document.normativeNumber.yearDiffers", noData("patterns.normativeNumber (?<year>)"));
        }
        if (themes == null) {
            skipped.putIfAbsent("document.theme.unlisted", noData("themes"));
        }
        FieldLimits limits = limits();
        if (limits.indexNumberLength() == null) {
            skipped.putIfAbsent("document.indexNumber.tooLong", noData("limits.indexNumberLength"));
        }
        if (limits.validityYears() == null) {
            skipped.putIfAbsent("document.expiresOn.tooFar", noData("limits.validityYears"));
        }
        if (limits.summaryLength() == null || limits.shortBodyLength() == null) {
            skipped.putIfAbsent("document.summary.long", noData("limits.summaryLength, limits.shortBodyLength"));
        }
        return skipped.entrySet().stream()
                .map(each -> new SkippedRule(each.getKey(), each.getValue()))
                .toList();
    }

    /**
     * The shape of a registration number of a normative document (规范性文件号) in this region.
     *
     * @return the pattern of the whole number, or null when the profile has none
     */
    public @Nullable Pattern normativeNumber() {
        return normativeNumber;
    }

    /**
     * The themes (主题分类) that the receiver sorts by.
     *
     * @return the scheme, or null when the profile has none
     */
    public @Nullable ThemeScheme themes() {
        return themes;
    }

    /**
     * What is asked of assistance standards.
     *
     * @return the settings, the standard ones when the profile says nothing
     */
    public AssistanceSettings assistance() {
        return assistance;
    }

    /**
     * What is asked of catalogues of major administrative decisions.
     *
     * @return the settings, the standard ones when the profile says nothing
     */
    public DecisionSettings decisions() {
        return decisions;
    }

    /**
     * From which share on a set of records is odd.
     *
     * @return the settings, the standard ones when the profile says nothing
     */
    public SetSettings set() {
        return set;
    }

    /**
     * What is asked of interpretations of policies.
     *
     * @return the settings; those that the profile does not set are the standard ones
     */
    public InterpretationSettings interpretation() {
        return interpretation;
    }

    /**
     * The limits.
     *
     * @return the limits; those that the profile does not set are null
     */
    public FieldLimits limits() {
        return contents.limits() == null ? new FieldLimits(null, null, null, null, null) : contents.limits();
    }

    /**
     * Limits that a profile sets for fields.
     *
     * @param indexNumberLength the most characters of an index number, or null
     * @param validityYears the most years from the day of effect to the day of expiry of a normative document, or null
     * @param summaryLength the most characters of the summary of a short body, or null
     * @param shortBodyLength the most characters of a body that counts as short, or null
     * @param hotTopicApplications on how many applications the same information is given before it is held to be of general interest,
     *     2 or more; null for the standard number
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldLimits(
            @Nullable Integer indexNumberLength,
            @Nullable Integer validityYears,
            @Nullable Integer summaryLength,
            @Nullable Integer shortBodyLength,
            @Nullable Integer hotTopicApplications) {}

    private static Bilingual noData(String property) {
        return new Bilingual("方案未提供 " + property, "the profile has no " + property);
    }

    private static boolean within(LocalDate day, @Nullable LocalDate from, @Nullable LocalDate until) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    private static Contents contents(byte[] bytes) throws IOException {
        try {
            Contents contents = DataFiles.mapper().readValue(bytes, Contents.class);
            if (contents == null) {
                throw new IOException("the profile is empty");
            }
            return contents;
        } catch (JsonMappingException e) {
            throw new IOException(
                    "the profile is wrong at " + path(e) + ": " + PlainWords.json(e.getOriginalMessage()), e);
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "the profile is not valid JSON" + line(e) + ": " + PlainWords.json(e.getOriginalMessage()), e);
        }
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference each : e.getPath()) {
            path.append('/').append(each.getFieldName() == null ? each.getIndex() : each.getFieldName());
        }
        return path.isEmpty() ? "its root" : path.toString();
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ')';
    }

    private static Map<String, @Nullable String> required(Contents contents) {
        Map<String, @Nullable String> required = new LinkedHashMap<>();
        required.put("name", contents.name());
        required.put("version", contents.version());
        required.put("title", contents.title() == null ? null : contents.title().en());
        return required;
    }

    private static Map<String, Setting> settings(Contents contents, String where) throws IOException {
        Map<String, Setting> settings = new TreeMap<>();
        if (contents.rules() == null) {
            return settings;
        }
        for (Map.Entry<String, RuleEntry> each : contents.rules().entrySet()) {
            String code = each.getKey();
            if (!RuleCatalogue.standard().contains(code)) {
                throw new IOException(where + "there is no rule " + code);
            }
            settings.put(code, setting(RuleCatalogue.standard().rule(code), each.getValue(), where));
        }
        return settings;
    }

    private static Setting setting(Rule rule, @Nullable RuleEntry entry, String where) throws IOException {
        if (entry == null || entry.severity() == null) {
            throw new IOException(where + "rule " + rule.code() + " has no severity");
        }
        if (entry.from() != null && entry.until() != null && entry.until().isBefore(entry.from())) {
            throw new IOException(where + "rule " + rule.code() + ": until lies before from");
        }
        if (entry.severity().equals("off")) {
            if (entry.because() == null) {
                throw new IOException(where + "rule " + rule.code() + " is off, but no because says why");
            }
            return new Setting(null, null, null, entry.because());
        }
        for (Severity each : Severity.values()) {
            if (each.code().equals(entry.severity())) {
                if (!rule.allows(each)) {
                    throw new IOException(where + "rule " + rule.code()
                            + " rests on unverified evidence and cannot be of severity error");
                }
                return new Setting(each, entry.from(), entry.until(), entry.because());
            }
        }
        throw new IOException(where + "rule " + rule.code() + " has the unknown severity " + entry.severity()
                + "; use error, warning, info or off");
    }

    private static @Nullable Pattern pattern(Contents contents, String where) throws IOException {
        String pattern =
                contents.patterns() == null ? null : contents.patterns().normativeNumber();
        try {
            return pattern == null ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IOException(
                    where + "patterns.normativeNumber is not a regular expression: "
                            + e.getMessage().lines().findFirst().orElse(pattern),
                    e);
        }
    }

    private static @Nullable ThemeScheme themes(Contents contents, String where) throws IOException {
        Object themes = contents.themes();
        if (themes == null) {
            return null;
        }
        if (themes.equals("national")) {
            return ThemeScheme.national();
        }
        if (!(themes instanceof Map<?, ?> levels)) {
            throw new IOException(where + "themes must be \"national\" or an object of first levels, got " + themes);
        }
        StringBuilder lines = new StringBuilder("level1,level2\n");
        for (Map.Entry<?, ?> first : levels.entrySet()) {
            if (!(first.getValue() instanceof List<?> second)) {
                throw new IOException(where + "themes." + first.getKey() + " must be a list of second levels, got "
                        + first.getValue());
            }
            lines.append(level(first.getKey(), where)).append(",\n");
            for (Object each : second) {
                lines.append(level(first.getKey(), where))
                        .append(',')
                        .append(level(each, where))
                        .append('\n');
            }
        }
        return ThemeScheme.read(new StringReader(lines.toString()));
    }

    private static String level(@Nullable Object name, String where) throws IOException {
        if (name instanceof String text && !text.isBlank() && text.indexOf(',') < 0 && text.indexOf('\n') < 0) {
            return text;
        }
        throw new IOException(where + "themes: no name of a theme: " + name);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Contents(
            @Nullable String name,
            @Nullable String version,
            @Nullable Bilingual title,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable Map<String, RuleEntry> rules,
            @Nullable Patterns patterns,
            @Nullable FieldLimits limits,
            @Nullable Object themes,
            AssistanceSettings.@Nullable Contents assistance,
            DecisionSettings.@Nullable Contents decisions,
            SetSettings.@Nullable Contents set,
            InterpretationSettings.@Nullable Contents interpretation) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record RuleEntry(
            @Nullable String severity,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Bilingual because) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Patterns(@Nullable String normativeNumber) {}

    /** A rule's setting; a null severity is off. */
    private record Setting(
            @Nullable Severity severity,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Bilingual because) {}
}
