package org.gongkai.export.interpretation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Consultation;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.privacy.PersonalDataScan;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PublicFiles;
import org.gongkai.export.table.Markup;
import org.gongkai.export.table.PublicRecords;
import org.jspecify.annotations.Nullable;

/**
 * The base of questions and answers about policies for the public: as JSON Lines for a counselling system, and as a page that search
 * engines understand (schema.org {@code FAQPage}). In a package they stand under {@code data/interpretation/}. Immutable.
 *
 * <pre>{@code
 * PolicyFiles files = PolicyFiles.of(answers, LocalDate.now(clock));
 * files.faqPage(writer);
 * }</pre>
 *
 * <p>Both hold the answers that hold on the day, in the order of their topics; what lapsed or was withdrawn is in neither.
 */
public final class PolicyFiles {

    private static final String TITLE = "政策问答";
    private static final String NO_TOPIC = "其他";
    private static final String STYLE = """
            body { overflow-wrap: anywhere; }
            section { border-top: 2px solid #666; margin-top: 2rem; }
            h3 { font-size: 1.05rem; margin: 1.5rem 0 .3rem; }
            .answer { white-space: pre-line; margin: .3rem 0; }
            dl { display: grid; grid-template-columns: 6rem 1fr; gap: .1rem 1rem; margin: .3rem 0; font-size: .95rem; }
            dt { font-weight: bold; }
            dd { margin: 0; }
            @media (max-width: 40rem) { body { margin: 1rem auto; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .3rem; } }
            """;

    private static final RecordKind<PolicyAnswer> ANSWERS = RecordKind.of(PolicyAnswer.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<PolicyAnswer> answers;

    private PolicyFiles(Collection<PolicyAnswer> answers, LocalDate today) {
        this.answers = answers.stream()
                .filter(each -> each.holds(today) && each.question() != null && each.answer() != null)
                .toList();
    }

    /**
     * The files of these answers.
     *
     * @param answers the answers
     * @param today the day on which they must hold
     * @return the files, not yet written
     * @throws IllegalArgumentException when an answer holds personal data; the message names record and place
     */
    public static PolicyFiles of(Collection<PolicyAnswer> answers, LocalDate today) {
        answers.forEach(PublicRecords::requireClean);
        return new PolicyFiles(answers, Objects.requireNonNull(today, "today"));
    }

    /**
     * The files of the answers of a run. An answer that holds personal data is in none of them; a package withholds its record too.
     *
     * @param today the day on which they must hold
     * @param lapsed tells of an answer, when all were seen, whether all that it rests on holds no longer: then it is in the records
     *     alone as well
     * @return the files of nothing seen yet
     */
    public static PublicFiles ofRun(LocalDate today, Predicate<PolicyAnswer> lapsed) {
        return new OfRun(today, lapsed);
    }

    private static final class OfRun implements PublicFiles {
        private final LocalDate today;
        private final Predicate<PolicyAnswer> lapsed;
        private final Map<String, PolicyAnswer> answers = new LinkedHashMap<>();

        OfRun(LocalDate today, Predicate<PolicyAnswer> lapsed) {
            this.today = today;
            this.lapsed = lapsed;
        }

        @Override
        public void see(DisclosureRecord record) {
            PolicyAnswer answer = ANSWERS.as(record);
            if (answer != null
                    && answers.size() < MOST_RECORDS
                    && PersonalDataScan.of(answer).isEmpty()) {
                answers.put(answer.key(), answer);
            }
        }

        @Override
        public void addTo(LibraryPackage out) throws IOException {
            List<PolicyAnswer> holding =
                    answers.values().stream().filter(lapsed.negate()).toList();
            of(holding, today).addTo(out);
        }
    }

    /**
     * Adds the files to a package; none without an answer that holds.
     *
     * @param out the package
     * @throws IOException when it cannot be written
     */
    public void addTo(LibraryPackage out) throws IOException {
        if (!answers.isEmpty()) {
            out.addFile("interpretation/answers.ndjson", this::lines);
            out.addFile("interpretation/faq.html", this::faqPage);
        }
    }

    /**
     * Writes the answers, one canonical record a line.
     *
     * @param out where to write; not closed
     * @throws IOException when it cannot be written
     */
    public void lines(Appendable out) throws IOException {
        CanonicalJson form = new CanonicalJson();
        for (PolicyAnswer each : answers) {
            out.append(new String(form.line(each), StandardCharsets.UTF_8)).append('\n');
        }
    }

    /**
     * Writes the page: every value escaped, nothing from the network, fit for small screens and printing.
     *
     * @param out where to write; not closed
     * @throws IOException when it cannot be written
     */
    public void faqPage(Appendable out) throws IOException {
        Markup.page(out, TITLE, STYLE);
        structured(out);
        out.append("<main>\n<h1>").append(TITLE).append("</h1>\n");
        Map<String, List<PolicyAnswer>> byTopic = byTopic();
        for (Map.Entry<String, List<PolicyAnswer>> each : byTopic.entrySet()) {
            out.append("<section>\n");
            if (byTopic.size() > 1) {
                out.append("<h2>").append(Markup.html(each.getKey())).append("</h2>\n");
            }
            for (PolicyAnswer answer : each.getValue()) {
                answer(out, answer);
            }
            out.append("</section>\n");
        }
        out.append("</main>\n");
        Markup.endPage(out);
    }

    private Map<String, List<PolicyAnswer>> byTopic() {
        Map<String, List<PolicyAnswer>> byTopic = new LinkedHashMap<>();
        List<PolicyAnswer> without = new ArrayList<>();
        for (PolicyAnswer each : answers) {
            (each.topic() == null ? without : byTopic.computeIfAbsent(each.topic(), any -> new ArrayList<>()))
                    .add(each);
        }
        if (!without.isEmpty()) {
            byTopic.computeIfAbsent(NO_TOPIC, any -> new ArrayList<>()).addAll(without);
        }
        return byTopic;
    }

    private static void answer(Appendable out, PolicyAnswer answer) throws IOException {
        out.append("<h3>").append(Markup.html(answer.question())).append("</h3>\n");
        out.append("<p class=\"answer\">").append(Markup.html(answer.answer())).append("</p>\n<dl>\n");
        term(out, "政策依据", basis(answer));
        term(
                out,
                "责任部门",
                answer.responsible() == null ? "" : answer.responsible().text());
        term(out, "咨询电话", telephone(answer.consultation()));
        term(out, "更新日期", day(answer));
        out.append("</dl>\n");
    }

    private static String basis(PolicyAnswer answer) {
        return answer.sources().stream().map(PolicyReference::toString).collect(Collectors.joining("；"));
    }

    private static String telephone(@Nullable Consultation contact) {
        return contact == null || contact.telephone() == null ? "" : contact.telephone();
    }

    private static String day(PolicyAnswer answer) {
        LocalDate day = answer.reviewedOn() == null ? answer.publishedOn() : answer.reviewedOn();
        return day == null ? "" : day.toString();
    }

    private static void term(Appendable out, String term, String text) throws IOException {
        if (!text.isEmpty()) {
            out.append("<dt>")
                    .append(term)
                    .append("</dt><dd>")
                    .append(Markup.html(text))
                    .append("</dd>\n");
        }
    }

    /** The same for search engines: data in a script element, which no browser runs. */
    private void structured(Appendable out) throws IOException {
        ObjectNode page = JSON.createObjectNode();
        page.put("@context", "https://schema.org");
        page.put("@type", "FAQPage");
        page.put("inLanguage", "zh-CN");
        ArrayNode questions = page.putArray("mainEntity");
        for (PolicyAnswer each : answers) {
            ObjectNode question = questions.addObject();
            question.put("@type", "Question");
            question.put("name", each.question());
            ObjectNode answer = question.putObject("acceptedAnswer");
            answer.put("@type", "Answer");
            answer.put("text", each.answer());
        }
        // Nothing in a value may end the element.
        String json = JSON.writeValueAsString(page)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
        out.append("<script type=\"application/ld+json\">").append(json).append("</script>\n");
    }
}
