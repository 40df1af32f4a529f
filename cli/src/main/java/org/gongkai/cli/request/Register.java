package org.gongkai.cli.request;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.cli.run.SourceReading;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.request.DisclosureRequestBuilder;
import org.gongkai.core.source.Location;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.validation.DisclosureValidator;
import org.jspecify.annotations.Nullable;

/** The applications of the sources. Nothing of the private half is ever in it. */
final class Register extends SourceReading {

    /** An application and where it was read. */
    record Entry(DisclosureRequest request, Mapped read) {

        Location place() {
            return read.origin();
        }
    }

    private final @Nullable Agency body;
    private final List<Entry> entries = new ArrayList<>();
    private long others;

    private Register(DisclosureValidator validator, @Nullable Agency body) {
        super(validator);
        this.body = body;
    }

    /**
     * Reads registers.
     *
     * @param body the body of an application that names none, or null
     */
    static Register read(
            List<Path> files,
            Mapping mapping,
            DisclosureValidator validator,
            @Nullable Agency body,
            Messages messages) {
        files.forEach(Conversion::requireReadable);
        Register register = new Register(validator, body);
        LegacyReader reader = LegacyReader.standard().withMapping(mapping);
        register.read(reader, files);
        if (reader.hasDatabase()) {
            reader.readDatabase(System::getenv, register);
        }
        return register;
    }

    List<Entry> entries() {
        return entries;
    }

    /** How many records of other kinds the sources hold. */
    long others() {
        return others;
    }

    List<DisclosureRequest> requests() {
        return entries.stream().map(Entry::request).toList();
    }

    void require(Messages messages) {
        if (entries.isEmpty()) {
            throw new UsageException(messages.text("error.requests.none"));
        }
    }

    @Override
    protected void keep(Mapped mapped) {
        DisclosureRequest request = RecordKind.of(DisclosureRequest.class).as(mapped.record());
        if (request == null) {
            others++;
        } else {
            entries.add(new Entry(
                    request.body() == null && body != null
                            ? DisclosureRequestBuilder.builder(request)
                                    .body(body)
                                    .build()
                            : request,
                    mapped));
        }
    }
}
