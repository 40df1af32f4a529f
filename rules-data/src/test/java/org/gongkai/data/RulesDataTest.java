package org.gongkai.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data are all there, each file is listed, and programs in other languages read them. */
class RulesDataTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path DATA = CLASSES.resolve("gongkai-data");
    private static final Path EXAMPLES = Path.of(System.getProperty("gongkai.checkout"), "examples", "rules-data");

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void theIndexListsEachFileAndSaysWhatItIsInBothLanguages() throws IOException {
        List<String> index = Files.readAllLines(DATA.resolve("index.csv"));
        assertEquals("path,zh,en", index.get(0));
        List<String> listed =
                index.stream().skip(1).map(each -> each.split(",")[0]).sorted().toList();
        List<String> there = files(DATA).stream()
                .map(each -> DATA.relativize(each).toString().replace('\\', '/'))
                .filter(each -> !each.equals("index.csv"))
                .sorted()
                .toList();
        assertEquals(there, listed);
        index.forEach(each -> assertTrue(each.matches("[^,]+,[^,]+,.+"), each));
    }

    /** The tables by the description of Frictionless Data: which columns each has, and of what type. */
    @Test
    void theTablesAreDescribedAsTheyAre() throws IOException {
        Path file = Path.of("src/main/resources/gongkai-data", TablePackage.NAME);
        String expected = TablePackage.of(DATA);
        if (Boolean.getBoolean("gongkai.writePages")) {
            Files.writeString(file, expected);
        }
        assertEquals(
                expected,
                Files.readString(file).replace("\r\n", "\n"),
                "write it anew: ./mvnw -pl rules-data test -Dtest=RulesDataTest -Dgongkai.writePages=true");
    }

    @Test
    void noCodeIsAmongTheData() throws IOException {
        assertEquals(
                List.of(),
                files(CLASSES).stream()
                        .filter(each -> each.toString().endsWith(".class"))
                        .toList());
    }

    @Test
    void aPythonProgramReadsTheRulesFromTheJar(@TempDir Path folder) throws Exception {
        readsRules("python3", EXAMPLES.resolve("rules.py"), jar(folder));
    }

    @Test
    void aProgramForNodeReadsTheRules() throws Exception {
        readsRules("node", EXAMPLES.resolve("rules.mjs"), CLASSES);
    }

    private static void readsRules(String interpreter, Path program, Path data) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(interpreter, program.toString(), data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException missing) {
            assumeTrue(false, "there is no " + interpreter + " here");
            return;
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        assertTrue(out.contains("document.title.missing error 标题 缺少标题。"), out);
        assertTrue(out.lines().count() > 40, out);
    }

    /** As the jar will be. */
    private static Path jar(Path folder) throws IOException {
        Path jar = folder.resolve("data.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path each : files(DATA)) {
                zip.putNextEntry(
                        new ZipEntry(CLASSES.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, zip);
            }
        }
        return jar;
    }
}
