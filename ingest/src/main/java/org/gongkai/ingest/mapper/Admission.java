package org.gongkai.ingest.mapper;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.DocumentKind;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.interpretation.PolicyPages;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/**
 * Says what is a document at all, for every reader: a title with a trait of a document beside it, namely a number, a
 * known index number, a date, an agency, the word of its kind, or for a row a title that reads like one. What the title
 * itself gave does not count twice. The rest is rejected with the reason. Records of other kinds pass.
 *
 * <p>One file, one use.
 */
public final class Admission implements SourceHandler {

    private static final String NO_DOCUMENT = "source.row.noDocument";

    /** A shorter title, in characters, is a heading unless something else is there. */
    private static final int SHORTEST_TITLE = 8;

    private static final Pattern NAME = Pattern.compile(".{2,30}(?:局|厅|委|办|处|科|院|部|会|中心|政府|办公室|公司|街道|镇|乡)(?:文件|目录)?");
    private static final Pattern HINT = Pattern.compile("必填|选填|填写|示例|字以内|不超过|格式[:：为]|(?i:yyyy)|下拉|请输入|请选择");
    private static final Pattern HEADING = Pattern.compile("(?:"
            + Stream.of(DocumentKind.Name.values())
                    .map(each -> DocumentKind.of(each).text())
                    .collect(Collectors.joining("|"))
            + "|公示|文件|信息|政务|政府|[、/和及 ])+");

    private static final int LONGEST_TOLD = 80;

    /** A text without a heading is one of an agency if it is this long; what servers say is shorter. In characters. */
    private static final int SHORTEST_TEXT = 100;

    /** Of fewer rows nothing is said. */
    private static final int FEW = 3;

    /** One row in so many that is a record makes a table one of records. */
    private static final int RARELY = 5;

    private static final List<Component> DATES =
            List.of(Component.WRITTEN_ON, Component.PUBLISHED_ON, Component.PRINTED_ON);

    /** What a table of metadata tells of a document. */
    private static final Set<String> METADATA = Stream.of(
                    Component.ISSUERS,
                    Component.DOCUMENT_NUMBER,
                    Component.WRITTEN_ON,
                    Component.PUBLISHED_ON,
                    Component.INDEX_NUMBER,
                    Component.NORMATIVE_NUMBER,
                    Component.VALIDITY,
                    Component.THEME,
                    Component.FILE_TYPE,
                    Component.OPENNESS,
                    Component.of("effectiveFrom"),
                    Component.of("repealedOn"),
                    Component.of("expiresOn"))
            .map(each -> Objects.requireNonNull(each).path())
            .collect(Collectors.toUnmodifiableSet());

    private final SourceHandler handler;

    /** How many rows of a sheet came to records, and how many to nothing. */
    private final Map<Location, int[]> sheets = new LinkedHashMap<>();

    public Admission(SourceHandler handler) {
        this.handler = handler;
    }

    /** Whether a row or an object makes a record. */
    public static boolean admits(Mapped mapped) {
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(mapped.record());
        return document == null
                || (numbered(document) || !NoDocumentPages.saysFault(document))
                        && (coded(document)
                                || describes(mapped, document, labelled(mapped).isEmpty(), false));
    }

    /**
     * Whether a record has a title and nothing else of a document: no number, date or agency, nor the word of its kind.
     *
     * @param mapped what was made of a source
     */
    public static boolean titleAlone(Mapped mapped) {
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(mapped.record());
        return document != null && !coded(document) && !describes(mapped, document, false, true);
    }

    /** Whether a page does: one with a table of metadata, or without a heading and with a text, has more than a row. */
    private static boolean admitsPage(Mapped mapped) {
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(mapped.record());
        return document == null
                || coded(document)
                || !labelled(mapped).isEmpty()
                || document.title() == null && isText(document.body())
                || describes(mapped, document, false, true);
    }

    /**
     * Whether a page is a document.
     *
     * @param mapped what the page gave
     */
    public static boolean isDocument(Mapped mapped) {
        return (admitsPage(mapped) || admits(mapped)) && NoDocumentPages.ofAdmitted(mapped) == null;
    }

    /** Whether the body of a page holds a table, or may have held one; a page without a body may be a table that was read as labels. */
    public static boolean holdsTable(Mapped mapped) {
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(mapped.record());
        Body body = document == null ? null : document.body();
        return body == null || body.html() == null || body.html().contains("<tr");
    }

    /**
     * Whether a page shows a table and little else: no number, nobody addressed, no signature, and less text beside the
     * table than a text of an agency has. Where the page reader took the cells of the table for labels and values, no text is left.
     *
     * @param mapped what the page gave
     * @param inTables how long the text in its tables is, in characters
     */
    public static boolean isTable(Mapped mapped, int inTables) {
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(mapped.record());
        return document != null
                && !coded(document)
                && document.addressees().isEmpty()
                && document.signature() == null
                && littleBeside(document.body(), inTables);
    }

    /** Whether a body says less beside its tables than a text of an agency does. */
    private static boolean littleBeside(@Nullable Body body, int inTables) {
        String text = body == null ? null : body.text();
        return body == null
                || LegacyText.withoutBlanks(StringUtils.defaultString(text)).length() < inTables + SHORTEST_TEXT;
    }

    /**
     * Whether a page has no text of its own beside what stands in its tables.
     *
     * @param mapped what the page gave
     * @param inTables how long the text in its tables is, without blanks
     * @param cell whether a text is a cell of the tables
     */
    public static boolean isList(Mapped mapped, int inTables, Predicate<String> cell) {
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(mapped.record());
        return document != null
                && document.addressees().isEmpty()
                && document.signature() == null
                && (!ofKind(document) || cell.test(String.valueOf(document.title())))
                && littleBeside(document.body(), inTables);
    }

    /** Whether a body is a text of some length, or pictures of its pages. */
    private static boolean isText(@Nullable Body body) {
        return body != null
                && (StringUtils.length(body.text()) >= SHORTEST_TEXT
                        || body.html() != null && body.html().contains("<img"));
    }

    /**
     * Whether a record has a title and a trait.
     *
     * @param bare whether the source has nothing but titles, so that a title is all that can be asked for
     * @param page whether it is a page, which shows a title and a text whatever it is
     */
    private static boolean describes(Mapped mapped, OfficialDocument document, boolean bare, boolean page) {
        boolean dated = DATES.stream().anyMatch(each -> each.field().read(document) instanceof LocalDate)
                || document.effectiveFrom() != null;
        boolean issued = !document.issuers().isEmpty() && !fromTitle(mapped, Component.ISSUERS);
        if (document.title() == null) {
            // A text that is addressed or signed is one of an agency, though its page lacks the heading.
            return dated && issued || !document.addressees().isEmpty() || document.signature() != null;
        }
        return dated || issued || bare || ofKind(document) || !page && (worded(document) || isText(document.body()));
    }

    private static boolean coded(OfficialDocument document) {
        IndexNumber index = document.indexNumber();
        return numbered(document)
                || index != null && index.family() != null
                || document.normativeNumber() != null
                        && document.normativeNumber().wellFormed();
    }

    private static boolean numbered(OfficialDocument document) {
        DocumentNumber number = document.documentNumber();
        return number != null && number.wellFormed() && !number.saysNone();
    }

    /** The elements that labels of the source are for, whatever stands under them; those about the page are none. */
    private static Set<String> labelled(Mapped mapped) {
        Set<String> targets = new HashSet<>();
        for (LedgerEntry each : mapped.ledger()) {
            String label = each.location().label();
            String target = each.target();
            if (target != null && label != null && !label.startsWith("[") && each.fate() != FieldFate.DEFAULTED) {
                targets.add(StringUtils.substringBefore(target.substring(1), "/"));
            }
        }
        targets.retainAll(METADATA);
        return targets;
    }

    /** Whether a title reads like that of a text, and not like a name, a heading or a hint for whoever fills a form in. */
    private static boolean worded(OfficialDocument document) {
        String title = String.valueOf(document.title());
        return title.contains("关于")
                || title.contains("《")
                || title.length() >= SHORTEST_TITLE
                        && !NAME.matcher(title).matches()
                        && !HINT.matcher(title).find();
    }

    /** Whether a title names the kind of a text, and is more than the heading of a column. */
    static boolean ofKind(OfficialDocument document) {
        String title = String.valueOf(document.title());
        DocumentKind kind = document.documentKind();
        if (kind == null || kind.name() == DocumentKind.Name.OTHER) {
            return false;
        }
        // 通知公告 is the heading of a column, and an order may be called nothing but 令 where its text is there.
        return !HEADING.matcher(title).matches() || title.equals(kind.text()) && document.body() != null;
    }

    private static boolean fromTitle(Mapped mapped, Component component) {
        return mapped.ledger().stream()
                .filter(each -> each.fate() == FieldFate.DEFAULTED)
                .anyMatch(each -> component.pointer().equals(each.target()));
    }

    /** Why a page is none of which nothing could be made. */
    public static SourceProblem ofPage(Location place, String page) {
        return NoDocumentPages.ofNothing(place, page);
    }

    @Override
    public void record(Mapped mapped) {
        boolean admitted =
                mapped.raw() instanceof RawForm.WholeFile ? admitsPage(mapped) || admits(mapped) : admits(mapped);
        SourceProblem reason = admitted ? NoDocumentPages.ofAdmitted(mapped) : reason(mapped);
        if (reason == null) {
            count(mapped.origin())[0]++;
            PolicyPages.read(mapped).forEach(handler::record);
        } else {
            rejected(reason, mapped.raw());
        }
    }

    private static SourceProblem reason(Mapped mapped) {
        if (mapped.raw() instanceof RawForm.Row row) {
            String shown =
                    StringUtils.abbreviate(PersonalData.maskedRow(row.text()).replace('\t', ' '), LONGEST_TOLD);
            return new SourceProblem(NO_DOCUMENT, mapped.origin(), shown, null);
        }
        return NoDocumentPages.of(mapped);
    }

    /** Takes what is a record by its own word, and is asked for nothing. */
    public SourceHandler unasked() {
        return handler;
    }

    @Override
    public void ledger(List<LedgerEntry> entries) {
        handler.ledger(entries);
    }

    @Override
    public void rejected(SourceProblem problem, RawForm raw) {
        if (problem.rule().equals(NO_DOCUMENT)) {
            count(problem.location())[1]++;
        }
        handler.rejected(problem, raw);
    }

    @Override
    public void problem(SourceProblem problem) {
        handler.problem(problem);
    }

    private int[] count(Location place) {
        return sheets.computeIfAbsent(
                new Location(place.source(), place.sheet(), null, null, null), each -> new int[2]);
    }

    /** Ends the file: a table of which nearly nothing came is told. */
    public void end() {
        sheets.forEach((place, rows) -> {
            if (rows[1] >= FEW && rows[0] * RARELY <= rows[1]) {
                handler.problem(new SourceProblem(
                        "source.table.nothing", place, Integer.toString(rows[1]), Integer.toString(rows[0] + rows[1])));
            }
        });
    }
}
