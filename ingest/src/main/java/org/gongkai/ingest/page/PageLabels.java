package org.gongkai.ingest.page;

import java.util.List;
import java.util.Set;
import org.gongkai.ingest.mapping.LabelAliases;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the labelled values of a page: in tables, in definition lists, in lines and in neighbouring elements. One page,
 * one use: first the tables, whose elements the caller takes out of the page, then the lines.
 */
final class PageLabels {

    private final Element page;
    private final KnownLabels labels;
    private final LineSplitter splitter;
    private final TableLabels tables;

    PageLabels(Element page, LabelAliases aliases) {
        this.page = page;
        this.labels = new KnownLabels(aliases);
        this.splitter = new LineSplitter(labels);
        this.tables = new TableLabels(page, labels, splitter);
    }

    /** The labelled values in tables. */
    List<LabelledValue> tables() {
        return tables.pairs();
    }

    /** The tables that are made of labels and values. */
    Set<Element> usedTables() {
        return tables.used();
    }

    /** The labelled values outside tables, those of the page's frame left out. */
    List<LabelledValue> lines(@Nullable Element body, @Nullable Element heading) {
        List<Block> blocks = Block.of(page, tables.lists());
        BlockReader reader = new BlockReader(blocks, labels, splitter);
        boolean dated = tables.pairs().stream().anyMatch(labels::datesPublication);
        List<LabelledValue> accepted = new LineLabels(blocks, labels, body, heading, dated).choose(reader);
        new UnknownLabels(accepted, labels).add(blocks, reader);
        return accepted;
    }
}
