package org.gongkai.validation.rules.interpretation;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.document.Body;
import org.gongkai.core.interpretation.InterpretationElement;
import org.gongkai.core.interpretation.InterpretationForm.Form;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.SyncScheme;
import org.gongkai.core.interpretation.SyncStep;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.profile.InterpretationSettings;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;
import org.jspecify.annotations.Nullable;

/** The rules of interpretations of policies that look at several fields. Clauses and texts are in the catalogue of rules. */
public final class PolicyInterpretationRules implements KindRules<PolicyInterpretation> {

    private static final Set<InterpretationElement.Element> BASIC = EnumSet.of(
            InterpretationElement.Element.BACKGROUND,
            InterpretationElement.Element.BASIS,
            InterpretationElement.Element.PURPOSE,
            InterpretationElement.Element.MEASURES);

    private static final Form[] NOT_SEEN = {Form.PICTURE, Form.VIDEO, Form.LIVE, Form.LECTURE, Form.PRESS, Form.QA};

    private final InterpretationSettings settings;
    private final List<Element<PolicyInterpretation>> elements;

    public PolicyInterpretationRules(Profile profile) {
        this.settings = profile.interpretation();
        this.elements = new ElementTable<>(RecordKind.of(PolicyInterpretation.class), profile).elements();
    }

    @Override
    public List<Element<PolicyInterpretation>> elements() {
        return elements;
    }

    @Override
    public void check(PolicyInterpretation record, LocalDate today, Hearing hearing) {
        if (record.in(Form.PICTURE, Form.VIDEO)) {
            media(record, hearing);
        }
        elements(record, hearing);
        steps(record, null, hearing);
    }

    private static void media(PolicyInterpretation record, Hearing hearing) {
        Body body = record.body();
        String html = body == null || body.html() == null ? "" : body.html();
        boolean shown = html.contains("<img") || html.contains("<video") || html.contains("<iframe");
        String form = record.form() == null ? null : record.form().text();
        if (record.attachments().isEmpty() && record.mediaUrl() == null && !shown) {
            hearing.report("interpretation.form.fileMissing", "/mediaUrl", form, null);
        }
        String text = body == null || body.text() == null ? "" : body.text();
        if (record.transcript() == null && LegacyText.blank(text)) {
            hearing.report("interpretation.form.textMissing", "/transcript", form, null);
        }
    }

    /** What a picture or a speaker says is not seen here, so that nothing is asked of them. */
    private static void elements(PolicyInterpretation record, Hearing hearing) {
        for (int i = 0; i < record.elements().size(); i++) {
            InterpretationElement each = record.elements().get(i);
            if (!each.wellFormed()) {
                hearing.report("interpretation.elements.unlisted", "/elements/" + i, each.text(), null);
            }
        }
        boolean basic = record.elements().stream().anyMatch(each -> BASIC.contains(each.element()));
        if (!basic && !record.in(NOT_SEEN)) {
            hearing.report("interpretation.elements.missing", "/elements", null, null);
        }
    }

    /**
     * Holds the steps against each other and against the publication of the document. A finding names steps and no days, since
     * they are inner papers.
     *
     * @param documentOn the day on which the document was published, or null to hold them against each other alone
     */
    public void steps(PolicyInterpretation record, @Nullable LocalDate documentOn, Hearing hearing) {
        LocalDate latest = null;
        int last = -1;
        for (int i = 0; i < record.sync().size(); i++) {
            SyncStep each = record.sync().get(i);
            SyncScheme scheme = settings.schemeOf(each.step());
            if (scheme == null) {
                if (documentOn == null) {
                    hearing.report("interpretation.sync.unlisted", "/sync/" + i, each.step(), null);
                }
                continue;
            }
            int place = scheme.place(each.step());
            LocalDate day = each.doneOn();
            if (day == null) {
                continue;
            }
            boolean afterDocument =
                    documentOn != null && scheme.steps().get(place).beforeDocument() && day.isAfter(documentOn);
            boolean afterLater =
                    documentOn == null && latest != null && (place > last ? day.isBefore(latest) : day.isAfter(latest));
            if (afterDocument || afterLater) {
                hearing.report("interpretation.sync.order", "/sync/" + i, each.step(), order(scheme));
            }
            latest = day;
            last = place;
        }
    }

    private static String order(SyncScheme scheme) {
        return scheme.steps().stream().map(SyncScheme.Step::label).collect(Collectors.joining("、"));
    }
}
