package org.gongkai.cli.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.ingest.inventory.InventoryReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.validation.coverage.GapExplanation;
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

    /** Lets a run be held against what the options name. */
    Run apply(Run run, Mapping mapping, Messages messages) {
        InventoryReader.Kind kind = kind(messages);
        Path list = inventory;
        List<GapExplanation> whyNot = gaps == null ? List.of() : ListedDocuments.explanations(gaps, messages);
        return run.against(
                problems -> list == null ? null : ListedDocuments.of(list, kind, mapping, messages, problems), whyNot);
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
