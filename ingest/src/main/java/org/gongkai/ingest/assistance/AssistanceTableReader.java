package org.gongkai.ingest.assistance;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
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
 * Reads the tables of standards that districts publish: a row a category with several columns of amounts, columns for
 * 城市 and 农村, grades in the header with amounts such as 565、444、292, merged cells, a line of the unit above. Immutable
 * and safe to share between threads.
 *
 * <pre>{@code
 * AssistanceStandard notice = AssistanceStandardBuilder.builder()
 *         .place("青岛市崂山区")
 *         .effectiveFrom(PartialDate.parse("2022-01"))
 *         .build();
 * TableReading<AssistanceStandard> reading = AssistanceTableReader.standard().readHtml("notice.html", html, notice);
 * }</pre>
 *
 * <p>What a table does not say, such as place and day of effect, comes from the defaults. Nothing is guessed: an amount
 * without a unit gets none, and several amounts in one cell are read only where the words tell which is for whom.
 * {@link #readText} reads the running text of notices that hold no table.
 */
public final class AssistanceTableReader implements TableReader<AssistanceStandard, AssistanceStandard> {

    private static final String KIND = "assistance-standard";

    private final AssistanceWords words;
    private final Vocabulary vocabulary;

    private AssistanceTableReader(TableLabels<AssistanceMeaning> labels, AssistanceTerms terms) {
        this(new AssistanceWords(labels, terms), noticeWords(terms));
    }

    private AssistanceTableReader(AssistanceWords words, Vocabulary vocabulary) {
        this.words = words;
        this.vocabulary = vocabulary;
    }

    /**
     * A reader that knows the headers and words seen in notices of Shandong.
     *
     * @return the reader
     */
    public static AssistanceTableReader standard() {
        return new AssistanceTableReader(
                Csv.shipped(
                        AssistanceTableReader.class.getResourceAsStream("labels.csv"),
                        "labels.csv",
                        AssistanceTableReader::labels),
                Csv.shipped(
                        AssistanceTableReader.class.getResourceAsStream("terms.csv"),
                        "terms.csv",
                        AssistanceTerms::read));
    }

    /**
     * A reader with the user's own headers and words.
     *
     * @param labels CSV with the columns {@code how} ({@code is}, {@code ends} or {@code has}), {@code label} and {@code meaning}; the
     *     first label that fits a header counts. Meanings are item, residence, grade, support, place, scope, amount, previous,
     *     growth, change, follows, unit, effectiveFrom, effectiveTo, issuedOn, publishedOn, basis.title,
     *     basis.documentNumber, setBy, publisher, note, evidence, source, and {@code -} to ignore the column
     * @param terms CSV with the columns {@code kind} (item, residence, grade, support, group, beside), {@code words} joined by {@code +}, all
     *     of which must occur, and {@code value}
     * @return the reader
     * @throws IOException when a text cannot be read or a line is wrong; the message names the line
     */
    public static AssistanceTableReader of(Reader labels, Reader terms) throws IOException {
        return new AssistanceTableReader(labels(labels), AssistanceTerms.read(terms));
    }

    /** The words of running text: first those that tell what is no standard, then those that tables know as well. */
    private static Vocabulary noticeWords(AssistanceTerms terms) {
        List<Vocabulary.Word> notice = Csv.shipped(
                AssistanceTableReader.class.getResourceAsStream("notice-words.csv"),
                "notice-words.csv",
                Vocabulary::read);
        List<Vocabulary.Word> all = new ArrayList<>();
        notice.stream().filter(each -> each.sort().equals("aside")).forEach(all::add);
        all.addAll(terms.words());
        all.addAll(notice);
        return new Vocabulary(all);
    }

    private static TableLabels<AssistanceMeaning> labels(Reader reader) throws IOException {
        return TableLabels.read(reader, AssistanceMeaning::of);
    }

    @Override
    public TableReading<AssistanceStandard> read(Grid grid, AssistanceStandard defaults) {
        return parts(defaults).read(grid, true).reading();
    }

    /** Each row makes lines of its own, so a table of any length is read. */
    @Override
    public TableParts<AssistanceStandard> parts(AssistanceStandard defaults) {
        return new TableParts<>() {

            private @Nullable StandardTable table;

            @Override
            public Read<AssistanceStandard> read(Grid part, boolean last) {
                StandardTable current = table;
                if (current != null && part.names() == 0) {
                    return new Read<>(current.next(part), 0);
                }
                TableLayout<AssistanceMeaning> layout = TableLayout.of(part, words);
                if (layout == null) {
                    return new Read<>(TableReading.unrecognized(part.place(), KIND), 0);
                }
                table = new StandardTable(layout, words.terms(), defaults);
                return new Read<>(table.read(), 0);
            }
        };
    }

    @Override
    public boolean readsText() {
        return true;
    }

    /** Reads amounts with the words before them; what is a rise, a sum or a ceiling is none, and what is unsure stays unread. */
    @Override
    public NoticeReading<AssistanceStandard> readText(NoticeText text, AssistanceStandard defaults) {
        return new StandardNotice(words.terms(), vocabulary, text, defaults).read();
    }

    @Override
    public NoticeReading<AssistanceStandard> readBeside(NoticeText text, AssistanceStandard defaults) {
        return new StandardNotice(words.terms(), vocabulary, text, defaults).readBeside();
    }

    /** {@inheritDoc} The line of the same item, persons, grades and region; a standard that no table has is a line of its own. */
    @Override
    public AssistanceStandard besides(List<AssistanceStandard> ofTables, AssistanceStandard ofText) {
        return ofTables.stream().filter(each -> same(each, ofText)).findFirst().orElse(ofText);
    }

    private static boolean same(AssistanceStandard one, AssistanceStandard other) {
        return Objects.equals(one.item(), other.item())
                && Objects.equals(one.residence(), other.residence())
                && Objects.equals(one.support(), other.support())
                && one.grades().equals(other.grades())
                && Objects.equals(one.scope(), other.scope())
                && yearly(one) == yearly(other);
    }

    private static @Nullable AmountUnit yearly(AssistanceStandard line) {
        return line.unit() == null ? null : line.unit().yearly();
    }

    @Override
    public Informed<AssistanceStandard> informed(NoticeText text, AssistanceStandard defaults) {
        return new StandardNotice(words.terms(), vocabulary, text, defaults).informed();
    }

    @Override
    public @Nullable TableFit fit(Grid grid, List<String> titles) {
        return TableFit.of(grid, words, titles);
    }

    @Override
    public AssistanceTableReader withHeaders(Map<String, String> headers) {
        return new AssistanceTableReader(
                new AssistanceWords(words.labels().after(headers, AssistanceMeaning::of), words.terms()), vocabulary);
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
        return AssistanceMeaning.codes(each -> true);
    }

    @Override
    public Set<String> defaultNames() {
        return AssistanceMeaning.codes(AssistanceMeaning::scalar);
    }

    @Override
    public AssistanceStandard defaults(Map<String, String> texts) {
        Scalars scalars = new Scalars(AssistanceStandardBuilder.builder(), words.terms());
        texts.forEach((name, text) -> {
            AssistanceMeaning meaning = AssistanceMeaning.of(name);
            if (meaning == null || !meaning.scalar() || scalars.take(meaning, text) == null) {
                throw new IllegalArgumentException(name);
            }
        });
        return scalars.line().unit(scalars.unit()).build();
    }
}
