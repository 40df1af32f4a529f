package org.gongkai.ingest.request;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.request.RequestOutcome;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.table.TableLabels;
import org.jspecify.annotations.Nullable;

/** What registers call the steps of a case, and the field that holds the day of each. Immutable. */
final class RequestSteps {

    /** A longer cell, in characters, names no step. */
    private static final int LONGEST = 40;

    /** 3.答复 and （三）答复 are the third line of a form. */
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:[（(][0-9一二三四五六七八九十]{1,2}[）)]|[0-9一二三四五六七八九十]{1,2}[.．、)）])");

    private static final Pattern BRACKETED = Pattern.compile("([^（(]+)[（(]([^（()）]*)[）)]");

    private static final TableLabels<RequestMeaning> STEPS = Csv.shipped(
            RequestSteps.class.getResourceAsStream("steps.csv"),
            "steps.csv",
            reader -> TableLabels.read(reader, RequestMeaning::of));

    /**
     * A step of a case.
     *
     * @param day the field of its day; {@link RequestMeaning#IGNORED} for a step within the body
     * @param outcome how the case ended, where the step says so; 办理中 for one that is open
     */
    record Step(RequestMeaning day, @Nullable String outcome) {

        /** Whether it ends a case: after it there is an answer, whatever it was. */
        boolean ends() {
            return day == RequestMeaning.REPLIED_ON
                    || day == RequestMeaning.DELIVERED_ON
                    || day == RequestMeaning.ARCHIVED;
        }

        /** What is known of a case when the step was taken and nobody says when: that there was one. Null where that tells nothing. */
        @Nullable
        RequestMeaning occurred() {
            return switch (day) {
                case CORRECTION_ASKED_ON, CORRECTED_ON -> RequestMeaning.CORRECTED;
                case CONSULTATION_SENT_ON, CONSULTED_ON, OPINION_ON -> RequestMeaning.CONSULTED;
                case EXTENSION_TOLD_ON -> RequestMeaning.EXTENDED;
                case ARCHIVED -> RequestMeaning.ARCHIVED;
                default -> null;
            };
        }
    }

    private RequestSteps() {}

    /** The step that a cell names: 收到申请, 3.答复, 予以公开, 答复（部分公开）; null for what is no listed step, or says more than one. */
    static @Nullable Step of(String cell) {
        if (cell.length() > LONGEST) {
            return null;
        }
        String text = NUMBERED.matcher(LegacyText.withoutBlanks(cell)).replaceFirst("");
        Step outcome = ofOutcome(text);
        if (outcome != null) {
            return outcome;
        }
        Matcher bracketed = BRACKETED.matcher(text);
        if (!bracketed.matches()) {
            return StringUtils.containsAny(text, '(', '（') ? null : listed(text);
        }
        Step said = listed(bracketed.group(1));
        return said != null && said.day() == RequestMeaning.REPLIED_ON ? ofOutcome(bracketed.group(2)) : null;
    }

    private static @Nullable Step ofOutcome(String text) {
        RequestOutcome.Outcome outcome = new RequestOutcome(text).outcome();
        if (outcome == null) {
            return null;
        }
        return new Step(
                outcome == RequestOutcome.Outcome.PENDING ? RequestMeaning.IGNORED : RequestMeaning.REPLIED_ON, text);
    }

    private static @Nullable Step listed(String text) {
        RequestMeaning day = STEPS.shipped(List.of(text));
        boolean step = day == RequestMeaning.IGNORED
                || day == RequestMeaning.ARCHIVED
                || day != null && day.reads() == RequestMeaning.Reads.DATE;
        return step ? new Step(day, null) : null;
    }
}
