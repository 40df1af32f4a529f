package org.gongkai.validation.rules.assistance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.Confirmation;
import org.gongkai.core.assistance.Amount;
import org.gongkai.core.assistance.AmountChange;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.calendar.Deadline;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.Duty;
import org.gongkai.core.calendar.DutyCheck;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.assistance.AssistanceAudit;
import org.gongkai.validation.profile.AssistanceSettings;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;

/**
 * The rules of one line of assistance standards that look at several of its fields. Ratios, gaps and headings look at
 * several lines and stand in {@link AssistanceAudit}.
 */
public final class AssistanceStandardRules implements KindRules<AssistanceStandard> {

    private final AssistanceSettings settings;
    private final WorkingCalendar calendar;
    private final Duty disclosure = Duties.catalogue().get("assistance-publish");
    private final List<Element<AssistanceStandard>> elements;

    public AssistanceStandardRules(Profile profile, WorkingCalendar calendar) {
        this.settings = profile.assistance();
        this.calendar = calendar;
        this.elements = new ElementTable<>(RecordKind.of(AssistanceStandard.class), profile)
                .demand("amount", "assistance.amount.missing", line -> !refers(line))
                .demand("unit", "assistance.unit.missing", line -> line.amount() != null)
                .elements();
    }

    @Override
    public List<Element<AssistanceStandard>> elements() {
        return elements;
    }

    @Override
    public void check(AssistanceStandard line, LocalDate today, Hearing hearing) {
        checkAmount(line, hearing);
        checkItem(line, hearing);
        checkDates(line, hearing);
        checkGrowth(line, hearing);
        checkConfirmation(line, today, hearing);
    }

    /** An amount that holds until further notice is looked at again from time to time. */
    private static void checkConfirmation(AssistanceStandard line, LocalDate today, Hearing hearing) {
        LocalDate confirmed = line.lastConfirmedOn();
        LocalDate end = line.effectiveTo() == null ? null : line.effectiveTo().latest();
        if (confirmed != null && (end == null || !end.isBefore(today)) && Confirmation.stale(confirmed, today)) {
            hearing.report("assistance.lastConfirmedOn.stale", "/lastConfirmedOn", confirmed.toString(), null);
        }
    }

    private static boolean refers(AssistanceStandard line) {
        return line.follows() != null || line.change() == AmountChange.UNCHANGED;
    }

    private static void checkAmount(AssistanceStandard line, Hearing hearing) {
        if (line.amount() == null && !refers(line)) {
            hearing.report("assistance.amount.missing", "/amount", null, null);
        }
        if (line.amount() != null && line.unit() == null) {
            hearing.report(
                    "assistance.unit.missing", "/unit", null, line.amount().toString());
        }
    }

    private void checkItem(AssistanceStandard line, Hearing hearing) {
        AssistanceItem item = line.item();
        if (item == null) {
            return;
        }
        if (item.equals(AssistanceItem.AVERAGE_PAYOUT)) {
            hearing.report("assistance.item.averagePayout", "/item", item.text(), null);
        } else if (!item.besideStandards() && !settings.scheme().knows(item)) {
            hearing.report(
                    "assistance.item.unlisted",
                    "/item",
                    item.text(),
                    settings.scheme().name());
        }
    }

    private void checkDates(AssistanceStandard line, Hearing hearing) {
        LocalDate latest =
                line.effectiveFrom() == null ? null : line.effectiveFrom().latest();
        if (latest != null
                && line.publishedOn() != null
                && latest.plusMonths(settings.backdatingMonths()).isBefore(line.publishedOn())) {
            hearing.report(
                    "assistance.effectiveFrom.longBefore",
                    "/effectiveFrom",
                    line.effectiveFrom().text(),
                    line.publishedOn().toString());
        }
        checkDisclosure(line, hearing);
    }

    // The period counts from the day on which the standard was made or obtained; the first day is not counted.
    private void checkDisclosure(AssistanceStandard line, Hearing hearing) {
        if (line.issuedOn() == null || line.publishedOn() == null) {
            return;
        }
        DutyCheck judged = disclosure.check(line.issuedOn(), line.publishedOn(), calendar);
        if (judged.breach()) {
            hearing.report(
                    "assistance.publishedOn.late",
                    "/publishedOn",
                    line.publishedOn().toString(),
                    String.valueOf(judged.limit()));
        } else if (judged.status() == DutyCheck.Status.CANNOT_SAY
                && judged.reason() != Deadline.Doubt.DONE_BEFORE_START) {
            hearing.report(
                    "assistance.publishedOn.notChecked",
                    "/publishedOn",
                    line.publishedOn().toString(),
                    line.issuedOn().toString());
        }
    }

    private static void checkGrowth(AssistanceStandard line, Hearing hearing) {
        Amount now = line.price();
        Amount before = line.previousPrice();
        if (now == null || before == null) {
            return;
        }
        if (line.growth() != null && before.value().signum() != 0) {
            int digits = Math.max(0, line.growth().scale());
            BigDecimal growth = now.perYear()
                    .subtract(before.perYear())
                    .movePointRight(2)
                    .divide(before.perYear(), digits + 3, RoundingMode.HALF_UP);
            // A stated percentage may have been rounded or cut to the digits it shows.
            if (line.growth().subtract(growth).abs().compareTo(BigDecimal.ONE.movePointLeft(digits)) >= 0) {
                hearing.report(
                        "assistance.growth.differs",
                        "/growth",
                        line.growth().toPlainString(),
                        growth.setScale(Math.max(1, digits), RoundingMode.HALF_UP)
                                .toPlainString());
            }
        }
        int order = now.compareYearly(before);
        if (line.change() == AmountChange.RAISED && order <= 0
                || line.change() == AmountChange.UNCHANGED && order != 0) {
            hearing.report("assistance.change.differs", "/change", line.change().label(), before + " → " + now);
        }
    }
}
