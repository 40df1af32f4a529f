package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.LimitsBuilder;
import org.gongkai.ingest.source.Mapped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcSourceTest {

    private static final String LONG_TEXT = "各街道办事处，区政府各部门：".repeat(1_000);

    @TempDir
    Path folder;

    private Taken read(Mapping mapping, Limits limits, Map<String, String> environment) {
        Taken taken = new Taken();
        LegacyReader.standard().withLimits(limits).withMapping(mapping).readDatabase(environment::get, taken);
        return taken;
    }

    private Mapping mapping(String url, String query) {
        return new Mapping(
                Map.of("BT", Component.TITLE),
                Map.of(),
                Map.of("HITS", "网站统计"),
                Map.of(Component.VALIDITY, Map.of("1", "有效")),
                List.of(),
                new Mapping.Jdbc(url, query, null, null));
    }

    @Test
    void rowsOfAnEmbeddedFileAreReadWithTheirLongTexts() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("old");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE article (id INT, bt VARCHAR(200), \"发文字号\" VARCHAR(50), \"正文\" CLOB,"
                    + " \"摘要\" NCLOB, \"成文日期\" DATE, \"发布日期\" TIMESTAMP, \"有效性\" INT, hits INT, price DECIMAL(30,10),"
                    + " scan BLOB)");
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO article VALUES (?,?,?,?,?,?,?,?,?,?,?)")) {
                for (int i = 1; i <= 1_200; i++) {
                    insert.setInt(1, i);
                    insert.setString(2, "关于第" + i + "次会议的通知");
                    insert.setString(3, "青崂政办字[2023]" + i + "号");
                    insert.setString(4, LONG_TEXT);
                    insert.setString(5, i % 2 == 0 ? null : "摘要" + i);
                    insert.setObject(6, LocalDate.of(2023, 7, 21));
                    insert.setString(7, "2023-07-22 08:30:00");
                    insert.setInt(8, 1);
                    insert.setInt(9, 5);
                    insert.setBigDecimal(10, new BigDecimal("12345678901234567890.1000000000"));
                    insert.setBytes(11, new byte[] {(byte) 0xff, 1});
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        Taken taken = read(mapping(url, "SELECT * FROM article ORDER BY id"), Limits.standard(), Map.of());
        assertEquals(1_200, taken.records.size());
        assertEquals(List.of(), taken.problems);
        Mapped mapped = taken.records.get(2);
        OfficialDocument third = (OfficialDocument) mapped.record();
        assertEquals("关于第3次会议的通知", third.title());
        assertEquals("青崂政办字〔2023〕3号", third.documentNumber().text());
        assertEquals(LONG_TEXT, third.body().text());
        assertEquals("摘要3", third.summary());
        assertEquals(LocalDate.of(2023, 7, 21), third.writtenOn());
        assertEquals(LocalDate.of(2023, 7, 22), third.publishedOn());
        assertEquals("有效", third.validity().text());
        assertEquals(3, mapped.origin().row());
        Map<String, LedgerEntry> fields = mapped.ledger().stream()
                .filter(each -> each.fate() != FieldFate.DEFAULTED)
                .collect(Collectors.toMap(each -> each.location().label(), each -> each));
        assertEquals(11, fields.size());
        assertEquals("12345678901234567890.1000000000", fields.get("PRICE").value());
        assertEquals("ff01", fields.get("SCAN").value());
        assertEquals(List.of("网站统计"), fields.get("HITS").reasons());
    }

    @Test
    void rowsAndCellsHaveLimits() {
        Limits small = LimitsBuilder.builder(Limits.standard())
                .maxRows(2)
                .maxCellLength(10)
                .build();
        Taken taken = read(
                mapping("jdbc:h2:mem:", "SELECT CAST(REPEAT('长', 50) AS CLOB) AS bt FROM SYSTEM_RANGE(1, 5)"),
                small,
                Map.of());
        assertEquals(2, taken.records.size());
        assertEquals("长".repeat(10), ((OfficialDocument) taken.records.get(0).record()).title());
        assertEquals(
                3, taken.rules().stream().filter("source.limit.reached"::equals).count());
    }

    @Test
    void userAndPasswordComeFromTheEnvironmentAndAreNeverShown() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("locked");
        DriverManager.getConnection(url, "clerk", "geheim").close();
        Mapping mapping = new Mapping(
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                new Mapping.Jdbc(url, "SELECT '关于开会的通知' AS \"标题\"", "DB_USER", "DB_PASSWORD"));
        assertEquals(
                1,
                read(mapping, Limits.standard(), Map.of("DB_USER", "clerk", "DB_PASSWORD", "geheim"))
                        .records
                        .size());
        Taken missing = read(mapping, Limits.standard(), Map.of("DB_USER", "clerk"));
        assertEquals(List.of("source.database.variableMissing"), missing.rules());
        assertEquals("DB_PASSWORD", missing.problems.get(0).value());
        Taken wrong = read(mapping, Limits.standard(), Map.of("DB_USER", "clerk", "DB_PASSWORD", "falsch"));
        assertEquals(List.of("source.database.unreadable"), wrong.rules());
        assertTrue(!wrong.problems.toString().contains("falsch"), wrong.problems.toString());
    }

    @Test
    void aDatabaseThatCannotBeReadIsAFinding() {
        assertEquals(
                List.of("source.database.unreadable"),
                read(mapping("jdbc:h2:mem:", "SELECT nothing FROM nowhere"), Limits.standard(), Map.of())
                        .rules());
        assertEquals(
                List.of("source.database.unreadable"),
                read(mapping("jdbc:nosuch:x", "SELECT 1"), Limits.standard(), Map.of())
                        .rules());
        assertThrows(IllegalStateException.class, () -> LegacyReader.standard().readDatabase(any -> null, new Taken()));
    }

    @Test
    void rowsOfARealPostgresqlAreReadWithTheirTypes() throws SQLException {
        postgresql().close();
        Taken taken = readPostgresql("WITH article (id, bt, \"正文\", \"摘要\", \"成文日期\", \"发布日期\", \"有效性\", price,"
                + " scan, tags, more, shown, \"发文字号\") AS (VALUES (1::bigint, '关于开会的通知'::varchar(200), '" + LONG_TEXT
                + "'::text, '<p>摘要一</p>'::xml, date '2023-07-21', timestamp '2023-07-22 08:30:00', 1::smallint,"
                + " 12345678901234567890.1::numeric(30,10), '\\xff01'::bytea, array['甲','乙'], '{\"a\":1}'::jsonb, true,"
                + " '青崂政办字[2023]1号'::char(40)), (2, null, null, null, null, null, null, null, null, null, null, null, null))"
                + " SELECT * FROM article");
        assertEquals(List.of("source.row.noDocument"), taken.rules());
        OfficialDocument read = taken.document();
        assertEquals("关于开会的通知", read.title());
        assertEquals(LONG_TEXT, read.body().text());
        assertEquals("摘要一", read.summary());
        assertEquals(LocalDate.of(2023, 7, 21), read.writtenOn());
        assertEquals(LocalDate.of(2023, 7, 22), read.publishedOn());
        assertEquals("有效", read.validity().text());
        assertEquals("青崂政办字〔2023〕1号", read.documentNumber().text());
        assertEquals("12345678901234567890.1000000000", taken.field("price").value());
        assertEquals("ff01", taken.field("scan").value());
        assertEquals("{甲,乙}", taken.field("tags").value());
        assertEquals("{\"a\": 1}", taken.field("more").value());
        assertEquals("t", taken.field("shown").value());
    }

    @Test
    void rowsOfARealPostgresqlAreHandedOverBeforeTheLastIsRead() throws SQLException {
        postgresql().close();
        // The server fails at row 5,000; had the driver fetched all rows first, there would be none.
        Taken taken = readPostgresql(
                "SELECT '关于第' || i || '次会议的通知' AS \"标题\", 1 / (5000 - i) AS n FROM generate_series(1, 9000) AS i");
        assertEquals(List.of("source.database.unreadable"), taken.rules());
        assertTrue(taken.records.size() >= 4_000, () -> taken.records.size() + " records");
    }

    /** The server in GONGKAI_TEST_POSTGRESQL, with GONGKAI_TEST_POSTGRESQL_USER and _PASSWORD; .ci/run starts one. */
    private static Connection postgresql() throws SQLException {
        String url = System.getenv("GONGKAI_TEST_POSTGRESQL");
        assumeTrue(url != null, "no PostgreSQL server: GONGKAI_TEST_POSTGRESQL is not set");
        return DriverManager.getConnection(
                url, System.getenv("GONGKAI_TEST_POSTGRESQL_USER"), System.getenv("GONGKAI_TEST_POSTGRESQL_PASSWORD"));
    }

    private Taken readPostgresql(String query) {
        Mapping mapping = new Mapping(
                Map.of("bt", Component.TITLE),
                Map.of(),
                Map.of(),
                Map.of(Component.VALIDITY, Map.of("1", "有效")),
                List.of(),
                new Mapping.Jdbc(
                        System.getenv("GONGKAI_TEST_POSTGRESQL"),
                        query,
                        "GONGKAI_TEST_POSTGRESQL_USER",
                        "GONGKAI_TEST_POSTGRESQL_PASSWORD"));
        return read(mapping, Limits.standard(), System.getenv());
    }

    @Property(tries = 60)
    void fieldsInAreFieldsAccountedFor(@ForAll("labels") List<String> labels, @ForAll("values") List<String> values) {
        String query = "SELECT '甲通知' AS \"标题\""
                + IntStream.range(0, labels.size())
                        .mapToObj(i -> ", " + literal(values.get(i % values.size())) + " AS \""
                                + labels.get(i).replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining());
        Taken taken = read(mapping("jdbc:h2:mem:", query), Limits.standard(), Map.of());
        List<LedgerEntry> fields = taken.only().ledger().stream()
                .filter(each -> each.fate() != FieldFate.DEFAULTED)
                .toList();
        assertEquals(labels.size() + 1, fields.size(), query);
        for (int i = 0; i < labels.size(); i++) {
            assertEquals(labels.get(i), fields.get(i + 1).location().label());
            assertEquals(values.get(i % values.size()), fields.get(i + 1).value());
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Provide
    Arbitrary<List<String>> labels() {
        return Arbitraries.oneOf(
                        Arbitraries.of("发文字号", "成文日期", "索 引 号", "有效性", "有效性/截止日期", "发文机关", "名称"),
                        Arbitraries.strings()
                                .withCharRange('!', '~')
                                .withCharRange('一', '龥')
                                .ofMinLength(1)
                                .ofMaxLength(6))
                .list()
                .uniqueElements()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<String>> values() {
        return Arbitraries.oneOf(
                        Arbitraries.of("", "无", "2023-07-21", "国办发〔2023〕1号", "有效", "<b>字</b>"),
                        Arbitraries.strings()
                                .withCharRange(' ', '~')
                                .withCharRange('一', '龥')
                                .ofMaxLength(20))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
