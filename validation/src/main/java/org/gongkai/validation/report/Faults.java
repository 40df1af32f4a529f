package org.gongkai.validation.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import org.gongkai.core.text.PlainWords;

/** Says in one line what is wrong with a JSON file, and in which line of it. */
final class Faults {

    private Faults() {}

    static IOException of(String what, JacksonException fault) {
        Throwable cause = fault.getCause();
        String why = fault instanceof ValueInstantiationException && cause != null && cause.getMessage() != null
                ? cause instanceof NullPointerException ? cause.getMessage() + " is missing" : cause.getMessage()
                : PlainWords.json(fault.getOriginalMessage());
        String where = fault.getLocation() == null
                ? ""
                : " (line " + fault.getLocation().getLineNr() + ')';
        return new IOException(what + why + where, fault);
    }
}
