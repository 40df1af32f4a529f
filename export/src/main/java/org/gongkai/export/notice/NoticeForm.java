package org.gongkai.export.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.Bilingual;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.export.table.PublicRecords;
import org.jspecify.annotations.Nullable;

/**
 * The form of a notice: which words stand around which fields of a record. A form is data; values are put into its slots and never
 * read as part of it. Immutable.
 *
 * <pre>{@code
 * NoticeForm form = NoticeForm.named("land-pre-announcement");
 * for (PublicNotice notice : form.write(List.of(project))) {
 *     notice.writeHtml(writer);
 * }
 * }</pre>
 *
 * <p>docs/notices.md says how a form is written.
 */
public final class NoticeForm {

    private static final List<String> SHIPPED = List.of(
            "assistance-adjustment",
            "land-pre-announcement",
            "land-compensation",
            "land-announcement",
            "consultation-feedback");

    private final String code;
    private final Bilingual name;
    private final RecordKind<?> kind;
    private final List<FormPart.Test> when;
    private final List<Line> lines;

    /** What a line of a form makes. */
    enum Sort {
        TITLE("title"),
        CENTRE("centre"),
        TEXT("text"),
        EACH("each"),
        ROW("row"),
        SIGNATURE("signature");

        private final String word;

        Sort(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /** Whether it is written for each record of the notice, and not once. */
        boolean ofRecord() {
            return this == EACH || this == ROW;
        }
    }

    /** A line of a form; of a row the headings, the list that it goes through or null for the record, and the cells. */
    record Line(
            Sort sort,
            List<FormPart> parts,
            List<String> head,
            FormPart.@Nullable Way list,
            List<List<FormPart>> cells) {

        static Line text(Sort sort, List<FormPart> parts) {
            return new Line(sort, parts, List.of(), null, List.of());
        }

        boolean numbered() {
            return parts.contains(new FormPart.Number());
        }
    }

    NoticeForm(String code, Bilingual name, RecordKind<?> kind, List<FormPart.Test> when, List<Line> lines) {
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.when = when;
        this.lines = lines;
    }

    /**
     * The forms that come with the library.
     *
     * @return the forms
     */
    public static List<NoticeForm> shipped() {
        return SHIPPED.stream().map(NoticeForm::resource).toList();
    }

    /**
     * A form that comes with the library.
     *
     * @param code its code, such as {@code land-pre-announcement}
     * @return the form, or null when there is none of that code
     */
    public static @Nullable NoticeForm named(String code) {
        return SHIPPED.contains(code) ? resource(code) : null;
    }

    private static NoticeForm resource(String code) {
        String file = code + ".txt";
        try (InputStream data = Objects.requireNonNull(NoticeForm.class.getResourceAsStream(file), file)) {
            return read(file, new InputStreamReader(data, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a form and checks it.
     *
     * @param file the name of the file, for messages
     * @param reader its text; it is not closed
     * @return the form
     * @throws NoticeFormException when a line is wrong, such as one that names a field that the kind does not have
     * @throws IOException when the text cannot be read
     */
    public static NoticeForm read(String file, Reader reader) throws IOException {
        return new FormReader(file).read(reader);
    }

    /**
     * What the form is called in options and names of files.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * What people call the notice.
     *
     * @return the name in both languages
     */
    public Bilingual name() {
        return name;
    }

    /**
     * The kind of record that the notice is written from.
     *
     * @return the kind
     */
    public RecordKind<?> kind() {
        return kind;
    }

    /**
     * Whether the form is for a record: one of its kind that meets its conditions, such as a project that has reached the stage.
     *
     * @param record the record
     * @return true when {@link #write} makes a notice of it
     */
    public boolean fits(DisclosureRecord record) {
        return kind.type().isInstance(record)
                && new Saying(record).holds(when)
                && new Saying(record).line(title(), 0) != null;
    }

    private List<FormPart> title() {
        return lines.stream()
                .filter(each -> each.sort() == Sort.TITLE)
                .findFirst()
                .orElseThrow()
                .parts();
    }

    /**
     * Writes notices. Records for which all that the form says once is the same stand in one notice.
     *
     * @param records the records; those that the form does not {@linkplain #fits fit} are left out
     * @return the notices, in the order of their first records
     * @throws IllegalArgumentException when one of these holds personal data
     */
    public List<PublicNotice> write(Collection<? extends DisclosureRecord> records) {
        Map<List<String>, List<Saying>> groups = new LinkedHashMap<>();
        int single = 0;
        boolean several = lines.stream()
                .anyMatch(each -> each.sort() == Sort.EACH || each.sort() == Sort.ROW && each.list() == null);
        for (DisclosureRecord each : records) {
            if (fits(each)) {
                PublicRecords.requireClean(each);
                Saying saying = new Saying(each);
                List<String> common = new ArrayList<>(several ? List.of() : List.of(String.valueOf(single++)));
                lines.stream()
                        .filter(line -> !line.sort().ofRecord())
                        .forEach(line -> common.add(String.valueOf(saying.line(line.parts(), 0))));
                groups.computeIfAbsent(common, any -> new ArrayList<>()).add(saying);
            }
        }
        return groups.values().stream().map(this::notice).toList();
    }

    private PublicNotice notice(List<Saying> sayings) {
        String title = "";
        List<PublicNotice.Block> blocks = new ArrayList<>();
        int number = 1;
        for (Line line : lines) {
            if (line.sort() == Sort.ROW) {
                List<List<String>> rows = sayings.stream()
                        .flatMap(each -> each.rows(line.list(), line.cells()).stream())
                        .toList();
                if (!rows.isEmpty()) {
                    blocks.add(new PublicNotice.Table(line.head(), rows));
                }
                continue;
            }
            for (Saying each : line.sort() == Sort.EACH ? sayings : sayings.subList(0, 1)) {
                String text = each.line(line.parts(), number);
                if (text != null && line.sort() == Sort.TITLE) {
                    title = text;
                } else if (text != null && !text.isEmpty()) {
                    blocks.add(new PublicNotice.Paragraph(place(line.sort()), text));
                    number += line.numbered() ? 1 : 0;
                }
            }
        }
        return new PublicNotice(
                title,
                blocks,
                sayings.stream()
                        .map(each -> new PublicNotice.Told(each.record(), each.leftOut(when)))
                        .toList());
    }

    private static PublicNotice.Place place(Sort sort) {
        return switch (sort) {
            case CENTRE -> PublicNotice.Place.CENTRE;
            case SIGNATURE -> PublicNotice.Place.SIGNATURE;
            default -> PublicNotice.Place.TEXT;
        };
    }

    @Override
    public String toString() {
        return code;
    }
}
