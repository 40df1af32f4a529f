package org.gongkai.ingest.interpretation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Relation;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.interpretation.PressRelease;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.text.Csv;
import org.gongkai.ingest.listing.ListTableReader;
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

    private static final String UNKNOWN = Reason.UNKNOWN_LABEL.code();
    /** The place of the body in what the page was read as. */
    private static final String BODY = "/body";

    /** Who explains and whom to ask stands in the text as often as beside it. */
    private static final Set<String> IN_TEXT = Set.of(
            "responsible",
            "interpreter.name",
            "interpreter.post",
            "contact.telephone",
            "contact.department",
            "consultation.telephone");
    /** A longer line, in characters, is a sentence. */
    private static final int LONGEST_LINE = 200;

    private static final RecordKind<OfficialDocument> DOCUMENTS = RecordKind.of(OfficialDocument.class);

    private static final Map<String, ListTableReader> LABELS = Stream.of(
                    PolicyInterpretation.class, PolicyAnswer.class, PressRelease.class)
            .map(type -> RecordKind.of(type).code())
            .collect(Collectors.toUnmodifiableMap(code -> code, ListTableReader::of));

    private final RecordKind<?> kind;
    private final ListTableReader labels;
    private final List<LedgerEntry> read = new ArrayList<>();
    private final Mapped page;
    private final Map<String, String> fields;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<LedgerEntry> filled = new ArrayList<>();
    /** The paths of what the body says otherwise than the fields of the page. */
    private final Set<String> instead = new HashSet<>();
    /** The entries that were read by the labels of the kind, with what is left of them. */
    private final Map<LedgerEntry, String> taken = new IdentityHashMap<>();
    /** Whether the body is accounted for by its parts. */
    private boolean parted;

    PageFields(Class<? extends DisclosureRecord> type, Mapped page, OfficialDocument document) {
        this.kind = RecordKind.of(type);
        this.labels = Objects.requireNonNull(LABELS.get(kind.code()));
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
            several.forEach(each -> all.add(each instanceof Relation relation ? References.of(relation) : each));
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

    /**
     * Reads what the page says in labels that documents do not have, as columns of tables of the kind are read.
     *
     * @param references where what names a document goes: {@code interprets}
     * @param before the field of which a label of the kind is believed before what documents have; empty for none
     */
    void readLabels(String references, String before) {
        List<PolicyReference> named = new ArrayList<>();
        for (LedgerEntry entry : page.ledger()) {
            if (entry.fate() == FieldFate.UNMAPPED
                    && entry.value() != null
                    && entry.reasons().contains(UNKNOWN)) {
                String rest = Said.of(entry).stream()
                        .filter(each -> !says(entry, each, references, before, named))
                        .map(Said::shown)
                        .collect(Collectors.joining("\n"));
                if (!rest.equals(entry.value())) {
                    taken.put(entry, rest);
                }
            }
        }
        if (!named.isEmpty()) {
            List<Object> all = new ArrayList<>(values.get(references) instanceof List<?> linked ? linked : List.of());
            all.addAll(named);
            values.put(references, all);
        }
        values.computeIfPresent(references, (path, all) -> References.joined((List<?>) all));
    }

    /** Whether a label is one of the kind whose value can be read, and no other field gave it. */
    private boolean says(LedgerEntry entry, Said said, String references, String before, List<PolicyReference> named) {
        String label = said.label();
        String text = said.value();
        String path = label == null ? null : labels.path(label);
        if (path == null) {
            return false;
        }
        if (path.startsWith(references + '.')) {
            List<PolicyReference> all = References.said(text);
            if (all.isEmpty()) {
                return false;
            }
            named.addAll(all);
            read.add(moved(entry, label, text, '/' + references));
            return true;
        }
        boolean first = !values.containsKey(path) || path.equals(before) && instead.add(path);
        List<Object> all = !first || path.equals("title") ? null : labels.values(path, text);
        RecordField field = kind.field(path);
        if (all == null || field == null || !field.many() && all.size() > 1) {
            return false;
        }
        values.put(path, field.many() ? all : all.get(0));
        read.add(moved(entry, label, text, '/' + path.replace('.', '/')));
        return true;
    }

    private static LedgerEntry moved(LedgerEntry entry, @Nullable String label, String text, String pointer) {
        return new LedgerEntry(entry.location().at(label, null), FieldFate.MAPPED, text, pointer, null, List.of());
    }

    /** Reads the lines of the text with labels of the kind, where no field gave their values; the text keeps them. */
    void readLines(String text) {
        for (String line : text.lines().toList()) {
            if (line.length() > LONGEST_LINE) {
                continue;
            }
            for (Said each : Said.parted(line)) {
                String path = each.label() == null ? null : labels.path(each.label());
                boolean own = path != null && IN_TEXT.contains(path);
                List<Object> all = own && !values.containsKey(path) ? labels.values(path, each.value()) : null;
                if (all != null && all.size() == 1) {
                    replace(path, all.get(0), Reason.FROM_TEXT);
                }
            }
        }
    }

    /** Takes references beside those that labels and links gave. */
    void join(String path, List<PolicyReference> named, Reason reason) {
        List<?> before = values.get(path) instanceof List<?> all ? all : List.of();
        List<PolicyReference> all = before.isEmpty() ? named : References.with(before, named);
        if (!all.isEmpty() && !all.equals(before)) {
            replace(path, all, reason);
        }
    }

    /** Whether a label of the kind gave the field. */
    boolean labelled(String path) {
        return read.stream().anyMatch(each -> ('/' + path).equals(each.target()));
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
                value instanceof List<?> several
                        ? several.stream().map(String::valueOf).collect(Collectors.joining("；"))
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

    /** Tells of a part of the body that the record has no place for. */
    void leave(String value, String label) {
        filled.add(new LedgerEntry(
                page.origin().at(label, null),
                FieldFate.UNMAPPED,
                value,
                null,
                null,
                List.of(Reason.NOT_OF_KIND.code())));
    }

    /** The record with its account. */
    Mapped mapped() {
        List<LedgerEntry> ledger = new ArrayList<>();
        List<LedgerEntry> defaulted = new ArrayList<>();
        for (LedgerEntry each : page.ledger()) {
            String rest = taken.get(each);
            if (rest != null && !rest.isEmpty()) {
                ledger.add(new LedgerEntry(each.location(), each.fate(), rest, null, null, each.reasons()));
            }
            LedgerEntry moved = rest != null ? null : moved(each);
            if (moved != null) {
                (each.fate() == FieldFate.DEFAULTED ? defaulted : ledger).add(moved);
            }
        }
        ledger.addAll(read);
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
