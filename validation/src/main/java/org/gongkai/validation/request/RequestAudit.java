package org.gongkai.validation.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.request.RequestOutcome.Outcome;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * A register of applications as a whole: two cases of one number, numbers that are missing, information that several applicants were
 * given and that is not public, and files that were not archived. Not safe to use from several threads.
 *
 * <pre>{@code
 * RequestAudit audit = new RequestAudit(profile, today);
 * requests.forEach(each -> findings.addAll(audit.see(each, Location.of("register.xlsx"))));
 * findings.addAll(audit.end());
 * }</pre>
 */
public final class RequestAudit implements RecordAudit {

    /** The most applications of a run that are held against each other; a city has some ten thousands a year. */
    public static final int MOST_REQUESTS = 200_000;

    /** From how many applications on information that may be given is held to be of general interest, unless a profile says; derived. */
    public static final int HOT = 3;

    /** A longer gap is another series rather than so many lost cases. */
    private static final int LONGEST_GAP = 100;

    /** A number of more digits is no serial number. */
    private static final int MOST_DIGITS = 9;

    private static final RecordKind<DisclosureRequest> REQUESTS = RecordKind.of(DisclosureRequest.class);

    private final RuleSettings settings;
    private final int hot;
    private final LocalDate today;
    private final Map<String, Seen> keys = new HashMap<>();
    private final Map<String, TreeMap<Integer, Seen>> series = new TreeMap<>();
    private final Map<String, Topic> topics = new TreeMap<>();
    private boolean full;

    private record Seen(String key, @Nullable String number, int contents, Location location) {}

    /** What several applicants asked for. */
    private static final class Topic {
        private final String title;
        private int granted;
        private boolean open;
        private @Nullable Seen last;

        Topic(String title) {
            this.title = title;
        }
    }

    /**
     * Begins an audit in which nothing has been seen.
     *
     * @param profile decides which of the rules run and how severely, not null
     * @param today the day on which the register is looked at, not null
     */
    public RequestAudit(Profile profile, LocalDate today) {
        this.settings = new RuleSettings(RuleCatalogue.standard(), Objects.requireNonNull(profile, "profile"));
        this.hot = Objects.requireNonNullElse(profile.limits().hotTopicApplications(), HOT);
        this.today = Objects.requireNonNull(today, "today");
    }

    /** {@inheritDoc} Two cases of one number and files that are not archived show at once, the rest at the end. */
    @Override
    public List<Finding> see(DisclosureRecord record, Location location) {
        DisclosureRequest request = REQUESTS.as(record);
        if (request == null || full) {
            return List.of();
        }
        Seen one = new Seen(request.key(), request.caseNumber(), request.hashCode(), location);
        Hearing hearing = hearing(one);
        if (keys.size() == MOST_REQUESTS) {
            full = true;
            hearing.report("record.limit.reached", "", null, "≤ " + MOST_REQUESTS + " request");
            return hearing.findings();
        }
        Seen same = request.caseNumber() == null ? null : keys.putIfAbsent(one.key(), one);
        if (same != null && same.contents() != one.contents()) {
            // One case read twice is a double as of any record, and told as such.
            hearing.report("request.caseNumber.duplicate", "/caseNumber", request.caseNumber(), null);
        }
        archive(request, hearing);
        number(request, one);
        topic(request, one);
        return hearing.findings();
    }

    private Hearing hearing(Seen one) {
        return new Hearing(settings, one.key(), null, pointer -> one.location());
    }

    private void archive(DisclosureRequest request, Hearing hearing) {
        LocalDate ended = request.repliedOn();
        boolean due = ended != null && today.isAfter(LocalDate.of(ended.getYear() + 1, 6, 30));
        // A register that does not record archiving at all says nothing of it.
        if (due && Boolean.FALSE.equals(request.archived())) {
            hearing.report(
                    "request.notArchived",
                    "/archived",
                    Objects.requireNonNullElse(request.caseNumber(), ended.toString()),
                    null);
        }
    }

    /** Sorts a number such as 〔2025〕第003号 into the series of its words, by its last digits. */
    private void number(DisclosureRequest request, Seen one) {
        String number = request.caseNumber() == null ? "" : LegacyText.withoutBlanks(request.caseNumber());
        int end = number.length();
        while (end > 0 && !digit(number.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && digit(number.charAt(start - 1))) {
            start--;
        }
        if (end > start && end - start <= MOST_DIGITS) {
            String words = request.body() + "\n" + number.substring(0, start) + '\n' + number.substring(end);
            series.computeIfAbsent(words, each -> new TreeMap<>())
                    .putIfAbsent(Integer.parseInt(number.substring(start, end)), one);
        }
    }

    private static boolean digit(char character) {
        return character >= '0' && character <= '9';
    }

    private void topic(DisclosureRequest request, Seen one) {
        String title =
                request.description() == null ? null : request.description().title();
        Outcome outcome = request.ended();
        boolean given = outcome == Outcome.GRANTED || outcome == Outcome.PARTLY_GRANTED;
        if (title == null) {
            return;
        }
        String name = LegacyText.lettersAndDigits(LegacyText.withoutTitleMarks(title));
        if (name.isEmpty()) {
            return;
        }
        Topic topic = topics.computeIfAbsent(request.body() + "\n" + name, each -> new Topic(title));
        topic.granted += given ? 1 : 0;
        topic.open |= request.madePublic() != null || outcome == Outcome.ALREADY_PUBLIC;
        topic.last = given ? one : topic.last;
    }

    /** {@inheritDoc} Missing numbers first, then what is asked for often. */
    @Override
    public List<Finding> end() {
        List<Finding> findings = new ArrayList<>();
        series.values().forEach(numbers -> {
            Integer before = null;
            for (Map.Entry<Integer, Seen> each : numbers.entrySet()) {
                int missing = before == null ? 0 : each.getKey() - before - 1;
                if (before != null && missing > 0 && missing <= LONGEST_GAP) {
                    Hearing hearing = hearing(each.getValue());
                    String lacking = missing == 1 ? "" + (before + 1) : (before + 1) + "–" + (each.getKey() - 1);
                    hearing.report(
                            "request.caseNumber.gap",
                            "/caseNumber",
                            each.getValue().number(),
                            lacking);
                    findings.addAll(hearing.findings());
                }
                before = each.getKey();
            }
        });
        topics.values().forEach(each -> {
            if (each.granted >= hot && !each.open && each.last != null) {
                Hearing hearing = hearing(each.last);
                hearing.report("request.hotTopic", "/description", each.title, String.valueOf(each.granted));
                findings.addAll(hearing.findings());
            }
        });
        return List.copyOf(findings);
    }
}
