package org.gongkai.ingest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.jspecify.annotations.Nullable;

/**
 * Writes the ledger of a canonical record while its type is read from the same tokens, so that they are parsed once.
 */
final class WatchedParser extends JsonParserDelegate {

    /** One more than the ledger takes, so that it can tell that there was more. */
    private static final int MOST = CanonicalRecord.LEDGER_VALUE + 1;

    private final Location place;
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private String name = "";
    private int depth;
    private int values;
    private boolean drops;

    WatchedParser(JsonParser parser, Location place) {
        super(parser);
        this.place = place;
    }

    /** Takes note that the type has no place for a property. */
    void drops() {
        drops = true;
    }

    /** Whether the record holds everything that was read, in properties with these names. */
    boolean plain(Set<String> known, int maxFields) {
        return !drops && values <= maxFields && known.containsAll(names);
    }

    List<LedgerEntry> ledger() {
        return ledger;
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        JsonToken token = delegate.nextToken();
        if (token != null) {
            watch(token);
        }
        return token;
    }

    /** As the class above has it, but through the tokens. */
    @Override
    public @Nullable JsonToken nextValue() throws IOException {
        JsonToken token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }

    /** As the class above has it, but through the tokens. */
    @Override
    public JsonParser skipChildren() throws IOException {
        if (currentToken() != null && currentToken().isStructStart()) {
            int around = depth - 1;
            while (depth > around && nextToken() != null) {
                // Each is watched.
            }
        }
        return this;
    }

    private void watch(JsonToken token) throws IOException {
        if (token.isStructStart()) {
            depth++;
            if (depth > 1) {
                append(token.asString(), true);
            }
        } else if (token.isStructEnd()) {
            depth--;
            if (depth > 0) {
                append(token.asString(), false);
            }
            if (depth == 1) {
                account(part.toString());
                part.setLength(0);
            }
        } else if (token == JsonToken.FIELD_NAME) {
            if (depth == 1) {
                name = delegate.currentName();
            } else {
                quote(delegate.currentName());
                append(":", false);
            }
        } else {
            values++;
            if (depth == 1) {
                account(token == JsonToken.VALUE_NULL ? "" : delegate.getText());
            } else if (token == JsonToken.VALUE_STRING) {
                quote(delegate.getText());
            } else {
                append(delegate.getText(), true);
            }
        }
    }

    private void account(String text) {
        names.add(name);
        ledger.add(CanonicalRecord.entry(place.at(name, null), '/' + name, text));
    }

    private void quote(String text) {
        if (part.length() < MOST) {
            append("\"", true);
            JsonStringEncoder.getInstance().quoteAsString(text.length() > MOST ? text.substring(0, MOST) : text, part);
            part.append('"');
        }
    }

    private void append(String text, boolean value) {
        if (part.length() < MOST) {
            char last = part.isEmpty() ? '{' : part.charAt(part.length() - 1);
            if (value && last != '{' && last != '[' && last != ':') {
                part.append(',');
            }
            part.append(text);
        }
    }
}
