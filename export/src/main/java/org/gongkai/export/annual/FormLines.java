package org.gongkai.export.annual;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.ProcessingFees;
import org.gongkai.core.annual.ReportPeriod;
import org.gongkai.core.annual.ReportSection;
import org.gongkai.export.table.Markup;
import org.jspecify.annotations.Nullable;

/** The lines of a report in CSV, one for each figure and each text; what is no figure is named by the label of its field. */
final class FormLines {

    private final AnnualReport report;
    private final Appendable out;

    FormLines(AnnualReport report, Appendable out) {
        this.report = report;
        this.out = out;
    }

    void line(String section, String row, String column, @Nullable Object value) throws IOException {
        if (value != null) {
            Markup.csv(
                    out,
                    List.of(
                            Objects.toString(report.body(), ""),
                            Objects.toString(report.year(), ""),
                            section,
                            row,
                            column,
                            value instanceof BigDecimal sum ? sum.toPlainString() : value.toString()));
        }
    }

    void head() throws IOException {
        ReportPeriod period = report.period();
        line("", "", FormText.label("bodyKind"), report.bodyKind());
        line("", "", FormText.label("publishedOn"), report.publishedOn());
        line("", "", FormText.label("period.from"), period == null ? null : period.from());
        line("", "", FormText.label("period.until"), period == null ? null : period.until());
    }

    void sections() throws IOException {
        for (ReportSection each : report.sections()) {
            int number = Objects.requireNonNull(each.number());
            String numeral = ReportSection.NUMERALS.substring(number - 1, number);
            line(numeral, FormText.label("sections.title"), "", each.title());
            line(numeral, FormText.label("sections.text"), "", each.text());
        }
    }

    void fees() throws IOException {
        ProcessingFees fees = report.fees();
        if (fees != null) {
            line("六", FormText.label("fees"), FormText.label("fees.notices"), fees.notices());
            line("六", FormText.label("fees"), FormText.label("fees.noticed"), fees.noticed());
            line("六", FormText.label("fees"), FormText.label("fees.collected"), fees.collected());
        }
    }
}
