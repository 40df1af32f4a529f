package org.gongkai.core.interpretation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** Finds in a text what names documents: titles in their marks, with number and clause beside them, and numbers alone. */
final class ReferenceScanner {

    private static final String NUMBERED = "\\p{IsHan}{1,25}[〔\\[［(（【]\\d{4}[〕\\]］)）】]第?\\d{1,6}号";
    private static final String ORDINAL = "[〇零一二三四五六七八九十百\\d]{1,6}";
    private static final String PLACE = "第" + ORDINAL + "(?:条(?:之[一二三四五六七八九十])?|章|节|款)(?:第" + ORDINAL + "[款项]|第?[（(]"
            + ORDINAL + "[）)]项?|第" + ORDINAL + "目){0,3}";
    private static final String CLAUSE = "的?(" + PLACE + "(?:[、，,和及至]{1,2}" + PLACE + "){0,9})";

    private static final Pattern TITLE = Pattern.compile("《((?:[^《》]|《[^《》]{1,200}》){1,300})》");
    private static final Pattern BRACKET =
            Pattern.compile("[ 　]{0,4}[（(]([^（）()《》]{4,40}号|" + NUMBERED + ")(?:[，,；;、][^（）()]{0,60})?[)）]");
    private static final Pattern BEHIND = Pattern.compile("[ 　]{0,4}" + CLAUSE);
    private static final Pattern NUMBER = Pattern.compile(NUMBERED);
    /** Words of running text before the code of an agency. */
    private static final Pattern LEAD =
            Pattern.compile("^.*(?:依据|根据|按照|依照|参照|详见|参见|来源|印发|出台|文件|执行|修订|废止|通知|以下简称|以及)(?=\\p{IsHan})");
    /** What may stand between names and behind the last: nothing that names or limits. */
    private static final Pattern BETWEEN = Pattern.compile("[ 　、，,。及和与以等]{0,6}(?:的?(?:有关|相关)?(?:规定|文件))?[。 　]{0,2}");

    private static final Pattern WITH_CLAUSE = Pattern.compile("(.{4,500}?[^、，,和及至])" + CLAUSE);
    private static final Pattern FILE = Pattern.compile("^(?:文件|文)(?!\\p{IsHan})");

    private final String text;
    private final List<PolicyReference.Named> found = new ArrayList<>();
    private int done;

    private ReferenceScanner(String text) {
        this.text = text;
    }

    /** All that a text names, in its order. */
    static List<PolicyReference.Named> scan(String text) {
        ReferenceScanner scanner = new ReferenceScanner(text);
        Matcher title = TITLE.matcher(text);
        while (title.find()) {
            if (title.start() >= scanner.done) {
                scanner.titled(title);
            }
        }
        scanner.numbers(text.length());
        return scanner.found;
    }

    /** Whether names are all that a text says. */
    static boolean covers(String text, List<PolicyReference.Named> names) {
        int at = 0;
        for (PolicyReference.Named each : names) {
            if (!BETWEEN.matcher(text.substring(at, each.start())).matches()) {
                return false;
            }
            at = each.end();
        }
        return !names.isEmpty() && BETWEEN.matcher(text.substring(at)).matches();
    }

    /** A title without marks, with the clause behind it; or null. */
    static @Nullable PolicyReference withClause(String text) {
        Matcher clause = WITH_CLAUSE.matcher(text);
        return clause.matches() ? new PolicyReference(null, clause.group(1), null, null, clause.group(2)) : null;
    }

    private void titled(Matcher title) {
        List<PolicyReference.Named> before = numbers(title.start());
        PolicyReference.Named last = before.isEmpty() ? null : before.get(before.size() - 1);
        int start = title.start();
        DocumentNumber number = null;
        if (last != null
                && LegacyText.blank(text.substring(last.end(), title.start()))
                && last.reference().clause() == null) {
            found.remove(found.size() - 1);
            number = last.reference().documentNumber();
            start = last.start();
        }
        int end = title.end();
        Matcher bracket = BRACKET.matcher(text).region(end, text.length());
        if (bracket.lookingAt() && number(bracket.group(1)) != null) {
            number = number(bracket.group(1));
            end = bracket.end();
        }
        add(number, title.group(1), start, end);
    }

    /** Takes the numbers up to a place; answers those. */
    private List<PolicyReference.Named> numbers(int to) {
        int first = found.size();
        Matcher number = NUMBER.matcher(text).region(Math.min(done, to), to);
        while (number.find()) {
            String whole = number.group();
            Matcher lead = LEAD.matcher(whole.substring(0, whole.length() - 1));
            int start = number.start() + (lead.find() ? lead.end() : 0);
            DocumentNumber read = number(text.substring(start, number.end()));
            if (read != null) {
                Matcher file = FILE.matcher(text).region(number.end(), to);
                add(read, null, start, file.find() ? file.end() : number.end());
                number.region(Math.min(done, to), to);
            }
        }
        return found.subList(first, found.size());
    }

    private void add(@Nullable DocumentNumber number, @Nullable String title, int start, int end) {
        Matcher behind = BEHIND.matcher(text).region(end, text.length());
        boolean clause = behind.lookingAt();
        done = clause ? behind.end() : end;
        found.add(new PolicyReference.Named(
                new PolicyReference(number, title, null, null, clause ? behind.group(1) : null), start, done));
    }

    static @Nullable DocumentNumber number(String text) {
        DocumentNumber number = DocumentNumber.read(text).value();
        return number != null && number.wellFormed() ? number : null;
    }
}
