package org.gongkai.ingest.decision;

import org.gongkai.core.decision.Adoption;
import org.jspecify.annotations.Nullable;

/** What a column of a table of decisions can hold. */
enum DecisionMeaning {
    NUMBER("number"),
    NAME("name"),
    KIND("decisionKind"),
    UNITS("units"),
    LEAD("lead"),
    PARTNERS("partners"),
    BASES("legalBases"),
    TIME("plannedTime"),
    PROCEDURES("procedures"),
    /** A procedure of its own, with a mark in the cell. */
    PROCEDURE("procedure"),
    STAGE("stage"),
    MATERIAL("material"),
    DOCUMENT_NUMBER("documentNumber"),
    ISSUED_ON("issuedOn"),
    CONTRIBUTOR("contributor"),
    TEXT("text"),
    ADOPTION("adoption"),
    REASON("reason"),
    COUNT("count"),
    /** How many were adopted, or a mark that it was. */
    ADOPTED("adopted"),
    PARTLY_ADOPTED("partlyAdopted"),
    REJECTED("rejected"),
    /** The day from which the public was asked. */
    OPEN_FROM("openFrom"),
    /** The last day for opinions. */
    OPEN_UNTIL("openUntil"),
    /** Both in one cell: 2024年4月1日至4月30日. */
    PERIOD("period"),
    NOTE("note"),
    /** What is kept in the note behind its label, such as 是否需听证：否. */
    REMARK("remark"),
    IGNORED("-");

    private final String path;

    DecisionMeaning(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** The outcome that a column counts; null for other columns. */
    Adoption.@Nullable Outcome outcome() {
        return switch (this) {
            case ADOPTED -> Adoption.Outcome.ADOPTED;
            case PARTLY_ADOPTED -> Adoption.Outcome.PARTLY_ADOPTED;
            case REJECTED -> Adoption.Outcome.REJECTED;
            default -> null;
        };
    }

    /** Whether it says when the public was asked. */
    boolean asked() {
        return this == OPEN_FROM || this == OPEN_UNTIL || this == PERIOD;
    }

    /** Whether it is planned of a matter, which no account of a consultation has. */
    boolean planned() {
        return switch (this) {
            case KIND, BASES, TIME, PROCEDURES, PROCEDURE, MATERIAL, LEAD, PARTNERS -> true;
            default -> false;
        };
    }

    /** Whether a user names it as it stands; a material is named with its type, a procedure by its own name. */
    boolean named() {
        return this != MATERIAL && this != PROCEDURE;
    }
}
