package org.gongkai.conformance;

import java.io.IOException;
import java.util.List;

/** A program that takes records and answers findings, whatever it is written in. */
@FunctionalInterface
public interface JudgeUnderTest {

    /**
     * Judges the input of a case, on the day of the case.
     *
     * @param one the case; what it expects is not to be looked at
     * @return everything that is found, in any order
     * @throws IOException when there is no answer, or none that can be read
     */
    List<JudgedFinding> judge(ConformanceCase one) throws IOException;
}
