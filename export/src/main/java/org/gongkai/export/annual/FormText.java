package org.gongkai.export.annual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.ProcessingFees;
import org.gongkai.core.annual.ReportPeriod;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportSection;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.kind.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What the form says outside its tables, line by line.
 *
 * @param title the title, with body and year
 * @param head day and period, as far as they are known
 * @param sections the six sections with their headings
 * @param notes for each section what nobody has given, or which rows its table has no place for; or null
 */
record FormText(String title, List<String> head, List<ReportSection> sections, List<@Nullable String> notes) {

    private static final int LAST = 6;

    private static final List<String> TITLES = List.of(
            "总体情况",
            ReportTable.PROACTIVE.title().zh(),
            ReportTable.REQUESTS.title().zh(),
            ReportTable.DISPUTES.title().zh(),
            "存在的主要问题及改进情况",
            "其他需要报告的情况");

    static FormText of(AnnualReport report, FormTables tables) {
        List<String> head = new ArrayList<>();
        if (report.publishedOn() != null) {
            head.add(label("publishedOn") + '：' + report.publishedOn());
        }
        ReportPeriod period = report.period();
        if (period != null && period.from() != null && period.until() != null) {
            head.add(label("period") + '：' + day(period.from()) + '至' + day(period.until()));
        }
        List<ReportSection> sections = sections(report);
        List<@Nullable String> notes = new ArrayList<>();
        for (ReportSection each : sections) {
            notes.add(note(report, each, tables));
        }
        return new FormText(Objects.requireNonNullElse(report.designation(), "政府信息公开工作年度报告"), head, sections, notes);
    }

    /** The Chinese label of a field of the report. */
    static String label(String field) {
        return Objects.requireNonNull(RecordKind.of(AnnualReport.class).field(field))
                .label()
                .zh();
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** The six sections, each with the heading of the form. */
    static List<ReportSection> sections(AnnualReport report) {
        List<ReportSection> sections = new ArrayList<>();
        for (int i = 1; i <= TITLES.size(); i++) {
            int number = i;
            String text = report.sections().stream()
                    .filter(each -> each.number() != null && each.number() == number)
                    .map(ReportSection::text)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("\n"));
            String fees = number == LAST && !text.contains("信息处理费") && !text.contains("收费通知") ? fees(report) : "";
            sections.add(new ReportSection(
                    number,
                    ReportSection.NUMERALS.charAt(i - 1) + "、" + TITLES.get(i - 1),
                    text + (text.isEmpty() || fees.isEmpty() ? "" : "\n") + fees));
        }
        return sections;
    }

    /** 信息处理费：发出收费通知1件，通知金额380元，实际收取380元。 Empty where nothing is known of them. */
    private static String fees(AnnualReport report) {
        ProcessingFees fees = report.fees();
        List<String> parts = new ArrayList<>();
        if (fees != null && fees.notices() != null) {
            parts.add("发出收费通知" + fees.notices() + "件");
        }
        if (fees != null && fees.noticed() != null) {
            parts.add("通知金额" + plain(fees.noticed()) + "元");
        }
        if (fees != null && fees.collected() != null) {
            parts.add("实际收取" + plain(fees.collected()) + "元");
        }
        return parts.isEmpty() ? "" : "信息处理费：" + String.join("，", parts) + "。";
    }

    private static String plain(BigDecimal sum) {
        return sum.toPlainString();
    }

    /** The table of a section, or null. */
    static @Nullable ReportTable table(ReportSection section) {
        String number =
                ReportSection.NUMERALS.substring(Objects.requireNonNull(section.number()) - 1, section.number());
        return Arrays.stream(ReportTable.values())
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String note(AnnualReport report, ReportSection section, FormTables tables) {
        ReportTable table = table(section);
        if (table != null) {
            List<ReportRow> leftOut = tables.leftOut(table);
            return leftOut.isEmpty()
                    ? tables.known(table) ? null : ReportSection.TO_BE_WRITTEN + "本表没有来源。"
                    : ReportSection.TO_BE_WRITTEN + "下列各行在本表格式中没有位置，没有填入："
                            + leftOut.stream().map(FormText::row).collect(Collectors.joining("；")) + "。";
        }
        if (section.text() == null) {
            return ReportSection.TO_BE_WRITTEN + "本部分没有来源。";
        }
        boolean feesAlone = section.number() == LAST && section.text().equals(fees(report));
        return feesAlone ? ReportSection.TO_BE_WRITTEN + "除信息处理费外，本部分没有来源。" : null;
    }

    /** 9.属于工作秘密（1、0、0、0、0、0、1） */
    private static String row(ReportRow row) {
        return Objects.requireNonNullElse(row.code(), "")
                + row.cells().stream().map(Figure::text).collect(Collectors.joining("、", "（", "）"));
    }

    /** What nobody has given of a section, or what its table has no place for; or null. */
    @Nullable
    String note(ReportSection section) {
        return notes.get(Objects.requireNonNull(section.number()) - 1);
    }

    /** The lines of a section below its heading. */
    List<String> lines(ReportSection section) {
        List<String> lines = section.text() == null
                ? new ArrayList<>()
                : new ArrayList<>(List.of(section.text().split("\n")));
        String note = note(section);
        if (note != null) {
            lines.add(note);
        }
        return lines;
    }

    /** All lines, from the title down. */
    List<String> all() {
        List<String> all = new ArrayList<>(List.of(title));
        all.addAll(head);
        for (ReportSection each : sections) {
            all.add(String.valueOf(each.title()));
            all.addAll(lines(each));
        }
        return all;
    }
}
