package org.gongkai.cli;

/** The run cannot start or go on; the message is the one line that says why and what to do. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
