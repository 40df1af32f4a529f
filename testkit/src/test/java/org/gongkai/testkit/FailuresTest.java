package org.gongkai.testkit;

import static org.gongkai.testkit.DisclosureAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** A class that fails, and what the failure says in English and in Chinese, among other things. */
    private record Case(Class<?> test, List<String> english, List<String> chinese) {}

    @TestFactory
    Stream<DynamicTest> aFailureSaysWhatIsWrongInTheLanguageOfTheMachine() {
        return Stream.of(
                        new Case(
                                Faulty.class,
                                List.of(
                                        "关于印发第2号工作要点的通知",
                                        "is not complete",
                                        "document.openness.missing [error] /openness",
                                        "documents.ndjson:2"),
                                List.of("不完整", "document.openness.missing [错误] /openness", "缺少公开方式")),
                        new Case(
                                Uncovered.class,
                                List.of("of 3 entries of the inventory 2 are there", "青崂政办字〔2023〕3号"),
                                List.of("清单应有 3 件，实有 2 件")),
                        new Case(
                                OtherInventory.class,
                                List.of("none of the 2 entries of the inventory", "see whether it is the inventory"),
                                List.of("没有一件相符")),
                        new Case(NoInventory.class, List.of("no inventory was given"), List.of("没有提供清单")),
                        new Case(
                                LostInventory.class,
                                List.of("inventory of @DisclosureSource is not there: no-such-register.csv"),
                                List.of("inventory 不存在：no-such-register.csv")),
                        new Case(UnfitInventory.class, List.of("FailuresTest.java"), List.of("不支持这种文件")),
                        new Case(
                                NoSource.class, List.of("it needs @DisclosureSource"), List.of("请加 @DisclosureSource")),
                        new Case(
                                Nothing.class,
                                List.of("no record was read from src/test/java/org", "source.file.unsupported"),
                                List.of("没有读到记录：src/test/java/org")),
                        new Case(Empty.class, List.of("there are no files in target/empty-folder"), List.of("没有文件：")),
                        new Case(NoFolder.class, List.of("no-such-folder"), List.of("no-such-folder")),
                        new Case(NoDay.class, List.of("is no date: 1 June", "2024-06-01"), List.of("不是日期：1 June")),
                        new Case(
                                NoProfile.class,
                                List.of("no profile and no file is called shandong", "shandong-library"),
                                List.of("没有名为 shandong 的规则配置")),
                        new Case(
                                NoRule.class,
                                List.of("there is no rule of the code document.theme.mising"),
                                List.of("没有代码为 document.theme.mising 的规则")),
                        new Case(
                                NoReason.class,
                                List.of("say why document.theme.missing is accepted"),
                                List.of("须说明理由")),
                        new Case(
                                NoBreach.class,
                                List.of("no single record breaks a rule that begins with [documents.]"),
                                List.of("没有以 [documents.] 开头")))
                .flatMap(each -> Stream.of(Locale.ENGLISH, Locale.CHINESE)
                        .map(language -> DynamicTest.dynamicTest(
                                each.test().getSimpleName() + " " + language, () -> says(each, language))));
    }

    private static void says(Case tried, Locale language) throws IOException {
        Files.createDirectories(Path.of("target/empty-folder"));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(language);
            List<String> failures = failures(tried.test());
            assertEquals(1, failures.size(), failures.toString());
            for (String each : language == Locale.ENGLISH ? tried.english() : tried.chinese()) {
                assertTrue(failures.get(0).contains(each), failures.get(0));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @DisclosureSource(folder = "target/empty-folder", today = "2024-06-01")
    static class Empty {
        @Test
        void all(Disclosure all) {
            assertThat(all).hasNoErrors();
        }
    }

    @DisclosureSource(
            folder = "src/test/resources/good",
            inventory = "src/test/resources/foreign-register.csv",
            today = "2024-06-01")
    static class OtherInventory {
        @Test
        void all(Disclosure all) {
            assertThat(all).coversInventory();
        }
    }

    @DisclosureSource(folder = "src/test/resources/good", inventory = "no-such-register.csv", today = "2024-06-01")
    static class LostInventory {
        @Test
        void all(Disclosure all) {
            assertThat(all).coversInventory();
        }
    }

    @DisclosureSource(
            folder = "src/test/resources/good",
            inventory = "src/test/java/org/gongkai/testkit/FailuresTest.java",
            today = "2024-06-01")
    static class UnfitInventory {
        @Test
        void all(Disclosure all) {
            assertThat(all).coversInventory();
        }
    }

    @DisclosureSource(folder = "src/test/resources/good", today = "1 June")
    static class NoDay {
        @Test
        void all(Disclosure all) {
            assertThat(all).hasNoErrors();
        }
    }

    @DisclosureSource(folder = "src/test/resources/good", profile = "shandong", today = "2024-06-01")
    static class NoProfile {
        @Test
        void all(Disclosure all) {
            assertThat(all).hasNoErrors();
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
