package org.gongkai.ingest.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DateText;
import org.gongkai.core.form.FormLayout;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.sheet.Workbook;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/** Takes the sheets of a workbook that say in their first cell that they are a form; the others go to who reads them otherwise. */
public final class FormSheets implements Workbook.Sheets {

    private final Workbook.Sheets others;
    private final Limits limits;
    private final SourceHandler handler;
    /** The filled sheets of each form, by the mark of the form's first sheet. */
    private final Map<String, List<FormRows>> forms = new LinkedHashMap<>();
    /** The sheets of forms that are not known. */
    private final List<SourceProblem> unknown = new ArrayList<>();
    /** Whether a sheet that is no form's was handed on. */
    private boolean handedOn;

    public FormSheets(Workbook.Sheets others, Limits limits, SourceHandler handler) {
        this.others = others;
        this.limits = limits;
        this.handler = handler;
    }

    @Override
    public Workbook.Sheet begin(Location place, String rawName, DateText.Epoch epoch) {
        return new Undecided(place, rawName, epoch);
    }

    @Override
    public @Nullable SourceProblem end() {
        boolean filled = false;
        for (List<FormRows> each : forms.values()) {
            filled |= new FormRecords(each, handler).handOver();
        }
        unknown.stream().skip(handedOn || filled ? 0 : 1).forEach(handler::problem);
        if (handedOn || forms.isEmpty() && unknown.isEmpty()) {
            return others.end();
        }
        if (filled) {
            return null;
        }
        return unknown.isEmpty()
                ? new SourceProblem(
                        "source.form.empty",
                        forms.values().iterator().next().get(0).place(),
                        null,
                        null)
                : unknown.get(0);
    }

    private final class Undecided implements Workbook.Sheet {

        private final Location place;
        private final String rawName;
        private final DateText.Epoch epoch;
        private final List<int[]> merges = new ArrayList<>();
        private boolean decided;
        private @Nullable FormRows filled;
        private Workbook.@Nullable Sheet other;

        Undecided(Location place, String rawName, DateText.Epoch epoch) {
            this.place = place;
            this.rawName = rawName;
            this.epoch = epoch;
        }

        @Override
        public boolean row(int number, List<String> cells, boolean cut) {
            if (!decided) {
                decide(number == FormLayout.MARK_ROW && !cells.isEmpty() ? FormLayout.read(cells.get(0)) : null, cells);
                if (other == null) {
                    return filled != null;
                }
            }
            return filled != null ? filled.row(number, cells, cut) : other != null && other.row(number, cells, cut);
        }

        private void decide(FormLayout.@Nullable Mark mark, List<String> cells) {
            decided = true;
            if (mark instanceof FormLayout.Mark.Filled form) {
                FormLayout layout = form.layout();
                FormRows rows = new FormRows(form, cells, place, rawName, limits, handler);
                filled = rows;
                forms.computeIfAbsent(layout.mark(layout.sheets().get(0)), each -> new ArrayList<>())
                        .add(rows);
            } else if (mark instanceof FormLayout.Mark.Unknown other) {
                unknown.add(new SourceProblem("source.form.unknown", place, other.text(), FormLayout.version()));
            } else if (mark == null) {
                handedOn = true;
                Workbook.Sheet chosen = others.begin(place, rawName, epoch);
                merges.forEach(each -> chosen.merged(each[0], each[1], each[2], each[3]));
                other = chosen;
            }
        }

        @Override
        public boolean hides(int row) {
            return decided && other == null && row == FormLayout.MARK_ROW;
        }

        @Override
        public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
            if (other != null) {
                other.merged(firstRow, lastRow, firstColumn, lastColumn);
            } else if (!decided) {
                merges.add(new int[] {firstRow, lastRow, firstColumn, lastColumn});
            }
        }

        @Override
        public @Nullable SourceProblem end() {
            if (!decided) {
                decide(null, List.of());
            }
            return other == null ? null : other.end();
        }
    }
}
