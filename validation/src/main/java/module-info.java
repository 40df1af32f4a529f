/**
 * Rules, profiles, findings, audits across records and the report model for government disclosure data.
 *
 * <p>Start with {@link org.gongkai.validation.DisclosureValidator}.
 */
@org.jspecify.annotations.NullMarked
module org.gongkai.validation {
    requires transitive org.gongkai.core;
    requires org.hibernate.validator;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;

    exports org.gongkai.validation;
    exports org.gongkai.validation.annual;
    exports org.gongkai.validation.assistance;
    exports org.gongkai.validation.catalogue;
    exports org.gongkai.validation.change;
    exports org.gongkai.validation.coverage;
    exports org.gongkai.validation.decision;
    exports org.gongkai.validation.document;
    exports org.gongkai.validation.finding;
    exports org.gongkai.validation.interpretation;
    exports org.gongkai.validation.json;
    exports org.gongkai.validation.land;
    exports org.gongkai.validation.obligation;
    exports org.gongkai.validation.profile;
    exports org.gongkai.validation.register;
    exports org.gongkai.validation.report;
    exports org.gongkai.validation.request;
    exports org.gongkai.validation.rule;
    exports org.gongkai.validation.set;

    // Jackson reads the data files into records and writes findings and summaries by reflection.
    opens org.gongkai.validation;
    opens org.gongkai.validation.assistance;
    opens org.gongkai.validation.coverage;
    opens org.gongkai.validation.decision;
    opens org.gongkai.validation.finding;
    opens org.gongkai.validation.interpretation;
    opens org.gongkai.validation.land;
    opens org.gongkai.validation.profile;
    opens org.gongkai.validation.report;
    opens org.gongkai.validation.request;
    opens org.gongkai.validation.rule;
}
