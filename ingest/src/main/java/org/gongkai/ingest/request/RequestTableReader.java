package org.gongkai.ingest.request;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.privacy.HiddenNames;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.text.Csv;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableFit;
import org.gongkai.ingest.table.TableLabel;
import org.gongkai.ingest.table.TableLabels;
import org.gongkai.ingest.table.TableLayout;
import org.gongkai.ingest.table.TableReader;
import org.gongkai.ingest.table.TableReading;
import org.jspecify.annotations.Nullable;

/**
 * Reads registers of applications for information (依申请公开登记簿), a row a case. Cells of the applicant, an agent, a purpose or a
 * contact are named in the account as private; their values, and those of columns that nobody knows, are shown nowhere. Immutable and
 * safe to share between threads.
 *
 * <pre>{@code
 * RequestTableReader reader = RequestTableReader.standard();
 * TableReading<DisclosureRequest> reading =
 *         reader.readCsv("register.csv", csv, reader.defaults(Map.of("body", "东岭区水务局")));
 * }</pre>
 */
public final class RequestTableReader implements TableReader<DisclosureRequest, Optional<Agency>> {

    private static final String KIND = "request";

    private final RequestWords words;

    private RequestTableReader(TableLabels<RequestMeaning> labels) {
        this.words = new RequestWords(labels);
    }

    /**
     * A reader that knows the headers that ship with this library.
     *
     * @return the reader
     */
    public static RequestTableReader standard() {
        return new RequestTableReader(Csv.shipped(
                RequestTableReader.class.getResourceAsStream("labels.csv"), "labels.csv", RequestTableReader::labels));
    }

    private static TableLabels<RequestMeaning> labels(Reader reader) throws IOException {
        return TableLabels.read(reader, RequestMeaning::of);
    }

    @Override
    public TableReading<DisclosureRequest> read(Grid grid, Optional<Agency> defaults) {
        return readEach(List.of(grid), defaults).get(0);
    }

    /** {@inheritDoc} A person whom one table names is shown in the texts of none. */
    @Override
    public List<TableReading<DisclosureRequest>> readEach(List<Grid> grids, Optional<Agency> defaults) {
        HiddenNames names = DisclosureRequest.hiddenNames();
        List<@Nullable RequestTable> tables = new ArrayList<>();
        for (Grid each : grids) {
            TableLayout<RequestMeaning> layout = TableLayout.of(each, words);
            tables.add(layout == null ? null : new RequestTable(layout, defaults.orElse(null), names));
        }
        tables.stream().filter(Objects::nonNull).forEach(RequestTable::persons);
        tables.stream().filter(Objects::nonNull).forEach(RequestTable::bodies);
        List<TableReading<DisclosureRequest>> readings = new ArrayList<>();
        for (int i = 0; i < grids.size(); i++) {
            RequestTable table = tables.get(i);
            readings.add(table == null ? TableReading.unrecognized(grids.get(i).place(), KIND) : table.read());
        }
        return readings;
    }

    /** {@inheritDoc} Columns of persons speak against no register. */
    @Override
    public @Nullable TableFit fit(Grid grid, List<String> titles) {
        TableFit fit = TableFit.of(grid, words, titles);
        return fit == null ? null : fit.ofPersons();
    }

    @Override
    public RequestTableReader withHeaders(Map<String, String> headers) {
        return new RequestTableReader(words.labels().after(headers, RequestMeaning::of));
    }

    @Override
    public boolean knows(String header) {
        return words.labelled(List.of(header)) != null;
    }

    @Override
    public boolean asksWho(String label) {
        RequestMeaning meaning = words.labels().meaning(List.of(label));
        return meaning != null && meaning.ofPerson();
    }

    @Override
    public List<TableLabel> vocabulary() {
        return words.labels().vocabulary(words::role);
    }

    @Override
    public Set<String> meanings() {
        return RequestMeaning.codes();
    }

    @Override
    public Set<String> defaultNames() {
        return Set.of("body");
    }

    /** {@inheritDoc} The body whose register it is, where its rows do not say. */
    @Override
    public Optional<Agency> defaults(Map<String, String> texts) {
        texts.forEach((name, text) -> {
            if (!name.equals("body") || !new Agency(text).wellFormed()) {
                throw new IllegalArgumentException(name);
            }
        });
        return Optional.ofNullable(texts.get("body")).map(Agency::new);
    }

    /** {@inheritDoc} A register names applicants, so what cannot be read is told and not kept. */
    @Override
    public boolean confidential() {
        return true;
    }
}
