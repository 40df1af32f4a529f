package org.gongkai.ingest.land;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.DateText;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.Bounds;
import org.gongkai.core.land.ClassArea;
import org.gongkai.core.land.Contact;
import org.gongkai.core.land.LandClass;
import org.gongkai.core.land.LandRequisitionPlanBuilder;
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
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.text.LineBreaks;
import org.gongkai.ingest.land.LandLabels.LandMeaning;
import org.gongkai.ingest.table.CellLedger;
import org.gongkai.ingest.table.Defaulted;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableReading;
import org.jspecify.annotations.Nullable;

/** One table, read into parcels of one project, into projects, or into the lines of a plan. */
final class LandTable {

    private static final int HEADER_WITHIN = 10;
    private static final int MOST_HEADER_ROWS = 3;
    private static final Pattern TOTAL = Pattern.compile("[总合共]\\s*计.{0,6}");
    private static final Pattern SUBTOTAL = Pattern.compile("小\\s*计.{0,6}");
    private static final Pattern SIDE = Pattern.compile("([东南西北])(?:至|临|邻|[:：])\\s*([^，,；;、。]+)");
    private static final Pattern BRACKETS = Pattern.compile("[^(（]+[(（](?:即|合|折合)?([^()（）]+)[)）]");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})(?:年度?)?");
    private static final Pattern QUARTER = Pattern.compile("第?([一二三四1-4])季度");

    /** The kinds of table, told by the labels. */
    private enum Kind {
        PARCELS,
        PROJECTS,
        PLAN
    }

    /**
     * A column.
     *
     * @param label the header as it stands, its rows joined
     * @param meaning what it holds, or null when nobody knows
     * @param landClass the class of land, or null when it is no such column
     * @param unit the unit that the header names, or null
     * @param personal whether it asks for personal data
     */
    private record Column(
            String label,
            @Nullable LandMeaning meaning,
            @Nullable LandClass landClass,
            Area.@Nullable Unit unit,
            boolean personal) {}

    private final Grid grid;
    private final List<Column> columns;
    private final Kind kind;
    private final int firstHeader;
    private final int firstRow;
    private final LandDefaults defaults;
    private final Area.@Nullable Unit caption;
    private final CellLedger fates;
    private final List<LedgerEntry> defaulted = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();
    private final List<TableReading.Line<DisclosureRecord>> lines = new ArrayList<>();

    private LandTable(
            Grid grid, List<Column> columns, Kind kind, int firstHeader, int firstRow, LandDefaults defaults) {
        this.grid = grid;
        this.fates = new CellLedger(grid);
        this.columns = columns;
        this.kind = kind;
        this.firstHeader = firstHeader;
        this.firstRow = firstRow;
        this.defaults = defaults;
        this.caption = caption();
    }

    /** The table, or null when it is none of the three kinds. */
    static @Nullable LandTable of(Grid grid, LandLabels labels, LandDefaults defaults) {
        for (int r = 0; r < Math.min(HEADER_WITHIN, grid.rows().size()); r++) {
            if (grid.caption(r)) {
                continue;
            }
            int depth = depth(grid, r, labels);
            List<Column> columns = columns(grid, r, depth, labels);
            Set<LandMeaning> meanings = EnumSet.noneOf(LandMeaning.class);
            columns.forEach(each -> {
                if (each.meaning() != null) {
                    meanings.add(each.meaning());
                }
            });
            Kind kind = kind(meanings);
            if (kind != null) {
                return new LandTable(grid, columns, kind, r, r + depth, defaults);
            }
        }
        return null;
    }

    private static @Nullable Kind kind(Set<LandMeaning> meanings) {
        boolean sized = meanings.contains(LandMeaning.AREA)
                || meanings.contains(LandMeaning.PLANNED_AREA)
                || meanings.contains(LandMeaning.LAND_CLASS);
        if (meanings.contains(LandMeaning.NAME)) {
            if (meanings.contains(LandMeaning.PLANNED_AREA) || meanings.contains(LandMeaning.QUARTER)) {
                return Kind.PLAN;
            }
            return sized || meanings.contains(LandMeaning.APPROVAL_NUMBER) ? Kind.PROJECTS : null;
        }
        boolean placed = meanings.contains(LandMeaning.LOCATION)
                || meanings.contains(LandMeaning.VILLAGE)
                || meanings.contains(LandMeaning.COLLECTIVE);
        return placed && sized ? Kind.PARCELS : null;
    }

    /** How many rows the header has: more than one where cells are merged, in a page or, with blanks, in a sheet. */
    private static int depth(Grid grid, int header, LandLabels labels) {
        int depth = 1;
        while (header + depth < grid.rows().size() && depth < MOST_HEADER_ROWS) {
            List<Grid.Cell> above = grid.rows().get(header + depth - 1);
            List<Grid.Cell> below = grid.rows().get(header + depth);
            boolean goesOn = false;
            for (int c = 0; c < Math.min(above.size(), below.size()); c++) {
                boolean merged = above.get(c) == below.get(c) && !above.get(c).blank();
                goesOn |= merged || above.get(c).blank() && labels.meaning(below.get(c).text) != null;
            }
            boolean figures = below.stream()
                    .anyMatch(each -> Area.read(each.text, Area.Unit.HECTARE).value() != null);
            if (figures || !goesOn) {
                break;
            }
            depth++;
        }
        return depth;
    }

    private static List<Column> columns(Grid grid, int header, int depth, LandLabels labels) {
        int width = grid.width(header, header + depth);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            List<String> parts = new ArrayList<>();
            for (int r = header; r < header + depth; r++) {
                String text = grid.text(r, c);
                // In a sheet only the first of merged cells has the text.
                for (int left = c; text.isBlank() && left > 0 && r < header + depth - 1; left--) {
                    text = grid.text(r, left - 1);
                }
                if (!text.isBlank() && !parts.contains(text.strip())) {
                    parts.add(text.strip());
                }
            }
            columns.add(column(parts, labels));
        }
        return columns;
    }

    private static Column column(List<String> parts, LandLabels labels) {
        LandMeaning meaning = null;
        LandClass landClass = null;
        Area.Unit unit = null;
        boolean personal = false;
        for (int i = parts.size() - 1; i >= 0; i--) {
            String part = parts.get(i);
            if (meaning == null) {
                meaning = labels.meaning(part);
                landClass = LandLabels.landClass(part);
            }
            unit = unit == null ? Area.Unit.in(part) : unit;
            // 所有权人 of a parcel is the collective; the table of labels has the last word.
            personal |= PersonalData.personal(part) && labels.meaning(part) == null;
        }
        return new Column(String.join(" ", parts), meaning, landClass, unit, personal);
    }

    private Area.@Nullable Unit caption() {
        for (int r = 0; r < firstHeader; r++) {
            for (Grid.Cell each : grid.rows().get(r)) {
                Area.Unit unit = Area.Unit.in(each.text);
                if (unit != null) {
                    return unit;
                }
            }
        }
        return defaults.unit();
    }

    TableReading<DisclosureRecord> read() {
        for (int r = 0; r < firstHeader; r++) {
            for (Grid.Cell each : grid.rows().get(r)) {
                account(each, "", FieldFate.IGNORED, null, null, List.of("caption"));
            }
        }
        columns.stream()
                .filter(Column::personal)
                .forEach(each -> problems.add(
                        new SourceProblem("source.column.personalData", grid.place(), each.label(), null)));
        List<Parcel> parcels = new ArrayList<>();
        List<PlanItem> items = new ArrayList<>();
        LandRequisitionProjectBuilder whole = LandRequisitionProjectBuilder.builder(defaults.project());
        for (int r = firstRow; r < grid.rows().size(); r++) {
            String first = first(grid.rows().get(r));
            boolean total = TOTAL.matcher(first).matches();
            Row row = new Row(grid.rows().get(r), total || kind == Kind.PROJECTS);
            if (SUBTOTAL.matcher(first).matches() || total && kind != Kind.PARCELS) {
                row.leave("total-row");
            } else if (total) {
                row.read("");
                whole.totalArea(row.area(LandMeaning.AREA))
                        .restatedArea(row.restated)
                        .landClasses(row.classes);
            } else if (!first.isEmpty()) {
                take(row, r, parcels, items);
            } else {
                row.leave("blank-row");
            }
        }
        if (kind == Kind.PARCELS && !parcels.isEmpty()) {
            lines.add(new TableReading.Line<>(whole.parcels(parcels).build(), grid.place()));
        }
        if (kind == Kind.PLAN && !items.isEmpty()) {
            lines.add(new TableReading.Line<>(
                    LandRequisitionPlanBuilder.builder(defaults.plan())
                            .items(items)
                            .build(),
                    grid.place()));
        }
        List<LedgerEntry> ledger = fates.inOrder(0, 0);
        ledger.addAll(defaulted);
        for (TableReading.Line<DisclosureRecord> each : lines) {
            DisclosureRecord before = kind == Kind.PLAN ? defaults.plan() : defaults.project();
            ledger.addAll(Defaulted.entries(each.record(), before, each.origin(), Set.of()));
        }
        return new TableReading<>(lines, ledger, problems);
    }

    private static String first(List<Grid.Cell> cells) {
        return cells.stream()
                .map(each -> each.text.strip())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void take(Row row, int index, List<Parcel> parcels, List<PlanItem> items) {
        switch (kind) {
            case PARCELS -> {
                row.read("/parcels/" + parcels.size());
                if (row.location() == null && row.string(LandMeaning.COLLECTIVE) != null) {
                    defaulted.add(new LedgerEntry(
                            grid.place().atRow(index + 1),
                            FieldFate.DEFAULTED,
                            null,
                            "/parcels/" + parcels.size() + "/location",
                            row.string(LandMeaning.COLLECTIVE),
                            List.of("from-collective")));
                }
                parcels.add(row.parcel());
            }
            case PLAN -> {
                row.read("/items/" + items.size());
                items.add(row.planItem());
            }
            case PROJECTS -> {
                row.read("");
                lines.add(new TableReading.Line<>(row.project(), grid.place().atRow(index + 1)));
            }
        }
    }

    private void account(
            Grid.Cell cell,
            String label,
            FieldFate fate,
            @Nullable String target,
            @Nullable String result,
            List<String> reasons) {
        String value = reasons.contains("personal-data") && !cell.blank() ? "***" : PersonalData.masked(cell.text);
        fates.account(cell, label, fate, value, target, result, reasons);
    }

    /** One row under the columns. */
    private final class Row {

        private final List<Grid.Cell> cells;
        private final Map<LandMeaning, Object> values = new EnumMap<>(LandMeaning.class);
        private final List<ClassArea> classes = new ArrayList<>();
        private final boolean whole;
        private @Nullable Area restated;

        /** A row that tells of a parcel or line, or of a whole project. */
        Row(List<Grid.Cell> cells, boolean whole) {
            this.cells = cells;
            this.whole = whole;
        }

        void leave(String reason) {
            for (int c = 0; c < cells.size(); c++) {
                boolean blank = cells.get(c).blank();
                account(
                        cells.get(c),
                        label(c),
                        FieldFate.IGNORED,
                        null,
                        null,
                        List.of(blank ? "blank" : column(c).personal() ? "personal-data" : reason));
            }
        }

        private String label(int c) {
            return column(c).label();
        }

        private Column column(int c) {
            return c < columns.size() ? columns.get(c) : new Column("", null, null, null, false);
        }

        void read(String at) {
            for (int c = 0; c < cells.size(); c++) {
                Grid.Cell cell = cells.get(c);
                Column column = column(c);
                if (column.personal()) {
                    account(cell, column.label(), FieldFate.IGNORED, null, null, List.of("personal-data"));
                } else if (column.meaning() == LandMeaning.IGNORED) {
                    account(cell, column.label(), FieldFate.IGNORED, null, null, List.of("not-wanted"));
                } else if (ofAll(at) && column.meaning() != null && !summed(column.meaning())) {
                    // 合计 itself, and what else stands in its row, say nothing of the project.
                    boolean word =
                            cell.blank() || TOTAL.matcher(cell.text.strip()).matches();
                    account(
                            cell,
                            column.label(),
                            word ? FieldFate.IGNORED : FieldFate.UNMAPPED,
                            null,
                            null,
                            List.of("total-row"));
                } else if (column.meaning() == null || !wanted(column.meaning())) {
                    account(
                            cell,
                            column.label(),
                            cell.blank() ? FieldFate.IGNORED : FieldFate.UNMAPPED,
                            null,
                            null,
                            List.of(cell.blank() ? "blank" : "unknown-label"));
                } else {
                    place(cell, column, column.meaning(), at);
                }
            }
        }

        /** Whether the row is the total of the parcels, whose figures are those of the project. */
        private boolean ofAll(String at) {
            return kind == Kind.PARCELS && at.isEmpty();
        }

        private static boolean summed(LandMeaning meaning) {
            return meaning == LandMeaning.AREA
                    || meaning == LandMeaning.PLANNED_AREA
                    || meaning == LandMeaning.LAND_CLASS;
        }

        /** The second figure of 1.8565公顷（27.8475亩）, or null. */
        private static @Nullable Area inBrackets(String text) {
            Matcher brackets = BRACKETS.matcher(text.strip());
            return brackets.matches() ? Area.read(brackets.group(1), null).value() : null;
        }

        /** The same total a second time, in another unit: only a project has a place for that. */
        private boolean restates(Area second) {
            Area first = area(LandMeaning.AREA);
            return whole && first != null && restated == null && first.unit() != second.unit();
        }

        /** Whether the kind of record that this table makes has a place for it. */
        private boolean wanted(LandMeaning meaning) {
            return switch (meaning) {
                case NUMBER -> kind != Kind.PROJECTS;
                case LOCATION, VILLAGE -> true;
                case COLLECTIVE, BOUNDS, EAST, SOUTH, WEST, NORTH -> kind != Kind.PLAN;
                case LAND_CLASS -> kind != Kind.PLAN;
                case AREA, PLANNED_AREA -> true;
                case NAME, USE, GROUND, IMPLEMENTER -> kind != Kind.PARCELS;
                case QUARTER, STATE -> kind == Kind.PLAN;
                case CODE -> kind != Kind.PARCELS;
                case APPROVING_AUTHORITY,
                        APPROVAL_NUMBER,
                        APPROVED_ON,
                        APPROVAL_RECEIVED_ON,
                        PLAN_YEAR,
                        PLAN_NUMBER,
                        REGIME,
                        RESETTLEMENT,
                        SOCIAL_SECURITY,
                        REMEDIES,
                        OFFICE,
                        TELEPHONE -> kind == Kind.PROJECTS;
                case IGNORED -> false;
            };
        }

        private void place(Grid.Cell cell, Column column, LandMeaning meaning, String at) {
            String target = at + '/' + (ofAll(at) && meaning == LandMeaning.AREA ? "totalArea" : target(meaning));
            if (cell.blank() || LegacyText.nullToken(cell.text)) {
                account(cell, column.label(), FieldFate.MAPPED, target, null, List.of());
                return;
            }
            Reading<?> reading = value(cell.text, column, meaning);
            Object value = reading.value();
            if (value == null) {
                account(cell, column.label(), FieldFate.UNREADABLE, null, null, List.of("unreadable"));
                problems.add(new SourceProblem(
                        "source.field.unreadable",
                        grid.place().atRow(cell.row).at(column.label(), cell.column),
                        PersonalData.masked(cell.text),
                        meaning.path()));
                return;
            }
            if (meaning == LandMeaning.LAND_CLASS) {
                classes.add(new ClassArea(column.landClass(), (Area) value));
            } else if (meaning == LandMeaning.AREA && restates((Area) value)) {
                restated = (Area) value;
                target = at + "/restatedArea";
            } else if (values.putIfAbsent(meaning, value) != null && !Objects.equals(values.get(meaning), value)) {
                account(cell, column.label(), FieldFate.UNMAPPED, null, null, List.of("other-value-taken"));
                return;
            }
            if (meaning == LandMeaning.AREA && whole && restated == null) {
                restated = inBrackets(cell.text);
            }
            List<String> repairs = reading.repairs().stream().map(Repair::code).toList();
            account(
                    cell,
                    column.label(),
                    repairs.isEmpty() ? FieldFate.MAPPED : FieldFate.REPAIRED,
                    target,
                    value.toString().equals(cell.text) ? null : value.toString(),
                    repairs);
        }

        private String target(LandMeaning meaning) {
            return switch (meaning) {
                case AREA, PLANNED_AREA ->
                    switch (kind) {
                        case PARCELS -> "area";
                        case PROJECTS -> "totalArea";
                        case PLAN -> "plannedArea";
                    };
                case VILLAGE -> (kind == Kind.PROJECTS ? "parcels/0/" : "") + "location";
                case LOCATION, COLLECTIVE, BOUNDS, EAST, SOUTH, WEST, NORTH ->
                    (kind == Kind.PROJECTS ? "parcels/0/" : "") + meaning.path().replace('.', '/');
                case CODE -> kind == Kind.PLAN ? "project" : "code";
                default -> meaning.path().replace('.', '/');
            };
        }

        private Reading<?> value(String text, Column column, LandMeaning meaning) {
            return switch (meaning) {
                case AREA, PLANNED_AREA, LAND_CLASS -> Area.read(text, column.unit() == null ? caption : column.unit());
                case APPROVED_ON, APPROVAL_RECEIVED_ON -> DateText.read(text);
                case APPROVAL_NUMBER -> DocumentNumber.read(text);
                case BOUNDS -> Reading.clean(text, bounds(text));
                case QUARTER -> quarter(text);
                case PLAN_YEAR -> year(text);
                case RESETTLEMENT -> ways(text);
                case GROUND -> PublicInterestGround.read(text);
                default -> text(text);
            };
        }

        private static Reading<String> text(String text) {
            String value = LineBreaks.joined(text.strip(), "\n", " ");
            return new Reading<>(text, value, value.equals(text) ? List.of() : List.of(Repair.OUTER_BLANKS));
        }

        private static Reading<String> quarter(String text) {
            String plain = text.strip();
            if (plain.matches("Q[1-4]")) {
                return Reading.clean(text, plain);
            }
            Matcher matcher = QUARTER.matcher(plain);
            if (!matcher.matches()) {
                return Reading.clean(text, null);
            }
            int number = Math.max("一二三四".indexOf(matcher.group(1)), "1234".indexOf(matcher.group(1))) + 1;
            return new Reading<>(text, "Q" + number, List.of(Repair.SYNONYM));
        }

        private static Reading<Integer> year(String text) {
            Matcher matcher = YEAR.matcher(text.strip());
            return matcher.matches()
                    ? new Reading<>(
                            text,
                            Integer.valueOf(matcher.group(1)),
                            matcher.group(1).equals(text) ? List.of() : List.of(Repair.STRAY_CHARACTERS))
                    : Reading.clean(text, null);
        }

        private static Reading<List<String>> ways(String text) {
            List<String> ways = Arrays.stream(text.split("[、，,；;\\n]"))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
            return new Reading<>(text, ways, ways.size() > 1 ? List.of(Repair.SEVERAL_IN_ONE) : List.of());
        }

        private static @Nullable Bounds bounds(String text) {
            Map<String, String> sides = new LinkedHashMap<>();
            Matcher matcher = SIDE.matcher(text);
            while (matcher.find()) {
                sides.putIfAbsent(matcher.group(1), matcher.group(2).strip());
            }
            return sides.isEmpty() ? null : new Bounds(sides.get("东"), sides.get("南"), sides.get("西"), sides.get("北"));
        }

        /** A village in one column and the place within it in another make one location. */
        @Nullable
        String location() {
            String village = string(LandMeaning.VILLAGE);
            String place = string(LandMeaning.LOCATION);
            if (village == null || place == null) {
                return village == null ? place : village;
            }
            return place.contains(village) ? place : village + place;
        }

        private @Nullable String string(LandMeaning meaning) {
            Object value = values.get(meaning);
            return value == null ? null : value.toString();
        }

        @Nullable
        Area area(LandMeaning meaning) {
            return (Area) values.get(meaning);
        }

        private @Nullable Area anyArea() {
            Area area = area(LandMeaning.AREA);
            return area == null ? area(LandMeaning.PLANNED_AREA) : area;
        }

        private @Nullable Agency agency(LandMeaning meaning) {
            String text = string(meaning);
            return text == null ? null : Agency.parse(text);
        }

        private @Nullable PublicInterestGround ground() {
            return (PublicInterestGround) values.get(LandMeaning.GROUND);
        }

        private @Nullable Bounds allBounds() {
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
            return ParcelBuilder.builder()
                    .number(string(LandMeaning.NUMBER))
                    .location(location() == null ? string(LandMeaning.COLLECTIVE) : location())
                    .collective(string(LandMeaning.COLLECTIVE))
                    .bounds(allBounds())
                    .area(anyArea())
                    .landClasses(classes)
                    .build();
        }

        PlanItem planItem() {
            String state = string(LandMeaning.STATE);
            return PlanItemBuilder.builder()
                    .number(string(LandMeaning.NUMBER))
                    .name(string(LandMeaning.NAME))
                    .location(location())
                    .plannedArea(anyArea())
                    .use(string(LandMeaning.USE))
                    .ground(ground())
                    .quarter(string(LandMeaning.QUARTER))
                    .implementer(agency(LandMeaning.IMPLEMENTER))
                    .state(state == null ? null : PlanItemState.parse(state))
                    .project(string(LandMeaning.CODE))
                    .build();
        }

        LandRequisitionProject project() {
            LandRequisitionProjectBuilder project = LandRequisitionProjectBuilder.builder(defaults.project())
                    .code(string(LandMeaning.CODE))
                    .name(string(LandMeaning.NAME))
                    .approvalNumber((DocumentNumber) values.get(LandMeaning.APPROVAL_NUMBER))
                    .approvedOn((LocalDate) values.get(LandMeaning.APPROVED_ON))
                    .approvalReceivedOn((LocalDate) values.get(LandMeaning.APPROVAL_RECEIVED_ON))
                    .totalArea(anyArea())
                    .restatedArea(restated)
                    .landClasses(classes);
            if (values.containsKey(LandMeaning.APPROVING_AUTHORITY)) {
                project.approvingAuthority(agency(LandMeaning.APPROVING_AUTHORITY));
            }
            if (values.containsKey(LandMeaning.IMPLEMENTER)) {
                project.implementer(agency(LandMeaning.IMPLEMENTER));
            }
            if (values.containsKey(LandMeaning.USE)) {
                project.use(string(LandMeaning.USE));
            }
            if (values.containsKey(LandMeaning.PLAN_YEAR) || values.containsKey(LandMeaning.PLAN_NUMBER)) {
                project.planItem(new PlanReference(
                        (Integer) values.get(LandMeaning.PLAN_YEAR), string(LandMeaning.PLAN_NUMBER)));
            }
            if (values.containsKey(LandMeaning.REGIME)) {
                project.regime(
                        RequisitionRegime.parse(values.get(LandMeaning.REGIME).toString()));
            }
            if (values.get(LandMeaning.RESETTLEMENT) instanceof List<?> ways) {
                project.resettlement(ways.stream().map(String::valueOf).toList());
            }
            if (values.containsKey(LandMeaning.SOCIAL_SECURITY)) {
                project.socialSecurity(string(LandMeaning.SOCIAL_SECURITY));
            }
            if (values.containsKey(LandMeaning.REMEDIES)) {
                project.remedies(string(LandMeaning.REMEDIES));
            }
            if (values.containsKey(LandMeaning.OFFICE) || values.containsKey(LandMeaning.TELEPHONE)) {
                project.contact(new Contact(string(LandMeaning.OFFICE), string(LandMeaning.TELEPHONE), null));
            }
            if (values.containsKey(LandMeaning.GROUND)) {
                project.ground(ground());
            }
            if (location() != null || string(LandMeaning.COLLECTIVE) != null || allBounds() != null) {
                // Location and borders of the whole project are those of its one parcel, as large as the project.
                project.parcels(List.of(ParcelBuilder.builder()
                        .location(location())
                        .collective(string(LandMeaning.COLLECTIVE))
                        .bounds(allBounds())
                        .area(anyArea())
                        .build()));
            }
            return project.build();
        }
    }
}
