package org.gongkai.core.assistance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Evidence;
import org.gongkai.core.PartialDate;

/**
 * Figures of Shandong cities from 2017 to 2024, each with the page it was read on and how well it is known. Test data,
 * not a data product: several rest on re-posts. Days of end are those that the source of the next amount implies.
 */
final class TestStandards {

    private TestStandards() {}

    static List<NamedCsvRecord> rows() {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        TestStandards.class.getResourceAsStream("test-standards.csv"), StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<AssistanceStandard> all() {
        return rows().stream().map(TestStandards::line).toList();
    }

    static List<AssistanceStandard> of(String place) {
        return all().stream().filter(line -> line.place().startsWith(place)).toList();
    }

    static AssistanceStandard line(NamedCsvRecord row) {
        String residence = row.getField("residence");
        return AssistanceStandardBuilder.builder()
                .place(row.getField("place"))
                .scope(RegionScope.read(row.getField("scope")))
                .effectiveFrom(PartialDate.parse(row.getField("effective_from")))
                .effectiveTo(PartialDate.parse(row.getField("effective_to")))
                .item(AssistanceItem.parse(row.getField("item")))
                .residence(residence.isEmpty() ? null : Residence.valueOf(residence))
                .grades(Set.of(StringUtils.split(row.getField("grades"), '|')))
                .amount(new BigDecimal(row.getField("amount")))
                .unit(AmountUnit.valueOf(row.getField("unit")))
                .atLeast(Boolean.valueOf(row.getField("at_least")))
                .evidence(Evidence.valueOf(row.getField("evidence").toUpperCase(Locale.ROOT)))
                .source(row.getField("source"))
                .build();
    }

    static List<String> cells(AssistanceStandard line) {
        return List.of(
                line.place(),
                line.scope() == null
                        ? ""
                        : line.scope().name() != null
                                ? line.scope().name()
                                : String.join("|", line.scope().regions()),
                line.effectiveFrom() == null ? "" : line.effectiveFrom().text(),
                line.effectiveTo() == null ? "" : line.effectiveTo().text(),
                line.item().text(),
                line.residence() == null ? "" : line.residence().name(),
                line.grades().stream().collect(Collectors.joining("|")),
                line.amount().toPlainString(),
                line.unit().name(),
                line.atLeast().toString(),
                line.evidence().mark(),
                line.source());
    }
}
