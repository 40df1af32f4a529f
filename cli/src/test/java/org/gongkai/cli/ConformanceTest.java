package org.gongkai.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.conformance.ConformanceSuite;
import org.gongkai.export.CanonicalJson;
import org.gongkai.validation.json.JsonJudge;
import org.gongkai.validation.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite is met by this command as a process and over HTTP, and finds a rule that somebody switched off. */
class ConformanceTest {

    private static final int ALL = ConformanceSuite.shipped().cases().size();

    private static Typed tried(String... judge) {
        return tried(List.of(), System.getProperty("java.class.path"), judge);
    }

    private static Typed tried(List<String> options, String classPath, String... judge) {
        List<String> typed = new ArrayList<>(List.of("conformance", "--lang", "en", "--patience", "120"));
        typed.addAll(options);
        typed.add("--");
        typed.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                "org.gongkai.cli.Main",
                "judge",
                "--today",
                "{today}"));
        typed.addAll(List.of(judge));
        return Typed.command(typed.toArray(String[]::new));
    }

    @Test
    void thisCommandMeetsTheSuiteAsAProcess() {
        Typed typed = tried();
        assertEquals(ExitCode.COMPLETE, typed.code(), typed.out() + typed.err());
        assertTrue(typed.out().contains(ALL + " of " + ALL), typed.out());
    }

    @Test
    void aRuleThatIsSwitchedOffIsFoundAndNoOther(@TempDir Path folder) throws IOException {
        JsonMapper mapper = new JsonMapper();
        var profile = (com.fasterxml.jackson.databind.node.ObjectNode)
                mapper.readTree(Profile.class.getResourceAsStream("profiles/shandong-library.json"));
        profile.withObject("/rules")
                .putObject("request.fee.amount")
                .put("severity", "off")
                .putObject("because")
                .put("zh", "不查")
                .put("en", "not asked");
        Path file = Files.write(folder.resolve("lax.json"), mapper.writeValueAsBytes(profile));
        Typed typed = tried(List.of("--no-files"), System.getProperty("java.class.path"), "--profile", file.toString());
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.out() + typed.err());
        int all = ConformanceSuite.shipped().withoutFiles().cases().size();
        assertTrue(typed.out().contains((all - 1) + " of " + all), typed.out());
        assertTrue(typed.out().startsWith("request.fee.amount broken: missing"), typed.out());
    }

    /** What a relation of two figures allows, both equal, is refused by the copy. */
    @Test
    void aFaultSeededIntoACopyOfTheValidatorIsFound(@TempDir Path copy) throws IOException {
        Path original =
                Typed.CHECKOUT.resolve("validation/src/main/java/org/gongkai/validation/rules/Consistency.java");
        String right = "number(left.value()).compareTo(number(right.value())) <= 0";
        String whole = Files.readString(original);
        assertTrue(whole.contains(right), "the line that the fault is seeded into is another now");
        Path faulty =
                Files.writeString(copy.resolve("Consistency.java"), whole.replace(right, right.replace("<= 0", "< 0")));
        String classPath = System.getProperty("java.class.path");
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-nowarn",
                        "-cp",
                        classPath,
                        "-d",
                        copy.toString(),
                        faulty.toString());
        assertEquals(0, compiled);
        Typed typed = tried(List.of("--records"), copy + File.pathSeparator + classPath);
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.out() + typed.err());
        List<String> failed = typed.out()
                .lines()
                .filter(each -> each.contains(": unexpected "))
                .toList();
        assertFalse(failed.isEmpty(), typed.out());
        assertEquals(failed.size() + 1, typed.out().lines().count(), typed.out());
    }

    @Test
    void aServiceMeetsTheSuiteOverHttp() throws IOException {
        Map<String, JsonJudge> judges = new ConcurrentHashMap<>();
        // Else the server of the JDK waits for its client before it sends the body of an answer: forty milliseconds a
        // case.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/findings", exchange -> {
            String today = exchange.getRequestURI().getQuery().replace("today=", "");
            JsonJudge judge = judges.computeIfAbsent(
                    today,
                    day -> JsonJudge.of(
                            Profile.named("shandong-library"),
                            Clock.fixed(
                                    LocalDate.parse(day)
                                            .atStartOfDay(ZoneOffset.UTC)
                                            .toInstant(),
                                    ZoneOffset.UTC)));
            byte[] answer = judge.answer(CanonicalJson.mapper().readTree(exchange.getRequestBody()))
                    .toString()
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort();
            Typed typed = Typed.command(
                    "conformance",
                    "--lang",
                    "en",
                    "--patience",
                    "120",
                    "--no-files",
                    "--http",
                    address + "/findings?today={today}");
            assertEquals(ExitCode.COMPLETE, typed.code(), typed.out());
            int all = ConformanceSuite.shipped().withoutFiles().cases().size();
            assertTrue(typed.out().contains(all + " of " + all), typed.out());
            Typed lost = Typed.command("conformance", "--lang", "en", "--records", "--http", address + "/nowhere");
            assertEquals(ExitCode.FINDINGS, lost.code());
            assertTrue(lost.out().contains(": status 404"), lost.out());
            assertEquals(2, lost.out().lines().count(), lost.out());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatCannotBeTriedIsSaid() {
        assertTrue(Typed.command("conformance", "--lang", "en").err().contains("name a command or an address"));
        assertTrue(Typed.command("conformance", "--lang", "en", "--http", "no address")
                .err()
                .contains("no address is not an address"));
        Typed silent = Typed.command("conformance", "--lang", "en", "--records", "--", "no-such-program-anywhere");
        assertEquals(ExitCode.FAILED, silent.code());
        assertTrue(
                silent.err().contains("cannot be tried: there is no program no-such-program-anywhere"), silent.err());
        assertEquals("", silent.out());
        Typed dead = Typed.command("conformance", "--lang", "zh", "--http", "http://localhost:1/findings");
        assertEquals(ExitCode.FAILED, dead.code());
        assertEquals(1, dead.err().lines().count(), dead.err());
        assertTrue(dead.err().contains("无法检验这个程序：连接不上 http://localhost:1/findings"), dead.err());
    }

    @Test
    void aFolderThatCannotBeLaidOutIsAFaultAndLeavesNothing() {
        List<String> lines = Typed.withInput(
                        String.join(
                                "\n",
                                "{\"folder\":{\"../a.html\":\"x\"}}",
                                "{\"folder\":{\"a.html\":{\"size\":99999999999}}}",
                                "{\"folder\":{\"a.html\":\"x\"},\"mapping\":\"nothing: 1\"}",
                                "{\"folder\":[]}",
                                "{\"folder\":{\"a.html\":\"\"}}",
                                ""),
                        "judge",
                        "--lang",
                        "en")
                .out()
                .lines()
                .toList();
        assertEquals("{\"fault\":\"the path leads out of the folder: ../a.html\"}", lines.get(0));
        assertTrue(lines.get(1).contains("the most are 134217728"), lines.get(1));
        assertTrue(lines.get(2).contains("nothing is not known"), lines.get(2));
        assertTrue(lines.get(3).startsWith("{\"fault\":\"the input has not the form of a folder"), lines.get(3));
        assertTrue(lines.get(4).contains("source.file.empty"), lines.get(4));
    }

    @Test
    void eachLineThatIsJudgedIsAnsweredByALine() {
        String record = "{\"kind\":\"document\",\"title\":\"关于印发要点的通知\"}";
        Typed typed = Typed.withInput(
                String.join("\n", record, "no json", "[]", "{\"kind\":\"cake\"}", "{\"records\":[" + record + "]}", ""),
                "judge",
                "--today",
                "2024-06-01",
                "--lang",
                "en");
        List<String> lines = typed.out().lines().toList();
        assertEquals(5, lines.size(), typed.out());
        assertTrue(lines.get(0).startsWith("{\"findings\":[{\"rule\":\"document.issuers.missing\""), lines.get(0));
        assertTrue(Stream.of(1, 2, 3).allMatch(each -> lines.get(each).startsWith("{\"fault\":")), typed.out());
        assertTrue(lines.get(4).contains("document.issuers.missing"));
        assertEquals(ExitCode.FINDINGS, typed.code());
    }
}
