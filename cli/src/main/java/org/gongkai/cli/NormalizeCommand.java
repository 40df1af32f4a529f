package org.gongkai.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.export.CanonicalJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Reads codes leniently, one a line, and says what had to be repaired. */
@Command
final class NormalizeCommand {

    private final Terminal terminal;

    NormalizeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "docnumber")
    int documentNumbers() throws IOException {
        JsonMapper json = CanonicalJson.mapper();
        try (BufferedReader lines = terminal.lines()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                terminal.out().println(json.writeValueAsString(Normalized.of(DocumentNumber.read(line))));
            }
        }
        return ExitCode.COMPLETE;
    }

    @JsonPropertyOrder({"raw", "wellFormed", "text", "form", "agencyCode", "year", "serial", "repairs"})
    record Normalized(
            String raw,
            boolean wellFormed,
            @Nullable String text,
            String form,
            @Nullable String agencyCode,
            @Nullable Integer year,
            @Nullable Integer serial,
            List<String> repairs) {

        static Normalized of(Reading<DocumentNumber> reading) {
            DocumentNumber number = reading.value();
            DocumentNumber.Form form = number == null ? DocumentNumber.Form.NONE : number.form();
            boolean none = number == null || form == DocumentNumber.Form.NONE;
            return new Normalized(
                    reading.raw(),
                    !none && number.wellFormed(),
                    none ? null : number.text(),
                    form.name().toLowerCase(Locale.ROOT),
                    none ? null : number.agencyCode(),
                    none ? null : number.year(),
                    none ? null : number.serial(),
                    reading.repairs().stream().map(Repair::code).toList());
        }
    }
}
