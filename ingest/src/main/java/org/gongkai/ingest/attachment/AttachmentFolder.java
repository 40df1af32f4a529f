package org.gongkai.ingest.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.Attachment;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.source.AttachedFile;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** Finds the files that the records of one source attach: in the folder that was asked for, and nowhere else. */
public final class AttachmentFolder {

    private static final String PERSONAL = "source.attachment.personalData";
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+:.*", Pattern.DOTALL);
    /** An address on somebody's own computer, as editors leave them behind. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)^(?:file:|[a-z]:|\\\\\\\\).*", Pattern.DOTALL);
    /** Where files lie that a table names and gives no path for. */
    private static final List<String> USUAL = List.of("", "附件/", "attachments/", "files/");
    /** As many digits of the digest as a package's folders are named after. */
    private static final int DIGEST_DIGITS = 16;

    private final SourceFile source;
    private final Limits limits;
    private final boolean followLinks;

    public AttachmentFolder(SourceFile source, Limits limits, boolean followLinks) {
        this.source = source;
        this.limits = limits;
        this.followLinks = followLinks;
    }

    /**
     * What became of an attachment.
     *
     * @param attachment the attachment, with size and digest when its file is there
     * @param file the file, or null
     * @param problem the rule that says why the file does not travel, or null
     * @param value what the rule wants to show
     * @param expected what the rule wants to show beside it
     */
    public record Found(
            Attachment attachment,
            @Nullable AttachedFile file,
            @Nullable String problem,
            @Nullable String value,
            @Nullable String expected) {}

    /** Whether an address leads to another computer. */
    static boolean remote(String address) {
        return !ELSEWHERE.matcher(address).matches()
                && (address.startsWith("//") || SCHEME.matcher(address).matches());
    }

    /** The file that a page links. */
    public Found linked(Attachment named) {
        return find(named, String.valueOf(named.url()), List.of(""));
    }

    /** The file that a row or an object names, by its path or by its name alone. */
    Found named(Attachment named) {
        String address = named.url();
        if (address != null) {
            Path packed = remote(address) ? null : packed(named);
            return packed == null ? find(named, address, List.of("")) : measured(named, address, packed);
        }
        String name = named.name();
        // A word such as 有 is no name of a file.
        return name == null || MediaTypes.ofName(name) == null
                ? new Found(named, null, null, null, null)
                : find(named, name, USUAL);
    }

    /** For a source without a folder: a database. */
    static Found nowhere(Attachment named) {
        String address = named.url() != null ? named.url() : named.name();
        return address == null || remote(address) || named.url() == null && MediaTypes.ofName(address) == null
                ? new Found(named, null, null, null, null)
                : lacks(named, "source.attachment.missing", address);
    }

    private Found find(Attachment named, String address, List<String> folders) {
        if (remote(address)) {
            return new Found(named, null, null, null, null);
        }
        Path found = null;
        boolean outside = ELSEWHERE.matcher(address).matches();
        for (Path each : outside ? Set.<Path>of() : places(address, folders)) {
            boolean inside = inside(each);
            outside |= !inside;
            Path there = found == null && inside ? there(each) : null;
            found = there != null && inside(there) ? there : found;
        }
        return found == null
                ? lacks(named, outside ? "source.attachment.outside" : "source.attachment.missing", address)
                : measured(named, address, found);
    }

    /** The file at a place, or the one that is named so in another normal form of Unicode, as macOS writes names. */
    private static @Nullable Path there(Path place) {
        if (Files.isRegularFile(place)) {
            return place;
        }
        String name = Normalizer.normalize(String.valueOf(place.getFileName()), Normalizer.Form.NFC);
        Path folder = place.getParent();
        boolean plain = Normalizer.isNormalized(name, Normalizer.Form.NFD);
        if (plain || folder == null || !Files.isDirectory(folder)) {
            return null;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> Normalizer.normalize(each.getFileName().toString(), Normalizer.Form.NFC)
                            .equals(name))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .findFirst()
                    .orElse(null);
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static Found lacks(Attachment named, String rule, String address) {
        return new Found(named, null, rule, address, null);
    }

    private Found measured(Attachment named, String address, Path found) {
        try {
            long size = Files.size(found);
            boolean fits = size <= limits.maxAttachmentBytes();
            String digest = fits ? digest(found) : null;
            if (digest != null && named.sha256() != null && !digest.equals(named.sha256())) {
                // Another file under the same name.
                return new Found(named, null, "source.attachment.missing", address, named.sha256());
            }
            Attachment measured = new Attachment(named.name(), named.mediaType(), size, digest, named.url());
            String inFolder = root().relativize(found).toString().replace('\\', '/');
            AttachedFile file = new AttachedFile(prefix() + inFolder, found, measured);
            return fits
                    ? searched(measured, file, address)
                    : new Found(
                            measured,
                            file,
                            "source.attachment.tooLarge",
                            Long.toString(size),
                            "≤ " + limits.maxAttachmentBytes());
        } catch (IOException unreadable) {
            return lacks(named, "source.attachment.missing", address);
        }
    }

    /** The file with what is to be told of numbers of persons in it: a list of persons must not travel in silence. */
    private Found searched(Attachment measured, AttachedFile file, String address) throws IOException {
        AttachedNumbers.Count numbers = AttachedNumbers.in(file.path(), limits);
        if (numbers.identities() > 0) {
            return new Found(measured, file.withIdentities(), PERSONAL, address, Long.toString(numbers.identities()));
        }
        if (numbers.cards() > 0) {
            return new Found(measured, file, "source.attachment.bankCard", address, Long.toString(numbers.cards()));
        }
        return new Found(measured, file, numbers.whole() ? null : "source.attachment.notSearched", address, null);
    }

    /** Where the file stands when the source is records.ndjson of a package: in a folder named after its digest. */
    private @Nullable Path packed(Attachment named) {
        String digest = named.sha256();
        if (digest == null || !digest.matches("[0-9a-f]{64}")) {
            return null;
        }
        Path folder = folder().resolve("attachments").resolve(digest.substring(0, DIGEST_DIGITS));
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : (Iterable<Path>) files.sorted()::iterator) {
                if (inside(each) && Files.isRegularFile(each) && digest.equals(digest(each))) {
                    return each;
                }
            }
        } catch (IOException unreadable) {
            // Then the address decides.
            return null;
        }
        return null;
    }

    private Path root() {
        return source.root().normalize();
    }

    private Path folder() {
        return Objects.requireNonNullElse(source.path().normalize().getParent(), Path.of(""));
    }

    /** What stands before the path relative to the root in the names of source files. */
    private String prefix() {
        String relative =
                root().relativize(source.path().normalize()).toString().replace('\\', '/');
        return source.name().endsWith(relative)
                ? source.name().substring(0, source.name().length() - relative.length())
                : source.name();
    }

    /** Where in the file system a relative address may lead: as it stands, decoded, and without query and fragment. */
    private Set<Path> places(String address, List<String> folders) {
        String slashed = address.replace('\\', '/');
        String path = StringUtils.substringBefore(StringUtils.substringBefore(slashed, "#"), "?");
        Path from = slashed.startsWith("/") ? root() : folder();
        Set<Path> places = new LinkedHashSet<>();
        for (String each : new LinkedHashSet<>(List.of(slashed, path, decoded(path)))) {
            for (String below : each.contains("/") ? List.of("") : folders) {
                try {
                    if (!each.isEmpty()) {
                        places.add(from.resolve(below + StringUtils.stripStart(each, "/"))
                                .normalize());
                    }
                } catch (InvalidPathException noPath) {
                    // An address that is no path of this system leads to no file.
                    continue;
                }
            }
        }
        return places;
    }

    /** Whether a place is in the folder that was asked for, and on the way there is no symbolic link. */
    private boolean inside(Path place) {
        Path root = root();
        try {
            return place.startsWith(root)
                    && (followLinks
                            || !Files.exists(place)
                            || place.toRealPath().equals(root.toRealPath().resolve(root.relativize(place))));
        } catch (IOException notThere) {
            return false;
        }
    }

    public static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
                bytes.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
