package org.gongkai.ingest.decision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
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
        texts.keySet().stream()
                .filter(each -> !NAMES.contains(each))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(unknown);
                });
        Given given = new Given(texts);
        return new DecisionDefaults(catalogue(given), consultation(given));
    }

    private static DecisionCatalogue catalogue(Given given) {
        DecisionCatalogueBuilder catalogue = DecisionCatalogueBuilder.builder();
        given.take("body", text -> catalogue.body(Agency.parse(text)));
        given.take("title", catalogue::title);
        given.take(
                "documentNumber",
                text -> catalogue.documentNumber(
                        known("documentNumber", DocumentNumber.read(text).value())));
        given.take("sourceUrl", catalogue::sourceUrl);
        catalogue.year(given.year());
        catalogue.publishedOn(given.day("publishedOn"));
        String committee = given.raw("consent.committee");
        String note = given.raw("consent.note");
        if (committee != null || note != null) {
            catalogue.consent(new PartyConsent(committee == null ? null : Agency.parse(committee), null, note));
        }
        return catalogue.build();
    }

    private static PublicConsultation consultation(Given given) {
        PublicConsultationBuilder consultation = PublicConsultationBuilder.builder();
        given.take("body", text -> consultation.body(Agency.parse(text)));
        given.take("title", consultation::title);
        given.take(
                "ways",
                text -> consultation.ways(
                        parts(text).stream().map(ConsultationWay::parse).toList()));
        given.take("channels", text -> consultation.channels(parts(text)));
        given.take("shorterBecause", consultation::shorterBecause);
        given.take("rejectionReasons", consultation::rejectionReasons);
        given.take("sourceUrl", consultation::sourceUrl);
        consultation.openFrom(given.day("openFrom"));
        consultation.openUntil(given.day("openUntil"));
        consultation.received(given.count("received"));
        consultation.adopted(given.count("adopted"));
        consultation.partlyAdopted(given.count("partlyAdopted"));
        consultation.rejected(given.count("rejected"));
        consultation.decisionIssuedOn(given.day("decisionIssuedOn"));
        consultation.feedbackPublishedOn(given.day("feedbackPublishedOn"));
        String sequence = given.raw("matter.sequence");
        String matter = given.raw("matter.name");
        if (sequence != null || matter != null) {
            consultation.matter(new MatterReference(given.year(), sequence, matter));
        }
        return consultation.build();
    }

    /** The texts of a mapping file by their names; one that cannot be read ends the reading with its name. */
    private record Given(Map<String, String> texts) {

        @Nullable
        String raw(String name) {
            return texts.get(name);
        }

        void take(String name, Consumer<String> into) {
            String text = texts.get(name);
            if (text != null) {
                into.accept(text.strip());
            }
        }

        @Nullable
        LocalDate day(String name) {
            String text = texts.get(name);
            return text == null ? null : known(name, DateText.read(text.strip()).value());
        }

        @Nullable
        Integer year() {
            return number("year", "(?:19|20)\\d{2}");
        }

        @Nullable
        Integer count(String name) {
            return number(name, "\\d{1,6}");
        }

        private @Nullable Integer number(String name, String shape) {
            String text = texts.get(name);
            if (text == null) {
                return null;
            }
            if (!text.strip().matches(shape)) {
                throw new IllegalArgumentException(name);
            }
            return Integer.valueOf(text.strip());
        }
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split("[、，,；;]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static <T> T known(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}
