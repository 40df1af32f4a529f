package org.gongkai.ingest.paper;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.ingest.file.ZipParts;
import org.jspecify.annotations.Nullable;

/** What the styles of a .docx say of paragraphs: how they stand, and in which list they are counted (ECMA-376-1, 17.7). */
final class DocxStyles {

    private static final class Style {
        private @Nullable String parent;
        private @Nullable String align;
        private @Nullable String list;
        private @Nullable String level;
    }

    private final Map<String, Style> styles = new HashMap<>();
    private Style current = new Style();
    private @Nullable String standard;

    /** Takes an element of the part. */
    void element(XMLStreamReader xml) {
        String value = ZipParts.attribute(xml, "val");
        switch (xml.getLocalName()) {
            case "docDefaults" -> current = new Style();
            case "style" -> {
                current = new Style();
                String id = Objects.toString(ZipParts.attribute(xml, "styleId"), "");
                styles.put(id, current);
                if ("paragraph".equals(ZipParts.attribute(xml, "type"))
                        && "1".equals(ZipParts.attribute(xml, "default"))) {
                    standard = id;
                }
            }
            case "basedOn" -> current.parent = value;
            case "jc" -> current.align = value;
            case "numId" -> current.list = value;
            case "ilvl" -> current.level = value;
            default -> {}
        }
    }

    @Nullable
    String align(@Nullable String style) {
        return find(style, each -> each.align);
    }

    @Nullable
    String list(@Nullable String style) {
        return find(style, each -> each.list);
    }

    @Nullable
    String level(@Nullable String style) {
        return find(style, each -> each.level);
    }

    /** What a style says, or the first of those that it is based on. */
    private @Nullable String find(@Nullable String style, Function<Style, @Nullable String> property) {
        Set<String> seen = new HashSet<>();
        String name = style == null ? standard : style;
        while (name != null && seen.add(name)) {
            Style found = styles.get(name);
            if (found == null) {
                return null;
            }
            String value = property.apply(found);
            if (value != null) {
                return value;
            }
            name = found.parent;
        }
        return null;
    }
}
