package org.gongkai.ingest.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column: what stands above it and what that means.
 *
 * @param <M> what a column can hold
 * @param index its place, counted from 0
 * @param headers the headers from the top down, each once; empty where nothing stands above
 * @param meaning what it holds, or null when nobody knows or it is left out
 * @param role the part it plays, or null when nothing tells
 * @param disputed whether header and unit say different things, so that it is not read
 */
public record TableColumn<M>(
        int index,
        List<String> headers,
        @Nullable M meaning,
        @Nullable ColumnRole role,
        boolean disputed) {

    /** Creates a column. */
    public TableColumn {
        headers = List.copyOf(headers);
    }

    /**
     * The headers in one line, as the ledger and findings name the column.
     *
     * @return the label, empty where nothing stands above
     */
    public String label() {
        return String.join(" ", headers);
    }

    /**
     * Why the column is left out though its header is understood, or null: it counts heads, it sums money paid out.
     *
     * @return the reason for the ledger
     */
    public @Nullable String leftOut() {
        return disputed
                ? "two-roles"
                : meaning == null && role != null && role != ColumnRole.MONEY ? role.code() : null;
    }

    TableColumn<M> meaning(@Nullable M other) {
        return new TableColumn<>(index, headers, other, role, disputed);
    }

    TableColumn<M> role(@Nullable ColumnRole other, @Nullable M otherMeaning) {
        return new TableColumn<>(index, headers, otherMeaning, other, disputed);
    }
}
