package org.gongkai.cli.assistance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.gongkai.core.assistance.Amount;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceSchedule;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.CategoryScheme;
import org.gongkai.core.assistance.HeadingState;
import org.gongkai.core.assistance.StandardChange;
import org.gongkai.core.assistance.StandardInForce;
import org.gongkai.core.source.Location;
import org.gongkai.export.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule says of a place on a day.
 *
 * @param place the place
 * @param on the day
 * @param scheme the headings
 * @param inForce what is in force or may be
 * @param headings how each heading stands
 * @param toLapse the lines in force with a stated end, the next to lapse first
 * @param since the day to compare with, or null
 * @param changes what changed from that day on; empty without one
 * @param whereIs tells where a line was read, or null
 */
record AssistanceAnswer(
        String place,
        LocalDate on,
        CategoryScheme scheme,
        List<StandardInForce> inForce,
        List<HeadingState> headings,
        List<AssistanceStandard> toLapse,
        @Nullable LocalDate since,
        List<StandardChange> changes,
        Function<AssistanceStandard, @Nullable Location> whereIs) {

    static AssistanceAnswer of(
            AssistanceSchedule schedule,
            String place,
            LocalDate on,
            @Nullable LocalDate since,
            CategoryScheme scheme,
            Function<AssistanceStandard, @Nullable Location> whereIs) {
        return new AssistanceAnswer(
                place,
                on,
                scheme,
                schedule.inForce(place, on),
                schedule.headings(place, on, scheme),
                schedule.nextToLapse(place, on),
                since,
                since == null ? List.of() : schedule.changes(place, since, on),
                whereIs);
    }

    /** Whether no line holds in the place on any day asked for: its name is most likely another. */
    boolean nothingKnown() {
        return inForce.isEmpty() && changes.isEmpty();
    }

    List<String> missing() {
        return headings.stream()
                .filter(HeadingState::missing)
                .map(each -> each.category().name())
                .toList();
    }

    List<String> uncertain() {
        return headings.stream()
                .filter(each -> !each.missing() && !each.known())
                .map(each -> each.category().name())
                .toList();
    }

    /** The lines that may be in force instead of the known one, with another amount. */
    static List<AssistanceStandard> others(StandardInForce answer) {
        return answer.possible().stream()
                .filter(each -> each != answer.known() && each.price() != null)
                .filter(each -> !each.price().equals(answer.amount()))
                .toList();
    }

    /** Writes one object. */
    void json(PrintStream out) throws IOException {
        Whole whole = new Whole(
                place,
                on,
                scheme.name(),
                inForce.stream().map(this::line).toList(),
                missing(),
                uncertain(),
                toLapse.stream().map(this::sourced).toList(),
                since,
                since == null ? null : changes.stream().map(Change::of).toList());
        out.println(CanonicalJson.mapper().writeValueAsString(whole));
    }

    private Line line(StandardInForce answer) {
        return new Line(
                answer.slot().item().text(),
                nameOf(answer.slot().residence()),
                nameOf(answer.slot().support()),
                answer.slot().grade(),
                Money.of(answer.amount()),
                answer.settled(),
                answer.known() == null ? null : sourced(answer.known()),
                others(answer).stream().map(this::sourced).toList());
    }

    private static @Nullable String nameOf(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private Sourced sourced(AssistanceStandard line) {
        Location location = whereIs.apply(line);
        return new Sourced(location == null ? null : location.toString(), line);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"place", "on", "scheme", "inForce", "missing", "uncertain", "toLapse", "since", "changes"})
    private record Whole(
            String place,
            LocalDate on,
            String scheme,
            List<Line> inForce,
            List<String> missing,
            List<String> uncertain,
            List<Sourced> toLapse,
            @Nullable LocalDate since,
            @Nullable List<Change> changes) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"item", "residence", "support", "grade", "amount", "settled", "standard", "perhaps"})
    private record Line(
            String item,
            @Nullable String residence,
            @Nullable String support,
            @Nullable String grade,
            @Nullable Money amount,
            boolean settled,
            @Nullable Sourced standard,
            List<Sourced> perhaps) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"source", "record"})
    private record Sourced(@Nullable String source, AssistanceStandard record) {}

    @JsonPropertyOrder({"value", "unit"})
    private record Money(BigDecimal value, AmountUnit unit) {

        static @Nullable Money of(@Nullable Amount amount) {
            return amount == null ? null : new Money(amount.value(), amount.unit());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"item", "residence", "support", "grade", "before", "after", "difference", "growth"})
    private record Change(
            String item,
            @Nullable String residence,
            @Nullable String support,
            @Nullable String grade,
            @Nullable Money before,
            @Nullable Money after,
            @Nullable Money difference,
            @Nullable BigDecimal growth) {

        static Change of(StandardChange change) {
            return new Change(
                    change.slot().item().text(),
                    nameOf(change.slot().residence()),
                    nameOf(change.slot().support()),
                    change.slot().grade(),
                    Money.of(change.before().amount()),
                    Money.of(change.after().amount()),
                    Money.of(change.difference()),
                    change.growth());
        }
    }
}
