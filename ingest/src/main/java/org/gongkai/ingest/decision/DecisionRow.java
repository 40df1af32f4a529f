package org.gongkai.ingest.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.DateText;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.decision.Adoption;
import org.gongkai.core.decision.DecisionKind;
import org.gongkai.core.decision.DecisionMaterial;
import org.gongkai.core.decision.DecisionMatter;
import org.gongkai.core.decision.DecisionMatterBuilder;
import org.gongkai.core.decision.DecisionProcedure;
import org.gongkai.core.decision.DecisionResult;
import org.gongkai.core.decision.DecisionStage;
import org.gongkai.core.decision.Opinion;
import org.gongkai.core.decision.OpinionBuilder;
import org.gongkai.core.decision.PlannedTime;
import org.gongkai.core.decision.PublicConsultationBuilder;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.decision.DecisionValues.Units;
import org.gongkai.ingest.decision.DecisionWords.Kind;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableRow;
import org.jspecify.annotations.Nullable;

/** One row of a table of decisions: a matter of a catalogue, or an opinion. Not thread-safe; made for one row. */
final class DecisionRow {

    private static final String BASES = "\\s*[;；\\n]\\s*|(?<=[》〉])、(?=[《〈])";
    /** What stands in the column of opinions where somebody had none. */
    private static final Set<String> NO_OPINION = Set.of("无意见", "没有意见", "无修改意见", "未提意见", "无反馈意见", "无不同意见");

    /** 公示期内未收到反馈意见: said of the consultation, so that nobody's opinion is left out. */
    private static final Pattern NONE_RECEIVED =
            Pattern.compile("(?:本次|此次)?(?:公开)?(?:征求|征集|听取|公示)?(?:意见)?(?:期间|期内|期限内|时间内|过程中)?[,，:：]?"
                    + "(?:暂|均|尚|共)?(?:未|没有)(?:收到|接到|收集到|征集到|征求到|收到过)"
                    + "(?:任何|相关|有关|其他|书面)?(?:(?:社会)?公众|群众|市民|单位和个人|单位或个人)?的?"
                    + "(?:反馈|修改|不同)?(?:的)?(?:意见(?:和|或|及|、)?建议|意见|建议|反馈|异议)[。.]?");

    private static final Pattern DROPPED = Pattern.compile(
            "(?:现|予以|拟|已|已经|本次|申请)?(?:删除|取消|撤销|撤回|移出|调出|退出|终止|剔除|移除|不再实施|不再列入|暂不实施)(?:事项|项目|目录|该事项|实施)?");

    private final DecisionTable table;
    private final TableRow row;
    private final Map<DecisionMeaning, Object> values = new EnumMap<>(DecisionMeaning.class);
    private final List<DecisionProcedure> marked = new ArrayList<>();
    private final List<DecisionMaterial> materials = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    DecisionRow(DecisionTable table, TableRow row) {
        this.table = table;
        this.row = row;
    }

    /** The text of the first filled cell of a meaning, or what it takes from the row above; null for none. */
    @Nullable
    String peek(DecisionMeaning meaning) {
        for (int c = 0; c < table.width(row); c++) {
            if (table.meaning(c) == meaning && !row.text(c).isBlank()) {
                return DecisionTerms.line(row.text(c));
            }
        }
        return null;
    }

    /** Whether the row says of somebody that they have no opinion. */
    boolean withoutOpinion() {
        String text = peek(DecisionMeaning.TEXT);
        String adoption = peek(DecisionMeaning.ADOPTION);
        boolean nothing = text == null
                || NO_OPINION.contains(LegacyText.withoutBlanks(text))
                || NONE_RECEIVED.matcher(LegacyText.withoutBlanks(text)).matches()
                || LegacyText.nullToken(LegacyText.withoutInvisible(text));
        return nothing
                && (adoption == null || LegacyText.nullToken(LegacyText.withoutInvisible(adoption)))
                && counted().isEmpty();
    }

    /** How many of the row came to each outcome by columns of their own: a number, or 是 for a mark. */
    private Map<Adoption.Outcome, Object> counted() {
        Map<Adoption.Outcome, Object> counted = new EnumMap<>(Adoption.Outcome.class);
        for (int c = 0; c < table.width(row); c++) {
            DecisionMeaning meaning = table.meaning(c);
            Adoption.Outcome outcome = meaning == null ? null : meaning.outcome();
            Object told = outcome == null || row.text(c).isBlank()
                    ? null
                    : DecisionValues.tally(row.text(c), table.marks(meaning)).value();
            if (outcome != null && told != null && !told.equals(0)) {
                counted.put(outcome, told);
            }
        }
        return counted;
    }

    /** The first cell that says that the matter was taken out of the catalogue, such as 删除 below 调整情况; or null. */
    Grid.@Nullable Cell dropped() {
        for (int c = 0; c < row.cells().size(); c++) {
            DecisionMeaning meaning = table.meaning(c);
            boolean open = meaning == null || meaning == DecisionMeaning.STAGE;
            boolean remark = meaning == DecisionMeaning.REMARK || meaning == DecisionMeaning.NOTE;
            if ((open || remark)
                    && DROPPED.matcher(LegacyText.withoutBlanks(row.text(c))).matches()) {
                return row.cells().get(c);
            }
        }
        return null;
    }

    void read(String at) {
        for (int c = 0; c < row.cells().size(); c++) {
            Grid.Cell cell = row.cells().get(c);
            DecisionMeaning meaning = table.meaning(c);
            String left = table.leftOut(c);
            if (left != null) {
                table.put(cell, c, FieldFate.IGNORED, null, null, List.of(left));
            } else if (meaning == null || !table.wanted(meaning)) {
                table.put(
                        cell,
                        c,
                        cell.blank() ? FieldFate.IGNORED : FieldFate.UNMAPPED,
                        null,
                        null,
                        List.of(cell.blank() ? "blank" : "unknown-label"));
            } else {
                place(cell, c, meaning, at);
            }
        }
        row.carried().forEach((c, text) -> {
            DecisionMeaning meaning = table.meaning(c);
            Object value = meaning == null || !table.wanted(meaning)
                    ? null
                    : value(text, null, c, meaning).value();
            if (value != null) {
                values.putIfAbsent(meaning, value);
            }
        });
    }

    private void place(Grid.Cell cell, int c, DecisionMeaning meaning, String at) {
        String target = target(meaning, at);
        if (cell.blank() && cell.links.isEmpty()) {
            table.put(cell, c, FieldFate.MAPPED, target, null, List.of());
            return;
        }
        Reading<?> reading = value(cell.text, cell, c, meaning);
        if (reading.repairs().contains(Repair.NULL_TOKEN) && reading.value() == null) {
            table.put(cell, c, FieldFate.REPAIRED, target, null, List.of(Repair.NULL_TOKEN.code()));
            return;
        }
        Object value = reading.value();
        if (value == null) {
            table.unreadable(cell, c, meaning.path());
            return;
        }
        if (!take(meaning, value, c)) {
            table.put(cell, c, FieldFate.UNMAPPED, null, null, List.of("other-value-taken"));
            return;
        }
        List<String> reasons =
                new ArrayList<>(reading.repairs().stream().map(Repair::code).toList());
        if (value instanceof CommentPeriod period && period.until() == null) {
            table.withoutLastDay(cell, c);
        }
        if (meaning == DecisionMeaning.CONTRIBUTOR && !value.equals(DecisionTerms.line(cell.text))) {
            table.masked(c);
            reasons.add("personal-data");
        }
        table.put(
                cell,
                c,
                reasons.isEmpty() ? FieldFate.MAPPED : FieldFate.REPAIRED,
                target,
                shown(value).equals(cell.text) ? null : shown(value),
                reasons);
    }

    /** Takes a value; false when another has been taken. */
    private boolean take(DecisionMeaning meaning, Object value, int c) {
        switch (meaning) {
            case MATERIAL -> materials.add((DecisionMaterial) value);
            case PROCEDURE -> {
                if (value.equals("是")) {
                    marked.add(Objects.requireNonNull(
                            Objects.requireNonNull(table.sense(c)).procedure()));
                }
            }
            case REMARK -> remarks.add(table.label(c) + '：' + value);
            case NOTE -> remarks.add(value.toString());
            default -> {
                Object before = values.putIfAbsent(meaning, value);
                return before == null || before.equals(value);
            }
        }
        return true;
    }

    private static String shown(Object value) {
        if (value instanceof List<?> list) {
            return String.join("；", list.stream().map(String::valueOf).toList());
        }
        if (value instanceof DecisionMaterial material) {
            return Objects.requireNonNullElse(material.url(), String.valueOf(material.state()));
        }
        return value instanceof Units units ? shown(units.all()) : value.toString();
    }

    private String target(DecisionMeaning meaning, String at) {
        return at
                + switch (meaning) {
                    case NUMBER -> table.kind() == Kind.OPINIONS ? "/number" : "/sequence";
                    case NAME -> table.kind() == Kind.MATTERS ? "/name" : "/matter/name";
                    case COUNT -> table.kind() == Kind.NUMBERS ? "/received" : "/count";
                    case ADOPTED, PARTLY_ADOPTED, REJECTED ->
                        table.kind() == Kind.NUMBERS ? '/' + meaning.path() : "/count";
                    case REASON -> table.kind() == Kind.NUMBERS ? "/rejectionReasons" : "/reason";
                    case UNITS -> table.kind() == Kind.NUMBERS ? "/body" : "/units";
                    case PERIOD -> "/openFrom";
                    case PARTNERS -> "/units";
                    case PROCEDURE -> "/procedures";
                    case REMARK -> "/note";
                    case MATERIAL -> "/materials/" + materials.size();
                    case DOCUMENT_NUMBER -> "/result/documentNumber";
                    case ISSUED_ON -> "/result/issuedOn";
                    default -> "/" + meaning.path();
                };
    }

    private Reading<?> value(String text, Grid.@Nullable Cell cell, int c, DecisionMeaning meaning) {
        return switch (meaning) {
            case UNITS -> table.kind() == Kind.NUMBERS ? DecisionValues.oneUnit(text) : DecisionValues.units(text);
            case PARTNERS -> DecisionValues.units(text);
            case LEAD -> DecisionValues.first(text);
            case BASES -> DecisionValues.parts(text, BASES);
            case PROCEDURES -> DecisionValues.procedures(text);
            case PROCEDURE -> table.marks(meaning).read(text);
            case TIME -> Reading.clean(text, PlannedTime.read(DecisionTerms.line(text), table.year()));
            case STAGE -> DecisionValues.term("stage", text);
            case ADOPTION -> DecisionValues.adoption(text);
            case ISSUED_ON, OPEN_FROM, OPEN_UNTIL -> DateText.read(text);
            case PERIOD -> CommentPeriod.read(text);
            case DOCUMENT_NUMBER -> DocumentNumber.read(text);
            case MATERIAL ->
                Reading.clean(
                        text,
                        DecisionValues.material(
                                Objects.requireNonNull(cell),
                                Objects.requireNonNull(table.sense(c)).material()));
            case CONTRIBUTOR -> Reading.clean(text, DecisionValues.masked(DecisionTerms.line(text)));
            case COUNT -> DecisionValues.count(text);
            case ADOPTED, PARTLY_ADOPTED, REJECTED -> DecisionValues.tally(text, table.marks(meaning));
            case REASON -> DecisionValues.reason(text);
            default -> DecisionValues.plain(text);
        };
    }

    private @Nullable String string(DecisionMeaning meaning) {
        Object value = values.get(meaning);
        return value == null ? null : value.toString();
    }

    DecisionMatter matter() {
        Units units = (Units) values.get(DecisionMeaning.UNITS);
        Units partners = (Units) values.get(DecisionMeaning.PARTNERS);
        Agency ownColumn = (Agency) values.get(DecisionMeaning.LEAD);
        Agency lead = ownColumn;
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
        String kind = string(DecisionMeaning.KIND);
        String stage = string(DecisionMeaning.STAGE);
        DocumentNumber number = (DocumentNumber) values.get(DecisionMeaning.DOCUMENT_NUMBER);
        LocalDate issued = (LocalDate) values.get(DecisionMeaning.ISSUED_ON);
        return DecisionMatterBuilder.builder()
                .sequence(string(DecisionMeaning.NUMBER))
                .name(string(DecisionMeaning.NAME))
                .decisionKind(kind == null ? null : DecisionKind.parse(kind))
                .units(List.copyOf(all))
                .lead(ownColumn != null || all.size() > 1 ? lead : null)
                .legalBases(bases())
                .plannedTime((PlannedTime) values.get(DecisionMeaning.TIME))
                .procedures(List.copyOf(procedures))
                .stage(stage == null ? null : DecisionStage.parse(stage))
                .result(number == null && issued == null ? null : new DecisionResult(null, number, issued))
                .materials(materials)
                .note(remarks.isEmpty() ? null : String.join("；", remarks))
                .build();
    }

    private List<String> bases() {
        return values.get(DecisionMeaning.BASES) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The opinions of the row: one, or where columns count the outcomes one for each that anything came to. */
    List<Opinion> opinions() {
        Map<Adoption.Outcome, Object> counted = counted();
        boolean marked = counted.containsValue("是");
        if (counted.isEmpty() || marked && counted.size() > 1) {
            return List.of(opinion());
        }
        boolean refused = counted.size() > 1 || !counted.containsKey(Adoption.Outcome.ADOPTED);
        List<Opinion> opinions = new ArrayList<>();
        counted.forEach((outcome, told) -> {
            OpinionBuilder opinion = OpinionBuilder.builder(opinion()).adoption(Adoption.of(outcome));
            if (told instanceof Integer count) {
                opinion.count(count);
            }
            if (outcome == Adoption.Outcome.ADOPTED && refused) {
                opinion.reason(null);
            }
            opinions.add(opinion.build());
        });
        return opinions;
    }

    /** Whether marks stand under several outcomes, of which one is right at most. */
    boolean markedTwice() {
        Map<Adoption.Outcome, Object> counted = counted();
        return counted.size() > 1 && counted.containsValue("是");
    }

    /** What the outcomes come to where that is another number than were received; else null. */
    @Nullable
    Integer otherSum() {
        Map<Adoption.Outcome, Object> counted = counted();
        Object received = values.get(DecisionMeaning.COUNT);
        if (counted.isEmpty() || received == null || counted.containsValue("是")) {
            return null;
        }
        int sum = counted.values().stream().mapToInt(each -> (Integer) each).sum();
        if (sum < (Integer) received && !table.has(DecisionMeaning.REJECTED)) {
            // A table that counts what was adopted alone says nothing of the rest.
            return null;
        }
        return received.equals(sum) ? null : Integer.valueOf(sum);
    }

    /** Puts the numbers of the row into a consultation; what a column gives and nobody can read has no default. */
    void numbers(PublicConsultationBuilder consultation) {
        for (int c = 0; c < row.cells().size(); c++) {
            DecisionMeaning meaning = table.meaning(c);
            if (meaning == null || row.text(c).isBlank()) {
                continue;
            }
            Object value = values.get(meaning);
            Integer number = value instanceof Integer count ? count : null;
            switch (meaning) {
                case COUNT -> consultation.received(number);
                case ADOPTED -> consultation.adopted(number);
                case PARTLY_ADOPTED -> consultation.partlyAdopted(number);
                case REJECTED -> consultation.rejected(number);
                case REASON -> consultation.rejectionReasons(string(DecisionMeaning.REASON));
                case UNITS -> consultation.body(value instanceof Agency body ? body : null);
                case OPEN_FROM -> consultation.openFrom(value instanceof LocalDate day ? day : null);
                case OPEN_UNTIL -> consultation.openUntil(value instanceof LocalDate day ? day : null);
                case PERIOD -> {
                    CommentPeriod period = value instanceof CommentPeriod read ? read : null;
                    if (values.get(DecisionMeaning.OPEN_FROM) == null) {
                        consultation.openFrom(period == null ? null : period.from());
                    }
                    if (values.get(DecisionMeaning.OPEN_UNTIL) == null) {
                        consultation.openUntil(period == null ? null : period.until());
                    }
                }
                default -> {}
            }
        }
    }

    private Opinion opinion() {
        String adoption = string(DecisionMeaning.ADOPTION);
        String cell = peek(DecisionMeaning.ADOPTION);
        String behind = cell == null ? null : DecisionValues.reasonBehind(cell);
        String reason = Stream.of(behind, string(DecisionMeaning.REASON))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("；"));
        return OpinionBuilder.builder()
                .number(string(DecisionMeaning.NUMBER))
                .contributor(string(DecisionMeaning.CONTRIBUTOR))
                .text(string(DecisionMeaning.TEXT))
                .count((Integer) values.get(DecisionMeaning.COUNT))
                .adoption(adoption == null ? null : Adoption.parse(adoption))
                .reason(reason.isEmpty() ? null : reason)
                .build();
    }
}
