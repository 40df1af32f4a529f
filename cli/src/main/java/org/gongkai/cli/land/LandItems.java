package org.gongkai.cli.land;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.land.ItemCatalogue;
import org.gongkai.validation.land.RequisitionGround;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What projects of land requisition must disclose, where a place has tables of its own. */
public final class LandItems {

    @Option(names = "--land-items", paramLabel = "FILE", descriptionKey = "landItems")
    private @Nullable Path collectiveLand;

    @Option(names = "--house-items", paramLabel = "FILE", descriptionKey = "houseItems")
    private @Nullable Path houses;

    public RequisitionGround ground(WorkingCalendar calendar, Messages messages) {
        RequisitionGround standard = RequisitionGround.standard();
        try {
            return new RequisitionGround(
                    items(collectiveLand, standard.collectiveLand()),
                    items(houses, standard.houses()),
                    standard.duties(),
                    calendar);
        } catch (IOException | IllegalArgumentException faulty) {
            throw new UsageException(messages.text("error.land.items", String.valueOf(faulty.getMessage())));
        }
    }

    private static ItemCatalogue items(@Nullable Path file, ItemCatalogue standard) throws IOException {
        if (file == null) {
            return standard;
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return ItemCatalogue.read(reader, file.toString());
        }
    }
}
