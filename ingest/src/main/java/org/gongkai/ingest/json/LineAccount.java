package org.gongkai.ingest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;

/** Makes the ledger of a canonical record from its line: an entry for each property, its parts shown as they stand there. */
final class LineAccount {

    /** One more than the ledger takes, so that it can tell that there was more. */
    private static final int MOST = CanonicalRecord.LEDGER_VALUE + 1;

    private final JsonParser parser;
    private final Location place;
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private String name = "";
    private int depth;

    private LineAccount(JsonParser parser, Location place) {
        this.parser = parser;
        this.place = place;
    }

    static List<LedgerEntry> of(JsonParser parser, Location place) throws IOException {
        LineAccount account = new LineAccount(parser, place);
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            account.take(token);
        }
        return account.ledger;
    }

    private void take(JsonToken token) throws IOException {
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
            name(parser.currentName());
        } else {
            value(token);
        }
    }

    private void name(String property) {
        if (depth == 1) {
            name = property;
        } else {
            quote(property);
            append(":", false);
        }
    }

    private void value(JsonToken token) throws IOException {
        if (depth == 1) {
            account(token == JsonToken.VALUE_NULL ? "" : parser.getText());
        } else if (token == JsonToken.VALUE_STRING) {
            quote(parser.getText());
        } else {
            append(parser.getText(), true);
        }
    }

    private void account(String text) {
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
