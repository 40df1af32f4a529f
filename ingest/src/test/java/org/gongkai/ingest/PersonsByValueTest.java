package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.gongkai.ingest.source.RawForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of persons of which nobody says that they are such: their values tell. */
class PersonsByValueTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "a.csv # 26001,周文远,370202199001011237,低保公示~26002,孙立群,,补偿方案~26003,慕容雪,,救助名单",
                "b.csv # 周文远,0532-88880001,低保公示~孙立群,,补偿方案",
                "c.csv # 时间,主题,姓名,电话~2026-03-05,公示,周文远,13800001234~2026-03-06,批文,孙立群,",
                "d.tsv # 周文远\t13800001234\t公示~孙立群\t13800001235\t批文",
                "e.json # [{'xm':'周文远','dh':'13800001234'},{'xm':'孙立群','dh':''}]",
                "f.html # <table><tr><td>周文远</td><td>13800001234</td></tr>~<tr><td>孙立群</td><td></td></tr></table>",
                "g.xls # <table><tr><td>周文远</td><td>13800001234</td></tr>~<tr><td>孙立群</td><td></td></tr></table>"
            })
    void noCopyIsMadeAndNoRowIsTold(String file, String text) {
        Taken taken = Taken.from(folder, file, text.replace('~', '\n').replace('\'', '"'));
        assertEquals(0, taken.records.size());
        assertFalse(taken.rejections.isEmpty(), "it is told all the same");
        String kept = taken.rejected + " " + taken.rejections + " " + taken.nobodys;
        assertFalse(kept.contains("孙立群") || kept.contains("周文远") || kept.contains("慕容雪"), kept);
        assertTrue(taken.rejected.stream().noneMatch(RawForm.WholeFile.class::isInstance));
    }

    @Test
    void aListOfDocumentsStaysOneThoughItNamesWhomToAsk() {
        Taken taken = Taken.from(folder, "list.csv", """
                标题,发文字号,成文日期,联系人,联系电话
                关于节水的通知,东水发〔2026〕3号,2026-03-05,周文远,0532-88880001
                关于防汛的通知,东水发〔2026〕4号,2026-03-06,孙立群,0532-88880002
                """);
        assertEquals(2, taken.records.size());
    }

    @Test
    void aFileWithoutPersonsIsKeptAsItStands() {
        Taken taken = Taken.from(folder, "budget.csv", "项目,预算,执行率\n道路,1200万元,91%\n供水,800万元,97%\n");
        assertTrue(taken.rejected.get(0) instanceof RawForm.WholeFile);
    }
}
