package org.gongkai.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.inventory.GapFile;
import org.gongkai.ingest.inventory.InventoryException;
import org.gongkai.ingest.inventory.InventoryReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.validation.coverage.GapExplanation;
import org.gongkai.validation.coverage.Inventory;
import org.gongkai.validation.coverage.InventoryEntry;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/** An inventory from a file, as the audit of coverage wants it. */
final class ListedDocuments implements Inventory {

    private final InventoryReader reader;
    private final Messages messages;
    private Consumer<SourceProblem> problems;

    private ListedDocuments(InventoryReader reader, Messages messages, Consumer<SourceProblem> problems) {
        this.reader = reader;
        this.messages = messages;
        this.problems = problems;
    }

    /** The inventory of a file; problems with single entries are told when it is read first. */
    static ListedDocuments of(
            Path file,
            InventoryReader.@Nullable Kind kind,
            Mapping mapping,
            Messages messages,
            Consumer<SourceProblem> problems) {
        try {
            return new ListedDocuments(InventoryReader.of(file, kind, mapping), messages, problems);
        } catch (IOException e) {
            throw refused(file, e, messages);
        }
    }

    /** The explanations of a file. */
    static List<GapExplanation> explanations(Path file, Messages messages) {
        try {
            return GapFile.read(file).stream()
                    .map(each -> new GapExplanation(each.number(), each.reason(), each.article(), each.place()))
                    .toList();
        } catch (IOException e) {
            throw refused(file, e, messages);
        }
    }

    @Override
    public String name() {
        return reader.name();
    }

    @Override
    public void read(Consumer<InventoryEntry> entries) throws IOException {
        Consumer<SourceProblem> told = problems;
        // The second reading would tell everything again.
        problems = problem -> {};
        try {
            reader.read(new InventoryReader.Handler() {
                @Override
                public void entry(OfficialDocument document, @Nullable String secrecy, Location place) {
                    entries.accept(new InventoryEntry(document, secrecy, place));
                }

                @Override
                public void problem(SourceProblem problem) {
                    told.accept(problem);
                }
            });
        } catch (InventoryException e) {
            throw refused(null, e, messages);
        }
    }

    private static UsageException refused(@Nullable Path file, IOException e, Messages messages) {
        SourceProblem problem = e instanceof InventoryException unfit ? unfit.problem() : null;
        if (problem != null) {
            RuleCatalogue rules = RuleCatalogue.standard();
            Finding finding = new Finding(
                    problem.rule(),
                    Severity.ERROR,
                    null,
                    "",
                    problem.value(),
                    problem.expected(),
                    problem.location(),
                    "");
            return new UsageException(FindingPrinter.place(finding) + rules.text(finding, messages.locale()) + " "
                    + rules.mending(finding, messages.locale()));
        }
        return new UsageException(
                file != null && !Files.exists(file)
                        ? messages.text("error.source.missing", file)
                        : messages.text("error.io", String.valueOf(e.getMessage())));
    }
}
