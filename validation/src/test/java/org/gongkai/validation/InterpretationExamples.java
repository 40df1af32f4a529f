package org.gongkai.validation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.Validity;
import org.gongkai.core.interpretation.AnswerOrigin;
import org.gongkai.core.interpretation.AnswerStatus;
import org.gongkai.core.interpretation.InterpretationElement;
import org.gongkai.core.interpretation.InterpretationForm;
import org.gongkai.core.interpretation.InterpretationForm.Form;
import org.gongkai.core.interpretation.InterpretationStage;
import org.gongkai.core.interpretation.PolicyAnswerBuilder;
import org.gongkai.core.interpretation.PolicyInterpretationBuilder;
import org.gongkai.core.interpretation.PolicyPackageBuilder;
import org.gongkai.core.interpretation.PolicyPackageItem;
import org.gongkai.core.interpretation.PressEvent;
import org.gongkai.core.interpretation.PressHost;
import org.gongkai.core.interpretation.PressReleaseBuilder;
import org.gongkai.core.interpretation.PressTrigger;
import org.gongkai.core.interpretation.SyncStep;
import org.gongkai.core.organization.Agency;

/** For each rule of one interpretation, answer, press release or package a record that passes and one that breaks that rule alone. */
final class InterpretationExamples {

    private static final String MOBILE = "请拨打13812345678";
    private static final Agency NONE = Agency.parse("甲局、乙局");

    /** The records of one rule: the first passes, the second breaks it. */
    record Pair(DisclosureRecord good, DisclosureRecord bad) {}

    private final Map<String, Pair> pairs = new LinkedHashMap<>();

    private InterpretationExamples() {}

    static Map<String, Pair> all() {
        InterpretationExamples examples = new InterpretationExamples();
        examples.interpretations();
        examples.media();
        examples.answers();
        examples.press();
        examples.packages();
        return examples.pairs;
    }

    private void interpretations() {
        text("title.missing", i -> i.title(null));
        text("form.missing", i -> i.form(null));
        text("form.unlisted", i -> i.form(InterpretationForm.parse("诗歌")));
        text("target.missing", i -> i.interprets(List.of()));
        text("stage.unlisted", i -> i.stage(InterpretationStage.parse("初稿")));
        text("responsible.missing", i -> i.responsible(null));
        text("responsible.malformed", i -> i.responsible(NONE));
        text("contact.missing", i -> i.contact(null));
        text("publishedOn.missing", i -> i.publishedOn(null));
        text("indexNumber.malformed", i -> i.indexNumber(IndexNumber.parse("无规则")));
        text("publisher.missing", i -> i.publisher(null));
        text("validity.unlisted", i -> i.validity(Validity.parse("还行")));
        text(
                "elements.missing",
                i -> i.elements(List.of(InterpretationElement.of(InterpretationElement.Element.SCOPE))));
        text(
                "elements.unlisted",
                i -> i.elements(List.of(
                        InterpretationElement.of(InterpretationElement.Element.BASIS),
                        InterpretationElement.parse("花絮"))));
        text("sync.order", i -> i.sync(List.of(step("同步审签", 10), step("同步组织", 12))));
        text("sync.unlisted", i -> i.sync(List.of(step("同步庆祝", 10))));
        text("privateNumber", i -> i.body(new Body(MOBILE, null)));
        text("property.unknown", i -> i.other(Map.of("x", "y")));
    }

    private static SyncStep step(String name, int day) {
        return new SyncStep(name, LocalDate.of(2023, 7, day));
    }

    private void text(String rule, UnaryOperator<PolicyInterpretationBuilder> bad) {
        pair(
                "interpretation." + rule,
                InterpretationRecords.interpretation().build(),
                bad.apply(InterpretationRecords.interpretation()).build());
    }

    private void pair(String rule, DisclosureRecord good, DisclosureRecord bad) {
        pairs.put(rule, new Pair(good, bad));
    }

    private void media() {
        PolicyInterpretationBuilder picture = InterpretationRecords.interpretation()
                .form(InterpretationForm.of(Form.PICTURE))
                .elements(List.of())
                .mediaUrl("https://www.example.gov.cn/a.png")
                .transcript("图中写明三项举措。");
        pair(
                "interpretation.form.fileMissing",
                picture.build(),
                PolicyInterpretationBuilder.builder(picture.build())
                        .mediaUrl(null)
                        .build());
        pair(
                "interpretation.form.textMissing",
                picture.build(),
                PolicyInterpretationBuilder.builder(picture.build())
                        .transcript(null)
                        .build());
    }

    private void answers() {
        answer("question.missing", a -> a.question(null));
        answer("question.noMark", a -> a.question("怎样公开"));
        answer("answer.missing", a -> a.answer(null));
        answer("source.missing", a -> a.sources(List.of()));
        answer("answer.noClause", a -> a.sources(List.of(InterpretationRecords.reference("青崂政办字〔2023〕13号"))));
        answer("responsible.missing", a -> a.responsible(null));
        answer("responsible.malformed", a -> a.responsible(NONE));
        answer("consultation.missing", a -> a.consultation(null));
        answer("askedTimes.negative", a -> a.askedTimes(-1));
        answer("origin.unlisted", a -> a.origin(AnswerOrigin.parse("听说")));
        answer("publishedOn.missing", a -> a.publishedOn(null));
        answer("status.unlisted", a -> a.status(AnswerStatus.parse("大概")));
        answer("privateNumber", a -> a.answer(MOBILE));
        answer("property.unknown", a -> a.other(Map.of("x", "y")));
    }

    private void answer(String rule, UnaryOperator<PolicyAnswerBuilder> bad) {
        pair(
                "policyAnswer." + rule,
                InterpretationRecords.answer().build(),
                bad.apply(InterpretationRecords.answer()).build());
    }

    private void press() {
        press("title.missing", p -> p.title(null));
        press("type.missing", p -> p.type(null));
        press("type.unlisted", p -> p.type(PressEvent.parse("茶话会")));
        press("heldOn.missing", p -> p.heldOn(null));
        press("host.missing", p -> p.host(null));
        press("host.unlisted", p -> p.host(PressHost.parse("某人")));
        press("organiser.malformed", p -> p.organiser(NONE));
        press("trigger.unlisted", p -> p.trigger(PressTrigger.parse("心情")));
        press(
                "host.wrong",
                p -> p.trigger(PressTrigger.of(PressTrigger.Reason.LIVELIHOOD))
                        .host(PressHost.of(PressHost.Level.DEPARTMENT)));
        press("subject.unlinked", p -> p.subjects(List.of()));
        press("transcript.missing", p -> p.transcriptUrl(null));
        press("privateNumber", p -> p.place(MOBILE));
        press("property.unknown", p -> p.other(Map.of("x", "y")));
        PressReleaseBuilder emergency = InterpretationRecords.press()
                .trigger(PressTrigger.of(PressTrigger.Reason.EMERGENCY))
                .heldAt(LocalDateTime.of(2023, 8, 2, 10, 0));
        pair(
                "press.emergency.late",
                emergency.eventAt(LocalDateTime.of(2023, 8, 1, 10, 0)).build(),
                emergency.eventAt(LocalDateTime.of(2023, 8, 1, 9, 59)).build());
    }

    private void press(String rule, UnaryOperator<PressReleaseBuilder> bad) {
        pair(
                "press." + rule,
                InterpretationRecords.press().build(),
                bad.apply(InterpretationRecords.press()).build());
    }

    private void packages() {
        policies("name.missing", p -> p.name(null));
        policies("audience.missing", p -> p.audience(null));
        policies("owner.missing", p -> p.owner(null));
        policies("owner.malformed", p -> p.owner(NONE));
        policies("items.missing", p -> p.items(List.of()));
        policies("publishedOn.missing", p -> p.publishedOn(null));
        policies("item.documentMissing", p -> p.items(List.of(item(null, "在本区注册", null))));
        policies("item.noConditions", p -> p.items(List.of(item("青崂政办字〔2023〕13号", null, null))));
        policies("deadlinePassed", p -> p.items(List.of(item("青崂政办字〔2023〕13号", "在本区注册", LocalDate.of(2023, 8, 31)))));
        policies("privateNumber", p -> p.audience(MOBILE));
        policies("property.unknown", p -> p.other(Map.of("x", "y")));
    }

    private static PolicyPackageItem item(String number, String conditions, LocalDate deadline) {
        return new PolicyPackageItem(
                number == null ? null : InterpretationRecords.reference(number),
                "公开服务",
                conditions,
                null,
                null,
                deadline,
                null);
    }

    private void policies(String rule, UnaryOperator<PolicyPackageBuilder> bad) {
        pair(
                "policyPackage." + rule,
                InterpretationRecords.policies().build(),
                bad.apply(InterpretationRecords.policies()).build());
    }
}
