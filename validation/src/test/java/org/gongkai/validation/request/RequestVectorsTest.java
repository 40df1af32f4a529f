package org.gongkai.validation.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.core.calendar.Deadline;
import org.gongkai.core.calendar.DutyCheck;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.request.FeeMethod;
import org.gongkai.core.request.RequestFee;
import org.gongkai.core.request.RequestOutcome.Outcome;
import org.gongkai.core.text.Csv;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rule.Severity;
import org.gongkai.validation.rules.request.RequestClock;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Cases of every clock of the Regulation, with the last day for the answer and what is wrong with them. */
class RequestVectorsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 20);

    private final DisclosureValidator validator = DisclosureValidator.of(
            Profile.named("shandong-library"),
            Clock.fixed(TODAY.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant(), ZoneId.of("Asia/Shanghai")));

    private static List<Csv.Row> table(String name) throws IOException {
        return Csv.read(
                new InputStreamReader(
                        Objects.requireNonNull(RequestVectorsTest.class.getResourceAsStream(name)),
                        StandardCharsets.UTF_8),
                name,
                List.of());
    }

    @TestFactory
    Stream<DynamicTest> aCaseIsJudgedByItsClock() throws IOException {
        return table("vectors.csv").stream()
                .map(each -> DynamicTest.dynamicTest(each.text("id") + " " + each.text("note"), () -> judge(each)));
    }

    private void judge(Csv.Row vector) throws IOException {
        DisclosureRequest request = Requests.of(vector);
        assertEquals(
                vector.text("expected_row"),
                Outcome.valueOf(vector.required("outcome")).row());
        RequestGround ground = RequestGround.standard();
        Deadline due = new RequestClock(request, ground.duties(), ground.calendar()).answer();
        assertEquals(vector.text("expected_due"), due == null || !due.settled() ? null : String.valueOf(due.date()));
        List<Finding> wrong = validator.judge(request).findings().stream()
                .filter(each -> each.severity() != Severity.INFO)
                .toList();
        switch (vector.required("verdict")) {
            case "good" -> assertEquals(List.of(), wrong);
            case "cannot-say" -> {
                assertEquals(List.of(), wrong);
                assertTrue(validator.judge(request).findings().stream()
                        .anyMatch(each -> each.rule().equals("request.limit.notChecked")));
            }
            default -> {
                List<String> told =
                        new ArrayList<>(wrong.stream().map(Finding::rule).toList());
                // An extension that is too long counts as far as the law has it, so the answer may be late for that.
                boolean late = due != null
                        && due.date() != null
                        && request.repliedOn() != null
                        && request.repliedOn().isAfter(due.date());
                if (late && !"request.reply.late".equals(vector.text("rule"))) {
                    assertTrue(told.remove("request.reply.late"), told.toString());
                }
                assertEquals(List.of(vector.text("rule")), told);
                Severity severity = vector.required("verdict").equals("bad") ? Severity.ERROR : Severity.WARNING;
                assertEquals(severity, wrong.get(0).severity());
            }
        }
    }

    /** The timeline of a day after the last event agrees with the rules. */
    @TestFactory
    Stream<DynamicTest> theTimelineSaysWhatIsLate() throws IOException {
        return table("vectors.csv").stream()
                .filter(each -> each.text("replied_on") != null && !"RQ34".equals(each.text("id")))
                .map(each -> DynamicTest.dynamicTest(each.text("id"), () -> {
                    RequestTimeline timeline = RequestTimeline.of(Requests.of(each), TODAY);
                    boolean late = LocalDate.parse(each.required("replied_on"))
                            .isAfter(LocalDate.parse(each.required("expected_due")));
                    assertEquals(
                            late ? RequestTimeline.State.ANSWERED_LATE : RequestTimeline.State.ANSWERED,
                            timeline.state());
                    assertEquals(
                            late,
                            timeline.late().stream()
                                    .anyMatch(step -> step.duty().equals("application-reply")
                                            && step.judgement().status() == DutyCheck.Status.LATE));
                }));
    }

    @TestFactory
    Stream<DynamicTest> aFeeIsHeldAgainstTheScale() throws IOException {
        return table("fees.csv").stream()
                .map(each -> DynamicTest.dynamicTest(each.text("id"), () -> {
                    String claimed = each.text("claimed_yuan");
                    DisclosureRequest request = Requests.request()
                            .fee(new RequestFee(
                                    FeeMethod.of(each.requiredOneOf(FeeMethod.Method.class, "method")),
                                    each.text("count") == null ? null : Integer.valueOf(each.required("count")),
                                    claimed == null ? null : new BigDecimal(claimed),
                                    LocalDate.of(2024, 5, 7),
                                    LocalDate.of(2024, 5, 8)))
                            .build();
                    List<String> wrong = validator.judge(request).findings().stream()
                            .map(Finding::rule)
                            .toList();
                    boolean good = "good".equals(each.text("verdict"));
                    assertEquals(good ? List.of() : List.of(each.text("rule")), wrong);
                }));
    }
}
