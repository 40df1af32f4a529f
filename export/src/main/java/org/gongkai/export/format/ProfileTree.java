package org.gongkai.export.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.gongkai.core.text.JsonPointers;
import org.gongkai.core.text.PlainWords;
import org.gongkai.export.table.Xml;

/** Reads the file of a profile as a tree, and remembers the line of each place in it. */
final class ProfileTree {

    static final int MOST_BYTES = 1 << 20;

    private static final int MOST_DEPTH = 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            // A fault in the file is shown by its place; what stands around it is not copied into messages.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
            .build();

    private final ProfileFaults faults;

    ProfileTree(ProfileFaults faults) {
        this.faults = faults;
    }

    JsonNode read(byte[] bytes) throws IOException {
        if (bytes.length > MOST_BYTES) {
            faults.line(1, "", "文件超过 1 MiB", "the file is larger than 1 MiB");
            faults.throwIfAny();
        }
        utf8(bytes);
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() == null) {
                faults.line(1, "", "文件是空的", "the file is empty");
                faults.throwIfAny();
            }
            JsonNode root = value(parser, "");
            if (parser.nextToken() != null) {
                faults.line(line(parser), "", "配置之后还有内容", "there is something after the end of the profile");
                faults.throwIfAny();
            }
            return root;
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            int line = at == null ? 1 : at.getLineNr();
            int column = at == null ? 1 : at.getColumnNr();
            String said = PlainWords.json(malformed.getOriginalMessage());
            faults.line(
                    line,
                    "",
                    "第 " + column + " 列起不是正确的 JSON：" + said,
                    "from column " + column + " on this is not JSON: " + said);
            faults.throwIfAny();
            throw malformed;
        }
    }

    /** Another charset is said by its name and not by the first character that it spoils. */
    private void utf8(byte[] bytes) throws ProfileException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            int line = 1 + (int) out.flip().chars().filter(c -> c == '\n').count();
            faults.line(line, "", "不是 UTF-8 编码，请另存为 UTF-8", "this is not UTF-8; save the file as UTF-8");
            faults.throwIfAny();
        }
    }

    /** A name as a part of a JSON Pointer (RFC 6901). */
    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private JsonNode value(JsonParser parser, String pointer) throws IOException {
        faults.place(pointer, line(parser));
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, pointer);
            case START_ARRAY -> list(parser, pointer);
            case VALUE_STRING -> nodes.textNode(whole(parser.getText(), pointer));
            case VALUE_NUMBER_INT -> nodes.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> nodes.booleanNode(parser.getBooleanValue());
            default -> nodes.nullNode();
        };
    }

    private ObjectNode object(JsonParser parser, String pointer) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String at = pointer + '/' + JsonPointers.step(name);
            faults.place(at, line(parser));
            if (object.has(name)) {
                faults.line(line(parser), at, "重复出现", "stands here a second time");
            }
            parser.nextToken();
            object.set(name, value(parser, at));
        }
        return object;
    }

    private ArrayNode list(JsonParser parser, String pointer) throws IOException {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser, pointer + '/' + list.size()));
        }
        return list;
    }

    private String whole(String text, String pointer) {
        if (!text.chars().allMatch(c -> Xml.holds((char) c))
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            faults.fault(pointer, "含有控制字符或半个字符", "holds a control character or half a character");
        }
        return text;
    }
}
