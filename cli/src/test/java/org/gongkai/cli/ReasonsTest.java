package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.text.Reasons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why something was not read is said in both languages. */
class ReasonsTest {

    /** What is told of a source, up to the end of the statement. */
    private static final Pattern TOLD = Pattern.compile(
            "(?:\\bdamaged(?:Workbook)?|UnreadableFileException\\.of|return of|new SourceProblem|new JsonParseException|\\breport)\\(([^;]*);");

    /** A text in words, which may go on with a value and more words. */
    private static final Pattern WORDS = Pattern.compile(
            "\"([A-Za-z]+,? [a-z][^\"]*)\"(\\s*\\+\\s*[\\w.]+(?:\\(\\))?(?:\\s*\\+\\s*\"([^\"]*)\")?)?");

    @TempDir
    Path folder;

    @Test
    void everyReasonInTheReadersIsKnownInChinese() throws IOException {
        Set<String> unknown = new TreeSet<>();
        int known = 0;
        for (String module : new String[] {"ingest", "office"}) {
            try (Stream<Path> files = Files.walk(Typed.CHECKOUT.resolve(module + "/src/main/java"))) {
                for (Path each :
                        (Iterable<Path>) files.filter(file -> file.toString().endsWith(".java"))::iterator) {
                    Matcher told = TOLD.matcher(Files.readString(each));
                    while (told.find()) {
                        Matcher words = WORDS.matcher(told.group(1));
                        while (words.find()) {
                            String behind = words.group(3) == null ? "" : words.group(3);
                            String text = words.group(2) == null ? words.group(1) : words.group(1) + 7 + behind;
                            if (Reasons.in(text, Locale.CHINESE).equals(text)) {
                                unknown.add(each.getFileName() + ": " + text);
                            } else {
                                known++;
                            }
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), unknown);
        assertTrue(known > 8, "reasons that were found: " + known);
    }

    @Test
    void theFindingsOfBrokenSourcesAreToldInChineseAlone() throws IOException {
        Files.writeString(folder.resolve("同上.csv"), "标题,文号,发文机关\n关于甲的通知,同上,东岚市人民政府\n");
        Files.write(folder.resolve("坏.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        Files.writeString(folder.resolve("无.xls"), "甲");
        Files.writeString(folder.resolve("行.ndjson"), "{\"标题\":\"甲\"} {\"标题\":\"乙\"}\n");
        String[] broken = {
            "[{\"标题\":\"甲\" \"乙\"}]",
            "[{标题:1}]",
            "[{\"标题\" 1}]",
            "[{\"标题\":1},,]",
            "{\"标题\":\"甲\",",
            "[{\"标题\":tru}]",
            "[{\"标题\":\"\u0001\"}]",
            "[{\"标题\":01}]",
            "[{\"标题\":1]",
            "[{\"标题\":\"\\x\"}]",
            "[{\"标题\":1.}]",
            "[".repeat(2_000)
        };
        for (int i = 0; i < broken.length; i++) {
            Files.writeString(folder.resolve("列" + i + ".json"), broken[i]);
            Files.writeString(folder.resolve("行" + i + ".ndjson"), "{\"标题\":\"甲\"}\n" + broken[i] + '\n');
        }
        byte[] workbook = new byte[600];
        System.arraycopy(
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1},
                0,
                workbook,
                0,
                8);
        Files.write(folder.resolve("块.xls"), workbook);
        Path told = folder.resolveSibling(folder.getFileName() + ".github");
        Path page = folder.resolveSibling(folder.getFileName() + ".html");
        Typed.command(
                "validate",
                folder.toString(),
                "--lang",
                "zh",
                "--report",
                "github=" + told,
                "--report",
                "html=" + page);
        assertTrue(Files.readString(page).contains("Object entries @11\":\"内容在此处中断，位置 11\""));
        for (String line : Files.readAllLines(told)) {
            assertTrue(!line.contains("source.") || !line.matches(".*[a-z]{2,} [a-z]{2,} [a-z]{2,}.*"), line);
        }
        Typed typed = Typed.command("validate", folder.toString(), "--lang", "zh");
        assertTrue(typed.out().contains("上方单元格有值"), typed.out());
        for (String line : typed.out().lines().toList()) {
            assertTrue(!line.contains("source.") || !line.matches(".*[a-z]{2,} [a-z]{2,} [a-z]{2,}.*"), typed.out());
        }
    }
}
