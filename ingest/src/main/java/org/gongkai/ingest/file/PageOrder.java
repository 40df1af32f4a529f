package org.gongkai.ingest.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.ingest.source.SourceFile;

/**
 * In which order files are read: a page before those that hold parts of its text, which are then no documents of their own,
 * pages before tables, which a page may attach, and these before files laid out for paper, which a list may attach as well.
 */
final class PageOrder {

    private static final int FRAMING = 0;
    private static final int PAGE = 1;
    private static final int PART = 2;
    private static final int OTHER = 3;
    private static final int OFFICE = 4;

    /** A frame with the address of a page that may lie in the same folder. */
    private static final Pattern FRAME = Pattern.compile(
            "(?i)<(?:i?frame|object)\\s[^>]{0,500}?(?:src|data)\\s{0,5}=\\s{0,5}[\"']?(?!//|https?:|about:|javascript:)[^\"'\\s>]");

    /** A page such as content-2.html or content(2).html behind content.html. */
    private static final Pattern NUMBERED = Pattern.compile("(.{1,200}?)[-_(（]\\d{1,3}[)）]?(\\.[^.]{1,10})");

    private PageOrder() {}

    /** Sorts files; those of one rank stay as they stand. */
    static void sort(List<SourceFile> files, long maxPageBytes) {
        Set<Path> places = files.stream().map(SourceFile::path).collect(Collectors.toSet());
        // Only another page can stand in a frame: a page alone is not looked into beforehand.
        boolean several = files.stream()
                        .filter(each -> each.kind() == SourceFile.Kind.HTML)
                        .limit(2)
                        .count()
                > 1;
        Map<SourceFile, Integer> ranks = new HashMap<>();
        for (SourceFile each : files) {
            ranks.put(each, rank(each, places, several ? maxPageBytes : -1));
        }
        files.sort(Comparator.comparing(ranks::get));
    }

    /** The rank of a file; a page of more bytes than are asked for is not looked into. */
    private static int rank(SourceFile file, Set<Path> places, long maxPageBytes) {
        if (file.kind() != SourceFile.Kind.HTML) {
            return file.kind() == SourceFile.Kind.OFFICE ? OFFICE : OTHER;
        }
        Matcher numbered = NUMBERED.matcher(String.valueOf(file.path().getFileName()));
        if (numbered.matches() && places.contains(file.path().resolveSibling(numbered.group(1) + numbered.group(2)))) {
            return PART;
        }
        return file.size() <= maxPageBytes && frames(file.path()) ? FRAMING : PAGE;
    }

    private static boolean frames(Path page) {
        try {
            // Tags are written alike in all charsets of these pages.
            return FRAME.matcher(Files.readString(page, StandardCharsets.ISO_8859_1))
                    .find();
        } catch (IOException unreadable) {
            // Reading it says why.
            return false;
        }
    }
}
