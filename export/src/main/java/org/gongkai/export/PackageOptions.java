package org.gongkai.export;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.gongkai.export.format.FormatProfile;
import org.jspecify.annotations.Nullable;

/**
 * How a package is written. Immutable.
 *
 * <pre>{@code
 * PackageOptions options = PackageOptions.of(Clock.systemUTC(), "1.0.0").withReplace(true);
 * }</pre>
 *
 * @param clock tells the moment that the package bears; the same moment and the same input give the same bytes
 * @param toolVersion the version of the program that writes it
 * @param formats the formats to write beside {@code data/records.ndjson}
 * @param replace whether a package that stands at the target may be replaced once the new one is whole
 * @param validationProfile the profile that the findings rest on, or null when nothing was validated
 * @param sourceOrganization the unit that hands the records over, or null
 * @param since a full package and the deltas that were made after it, when this is to be the next delta; otherwise empty
 * @param signingKey the key of the signature that is to stand beside the package from the moment on at which that is in its place, or
 *     null
 */
public record PackageOptions(
        Clock clock,
        String toolVersion,
        List<FormatProfile> formats,
        boolean replace,
        PackageDescription.@Nullable ValidationProfile validationProfile,
        @Nullable String sourceOrganization,
        List<Path> since,
        @Nullable PrivateKey signingKey) {

    /**
     * Creates options.
     *
     * @throws NullPointerException when {@code clock}, {@code toolVersion}, {@code formats} or {@code since} is null
     */
    public PackageOptions {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(toolVersion, "toolVersion");
        formats = List.copyOf(formats);
        since = List.copyOf(since);
    }

    /**
     * Options with the {@linkplain FormatProfile#usual() usual formats}, for a new package.
     *
     * @param clock tells the moment that the package bears
     * @param toolVersion the version of the program that writes it
     * @return the options
     */
    public static PackageOptions of(Clock clock, String toolVersion) {
        return new PackageOptions(clock, toolVersion, FormatProfile.usual(), false, null, null, List.of(), null);
    }

    /**
     * The same options with other formats.
     *
     * @param formats the formats, not null
     * @return the new options
     */
    public PackageOptions withFormats(List<FormatProfile> formats) {
        return new PackageOptions(
                clock, toolVersion, formats, replace, validationProfile, sourceOrganization, since, signingKey);
    }

    /**
     * The same options, replacing or not.
     *
     * @param replace whether a package at the target may be replaced
     * @return the new options
     */
    public PackageOptions withReplace(boolean replace) {
        return new PackageOptions(
                clock, toolVersion, formats, replace, validationProfile, sourceOrganization, since, signingKey);
    }

    /**
     * The same options with the profile that the findings rest on.
     *
     * @param validationProfile the profile, or null
     * @return the new options
     */
    public PackageOptions withValidationProfile(PackageDescription.@Nullable ValidationProfile validationProfile) {
        return new PackageOptions(
                clock, toolVersion, formats, replace, validationProfile, sourceOrganization, since, signingKey);
    }

    /**
     * The same options with the unit that hands the records over.
     *
     * @param sourceOrganization its name, or null
     * @return the new options
     */
    public PackageOptions withSourceOrganization(@Nullable String sourceOrganization) {
        return new PackageOptions(
                clock, toolVersion, formats, replace, validationProfile, sourceOrganization, since, signingKey);
    }

    /**
     * The same options for a delta: only records that are new or changed since then are written, and
     * {@code changes.ndjson} lists them and those that were withdrawn.
     *
     * @param since a full package, and the deltas that were made after it, in their order; empty for a full package
     * @return the new options
     */
    public PackageOptions withSince(List<Path> since) {
        return new PackageOptions(
                clock, toolVersion, formats, replace, validationProfile, sourceOrganization, since, signingKey);
    }

    /**
     * The same options for a package with a signature beside it, see {@link org.gongkai.export.proof.PackageSignature}. It is
     * written before the package is put in its place, so that a package never stands there unsigned.
     *
     * @param signingKey the key, or null for none
     * @return the new options
     */
    public PackageOptions withSignature(@Nullable PrivateKey signingKey) {
        return new PackageOptions(
                clock, toolVersion, formats, replace, validationProfile, sourceOrganization, since, signingKey);
    }

    /** Without the key, which is to be written nowhere. */
    @Override
    public String toString() {
        return "PackageOptions[formats="
                + formats.stream().map(FormatProfile::name).toList() + ", replace=" + replace + ", since=" + since
                + ", signed=" + (signingKey != null) + ']';
    }
}
