package org.gongkai.spring;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.profile.Profile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
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
    Profile gongkaiProfile(GongkaiProperties properties, ResourceLoader resources) {
        String profile = properties.profile();
        if (profile == null || profile.isBlank()) {
            throw ProfileMissingException.unnamed();
        }
        if (profile.indexOf(':') < 0) {
            if (!Profile.names().contains(profile)) {
                throw ProfileMissingException.unknown(profile);
            }
            return Profile.named(profile);
        }
        return read(profile, resources.getResource(profile));
    }

    private static Profile read(String place, Resource resource) {
        if (!resource.exists()) {
            throw ProfileMissingException.absent(place);
        }
        try (InputStream file = resource.getInputStream()) {
            return Profile.read(file);
        } catch (IOException e) {
            throw ProfileMissingException.unfit(place, e);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    WorkingCalendar workingCalendar(GongkaiProperties properties, ResourceLoader resources) {
        String holidays = properties.holidays();
        if (holidays == null || holidays.isBlank()) {
            return WorkingCalendar.china();
        }
        try (Reader file =
                new InputStreamReader(resources.getResource(holidays).getInputStream(), StandardCharsets.UTF_8)) {
            return WorkingCalendar.china().with(file, holidays);
        } catch (IOException e) {
            throw new UncheckedIOException("gongkai.holidays: " + e.getMessage(), e);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    DisclosureValidator disclosureValidator(Profile profile, WorkingCalendar calendar, ObjectProvider<Clock> clock) {
        return DisclosureValidator.of(
                profile,
                clock.getIfAvailable(Clock::systemDefaultZone),
                RequisitionGround.standard().withCalendar(calendar));
    }

    @Bean
    @ConditionalOnMissingBean
    Conversion conversion(
            Profile profile, WorkingCalendar calendar, GongkaiProperties properties, ObjectProvider<Clock> clock) {
        return Conversion.of(profile, clock.getIfAvailable(Clock::systemDefaultZone))
                .withGround(RequisitionGround.standard().withCalendar(calendar))
                .reportingIn(properties.lang());
    }

    @Bean
    Standing gongkaiStanding(Profile profile, WorkingCalendar calendar, ObjectProvider<Clock> clock) {
        return new Standing(profile, calendar, clock.getIfAvailable(Clock::systemDefaultZone));
    }

    /** What the application judges by, for its page of information; only where it has an actuator. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(InfoContributor.class)
    static class Info {

        @Bean
        InfoContributor gongkaiInfo(Standing standing) {
            return builder -> builder.withDetail("gongkai", standing.details());
        }
    }

    /** The same among what the actuator of Spring Boot 3 says of its health. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.actuate.health.HealthIndicator.class)
    @ConditionalOnProperty(name = "management.health.gongkai.enabled", matchIfMissing = true)
    static class HealthOf3 {

        @Bean
        @ConditionalOnMissingBean(name = "gongkaiHealthIndicator")
        org.springframework.boot.actuate.health.HealthIndicator gongkaiHealthIndicator(Standing standing) {
            return () -> (standing.calendarKnowsToday() ? Health.up() : Health.unknown())
                    .withDetails(standing.details())
                    .build();
        }
    }

    /** The same for Spring Boot 4, where health stands in a package of its own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.health.contributor.HealthIndicator.class)
    @ConditionalOnProperty(name = "management.health.gongkai.enabled", matchIfMissing = true)
    static class HealthOf4 {

        @Bean
        @ConditionalOnMissingBean(name = "gongkaiHealthIndicator")
        org.springframework.boot.health.contributor.HealthIndicator gongkaiHealthIndicator(Standing standing) {
            return () -> (standing.calendarKnowsToday()
                            ? org.springframework.boot.health.contributor.Health.up()
                            : org.springframework.boot.health.contributor.Health.unknown())
                    .withDetails(standing.details())
                    .build();
        }
    }
}
