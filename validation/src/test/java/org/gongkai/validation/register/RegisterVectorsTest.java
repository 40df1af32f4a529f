package org.gongkai.validation.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.register.AccountChange;
import org.gongkai.core.register.AccountEvent;
import org.gongkai.core.register.MediaPlatform;
import org.gongkai.core.register.NewMediaAccountBuilder;
import org.gongkai.core.register.RunState;
import org.gongkai.core.register.SiteColumn;
import org.gongkai.core.register.SiteIdCode;
import org.gongkai.core.register.YearlyForm;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.Csv;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.DutyRecords;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Sites, accounts and reports of errors, and what is wrong with them. */
class RegisterVectorsTest {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern STALE = Pattern.compile("(news|policy) (\\d+) stale");

    private static List<Csv.Row> rows(Reader reader) throws IOException {
        return Csv.read(reader, "vectors.csv", List.of("id", "subject", "value", "looked_at", "verdict", "rule"));
    }

    @TestFactory
    Stream<DynamicTest> eachCaseBreaksTheRuleThatItNamesAndNoCaseIsAccusedInVain() throws IOException {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(RegisterVectorsTest.class.getResourceAsStream("vectors.csv")),
                StandardCharsets.UTF_8)) {
            return rows(reader).stream()
                    .map(each -> DynamicTest.dynamicTest(
                            each.text("id") + " " + each.text("subject") + " " + each.text("value"),
                            () -> judge(each)));
        }
    }

    @Test
    void theSharedCasesComeOutAsTheySay() throws IOException {
        Path file = Path.of(System.getProperty("gongkai.checkout"), "../shared/facts/registers-vectors.csv");
        assumeTrue(Files.isReadable(file), () -> "the shared cases are not here: " + file);
        try (Reader reader = Files.newBufferedReader(file)) {
            List<Csv.Row> rows = rows(reader);
            rows.forEach(RegisterVectorsTest::judge);
            assertTrue(rows.size() >= 28, "28 cases");
        }
    }

    private static void judge(Csv.Row row) {
        String subject = Objects.requireNonNull(row.text("subject"));
        LocalDate today = day(row.text("looked_at"), LocalDate.of(2024, 6, 1));
        List<String> found = found(records(subject, row, today), today);
        String rule = row.text("rule");
        boolean good = "good".equals(row.text("verdict"));
        String asked = rule == null ? "" : rule;
        boolean told = good
                ? found.stream()
                        .noneMatch(each -> asked.isEmpty() ? each.startsWith(subject + ".") : each.equals(asked))
                : found.contains(asked);
        assertEquals(true, told, row.text("id") + " " + subject + " " + row.text("value") + ": " + found);
    }

    private static List<String> found(List<DisclosureRecord> records, LocalDate today) {
        DisclosureValidator validator = DisclosureValidator.of(
                Records.PROFILE, Clock.fixed(today.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
        AccountAudit audit = new AccountAudit(Records.PROFILE);
        List<Finding> findings = new ArrayList<>();
        for (DisclosureRecord each : records) {
            findings.addAll(validator.judge(each).findings());
            findings.addAll(audit.see(each, Location.of("r.ndjson")));
        }
        return findings.stream().map(Finding::rule).distinct().toList();
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        Matcher day = DAY.matcher(text == null ? "" : text);
        return day.find() ? LocalDate.parse(day.group()) : otherwise;
    }

    private static List<DisclosureRecord> records(String subject, Csv.Row row, LocalDate today) {
        String value = row.text("value");
        NewMediaAccountBuilder account = DutyRecords.account().checkedOn(today);
        return switch (subject) {
            case "site.idCode" ->
                List.of(DutyRecords.site().idCode(SiteIdCode.parse(text(value))).build());
            case "site.domain" -> List.of(DutyRecords.site().domain(value).build());
            case "site.icp" -> List.of(DutyRecords.site().icp(value).build());
            case "site.police" -> List.of(DutyRecords.site().police(value).build());
            case "site.home.stale" ->
                List.of(DutyRecords.site()
                        .homeUpdatedOn(LocalDate.parse(text(value)))
                        .checkedOn(today)
                        .build());
            case "site.columns.stale" ->
                List.of(DutyRecords.site()
                        .columns(columns(text(value), today))
                        .checkedOn(today)
                        .build());
            case "site.yearlyForm.late" ->
                List.of(DutyRecords.site()
                        .yearlyForms(List.of(new YearlyForm(Integer.valueOf(text(value)), today, null)))
                        .build());
            case "newMedia.stale" ->
                List.of(account.lastPostOn(value == null ? null : LocalDate.parse(value))
                        .build());
            case "newMedia.duplicatePlatform" -> twoAccounts(text(value));
            case "newMedia.statusOrder" ->
                List.of(account.status(RunState.of(RunState.State.CLOSED))
                        .changes(List.of(new AccountChange(
                                day(value, today), AccountEvent.of(AccountEvent.Event.CLOSE), null, null, null)))
                        .lastPostOn(day(row.text("looked_at"), today))
                        .build());
            case "errorReport.late" ->
                List.of(DutyRecords.report()
                        .receivedOn(LocalDate.parse(text(value)))
                        .answeredOn(today)
                        .build());
            default -> throw new AssertionError("nobody knows what " + subject + " is");
        };
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNull(value);
    }

    private static List<DisclosureRecord> twoAccounts(String platforms) {
        List<DisclosureRecord> all = new ArrayList<>();
        for (String each : platforms.split("\\|")) {
            all.add(DutyRecords.account()
                    .name("账号" + all.size())
                    .owner(Agency.parse("东岭区民政局"))
                    .platform(MediaPlatform.of(MediaPlatform.Platform.valueOf(each)))
                    .build());
        }
        return all;
    }

    private static List<SiteColumn> columns(String value, LocalDate today) {
        List<SiteColumn> columns = new ArrayList<>();
        Matcher stale = STALE.matcher(value);
        while (stale.find()) {
            String kind = stale.group(1).equals("news") ? "动态要闻" : "政策文件";
            for (int i = 0; i < Integer.parseInt(stale.group(2)); i++) {
                columns.add(new SiteColumn(kind + i, null, kind, today.minusYears(1)));
            }
        }
        return columns;
    }
}
