package org.gongkai.validation.rules.interpretation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.gongkai.core.interpretation.PressHost;
import org.gongkai.core.interpretation.PressRelease;
import org.gongkai.core.interpretation.PressTrigger;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;
import org.jspecify.annotations.Nullable;

/** The rules of press releases that look at several fields. Clauses and texts are in the catalogue of rules. */
public final class PressReleaseRules implements KindRules<PressRelease> {

    /** Hours by the clock after a grave or major emergency; 国办发〔2016〕61号. */
    private static final int CONFERENCE_HOURS = 24;
    /** The same for the first information; 国办发〔2016〕80号. */
    private static final int RELEASE_HOURS = 5;

    private final List<Element<PressRelease>> elements;

    public PressReleaseRules(Profile profile) {
        this.elements = new ElementTable<>(RecordKind.of(PressRelease.class), profile).elements();
    }

    @Override
    public List<Element<PressRelease>> elements() {
        return elements;
    }

    @Override
    public void check(PressRelease record, LocalDate today, Hearing hearing) {
        PressTrigger.Reason reason =
                record.trigger() == null ? null : record.trigger().reason();
        PressHost.Level host = record.host() == null ? null : record.host().level();
        if (reason == PressTrigger.Reason.LIVELIHOOD && host == PressHost.Level.DEPARTMENT) {
            hearing.report("press.host.wrong", "/host", record.host().text(), PressHost.Level.DISTRICT.label());
        }
        if (reason == PressTrigger.Reason.EMERGENCY && record.eventAt() != null) {
            // Of a conference of which the day alone is known, the first hour of that day.
            LocalDateTime held = record.heldAt() != null || record.heldOn() == null
                    ? record.heldAt()
                    : record.heldOn().atStartOfDay();
            late("/heldAt", record.eventAt(), held, CONFERENCE_HOURS, hearing);
            late("/firstReleaseAt", record.eventAt(), record.firstReleaseAt(), RELEASE_HOURS, hearing);
        }
        if (record.subjects().isEmpty()) {
            hearing.report("press.subject.unlinked", "/subjects", null, null);
        }
        if (record.transcriptUrl() == null) {
            hearing.report("press.transcript.missing", "/transcriptUrl", null, null);
        }
    }

    private static void late(String at, LocalDateTime event, @Nullable LocalDateTime done, int hours, Hearing hearing) {
        if (done != null && done.isAfter(event.plusHours(hours))) {
            hearing.report("press.emergency.late", at, done.toString(), String.valueOf(hours));
        }
    }
}
