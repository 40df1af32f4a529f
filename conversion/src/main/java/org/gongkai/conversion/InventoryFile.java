package org.gongkai.conversion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.inventory.GapFile;
import org.gongkai.ingest.inventory.InventoryException;
import org.gongkai.ingest.inventory.InventoryReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.validation.coverage.GapExplanation;
import org.gongkai.validation.coverage.Inventory;
import org.gongkai.validation.coverage.InventoryEntry;
import org.jspecify.annotations.Nullable;

/**
 * An inventory from a file: an issuing register, a site map, a list of ids, an earlier package.
 *
 * <pre>{@code
 * Conversion.of(profile, clock).against(InventoryFile.of(Path.of("register.csv")), InventoryFile.gaps(Path.of("gaps.yaml")))
 * }</pre>
 *
 * <p>Immutable and safe to share between threads. What is wrong with single entries becomes a finding of the run that
 * is held against it.
 */
public final class InventoryFile implements Inventory {

    private final Path file;
    private final InventoryReader reader;

    private InventoryFile(Path file, InventoryReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /**
     * The inventory of a file.
     *
     * @param file the file; for a package its folder
     * @return the inventory
     * @throws ConversionException when it is not there or is of no known kind
     */
    public static InventoryFile of(Path file) {
        return of(file, null, Mapping.none());
    }

    /**
     * The inventory of a file, with what is known of it.
     *
     * @param file the file; for a package its folder
     * @param kind what it is, or null to find out
     * @param mapping what the headers of a register mean beside those that are known
     * @return the inventory
     * @throws ConversionException when it is not there or is of no known kind
     */
    public static InventoryFile of(Path file, InventoryReader.@Nullable Kind kind, Mapping mapping) {
        try {
            return new InventoryFile(file, InventoryReader.of(file, kind, mapping));
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    /**
     * Reads a file of explanations: which numbers of a series or entries of an inventory are missing for a reason.
     *
     * @param file the file, YAML or a table
     * @return the explanations
     * @throws ConversionException when it is not there or cannot be read as a whole
     */
    public static List<GapExplanation> gaps(Path file) {
        try {
            return GapFile.read(file).stream()
                    .map(each -> new GapExplanation(each.number(), each.reason(), each.article(), each.place()))
                    .toList();
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    @Override
    public String name() {
        return reader.name();
    }

    /**
     * Hands over all entries.
     *
     * @param entries takes one after the other
     * @throws ConversionException when the inventory cannot be read as a whole
     * @throws IOException when the system fails
     */
    @Override
    public void read(Consumer<InventoryEntry> entries) throws IOException {
        read(entries, problem -> {});
    }

    /** This inventory, which tells what is wrong with single entries when it is read first, and not once more. */
    Inventory telling(Consumer<SourceProblem> problems) {
        return new Inventory() {
            private boolean told;

            @Override
            public String name() {
                return InventoryFile.this.name();
            }

            @Override
            public void read(Consumer<InventoryEntry> entries) throws IOException {
                boolean first = !told;
                told = true;
                InventoryFile.this.read(entries, first ? problems : problem -> {});
            }
        };
    }

    private void read(Consumer<InventoryEntry> entries, Consumer<SourceProblem> problems) throws IOException {
        try {
            reader.read(new InventoryReader.Handler() {
                @Override
                public void entry(OfficialDocument document, @Nullable String secrecy, Location place) {
                    entries.accept(new InventoryEntry(document, secrecy, place));
                }

                @Override
                public void problem(SourceProblem problem) {
                    problems.accept(problem);
                }
            });
        } catch (InventoryException e) {
            throw ConversionException.ofInventory(file, e);
        }
    }

    private static ConversionException refused(Path file, IOException e) {
        if (e instanceof InventoryException unfit) {
            return ConversionException.ofInventory(file, unfit);
        }
        return Files.exists(file)
                ? ConversionException.of(e)
                : new ConversionException(ConversionException.Problem.SOURCE_MISSING, file);
    }
}
