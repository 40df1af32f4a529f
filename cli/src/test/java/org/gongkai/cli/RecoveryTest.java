package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageSchemas;
import org.gongkai.export.check.PackageVerification;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands after a run that did not come to its end, and how the next one goes on. */
class RecoveryTest {

    private static final String NOW = "2026-03-02T09:00:00+08:00";

    @TempDir
    private Path folder;

    private Path sources;
    private Path target;

    @BeforeEach
    void name() throws IOException {
        sources = Files.createDirectories(folder.resolve("sources"));
        target = folder.resolve("package");
    }

    /**
     * Kills runs at random moments, and goes on each time: a folder, a zip file, a delta, each with attached files. Four
     * kills by default, since each takes the start of a virtual machine; {@code -Dgongkai.kills=100} tries a hundred.
     */
    @ParameterizedTest
    @CsvSource({"package, 2", "package.zip, 4", "delta, 4"})
    void aRunKilledAtAnyMomentLeavesNoPackageOrTheOldOneAndGoesOnToTheSameBytes(String name, int part)
            throws Exception {
        int kills = Integer.getInteger("gongkai.kills", 4) / part;
        writeSources(250);
        writeAttached(12);
        target = folder.resolve(name);
        List<String> more = new ArrayList<>(List.of("--replace"));
        if (name.equals("delta")) {
            Path before = folder.resolve("before");
            runToTheEnd(before, List.of());
            changeSources(30);
            more.addAll(List.of("--since", before.toString()));
        }
        Path whole = Files.createDirectory(folder.resolve("whole")).resolve(name);
        runToTheEnd(whole, more);
        PackageSchemas.checkPackage(whole);
        Map<String, String> expected = contents(whole);
        List<String> resuming = new ArrayList<>(more);
        resuming.add("--resume");
        List<String> beside = children();
        Random random = new Random(8);
        long length = 3_000;
        boolean old = false;
        for (int i = 0; i < kills; i++) {
            Process run = start(target, i % 3 == 0 ? more : resuming);
            boolean ended = run.waitFor(200 + random.nextLong(length), TimeUnit.MILLISECONDS);
            run.destroyForcibly().waitFor();
            if (ended) {
                length = Math.max(500, length / 2);
            }
            old |= ended;
            if (LibraryPackage.recover(target)) {
                assertTrue(PackageVerification.of(target).good(), "whole whenever it is there");
                assertEquals(expected, contents(target));
            } else {
                assertFalse(old, "the old one stands or is put back");
            }
        }
        runToTheEnd(target, resuming);
        assertEquals(expected, contents(target));
        beside.add(name);
        beside.sort(null);
        assertEquals(beside, children());
    }

    /** A bad source at the end stands for whatever ends a run after much was read. */
    @Test
    void aRunGoesOnFromItsJournalWithoutReadingPagesAgain() throws Exception {
        writeSources(400);
        Path changing = sources.resolve("z.ndjson");
        Typed whole = convert(folder.resolve("whole"));
        assertEquals(ExitCode.FINDINGS, whole.code(), whole.err());
        String said = failWhileChanging(changing);
        assertTrue(said.contains("z.ndjson changed while it was read; no package was written"), said);
        assertTrue(Files.isDirectory(folder.resolve(".package.journal")));
        assertFalse(Files.exists(target));

        Typed other = convert(target, "--resume", "--profile", "shandong-library");
        assertEquals(ExitCode.FAILED, other.code());
        assertTrue(other.err().contains("the journal beside --out belongs to another run"), other.err());

        Typed resumed = convert(target, "--resume");
        assertEquals(ExitCode.FAILED, resumed.code());
        assertTrue(resumed.err().contains("z.ndjson"), resumed.err());
        assertEquals(ExitCode.FINDINGS, convert(target).code(), "anew, it reads what stands there now");
        assertFalse(Files.exists(folder.resolve(".package.journal")));
    }

    @Test
    void aRunThatHasNothingToGoOnFromSaysSoAndBeginsAnew() throws Exception {
        writeSources(5);
        Typed typed = convert(target, "--resume");
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.err());
        assertTrue(typed.err().contains("there is no run to continue beside"), typed.err());
        assertTrue(PackageVerification.of(target).good());
    }

    @Test
    void aTargetThatALinkLeadsIntoTheSourceIsRefused() throws Exception {
        writeSources(2);
        Path link = Files.createSymbolicLink(folder.resolve("link"), sources);
        Typed typed = convert(link.resolve("package"));
        assertEquals(ExitCode.FAILED, typed.code());
        assertTrue(typed.err().contains("is inside the source"), typed.err());
        assertFalse(Files.exists(sources.resolve(".package.journal")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void anyNumberOfThreadsGivesTheSameBytes(String threads) throws Exception {
        String examples = Typed.CHECKOUT.resolve("examples/legacy-documents").toString();
        Path one = folder.resolve("one");
        Typed.command("convert", examples, "--out", one.toString(), "--threads", "1");
        Typed typed = Typed.command("convert", examples, "--out", target.toString(), "--threads", threads);
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.err());
        assertEquals(contents(one), contents(target));
    }

    /** What was read and what is copied later must be of one state, so the sources are looked at once more at the end. */
    @ParameterizedTest
    @ValueSource(strings = {"changed", "removed"})
    void aSourceThatIsTouchedAfterItWasReadEndsTheRunAndIsNamed(String how) throws Exception {
        writeSources(300);
        convert(target);
        Map<String, String> before = contents(target);
        Path first = sources.resolve("p0.html");
        Thread touching = new Thread(() -> {
            try {
                // The journal is there as soon as the sources were looked at.
                while (!Files.exists(folder.resolve(".package.journal/head"))) {
                    Thread.sleep(1);
                }
                if (how.equals("changed")) {
                    Files.writeString(first, " ", StandardOpenOption.APPEND);
                } else {
                    Files.delete(first);
                }
            } catch (InterruptedException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
        touching.start();
        Typed typed = convert(target, "--replace");
        touching.join();
        assertEquals(ExitCode.FAILED, typed.code(), typed.out());
        assertTrue(
                typed.err()
                        .contains(first + (how.equals("changed") ? " changed" : " was removed") + " while it was read"),
                typed.err());
        assertEquals(before, contents(target), "the old package stands");
        assertEquals(List.of(".package.journal", "package", "sources"), children());
    }

    @Test
    void aFullDiskEndsTheRunWithOneLineAndTheOldPackageStands() throws Exception {
        writeSources(400);
        convert(target);
        Map<String, String> before = contents(target);
        String said = runWithoutSpace();
        assertTrue(said.contains(folder.toString()) && said.contains("Check free space"), said);
        assertEquals(1, said.lines().count(), said);
        assertEquals(before, contents(target));
        assertEquals(List.of(".package.journal", "package", "sources"), children());
        assertEquals(ExitCode.FINDINGS, convert(target, "--replace", "--resume").code());
        assertEquals(before, contents(target));
    }

    /** So it is behind the last rename, when the package stands and the journal still lies beside it. */
    @Test
    void aRunGoesOnThoughTheFileThatItReplacesIsAnotherByThen() throws Exception {
        target = folder.resolve("package.zip");
        writeSources(400);
        convert(target);
        Map<String, String> before = contents(target);
        runWithoutSpace();
        assertTrue(Files.isDirectory(folder.resolve(".package.zip.journal")));
        Files.setLastModifiedTime(target, FileTime.fromMillis(0));
        Typed resumed = convert(target, "--replace", "--resume");
        assertEquals(ExitCode.FINDINGS, resumed.code(), resumed.err());
        assertEquals(before, contents(target));
    }

    /** Answers what a run said that may write small files alone, and ended for that. */
    private String runWithoutSpace() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell here to limit the size of files with");
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 100; exec \"$@\"", "sh"));
        command.addAll(command(target, List.of("--replace")));
        Process run = new ProcessBuilder(command).start();
        String said = new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(each -> each.startsWith("gongkai: "))
                .collect(Collectors.joining("\n"));
        assertEquals(ExitCode.FAILED, run.waitFor());
        return said;
    }

    @Test
    void aTargetThatCannotBeWrittenIsNamed() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc here, which nobody can write to");
        writeSources(1);
        Typed typed = convert(Path.of("/proc/self/package"));
        assertEquals(ExitCode.FAILED, typed.code());
        assertTrue(typed.err().contains("/proc/"), typed.err());
        assertEquals("", typed.out());
    }

    @Test
    void noThreadsAreRefused() {
        assertEquals(
                ExitCode.FAILED,
                Typed.command("convert", sources.toString(), "--out", target.toString(), "--threads", "0")
                        .code());
    }

    /** Appends to a source until the run that reads it has ended; answers what the run said. */
    private String failWhileChanging(Path changing) throws Exception {
        Thread appender = new Thread(() -> {
            try {
                while (!Thread.interrupted()) {
                    Files.writeString(changing, "\n", StandardOpenOption.APPEND);
                    Thread.sleep(1);
                }
            } catch (InterruptedException done) {
                // The run has ended.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        appender.start();
        try {
            Typed typed = convert(target);
            assertEquals(ExitCode.FAILED, typed.code(), typed.out());
            return typed.err();
        } finally {
            appender.interrupt();
            appender.join();
        }
    }

    private Typed convert(Path out, String... more) {
        return Typed.command(typed(out, more).toArray(String[]::new));
    }

    private List<String> typed(Path out, String... more) {
        List<String> typed = new ArrayList<>(
                List.of("convert", sources.toString(), "--out", out.toString(), "--now", NOW, "--lang", "en"));
        typed.addAll(Arrays.asList(more));
        return typed;
    }

    private void runToTheEnd(Path out, List<String> more) throws Exception {
        Process run = new ProcessBuilder(command(out, more))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(ExitCode.FINDINGS, run.waitFor(), said);
    }

    private Process start(Path out, List<String> more) throws IOException {
        return new ProcessBuilder(command(out, more))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private List<String> command(Path out, List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(typed(out, more.toArray(String[]::new)));
        return command;
    }

    /** Pages, a table, and records. */
    private void writeSources(int pages) throws IOException {
        StringBuilder table = new StringBuilder("标题,发文字号,成文日期\n");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < pages; i++) {
            Files.writeString(
                    sources.resolve("p" + i + ".html"),
                    "<html><head><meta charset=\"utf-8\"></head><body><h1>关于第" + i + "件事的通知</h1><p>发文字号：某政办字〔2023〕" + i
                            + "号</p><p>" + "各有关单位要认真落实。".repeat(10) + "</p></body></html>",
                    StandardCharsets.UTF_8);
            table.append("关于表中第").append(i).append("件事的通知,某政发〔2023〕").append(i).append("号,2023-07-21\n");
            lines.append("{\"kind\":\"document\",\"title\":\"关于行中第").append(i).append("件事的通知\"}\n");
        }
        Files.writeString(sources.resolve("list.csv"), table);
        Files.writeString(sources.resolve("z.ndjson"), lines);
    }

    private void writeAttached(int files) throws IOException {
        Path attached = Files.createDirectory(sources.resolve("files"));
        StringBuilder table = new StringBuilder("标题,发文字号,附件\n");
        for (int i = 0; i < files; i++) {
            Files.writeString(attached.resolve(i + ".doc"), "附件内容" + i);
            table.append("关于附表第")
                    .append(i)
                    .append("件事的通知,某附发〔2023〕")
                    .append(i)
                    .append("号,files/")
                    .append(i)
                    .append(".doc\n");
        }
        Files.writeString(sources.resolve("attached.csv"), table);
    }

    /** What a later day finds: pages that changed and pages that went. */
    private void changeSources(int pages) throws IOException {
        for (int i = 0; i < pages; i++) {
            Path page = sources.resolve("p" + i + ".html");
            if (i % 2 == 0) {
                Files.writeString(page, Files.readString(page).replace("认真落实", "抓好落实"));
            } else {
                Files.delete(page);
            }
        }
        Files.writeString(sources.resolve("files/0.doc"), "附件内容改");
    }

    private List<String> children() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return new ArrayList<>(
                    list.map(each -> each.getFileName().toString()).sorted().toList());
        }
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        root.relativize(each).toString(),
                        new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
