package org.gongkai.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapping.Component;
import org.jspecify.annotations.Nullable;

/**
 * The line in brackets under a title that says by what the document was issued: （2004年3月14日某市人民政府令第5号公布
 * 根据2010年11月8日某市人民政府令第9号修正）. It is read whole or not at all.
 */
public final class PromulgationLine {

    /** A line with many amendments is that long, in characters; a longer one is text. */
    private static final int LONGEST = 400;

    private static final int MOST_PIECES = 40;
    private static final Pattern DATE = Pattern.compile(TextDates.DATE);
    private static final List<String> AMENDING = List.of("修正", "修订", "修改", "废止", "失效");
    private static final List<String> ISSUING = List.of("公布", "发布", "印发", "颁布", "制定");
    private static final Pattern AMENDED_BY = Pattern.compile("^(?:根据|依据)");
    private static final Pattern TIMES = Pattern.compile("(?:第[一二三四五六七八九十]{1,3}次)?");
    private static final Pattern EFFECT = Pattern.compile("自.{1,20}起(?:正式|试)?(?:施行|实施|生效|执行)");
    private static final Pattern MEETING =
            Pattern.compile("[\\p{IsHan}0-9]{0,40}(?:会议|常务会议|次会议|大会)?(?:审议)?(?:通过|批准)|[\\p{IsHan}0-9]{2,40}会议");

    /** One event in the life of a document. */
    private static final class Event {
        private boolean amends;
        private boolean issues = true;
        private @Nullable String date;
        private @Nullable String number;
        private @Nullable String agencies;
    }

    /** The text by which another was amended, or issued: 根据…《关于修改〈…〉的决定》. */
    private static final Pattern BY_TEXT = Pattern.compile("《[^《》]{2,120}》");

    private final List<Event> events = new ArrayList<>();
    private Event event = new Event();

    private PromulgationLine() {}

    /** The number, the date and the agencies that a line says the document was issued by and on; or null when it is another line. */
    static @Nullable List<OfficialText.Part> read(TextLine line) {
        String text = line.text();
        String inner = StringUtils.substring(text, 1, text.length() - 1);
        boolean brackets = text.length() > 2
                && text.length() <= LONGEST
                && "（([【".indexOf(text.charAt(0)) >= 0
                && "）)]】".indexOf(text.charAt(text.length() - 1)) >= 0;
        return brackets ? new PromulgationLine().parts(inner, line.number()) : null;
    }

    /** What a line that stands apart from the text says the document was issued by and on; empty when it is another line. */
    public static List<OfficialText.Part> read(String text) {
        List<OfficialText.Part> parts = read(TextLine.of(text, 0));
        return parts == null ? List.of() : parts;
    }

    /** The line of that kind which stands behind a title, with its brackets, or null: a year alone, as in （2018年修正）, is the title's. */
    public static @Nullable String behind(String title) {
        int at = title.length() - 1;
        int depth = 0;
        while (at > 0 && title.length() - at <= LONGEST) {
            depth += "）)".indexOf(title.charAt(at)) >= 0 ? 1 : "（(".indexOf(title.charAt(at)) >= 0 ? -1 : 0;
            if (depth == 0) {
                break;
            }
            at--;
        }
        String bracket = title.substring(Math.max(at, 0));
        // A number alone is often a part of the title.
        return at > 0 && DATE.matcher(bracket).find() && read(TextLine.of(bracket, 0)) != null ? bracket : null;
    }

    private @Nullable List<OfficialText.Part> parts(String inner, int line) {
        String[] pieces = StringUtils.split(inner, " 　\u00a0\t，,；;");
        if (pieces.length > MOST_PIECES) {
            return null;
        }
        for (String each : pieces) {
            if (!take(each)) {
                return null;
            }
        }
        end();
        boolean told = events.stream().anyMatch(each -> each.number != null || each.date != null);
        return told ? parts(line) : null;
    }

    /** The event by which the document came to be: the first that is no amendment, one with a number before others. */
    private List<OfficialText.Part> parts(int line) {
        Event origin = null;
        for (Event each : events) {
            if (!each.amends && each.issues && (origin == null || origin.number == null && each.number != null)) {
                origin = each;
            }
        }
        List<OfficialText.Part> parts = new ArrayList<>();
        if (origin != null) {
            add(parts, Component.DOCUMENT_NUMBER, origin.number, line);
            add(parts, Component.WRITTEN_ON, origin.date, line);
            add(parts, Component.SIGNATURE, origin.agencies, line);
        }
        return parts;
    }

    private static void add(List<OfficialText.Part> parts, Component component, @Nullable String value, int line) {
        if (value != null) {
            parts.add(OfficialText.Part.of(component, value, line));
        }
    }

    private void end() {
        events.add(event);
        event = new Event();
    }

    /** Takes a piece of the line; answers whether it is one that such a line is made of. */
    private boolean take(String piece) {
        if (EFFECT.matcher(piece).matches()) {
            return true;
        }
        String said =
                BY_TEXT.matcher(AMENDED_BY.matcher(piece).replaceFirst("")).replaceAll("");
        Matcher date = DATE.matcher(said);
        boolean dated = date.find();
        boolean amended = AMENDED_BY.matcher(piece).find();
        if (dated && event.date != null || amended && event.date != null) {
            end();
        }
        event.amends |= amended;
        if (dated) {
            event.date = date.group();
            String before = said.substring(0, date.start());
            said = before + said.substring(date.end());
        }
        return takeUndated(said);
    }

    private boolean takeUndated(String piece) {
        String said = piece;
        if (MEETING.matcher(said).matches()) {
            event.issues = false;
            return true;
        }
        for (String verb : AMENDING) {
            event.amends |= said.endsWith(verb);
            said = without(verb, said);
        }
        for (String verb : ISSUING) {
            said = without(verb, said);
        }
        said = withoutTimes(said);
        if (said.isEmpty()) {
            return true;
        }
        String number = NumberLines.number(said);
        if (number != null) {
            event.number = event.number == null ? number : event.number;
            return true;
        }
        if (AgencyNames.areAgencies(said)) {
            event.agencies = event.agencies == null ? said : event.agencies + ' ' + said;
            return true;
        }
        return false;
    }

    private static String without(String verb, String text) {
        return text.endsWith(verb) ? text.substring(0, text.length() - verb.length()) : text;
    }

    /** Without 第二次 before 修正. */
    private static String withoutTimes(String text) {
        int from = text.lastIndexOf('第');
        return from >= 0 && TIMES.matcher(text.substring(from)).matches()
                ? LegacyText.stripUnseen(text.substring(0, from))
                : text;
    }
}
