package org.gongkai.validation.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.land.ItemCatalogue;
import org.gongkai.core.land.RequisitionRegime;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * What projects are judged by: which items they must disclose, within which time limits, by which calendar. Each part
 * can be replaced by a place's own.
 *
 * @param collectiveLand the items of collective land
 * @param houses the items of houses on state-owned land
 * @param duties the time limits that the items name
 * @param calendar the working days
 * @param entrusted the approvals that the State Council has entrusted to provinces
 */
public record RequisitionGround(
        ItemCatalogue collectiveLand,
        ItemCatalogue houses,
        Duties duties,
        WorkingCalendar calendar,
        List<EntrustedApproval> entrusted) {

    /**
     * Creates a ground.
     *
     * @throws NullPointerException when a part is null
     * @throws IllegalArgumentException when an item names a duty that is not among the duties
     */
    public RequisitionGround {
        Objects.requireNonNull(calendar, "calendar");
        requireDuties(collectiveLand, duties);
        requireDuties(houses, duties);
        entrusted = List.copyOf(entrusted);
    }

    /**
     * A ground with the entrusted approvals that ship with this library.
     *
     * @param collectiveLand the items of collective land
     * @param houses the items of houses on state-owned land
     * @param duties the time limits that the items name
     * @param calendar the working days
     * @throws IllegalArgumentException when an item names a duty that is not among the duties
     */
    public RequisitionGround(
            ItemCatalogue collectiveLand, ItemCatalogue houses, Duties duties, WorkingCalendar calendar) {
        this(collectiveLand, houses, duties, calendar, EntrustedApproval.shipped());
    }

    /**
     * What ships with this library.
     *
     * @return the ground; its data files are read anew at each call, so keep it
     */
    public static RequisitionGround standard() {
        return new RequisitionGround(
                ItemCatalogue.collectiveLand(),
                ItemCatalogue.stateOwnedLandHouses(),
                Duties.catalogue(),
                WorkingCalendar.china());
    }

    /**
     * This ground with another calendar.
     *
     * @param calendar the working days
     * @return the new ground
     */
    public RequisitionGround withCalendar(WorkingCalendar calendar) {
        return new RequisitionGround(collectiveLand, houses, duties, calendar, entrusted);
    }

    /**
     * The items of a regime.
     *
     * @param regime the regime
     * @return its catalogue
     */
    public ItemCatalogue items(RequisitionRegime.Regime regime) {
        return switch (regime) {
            case COLLECTIVE_LAND -> collectiveLand;
            case STATE_OWNED_LAND_HOUSES -> houses;
        };
    }

    /**
     * The entrusted approval under which an authority may approve what is the State Council's.
     *
     * @param authority the authority that approved
     * @param day the day of the approval, or null when it is not known
     * @return the entrusted approval, or null when the list has none
     */
    public @Nullable EntrustedApproval entrusted(Agency authority, @Nullable LocalDate day) {
        return entrusted.stream()
                .filter(each -> each.covers(authority, day))
                .findFirst()
                .orElse(null);
    }

    private static void requireDuties(ItemCatalogue items, Duties duties) {
        items.items().forEach(each -> {
            if (each.duty() != null) {
                duties.get(each.duty());
            }
        });
    }
}
