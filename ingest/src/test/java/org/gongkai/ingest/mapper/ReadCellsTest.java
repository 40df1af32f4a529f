package org.gongkai.ingest.mapper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.Mapping;

class ReadCellsTest {

    private final ValueReader values = new ValueReader(Mapping.none());

    @Provide
    Arbitrary<String> cells() {
        Arbitrary<String> usual = Arbitraries.of(
                "",
                "无",
                "NULL",
                "2023-07-21",
                "2023年7月21日",
                "2023-02-30",
                "0000-01-01",
                "45128",
                "鲁政发〔2023〕5号",
                "鲁政发[2023]5号",
                "省政府办公厅、省财政厅",
                "=SUM(A1)",
                "=甲",
                "#N/A",
                "###",
                "<b>通知</b>",
                "主动公开",
                "有效",
                "农业 > 林业");
        return Arbitraries.frequencyOf(
                Tuple.of(4, usual), Tuple.of(1, Arbitraries.strings().ofMaxLength(80)));
    }

    @Property
    void aCellReadAgainSaysWhatItSaidAtFirst(@ForAll("cells") String first, @ForAll("cells") String second) {
        ReadCells cells = new ReadCells(values);
        for (Component component : Component.values()) {
            for (String each : List.of(first, second, first)) {
                assertEquals(values.read(component, each), cells.read(component, each));
            }
        }
    }

    @Property(tries = 5)
    void aColumnOfManyDifferentCellsIsReadToItsEnd(@ForAll("cells") String last) {
        ReadCells cells = new ReadCells(values);
        for (int i = 0; i < 600; i++) {
            assertEquals(values.read(Component.TITLE, "第" + i + "项"), cells.read(Component.TITLE, "第" + i + "项"));
        }
        assertEquals(values.read(Component.TITLE, last), cells.read(Component.TITLE, last));
    }
}
