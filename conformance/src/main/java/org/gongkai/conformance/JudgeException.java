package org.gongkai.conformance;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A program gave no answer to a case, or none that can be read. */
final class JudgeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient JudgeFault fault;
    private final Weight weight;

    /** What it means for the cases that follow. */
    enum Weight {
        /** The program answered, and so it will again. */
        ANSWERED,
        /** The program fell silent; several times over it will stay so. */
        SILENT,
        /** No case can be answered. */
        HOPELESS
    }

    JudgeException(Weight weight, JudgeFault fault, @Nullable Throwable cause) {
        super(fault.en(), cause);
        this.weight = weight;
        this.fault = fault;
    }

    Weight weight() {
        return weight;
    }

    JudgeFault fault() {
        return fault;
    }

    /** What a failure says, whoever made it. */
    static JudgeException of(IOException failed) {
        if (failed instanceof JudgeException judged) {
            return judged;
        }
        String said = failed.getMessage();
        JudgeFault fault = said == null ? new JudgeFault("没有答复", "no answer") : new JudgeFault(said, said);
        return new JudgeException(Weight.ANSWERED, fault, failed);
    }
}
