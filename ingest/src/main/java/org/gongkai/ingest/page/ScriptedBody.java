package org.gongkai.ingest.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells when the body of a page is written by a script, which is not run. */
final class ScriptedBody {

    /** A script that holds so many Chinese characters may hold the text of a document. */
    private static final int LEAST = 12;

    private static final int LONGEST_TOLD = 80;

    private static final Pattern TAG = Pattern.compile("<[^<>]{0,500}>");
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final Pattern TEXT = Pattern.compile("[\\p{IsHan}\\d，。、；：（）《》〔〕“”]{2,200}");

    /** What a script does that shows a text. */
    private static final Pattern WRITES = Pattern.compile(
            "document\\.write|innerHTML|innerText|textContent|\\.html\\(|\\.append\\(|\\.text\\(|insertAdjacentHTML");

    /** What a script does that fetches one. */
    private static final Pattern FETCHES = Pattern.compile(
            "\\$\\.(?:ajax|get|post|getJSON)\\b|\\.load\\(|XMLHttpRequest|\\bfetch\\(|axios|\\$http\\b|loadContent");

    private ScriptedBody() {}

    /**
     * What a script writes where the body would stand, or how it does so; or null when no script does.
     *
     * @param scripts the scripts of the page
     */
    static @Nullable String of(List<Element> scripts) {
        String way = null;
        for (Element script : scripts) {
            String code = script.data();
            String text = text(code);
            boolean data =
                    script.attr("type").contains("json") || script.attr("type").startsWith("text/t");
            Matcher writes = WRITES.matcher(code);
            Matcher fetches = FETCHES.matcher(code);
            boolean writing = writes.find();
            if (text.codePoints().filter(Character::isIdeographic).count() >= LEAST
                    && (data || writing || code.contains("{"))) {
                return StringUtils.abbreviate(text, LONGEST_TOLD);
            }
            if (way == null && writing && fetches.find()) {
                way = fetches.group();
            }
        }
        return way;
    }

    /** The Chinese text that a script holds. */
    private static String text(String code) {
        Matcher escaped = ESCAPED.matcher(code);
        String plain = escaped.replaceAll(
                each -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(each.group(1), 16))));
        Matcher pieces = TEXT.matcher(TAG.matcher(plain).replaceAll(" "));
        StringBuilder text = new StringBuilder();
        while (pieces.find()) {
            text.append(pieces.group());
        }
        return text.toString();
    }
}
