package org.gongkai.ingest.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.text.Csv;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Which tags of a page's head are read, and as what; they stand in {@code head-tags.csv}. Immutable. */
final class HeadTags {

    private static final HeadTags SHIPPED = Csv.shipped(
            HeadTags.class.getResourceAsStream("head-tags.csv"),
            "head-tags.csv",
            reader -> new HeadTags(Csv.read(reader, "head-tags.csv", List.of("attribute", "name", "use"))));

    private record Tag(String attribute, String name) {}

    private final List<String> standard = new ArrayList<>();
    private final List<Tag> published = new ArrayList<>();
    private final List<String> described = new ArrayList<>();
    private final List<String> pushed = new ArrayList<>();

    private HeadTags(List<Csv.Row> rows) throws IOException {
        for (Csv.Row row : rows) {
            String name = row.required("name");
            if (row.required("use").equals("standard")) {
                standard.add(name);
            } else if (row.required("use").equals("described")) {
                described.add(name);
            } else if (row.required("use").equals("pushed")) {
                pushed.add(name);
            } else {
                published.add(new Tag(row.required("attribute"), name));
            }
        }
    }

    /** The name that 国办发〔2017〕47号 gives a tag, whatever the case of its letters on the page; or null when it is another. */
    static @Nullable String standard(String name) {
        for (String each : SHIPPED.standard) {
            if (each.equalsIgnoreCase(name)) {
                return each;
            }
        }
        return null;
    }

    /** The names by which a description in JSON-LD says when the page was published, the first one first. */
    static List<String> described() {
        return List.copyOf(SHIPPED.described);
    }

    /** The same in a description for one search engine, which may name the day on which the page was sent there. */
    static List<String> pushed() {
        return List.copyOf(SHIPPED.pushed);
    }

    /** The first of the tags that say when the page was published, beside those of 国办发〔2017〕47号; or null. */
    static @Nullable Element published(Document page) {
        List<Element> tags = page.getElementsByTag("meta");
        for (Tag each : SHIPPED.published) {
            for (Element tag : tags) {
                if (tag.attr(each.attribute()).equalsIgnoreCase(each.name())
                        && !tag.attr("content").isBlank()) {
                    return tag;
                }
            }
        }
        return null;
    }
}
