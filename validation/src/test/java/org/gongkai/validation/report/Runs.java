package org.gongkai.validation.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Validity;
import org.gongkai.core.organization.Agency;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.jspecify.annotations.Nullable;

/** Runs over documents, each with some elements missing. */
final class Runs {

    static final OffsetDateTime MADE = OffsetDateTime.of(2026, 1, 31, 8, 0, 0, 0, ZoneOffset.ofHours(8));
    static final LocalDate TODAY = MADE.toLocalDate();
    static final DisclosureValidator VALIDATOR = DisclosureValidator.of(
            Profile.named("shandong-library"), Clock.fixed(MADE.toInstant(), ZoneOffset.ofHours(8)));

    private Runs() {}

    static OfficialDocument document(
            int id, @Nullable String agency, @Nullable Integer year, boolean title, boolean validity) {
        return OfficialDocumentBuilder.builder()
                .title(title ? "关于第" + id + "号事项的通知" : null)
                .issuers(agency == null ? List.of() : List.of(Agency.parse(agency)))
                .documentNumber(year == null ? null : DocumentNumber.parse("临湾政办字〔" + year + "〕" + id + "号"))
                .writtenOn(year == null ? null : LocalDate.of(year, 3, 1))
                .publishedOn(year == null ? null : LocalDate.of(year, 3, 2))
                .indexNumber(IndexNumber.parse("临湾-" + id))
                .validity(validity ? Validity.of(Validity.State.IN_FORCE) : null)
                .body(new Body("正文", null))
                .build();
    }

    static ReportCollector collector(int maxFindings, @Nullable Baseline baseline) {
        return new ReportCollector(VALIDATOR, "gongkai test", MADE, maxFindings, baseline);
    }

    static Report report(List<OfficialDocument> documents, int maxFindings, @Nullable Baseline baseline) {
        ReportCollector collector = collector(maxFindings, baseline);
        for (OfficialDocument each : documents) {
            collector.record(each, VALIDATOR.judge(each), List.of(), false);
        }
        return collector.result();
    }

    static Baseline.Entry entry(Finding finding, int count, LocalDate until) {
        return new Baseline.Entry(
                finding.fingerprint(), finding.rule(), finding.record(), finding.pointer(), count, "旧站遗留", until);
    }

    static String json(Report report) {
        try {
            return JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build()
                    .writeValueAsString(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Arbitrary<List<OfficialDocument>> documents() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.of("临湾区教育局", "临湾区民政局").injectNull(0.2),
                        Arbitraries.integers().between(2020, 2024).injectNull(0.2),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Runs::document)
                .list()
                .ofMaxSize(25);
    }
}
