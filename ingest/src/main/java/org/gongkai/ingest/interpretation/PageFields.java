package org.gongkai.ingest.interpretation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Relation;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.text.Csv;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a page gave as a document, as the fields of what it is: the values, and the account with the places where they went. Not
 * thread-safe.
 */
final class PageFields {

    private static final Map<String, Map<String, String>> FIELDS =
            Csv.shipped(PageFields.class.getResourceAsStream("page-fields.csv"), "page-fields.csv", PageFields::read);

    private static final Pattern ADDRESS = Pattern.compile("[\\w.%~/?=&#:+-]{1,2000}");
    /** The place of the body in what the page was read as. */
    private static final String BODY = "/body";

    private static final RecordKind<OfficialDocument> DOCUMENTS = RecordKind.of(OfficialDocument.class);

    private final RecordKind<?> kind;
    private final Mapped page;
    private final Map<String, String> fields;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<LedgerEntry> filled = new ArrayList<>();
    /** The paths of what the body says otherwise than the fields of the page. */
    private final Set<String> instead = new HashSet<>();
    /** Whether the body is accounted for by its parts. */
    private boolean parted;

    PageFields(Class<? extends DisclosureRecord> type, Mapped page, OfficialDocument document) {
        this.kind = RecordKind.of(type);
        this.page = page;
        this.fields = FIELDS.getOrDefault(kind.code(), Map.of());
        for (RecordField each : DOCUMENTS.fields()) {
            Object value = each.read(document);
            String to = fields.get(each.path());
            if (to != null && value != null) {
                take(to, value);
            }
        }
        if (document.consultation() != null) {
            part("consultation.department", document.consultation().department());
            part("consultation.telephone", document.consultation().telephone());
        }
    }

    private static Map<String, Map<String, String>> read(java.io.Reader text) throws java.io.IOException {
        Map<String, Map<String, String>> all = new HashMap<>();
        for (Csv.Row each : Csv.read(text, "page-fields.csv", List.of("kind", "document", "field"))) {
            all.computeIfAbsent(each.required("kind"), any -> new HashMap<>())
                    .put(each.required("document"), each.required("field"));
        }
        return Map.copyOf(all);
    }

    private void part(String path, @Nullable String value) {
        String to = fields.get(path);
        if (to != null && value != null) {
            values.put(to, value);
        }
    }

    private void take(String to, Object value) {
        RecordField field = kind.field(to);
        if (field == null) {
            throw new IllegalStateException(to);
        }
        if (value instanceof List<?> several) {
            List<Object> all = new ArrayList<>();
            several.forEach(each -> all.add(each instanceof Relation relation ? reference(relation) : each));
            if (!all.isEmpty()) {
                values.put(to, field.many() ? all : all.get(0));
            }
        } else if (value instanceof Body body && field.type() == String.class) {
            if (body.text() != null) {
                values.put(to, body.text());
            }
        } else {
            values.put(to, value instanceof Code code && field.type() == String.class ? code.text() : value);
        }
    }

    /** What a link of the page leads to, or what stands behind its label. */
    private static PolicyReference reference(Relation relation) {
        String target = String.valueOf(relation.target()).strip();
        DocumentNumber number = DocumentNumber.read(target).value();
        if (number != null && number.wellFormed()) {
            return PolicyReference.of(number);
        }
        return ADDRESS.matcher(target).matches() && (target.contains("/") || target.contains("."))
                ? new PolicyReference(null, null, null, target, null)
                : new PolicyReference(null, target, null, null, null);
    }

    boolean has(String path) {
        return values.containsKey(path);
    }

    @Nullable
    Object value(String path) {
        return values.get(path);
    }

    /** Takes a value that the title or the text says, where no field gave one. */
    void fill(String path, @Nullable Object value, Reason reason) {
        if (value != null && !values.containsKey(path)) {
            replace(path, value, reason);
        }
    }

    /** Takes a value that the title or the text says. */
    void replace(String path, Object value, Reason reason) {
        values.put(path, value);
        filled.add(new LedgerEntry(
                page.origin(),
                FieldFate.DEFAULTED,
                null,
                '/' + path.replace('.', '/'),
                value instanceof List<?> several && several.size() == 1
                        ? String.valueOf(several.get(0))
                        : String.valueOf(value),
                List.of(reason.code())));
    }

    /** Takes a value that the text says, whatever a field of the page gave. */
    void overrule(String path, Object value, Reason reason) {
        replace(path, value, reason);
        instead.add(path);
    }

    /** Takes a part of the body, whose words are accounted for by it and no longer as a whole. */
    void takePart(String path, String value, String label) {
        values.put(path, value);
        instead.add(path);
        parted = true;
        filled.add(new LedgerEntry(
                page.origin().at(label, null),
                FieldFate.MAPPED,
                value,
                '/' + path,
                null,
                List.of(Reason.FROM_TEXT.code())));
    }

    /** The record with its account. */
    Mapped mapped() {
        List<LedgerEntry> ledger = new ArrayList<>();
        List<LedgerEntry> defaulted = new ArrayList<>();
        for (LedgerEntry each : page.ledger()) {
            LedgerEntry moved = moved(each);
            if (moved != null) {
                (each.fate() == FieldFate.DEFAULTED ? defaulted : ledger).add(moved);
            }
        }
        ledger.addAll(defaulted);
        ledger.addAll(filled);
        return new Mapped(
                kind.assemble(values, Map.of()),
                ledger,
                page.problems(),
                page.origin(),
                page.raw(),
                values.containsKey("attachments") ? page.attachedFiles() : List.of());
    }

    /** The entry of a field that the body says otherwise. */
    private static @Nullable LedgerEntry aside(LedgerEntry entry) {
        if (entry.fate() == FieldFate.DEFAULTED) {
            return null;
        }
        List<String> why = new ArrayList<>(entry.reasons());
        why.add(Reason.OTHER_VALUE_TAKEN.code());
        return new LedgerEntry(entry.location(), FieldFate.UNMAPPED, entry.value(), null, null, why);
    }

    /** The entry with the place where its value went; null for what was made up for a field that is not there. */
    private @Nullable LedgerEntry moved(LedgerEntry entry) {
        String target = entry.target();
        if (target == null) {
            return entry;
        }
        if (parted && target.equals(BODY)) {
            return null;
        }
        String path = target.substring(1).replace('/', '.');
        String to = fields.get(path);
        String rest = "";
        for (int dot = path.lastIndexOf('.'); to == null && dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            to = fields.get(path.substring(0, dot));
            rest = path.substring(dot);
        }
        if (to != null && instead.contains(to)) {
            return aside(entry);
        }
        if (to != null && values.containsKey(to)) {
            RecordField field = kind.field(to);
            boolean many = field != null && field.many();
            String pointer =
                    '/' + to.replace('.', '/') + (many && rest.matches("\\.\\d+") ? rest.replace('.', '/') : "");
            return new LedgerEntry(
                    entry.location(), entry.fate(), entry.value(), pointer, entry.result(), entry.reasons());
        }
        if (entry.fate() == FieldFate.DEFAULTED) {
            return null;
        }
        String value = entry.value();
        List<String> why = new ArrayList<>(entry.reasons());
        why.add(Reason.NOT_OF_KIND.code());
        return new LedgerEntry(entry.location(), FieldFate.IGNORED, value, null, null, why);
    }
}
