package org.gongkai.ingest.file;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.ingest.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** The form that a text is in, told by how it begins; the name of its file is asked only where that tells nothing. */
public enum TextForm {
    /** A page. */
    PAGE("HTML"),
    /** A page that a spreadsheet program wrote, or that goes by the name of a table and has some. */
    PAGE_OF_TABLES("HTML"),
    /** SpreadsheetML 2003, XML of old versions of Excel. */
    XML_WORKBOOK("SpreadsheetML 2003"),
    /** A page in an archive of one file (RFC 2557). */
    ARCHIVE("MHT"),
    JSON("JSON"),
    /** Rows of cells. */
    TABLE("CSV / TSV"),
    /** Running text. */
    TEXT("TXT");

    private static final Pattern ROOT = Pattern.compile("<([A-Za-z][\\w.:-]{0,30})");
    private static final Pattern JSON_START = Pattern.compile("\\{\\s*[\"}]|\\[\\s*[\\[{\\]]");
    private static final Pattern MIME = Pattern.compile("(?i)(?:mime-version|from|content-type|subject|date):");
    private static final Set<String> HTML = Set.of(
            "html", "head", "body", "meta", "title", "table", "div", "p", "h1", "h2", "span", "center", "font",
            "script", "style", "link", "tr", "br", "ul", "a", "section", "article", "form", "base");
    private static final Set<String> TABLES = Set.of("csv", "tsv", "xls", "xlsx", "xlsm");

    private final String shown;

    TextForm(String shown) {
        this.shown = shown;
    }

    /** The form's name in a report. */
    public String shown() {
        return shown;
    }

    /** How a file in this form is read. */
    public SourceFile.Kind kind() {
        return switch (this) {
            case PAGE, ARCHIVE -> SourceFile.Kind.HTML;
            case PAGE_OF_TABLES, XML_WORKBOOK -> SourceFile.Kind.WORKBOOK;
            case JSON -> SourceFile.Kind.JSON;
            case TABLE -> SourceFile.Kind.CSV;
            case TEXT -> SourceFile.Kind.TEXT;
        };
    }

    /**
     * The form of a text.
     *
     * @param start how it begins
     * @param name the name of its file
     * @return the form, or null when the beginning does not tell
     */
    public static @Nullable TextForm of(String start, String name) {
        String text = start.strip();
        if (text.startsWith("<")) {
            return ofMarkup(text, TABLES.contains(MediaTypes.ending(name)));
        }
        if (MIME.matcher(text).lookingAt() && text.toLowerCase(Locale.ROOT).contains("multipart/related")) {
            return ARCHIVE;
        }
        return JSON_START.matcher(text).lookingAt() ? JSON : null;
    }

    private static @Nullable TextForm ofMarkup(String text, boolean namedTable) {
        Matcher root = ROOT.matcher(text);
        String lower = text.toLowerCase(Locale.ROOT);
        String element = root.find() ? StringUtils.substringAfterLast(':' + root.group(1), ":") : "";
        if (element.equals("Workbook") || lower.contains("progid=\"excel.sheet\"")) {
            return XML_WORKBOOK;
        }
        boolean html = HTML.contains(element.toLowerCase(Locale.ROOT)) || lower.startsWith("<!doctype html");
        if (!html) {
            return null;
        }
        return namedTable && lower.contains("<table") ? PAGE_OF_TABLES : PAGE;
    }

    /** Whether a text looks like rows of cells: the same sign parts its first two lines into as many parts. */
    public static boolean isTable(String start) {
        String[] lines = start.strip().split("\\R", 3);
        for (char each : new char[] {'\t', ',', '|', ';'}) {
            int parts = StringUtils.countMatches(lines[0], each);
            if (parts > 0 && lines.length > 1 && StringUtils.countMatches(lines[1], each) == parts) {
                return true;
            }
        }
        return false;
    }
}
