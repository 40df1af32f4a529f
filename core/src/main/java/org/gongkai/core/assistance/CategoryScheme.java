package org.gongkai.core.assistance;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.Evidence;
import org.gongkai.core.text.Csv;

/**
 * How the items of assistance are grouped under headings (困难群众救助的分类).
 *
 * <p>Shandong speaks of nine categories (9类困难群众), but no text that is public lists them, so the grouping is data.
 * Three groupings ship, each inferred from published notices: {@link #a()} is the default, {@link #b()} counts
 * groups of people, {@link #c()} mixes both. A user with another list reads a file of their own with
 * {@link #read(String, Reader)}. Items may stand outside the headings, as extras.
 */
public final class CategoryScheme {

    private final String name;
    private final Evidence evidence;
    private final List<AssistanceCategory> categories;
    private final Set<AssistanceItem> extras;

    private CategoryScheme(
            String name, Evidence evidence, List<AssistanceCategory> categories, Set<AssistanceItem> extras) {
        this.name = name;
        this.evidence = evidence;
        this.categories = List.copyOf(categories);
        this.extras = extras;
    }

    /**
     * The default grouping: one heading, one family of prices, as cities print their tables.
     *
     * @return the scheme
     */
    public static CategoryScheme a() {
        return shipped("a");
    }

    /**
     * The grouping by people: urban and rural together, the groups of children apart.
     *
     * @return the scheme
     */
    public static CategoryScheme b() {
        return shipped("b");
    }

    /**
     * The grouping with one heading for all orphans.
     *
     * @return the scheme
     */
    public static CategoryScheme c() {
        return shipped("c");
    }

    private static CategoryScheme shipped(String name) {
        String resource = "scheme-" + name + ".csv";
        return Csv.shipped(
                CategoryScheme.class.getResourceAsStream(resource),
                resource,
                reader -> read(name.toUpperCase(Locale.ROOT), reader));
    }

    /**
     * Reads a scheme: a header line, then heading, item, residence and evidence a line. An empty heading marks an
     * extra; an empty residence says that the heading takes the item in whatever the residence.
     *
     * @param name the scheme's name, as reports show it
     * @param reader the text
     * @return the scheme; its evidence is the weakest of its lines
     * @throws IOException when the text cannot be read, or a line is wrong or puts an item under two headings; the
     *     message names the line
     */
    public static CategoryScheme read(String name, Reader reader) throws IOException {
        Map<String, Set<AssistanceCategory.Cell>> headings = new LinkedHashMap<>();
        Map<AssistanceItem, Set<Residence>> taken = new LinkedHashMap<>();
        Set<AssistanceItem> extras = new LinkedHashSet<>();
        Evidence weakest = Evidence.PRIMARY;
        for (Csv.Row row : Csv.readUnnamed(reader, "the scheme", List.of("heading", "item", "residence", "evidence"))) {
            AssistanceItem item = AssistanceItem.parse(row.required("item"));
            Residence residence =
                    Objects.requireNonNullElse(row.oneOf(Residence.class, "residence"), Residence.UNIFIED);
            Evidence evidence = row.requiredOneOf(Evidence.class, "evidence");
            weakest = evidence.compareTo(weakest) > 0 ? evidence : weakest;
            Set<Residence> before = taken.computeIfAbsent(item, each -> new LinkedHashSet<>());
            boolean whole = residence == Residence.UNIFIED || before.contains(Residence.UNIFIED);
            if (!before.add(residence) || whole && before.size() > 1) {
                throw row.wrong("item", item.text(), "an item that no line above takes in");
            }
            String heading = row.text("heading");
            if (heading == null) {
                extras.add(item);
            } else {
                headings.computeIfAbsent(heading, each -> new LinkedHashSet<>())
                        .add(new AssistanceCategory.Cell(item, residence));
            }
        }
        List<AssistanceCategory> categories = new ArrayList<>();
        headings.forEach((heading, cells) -> categories.add(new AssistanceCategory(heading, cells)));
        return new CategoryScheme(Objects.requireNonNull(name, "name"), weakest, categories, extras);
    }

    /**
     * The scheme's name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * How well the grouping is known.
     *
     * @return the weakest evidence of its lines
     */
    public Evidence evidence() {
        return evidence;
    }

    /**
     * The headings in the order of the scheme.
     *
     * @return the headings
     */
    public List<AssistanceCategory> categories() {
        return categories;
    }

    /**
     * The items that the scheme knows and keeps outside its headings.
     *
     * @return the extras in the order of the scheme
     */
    public List<AssistanceItem> extras() {
        return List.copyOf(extras);
    }

    /**
     * Tells whether the scheme knows an item, under a heading or as an extra.
     *
     * @param item the item
     * @return true when it does
     */
    public boolean knows(AssistanceItem item) {
        return extras.contains(item)
                || categories.stream()
                        .flatMap(each -> each.cells().stream())
                        .anyMatch(each -> each.item().equals(item));
    }

    /**
     * The headings that a line belongs to: one as a rule; two for a line that holds for town and country where the
     * scheme keeps them apart; none for an extra or an unknown item.
     *
     * @param standard the line
     * @return the headings in the order of the scheme
     */
    public List<AssistanceCategory> headingsOf(AssistanceStandard standard) {
        return categories.stream()
                .filter(category -> category.cells().stream()
                        .anyMatch(cell -> cell.item().equals(standard.item())
                                && AssistanceSchedule.meets(standard.residence(), cell.residence())))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
