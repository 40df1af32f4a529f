package org.gongkai.ingest.land;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.core.land.CompensationRegistration;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.RequisitionStage;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.grammar.NoticeAccount;
import org.gongkai.ingest.grammar.Span;

/** A project in the making, with the account of its values: one value for each component, and of two neither. One text, one use. */
final class LandDraft {

    final LandRequisitionProjectBuilder project;
    final List<LedgerEntry> ledger = new ArrayList<>();

    /** The components that have a value, by pointer, with its text. */
    final Map<String, String> taken = new HashMap<>();

    /** The components for which the text says two values. */
    final Set<String> disputed = new HashSet<>();

    private final LandRequisitionProject defaults;
    private final NoticeAccount account;

    LandDraft(LandRequisitionProject defaults, NoticeAccount account) {
        this.defaults = defaults;
        this.account = account;
        this.project = LandRequisitionProjectBuilder.builder(defaults);
    }

    /** Takes a value for a component that has none yet; another value for it is told, and in the end neither is taken. */
    boolean take(String pointer, Span span, String value) {
        String before = taken.putIfAbsent(pointer, value);
        if (before != null && !before.equals(value)) {
            account.ambiguous(span, before, value);
            disputed.add(pointer);
            return false;
        }
        ledger.add(account.taken(span, pointer, value));
        return before == null;
    }

    void take(Span span, String pointer, Consumer<String> into) {
        if (take(pointer, span, span.words())) {
            into.accept(span.words());
        }
    }

    /** Two values were said: neither is the project's. */
    void withdraw(String pointer) {
        account.withdraw(ledger, pointer);
        LandRequisitionProject given = defaults;
        switch (pointer) {
            case "/name" -> project.name(given.name());
            case "/use" -> project.use(given.use());
            case "/approvingAuthority" -> project.approvingAuthority(given.approvingAuthority());
            case "/approvalNumber" -> project.approvalNumber(given.approvalNumber());
            case "/approvedOn" -> {
                project.approvedOn(given.approvedOn());
                project.stages(project.build().stages().stream()
                        .filter(each -> each.stage() == null || each.stage().step() != RequisitionStage.Step.APPROVAL)
                        .toList());
            }
            case "/attachmentStandard" -> project.attachmentStandard(given.attachmentStandard());
            case "/socialSecurity" -> project.socialSecurity(given.socialSecurity());
            case "/remedies" -> project.remedies(given.remedies());
            case "/resettlement" -> project.resettlement(given.resettlement());
            case "/prices/0" -> project.prices(given.prices());
            case "/registration/from" -> {
                account.withdraw(ledger, "/registration/until");
                CompensationRegistration read = project.build().registration();
                String place = read == null ? null : read.place();
                project.registration(
                        place == null ? given.registration() : new CompensationRegistration(null, null, place));
            }
            case "/implementer" -> project.implementer(given.implementer());
            default -> {
                // Of an office the first stays: a notice may name two that answer.
            }
        }
    }
}
