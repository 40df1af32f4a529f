package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.source.FieldFate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in parts, titles at the head of a text, second blocks of metadata, and pages that are no document. */
class DocumentPartsTest {

    private static final String TEXT = "<div class=TRS_Editor><p>各区县水利局：</p><p>现将抗旱工作的有关事项通知如下，请认真贯彻执行。</p>"
            + "<p>一、加强领导，安排人员。</p><p>东岚市水利局</p><p>2024年2月4日</p></div>";

    @TempDir
    private Path folder;

    private Taken page(String html) {
        return Taken.from(folder, "a.html", html);
    }

    private Taken csv(String text) {
        return Taken.from(folder, "a.csv", text);
    }

    // ---- numbers in parts

    @ParameterizedTest
    @ValueSource(
            strings = {
                "标题,机关代字,年份,序号,发布日期\n关于抗旱的通知,东水发,2024,41,2024-05-06\n",
                "标题,文号,文号,文号,发布日期\n关于抗旱的通知,东水发,〔2024〕,41号,2024-05-06\n",
                "标题,发文字号,,,发布日期\n,代字,年份,顺序号,\n关于抗旱的通知,东水发,2024,41,2024-05-06\n",
                "标题,发文字号,,,发布日期\n关于抗旱的通知,东水发,2024,41,2024-05-06\n",
                "序号,标题,发文代字,发文年号,发文序号,发布日期\n7,关于抗旱的通知,东水发,2024年,第41号,2024-05-06\n",
                "title,dz,nf,xh,fbrq\n关于抗旱的通知,东水发,2024,41,2024-05-06\n",
            })
    void aNumberInSeveralCellsIsJoined(String list) {
        Taken taken = csv(list);
        assertEquals("东水发〔2024〕41号", String.valueOf(taken.document().documentNumber()));
        assertEquals(
                3,
                taken.only().ledger().stream()
                        .filter(each -> each.reasons().contains("joined-parts"))
                        .count());
        assertEquals(List.of(), taken.rules());
    }

    @Test
    void aNumberThatStandsWholeIsNotMadeOfOtherCells() {
        Taken taken = csv("序号,标题,机关代字,年份,发文字号,发布日期\n7,关于抗旱的通知,东水发,2024,东水发〔2024〕41号,2024-05-06\n");
        assertEquals("东水发〔2024〕41号", String.valueOf(taken.document().documentNumber()));
        assertEquals(FieldFate.UNMAPPED, taken.field("年份").fate());
    }

    @Test
    void anAddressIsNoPartOfANumber() {
        Taken taken = csv("title,dz,nf,xh,fbrq\n关于抗旱的通知,东岭区长江路,2024,41,2024-05-06\n");
        assertEquals(null, taken.document().documentNumber());
        assertEquals(FieldFate.UNMAPPED, taken.field("dz").fate());
    }

    // ---- the head of a text

    @Test
    void theTitleAtTheHeadOfATextIsNoLineOfIt() {
        Taken taken = page("<html><body>" + TEXT.replace("<p>各区县水利局", "<p>东岚市水利局</p><p>关于做好抗旱工作的通知</p><p>各区县水利局")
                + "</body></html>");
        assertEquals("东岚市水利局关于做好抗旱工作的通知", taken.document().title());
        assertTrue(
                taken.document().body().text().startsWith("各区县水利局"),
                taken.document().body().text());
    }

    // ---- second blocks

    @Test
    void aSecondLineOfMetadataThatContradictsTheFirstIsTold() {
        Taken taken = page("<html><body><h1>关于做好抗旱工作的通知</h1><div>发文字号：东水发〔2024〕33号　发布日期：2024-02-06　发文机关：东岚市水利局</div>"
                + TEXT + "<div>发文字号：东水发〔2024〕34号　发布日期：2024-02-08　发文机关：东岚市水利局</div></body></html>");
        assertEquals("东水发〔2024〕33号", String.valueOf(taken.document().documentNumber()));
        assertEquals(List.of("source.field.conflict", "source.field.conflict"), taken.rules());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-06", "2024-02-05T20:00:00Z"})
    void aDescriptionForMachinesThatAgreesIsNotTold(String day) {
        assertEquals(List.of(), described(day).rules());
    }

    @Test
    void aDescriptionForMachinesThatContradictsThePageIsTold() {
        Taken taken = described("2022-05-05");
        assertEquals(LocalDate.of(2024, 2, 6), taken.document().publishedOn());
        assertEquals(List.of("source.field.conflict"), taken.rules());
    }

    private Taken described(String day) {
        return page("<html><head><script type='application/ld+json'>{\"datePublished\":\"" + day
                + "\"}</script></head><body><h1>关于做好抗旱工作的通知</h1><table><tr><td>发文字号</td><td>东水发〔2024〕33号</td>"
                + "<td>发布日期</td><td>2024-02-06</td></tr></table>" + TEXT + "</body></html>");
    }

    // ---- pages that are no document

    @Test
    void aPageOfResultsOfASearchIsRejectedThoughItShowsANumber() {
        Taken taken =
                page("<html><head><title>站内搜索</title></head><body><p>共找到 1 条结果，用时 0.02 秒</p><div><h3><a href=1.html>"
                        + "东岚市水利局关于做好抗旱工作的通知</a></h3><p>发布日期：2024-05-06 发文字号：东水发〔2024〕73号</p></div></body></html>");
        assertEquals(List.of(), taken.records);
        assertEquals("source.html.listPage", taken.rejections.get(0).rule());
    }

    @Test
    void aPageThatListsDocumentsInATableGivesEachOfThem() {
        Taken taken = page("<html><body><h1>文件目录</h1><table><tr><th>标题</th><th>发文字号</th><th>发布日期</th></tr>"
                + "<tr><td>关于抗旱的通知</td><td>东水发〔2024〕1号</td><td>2024-05-06</td></tr>"
                + "<tr><td>关于防汛的通知</td><td>东水发〔2024〕2号</td><td>2024-05-07</td></tr></table></body></html>");
        assertEquals(2, taken.records.size());
        assertEquals("东水发〔2024〕2号", String.valueOf(taken.document(1).documentNumber()));
        assertTrue(taken.nobodys.stream().anyMatch(each -> "文件目录".equals(each.value())));
    }

    @Test
    void aLabelledLineThatNobodyKnowsIsToldAsOne() {
        Taken taken = page("<html><body><h1>关于做好抗旱工作的通知</h1><div>承办处室：防汛科</div>" + TEXT + "</body></html>");
        assertEquals(FieldFate.UNMAPPED, taken.field("[页面:文字]").fate());
        assertNull(taken.document().owner());
    }
}
