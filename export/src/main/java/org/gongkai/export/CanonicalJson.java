package org.gongkai.export;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordJson;
import org.jspecify.annotations.Nullable;

/**
 * JSON as packages hold it: dates ISO, numbers exact, properties in the order of the types, line feeds everywhere.
 *
 * <p>Read a record of a package back:
 *
 * <pre>{@code
 * DisclosureRecord record = CanonicalJson.mapper().readValue(line, DisclosureRecord.class);
 * }</pre>
 *
 * <p>The mapper is thread-safe; writing is not.
 */
public final class CanonicalJson {

    private final ObjectWriter compact;
    private final ObjectWriter pretty;
    private final RecordJson records = new RecordJson();
    private final ByteArrayOutputStream lineBytes = new ByteArrayOutputStream(1 << 13);
    private @Nullable JsonGenerator generator;

    /** Makes a writer for one thread. */
    public CanonicalJson() {
        JsonMapper mapper = mapper();
        compact = mapper.writer();
        // The platform's own line break would make the bytes differ between systems.
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        pretty = mapper.writer(
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
    }

    /**
     * A mapper set as packages need it: an unknown day is refused, a decimal keeps its digits, a duplicate property
     * is an error.
     *
     * @return a new mapper; keep it, for it is costly to make
     */
    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /**
     * A value as a file for people and machines: indented, in UTF-8, with a line feed at its end.
     *
     * @param value any value that {@link #mapper()} can write
     * @return the bytes
     * @throws JsonProcessingException when it cannot be written
     */
    public static byte[] indented(Object value) throws JsonProcessingException {
        return new CanonicalJson().file(value);
    }

    /**
     * A record as one line without its line feed: the bytes of {@link #line(Object)}, sooner.
     *
     * @param record the record, not null
     * @return the bytes, in UTF-8
     * @throws JsonProcessingException when it cannot be written
     */
    public byte[] line(DisclosureRecord record) throws JsonProcessingException {
        return records.write(record) ? records.bytes() : line((Object) record);
    }

    /**
     * A value as one line without its line feed.
     *
     * @param value any value that {@link #mapper()} can write
     * @return the bytes, in UTF-8
     * @throws JsonProcessingException when it cannot be written
     */
    public byte[] line(Object value) throws JsonProcessingException {
        try {
            lineBytes.reset();
            if (generator == null) {
                // Making one for each line would cost as much as writing a short line.
                generator = compact.createGenerator(lineBytes);
                generator.setRootValueSeparator(null);
            }
            compact.writeValue(generator, value);
            generator.flush();
            return lineBytes.toByteArray();
        } catch (JsonGenerationException halfCharacter) {
            // UTF-8 cannot hold half of a surrogate pair, which a cut text may end in; an escape can, and loses
            // nothing.
            generator = null;
            return compact.with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(value);
        } catch (JsonProcessingException unfit) {
            generator = null;
            throw unfit;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A file for people and machines, indented, with a line feed at its end. */
    byte[] file(Object value) throws JsonProcessingException {
        byte[] text;
        try {
            text = pretty.writeValueAsBytes(value);
        } catch (JsonGenerationException halfCharacter) {
            text = pretty.with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(value);
        }
        byte[] lines = Arrays.copyOf(text, text.length + 1);
        lines[text.length] = '\n';
        return lines;
    }
}
