package org.gongkai.ingest.interpretation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.Reason;
import org.jspecify.annotations.Nullable;

/** Reads pages of questions and answers, each pair as a record. */
final class PolicyAnswers {

    /** 1. before 问：, or nothing. */
    private static final String COUNTED = "(?:[（(]?[一二三四五六七八九十\\d]{1,3}[)）]?[、.．]?\\s?)?";

    private static final Pattern QUESTION = Pattern.compile(
            "^\\s*" + COUNTED
                    + "[【\\[]?(?:记者提问|记者问|记者|提问|问题|问|Q)[一二三四五六七八九十\\d]{0,3}(?:[】\\]]\\s?[:：]?|\\s?[:：.、])\\s*(.*)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANSWER = Pattern.compile(
            "^\\s*" + COUNTED + "[【\\[]?(?:回答|解答|答复|答|A)\\d{0,3}(?:[】\\]]\\s?[:：]?|\\s?[:：.、])\\s*(.*)$",
            Pattern.CASE_INSENSITIVE);
    /** 一、什么是节水奖励？ */
    private static final Pattern NUMBERED =
            Pattern.compile("^\\s*[（(]?[一二三四五六七八九十\\d]{1,3}[)）]?[、.．:：]\\s*(\\S.{2,100}[?？])\\s*$");

    /** A title that asks is one of the questions in other words. */
    private static final Pattern QUESTIONING = Pattern.compile("[?？]|怎么|如何|什么|哪|吗|多少|是否");

    private static final String ASKED = "[正文:问]";
    private static final String ANSWERED = "[正文:答]";
    private static final String BEFORE = "[正文:问前文字]";
    private static final Set<String> PARTS = Set.of(ASKED, ANSWERED);

    /** What stands before the first question is no longer where it only introduces the questions, in characters. */
    private static final int LONGEST_INTRODUCTION = 300;

    /** Below an introduction stand so many questions at least: one question amid a text is a figure of speech. */
    private static final int FEWEST_BELOW = 2;

    private final List<Pair> pairs = new ArrayList<>();
    private final StringBuilder before = new StringBuilder();

    private PolicyAnswers() {}

    private static final class Pair {
        private final String question;
        private final StringBuilder answer = new StringBuilder();
        private boolean answering;

        private Pair(String question) {
            this.question = question;
        }

        private void go(String line) {
            answer.append(answer.isEmpty() ? "" : "\n").append(line);
        }
    }

    /**
     * The pairs of a page that holds nothing but pairs, an introduction aside; none where anything else stands there.
     *
     * @param title the title; without the words for its form it is the question where the page has none
     * @param ofPage the documents of the page, by its title or since it names no other, on which answers rest that name none
     * @param interprets whether the page is an interpretation besides
     */
    static List<Mapped> of(
            Mapped page,
            OfficialDocument document,
            PolicyTitle title,
            List<PolicyReference> ofPage,
            boolean interprets,
            String text) {
        PolicyAnswers answers = new PolicyAnswers();
        List<String> lines = text.lines().filter(each -> !each.isBlank()).toList();
        boolean marked = lines.stream()
                .anyMatch(each ->
                        QUESTION.matcher(each).matches() || ANSWER.matcher(each).matches());
        lines.forEach(line -> answers.read(line, title.about(), marked));
        return answers.holds() ? answers.records(page, document, title, ofPage, interprets) : List.of();
    }

    private void read(String line, String title, boolean marked) {
        String question = question(line, marked);
        Matcher answer = ANSWER.matcher(line);
        Pair last = pairs.isEmpty() ? null : pairs.get(pairs.size() - 1);
        if (question != null) {
            pairs.add(new Pair(question));
        } else if (answer.matches()) {
            if (last == null) {
                last = new Pair(title);
                pairs.add(last);
            }
            last.answering = true;
            if (!answer.group(1).isEmpty()) {
                last.go(answer.group(1));
            }
        } else if (last == null) {
            before.append(before.isEmpty() ? "" : "\n").append(line.strip());
        } else if (!last.answering && last.question.isEmpty()) {
            pairs.set(pairs.size() - 1, new Pair(line.strip()));
        } else {
            last.go(line.strip());
        }
    }

    private static @Nullable String question(String line, boolean marked) {
        Matcher question = (marked ? QUESTION : NUMBERED).matcher(line);
        return question.matches() ? question.group(1).strip() : null;
    }

    private boolean holds() {
        boolean introduced = before.length() <= LONGEST_INTRODUCTION && pairs.size() >= FEWEST_BELOW;
        return !pairs.isEmpty()
                && (before.isEmpty() || introduced)
                && pairs.stream().noneMatch(each -> each.question.isEmpty() || each.answer.isEmpty());
    }

    private List<Mapped> records(
            Mapped page,
            OfficialDocument document,
            PolicyTitle title,
            List<PolicyReference> ofPage,
            boolean interprets) {
        List<Mapped> all = new ArrayList<>();
        List<PolicyReference> introduced = Cited.all(before.toString());
        for (Pair each : pairs) {
            PageFields fields = new PageFields(PolicyAnswer.class, page, document);
            if (title.about().equals(each.question)) {
                fields.replace("question", title.about(), Reason.FROM_TITLE);
            } else {
                fields.takePart("question", each.question, ASKED);
            }
            fields.takePart("answer", each.answer.toString(), ANSWERED);
            fields.readLabels("sources", "");
            List<PolicyReference> sources = Cited.all(each.question + "\n" + each.answer);
            List<PolicyReference> named = !sources.isEmpty() ? sources : !introduced.isEmpty() ? introduced : ofPage;
            if (!named.isEmpty()) {
                fields.fill("sources", named, Reason.FROM_TEXT);
            }
            if (interprets) {
                fields.fill("interpretation", document.title(), Reason.FROM_TITLE);
            } else if (!QUESTIONING.matcher(title.about()).find()
                    && !title.about().equals(each.question)) {
                fields.fill("topic", StringUtils.stripToNull(title.about()), Reason.FROM_TITLE);
            }
            if (all.isEmpty() && !before.isEmpty()) {
                fields.leave(before.toString(), BEFORE);
            }
            Mapped made = fields.mapped();
            // The fields of the page are accounted for once.
            all.add(all.isEmpty() ? made : partsAlone(made));
        }
        return all;
    }

    /** An answer whose page is accounted for by another record. */
    static Mapped partsAlone(Mapped made) {
        List<LedgerEntry> parts = made.ledger().stream()
                .filter(entry -> entry.fate() == FieldFate.DEFAULTED
                        || PARTS.contains(String.valueOf(entry.location().label())))
                .toList();
        return new Mapped(made.record(), parts, List.of(), made.origin(), made.raw(), List.of());
    }
}
