package org.gongkai.ingest.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.interpretation.InterpretationForm;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyPackage;
import org.gongkai.core.interpretation.PressRelease;
import org.gongkai.core.interpretation.SyncStep;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.table.TableReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListTableTest {

    private static TableReading<DisclosureRecord> read(ListTableReader reader, Map<String, String> defaults, String csv)
            throws IOException {
        return reader.readCsv("a.csv", new StringReader(csv), reader.defaults(defaults));
    }

    @Test
    void aRowIsAnInterpretationOfOneFormAndMayNameTwoDocuments() throws IOException {
        TableReading<DisclosureRecord> reading =
                read(ListTableReader.of("interpretation"), Map.of("publisher", "东岭区人民政府办公室"), """
                序号,解读标题,解读形式,被解读文件,文号,起草单位,发布日期
                1,文字解读：节水办法,文字解读,《东岭区节水办法》《东岭区水价办法》,东政发〔2024〕3号、东政发〔2024〕4号,东岭区水务局,2024年3月6日
                2,一张图看懂节水,图解,东岭区节水办法,东政发〔2024〕3号,东岭区水务局,2024-03-07
                """);
        assertEquals(List.of(), reading.problems());
        PolicyInterpretation first = (PolicyInterpretation) reading.records().get(0);
        assertEquals(2, first.interprets().size());
        assertEquals("《东岭区水价办法》", first.interprets().get(1).title());
        assertEquals("东政发〔2024〕4号", first.interprets().get(1).documentNumber().text());
        assertEquals(LocalDate.of(2024, 3, 6), first.publishedOn());
        assertEquals(Agency.parse("东岭区人民政府办公室"), first.publisher());
        PolicyInterpretation second = (PolicyInterpretation) reading.records().get(1);
        assertEquals(InterpretationForm.Form.PICTURE, second.form().form());
    }

    /** Two numbers and three titles: nothing says which belongs to which. */
    @Test
    void asManyTitlesAsNumbersAreTakenAndOthersAreTold() throws IOException {
        TableReading<DisclosureRecord> reading = read(ListTableReader.of("interpretation"), Map.of(), """
                解读标题,解读形式,文号,被解读文件
                节水,文字解读,东政发〔2024〕3号、东政发〔2024〕4号,《甲》《乙》《丙》
                """);
        assertEquals(
                2,
                ((PolicyInterpretation) reading.records().get(0)).interprets().size());
        LedgerEntry titles = reading.ledger().stream()
                .filter(each -> "被解读文件".equals(each.location().label()))
                .findFirst()
                .orElseThrow();
        assertEquals(FieldFate.UNMAPPED, titles.fate());
    }

    @Test
    void innerPapersAreReadAndShownInNoAccount() throws IOException {
        TableReading<DisclosureRecord> reading = read(ListTableReader.of("interpretation"), Map.of(), """
                解读标题,解读形式,文号,同步组织,同步审签,同步部署,解读提纲
                节水,文字解读,东政发〔2024〕3号,2024-02-01,2024-02-09,,先背景后举措
                """);
        PolicyInterpretation record = (PolicyInterpretation) reading.records().get(0);
        assertEquals(
                List.of(new SyncStep("同步组织", LocalDate.of(2024, 2, 1)), new SyncStep("同步审签", LocalDate.of(2024, 2, 9))),
                record.sync());
        assertEquals("先背景后举措", record.plan().outline());
        String account = reading.ledger().toString();
        assertFalse(account.contains("2024-02") || account.contains("先背景"), account);
        assertTrue(account.contains("/sync/1/doneOn"), account);
    }

    @Test
    void aRowOfABaseIsAnAnswer() throws IOException {
        TableReading<DisclosureRecord> reading = read(ListTableReader.of("policy-answer"), Map.of(), """
                问题,答复,政策依据,政策条款,责任部门,咨询电话,咨询次数
                谁可以申请补贴？,八十岁以上老人。,《东岭区养老补贴办法》,第五条,东岭区民政局,0532-88990000,12次
                """);
        PolicyAnswer answer = (PolicyAnswer) reading.records().get(0);
        assertEquals("第五条", answer.sources().get(0).clause());
        assertEquals(12, answer.askedTimes());
        assertEquals("0532-88990000", answer.consultation().telephone());
    }

    @Test
    void aCellNamesSeveralDocumentsEachWithItsNumberAndClause() throws IOException {
        TableReading<DisclosureRecord> reading = read(ListTableReader.of("policy-answer"), Map.of(), """
                问题,答复,政策依据,责任部门
                谁可以申请补贴？,八十岁以上老人。,《东岭区养老补贴办法》（东政发〔2024〕7号）第五条、《东岭区救助办法》（东政发〔2023〕2号）,东岭区民政局
                怎么申请？,向街道申请。,《东岭区养老补贴办法》第六条,东岭区民政局
                """);
        assertEquals(
                List.of("东岭区养老补贴办法 东政发〔2024〕7号 第五条", "东岭区救助办法 东政发〔2023〕2号 null"),
                sources(reading.records().get(0)));
        assertEquals(List.of("东岭区养老补贴办法 null 第六条"), sources(reading.records().get(1)));
    }

    private static List<String> sources(DisclosureRecord answer) {
        return ((PolicyAnswer) answer)
                .sources().stream()
                        .map(each -> each.title() + " "
                                + (each.documentNumber() == null
                                        ? null
                                        : each.documentNumber().text()) + " " + each.clause())
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({"2024年3月7日上午9时30分,9", "2024年3月7日下午3:30,15", "2024年3月7日 下午15点30分,15"})
    void anHourIsReadWithItsHalfOfTheDay(String hour, int read) throws IOException {
        TableReading<DisclosureRecord> reading =
                read(ListTableReader.of("press-release"), Map.of(), """
                发布会名称,发布形式,发布会时间
                节水发布会,新闻发布会,%s
                """.formatted(hour));
        assertEquals(
                LocalDateTime.of(2024, 3, 7, read, 30),
                ((PressRelease) reading.records().get(0)).heldAt());
    }

    @Test
    void aSpeakerInOneCellIsParted() throws IOException {
        TableReading<DisclosureRecord> reading = read(ListTableReader.of("interpretation"), Map.of(), """
                解读标题,解读形式,文号,解读人
                节水,文字解读,东政发〔2024〕3号,区水务局局长 王甲
                供水,文字解读,东政发〔2024〕4号,王甲（副局长）
                用水,文字解读,东政发〔2024〕5号,王甲
                """);
        assertEquals(
                List.of("王甲 区水务局局长", "王甲 副局长", "王甲 null"),
                reading.records().stream()
                        .map(each -> ((PolicyInterpretation) each).interpreter())
                        .map(each -> each.name() + " " + each.post())
                        .toList());
    }

    @Test
    void anHourThatIsNoneIsToldAndNotRead() throws IOException {
        TableReading<DisclosureRecord> reading = read(ListTableReader.of("press-release"), Map.of(), """
                发布会名称,发布形式,召开日期,举行时间,发布人职务
                节水发布会,新闻发布会,2024-03-07,2024年3月7日9点30分,水务局局长
                用水吹风会,政策吹风会,2024-03-08,上午,水务局局长
                """);
        PressRelease release = (PressRelease) reading.records().get(0);
        assertEquals(LocalDateTime.of(2024, 3, 7, 9, 30), release.heldAt());
        assertEquals("水务局局长", release.speakers().get(0).post());
        assertEquals("source.field.unreadable", reading.problems().get(0).rule());
        assertEquals(FieldFate.UNREADABLE, reading.ledger().get(8).fate());
    }

    @Test
    void theRowsOfOneNameAreOnePackage() throws IOException {
        TableReading<DisclosureRecord> reading =
                read(ListTableReader.of("policy-package"), Map.of("owner", "东岭区工业和信息化局"), """
                政策包名称,面向对象,政策名称,文号,优惠内容,申请条件,截止日期
                小微企业政策包,小微企业,稳岗补贴办法,东人社〔2024〕1号,每人500元,在本区参保,2025-12-31
                ,,技改奖励办法,东工信〔2024〕2号,最高50万元,投资500万元以上,
                人才政策包,高校毕业生,住房补贴办法,东住建〔2024〕3号,每月800元,毕业三年内,
                """);
        assertEquals(2, reading.records().size());
        PolicyPackage first = (PolicyPackage) reading.records().get(0);
        assertEquals(2, first.items().size());
        assertEquals("投资500万元以上", first.items().get(1).conditions());
        assertEquals(LocalDate.of(2025, 12, 31), first.items().get(0).deadline());
        assertEquals(List.of(3), reading.lines().get(0).moreRows());
        assertTrue(
                reading.ledger().stream().anyMatch(each -> "/items/1/conditions".equals(each.target())),
                reading.ledger().toString());
    }

    @Test
    void aTableOfDocumentsIsNoneOfInterpretations() throws IOException {
        TableReading<DisclosureRecord> reading =
                read(ListTableReader.of("interpretation"), Map.of(), "标题,索引号,发布日期\n关于放假的通知,1/2024-1,2024-01-01\n");
        assertEquals("source.table.unrecognized", reading.problems().get(0).rule());
    }

    @Test
    void aDefaultThatIsNoneIsRefused() {
        ListTableReader reader = ListTableReader.of("press-release");
        assertThrows(IllegalArgumentException.class, () -> reader.defaults(Map.of("colour", "red")));
        assertThrows(IllegalArgumentException.class, () -> reader.defaults(Map.of("heldOn", "昨天")));
        assertThrows(
                IllegalArgumentException.class,
                () -> ListTableReader.of("interpretation").defaults(Map.of("plan", "x")));
    }
}
