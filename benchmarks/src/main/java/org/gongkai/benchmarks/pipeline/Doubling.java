package org.gongkai.benchmarks.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gongkai.core.DateText;
import org.gongkai.core.PartialDate;
import org.gongkai.core.document.DocumentKind;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.text.ProgramText;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.SourceFile;

/**
 * Reads hostile texts of doubling length, and prints how the time grows with it: about two times where it is linear. Value types are
 * those that the description of the kinds of record names, so that a new one is measured without a line here.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar org.gongkai.benchmarks.pipeline.Doubling 65536 5
 * }</pre>
 */
public final class Doubling {

    private static final int DOUBLINGS = 3;
    private static final List<String> RUNS = List.of(
            " ",
            "\n",
            "\u3000",
            "\u200b",
            "(",
            "〔",
            "）",
            "1",
            "1 ",
            "13800000000 ",
            "2023",
            "号",
            "第",
            "、",
            "<a ",
            "<b>",
            "<div>",
            "<ul><li>",
            "[",
            "{\"a\":",
            "&#1",
            "某局会同",
            "发布日期：",
            "户主：");

    /** Where a text stands in a source of each form; the text is at the sign %. */
    private static final Map<String, String> PLACES = Map.of(
            "page.html",
            "<html><body><h1>关于防汛工作的通知</h1><p>%</p></body></html>",
            "title.html",
            "<html><body><h1>关于%的通知</h1><p>各单位要认真落实。</p></body></html>",
            "table.html",
            "<table><tr><td>标题</td><td>%</td></tr><tr><td>发文字号</td><td>某发〔2023〕1号</td></tr></table>",
            "row.csv",
            "标题,发文字号,成文日期\n关于防汛工作的通知,%,2023-01-02\n",
            "header.csv",
            "标题,%\n关于防汛工作的通知,某发〔2023〕1号\n",
            "whole.csv",
            "标题,发文字号\n%",
            "object.json",
            "{\"kind\":\"document\",\"title\":%}",
            "line.ndjson",
            "%\n");

    private final int first;
    private final int rounds;

    private Doubling(int first, int rounds) {
        this.first = first;
        this.rounds = rounds;
    }

    /**
     * Measures and prints.
     *
     * @param arguments the shortest length in characters, and how many rounds
     * @throws IOException when no folder for sources can be made
     */
    public static void main(String[] arguments) throws IOException {
        Doubling doubling = new Doubling(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.printf(
                "%ntexts of %,d to %,d characters%n%n| reader | worst text | ms at the longest | time for each doubling |%n|---|---|---:|---:|%n",
                doubling.first, doubling.first << DOUBLINGS);
        valueTypes().forEach(doubling::print);
        functions().forEach(doubling::print);
        Path folder = Files.createTempDirectory("gongkai-doubling");
        sources(folder).forEach(doubling::print);
        for (String each : PLACES.keySet()) {
            Files.deleteIfExists(folder.resolve(each));
        }
        Files.delete(folder);
    }

    /** Each way to make a value of a component of a record from a text. */
    private static Map<String, Consumer<String>> valueTypes() {
        Map<String, Consumer<String>> readers = new TreeMap<>();
        RecordKind.all().stream()
                .flatMap(kind -> kind.allFields().stream())
                .map(RecordField::type)
                .filter(type -> type.getName().startsWith("org.gongkai.core."))
                .distinct()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(Doubling::readsText)
                .forEach(each -> readers.put(
                        each.getDeclaringClass().getSimpleName() + '.' + each.getName(), text -> call(each, text)));
        return readers;
    }

    private static boolean readsText(Method method) {
        return Modifier.isStatic(method.getModifiers())
                && method.getParameterCount() > 0
                && method.getParameterCount() < 3
                && method.getParameterTypes()[0] == String.class
                && !method.getName().equals("valueOf");
    }

    /** With nothing for what a column may say besides, such as a year or a unit. */
    private static void call(Method method, String text) {
        try {
            method.invoke(null, Arrays.copyOf(new Object[] {text}, method.getParameterCount()));
        } catch (InvocationTargetException refused) {
            if (!(refused.getCause() instanceof IllegalArgumentException)
                    && !(refused.getCause() instanceof NullPointerException)) {
                throw new IllegalStateException(refused);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Consumer<String>> functions() {
        Map<String, Consumer<String>> readers = new LinkedHashMap<>();
        readers.put("date", DateText::read);
        readers.put("part of a date", PartialDate::read);
        readers.put("kind of a title", DocumentKind::ofTitle);
        readers.put("personal data", PersonalData::find);
        readers.put("masked text", PersonalData::masked);
        readers.put("what programs leave", ProgramText::decode);
        readers.put("residue", ProgramText::residue);
        readers.put("folded text", LegacyText::folded);
        readers.put("text in one line", LegacyText::oneLine);
        return readers;
    }

    private static Map<String, Consumer<String>> sources(Path folder) {
        LegacyReader reader = LegacyReader.standard();
        Map<String, Consumer<String>> readers = new TreeMap<>();
        PLACES.forEach((name, whole) -> readers.put("source " + name, text -> {
            try {
                Path file = Files.writeString(folder.resolve(name), whole.replace("%", text));
                for (SourceFile each : reader.find(List.of(file), problem -> {})) {
                    reader.read(each, new Sources.Counter());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        return readers;
    }

    private void print(String name, Consumer<String> reader) {
        String worst = "";
        double longest = 0;
        for (String run : RUNS) {
            double time = time(reader, run, DOUBLINGS);
            if (time > longest) {
                longest = time;
                worst = run;
            }
        }
        double ratio = Math.pow(time(reader, worst, DOUBLINGS) / time(reader, worst, 0), 1.0 / DOUBLINGS);
        System.out.printf(
                Locale.ROOT,
                "| %s | `%s` | %.1f | %.2f |%n",
                name,
                worst.replace("\n", "\\n").replace("\u200b", "\\u200b"),
                longest,
                ratio);
    }

    /** The least of some rounds, in milliseconds: nothing makes a text take less than it takes. */
    private double time(Consumer<String> reader, String run, int doublings) {
        String text = run.repeat((first << doublings) / run.length());
        double least = Double.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            long before = System.nanoTime();
            reader.accept(text);
            least = Math.min(least, (System.nanoTime() - before) / 1e6);
        }
        return least;
    }
}
