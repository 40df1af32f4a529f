package org.gongkai.export.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of profiles and templates that are in this module. */
final class ShippedFormats {

    /** The profiles that are ready to be used. */
    static final List<String> READY =
            List.of("jcms-book-1.0", "library-table", "library-table-xlsx", "head-tags-2017", "jpolicy-row");

    /** Those of them that a package has when none is asked for. */
    static final List<String> USUAL = List.of("jcms-book-1.0", "library-table");

    /** The profiles whose slots a person fills in. */
    static final List<String> TEMPLATES = List.of("db37t4560-3");

    private ShippedFormats() {}

    static FormatProfile profile(String name) {
        require(name, READY);
        try {
            return FormatProfileFile.read(text(name).getBytes(StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        require(name, Stream.concat(READY.stream(), TEMPLATES.stream()).toList());
        String file = "formats/" + name + (TEMPLATES.contains(name) ? ".jsonc" : ".json");
        try (InputStream in = Objects.requireNonNull(ShippedFormats.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(String name, List<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException("no profile " + name + "; there are " + String.join(", ", known));
        }
    }
}
