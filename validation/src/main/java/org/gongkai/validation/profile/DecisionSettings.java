package org.gongkai.validation.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.Evidence;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.Duty;
import org.gongkai.core.calendar.DutyBuilder;
import org.gongkai.core.decision.DecisionKindScheme;
import org.gongkai.core.decision.MaterialCatalogue;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * What a profile says of major administrative decisions (property {@code decisions}):
 *
 * <pre>{@code
 * "decisions": {
 *   "kinds": "district",
 *   "catalogueLimits": [
 *     {"by": "03-31", "places": ["青岛市", "崂山区"], "source": "青岛市重大行政决策程序规定 art. 6", "evidence": "derived"},
 *     {"from": "2025-10-01", "duty": "decision-catalogue-shandong"}
 *   ]
 * }
 * }</pre>
 *
 * <p>{@code kinds} is the name of a shipped {@link DecisionKindScheme}, or an object with a {@code name} and {@code rows},
 * each with number, label, also, scope, source and evidence. {@code materials} lists objects with the columns of
 * {@link MaterialCatalogue#read}. {@code catalogueLimits} says by when a catalogue must be published: each with the id of
 * a {@code duty} of the catalogue of duties, or with {@code by}, a month and day, its {@code source} and its
 * {@code evidence}; {@code from} is the day on which the limit came into force, {@code places} what the name of a body
 * that it binds holds, without which it binds every body. What is left out keeps its standard value.
 *
 * @param kinds the kinds of matters
 * @param materials the materials that a matter must show
 * @param catalogueLimits the limits for the publication of a catalogue, in the order in which they came into force
 */
public record DecisionSettings(
        DecisionKindScheme kinds, MaterialCatalogue materials, List<CatalogueLimit> catalogueLimits) {

    private static final String KINDS = "district";
    /** The city and its districts, as their governments name themselves. */
    private static final List<String> QINGDAO =
            List.of("青岛", "市南区", "市北区", "李沧区", "崂山区", "黄岛区", "城阳区", "即墨区", "胶州市", "平度市", "莱西市");

    private static final List<String> KIND_COLUMNS =
            List.of("scheme", "number", "label", "also", "scope", "source", "evidence");
    private static final List<String> MATERIAL_COLUMNS =
            List.of("type", "need", "stage", "procedure", "duty", "basis", "evidence");

    /**
     * By when a catalogue must be published.
     *
     * @param from the day on which the limit came into force, or null when it always held
     * @param places what the name of a body that it binds holds, such as 青岛市; empty when it binds every body
     * @param duty the limit: a day of the catalogue's year
     */
    public record CatalogueLimit(@Nullable LocalDate from, List<String> places, Duty duty) {

        /**
         * Creates a limit.
         *
         * @throws NullPointerException when {@code duty} is null
         */
        public CatalogueLimit {
            Objects.requireNonNull(duty, "duty");
            places = List.copyOf(places);
        }

        boolean binds(@Nullable Agency body) {
            return places.isEmpty() || body != null && places.stream().anyMatch(body.text()::contains);
        }
    }

    /** What a profile file says; anything may be left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contents(
            @Nullable Object kinds,
            @Nullable List<Object> materials,
            @Nullable List<LimitEntry> catalogueLimits) {}

    /** A limit as a profile file has it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LimitEntry(
            @Nullable LocalDate from,
            @Nullable List<String> places,
            @Nullable String duty,
            @Nullable String by,
            @Nullable String source,
            @Nullable String evidence) {}

    public DecisionSettings {
        Objects.requireNonNull(kinds, "kinds");
        Objects.requireNonNull(materials, "materials");
        catalogueLimits = List.copyOf(catalogueLimits);
    }

    /**
     * The settings of a profile that says nothing: the nine kinds of a district, the materials that Laoshan asks for, and
     * catalogues of Qingdao in the first quarter, as the city's order no. 271, art. 6, puts it. Elsewhere a catalogue may
     * lawfully come in May or June.
     *
     * @return the settings
     */
    public static DecisionSettings standard() {
        return new DecisionSettings(
                DecisionKindScheme.named(KINDS),
                MaterialCatalogue.standard(),
                List.of(new CatalogueLimit(
                        null, QINGDAO, duty("03-31", "青岛市重大行政决策程序规定 (市政府令第271号) art. 6", Evidence.DERIVED))));
    }

    /**
     * The limit for the catalogue of a year: of those in force when the year began the last.
     *
     * @param year the year
     * @param body whose catalogue it is, or null when that is not known
     * @return the limit, or null when none was in force there
     */
    public @Nullable Duty catalogueLimit(int year, @Nullable Agency body) {
        Duty limit = null;
        for (CatalogueLimit each : catalogueLimits) {
            if (each.binds(body) && (each.from() == null || !each.from().isAfter(LocalDate.of(year, 1, 1)))) {
                limit = each.duty();
            }
        }
        return limit;
    }

    static DecisionSettings of(@Nullable Contents contents, String where) throws IOException {
        DecisionSettings standard = standard();
        if (contents == null) {
            return standard;
        }
        try {
            return new DecisionSettings(
                    contents.kinds() == null ? standard.kinds() : kinds(contents.kinds()),
                    contents.materials() == null
                            ? standard.materials()
                            : MaterialCatalogue.read(
                                    new StringReader(AssistanceSettings.table(MATERIAL_COLUMNS, contents.materials())),
                                    "materials"),
                    contents.catalogueLimits() == null
                            ? standard.catalogueLimits()
                            : limits(contents.catalogueLimits()));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new IOException(where + "decisions: " + e.getMessage(), e);
        }
    }

    private static DecisionKindScheme kinds(Object kinds) throws IOException {
        if (kinds instanceof String name) {
            return DecisionKindScheme.named(name);
        }
        if (kinds instanceof Map<?, ?> own
                && own.get("name") instanceof String name
                && own.get("rows") instanceof List<?> rows) {
            List<Map<Object, Object>> named = new ArrayList<>();
            for (Object each : rows) {
                Map<Object, Object> row = new HashMap<>(Map.of("scheme", name));
                if (each instanceof Map<?, ?> cells) {
                    row.putAll(cells);
                }
                named.add(row);
            }
            return DecisionKindScheme.read(
                    new StringReader(AssistanceSettings.table(KIND_COLUMNS, named)), "kinds", name);
        }
        throw new IOException("kinds must be one of " + DecisionKindScheme.names()
                + " or an object with name and rows, got " + kinds);
    }

    private static List<CatalogueLimit> limits(List<LimitEntry> entries) throws IOException {
        List<CatalogueLimit> limits = new ArrayList<>();
        LocalDate before = null;
        for (LimitEntry each : entries) {
            if ((each.duty() == null) == (each.by() == null)) {
                throw new IOException("catalogueLimits: each needs either duty or by");
            }
            if (before != null && (each.from() == null || !each.from().isAfter(before))
                    || !limits.isEmpty() && each.from() == null) {
                throw new IOException("catalogueLimits: " + each.from() + " stands after " + before
                        + "; put them in the order in which they came into force, the first without from");
            }
            before = each.from();
            limits.add(
                    new CatalogueLimit(each.from(), Objects.requireNonNullElse(each.places(), List.of()), limit(each)));
        }
        return limits;
    }

    private static Duty limit(LimitEntry entry) throws IOException {
        Duty duty = entry.by() == null
                ? Duties.catalogue().get(Objects.requireNonNull(entry.duty()))
                : duty(entry.by(), Objects.requireNonNullElse(entry.source(), "own"), evidence(entry.evidence()));
        if (duty.unit() != Duty.Unit.DATE) {
            throw new IOException("catalogueLimits: the duty " + duty.id() + " names no day of the year");
        }
        return duty;
    }

    private static Evidence evidence(@Nullable String mark) throws IOException {
        for (Evidence each : Evidence.values()) {
            if (each.mark().equals(Objects.requireNonNullElse(mark, Evidence.UNVERIFIED.mark()))) {
                return each;
            }
        }
        throw new IOException("catalogueLimits: evidence " + mark + " is none of primary, mirror, derived, unverified");
    }

    private static Duty duty(String by, String source, Evidence evidence) {
        return DutyBuilder.builder()
                .id("decision-catalogue-by")
                .nameZh("公布重大行政决策事项目录")
                .nameEn("Publish the catalogue of decision matters")
                .amount(by)
                .unit(Duty.Unit.DATE)
                .startZh("年度")
                .startEn("year")
                .counting(Duty.Counting.FIXED_DATE)
                .bound(Duty.Bound.AT_MOST)
                .source(source)
                .evidence(evidence)
                .build();
    }
}
