package org.gongkai.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.conversion.Conversion;
import org.gongkai.conversion.ConversionException;
import org.gongkai.ingest.inventory.GapFile;
import org.gongkai.ingest.inventory.InventoryReader;
import org.gongkai.ingest.mapping.Mapping;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what should be there, for runs over documents. */
final class CoverageOptions {

    @Option(names = "--inventory", paramLabel = "FILE|DIR", descriptionKey = "inventory")
    private @Nullable Path inventory;

    @Option(names = "--inventory-kind", paramLabel = "KIND", descriptionKey = "inventory-kind")
    private @Nullable String inventoryKind;

    @Option(names = "--gaps", paramLabel = "FILE", descriptionKey = "gaps")
    private @Nullable Path gaps;

    @Option(names = "--library", paramLabel = "FILE|DIR", descriptionKey = "library")
    private @Nullable Path library;

    /** Lets a run be held against what the options name. */
    Conversion apply(Conversion run, Mapping mapping, Messages messages) {
        InventoryReader.Kind kind = kind(messages);
        Conversion explained = gaps == null ? run : run.explaining(opened(gaps, GapFile::read));
        Conversion held = inventory == null
                ? explained
                : explained.against(opened(inventory, file -> InventoryReader.of(file, kind, mapping)));
        return library == null
                ? held
                : held.againstLibrary(opened(library, file -> InventoryReader.of(file, null, mapping)));
    }

    private interface Opening<T> {
        T open(Path file) throws IOException;
    }

    private static <T> T opened(Path file, Opening<T> opening) {
        try {
            return opening.open(file);
        } catch (IOException e) {
            throw ConversionException.ofInventory(file, e);
        }
    }

    private InventoryReader.@Nullable Kind kind(Messages messages) {
        if (inventoryKind == null) {
            return null;
        }
        String wanted = inventoryKind.toUpperCase(Locale.ROOT).replace('-', '_');
        for (InventoryReader.Kind each : InventoryReader.Kind.values()) {
            if (each.name().equals(wanted)) {
                return each;
            }
        }
        throw new UsageException(messages.text("error.inventory.kind", inventoryKind));
    }
}
