package org.gongkai.ingest.assistance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.PartialDate;
import org.gongkai.core.Repair;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.RegionScope;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.table.Defaulted;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableReading;
import org.gongkai.ingest.table.TableRow;
import org.jspecify.annotations.Nullable;

/** One row of a table of standards, which gives a line for each of its amounts. */
final class StandardRow {

    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})年(?:(\\d{1,2})月(?:(\\d{1,2})日)?)?");
    private static final Pattern BARE_YEAR = Pattern.compile("^(?:19|20)\\d{2}(?=$|[(（]|标准)");

    private static final String YUAN = "元";

    private final StandardTable table;
    private final TableRow row;
    private final Scalars scalars;
    private final Drafting drafting;
    private final Set<String> given = new HashSet<>();
    private final List<Made> made = new ArrayList<>();
    private final boolean residenceUnread;
    private final boolean counts;

    /** A line and the cell that made it. */
    private record Made(AssistanceStandard line, Grid.Cell cell, TableColumn<AssistanceMeaning> column) {

        Made with(AssistanceStandard other) {
            return new Made(other, cell, column);
        }
    }

    StandardRow(StandardTable table, TableRow row) {
        this.table = table;
        this.row = row;
        this.scalars = new Scalars(AssistanceStandardBuilder.builder(table.defaults), table.terms);
        String words = table.layout.columns().stream()
                .filter(each -> each.meaning() != null && each.meaning().dimension())
                .map(each -> row.text(each.index()))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining(" "));
        this.residenceUnread = table.layout.of(AssistanceMeaning.RESIDENCE).stream()
                .map(each -> row.text(each.index()))
                .anyMatch(each ->
                        !each.isBlank() && !AmountText.nothing(each) && table.terms.residenceAlone(each) == null);
        this.counts = table.layout.columns().stream()
                .filter(each -> each.meaning() != null && each.meaning().dimension())
                .anyMatch(each -> AssistanceWords.counted(row.text(each.index())));
        this.drafting = new Drafting(table.terms, words, row.section(), gradeAsWritten(), table.over(), named());
    }

    void read() {
        for (int c = 0; c < row.cells().size(); c++) {
            other(c);
        }
        if (counts) {
            leftOut();
            return;
        }
        columns(AssistanceMeaning.AMOUNT).forEach(this::amounts);
        columns(AssistanceMeaning.PREVIOUS).forEach(this::previous);
        growthOfTheLast();
        withoutContradictions();
        for (Made each : made) {
            TableReading.Line<AssistanceStandard> line = new TableReading.Line<>(
                    each.line(), table.layout.place(each.cell(), each.column().index()));
            table.add(line, Defaulted.entries(each.line(), table.defaults, line.origin(), given));
        }
        table.carried(row);
        dimensions();
    }

    /** A row of heads or of money paid (人数, 资金) holds no standard, whatever the columns are called. */
    private void leftOut() {
        for (TableColumn<AssistanceMeaning> each : table.layout.columns()) {
            AssistanceMeaning meaning = each.meaning();
            boolean own = meaning != null && (meaning.dimension() || meaning.priced());
            if (own && each.index() < row.cells().size()) {
                table.put(row.cells().get(each.index()), each.index(), FieldFate.IGNORED, null, null, "no-standard");
            }
        }
    }

    private Stream<TableColumn<AssistanceMeaning>> columns(AssistanceMeaning meaning) {
        return table.layout.of(meaning).stream()
                .filter(each -> each.index() < row.cells().size());
    }

    /** A cell that holds for the row as a whole, or that is left out. */
    private void other(int c) {
        TableColumn<AssistanceMeaning> column = table.layout.column(c);
        AssistanceMeaning meaning = column.meaning();
        Grid.Cell cell = row.cells().get(c);
        if (meaning == null && column.leftOut() != null) {
            boolean disputed = column.disputed() && !cell.blank();
            table.put(cell, c, disputed ? FieldFate.UNMAPPED : FieldFate.IGNORED, null, null, column.leftOut());
        } else if (meaning == AssistanceMeaning.IGNORED) {
            table.put(cell, c, FieldFate.IGNORED, null, null, "no-standard");
        } else if (meaning != null && !meaning.dimension() && !meaning.priced()) {
            scalar(meaning, c);
        }
    }

    private void scalar(AssistanceMeaning column, int c) {
        Grid.Cell cell = row.cells().get(c);
        String text = row.text(c).strip();
        AssistanceMeaning meaning = Scalars.meant(column, text);
        if (text.isBlank() || AmountText.nothing(text)) {
            table.put(cell, c, FieldFate.MAPPED, meaning.pointer(), null, null);
            return;
        }
        String result = scalars.take(meaning, text);
        if (result == null) {
            scalars.withdraw(meaning);
            table.unreadable(cell, c, name(meaning));
            return;
        }
        given.add(Objects.requireNonNull(meaning.pointer()));
        boolean same = cell.blank() || result.equals(text);
        table.put(
                cell,
                c,
                same ? FieldFate.MAPPED : FieldFate.REPAIRED,
                meaning.pointer(),
                same ? null : result,
                same ? null : reason(meaning));
    }

    private static String reason(AssistanceMeaning meaning) {
        return switch (meaning) {
            case EFFECTIVE_FROM, EFFECTIVE_TO, ISSUED_ON, PUBLISHED_ON -> Repair.DATE_NOTATION.code();
            case SET_BY -> Repair.SEVERAL_IN_ONE.code();
            default -> Repair.SYNONYM.code();
        };
    }

    private static String name(AssistanceMeaning meaning) {
        return meaning.name().toLowerCase(Locale.ROOT);
    }

    /** A grade in words that no term knows is kept as it stands, and so is a class that nothing but itself tells apart. */
    private @Nullable String gradeAsWritten() {
        for (TableColumn<AssistanceMeaning> each : table.layout.of(AssistanceMeaning.GRADE)) {
            String text = row.text(each.index());
            if (!text.isBlank() && !AmountText.nothing(text)) {
                return LegacyText.withoutBlanks(text);
            }
        }
        return scoped() ? null : classed();
    }

    /** What stands in the columns for names, where several of them have something. */
    private List<String> named() {
        List<String> names = table.layout.of(AssistanceMeaning.ITEM).stream()
                .map(each -> LegacyText.withoutBlanks(row.text(each.index())))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        return names.size() > 1 ? names : List.of();
    }

    private boolean scoped() {
        return !table.layout.of(AssistanceMeaning.SCOPE).isEmpty();
    }

    private @Nullable String classed() {
        return table.layout.of(AssistanceMeaning.ITEM).stream()
                .map(each -> LegacyText.withoutBlanks(row.text(each.index())))
                .filter(table.terms::classed)
                .findFirst()
                .orElse(null);
    }

    private void amounts(TableColumn<AssistanceMeaning> column) {
        int c = column.index();
        Grid.Cell cell = row.cells().get(c);
        if (cell.blank() || AmountText.nothing(cell.text)) {
            table.put(cell, c, FieldFate.MAPPED, "/amount", null, null);
            return;
        }
        List<AmountText.Part> parts = AmountText.read(cell.text);
        // An amount for a residence that nobody can read is none for all.
        boolean unread = parts == null || residenceUnread || unitUnread(parts, column);
        List<Draft> drafts = unread ? null : drafting.of(parts, column.label());
        if (drafts == null) {
            table.unreadable(cell, c, name(AssistanceMeaning.AMOUNT));
            return;
        }
        for (Draft each : drafts) {
            made.add(new Made(line(each, column, cell), cell, column));
        }
        Draft first = drafts.get(0);
        for (AssistanceItem each : drafting.included()) {
            AssistanceStandardBuilder line = AssistanceStandardBuilder.builder(line(first, column, cell))
                    .item(each)
                    .amount(null)
                    .unit(null)
                    .atLeast(null)
                    .change(null)
                    .previousAmount(null)
                    .growth(null)
                    .follows(first.item());
            made.add(new Made(line.build(), cell, column));
        }
        String result = drafts.stream()
                .map(each -> each.part().value())
                .map(each -> each == null ? "" : each.toPlainString())
                .collect(Collectors.joining("; "));
        boolean same = result.equals(cell.text.strip());
        table.put(
                cell,
                c,
                same ? FieldFate.MAPPED : FieldFate.REPAIRED,
                "/amount",
                same ? null : result,
                same ? null : drafts.size() > 1 ? Repair.SEVERAL_IN_ONE.code() : Repair.LABEL_IN_VALUE.code());
    }

    /** Whether the unit of an amount is given and nobody can read it, or is none of a standard. */
    private boolean unitUnread(List<AmountText.Part> parts, TableColumn<AssistanceMeaning> column) {
        boolean bare = parts.stream().anyMatch(each -> each.value() != null && each.unit() == null);
        boolean other = scalars.unitUnread() || scalars.unit() == null && table.otherUnit();
        return AmountText.otherUnit(column.label()) || bare && other && AmountText.unit(column.label()) == null;
    }

    private AssistanceStandard line(Draft draft, TableColumn<AssistanceMeaning> column, Grid.Cell cell) {
        AssistanceStandard whole = scalars.line().build();
        AssistanceStandardBuilder line = AssistanceStandardBuilder.builder(whole);
        AmountText.Part part = draft.part();
        AmountUnit ofColumn =
                AmountText.unit(column.headers(), column.label(), table.yuan() ? cell.text + YUAN : cell.text);
        AmountUnit found = part.unit() != null ? part.unit() : unit(ofColumn);
        if (found != table.defaults.unit() || part.unit() == found || ofColumn == found || table.unit() == found) {
            given.add("/unit");
        }
        line.item(draft.item())
                .residence(draft.residence())
                .support(draft.support())
                .grades(draft.grades())
                .amount(part.value())
                .unit(part.value() == null ? null : found)
                .atLeast(part.atLeast() ? Boolean.TRUE : null);
        if (part.change() != null) {
            line.change(part.change());
        }
        if (part.previous() != null) {
            line.previousAmount(part.previous());
        }
        AssistanceItem follows = part.follows() == null ? null : table.terms.follows(part.follows());
        if (follows != null && !follows.equals(draft.item())) {
            line.follows(follows);
        }
        String rest = table.terms.without(part.rest());
        String noted = rest.isBlank() || table.terms.item(rest) != null ? null : rest;
        line.note(Stream.of(whole.note(), scoped() ? classed() : null, noted)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("；")));
        fromHeader(line, whole, column);
        return line.build();
    }

    /** The unit of an amount that has none beside it: the column's, the row's, that of its words, of the table. */
    private @Nullable AmountUnit unit(@Nullable AmountUnit ofColumn) {
        return Stream.of(ofColumn, scalars.unit(), AmountText.unit(drafting.words()), table.unit())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(table.defaults.unit());
    }

    /** The day and the region that a column's header gives; a day of the row in the same year is the closer one. */
    private void fromHeader(
            AssistanceStandardBuilder line, AssistanceStandard whole, TableColumn<AssistanceMeaning> column) {
        PartialDate from = column.headers().stream()
                .map(StandardRow::date)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (from != null && !sameYear(whole.effectiveFrom(), from)) {
            line.effectiveFrom(from);
            given.add("/effectiveFrom");
            table.fromHeader(column, "/effectiveFrom", from.text());
        }
        for (String each : column.headers()) {
            if (AssistanceWords.region(each) && table.terms.residence(each) == null && table.terms.item(each) == null) {
                line.scope(RegionScope.read(each));
                table.fromHeader(column, "/scope", each);
            }
        }
    }

    private static @Nullable PartialDate date(String header) {
        String plain = AmountText.plain(header);
        Matcher year = YEAR.matcher(plain);
        if (year.find()) {
            return PartialDate.read(year.group()).value();
        }
        Matcher bare = BARE_YEAR.matcher(plain);
        return bare.find() ? PartialDate.read(bare.group()).value() : null;
    }

    private static boolean sameYear(@Nullable PartialDate known, PartialDate header) {
        return known != null && known.text().startsWith(header.text().substring(0, 4));
    }

    /** Puts the amounts before beside the lines for the same residence and grades. */
    private void previous(TableColumn<AssistanceMeaning> column) {
        int c = column.index();
        Grid.Cell cell = row.cells().get(c);
        if (cell.blank() || AmountText.nothing(cell.text)) {
            table.put(cell, c, FieldFate.MAPPED, "/previousAmount", null, null);
            return;
        }
        List<AmountText.Part> parts = AmountText.read(cell.text);
        List<Draft> drafts = parts == null || unitUnread(parts, column) ? null : drafting.of(parts, column.label());
        if (drafts == null) {
            table.unreadable(cell, c, name(AssistanceMeaning.PREVIOUS));
            return;
        }
        long placed = drafts.stream().filter(each -> placed(each)).count();
        if (placed < drafts.size()) {
            table.put(cell, c, FieldFate.UNMAPPED, null, null, "no-line");
        } else {
            table.put(cell, c, FieldFate.MAPPED, "/previousAmount", null, null);
        }
    }

    private boolean placed(Draft draft) {
        BigDecimal before = draft.part().value();
        for (int i = 0; i < made.size() && before != null; i++) {
            AssistanceStandard line = made.get(i).line();
            if (draft.fits(line)) {
                made.set(
                        i,
                        made.get(i)
                                .with(AssistanceStandardBuilder.builder(line)
                                        .previousAmount(before)
                                        .build()));
                return true;
            }
        }
        return false;
    }

    /** Of the amounts of several years one has grown, and that is the last of them. */
    private void growthOfTheLast() {
        for (int i = 0; i < made.size(); i++) {
            AssistanceStandard line = made.get(i).line();
            boolean followed = line.growth() != null && made.stream().anyMatch(each -> follows(each.line(), line));
            if (followed) {
                made.set(
                        i,
                        made.get(i)
                                .with(AssistanceStandardBuilder.builder(line)
                                        .growth(null)
                                        .build()));
            }
        }
    }

    /** Whether a line is for the same thing as another, from a later day. */
    private static boolean follows(AssistanceStandard later, AssistanceStandard earlier) {
        PartialDate first = earlier.effectiveFrom();
        PartialDate second = later.effectiveFrom();
        return first != null
                && second != null
                && second.text().compareTo(first.text()) > 0
                && Objects.equals(later.item(), earlier.item())
                && later.residence() == earlier.residence()
                && later.support() == earlier.support()
                && later.grades().equals(earlier.grades())
                && Objects.equals(later.scope(), earlier.scope());
    }

    /**
     * Two amounts of a row for the same thing from the same day: 800 a month and 9600 a year are one, and the first of them is read;
     * of others nothing says which holds, so none is read.
     */
    private void withoutContradictions() {
        Map<String, List<Made>> alike = new LinkedHashMap<>();
        made.forEach(each -> alike.computeIfAbsent(each.line().key(), key -> new ArrayList<>())
                .add(each));
        made.clear();
        for (List<Made> each : alike.values()) {
            Made first = each.get(0);
            if (each.stream().allMatch(other -> same(first.line(), other.line()))) {
                made.add(first);
            } else if (each.stream().allMatch(other -> yearly(first.line(), other.line()))) {
                made.add(first);
                each.stream()
                        .filter(other -> !same(first.line(), other.line()))
                        .forEach(other ->
                                table.repeated(other.cell(), other.column().index()));
            } else {
                each.forEach(
                        other -> table.contradicted(other.cell(), other.column().index()));
            }
        }
    }

    private static boolean same(AssistanceStandard one, AssistanceStandard other) {
        return Objects.equals(one.amount(), other.amount()) && one.unit() == other.unit();
    }

    /** Whether two amounts come to the same in a year, each in a unit of its own. */
    private static boolean yearly(AssistanceStandard one, AssistanceStandard other) {
        return same(one, other)
                || one.unit() != other.unit()
                        && perYear(one) != null
                        && perYear(one).equals(perYear(other));
    }

    private static @Nullable List<Object> perYear(AssistanceStandard line) {
        AmountUnit unit = line.unit();
        return line.amount() == null || unit == null || unit.period() == AmountUnit.Period.TIME
                ? null
                : List.of(
                        line.amount()
                                .multiply(BigDecimal.valueOf(unit.timesAYear()))
                                .stripTrailingZeros(),
                        unit.household());
    }

    private void dimensions() {
        for (TableColumn<AssistanceMeaning> each : table.layout.columns()) {
            AssistanceMeaning meaning = each.meaning();
            if (meaning == null
                    || !meaning.dimension()
                    || each.index() >= row.cells().size()) {
                continue;
            }
            Grid.Cell cell = row.cells().get(each.index());
            boolean used = !made.isEmpty() || cell.blank();
            if (!used && AssistanceWords.money(cell.text)) {
                // 其中：全护理1800元 in a row of its own, where the name of what is paid stands.
                table.unreadable(cell, each.index(), name(AssistanceMeaning.AMOUNT));
                continue;
            }
            boolean classed = meaning == AssistanceMeaning.ITEM && table.terms.classed(cell.text);
            table.put(
                    cell,
                    each.index(),
                    used ? FieldFate.MAPPED : FieldFate.UNREADABLE,
                    !used ? null : !classed ? meaning.pointer() : scoped() ? "/note" : "/grades",
                    null,
                    used ? null : "no-line");
        }
    }
}
