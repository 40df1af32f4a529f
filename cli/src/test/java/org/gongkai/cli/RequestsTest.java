package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

    private static final Path REGISTER = Typed.CHECKOUT.resolve("examples/requests/input/register.csv");
    private static final String BODY = "东岭区水务局";

    @TempDir
    private Path folder;

    private static Typed status(Path register, String... more) {
        List<String> words = new ArrayList<>(List.of("requests", "status", register.toString(), "--body", BODY));
        words.addAll(List.of(more));
        return Typed.command(words.toArray(String[]::new));
    }

    /** What the cells of the private columns hold, longer than a letter. */
    private static List<String> privateCells(Path register) throws IOException {
        List<String> cells = new ArrayList<>();
        for (String line : Files.readAllLines(register).stream().skip(1).toList()) {
            cells.addAll(List.of(line.split(",", -1)).subList(1, 5));
        }
        return cells;
    }

    private static String all(Path package_) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(package_)) {
            files.filter(Files::isRegularFile).forEach(each -> {
                try {
                    text.append(new String(Files.readAllBytes(each), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05, 0", "2026-01-16, 0", "2026-01-19, 1"})
    void theExitCodeTurnsWhenAnApplicationIsPastDue(String day, int code) {
        Typed typed = status(REGISTER, "--on", day);
        assertEquals(code, typed.code(), typed.out() + typed.err());
    }

    @Test
    void theStatusNamesWhatIsSoonDueOpenAndAnsweredLate() {
        String shown = status(REGISTER, "--on", "2026-01-14", "--within", "2", "--lang", "en")
                .out();
        assertTrue(shown.contains("Due within 2 working days:\n  〔2025〕第057号, to be answered by 2026-01-16"), shown);
        assertTrue(shown.contains("Answered late:\n  〔2025〕第037号"), shown);
        assertTrue(shown.contains("60 applications on 2026-01-14: 4 open, 0 past due, 55 answered"), shown);
        assertEquals(
                60,
                status(REGISTER, "--on", "2026-01-14", "--json").out().lines().count());
    }

    @Test
    void theFormIsFilledFromTheRegisterAndSaysWhatNoSourceGave() throws IOException {
        for (String ending : List.of("html", "xlsx", "csv", "json")) {
            Path file = folder.resolve("report." + ending);
            Typed typed = Typed.command(
                    "annual-report",
                    "--register",
                    REGISTER.toString(),
                    "--year",
                    "2025",
                    "--body",
                    BODY,
                    "--out",
                    file.toString(),
                    "--lang",
                    "en");
            assertEquals(ExitCode.COMPLETE, typed.code(), typed.out() + typed.err());
            assertTrue(
                    typed.out().contains("57 new in the year, 2 carried over, 55 ended, 4 carried forward"),
                    typed.out());
            assertTrue(typed.out().contains("No source gave table 2: 规章"), typed.out());
            assertTrue(Files.size(file) > 0);
        }
        Path again = folder.resolve("report.html");
        assertEquals(
                ExitCode.FAILED,
                Typed.command(
                                "annual-report",
                                "--register",
                                REGISTER.toString(),
                                "--year",
                                "2025",
                                "--body",
                                BODY,
                                "--out",
                                again.toString())
                        .code());
    }

    /** What the command writes it reads again, whatever the form. */
    @ParameterizedTest
    @ValueSource(strings = {"html", "xlsx", "csv"})
    void theWrittenFormIsReadAgain(String ending) throws IOException {
        Path file = folder.resolve("report." + ending);
        Path json = folder.resolve("report.json");
        for (Path each : List.of(file, json)) {
            Typed.command(
                    "annual-report",
                    "--register",
                    REGISTER.toString(),
                    "--year",
                    "2025",
                    "--body",
                    BODY,
                    "--out",
                    each.toString());
        }
        Path out = folder.resolve("package");
        Typed.command(
                "convert",
                file.toString(),
                "--tables",
                "annual-report",
                "--table-default",
                "body=" + BODY,
                "--table-default",
                "year=2025",
                "--out",
                out.toString(),
                "--now",
                "2026-01-05T08:00:00+08:00");
        JsonNode read =
                new ObjectMapper().readTree(out.resolve("data/records.ndjson").toFile());
        JsonNode written = new ObjectMapper().readTree(json.toFile());
        assertEquals(written.get("requests"), read.get("requests"));
        assertEquals(written.get("disputes"), read.get("disputes"));
    }

    /** The example report is off in one cell, whose digits changed places, and differs from its register. */
    @Test
    void theExampleReportIsToldWhichCellIsOffAndByHowMuch() {
        Path example = Typed.CHECKOUT.resolve("examples/requests");
        Typed typed = Typed.command(
                "validate",
                example.resolve("input").toString(),
                "--mapping",
                example.resolve("mapping.yaml").toString(),
                "--lang",
                "en",
                "--now",
                "2026-01-05T08:00:00+08:00");
        assertEquals(ExitCode.FINDINGS, typed.code());
        assertTrue(typed.out().contains("本年新收·自然人 74"), typed.out());
        assertTrue(
                typed.out().contains("has two digits the wrong way round; with 47 the whole table adds up"),
                typed.out());
        assertTrue(typed.out().contains("the register of applications has 47 (74 − 27)"), typed.out());
    }

    /** The report that was filled from a register agrees with it in a run over both. */
    @Test
    void theFilledReportHoldsAgainstItsRegister() throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Files.copy(REGISTER, sources.resolve("register.csv"));
        Typed.command(
                "annual-report",
                "--register",
                REGISTER.toString(),
                "--year",
                "2025",
                "--body",
                BODY,
                "--out",
                sources.resolve("report.json").toString());
        Typed typed = Typed.command(
                "convert",
                sources.toString(),
                "--tables",
                "request",
                "--table-default",
                "body=" + BODY,
                "--out",
                folder.resolve("package").toString(),
                "--now",
                "2026-01-05T08:00:00+08:00");
        String report = Files.readString(folder.resolve("package/report.json"));
        assertTrue(report.contains("annual-report"), typed.out());
        assertFalse(typed.out().contains("annualReport.register"), typed.out());
        assertFalse(typed.out().contains("annualReport.balance"), typed.out());
    }

    @Test
    void nothingOfAnApplicantReachesPackageReportLedgerRejectOrTerminal() throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        List<String> lines = Files.readAllLines(REGISTER);
        // A register that is sound, one with a broken header, one whose rows slipped by a cell, one that is no
        // workbook.
        Files.write(sources.resolve("a.csv"), lines);
        Files.write(sources.resolve("b.csv"), lines.subList(1, lines.size()));
        Files.write(
                sources.resolve("c.csv"),
                lines.stream()
                        .map(each -> each.startsWith("登记") ? each : each.replaceFirst(",", ",,"))
                        .toList());
        Files.write(sources.resolve("d.xlsx"), lines);
        // Records that have the other half beside the one that may leave, one of them unfit.
        Files.writeString(
                sources.resolve("e.json"),
                "[{\"kind\":\"request\",\"caseNumber\":\"1\",\"receivedOn\":\"2025-03-03\",\"applicant\":{\"name\":\"赵铁山\"},"
                        + "\"description\":{\"title\":\"规划\",\"contact\":\"钱小川\"}},"
                        + "{\"kind\":\"request\",\"receivedOn\":\"孙望河\",\"applicant\":\"赵铁山\"}]");
        // Registers that end in the middle, whose lines are broken, or that are no records at all.
        Files.writeString(sources.resolve("f.json"), "[{\"登记编号\":\"1\",\"申请人\":\"赵铁山\",\"联系人\":\"钱小川");
        Files.writeString(sources.resolve("g.ndjson"), "{\"申请人\":\"赵铁山\"}\n{\"申请人\":赵铁山}\n{\"申请人\":\"孙望河\"");
        Files.writeString(sources.resolve("h.json"), "{\"申请人\":\"赵铁山\",\"编号\":\"1\"}");
        Path out = folder.resolve("package");
        Typed typed = Typed.command(
                "convert",
                sources.toString(),
                "--tables",
                "request",
                "--table-default",
                "body=" + BODY,
                "--out",
                out.toString(),
                "--now",
                "2026-01-05T08:00:00+08:00");
        String everything =
                typed.out() + typed.err() + all(out) + status(sources).out();
        for (String each : privateCells(REGISTER)) {
            // The purpose is a word that texts of this library hold, too.
            if (!each.equals("自用")) {
                assertFalse(everything.contains(each), each);
            }
        }
        assertTrue(everything.contains("a.csv"));
        assertTrue(everything.contains("f.json"));
    }

    /** Labels of the half that stays, as registers have them, and one that nobody knows. */
    private static final List<String> KEPT = List.of(
            "申请人", "身份证号", "证件号码", "联系电话", "手机号码", "联系人", "联系地址", "邮编", "电子邮箱", "代理人", "用途", "法定代表人", "经办人", "承办人",
            "申请单位", "第三方名称", "备注", "所在单位");

    private static final List<String> SHOWN = List.of("登记编号", "申请人类型", "信息名称", "申请方式", "申请日期", "收到日期", "答复类型", "答复日期");

    /** The lines of a register with a marker in each cell that may be shown nowhere. */
    private static List<List<String>> marked(String year) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(KEPT.stream(), SHOWN.stream()).toList());
        for (int i = 1; i < 5; i++) {
            List<String> row = new ArrayList<>();
            for (int k = 0; k < KEPT.size(); k++) {
                row.add(
                        switch (k % 3) {
                            case 0 -> "暗号" + (char) (0x5e00 + 100 * i + k) + k + "号";
                            case 1 -> "秦隐" + (char) (0x4e00 + i);
                            default -> "99887766554433" + i + k;
                        });
            }
            row.addAll(List.of(
                    "〔" + year + "〕第00" + i + "号",
                    "自然人",
                    "秦隐" + (char) (0x4e00 + i) + "的河道规划，邻居秦隐生（身份证：998877665544332211）" + i,
                    "当面",
                    "2025-03-03",
                    "2025-03-03",
                    "予以公开",
                    "2025-03-20"));
            rows.add(row);
        }
        return rows;
    }

    private static void truncate(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
    }

    private static String json(List<List<String>> rows, String between) {
        return rows.stream()
                .skip(1)
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(each -> '"' + rows.get(0).get(each) + "\":\"" + row.get(each) + '"')
                        .collect(Collectors.joining(",", "{", "}")))
                .collect(Collectors.joining(between));
    }

    private static String lines(List<List<String>> rows, String between) {
        return rows.stream().map(each -> String.join(between, each)).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMarkerInEachPrivateCellReachesNoOutputOfAnySource(boolean named) throws IOException, SQLException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Files.writeString(sources.resolve("a.csv"), lines(marked("2021"), ","));
        Files.writeString(sources.resolve("b.tsv"), lines(marked("2022"), "\t"));
        Files.writeString(sources.resolve("c.json"), json(marked("2023"), ",").transform(each -> "[" + each + "]"));
        Files.writeString(sources.resolve("d.ndjson"), json(marked("2024"), "\n"));
        Files.writeString(
                sources.resolve("e.html"),
                "<html><head><title>依申请公开登记簿</title></head><body><p>依申请公开登记簿</p><table>"
                        + marked("2025").stream()
                                .map(row -> row.stream()
                                        .map(each -> "<td>" + each + "</td>")
                                        .collect(Collectors.joining("", "<tr>", "</tr>")))
                                .collect(Collectors.joining())
                        + "</table></body></html>");
        WrittenTable.xlsx(sources.resolve("f.xlsx"), marked("2026"));
        WrittenTable.xls(sources.resolve("g.xls"), marked("2027"));
        // Workbooks and lists that cannot be read as registers, each in its own way.
        truncate(Files.copy(sources.resolve("f.xlsx"), sources.resolve("h.xlsx")));
        truncate(Files.copy(sources.resolve("g.xls"), sources.resolve("i.xls")));
        // Rows without a header, and under headers that nobody knows.
        WrittenTable.xlsx(sources.resolve("j.xlsx"), marked("2028").subList(1, 5));
        Path out = folder.resolve("package");
        List<String> words = new ArrayList<>(
                List.of("convert", sources.toString(), "--out", out.toString(), "--now", "2026-01-05T08:00:00+08:00"));
        words.addAll(List.of(
                "--mapping", WrittenTable.database(folder, marked("2029")).toString()));
        for (String each : List.of("html", "sarif", "junit", "github", "json")) {
            words.addAll(List.of("--report", each + '=' + folder.resolve("report." + each)));
        }
        if (named) {
            words.addAll(List.of("--kind", "request", "--table-default", "body=" + BODY));
        }
        Typed typed = Typed.command(words.toArray(String[]::new));
        StringBuilder everything = new StringBuilder(typed.out() + typed.err() + all(out));
        for (String each : List.of("html", "sarif", "junit", "github", "json")) {
            everything.append(Files.readString(folder.resolve("report." + each)));
        }
        Path register = sources.resolve("a.csv");
        everything.append(status(sources, "--on", "2026-01-14").out());
        everything.append(status(register, "--json", "--on", "2026-01-14").out());
        Typed filled =
                Typed.command("annual-report", "--register", register.toString(), "--year", "2025", "--body", BODY);
        everything.append(filled.out()).append(filled.err());
        everything.append(Typed.command("validate", sources.toString()).out());
        everything.append(
                Typed.command("mapping", "suggest", sources.toString()).out());
        for (String each : List.of("暗号", "秦隐", "998877665544")) {
            int at = everything.indexOf(each);
            assertEquals(-1, at, () -> everything.substring(Math.max(0, at - 300), at + 50));
        }
        String records = Files.readString(out.resolve("data/records.ndjson"));
        for (String year : List.of("2021", "2022", "2023", "2024", "2025", "2026", "2027", "2029")) {
            assertTrue(records.contains("〔" + year + "〕第004号"), records);
        }
    }
}
