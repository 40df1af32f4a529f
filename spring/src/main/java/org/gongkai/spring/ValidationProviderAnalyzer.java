package org.gongkai.spring;

import java.util.Locale;
import org.gongkai.validation.ValidationProviderException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start, without a stack of calls, that the application's Hibernate Validator is too old. */
final class ValidationProviderAnalyzer extends AbstractFailureAnalyzer<ValidationProviderException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ValidationProviderException cause) {
        return new FailureAnalysis(cause.text(Locale.CHINESE), cause.text(Locale.ENGLISH), cause);
    }
}
