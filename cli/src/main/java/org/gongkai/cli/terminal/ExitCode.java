package org.gongkai.cli.terminal;

/** What the command's exit codes mean. */
public final class ExitCode {

    /** The run is done and nothing is missing or wrong. */
    public static final int COMPLETE = 0;

    /** The run is done, and there are findings at error level. */
    public static final int FINDINGS = 1;

    /** The run could not be done. */
    public static final int FAILED = 2;

    private ExitCode() {}
}
