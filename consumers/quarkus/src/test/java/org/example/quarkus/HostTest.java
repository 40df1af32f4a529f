package org.example.quarkus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import io.quarkus.runtime.Quarkus;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.kind.RecordKind;
import org.hibernate.validator.HibernateValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each test is a column of the table in docs/hosts.md. */
@QuarkusTest
class HostTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TestHTTPResource
    URI address;

    @BeforeAll
    static void itsVersionsAreTold() {
        System.out.println("host: Quarkus " + Quarkus.class.getPackage().getImplementationVersion() + ", Jackson "
                + PackageVersion.VERSION + ", Hibernate Validator "
                + HibernateValidator.class.getPackage().getImplementationVersion() + " | JDK "
                + Runtime.version().feature());
    }

    /** One record of every kind, as a package holds them. */
    private static List<String> records() throws Exception {
        return Files.readAllLines(Path.of("../records/records.ndjson"));
    }

    @Test
    void everyKindComesInAndGoesOut() throws Exception {
        for (String each : records()) {
            String kind = StringUtils.substringBetween(each, "\"kind\":\"", "\"");
            assertEquals(each, answered(200, post("/" + kind, each, "en")), kind);
            assertEquals(each, answered(200, post("/records", each, "en")), kind);
        }
        assertEquals(RecordKind.all().size(), records().size());
    }

    @Test
    void aTypeAloneNeedsNoKind() throws Exception {
        String document = records().get(0);
        String without = document.replace("\"kind\":\"document\",", "");
        assertEquals(document, answered(200, post("/document", without, "en")));
        String refusal = answered(400, post("/document", "{\"kind\":\"land-plan\"}", "en"));
        assertTrue(refusal.contains("land-plan") && refusal.contains("document"), refusal);
        answered(400, post("/records", without, "en"));
    }

    @Test
    void unknownNumbersKeepTheirDigits() throws Exception {
        assertTrue(answered(200, post("/document", records().get(0), "en")).contains("\"price\":1.10"));
    }

    @Test
    void validIsAnsweredInBothLanguages() throws Exception {
        assertTrue(answered(400, post("/document", "{}", "en")).contains("title: There is no title."));
        assertTrue(answered(400, post("/document", "{}", "zh-CN")).contains("title: 缺少标题。"));
        String part = "{\"items\":[{\"quarter\":\"Q5\"}]}";
        assertTrue(answered(400, post("/land-plan", part, "zh-CN")).contains("items[0].quarter: 计划季度不是 Q1 至 Q4。"));
        // A language without texts is answered in English.
        assertTrue(answered(400, post("/document", "{}", "fr")).contains("title: There is no title."));
    }

    @Test
    void theValidatorIsABean() throws Exception {
        String document = records().get(0).replace("\"publishedOn\":\"2023-08-18\"", "\"publishedOn\":\"2023-08-01\"");
        assertTrue(answered(200, post("/findings", document, "en")).contains("It was published on 2023-08-01"));
        assertTrue(answered(200, post("/findings", document, "zh-CN")).contains("2023-08-01"));
        // The number is read for its parts, which is where an older Commons Lang once ended in a missing class.
        String number = records().get(0).replace("〔2023〕21号", "〔2022〕021号");
        assertTrue(answered(200, post("/findings", number, "en")).contains("document.documentNumber."));
    }

    @Test
    void aPackageIsWritten() throws Exception {
        String lines = answered(200, post("/package", '[' + String.join(",", records()) + ']', "en"));
        assertEquals(records(), lines.lines().toList());
    }

    private HttpResponse<String> post(String path, String json, String language) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", language)
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String answered(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        return answer.body();
    }
}
