package org.gongkai.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A program that judges as a process: it reads inputs of cases from its standard input, one a line, and writes for each
 * the list of findings, or an object with {@code findings}, as one line of its standard output. It runs once for each day
 * that cases are judged on. What it writes to standard error is not read.
 *
 * <p>Not safe to use from several threads.
 */
public final class ProcessJudge implements JudgeUnderTest, AutoCloseable {

    private final List<String> command;
    private final Duration patience;
    private final Answers answers = new Answers();
    private final Map<String, Running> byDay = new LinkedHashMap<>();
    private final ExecutorService reading = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "answers");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Makes a judge; the program is started with the first case.
     *
     * @param command the program and its arguments; {@code {today}} and {@code {profile}} in them are filled in
     * @param patience how long one answer may take, the start of the program with it
     */
    public ProcessJudge(List<String> command, Duration patience) {
        this.command = List.copyOf(command);
        this.patience = patience;
    }

    private record Running(Process process, Writer in, BufferedReader out) {}

    @Override
    public List<JudgedFinding> judge(ConformanceCase one) throws IOException {
        Running running = byDay.get(one.today());
        if (running == null) {
            running = start(one.today());
            byDay.put(one.today(), running);
        }
        if (!running.process().isAlive()) {
            throw new IOException(ended(running.process()));
        }
        running.in().write(one.input().toString() + '\n');
        running.in().flush();
        String answer = line(running);
        if (answer == null) {
            throw new IOException(ended(running.process()));
        }
        return answers.read(answer);
    }

    private Running start(String today) throws IOException {
        List<String> filled =
                command.stream().map(each -> Placeholders.filled(each, today)).toList();
        Process process = new ProcessBuilder(filled)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Running(
                process, process.outputWriter(StandardCharsets.UTF_8), process.inputReader(StandardCharsets.UTF_8));
    }

    private @Nullable String line(Running running) throws IOException {
        Future<String> line = reading.submit(running.out()::readLine);
        try {
            return line.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            // An answer that comes later would be taken for that of the next case.
            running.process().destroyForcibly();
            throw new IOException("no answer within " + patience.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            throw new IOException(
                    "the answer cannot be read: " + failed.getCause().getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        }
    }

    private static String ended(Process process) {
        return "the program ended" + (process.isAlive() ? " its output" : " with exit code " + process.exitValue());
    }

    /** Ends the program. */
    @Override
    public void close() {
        byDay.values().forEach(each -> each.process().destroy());
        reading.shutdownNow();
    }
}
