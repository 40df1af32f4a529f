package org.gongkai.export.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.format.FormatProfile;
import org.jspecify.annotations.Nullable;

/**
 * Writes one format: takes the values of each field from a document, keeps account of what the format does not carry,
 * and begins a new file when one is full. How a row is written is the business of its subclasses. Not thread-safe.
 */
public abstract class FormatWriter {

    private static final String DEFAULT_JOIN = "、";

    private final FormatProfile profile;
    private final Bag bag;
    private final List<Cell> cells = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final int perFile;
    private final KindSources sources;
    private final boolean[] carried;
    private final boolean[] possible;
    private final long[] left;
    private final String[] row;
    private long records;
    private long replacedCharacters;
    private long cleanedBodies;
    private int inFile;
    private @Nullable OutputStream out;

    FormatWriter(FormatProfile profile, Bag bag) {
        this.profile = profile;
        this.bag = bag;
        this.sources = KindSources.of(profile.recordKind());
        int elements = sources.elements().size();
        carried = new boolean[elements];
        possible = new boolean[elements];
        left = new long[elements];
        for (FormatProfile.Field each : profile.slots()) {
            cells.add(new Cell(each));
        }
        row = new String[cells.size()];
        perFile = profile.recordsPerFile() == null ? 0 : profile.recordsPerFile();
    }

    public static FormatWriter create(FormatProfile profile, Bag bag) {
        return switch (profile.engine()) {
            case XML -> new XmlFormat(profile, bag);
            case JSON -> new JsonFormat(profile, bag);
            case CSV -> new CsvFormat(profile, bag);
            case XLSX -> new XlsxFormat(profile, bag);
            case HTML -> new HtmlFormat(profile, bag);
        };
    }

    /** Writes what stands before the first record of a file. */
    abstract void begin(OutputStream file) throws IOException;

    /** Writes one record; the values are those of the profile's slots, in their order. */
    abstract void row(String[] values) throws IOException;

    /** Writes what stands after the last record of a file, and flushes; closing is not its business. */
    abstract void end() throws IOException;

    /**
     * Tells whether the format can hold a character. It is asked of control characters and of those from U+E000 on: what
     * stands between, every format holds, and surrogates go in pairs.
     */
    abstract boolean holds(char c);

    /** Cells that a spreadsheet program would have run as formulas, and that were changed for that. */
    long neutralizedCells() {
        return 0;
    }

    /** The most characters that any value may have. */
    int mostCharacters() {
        return Integer.MAX_VALUE;
    }

    /** The way from a file to {@code data/} for links to attached files; null where they go by their source's address. */
    @Nullable
    String toData() {
        return null;
    }

    /** Writes text in the profile's encoding, with its byte order mark. */
    final Writer writer(OutputStream file) throws IOException {
        Writer text = new OutputStreamWriter(file, Charset.forName(profile.encoding()));
        if (profile.byteOrderMark()) {
            text.write('\uFEFF');
        }
        return text;
    }

    /** Whether the format is one of the record's kind. */
    public final boolean takes(DisclosureRecord record) {
        return RecordKind.of(record).equals(profile.recordKind());
    }

    public final void add(RecordView view) throws IOException {
        if (out == null || perFile != 0 && inFile == perFile) {
            next();
        }
        Arrays.fill(carried, false);
        for (int i = 0; i < row.length; i++) {
            row[i] = holdable(cells.get(i).text(view));
        }
        row(row);
        inFile++;
        records++;
        for (RecordSource.Element each : sources.elements()) {
            if (!carried[each.index()] && each.present().test(view.record())) {
                left[each.index()]++;
            }
        }
    }

    /** A text with U+FFFD for each character that the format cannot hold. */
    final String holdable(String text) {
        for (int i = unusual(text, 0); i < text.length(); i = unusual(text, i + 1)) {
            if (Character.isSurrogate(text.charAt(i)) || !holds(text.charAt(i))) {
                return replaced(text, i);
            }
        }
        return text;
    }

    /** Where the next character stands that not every format holds: a control character, or one beyond the usual. */
    private static int unusual(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) < Character.MIN_SURROGATE) {
            i++;
        }
        return i;
    }

    private String replaced(String text, int start) {
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, start);
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c) || !holds(c)) {
                clean.append('\uFFFD');
                replacedCharacters++;
            } else {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private void next() throws IOException {
        finishFile();
        String path = profile.path(files.size() + 1);
        out = bag.open(path);
        files.add(path);
        begin(out);
        inFile = 0;
    }

    private void finishFile() throws IOException {
        if (out != null) {
            end();
            out.close();
            out = null;
        }
    }

    /** A table without records still has its header, so that a reader finds the columns it expects. */
    public final PackageDescription.Format finish() throws IOException {
        if (files.isEmpty() && perFile == 0) {
            next();
        }
        finishFile();
        List<PackageDescription.NotCarried> notCarried = new ArrayList<>();
        for (RecordSource.Element each : sources.elements()) {
            if (!possible[each.index()] || left[each.index()] > 0) {
                notCarried.add(new PackageDescription.NotCarried(each.path(), each.label(), left[each.index()]));
            }
        }
        return new PackageDescription.Format(
                profile.name(),
                profile.kind().equals(FormatProfile.DOCUMENTS) ? null : profile.kind(),
                profile.version(),
                profile.evidence(),
                profile.sha256(),
                files,
                records,
                replacedCharacters,
                neutralizedCells(),
                cleanedBodies,
                counted(cell -> cell.cut),
                counted(cell -> cell.missing),
                counted(cell -> cell.unlisted),
                notCarried);
    }

    private List<PackageDescription.Counted> counted(ToLongFunction<Cell> count) {
        return cells.stream()
                .filter(each -> count.applyAsLong(each) > 0)
                .map(each -> new PackageDescription.Counted(each.field.name(), count.applyAsLong(each)))
                .toList();
    }

    /** A field of the profile, made ready. */
    private final class Cell {
        private final FormatProfile.Field field;
        private final List<RecordSource> sources = new ArrayList<>();
        private final @Nullable DateTimeFormatter pattern;
        private final String join;
        private final int most;
        private long cut;
        private long missing;
        private long unlisted;
        /** Whether the value that was rendered last is not in the field's table of values. */
        private boolean strange;

        Cell(FormatProfile.Field field) {
            this.field = field;
            for (String each : field.source()) {
                RecordSource source = FormatWriter.this.sources.sources().get(each);
                sources.add(source);
                possible[source.element().index()] |= source.part() != RecordSource.Part.DERIVED;
                if (source.html()) {
                    carry("body.text", possible);
                }
            }
            if (field.attachments()) {
                carry("attachments.name", possible);
                carry("attachments.url", possible);
            }
            pattern = field.pattern() == null ? null : DateTimeFormatter.ofPattern(field.pattern(), Locale.ROOT);
            join = field.join() == null ? DEFAULT_JOIN : field.join();
            most = Math.min(mostCharacters(), field.maxLength() == null ? Integer.MAX_VALUE : field.maxLength());
        }

        String text(RecordView view) {
            String text = field.constant() == null ? value(view) : constant(view, field.constant());
            if (field.attachments()) {
                String links = view.attachmentLinks(text, toData());
                boolean room = text.length() + links.length() <= most;
                if (room) {
                    carry("attachments.name", carried);
                    carry("attachments.url", carried);
                }
                text = room ? text + links : text;
            }
            missing += field.required() && text.isEmpty() ? 1 : 0;
            return text;
        }

        private String value(RecordView view) {
            for (RecordSource each : sources) {
                strange = false;
                String text = render(each.read().apply(view));
                if (!text.isEmpty()) {
                    unlisted += strange ? 1 : 0;
                    boolean html = each.html();
                    cleanedBodies += html && view.lossy() ? 1 : 0;
                    String value =
                            html || field.form() == FormatProfile.Form.TEXT ? text : HtmlCleaner.paragraphs(text);
                    if (value.length() <= most) {
                        carried[each.element().index()] |= each.whole(view);
                        if (html && view.htmlSaysText()) {
                            carry("body.text", carried);
                        }
                        return value;
                    }
                    cut++;
                    // Half a tag is no HTML: its text is cut, not its marks.
                    return field.form() == FormatProfile.Form.HTML ? HtmlCleaner.cut(value, most) : left(value, most);
                }
            }
            return "";
        }

        /** The beginning of a text, without half a character at its end. */
        private static String left(String text, int most) {
            return text.substring(0, most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
        }

        private String constant(RecordView view, String constant) {
            for (RecordSource each : sources) {
                carried[each.element().index()] |=
                        render(each.read().apply(view)).equals(constant);
            }
            return constant;
        }

        private String render(@Nullable Object value) {
            String text;
            if (value == null) {
                return "";
            } else if (value instanceof String string) {
                text = string;
            } else if (value instanceof LocalDate date) {
                text = pattern == null ? date.toString() : pattern.format(date.atStartOfDay());
            } else if (value instanceof Code code) {
                text = code.text();
            } else if (value instanceof Enum<?> term) {
                // As the canonical records have it.
                text = CanonicalJson.mapper().convertValue(term, String.class);
            } else if (value instanceof List<?> list) {
                return join(list);
            } else {
                text = value.toString();
            }
            if (field.values().isEmpty()) {
                return text;
            }
            String code = field.values().get(text);
            strange |= code == null && !text.isEmpty();
            return code == null ? text : code;
        }

        private String join(List<?> list) {
            if (list.isEmpty()) {
                return "";
            }
            StringBuilder text = new StringBuilder(render(list.get(0)));
            for (int i = 1; i < list.size(); i++) {
                text.append(join).append(render(list.get(i)));
            }
            return text.toString();
        }

        private void carry(String path, boolean[] marks) {
            marks[FormatWriter.this.sources.sources().get(path).element().index()] = true;
        }
    }
}
