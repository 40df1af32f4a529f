package org.gongkai.ingest.assistance;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** Which header of a table means what. Of several that fit the first in the file counts. */
final class AssistanceLabels {

    private final List<Label> labels = new ArrayList<>();

    private record Label(boolean whole, String text, AssistanceMeaning meaning) {}

    static AssistanceLabels read(Reader reader) throws IOException {
        AssistanceLabels labels = new AssistanceLabels();
        for (Csv.Row row : Csv.readUnnamed(reader, "the labels", List.of("how", "label", "meaning"))) {
            String how = row.required("how");
            if (!how.equals("is") && !how.equals("has")) {
                throw row.wrong("how", how, "is or has");
            }
            AssistanceMeaning meaning = AssistanceMeaning.of(row.required("meaning"));
            if (meaning == null) {
                throw row.wrong("meaning", row.required("meaning"), "a meaning of this library");
            }
            labels.labels.add(new Label(how.equals("is"), row.required("label"), meaning));
        }
        return labels;
    }

    /** These labels, and before them the user's own; a label that is the whole header. */
    AssistanceLabels after(Map<String, String> headers) {
        AssistanceLabels all = new AssistanceLabels();
        headers.forEach((header, code) -> {
            AssistanceMeaning meaning = AssistanceMeaning.of(code);
            if (meaning == null) {
                throw new IllegalArgumentException(code);
            }
            all.labels.add(new Label(true, key(header), meaning));
        });
        all.labels.addAll(labels);
        return all;
    }

    /** What the headers above a column mean together, or null when no label fits. */
    @Nullable
    AssistanceMeaning meaning(List<String> headers) {
        List<String> bare = headers.stream().map(AssistanceLabels::key).toList();
        String all = String.join(" ", bare);
        for (Label each : labels) {
            if (each.whole() ? bare.contains(each.text()) : all.contains(each.text())) {
                return each.meaning();
            }
        }
        return null;
    }

    private static String key(String header) {
        return LegacyText.withoutBlanks(header).replaceAll("[:：*＊]", "");
    }
}
