package org.gongkai.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.inventory.Inventory;
import org.gongkai.core.inventory.InventoryEntry;
import org.gongkai.core.source.Location;
import org.jspecify.annotations.Nullable;

/** An inventory in memory, for tests. */
public final class Lists implements Inventory {

    private final List<InventoryEntry> entries = new ArrayList<>();

    public static Lists of(OfficialDocument... documents) {
        Lists list = new Lists();
        for (OfficialDocument each : documents) {
            list.and(each, null);
        }
        return list;
    }

    public Lists and(OfficialDocument document, @Nullable String secrecy) {
        entries.add(new InventoryEntry(
                document, secrecy, Location.of("register.csv").atRow(entries.size() + 2)));
        return this;
    }

    @Override
    public String name() {
        return "register.csv";
    }

    @Override
    public void read(Consumer<InventoryEntry> to) {
        entries.forEach(to);
    }
}
