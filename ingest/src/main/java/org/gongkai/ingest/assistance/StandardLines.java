package org.gongkai.ingest.assistance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.RegionScope;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.grammar.NoticeAccount;
import org.gongkai.ingest.grammar.Span;
import org.gongkai.ingest.notice.NoticeReading;
import org.gongkai.ingest.table.Defaulted;
import org.jspecify.annotations.Nullable;

/** Makes lines of what the words of a notice gave, where nothing in the text contradicts them. */
final class StandardLines {

    private final NoticeAccount account;
    private final NoticeFacts facts;
    private final AssistanceStandard defaults;

    StandardLines(NoticeAccount account, NoticeFacts facts, AssistanceStandard defaults) {
        this.account = account;
        this.facts = facts;
        this.defaults = defaults;
    }

    List<NoticeReading.Read<AssistanceStandard>> of(List<StandardDraft> drafts) {
        List<NoticeReading.Read<AssistanceStandard>> lines = new ArrayList<>();
        Map<List<Object>, List<StandardDraft>> alike = new LinkedHashMap<>();
        drafts.forEach(each ->
                alike.computeIfAbsent(each.key(), key -> new ArrayList<>()).add(each));
        Set<StandardDraft> kept = new HashSet<>();
        alike.values().forEach(each -> kept.addAll(without(each)));
        for (StandardDraft each : drafts) {
            if (kept.contains(each)) {
                lines.add(line(each, alike.getOrDefault(each.key(), List.of()).size() > 1));
            }
        }
        return lines;
    }

    /** Of amounts for one thing those that regions part, or the first where all say the same; else none, and both are named. */
    private List<StandardDraft> without(List<StandardDraft> alike) {
        if (alike.size() == 1) {
            return alike.get(0).namesOnly ? List.of() : alike;
        }
        StandardDraft first = alike.get(0);
        boolean parted = alike.stream().noneMatch(each -> each.regions.isEmpty())
                && alike.stream().map(each -> each.regions).distinct().count() == alike.size();
        if (parted) {
            return alike;
        }
        StandardDraft other = alike.stream()
                .filter(each -> !Objects.equals(each.amount, first.amount) || !Objects.equals(each.unit, first.unit))
                .findFirst()
                .orElse(null);
        if (other == null) {
            alike.stream()
                    .skip(1)
                    .flatMap(each ->
                            Stream.of(Optional.ofNullable(each.amountSpan), Optional.ofNullable(each.previousSpan)))
                    .flatMap(Optional::stream)
                    .forEach(each -> account.leave(each, "same-value"));
            return first.namesOnly ? List.of() : List.of(first);
        }
        if (other.amountSpan != null && first.amountSpan != null) {
            account.ambiguous(other.amountSpan, first.amountSpan.words(), other.amountSpan.words());
        }
        return List.of();
    }

    private NoticeReading.Read<AssistanceStandard> line(StandardDraft draft, boolean several) {
        AssistanceStandardBuilder line = AssistanceStandardBuilder.builder(defaults);
        List<LedgerEntry> ledger = new ArrayList<>();
        line.item(draft.item).residence(draft.residence).support(draft.support).grades(draft.grades);
        line.amount(draft.amount)
                .unit(draft.amount == null ? null : draft.unit)
                .atLeast(draft.atLeast ? Boolean.TRUE : null);
        line.change(draft.change).previousAmount(draft.previous).follows(draft.follows);
        if (several && !draft.regions.isEmpty() || parted(draft.regions)) {
            line.scope(RegionScope.read(String.join("、", draft.regions)));
        }
        Span amount = Objects.requireNonNull(draft.amountSpan);
        if (draft.amount != null) {
            put(ledger, amount, "/amount", draft.amount.toPlainString());
        } else if (draft.follows != null) {
            put(ledger, amount, "/follows", draft.follows.text());
        }
        put(ledger, draft.itemSpan, "/item", draft.item.text());
        put(ledger, draft.residenceSpan, "/residence", draft.residence == null ? null : draft.residence.name());
        put(ledger, draft.supportSpan, "/support", draft.support == null ? null : draft.support.name());
        put(ledger, draft.gradeSpan, "/grades", draft.grades.isEmpty() ? null : String.join("、", draft.grades));
        put(ledger, draft.unitSpan, "/unit", draft.unit == null ? null : draft.unit.label());
        put(
                ledger,
                draft.previousSpan,
                "/previousAmount",
                draft.previous == null ? null : draft.previous.toPlainString());
        if (draft.growthSpan != null) {
            line.growth(new BigDecimal(draft.growthSpan.plain()));
            put(ledger, draft.growthSpan, "/growth", draft.growthSpan.plain());
        }
        ledger.addAll(facts.into(line, draft.text.sentence(), defaults));
        AssistanceStandard made = line.build();
        Set<String> given = new HashSet<>();
        ledger.forEach(each -> given.add(Objects.requireNonNullElse(each.target(), "")));
        ledger.addAll(Defaulted.entries(made, defaults, amount.place(), given));
        return new NoticeReading.Read<>(
                made, amount.place(), draft.text.sentence().words(), ledger);
    }

    /** Whether regions part the place: several of them, or one that is not the place itself. */
    private boolean parted(List<String> regions) {
        String place = defaults.place();
        return regions.stream().allMatch(Phrase::region)
                && (regions.size() > 1 || regions.size() == 1 && place != null && !place.contains(regions.get(0)));
    }

    private void put(List<LedgerEntry> ledger, @Nullable Span span, String target, @Nullable String value) {
        if (span != null && value != null) {
            ledger.add(account.taken(span, target, value));
        }
    }
}
