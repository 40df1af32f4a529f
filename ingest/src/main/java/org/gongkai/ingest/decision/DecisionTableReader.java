package org.gongkai.ingest.decision;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.Csv;
import org.gongkai.ingest.grammar.Reports;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Vocabulary;
import org.gongkai.ingest.notice.NoticeReading;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableFit;
import org.gongkai.ingest.table.TableLabel;
import org.gongkai.ingest.table.TableLabels;
import org.gongkai.ingest.table.TableLayout;
import org.gongkai.ingest.table.TableReader;
import org.gongkai.ingest.table.TableReading;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables in which decision catalogues and the feedback on opinions are published. Which of the two a table is
 * follows from its labels. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * TableReading<DisclosureRecord> reading = DecisionTableReader.standard().readHtml("2024.html", html, DecisionDefaults.none());
 * reading.records();   // a catalogue with its matters
 * }</pre>
 *
 * <p>A link in a column such as 决策草案全文 is a published material; 不适用（理由） and 不予公开（理由） are read as states.
 * Numbers of opinions that the defaults do not give are counted from the table, and the ledger says so. Names of persons
 * are masked as they are read.
 */
public final class DecisionTableReader implements TableReader<DisclosureRecord, DecisionDefaults> {

    private static final String KIND = "decision";

    private static final Vocabulary VOCABULARY = Csv.shipped(
            DecisionTableReader.class.getResourceAsStream("notice-words.csv"),
            "notice-words.csv",
            reader -> new Vocabulary(Vocabulary.read(reader)));

    private final DecisionWords words;

    private DecisionTableReader(TableLabels<Sense> labels) {
        this.words = new DecisionWords(labels);
    }

    /**
     * A reader that knows the labels seen in published catalogues and feedback tables.
     *
     * @return the reader
     */
    public static DecisionTableReader standard() {
        return Csv.shipped(
                DecisionTableReader.class.getResourceAsStream("labels.csv"), "labels.csv", DecisionTableReader::of);
    }

    /**
     * A reader with the user's own labels.
     *
     * @param labels CSV with the columns {@code how} ({@code is}, {@code ends} or {@code has}), {@code label} and {@code meaning}; the
     *     first label that fits a header counts. Meanings are number, name, decisionKind, units, lead, partners,
     *     legalBases, plannedTime, procedures, stage, documentNumber, issuedOn, contributor, text, adoption, reason, count,
     *     openFrom, openUntil, period, note, remark, {@code material:} with the label of a type of material, and {@code -} to ignore the column. Above marks
     *     the name of a procedure needs no entry
     * @return the reader
     * @throws IOException when the text cannot be read or a line is wrong; the message names the line
     */
    public static DecisionTableReader of(Reader labels) throws IOException {
        return new DecisionTableReader(TableLabels.read(labels, Sense::named));
    }

    @Override
    public TableReading<DisclosureRecord> read(Grid grid, DecisionDefaults defaults) {
        TableLayout<Sense> layout = TableLayout.of(grid, words);
        return layout == null
                ? TableReading.unrecognized(grid.place(), KIND)
                : new DecisionTable(layout, defaults).read();
    }

    @Override
    public @Nullable TableFit fit(Grid grid, List<String> titles) {
        return TableFit.of(grid, words, titles);
    }

    @Override
    public boolean readsText() {
        return true;
    }

    /** Reads what became of opinions, or else the matters of a catalogue; a newspaper's report on either is told. */
    @Override
    public NoticeReading<DisclosureRecord> readText(NoticeText text, DecisionDefaults defaults) {
        String report = Reports.word(text);
        if (report != null) {
            return NoticeReading.nothing(List.of(new SourceProblem("source.text.report", text.place(), report, null)));
        }
        List<Scanned> sentences = Scanned.of(text, VOCABULARY);
        if (FeedbackNotice.speaks(text, sentences)) {
            return new FeedbackNotice(text, sentences, defaults.consultation()).read();
        }
        return new CatalogueNotice(text, sentences, this, defaults).read();
    }

    /** Year, title, consent and day of publication of a catalogue stand around its table. */
    @Override
    public Informed<DecisionDefaults> informed(NoticeText text, DecisionDefaults defaults) {
        return new CatalogueNotice(text, Scanned.of(text, VOCABULARY), this, defaults).informed();
    }

    @Override
    public DecisionTableReader withHeaders(Map<String, String> headers) {
        return new DecisionTableReader(words.labels().after(headers, Sense::named));
    }

    @Override
    public boolean knows(String header) {
        return words.labelled(List.of(header)) != null;
    }

    @Override
    public List<TableLabel> vocabulary() {
        return words.labels().vocabulary(words::role);
    }

    @Override
    public Set<String> meanings() {
        return Sense.names();
    }

    @Override
    public Set<String> defaultNames() {
        return DecisionDefaults.NAMES;
    }

    @Override
    public DecisionDefaults defaults(Map<String, String> texts) {
        return DecisionDefaults.read(texts);
    }
}
