package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import picocli.CommandLine.Command;
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

    @Command(name = "suggest")
    int suggest(@Parameters(arity = "1..*", paramLabel = "SOURCE", descriptionKey = "SOURCE") List<Path> sources) {
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
        MappingSuggestion suggestion = MappingSuggestion.of(files);
        if (suggestion.guesses().isEmpty()) {
            throw new UsageException(messages.text("error.mapping.nothing"));
        }
        terminal.out().print(suggestion.toYaml(messages.locale()));
        terminal.out().flush();
        return ExitCode.COMPLETE;
    }
}
