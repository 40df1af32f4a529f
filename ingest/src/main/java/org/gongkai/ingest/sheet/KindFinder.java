package org.gongkai.ingest.sheet;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.KindChoice;
import org.gongkai.ingest.table.PartedRows;
import org.gongkai.ingest.table.TableFit;
import org.gongkai.ingest.table.TableKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds out what the tables of a source hold of which nobody has said it. Immutable. */
public final class KindFinder {

    /** So many rows tell; the header stands among the first thirty. */
    public static final int HEAD = 60;

    private static final int LONGEST_TITLE = 200;

    /** The header of a list on a page stands in one of its first rows, and has that many labels. */
    private static final int HEADER_WITHIN = 3;

    private static final int FEWEST_LABELS = 2;

    private final LabelAliases aliases;
    private final DocumentWords documents;

    /** @param aliases the labels of documents */
    public KindFinder(LabelAliases aliases) {
        // Members of JSON may be called as the elements are.
        Map<String, Component> names = new LinkedHashMap<>();
        Component.values().forEach(each -> names.put(each.path(), each));
        this.aliases = LabelAliases.of(names, Set.of()).plus(aliases);
        this.documents = new DocumentWords(this.aliases);
    }

    /** Whether a text is a label of any kind of record. */
    public boolean knows(String label) {
        return aliases.component(label) != null || KindChoice.knows(label);
    }

    /**
     * What a table holds.
     *
     * @param grid the table
     * @param titles what it may be called
     */
    public KindChoice table(Grid grid, List<String> titles) {
        Grid head = grid.head(HEAD);
        TableFit fit = TableFit.of(head, documents, List.of());
        boolean list = fit != null && documents.header(fit.known(), fit.filled());
        return KindChoice.of(head, titles, list ? fit : null, list && titled(head));
    }

    /** Whether tables are lists of documents, which say by a label of their own which column holds the titles. */
    public boolean listsDocuments(List<Grid> grids) {
        return grids.stream().map(each -> each.head(HEAD)).anyMatch(each -> {
            TableFit fit = TableFit.of(each, documents, List.of());
            return fit != null && documents.header(fit.known(), fit.filled()) && titled(each);
        });
    }

    /**
     * Whether a table of a page lists documents beyond doubt: below labels of which one is that of the titles stand two titles at
     * least, and no label further down, as there would be in a table that describes one document.
     */
    public boolean listsSeveral(List<Grid> grids) {
        return grids.stream().map(each -> each.head(HEAD)).anyMatch(this::listsSeveral);
    }

    private boolean listsSeveral(Grid grid) {
        List<List<Grid.Cell>> rows = grid.rows();
        for (int i = 0; i < Math.min(HEADER_WITHIN, rows.size()); i++) {
            int titles = titles(rows.get(i));
            if (titles >= 0) {
                // Merged cells of the header reach into the rows below.
                Set<Grid.Cell> header = Collections.newSetFromMap(new IdentityHashMap<>());
                header.addAll(rows.get(i));
                List<List<Grid.Cell>> below = rows.subList(i + 1, rows.size());
                return below.stream().flatMap(List::stream).noneMatch(each -> !header.contains(each) && tells(each))
                        && below.stream()
                                        .filter(row -> titles < row.size())
                                        .map(row -> row.get(titles))
                                        .filter(each -> !header.contains(each) && !each.blank())
                                        .count()
                                > 1;
            }
        }
        return false;
    }

    /** The column of the titles in a row of labels, or -1. */
    private int titles(List<Grid.Cell> row) {
        int titles = -1;
        int known = 0;
        int filled = 0;
        for (int i = 0; i < row.size(); i++) {
            LabelAliases.Alias alias = row.get(i).blank() ? null : aliases.find(row.get(i).text);
            filled += row.get(i).blank() ? 0 : 1;
            known += alias == null ? 0 : 1;
            if (alias != null && alias.component() == Component.TITLE) {
                titles = i;
            }
        }
        return known >= FEWEST_LABELS && known * 2 >= filled ? titles : -1;
    }

    private boolean tells(Grid.Cell cell) {
        LabelAliases.Alias alias = cell.blank() ? null : aliases.find(cell.text);
        return alias != null && alias.tells();
    }

    /** Whether a list of documents says by a label of its own which column holds the titles. */
    private boolean titled(Grid grid) {
        return grid.rows().stream()
                .anyMatch(row -> row.stream().anyMatch(each -> {
                    LabelAliases.Alias alias = each.blank() ? null : aliases.find(each.text);
                    return alias != null && alias.component() == Component.TITLE && alias.tells();
                }));
    }

    /** What a table in text form holds. */
    public KindChoice text(String name, Reader text) throws IOException {
        List<Grid> first = new ArrayList<>();
        Grid.inParts(name, text, (part, last) -> {
            first.add(part);
            return PartedRows.NO_MORE;
        });
        return table(first.get(0), List.of(called(name)));
    }

    /** What the tables of a page hold, all of them together. */
    public KindChoice page(String name, Grid.Tables tables, String html) {
        List<String> titles = titles(name, html);
        return KindChoice.together(
                tables.grids().stream().map(each -> table(each, titles)).toList());
    }

    /** What a page may be called: by its file, its title, its headings. */
    public static List<String> titles(String name, String html) {
        Document page = Jsoup.parse(html);
        List<String> titles = new ArrayList<>(List.of(called(name), page.title()));
        for (Element each : page.select("h1, h2, h3")) {
            if (each.text().length() <= LONGEST_TITLE) {
                titles.add(each.text());
            }
        }
        return titles;
    }

    /** What a file may be called: the last part of its name without the ending. */
    public static String called(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        String ending = MediaTypes.ending(last);
        return ending.isEmpty() || ending.length() >= last.length()
                ? last
                : last.substring(0, last.length() - ending.length() - 1);
    }

    /** That it is not clear which kind of record a source holds. */
    public static SourceProblem unclear(Location place, KindChoice choice) {
        return new SourceProblem("source.kind.unclear", place, choice.names(), TableKind.codes());
    }

    /** That the kind was found out. */
    public static SourceProblem found(Location place, @Nullable TableKind kind) {
        return new SourceProblem("source.kind.found", place, kind == null ? null : kind.code(), null);
    }
}
