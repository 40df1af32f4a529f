package org.gongkai.validation.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.Body;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * What a record says, in little room: a digest of all of it, and one byte for each field, by which two records tell what they
 * differ in. Where a record stood does not count: address, site and old number may differ for one record in two sources.
 *
 * @param digest of everything that the record says
 * @param bytes a byte for each field, eight in a word; 0 for a field without a value. Of two fields with different values one
 *     pair in 255 has one byte: the digest tells then that something differs, and not what
 */
public record FieldPrint(long digest, List<Long> bytes) {

    /** Where a record stood, and what leads away from it there. */
    private static final Set<String> OF_THE_PLACE =
            Set.of("site", "sourceUrl", "recordId", "relations", "contentSource", "author", "editor");

    private static final int BITS = 8;
    private static final int VALUES = 255;

    /** What a record says. */
    public static FieldPrint of(DisclosureRecord record) {
        TextDigest all = new TextDigest();
        List<Long> bytes = new ArrayList<>();
        long word = 0;
        int shift = 0;
        for (RecordField field : compared(record)) {
            String text = text(field.read((Record) record));
            word |= said(text) << shift;
            all.add(field.name()).add(text);
            shift += BITS;
            if (shift == Long.SIZE) {
                bytes.add(word);
                word = 0;
                shift = 0;
            }
        }
        bytes.add(word);
        return new FieldPrint(all.value(), List.copyOf(bytes));
    }

    /** The digest of all holds what two records are; by the byte of a field they are told apart in a message alone. */
    private static long said(String text) {
        int hash = text.hashCode();
        return text.isEmpty() ? 0 : 1 + Math.floorMod(hash ^ hash >>> Short.SIZE, VALUES);
    }

    private static List<RecordField> compared(DisclosureRecord record) {
        return Objects.requireNonNull(Compared.FIELDS.get(RecordKind.of(record)));
    }

    /** What is compared of each kind, found out when the first record is. */
    private static final class Compared {
        static final Map<RecordKind<?>, List<RecordField>> FIELDS = RecordKind.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        kind -> kind,
                        kind -> kind.fields().stream()
                                .filter(each -> !OF_THE_PLACE.contains(each.name()))
                                .toList()));
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Body body) {
            return DocumentKeys.titleKey(body.text() == null || body.text().isEmpty() ? body.html() : body.text());
        }
        if (value instanceof Attachment attachment) {
            return attachment.name() + ' ' + attachment.sha256();
        }
        if (value instanceof List<?> items) {
            StringBuilder text = new StringBuilder();
            items.forEach(each -> text.append(text(each)).append('\n'));
            return text.toString().strip();
        }
        return LegacyText.withoutBlanks(value.toString());
    }

    private int said(int field) {
        return (int) (bytes.get(field * BITS / Long.SIZE) >>> field * BITS % Long.SIZE & VALUES);
    }

    /** How many fields have a value. */
    public int filled() {
        int filled = 0;
        for (int i = 0; i < bytes.size() * (Long.SIZE / BITS); i++) {
            filled += said(i) == 0 ? 0 : 1;
        }
        return filled;
    }

    /**
     * The fields in which this record, which is given, and another of its kind differ.
     *
     * @param both true for the fields of which both have a value, false for those of which one has none
     */
    public List<RecordField> differences(DisclosureRecord record, FieldPrint other, boolean both) {
        List<RecordField> fields = compared(record);
        List<RecordField> differing = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            boolean said = said(i) != 0 && other.said(i) != 0;
            if (said(i) != other.said(i) && said == both) {
                differing.add(fields.get(i));
            }
        }
        return differing;
    }
}
