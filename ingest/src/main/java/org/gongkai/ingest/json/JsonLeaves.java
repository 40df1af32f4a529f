package org.gongkai.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.source.FieldFate;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.page.Page;
import org.gongkai.ingest.source.Reason;
import org.jspecify.annotations.Nullable;

/** Takes the values out of an object of JSON. Immutable. */
final class JsonLeaves {

    private static final Set<String> NAMES_OF_FILES =
            Set.of("name", "title", "filename", "attachname", "附件名称", "文件名", "名称");
    private static final Set<String> ADDRESSES_OF_FILES =
            Set.of("url", "href", "path", "link", "fileurl", "filepath", "attachurl", "地址", "路径", "链接");

    private static final Set<String> NAMES_OF_PAIRS = Set.of("name", "key", "label", "field", "fieldname", "code");
    private static final Set<String> VALUES_OF_PAIRS = Set.of("value", "val", "fieldvalue");

    private final JsonLabels labels;
    private final int most;
    private final JsonFactory factory;

    /**
     * @param most the most values of one object
     * @param factory opens the texts of JSON that values hold
     */
    JsonLeaves(JsonLabels labels, int most, JsonFactory factory) {
        this.labels = labels;
        this.most = most;
        this.factory = factory;
    }

    /** The values of an object, each with the path to it; and the canonical kind that it names, or null. */
    record Flat(List<Leaf> leaves, @Nullable String kind) {}

    /**
     * A value; one of an object that is an attachment may hold the attachment, or nothing more than its part of it.
     *
     * @param label what the value is called by a value beside it, as in {"name": "发文字号", "value": "…"}; otherwise null
     */
    record Leaf(
            String path,
            String value,
            @Nullable Object content,
            @Nullable String label) {
        Leaf(String path, String value) {
            this(path, value, null, null);
        }
    }

    /** The values of the object that begins at the token. */
    Flat read(JsonParser parser, @Nullable JsonToken first) throws IOException {
        if (first != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, "no object");
        }
        List<Leaf> leaves = new ArrayList<>();
        leaves(parser, first, "", leaves);
        String kind = leaves.stream()
                .filter(each -> each.path().equals("kind") && JsonPlaces.isKind(each.value()))
                .map(Leaf::value)
                .findFirst()
                .orElse(null);
        return new Flat(leaves, kind);
    }

    private void leaves(JsonParser parser, JsonToken token, String path, List<Leaf> into) throws IOException {
        if (into.size() > most) {
            throw new StreamConstraintsException("≤ " + most);
        }
        if (token == JsonToken.START_OBJECT) {
            boolean empty = true;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                empty = false;
                String name = parser.currentName();
                leaves(parser, parser.nextToken(), path.isEmpty() ? name : path + '.' + name, into);
            }
            if (empty && !path.isEmpty()) {
                into.add(new Leaf(path, ""));
            }
        } else if (token == JsonToken.START_ARRAY) {
            list(parser, path, into);
        } else {
            String text = token == JsonToken.VALUE_NULL ? "" : parser.getText();
            List<Leaf> inside = token == JsonToken.VALUE_STRING ? inside(text, path) : List.of();
            into.addAll(inside.isEmpty() ? List.of(new Leaf(path, text)) : inside);
        }
    }

    /** The values of an object that was written into a text, where two of its names are known; otherwise none. */
    private List<Leaf> inside(String text, String path) throws IOException {
        String bare = text.strip();
        if (!bare.startsWith("{") || !bare.endsWith("}")) {
            return List.of();
        }
        List<Leaf> leaves = new ArrayList<>();
        try (JsonParser parser = factory.createParser(bare)) {
            leaves(parser, parser.nextToken(), path, leaves);
            boolean record = leaves.stream()
                            .filter(each -> labels.knows(
                                    each.path().substring(Math.min(each.path().length(), path.length() + 1))))
                            .limit(2)
                            .count()
                    > 1;
            return record && parser.nextToken() == null ? leaves : List.of();
        } catch (JsonProcessingException noJson) {
            return List.of();
        }
    }

    /** A list of texts is one value; the objects of a list are fields of their own. */
    private void list(JsonParser parser, String path, List<Leaf> into) throws IOException {
        List<String> texts = new ArrayList<>();
        boolean numbers = true;
        int number = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            number++;
            if (token == JsonToken.START_OBJECT && labels.component(path) == Component.ATTACHMENTS) {
                List<Leaf> leaves = new ArrayList<>();
                leaves(parser, token, path + '.' + number, leaves);
                into.addAll(attachment(leaves));
            } else if (token.isStructStart()) {
                List<Leaf> leaves = new ArrayList<>();
                leaves(parser, token, path + '.' + number, leaves);
                into.addAll(pair(leaves, path.length() + String.valueOf(number).length() + 2));
                if (into.size() > most) {
                    throw new StreamConstraintsException("≤ " + most);
                }
            } else if (token != JsonToken.VALUE_NULL) {
                texts.add(parser.getText());
                numbers &= token == JsonToken.VALUE_NUMBER_INT;
            }
        }
        if (!texts.isEmpty() || number == 0) {
            // Year, month, day and what follows of the time are one date.
            boolean date = numbers && texts.size() > 2 && texts.get(0).length() == 4;
            into.add(new Leaf(path, date ? texts.toString() : String.join("；", texts)));
        }
    }

    /**
     * An object in a list that is a name and a value: the value is called by the name that is known, or by the first. The
     * names are labels, and no values of the record.
     *
     * @param start where the names in the object begin in the paths
     */
    private List<Leaf> pair(List<Leaf> leaves, int start) {
        int value = -1;
        List<Leaf> names = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            String name = leaves.get(i)
                    .path()
                    .substring(Math.min(start, leaves.get(i).path().length()));
            if (VALUES_OF_PAIRS.contains(name.toLowerCase(Locale.ROOT))) {
                value = value < 0 ? i : leaves.size();
            } else if (NAMES_OF_PAIRS.contains(name.toLowerCase(Locale.ROOT))) {
                names.add(leaves.get(i));
            }
        }
        if (value < 0 || value == leaves.size() || names.isEmpty() || names.size() + 1 != leaves.size()) {
            return leaves;
        }
        String label = names.stream()
                .map(Leaf::value)
                .filter(labels::knows)
                .findFirst()
                .orElse(names.get(names.size() - 1).value());
        List<Leaf> told = new ArrayList<>();
        for (Leaf each : leaves) {
            told.add(
                    names.contains(each)
                            ? new Leaf(
                                    each.path(), each.value(), new Page.Left(FieldFate.IGNORED, Reason.ENVELOPE), null)
                            : new Leaf(each.path(), each.value(), null, label));
        }
        return told;
    }

    /** An object in a list of attachments: its name and its address make one, whatever stands beside them. */
    private static List<Leaf> attachment(List<Leaf> leaves) {
        int name = find(leaves, NAMES_OF_FILES);
        int address = find(leaves, ADDRESSES_OF_FILES);
        if (name < 0 && address < 0) {
            return leaves;
        }
        String url = address < 0 ? null : leaves.get(address).value().strip();
        String shown = name < 0
                ? StringUtils.substringAfterLast('/' + String.valueOf(url), "/")
                : leaves.get(name).value().strip();
        String type = MediaTypes.of(url == null || MediaTypes.of(url) == null ? shown : url);
        Attachment attachment = new Attachment(shown, type, null, null, url);
        List<Leaf> told = new ArrayList<>(leaves);
        for (int each : new int[] {Math.min(name, address), Math.max(name, address)}) {
            if (each >= 0) {
                Leaf leaf = leaves.get(each);
                // The last of the two carries it, so that both are accounted for at its place in the list.
                told.set(
                        each,
                        new Leaf(
                                leaf.path(),
                                leaf.value(),
                                each == Math.max(name, address) ? attachment : List.of(),
                                null));
            }
        }
        return told;
    }

    private static int find(List<Leaf> leaves, Set<String> names) {
        for (int i = 0; i < leaves.size(); i++) {
            Leaf each = leaves.get(i);
            String last = StringUtils.substringAfterLast('.' + each.path(), ".");
            if (!each.value().isBlank()
                    && names.contains(last.toLowerCase(Locale.ROOT).replace("_", ""))) {
                return i;
            }
        }
        return -1;
    }
}
