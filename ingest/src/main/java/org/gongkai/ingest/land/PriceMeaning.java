package org.gongkai.ingest.land;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a column of a table of block prices can hold. */
enum PriceMeaning {
    REGION("region"),
    BLOCK("block"),
    GRADE("grade"),
    RANGE("range"),
    PRICE("price"),
    /** The prices of several blocks in one cell, each behind the name of its block. */
    PRICES("price"),
    /** The price of one block, whose name is the header. */
    OF_BLOCK("price"),
    UNIT("unit"),
    LAND_SHARE("landShare"),
    RESETTLEMENT_SHARE("resettlementShare"),
    SET_BY("setBy"),
    DOCUMENT("document"),
    PUBLISHED_ON("publishedOn"),
    EFFECTIVE_FROM("effectiveFrom"),
    /** An area: the table is one of parcels or projects. */
    AREA("area"),
    IGNORED("-");

    private final String path;

    PriceMeaning(String path) {
        this.path = path;
    }

    String pointer() {
        return '/' + path;
    }

    /** Whether one value may hold for all rows. */
    boolean shared() {
        return switch (this) {
            case UNIT, SET_BY, DOCUMENT, PUBLISHED_ON, EFFECTIVE_FROM -> true;
            default -> false;
        };
    }

    static @Nullable PriceMeaning of(String path) {
        return Arrays.stream(values())
                .filter(each -> each.path.equals(path))
                .findFirst()
                .orElse(null);
    }

    static Set<String> paths() {
        return Arrays.stream(values()).map(each -> each.path).collect(Collectors.toSet());
    }
}
