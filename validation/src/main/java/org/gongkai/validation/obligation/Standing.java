package org.gongkai.validation.obligation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.Bilingual;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * How one obligation of one body stands, after all records were seen.
 *
 * @param year the year
 * @param today the day on which it is looked at
 * @param kinds the kinds of the records that were given
 * @param tallies what was given of each body
 * @param shown what the records show, by body and obligation
 * @param off the rules that the profile does not ask
 */
record Standing(
        int year,
        LocalDate today,
        Set<String> kinds,
        Map<RegisteredBody, BodyTally> tallies,
        Map<String, Shown> shown,
        Set<String> off) {

    /** So many findings are told in words; the page has them all. */
    private static final int MOST_TOLD = 2;

    ObligationResult of(RegisteredBody body, Obligation obligation) {
        Shown found = shown.get(Shown.key(body, obligation));
        Result result = new Result(body, obligation, found);
        Bilingual none = noneOf(body, obligation);
        if (none != null) {
            return result.is(ObligationState.NOT_APPLICABLE, none);
        }
        if (!kinds.contains(obligation.record())) {
            Bilingual kind = kind(obligation);
            return result.unchecked(
                    "本次没有“" + kind.zh() + "”的记录", "no record of the kind “" + kind.en() + "” was given");
        }
        return obligation.asksRules() ? inOrder(result) : counted(result);
    }

    private static Bilingual kind(Obligation obligation) {
        return Objects.requireNonNull(RecordKind.named(obligation.record())).name();
    }

    private @Nullable Bilingual noneOf(RegisteredBody body, Obligation obligation) {
        if (!obligation.who().isEmpty() && !obligation.who().contains(body.kind())) {
            String who = String.join("、", obligation.who());
            return new Bilingual("适用于：" + who, "for " + who);
        }
        if (!body.existsIn(year)) {
            return new Bilingual("该单位当年不存在", "the body was not there in that year");
        }
        if (obligation.from() != null && year < obligation.from()) {
            return new Bilingual("自" + obligation.from() + "年起适用", "it holds from " + obligation.from());
        }
        if (obligation.until() != null && year > obligation.until()) {
            return new Bilingual("适用至" + obligation.until() + "年", "it held until " + obligation.until());
        }
        return null;
    }

    private ObligationResult inOrder(Result result) {
        Shown found = result.found();
        if (found == null) {
            return result.is(ObligationState.NOT_APPLICABLE, new Bilingual("该单位没有这类记录", "the body has no such record"));
        }
        if (!found.findings().isEmpty()) {
            return result.is(
                    ObligationState.LATE,
                    new Bilingual(told(found.findings(), Locale.CHINESE), told(found.findings(), Locale.ENGLISH)));
        }
        List<String> unasked =
                result.obligation().rules().stream().filter(off::contains).toList();
        if (!unasked.isEmpty()) {
            String rules = String.join(", ", unasked);
            return result.unchecked("规则配置不检查 " + rules, "the profile does not ask " + rules);
        }
        if (found.silent() > 0) {
            return result.unchecked(
                    found.silent() + "条记录没有可以判断的内容",
                    found.silent() + (found.silent() == 1 ? " record lacks" : " records lack") + " what would show it");
        }
        return result.is(ObligationState.MET, null);
    }

    /** What was found, in words. */
    private static String told(List<Finding> findings, Locale language) {
        List<String> texts = findings.stream()
                .map(each -> stripped(each.text(language)))
                .distinct()
                .toList();
        boolean chinese = language.equals(Locale.CHINESE);
        String all = texts.stream().limit(MOST_TOLD).collect(Collectors.joining(chinese ? "；" : "; "));
        int more = texts.size() - MOST_TOLD;
        return more <= 0 ? all : all + (chinese ? "；另有" + more + "项" : "; " + more + " more");
    }

    private static String stripped(String text) {
        return text.endsWith("。") || text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private ObligationResult counted(Result result) {
        Obligation obligation = result.obligation();
        LocalDate due = obligation.dueOn(year);
        int times = result.found() == null ? 0 : result.found().times();
        if (times >= obligation.times()) {
            return enough(result, Objects.requireNonNull(result.found()), due);
        }
        if (!due.isBefore(today)) {
            return result.is(ObligationState.NOT_YET_DUE, new Bilingual("期限到" + due, "there is time until " + due));
        }
        BodyTally tally = tallies.get(result.body());
        if (obligation.given() == RecordsGiven.BODY && (tally == null || !tally.holds(obligation.record()))) {
            Bilingual kind = kind(obligation);
            return result.unchecked(
                    "本次没有该单位“" + kind.zh() + "”的记录",
                    "no record of the kind “" + kind.en() + "” of this body was given");
        }
        return result.is(
                ObligationState.MISSING,
                new Bilingual(
                        "应有" + obligation.times() + "次，查到" + times + "次",
                        times + " of " + obligation.times() + " found"));
    }

    private static ObligationResult enough(Result result, Shown found, LocalDate due) {
        Obligation obligation = result.obligation();
        List<LocalDate> days = found.days();
        long inTime = days.stream().filter(each -> !each.isAfter(due)).count();
        if (obligation.due() == null || inTime >= obligation.times()) {
            return result.is(ObligationState.MET, null);
        }
        int undated = found.times() - days.size();
        if (inTime + undated >= obligation.times()) {
            return result.unchecked("期限是" + due + "，记录没有写明日期", "it was due on " + due + ", and a record names no day");
        }
        // Those without a day are taken to be in time.
        LocalDate done = days.get(obligation.times() - undated - 1);
        int late = (int) ChronoUnit.DAYS.between(due, done);
        return result.late(
                new Bilingual(
                        "期限是" + due + "，" + done + "完成，逾期" + late + "天",
                        "due on " + due + ", done on " + done + ", " + late + (late == 1 ? " day" : " days") + " late"),
                late);
    }

    /** What every result has. */
    private record Result(
            RegisteredBody body,
            Obligation obligation,
            @Nullable Shown found) {

        ObligationResult unchecked(String zh, String en) {
            return is(ObligationState.NOT_CHECKED, new Bilingual(zh, en));
        }

        ObligationResult is(ObligationState state, @Nullable Bilingual reason) {
            return result(state, reason, null);
        }

        ObligationResult late(Bilingual reason, int days) {
            return result(ObligationState.LATE, reason, days);
        }

        private ObligationResult result(ObligationState state, @Nullable Bilingual reason, @Nullable Integer days) {
            return new ObligationResult(
                    body,
                    obligation,
                    state,
                    reason,
                    days,
                    found == null ? 0 : found.times(),
                    found == null ? List.of() : found.days(),
                    found == null ? List.of() : found.findings());
        }
    }
}
