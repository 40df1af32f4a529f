package org.gongkai.conversion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.inventory.GapExplanation;
import org.gongkai.core.inventory.Inventory;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.PackageReceipt;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.validation.document.ConflictChoice;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.Baseline;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportedFinding;
import org.jspecify.annotations.Nullable;

/**
 * A run over legacy sources or records, as the command {@code gongkai convert} and {@code gongkai validate} make it:
 * reads, maps, judges record by record and all together, withholds what may not leave, writes a package and reports.
 *
 * <pre>{@code
 * Report report = Conversion.of(Profile.named("shandong-library"), Clock.systemDefaultZone())
 *         .reading(LegacyReader.standard().withMapping(mapping))
 *         .into(Path.of("package"))
 *         .onFinding(finding -> log.info(finding.finding().rule()))
 *         .run(List.of(Path.of("legacy")));
 * }</pre>
 *
 * <p>The same sources, settings and moment give the same bytes, whatever the number of threads. Immutable: each method
 * answers a new conversion, and one may run as often as wanted, from several threads too when its listeners allow that.
 * A setting that is given twice holds as it was given last.
 */
public final class Conversion {

    private static final int MAX_FINDINGS = 1_000;
    private static final int USEFUL_THREADS = 3;

    private final Settings settings;

    private Conversion(Settings settings) {
        this.settings = settings;
    }

    /**
     * A run that judges, by one profile, and writes nothing.
     *
     * @param profile the rules to apply
     * @param clock tells the moment that counts as now, once a run; its zone is that of the reports
     * @return the conversion
     * @throws ConversionException when there is no clock
     */
    public static Conversion of(Profile profile, Clock clock) {
        if (clock == null) {
            throw ConversionException.of(ConversionException.Problem.CLOCK_MISSING);
        }
        return new Conversion(SettingsBuilder.builder()
                .profile(Objects.requireNonNull(profile, "profile"))
                .clock(clock)
                .ground(RequisitionGround.standard())
                .reader(LegacyReader.standard())
                .environment(System::getenv)
                .explanations(List.of())
                .attachments(true)
                .language(Locale.CHINESE)
                .choice(ConflictChoice.LATER_PUBLICATION)
                .maxFindings(MAX_FINDINGS)
                .threads(Math.min(USEFUL_THREADS, Runtime.getRuntime().availableProcessors() + 1))
                .findings(finding -> {})
                .progress(progress -> {})
                .records(record -> {})
                .receipt(receipt -> {})
                .cancelled(() -> false)
                .build());
    }

    /**
     * The version of this library, which reports and packages name.
     *
     * @return the version, such as {@code 1.0.0}
     */
    public static String version() {
        try (InputStream data = Conversion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(data);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The moment of the run that died on its way to a target and left a {@linkplain #journalled journal} there.
     *
     * @param target where its package should have stood
     * @return the moment, or null when there is no run to go on from
     * @throws ConversionException when there is a journal that is not as a run left it, or a link in its place
     */
    public static @Nullable OffsetDateTime interrupted(Path target) {
        return RunJournal.moment(target);
    }

    /**
     * Reads with a reader of one's own: its mapping, labels and limits, and whether it follows links. Without this,
     * {@link LegacyReader#standard()} reads.
     *
     * @param reader the reader
     * @return a new conversion
     */
    public Conversion reading(LegacyReader reader) {
        return with(s -> s.reader(Objects.requireNonNull(reader, "reader")));
    }

    /**
     * Reads the database that the reader's mapping names with other variables than those of the process.
     *
     * @param environment gives a variable's value, or null
     * @return a new conversion
     */
    public Conversion withEnvironment(UnaryOperator<@Nullable String> environment) {
        return with(s -> s.environment(Objects.requireNonNull(environment, "environment")));
    }

    /**
     * Judges projects of land requisition by other catalogues of items, duties or calendar.
     *
     * @param ground what projects must disclose; without this {@link RequisitionGround#standard()}
     * @return a new conversion
     */
    public Conversion withGround(RequisitionGround ground) {
        return with(s -> s.ground(Objects.requireNonNull(ground, "ground")));
    }

    /**
     * Holds the records against a list of those that should be there.
     *
     * @param inventory the list, such as an {@link org.gongkai.ingest.inventory.InventoryReader}
     * @return a new conversion
     */
    public Conversion against(Inventory inventory) {
        return with(s -> s.inventory(Objects.requireNonNull(inventory, "inventory")));
    }

    /**
     * Holds the normative documents of the sources, which are a site, against what the library holds.
     *
     * @param library what it holds, such as an {@link org.gongkai.ingest.inventory.InventoryReader} of its package or list
     * @return a new conversion
     */
    public Conversion againstLibrary(Inventory library) {
        return with(s -> s.library(Objects.requireNonNull(library, "library")));
    }

    /**
     * Takes what is missing for a reason: entries of the inventory, and numbers of a series.
     *
     * @param gaps the reasons, such as those of {@link org.gongkai.ingest.inventory.GapFile#read}
     * @return a new conversion
     */
    public Conversion explaining(List<GapExplanation> gaps) {
        return with(s -> s.explanations(List.copyOf(gaps)));
    }

    /**
     * Checks that the relative links of decision catalogues lead to files of the sources; nothing is fetched. Records
     * that the caller has come from no files, so that nothing is checked there.
     *
     * @return a new conversion
     */
    public Conversion checkingLinks() {
        return with(s -> s.checksLinks(true));
    }

    /**
     * Writes a package with the usual formats.
     *
     * @param target where it shall stand: a folder, or a file ending in .zip, that does not exist yet; folders around it
     *     are made
     * @return a new conversion
     */
    public Conversion into(Path target) {
        return into(target, PackageOptions.of(settings.clock(), version()));
    }

    /**
     * Writes a package.
     *
     * @param target where it shall stand: a folder, or a file ending in .zip; folders around it are made
     * @param options how to write it. Its clock and its validation profile are those of this conversion, whatever stands
     *     there
     * @return a new conversion
     */
    public Conversion into(Path target, PackageOptions options) {
        Target where = new Target(Objects.requireNonNull(target, "target"), Objects.requireNonNull(options, "options"));
        return with(s -> s.target(where));
    }

    /**
     * Leaves attached files where they are; otherwise those of the sources are copied into the package.
     *
     * @return a new conversion
     */
    public Conversion withoutAttachments() {
        return with(s -> s.attachments(false));
    }

    /**
     * Writes the page {@code report.html} of the package in a language.
     *
     * @param language Chinese is written in Chinese and any other in English; without this, Chinese
     * @return a new conversion
     */
    public Conversion reportingIn(Locale language) {
        return with(s -> s.language(Objects.requireNonNull(language, "language")));
    }

    /**
     * Keeps a journal beside the target while the run lasts, {@code .NAME.journal}, so that a run that is killed can go
     * on. It holds what is withheld from the package, and only its owner may read it; success deletes it.
     *
     * @param arguments what makes two runs the same beside the sources: everything that changes the package
     * @param files files that are named there, such as a mapping; their size and time of change count as well
     * @return a new conversion
     */
    public Conversion journalled(List<String> arguments, List<Path> files) {
        Resumption fresh = new Resumption(List.copyOf(arguments), List.copyOf(files), false);
        return with(s -> s.resumption(fresh));
    }

    /**
     * Like {@link #journalled}, and goes on from a journal that is there: what was read from finished sources is not
     * read again, and the moment of that run holds. Without a journal, it begins anew.
     *
     * @param arguments see {@link #journalled}
     * @param files see {@link #journalled}
     * @return a new conversion
     */
    public Conversion resuming(List<String> arguments, List<Path> files) {
        Resumption later = new Resumption(List.copyOf(arguments), List.copyOf(files), true);
        return with(s -> s.resumption(later));
    }

    /**
     * Holds back findings that are known.
     *
     * @param known the findings to hold back
     * @return a new conversion
     */
    public Conversion withBaseline(Baseline known) {
        return with(s -> s.baseline(Objects.requireNonNull(known, "known")).rebasing(null));
    }

    /**
     * Holds back findings that are known, and makes the baseline for the next run.
     *
     * @param known the findings to hold back
     * @param update how the baseline changes
     * @param updated takes the new one when everything was judged, before the package is finished
     * @return a new conversion
     */
    public Conversion withBaseline(Baseline known, BaselineUpdate update, Consumer<Baseline> updated) {
        BaselineKeeper.Rebasing rebasing = new BaselineKeeper.Rebasing(
                Objects.requireNonNull(known, "known"),
                Objects.requireNonNull(update, "update"),
                Objects.requireNonNull(updated, "updated"));
        return with(s -> s.baseline(known).rebasing(rebasing));
    }

    /**
     * Chooses otherwise between two sources of one record that say different things; without this, the one with the later
     * publication date leaves. Where the choice falls on a source that is read after another, files and databases are read a
     * second time; records that the caller has are read once, and both leave.
     *
     * @param choice which of the two leaves
     * @return a new conversion
     */
    public Conversion choosing(ConflictChoice choice) {
        return with(s -> s.choice(Objects.requireNonNull(choice, "choice")));
    }

    /**
     * Keeps other numbers of findings in the reports; totals are exact always, and the package holds every finding.
     *
     * @param most the most findings of one rule to keep; without this 1,000
     * @return a new conversion
     * @throws ConversionException when it is negative
     */
    public Conversion withMaxFindings(int most) {
        if (most < 0) {
            throw ConversionException.of(ConversionException.Problem.MAX_FINDINGS, null, most, null);
        }
        return with(s -> s.maxFindings(most));
    }

    /**
     * Works in other numbers of threads; three are the most that find work.
     *
     * @param most the most threads to work in, at least 1; without this 3, or 2 on one processor
     * @return a new conversion
     * @throws ConversionException when it is less than 1
     */
    public Conversion withThreads(int most) {
        if (most < 1) {
            throw ConversionException.of(ConversionException.Problem.THREADS, null, most, null);
        }
        return with(s -> s.threads(most));
    }

    /**
     * Tells every record with where it came from, one after the other in the order of the run, from a thread of the run and before
     * the findings about it. Records that a package withholds or sets aside are told as well.
     *
     * @param listener takes the records; what it throws ends the run
     * @return a new conversion
     */
    public Conversion onRecord(Consumer<Mapped> listener) {
        return with(s -> s.records(Objects.requireNonNull(listener, "listener")));
    }

    /**
     * Tells every finding, one after the other in the order of the run, from a thread of the run. What is known by the
     * baseline is told as well and marked. Findings about what a package withholds are not told, since they quote it; a
     * run without a package tells them too.
     *
     * @param listener takes the findings; what it throws ends the run
     * @return a new conversion
     */
    public Conversion onFinding(Consumer<ReportedFinding> listener) {
        return with(s -> s.findings(Objects.requireNonNull(listener, "listener")));
    }

    /**
     * Tells how far the run has come: before the first source and after each. Records that the caller has are not told.
     *
     * @param listener takes the progress, on the thread that called; what it throws ends the run
     * @return a new conversion
     */
    public Conversion onProgress(Consumer<Progress> listener) {
        return with(s -> s.progress(Objects.requireNonNull(listener, "listener")));
    }

    /**
     * Tells what the package is, once it stands at its place.
     *
     * @param listener takes the receipt, on the thread that called
     * @return a new conversion
     */
    public Conversion onPackage(Consumer<PackageReceipt> listener) {
        return with(s -> s.receipt(Objects.requireNonNull(listener, "listener")));
    }

    /**
     * Lets a run be given up. It is also given up when the thread that called is interrupted. The target stays as it was;
     * a journal stays, so that the run can go on.
     *
     * @param cancelled whether the run is no longer wanted; asked on the thread that called, before each record and once
     *     before the package is finished
     * @return a new conversion
     */
    public Conversion cancelledBy(BooleanSupplier cancelled) {
        return with(s -> s.cancelled(Objects.requireNonNull(cancelled, "cancelled")));
    }

    private Conversion with(Consumer<SettingsBuilder> change) {
        SettingsBuilder next = SettingsBuilder.builder(settings);
        change.accept(next);
        return new Conversion(next.build());
    }

    /**
     * Runs over files and folders, and the database that the reader's mapping names.
     *
     * @param sources files and folders; may be empty when there is a database
     * @return the report, as the package has it
     * @throws ConversionException when the run cannot begin or go on
     * @throws IllegalArgumentException when two formats clash
     */
    public Report run(List<Path> sources) {
        List<Path> paths = List.copyOf(sources);
        if (paths.isEmpty() && !settings.reader().hasDatabase()) {
            throw ConversionException.of(ConversionException.Problem.SOURCE_NONE);
        }
        paths.forEach(Conversion::requireReadable);
        Target target = settings.target();
        if (target != null) {
            target.requireOutside(paths);
            target.requireBases();
        }
        Resumption resumption = settings.resumption();
        if (resumption == null) {
            Settings now = settings.at(null);
            return new Run(now, new SourceFeed(paths, now, null)).report();
        }
        if (target == null) {
            throw ConversionException.of(ConversionException.Problem.JOURNAL_OF_NOTHING);
        }
        OffsetDateTime begun = resumption.goesOn() ? interrupted(target.place()) : null;
        Settings now = settings.at(begun);
        return new Run(now, new SourceFeed(paths, now, resumption.opening(target.place(), now.moment(), begun != null)))
                .report();
    }

    /**
     * Refuses a source that is not there or may not be read, as every run does; for whoever reads without a run.
     *
     * @param source a file or folder
     * @throws ConversionException when it is not there or may not be read
     */
    public static void requireReadable(Path source) {
        if (!Files.exists(source)) {
            throw new ConversionException(ConversionException.Problem.SOURCE_MISSING, source);
        }
        if (!Files.isReadable(source)) {
            throw new ConversionException(ConversionException.Problem.SOURCE_UNREADABLE, source);
        }
    }

    /**
     * Runs over records that the caller has. Findings name them {@code records} and their number in the stream, from 1.
     *
     * @param records the records, in their order; read once, on the thread that called, and not closed
     * @return the report, as the package has it
     * @throws ConversionException when the run cannot go on
     * @throws IllegalArgumentException when one of the records is null, two formats clash, or JSON cannot hold a record
     */
    public Report run(Stream<? extends DisclosureRecord> records) {
        if (settings.resumption() != null) {
            throw ConversionException.of(ConversionException.Problem.JOURNAL_OF_NOTHING);
        }
        if (settings.target() != null) {
            settings.target().requireBases();
        }
        Settings now = settings.at(null);
        return new Run(now, new RecordFeed(records.sequential().iterator(), now)).report();
    }
}
