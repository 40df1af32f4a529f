package org.gongkai.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gongkai.core.PartialDate;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.RegionScope;
import org.gongkai.core.assistance.Residence;

/** The labelled test data of core: figures of Shandong cities with their sources. */
public final class AssistanceLines {

    private AssistanceLines() {}

    public static List<AssistanceStandard> of(String place) {
        return all().stream().filter(each -> each.place().startsWith(place)).toList();
    }

    public static List<AssistanceStandard> all() {
        Path data = Path.of(
                System.getProperty("gongkai.checkout"),
                "core/src/test/resources/org/gongkai/core/assistance/test-standards.csv");
        try {
            return Files.readAllLines(data).stream()
                    .skip(1)
                    .map(line -> line(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AssistanceStandard line(String[] cells) {
        return AssistanceStandardBuilder.builder()
                .place(cells[0])
                .scope(RegionScope.read(cells[1]))
                .effectiveFrom(PartialDate.parse(cells[2]))
                .effectiveTo(PartialDate.parse(cells[3]))
                .item(AssistanceItem.parse(cells[4]))
                .residence(cells[5].isEmpty() ? null : Residence.valueOf(cells[5]))
                .grades(cells[6].isEmpty() ? Set.of() : Set.of(cells[6].split("\\|")))
                .amount(new BigDecimal(cells[7]))
                .unit(AmountUnit.valueOf(cells[8]))
                .atLeast(Boolean.valueOf(cells[9]))
                .build();
    }
}
