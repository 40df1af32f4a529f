package org.gongkai.core.assistance;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to what is paid in a place on a day.
 *
 * <p>Some notices are known by their month or year only, and some scopes by their name only. Then several lines can
 * be the one in force; all of them are given and none is guessed.
 *
 * @param place the place asked for
 * @param slot the item, residence and grade asked for
 * @param day the day asked for
 * @param known the line that is in force by what is known: it has begun for certain, it has not ended, and no other
 *     line began later for certain; null when there is none
 * @param possible every line that may be in force on the day, the known one included, in the order of the schedule
 * @param certain true when the known line is in force however the unknown days fall
 * @param followed the answer whose amount the known line takes over when it has none of its own: that of the item it
 *     follows (参照), or of the day before it when it goes on unchanged (继续执行); otherwise null
 */
public record StandardInForce(
        String place,
        AssistanceSchedule.Slot slot,
        LocalDate day,
        @Nullable AssistanceStandard known,
        List<AssistanceStandard> possible,
        boolean certain,
        @Nullable StandardInForce followed) {

    public StandardInForce {
        possible = List.copyOf(possible);
    }

    /**
     * The amount of the known line, or the one that it takes over.
     *
     * @return the amount, or null when there is none
     */
    public @Nullable Amount amount() {
        if (known == null) {
            return null;
        }
        Amount own = known.price();
        return own == null && followed != null ? followed.amount() : own;
    }

    /**
     * Tells whether the amount is the same whichever of the possible lines is in force.
     *
     * @return true when there is an amount and no possible line has another
     */
    public boolean settled() {
        return amount() != null
                && (certain
                        || possible.stream().allMatch(each -> each == known || Objects.equals(each.price(), amount())));
    }

    /**
     * Tells whether no line can be in force.
     *
     * @return true when nothing is in force
     */
    public boolean isEmpty() {
        return possible.isEmpty();
    }
}
