package org.gongkai.ingest.assistance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.gongkai.core.assistance.AmountChange;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.assistance.SupportWay;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Span;
import org.jspecify.annotations.Nullable;

/** A standard in the making, and the words of each of its values. */
final class StandardDraft {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final Set<String> CARE = Set.of("全", "半", "自理");

    final Scanned text;
    final AssistanceItem item;

    @Nullable
    Span itemSpan;

    @Nullable
    Residence residence;

    @Nullable
    Span residenceSpan;

    @Nullable
    SupportWay support;

    @Nullable
    Span supportSpan;

    Set<String> grades = Set.of();

    @Nullable
    Span gradeSpan;

    @Nullable
    BigDecimal amount;

    @Nullable
    Span amountSpan;

    @Nullable
    AmountUnit unit;

    @Nullable
    Span unitSpan;

    boolean atLeast;

    @Nullable
    AmountChange change;

    @Nullable
    BigDecimal previous;

    @Nullable
    Span previousSpan;

    /** The number of per cent by which it rose, or null. */
    @Nullable
    Span growthSpan;

    @Nullable
    AssistanceItem follows;

    /** The regions that the words beside the amount name. */
    List<String> regions = List.of();

    /** Whether the words beside it are names that only other such lines make names of regions. */
    boolean namesOnly;

    StandardDraft(Scanned text, AssistanceItem item) {
        this.text = text;
        this.item = item;
    }

    void take(Whom whom, boolean programme) {
        itemSpan = whom.words();
        residence = whom.residence();
        residenceSpan = whom.residenceWords();
        boolean orphan =
                item.equals(AssistanceItem.ORPHAN_IN_INSTITUTION) || item.equals(AssistanceItem.ORPHAN_IN_FAMILY);
        support = orphan ? null : whom.support();
        supportSpan = whom.supportWords();
        grades = programme ? whom.allGrades() : fitting(whom.allGrades());
        gradeSpan = whom.gradeWords();
    }

    /** Grades of care belong to care, those of disability to the subsidies. */
    private Set<String> fitting(Set<String> all) {
        boolean care = item.equals(AssistanceItem.EXTREME_HARDSHIP_CARE)
                || item.equals(AssistanceItem.EXTREME_HARDSHIP_LIVING);
        boolean classed = Phrase.byAge(item) || all.stream().allMatch(each -> each.endsWith("档"));
        boolean disability =
                item.equals(AssistanceItem.DISABILITY_LIVING) || item.equals(AssistanceItem.DISABILITY_NURSING);
        boolean cares = CARE.containsAll(all);
        return care && cares || disability && !cares || classed ? all : Set.of();
    }

    /** Whether another amount says the same in another unit: 550 a month and 6600 a year. */
    boolean sameAs(Money other, AmountUnit.@Nullable Period period) {
        BigDecimal own = amount;
        if (own == null || unit == null || period == null) {
            return false;
        }
        BigDecimal yearly = own.multiply(BigDecimal.valueOf(unit.timesAYear()));
        BigDecimal others = period == AmountUnit.Period.MONTH ? other.value().multiply(MONTHS) : other.value();
        return yearly.compareTo(others) == 0;
    }

    /** What parts it from the other lines of the text, its region aside. */
    List<Object> key() {
        return List.of(
                item, String.valueOf(residence), String.valueOf(support), grades, unit == null ? "" : unit.yearly());
    }
}
