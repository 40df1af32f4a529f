package org.gongkai.examples.decisions;

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

class DecisionExampleTest {

    private static final Path FOLDER = Path.of(System.getProperty("gongkai.checkout"), "examples/decisions");

    @Test
    void oneMatterAnsweredLateOneIsOverdueAndNobodyAnsweredOne() throws IOException {
        assertEquals("""
                1 临湾区公共停车场建设方案，上半年，已决策
                2 临湾区区属公园门票价格调整方案，第三季度，已决策
                3 临湾区养老服务设施专项规划，第四季度，征求意见
                4 临湾区历史建筑保护办法，年底前，论证审查
                5 临湾区学前教育普惠办法，9月底前，起草
                6 临湾区海岸带保护与利用规划，“十四五”期间，未启动
                意见 / opinions: 临湾区公共停车场建设方案 3
                意见 / opinions: 临湾区养老服务设施专项规划 0
                检查 / findings:
                  error 临湾区区属公园门票价格调整方案 公众意见收集和采纳情况 2024-08-26：应在决策文件印发后十个工作日内公开，期限为 2024-08-19。
                  warning 临湾区学前教育普惠办法：已过拟决策时间 2024-09-30，尚未决策。
                """, printed(LocalDate.of(2024, 10, 15)));
    }

    @Test
    void onTheLastDayOfItsPlannedTimeAMatterIsNotOverdue() throws IOException {
        DecisionExample example = DecisionExample.read(FOLDER, LocalDate.of(2024, 9, 30));
        assertEquals(
                List.of("decision.catalogue.matter.materialLate"),
                example.findings().stream().map(Finding::rule).toList());
    }

    @Test
    void thePackageHoldsTheRecordsAndThePublicPage(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("package");
        DecisionExample.main(new String[] {FOLDER.toString(), target.toString()});
        PackageSchemas.checkPackage(target);
        assertTrue(PackageVerification.of(target).good());
        assertEquals(
                6, Files.readAllLines(target.resolve("data/records.ndjson")).size());
        String page = Files.readString(target.resolve("data/decisions/catalogue-1.html"));
        assertTrue(page.contains("<a href=\"https://www.linwan.example/zwgk/jc/2024/1/draft.html\">决策草案全文</a>"));
        assertTrue(page.contains("<dt>结果</dt><dd>未收到意见建议</dd>"));
        assertTrue(page.contains("<td>调出</td><td>临湾区夜间经济促进办法</td>"));
        for (String each : List.of("matters.csv", "materials.csv", "consultations.csv", "evaluations.html")) {
            assertTrue(Files.exists(target.resolve("data/decisions/" + each)), each);
        }
    }

    private static String printed(LocalDate day) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DecisionExample.read(FOLDER, day).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).replace("\r", "");
    }
}
