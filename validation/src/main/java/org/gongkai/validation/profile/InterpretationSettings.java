package org.gongkai.validation.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.Duty;
import org.gongkai.core.interpretation.SyncScheme;
import org.jspecify.annotations.Nullable;

/**
 * What a profile says of interpretations of policies (property {@code interpretation}):
 *
 * <pre>{@code
 * "interpretation": {
 *   "duty": "interpretation-publish-local",
 *   "publicEffect": ["办法", "补贴"],
 *   "copiedShare": 80,
 *   "syncSchemes": [{"scheme": "own", "step": "同步组织", "beforeDocument": "yes", "source": "…", "evidence": "primary"}]
 * }
 * }</pre>
 *
 * <p>What is left out keeps its standard value.
 *
 * @param duty the time limit for the publication of an interpretation, counted from that of its document. It is local: no
 *     national text sets one
 * @param publicEffect words of titles of documents that mostly touch the rights of the public, so that an interpretation is
 *     advised though they are no normative documents; derived
 * @param copiedShare from which share of its sentences on, in per cent, an interpretation copies its document; derived
 * @param syncSchemes the steps that an interpretation takes together with its document, in the schemes that are in use
 */
public record InterpretationSettings(
        Duty duty, List<String> publicEffect, int copiedShare, List<SyncScheme> syncSchemes) {

    private static final String DUTY = "interpretation-publish-local";
    private static final List<String> PUBLIC_EFFECT =
            List.of("办法", "规定", "实施细则", "补贴", "补助", "奖励", "优惠", "收费", "救助", "入学", "若干措施", "若干政策");
    private static final int COPIED_SHARE = 80;
    private static final List<String> SYNC_COLUMNS = List.of("scheme", "step", "beforeDocument", "source", "evidence");

    /** What a profile file says; anything may be left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contents(
            @Nullable String duty,
            @Nullable List<String> publicEffect,
            @Nullable Integer copiedShare,
            @Nullable List<Object> syncSchemes) {}

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException when the share is not from 1 to 100
     */
    public InterpretationSettings {
        Objects.requireNonNull(duty, "duty");
        publicEffect = List.copyOf(publicEffect);
        syncSchemes = List.copyOf(syncSchemes);
        if (copiedShare < 1 || copiedShare > 100) {
            throw new IllegalArgumentException("copiedShare: expected 1 to 100, got " + copiedShare);
        }
    }

    /**
     * The settings of a profile that says nothing.
     *
     * @return the settings
     */
    public static InterpretationSettings standard() {
        return new InterpretationSettings(
                Duties.catalogue().get(DUTY), PUBLIC_EFFECT, COPIED_SHARE, SyncScheme.standard());
    }

    static InterpretationSettings of(@Nullable Contents contents, String where) throws IOException {
        InterpretationSettings standard = standard();
        if (contents == null) {
            return standard;
        }
        try {
            return new InterpretationSettings(
                    contents.duty() == null
                            ? standard.duty()
                            : Duties.catalogue().get(contents.duty()),
                    Objects.requireNonNullElse(contents.publicEffect(), standard.publicEffect()),
                    Objects.requireNonNullElse(contents.copiedShare(), standard.copiedShare()),
                    contents.syncSchemes() == null
                            ? standard.syncSchemes()
                            : SyncScheme.read(
                                    new StringReader(AssistanceSettings.table(SYNC_COLUMNS, contents.syncSchemes())),
                                    "syncSchemes"));
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(where + "interpretation: " + e.getMessage(), e);
        }
    }

    /**
     * The scheme that knows a step.
     *
     * @param step what the step is called, or null
     * @return the scheme, or null when none knows it
     */
    public @Nullable SyncScheme schemeOf(@Nullable String step) {
        return syncSchemes.stream()
                .filter(each -> each.place(step) >= 0)
                .findFirst()
                .orElse(null);
    }
}
