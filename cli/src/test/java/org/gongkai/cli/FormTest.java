package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.LandBlockPrice;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.form.EntryForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormTest {

    @TempDir
    Path folder;

    @Test
    void aFormIsWrittenForEachKind() {
        for (RecordKind<?> each : RecordKind.all()) {
            Path file = folder.resolve("new/" + each + ".xlsx");
            Typed typed = Typed.command("form", each.code(), "--out", file.toString(), "--lang", "zh");
            assertEquals(0, typed.code(), typed.err());
            assertTrue(typed.out().contains(each.name().zh() + "填报表"), typed.out());
            assertTrue(Files.exists(file));
        }
    }

    @Test
    void theHelpNamesEachKind() {
        for (String language : List.of("zh", "en")) {
            String help = Typed.command("form", "--help", "--lang", language).out();
            for (RecordKind<?> each : RecordKind.all()) {
                assertTrue(help.replaceAll("\\s+", " ").contains(each.code()), each.code());
            }
        }
    }

    @Test
    void theGuidesNameEachKindInOrder() throws IOException {
        for (String guide : List.of("forms.md", "forms.zh-CN.md")) {
            Matcher list = Pattern.compile("(?:each kind: |每类记录都有填报表：)([^.。]+)[.。]")
                    .matcher(Files.readString(Typed.CHECKOUT.resolve("docs").resolve(guide)));
            assertTrue(list.find(), guide);
            assertEquals(
                    RecordKind.all().stream().map(RecordKind::code).toList(),
                    List.of(list.group(1).replace("`", "").split("[,、]\\s*")),
                    guide);
        }
    }

    @Test
    void anUnknownKindAnotherEndingAndAFileThatIsThereAreRefused() throws IOException {
        Typed unknown =
                Typed.command("form", "公文", "--out", folder.resolve("a.xlsx").toString(), "--lang", "en");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("公文; expected one of document, assistance-standard"), unknown.err());
        Typed ending = Typed.command(
                "form", "document", "--out", folder.resolve("a.xls").toString(), "--lang", "en");
        assertEquals(2, ending.code());
        assertTrue(ending.err().contains("does not end in .xlsx"), ending.err());
        Path filled = folder.resolve("filled.xlsx");
        Files.writeString(filled, "filled in");
        assertEquals(
                2, Typed.command("form", "document", "--out", filled.toString()).code());
        assertEquals("filled in", Files.readString(filled));
        assertFalse(Files.exists(folder.resolve("a.xls")));
    }

    @Test
    void whatIsFilledInConvertsWithoutAMapping() throws IOException {
        String json = "{\"kind\":\"land-price\",\"region\":\"东岭区\",\"block\":\"第1片\",\"price\":\"5.6\","
                + "\"unit\":\"万元/亩\",\"publishedOn\":\"2023-09-01\"}";
        LandBlockPrice price = CanonicalJson.mapper().readValue(json, LandBlockPrice.class);
        Path file = folder.resolve("prices.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            EntryForm.of(RecordKind.of(LandBlockPrice.class)).write(out, Locale.ENGLISH, List.of(price));
        }
        Path out = folder.resolve("package");
        Typed.command("convert", file.toString(), "--out", out.toString());
        assertEquals(
                CanonicalJson.mapper().readTree(json),
                CanonicalJson.mapper().readTree(Files.readString(out.resolve("data/records.ndjson"))));
    }
}
