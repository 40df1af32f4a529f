package org.gongkai.ingest.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gongkai.ingest.office.OfficeText.Aside;
import org.gongkai.ingest.office.OfficeText.Cell;
import org.gongkai.ingest.office.OfficeText.Paragraph;
import org.gongkai.ingest.office.OfficeText.Part;
import org.gongkai.ingest.office.OfficeText.Table;
import org.junit.jupiter.api.Test;

/** What places on a page mean. */
class PagedTextTest {

    private static final double SIZE = 10;

    private final PagedText text = new PagedText();
    private PageLayout page = new PageLayout(1, 595, 842);
    private int number = 1;

    private void next() {
        text.add(page);
        page = new PageLayout(++number, 595, 842);
    }

    private void write(String words, double x, double y) {
        for (int i = 0; i < words.length(); i++) {
            page.glyph(new Glyph(words.substring(i, i + 1), x + i * SIZE, y, SIZE, SIZE));
        }
    }

    private void box(double left, double top, double right, double bottom) {
        page.rectangle(left, top, right, bottom, true);
    }

    private OfficeText read() {
        text.add(page);
        return text.text(0, List.of());
    }

    private static List<String> shown(OfficeText text) {
        List<String> shown = new ArrayList<>();
        for (Part each : text.parts()) {
            if (each instanceof Paragraph paragraph) {
                shown.add(paragraph.text());
            } else if (each instanceof Table table) {
                table.rows()
                        .forEach(row -> shown.add(String.join(
                                "|", row.stream().map(PagedTextTest::shown).toList())));
            } else if (each instanceof Aside aside) {
                shown.add("(" + aside.text() + ")");
            }
        }
        return shown;
    }

    private static String shown(Cell cell) {
        return ((Paragraph) cell.parts().get(0)).text()
                + (cell.rowSpan() > 1 ? "↓" + cell.rowSpan() : "")
                + (cell.columnSpan() > 1 ? "→" + cell.columnSpan() : "");
    }

    @Test
    void aLineThatFillsTheWidthGoesOnInTheNext() {
        write("　　" + "各有关单位要认真落实各项工作并于年底前将有关情况及时如实全面客观报送给市", 100, 100);
        write("政府办公室。", 100, 120);
        write("　　二、其他事项。", 100, 140);
        assertEquals(List.of("各有关单位要认真落实各项工作并于年底前将有关情况及时如实全面客观报送给市政府办公室。", "二、其他事项。"), shown(read()));
    }

    /** The end of a number looks like that of an item. */
    @Test
    void aNumberThatIsCutInTwoIsOne() {
        write("　　" + "农村居民最低生活保障标准每人每年甲区五八五八、乙市东西区合计为人民币573", 100, 100);
        write("8、丙县5678。", 100, 120);
        assertEquals(1, read().parts().size());
        PagedTextTest other = new PagedTextTest();
        other.write("　　" + "农村居民最低生活保障标准每人每年甲区五八五八、乙市东西区合计为人民币57。", 100, 100);
        other.write("8、丙县5678。", 100, 120);
        assertEquals(2, other.read().parts().size());
    }

    @Test
    void shortLinesThatFillNothingAreParagraphsOfTheirOwn() {
        write("一、社会救助标准（单位：元）", 100, 100);
        write("城市低保为七百八十元", 100, 120);
        write("农村低保六百元", 100, 140);
        assertEquals(3, read().parts().size());
    }

    @Test
    void signsPrintedTwiceForBoldTypeAreOne() {
        write("公告", 100, 100);
        write("公告", 100.5, 100);
        assertEquals(List.of("公告"), shown(read()));
    }

    @Test
    void columnsWithoutRulesMakeATableOnlyWhereEachLineHasAsManyPieces() {
        String[][] rows = {{"类别", "城市", "农村"}, {"低保", "1030", "860"}, {"特困", "1545", "1290"}};
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < 3; c++) {
                write(rows[r][c], 100 + c * 120, 100 + r * 20);
            }
        }
        assertEquals(List.of("类别|城市|农村", "低保|1030|860", "特困|1545|1290"), shown(read()));
    }

    @Test
    void columnsThatDoNotStandForCertainStayTextAndAreTold() {
        write("低保", 100, 100);
        write("1030", 300, 100);
        write("特困", 100, 120);
        write("1545", 220, 120);
        write("1290", 340, 120);
        write("孤儿", 100, 140);
        write("1800", 260, 140);
        OfficeText read = read();
        assertTrue(read.parts().stream().allMatch(Paragraph.class::isInstance), read.toString());
        assertEquals("source.table.unclear", read.remarks().get(0).rule());
        assertEquals("低保 1030", read.remarks().get(0).value());
    }

    @Test
    void linesOfLabelsAndValuesAreNoTable() {
        for (int i = 0; i < 4; i++) {
            write("联系人：某某", 100, 100 + i * 20);
            write("电话：123", 300, 100 + i * 20);
        }
        assertTrue(read().parts().stream().allMatch(Paragraph.class::isInstance));
    }

    @Test
    void cellsWithoutALineBetweenThemAreOne() {
        box(100, 100, 300, 180);
        page.line(100, 120, 300, 120);
        page.line(100, 140, 300, 140);
        page.line(100, 160, 300, 160);
        page.line(200, 120, 200, 180);
        write("标准", 180, 115);
        write("城市", 110, 135);
        write("农村", 210, 135);
        write("1030", 110, 155);
        write("860", 210, 155);
        assertEquals(List.of("标准→2", "城市|农村", "1030|860", "|"), shown(read()));
    }

    @Test
    void thinFilledRectanglesAreLines() {
        for (int i = 0; i < 3; i++) {
            page.rectangle(100, 100 + i * 20, 300, 100.7 + i * 20, false);
            page.rectangle(100 + i * 100, 100, 100.7 + i * 100, 140, false);
        }
        write("甲", 110, 115);
        write("乙", 210, 115);
        write("丙", 110, 135);
        write("丁", 210, 135);
        assertEquals(List.of("甲|乙", "丙|丁"), shown(read()));
    }

    @Test
    void aFrameAroundATextIsNoTable() {
        box(90, 80, 500, 300);
        write("公告内容如下。", 100, 100);
        assertEquals(List.of("公告内容如下。"), shown(read()));
    }

    @Test
    void aTableGoesOnOverPagesWhereItsColumnsDo() {
        for (int i = 0; i < 2; i++) {
            double top = i == 0 ? 700 : 80;
            box(100, top, 300, top + 40);
            page.line(100, top + 20, 300, top + 20);
            page.line(200, top, 200, top + 40);
            write("类" + i, 110, top + 15);
            write("1" + i, 210, top + 15);
            write("级" + i, 110, top + 35);
            write("2" + i, 210, top + 35);
            write("-" + (i + 1) + "-", 290, 820);
            if (i == 0) {
                next();
            }
        }
        OfficeText read = read();
        assertEquals(1, read.parts().stream().filter(Table.class::isInstance).count());
        assertTrue(shown(read).contains("级1|21"), shown(read).toString());
        assertTrue(shown(read).contains("(-1-)"), shown(read).toString());
    }

    @Test
    void whatStandsOnEveryPageIsBesideTheText() {
        for (int i = 0; i < 4; i++) {
            write("东岚市人民政府公报", 200, 40);
            write("第" + (char) ('甲' + i) + "项工作按计划推进。", 100, 400);
            if (i < 3) {
                next();
            }
        }
        assertEquals(4, read().parts().stream().filter(Aside.class::isInstance).count());
    }

    /** Whatever stands where, every sign is in a paragraph, a cell or beside the text. */
    @Property(tries = 200)
    void noSignIsLost(@ForAll @Size(max = 60) List<@IntRange(max = 599) Integer> places) {
        // An instance serves all tries.
        PagedTextTest fresh = new PagedTextTest();
        int written = 0;
        for (int i = 0; i + 1 < places.size(); i += 2) {
            fresh.page.glyph(new Glyph("字", places.get(i), 20 + places.get(i + 1), SIZE, SIZE));
            fresh.page.line(places.get(i), places.get(i + 1), places.get(i) + 100.0, places.get(i + 1));
            fresh.page.line(places.get(i), places.get(i + 1), places.get(i), places.get(i + 1) + 100.0);
            written++;
        }
        long read = String.join("", fresh.read().lines())
                .chars()
                .filter(each -> each == '字')
                .count();
        long twice = 0;
        for (int i = 0; i + 1 < places.size(); i += 2) {
            for (int j = i + 2; j + 1 < places.size(); j += 2) {
                twice += Math.abs(places.get(i) - places.get(j)) < SIZE
                                && Math.abs(places.get(i + 1) - places.get(j + 1)) < SIZE
                        ? 1
                        : 0;
            }
        }
        assertTrue(read <= written && read >= written - twice, read + " of " + written + ", near " + twice);
    }
}
