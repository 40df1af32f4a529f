package org.gongkai.examples.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.export.PackageSchemas;
import org.gongkai.export.check.PackageVerification;
import org.gongkai.validation.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandExampleTest {

    private static final Path FOLDER = Path.of(System.getProperty("gongkai.checkout"), "examples/land");

    @Test
    void oneProjectIsCompleteOneHasTimeLeftAndOneIsLate() throws IOException {
        assertEquals("""
                滨河路东段道路工程，1.8565公顷 = 27.85亩，征收土地公告
                  已公开 / disclosed: 6
                临湾区第二实验小学，2.5812公顷 = 38.72亩，土地现状调查
                  已公开 / disclosed: 1
                  待公开 / due 2024-06-07: 拟征收土地现状调查结果
                东湾片区一期，6.7000公顷 = 100.50亩，批准
                  已公开 / disclosed: 5
                  逾期 / late, was due 2024-05-24: 征收土地公告
                检查 / findings:
                  error 征收土地公告：未在收到批准文件之日起十五个工作日内公告，期限为 2024-05-24。
                  warning 征地批准文件 2024-05-22：未在收到批准文件之日起十个工作日内公开，期限为 2024-05-17。
                """, printed(LocalDate.of(2024, 6, 5)));
    }

    @Test
    void onTheDayOfTheLimitNothingIsLate() throws IOException {
        LandExample example = LandExample.read(FOLDER, LocalDate.of(2024, 5, 24));
        assertEquals(
                List.of("land.project.items.approvalDocumentsLate"),
                example.findings().stream().map(Finding::rule).toList());
    }

    @Test
    void thePackageHoldsTheRecordsAndThePublicTables(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("package");
        LandExample.main(new String[] {FOLDER.toString(), target.toString()});
        PackageSchemas.checkPackage(target);
        assertTrue(PackageVerification.of(target).good());
        assertEquals(
                4, Files.readAllLines(target.resolve("data/records.ndjson")).size());
        for (String each : List.of("plans", "projects", "items")) {
            assertTrue(Files.exists(target.resolve("data/land/" + each + ".html")), each);
        }
        String projects = Files.readString(target.resolve("data/land/projects.csv"));
        assertTrue(projects.contains("石桥村村南 石桥村股份经济合作社 1.1800公顷"), projects);
    }

    private static String printed(LocalDate day) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LandExample.read(FOLDER, day).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).replace("\r", "");
    }
}
