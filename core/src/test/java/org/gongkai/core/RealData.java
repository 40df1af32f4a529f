package org.gongkai.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data beside the checkout, which never enter the repository; a test that wants them is skipped without. */
public final class RealData {

    private RealData() {}

    /** The folder of the checkout. */
    public static Path checkout() {
        return Path.of(System.getProperty("gongkai.checkout", ""));
    }

    /** A file or folder of the real data. */
    public static Path file(String name) {
        Path file = checkout().resolve("../shared/data").resolve(name).normalize();
        assumeTrue(Files.isReadable(file), () -> "real data are not here: " + file);
        return file;
    }
}
