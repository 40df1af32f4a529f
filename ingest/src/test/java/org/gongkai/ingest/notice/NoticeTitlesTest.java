package org.gongkai.ingest.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Titles of notices tell of which kind their text may be. */
class NoticeTitlesTest {

    private final NoticeTitles titles = NoticeTitles.standard();

    @Test
    void titlesOfNoticesNameTheirKind() {
        assertEquals("assistance-standard", titles.kind("关于提高甲区城乡低保标准的通知"));
        assertEquals("land", titles.kind("甲县人民政府征收土地预公告"));
        assertEquals("decision", titles.kind("《甲区养犬管理办法》公众意见采纳情况"));
        assertEquals("decision", titles.kind("甲区2026年度重大行政决策事项目录"));
    }

    @Test
    void ordinaryDocumentsAreNoNotices() {
        assertNull(titles.kind("关于印发甲区城乡低保工作实施办法的通知"));
        assertNull(titles.kind("关于印发甲区2026年政务公开工作要点的通知"));
        assertNull(titles.kind("关于加快推进土地整治工作的意见"));
    }
}
