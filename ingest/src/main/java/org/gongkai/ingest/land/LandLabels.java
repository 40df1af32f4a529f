package org.gongkai.ingest.land;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.land.LandClass;
import org.gongkai.core.text.Csv;
import org.gongkai.ingest.sheet.HeaderText;
import org.jspecify.annotations.Nullable;

/** What the headers of tables mean. */
final class LandLabels {

    /** What a column can hold. */
    enum LandMeaning {
        NUMBER("number"),
        CODE("code"),
        NAME("name"),
        VILLAGE("village"),
        LOCATION("location"),
        COLLECTIVE("collective"),
        BOUNDS("bounds"),
        EAST("bounds.east"),
        SOUTH("bounds.south"),
        WEST("bounds.west"),
        NORTH("bounds.north"),
        AREA("area"),
        PLANNED_AREA("plannedArea"),
        USE("use"),
        GROUND("ground"),
        QUARTER("quarter"),
        IMPLEMENTER("implementer"),
        PLAN_YEAR("planItem.year"),
        PLAN_NUMBER("planItem.number"),
        STATE("state"),
        APPROVING_AUTHORITY("approvingAuthority"),
        APPROVAL_NUMBER("approvalNumber"),
        APPROVED_ON("approvedOn"),
        APPROVAL_RECEIVED_ON("approvalReceivedOn"),
        REGIME("regime"),
        RESETTLEMENT("resettlement"),
        SOCIAL_SECURITY("socialSecurity"),
        REMEDIES("remedies"),
        OFFICE("contact.office"),
        TELEPHONE("contact.telephone"),
        LAND_CLASS("landClasses"),
        IGNORED("-");

        private final String path;

        LandMeaning(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    private record Label(boolean whole, String text, LandMeaning meaning) {}

    private final List<Label> labels;

    private LandLabels(List<Label> labels) {
        this.labels = labels;
    }

    static LandLabels read(Reader reader) throws IOException {
        List<Label> labels = new ArrayList<>();
        for (Csv.Row row : Csv.readUnnamed(reader, "the labels", List.of("how", "label", "meaning"))) {
            String how = row.required("how");
            if (!how.equals("is") && !how.equals("has")) {
                throw row.wrong("how", how, "is or has");
            }
            String meaning = row.required("meaning");
            LandMeaning known = Arrays.stream(LandMeaning.values())
                    .filter(each ->
                            each != LandMeaning.LAND_CLASS && each.path().equals(meaning))
                    .findFirst()
                    .orElseThrow(() -> row.wrong("meaning", meaning, "a meaning of this library"));
            labels.add(new Label(how.equals("is"), HeaderText.plain(row.required("label")), known));
        }
        return new LandLabels(List.copyOf(labels));
    }

    /** These labels, and before them the user's own; a label that is the whole header. */
    LandLabels after(Map<String, String> headers) {
        List<Label> all = new ArrayList<>();
        headers.forEach((header, path) -> all.add(new Label(
                true,
                HeaderText.plain(header),
                Arrays.stream(LandMeaning.values())
                        .filter(each ->
                                each != LandMeaning.LAND_CLASS && each.path().equals(path))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(path)))));
        all.addAll(labels);
        return new LandLabels(List.copyOf(all));
    }

    static Set<String> meanings() {
        return Arrays.stream(LandMeaning.values())
                .filter(each -> each != LandMeaning.LAND_CLASS)
                .map(LandMeaning::path)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The meaning of a header, or null. */
    @Nullable
    LandMeaning meaning(String header) {
        String bare = HeaderText.plain(header);
        if (landClass(header) != null) {
            return LandMeaning.LAND_CLASS;
        }
        for (Label each : labels) {
            if (each.whole() ? bare.equals(each.text()) : bare.contains(each.text())) {
                return each.meaning();
            }
        }
        return null;
    }

    /** The class of land that a header names, or null. */
    static @Nullable LandClass landClass(String header) {
        LandClass listed = LandClass.parse(HeaderText.plain(header).replaceFirst("^其中:?", ""));
        return listed.wellFormed() ? listed : null;
    }
}
