package org.gongkai.core.text;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told of a failure. The messages of Java and of its libraries name types of Java, which say nothing
 * to whoever keeps the files of an office.
 */
public final class PlainWords {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("LocalDate", "date"),
            Map.entry("OffsetDateTime", "time"),
            Map.entry("BigDecimal", "number"),
            Map.entry("Integer", "whole number"),
            Map.entry("int", "whole number"),
            Map.entry("Long", "whole number"),
            Map.entry("long", "whole number"),
            Map.entry("Boolean", "true or false"),
            Map.entry("boolean", "true or false"),
            Map.entry("String", "text"),
            Map.entry("List", "list"),
            Map.entry("ArrayList", "list"),
            Map.entry("Set", "list"),
            Map.entry("Map", "object"),
            Map.entry("LinkedHashMap", "object"));

    private static final String OF_TYPE = "Cannot deserialize value of type ";
    private static final String OF_CLASS = "Cannot construct instance of ";
    private static final String UNKNOWN = "Unrecognized field ";
    private static final String WHERE_IT_BEGAN = " (start marker at [Source";

    private PlainWords() {}

    /**
     * Why a file could not be read or written, without its path, which the message names beside.
     *
     * @param failure what the system or a library threw
     * @return the reason in one line
     */
    public static String reason(Exception failure) {
        if (failure instanceof UncheckedIOException wrapped) {
            return reason(wrapped.getCause());
        }
        if (failure instanceof FileSystemException system) {
            return system(system);
        }
        String said = failure.getMessage();
        return said == null || said.isBlank() ? "the system gives no reason" : json(said);
    }

    /**
     * Why a file could not be read or written, with its path where the system names one.
     *
     * @param failure what the system or a library threw
     * @return the path and the reason in one line
     */
    public static String failure(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        String file = cause instanceof FileSystemException system ? system.getFile() : null;
        return (file == null ? "" : file + ": ") + reason(failure);
    }

    private static String system(FileSystemException failure) {
        if (failure.getReason() != null && !failure.getReason().isBlank()) {
            return failure.getReason();
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "access denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "it exists already";
        }
        if (failure instanceof NotDirectoryException) {
            return "it is not a folder";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        }
        return failure instanceof FileSystemLoopException
                ? "links lead round in a circle"
                : "the system gives no reason";
    }

    /**
     * A message about JSON that does not fit, in the words of the file: {@code expected date, found "2023-02-30"}.
     *
     * @param message what the library says
     * @return its first line, without names of Java types
     */
    public static String json(String message) {
        String line = message.lines().findFirst().orElse("").strip();
        if (line.startsWith(OF_TYPE)) {
            return expected(line.substring(OF_TYPE.length()));
        }
        if (line.startsWith(OF_CLASS)) {
            return construction(line.substring(OF_CLASS.length()));
        }
        if (line.startsWith(UNKNOWN)) {
            int end = line.indexOf(" (class ");
            return line.substring(UNKNOWN.length(), end < 0 ? line.length() : end) + " is not known";
        }
        int began = line.indexOf(WHERE_IT_BEGAN);
        return withoutTypes(began < 0 ? line : line.substring(0, began));
    }

    /** {@code `java.time.LocalDate` from String "x": why}. */
    private static String expected(String said) {
        int from = said.indexOf(" from ");
        if (from < 0) {
            return "expected " + withoutTypes(said);
        }
        String found = withoutTypes(said.substring(from + " from ".length()));
        int token = found.indexOf(" (token ");
        if (token >= 0) {
            found = found.substring(0, token);
        }
        int why = found.indexOf(": Failed to ");
        if (why >= 0) {
            found = found.substring(0, why);
        }
        return "expected " + withoutTypes(said.substring(0, from)) + ", found " + value(found);
    }

    private static String value(String found) {
        return found.startsWith("String \"")
                ? found.substring("String ".length())
                : found.startsWith("Array value") ? "list" : found.startsWith("Object value") ? "object" : found;
    }

    /** {@code `org.gongkai.X`, problem: why}, or {@code `org.gongkai.X` (although …): … to deserialize from value}. */
    private static String construction(String said) {
        String problem = ", problem: ";
        int why = said.indexOf(problem);
        if (why >= 0) {
            return withoutTypes(said.substring(why + problem.length()));
        }
        int end = said.indexOf(" (");
        String expected = "expected " + withoutTypes(end < 0 ? said : said.substring(0, end));
        String from = " to deserialize from ";
        int found = said.indexOf(from);
        return found < 0
                ? expected
                : expected + ", found " + value(withoutTypes(said.substring(found + from.length())));
    }

    /**
     * What people call a type.
     *
     * @param type the type
     * @return its name in small letters, such as {@code date} or {@code official document}
     */
    public static String type(Class<?> type) {
        return words(type.getSimpleName());
    }

    /** The text with each qualified name of a type in words, and without the marks around it. */
    private static String withoutTypes(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && inName(text.charAt(end))) {
                end++;
            }
            if (end == at) {
                at = other(text, at, plain);
                continue;
            }
            String type = simpleName(text.substring(at, end));
            if (type == null) {
                plain.append(text, at, end);
                at = end;
            } else {
                at = afterArguments(text, end);
                at = put(words(type), text, at, plain);
            }
        }
        return plain.toString().strip();
    }

    private static int other(String text, int at, StringBuilder plain) {
        if (text.charAt(at) != '`') {
            plain.append(text.charAt(at));
        }
        return at + 1;
    }

    /** A name of an exception in brackets goes with its brackets and the blank behind them. */
    private static int put(String words, String text, int at, StringBuilder plain) {
        boolean bracketed = !plain.isEmpty() && plain.charAt(plain.length() - 1) == '(' && text.startsWith(")", at);
        if (bracketed && words.endsWith("exception")) {
            plain.setLength(plain.length() - 1);
            return text.startsWith(" ", at + 1) ? at + 2 : at + 1;
        }
        plain.append(words);
        return at;
    }

    /** Behind the arguments of a type: {@code <org.gongkai.X>}. */
    private static int afterArguments(String text, int at) {
        if (!text.startsWith("<", at)) {
            return at;
        }
        int end = text.indexOf('`', at);
        int close = text.indexOf('>', at);
        return end > at ? end : close > at ? close + 1 : at;
    }

    private static boolean inName(char each) {
        return each == '.' || each == '$' || each == '_' || Character.isLetterOrDigit(each);
    }

    /** The last part of {@code java.time.LocalDate}: at least two parts in small letters, then a type; or null. */
    private static @Nullable String simpleName(String name) {
        String[] parts = name.split("[.$]", -1);
        int small = 0;
        while (small < parts.length && !parts[small].isEmpty() && isSmall(parts[small])) {
            small++;
        }
        String last = parts[parts.length - 1];
        boolean type =
                small >= 2 && small < parts.length && !last.isEmpty() && last.charAt(0) >= 'A' && last.charAt(0) <= 'Z';
        return type ? last : null;
    }

    private static boolean isSmall(String part) {
        return part.chars().allMatch(each -> each >= 'a' && each <= 'z' || each >= '0' && each <= '9' || each == '_');
    }

    private static String words(String type) {
        String known = TYPES.get(type);
        if (known != null) {
            return known;
        }
        StringBuilder words = new StringBuilder(type.length() + 4);
        for (int i = 0; i < type.length(); i++) {
            if (i > 0 && Character.isUpperCase(type.charAt(i))) {
                words.append(' ');
            }
            words.append(type.charAt(i));
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }
}
