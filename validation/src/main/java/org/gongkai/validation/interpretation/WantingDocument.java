package org.gongkai.validation.interpretation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import java.util.Comparator;
import org.gongkai.core.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A document in force that wants an interpretation.
 *
 * @param reach whom it reaches, by which it is sorted behind its age
 * @param publishedOn the day on which it was published, or null
 * @param documentNumber its document number, or null
 * @param title its title, or null
 * @param agency the agency that issued it, or null
 * @param sourceUrl the address of its page, or null
 * @param place where it was read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"reach", "publishedOn", "documentNumber", "title", "agency", "sourceUrl", "place"})
public record WantingDocument(
        Reach reach,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate publishedOn,

        @Nullable String documentNumber,
        @Nullable String title,
        @Nullable String agency,
        @Nullable String sourceUrl,
        String place) {

    /** The oldest first, those without a day last; of one day those that reach farther. */
    public static final Comparator<WantingDocument> BY_AGE_AND_REACH = Comparator.comparing(
                    WantingDocument::publishedOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(WantingDocument::reach)
            .thenComparing(each -> String.valueOf(each.documentNumber()))
            .thenComparing(WantingDocument::place);

    /** Whom a document reaches. */
    public enum Reach {
        /** A government rule (政府规章), which binds everybody in the place. */
        RULE(new Bilingual("政府规章", "government rule")),
        /** An administrative normative document (行政规范性文件). */
        NORMATIVE(new Bilingual("行政规范性文件", "normative document")),
        /** By the words of its title a document that mostly touches the rights of the public; an interpretation is advised. */
        PUBLIC_EFFECT(new Bilingual("影响公众权益的文件", "document that touches public rights"));

        private final Bilingual label;

        Reach(Bilingual label) {
            this.label = label;
        }

        /**
         * What such a document is called.
         *
         * @return the name in both languages
         */
        public Bilingual label() {
            return label;
        }

        /** Whether an interpretation is asked for, and not only advised. */
        boolean must() {
            return this != PUBLIC_EFFECT;
        }
    }
}
