package org.gongkai.ingest.interpretation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DateText;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.interpretation.PressHost;
import org.gongkai.core.interpretation.PressRelease;
import org.gongkai.core.interpretation.PressSpeaker;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.listing.ListTableReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.Reason;
import org.jspecify.annotations.Nullable;

/** Reads pages of events with the press: when, where, by whom, and who spoke, in the text and beside it. */
final class PressPages {

    private static final ListTableReader LABELS =
            ListTableReader.of(RecordKind.of(PressRelease.class).code());

    private static final Pattern LINE =
            Pattern.compile("^[【\\[]?(\\p{IsHan}(?:[\\p{IsHan} 　]{0,8}\\p{IsHan})?)[】\\]]?[ 　]?[:：]\\s*(\\S.{1,300})$");
    private static final Pattern DAY = Pattern.compile("^\\d{4}(?:年\\d{1,2}月\\d{1,2}日|[-/.]\\d{1,2}[-/.]\\d{1,2})");
    /** 2024年3月7日上午，某办在某处举行新闻发布会 */
    private static final Pattern HELD = Pattern.compile(
            "((?:\\d{4}年)?\\d{1,2}月\\d{1,2}日(?:[上下]午|晚上?)?(?:\\d{1,2}[:：时点]\\d{0,2}分?)?)[，,]?([^，,。；\\n]{0,40}?)(?:在([^，,。；\\n]{2,40}?))?"
                    + "(?:" + PolicyWords.shipped().any("hold") + ")[^。\\n]{0,80}?(?:发布会|吹风会|通气会|见面会|集体采访)");
    /** Whose event it is, by the end of the name of who holds it. */
    private static final Pattern OF_DISTRICT = Pattern.compile(".*政府(?:新闻办公室|新闻办|新闻中心|办公室|办公厅|办)?");

    private static final Pattern OF_DEPARTMENT = Pattern.compile(".*(?:局|委员会|委|厅|中心|街道办事处|院|部|办公室|办)");
    /** What a title begins with where the government holds the event. */
    private static final Pattern BEGINS_WITH_GOVERNMENT =
            Pattern.compile("^[【\\[]?\\p{IsHan}{0,10}?政府(?:新闻办公室|新闻办)?(?!关于)");

    private static final Pattern WHOLE = Pattern.compile("实录|\\n[ 　]*(?:[^：:\\n]{0,16}记者(?:提问|问)?|问)[:：]");
    private static final Pattern NO_YEAR = Pattern.compile("^\\d{1,2}月\\d{1,2}日");
    private static final Pattern WEEKDAY = Pattern.compile("[（(](?:星期|周)[一二三四五六日天][)）]");
    /** In the text this is the hour of the event; beside it that of the page. */
    private static final String RELEASED = "发布时间";

    private static final String PLACED = "发布地点";

    private PressPages() {}

    /** The event, or null where the page says neither when nor where nor by whom it was held. */
    static @Nullable Mapped of(
            Mapped page, OfficialDocument document, PolicyTitle title, List<PolicyReference> inTitle, String text) {
        Map<String, String> said = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            Matcher labelled = LINE.matcher(line.strip());
            if (labelled.matches()) {
                String label = StringUtils.deleteWhitespace(labelled.group(1));
                put(said, label.equals(RELEASED) ? "发布会时间" : label, labelled.group(2));
            }
        });
        for (LedgerEntry entry : page.ledger()) {
            boolean free = entry.target() == null || entry.target().equals("/writtenOn");
            if (free && entry.value() != null && entry.fate() != FieldFate.DEFAULTED && Said.labelled(entry)) {
                Said.of(entry).forEach(each -> put(said, String.valueOf(each.label()), each.value()));
            }
        }
        inSentence(text, said);
        if (!said.containsKey("heldOn") && text.contains(PLACED)) {
            // Beside the place of the event stands its time, though pages say the same of their own.
            page.ledger().stream()
                    .filter(each -> RELEASED.equals(each.location().label()) && each.value() != null)
                    .findFirst()
                    .ifPresent(each -> said.put("heldOn", String.valueOf(each.value())));
        }
        if (Stream.of("heldOn", "place", "organiser", "speakers.name").noneMatch(said::containsKey)) {
            return null;
        }
        PageFields fields = new PageFields(PressRelease.class, page, document);
        if (title.event() != null) {
            fields.fill("type", title.event(), Reason.FROM_TITLE);
        }
        // Who publishes the page need not be who held the event.
        fields.readLabels("subjects", "organiser");
        readHeld(said.get("heldOn"), document.publishedOn(), fields);
        fields.fill("place", said.get("place"), Reason.FROM_TEXT);
        if (said.containsKey("organiser") && !fields.labelled("organiser")) {
            fields.overrule("organiser", Agency.parse(said.get("organiser")), Reason.FROM_TEXT);
        }
        List<PressSpeaker> speakers = speakers(said.getOrDefault("speakers.name", ""));
        if (!speakers.isEmpty()) {
            fields.fill("speakers", speakers, Reason.FROM_TEXT);
        }
        PressHost.Level host = host(said.getOrDefault("organiser", ""), String.valueOf(document.title()));
        fields.fill("host", host == null ? null : PressHost.of(host), Reason.FROM_TEXT);
        if (WHOLE.matcher(document.title() + '\n' + text).find()) {
            // The page is the record in text itself.
            fields.fill("transcriptUrl", document.sourceUrl(), Reason.FROM_TEXT);
        }
        if (inTitle.isEmpty()) {
            fields.join("subjects", Cited.explained(text), Reason.FROM_TEXT);
        } else {
            fields.join("subjects", inTitle, Reason.FROM_TITLE);
        }
        return fields.mapped();
    }

    /** In whose name an event was held, by who held it; null where neither that nor the title tells. */
    private static PressHost.@Nullable Level host(String organiser, String title) {
        if (OF_DISTRICT.matcher(organiser).matches()
                || organiser.isEmpty() && BEGINS_WITH_GOVERNMENT.matcher(title).find()) {
            return PressHost.Level.DISTRICT;
        }
        return OF_DEPARTMENT.matcher(organiser).matches() ? PressHost.Level.DEPARTMENT : null;
    }

    private static void inSentence(String text, Map<String, String> said) {
        Matcher held = HELD.matcher(text);
        if (held.find()) {
            said.putIfAbsent("heldOn", held.group(1));
            if (held.group(3) != null) {
                said.putIfAbsent("place", held.group(3).strip());
            }
            if (held.group(2).strip().length() > 2) {
                said.putIfAbsent("organiser", held.group(2).strip());
            }
        }
    }

    private static void put(Map<String, String> said, String label, String value) {
        String path = LABELS.path(StringUtils.deleteWhitespace(label));
        if (path != null) {
            said.putIfAbsent(path.equals("heldAt") ? "heldOn" : path, value.strip());
        }
    }

    private static void readHeld(@Nullable String text, @Nullable LocalDate published, PageFields fields) {
        String whole = withYear(String.valueOf(text), published);
        Matcher day = DAY.matcher(whole);
        LocalDate held = day.find() ? DateText.read(day.group()).value() : null;
        if (held != null) {
            fields.fill("heldOn", held, whole.equals(text) ? Reason.FROM_TEXT : Reason.YEAR_OF_NOTICE);
            List<Object> hour = LABELS.values("heldAt", WEEKDAY.matcher(whole).replaceAll(""));
            if (hour != null) {
                fields.fill("heldAt", hour.get(0), Reason.FROM_TEXT);
            }
        }
    }

    /** 3月7日 on a page of 8 March 2024 is of that year, and 12月30日 on one of January of the year before. */
    private static String withYear(String text, @Nullable LocalDate published) {
        if (published == null || !NO_YEAR.matcher(text).find()) {
            return text;
        }
        Matcher day = DAY.matcher(published.getYear() + "年" + text);
        LocalDate held = day.find() ? DateText.read(day.group()).value() : null;
        boolean later = held != null && held.isAfter(published);
        return (later ? published.getYear() - 1 : published.getYear()) + "年" + text;
    }

    /** Posts and names; none where one of them is written otherwise. */
    private static List<PressSpeaker> speakers(String text) {
        List<PressSpeaker> all = new ArrayList<>();
        for (String each : StringUtils.split(text, "、，,；;")) {
            PressSpeaker speaker = new PressSpeaker(each, null);
            if (speaker.post() == null) {
                return List.of();
            }
            all.add(speaker);
        }
        return all;
    }
}
