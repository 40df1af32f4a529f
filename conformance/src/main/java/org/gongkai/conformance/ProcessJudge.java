package org.gongkai.conformance;

import java.io.BufferedReader;
import java.io.IOException;
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
 * that cases are judged on, and is started anew where it ended. Of what it writes to standard error the last line is told where it
 * ends.
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

    private record Running(Process process, Writer in, BufferedReader out, LastWords said) {}

    @Override
    public List<JudgedFinding> judge(ConformanceCase one) throws IOException {
        Running running = byDay.get(one.today());
        if (running == null) {
            running = start(one.today());
            byDay.put(one.today(), running);
        }
        try {
            return answers.read(answer(running, one));
        } catch (JudgeException failed) {
            if (failed.weight() != JudgeException.Weight.ANSWERED) {
                byDay.remove(one.today());
            }
            throw failed;
        }
    }

    private String answer(Running running, ConformanceCase one) throws JudgeException {
        try {
            running.in().write(one.input().toString() + '\n');
            running.in().flush();
        } catch (IOException closed) {
            throw ended(running, closed);
        }
        String answer = line(running);
        if (answer == null) {
            throw ended(running, null);
        }
        return answer;
    }

    private Running start(String today) throws JudgeException {
        List<String> filled =
                command.stream().map(each -> Placeholders.filled(each, today)).toList();
        try {
            Process process = new ProcessBuilder(filled).start();
            return new Running(
                    process,
                    process.outputWriter(StandardCharsets.UTF_8),
                    process.inputReader(StandardCharsets.UTF_8),
                    LastWords.of(process.getErrorStream()));
        } catch (IOException refused) {
            throw new JudgeException(JudgeException.Weight.HOPELESS, notStarted(filled.get(0), refused), refused);
        }
    }

    /** The number is that of the operating system, which Java hands on in words alone. */
    private static JudgeFault notStarted(String program, IOException refused) {
        String why = String.valueOf(refused.getMessage());
        if (why.contains("error=2,")) {
            return new JudgeFault("没有程序 " + program, "there is no program " + program);
        }
        return why.contains("error=13,")
                ? new JudgeFault(program + " 不能运行：没有权限", program + " may not be run: permission denied")
                : new JudgeFault("程序 " + program + " 无法启动", "the program " + program + " could not be started");
    }

    private @Nullable String line(Running running) throws JudgeException {
        Future<String> line = reading.submit(running.out()::readLine);
        try {
            return line.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            // An answer that comes later would be taken for that of the next case.
            running.process().destroyForcibly();
            throw late(patience, late);
        } catch (ExecutionException failed) {
            throw ended(running, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw interrupted(interrupted);
        }
    }

    static JudgeException late(Duration patience, Exception late) {
        long seconds = patience.toSeconds();
        return new JudgeException(
                JudgeException.Weight.SILENT,
                new JudgeFault(seconds + " 秒内没有答复", "no answer within " + seconds + " s"),
                late);
    }

    static JudgeException interrupted(InterruptedException interrupted) {
        return new JudgeException(
                JudgeException.Weight.HOPELESS,
                new JudgeFault("等待答复时被中断", "interrupted while waiting for an answer"),
                interrupted);
    }

    private static JudgeException ended(Running running, @Nullable Exception cause) throws JudgeException {
        Process process = running.process();
        JudgeFault end;
        try {
            end = process.waitFor(1, TimeUnit.SECONDS)
                    ? new JudgeFault(
                            "程序已结束，退出码为 " + process.exitValue(),
                            "the program ended with exit code " + process.exitValue())
                    : new JudgeFault("程序关闭了输入或输出", "the program closed its input or output");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw interrupted(interrupted);
        }
        // Before the process is destroyed, which closes what it says.
        String said = running.said().text();
        process.destroy();
        JudgeFault told =
                said.isEmpty() ? end : new JudgeFault(end.zh() + "，并报告：" + said, end.en() + " and said: " + said);
        return new JudgeException(JudgeException.Weight.SILENT, told, cause);
    }

    /** Ends the program. */
    @Override
    public void close() {
        byDay.values().forEach(each -> each.process().destroy());
        reading.shutdownNow();
    }
}
