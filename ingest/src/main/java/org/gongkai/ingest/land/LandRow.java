package org.gongkai.ingest.land;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.BlockPrice;
import org.gongkai.core.land.Bounds;
import org.gongkai.core.land.ClassArea;
import org.gongkai.core.land.Contact;
import org.gongkai.core.land.LandClass;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.Parcel;
import org.gongkai.core.land.ParcelBuilder;
import org.gongkai.core.land.PlanItem;
import org.gongkai.core.land.PlanItemBuilder;
import org.gongkai.core.land.PlanItemState;
import org.gongkai.core.land.PlanReference;
import org.gongkai.core.land.PublicInterestGround;
import org.gongkai.core.land.RequisitionRegime;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.land.LandTable.Kind;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableRow;
import org.jspecify.annotations.Nullable;

/** One row of a table of land, and the parcel, project or line of a plan that it makes. */
final class LandRow {

    /** 一、观湾街道: a heading that says where the rows below lie. */
    private static final Pattern PLACE =
            Pattern.compile("(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]\\s*)?(\\p{IsHan}{1,12}(?:区|县|镇|乡|街道|村|社区))");

    /**
     * What a row is read for.
     *
     * @param kind what is made of it
     * @param takes whether a column of a meaning, null for none, is read for it
     * @param totals the columns of areas that are those of the whole project, beside others of its parcels
     */
    record Part(Kind kind, Predicate<@Nullable LandMeaning> takes, Set<Integer> totals) {

        /** All columns of a row, for what the table makes. */
        static Part all(Kind kind) {
            return new Part(kind, each -> true, Set.of());
        }

        /** Whether a column is read for it. */
        boolean takes(TableColumn<LandMeaning> column) {
            return totals.contains(column.index()) ? kind != Kind.PARCELS : takes.test(column.meaning());
        }
    }

    private final LandTable table;
    private final TableRow row;
    private final String at;
    private final Part part;
    private final Map<LandMeaning, Object> values;
    private final List<String> places = new ArrayList<>();
    private final List<ClassArea> classes = new ArrayList<>();
    private @Nullable Area restated;

    /**
     * A row.
     *
     * @param at JSON Pointer of what it makes; empty for a whole project
     */
    LandRow(LandTable table, TableRow row, String at) {
        this(table, row, at, Part.all(table.kind));
    }

    /**
     * A row that is read for a part of what it tells.
     *
     * @param at JSON Pointer of what it makes; empty for a whole project
     */
    LandRow(LandTable table, TableRow row, String at, Part part) {
        this(table, row, at, part, new EnumMap<>(LandMeaning.class));
    }

    private LandRow(LandTable table, TableRow row, String at, Part part, Map<LandMeaning, Object> values) {
        this.table = table;
        this.row = row;
        this.at = at;
        this.part = part;
        this.values = values;
    }

    /** A further row that tells of the same; what differs from what was read is not taken, and the ledger says so. */
    LandRow further(TableRow next) {
        return new LandRow(table, next, at, part, values);
    }

    String at() {
        return at;
    }

    Location place() {
        return table.layout.place(row);
    }

    String text(int column) {
        return row.text(column);
    }

    void read() {
        Matcher heading = PLACE.matcher(row.section().strip());
        if (heading.matches()) {
            places.add(heading.group(1));
        }
        for (int c : widerFirst()) {
            LandMeaning meaning = table.layout.column(c).meaning();
            if (part.takes(table.layout.column(c)) && !(byClass && meaning == LandMeaning.CLASS_NAME)) {
                cell(c);
            }
        }
        if (part.takes().test(LandMeaning.LOCATION)) {
            // Only what tells where a parcel lies is carried down.
            table.layout.carriedEntries(row, each -> at + '/' + target(each)).forEach(table::defaulted);
        }
    }

    /** The cells of the row, of town, village and group the wider first, wherever they stand. */
    private List<Integer> widerFirst() {
        return IntStream.range(0, row.cells().size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        each -> LandMeaning.width(table.layout.column(each).meaning())))
                .toList();
    }

    /**
     * The row of one class of a parcel that has a row for each; without a class its area is one of the parcel's.
     *
     * @param index the place of the class among those of the parcel
     */
    void readClass(int index) {
        List<TableColumn<LandMeaning>> named = table.layout.of(LandMeaning.CLASS_NAME);
        classAt = named.stream()
                        .map(each -> row.text(each.index()))
                        .allMatch(each -> each.isBlank() || LegacyText.nullToken(each))
                ? -1
                : index;
        byClass = true;
        read();
        for (TableColumn<LandMeaning> each : named) {
            if (each.index() < row.cells().size()) {
                className(each);
            }
        }
    }

    /** A class without an area is none of the parcel. */
    private void className(TableColumn<LandMeaning> column) {
        Grid.Cell cell = row.cells().get(column.index());
        if (area() != null || row.text(column.index()).isBlank()) {
            cell(column.index());
        } else if (part.takes().test(LandMeaning.CLASS_NAME)) {
            table.account(cell, column, FieldFate.IGNORED, null, null, List.of("no-area"));
        }
    }

    private boolean byClass;
    private int classAt = -1;

    /** The total of the parcels: its figures are those of the project, and what else stands in it says nothing. */
    void readTotal() {
        for (int c = 0; c < row.cells().size(); c++) {
            TableColumn<LandMeaning> column = table.layout.column(c);
            LandMeaning meaning = column.meaning();
            if (meaning == null || meaning.summed() || meaning == LandMeaning.IGNORED || table.personal(column)) {
                cell(c);
                continue;
            }
            Grid.Cell cell = row.cells().get(c);
            boolean word = cell.blank() || LegacyText.withoutBlanks(cell.text).matches("[总合共小]计.{0,6}");
            table.account(
                    cell, column, word ? FieldFate.IGNORED : FieldFate.UNMAPPED, null, null, List.of("total-row"));
        }
    }

    private void cell(int c) {
        Grid.Cell cell = row.cells().get(c);
        TableColumn<LandMeaning> column = table.layout.column(c);
        LandMeaning meaning = column.meaning();
        if (table.personal(column)) {
            table.account(cell, column, FieldFate.IGNORED, null, null, List.of("personal-data"));
        } else if (meaning == LandMeaning.IGNORED) {
            table.account(cell, column, FieldFate.IGNORED, null, null, List.of("not-wanted"));
        } else if (meaning == null || !wanted(meaning)) {
            table.unread(cell, column);
        } else if (meaning != LandMeaning.PRICE && meaning != LandMeaning.PRICE_GRADE) {
            place(cell, column, meaning);
        }
    }

    /** Whether the kind of record that this table makes has a place for it. */
    private boolean wanted(LandMeaning meaning) {
        Kind kind = part.kind();
        return switch (meaning) {
            case NUMBER -> kind != Kind.PROJECTS;
            case PARCEL_NAME ->
                kind == Kind.PLAN && lacks(LandMeaning.NAME) || kind == Kind.PARCELS && lacks(LandMeaning.NUMBER);
            case TOWN, VILLAGE, LOCATION, GROUP, AREA, PLANNED_AREA -> true;
            case COLLECTIVE, BOUNDS, EAST, SOUTH, WEST, NORTH, LAND_CLASS, PRICE, PRICE_GRADE -> kind != Kind.PLAN;
            case NAME, USE, GROUND, IMPLEMENTER, CODE -> kind != Kind.PARCELS;
            case QUARTER, STATE -> kind == Kind.PLAN;
            case CLASS_NAME -> kind == Kind.PARCELS;
            case IGNORED -> false;
            default -> kind == Kind.PROJECTS;
        };
    }

    private boolean lacks(LandMeaning meaning) {
        return table.layout.of(meaning).isEmpty();
    }

    private void place(Grid.Cell cell, TableColumn<LandMeaning> column, LandMeaning meaning) {
        String text = row.text(column.index());
        String target = at + '/' + target(meaning);
        if (text.isBlank() || LegacyText.nullToken(text)) {
            table.account(cell, column, FieldFate.MAPPED, target, null, List.of());
            return;
        }
        Reading<?> reading = LandValues.read(
                text, meaning, table.unit(column), table.defaults.plan().year());
        Object value = reading.value();
        boolean sized = meaning == LandMeaning.AREA || meaning == LandMeaning.PLANNED_AREA;
        boolean among = sized && LandValues.among(text);
        LandValues.Parted parted = among ? LandValues.parted(text, table.unit(column)) : null;
        if (parted != null) {
            value = parted.whole();
            reading = new Reading<>(text, value, List.of(Repair.SEVERAL_IN_ONE));
        }
        if (value == null) {
            unreadable(cell, column, meaning);
            return;
        }
        if (parted != null && part.kind() != Kind.PLAN) {
            classes.addAll(parted.classes());
        } else if (among) {
            // The area is told apart from its parts, and these are not taken for what they are not.
            table.problem(unreadable(cell, column, LandMeaning.LAND_CLASS.path()));
        }
        if (meaning == LandMeaning.LAND_CLASS) {
            ClassArea own = new ClassArea(table.words.classOf(column), (Area) value);
            if (!classes.contains(own)) {
                // A column may say again what the cell of the area has said.
                classes.add(own);
            }
        } else if (meaning.place()) {
            located(value.toString());
        } else if (meaning == LandMeaning.AREA && restates((Area) value)) {
            restated = (Area) value;
            target = at + "/restatedArea";
        } else if (values.putIfAbsent(meaning, value) != null && !Objects.equals(values.get(meaning), value)) {
            table.account(cell, column, FieldFate.UNMAPPED, null, null, List.of("other-value-taken"));
            return;
        }
        if (meaning == LandMeaning.AREA && whole() && restated == null) {
            restated = parted != null ? parted.restated() : LandValues.inBrackets(text);
        }
        List<@Nullable String> repairs =
                reading.repairs().stream().<@Nullable String>map(Repair::code).toList();
        table.account(
                cell,
                column,
                repairs.isEmpty() ? FieldFate.MAPPED : FieldFate.REPAIRED,
                target,
                value.toString().equals(text) ? null : value.toString(),
                repairs);
    }

    private void unreadable(Grid.Cell cell, TableColumn<LandMeaning> column, LandMeaning meaning) {
        table.account(cell, column, FieldFate.UNREADABLE, null, null, List.of("unreadable"));
        table.problem(unreadable(cell, column, meaning.path()));
    }

    private SourceProblem unreadable(Grid.Cell cell, TableColumn<LandMeaning> column, String expected) {
        return new SourceProblem(
                "source.field.unreadable",
                table.layout.place(cell, column.index()),
                PersonalData.masked(cell.text),
                expected);
    }

    private boolean whole() {
        return at.isEmpty();
    }

    /** The same total a second time, in another unit: only a project has a place for that. */
    private boolean restates(Area second) {
        Area first = area();
        return whole() && first != null && restated == null && first.unit() != second.unit();
    }

    /** Town, village, place and group make one location; what a wider part has said is not said again. */
    private void located(String part) {
        if (places.isEmpty() || !places.get(places.size() - 1).contains(part)) {
            if (!places.isEmpty() && part.contains(places.get(places.size() - 1))) {
                places.remove(places.size() - 1);
            }
            places.add(part);
        }
    }

    private String target(LandMeaning meaning) {
        String parcel = part.kind() == Kind.PROJECTS ? "parcels/0/" : "";
        return switch (meaning) {
            case AREA, PLANNED_AREA ->
                classAt >= 0
                        ? "landClasses/" + classAt + "/area"
                        : whole() ? "totalArea" : part.kind() == Kind.PLAN ? "plannedArea" : "area";
            case PARCEL_NAME -> part.kind() == Kind.PLAN ? "name" : "number";
            case CLASS_NAME -> "landClasses/" + Math.max(0, classAt) + "/landClass";
            case TOWN, VILLAGE, LOCATION, GROUP -> parcel + "location";
            case COLLECTIVE, BOUNDS, EAST, SOUTH, WEST, NORTH ->
                parcel + meaning.path().replace('.', '/');
            case CODE -> part.kind() == Kind.PLAN ? "project" : "code";
            case PRICE -> "prices/0/price";
            default -> meaning.path().replace('.', '/');
        };
    }

    /** Takes the prices of the row, where the table has one column of them; of several nothing says what each is. */
    void prices() {
        List<TableColumn<LandMeaning>> columns = table.layout.of(LandMeaning.PRICE);
        for (TableColumn<LandMeaning> each : columns) {
            if (each.index() >= row.cells().size()) {
                continue;
            }
            Grid.Cell cell = row.cells().get(each.index());
            BlockPrice price = columns.size() == 1 && wanted(LandMeaning.PRICE)
                    ? LandTable.blockPrice(cell.text, each.label())
                    : null;
            String grade = grade(price);
            if (price != null) {
                table.price(new BlockPrice(grade, price.price(), price.unit(), null, null));
                table.account(cell, each, FieldFate.MAPPED, "/prices/0/price", null, List.of());
            } else {
                noPrice(cell, each, columns.size() == 1);
            }
        }
    }

    private void noPrice(Grid.Cell cell, TableColumn<LandMeaning> column, boolean only) {
        boolean nothing = cell.blank() || LegacyText.nullToken(cell.text);
        if (only && !nothing && wanted(LandMeaning.PRICE)) {
            unreadable(cell, column, LandMeaning.PRICE);
            return;
        }
        String reason = nothing ? "blank" : only ? "unreadable" : "several-prices";
        table.account(cell, column, nothing ? FieldFate.IGNORED : FieldFate.UNMAPPED, null, null, List.of(reason));
    }

    /** The grade of the block, which is read only beside its price; null where there is none. */
    private @Nullable String grade(@Nullable BlockPrice price) {
        String grade = null;
        for (TableColumn<LandMeaning> each : table.layout.of(LandMeaning.PRICE_GRADE)) {
            if (each.index() < row.cells().size() && wanted(LandMeaning.PRICE_GRADE)) {
                Grid.Cell cell = row.cells().get(each.index());
                boolean taken = price != null && grade == null && !LegacyText.nullToken(cell.text);
                grade = taken && !cell.blank() ? cell.text.strip() : grade;
                table.account(
                        cell,
                        each,
                        taken ? FieldFate.MAPPED : cell.blank() ? FieldFate.IGNORED : FieldFate.UNMAPPED,
                        taken ? "/prices/0/grade" : null,
                        null,
                        taken ? List.of() : List.of(cell.blank() ? "blank" : "no-price"));
            }
        }
        return grade;
    }

    @Nullable
    String location() {
        return places.isEmpty() ? null : String.join("", places);
    }

    /** Whether another row lies in the same place, by the cells of its place and collective. */
    boolean samePlace(TableRow other) {
        return table.layout.columns().stream()
                .filter(each -> each.meaning() != null
                        && (each.meaning().place()
                                || each.meaning() == LandMeaning.COLLECTIVE
                                || each.meaning() == LandMeaning.NUMBER
                                        && !other.text(each.index()).isBlank()))
                .allMatch(each -> row.text(each.index()).equals(other.text(each.index())));
    }

    @Nullable
    String string(LandMeaning meaning) {
        Object value = values.get(meaning);
        return value == null ? null : value.toString();
    }

    @Nullable
    Area area() {
        Object area = values.get(LandMeaning.AREA);
        return (Area) (area == null ? values.get(LandMeaning.PLANNED_AREA) : area);
    }

    @Nullable
    Area restated() {
        return restated;
    }

    List<ClassArea> classes() {
        return classes;
    }

    @Nullable
    LandClass landClass() {
        return (LandClass) values.get(LandMeaning.CLASS_NAME);
    }

    /** What the row says; where the table has no such column, what holds for all its projects. */
    private @Nullable String stated(LandMeaning meaning, @Nullable String otherwise) {
        return table.layout.of(meaning).isEmpty() ? otherwise : string(meaning);
    }

    private @Nullable Agency agency(LandMeaning meaning) {
        String text = string(meaning);
        return text == null ? null : Agency.parse(text);
    }

    private @Nullable Bounds bounds() {
        Bounds whole = (Bounds) values.get(LandMeaning.BOUNDS);
        if (whole != null) {
            return whole;
        }
        Bounds sides = new Bounds(
                string(LandMeaning.EAST),
                string(LandMeaning.SOUTH),
                string(LandMeaning.WEST),
                string(LandMeaning.NORTH));
        return sides.equals(new Bounds(null, null, null, null)) ? null : sides;
    }

    Parcel parcel() {
        String collective = string(LandMeaning.COLLECTIVE);
        return ParcelBuilder.builder()
                .number(string(lacks(LandMeaning.NUMBER) ? LandMeaning.PARCEL_NAME : LandMeaning.NUMBER))
                .location(location() == null ? collective : location())
                .collective(collective)
                .bounds(bounds())
                .area(area())
                .landClasses(classes)
                .build();
    }

    PlanItem planItem() {
        String state = string(LandMeaning.STATE);
        return PlanItemBuilder.builder()
                .number(string(LandMeaning.NUMBER))
                .name(string(lacks(LandMeaning.NAME) ? LandMeaning.PARCEL_NAME : LandMeaning.NAME))
                .location(location())
                .plannedArea(area())
                .use(string(LandMeaning.USE))
                .ground((PublicInterestGround) values.get(LandMeaning.GROUND))
                .quarter(string(LandMeaning.QUARTER))
                .implementer(agency(LandMeaning.IMPLEMENTER))
                .state(state == null ? null : PlanItemState.parse(state))
                .project(string(LandMeaning.CODE))
                .build();
    }

    LandRequisitionProject project(List<BlockPrice> prices) {
        LandRequisitionProject begun = table.project();
        LandRequisitionProjectBuilder project = LandRequisitionProjectBuilder.builder(begun)
                .code(stated(LandMeaning.CODE, begun.code()))
                .name(stated(LandMeaning.NAME, begun.name()))
                .totalArea(area())
                .restatedArea(restated)
                .landClasses(classes);
        values.forEach((meaning, value) -> take(project, meaning, value));
        if (values.containsKey(LandMeaning.PLAN_YEAR) || values.containsKey(LandMeaning.PLAN_NUMBER)) {
            project.planItem(
                    new PlanReference((Integer) values.get(LandMeaning.PLAN_YEAR), string(LandMeaning.PLAN_NUMBER)));
        }
        if (values.containsKey(LandMeaning.OFFICE) || values.containsKey(LandMeaning.TELEPHONE)) {
            project.contact(new Contact(string(LandMeaning.OFFICE), string(LandMeaning.TELEPHONE), null));
        }
        if (!prices.isEmpty()) {
            project.prices(prices);
        }
        Parcel only = ParcelBuilder.builder(parcel())
                .number(null)
                .landClasses(List.of())
                .build();
        if (only.location() != null || only.bounds() != null) {
            // Location and borders of the whole project are those of its one parcel, as large as the project.
            project.parcels(List.of(only));
        }
        return project.build();
    }

    /** Puts what a column or a line above the table says of a whole project into it. */
    static void take(LandRequisitionProjectBuilder project, LandMeaning meaning, Object value) {
        switch (meaning) {
            case NAME -> project.name(value.toString());
            case CODE -> project.code(value.toString());
            case APPROVING_AUTHORITY -> project.approvingAuthority(Agency.parse(value.toString()));
            case APPROVAL_NUMBER -> project.approvalNumber((DocumentNumber) value);
            case APPROVED_ON -> project.approvedOn((LocalDate) value);
            case APPROVAL_RECEIVED_ON -> project.approvalReceivedOn((LocalDate) value);
            case IMPLEMENTER -> project.implementer(Agency.parse(value.toString()));
            case USE -> project.use(value.toString());
            case GROUND -> project.ground((PublicInterestGround) value);
            case REGIME -> project.regime(RequisitionRegime.parse(value.toString()));
            case RESETTLEMENT ->
                project.resettlement(
                        ((List<?>) value).stream().map(String::valueOf).collect(Collectors.toList()));
            case SOCIAL_SECURITY -> project.socialSecurity(value.toString());
            case REMEDIES -> project.remedies(value.toString());
            default -> {}
        }
    }
}
