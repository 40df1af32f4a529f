package org.gongkai.validation.key;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which file of a folder a path in another file of it leads to. */
public final class LinkedFile {

    private LinkedFile() {}

    /** The name among the sources of what a path leads to, or null when it leads out of them. */
    public static @Nullable String of(String url, String source) {
        String path = before(before(url, '?'), '#');
        try {
            // A plus sign is itself in a path.
            path = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that begins no escape stands for itself.
        }
        List<String> steps = new ArrayList<>();
        String folder = path.startsWith("/") || source.lastIndexOf('/') < 0
                ? ""
                : source.substring(0, source.lastIndexOf('/') + 1);
        for (String each : (folder + path).split("/")) {
            if (each.equals("..")) {
                if (steps.isEmpty()) {
                    return null;
                }
                steps.remove(steps.size() - 1);
            } else if (!each.isEmpty() && !each.equals(".")) {
                steps.add(each);
            }
        }
        return String.join("/", steps);
    }

    private static String before(String text, char sign) {
        int at = text.indexOf(sign);
        return at < 0 ? text : text.substring(0, at);
    }
}
