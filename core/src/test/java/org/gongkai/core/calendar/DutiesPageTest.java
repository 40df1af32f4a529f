package org.gongkai.core.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.core.RealData;
import org.gongkai.core.calendar.Duty.Unit;
import org.junit.jupiter.api.Test;

class DutiesPageTest {

    @Test
    void theGeneratedPageIsCurrent() throws IOException {
        Path page = RealData.checkout().resolve("docs/duties.md");
        if (Boolean.getBoolean("gongkai.writePages")) {
            Files.writeString(page, page());
        }
        assertEquals(
                page(),
                Files.exists(page) ? Files.readString(page).replace("\r\n", "\n") : "",
                "docs/duties.md is out of date; write it anew with: ./mvnw -pl core test -Dtest=DutiesPageTest"
                        + " -Dgongkai.writePages=true");
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # 有期限的事项 · Duties with a time limit

                <!-- Generated from duties.csv; do not edit. -->

                事项的天数和单位来自所列出处，可靠程度见“依据”；起算日、末日和日的性质如何计算，多数出处没有写明，由本库依惯例
                默认，可以更改，见 [工作日与期限](calendar.zh-CN.md)。**unverified** 的事项只能提示，不能判错。

                Amount and unit come from the source named, known as well as its mark says. How days count is seldom written
                there: those columns are defaults that can be changed, see [working days and time limits](calendar.md). An
                **unverified** duty can warn and never fail.

                | id | 事项 · duty | 期限 · limit | 起算 · runs from | 计算 · counting | 出处 · source | 依据 · evidence | 备注 · note |
                |---|---|---|---|---|---|---|---|
                """);
        for (Duty duty : Duties.catalogue().all()) {
            page.append("| `").append(duty.id()).append("` | ");
            page.append(duty.nameZh()).append("<br>").append(duty.nameEn()).append(" | ");
            page.append(limit(duty, Locale.CHINESE)).append("<br>").append(limit(duty, Locale.ENGLISH));
            page.append(" | ")
                    .append(duty.startZh())
                    .append("<br>")
                    .append(duty.startEn())
                    .append(" | ");
            page.append(counting(duty)).append(" | ");
            page.append(duty.source().replace("|", "\\|")).append(" | ");
            page.append(duty.evidence().mark()).append(" | ");
            page.append(Objects.requireNonNullElse(duty.noteZh(), ""));
            page.append(duty.noteEn() == null ? "" : "<br>" + duty.noteEn()).append(" |\n");
        }
        return page.toString();
    }

    private static String limit(Duty duty, Locale locale) {
        boolean chinese = locale.equals(Locale.CHINESE);
        if (duty.amount() == null) {
            return chinese ? "无天数" : "no number of days";
        }
        String bound = duty.bound() == null
                ? ""
                : switch (duty.bound()) {
                    case AT_LEAST -> chinese ? "不少于" : "at least ";
                    case AT_MOST -> chinese ? "不超过" : "at most ";
                    case EXACT -> chinese ? "恰为" : "exactly ";
                };
        return switch (duty.unit()) {
            case DATE, DATE_TEXT -> (duty.bound() == null ? "" : chinese ? "不晚于 " : "by ") + duty.amount();
            case TIMES_PER_YEAR ->
                chinese
                        ? "每年" + bound + duty.amount() + "次"
                        : bound + duty.unit().text(Integer.parseInt(duty.amount()), locale) + " a year";
            case DAYS_AS_STATED -> bound + amount(duty, locale) + (chinese ? "（性质未载明）" : " (kind not stated)");
            default -> bound + amount(duty, locale);
        };
    }

    private static String amount(Duty duty, Locale locale) {
        String amount = Objects.requireNonNull(duty.amount());
        String most = amount.substring(amount.lastIndexOf('.') + 1);
        String text = duty.unit().text(Integer.parseInt(most), locale);
        return amount.equals(most) ? text : amount.replace(".." + most, "–") + text;
    }

    private static String counting(Duty duty) {
        StringBuilder text = new StringBuilder("`").append(duty.counting()).append('`');
        if (duty.counting() == Duty.Counting.DISPLAY) {
            text.append("<br>`").append(duty.firstDay()).append('`');
        }
        if (duty.unit() == Unit.DAYS_AS_STATED && duty.readAs() != null) {
            text.append("<br>`").append(duty.readAs()).append('`');
        }
        if (duty.lastDay() == Duty.LastDay.NEXT_WORKING_DAY) {
            text.append("<br>`").append(duty.lastDay()).append('`');
        }
        return text.toString();
    }
}
