package org.gongkai.export;

import java.nio.file.Path;

/**
 * What a finished package is.
 *
 * @param path where it stands, absolute
 * @param description what it holds, as its {@code package.json} says
 * @param payloadFiles how many files {@code data/} holds
 * @param payloadBytes how many bytes they are
 * @param tagManifestSha256 the digest of {@code tagmanifest-sha256.txt}, which fixes every byte of the package
 */
public record PackageReceipt(
        Path path, PackageDescription description, long payloadFiles, long payloadBytes, String tagManifestSha256) {}
