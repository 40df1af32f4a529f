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
    /** 区水务局局长 王某 */
    private static final Pattern SPEAKER = Pattern.compile("^(\\S{3,40})[ 　]{1,4}(\\p{IsHan}[ 　]?\\p{IsHan}{1,3})$");

    private PressPages() {}

    /** The event, or null where the page says neither when nor where nor by whom it was held. */
    static @Nullable Mapped of(Mapped page, OfficialDocument document, PolicyTitle title, String text) {
        Map<String, String> said = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            Matcher labelled = LINE.matcher(line.strip());
            if (labelled.matches()) {
                put(said, labelled.group(1), labelled.group(2));
            }
        });
        for (LedgerEntry entry : page.ledger()) {
            boolean free = entry.target() == null || entry.target().equals("/writtenOn");
            if (free && entry.value() != null && entry.fate() != FieldFate.DEFAULTED && Said.labelled(entry)) {
                Said.of(entry).forEach(each -> put(said, String.valueOf(each.label()), each.value()));
            }
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
        readHeld(said.get("heldOn"), fields);
        fields.fill("place", said.get("place"), Reason.FROM_TEXT);
        if (said.containsKey("organiser") && !fields.labelled("organiser")) {
            fields.overrule("organiser", Agency.parse(said.get("organiser")), Reason.FROM_TEXT);
        }
        List<PressSpeaker> speakers = speakers(said.getOrDefault("speakers.name", ""));
        if (!speakers.isEmpty()) {
            fields.fill("speakers", speakers, Reason.FROM_TEXT);
        }
        return fields.mapped();
    }

    private static void put(Map<String, String> said, String label, String value) {
        String path = LABELS.path(StringUtils.deleteWhitespace(label));
        if (path != null) {
            said.putIfAbsent(path.equals("heldAt") ? "heldOn" : path, value.strip());
        }
    }

    private static void readHeld(@Nullable String text, PageFields fields) {
        Matcher day = DAY.matcher(String.valueOf(text));
        LocalDate held = day.find() ? DateText.read(day.group()).value() : null;
        if (held != null && text != null) {
            fields.fill("heldOn", held, Reason.FROM_TEXT);
            List<Object> hour = LABELS.values("heldAt", text);
            if (hour != null) {
                fields.fill("heldAt", hour.get(0), Reason.FROM_TEXT);
            }
        }
    }

    /** Posts and names; none where one of them is written otherwise. */
    private static List<PressSpeaker> speakers(String text) {
        List<PressSpeaker> all = new ArrayList<>();
        for (String each : StringUtils.split(text, "、，,；;")) {
            Matcher speaker = SPEAKER.matcher(each.strip());
            if (!speaker.matches()) {
                return List.of();
            }
            all.add(new PressSpeaker(StringUtils.deleteWhitespace(speaker.group(2)), speaker.group(1)));
        }
        return all;
    }
}
