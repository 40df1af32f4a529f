package org.gongkai.validation.rules.register;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.register.ErrorReport;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;

/** The rules of error reports that look at several fields. */
public final class ErrorReportRules implements KindRules<ErrorReport> {

    /** A rule of one province; the national limit is not verified. */
    private static final int WORKING_DAYS = 3;

    private final List<Element<ErrorReport>> elements;
    private final WorkingCalendar calendar;

    public ErrorReportRules(Profile profile, WorkingCalendar calendar) {
        this.elements = new ElementTable<>(RecordKind.of(ErrorReport.class), profile).elements();
        this.calendar = calendar;
    }

    @Override
    public List<Element<ErrorReport>> elements() {
        return elements;
    }

    @Override
    public void check(ErrorReport record, LocalDate today, Hearing hearing) {
        LocalDate received = record.receivedOn();
        LocalDate due = record.dueOn();
        if (due == null && received != null) {
            due = calendar.plusWorkingDaysOrProvisional(received, WORKING_DAYS).to();
        }
        LocalDate done = record.answeredOn() == null ? today : record.answeredOn();
        if (due != null && done.isAfter(due)) {
            hearing.report("errorReport.late", "/answeredOn", done.toString(), due.toString());
        }
        if (Boolean.TRUE.equals(record.fixed()) && record.answeredOn() == null) {
            hearing.report("errorReport.fixedUnproved", "/fixed", null, null);
        }
    }
}
