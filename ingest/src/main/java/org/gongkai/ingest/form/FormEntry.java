package org.gongkai.ingest.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.form.CellText;
import org.gongkai.core.form.FormLayout;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.json.CanonicalRecord;
import org.gongkai.ingest.mapper.ValueReader;
import org.gongkai.ingest.source.Reason;
import org.jspecify.annotations.Nullable;

/** One filled row of a form: the values of its cells, the rows of parts that belong to it, and the account of them. */
final class FormEntry {

    private static final String UNREADABLE = "source.field.unreadable";
    private static final String HIDDEN = "***";
    private static final int LONGEST_TOLD = 80;

    private final FormRows rows;
    private final FormRows.Row row;
    /** Whether nothing of what persons may stand in may be shown. */
    private final boolean hidden;

    private final List<Cell> cells = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, List<FormEntry>> parts = new LinkedHashMap<>();
    private String number = "";
    private String owner = "";

    /** A cell that holds something; the field is null where the form has no such column, and for numbers of rows. */
    private record Cell(
            Location at,
            String text,
            @Nullable RecordField field,
            @Nullable Reading<?> reading,
            boolean isNumber) {

        boolean unreadable() {
            return reading != null
                    && reading.value() == null
                    && !reading.repairs().contains(Repair.NULL_TOKEN);
        }
    }

    FormEntry(FormRows rows, FormRows.Row row, boolean hidden) {
        this.rows = rows;
        this.row = row;
        this.hidden = hidden;
        for (int i = 0; i < row.cells().size(); i++) {
            String text = row.cells().get(i);
            if (!LegacyText.blank(text)) {
                take(rows.column(i), rows.cell(row, i), text);
            }
        }
    }

    private void take(FormLayout.@Nullable Column column, Location at, String text) {
        RecordField field = column == null ? null : column.field();
        if (column != null && field == null) {
            String stripped = LegacyText.stripUnseen(text);
            if (column.path().equals(FormLayout.NUMBER)) {
                number = stripped;
            } else {
                owner = stripped;
            }
        }
        Reading<?> reading =
                field == null ? null : ValueReader.lost(text) ? Reading.clean(text, null) : CellText.read(field, text);
        cells.add(new Cell(at, text, field, reading, column != null && field == null));
        if (reading != null && field != null && reading.value() != null) {
            values.put(field.path(), reading.value());
        }
    }

    String number() {
        return number;
    }

    String owner() {
        return owner;
    }

    Location place() {
        return rows.row(row);
    }

    FormRows rows() {
        return rows;
    }

    /** The row as it stood. */
    String text() {
        return String.join("\t", row.cells());
    }

    int line() {
        return row.number();
    }

    void add(String path, FormEntry part) {
        parts.computeIfAbsent(path, each -> new ArrayList<>()).add(part);
    }

    /** Whether it says nothing but its number. */
    boolean isEmpty() {
        return parts.isEmpty() && cells.stream().allMatch(Cell::isNumber);
    }

    /**
     * The values by path, ready to make the record or the part of them.
     *
     * @param fields the fields of the record or the part
     * @param pointer where it stands in the record, empty for the record itself
     * @param account takes the account of the cells
     */
    Map<String, Object> values(List<RecordField> fields, String pointer, Account account) {
        int before =
                pointer.isEmpty() ? 0 : StringUtils.countMatches(rows.sheet().path(), '.') + 1;
        Map<String, Boolean> failed = new HashMap<>();
        Map<String, Account> ofParts = new LinkedHashMap<>();
        for (RecordField each : fields) {
            make(each, pointer, before, failed, ofParts, account);
        }
        for (Cell each : cells) {
            String target =
                    each.field() == null ? null : pointer + pointer(each.field().path(), before);
            boolean lost = each.field() != null
                    && failed.keySet().stream()
                            .anyMatch(part -> each.field().path().startsWith(part + '.'));
            account.ledger().add(entry(each, target, lost));
            if (each.unreadable()) {
                account.problems().add(problem(each.at(), each.text(), expected(each.field())));
            }
        }
        ofParts.values().forEach(account::add);
        return values;
    }

    /** Makes what stands in a field of parts; deepest first, since a part may be within a part. */
    private void make(
            RecordField field,
            String pointer,
            int before,
            Map<String, Boolean> failed,
            Map<String, Account> ofParts,
            Account account) {
        if (field.parts().isEmpty()) {
            return;
        }
        if (field.many()) {
            Account list = new Account();
            List<Object> made = list(field, pointer + pointer(field.path(), before), list);
            ofParts.put(field.path(), list);
            if (!made.isEmpty()) {
                values.put(field.path(), made);
            }
            return;
        }
        field.parts().forEach(each -> make(each, pointer, before, failed, ofParts, account));
        String within = field.path() + '.';
        if (values.keySet().stream().noneMatch(each -> each.startsWith(within))) {
            return;
        }
        try {
            values.put(field.path(), field.make(values));
        } catch (RuntimeException incomplete) {
            values.keySet().removeIf(each -> each.startsWith(within));
            failed.put(field.path(), true);
            cells.stream()
                    .filter(each -> each.field() != null && each.field().path().startsWith(within))
                    .findFirst()
                    .ifPresent(each -> account.problems().add(problem(each.at(), each.text(), labels(field.parts()))));
        }
    }

    private List<Object> list(RecordField field, String pointer, Account account) {
        List<Object> made = new ArrayList<>();
        for (FormEntry each : parts.getOrDefault(field.path(), List.of())) {
            Account part = new Account();
            Map<String, Object> inside = each.values(field.parts(), pointer + '/' + made.size(), part);
            if (inside.isEmpty()) {
                account.add(part);
                continue;
            }
            try {
                made.add(field.make(inside));
                account.add(part);
            } catch (RuntimeException incomplete) {
                account.problems().add(problem(each.place(), each.told(), labels(field.parts())));
                part.ledger().forEach(one -> account.ledger().add(unread(one)));
                account.problems().addAll(part.problems());
            }
        }
        return made;
    }

    static LedgerEntry unread(LedgerEntry entry) {
        return entry.target() == null
                ? entry
                : new LedgerEntry(
                        entry.location(), FieldFate.UNREADABLE, entry.value(), entry.target(), null, List.of());
    }

    /** The JSON Pointer of a field within its sheet's record or part. */
    private static String pointer(String path, int before) {
        String[] names = StringUtils.split(path, '.');
        StringBuilder pointer = new StringBuilder();
        for (int i = before; i < names.length; i++) {
            pointer.append('/').append(names[i]);
        }
        return pointer.toString();
    }

    private LedgerEntry entry(Cell cell, @Nullable String target, boolean lost) {
        if (cell.isNumber()) {
            return new LedgerEntry(
                    cell.at(), FieldFate.IGNORED, cell.text(), null, null, List.of(Reason.FORM_NUMBER.code()));
        }
        Reading<?> reading = cell.reading();
        if (reading == null || target == null) {
            String shown = hidden ? HIDDEN : cell.text();
            return new LedgerEntry(
                    cell.at(), FieldFate.UNMAPPED, shown, null, null, List.of(Reason.UNKNOWN_LABEL.code()));
        }
        String shown = told(cell.text());
        if (lost || cell.unreadable()) {
            return new LedgerEntry(cell.at(), FieldFate.UNREADABLE, shown, target, null, List.of());
        }
        List<String> repairs = reading.repairs().stream().map(Repair::code).toList();
        if (repairs.isEmpty()) {
            return CanonicalRecord.entry(cell.at(), target, shown);
        }
        String result = reading.value() == null ? null : told(CellText.written(reading.value()));
        return new LedgerEntry(cell.at(), FieldFate.REPAIRED, shown, target, result, repairs);
    }

    /** Of a kind of two halves the account shows what its records hold, in which numbers are masked. */
    private String told(String text) {
        return hidden ? PersonalData.maskedNumbers(text) : text;
    }

    String told() {
        return hidden
                ? HIDDEN
                : StringUtils.abbreviate(text().replace('\t', ' ').strip(), LONGEST_TOLD);
    }

    private SourceProblem problem(Location at, String text, String expected) {
        return new SourceProblem(
                UNREADABLE, at, hidden ? HIDDEN : StringUtils.abbreviate(text, LONGEST_TOLD), expected);
    }

    private static String expected(@Nullable RecordField field) {
        if (field == null) {
            return "";
        }
        return switch (CellText.shape(field)) {
            case DAY -> "yyyy-MM-dd";
            case TIME -> "yyyy-MM-dd HH:mm";
            case TERM, YES_NO -> String.join(" | ", CellText.terms(field));
            default -> CellText.shape(field).text(Locale.ENGLISH);
        };
    }

    /** The fields that a part is made of, some of which are wanting. */
    private static String labels(Collection<RecordField> fields) {
        return fields.stream()
                .map(each -> each.label().zh() + " (" + each.name() + ')')
                .collect(Collectors.joining(", "));
    }

    /** The account of a record, or of a part of one. */
    record Account(List<LedgerEntry> ledger, List<SourceProblem> problems) {

        Account() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(Account other) {
            ledger.addAll(other.ledger);
            problems.addAll(other.problems);
        }
    }
}
