package org.gongkai.core.land;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.Evidence;
import org.gongkai.core.document.Openness;
import org.gongkai.core.text.Csv;
import org.jspecify.annotations.Nullable;

/**
 * The items that a requisition must disclose (公开事项目录). Two catalogues ship, {@link #collectiveLand()} and
 * {@link #stateOwnedLandHouses()}; a place with a table of its own reads it with {@link #read(Reader, String)}.
 *
 * <pre>{@code
 * CatalogueItem item = ItemCatalogue.collectiveLand().item("requisition-announcement");
 * item.duty();     // land-requisition-announcement
 * item.elements(); // 批准机关, 批准文号, ...
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class ItemCatalogue {

    private static final List<String> COLUMNS = List.of(
            "id",
            "stage",
            "level1",
            "level2",
            "elements",
            "basis",
            "from",
            "duty",
            "clock",
            "publisher",
            "audience",
            "mode",
            "channels",
            "need",
            "standing",
            "evidence");

    private final Map<String, CatalogueItem> byId;

    private ItemCatalogue(Map<String, CatalogueItem> byId) {
        this.byId = byId;
    }

    /**
     * The items of the requisition of collective land (农村集体土地征收): those of the Land Administration Law and its
     * implementing regulation of 2021, and those that published county tables add.
     *
     * @return the catalogue; read anew at each call, so keep it
     */
    public static ItemCatalogue collectiveLand() {
        return shipped("items-collective-land.csv");
    }

    /**
     * The items of the requisition of houses on state-owned land (国有土地上房屋征收), with the limits of Shandong.
     *
     * @return the catalogue; read anew at each call, so keep it
     */
    public static ItemCatalogue stateOwnedLandHouses() {
        return shipped("items-state-owned-land-houses.csv");
    }

    /**
     * The shipped catalogue of a regime.
     *
     * @param regime the regime
     * @return the catalogue; read anew at each call, so keep it
     */
    public static ItemCatalogue of(RequisitionRegime.Regime regime) {
        return switch (regime) {
            case COLLECTIVE_LAND -> collectiveLand();
            case STATE_OWNED_LAND_HOUSES -> stateOwnedLandHouses();
        };
    }

    private static ItemCatalogue shipped(String name) {
        return Csv.shipped(ItemCatalogue.class.getResourceAsStream(name), name, reader -> read(reader, name));
    }

    /**
     * Reads a catalogue from a table whose columns are the components of {@link CatalogueItem}; stages, audiences and
     * modes stand there by their Chinese labels, lists are joined by {@code |}. Lines that begin with {@code #} are
     * comments.
     *
     * @param reader the table, UTF-8 text with commas, quoted where needed
     * @param source its name, for messages
     * @return the catalogue
     * @throws IOException when the text cannot be read or has another form, or an id stands twice; the message names
     *     file, line, column, value and what was expected
     */
    public static ItemCatalogue read(Reader reader, String source) throws IOException {
        Map<String, CatalogueItem> byId = new LinkedHashMap<>();
        for (Csv.Row row : Csv.read(reader, source, COLUMNS)) {
            CatalogueItem item = item(row);
            if (byId.put(item.id(), item) != null) {
                throw row.wrong("id", item.id(), "an id that no line above has");
            }
        }
        return new ItemCatalogue(byId);
    }

    private static CatalogueItem item(Csv.Row row) throws IOException {
        String stage = row.text("stage");
        RequisitionStage.Step step =
                stage == null ? null : RequisitionStage.parse(stage).step();
        if (stage != null && step == null) {
            throw row.wrong("stage", stage, "the label of a stage, or nothing");
        }
        String audience = row.required("audience");
        RequisitionAudience.Audience known = RequisitionAudience.parse(audience).audience();
        if (known == null) {
            throw row.wrong("audience", audience, "全社会, 村集体成员 or 征收范围内群众");
        }
        String openness = row.required("mode");
        Openness.Mode mode = Openness.parse(openness).mode();
        if (mode == null) {
            throw row.wrong("mode", openness, "主动公开 or 依申请公开");
        }
        for (String column : List.of("clock", "need", "standing", "evidence")) {
            row.required(column);
        }
        try {
            return CatalogueItemBuilder.builder()
                    .id(row.required("id"))
                    .stage(step)
                    .level1(row.required("level1"))
                    .level2(row.required("level2"))
                    .elements(list(row.text("elements")))
                    .basis(row.required("basis"))
                    .from(date(row))
                    .duty(row.text("duty"))
                    .clock(row.oneOf(CatalogueItem.Clock.class, "clock"))
                    .publisher(row.required("publisher"))
                    .audience(known)
                    .mode(mode)
                    .channels(list(row.text("channels")))
                    .need(row.oneOf(CatalogueItem.Need.class, "need"))
                    .standing(row.oneOf(CatalogueItem.Standing.class, "standing"))
                    .evidence(row.oneOf(Evidence.class, "evidence"))
                    .build();
        } catch (IllegalArgumentException e) {
            throw row.wrong(e);
        }
    }

    private static @Nullable LocalDate date(Csv.Row row) throws IOException {
        String from = row.text("from");
        try {
            return from == null ? null : LocalDate.parse(from);
        } catch (DateTimeParseException e) {
            throw row.wrong("from", from, "a day such as 2021-09-01, or nothing");
        }
    }

    private static List<String> list(@Nullable String cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split("\\|")).map(String::strip).toList();
    }

    /**
     * Every item.
     *
     * @return the items in the order of the catalogue
     */
    public List<CatalogueItem> items() {
        return List.copyOf(byId.values());
    }

    /**
     * Looks an item up.
     *
     * @param id its id, or null
     * @return the item, or null when the catalogue has none of that id
     */
    public @Nullable CatalogueItem find(@Nullable String id) {
        return id == null ? null : byId.get(id);
    }

    /**
     * The item of an id.
     *
     * @param id its id
     * @return the item
     * @throws IllegalArgumentException when the catalogue has none of that id; the message names those it has
     */
    public CatalogueItem item(String id) {
        CatalogueItem item = byId.get(Objects.requireNonNull(id, "id"));
        if (item == null) {
            throw new IllegalArgumentException(
                    "no item \"" + id + "\"; expected one of " + String.join(", ", byId.keySet()));
        }
        return item;
    }
}
