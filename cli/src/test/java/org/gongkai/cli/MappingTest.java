package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {

    @TempDir
    Path folder;

    @Test
    void aSuggestionIsItselfInOrderAndMakesTheSourceReadable() throws IOException {
        Path table = Files.writeString(
                folder.resolve("list.csv"),
                "wjmc,wh,登记日,rq\n关于开会的通知,青崂政办字〔2023〕13号,x,2023-07-21\n关于放假的通知,青崂政办字〔2023〕14号,y,2023-07-22\n");
        Typed suggested = Typed.command("--lang=en", "mapping", "suggest", table.toString());
        assertEquals(0, suggested.code(), suggested.err());
        assertTrue(suggested.out().contains("\"wjmc\": title  # 0.80"), suggested.out());
        assertTrue(suggested.out().contains("\"wh\": documentNumber  # 0.80"), suggested.out());
        assertTrue(suggested.out().contains("#  \"rq\": writtenOn  # 0.40"), suggested.out());
        assertTrue(suggested.out().contains("#  \"登记日\": ?"), suggested.out());
        Path mapping = Files.writeString(folder.resolve("mapping.yaml"), suggested.out());
        assertEquals(0, Typed.command("mapping", "check", mapping.toString()).code());
        Typed validated = Typed.command("--lang=en", "validate", table.toString(), "--mapping", mapping.toString());
        assertTrue(validated.out().contains("Read 1 source: 2 records"), validated.out());
    }

    @Test
    void aFaultIsNamedInTheLanguageAsked() throws IOException {
        Path mapping = Files.writeString(folder.resolve("mapping.yaml"), "labels:\n  题目: titel\n");
        Typed english = Typed.command("--lang=en", "mapping", "check", mapping.toString());
        assertEquals(1, english.code());
        assertTrue(
                english.out().contains("mapping.yaml:2: there is no component titel; the closest is title"),
                english.out());
        Typed chinese = Typed.command("--lang=zh", "mapping", "check", mapping.toString());
        assertTrue(chinese.out().contains("没有要素 titel"), chinese.out());
        Typed run = Typed.command("validate", folder.toString(), "--mapping", mapping.toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("mapping.yaml:2"), run.err());
    }

    @Test
    void aSuggestionIsWrittenAsPeopleReadItAndNeverOverAFile() throws IOException {
        Path table = Files.writeString(folder.resolve("list.csv"), "标\u3000题,面积（公顷）,发文字号\n甲,1,海财〔2020〕1号\n");
        Path mapping = folder.resolve("mapping.yaml");
        Typed first = Typed.command("mapping", "suggest", table.toString(), "--out", mapping.toString());
        assertEquals(0, first.code(), first.err());
        assertEquals("", first.out());
        String yaml = Files.readString(mapping);
        assertTrue(yaml.contains("\"标\u3000题\": title") && yaml.contains("\"面积（公顷）\": ?"), yaml);
        Typed second = Typed.command("mapping", "suggest", table.toString(), "--out", mapping.toString());
        assertEquals(2, second.code());
        assertTrue(second.err().contains("mapping.yaml"), second.err());
        assertEquals(yaml, Files.readString(mapping));
    }

    @Test
    void aMissingFileIsSaid() {
        assertEquals(2, Typed.command("mapping", "check", "nowhere.yaml").code());
        assertEquals(2, Typed.command("mapping", "suggest", "nowhere.csv").code());
    }

    @Test
    void aLimitIsSetByItsNameAndAWrongOneListsTheNames() throws IOException {
        Path table = Files.writeString(folder.resolve("two.csv"), "标题,成文日期\n甲通知,2020-01-02\n乙通知,2020-01-03\n");
        Typed limited = Typed.command("--lang=en", "validate", table.toString(), "--limit", "maxRows=1");
        assertTrue(limited.out().contains("source.limit.reached"), limited.out());
        Typed wrong = Typed.command("--lang=en", "validate", table.toString(), "--limit", "maxRow=1");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("maxRows") && wrong.err().contains("maxPageBytes"), wrong.err());
    }
}
