package org.gongkai.examples.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.kind.RecordKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages for programmers show is what runs: each sample stands in a program that is built and tested. */
class GuidesTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("gongkai.checkout"));
    private static final Pattern BLOCK = Pattern.compile("```(java|xml|properties)\n(.*?)\n```", Pattern.DOTALL);
    private static final int LONGEST_OF_README = 15;

    private record Sample(String language, List<String> lines) {

        @Override
        public String toString() {
            return String.join("\n", lines);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README", "docs/java", "docs/spring", "docs/testing"})
    void everySampleStandsInAProgramThatRuns(String page) throws IOException {
        List<Sample> english = samples(page + ".md");
        for (Sample each : english) {
            assertTrue(
                    programs(each.language()).anyMatch(program -> stands(each.lines(), program)),
                    page + " shows what stands in no program of consumers or examples:\n" + each);
        }
        assertTrue(english.size() >= 4, page + ": " + english.size() + " samples");
        assertEquals(english, samples(page + ".zh-CN.md"), "both languages show the same");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void noSampleOfReadmeIsLong(String page) throws IOException {
        for (Sample each : samples(page)) {
            assertTrue(!each.language().equals("java") || each.lines().size() <= LONGEST_OF_README, each.toString());
        }
    }

    /** Said here too, since the hosts are tried after all other tests. */
    @Test
    void theHostsTryOneRecordOfEveryKind() throws IOException {
        List<String> tried = Files.readAllLines(CHECKOUT.resolve("consumers/records/records.ndjson")).stream()
                .map(line -> StringUtils.substringBetween(line, "{\"kind\":\"", "\""))
                .sorted()
                .toList();
        assertEquals(RecordKind.all().stream().map(RecordKind::code).sorted().toList(), tried);
        for (String resource : new String[] {
            "boot/src/main/java/org/example/host/RecordController.java",
            "jersey/src/main/java/org/example/jersey/RecordResource.java",
            "quarkus/src/main/java/org/example/quarkus/RecordResource.java"
        }) {
            String text = Files.readString(CHECKOUT.resolve("consumers").resolve(resource));
            for (String each : tried) {
                assertTrue(
                        text.contains('"' + each + '"') || text.contains("\"/" + each + '"'), resource + ": " + each);
            }
        }
    }

    private static List<Sample> samples(String page) throws IOException {
        List<Sample> samples = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(CHECKOUT.resolve(page)));
        while (blocks.find()) {
            List<String> lines = stripped(blocks.group(2));
            // A pom goes on with what its tests need.
            boolean open = lines.get(lines.size() - 1).equals("</dependencies>");
            samples.add(new Sample(blocks.group(1), open ? lines.subList(0, lines.size() - 1) : lines));
        }
        return samples;
    }

    /** The lines of all programs of a language, each file by itself. */
    private static Stream<List<String>> programs(String language) throws IOException {
        List<List<String>> programs = new ArrayList<>();
        for (String root : new String[] {"consumers", "examples"}) {
            try (Stream<Path> files = Files.walk(CHECKOUT.resolve(root))) {
                for (Path each : files.filter(file -> file.toString().endsWith('.' + language))
                        .filter(file -> !file.toString().contains("target"))
                        .toList()) {
                    String text = Files.readString(each);
                    Matcher version = Pattern.compile("<gongkai.version>(.*)</").matcher(text);
                    programs.add(
                            stripped(version.find() ? text.replace("${gongkai.version}", version.group(1)) : text));
                }
            }
        }
        return programs.stream();
    }

    /** Without margins and empty lines. */
    private static List<String> stripped(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static boolean stands(List<String> lines, List<String> program) {
        return Collections.indexOfSubList(program, lines) >= 0;
    }
}
