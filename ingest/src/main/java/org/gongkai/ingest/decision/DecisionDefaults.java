package org.gongkai.ingest.decision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.DateText;
import org.gongkai.core.decision.ConsultationWay;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.DecisionCatalogueBuilder;
import org.gongkai.core.decision.MatterReference;
import org.gongkai.core.decision.PartyConsent;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.decision.PublicConsultationBuilder;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every record of a source unless its table says otherwise.
 *
 * @param catalogue what holds for a catalogue: its body, its year, the day on which it was published
 * @param consultation what holds for a consultation: its matter, its period, the numbers that the notice states
 */
public record DecisionDefaults(DecisionCatalogue catalogue, PublicConsultation consultation) {

    static final Set<String> NAMES = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(
            "body",
            "year",
            "title",
            "documentNumber",
            "publishedOn",
            "consent.committee",
            "consent.note",
            "matter.sequence",
            "matter.name",
            "ways",
            "channels",
            "openFrom",
            "openUntil",
            "shorterBecause",
            "received",
            "adopted",
            "partlyAdopted",
            "rejected",
            "rejectionReasons",
            "decisionIssuedOn",
            "feedbackPublishedOn",
            "sourceUrl")));

    /**
     * Creates defaults.
     *
     * @throws NullPointerException when a component is null
     */
    public DecisionDefaults {
        Objects.requireNonNull(catalogue, "catalogue");
        Objects.requireNonNull(consultation, "consultation");
    }

    /**
     * Nothing but what the tables say.
     *
     * @return the defaults
     */
    public static DecisionDefaults none() {
        return new DecisionDefaults(
                DecisionCatalogueBuilder.builder().build(),
                PublicConsultationBuilder.builder().build());
    }

    /** What a mapping file says: body, year, title and address hold for a catalogue and for a consultation. */
    static DecisionDefaults read(Map<String, String> texts) {
        DecisionCatalogueBuilder catalogue = DecisionCatalogueBuilder.builder();
        PublicConsultationBuilder consultation = PublicConsultationBuilder.builder();
        Integer year = null;
        for (Map.Entry<String, String> each : texts.entrySet()) {
            String name = each.getKey();
            String text = each.getValue().strip();
            switch (name) {
                case "body" -> {
                    catalogue.body(Agency.parse(text));
                    consultation.body(Agency.parse(text));
                }
                case "year" -> {
                    year = number(name, text, "(?:19|20)\\d{2}");
                    catalogue.year(year);
                }
                case "title" -> {
                    catalogue.title(text);
                    consultation.title(text);
                }
                case "documentNumber" ->
                    catalogue.documentNumber(
                            known(name, DocumentNumber.read(text).value()));
                case "publishedOn" -> catalogue.publishedOn(day(name, text));
                case "ways" ->
                    consultation.ways(
                            parts(text).stream().map(ConsultationWay::parse).toList());
                case "channels" -> consultation.channels(parts(text));
                case "openFrom" -> consultation.openFrom(day(name, text));
                case "openUntil" -> consultation.openUntil(day(name, text));
                case "shorterBecause" -> consultation.shorterBecause(text);
                case "received" -> consultation.received(count(name, text));
                case "adopted" -> consultation.adopted(count(name, text));
                case "partlyAdopted" -> consultation.partlyAdopted(count(name, text));
                case "rejected" -> consultation.rejected(count(name, text));
                case "rejectionReasons" -> consultation.rejectionReasons(text);
                case "decisionIssuedOn" -> consultation.decisionIssuedOn(day(name, text));
                case "feedbackPublishedOn" -> consultation.feedbackPublishedOn(day(name, text));
                case "sourceUrl" -> {
                    catalogue.sourceUrl(text);
                    consultation.sourceUrl(text);
                }
                case "consent.committee", "consent.note", "matter.sequence", "matter.name" -> {}
                default -> throw new IllegalArgumentException(name);
            }
        }
        String committee = texts.get("consent.committee");
        String note = texts.get("consent.note");
        if (committee != null || note != null) {
            catalogue.consent(new PartyConsent(committee == null ? null : Agency.parse(committee), null, note));
        }
        String sequence = texts.get("matter.sequence");
        String matter = texts.get("matter.name");
        if (sequence != null || matter != null) {
            consultation.matter(new MatterReference(year, sequence, matter));
        }
        return new DecisionDefaults(catalogue.build(), consultation.build());
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split("[、，,；;]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static int count(String name, String text) {
        return number(name, text, "\\d{1,6}");
    }

    private static int number(String name, String text, String shape) {
        if (!text.matches(shape)) {
            throw new IllegalArgumentException(name);
        }
        return Integer.parseInt(text);
    }

    private static LocalDate day(String name, String text) {
        return known(name, DateText.read(text).value());
    }

    private static <T> T known(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}
