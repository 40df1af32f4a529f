package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.text.AgencyNames;
import org.gongkai.ingest.text.OfficialText;
import org.jsoup.nodes.Document;

/**
 * What the window of a page is called, such as 关于X的通知_某某区政府网.
 *
 * @param title the part that names the document: the longest
 * @param bare its letters and digits alone
 * @param parts all parts as they stand
 */
record WindowTitle(String title, String bare, List<String> parts) {

    /** A longer window repeats no heading, in characters. */
    private static final int LONGEST = 1_000;

    /** What a column is called is no longer. */
    private static final int LONGEST_COLUMN = 8;

    /** A title is longer. */
    private static final int SHORTEST = 4;

    static final Pattern SITE_SUFFIX = Pattern.compile(
            "(?:(?<!\\s)\\s++)?+[_|｜]++\\s*+|(?<!\\s)\\s++[-–—]++\\s++|(?<![-–—])[-–—]++(?=[^-–—]{2,30}(?:网|门户|网站|政府|局|厅|委)$)");

    /** What stands between a title and the names of columns and sites. */
    private static final String MARKS = "-–—_|｜·•>»›~";

    private static final String EDGES = MARKS + " \u3000";

    private static final Pattern SITE = Pattern.compile(".{2,30}(?:网|门户|网站|平台|政府)");

    private static final Set<String> COLUMNS = Csv.shipped(
                    WindowTitle.class.getResourceAsStream("column-names.csv"),
                    "column-names.csv",
                    reader -> Csv.read(reader, "column-names.csv", List.of("name", "seen")))
            .stream()
            .map(row -> String.valueOf(row.text("name")))
            .collect(Collectors.toUnmodifiableSet());

    static WindowTitle of(Document page) {
        Set<String> names = new HashSet<>(COLUMNS);
        page.select("meta[name=SiteName], meta[name=ColumnName]")
                .forEach(each -> names.add(LegacyText.stripUnseen(each.attr("content"))));
        List<String> parts = new ArrayList<>();
        for (String part : SITE_SUFFIX.split(PageText.tidy(page.title()))) {
            parts.addAll(parted(part, names));
        }
        String longest = "";
        for (String part : parts) {
            longest = part.length() > longest.length() ? part : longest;
        }
        String title = longest.strip();
        return new WindowTitle(title, LegacyText.lettersAndDigits(title), List.copyOf(parts));
    }

    /** A part of a window without the names of columns and sites at its ends, and those names. */
    private static List<String> parted(String part, Set<String> names) {
        List<String> parts = new ArrayList<>();
        String rest = part;
        for (int at = last(rest); at > 0 && isName(rest.substring(at + 1), names); at = last(rest)) {
            parts.add(0, rest.substring(at + 1));
            rest = StringUtils.stripEnd(rest.substring(0, at), EDGES);
        }
        for (int at = StringUtils.indexOfAny(rest, MARKS);
                at > 0 && isName(rest.substring(0, at), names);
                at = StringUtils.indexOfAny(rest, MARKS)) {
            parts.add(rest.substring(0, at));
            rest = StringUtils.stripStart(rest.substring(at), EDGES);
        }
        String bare = withoutColumn(rest, names);
        if (!bare.equals(rest)) {
            parts.addAll(List.of(StringUtils.split(rest.substring(0, rest.length() - bare.length()))));
        }
        parts.add(0, bare);
        return parts;
    }

    /** Without the agency and the column before a title, parted by blanks: 某局 政策文件 关于…的通知. Agencies alone are the title's. */
    private static String withoutColumn(String part, Set<String> names) {
        int from = 0;
        int end = part.indexOf(' ');
        for (int at = 0; end > 0; end = part.indexOf(' ', at)) {
            String word = part.substring(at, end);
            if (!isName(word, names)) {
                break;
            }
            at = end + 1;
            from = names.contains(word) ? at : from;
        }
        String rest = part.substring(from).strip();
        return rest.length() > SHORTEST ? rest : part;
    }

    private static int last(String text) {
        int at = text.length() - 1;
        while (at > 0 && MARKS.indexOf(text.charAt(at)) < 0) {
            at--;
        }
        return at;
    }

    private static boolean isName(String text, Set<String> names) {
        String bare = LegacyText.withoutBlanks(text);
        return names.contains(bare)
                || SITE.matcher(bare).matches()
                || AgencyNames.isAgency(bare) && !bare.endsWith("公司");
    }

    /**
     * Whether the part is the name of a document rather than of the site or a column: it reads like a title, or the site's
     * name stands beside it.
     */
    boolean namesDocument() {
        boolean beside = parts.size() > 1 && title.length() > LONGEST_COLUMN;
        return beside || title.length() > SHORTEST && (title.contains("关于") || OfficialText.endsLikeTitle(title));
    }

    /** Whether the window says a text, given by its letters and digits. */
    boolean says(String text) {
        return bare.length() <= LONGEST && bare.contains(text);
    }
}
