package org.gongkai.validation.obligation;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.gongkai.core.Bilingual;
import org.gongkai.core.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Something that bodies of a kind have to do each year, as a line of data says it. Either so many records of a kind are to be there by a
 * day, or the records that a body has are to break none of some rules.
 *
 * @param id its name in data and reports, such as {@code annual-report}
 * @param name what people call it
 * @param who the kinds of bodies; empty for all
 * @param record the code of the kind of record that shows it
 * @param where what of such records counts; all conditions are to hold
 * @param body the path of the field that names the body, or the bodies, or null for what the record says itself
 * @param times how many are to be there in the year
 * @param period whether records of the year count, or all
 * @param given what has to be given before anything is missing
 * @param needs paths of fields without which a record shows nothing of it
 * @param dated the path of the field with the day on which it was done, or null for the day that the record says itself; where it goes
 *     through a list, each entry of the list counts
 * @param yearly the path of the field, in the same list, with the year that an entry is of, or null for the year of its day
 * @param due the last day, or null for the end of the year
 * @param dueNextYear whether that day is one of the year after
 * @param rules the rules that the records are not to break; empty for one that counts records
 * @param from the first year, or null
 * @param until the last year, or null
 * @param source where it stands
 * @param evidence how well that is known
 */
public record Obligation(
        String id,
        Bilingual name,
        List<String> who,
        String record,
        List<RecordCondition> where,
        @Nullable String body,
        int times,
        ObligationPeriod period,
        RecordsGiven given,
        List<String> needs,
        @Nullable String dated,
        @Nullable String yearly,
        @Nullable MonthDay due,
        boolean dueNextYear,
        List<String> rules,
        @Nullable Integer from,
        @Nullable Integer until,
        String source,
        Evidence evidence) {

    /** Creates an obligation. */
    public Obligation {
        who = List.copyOf(who);
        where = List.copyOf(where);
        needs = List.copyOf(needs);
        rules = List.copyOf(rules);
    }

    /**
     * Whether it asks how the records are, not how many there are.
     *
     * @return true when it names rules
     */
    public boolean asksRules() {
        return !rules.isEmpty();
    }

    /**
     * Whether a text asks it in so many words. What is only derived from one advises, and nobody fails by it.
     *
     * @return true when the evidence is primary or a mirror
     */
    public boolean binding() {
        return evidence == Evidence.PRIMARY || evidence == Evidence.MIRROR;
    }

    /**
     * The last day for a year.
     *
     * @param year the year
     * @return the day; the last of the year where none is fixed
     */
    public LocalDate dueOn(int year) {
        return due == null ? LocalDate.of(year, 12, 31) : due.atYear(dueNextYear ? year + 1 : year);
    }
}
