package org.gongkai.testkit;

import static org.gongkai.testkit.DisclosureAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What fails says what, where, and how it is mended. */
class FailuresTest {

    /** Runs a class as a build would, and gives what each failure says, after the name of what failed. */
    private static List<String> failures(Class<?> test) {
        List<String> failures = new ArrayList<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(test))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier one, TestExecutionResult result) {
                                result.getThrowable()
                                        .ifPresent(why -> failures.add(one.getDisplayName() + ": " + why.getMessage()));
                            }
                        });
        return failures;
    }

    private record Case(Class<?> test, String... says) {}

    @TestFactory
    Stream<DynamicTest> aFailureSaysWhatIsWrong() {
        return Stream.of(
                        new Case(
                                Faulty.class,
                                "关于印发第2号工作要点的通知",
                                "document.openness.missing [error] /openness",
                                "documents.ndjson:2"),
                        new Case(Uncovered.class, "of 3 entries of the inventory 2 are there", "青崂政办字〔2023〕3号"),
                        new Case(NoInventory.class, "inventory"),
                        new Case(NoSource.class, "it needs @DisclosureSource"),
                        new Case(Nothing.class, "no record was read from src/test/java/org"),
                        new Case(NoFolder.class, "no-such-folder"),
                        new Case(NoRule.class, "there is no rule of the code document.theme.mising"),
                        new Case(NoReason.class, "say why document.theme.missing is accepted"),
                        new Case(NoBreach.class, "no single record breaks a rule that begins with [documents.]"))
                .map(each -> DynamicTest.dynamicTest(each.test().getSimpleName(), () -> {
                    List<String> failures = failures(each.test());
                    assertEquals(1, failures.size(), failures.toString());
                    for (String says : each.says()) {
                        assertTrue(failures.get(0).contains(says), failures.get(0));
                    }
                }));
    }

    @Test
    void aFailureSpeaksTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CHINESE);
            assertTrue(failures(Faulty.class).get(0).contains("不完整"));
            assertTrue(failures(NoReason.class).get(0).contains("须说明理由"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @DisclosureSource(folder = "src/test/resources/faulty", today = "2024-06-01")
    static class Faulty {
        @DisclosureTest
        void each(DisclosureDocument document) {
            assertThat(document).isComplete();
        }
    }

    @DisclosureSource(
            folder = "src/test/resources/good",
            inventory = "src/test/resources/other-register.csv",
            today = "2024-06-01")
    static class Uncovered {
        @Test
        void all(Disclosure all) {
            assertThat(all).coversInventory();
        }
    }

    @DisclosureSource(folder = "src/test/resources/good", today = "2024-06-01")
    static class NoInventory {
        @Test
        void all(Disclosure all) {
            assertThat(all).coversInventory();
        }
    }

    static class NoSource {
        @DisclosureTest
        void each(DisclosureDocument document) {
            assertThat(document).isComplete();
        }
    }

    @DisclosureSource(folder = "src/test/java/org", today = "2024-06-01")
    static class Nothing {
        @Test
        void all(Disclosure all) {
            assertThat(all).hasNoErrors();
        }
    }

    @DisclosureSource(folder = "src/test/no-such-folder", today = "2024-06-01")
    static class NoFolder {
        @Test
        void all(Disclosure all) {
            assertThat(all).hasNoErrors();
        }
    }

    @DisclosureSource(folder = "src/test/resources/good", today = "2024-06-01")
    static class NoRule {
        @Test
        void all(Disclosure all) {
            assertThat(all).accepting("document.theme.mising", "a slip").hasNoErrors();
        }
    }

    @DisclosureSource(folder = "src/test/resources/good", today = "2024-06-01")
    static class NoReason {
        @Test
        void all(Disclosure all) {
            assertThat(all).accepting("document.theme.missing", " ").hasNoErrors();
        }
    }

    static class NoBreach {
        @BreachTest(rules = "documents.")
        void noticed(BrokenRecord each) {
            assertEquals(each.good(), each.broken());
        }
    }
}
