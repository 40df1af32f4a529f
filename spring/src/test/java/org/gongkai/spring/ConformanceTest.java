package org.gongkai.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.gongkai.conformance.ConformanceReport;
import org.gongkai.conformance.ConformanceSuite;
import org.gongkai.conformance.HttpJudge;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.export.CanonicalJson;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.finding.Finding;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The validator that the starter gives an application answers over HTTP what the conformance suite expects. */
class ConformanceTest {

    @Configuration
    @EnableAutoConfiguration
    static class Application {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);
        }
    }

    @Test
    void theValidatorOfTheStarterMeetsTheSuiteOfRecordsOverHttp() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("gongkai.profile=shandong-library")
                .run()) {
            DisclosureValidator validator = context.getBean(DisclosureValidator.class);
            JsonMapper mapper = CanonicalJson.mapper();
            server.createContext("/", exchange -> answer(validator, mapper, exchange));
            server.start();
            HttpJudge judge = new HttpJudge(
                    "http://localhost:" + server.getAddress().getPort() + "/?today={today}", Duration.ofMinutes(2));
            ConformanceReport report = ConformanceSuite.shipped().ofRecords().tryOn(judge);
            assertTrue(report.conforms(), report::text);
            assertTrue(report.outcomes().size() > 400, report.outcomes().size() + " cases");
        } finally {
            server.stop(0);
        }
    }

    private static void answer(DisclosureValidator validator, JsonMapper mapper, HttpExchange exchange)
            throws IOException {
        ArrayNode answer = mapper.createArrayNode();
        for (Finding each : validator
                .judge(mapper.readValue(exchange.getRequestBody(), DisclosureRecord.class))
                .findings()) {
            ObjectNode one = mapper.valueToTree(each.withoutNumbers());
            one.putObject("text").put("zh", each.text(Locale.CHINESE)).put("en", each.text(Locale.ENGLISH));
            answer.add(one);
        }
        byte[] bytes = answer.toString().getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
