package org.gongkai.spring;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.profile.Profile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/**
 * The beans of the library: a {@link Profile}, a {@link WorkingCalendar}, a {@link DisclosureValidator} and a
 * {@link Conversion}. A bean of the application's own takes the place of each, and a {@link Clock} among its beans says
 * which day is today.
 */
@AutoConfiguration
@EnableConfigurationProperties(GongkaiProperties.class)
public class GongkaiAutoConfiguration {

    /** Called by Spring. */
    public GongkaiAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    Profile gongkaiProfile(GongkaiProperties properties, ResourceLoader resources) throws IOException {
        String profile = properties.profile();
        if (profile == null || profile.isBlank()) {
            throw new ProfileMissingException();
        }
        if (profile.indexOf(':') < 0) {
            return Profile.named(profile);
        }
        try (InputStream file = resources.getResource(profile).getInputStream()) {
            return Profile.read(file);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    WorkingCalendar workingCalendar() {
        return WorkingCalendar.china();
    }

    @Bean
    @ConditionalOnMissingBean
    DisclosureValidator disclosureValidator(Profile profile, ObjectProvider<Clock> clock) {
        return DisclosureValidator.of(profile, clock.getIfAvailable(Clock::systemDefaultZone));
    }

    @Bean
    @ConditionalOnMissingBean
    Conversion conversion(Profile profile, GongkaiProperties properties, ObjectProvider<Clock> clock) {
        return Conversion.of(profile, clock.getIfAvailable(Clock::systemDefaultZone))
                .reportingIn(properties.lang());
    }

    /** What the application judges by, for its page of information; only where it has an actuator. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(InfoContributor.class)
    static class Info {

        @Bean
        InfoContributor gongkaiInfo(Profile profile, WorkingCalendar calendar) {
            return builder -> builder.withDetail(
                    "gongkai",
                    Map.of(
                            "version", Conversion.version(),
                            "profile", profile.name(),
                            "profileVersion", profile.version(),
                            "calendarUntil", calendar.span().last().toString()));
        }
    }
}
