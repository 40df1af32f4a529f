package org.gongkai.validation.obligation;

/** What has to be among the records of a run before anything is said to be missing. */
public enum RecordsGiven {
    /** A record of the kind, whosever it is: who gives a register of trainings gives all of them. */
    ANY,
    /** A record of the kind of that body: documents are seldom given of all bodies. */
    BODY
}
