package org.gongkai.ingest.sheet;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.DateText;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.mapper.RecordMapper;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/** The sheets of a workbook as lists of documents, one a row. */
public final class ListSheets implements Workbook.Sheets {

    private final SourceFile file;
    private final LabelAliases aliases;
    private final Limits limits;
    private final RecordMapper mapper;
    private final SourceHandler handler;
    private final List<SheetTable> tables = new ArrayList<>();

    public ListSheets(
            SourceFile file, LabelAliases aliases, Limits limits, RecordMapper mapper, SourceHandler handler) {
        this.file = file;
        this.aliases = aliases;
        this.limits = limits;
        this.mapper = mapper;
        this.handler = handler;
    }

    @Override
    public Workbook.Sheet begin(Location place, String rawName, DateText.Epoch epoch) {
        SheetTable table = new SheetTable(place, rawName, epoch, aliases, limits, mapper, handler);
        tables.add(table);
        return table;
    }

    @Override
    public @Nullable SourceProblem end() {
        return tables.stream().anyMatch(SheetTable::filled) && tables.stream().noneMatch(SheetTable::hasHeader)
                ? new SourceProblem("source.csv.noHeader", Location.of(file.name()), null, null)
                : null;
    }
}
