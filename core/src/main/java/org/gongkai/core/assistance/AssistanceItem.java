package org.gongkai.core.assistance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.gongkai.core.Code;
import org.gongkai.core.text.LegacyText;

/**
 * What a standard prices: one fine-grained item such as 低保 or 特困照料护理, apart from residence and grade.
 *
 * <p>The constants are the items that notices of Shandong cities price; other items are allowed, since lists differ
 * by place and year. How items are grouped is the business of a {@link CategoryScheme}.
 *
 * @param text the item's name
 */
public record AssistanceItem(@JsonValue String text) implements Code {

    /** Subsistence allowance (最低生活保障). The amount is a ceiling: what is paid is the shortfall. */
    public static final AssistanceItem SUBSISTENCE = new AssistanceItem("低保");
    /** Basic living of people in extreme hardship (特困人员基本生活), paid in full. */
    public static final AssistanceItem EXTREME_HARDSHIP_LIVING = new AssistanceItem("特困基本生活");
    /** Care of people in extreme hardship, by how far they can look after themselves: 全, 半, 自理. */
    public static final AssistanceItem EXTREME_HARDSHIP_CARE = new AssistanceItem("特困照料护理");
    /** Orphans raised in an institution. */
    public static final AssistanceItem ORPHAN_IN_INSTITUTION = new AssistanceItem("机构养育孤儿");
    /** Orphans living in families. */
    public static final AssistanceItem ORPHAN_IN_FAMILY = new AssistanceItem("社会散居孤儿");
    /** Children whom in fact nobody raises. */
    public static final AssistanceItem UNATTENDED_CHILD = new AssistanceItem("事实无人抚养儿童");
    /** Children affected by AIDS. */
    public static final AssistanceItem CHILD_AFFECTED_BY_AIDS = new AssistanceItem("受艾滋病影响儿童");
    /** Children in particular hardship. */
    public static final AssistanceItem CHILD_IN_HARDSHIP = new AssistanceItem("重点困境儿童");
    /** Living subsidy for disabled people in difficulty, by sets of grades of disability. */
    public static final AssistanceItem DISABILITY_LIVING = new AssistanceItem("困难残疾人生活补贴");
    /** Nursing subsidy for severely disabled people, by sets of grades of disability. */
    public static final AssistanceItem DISABILITY_NURSING = new AssistanceItem("重度残疾人护理补贴");
    /** The average paid out a month and person. It stands beside the standard in some notices and is none. */
    public static final AssistanceItem AVERAGE_PAYOUT = new AssistanceItem("低保月人均补助");
    /**
     * The difference paid (补差), often by class of household (一类, A档): what is paid to those who have some income. It
     * stands beside the standard in some notices and is none; the class is the line's grade.
     */
    public static final AssistanceItem DIFFERENCE_PAID = new AssistanceItem("低保补差");
    /** The minimum wage. No standard of assistance, but the base of some. */
    public static final AssistanceItem MINIMUM_WAGE = new AssistanceItem("最低工资");

    /**
     * Creates an item from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public AssistanceItem {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a name as it stands.
     *
     * @param text any text, not null
     * @return the item
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AssistanceItem parse(String text) {
        return new AssistanceItem(text);
    }

    /**
     * Tells whether the item stands beside the standards in notices and is none: what is paid on an average, the
     * difference paid, the minimum wage.
     *
     * @return true for these three
     */
    public boolean besideStandards() {
        return equals(AVERAGE_PAYOUT) || equals(DIFFERENCE_PAID) || equals(MINIMUM_WAGE);
    }

    /** True when the name is not blank and has no blanks around it. */
    @Override
    public boolean wellFormed() {
        return !text.isEmpty() && text.equals(LegacyText.stripUnseen(text));
    }

    @Override
    public String toString() {
        return text;
    }
}
