package org.gongkai.ingest.assistance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.PartialDate;
import org.gongkai.core.Repair;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.table.Defaulted;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableReading;
import org.jspecify.annotations.Nullable;

/** Makes lines of one table. Not thread-safe; made for one table. */
final class TableMapping {

    private static final int HEADER_WITHIN = 12;
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})年(?:(\\d{1,2})月(?:(\\d{1,2})日)?)?");
    private static final Pattern INCLUDED = Pattern.compile("[（(](?:含|包括|包含)([^）)]{0,300})[）)]");
    private static final Set<AssistanceMeaning> DIMENSIONS =
            EnumSet.of(AssistanceMeaning.ITEM, AssistanceMeaning.RESIDENCE, AssistanceMeaning.GRADE);

    private final Grid grid;
    private final AssistanceLabels labels;
    private final AssistanceTerms terms;
    private final AssistanceStandard defaults;
    private final List<TableReading.Line<AssistanceStandard>> lines = new ArrayList<>();
    private final Map<Grid.Cell, LedgerEntry> fates = new IdentityHashMap<>();
    private final Map<String, LedgerEntry> defaulted = new TreeMap<>();
    private final List<LedgerEntry> fromDefaults = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private int firstHeader = -1;
    private int firstRow = -1;
    private @Nullable AmountUnit captionUnit;

    /** A column: what stands above it and what that means. */
    private record Column(
            List<String> headers,
            @Nullable AssistanceMeaning meaning,
            @Nullable AmountUnit unit,
            @Nullable PartialDate from) {

        String text() {
            return String.join(" ", headers);
        }
    }

    TableMapping(Grid grid, AssistanceLabels labels, AssistanceTerms terms, AssistanceStandard defaults) {
        this.grid = grid;
        this.labels = labels;
        this.terms = terms;
        this.defaults = defaults;
    }

    /** Reads the table; false when it shows no standards, and then nothing of it is accounted for. */
    boolean read() {
        findHeader();
        if (firstHeader < 0) {
            return false;
        }
        nameColumns();
        if (columns.stream().noneMatch(each -> each.meaning() == AssistanceMeaning.AMOUNT)) {
            return false;
        }
        for (int r = 0; r < firstHeader; r++) {
            caption(grid.rows().get(r));
        }
        for (int r = firstRow; r < grid.rows().size(); r++) {
            row(r);
        }
        return true;
    }

    List<TableReading.Line<AssistanceStandard>> lines() {
        return lines;
    }

    /** The account, one entry a cell below or above the header, in the order of the table. */
    List<LedgerEntry> ledger() {
        List<LedgerEntry> ledger = new ArrayList<>();
        Set<Grid.Cell> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int r = 0; r < grid.rows().size(); r++) {
            if (r >= firstHeader && r < firstRow) {
                seen.addAll(grid.rows().get(r));
                continue;
            }
            for (int c = 0; c < grid.rows().get(r).size(); c++) {
                Grid.Cell cell = grid.rows().get(r).get(c);
                if (seen.add(cell)) {
                    LedgerEntry entry = fates.get(cell);
                    ledger.add(entry != null ? entry : entry(cell, c, FieldFate.UNMAPPED, null, null, "unknown-label"));
                }
            }
        }
        ledger.addAll(defaulted.values());
        ledger.addAll(fromDefaults);
        return ledger;
    }

    List<SourceProblem> problems() {
        return problems;
    }

    private void findHeader() {
        for (int r = 0; r < Math.min(HEADER_WITHIN, grid.rows().size()); r++) {
            List<Grid.Cell> row = distinct(grid.rows().get(r));
            long known = row.stream()
                    .filter(each -> labels.meaning(List.of(each.text)) != null || names(each.text))
                    .count();
            boolean figures = row.stream().anyMatch(TableMapping::figure);
            if (row.size() > 1 && known > 1 && !figures) {
                firstHeader = r;
                firstRow = r + 1;
                while (firstRow < grid.rows().size() && continues(grid.rows().get(firstRow))) {
                    firstRow++;
                }
                return;
            }
        }
    }

    private boolean names(String text) {
        return terms.residence(text) != null
                || terms.item(text) != null
                || !terms.grades(text).isEmpty();
    }

    /** A row that still belongs to the header: a cell reaches into it from above, and it shows no figures. */
    private boolean continues(List<Grid.Cell> row) {
        List<Grid.Cell> above = grid.rows().get(firstRow - 1);
        boolean shared = false;
        for (int c = 0; c < Math.min(row.size(), above.size()); c++) {
            shared |= row.get(c) == above.get(c) && !row.get(c).blank();
        }
        return shared && row.stream().noneMatch(TableMapping::figure);
    }

    private static boolean figure(Grid.Cell cell) {
        return !cell.blank()
                && Character.isDigit(AmountText.plain(cell.text).charAt(0))
                && AmountText.read(cell.text) != null;
    }

    private static List<Grid.Cell> distinct(List<Grid.Cell> row) {
        Set<Grid.Cell> cells = Collections.newSetFromMap(new IdentityHashMap<>());
        return row.stream().filter(each -> !each.blank() && cells.add(each)).toList();
    }

    private void nameColumns() {
        int width = grid.rows().stream().mapToInt(List::size).max().orElse(0);
        for (int c = 0; c < width; c++) {
            List<String> headers = new ArrayList<>();
            for (int r = firstHeader; r < firstRow; r++) {
                List<Grid.Cell> row = grid.rows().get(r);
                String text = c < row.size() ? row.get(c).text : "";
                if (!text.isBlank()
                        && (headers.isEmpty()
                                || !headers.get(headers.size() - 1).equals(text))) {
                    headers.add(text);
                }
            }
            columns.add(new Column(
                    headers, meaning(headers, c), AmountText.unit(String.join(" ", headers)), date(headers)));
        }
    }

    private @Nullable AssistanceMeaning meaning(List<String> headers, int column) {
        AssistanceMeaning meaning = labels.meaning(headers);
        boolean named = headers.stream().anyMatch(this::names);
        if (meaning == null && headers.isEmpty() && column == 0) {
            meaning = AssistanceMeaning.ITEM;
        }
        // 具备生活自理能力 above figures prices that grade; above words it is a column of grades.
        boolean graded = meaning == AssistanceMeaning.GRADE && named;
        if (meaning == null ? !named : meaning != AssistanceMeaning.AMOUNT && !graded) {
            return meaning;
        }
        int figures = 0;
        int items = 0;
        for (int r = firstRow; r < grid.rows().size(); r++) {
            List<Grid.Cell> row = grid.rows().get(r);
            if (column < row.size() && !row.get(column).blank()) {
                List<AmountText.Part> parts = AmountText.read(row.get(column).text);
                figures += parts == null ? 0 : 1;
                items += parts == null && terms.item(row.get(column).text) != null ? 1 : 0;
            }
        }
        if (graded) {
            return figures > 0 ? AssistanceMeaning.AMOUNT : meaning;
        }
        return items > figures
                ? AssistanceMeaning.ITEM
                : figures > 0 || meaning != null ? AssistanceMeaning.AMOUNT : null;
    }

    private static @Nullable PartialDate date(List<String> headers) {
        Matcher year = YEAR.matcher(AmountText.plain(String.join(" ", headers)));
        return year.find() ? PartialDate.read(year.group()).value() : null;
    }

    // A row above the header: a title, or 单位：元/人·月.
    private void caption(List<Grid.Cell> row) {
        for (Grid.Cell each : row) {
            AmountUnit unit = AmountText.unit(each.text);
            if (unit != null) {
                captionUnit = unit;
                put(each, 0, FieldFate.MAPPED, "/unit", unit.label(), null);
            } else {
                put(each, 0, FieldFate.UNMAPPED, null, null, "not-a-row");
            }
        }
    }

    private void row(int r) {
        List<Grid.Cell> row = grid.rows().get(r);
        List<Grid.Cell> filled = distinct(row);
        if (filled.size() == 1 && columns.size() > 1) {
            put(filled.get(0), 0, FieldFate.UNMAPPED, null, null, "not-a-row");
            return;
        }
        if (!filled.isEmpty() && repeatsHeader(row)) {
            row.forEach(each -> put(each, each.column - 1, FieldFate.IGNORED, null, null, "repeated-header"));
            return;
        }
        Map<AssistanceMeaning, List<Integer>> byMeaning = new LinkedHashMap<>();
        for (int c = 0; c < Math.min(row.size(), columns.size()); c++) {
            AssistanceMeaning meaning = columns.get(c).meaning();
            if (meaning == AssistanceMeaning.IGNORED) {
                put(row.get(c), c, FieldFate.IGNORED, null, null, "no-standard");
            } else if (meaning != null) {
                byMeaning.computeIfAbsent(meaning, each -> new ArrayList<>()).add(c);
            }
        }
        if (!filled.isEmpty()) {
            new Row(r, row, byMeaning).read();
        } else {
            byMeaning.forEach((meaning, at) ->
                    at.forEach(c -> put(row.get(c), c, FieldFate.MAPPED, meaning.pointer(), null, null)));
        }
    }

    private boolean repeatsHeader(List<Grid.Cell> row) {
        List<Grid.Cell> header = grid.rows().get(firstRow - 1);
        return row.size() == header.size()
                && row.stream()
                        .map(each -> LegacyText.withoutBlanks(each.text))
                        .toList()
                        .equals(header.stream()
                                .map(each -> LegacyText.withoutBlanks(each.text))
                                .toList());
    }

    /** One row of the body. */
    private final class Row {
        private final int number;
        private final List<Grid.Cell> cells;
        private final Map<AssistanceMeaning, List<Integer>> byMeaning;
        private String words = "";
        private final Scalars scalars = new Scalars(AssistanceStandardBuilder.builder(defaults), terms);
        private final Set<String> given = new HashSet<>();
        private final List<TableReading.Line<AssistanceStandard>> made = new ArrayList<>();

        Row(int number, List<Grid.Cell> cells, Map<AssistanceMeaning, List<Integer>> byMeaning) {
            this.number = number;
            this.cells = cells;
            this.byMeaning = byMeaning;
        }

        void read() {
            words = dimensionWords();
            byMeaning.forEach((meaning, at) -> {
                if (!DIMENSIONS.contains(meaning)
                        && meaning != AssistanceMeaning.AMOUNT
                        && meaning != AssistanceMeaning.PREVIOUS) {
                    at.forEach(c -> scalar(meaning, c));
                }
            });
            for (int c : byMeaning.getOrDefault(AssistanceMeaning.AMOUNT, List.of())) {
                amounts(c);
            }
            for (int c : byMeaning.getOrDefault(AssistanceMeaning.PREVIOUS, List.of())) {
                previous(c);
            }
            lines.addAll(made);
            for (TableReading.Line<AssistanceStandard> each : made) {
                fromDefaults.addAll(Defaulted.entries(each.record(), defaults, each.origin(), given));
            }
            for (AssistanceMeaning meaning : DIMENSIONS) {
                for (int c : byMeaning.getOrDefault(meaning, List.of())) {
                    boolean used = !made.isEmpty() || cells.get(c).blank();
                    put(
                            cells.get(c),
                            c,
                            used ? FieldFate.MAPPED : FieldFate.UNREADABLE,
                            used ? meaning.pointer() : null,
                            null,
                            used ? null : "no-line");
                }
            }
        }

        /** The words of the cells that say what is priced; cells left empty under a merged one go on from above. */
        private String dimensionWords() {
            List<String> found = new ArrayList<>();
            boolean leading = true;
            for (int c = 0; c < Math.min(cells.size(), columns.size()); c++) {
                if (!DIMENSIONS.contains(columns.get(c).meaning())) {
                    continue;
                }
                if (!cells.get(c).blank()) {
                    leading = false;
                    found.add(cells.get(c).text);
                } else if (leading && columns.get(c).meaning() == AssistanceMeaning.ITEM) {
                    String above = above(c);
                    if (above != null) {
                        found.add(above);
                        inherit(c, above);
                    }
                }
            }
            return String.join(" ", found);
        }

        private @Nullable String above(int column) {
            for (int r = number - 1; r >= firstRow; r--) {
                List<Grid.Cell> row = grid.rows().get(r);
                if (column < row.size() && !row.get(column).blank()) {
                    return row.get(column).text;
                }
            }
            return null;
        }

        private void inherit(int column, String above) {
            defaulted.put(
                    String.format("%06d/item", number + 1),
                    new LedgerEntry(
                            grid.place()
                                    .atRow(number + 1)
                                    .at(columns.get(column).text(), column + 1),
                            FieldFate.DEFAULTED,
                            null,
                            "/item",
                            above,
                            List.of("from-row-above")));
        }

        private void scalar(AssistanceMeaning meaning, int c) {
            Grid.Cell cell = cells.get(c);
            String text = cell.text.strip();
            if (cell.blank() || AmountText.nothing(text)) {
                put(cell, c, FieldFate.MAPPED, meaning.pointer(), null, null);
                return;
            }
            String result = scalars.take(meaning, text);
            if (result == null) {
                unreadable(cell, c, meaning);
            } else {
                given.add(Objects.requireNonNull(meaning.pointer()));
                boolean same = result.equals(text);
                put(
                        cell,
                        c,
                        same ? FieldFate.MAPPED : FieldFate.REPAIRED,
                        meaning.pointer(),
                        same ? null : result,
                        same ? null : reason(meaning));
            }
        }

        private static String reason(AssistanceMeaning meaning) {
            return switch (meaning) {
                case EFFECTIVE_FROM, EFFECTIVE_TO, ISSUED_ON, PUBLISHED_ON -> Repair.DATE_NOTATION.code();
                case SET_BY -> Repair.SEVERAL_IN_ONE.code();
                default -> Repair.SYNONYM.code();
            };
        }

        private void amounts(int c) {
            Grid.Cell cell = cells.get(c);
            if (cell.blank() || AmountText.nothing(cell.text)) {
                put(cell, c, FieldFate.MAPPED, "/amount", null, null);
                return;
            }
            List<AmountText.Part> parts = AmountText.read(cell.text);
            List<Draft> drafts = parts == null ? null : drafts(parts, c);
            if (drafts == null) {
                unreadable(cell, c, AssistanceMeaning.AMOUNT);
                return;
            }
            Column column = columns.get(c);
            for (Draft each : drafts) {
                made.add(new TableReading.Line<>(line(each, column, c), location(cell, c)));
            }
            for (AssistanceItem each : included()) {
                Draft first = drafts.get(0);
                AssistanceStandardBuilder line = AssistanceStandardBuilder.builder(line(first, column, c))
                        .item(each)
                        .amount(null)
                        .unit(null)
                        .atLeast(null)
                        .change(null)
                        .previousAmount(null)
                        .growth(null)
                        .follows(first.item());
                made.add(new TableReading.Line<>(line.build(), location(cell, c)));
            }
            String result = drafts.stream()
                    .map(each -> each.part().value() == null
                            ? ""
                            : each.part().value().toPlainString())
                    .reduce((one, other) -> one + "; " + other)
                    .orElse("");
            boolean same = result.equals(cell.text.strip());
            put(
                    cell,
                    c,
                    same ? FieldFate.MAPPED : FieldFate.REPAIRED,
                    "/amount",
                    same ? null : result,
                    same ? null : drafts.size() > 1 ? Repair.SEVERAL_IN_ONE.code() : Repair.LABEL_IN_VALUE.code());
        }

        /** A line in the making: an amount and what it is for. */
        private record Draft(
                AmountText.Part part,
                AssistanceItem item,
                @Nullable Residence residence,
                Set<String> grades) {}

        /** What each amount of a cell is for; null when that cannot be told for certain. */
        private @Nullable List<Draft> drafts(List<AmountText.Part> parts, int c) {
            String context = words + ' ' + columns.get(c).text();
            List<AssistanceItem> items = items(context);
            if (items.isEmpty()) {
                return null;
            }
            List<Draft> drafts = new ArrayList<>();
            if (items.size() > 1 && parts.size() > 1 && items.size() != parts.size()) {
                return null;
            }
            for (int i = 0; i < parts.size(); i++) {
                List<AssistanceItem> own = items.size() == parts.size() ? List.of(items.get(i)) : items;
                for (AssistanceItem item : own) {
                    Draft draft = draft(parts, i, item, c, own.size() < items.size());
                    if (draft == null) {
                        return null;
                    }
                    drafts.add(draft);
                }
            }
            return drafts;
        }

        private @Nullable Draft draft(
                List<AmountText.Part> parts, int i, AssistanceItem item, int c, boolean toldByItem) {
            AmountText.Part part = parts.get(i);
            if (part.follows() != null && part.value() == null && terms.item(part.follows()) == null) {
                return null;
            }
            Residence ownResidence = terms.residence(part.label());
            List<Set<String>> ownGrades = graded(item, part.label());
            List<Set<String>> groups = graded(item, words);
            if (groups.isEmpty()) {
                groups = graded(item, columns.get(c).text());
            }
            if (groups.isEmpty()) {
                groups = gradeAsWritten();
            }
            Residence residence = ownResidence != null ? ownResidence : residence(c);
            Set<String> grades = union(ownGrades.isEmpty() ? groups : ownGrades);
            boolean told = parts.size() == 1 || toldByItem || ownResidence != null || !ownGrades.isEmpty();
            if (!told && groups.size() == parts.size()) {
                grades = groups.get(i);
                told = true;
            }
            if (!told && parts.size() == 2 && residence == Residence.UNIFIED) {
                Residence first = firstResidence(words + ' ' + columns.get(c).text());
                if (first != null) {
                    residence = i == 0 ? first : first == Residence.URBAN ? Residence.RURAL : Residence.URBAN;
                    told = true;
                }
            }
            return told ? new Draft(part, item, residence, grades) : null;
        }

        /** A grade in words that no term knows is kept as it stands. */
        private List<Set<String>> gradeAsWritten() {
            for (int c : byMeaning.getOrDefault(AssistanceMeaning.GRADE, List.of())) {
                if (!cells.get(c).blank() && !AmountText.nothing(cells.get(c).text)) {
                    return List.of(Set.of(LegacyText.withoutBlanks(cells.get(c).text)));
                }
            }
            return List.of();
        }

        private List<Set<String>> graded(AssistanceItem item, String text) {
            boolean disability =
                    item.equals(AssistanceItem.DISABILITY_LIVING) || item.equals(AssistanceItem.DISABILITY_NURSING);
            if (!disability && !item.equals(AssistanceItem.EXTREME_HARDSHIP_CARE)) {
                return List.of();
            }
            boolean care = !disability;
            return terms.grades(text).stream()
                    .filter(each -> care
                            == each.stream()
                                    .allMatch(grade -> Set.of("全", "半", "自理").contains(grade)))
                    .toList();
        }

        private static Set<String> union(List<Set<String>> groups) {
            Set<String> all = new LinkedHashSet<>();
            groups.forEach(all::addAll);
            return all;
        }

        private @Nullable Residence residence(int c) {
            Residence header = terms.residence(columns.get(c).text());
            Residence row = terms.residence(words);
            // 城乡低保 with the columns 城市 and 农村: the narrower word counts.
            return header == null || header == Residence.UNIFIED && row != null ? row : header;
        }

        private @Nullable Residence firstResidence(String text) {
            int urban = Math.max(text.indexOf("城市"), text.indexOf("城镇"));
            int rural = text.indexOf("农村");
            return urban < 0 || rural < 0 ? null : urban < rural ? Residence.URBAN : Residence.RURAL;
        }

        /** The items that the words name: several when they are joined by 、 and each names one of its own. */
        private List<AssistanceItem> items(String context) {
            String main = INCLUDED.matcher(context).replaceAll("");
            Set<AssistanceItem> joined = new LinkedHashSet<>();
            for (String each : words.isBlank()
                    ? new String[0]
                    : INCLUDED.matcher(words).replaceAll("").split("[、和及与/]")) {
                AssistanceItem item = terms.item(each);
                if (item != null) {
                    joined.add(item);
                }
            }
            AssistanceItem whole = terms.item(main);
            if (joined.size() > 1 && joined.contains(whole)) {
                return List.copyOf(joined);
            }
            return whole == null ? List.of() : List.of(whole);
        }

        private Set<AssistanceItem> included() {
            Set<AssistanceItem> included = new LinkedHashSet<>();
            Matcher matcher = INCLUDED.matcher(words);
            while (matcher.find()) {
                for (String each : matcher.group(1).split("[、和及与,，]")) {
                    AssistanceItem item = terms.item(each);
                    if (item != null) {
                        included.add(item);
                    }
                }
            }
            return included;
        }

        private AssistanceStandard line(Draft draft, Column column, int c) {
            AssistanceStandard row = scalars.line().build();
            AssistanceStandardBuilder line = AssistanceStandardBuilder.builder(row);
            AmountText.Part part = draft.part();
            AmountUnit own = part.unit();
            AmountUnit found = own != null ? own : unit(column);
            if (found != defaults.unit() || own == found || column.unit() == found || captionUnit == found) {
                given.add("/unit");
            }
            line.item(draft.item())
                    .residence(draft.residence())
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
            AssistanceItem follows = part.follows() == null ? null : terms.item(part.follows());
            if (follows != null && !follows.equals(draft.item())) {
                line.follows(follows);
            }
            String rest = terms.without(part.rest());
            if (!rest.isBlank() && terms.item(rest) == null) {
                line.note(row.note() == null ? rest : row.note() + '；' + rest);
            }
            fromHeader(line, row, column, c);
            return line.build();
        }

        /** The unit of an amount that has none beside it: the column's, the row's, that of its words, of the table. */
        private @Nullable AmountUnit unit(Column column) {
            AmountUnit ofWords = AmountText.unit(words);
            return Stream.of(column.unit(), scalars.unit(), ofWords, captionUnit)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(defaults.unit());
        }

        /** The first day that a column's header gives, unless the row gives one of the same year. */
        private void fromHeader(AssistanceStandardBuilder line, AssistanceStandard row, Column column, int c) {
            PartialDate from = column.from();
            if (from != null && !sameYear(row.effectiveFrom(), from)) {
                line.effectiveFrom(from);
                defaulted.put(
                        "header/effectiveFrom/" + c,
                        new LedgerEntry(
                                grid.place().at(column.text(), c + 1),
                                FieldFate.DEFAULTED,
                                null,
                                "/effectiveFrom",
                                from.text(),
                                List.of("from-header")));
            }
        }

        private static boolean sameYear(@Nullable PartialDate known, PartialDate header) {
            return known != null && known.text().startsWith(header.text().substring(0, 4));
        }

        /** Puts the amounts before beside the lines for the same residence and grades. */
        private void previous(int c) {
            Grid.Cell cell = cells.get(c);
            if (cell.blank() || AmountText.nothing(cell.text)) {
                put(cell, c, FieldFate.MAPPED, "/previousAmount", null, null);
                return;
            }
            List<AmountText.Part> parts = AmountText.read(cell.text);
            List<Draft> drafts = parts == null ? null : drafts(parts, c);
            if (drafts == null) {
                unreadable(cell, c, AssistanceMeaning.PREVIOUS);
                return;
            }
            int placed = 0;
            for (Draft draft : drafts) {
                for (int i = 0; i < made.size(); i++) {
                    AssistanceStandard line = made.get(i).record();
                    boolean fits = draft.item().equals(line.item())
                            && draft.residence() == line.residence()
                            && draft.grades().equals(line.grades())
                            && draft.part().value() != null
                            && (draft.part().unit() == null || draft.part().unit() == line.unit());
                    if (fits) {
                        made.set(
                                i,
                                new TableReading.Line<>(
                                        AssistanceStandardBuilder.builder(line)
                                                .previousAmount(draft.part().value())
                                                .build(),
                                        made.get(i).origin()));
                        placed++;
                        break;
                    }
                }
            }
            if (placed < drafts.size()) {
                put(cell, c, FieldFate.UNMAPPED, null, null, "no-line");
            } else {
                put(cell, c, FieldFate.MAPPED, "/previousAmount", null, null);
            }
        }

        private void unreadable(Grid.Cell cell, int c, AssistanceMeaning meaning) {
            put(cell, c, FieldFate.UNREADABLE, null, null, "unreadable");
            problems.add(new SourceProblem(
                    "source.field.unreadable",
                    location(cell, c),
                    cell.text,
                    meaning.name().toLowerCase(java.util.Locale.ROOT)));
        }
    }

    private void put(
            Grid.Cell cell,
            int column,
            FieldFate fate,
            @Nullable String target,
            @Nullable String result,
            @Nullable String reason) {
        LedgerEntry before = fates.get(cell);
        // A merged cell belongs to several rows: what came of it in the best of them counts.
        if (before == null || rank(fate) > rank(before.fate())) {
            fates.put(cell, entry(cell, column, fate, target, result, reason));
        }
    }

    private static int rank(FieldFate fate) {
        return switch (fate) {
            case REPAIRED -> 4;
            case MAPPED -> 3;
            case UNREADABLE -> 2;
            case IGNORED -> 1;
            case UNMAPPED, DEFAULTED -> 0;
        };
    }

    private LedgerEntry entry(
            Grid.Cell cell,
            int column,
            FieldFate fate,
            @Nullable String target,
            @Nullable String result,
            @Nullable String reason) {
        return new LedgerEntry(
                location(cell, column), fate, cell.text, target, result, reason == null ? List.of() : List.of(reason));
    }

    private Location location(Grid.Cell cell, int column) {
        String label = column < columns.size() && cell.row > firstHeader
                ? columns.get(column).text()
                : "";
        return grid.place().atRow(cell.row).at(label, cell.column);
    }
}
