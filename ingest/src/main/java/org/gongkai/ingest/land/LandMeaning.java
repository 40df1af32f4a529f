package org.gongkai.ingest.land;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a column of a table of land can hold. */
enum LandMeaning {
    NUMBER("number"),
    CODE("code"),
    NAME("name"),
    /** What a piece of land is called: the name of a line of a plan, the number of a parcel that has no other. */
    PARCEL_NAME("parcel.name"),
    TOWN("town"),
    VILLAGE("village"),
    LOCATION("location"),
    GROUP("group"),
    COLLECTIVE("collective"),
    BOUNDS("bounds"),
    EAST("bounds.east"),
    SOUTH("bounds.south"),
    WEST("bounds.west"),
    NORTH("bounds.north"),
    AREA("area"),
    PLANNED_AREA("plannedArea"),
    USE("use"),
    GROUND("ground"),
    QUARTER("quarter"),
    IMPLEMENTER("implementer"),
    PLAN_YEAR("planItem.year"),
    PLAN_NUMBER("planItem.number"),
    STATE("state"),
    APPROVING_AUTHORITY("approvingAuthority"),
    APPROVAL_NUMBER("approvalNumber"),
    APPROVED_ON("approvedOn"),
    APPROVAL_RECEIVED_ON("approvalReceivedOn"),
    REGIME("regime"),
    RESETTLEMENT("resettlement"),
    SOCIAL_SECURITY("socialSecurity"),
    REMEDIES("remedies"),
    OFFICE("contact.office"),
    TELEPHONE("contact.telephone"),
    /** The class of land that the row is about, in words. */
    CLASS_NAME("landClass"),
    /** The price of the block for an area. */
    PRICE("price"),
    /** The grade or number of the block, beside its price. */
    PRICE_GRADE("price.grade"),
    /** An area of the class that the header names. */
    LAND_CLASS("landClasses"),
    IGNORED("-");

    private final String path;

    LandMeaning(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** Whether it is a part of where the land lies, the wider before the narrower. */
    boolean place() {
        return this == TOWN || this == VILLAGE || this == LOCATION || this == GROUP;
    }

    /** Where it stands among the parts of a place, the wider before the narrower; 位置 may be either, and others are none. */
    static int width(@Nullable LandMeaning meaning) {
        return meaning == TOWN ? 0 : meaning == GROUP ? 2 : 1;
    }

    /** Whether it tells of a parcel of a project, of which a list of projects may have a row for each. */
    boolean ofParcel() {
        return switch (this) {
            case NUMBER, TOWN, VILLAGE, LOCATION, GROUP, COLLECTIVE, BOUNDS, EAST, SOUTH, WEST, NORTH -> true;
            case PARCEL_NAME, AREA, PLANNED_AREA, LAND_CLASS, CLASS_NAME, PRICE, IGNORED -> true;
            default -> false;
        };
    }

    /** Whether it says where a parcel lies or whose it is. */
    boolean locates() {
        return place() || this == COLLECTIVE || this == BOUNDS;
    }

    /** Whether it tells one project from another. */
    boolean identity() {
        return this == CODE || this == NAME || this == APPROVAL_NUMBER;
    }

    /** Whether it is a figure that totals hold as well. */
    boolean summed() {
        return this == AREA || this == PLANNED_AREA || this == LAND_CLASS;
    }

    /** Whether it tells of a whole project and stands in lines above a table of its parcels. */
    boolean ofProject() {
        return switch (this) {
            case APPROVING_AUTHORITY, APPROVAL_NUMBER, APPROVED_ON, APPROVAL_RECEIVED_ON, USE, GROUND -> true;
            case NAME, CODE, IMPLEMENTER -> true;
            default -> false;
        };
    }

    /** The meaning of a name in data and mapping files, or null; a column of a class is told by the class alone. */
    static @Nullable LandMeaning of(String path) {
        return Arrays.stream(values())
                .filter(each -> each != LAND_CLASS && each.path.equals(path))
                .findFirst()
                .orElse(null);
    }

    static Set<String> paths() {
        return Arrays.stream(values())
                .filter(each -> each != LAND_CLASS)
                .map(LandMeaning::path)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
