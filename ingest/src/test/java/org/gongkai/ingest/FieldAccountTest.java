package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.lifecycle.AfterProperty;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapper.RecordMapper;
import org.gongkai.ingest.mapper.SourceRecord;
import org.gongkai.ingest.mapper.SourceRecord.Field;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.page.PageText;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.Reason;
import org.gongkai.ingest.table.TableKind;
import org.jsoup.nodes.Entities;

/** Fields in are fields accounted for, whatever the labels and the values. */
class FieldAccountTest {

    private final Path folder;

    FieldAccountTest() throws IOException {
        folder = Files.createTempDirectory("gongkai-fields");
    }

    @AfterProperty
    void clear() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 400)
    void everyFieldHasExactlyOneFate(@ForAll("fields") List<Tuple2<String, String>> pairs, @ForAll Rank rank) {
        Location origin = Location.of("source");
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Tuple2<String, String> pair = pairs.get(i);
            fields.add(new Field(
                    origin.at(pair.get1(), i + 1),
                    pair.get1(),
                    pair.get2(),
                    i % 2 == 0 ? rank : Rank.CELL,
                    null,
                    null));
        }
        Mapped mapped = new RecordMapper(LabelAliases.standard(), Mapping.none(), Limits.standard())
                .map(new SourceRecord(origin, fields, List.of(), new RawForm.Row("source", 1, ""), List.of()));
        List<LedgerEntry> accounted = mapped.ledger().stream()
                .filter(each -> each.fate() != FieldFate.DEFAULTED)
                .toList();

        assertEquals(fields.size(), accounted.size());
        for (int i = 0; i < fields.size(); i++) {
            assertEquals(fields.get(i).location(), accounted.get(i).location());
            boolean abbreviated = accounted.get(i).reasons().contains(Reason.ABBREVIATED.code());
            assertTrue(
                    abbreviated || fields.get(i).value().equals(accounted.get(i).value()));
        }
    }

    @Property(tries = 150)
    void everyCellOfATableHasItsEntry(@ForAll("tables") List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord("标题", "发文字号", "成文日期", "不知道", "发文日期", "有效性/截止日期");
            rows.forEach(row -> writer.writeRecord(row.toArray(String[]::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Taken taken = Taken.from(folder, "a.csv", text.toString());
        // A file full of control characters is no text and is rejected whole.
        Assume.that(!taken.rules().contains("source.file.notText"));
        long filled = rows.stream()
                .filter(row -> row.stream()
                        .anyMatch(each -> !LegacyText.stripUnseen(each).isEmpty()))
                .count();

        assertEquals(filled, taken.records.size() + taken.rejected.size());
        for (Mapped mapped : taken.records) {
            assertEquals(
                    6,
                    mapped.ledger().stream()
                            .filter(each -> each.fate() != FieldFate.DEFAULTED)
                            .count());
        }
    }

    @Property(tries = 150)
    void everyCellOfATableOfStandardsIsInOneRecordOrInNone(@ForAll("standards") List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord("单位：元/人·月", "", "", "", "");
            writer.writeRecord("类别", "城市标准", "农村标准", "备注", "不知道");
            // Figures that make it a table of standards, however few of the others are any.
            for (int i = 0; i < 9; i++) {
                writer.writeRecord("低保", "995", "990", "", "");
            }
            rows.forEach(row -> writer.writeRecord(row.toArray(String[]::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Mapping mapping = Mapping.none()
                .withTables(new Mapping.Tables(
                        "*.csv", TableKind.ASSISTANCE_STANDARD, Map.of("place", "青岛市崂山区"), Map.of(), false));
        Taken taken = Taken.from(
                LegacyReader.standard().withMapping(mapping),
                Taken.write(folder, "a.csv", text.toString().getBytes(StandardCharsets.UTF_8)));
        Assume.that(!taken.rules().contains("source.file.notText"));
        List<Location> cells = new ArrayList<>();
        taken.records.forEach(each -> each.ledger().stream()
                .filter(entry -> entry.fate() != FieldFate.DEFAULTED)
                .forEach(entry -> cells.add(entry.location())));
        taken.nobodys.stream()
                .filter(entry -> entry.fate() != FieldFate.DEFAULTED)
                .forEach(entry -> cells.add(entry.location()));

        assertEquals(5 * (rows.size() + 10), cells.size());
        assertEquals(cells.size(), Set.copyOf(cells).size());
    }

    @Property(tries = 150)
    void everyPairOfAPagesTableHasItsEntry(@ForAll("fields") List<Tuple2<String, String>> pairs) {
        StringBuilder page = new StringBuilder(
                "<h1>关于停水的通知</h1><table><tr><td>索引号</td><td>A</td></tr>" + "<tr><td>发文字号</td><td>B</td></tr>");
        List<Tuple2<String, String>> shown = new ArrayList<>();
        for (Tuple2<String, String> pair : pairs) {
            String label = PageText.tidy(pair.get1());
            if (LabelAliases.standard().component(label) != null) {
                shown.add(pair);
                page.append("<tr><td>")
                        .append(Entities.escape(label))
                        .append("</td><td>")
                        .append(Entities.escape(pair.get2()))
                        .append("</td></tr>");
            }
        }
        Taken taken = Taken.from(folder, "a.html", page + "</table>", StandardCharsets.UTF_8);
        List<LedgerEntry> cells = taken.only().ledger().stream()
                .filter(each -> each.fate() != FieldFate.DEFAULTED)
                .filter(each -> LabelAliases.standard()
                                .component(String.valueOf(each.location().label()))
                        != null)
                .toList();

        assertEquals(shown.size() + 2, cells.size(), () -> page + "\n" + cells);
    }

    @Provide
    Arbitrary<List<Tuple2<String, String>>> fields() {
        return labels().flatMap(label -> values().map(value -> Tuple.of(label, value)))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        return values().list().ofSize(6).list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<List<String>>> standards() {
        Arbitrary<String> cells = Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "低保",
                        "特困基本生活",
                        "困难残疾人生活补贴（一级、二级）",
                        "995",
                        "565、444",
                        "5400元/年",
                        "约九百",
                        "继续执行",
                        "参照社会散居孤儿",
                        "10%",
                        "合计",
                        "—"),
                Arbitraries.strings().alpha().ofMaxLength(5));
        return cells.list().ofSize(5).list().ofMaxSize(8);
    }

    private static Arbitrary<String> labels() {
        return Arbitraries.oneOf(
                Arbitraries.of(Component.values()).map(Component::path),
                Arbitraries.of(
                        "标题",
                        "索 引 号：",
                        "发文字号",
                        "文号",
                        "成文日期",
                        "发文日期",
                        "发布日期",
                        "有效期",
                        "有效性",
                        "有效性/截止日期",
                        "公开方式",
                        "发布机构",
                        "发文机关",
                        "浏览次数",
                        "附件",
                        "政策解读",
                        "正文",
                        "不知道",
                        "",
                        "/"),
                Arbitraries.strings().ofMaxLength(8));
    }

    private static Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        " ",
                        "无",
                        "2023-07-21",
                        "2023年2月30日",
                        "45131",
                        "青崂政办字[2023]13号",
                        "国令第7号",
                        "有效",
                        "已废止",
                        "甲局、乙局",
                        "<p>段落</p>",
                        "有效 2024-01-01",
                        "主动公开",
                        "a;b|c",
                        "\u0000",
                        "索引号",
                        "长".repeat(300)),
                Arbitraries.strings().ofMaxLength(20));
    }
}
