package org.gongkai.conversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.PackageReceipt;
import org.gongkai.export.assistance.AssistanceFiles;
import org.gongkai.export.decision.DecisionFiles;
import org.gongkai.export.interpretation.PolicyFiles;
import org.gongkai.export.land.LandFiles;
import org.gongkai.export.report.ReportFormat;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.report.Report;
import org.jspecify.annotations.Nullable;

/** One run, from the first look at the sources to the package at its place. */
final class Run {

    /** One moment stands for the whole run. */
    private final Settings settings;

    private final Feed feed;

    /** Records that were written before one came that takes their place, by their numbers in the run. */
    private Set<Long> late = Set.of();

    /** What the last reading found of links that one side lacks; null before the first. */
    private @Nullable OtherSides otherSides;

    /** Tells, when all were read, of an answer whether all that it rests on holds no longer. */
    private Predicate<PolicyAnswer> lapsed = each -> false;

    Run(Settings settings, Feed feed) {
        this.settings = settings;
        this.feed = feed;
    }

    Report report() {
        try {
            return settings.target() == null ? judge() : write(settings.target());
        } catch (IOException e) {
            throw refused(ConversionException.of(e));
        } catch (UncheckedIOException e) {
            throw refused(ConversionException.of(Objects.requireNonNull(e.getCause())));
        } catch (ConversionException e) {
            throw refused(e);
        }
    }

    /** An interrupted thread fails in whatever it was just doing. */
    private static ConversionException refused(ConversionException e) {
        return Thread.currentThread().isInterrupted() && e.problem() != ConversionException.Problem.CANCELLED
                ? ConversionException.of(ConversionException.Problem.CANCELLED, null, "", e)
                : e;
    }

    private Report judge() throws IOException {
        try (feed) {
            return Objects.requireNonNull(
                    read("gongkai " + Conversion.version(), Sink.NOWHERE, settings, feed, Set.of()));
        }
    }

    private Report write(Target target) throws IOException {
        Files.createDirectories(target.place().toAbsolutePath().normalize().getParent());
        Report report = write(target, settings, feed, Set.of());
        if (report == null) {
            // A later source takes the place of one that is written already, or a link stands on one side only: now it
            // is known.
            report =
                    Objects.requireNonNull(write(target, settings.again(), Objects.requireNonNull(feed.again()), late));
            feed.done();
        }
        return report;
    }

    /** Writes the package, or answers null when it is to be written anew without {@link #late}. */
    private @Nullable Report write(Target target, Settings settings, Feed feed, Set<Long> displaced)
            throws IOException {
        PackageOptions options = target.options();
        // The package is made before the journal is opened, since it keeps every other run to this target out.
        try (LibraryPackage library = LibraryPackage.create(target.place(), options);
                feed) {
            RequisitionGround ground = settings.ground();
            library.show(AssistanceFiles.ofRun(
                    LocalDate.now(settings.clock()),
                    settings.profile().assistance().scheme()));
            library.show(LandFiles.ofRun(ground.collectiveLand(), ground.houses(), ground.duties()));
            library.show(DecisionFiles.ofRun());
            library.show(PolicyFiles.ofRun(LocalDate.now(settings.clock()), each -> lapsed.test(each)));
            library.addReport(
                    "report.html", (shown, html) -> ReportFormat.HTML.write(shown, html, settings.language()));
            Sink sink = new PackageSink(library, settings::leaves);
            Report report = read("gongkai " + options.toolVersion(), sink, settings, feed, displaced);
            settings.refuseCancelled();
            if (report == null) {
                return null;
            }
            PackageReceipt receipt = library.finish(report);
            feed.done();
            settings.receipt().accept(receipt);
            return report;
        }
    }

    /** Reading, judging and writing go on in threads of their own, one after the other for each record. */
    private @Nullable Report read(String tool, Sink sink, Settings settings, Feed feed, Set<Long> displaced)
            throws IOException {
        feed.open();
        try (Lane<Sink> writing = new Lane<>("write", sink)) {
            Pass pass = new Pass(
                    settings, tool, feed, settings.threads() > 2 ? Lanes.sink(writing) : sink, displaced, otherSides);
            try (Lane<SourceHandler> judging = new Lane<>("judge", pass)) {
                int opened = feed.read(settings.threads() > 1 ? Lanes.handler(judging) : pass);
                judging.finish();
                pass.opened(opened);
            }
            feed.problems().forEach(pass::problem);
            pass.account();
            pass.end();
            writing.finish();
            feed.check();
            for (SourceProblem each : sink.problems()) {
                pass.problem(each, sink);
            }
            late = pass.displaced();
            lapsed = pass::lapsed;
            boolean first = otherSides == null;
            otherSides = pass.otherSides();
            boolean anew =
                    sink != Sink.NOWHERE && (!late.isEmpty() || first && otherSides.any()) && feed.again() != null;
            return anew ? null : pass.report();
        }
    }
}
