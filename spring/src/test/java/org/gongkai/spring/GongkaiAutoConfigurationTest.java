package org.gongkai.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.ValidationProviderException;
import org.gongkai.validation.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class GongkaiAutoConfigurationTest {

    @Configuration
    @EnableAutoConfiguration
    static class Application {}

    @Configuration
    @EnableAutoConfiguration
    static class OwnBeans {

        @Bean
        Profile profile() {
            return Profile.named("shandong-library");
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2024-02-29T00:00:00Z"), ZoneOffset.UTC);
        }
    }

    @Test
    void aFileOfHolidaysMakesTheCalendarLonger(@TempDir Path folder) throws Exception {
        Path holidays =
                Files.writeString(folder.resolve("working-days.csv"), "year,off,work\n2027,2027-01-01,2027-01-02\n");
        try (ConfigurableApplicationContext context =
                started(Application.class, "gongkai.profile=national", "gongkai.holidays=" + holidays.toUri())) {
            WorkingCalendar calendar = context.getBean(WorkingCalendar.class);
            assertEquals(2027, calendar.span().last().getYear());
            assertTrue(calendar.isWorkingDay(LocalDate.of(2027, 1, 2)));
        }
        assertThrows(
                Exception.class,
                () -> started(Application.class, "gongkai.profile=national", "gongkai.holidays=file:/no/such.csv"));
    }

    @Test
    void aShippedProfileIsTakenByItsName() {
        try (ConfigurableApplicationContext context = started(Application.class, "gongkai.profile=national")) {
            assertEquals("national", context.getBean(Profile.class).name());
            assertEquals(
                    "national",
                    context.getBean(DisclosureValidator.class).profile().name());
            context.getBean(Conversion.class);
            context.getBean(WorkingCalendar.class);
        }
    }

    @Test
    void aProfileOfOnesOwnIsReadFromItsPlace() {
        String place = "gongkai.profile=classpath:org/gongkai/validation/profile/profiles/national.json";
        try (ConfigurableApplicationContext context = started(Application.class, place)) {
            assertEquals("national", context.getBean(Profile.class).name());
        }
    }

    @Test
    void beansOfTheApplicationTakeThePlaceOfThese() {
        try (ConfigurableApplicationContext context = started(OwnBeans.class)) {
            DisclosureValidator validator = context.getBean(DisclosureValidator.class);
            assertEquals("shandong-library", validator.profile().name());
            assertEquals(LocalDate.of(2024, 2, 29), validator.today());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zhejiang", "National"})
    void anApplicationWithoutAProfileDoesNotStartAndIsToldWhatThereIs(String named) {
        Throwable refusal = assertThrows(Exception.class, () -> started(Application.class, "gongkai.profile=" + named));
        while (!(refusal instanceof ProfileMissingException)) {
            refusal = refusal.getCause();
        }
        for (Locale each : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            String text = ((ProfileMissingException) refusal).text(each);
            assertTrue(text.contains("gongkai.profile") && text.contains("national, shandong-library"), text);
            assertTrue(text.contains(named), text);
        }
    }

    @Test
    void aPlaceWithoutAFileIsNamedAtTheStart() {
        assertRefused(
                "classpath:no-such-profile.json", "There is no file of a profile at classpath:no-such-profile.json");
    }

    @Test
    void aFileThatIsNoProfileIsRefusedWithThePropertyAtFault(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.json"), "{\"nom\": 1}");
        assertRefused(file.toUri().toString(), "/nom");
        assertRefused(Files.writeString(file, "{").toUri().toString(), "is not valid JSON");
    }

    private static void assertRefused(String place, String reason) {
        Throwable refusal = assertThrows(Exception.class, () -> started(Application.class, "gongkai.profile=" + place));
        while (!(refusal instanceof ProfileMissingException)) {
            refusal = refusal.getCause();
        }
        FailureAnalysis told = new ProfileMissingAnalyzer().analyze(refusal);
        assertTrue(told.getAction().contains(reason), told.getAction());
        assertTrue(told.getDescription().contains("规则配置文件 " + place), told.getDescription());
        assertFalse(told.getAction().contains("org.gongkai") || told.getAction().contains("[Source"), told.getAction());
    }

    @Test
    void theActuatorTellsByWhatIsJudged() {
        try (ConfigurableApplicationContext context = started(Application.class, "gongkai.profile=national")) {
            Info.Builder info = new Info.Builder();
            context.getBean(InfoContributor.class).contribute(info);
            Map<?, ?> told = (Map<?, ?>) info.build().get("gongkai");
            assertEquals("national", told.get("profile"));
            assertTrue(told.get("calendarUntil").toString().matches("\\d{4}-12-31"), told.toString());
        }
    }

    @Test
    void itsHealthNamesTheSame() {
        try (ConfigurableApplicationContext context = started(OwnBeans.class)) {
            Health health = context.getBean(HealthIndicator.class).health();
            assertEquals(Status.UP, health.getStatus());
            assertEquals("shandong-library", health.getDetails().get("profile"));
            assertEquals(Conversion.version(), health.getDetails().get("version"));
            assertTrue(health.getDetails().get("calendarUntil").toString().matches("\\d{4}-12-31"));
        }
    }

    @Test
    void aCalendarThatHasEndedLeavesTheHealthUnknownAndNothingDown() {
        Clock later = Clock.fixed(Instant.parse("2099-01-01T00:00:00Z"), ZoneOffset.UTC);
        Standing standing = new Standing(Profile.named("national"), WorkingCalendar.china(), later);
        assertFalse(standing.calendarKnowsToday());
        HealthIndicator of3 = new GongkaiAutoConfiguration.HealthOf3().gongkaiHealthIndicator(standing);
        assertEquals(Status.UNKNOWN, of3.health().getStatus());
    }

    @Test
    void theHealthMayBeTurnedOff() {
        try (ConfigurableApplicationContext context =
                started(OwnBeans.class, "management.health.gongkai.enabled=false")) {
            assertEquals(0, context.getBeanNamesForType(HealthIndicator.class).length);
        }
    }

    @Test
    void anOldHibernateValidatorIsToldWithoutAStackOfCalls() throws Exception {
        Constructor<ValidationProviderException> made =
                ValidationProviderException.class.getDeclaredConstructor(String.class, String.class);
        made.setAccessible(true);
        FailureAnalysis told = new ValidationProviderAnalyzer()
                .analyze(new IllegalStateException(made.newInstance("7.0.5.Final", "8.0")));
        assertTrue(told.getDescription().contains("7.0.5.Final"), told.getDescription());
        assertTrue(told.getAction().contains("8.0 or newer is needed"), told.getAction());
    }

    private static ConfigurableApplicationContext started(Class<?> application, String... properties) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .run();
    }
}
