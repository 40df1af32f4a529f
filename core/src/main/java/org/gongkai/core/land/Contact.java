package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * The office that answers questions about a project.
 *
 * @param office the office, never a private person, or null
 * @param telephone its telephone number (联系电话), or null
 * @param address where it sits, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"office", "telephone", "address"})
public record Contact(
        @Nullable String office,
        @Nullable String telephone,
        @Nullable String address) {

    /** Creates a contact; blank texts become null. */
    public Contact {
        office = Blank.toNull(office);
        telephone = Blank.toNull(telephone);
        address = Blank.toNull(address);
    }
}
