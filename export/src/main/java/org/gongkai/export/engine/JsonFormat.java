package org.gongkai.export.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.format.FormatProfile;
import org.jspecify.annotations.Nullable;

/** Records as JSON objects whose values are texts: one a line, or in one array, one a line as well. */
final class JsonFormat extends FormatWriter {

    private final FormatProfile profile;
    private final FormatProfile.Json form;
    private final JsonFactory factory;
    private @Nullable OutputStream out;
    private @Nullable JsonGenerator json;

    JsonFormat(FormatProfile profile, Bag bag) {
        super(profile, bag);
        this.profile = profile;
        this.form = profile.json() == null ? new FormatProfile.Json(false, null, false, false) : profile.json();
        this.factory = JsonFactory.builder()
                .configure(JsonWriteFeature.ESCAPE_NON_ASCII, form.ascii())
                .build();
    }

    @Override
    void begin(OutputStream file) throws IOException {
        out = file;
        json = factory.createGenerator(file);
        json.setPrettyPrinter(new Lines());
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        if (form.root() != null) {
            json.writeStartObject();
            json.writeFieldName(form.root());
        }
        if (form.array()) {
            json.writeStartArray();
        }
    }

    @Override
    void row(String[] values) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < values.length; i++) {
            if (!form.omitEmpty() || !values[i].isEmpty()) {
                json.writeStringField(profile.fields().get(i).name(), values[i]);
            }
        }
        json.writeEndObject();
    }

    @Override
    void end() throws IOException {
        json.close();
        out.write('\n');
    }

    @Override
    boolean holds(char c) {
        return true;
    }

    /** One row a line. */
    private static final class Lines extends MinimalPrettyPrinter {

        private static final long serialVersionUID = 1L;

        Lines() {
            super("\n");
        }

        @Override
        public void beforeArrayValues(JsonGenerator out) throws IOException {
            out.writeRaw('\n');
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
            out.writeRaw(",\n");
        }

        @Override
        public void writeEndArray(JsonGenerator out, int rows) throws IOException {
            out.writeRaw(rows == 0 ? "]" : "\n]");
        }
    }
}
