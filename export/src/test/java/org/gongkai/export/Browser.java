package org.gongkai.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * Headless Chromium, to look at a page as a reader's browser lays it out. Where there is none the test that asks for it is
 * skipped, and says so.
 */
public final class Browser {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Pattern RESULT = Pattern.compile("(?s)<pre id=\"result\">([^<]*)</pre>");
    private static final int LONGEST_SECONDS = 180;

    /** Lays the page out in a frame of the width wanted: a window cannot be made as narrow as a telephone. */
    private static final String HARNESS = """
            <!DOCTYPE html><html><head><meta charset="UTF-8"></head><body>
            <iframe id="page" style="border: 0; width: WIDTHpx; height: 800px" srcdoc="PAGE"></iframe>
            <pre id="result"></pre>
            <script>
            document.getElementById("page").addEventListener("load", function () {
              const page = this.contentDocument;
              const width = page.documentElement.clientWidth;
              const outside = [];
              for (const each of page.body.querySelectorAll("*")) {
                const box = each.getBoundingClientRect();
                if (box.width > 0 && box.right > width + 1) {
                  outside.push(each.tagName.toLowerCase() + " " + Math.round(box.right) + " " + each.textContent.slice(0, 40));
                }
              }
              const links = Array.from(page.querySelectorAll("a[href]"), each => each.getAttribute("href"));
              const dead = links.filter(each => each.startsWith("#") && !page.getElementById(each.slice(1)));
              document.getElementById("result").textContent = JSON.stringify({
                width: width, scrollWidth: page.documentElement.scrollWidth, outside: outside, links: links, dead: dead,
                unnamed: Array.from(page.querySelectorAll("a[href]")).filter(each => !each.textContent.trim()).length
              });
            });
            </script></body></html>
            """;

    private final Path program;

    private Browser(Path program) {
        this.program = program;
    }

    /**
     * What the browser made of a page.
     *
     * @param width the width of the page in pixels, without a scroll bar
     * @param scrollWidth the width that its contents need
     * @param outside elements that stick out to the right
     * @param links what its links lead to, in order
     * @param dead links to places of the page that are not there
     * @param unnamed how many links have no text
     */
    public record Layout(
            int width, int scrollWidth, List<String> outside, List<String> links, List<String> dead, int unnamed) {}

    /** The browser of this machine; without one the test is skipped. */
    public static Browser assumed() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            for (String name : NAMES) {
                Path program = Path.of(folder, name);
                if (Files.isExecutable(program)) {
                    return new Browser(program);
                }
            }
        }
        Assumptions.abort("skipped: no " + String.join(", ", NAMES) + " on the path; apt-get install chromium");
        throw new AssertionError();
    }

    /**
     * Lays a page out.
     *
     * @param html the page
     * @param width the width in pixels, such as 375 for a telephone
     * @param folder an empty folder for the browser's own files
     */
    public Layout layout(String html, int width, Path folder) throws IOException, InterruptedException {
        Path harness = folder.resolve("harness-" + width + ".html");
        String quoted = html.replace("&", "&amp;").replace("\"", "&quot;");
        Files.writeString(
                harness, HARNESS.replace("WIDTH", String.valueOf(width)).replace("PAGE", quoted));
        JsonNode node = result(folder, harness);
        return new Layout(
                node.get("width").asInt(),
                node.get("scrollWidth").asInt(),
                texts(node.get("outside")),
                texts(node.get("links")),
                texts(node.get("dead")),
                node.get("unnamed").asInt());
    }

    /**
     * Opens a page whose own script writes a list of texts as JSON into the element {@code result}.
     *
     * @param html the page
     * @param folder an empty folder for the browser's own files
     * @return the texts
     */
    public List<String> read(String html, Path folder) throws IOException, InterruptedException {
        Path page = Files.createTempFile(folder, "page", ".html");
        Files.writeString(page, html);
        return texts(result(folder, page));
    }

    private JsonNode result(Path folder, Path page) throws IOException, InterruptedException {
        String dom = run(
                folder, "--virtual-time-budget=5000", "--dump-dom", page.toUri().toString());
        Matcher result = RESULT.matcher(dom);
        if (!result.find() || result.group(1).isBlank()) {
            throw new IOException("the browser measured nothing: " + dom.substring(0, Math.min(dom.length(), 2_000)));
        }
        return JsonMapper.builder()
                .build()
                .readTree(result.group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&"));
    }

    private String run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + Files.createTempDirectory(folder, "browser")));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "dom", ".html");
        Path err = Files.createTempFile(folder, "browser", ".log");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("the browser did not end: " + Files.readString(err));
        }
        if (process.exitValue() != 0) {
            throw new IOException("the browser ended with " + process.exitValue() + ": " + Files.readString(err));
        }
        return Files.readString(out);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
