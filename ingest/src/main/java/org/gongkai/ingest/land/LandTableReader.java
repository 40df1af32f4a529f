package org.gongkai.ingest.land;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.LandClass;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandUseClass;
import org.gongkai.core.text.Csv;
import org.gongkai.ingest.grammar.Vocabulary;
import org.gongkai.ingest.notice.NoticeReading;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableFit;
import org.gongkai.ingest.table.TableLabel;
import org.gongkai.ingest.table.TableLabels;
import org.gongkai.ingest.table.TableLayout;
import org.gongkai.ingest.table.TableParts;
import org.gongkai.ingest.table.TableReader;
import org.gongkai.ingest.table.TableReading;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of land requisition that notices hold: parcels by village and class of land, lists of projects,
 * yearly plans, block prices. Which of them a table is follows from its labels. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * TableReading<DisclosureRecord> reading = LandTableReader.standard().readHtml("notice.html", html, LandDefaults.collectiveLand());
 * reading.records();   // a project with its parcels
 * }</pre>
 *
 * <p>Units stand in the cell, the header or a caption row, in that order of precedence. Nothing is guessed: an area
 * without a unit is left unread, and the ledger says so. A column of names or identity numbers is left out.
 */
public final class LandTableReader implements TableReader<DisclosureRecord, LandDefaults> {

    private static final String KIND = "land";

    private static final Vocabulary VOCABULARY = noticeWords();
    private static final RecordKind<LandRequisitionProject> PROJECTS = RecordKind.of(LandRequisitionProject.class);

    private static final TableLabels<PriceMeaning> PRICES = Csv.shipped(
            LandTableReader.class.getResourceAsStream("price-labels.csv"),
            "price-labels.csv",
            labels -> TableLabels.read(labels, PriceMeaning::of));

    private final LandWords words;
    private final PriceWords prices;

    private LandTableReader(LandWords words, PriceWords prices) {
        this.words = words;
        this.prices = prices;
    }

    /**
     * A reader that knows the labels seen in notices.
     *
     * @return the reader
     */
    public static LandTableReader standard() {
        return Csv.shipped(LandTableReader.class.getResourceAsStream("labels.csv"), "labels.csv", LandTableReader::of);
    }

    /**
     * A reader with the user's own labels.
     *
     * @param labels CSV with the columns {@code how} ({@code is}, {@code ends} or {@code has}), {@code label} and {@code meaning}; the
     *     first label that fits a header counts. Meanings are number, code, name, parcel.name, town, village, location, group, collective,
     *     bounds, bounds.east, bounds.south, bounds.west, bounds.north, area, plannedArea, use, ground, quarter,
     *     implementer, planItem.year, planItem.number, state, approvingAuthority, approvalNumber, approvedOn,
     *     approvalReceivedOn, regime, resettlement, socialSecurity, remedies, contact.office, contact.telephone, landClass, price,
     *     and {@code -} to ignore the column.
     *     A header that is the name of a class of land needs no entry
     * @return the reader
     * @throws IOException when the text cannot be read or a line is wrong; the message names the line
     */
    public static LandTableReader of(Reader labels) throws IOException {
        return new LandTableReader(new LandWords(TableLabels.read(labels, LandMeaning::of)), new PriceWords(PRICES));
    }

    /** The words of notices, and the names of all classes of land. */
    private static Vocabulary noticeWords() {
        List<Vocabulary.Word> words = new ArrayList<>(Csv.shipped(
                LandTableReader.class.getResourceAsStream("notice-words.csv"), "notice-words.csv", Vocabulary::read));
        for (LandClass.Name each : LandClass.Name.values()) {
            words.add(new Vocabulary.Word("class", each.label(), each.label()));
        }
        LandUseClass.names().forEach(each -> words.add(new Vocabulary.Word("class", each, each)));
        return new Vocabulary(words);
    }

    @Override
    public TableReading<DisclosureRecord> read(Grid grid, LandDefaults defaults) {
        return parts(defaults).read(grid, true).reading();
    }

    /** {@inheritDoc} A list of projects of any length is read; the parcels of one project and a plan are taken whole. */
    @Override
    public TableParts<DisclosureRecord> parts(LandDefaults defaults) {
        return new TableParts<>() {

            private @Nullable LandTable table;

            @Override
            public Read<DisclosureRecord> read(Grid part, boolean last) {
                LandTable begun = table;
                if (begun != null && part.names() == 0) {
                    return begun.next(part, last);
                }
                TableLayout<LandMeaning> layout = TableLayout.of(part, words);
                if (layout == null) {
                    return prices(part, defaults, last);
                }
                LandTable made = new LandTable(layout, words, defaults);
                if (!last && !made.streams()) {
                    return Read.nothingOf(part);
                }
                table = made;
                return made.read(last);
            }
        };
    }

    /** Block prices, of which a list is short. */
    private TableParts.Read<DisclosureRecord> prices(Grid part, LandDefaults defaults, boolean last) {
        TableLayout<PriceMeaning> layout = TableLayout.of(part, prices);
        if (layout == null) {
            return new TableParts.Read<>(TableReading.unrecognized(part.place(), KIND), 0);
        }
        return last
                ? new TableParts.Read<>(new PriceTable(layout, defaults.price()).read(), 0)
                : TableParts.Read.nothingOf(part);
    }

    @Override
    public @Nullable TableFit fit(Grid grid, List<String> titles) {
        TableFit fit = TableFit.of(grid, words, titles);
        return fit == null ? TableFit.of(grid, prices, titles) : fit;
    }

    @Override
    public boolean readsText() {
        return true;
    }

    /** Reads a project from the text of one of its notices: labelled values, areas, the period of posting, the approval. */
    @Override
    public NoticeReading<DisclosureRecord> readText(NoticeText text, LandDefaults defaults) {
        return new LandNotice(VOCABULARY, text, defaults).read();
    }

    /** Year, title, body and day of a plan, and the day of block prices, stand around the table. */
    @Override
    public Informed<LandDefaults> informed(NoticeText text, LandDefaults defaults) {
        return new AroundTables(text, defaults).informed();
    }

    /** {@inheritDoc} Of several projects the one whose name or approval the text says; of none, where it says neither. */
    @Override
    public @Nullable DisclosureRecord besides(List<DisclosureRecord> ofTables, DisclosureRecord ofText) {
        DisclosureRecord only = TableReader.super.besides(ofTables, ofText);
        LandRequisitionProject told = PROJECTS.as(ofText);
        if (only != null || told == null) {
            return only;
        }
        List<LandRequisitionProject> named = ofTables.stream()
                .map(PROJECTS::as)
                .filter(each -> each != null && same(each, told))
                .toList();
        return named.size() == 1 ? named.get(0) : null;
    }

    private static boolean same(LandRequisitionProject one, LandRequisitionProject other) {
        boolean named = other.name() != null && one.goesBy(other.name());
        return named || one.approvalNumber() != null && one.approvalNumber().equals(other.approvalNumber());
    }

    /** {@inheritDoc} Areas agree within what rounding and another unit leave. */
    @Override
    public boolean agree(Object inTable, Object inText) {
        return inTable instanceof Area one && inText instanceof Area other
                ? one.agreesWith(List.of(other))
                : TableReader.super.agree(inTable, inText);
    }

    @Override
    public LandTableReader withHeaders(Map<String, String> headers) {
        Map<String, String> ofPrices = new LinkedHashMap<>(headers);
        ofPrices.values().removeIf(each -> PriceMeaning.of(each) == null);
        Map<String, String> others = new LinkedHashMap<>(headers);
        others.values().removeIf(each -> PriceMeaning.of(each) != null && LandMeaning.of(each) == null);
        return new LandTableReader(
                new LandWords(words.labels().after(others, LandMeaning::of)),
                new PriceWords(prices.labels().after(ofPrices, PriceMeaning::of)));
    }

    @Override
    public boolean knows(String header) {
        return words.labelled(List.of(header)) != null || prices.labelled(List.of(header)) != null;
    }

    /** {@inheritDoc} Those of plans, projects and parcels: the few of block prices are read as they stand, and guessed for nothing else. */
    @Override
    public List<TableLabel> vocabulary() {
        return words.labels().vocabulary(words::role);
    }

    @Override
    public Set<String> meanings() {
        Set<String> all = new LinkedHashSet<>(LandMeaning.paths());
        all.addAll(PriceMeaning.paths());
        return all;
    }

    @Override
    public Set<String> defaultNames() {
        return LandDefaults.NAMES;
    }

    @Override
    public LandDefaults defaults(Map<String, String> texts) {
        return LandDefaults.read(texts);
    }
}
