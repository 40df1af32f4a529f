package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures in {@code docs/ingest.md}, counted in a run over the practice data beside the checkout. */
class IngestFiguresTest {

    private static final String COMMAND = "./mvnw -B -pl ingest -am test -Dtest=IngestFiguresTest -Dgongkai.write=true"
            + " -Dsurefire.failIfNoSpecifiedTests=false";
    private static final int MOST_LABELS = 12;

    private final Path checkout = Path.of(System.getProperty("gongkai.checkout"));
    private final Path data = checkout.resolve("../shared/data").normalize();

    @TempDir
    private Path folder;

    @BeforeEach
    void theDataAreThere() {
        assumeTrue(Files.isDirectory(data), "no practice data at " + data);
    }

    @Test
    void theFiguresInTheGuidesAreCurrent() throws IOException, SQLException {
        StringBuilder table = new StringBuilder();
        Map<String, Integer> unmapped = new TreeMap<>();
        LegacyReader plain = LegacyReader.standard();
        LegacyReader mapped = plain.withMapping(mapping());
        PracticeRows rows = PracticeRows.of(data.resolve("documents.jsonl"));

        row(table, "HTML：whole pages 整页", unmapped, Taken.from(plain, pages(data.resolve("pages"))));
        row(table, "HTML：article bodies 正文片段", unmapped, Taken.from(plain, pages(data.resolve("pages/fragments"))));
        row(
                table,
                "JSON：answers of policy libraries 政策库接口",
                unmapped,
                Taken.from(plain, data.resolve("api-responses")));
        row(table, "NDJSON", unmapped, Taken.from(plain, data.resolve("documents.jsonl")));
        row(table, "NDJSON, mapping 对照文件", new TreeMap<>(), Taken.from(mapped, data.resolve("documents.jsonl")));
        row(table, "CSV, mapping 对照文件", new TreeMap<>(), Taken.from(mapped, rows.csv(folder.resolve("rows.csv"))));
        row(table, ".xlsx, mapping 对照文件", new TreeMap<>(), Taken.from(mapped, rows.xlsx(folder.resolve("rows.xlsx"))));
        Taken database = new Taken();
        plain.withMapping(rows.database(folder.resolve("rows"), mapping())).readDatabase(any -> null, database);
        row(table, "JDBC (H2), mapping 对照文件", new TreeMap<>(), database);

        check("docs/ingest.md", "table", table.toString());
        check("docs/ingest.zh-CN.md", "table", table.toString());
        String labels = unmapped.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LABELS)
                .map(each -> "`" + each.getKey() + "` " + each.getValue())
                .collect(Collectors.joining(", "));
        check("docs/ingest.md", "labels", labels + ".\n");
        check("docs/ingest.zh-CN.md", "labels", labels.replace(", ", "、") + "。\n");
        PracticePages read = PracticePages.of(data.resolve("pages"));
        check("docs/ingest.md", "pages", read.table(Locale.ENGLISH));
        check("docs/ingest.zh-CN.md", "pages", read.table(Locale.CHINESE));
    }

    private static void row(StringBuilder table, String kind, Map<String, Integer> unmapped, Taken taken) {
        Map<FieldFate, Integer> fates = new EnumMap<>(FieldFate.class);
        int fields = 0;
        for (Mapped mapped : taken.records) {
            for (LedgerEntry entry : mapped.ledger()) {
                fates.merge(entry.fate(), 1, Integer::sum);
                fields += entry.fate() == FieldFate.DEFAULTED ? 0 : 1;
                if (entry.fate() == FieldFate.UNMAPPED && entry.reasons().contains(Reason.UNKNOWN_LABEL.code())) {
                    unmapped.merge(String.valueOf(entry.location().label()), 1, Integer::sum);
                }
            }
        }
        if (table.isEmpty()) {
            table.append(
                            "| source 来源 | records 记录 | rejected 拒收 | fields 字段 | mapped 对应 | repaired 修正 | ignored 忽略 | unmapped 未对应"
                                    + " | unreadable 不可读 | defaulted 另补 |\n")
                    .append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        }
        table.append("| ").append(kind);
        for (int count : new int[] {
            taken.records.size(),
            taken.rejected.size(),
            fields,
            fates.getOrDefault(FieldFate.MAPPED, 0),
            fates.getOrDefault(FieldFate.REPAIRED, 0),
            fates.getOrDefault(FieldFate.IGNORED, 0),
            fates.getOrDefault(FieldFate.UNMAPPED, 0),
            fates.getOrDefault(FieldFate.UNREADABLE, 0),
            fates.getOrDefault(FieldFate.DEFAULTED, 0)
        }) {
            table.append(" | ").append(String.format(Locale.ROOT, "%,d", count));
        }
        table.append(" |\n");
    }

    /** The pages of one folder without those of the folders in it. */
    private Path pages(Path from) throws IOException {
        Path to = Files.createDirectories(folder.resolve(from.getFileName()));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".html")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    private static Mapping mapping() throws IOException {
        try (InputStream yaml = IngestFiguresTest.class.getResourceAsStream("practice-mapping.yaml")) {
            return Mapping.parse("practice-mapping.yaml", new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Compares what stands between two marks of a guide, or writes it there. */
    static void check(String guide, String mark, String wanted) throws IOException {
        Path file = Path.of(System.getProperty("gongkai.checkout")).resolve(guide);
        String text = Files.readString(file);
        String open = "<!-- " + mark + " -->\n";
        int from = text.indexOf(open) + open.length();
        int to = text.indexOf("<!-- /" + mark + " -->");
        if (Boolean.getBoolean("gongkai.write")) {
            Files.writeString(file, text.substring(0, from) + wanted + text.substring(to));
        } else {
            assertEquals(wanted, text.substring(from, to), guide + " is not current; write it anew: " + COMMAND);
        }
    }

    @Test
    void theGuidesNameTheCommand() throws IOException {
        for (String guide : List.of("docs/ingest.md", "docs/ingest.zh-CN.md")) {
            assertEquals(true, Files.readString(checkout.resolve(guide)).contains(COMMAND), guide);
        }
    }
}
