package org.gongkai.export.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at where the files of a format shall stand in the package, and how many there are. */
final class PlaceCheck {

    private static final Pattern FILE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,63}){0,3}");
    /** Names that Windows keeps for devices, with any ending. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(?:.*/)?(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?(?:/.*)?");

    private static final Set<String> OURS = Set.of("records.ndjson", "attachments", "assistance", "decisions", "land");

    private final ProfileFaults faults;

    PlaceCheck(ProfileFaults faults) {
        this.faults = faults;
    }

    void check(JsonNode root, String engine) {
        String path = ProfileProperties.text(root, "file");
        if (!path.isEmpty()) {
            path(root.get("file"), path);
            numbered(root, path.contains(FormatProfile.NUMBER));
        }
        if (engine.equals("html")) {
            page(root, path);
        }
    }

    private void path(JsonNode value, String path) {
        if (!good(path.replaceFirst(Pattern.quote(FormatProfile.NUMBER), "0001"))) {
            String taken = String.join(", ", OURS.stream().sorted().toList());
            faults.wrong(
                    value,
                    "/file",
                    "应为 data/ 之下的相对路径，由字母、数字、. _ - 和至多一个 {number} 组成，且不是 " + taken.replace(", ", "、"),
                    "expected a relative path below data/ of letters, digits, . _ - and at most one {number}, and none of "
                            + taken);
        }
    }

    /** Whether every system can hold the path, and none of our own files stands there. */
    private static boolean good(String path) {
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        return FILE.matcher(path).matches()
                && !DEVICE.matcher(path).matches()
                && !path.matches("(?:.*\\.)(?:/.*)?")
                && !OURS.contains(first.toLowerCase(Locale.ROOT));
    }

    private void numbered(JsonNode root, boolean numbered) {
        boolean counted = ProfileProperties.has(root, "recordsPerFile");
        if (numbered && !counted) {
            faults.fault(
                    "/recordsPerFile",
                    "文件名带 {number}，须给出每个文件的记录数",
                    "the file is numbered by {number}, so a number is needed");
        } else if (counted && !numbered) {
            faults.fault(
                    "/recordsPerFile",
                    "文件名没有 {number}，不应给出每个文件的记录数",
                    "the file has no {number}, so there should be none");
        }
    }

    private void page(JsonNode root, String path) {
        if (root.path("recordsPerFile").asInt(1) != 1) {
            faults.wrong(
                    root.get("recordsPerFile"),
                    "/recordsPerFile",
                    "网页每个文件一条记录，应为 1",
                    "expected 1, since a page holds one record");
        }
        if (!path.isEmpty() && !path.contains(FormatProfile.NUMBER)) {
            faults.fault(
                    "/file", "网页每个文件一条记录，文件名须带 {number}", "expected {number} in it, since a page holds one record");
        }
    }
}
