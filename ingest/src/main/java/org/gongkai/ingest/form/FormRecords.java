package org.gongkai.ingest.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.form.FormLayout;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/** The records of one form: each row of the first sheet with the rows of the other sheets that name its number. */
final class FormRecords {

    private final FormLayout layout;
    private final List<FormRows> sheets;
    private final boolean hidden;
    private final SourceHandler handler;
    /** The rows of the sheets by the path of their parts. */
    private final Map<String, List<FormEntry>> entries = new LinkedHashMap<>();
    /** The rows by path and number; of a number that stands twice, null. */
    private final Map<String, Map<String, @Nullable FormEntry>> numbered = new HashMap<>();

    /** The rows that belong to no record; entries are compared as objects. */
    private final Set<FormEntry> homeless = new HashSet<>();

    /** @param sheets the filled sheets, in the order of the workbook */
    FormRecords(List<FormRows> sheets, SourceHandler handler) {
        this.layout = sheets.get(0).layout();
        this.sheets = sheets;
        this.hidden = layout.kind().personalData() == RecordKind.PersonalData.HALVED;
        this.handler = handler;
        for (FormRows each : sheets) {
            String path = each.sheet().path();
            for (FormRows.Row row : each.rows()) {
                FormEntry entry = new FormEntry(each, row, hidden);
                entries.computeIfAbsent(path, any -> new ArrayList<>()).add(entry);
                Map<String, @Nullable FormEntry> numbers = numbered.computeIfAbsent(path, any -> new HashMap<>());
                numbers.put(entry.number(), numbers.containsKey(entry.number()) ? null : entry);
            }
        }
    }

    /** Whether anything was filled in. */
    boolean handOver() {
        if (entries.isEmpty()) {
            return false;
        }
        if (sheets.stream().noneMatch(each -> each.sheet().part() == null)) {
            handler.problem(new SourceProblem(
                    "source.form.noRecords",
                    sheets.get(0).place(),
                    sheets.get(0).place().sheet(),
                    layout.mark(layout.sheets().get(0))));
        }
        // In the order of the form: what belongs to a row that belongs to nothing is told with it.
        for (FormLayout.Sheet each : layout.sheets()) {
            if (each.part() != null) {
                entries.getOrDefault(each.path(), List.of()).forEach(entry -> place(each, entry));
            }
        }
        entries.getOrDefault("", List.of()).forEach(this::record);
        return true;
    }

    private void place(FormLayout.Sheet sheet, FormEntry entry) {
        String around = sheet.owner(layout);
        List<FormEntry> owners = entries.getOrDefault(around, List.of());
        FormEntry owner = entry.owner().isEmpty()
                ? owners.size() == 1 ? owners.get(0) : null
                : numbered.getOrDefault(around, Map.of()).get(entry.owner());
        if (entry.isEmpty() && owner == null) {
            account(entry);
        } else if (owner == null || homeless.contains(owner)) {
            homeless.add(entry);
            reject(new SourceProblem("source.form.noOwner", entry.place(), entry.owner(), sheetName(around)), entry);
        } else {
            owner.add(sheet.path(), entry);
        }
    }

    /** How the sheet is called that the row is missing in; where there is none, what its mark would be. */
    private @Nullable String sheetName(String path) {
        for (FormRows each : sheets) {
            if (each.sheet().path().equals(path)) {
                return each.place().sheet();
            }
        }
        FormLayout.Sheet missing = layout.sheet(path);
        return missing == null ? null : layout.mark(missing);
    }

    private void record(FormEntry entry) {
        if (entry.isEmpty()) {
            account(entry);
            return;
        }
        FormEntry.Account account = new FormEntry.Account();
        RecordKind<?> kind = layout.kind();
        Map<String, Object> values = entry.values(kind.fields(), "", account);
        if (values.isEmpty()) {
            unread(entry, account);
            return;
        }
        DisclosureRecord record = kind.assemble(values, Map.of());
        handler.record(new Mapped(record, account.ledger(), account.problems(), entry.place(), raw(entry), List.of()));
    }

    /** A row of which nothing could be read is no record. */
    private void unread(FormEntry entry, FormEntry.Account account) {
        handler.ledger(account.ledger());
        if (!account.problems().isEmpty()) {
            handler.rejected(account.problems().get(0), raw(entry));
            account.problems().stream().skip(1).forEach(handler::problem);
        }
    }

    private void account(FormEntry entry) {
        FormEntry.Account account = new FormEntry.Account();
        entry.values(List.of(), "", account);
        handler.ledger(account.ledger());
    }

    private void reject(SourceProblem problem, FormEntry entry) {
        FormEntry.Account account = new FormEntry.Account();
        entry.values(List.of(), "", account);
        handler.ledger(account.ledger().stream().map(FormEntry::unread).toList());
        handler.rejected(problem, raw(entry));
    }

    private RawForm raw(FormEntry entry) {
        String name = entry.rows().rawName();
        return hidden ? RawForm.hidden(name) : new RawForm.Row(name, entry.line(), entry.text());
    }
}
