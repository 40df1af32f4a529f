package org.gongkai.export.bag;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that manifests carry. */
public final class Sha256 {

    private Sha256() {}

    public static MessageDigest create() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
