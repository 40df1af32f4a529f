package org.gongkai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Javadoc of records, read from the sources, for what is generated from them. */
record SourceTexts(Path checkout) {

    private static final List<String> MODULES = List.of("core", "validation", "export", "ingest", "cli");

    /** The first sentence of a type's Javadoc, or null when there is none. */
    @Nullable
    String type(Class<?> type) {
        String javadoc = javadoc(type);
        if (javadoc == null) {
            return null;
        }
        String text = plain(javadoc.replaceAll("(?s)(?:<p>|<pre>|<ul>|\n\n).*|(?m)^@.*", ""));
        Matcher sentence = Pattern.compile("(?s)(.*?[.。])(?:\\s|$).*").matcher(text);
        return sentence.matches() ? sentence.group(1) : text;
    }

    /** What a record's Javadoc says of a component, or null when it says nothing. */
    @Nullable
    String component(Class<?> type, String name) {
        String javadoc = javadoc(type);
        Matcher parameter =
                Pattern.compile("(?ms)^@param " + name + "\\s+(.*?)(?=^@|\\z)").matcher(javadoc == null ? "" : javadoc);
        return parameter.find() ? plain(parameter.group(1)) : null;
    }

    private @Nullable String javadoc(Class<?> type) {
        Matcher declared = Pattern.compile(
                        "(?s)/\\*\\*((?:(?!\\*/).)*)\\*/(?:(?!/\\*\\*|;\\s).)*?\\b(?:record|interface|enum|class) "
                                + type.getSimpleName() + "\\b")
                .matcher(source(type));
        return declared.find() ? declared.group(1).replaceAll("(?m)^\\s*\\* ?", "") : null;
    }

    private String source(Class<?> type) {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        String file = "src/main/java/" + outer.getName().replace('.', '/') + ".java";
        for (String each : MODULES) {
            Path path = checkout.resolve(each).resolve(file);
            if (Files.exists(path)) {
                try {
                    return Files.readString(path).replace("\r\n", "\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return "";
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:link|linkplain)\\s+[^\\s}]+\\s+([^}]*)}", "$1")
                .replaceAll("\\{@(?:link|code|literal|value)\\s+(?:[\\w.]*#)?([^}]*)}", "$1")
                .replaceAll("</?code>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
