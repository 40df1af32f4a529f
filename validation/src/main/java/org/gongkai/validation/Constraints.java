package org.gongkai.validation;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;

/** Runs the constraints on the components, once the host's provider has been found new enough. */
final class Constraints {

    private static final String PROVIDER = "org/hibernate/validator/HibernateValidator.class";
    private static final int NEEDED = 8;

    private Constraints() {}

    /**
     * A validator that hands back the codes of the rules.
     *
     * @throws ValidationProviderException when there is no Hibernate Validator, or an older one
     */
    static Validator validator() {
        // Looked up as a file: loading the class of an older version would end in an error about another class.
        ClassLoader loader = Constraints.class.getClassLoader();
        URL provider = loader == null ? ClassLoader.getSystemResource(PROVIDER) : loader.getResource(PROVIDER);
        if (provider == null) {
            throw new ValidationProviderException(null, NEEDED + ".0");
        }
        check(version(provider));
        // The factory holds nothing that must be given back, so it lives and goes with whoever holds the validator.
        return Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new CodesOnly())
                .buildValidatorFactory()
                .getValidator();
    }

    /** Refuses a version that is too old; one that is not known, as in a jar of everything, is taken. */
    static void check(@Nullable String version) {
        String major = version == null ? "" : version.replaceFirst("\\D.*", "");
        if (!major.isEmpty() && major.length() < 4 && Integer.parseInt(major) < NEEDED) {
            throw new ValidationProviderException(version, NEEDED + ".0");
        }
    }

    /** The version in the manifest of the jar that holds the provider, or null when it is in no jar of its own. */
    private static @Nullable String version(URL provider) {
        try {
            if (!(provider.openConnection() instanceof JarURLConnection jar)) {
                return null;
            }
            // Else the jar would stay open, and on Windows could not be replaced.
            jar.setUseCaches(false);
            Manifest manifest = jar.getManifest();
            Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
            return Objects.equals(main.getValue(Attributes.Name.IMPLEMENTATION_TITLE), "hibernate-validator")
                    ? main.getValue(Attributes.Name.IMPLEMENTATION_VERSION)
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Hands back the code of the rule and renders nothing: text is made when a report is written, and no user's value
     * is ever evaluated. It also spares an implementation of the expression language.
     */
    private static final class CodesOnly implements MessageInterpolator {
        @Override
        public String interpolate(String messageTemplate, Context context) {
            return messageTemplate;
        }

        @Override
        public String interpolate(String messageTemplate, Context context, Locale locale) {
            return messageTemplate;
        }
    }
}
