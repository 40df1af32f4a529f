package org.gongkai.core.interpretation;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * The steps that an interpretation takes together with its document (三同步). Bodies mean different ones: most of Shandong 同步组织,
 * 同步审签 and 同步部署, others 同步起草, 同步审批 and 同步发布; which is a list that a site can replace. Immutable.
 *
 * @param name the name of the scheme
 * @param steps the steps in their order
 */
public record SyncScheme(String name, List<Step> steps) {

    private static final List<String> COLUMNS = List.of("scheme", "step", "beforeDocument", "source", "evidence");

    /**
     * A step.
     *
     * @param label what it is called, such as 同步审签
     * @param beforeDocument whether it is taken by the day on which the document is published, at the latest
     */
    public record Step(String label, boolean beforeDocument) {}

    /** Creates a scheme. */
    public SyncScheme {
        steps = List.copyOf(steps);
    }

    /**
     * The schemes that are known.
     *
     * @return the schemes, the one of Shandong first
     */
    public static List<SyncScheme> standard() {
        return Csv.shipped(
                SyncScheme.class.getResourceAsStream("sync-schemes.csv"),
                "sync-schemes.csv",
                reader -> read(reader, "sync-schemes.csv"));
    }

    /**
     * Reads schemes.
     *
     * @param reader CSV with the columns {@code scheme}, {@code step}, {@code beforeDocument} ({@code yes} or nothing),
     *     {@code source} and {@code evidence}; the steps of a scheme stand in their order
     * @param name what messages call the text
     * @return the schemes in the order of the text
     * @throws IOException when the text cannot be read or a line is wrong
     */
    public static List<SyncScheme> read(Reader reader, String name) throws IOException {
        Map<String, List<Step>> schemes = new LinkedHashMap<>();
        for (Csv.Row each : Csv.read(reader, name, COLUMNS)) {
            String before = each.text("beforeDocument");
            if (before != null && !before.equals("yes")) {
                throw each.wrong("beforeDocument", before, "yes or nothing");
            }
            schemes.computeIfAbsent(each.required("scheme"), any -> new ArrayList<>())
                    .add(new Step(each.required("step"), before != null));
        }
        List<SyncScheme> all = new ArrayList<>();
        schemes.forEach((scheme, steps) -> all.add(new SyncScheme(scheme, steps)));
        return List.copyOf(all);
    }

    /**
     * The place of a step in this scheme.
     *
     * @param step what it is called, with 同步 before it or without, or null
     * @return the place from 0, or -1 when the scheme has no such step
     */
    public int place(@Nullable String step) {
        String bare = bare(step);
        for (int i = 0; i < steps.size(); i++) {
            if (bare(steps.get(i).label()).equals(bare)) {
                return i;
            }
        }
        return -1;
    }

    private static String bare(@Nullable String step) {
        String text = step == null ? "" : LegacyText.withoutBlanks(step);
        return text.startsWith("同步") ? text.substring(2) : text;
    }
}
