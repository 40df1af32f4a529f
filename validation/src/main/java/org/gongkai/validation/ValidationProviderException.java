package org.gongkai.validation;

import java.util.Locale;
import org.gongkai.core.Bilingual;
import org.jspecify.annotations.Nullable;

/** The Hibernate Validator of the host is older than this library needs, or there is none. */
public final class ValidationProviderException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String found;
    private final String needed;

    ValidationProviderException(@Nullable String found, String needed) {
        super(text(found, needed).en());
        this.found = found;
        this.needed = needed;
    }

    /**
     * The version that the host has.
     *
     * @return the version, such as {@code 7.0.5.Final}, or null when there is no Hibernate Validator
     */
    public @Nullable String found() {
        return found;
    }

    /**
     * The lowest version that serves.
     *
     * @return the version, such as {@code 8.0}
     */
    public String needed() {
        return needed;
    }

    /**
     * What is wrong and how to mend it.
     *
     * @param language Chinese is answered in Chinese and any other in English
     * @return two sentences
     */
    public String text(Locale language) {
        return text(found, needed).in(language);
    }

    private static Bilingual text(@Nullable String found, String needed) {
        if (found == null) {
            return new Bilingual(
                    "没有找到 Hibernate Validator，需要 " + needed
                            + " 或更高版本。请为应用添加依赖 org.hibernate.validator:hibernate-validator。",
                    "There is no Hibernate Validator; " + needed
                            + " or newer is needed. Add org.hibernate.validator:hibernate-validator to the application.");
        }
        return new Bilingual(
                "Hibernate Validator 的版本是 " + found + "，需要 " + needed
                        + " 或更高版本。请在应用的依赖管理中提高 org.hibernate.validator:hibernate-validator 的版本。",
                "Hibernate Validator is of version " + found + "; " + needed
                        + " or newer is needed. Raise org.hibernate.validator:hibernate-validator in what manages the"
                        + " versions of the application.");
    }
}
