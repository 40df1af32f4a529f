package org.gongkai.ingest.decision;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import org.gongkai.core.decision.Adoption;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.DecisionCatalogueBuilder;
import org.gongkai.core.decision.DecisionKind;
import org.gongkai.core.decision.DecisionMaterial;
import org.gongkai.core.decision.DecisionMaterialBuilder;
import org.gongkai.core.decision.DecisionMatter;
import org.gongkai.core.decision.DecisionMatterBuilder;
import org.gongkai.core.decision.DecisionProcedure;
import org.gongkai.core.decision.DecisionResult;
import org.gongkai.core.decision.DecisionStage;
import org.gongkai.core.decision.MaterialState;
import org.gongkai.core.decision.MaterialType;
import org.gongkai.core.decision.MatterReference;
import org.gongkai.core.decision.Opinion;
import org.gongkai.core.decision.OpinionBuilder;
import org.gongkai.core.decision.PlannedTime;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.decision.PublicConsultationBuilder;
import org.gongkai.core.decision.WebLink;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.decision.DecisionLabels.DecisionMeaning;
import org.gongkai.ingest.table.CellLedger;
import org.gongkai.ingest.table.Defaulted;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableReading;
import org.jspecify.annotations.Nullable;

/** One table, read into the matters of one catalogue, or into the opinions of consultations. */
final class DecisionTable {

    private static final int HEADER_WITHIN = 10;
    private static final int MOST_HEADER_ROWS = 2;
    private static final Pattern YEAR = Pattern.compile("(20\\d{2})年度?.{0,30}(?:目录|决策)");
    private static final Pattern LEAD = Pattern.compile("[(（](?:牵头(?:单位|部门)?|主办)[)）]");
    private static final Pattern LEADS = Pattern.compile("^(?:牵头|主办)(?:单位|部门)?[:：](.+?)(?:[;；\\n]|$)");
    private static final Pattern ROLE = Pattern.compile("(?:^|[;；\\n])\\s{0,60}(?:牵头|主办|配合|协办|责任|承办)(?:单位|部门)[:：]");
    /** A longer text, in characters, is no count, whatever stands around the digits. */
    private static final int LONGEST_COUNT = 100;

    /** A longer text, in characters, is no state with its reason. */
    private static final int LONGEST_REASON = 1_000;

    private static final Pattern REASONED = Pattern.compile("(.+?)[(（:：](.+?)[)）]?");

    /** The kinds of table, told by the labels. */
    private enum Kind {
        MATTERS,
        OPINIONS
    }

    /**
     * A column.
     *
     * @param label the header as it stands, its rows joined
     * @param sense what it holds, or null when nobody knows
     * @param personal whether it asks for personal data that no record has a place for
     */
    private record Column(String label, DecisionLabels.@Nullable Sense sense, boolean personal) {

        @Nullable
        DecisionMeaning meaning() {
            return sense == null ? null : sense.meaning();
        }
    }

    private final Grid grid;
    private final List<Column> columns;
    private final Kind kind;
    private final int firstHeader;
    private final int firstRow;
    private final DecisionDefaults defaults;
    private final @Nullable Integer year;
    private final DecisionTerms terms = DecisionTerms.standard();
    private final CellLedger fates;
    private final List<LedgerEntry> defaulted = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();
    private final List<TableReading.Line<DisclosureRecord>> lines = new ArrayList<>();
    private final Set<String> unmasked = new LinkedHashSet<>();

    private DecisionTable(
            Grid grid, List<Column> columns, Kind kind, int firstHeader, int firstRow, DecisionDefaults defaults) {
        this.grid = grid;
        this.fates = new CellLedger(grid);
        this.columns = columns;
        this.kind = kind;
        this.firstHeader = firstHeader;
        this.firstRow = firstRow;
        this.defaults = defaults;
        this.year = defaults.catalogue().year() != null ? defaults.catalogue().year() : captionYear();
    }

    /** The table, or null when it is neither of the two kinds. */
    static @Nullable DecisionTable of(Grid grid, DecisionLabels labels, DecisionDefaults defaults) {
        for (int r = 0; r < Math.min(HEADER_WITHIN, grid.rows().size()); r++) {
            if (grid.caption(r)) {
                continue;
            }
            int depth = depth(grid, r, labels);
            List<Column> columns = columns(grid, r, depth, labels);
            Set<DecisionMeaning> meanings = EnumSet.noneOf(DecisionMeaning.class);
            for (Column each : columns) {
                if (each.meaning() != null) {
                    meanings.add(each.meaning());
                }
            }
            Kind kind = kind(meanings);
            if (kind != null) {
                return new DecisionTable(grid, columns, kind, r, r + depth, defaults);
            }
        }
        return null;
    }

    private static @Nullable Kind kind(Set<DecisionMeaning> meanings) {
        if (meanings.contains(DecisionMeaning.TEXT)
                && (meanings.contains(DecisionMeaning.ADOPTION) || meanings.contains(DecisionMeaning.REASON))) {
            return Kind.OPINIONS;
        }
        boolean planned = meanings.contains(DecisionMeaning.UNITS)
                || meanings.contains(DecisionMeaning.LEAD)
                || meanings.contains(DecisionMeaning.TIME)
                || meanings.contains(DecisionMeaning.PROCEDURES)
                || meanings.contains(DecisionMeaning.MATERIAL);
        return meanings.contains(DecisionMeaning.NAME) && planned ? Kind.MATTERS : null;
    }

    /** How many rows the header has: two where a cell spans columns, or, in a sheet, where labels stand below blanks. */
    private static int depth(Grid grid, int header, DecisionLabels labels) {
        if (header + 1 >= grid.rows().size()) {
            return 1;
        }
        List<Grid.Cell> above = grid.rows().get(header);
        List<Grid.Cell> below = grid.rows().get(header + 1);
        boolean goesOn = false;
        DecisionLabels.Sense last = null;
        for (int c = 0; c < Math.min(above.size(), below.size()); c++) {
            last = above.get(c).blank() ? last : labels.sense(above.get(c).text, null);
            boolean merged = above.get(c) == below.get(c) && !above.get(c).blank();
            boolean procedure = !below.get(c).blank()
                    && last != null
                    && last.meaning() == DecisionMeaning.PROCEDURES
                    && labels.sense(below.get(c).text, last) != null;
            goesOn |= merged || procedure;
        }
        return goesOn ? MOST_HEADER_ROWS : 1;
    }

    private static List<Column> columns(Grid grid, int header, int depth, DecisionLabels labels) {
        int width = grid.width(header, header + depth);
        List<Column> columns = new ArrayList<>();
        String above = "";
        for (int c = 0; c < width; c++) {
            String first = grid.text(header, c);
            String second = depth == 1 ? "" : grid.text(header + 1, c);
            // In a sheet only the first of merged cells has the text.
            above = first.isBlank() && !second.isBlank() ? above : first;
            columns.add(column(above.strip(), second.strip(), labels));
        }
        return columns;
    }

    private static Column column(String first, String second, DecisionLabels labels) {
        DecisionLabels.Sense upper = labels.sense(first, null);
        DecisionLabels.Sense sense = second.isEmpty() || second.equals(first) ? upper : labels.sense(second, upper);
        String label = second.isEmpty() || second.equals(first) ? first : (first + ' ' + second).strip();
        boolean personal = sense == null && (PersonalData.personal(first) || PersonalData.personal(second));
        return new Column(label, sense, personal);
    }

    private @Nullable Integer captionYear() {
        for (int r = 0; r < firstHeader; r++) {
            for (Grid.Cell each : grid.rows().get(r)) {
                Matcher matcher = YEAR.matcher(LegacyText.withoutBlanks(each.text));
                if (matcher.find()) {
                    return Integer.valueOf(matcher.group(1));
                }
            }
        }
        return null;
    }

    TableReading<DisclosureRecord> read() {
        for (int r = 0; r < firstHeader; r++) {
            new Row(grid.rows().get(r)).leave("caption");
        }
        if (kind == Kind.MATTERS) {
            readMatters();
        } else {
            readOpinions();
        }
        for (String each : unmasked) {
            problems.add(
                    new SourceProblem("source.column.namesMasked", grid.place().at(each, null), each, null));
        }
        for (Column each : columns) {
            if (each.personal()) {
                problems.add(new SourceProblem(
                        "source.column.personalData", grid.place().at(each.label(), null), each.label(), null));
            }
        }
        return new TableReading<>(lines, ledger(), problems);
    }

    private void readMatters() {
        List<DecisionMatter> matters = new ArrayList<>();
        for (int r = firstRow; r < grid.rows().size(); r++) {
            Row row = new Row(grid.rows().get(r));
            if (row.blank() || row.repeatsHeader()) {
                row.leave(row.blank() ? "blank" : "header-again");
                continue;
            }
            row.read("/matters/" + matters.size());
            matters.add(row.matter());
        }
        DecisionCatalogue catalogue = DecisionCatalogueBuilder.builder(defaults.catalogue())
                .year(year)
                .matters(matters)
                .build();
        if (defaults.catalogue().year() == null && year != null) {
            given("/year", year.toString(), "caption");
        }
        lines.add(new TableReading.Line<>(catalogue, grid.place()));
    }

    private void readOpinions() {
        Map<String, List<Opinion>> byMatter = new LinkedHashMap<>();
        Map<String, Integer> firstRows = new HashMap<>();
        for (int r = firstRow; r < grid.rows().size(); r++) {
            Row row = new Row(grid.rows().get(r));
            if (row.blank() || row.repeatsHeader()) {
                row.leave(row.blank() ? "blank" : "header-again");
                continue;
            }
            String name = Objects.requireNonNullElse(row.peek(DecisionMeaning.NAME), "");
            List<Opinion> opinions = byMatter.computeIfAbsent(name, each -> new ArrayList<>());
            firstRows.putIfAbsent(name, r + 1);
            row.read("/opinions/" + opinions.size());
            opinions.add(row.opinion());
        }
        if (byMatter.isEmpty()) {
            byMatter.put("", List.of());
        }
        byMatter.forEach((name, opinions) -> lines.add(new TableReading.Line<>(
                consultation(name, opinions),
                byMatter.size() == 1 ? grid.place() : grid.place().atRow(firstRows.get(name)))));
    }

    /** The consultation of one matter: numbers that nobody gave are counted, those given are kept and can be compared. */
    private PublicConsultation consultation(String name, List<Opinion> opinions) {
        PublicConsultation given = defaults.consultation();
        PublicConsultationBuilder builder =
                PublicConsultationBuilder.builder(given).opinions(opinions);
        if (!name.isEmpty()) {
            MatterReference matter = given.matter();
            builder.matter(new MatterReference(matter == null ? year : matter.year(), null, name));
        }
        boolean told = opinions.stream().allMatch(each -> each.outcome() != null);
        if (given.received() == null
                && given.adopted() == null
                && given.partlyAdopted() == null
                && given.rejected() == null
                && told) {
            builder.received(count(opinions, null, "/received"))
                    .adopted(count(opinions, Adoption.Outcome.ADOPTED, "/adopted"))
                    .partlyAdopted(count(opinions, Adoption.Outcome.PARTLY_ADOPTED, "/partlyAdopted"))
                    .rejected(count(opinions, Adoption.Outcome.REJECTED, "/rejected"));
        }
        return builder.build();
    }

    private int count(List<Opinion> opinions, Adoption.@Nullable Outcome outcome, String target) {
        int count = opinions.stream()
                .filter(each -> outcome == null || each.outcome() == outcome)
                .mapToInt(Opinion::times)
                .sum();
        given(target, String.valueOf(count), "counted");
        return count;
    }

    private void given(String target, String result, String reason) {
        defaulted.add(new LedgerEntry(grid.place(), FieldFate.DEFAULTED, null, target, result, List.of(reason)));
    }

    private List<LedgerEntry> ledger() {
        List<LedgerEntry> ledger = fates.inOrder(firstHeader, firstRow);
        ledger.addAll(defaulted);
        Set<String> given = new LinkedHashSet<>();
        defaulted.forEach(each -> given.add(String.valueOf(each.target())));
        for (TableReading.Line<DisclosureRecord> each : lines) {
            DisclosureRecord before = kind == Kind.MATTERS ? defaults.catalogue() : defaults.consultation();
            ledger.addAll(Defaulted.entries(each.record(), before, each.origin(), given));
        }
        return ledger;
    }

    private final class Row {

        private final List<Grid.Cell> cells;
        private final Map<DecisionMeaning, Object> values = new EnumMap<>(DecisionMeaning.class);
        private final List<DecisionProcedure> marked = new ArrayList<>();
        private final List<DecisionMaterial> materials = new ArrayList<>();

        Row(List<Grid.Cell> cells) {
            this.cells = cells;
        }

        boolean blank() {
            return cells.stream().allMatch(Grid.Cell::blank);
        }

        /** Long lists print their header on every page. */
        boolean repeatsHeader() {
            boolean same = true;
            int filled = 0;
            for (int c = 0; c < cells.size(); c++) {
                String text = cells.get(c).text.strip();
                if (!text.isEmpty()) {
                    filled++;
                    same &= LegacyText.withoutBlanks(column(c).label()).endsWith(LegacyText.withoutBlanks(text));
                }
            }
            return same && filled > 1;
        }

        @Nullable
        String peek(DecisionMeaning meaning) {
            for (int c = 0; c < cells.size(); c++) {
                if (column(c).meaning() == meaning && !cells.get(c).blank()) {
                    return DecisionTerms.line(cells.get(c).text);
                }
            }
            return null;
        }

        void leave(String reason) {
            for (int c = 0; c < cells.size(); c++) {
                account(
                        cells.get(c),
                        column(c),
                        FieldFate.IGNORED,
                        null,
                        null,
                        List.of(cells.get(c).blank() ? "blank" : column(c).personal() ? "personal-data" : reason));
            }
        }

        private Column column(int c) {
            return c < columns.size() ? columns.get(c) : new Column("", null, false);
        }

        void read(String at) {
            for (int c = 0; c < cells.size(); c++) {
                Grid.Cell cell = cells.get(c);
                Column column = column(c);
                DecisionMeaning meaning = column.meaning();
                if (column.personal()) {
                    account(cell, column, FieldFate.IGNORED, null, null, List.of("personal-data"));
                } else if (meaning == DecisionMeaning.IGNORED) {
                    account(cell, column, FieldFate.IGNORED, null, null, List.of("not-wanted"));
                } else if (meaning == null || !wanted(meaning)) {
                    account(
                            cell,
                            column,
                            cell.blank() ? FieldFate.IGNORED : FieldFate.UNMAPPED,
                            null,
                            null,
                            List.of(cell.blank() ? "blank" : "unknown-label"));
                } else {
                    place(cell, column, meaning, at);
                }
            }
        }

        /** Whether the kind of record that this table makes has a place for it. */
        private boolean wanted(DecisionMeaning meaning) {
            return switch (meaning) {
                case CONTRIBUTOR, TEXT, ADOPTION, REASON, COUNT -> kind == Kind.OPINIONS;
                case NUMBER, NAME -> true;
                default -> kind == Kind.MATTERS;
            };
        }

        private void place(Grid.Cell cell, Column column, DecisionMeaning meaning, String at) {
            String target = target(meaning, at, column);
            if (cell.blank() && cell.links.isEmpty()) {
                account(cell, column, FieldFate.MAPPED, target, null, List.of());
                return;
            }
            Reading<?> reading = value(cell, column, meaning);
            if (reading.repairs().contains(Repair.NULL_TOKEN) && reading.value() == null) {
                account(cell, column, FieldFate.REPAIRED, target, null, List.of(Repair.NULL_TOKEN.code()));
                return;
            }
            Object value = reading.value();
            if (value == null) {
                account(cell, column, FieldFate.UNREADABLE, null, null, List.of("unreadable"));
                problems.add(new SourceProblem(
                        "source.field.unreadable",
                        grid.place().atRow(cell.row).at(column.label(), cell.column),
                        PersonalData.masked(cell.text),
                        meaning.path()));
                return;
            }
            if (meaning == DecisionMeaning.MATERIAL) {
                materials.add((DecisionMaterial) value);
            } else if (meaning == DecisionMeaning.PROCEDURE) {
                if (value.equals("是")) {
                    marked.add(Objects.requireNonNull(
                            Objects.requireNonNull(column.sense()).procedure()));
                }
            } else if (values.putIfAbsent(meaning, value) != null && !Objects.equals(values.get(meaning), value)) {
                account(cell, column, FieldFate.UNMAPPED, null, null, List.of("other-value-taken"));
                return;
            }
            List<String> reasons =
                    new ArrayList<>(reading.repairs().stream().map(Repair::code).toList());
            if (meaning == DecisionMeaning.CONTRIBUTOR && !value.equals(DecisionTerms.line(cell.text))) {
                unmasked.add(column.label());
                reasons.add("personal-data");
            }
            account(
                    cell,
                    column,
                    reasons.isEmpty() ? FieldFate.MAPPED : FieldFate.REPAIRED,
                    target,
                    shown(value).equals(cell.text) ? null : shown(value),
                    reasons);
        }

        private static String shown(Object value) {
            return value instanceof List<?> list
                    ? String.join("；", list.stream().map(String::valueOf).toList())
                    : value instanceof DecisionMaterial material
                            ? Objects.requireNonNullElse(material.url(), String.valueOf(material.state()))
                            : value instanceof Units units ? shown(units.all()) : value.toString();
        }

        private String target(DecisionMeaning meaning, String at, Column column) {
            return at
                    + switch (meaning) {
                        case NUMBER -> kind == Kind.MATTERS ? "/sequence" : "/number";
                        case NAME -> kind == Kind.MATTERS ? "/name" : "/matter/name";
                        case PARTNERS -> "/units";
                        case PROCEDURE -> "/procedures";
                        case MATERIAL -> "/materials/" + materials.size();
                        case DOCUMENT_NUMBER -> "/result/documentNumber";
                        case ISSUED_ON -> "/result/issuedOn";
                        default -> "/" + meaning.path();
                    };
        }

        private Reading<?> value(Grid.Cell cell, Column column, DecisionMeaning meaning) {
            String text = cell.text;
            return switch (meaning) {
                case UNITS, PARTNERS -> units(text);
                case LEAD -> first(text);
                case BASES -> parts(text, "\\s*[;；\\n]\\s*|(?<=[》〉])、(?=[《〈])");
                case PROCEDURES -> procedures(text);
                case PROCEDURE -> mark(text);
                case TIME -> Reading.clean(text, PlannedTime.read(DecisionTerms.line(text), year));
                case STAGE -> term("stage", text);
                case ADOPTION -> term("adoption", text);
                case ISSUED_ON -> DateText.read(text);
                case DOCUMENT_NUMBER -> DocumentNumber.read(text);
                case MATERIAL ->
                    Reading.clean(
                            text,
                            material(
                                    cell, Objects.requireNonNull(column.sense()).material()));
                case CONTRIBUTOR -> Reading.clean(text, masked(DecisionTerms.line(text)));
                case COUNT -> count(text);
                default -> plain(text);
            };
        }

        private static Reading<String> plain(String text) {
            String value = DecisionTerms.line(text);
            return new Reading<>(text, value, value.equals(text) ? List.of() : List.of(Repair.OUTER_BLANKS));
        }

        private Reading<String> term(String list, String text) {
            String term = terms.term(list, text);
            String value = term == null ? DecisionTerms.line(text) : term;
            return new Reading<>(text, value, value.equals(text) ? List.of() : List.of(Repair.SYNONYM));
        }

        private Reading<String> mark(String text) {
            if (LegacyText.nullToken(LegacyText.withoutInvisible(text))) {
                return new Reading<>(text, "否", List.of(Repair.SYNONYM));
            }
            String mark = terms.term("mark", text);
            return new Reading<>(text, mark, mark == null || mark.equals(text) ? List.of() : List.of(Repair.SYNONYM));
        }

        private static Reading<Integer> count(String text) {
            if (text.length() > LONGEST_COUNT) {
                return Reading.clean(text, null);
            }
            String digits = Normalizer.normalize(LegacyText.withoutBlanks(text), Normalizer.Form.NFKC)
                    .replaceFirst("[条件个]$", "");
            return digits.matches("\\d{1,6}")
                    ? new Reading<>(
                            text,
                            Integer.valueOf(digits),
                            digits.equals(text) ? List.of() : List.of(Repair.STRAY_CHARACTERS))
                    : Reading.clean(text, null);
        }

        private static Reading<List<String>> parts(String text, String separator) {
            List<String> parts = new ArrayList<>();
            for (String each : text.strip().split(separator)) {
                if (!each.isBlank()) {
                    parts.add(DecisionTerms.line(each));
                }
            }
            boolean same = parts.size() == 1 && parts.get(0).equals(text);
            return new Reading<>(
                    text,
                    parts,
                    same ? List.of() : List.of(parts.size() > 1 ? Repair.SEVERAL_IN_ONE : Repair.OUTER_BLANKS));
        }

        private Reading<List<DecisionProcedure>> procedures(String text) {
            List<DecisionProcedure> procedures = new ArrayList<>();
            boolean synonym = false;
            for (String each : text.strip().split("\\s*(?:[、，,；;\\n。]|→|(?<!—)—++>|(?<!-)-++>|\\s)\\s*")) {
                String bare =
                        each.replaceFirst("^[(（]?[\\d一二三四五六七]{1,2}[)）.．、]", "").replaceFirst("等$", "");
                if (!bare.isBlank()) {
                    DecisionProcedure known = terms.procedure(bare);
                    synonym |= known != null && !known.text().equals(bare);
                    procedures.add(known == null ? DecisionProcedure.parse(bare) : known);
                }
            }
            List<Repair> repairs = new ArrayList<>();
            if (procedures.size() > 1) {
                repairs.add(Repair.SEVERAL_IN_ONE);
            }
            if (synonym) {
                repairs.add(Repair.SYNONYM);
            }
            return new Reading<>(text, procedures.isEmpty() ? null : procedures, repairs);
        }

        private static Reading<Agency> first(String text) {
            Reading<List<Agency>> all = Agency.readAll(text);
            List<Agency> agencies = Objects.requireNonNullElse(all.value(), List.of());
            return new Reading<>(text, agencies.size() == 1 ? agencies.get(0) : null, all.repairs());
        }

        /** Units in one cell: 甲局（牵头）、乙局, or 牵头单位：甲局；配合单位：乙局, or names alone. */
        private static Reading<Units> units(String text) {
            Matcher named = LEADS.matcher(text.strip());
            Agency lead = null;
            if (named.find()) {
                lead = first(named.group(1)).value();
            }
            String plain = ROLE.matcher(text.strip()).replaceAll("、").replaceFirst("^、", "");
            Reading<List<Agency>> all = Agency.readAll(plain.replace('；', '、').replace(';', '、'));
            List<Agency> units = new ArrayList<>();
            for (Agency each : Objects.requireNonNullElse(all.value(), List.<Agency>of())) {
                Agency bare = Agency.parse(LEAD.matcher(each.text()).replaceAll(""));
                lead = lead == null && !bare.equals(each) ? bare : lead;
                units.add(bare);
            }
            if (units.isEmpty()) {
                return new Reading<>(text, null, all.repairs());
            }
            Agency first = lead;
            // The lead stands first whatever the order of the cell.
            units.sort(Comparator.comparing((Agency each) -> !each.equals(first)));
            List<Repair> repairs = new ArrayList<>(all.repairs());
            if (!plain.equals(text.strip()) || lead != null) {
                repairs.add(Repair.PART_ORDER);
            }
            return new Reading<>(text, new Units(units, lead), repairs);
        }

        /** A link is a published material; without one the cell may say why there is none. */
        private @Nullable DecisionMaterial material(Grid.Cell cell, @Nullable MaterialType type) {
            DecisionMaterialBuilder material = DecisionMaterialBuilder.builder().type(type);
            String text = DecisionTerms.line(cell.text);
            String link = !cell.links.isEmpty()
                    ? cell.links.get(0)
                    : WebLink.absolute(text) || text.matches("(?i)[\\w./%-]+\\.(?:html?|shtml|pdf|docx?|xlsx?|ofd|wps)")
                            ? text
                            : null;
            if (link != null) {
                boolean titled =
                        !text.isEmpty() && !text.equals(link) && !text.matches("(?:点击)?(?:查看|链接|详情|下载|打开)|已公开");
                return material.url(link)
                        .title(titled ? text : null)
                        .state(MaterialState.of(MaterialState.State.PUBLISHED))
                        .build();
            }
            Matcher reasoned = REASONED.matcher(text);
            boolean isReasoned = text.length() <= LONGEST_REASON && reasoned.matches();
            String state = terms.term("material", isReasoned ? reasoned.group(1) : text);
            if (state == null && LegacyText.nullToken(LegacyText.withoutInvisible(text))) {
                state = MaterialState.State.NOT_YET.label();
            }
            return state == null
                    ? null
                    : material.state(MaterialState.parse(state))
                            .reason(isReasoned ? reasoned.group(2) : null)
                            .build();
        }

        /** A name with all but its first character hidden, unless it is masked already or no name of a person. */
        private static String masked(String name) {
            List<PersonalData.Match> found = PersonalData.find("反馈人", name);
            return found.isEmpty()
                    ? name
                    : name.substring(0, found.get(0).start())
                            + found.get(0).masked()
                            + name.substring(found.get(0).end());
        }

        private @Nullable String string(DecisionMeaning meaning) {
            Object value = values.get(meaning);
            return value == null ? null : value.toString();
        }

        DecisionMatter matter() {
            Units units = (Units) values.get(DecisionMeaning.UNITS);
            Units partners = (Units) values.get(DecisionMeaning.PARTNERS);
            Agency lead = (Agency) values.get(DecisionMeaning.LEAD);
            Set<Agency> all = new LinkedHashSet<>();
            if (lead != null) {
                all.add(lead);
            }
            if (units != null) {
                all.addAll(units.all());
            }
            // Where others take part in a column of their own, the one unit that is responsible leads.
            if (lead == null && units != null) {
                lead = units.lead() == null && partners != null && units.all().size() == 1
                        ? units.all().get(0)
                        : units.lead();
            }
            if (partners != null) {
                all.addAll(partners.all());
            }
            Set<DecisionProcedure> procedures = new LinkedHashSet<>();
            if (values.get(DecisionMeaning.PROCEDURES) instanceof List<?> named) {
                named.forEach(each -> procedures.add((DecisionProcedure) each));
            }
            procedures.addAll(marked);
            String kindText = string(DecisionMeaning.KIND);
            String stage = string(DecisionMeaning.STAGE);
            DocumentNumber number = (DocumentNumber) values.get(DecisionMeaning.DOCUMENT_NUMBER);
            LocalDate issued = (LocalDate) values.get(DecisionMeaning.ISSUED_ON);
            return DecisionMatterBuilder.builder()
                    .sequence(string(DecisionMeaning.NUMBER))
                    .name(string(DecisionMeaning.NAME))
                    .decisionKind(kindText == null ? null : DecisionKind.parse(kindText))
                    .units(List.copyOf(all))
                    .lead(all.size() > 1 ? lead : null)
                    .legalBases(bases())
                    .plannedTime((PlannedTime) values.get(DecisionMeaning.TIME))
                    .procedures(List.copyOf(procedures))
                    .stage(stage == null ? null : DecisionStage.parse(stage))
                    .result(number == null && issued == null ? null : new DecisionResult(null, number, issued))
                    .materials(materials)
                    .note(string(DecisionMeaning.NOTE))
                    .build();
        }

        private List<String> bases() {
            return values.get(DecisionMeaning.BASES) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        Opinion opinion() {
            String adoption = string(DecisionMeaning.ADOPTION);
            return OpinionBuilder.builder()
                    .number(string(DecisionMeaning.NUMBER))
                    .contributor(string(DecisionMeaning.CONTRIBUTOR))
                    .text(string(DecisionMeaning.TEXT))
                    .count((Integer) values.get(DecisionMeaning.COUNT))
                    .adoption(adoption == null ? null : Adoption.parse(adoption))
                    .reason(string(DecisionMeaning.REASON))
                    .build();
        }
    }

    /** The units of a matter, and which of them leads. */
    private record Units(List<Agency> all, @Nullable Agency lead) {}

    private void account(
            Grid.Cell cell,
            Column column,
            FieldFate fate,
            @Nullable String target,
            @Nullable String result,
            List<String> reasons) {
        boolean hidden = column.personal() || column.meaning() == DecisionMeaning.CONTRIBUTOR;
        String value = hidden && !cell.blank()
                ? column.personal() ? "***" : Row.masked(cell.text)
                : PersonalData.masked(cell.text);
        fates.account(cell, column.label(), fate, value, target, result, reasons);
    }
}
