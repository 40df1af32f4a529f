package org.gongkai.ingest.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.table.TableReading;

/**
 * Tables composed from known amounts: what is read of them is what they say, or they say that it is not read. Columns stand
 * in any order, the unit in any place, and among the rows stand headings, sums, averages, hints, headers and remarks.
 */
class GeneratedTableTest {

    private static final List<String> ITEMS = List.of("低保", "特困基本生活", "社会散居孤儿", "机构养育孤儿", "低保边缘家庭");
    private static final List<Residence> RESIDENCES = List.of(Residence.URBAN, Residence.RURAL);
    private static final String UNIT = "元/人·月";

    private final AssistanceTableReader reader = AssistanceTableReader.standard();

    /** What one cell of amounts says: its text, and the amount in it or null where it states none. */
    private record Said(String text, Integer amount) {}

    private enum UnitIn {
        HEADER,
        COLUMN,
        ABOVE,
        ROW,
        CELLS
    }

    private static final class Made {

        final Random random;
        final Map<String, Said> truth = new LinkedHashMap<>();
        final List<List<String>> rows = new ArrayList<>();
        final UnitIn unitIn;
        final boolean sections;
        final boolean combined;
        /** What stands in place of an item that is that of the row above: itself, a mark, or nothing. */
        final String repeated;

        final List<String> columns = new ArrayList<>();

        Made(long seed) {
            random = new Random(seed);
            unitIn = UnitIn.values()[random.nextInt(UnitIn.values().length)];
            combined = random.nextBoolean();
            sections = !combined && random.nextInt(3) == 0;
            repeated = List.of("=", "〃", "同上", "").get(random.nextInt(4));
            columns.addAll(List.of("标准"));
            if (!sections) {
                columns.add(random.nextBoolean() ? "类别" : "保障对象");
            }
            if (!combined) {
                columns.add("城乡类别");
            }
            if (random.nextBoolean()) {
                columns.add("序号");
            }
            if (random.nextBoolean()) {
                columns.add("备注");
            }
            if (random.nextInt(3) == 0) {
                columns.add("保障人数");
            }
            if (random.nextInt(4) == 0) {
                columns.add("增幅（%）");
            }
            if (unitIn == UnitIn.COLUMN) {
                columns.add("单位");
            }
            Collections.shuffle(columns, random);
            fill();
        }

        private void fill() {
            if (random.nextInt(3) == 0) {
                rows.add(row("", "2024年救助标准表"));
            }
            if (unitIn == UnitIn.ABOVE) {
                rows.add(row("", "单位：" + UNIT));
            }
            List<String> header = columns.stream().map(this::header).toList();
            rows.add(header);
            if (unitIn == UnitIn.ROW) {
                rows.add(columns.stream()
                        .map(each -> each.equals("标准") ? UNIT : "")
                        .toList());
            }
            int count = 0;
            for (String item : ITEMS.subList(0, 1 + random.nextInt(ITEMS.size()))) {
                if (sections) {
                    rows.add(row("", "一二三四五".charAt(ITEMS.indexOf(item)) + "、" + item));
                }
                boolean first = true;
                for (Residence each : RESIDENCES) {
                    between(header);
                    record(item, each, ++count, !first);
                    first = false;
                }
            }
            if (random.nextBoolean()) {
                rows.add(row("", "备注：以上标准自公布之日起执行"));
            }
        }

        private String header(String column) {
            return column.equals("标准") && unitIn == UnitIn.HEADER ? "标准（" + UNIT + "）" : column;
        }

        private void between(List<String> header) {
            switch (random.nextInt(12)) {
                case 0 -> rows.add(row("合计", "1000"));
                case 1 -> rows.add(row("全市平均", "900"));
                case 2 -> rows.add(columns.stream().map(each -> "").toList());
                case 3 -> rows.add(header);
                case 4 -> rows.add(columns.stream().map(each -> "必填").toList());
                case 5 -> rows.add(row("小计", "500"));
                default -> {}
            }
        }

        /** A row with a word in its first column, and a figure where amounts stand; the word alone without one. */
        private List<String> row(String word, String other) {
            List<String> cells = new ArrayList<>();
            for (String each : columns) {
                cells.add(each.equals("标准") && !word.isEmpty() ? other : "");
            }
            cells.set(0, word.isEmpty() ? other : cells.get(0).isEmpty() ? word : cells.get(0));
            if (!word.isEmpty() && columns.get(0).equals("标准")) {
                cells.set(0, "");
                cells.set(1, word);
                if (columns.size() == 2) {
                    cells.set(0, other);
                }
            }
            return cells;
        }

        private void record(String item, Residence residence, int count, boolean same) {
            String town = residence == Residence.URBAN ? "城市" : "农村";
            Said said = said();
            List<String> cells = new ArrayList<>();
            for (String each : columns) {
                cells.add(
                        switch (each) {
                            case "标准" -> said.text();
                            case "城乡类别" -> town;
                            case "序号" -> String.valueOf(count);
                            case "备注" -> random.nextBoolean() ? "" : "说明";
                            case "保障人数" -> String.valueOf(random.nextInt(5_000));
                            case "增幅（%）" -> random.nextInt(20) + "";
                            case "单位" -> same && repeated.equals("同上") ? repeated : UNIT;
                            default -> combined ? town + item : same && !repeated.equals("=") ? repeated : item;
                        });
            }
            rows.add(List.copyOf(cells));
            truth.put(item + ' ' + residence, said);
        }

        private Said said() {
            int amount = 100 + random.nextInt(2_900);
            String unit = unitIn == UnitIn.CELLS ? UNIT : "";
            return switch (random.nextInt(14)) {
                case 0 -> new Said("每人每月" + amount + "元", amount);
                case 1 -> new Said(amount + "-" + (amount + 200), null);
                case 2 -> new Said("1.3倍", null);
                case 3 -> new Said("150%", null);
                case 4 -> new Said("不低于" + amount + (unit.isEmpty() ? "元" : unit), amount);
                case 5 -> new Said("约" + amount, null);
                case 6 -> new Said("待定", null);
                case 7 -> new Said(amount + "元/天", null);
                case 8 -> new Said(amount + "（不变）", amount);
                default -> new Said(amount + unit, amount);
            };
        }

        String csv() {
            return rows.stream()
                            .map(row ->
                                    row.stream().map(each -> '"' + each + '"').collect(Collectors.joining(",")))
                            .collect(Collectors.joining("\n"))
                    + "\n";
        }

        String html() {
            return "<table>"
                    + rows.stream()
                            .map(row -> "<tr>"
                                    + row.stream()
                                            .map(each -> "<td>" + each + "</td>")
                                            .collect(Collectors.joining())
                                    + "</tr>")
                            .collect(Collectors.joining())
                    + "</table>";
        }
    }

    @Property
    void whatIsReadOfATableIsWhatItSaysOrItIsTold(@ForAll long seed, @ForAll boolean page) throws IOException {
        Made made = new Made(seed);
        AssistanceStandard defaults =
                AssistanceStandardBuilder.builder().place("东岚市").build();
        TableReading<AssistanceStandard> reading = page
                ? reader.readHtml("t.html", made.html(), defaults)
                : reader.readCsv("t.csv", new StringReader(made.csv()), defaults);
        Map<String, Integer> read = new LinkedHashMap<>();
        for (AssistanceStandard each : reading.records()) {
            String key = each.item() + " " + each.residence();
            Said said = made.truth.get(key);
            assertTrue(said != null && said.amount() != null, () -> key + " of " + made.csv());
            assertEquals(
                    said.amount(),
                    each.amount() == null ? null : each.amount().intValue(),
                    () -> key + " of " + made.csv());
            assertTrue(each.unit() == null || each.unit() == AmountUnit.YUAN_PERSON_MONTH, made::csv);
            read.put(key, said.amount());
        }
        Set<String> told = reading.ledger().stream()
                .filter(each -> each.fate() == FieldFate.UNREADABLE || each.fate() == FieldFate.UNMAPPED)
                .map(LedgerEntry::value)
                .collect(Collectors.toSet());
        boolean whole = reading.problems().stream().anyMatch(each -> each.rule().equals("source.table.unrecognized"));
        made.truth.forEach((key, said) -> assertTrue(
                whole || read.containsKey(key) || told.contains(said.text()),
                () -> key + " unread and untold in " + made.csv()));
    }
}
