package org.gongkai.cli;

/** What the command's exit codes mean. */
final class ExitCode {

    /** The run is done and nothing is missing or wrong. */
    static final int COMPLETE = 0;

    /** The run is done, and there are findings at error level. */
    static final int FINDINGS = 1;

    /** The run could not be done. */
    static final int FAILED = 2;

    private ExitCode() {}
}
