import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Kills runs of the command by SIGKILL and goes on with --resume, until the package is there: its bytes must be those of
 * a run that nobody killed. Each way to write is tried: a folder, a zip, both in place of an older one, and a delta. The
 * first kills are at each rename, before it and behind it, where a debugger stops the run; the others at moments by lot.
 */
public final class Kill {

    private static final String NOW = "2026-03-02T09:00:00+08:00";
    private static final int PAGES = 200;
    private static final int MOST_IN_A_CHAIN = 4;

    /** A way to write, with what stands at the target before. */
    private enum Way {
        FOLDER("package", false, false),
        ZIP("package.zip", false, false),
        REPLACE("package", true, false),
        REPLACE_ZIP("package.zip", true, false),
        SINCE("delta", false, true);

        private final String name;
        private final boolean replaces;
        private final boolean delta;

        Way(String name, boolean replaces, boolean delta) {
            this.name = name;
            this.replaces = replaces;
            this.delta = delta;
        }
    }

    /** What a way comes to when nobody kills it, and how long that takes. */
    private record Whole(Map<String, String> before, Map<String, String> after, long millis) {}

    private final Path jar;
    private final Path folder;
    private final long seed;
    private final int most;
    private final long end;
    private final Map<Way, Whole> wholes = new LinkedHashMap<>();
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger chains = new AtomicInteger();
    private final AtomicInteger atRenames = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicBoolean failed = new AtomicBoolean();

    private Kill(String[] arguments) {
        jar = Path.of(arguments[0]);
        folder = Path.of(arguments[1]);
        most = Integer.parseInt(arguments[2]);
        end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[3]));
        seed = Long.parseLong(arguments[4]);
    }

    /** The jar of the command, a folder to work in, how many kills, how many seconds, a seed. */
    public static void main(String[] arguments) throws Exception {
        System.exit(new Kill(arguments).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        writeSources(folder.resolve("old"), 0);
        writeSources(folder.resolve("new"), 60);
        Files.createDirectory(folder.resolve("before"));
        for (String name : List.of("package", "package.zip")) {
            finish(folder.resolve("before").resolve(name), folder.resolve("old"), List.of());
        }
        for (Way way : Way.values()) {
            Path target = Files.createDirectories(folder.resolve("whole-" + way)).resolve(way.name);
            Map<String, String> before = prepare(way, target);
            long start = System.nanoTime();
            finish(target, folder.resolve("new"), more(way));
            wholes.put(way, new Whole(before, contents(target), (System.nanoTime() - start) / 1_000_000));
        }
        ExecutorService lanes =
                Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()));
        List<Future<?>> lots = new ArrayList<>();
        for (Way way : Way.values()) {
            lots.add(lanes.submit(() -> guarded("renames-" + way, place -> atEachRename(way, place))));
        }
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            lots.add(lanes.submit(this::byLot));
        }
        for (Future<?> each : lots) {
            each.get();
        }
        lanes.shutdown();
        System.out.printf(
                "%d kills (%d at renames) in %d runs of %d ways, seed %d: %s; %d runs had ended before they were killed%n",
                kills.get(),
                atRenames.get(),
                chains.get(),
                Way.values().length,
                seed,
                failed.get() ? "FAILED" : "each resumed to equal bytes",
                ended.get());
        return !failed.get();
    }

    private interface Chain {
        void run(Path place) throws Exception;
    }

    private void guarded(String name, Chain chain) {
        Path place = folder.resolve(name);
        try {
            Files.createDirectories(place);
            chain.run(place);
            delete(place);
        } catch (Exception | AssertionError e) {
            failed.set(true);
            System.out.printf("FAILED in %s, kept as %s: %s (seed %d)%n", name, place, e, seed);
        }
    }

    private void byLot() {
        while (!failed.get() && kills.get() < most && System.nanoTime() < end) {
            int number = chains.incrementAndGet();
            Random random = new Random(seed * 1_000_003 + number);
            Way way = Way.values()[number % Way.values().length];
            guarded(number + "-" + way, place -> chain(way, place, random));
        }
    }

    private void chain(Way way, Path place, Random random) throws Exception {
        Path target = place.resolve(way.name);
        prepare(way, target);
        List<Long> moments = new ArrayList<>();
        int planned = 1 + random.nextInt(MOST_IN_A_CHAIN);
        for (int i = 0; i < planned; i++) {
            // Some begin anew over what a dead run left, most go on.
            List<String> more = new ArrayList<>(more(way));
            if (i > 0 && random.nextInt(4) > 0) {
                more.add("--resume");
            }
            long moment = 50 + (long) (random.nextDouble() * wholes.get(way).millis * 1.1);
            moments.add(moment);
            Process run = start(target, folder.resolve("new"), more, List.of());
            boolean over = run.waitFor(moment, TimeUnit.MILLISECONDS);
            run.destroyForcibly().waitFor();
            (over ? ended : kills).incrementAndGet();
            stands(way, target, moments.toString());
        }
        goOn(way, target, moments.toString());
    }

    private void atEachRename(Way way, Path place) throws Exception {
        for (int step = 1; !failed.get(); step++) {
            Path at = Files.createDirectories(place.resolve(Integer.toString(step)));
            Path target = at.resolve(way.name);
            prepare(way, target);
            if (!killedAt(step, target, more(way))) {
                if (step == 1) {
                    throw new AssertionError("no rename was seen");
                }
                return;
            }
            kills.incrementAndGet();
            atRenames.incrementAndGet();
            chains.incrementAndGet();
            stands(way, target, "step " + step);
            goOn(way, target, "step " + step);
            delete(at);
        }
    }

    /** Before a package is whole the old one stands, at its place or beside it; what stands at its place is whole. */
    private void stands(Way way, Path target, String how) throws IOException {
        Whole whole = wholes.get(way);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            Map<String, String> found = contents(target);
            if (!found.equals(whole.after) && !(way.replaces && found.equals(whole.before))) {
                throw new AssertionError("half a package stands after " + how + differing(whole.after, found));
            }
        } else if (way.replaces) {
            Path aside = target.resolveSibling("." + way.name + ".old");
            if (!Files.exists(aside) || !contents(aside).equals(whole.before)) {
                throw new AssertionError("the older package is gone after " + how);
            }
        }
    }

    private void goOn(Way way, Path target, String how) throws Exception {
        List<String> more = new ArrayList<>(more(way));
        more.add("--resume");
        finish(target, folder.resolve("new"), more);
        Map<String, String> found = contents(target);
        if (!found.equals(wholes.get(way).after)) {
            throw new AssertionError("other bytes after " + how + differing(wholes.get(way).after, found));
        }
        try (Stream<Path> beside = Files.list(target.getParent())) {
            List<Path> left = beside.filter(each -> !each.equals(target)).toList();
            if (!left.isEmpty()) {
                throw new AssertionError("left behind after " + how + ": " + left);
            }
        }
    }

    private static String differing(Map<String, String> expected, Map<String, String> found) {
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        names.removeIf(each -> expected.containsKey(each) && expected.get(each).equals(found.get(each)));
        return ": " + names;
    }

    private Map<String, String> prepare(Way way, Path target) throws IOException {
        if (!way.replaces) {
            return Map.of();
        }
        Path before = folder.resolve("before").resolve(way.name);
        try (Stream<Path> files = Files.walk(before)) {
            for (Path each : files.toList()) {
                Files.copy(each, target.resolve(before.relativize(each).toString()));
            }
        }
        return contents(target);
    }

    private List<String> more(Way way) {
        // Always, since a run that was killed behind its last rename has left a whole package.
        List<String> more = new ArrayList<>(List.of("--replace"));
        if (way.delta) {
            more.addAll(List.of("--since", folder.resolve("before/package").toString()));
        }
        return more;
    }

    private Process start(Path target, Path sources, List<String> more, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-cp", jar.toString(), "org.gongkai.cli.Main", "convert", sources.toString()));
        command.addAll(List.of("--out", target.toString(), "--now", NOW, "--lang", "en"));
        command.addAll(more);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        options.isEmpty() ? ProcessBuilder.Redirect.to(said(target).toFile()) : ProcessBuilder.Redirect.PIPE)
                .start();
    }

    /** What the last run of a target said; beside the folder of the target, in which nothing may be left. */
    private static Path said(Path target) {
        Path parent = target.toAbsolutePath().getParent();
        return parent.resolveSibling(parent.getFileName() + ".said");
    }

    private void finish(Path target, Path sources, List<String> more) throws Exception {
        Process run = start(target, sources, more, List.of());
        int code = run.waitFor();
        if (code > 1) {
            throw new AssertionError("exit code " + code + ": " + Files.readString(said(target)).strip());
        }
    }

    /** Stops the run at a step, a rename that begins or one that is over, and kills it there; false when it had fewer. */
    private boolean killedAt(int step, Path target, List<String> more) throws Exception {
        Process run = start(
                target,
                folder.resolve("new"),
                more,
                List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0"));
        BufferedReader said = run.inputReader(StandardCharsets.UTF_8);
        String first = said.readLine();
        Thread draining = new Thread(() -> said.lines().forEach(line -> {}));
        draining.setDaemon(true);
        draining.start();
        VirtualMachine machine = attach(first.substring(first.lastIndexOf(' ') + 1).strip());
        try {
            ClassPrepareRequest loaded = machine.eventRequestManager().createClassPrepareRequest();
            loaded.addClassFilter("java.nio.file.Files");
            loaded.enable();
            machine.resume();
            return reached(step, machine);
        } catch (VMDisconnectedException over) {
            return false;
        } finally {
            run.destroyForcibly().waitFor();
        }
    }

    private static void stopAtRenames(ReferenceType files) throws AbsentInformationException {
        for (Method move : files.methodsByName("move")) {
            for (Location each : List.of(first(move), last(move))) {
                files.virtualMachine().eventRequestManager().createBreakpointRequest(each).enable();
            }
        }
    }

    private static boolean reached(int step, VirtualMachine machine) throws Exception {
        int seen = 0;
        while (true) {
            EventSet events = machine.eventQueue().remove();
            for (Event each : events) {
                if (each instanceof VMDeathEvent || each instanceof VMDisconnectEvent) {
                    return false;
                }
                if (each instanceof ClassPrepareEvent files) {
                    stopAtRenames(files.referenceType());
                }
                if (each instanceof BreakpointEvent && ++seen == step) {
                    return true;
                }
            }
            events.resume();
        }
    }

    private static Location first(Method method) throws AbsentInformationException {
        return method.allLineLocations().get(0);
    }

    private static Location last(Method method) throws AbsentInformationException {
        return method.allLineLocations().stream()
                .max(Comparator.comparingLong(Location::codeIndex))
                .orElseThrow();
    }

    private static VirtualMachine attach(String port) throws Exception {
        AttachingConnector socket = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.transport().name().equals("dt_socket") && each.name().endsWith("SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = socket.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(port.substring(port.lastIndexOf(':') + 1));
        return socket.attach(arguments);
    }

    /** Pages, a table, records, and attached files; of another number some pages and files changed and some are gone. */
    private static void writeSources(Path sources, int changed) throws IOException {
        Path attached = Files.createDirectories(sources.resolve("files"));
        StringBuilder table = new StringBuilder("标题,发文字号,成文日期,附件\n");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < PAGES; i++) {
            if (i >= changed || i % 2 == 0) {
                Files.writeString(
                        sources.resolve("p" + i + ".html"),
                        "<html><head><meta charset=\"utf-8\"></head><body><h1>关于第" + i + "件事的通知</h1><p>发文字号：某政办字〔2023〕" + i
                                + "号</p><p>" + (i < changed ? "各有关单位要抓好落实。" : "各有关单位要认真落实。").repeat(10) + "</p></body></html>");
            }
            table.append("关于表中第" + i + "件事的通知,某政发〔2023〕" + i + "号,2023-07-21," + (i % 10 == 0 ? "files/" + i + ".doc" : "") + "\n");
            lines.append("{\"kind\":\"document\",\"title\":\"关于行中第" + i + "件事的通知\"}\n");
            if (i % 10 == 0) {
                Files.writeString(attached.resolve(i + ".doc"), "附件内容" + (i < changed ? "改" : "") + i);
            }
        }
        Files.writeString(sources.resolve("list.csv"), table);
        Files.writeString(sources.resolve("z.ndjson"), lines);
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                contents.put(
                        root.relativize(each).toString(), HexFormat.of().formatHex(digest.digest(Files.readAllBytes(each))));
            }
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
        return contents;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        Files.deleteIfExists(said(folder.resolve("x")));
    }
}
