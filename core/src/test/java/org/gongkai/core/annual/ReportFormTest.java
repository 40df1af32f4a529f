package org.gongkai.core.annual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReportFormTest {

    private static List<FormRow> leaves(ReportForm form) {
        return form.rows(ReportTable.REQUESTS).stream()
                .filter(each -> each.kind() == FormRow.Kind.LEAF)
                .toList();
    }

    private static ReportForm of(int year) {
        return Objects.requireNonNull(ReportForm.of(year));
    }

    @Test
    void theFormFollowsFromTheYearReportedOn() {
        assertNull(ReportForm.of(2018));
        assertEquals("2019-trial", of(2019).code());
        assertEquals("2019-trial", of(2020).code());
        assertEquals("2021", of(2021).code());
        assertEquals("2021", of(2030).code());
    }

    @Test
    void theFormOf2021HasThirtyRowsInTable3WithTwentyOneResults() {
        assertEquals(6, of(2021).rows(ReportTable.PROACTIVE).size());
        assertEquals(30, of(2021).rows(ReportTable.REQUESTS).size());
        assertEquals(21, leaves(of(2021)).size());
        assertEquals(3, of(2021).rows(ReportTable.DISPUTES).size());
    }

    @Test
    void theTrialFormHasNineteenResultsAndCountsMatters() {
        assertEquals(19, leaves(of(2019)).size());
        assertEquals(8, of(2019).rows(ReportTable.PROACTIVE).size());
        assertNotNull(of(2019).row(ReportTable.PROACTIVE, "20(九)政府集中采购"));
    }

    @Test
    void everyRowButAHeadingHasColumnsAndNoCodeStandsTwice() {
        for (ReportForm form : ReportForm.all()) {
            for (ReportTable table : ReportTable.values()) {
                List<FormRow> rows = form.rows(table);
                assertEquals(
                        rows.size(), rows.stream().map(FormRow::code).distinct().count());
                rows.forEach(each -> assertEquals(
                        each.kind() == FormRow.Kind.HEADING, each.columns().isEmpty(), each.code()));
            }
        }
    }
}
