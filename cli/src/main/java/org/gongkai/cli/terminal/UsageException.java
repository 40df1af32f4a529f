package org.gongkai.cli.terminal;

/** The run cannot start or go on; the message is the one line that says why and what to do. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
