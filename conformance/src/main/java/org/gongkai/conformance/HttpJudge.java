package org.gongkai.conformance;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A program that judges over HTTP: the input of a case is posted to its address as JSON, and the answer is the list of
 * findings, or an object with {@code findings}.
 */
public final class HttpJudge implements JudgeUnderTest {

    private final String address;
    private final Duration patience;
    private final HttpClient client;
    private final Answers answers = new Answers();

    /**
     * Makes a judge.
     *
     * @param address the address; {@code {today}} and {@code {profile}} in it are filled in
     * @param patience how long one answer may take
     * @throws IllegalArgumentException when the address is none
     */
    public HttpJudge(String address, Duration patience) {
        this.address = address;
        this.patience = patience;
        this.client = HttpClient.newBuilder().connectTimeout(patience).build();
        // Now, rather than once for each case.
        URI uri = URI.create(Placeholders.filled(address, "2000-01-01"));
        HttpRequest.newBuilder(uri);
    }

    @Override
    public List<JudgedFinding> judge(ConformanceCase one) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Placeholders.filled(address, one.today())))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(one.input().toString(), StandardCharsets.UTF_8))
                .build();
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != 200) {
            String shown = answer.statusCode() + (answer.body().isBlank() ? "" : ": " + Answers.shown(answer.body()));
            throw new JudgeException(
                    JudgeException.Weight.ANSWERED, new JudgeFault("状态码 " + shown, "status " + shown), null);
        }
        return answers.read(answer.body());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (HttpConnectTimeoutException | ConnectException unreachable) {
            throw new JudgeException(
                    JudgeException.Weight.HOPELESS, unreachable(request.uri(), unreachable), unreachable);
        } catch (HttpTimeoutException late) {
            throw ProcessJudge.late(patience, late);
        } catch (IOException broken) {
            String why = broken.getMessage() == null ? "" : ": " + Answers.shown(broken.getMessage());
            throw new JudgeException(
                    JudgeException.Weight.SILENT, new JudgeFault("连接中断" + why, "the connection broke" + why), broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw ProcessJudge.interrupted(interrupted);
        }
    }

    private static JudgeFault unreachable(URI address, IOException unreachable) {
        for (Throwable each = unreachable; each != null; each = each.getCause()) {
            if (each instanceof UnresolvedAddressException) {
                return new JudgeFault("找不到主机 " + address.getHost(), "there is no host " + address.getHost());
            }
        }
        return new JudgeFault("连接不上 " + address + "，那里没有服务应答", "nothing answers at " + address);
    }
}
