package org.gongkai.ingest.assistance;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a column of a table holds. */
enum AssistanceMeaning {
    IGNORED("-", null),
    ITEM("item", "/item"),
    RESIDENCE("residence", "/residence"),
    GRADE("grade", "/grades"),
    SUPPORT("support", "/support"),
    PLACE("place", "/place"),
    SCOPE("scope", "/scope"),
    AMOUNT("amount", "/amount"),
    PREVIOUS("previous", "/previousAmount"),
    GROWTH("growth", "/growth"),
    CHANGE("change", "/change"),
    FOLLOWS("follows", "/follows"),
    UNIT("unit", "/unit"),
    EFFECTIVE_FROM("effectiveFrom", "/effectiveFrom"),
    EFFECTIVE_TO("effectiveTo", "/effectiveTo"),
    ISSUED_ON("issuedOn", "/issuedOn"),
    PUBLISHED_ON("publishedOn", "/publishedOn"),
    BASIS_TITLE("basis.title", "/basis/title"),
    BASIS_NUMBER("basis.documentNumber", "/basis/documentNumber"),
    SET_BY("setBy", "/setBy"),
    PUBLISHER("publisher", "/publisher"),
    NOTE("note", "/note"),
    EVIDENCE("evidence", "/evidence"),
    SOURCE("source", "/source");

    private final String code;
    private final @Nullable String pointer;

    AssistanceMeaning(String code, @Nullable String pointer) {
        this.code = code;
        this.pointer = pointer;
    }

    @Nullable
    String pointer() {
        return pointer;
    }

    /** Whether one text holds for a line as a whole, so that it can be given for all lines of a source. */
    boolean scalar() {
        return switch (this) {
            case IGNORED, ITEM, RESIDENCE, GRADE, SUPPORT, AMOUNT, PREVIOUS, GROWTH, CHANGE, FOLLOWS -> false;
            default -> true;
        };
    }

    /** Whether its words tell what is priced. */
    boolean dimension() {
        return this == ITEM || this == RESIDENCE || this == GRADE || this == SUPPORT;
    }

    /** Whether its cells hold amounts. */
    boolean priced() {
        return this == AMOUNT || this == PREVIOUS;
    }

    static Set<String> codes(Predicate<AssistanceMeaning> wanted) {
        Set<String> codes = new LinkedHashSet<>();
        for (AssistanceMeaning each : values()) {
            if (wanted.test(each)) {
                codes.add(each.code);
            }
        }
        return codes;
    }

    static @Nullable AssistanceMeaning of(String code) {
        for (AssistanceMeaning each : values()) {
            if (each.code.equals(code)) {
                return each;
            }
        }
        return null;
    }
}
