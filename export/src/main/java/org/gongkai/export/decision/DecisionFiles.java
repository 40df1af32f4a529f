package org.gongkai.export.decision;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.decision.Adoption;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.DecisionMaterial;
import org.gongkai.core.decision.DecisionMatter;
import org.gongkai.core.decision.DecisionResult;
import org.gongkai.core.decision.EvaluationFinding;
import org.gongkai.core.decision.PlannedTime;
import org.gongkai.core.decision.PolicyEvaluation;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PublicFiles;
import org.gongkai.export.table.Headings;
import org.gongkai.export.table.Markup;
import org.gongkai.export.table.PublicRecords;
import org.jspecify.annotations.Nullable;

/**
 * Decision catalogues for the public: a page for each, where every matter shows its materials as links and its state, and
 * tables as CSV. In a package they stand under {@code data/decisions/}; the records themselves go into
 * {@code records.ndjson} by {@link LibraryPackage#add}. Immutable.
 *
 * <pre>{@code
 * DecisionFiles files = DecisionFiles.of(List.of(catalogue), consultations, evaluations);
 * files.page(catalogue, writer);
 * files.addTo(libraryPackage);
 * }</pre>
 */
public final class DecisionFiles {

    static final Headings HEADINGS = Headings.read(DecisionFiles.class.getResourceAsStream("headings.csv"));

    /** Where the findings of an evaluation stand among its terms; each may have its aspect as a term of its own. */
    private static final int FINDINGS = 5;

    private final List<DecisionCatalogue> catalogues;
    private final List<PublicConsultation> consultations;
    private final List<PolicyEvaluation> evaluations;

    /** The tables. */
    public enum Table {
        /** The matters of the catalogues. */
        MATTERS,
        /** Their materials, one a row. */
        MATERIALS,
        /** What the public was asked and what became of it. */
        CONSULTATIONS,
        /** The evaluations of policies. */
        EVALUATIONS
    }

    private DecisionFiles(
            Collection<DecisionCatalogue> catalogues,
            Collection<PublicConsultation> consultations,
            Collection<PolicyEvaluation> evaluations) {
        catalogues.forEach(PublicRecords::requireClean);
        consultations.forEach(PublicRecords::requireClean);
        evaluations.forEach(PublicRecords::requireClean);
        this.catalogues = List.copyOf(catalogues);
        this.consultations = List.copyOf(consultations);
        this.evaluations = List.copyOf(evaluations);
    }

    /**
     * Pages and tables of these records.
     *
     * @param catalogues the catalogues
     * @param consultations the consultations; each shows on the page of the catalogue whose matter it names
     * @param evaluations the evaluations
     * @return the files, not yet written
     * @throws IllegalArgumentException when a record holds personal data; the message names record and place
     */
    public static DecisionFiles of(
            Collection<DecisionCatalogue> catalogues,
            Collection<PublicConsultation> consultations,
            Collection<PolicyEvaluation> evaluations) {
        return new DecisionFiles(catalogues, consultations, evaluations);
    }

    /**
     * Pages and tables of the catalogues, consultations and evaluations of a run.
     *
     * @return the files of nothing seen yet
     */
    public static PublicFiles ofRun() {
        return new OfRun();
    }

    private static final class OfRun implements PublicFiles {
        private final Map<String, DecisionCatalogue> catalogues = new LinkedHashMap<>();
        private final List<PublicConsultation> consultations = new ArrayList<>();
        private final List<PolicyEvaluation> evaluations = new ArrayList<>();

        @Override
        public void see(DisclosureRecord record) {
            if (catalogues.size() + consultations.size() + evaluations.size() == MOST_RECORDS) {
                return;
            }
            // Of several editions the last one is shown.
            Optional.ofNullable(RecordKind.of(DecisionCatalogue.class).as(record))
                    .ifPresent(catalogue -> catalogues.put(catalogue.key(), catalogue));
            Optional.ofNullable(RecordKind.of(PublicConsultation.class).as(record))
                    .ifPresent(consultations::add);
            Optional.ofNullable(RecordKind.of(PolicyEvaluation.class).as(record))
                    .ifPresent(evaluations::add);
        }

        @Override
        public void addTo(LibraryPackage out) throws IOException {
            of(catalogues.values(), consultations, evaluations).addTo(out);
        }
    }

    /**
     * Adds a page for each catalogue, one for the evaluations, and every table that has rows to a package. A material
     * whose address is a path is linked where the catalogue's own address says what the path leads to; else the path is
     * shown as text, for the package does not hold the file.
     *
     * @param out the package
     * @throws IOException when it cannot be written
     */
    public void addTo(LibraryPackage out) throws IOException {
        for (int i = 0; i < catalogues.size(); i++) {
            CataloguePage page = page(catalogues.get(i), false);
            out.addFile("decisions/catalogue-" + (i + 1) + ".html", page::write);
        }
        if (!evaluations.isEmpty()) {
            out.addFile("decisions/evaluations.html", this::evaluationPage);
        }
        for (Table each : Table.values()) {
            if (!rows(each).isEmpty()) {
                out.addFile("decisions/" + each.name().toLowerCase(Locale.ROOT) + ".csv", to -> csv(each, to));
            }
        }
    }

    /**
     * Writes the page of a catalogue: every value escaped, no script, nothing from the network, fit for screen readers,
     * small screens and printing. Links are addresses of the web, and paths below the folder in which the page will stand.
     *
     * @param catalogue the catalogue; its consultations are those of this object
     * @param out where to write; not closed
     * @throws IOException when it cannot be written
     */
    public void page(DecisionCatalogue catalogue, Appendable out) throws IOException {
        page(Objects.requireNonNull(catalogue, "catalogue"), true).write(out);
    }

    private CataloguePage page(DecisionCatalogue catalogue, boolean besideItsFiles) {
        return new CataloguePage(catalogue, consultations, besideItsFiles);
    }

    /**
     * Writes a page of the evaluations, in the manner of {@link #page}.
     *
     * @param out where to write; not closed
     * @throws IOException when it cannot be written
     */
    public void evaluationPage(Appendable out) throws IOException {
        CataloguePage.begin(out, "政策评估结果");
        List<String> terms = HEADINGS.zh("evaluation");
        for (PolicyEvaluation each : evaluations) {
            out.append("<section>\n<h2>").append(Markup.html(each.subject())).append("</h2>\n<dl>\n");
            CataloguePage.terms(
                    out,
                    terms,
                    text(each.documentNumber()),
                    text(each.year()),
                    text(each.body()),
                    text(each.evaluator()),
                    joined(each.methods()));
            for (EvaluationFinding finding : each.findings()) {
                String aspect = finding.aspect() == null
                        ? terms.get(FINDINGS)
                        : finding.aspect().text();
                CataloguePage.term(out, aspect, text(finding.text()));
            }
            CataloguePage.terms(
                    out, terms.subList(FINDINGS + 1, terms.size()), text(each.use()), text(each.publishedOn()));
            CataloguePage.linked(out, "evaluation", each.sourceUrl(), each.sourceUrl());
            out.append("</dl>\n</section>\n");
        }
        CataloguePage.end(out);
    }

    /**
     * Writes a table as comma-separated values (RFC 4180) without a byte order mark, lines ended by CR LF; a cell that a
     * spreadsheet would run gets an apostrophe.
     *
     * @param table the table
     * @param out where to write; not closed
     * @throws IOException when it cannot be written
     */
    public void csv(Table table, Appendable out) throws IOException {
        Markup.csv(out, headings(table));
        for (List<String> each : rows(table)) {
            Markup.csv(out, each);
        }
    }

    private static List<String> headings(Table table) {
        return HEADINGS.zh(table.name().toLowerCase(Locale.ROOT));
    }

    private List<List<String>> rows(Table table) {
        List<List<String>> rows = new ArrayList<>();
        switch (table) {
            case MATTERS -> catalogues.forEach(of -> of.matters().forEach(each -> rows.add(matter(of, each))));
            case MATERIALS ->
                catalogues.forEach(of -> of.matters()
                        .forEach(matter -> matter.materials().forEach(each -> rows.add(material(of, matter, each)))));
            case CONSULTATIONS -> consultations.forEach(each -> rows.add(consultation(each)));
            case EVALUATIONS -> evaluations.forEach(each -> rows.add(evaluation(each)));
        }
        return rows;
    }

    private static List<String> matter(DecisionCatalogue catalogue, DecisionMatter matter) {
        PlannedTime time = matter.plannedTime();
        DecisionResult result = matter.result();
        return List.of(
                text(catalogue.year()),
                text(catalogue.body()),
                text(matter.sequence()),
                text(matter.name()),
                text(matter.decisionKind()),
                joined(matter.units()),
                text(matter.answers()),
                String.join("；", matter.legalBases()),
                joined(matter.procedures()),
                text(time),
                time == null ? "" : text(time.from()),
                time == null ? "" : text(time.until()),
                text(matter.stage()),
                result == null ? "" : text(result.title()),
                result == null ? "" : text(result.documentNumber()),
                result == null ? "" : text(result.issuedOn()),
                text(matter.note()));
    }

    private static List<String> material(
            DecisionCatalogue catalogue, DecisionMatter matter, DecisionMaterial material) {
        return List.of(
                text(catalogue.year()),
                text(catalogue.body()),
                text(matter.sequence()),
                text(matter.name()),
                text(material.type()),
                text(material.title()),
                text(material.state()),
                text(material.publishedOn()),
                text(material.reason()),
                text(material.url()));
    }

    private static List<String> consultation(PublicConsultation each) {
        return List.of(
                text(each.body()),
                each.matter() == null ? "" : text(each.matter().year()),
                each.matter() == null ? "" : text(each.matter().sequence()),
                each.matter() == null ? "" : text(each.matter().name()),
                text(each.title()),
                joined(each.ways()),
                String.join("、", each.channels()),
                text(each.openFrom()),
                text(each.openUntil()),
                text(each.received()),
                text(each.adopted()),
                text(each.partlyAdopted()),
                text(each.rejected()),
                reasons(each),
                text(each.decisionIssuedOn()),
                text(each.feedbackPublishedOn()),
                text(each.sourceUrl()));
    }

    /** Why opinions were not adopted: the one text, else the reasons of the opinions, each once. */
    static String reasons(PublicConsultation consultation) {
        return consultation.rejectionReasons() != null
                ? consultation.rejectionReasons()
                : consultation.opinions().stream()
                        .filter(each -> each.outcome() == Adoption.Outcome.REJECTED)
                        .flatMap(each -> Stream.ofNullable(each.reason()))
                        .distinct()
                        .collect(Collectors.joining("；"));
    }

    private static List<String> evaluation(PolicyEvaluation each) {
        return List.of(
                text(each.body()),
                text(each.year()),
                text(each.subject()),
                text(each.documentNumber()),
                text(each.evaluator()),
                joined(each.methods()),
                each.findings().stream()
                        .map(finding -> (finding.aspect() == null ? "" : finding.aspect() + "：") + text(finding.text()))
                        .collect(Collectors.joining("；")),
                text(each.use()),
                text(each.publishedOn()),
                text(each.sourceUrl()));
    }

    static String joined(List<?> items) {
        return items.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
