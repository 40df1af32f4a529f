package org.gongkai.export.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.Evidence;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.bag.Sha256;
import org.gongkai.export.format.FormatProfile.Engine;
import org.gongkai.export.format.ProfileProperties.Type;

/** Reads the file of a format profile and names every fault in it, with its line. */
final class FormatProfileFile {

    /** What may stand in a profile, and of which type. */
    private static final Map<String, Type> PROFILE = Map.ofEntries(
            Map.entry("name", Type.TEXT),
            Map.entry("version", Type.TEXT),
            Map.entry("engine", Type.TEXT),
            Map.entry("kind", Type.TEXT),
            Map.entry("evidence", Type.TEXT),
            Map.entry("note", Type.TEXT),
            Map.entry("file", Type.TEXT),
            Map.entry("recordsPerFile", Type.NUMBER),
            Map.entry("encoding", Type.TEXT),
            Map.entry("byteOrderMark", Type.TRUTH),
            Map.entry("envelope", Type.OBJECT),
            Map.entry("csv", Type.OBJECT),
            Map.entry("json", Type.OBJECT),
            Map.entry("page", Type.OBJECT),
            Map.entry("fields", Type.LIST));

    /** What names a profile in bag-info.txt, in package.json and on the screen. */
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd} ._+-]{0,63}");

    private final ProfileFaults faults;
    private final ProfileProperties properties;

    private FormatProfileFile(ProfileFaults faults) {
        this.faults = faults;
        this.properties = new ProfileProperties(faults);
    }

    static FormatProfile read(byte[] bytes, String file) throws IOException {
        ProfileFaults faults = new ProfileFaults(file);
        JsonNode root = new ProfileTree(faults).read(bytes);
        FormatProfileFile reader = new FormatProfileFile(faults);
        reader.profile(root);
        String sha256 = HexFormat.of().formatHex(Sha256.create().digest(bytes));
        reader.notShipped(ProfileProperties.text(root, "name"), sha256);
        faults.throwIfAny();
        return CanonicalJson.mapper().treeToValue(root, FormatProfile.class).withSha256(sha256);
    }

    /** Another content under the name of a profile of ours would be taken for it by whoever reads the package. */
    private void notShipped(String name, String sha256) {
        if (ShippedFormats.READY.contains(name)
                && !sha256.equals(HexFormat.of()
                        .formatHex(
                                Sha256.create().digest(ShippedFormats.text(name).getBytes(StandardCharsets.UTF_8))))) {
            faults.fault(
                    "/name",
                    name + " 是自带格式的名称，改动后请另起名称",
                    name + " is the name of a format that comes with the library; give a changed format another name");
        }
    }

    private void profile(JsonNode root) {
        if (!properties.shaped(root, "", PROFILE)) {
            return;
        }
        properties.required(root, "", "name", "version", "engine", "evidence", "file");
        label(root, "name");
        label(root, "version");
        properties.oneOf(root, "", "engine", Stream.of(Engine.values()).map(Engine::code));
        properties.oneOf(root, "", "evidence", Stream.of(Evidence.values()).map(Evidence::mark));
        properties.oneOf(root, "", "encoding", Stream.of("UTF-8", "GB18030"));
        String engine = ProfileProperties.text(root, "engine");
        new PlaceCheck(faults).check(root, engine);
        FieldCheck fields = new FieldCheck(faults, properties, kind(root));
        new LayoutCheck(faults, properties, fields).check(root, engine);
        JsonNode list = root.path("fields");
        if (!list.isArray() || list.isEmpty()) {
            faults.fault("/fields", "至少要有一个字段", "at least one field is needed");
        }
        for (int i = 0; i < list.size(); i++) {
            fields.check(list.get(i), "/fields/" + i, engine);
        }
        fields.once(list, "/fields", new HashSet<>());
    }

    /** The kind of the records; that of documents where another is named that does not exist. */
    private RecordKind<?> kind(JsonNode root) {
        properties.oneOf(root, "", "kind", RecordKind.all().stream().map(RecordKind::code));
        RecordKind<?> kind = RecordKind.named(ProfileProperties.text(root, "kind"));
        return kind == null ? RecordKind.of(OfficialDocument.class) : kind;
    }

    private void label(JsonNode root, String name) {
        if (ProfileProperties.has(root, name)
                && !ProfileProperties.text(root, name).isEmpty()
                && !LABEL.matcher(root.get(name).asText()).matches()) {
            faults.wrong(
                    root.get(name),
                    '/' + name,
                    "应由字母、数字和 . _ + - 组成，至多 64 个字符",
                    "expected letters, digits and . _ + -, 64 at most");
        }
    }
}
