package org.gongkai.ingest.notice;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.core.text.Csv;
import org.jspecify.annotations.Nullable;

/** Tells by its title of which kind a notice may be whose text was read as a document's. Immutable. */
public final class NoticeTitles {

    private static final NoticeTitles STANDARD = Csv.shipped(
            NoticeTitles.class.getResourceAsStream("notice-titles.csv"), "notice-titles.csv", NoticeTitles::of);

    private final List<Wording> wordings;

    /** Groups of words, of each of which a title of the kind holds one. */
    private record Wording(String kind, List<List<String>> groups) {}

    private NoticeTitles(List<Wording> wordings) {
        this.wordings = List.copyOf(wordings);
    }

    /**
     * The titles that this library knows.
     *
     * @return the titles
     */
    public static NoticeTitles standard() {
        return STANDARD;
    }

    private static NoticeTitles of(Reader reader) throws IOException {
        List<Wording> wordings = new ArrayList<>();
        for (Csv.Row row : Csv.readUnnamed(reader, "the titles", List.of("kind", "words"))) {
            List<List<String>> groups = Arrays.stream(row.required("words").split("\\+"))
                    .map(each -> List.of(each.split(" ")))
                    .toList();
            wordings.add(new Wording(row.required("kind"), groups));
        }
        return new NoticeTitles(wordings);
    }

    /**
     * The kind of records that a notice of such a title holds.
     *
     * @param title the title, not null
     * @return the code of the kind, or null where the title is of none
     */
    public @Nullable String kind(String title) {
        return wordings.stream()
                .filter(each ->
                        each.groups().stream().allMatch(group -> group.stream().anyMatch(title::contains)))
                .map(Wording::kind)
                .findFirst()
                .orElse(null);
    }
}
