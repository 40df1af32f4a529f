/**
 * Rules, profiles, findings, audits across records and the report model for government disclosure data.
 *
 * <p>Start with {@link org.gongkai.validation.DisclosureValidator}.
 */
@org.jspecify.annotations.NullMarked
module org.gongkai.validation {
    requires transitive org.gongkai.core;
    requires org.hibernate.validator;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;

    exports org.gongkai.validation;
    exports org.gongkai.validation.assistance;
    exports org.gongkai.validation.land;
    exports org.gongkai.validation.report;

    // Jackson reads the data files into records and writes findings and summaries by reflection.
    opens org.gongkai.validation;
    opens org.gongkai.validation.land;
    opens org.gongkai.validation.report;
}
