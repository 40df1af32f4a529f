package org.gongkai.ingest.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.decision.Adoption;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.DecisionCatalogueBuilder;
import org.gongkai.core.decision.DecisionMatter;
import org.gongkai.core.decision.MaterialType;
import org.gongkai.core.decision.MatterReference;
import org.gongkai.core.decision.Opinion;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.decision.PublicConsultationBuilder;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.decision.DecisionWords.Kind;
import org.gongkai.ingest.table.CellLedger;
import org.gongkai.ingest.table.Defaulted;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.RowClass;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableLayout;
import org.gongkai.ingest.table.TableReading;
import org.gongkai.ingest.table.TableRow;
import org.jspecify.annotations.Nullable;

/** Makes the matters of one catalogue, or the opinions of consultations, of one table. Not thread-safe. */
final class DecisionTable {

    private static final Pattern YEAR = Pattern.compile("(20\\d{2})年度?.{0,30}(?:目录|决策)");
    private static final Pattern UNIT_NAME =
            Pattern.compile("[^、，,；;]{2,30}(?:局|委|办|办公室|中心|街道|镇|乡|政府|部|站|公司|队|处|科|室|院|所|会)");

    private final TableLayout<Sense> layout;
    private final DecisionDefaults defaults;
    private final Kind kind;
    private final CellLedger cells;
    private final @Nullable Integer year;
    private final Marks procedures;
    private final Marks outcomes;
    private final Map<Integer, Sense> senses = new HashMap<>();
    private final List<LedgerEntry> defaulted = new ArrayList<>();
    private final List<LedgerEntry> carried = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();
    private final List<TableReading.Line<DisclosureRecord>> lines = new ArrayList<>();
    private final Set<Integer> masked = new LinkedHashSet<>();
    private @Nullable Integer total;
    /** A header of names of whatever it may be. */
    private static final Pattern NAMING = Pattern.compile("名称|标题|题目|事项|主题|项目|草案|征求意见稿");

    /** What the row of the sum says of each outcome. */
    private final Map<Adoption.Outcome, Grid.Cell> sums = new EnumMap<>(Adoption.Outcome.class);

    DecisionTable(TableLayout<Sense> layout, DecisionDefaults defaults) {
        this.layout = layout;
        this.defaults = defaults;
        this.cells = layout.account();
        Set<DecisionMeaning> meanings = EnumSet.noneOf(DecisionMeaning.class);
        for (TableColumn<Sense> each : layout.columns()) {
            if (each.meaning() != null) {
                meanings.add(each.meaning().meaning());
                senses.put(each.index(), each.meaning());
            }
        }
        this.kind = Objects.requireNonNull(Kind.of(meanings));
        if (kind == Kind.MATTERS) {
            settle(meanings);
        }
        this.procedures = marks(DecisionMeaning.PROCEDURE::equals);
        this.outcomes = marks(each -> each.outcome() != null);
        this.year = defaults.catalogue().year() != null ? defaults.catalogue().year() : captionYear();
    }

    /** What only a catalogue makes of a column: 采纳情况 is a material there, a name twice over units is a slip. */
    private void settle(Set<DecisionMeaning> meanings) {
        boolean named = false;
        for (TableColumn<Sense> each : layout.columns()) {
            DecisionMeaning meaning = meaning(each.index());
            if (meaning == DecisionMeaning.ADOPTION) {
                senses.put(each.index(), Sense.of(MaterialType.Type.OPINIONS));
            } else if (meaning == DecisionMeaning.NAME) {
                if (named && !meanings.contains(DecisionMeaning.UNITS) && unitsIn(each.index())) {
                    senses.put(each.index(), Sense.of(DecisionMeaning.UNITS));
                }
                named = true;
            }
        }
    }

    /** The marks in the columns of some meanings, which are read together. */
    private Marks marks(Predicate<DecisionMeaning> of) {
        List<String> cells = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        layout.above().forEach(each -> notes.add(each.text()));
        layout.columns().forEach(each -> notes.addAll(each.headers()));
        for (TableRow row : layout.rows()) {
            if (row.kind() == RowClass.RECORD) {
                senses.forEach((column, sense) -> {
                    if (of.test(sense.meaning())) {
                        cells.add(row.text(column));
                    }
                });
            } else {
                row.cells().stream().distinct().forEach(each -> notes.add(each.text));
            }
        }
        return new Marks(cells, notes);
    }

    /** The marks among which one of a column of a meaning stands. */
    Marks marks(DecisionMeaning meaning) {
        return meaning.outcome() == null ? procedures : outcomes;
    }

    private boolean unitsIn(int column) {
        List<String> texts = layout.rows().stream()
                .filter(each -> each.kind() == RowClass.RECORD)
                .map(each -> each.text(column))
                .filter(each -> !each.isBlank())
                .toList();
        return !texts.isEmpty()
                && texts.stream()
                        .allMatch(each -> each.length() <= 200
                                && UNIT_NAME
                                        .matcher(LegacyText.withoutBlanks(each))
                                        .lookingAt());
    }

    private @Nullable Integer captionYear() {
        for (Grid.Line each : layout.above()) {
            Matcher matcher = YEAR.matcher(LegacyText.withoutBlanks(each.text()));
            if (matcher.find()) {
                return Integer.valueOf(matcher.group(1));
            }
        }
        return null;
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    Integer year() {
        return year;
    }

    @Nullable
    Sense sense(int column) {
        return senses.get(column);
    }

    @Nullable
    DecisionMeaning meaning(int column) {
        Sense sense = sense(column);
        return sense == null ? null : sense.meaning();
    }

    boolean has(DecisionMeaning meaning) {
        return senses.values().stream().anyMatch(each -> each.meaning() == meaning);
    }

    String label(int column) {
        return layout.column(column).label();
    }

    int width(TableRow row) {
        return Math.max(layout.columns().size(), row.cells().size());
    }

    /** Why the cells of a column are not looked at, or null. */
    @Nullable
    String leftOut(int column) {
        if (personal(column)) {
            return "personal-data";
        }
        return meaning(column) == DecisionMeaning.IGNORED
                ? "not-wanted"
                : layout.column(column).leftOut();
    }

    /** Whether a column asks for personal data that no record has a place for. */
    private boolean personal(int column) {
        return sense(column) == null && layout.column(column).headers().stream().anyMatch(PersonalData::personal);
    }

    /** Whether the kind of record that this table makes has a place for it. */
    boolean wanted(DecisionMeaning meaning) {
        return switch (meaning) {
            case CONTRIBUTOR, TEXT, ADOPTION -> kind == Kind.OPINIONS;
            case REASON, COUNT, ADOPTED, PARTLY_ADOPTED, REJECTED -> kind != Kind.MATTERS;
            case OPEN_FROM, OPEN_UNTIL, PERIOD -> kind == Kind.NUMBERS;
            case NUMBER -> kind != Kind.NUMBERS;
            case UNITS -> kind != Kind.OPINIONS;
            case NAME -> true;
            default -> kind == Kind.MATTERS;
        };
    }

    TableReading<DisclosureRecord> read() {
        problems.addAll(layout.problems());
        for (List<Grid.Cell> row : layout.aboveHeader()) {
            for (Grid.Cell each : row) {
                cells.account(
                        each, "", FieldFate.IGNORED, PersonalData.masked(each.text), null, null, List.of("caption"));
            }
        }
        switch (kind) {
            case OPINIONS -> readOpinions();
            case NUMBERS -> readNumbers();
            case MATTERS -> readMatters();
        }
        for (int each : masked) {
            problems.add(new SourceProblem(
                    "source.column.namesMasked", layout.place().at(label(each), null), label(each), null));
        }
        for (TableColumn<Sense> each : layout.columns()) {
            if (personal(each.index())) {
                problems.add(new SourceProblem(
                        "source.column.personalData", layout.place().at(each.label(), null), each.label(), null));
            }
        }
        return new TableReading<>(lines, ledger(), problems);
    }

    private void readMatters() {
        List<DecisionMatter> matters = new ArrayList<>();
        for (TableRow each : layout.rows()) {
            if (each.kind() != RowClass.RECORD) {
                leave(each, each.kind().reason());
                continue;
            }
            DecisionRow row = new DecisionRow(this, each);
            row.read("/matters/" + matters.size());
            carried(each, "/matters/" + matters.size());
            dropped(row.dropped());
            matters.add(row.matter());
        }
        DecisionCatalogue catalogue = DecisionCatalogueBuilder.builder(defaults.catalogue())
                .year(year)
                .matters(matters)
                .build();
        if (defaults.catalogue().year() == null && year != null) {
            given("/year", year.toString(), "caption");
        }
        lines.add(new TableReading.Line<>(catalogue, layout.place()));
    }

    private void readOpinions() {
        Map<String, List<Opinion>> byMatter = new LinkedHashMap<>();
        Map<String, Location> places = new HashMap<>();
        for (TableRow each : layout.rows()) {
            DecisionRow row = new DecisionRow(this, each);
            if (each.kind() == RowClass.TOTAL) {
                total(each);
                continue;
            }
            if (each.kind() != RowClass.RECORD || row.withoutOpinion()) {
                leave(
                        each,
                        each.kind() == RowClass.RECORD
                                ? "no-opinion"
                                : each.kind().reason());
                continue;
            }
            String name = Objects.requireNonNullElse(row.peek(DecisionMeaning.NAME), "");
            List<Opinion> all = byMatter.computeIfAbsent(name, any -> new ArrayList<>());
            places.putIfAbsent(name, layout.place(each));
            row.read("/opinions/" + all.size());
            carried(each, "/opinions/" + all.size());
            all.addAll(row.opinions());
            contradicted(row, each);
        }
        if (byMatter.isEmpty()) {
            byMatter.put("", List.of());
        }
        boolean one = byMatter.size() == 1;
        check(byMatter.values().stream().flatMap(List::stream).toList());
        byMatter.forEach((name, all) -> lines.add(new TableReading.Line<>(
                consultation(name, all, one), one ? layout.place() : Objects.requireNonNull(places.get(name)))));
    }

    /** A matter a consultation, of which the table has nothing but the numbers: rows for its ways and rounds are added up. */
    private void readNumbers() {
        Map<String, PublicConsultation> byMatter = new LinkedHashMap<>();
        Map<String, Location> places = new HashMap<>();
        for (TableRow each : layout.rows()) {
            if (each.kind() != RowClass.RECORD) {
                leave(each, each.kind().reason());
                continue;
            }
            DecisionRow row = new DecisionRow(this, each);
            row.read("");
            carried(each, "");
            contradicted(row, each);
            String name = Objects.requireNonNullElse(row.peek(DecisionMeaning.NAME), "");
            PublicConsultationBuilder builder = PublicConsultationBuilder.builder(defaults.consultation());
            named(builder, name);
            row.numbers(builder);
            String matter = name + apart(each);
            places.putIfAbsent(matter, layout.place(each));
            byMatter.merge(matter, builder.build(), this::sum);
        }
        byMatter.forEach((name, consultation) -> lines.add(new TableReading.Line<>(
                consultation, byMatter.size() == 1 ? layout.place() : Objects.requireNonNull(places.get(name)))));
    }

    /** What stands in columns that name something and that nobody knows, and when the public was asked: rows that differ there are not added up. */
    private String apart(TableRow row) {
        return layout.columns().stream()
                .filter(each -> each.meaning() == null
                        ? each.headers().stream()
                                .anyMatch(header -> NAMING.matcher(header).find())
                        : each.meaning().meaning().asked())
                .map(each -> '\n' + row.text(each.index()).strip())
                .collect(Collectors.joining());
    }

    private PublicConsultation sum(PublicConsultation one, PublicConsultation other) {
        String reasons = Stream.of(one.rejectionReasons(), other.rejectionReasons())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("；"));
        return PublicConsultationBuilder.builder(one)
                .received(sum(DecisionMeaning.COUNT, one.received(), other.received()))
                .adopted(sum(DecisionMeaning.ADOPTED, one.adopted(), other.adopted()))
                .partlyAdopted(sum(DecisionMeaning.PARTLY_ADOPTED, one.partlyAdopted(), other.partlyAdopted()))
                .rejected(sum(DecisionMeaning.REJECTED, one.rejected(), other.rejected()))
                .rejectionReasons(reasons.isEmpty() ? null : reasons)
                .build();
    }

    /** What no column gives comes from the defaults, once for all rows. */
    private @Nullable Integer sum(DecisionMeaning meaning, @Nullable Integer one, @Nullable Integer other) {
        boolean column = senses.values().stream().anyMatch(each -> each.meaning() == meaning);
        if (!column || other == null) {
            return one;
        }
        return one == null ? other : Integer.valueOf((int) Math.min(Integer.MAX_VALUE, (long) one + other));
    }

    /** A sum that its rows do not come to is told: one was left out, or a figure is wrong. */
    private void check(List<Opinion> all) {
        sums.forEach((outcome, cell) -> {
            Integer told = DecisionValues.count(cell.text).value();
            int sum = all.stream()
                    .filter(each -> each.outcome() == outcome)
                    .mapToInt(Opinion::times)
                    .sum();
            if (told != null && told != sum) {
                problems.add(new SourceProblem(
                        "source.table.totalDiffers",
                        layout.place(cell, cell.column - 1),
                        told.toString(),
                        String.valueOf(sum)));
            }
        });
    }

    private void contradicted(DecisionRow row, TableRow place) {
        Integer sum = row.otherSum();
        if (sum != null) {
            problems.add(new SourceProblem(
                    "source.table.totalDiffers",
                    layout.place(place),
                    Objects.requireNonNullElse(row.peek(DecisionMeaning.COUNT), ""),
                    sum.toString()));
        }
        if (row.markedTwice()) {
            problems.add(new SourceProblem(
                    "source.field.unreadable",
                    layout.place(place),
                    PersonalData.masked(Objects.requireNonNullElse(row.peek(DecisionMeaning.TEXT), "")),
                    "adoption, one mark"));
        }
    }

    /** The row of the sum tells how many were received, where it tells a number at all. */
    private void total(TableRow row) {
        for (int c = 0; c < row.cells().size(); c++) {
            Grid.Cell cell = row.cells().get(c);
            DecisionMeaning meaning = meaning(c);
            Integer count = meaning == DecisionMeaning.COUNT && total == null
                    ? DecisionValues.count(cell.text).value()
                    : null;
            if (meaning != null && meaning.outcome() != null) {
                sums.put(meaning.outcome(), cell);
                put(cell, c, FieldFate.IGNORED, null, null, List.of(cell.blank() ? "blank" : "total-row"));
            } else if (count == null) {
                put(cell, c, FieldFate.IGNORED, null, null, List.of(cell.blank() ? "blank" : "total-row"));
            } else {
                total = count;
                put(cell, c, FieldFate.MAPPED, "/received", count.toString(), List.of());
            }
        }
    }

    /** The consultation of one matter: numbers that nobody gave are counted, those given are kept and can be compared. */
    private PublicConsultation consultation(String name, List<Opinion> all, boolean one) {
        PublicConsultation given = defaults.consultation();
        PublicConsultationBuilder builder =
                PublicConsultationBuilder.builder(given).opinions(all);
        named(builder, name);
        boolean told = all.stream().allMatch(each -> each.outcome() != null);
        if (given.received() == null
                && given.adopted() == null
                && given.partlyAdopted() == null
                && given.rejected() == null
                && told) {
            builder.received(one && total != null ? total : count(all, null, "/received"))
                    .adopted(count(all, Adoption.Outcome.ADOPTED, "/adopted"))
                    .partlyAdopted(count(all, Adoption.Outcome.PARTLY_ADOPTED, "/partlyAdopted"))
                    .rejected(count(all, Adoption.Outcome.REJECTED, "/rejected"));
        } else if (given.received() == null && one && total != null) {
            builder.received(total);
        }
        return builder.build();
    }

    /** The matter by the name that the table gives, else that of the defaults. */
    private void named(PublicConsultationBuilder builder, String name) {
        MatterReference matter = defaults.consultation().matter();
        if (!name.isEmpty()) {
            builder.matter(new MatterReference(matter == null ? year : matter.year(), null, name));
        }
    }

    private int count(List<Opinion> all, Adoption.@Nullable Outcome outcome, String target) {
        int count = all.stream()
                .filter(each -> outcome == null || each.outcome() == outcome)
                .mapToInt(Opinion::times)
                .sum();
        given(target, String.valueOf(count), "counted");
        return count;
    }

    private void given(String target, String result, String reason) {
        defaulted.add(new LedgerEntry(layout.place(), FieldFate.DEFAULTED, null, target, result, List.of(reason)));
    }

    private void carried(TableRow row, String at) {
        carried.addAll(
                layout.carriedEntries(row, sense -> at + '/' + sense.meaning().path()));
    }

    private List<LedgerEntry> ledger() {
        List<LedgerEntry> ledger = cells.inOrder();
        ledger.addAll(carried);
        ledger.addAll(defaulted);
        Set<String> given = new LinkedHashSet<>();
        defaulted.forEach(each -> given.add(String.valueOf(each.target())));
        if (total != null) {
            given.add("/received");
        }
        for (TableReading.Line<DisclosureRecord> each : lines) {
            DisclosureRecord before = kind == Kind.MATTERS ? defaults.catalogue() : defaults.consultation();
            ledger.addAll(Defaulted.entries(each.record(), before, each.origin(), given));
        }
        return ledger;
    }

    private void leave(TableRow row, String reason) {
        for (int c = 0; c < row.cells().size(); c++) {
            Grid.Cell cell = row.cells().get(c);
            String why = cell.blank() ? "blank" : personal(c) ? "personal-data" : reason;
            put(cell, c, FieldFate.IGNORED, null, null, List.of(why));
        }
    }

    /** A matter that the table calls dropped is kept, since no field says so, and never without a word. */
    private void dropped(Grid.@Nullable Cell cell) {
        if (cell != null) {
            problems.add(new SourceProblem(
                    "source.field.unreadable",
                    layout.place(cell, cell.column - 1),
                    PersonalData.masked(cell.text),
                    "a matter that is still in the catalogue"));
        }
    }

    /** How long the public was asked in days or working days: the last day follows from a calendar, and is not made up here. */
    void withoutLastDay(Grid.Cell cell, int column) {
        problems.add(new SourceProblem(
                "source.field.unreadable",
                layout.place(cell, column),
                PersonalData.masked(cell.text),
                "last day for opinions, as a day"));
    }

    void masked(int column) {
        masked.add(column);
    }

    void unreadable(Grid.Cell cell, int column, String expected) {
        put(cell, column, FieldFate.UNREADABLE, null, null, List.of("unreadable"));
        problems.add(new SourceProblem(
                "source.field.unreadable", layout.place(cell, column), PersonalData.masked(cell.text), expected));
    }

    void put(
            Grid.Cell cell,
            int column,
            FieldFate fate,
            @Nullable String target,
            @Nullable String result,
            List<String> reasons) {
        String value = PersonalData.masked(cell.text);
        if (!cell.blank() && personal(column)) {
            value = "***";
        } else if (!cell.blank() && meaning(column) == DecisionMeaning.CONTRIBUTOR) {
            value = DecisionValues.masked(cell.text);
        } else if (sense(column) == null && PersonalData.name(cell.text.strip())) {
            // Who said it may stand under a label that nobody knows.
            value = DecisionValues.masked(cell.text);
        }
        cells.account(cell, label(column), fate, value, target, result, reasons);
    }
}
