package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.conversion.ConversionException;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.mapping.MappingException;
import org.gongkai.ingest.mapping.MappingSuggestion;
import org.gongkai.ingest.source.SourceFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a mapping file, or writes a first one for a source. */
@Command
final class MappingCommand {

    private final Terminal terminal;
    private final Messages messages;

    MappingCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Command(name = "check")
    int check(@Parameters(paramLabel = "FILE", descriptionKey = "FILE") Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ConversionException(ConversionException.Problem.SOURCE_MISSING, file);
        }
        try {
            Mapping mapping = Mapping.read(file);
            terminal.out()
                    .println(messages.text(
                            "mapping.good",
                            file,
                            mapping.labels().size(),
                            mapping.constants().size(),
                            mapping.ignored().size(),
                            mapping.values().size(),
                            mapping.dates().size(),
                            mapping.tables().size()));
            return ExitCode.COMPLETE;
        } catch (MappingException faulty) {
            terminal.out().println(faulty.text(messages.locale()));
            return ExitCode.FINDINGS;
        }
    }

    /** The mapping whose database is looked at. */
    private Mapping database(@Nullable Path file) throws IOException {
        try {
            return file == null ? Mapping.none() : Mapping.read(file);
        } catch (MappingException faulty) {
            throw new UsageException(faulty.text(messages.locale()));
        }
    }

    /** In UTF-8, as mapping files are read, whatever the terminal writes; a file on which somebody has worked is kept. */
    private void write(Path out, String yaml) throws IOException {
        try {
            Files.writeString(out, yaml, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw new UsageException(messages.text("error.mapping.there", out));
        }
    }

    @Command(name = "suggest")
    int suggest(
            @Parameters(arity = "0..*", paramLabel = "SOURCE", descriptionKey = "SOURCE") @Nullable List<Path> given,
            @Option(names = "--mapping", paramLabel = "FILE", descriptionKey = "mapping") @Nullable Path database,
            @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out") @Nullable Path out)
            throws IOException {
        List<Path> sources = given == null ? List.of() : given;
        for (Path each : sources) {
            if (!Files.exists(each)) {
                throw new ConversionException(ConversionException.Problem.SOURCE_MISSING, each);
            }
        }
        List<SourceProblem> problems = new ArrayList<>();
        List<SourceFile> files = LegacyReader.standard().find(sources, problems::add);
        for (SourceProblem each : problems) {
            terminal.err().println(messages.text("mapping.passed", each.location(), each.rule()));
        }
        MappingSuggestion suggestion = MappingSuggestion.of(files, database(database), System::getenv);
        for (String each : suggestion.headless()) {
            terminal.err().println(messages.text("mapping.headless", each));
        }
        if (suggestion.guesses().isEmpty() && suggestion.tables().isEmpty()) {
            throw new UsageException(messages.text("error.mapping.nothing"));
        }
        String yaml = suggestion.toYaml(messages.locale());
        if (out == null) {
            terminal.out().print(yaml);
            terminal.out().flush();
        } else {
            write(out, yaml);
        }
        return ExitCode.COMPLETE;
    }
}
