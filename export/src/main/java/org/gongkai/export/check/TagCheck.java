package org.gongkai.export.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.text.PlainWords;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.bag.BagInfo;
import org.gongkai.export.bag.PackageFiles;
import org.gongkai.export.delta.PackageDifference;
import org.jspecify.annotations.Nullable;

/** Holds bagit.txt and bag-info.txt against what the package is and says of itself. */
final class TagCheck {

    private static final Pattern TAG = Pattern.compile("([^:]+):[ \\t]*(.*)");
    private static final int LONGEST_TAG = 1 << 20;

    private final PackageFiles files;
    private final Differences differences;

    TagCheck(PackageFiles files, Differences differences) {
        this.files = files;
        this.differences = differences;
    }

    void check(@Nullable PackageDescription description) {
        Map<String, String> bagit = tags("bagit.txt");
        tag("bagit.txt", bagit, "BagIt-Version", "1.0");
        tag("bagit.txt", bagit, "Tag-File-Character-Encoding", "UTF-8");
        Map<String, String> info = tags(BagInfo.NAME);
        long payload = 0;
        long size = 0;
        for (String each : files.sorted()) {
            if (each.startsWith("data/")) {
                payload++;
                size += files.size(each);
            }
        }
        tag(BagInfo.NAME, info, "Payload-Oxum", size + "." + payload);
        if (description != null) {
            BagInfo.of(description).forEach((label, value) -> tag(BagInfo.NAME, info, label, value));
            Set<String> formats = new HashSet<>();
            for (PackageDescription.Format each : description.formats()) {
                String label = BagInfo.FORMAT_PROFILE + each.name();
                if (!formats.add(label)) {
                    // One label cannot speak of two.
                    differences.add(PackageDifference.What.TAG, BagInfo.NAME, null, label + ": " + each.sha256(), null);
                }
            }
            info.forEach((label, value) -> {
                if (label.startsWith(BagInfo.FORMAT_PROFILE) && !formats.contains(label)) {
                    differences.add(PackageDifference.What.TAG, BagInfo.NAME, null, null, label + ": " + value);
                }
            });
        }
    }

    private Map<String, String> tags(String name) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (!files.has(name)) {
            return tags;
        }
        try (InputStream in = files.open(name)) {
            String label = "";
            for (String each : new String(in.readNBytes(LONGEST_TAG), StandardCharsets.UTF_8).split("\\R")) {
                Matcher matcher = TAG.matcher(each);
                if (each.startsWith(" ") || each.startsWith("\t")) {
                    tags.merge(label, " " + each.strip(), String::concat);
                } else if (matcher.matches()) {
                    label = matcher.group(1);
                    // Of two values neither is the one that is meant.
                    tags.merge(label, matcher.group(2), (first, second) -> first + "; " + second);
                }
            }
        } catch (IOException e) {
            differences.add(PackageDifference.What.UNREADABLE, name, null, null, PlainWords.reason(e));
        }
        return tags;
    }

    private void tag(String file, Map<String, String> tags, String label, String expected) {
        if (files.has(file) && !expected.equals(tags.get(label))) {
            differences.add(
                    PackageDifference.What.TAG,
                    file,
                    null,
                    label + ": " + expected,
                    tags.containsKey(label) ? label + ": " + tags.get(label) : null);
        }
    }
}
