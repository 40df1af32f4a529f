package org.gongkai.cli.library;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.gongkai.export.proof.SigningKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that has a package signed. */
public final class Signing {

    @Option(names = "--sign", paramLabel = "KEYFILE", descriptionKey = "sign")
    private @Nullable Path keyFile;

    /** Reads the key, so that one that cannot sign is told before the work begins; null when nothing is to be signed. */
    public @Nullable PrivateKey key() throws IOException {
        return keyFile == null ? null : SigningKeys.privateKey(keyFile);
    }
}
