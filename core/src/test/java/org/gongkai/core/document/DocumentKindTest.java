package org.gongkai.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gongkai.core.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentKindTest {

    @ParameterizedTest
    @CsvSource({
        "关于印发2023年政务公开工作要点的通知, NOTICE",
        "关于印发《临时救助办法》的通知（试行）, NOTICE",
        "关于印发工作方案的通知【已失效】, NOTICE",
        "关于印发工作方案的通知[失效], NOTICE",
        "关于印发工作方案的通知(2015年修订)[失效], NOTICE",
        "关于印发工作方案的通知（试行（2015年））, NOTICE",
        "关于印发工作方案的通知\u00A0, NOTICE",
        "青岛市人民政府《关于调整收费标准的通知》, NOTICE",
        "青岛市人民政府《关于调整收费标准的通知》[失效], NOTICE",
        "关于转发《关于调整收费标准的决定》, OTHER",
        "关于废止部分规章的决定, DECISION",
        "关于依法治省的决议, RESOLUTION",
        "中华人民共和国国务院令, ORDER",
        "嘉奖命令, ORDER",
        "统计公报, COMMUNIQUE",
        "征地补偿安置方案公告, ANNOUNCEMENT",
        "关于禁止燃放烟花爆竹的通告, PUBLIC_NOTICE",
        "关于加强养老服务的实施意见, OPINION",
        "关于表彰先进集体的通报, CIRCULAR",
        "2023年政府工作报告, REPORT",
        "关于调整行政区划的请示, REQUEST",
        "关于同意设立园区的批复, REPLY",
        "关于提请审议条例的议案, PROPOSAL",
        "关于报送材料的函, LETTER",
        "第三次常务会议纪要, MINUTES",
        "青岛市最低生活保障办法, OTHER",
        "公开发行证券的公司信息披露解释性公告——非经常性损益, OTHER",
        "《关于调整收费标准的通知》政策解读, OTHER",
        "'', OTHER",
        "（）, OTHER"
    })
    void theLastWordOfATitleNamesTheKind(String title, DocumentKind.Name kind) {
        assertEquals(DocumentKind.of(kind), DocumentKind.ofTitle(title));
    }

    @Property(tries = 1000)
    void everyTitleHasAListedKind(@ForAll String title) {
        assertTrue(DocumentKind.ofTitle(title).wellFormed());
    }

    @Test
    void aTitleOfManyBracketsIsReadInReasonableTime() {
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            DocumentKind.ofTitle("（a）".repeat(50_000) + "x");
            DocumentKind.ofTitle("（".repeat(100_000));
            DocumentKind.ofTitle("）".repeat(100_000));
        });
    }

    @Test
    void mostRealTitlesNameAKind() throws IOException {
        Map<DocumentKind.Name, Integer> counts = new EnumMap<>(DocumentKind.Name.class);
        int titles = 0;
        com.fasterxml.jackson.databind.ObjectMapper mapper = new com.fasterxml.jackson.databind.ObjectMapper();
        for (String line : Files.readAllLines(RealData.file("documents.jsonl"))) {
            String title = mapper.readTree(line).path("title").asText();
            titles++;
            counts.merge(DocumentKind.ofTitle(title).name(), 1, Integer::sum);
        }
        int total = titles;
        assertTrue(counts.get(DocumentKind.Name.NOTICE) > 0.4 * total, counts::toString);
        assertTrue(counts.get(DocumentKind.Name.OTHER) < 0.3 * total, counts::toString);
    }
}
