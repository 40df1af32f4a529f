package org.gongkai.conversion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.bag.OwnFiles;
import org.gongkai.validation.profile.Profile;

/** Where a package shall stand and how it is written. */
record Target(Path place, PackageOptions options) {

    /** With the moment and the profile of a run, whatever the options say of them. */
    Target of(Profile profile, Clock moment) {
        return new Target(
                place,
                new PackageOptions(
                        moment,
                        options.toolVersion(),
                        options.formats(),
                        options.replace(),
                        new PackageDescription.ValidationProfile(profile.name(), profile.version(), profile.sha256()),
                        options.sourceOrganization(),
                        options.since(),
                        options.signingKey()));
    }

    /** A package inside its own source would be read as a source by the next run. */
    void requireOutside(List<Path> sources) {
        for (Path source : sources) {
            if (Files.isDirectory(source)
                    && OwnFiles.real(place.toAbsolutePath().normalize()).startsWith(OwnFiles.real(source))) {
                throw ConversionException.of(ConversionException.Problem.TARGET_INSIDE_SOURCE, place, source, null);
            }
        }
    }

    /** Each package that this is a delta to must be there, or be what a killed run had moved aside, and is no target. */
    void requireBases() {
        for (Path each : options.since()) {
            try {
                if (!LibraryPackage.recover(each)) {
                    throw new ConversionException(ConversionException.Problem.SOURCE_MISSING, each);
                }
            } catch (IOException e) {
                throw ConversionException.of(e);
            }
            if (LibraryPackage.isAt(each, place)) {
                throw new ConversionException(ConversionException.Problem.TARGET_IS_READ, place);
            }
        }
    }
}
