package org.gongkai.ingest.land;

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
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.Parcel;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.table.TableReading;

/**
 * Tables of parcels composed from known areas: what is read of them is what they say, or they say that it is not read. Columns stand
 * in any order, the unit in any place, towns are merged downwards or written once, and the table may lie on its side.
 */
class GeneratedLandTableTest {

    private static final List<String> VILLAGES = List.of("东村", "西村", "南村", "北村", "上庄村", "下庄村");
    private static final List<String> TOWNS = List.of("观湾镇", "蔡山镇", "北岭镇");

    private final LandTableReader reader = LandTableReader.standard();

    /** What one cell of an area says: its text, and the figure in it or null where it states none. */
    private record Said(String text, String figure) {}

    private enum UnitIn {
        HEADER,
        ABOVE,
        CELLS
    }

    private static final class Made {

        final Random random;
        final UnitIn unitIn;
        final Area.Unit unit;
        final boolean page;
        final boolean turned;
        final Map<String, Said> truth = new LinkedHashMap<>();
        /** Cells as {text, rows that it is merged over}; null where one above is merged over it. */
        final List<List<String>> rows = new ArrayList<>();

        final List<List<Integer>> spans = new ArrayList<>();
        final List<String> columns = new ArrayList<>(List.of("乡镇", "村", "面积"));

        Made(long seed, boolean page) {
            this.page = page;
            random = new Random(seed);
            unitIn = UnitIn.values()[random.nextInt(UnitIn.values().length)];
            unit = Area.Unit.values()[random.nextInt(Area.Unit.values().length)];
            turned = random.nextInt(4) == 0;
            for (String each : List.of("序号", "备注", "四至", "青苗补偿费（万元）", "安置人口（人）")) {
                if (random.nextInt(3) == 0) {
                    columns.add(each);
                }
            }
            Collections.shuffle(columns, random);
            fill();
        }

        private void fill() {
            List<String> header = columns.stream()
                    .map(each -> each.equals("面积") && unitIn == UnitIn.HEADER ? "面积（" + unit.label() + "）" : each)
                    .toList();
            add(header);
            int count = 0;
            int village = 0;
            for (String town : TOWNS.subList(0, 1 + random.nextInt(TOWNS.size()))) {
                boolean merged =
                        (page || columns.indexOf("乡镇") < columns.indexOf("村")) && random.nextBoolean() && !turned;
                int parcels = 1 + random.nextInt(2);
                for (int i = 0; i < parcels; i++) {
                    if (!turned && !(merged && i > 0)) {
                        between(header);
                    }
                    record(town, VILLAGES.get(village++), ++count, merged ? i == 0 ? parcels : 0 : 1);
                }
            }
            if (!turned && random.nextBoolean()) {
                add(word("合计"));
            }
            if (!turned && random.nextBoolean()) {
                add(columns.stream()
                        .map(each -> each.equals(columns.get(0)) ? "备注：以勘测定界为准。" : "")
                        .toList());
            }
        }

        private void between(List<String> header) {
            switch (random.nextInt(12)) {
                case 0 -> add(word("小计"));
                case 1 -> add(columns.stream().map(each -> "").toList());
                case 2 -> add(header);
                default -> {}
            }
        }

        private List<String> word(String word) {
            String first = columns.stream()
                    .filter(each -> !each.equals("面积"))
                    .findFirst()
                    .orElseThrow();
            return columns.stream()
                    .map(each -> each.equals(first) ? word : each.equals("面积") ? "9.99" : "")
                    .toList();
        }

        private void add(List<String> cells) {
            rows.add(cells);
            spans.add(cells.stream().map(each -> 1).toList());
        }

        private void record(String town, String village, int count, int span) {
            Said said = said();
            List<String> cells = new ArrayList<>();
            List<Integer> over = new ArrayList<>();
            for (String each : columns) {
                over.add(each.equals("乡镇") ? span : 1);
                cells.add(
                        switch (each) {
                            case "乡镇" -> span == 0 ? "" : town;
                            case "村" -> village;
                            case "面积" -> said.text();
                            case "序号" -> String.valueOf(count);
                            case "四至" -> "东至河，南至路，西至渠，北至山";
                            case "备注" -> random.nextBoolean() ? "" : "说明";
                            default -> String.valueOf(random.nextInt(90));
                        });
            }
            rows.add(cells);
            spans.add(over);
            truth.put(town + village, said);
        }

        private Said said() {
            String figure = (1 + random.nextInt(90)) + "." + (1000 + random.nextInt(8999));
            String with = unitIn == UnitIn.CELLS ? unit.label() : "";
            return switch (random.nextInt(12)) {
                case 0 -> new Said("约" + figure + with, figure);
                case 1 -> new Said("待定", null);
                case 2 -> new Said(figure + "-" + figure + "9", null);
                case 3 -> new Said(figure + "%", null);
                case 4 -> new Said(figure + "万元", null);
                default -> new Said(figure + with, figure);
            };
        }

        private List<List<String>> shown() {
            if (!turned) {
                return rows;
            }
            List<List<String>> lying = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                int column = c;
                lying.add(rows.stream().map(each -> each.get(column)).toList());
            }
            return lying;
        }

        String text() {
            String above = unitIn == UnitIn.ABOVE ? "单位：" + unit.label() : "";
            if (!page) {
                return (above.isEmpty() ? "" : above + "\n")
                        + shown().stream()
                                .map(row -> row.stream()
                                        .map(each -> '"' + each + '"')
                                        .collect(Collectors.joining(",")))
                                .collect(Collectors.joining("\n"))
                        + "\n";
            }
            StringBuilder html = new StringBuilder("<p>" + above + "</p><table>");
            for (int r = 0; r < shown().size(); r++) {
                html.append("<tr>");
                for (int c = 0; c < shown().get(r).size(); c++) {
                    int over = turned ? 1 : spans.get(r).get(c);
                    if (over > 0) {
                        html.append("<td rowspan=" + over + ">")
                                .append(shown().get(r).get(c))
                                .append("</td>");
                    }
                }
                html.append("</tr>");
            }
            return html + "</table>";
        }
    }

    @Property
    void whatIsReadOfATableIsWhatItSaysOrItIsTold(@ForAll long seed, @ForAll boolean page) throws IOException {
        Made made = new Made(seed, page);
        LandDefaults defaults = LandDefaults.collectiveLand();
        TableReading<DisclosureRecord> reading = page
                ? reader.readHtml("t.html", made.text(), defaults)
                : reader.readCsv("t.csv", new StringReader(made.text()), defaults);
        Map<String, String> read = new LinkedHashMap<>();
        for (DisclosureRecord each : reading.records()) {
            LandRequisitionProject project =
                    RecordKind.of(LandRequisitionProject.class).as(each);
            assertTrue(project != null, made::text);
            for (Parcel parcel : project.parcels()) {
                Said said = made.truth.get(parcel.location());
                assertTrue(said != null, () -> parcel + " of\n" + made.text());
                Area area = parcel.area();
                assertTrue(
                        area == null || area.value().toPlainString().equals(said.figure()),
                        () -> parcel + " of\n" + made.text());
                assertTrue(area == null || area.unit() == made.unit, made::text);
                assertTrue(
                        read.put(parcel.location(), String.valueOf(area)) == null,
                        () -> parcel + " twice in\n" + made.text());
            }
        }
        Set<String> told = reading.ledger().stream()
                .filter(each -> each.fate() == FieldFate.UNREADABLE || each.fate() == FieldFate.UNMAPPED)
                .map(LedgerEntry::value)
                .collect(Collectors.toSet());
        boolean whole = reading.problems().stream().anyMatch(each -> each.rule().equals("source.table.unrecognized"));
        made.truth.forEach((place, said) -> assertTrue(
                whole
                        || told.contains(said.text())
                        || !read.getOrDefault(place, "null").equals("null"),
                () -> place + " unread and untold in\n" + made.text()));
    }
}
