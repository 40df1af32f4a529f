package org.gongkai.ingest.interpretation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.source.OwnLabels;
import org.jspecify.annotations.Nullable;

/**
 * What a page says behind a label that documents do not have.
 *
 * @param label the label, or null for a text without one
 * @param value the text behind it
 * @param shown both as they stand in the account of the page
 */
record Said(@Nullable String label, String value, String shown) {

    private static final String NAME = "\\p{IsHan}(?:[ 　]?\\p{IsHan}){1,11}";
    private static final Pattern LINE = Pattern.compile("^[\\[【（(]?(" + NAME + ")[\\]】）)]?[ 　]?[:：][ 　]?(\\S.*)$");
    private static final Pattern LABEL = Pattern.compile("(" + NAME + ")[ 　]?[:：]?");
    /** Where the next label of a line begins: 解读人：某某　责任单位：…. */
    private static final Pattern NEXT = Pattern.compile("[ 　|；;，,]{1,8}(?=" + NAME + "[:：])");

    /** Whose words stand in a table of the page, label and value in lines of their own. */
    private static final Set<String> LINES = Set.of(OwnLabels.TEXT_BESIDE);

    /** Whether an entry stands under a label, and not under a name of ours for a part of the page, such as its furniture. */
    static boolean labelled(LedgerEntry entry) {
        String label = entry.location().label();
        return label != null && (LINES.contains(label) || !label.startsWith("["));
    }

    /** All that an entry of the account says. */
    static List<Said> of(LedgerEntry entry) {
        String text = String.valueOf(entry.value());
        String label = entry.location().label();
        List<Said> all = new ArrayList<>();
        if (label == null || !LINES.contains(label)) {
            String[] pieces = NEXT.split(text);
            all.add(new Said(label, pieces[0], pieces.length == 1 ? pieces[0] : label + "：" + pieces[0]));
            for (int i = 1; i < pieces.length; i++) {
                all.add(line(pieces[i]));
            }
            return all;
        }
        String[] lines = StringUtils.split(text, '\n');
        for (int i = 0; i < lines.length; i++) {
            Matcher alone = LABEL.matcher(lines[i]);
            if (alone.matches()
                    && i + 1 < lines.length
                    && !LINE.matcher(lines[i + 1]).matches()) {
                all.add(new Said(alone.group(1), lines[i + 1], lines[i] + '\n' + lines[i + 1]));
                i++;
            } else {
                for (String piece : NEXT.split(lines[i])) {
                    all.add(line(piece));
                }
            }
        }
        return all;
    }

    /** What a line of running text says in labels, one or several of them. */
    static List<Said> parted(String text) {
        return Stream.of(NEXT.split(text)).map(Said::line).toList();
    }

    private static Said line(String text) {
        Matcher line = LINE.matcher(text.strip());
        return line.matches() ? new Said(line.group(1), line.group(2), text) : new Said(null, text, text);
    }
}
