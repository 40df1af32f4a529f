package org.gongkai.validation.rules.register;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.register.AccountChange;
import org.gongkai.core.register.AccountEvent;
import org.gongkai.core.register.NewMediaAccount;
import org.gongkai.core.register.RunState;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;
import org.jspecify.annotations.Nullable;

/** The rules of accounts that look at several fields. */
public final class NewMediaAccountRules implements KindRules<NewMediaAccount> {

    /** Two weeks; check reports of several cities. */
    private static final int STALE_DAYS = 14;

    private final List<Element<NewMediaAccount>> elements;

    public NewMediaAccountRules(Profile profile) {
        this.elements = new ElementTable<>(RecordKind.of(NewMediaAccount.class), profile).elements();
    }

    @Override
    public List<Element<NewMediaAccount>> elements() {
        return elements;
    }

    @Override
    public void check(NewMediaAccount record, LocalDate today, Hearing hearing) {
        if (record.inUse()) {
            inUse(record, record.checkedOn() == null ? today : record.checkedOn(), hearing);
        } else if (record.status() != null && record.status().state() == RunState.State.CLOSED) {
            closed(record, hearing);
        }
        if (record.holder() != null
                && record.owner() != null
                && !LegacyText.folded(record.holder().text())
                        .equals(LegacyText.folded(record.owner().text()))) {
            hearing.report(
                    "newMedia.holder.differs",
                    "/holder",
                    record.holder().text(),
                    record.owner().text());
        }
    }

    private static void inUse(NewMediaAccount record, LocalDate day, Hearing hearing) {
        LocalDate last = record.lastPostOn();
        if (last == null || last.plusDays(STALE_DAYS).isBefore(day)) {
            hearing.report("newMedia.stale", "/lastPostOn", last == null ? null : last.toString(), null);
        }
        if (record.filedOn() == null) {
            hearing.report("newMedia.filing.missing", "/filedOn", null, null);
        }
        if (record.reviewer() == null) {
            hearing.report("newMedia.review.none", "/reviewer", null, null);
        }
        if (!record.functions().isEmpty() && record.functions().stream().noneMatch(each -> each.contains("互动"))) {
            hearing.report("newMedia.interaction.none", "/functions", String.join("、", record.functions()), null);
        }
    }

    private static void closed(NewMediaAccount record, Hearing hearing) {
        for (int i = 0; i < record.changes().size(); i++) {
            AccountChange each = record.changes().get(i);
            if (!closes(each)) {
                continue;
            }
            if (each.announcedUrl() == null) {
                hearing.report("newMedia.close.unannounced", "/changes/" + i, null, null);
            }
            if (each.on() != null
                    && record.lastPostOn() != null
                    && record.lastPostOn().isAfter(each.on())) {
                hearing.report(
                        "newMedia.statusOrder",
                        "/lastPostOn",
                        record.lastPostOn().toString(),
                        each.on().toString());
            }
        }
    }

    private static boolean closes(@Nullable AccountChange change) {
        return change != null && change.event() != null && change.event().event() == AccountEvent.Event.CLOSE;
    }
}
