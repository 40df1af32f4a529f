package org.gongkai.ingest.land;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.land.CatalogueItem;
import org.gongkai.core.land.ItemCatalogue;
import org.gongkai.core.land.RequisitionItemBuilder;
import org.gongkai.core.land.RequisitionItemState;
import org.gongkai.core.land.RequisitionRegime;
import org.gongkai.core.land.RequisitionStage;
import org.gongkai.core.land.StageProgress;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.grammar.Days;
import org.gongkai.ingest.grammar.NoticeAccount;
import org.gongkai.ingest.grammar.NoticeHead;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Span;
import org.gongkai.ingest.notice.NoticeText;
import org.jspecify.annotations.Nullable;

/** The stages that a notice tells of, the approval and its own, and the item that the notice is. One text, one use. */
final class LandStages {

    private final NoticeText text;
    private final List<Scanned> sentences;
    private final NoticeAccount account;
    private final LandDraft draft;
    private final LandDefaults defaults;

    LandStages(
            NoticeText text, List<Scanned> sentences, NoticeAccount account, LandDraft draft, LandDefaults defaults) {
        this.text = text;
        this.sentences = sentences;
        this.account = account;
        this.draft = draft;
        this.defaults = defaults;
    }

    /**
     * Gives the project its stages.
     *
     * @param step the stage of the notice, or null
     * @param days the days on which it is posted, or null where they are not said, or twice
     * @param approved the day of the approval, or null
     */
    void read(RequisitionStage.@Nullable Step step, @Nullable Days days, @Nullable LocalDate approved) {
        List<StageProgress> stages = new ArrayList<>();
        if (approved != null && !draft.disputed.contains("/approvedOn")) {
            stages.add(new StageProgress(RequisitionStage.of(RequisitionStage.Step.APPROVAL), approved, null));
            draft.ledger.add(new LedgerEntry(
                    text.place(),
                    FieldFate.DEFAULTED,
                    null,
                    "/stages/0/startedOn",
                    approved.toString(),
                    List.of("approvedOn")));
        }
        LocalDate published = text.publishedOn();
        String pointer = "/stages/" + stages.size();
        if (step != null && days != null) {
            draft.ledger.add(account.taken(
                    days.fromSpan(), pointer + "/startedOn", days.from().toString()));
            draft.ledger.add(account.taken(
                    days.untilSpan(), pointer + "/endedOn", days.until().toString()));
            stages.add(new StageProgress(RequisitionStage.of(step), days.from(), days.until()));
            disclosed(step, days.from(), days.until());
        } else if (step != null && published != null) {
            draft.ledger.add(new LedgerEntry(
                    text.place(),
                    FieldFate.DEFAULTED,
                    null,
                    pointer + "/startedOn",
                    published.toString(),
                    List.of("from-page")));
            stages.add(new StageProgress(RequisitionStage.of(step), published, null));
            disclosed(step, published, null);
        }
        if (!stages.isEmpty()) {
            draft.taken.put("/stages", "");
            draft.project.stages(stages);
        }
    }

    /** The notice itself is what is to be disclosed at its stage, under its own number. */
    private void disclosed(RequisitionStage.Step step, LocalDate from, @Nullable LocalDate until) {
        RequisitionRegime law = defaults.project().regime();
        RequisitionRegime.Regime regime = law == null ? null : law.regime();
        if (regime != RequisitionRegime.Regime.COLLECTIVE_LAND) {
            return;
        }
        CatalogueItem item = ItemCatalogue.of(regime).items().stream()
                .filter(each -> each.stage() == step)
                .findFirst()
                .orElse(null);
        if (item == null) {
            return;
        }
        Span numbered = NoticeHead.number(sentences);
        DocumentNumber number =
                numbered == null ? null : DocumentNumber.read(numbered.words()).value();
        if (numbered != null && number != null) {
            draft.ledger.add(account.taken(numbered, "/items/0/noticeNumber", number.text()));
        }
        draft.ledger.add(new LedgerEntry(
                text.place(), FieldFate.DEFAULTED, null, "/items/0/publishedOn", from.toString(), List.of("posted")));
        draft.taken.put("/items", "");
        draft.project.items(List.of(RequisitionItemBuilder.builder()
                .item(item.id())
                .title(title())
                .noticeNumber(number)
                .publishedOn(from)
                .postedUntil(until)
                .state(RequisitionItemState.of(RequisitionItemState.State.PUBLISHED))
                .build()));
    }

    /** The title that the source gives, else the first line where it is one. */
    private @Nullable String title() {
        Span line = text.title() == null ? LandIssuer.title(sentences) : null;
        if (line == null) {
            return text.title();
        }
        draft.ledger.add(account.taken(line, "/items/0/title", line.words()));
        return line.words();
    }
}
