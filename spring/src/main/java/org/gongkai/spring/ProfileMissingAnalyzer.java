package org.gongkai.spring;

import java.util.Locale;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start, without a stack of calls, that the application names no profile that can be used. */
final class ProfileMissingAnalyzer extends AbstractFailureAnalyzer<ProfileMissingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ProfileMissingException cause) {
        return new FailureAnalysis(cause.text(Locale.CHINESE), cause.text(Locale.ENGLISH), cause);
    }
}
