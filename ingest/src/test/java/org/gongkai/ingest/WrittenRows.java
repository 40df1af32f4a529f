package org.gongkai.ingest;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.ingest.mapping.Mapping;

/**
 * Rows of one kind, as a test writes them into a source of any form.
 *
 * @param kind the kind
 * @param header the labels of the columns
 * @param rows the texts of the cells, row by row; empty for a blank cell
 */
public record WrittenRows(WrittenKind kind, List<String> header, List<List<String>> rows) {

    /** The header and the rows below it. */
    public List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>(List.of(header));
        lines.addAll(rows);
        return lines;
    }

    /** What reads the rows out of files, or out of the database that is given. */
    public LegacyReader reader(Mapping.Jdbc database) {
        Mapping none = Mapping.none();
        List<Mapping.Tables> tables = kind.tables();
        return LegacyReader.standard()
                .withMapping(new Mapping(
                        none.labels(),
                        none.constants(),
                        none.ignored(),
                        none.values(),
                        none.dates(),
                        database,
                        tables));
    }
}
