package org.gongkai.conversion;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.gongkai.core.inventory.GapExplanation;
import org.gongkai.core.inventory.Inventory;
import org.gongkai.export.PackageReceipt;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.AttachedFile;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.validation.document.ConflictChoice;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.Baseline;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/** Everything that was said of a run before it begins. */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
record Settings(
        Profile profile,
        Clock clock,
        RequisitionGround ground,
        LegacyReader reader,
        UnaryOperator<@Nullable String> environment,
        @Nullable Inventory inventory,
        @Nullable Inventory library,
        List<GapExplanation> explanations,
        boolean checksLinks,
        @Nullable Target target,
        boolean attachments,
        Locale language,
        @Nullable Resumption resumption,
        @Nullable Baseline baseline,
        BaselineKeeper.@Nullable Rebasing rebasing,
        ConflictChoice choice,
        int maxFindings,
        int threads,
        Consumer<Mapped> records,
        Consumer<ReportedFinding> findings,
        Consumer<Progress> progress,
        Consumer<PackageReceipt> receipt,
        BooleanSupplier cancelled) {

    /** With one moment for the whole run: that of an earlier one which goes on, or else what the clock shows. */
    Settings at(@Nullable OffsetDateTime begun) {
        Clock moment = Clock.fixed(begun == null ? clock.instant() : begun.toInstant(), clock.getZone());
        return SettingsBuilder.builder(this)
                .clock(moment)
                .target(target == null ? null : target.of(profile, moment))
                .build();
    }

    /** For a second reading of the same sources, of which everything was told already. */
    Settings again() {
        return SettingsBuilder.builder(this)
                .records(record -> {})
                .findings(finding -> {})
                .progress(progress -> {})
                .build();
    }

    /** Whether an attached file may go into the package; one with identity numbers where the profile makes that less than an error. */
    boolean leaves(AttachedFile file) {
        return attachments
                && (!file.identities()
                        || profile.severity(RuleCatalogue.standard().rule("source.attachment.personalData"))
                                        .orElse(Severity.ERROR)
                                != Severity.ERROR);
    }

    OffsetDateTime moment() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }

    /** Ends the run when whoever asked for it no longer wants it. */
    void refuseCancelled() {
        if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw ConversionException.of(ConversionException.Problem.CANCELLED);
        }
    }
}
