package org.gongkai.export.table;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.core.text.SpreadsheetCell;
import org.jspecify.annotations.Nullable;

/** How texts are made safe for HTML and for spreadsheets. */
public final class Markup {

    private static final Pattern NOT_IN_XML =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\p{Cs}\\uFFFE\\uFFFF]");

    private Markup() {}

    /** A text with every character that HTML reads escaped. */
    public static String html(@Nullable String text) {
        return text == null
                ? ""
                : NOT_IN_XML
                        .matcher(text)
                        .replaceAll("\uFFFD")
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
    }

    /** A line of comma-separated values, ended by CR LF; a cell that a spreadsheet would run gets an apostrophe. */
    public static void csv(Appendable out, List<String> cells) throws IOException {
        out.append(cells.stream().map(Markup::cell).collect(Collectors.joining(",")));
        out.append("\r\n");
    }

    /** A text as a cell may hold it: what a spreadsheet would run gets an apostrophe, what XML cannot hold is replaced. */
    public static String cellText(String text) {
        return SpreadsheetCell.guarded(NOT_IN_XML.matcher(text).replaceAll("\uFFFD"));
    }

    private static String cell(String text) {
        String safe = SpreadsheetCell.guarded(text);
        return safe.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0)
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    /** The beginning of a page: no script, nothing from the network, fit to be printed. */
    public static void page(Appendable out, String title) throws IOException {
        page(out, title, "");
    }

    /** The beginning of a page with styles of its own beside the common ones. */
    public static void page(Appendable out, String title, String style) throws IOException {
        out.append("""
                <!DOCTYPE html>
                <html lang="zh-CN">
                <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>""");
        out.append(html(title));
        out.append("""
                </title>
                <style>
                body { font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #111; background: #fff; line-height: 1.6; }
                h1 { font-size: 1.5rem; }
                h2 { font-size: 1.2rem; margin-top: 2rem; }
                table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
                caption { text-align: left; font-weight: bold; padding: .4rem 0; }
                th, td { border: 1px solid #666; padding: .35rem .5rem; text-align: left; vertical-align: top; }
                thead th { background: #eee; }
                td.amount { white-space: nowrap; }
                svg { max-width: 100%; height: auto; }
                @media print { body { margin: 0; max-width: none; } thead { display: table-header-group; } tr { break-inside: avoid; } }
                """);
        out.append(style);
        out.append("""
                </style>
                </head>
                <body>
                """);
    }

    /** The end of a page. */
    public static void endPage(Appendable out) throws IOException {
        out.append("</body>\n</html>\n");
    }
}
