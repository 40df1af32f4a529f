package org.gongkai.cli.library;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.gongkai.cli.terminal.WholeFile;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.PackageReceipt;
import org.gongkai.export.proof.PackageSignature;
import org.gongkai.export.proof.SigningKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that has a package signed. */
public final class Signing {

    @Option(names = "--sign", paramLabel = "KEYFILE", descriptionKey = "sign")
    private @Nullable Path keyFile;

    private @Nullable PrivateKey key;

    /** Reads the key, so that one that cannot sign is told before the work begins. */
    public void start() throws IOException {
        key = keyFile == null ? null : SigningKeys.privateKey(keyFile);
    }

    /** Writes the signature beside the package, if one was asked for. */
    public void sign(PackageReceipt receipt) throws IOException {
        if (key != null) {
            byte[] signature = CanonicalJson.indented(PackageSignature.of(receipt, key));
            WholeFile.write(PackageSignature.beside(receipt.path()), out -> out.write(signature));
        }
    }
}
