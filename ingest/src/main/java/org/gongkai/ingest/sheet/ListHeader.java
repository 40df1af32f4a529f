package org.gongkai.ingest.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.page.PageText;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableLayout;
import org.jspecify.annotations.Nullable;

/** The labels of the columns of a list, by which the mapper looks them up. */
final class ListHeader {

    private final LabelAliases aliases;
    private final List<Label> labels = new ArrayList<>();

    /**
     * A column's label.
     *
     * @param shown as it stands, the labels of groups before it
     * @param key the part of it by which it is looked up
     */
    record Label(String shown, String key) {}

    private ListHeader(LabelAliases aliases) {
        this.aliases = aliases;
    }

    /**
     * The labels of the columns of a layout.
     *
     * @param shape tells what the columns of a group can hold
     */
    static List<Label> of(TableLayout<Component> layout, LabelAliases aliases, RowShape shape) {
        ListHeader header = new ListHeader(aliases);
        List<List<String>> parts = layout.columns().stream()
                .map(TableColumn::headers)
                .map(each -> each.stream().map(PageText::tidy).distinct().toList())
                .toList();
        parts.forEach(each -> header.labels.add(header.label(each)));
        header.groups(parts, layout, shape);
        return List.copyOf(header.labels);
    }

    /** The texts of the rows of a header, by which they are known where they are repeated below. */
    static Set<List<String>> rows(TableLayout<Component> layout) {
        return layout.header().stream()
                .map(each -> texts(each.stream().map(cell -> cell.text).toList()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The texts of the cells of a row, without blank ones behind the last. */
    static List<String> texts(List<String> cells) {
        List<String> texts = new ArrayList<>(cells.stream().map(PageText::tidy).toList());
        while (!texts.isEmpty() && texts.get(texts.size() - 1).isEmpty()) {
            texts.remove(texts.size() - 1);
        }
        return texts;
    }

    /** Whether a row has the texts of one of those of the header. */
    static boolean again(Set<List<String>> header, List<String> cells) {
        // The first cell tells of most rows that they have not.
        String first = cells.isEmpty() ? "" : PageText.tidy(cells.get(0));
        boolean may = false;
        for (List<String> each : header) {
            may |= each.isEmpty() || each.get(0).equals(first);
        }
        return may && header.contains(texts(cells));
    }

    private Label label(List<String> parts) {
        if (parts.size() < 2) {
            String only = parts.isEmpty() ? "" : parts.get(0);
            return new Label(only, only);
        }
        String shown = String.join("/", parts);
        if (aliases.find(shown) != null) {
            return new Label(shown, shown);
        }
        String key = DocumentWords.key(aliases, parts.get(parts.size() - 2), parts.get(parts.size() - 1));
        return new Label(shown, key == null ? shown : key);
    }

    /**
     * A column whose own label nobody knows is that of its group, where its cells alone fit what the group holds: of 文号 over
     * 机关代字 and 全文号 the second.
     */
    private void groups(List<List<String>> parts, TableLayout<Component> layout, RowShape shape) {
        Map<String, @Nullable Integer> fitting = new HashMap<>();
        for (int c = 0; c < labels.size(); c++) {
            String group = group(parts.get(c));
            if (aliases.find(labels.get(c).key()) == null && group != null && fits(group, c, layout, shape)) {
                fitting.put(group, fitting.containsKey(group) ? null : c);
            }
        }
        fitting.forEach((group, column) -> {
            if (column != null && labels.stream().noneMatch(each -> each.key().equals(group))) {
                labels.set(column, new Label(labels.get(column).shown(), group));
            }
        });
    }

    private @Nullable String group(List<String> parts) {
        for (int i = parts.size() - 2; i >= 0; i--) {
            if (aliases.component(parts.get(i)) != null) {
                return parts.get(i);
            }
        }
        return null;
    }

    private static boolean fits(String group, int column, TableLayout<Component> layout, RowShape shape) {
        List<String> cells = layout.rows().stream()
                .map(each -> each.text(column))
                .filter(each -> !each.isBlank())
                .toList();
        return !cells.isEmpty() && cells.stream().allMatch(each -> shape.fits(group, each));
    }
}
