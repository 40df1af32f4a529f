package org.gongkai.ingest.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.request.RequestOutcome.Outcome;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTableReaderTest {

    private static final List<String> PRIVATE =
            List.of("赵铁山", "110105194912310028", "13800138000", "东岭路1号", "办理房产", "某某公司", "李四", "生活需要");

    private final RequestTableReader reader = RequestTableReader.standard();

    private TableReading<DisclosureRequest> read(String csv) throws IOException {
        return reader.readCsv("register.csv", new StringReader(csv), reader.defaults(Map.of("body", "东岭区水务局")));
    }

    /** All that a reading hands on, as text. */
    private static String all(TableReading<DisclosureRequest> reading) {
        return Stream.of(reading.records(), reading.ledger(), reading.problems())
                .map(Object::toString)
                .reduce("", String::concat);
    }

    private static FieldFate fate(TableReading<?> reading, String label) {
        return reading.ledger().stream()
                .filter(each -> label.equals(each.location().label()))
                .map(LedgerEntry::fate)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRowIsACaseAndItsPrivateCellsAreNamedAndNotShown() throws IOException {
        TableReading<DisclosureRequest> reading = read("""
                登记编号,申请人,证件号码,联系电话,联系地址,用途,申请人类型,信息名称,申请方式,申请日期,收到日期,答复类型,答复日期,答复书文号,备用栏
                〔2025〕第001号,赵铁山,110105194912310028,13800138000,东岭路1号,办理房产,自然人,河道整治验收报告,当面,2025-03-03,2025年3月3日,予以公开,2025/3/20,东水公复〔2025〕1号,李四
                """);
        assertEquals(1, reading.records().size());
        DisclosureRequest request = reading.records().get(0);
        assertEquals("〔2025〕第001号", request.caseNumber());
        assertEquals("东岭区水务局", String.valueOf(request.body()));
        assertEquals(LocalDate.of(2025, 3, 3), request.receivedOn());
        assertEquals(Outcome.GRANTED, request.ended());
        assertEquals(DocumentNumber.parse("东水公复〔2025〕1号"), request.replyNumber());
        PRIVATE.forEach(each -> assertFalse(all(reading).contains(each), each));
        assertEquals(FieldFate.IGNORED, fate(reading, "申请人"));
        assertEquals(FieldFate.IGNORED, fate(reading, "联系电话"));
        assertEquals(FieldFate.UNMAPPED, fate(reading, "备用栏"));
        assertEquals(FieldFate.REPAIRED, fate(reading, "收到日期"));
        // Fifteen cells and the body.
        assertEquals(16, reading.ledger().size());
    }

    @Test
    void numbersOfPersonsInATextThatMayLeaveAreMasked() throws IOException {
        TableReading<DisclosureRequest> reading = read("""
                登记编号,信息名称,收到日期,答复类型,答复理由
                1,关于110105194912310028的档案,2025-03-03,信息不存在,已电话13800138000告知
                """);
        PRIVATE.forEach(each -> assertFalse(all(reading).contains(each), each));
        assertEquals(FieldFate.REPAIRED, fate(reading, "信息名称"));
    }

    /** 赵铁山 applies, 李四 acts for him; both are named in what they ask for, and a neighbour beside his number. */
    @Test
    void namesOfPersonsInATextThatMayLeaveAreMasked() throws IOException {
        TableReading<DisclosureRequest> reading = read("""
                登记编号,申请人,代理人,用途,信息名称,内容描述,收到日期,答复类型,答复理由
                1,赵铁山,李四,规划,赵铁山（东岭路）的规划,我邻居张小明（身份证110105194912310028）的审批材料,2025-03-03,信息不存在,李四未提供赵铁山的委托
                2,某某公司,,,某某公司环评批复,,2025-03-03,,
                """);
        assertEquals("**（东岭路）的规划", reading.records().get(0).description().title());
        assertEquals("**未提供**的委托", reading.records().get(0).reason());
        assertEquals("**环评批复", reading.records().get(1).description().title());
        for (String each : List.of("赵铁山", "李四", "张小明", "小明", "110105194912310028", "某某公司")) {
            assertFalse(all(reading).contains(each), each);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"赵铁山、孙立群", "赵铁山等3人", "赵铁山（男）", "赵铁山 13800001234", "赵铁山/男/42岁", "孙立群和赵铁山", "赵铁山律师"})
    void eachNameOfACellThatSaysMoreIsMaskedInTheTextsOfItsRow(String applicant) throws IOException {
        TableReading<DisclosureRequest> reading = read("""
                登记编号,申请人,信息名称,收到日期,答复类型
                1,%s,赵铁山的规划,2025-03-03,信息不存在
                """.formatted(applicant));
        assertEquals("**的规划", reading.records().get(0).description().title());
        assertFalse(all(reading).contains("赵铁山"), all(reading));
    }

    @ParameterizedTest
    @CsvSource({
        "赵铁山,赵铁山户的补偿协议,**户的补偿协议",
        "赵铁山,赵　铁山户的补偿协议,**户的补偿协议",
        "赵铁山、闵小红,闵小红户的补偿协议,**户的补偿协议",
        "闵小红,闵小红户的补偿协议,**户的补偿协议",
        "买买提·吐尔逊,买买提·吐尔逊的宅基地,**的宅基地",
        "东岭县宏发建材有限公司,东岭县宏发建材有限公司的用地批复,**的用地批复",
        // The name of the body of the register is no person's, though a person of that name applied.
        "买买提·吐尔逊,吐尔逊家的宅基地,**家的宅基地",
        // What stands behind a name is no name.
        "赵铁山,赵铁山的许可和金额,**的许可和金额",
        "赵铁山、孙立群,赵铁山孙立群的方案,**的方案",
        "高新,高新区水务局的采购合同,高新区水务局的采购合同",
        "高新,高新的宅基地和高新区水务局的批复,**的宅基地和高新区水务局的批复",
        // Words that stand instead of names.
        "市民,市民中心的规划,市民中心的规划",
        "个人,个人住房的补贴,个人住房的补贴",
        "匿名,匿名举报的处理,匿名举报的处理"
    })
    void namesOfOneRowAreMaskedInTheTextsOfAllOthers(String applicant, String title, String shown) throws IOException {
        TableReading<DisclosureRequest> reading = read("""
                登记编号,受理机关,申请人,信息名称,收到日期,答复类型,答复理由
                1,高新区水务局,周甲,%s,2025-03-03,信息不存在,%s
                2,高新区水务局,%s,汛期值班表,2025-03-04,予以公开,
                """.formatted(title, title, applicant));
        assertEquals(shown, reading.records().get(0).description().title());
        assertEquals(shown, reading.records().get(0).reason());
        assertTrue(shown.equals(title) || !all(reading).contains(title), all(reading));
    }

    @Test
    void anAgentOfOneRowIsMaskedInOthersButAWordOfAnotherPrivateCellIsNot() throws IOException {
        TableReading<DisclosureRequest> reading = read("""
                登记编号,申请人,代理人,用途,信息名称,收到日期,答复类型
                1,周甲,,,孙立群与高新区的任务书,2025-03-03,信息不存在
                2,周乙,孙立群,高新、任务,汛期值班表,2025-03-04,予以公开
                """);
        assertEquals("**与高新区的任务书", reading.records().get(0).description().title());
    }

    @ParameterizedTest
    @CsvSource({
        "当面/邮寄,当面/邮寄",
        "12345热线转办,12345热线转办",
        "东岭路3号,***",
        "周丙,***",
        "周乙当面提交,***",
        "闵小红,***",
        "13800001234电话,***"
    })
    void aChannelThatNoListHasIsShownWhereItIsNothingElse(String said, String shown) throws IOException {
        DisclosureRequest read = read("""
                登记编号,申请人,申请方式,信息名称,收到日期,答复类型
                1,周乙,%s,规划图,2025-03-03,信息不存在
                """.formatted(said)).records().get(0);
        assertEquals(shown, read.channel().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "登记编号,申请人信息,,答复情况,,补正情况,\n,姓名,类型,类型,日期,告知日期,收到日期\n",
                "登记编号,申请人基本情况,,答复,,补正,\n,姓名,类别,结果,日期,告知日期,收到日期\n",
                "登记编号,申请人信息-姓名,申请人信息-类型,答复情况-类型,答复情况-日期,补正情况-告知日期,补正情况-收到日期\n",
                "登记编号,申请人信息（姓名）,申请人信息（类型）,答复情况（类型）,答复情况（日期）,补正情况（告知日期）,补正情况（收到日期）\n"
            })
    void aLabelIsReadWithWhatTheGroupOverItIsAbout(String head) throws IOException {
        TableReading<DisclosureRequest> reading =
                read(head + "1,赵铁山,自然人,信息不存在,2025-03-10,2025-03-04,2025-03-06\n2,孙立群,公民,予以公开,2025-03-10,,\n");
        DisclosureRequest read = reading.records().get(0);
        assertEquals("自然人", read.applicantType().text());
        assertEquals(Outcome.NOT_EXISTING, read.ended());
        assertEquals(LocalDate.of(2025, 3, 10), read.repliedOn());
        assertEquals(LocalDate.of(2025, 3, 4), read.corrections().get(0).askedOn());
        assertEquals(LocalDate.of(2025, 3, 6), read.corrections().get(0).receivedOn());
        assertFalse(all(reading).contains("赵铁山"), all(reading));
    }

    @Test
    void aLabelThatIsATermOfAListTooIsALabel() throws IOException {
        DisclosureRequest read = read("""
                登记编号,申请人,电子邮箱,申请方式,收到日期,答复类型
                1,周乙,a@b.cn,邮箱,2025-03-03,信息不存在
                """).records().get(0);
        assertEquals("邮箱", read.channel().text());
        assertTrue(read.channel().wellFormed());
    }

    @Test
    void whatARegisterHasNoColumnForIsNotAsked() throws IOException {
        var notAsked = read("""
                登记编号,申请人类型,信息名称,收到日期,延期天数,答复类型,答复日期
                1,自然人,规划图,2025-03-03,,信息不存在,2025-03-10
                """).notAsked();
        assertTrue(
                notAsked.containsAll(List.of("/reason", "/basis", "/extension/toldOn", "/remedy", "/consultations")));
        // An extension is asked for by one of its columns; what each application has to have is asked for always.
        assertFalse(notAsked.contains("/extension"));
        assertTrue(
                notAsked.stream().noneMatch(List.of("/applicantType", "/body", "/receivedOn", "/repliedOn")::contains));
    }

    /** Forms join what they ask for in one label, and say what may stay blank. */
    @ParameterizedTest
    @ValueSource(strings = {"申请人姓名/单位", "申请人姓名（必填）", "公民姓名及签名", "申请人信息", "经办人姓名", "收件人姓名、住址"})
    void aNameUnderALabelThatJoinsSeveralIsMaskedInTheTextsOfItsRow(String label) throws IOException {
        TableReading<DisclosureRequest> reading = read("""
                登记编号,%s,微信/QQ,通讯地址,信息名称,收到日期,答复类型
                1,赵铁山,wx-4711,河滨街7号,赵铁山的规划,2025-03-03,信息不存在
                """.formatted(label));
        assertEquals("**的规划", reading.records().get(0).description().title());
        for (String each : List.of("赵铁山", "wx-4711", "河滨街")) {
            assertFalse(all(reading).contains(each), each);
        }
        assertTrue(
                reading.ledger().stream().noneMatch(each -> each.fate() == FieldFate.UNMAPPED),
                reading.ledger().toString());
    }

    @Test
    void aRegisterWithItsUsualColumnsIsReadWhole() throws IOException {
        TableReading<DisclosureRequest> reading = read("""
                序号,登记编号,收件时间,申请人类型,所需政府信息,办理单位,承办科室,是否延期,延期告知日期,补正通知日期,补正收到日期,是否征求第三方意见,征求第三方意见日期,收费通知,收费金额,计费数量,答复方式,答复文号,答复日期,办理结果,备注
                1,001,2025-03-03,自然人,规划,规划科,办公室,否,/,无,—,否,,无,,,邮寄,东水公复〔2025〕1号,2025-03-20,予以公开,
                2,002,2025-03-04,企业,台账,规划科,办公室,是,2025-03-28,2025-03-06,2025-03-12,是,2025-03-13,2025-03-15,"￥1,380元",共 68 页,部分公开,东水公复〔2025〕2号,2025-04-10,,
                """);
        assertTrue(reading.problems().isEmpty(), reading.problems().toString());
        assertTrue(
                reading.ledger().stream().noneMatch(each -> each.fate() == FieldFate.UNMAPPED),
                reading.ledger().toString());
        DisclosureRequest first = reading.records().get(0);
        assertEquals(Outcome.GRANTED, first.ended());
        assertTrue(first.corrections().isEmpty() && first.consultations().isEmpty());
        assertTrue(first.extension() == null && first.fee() == null);
        DisclosureRequest second = reading.records().get(1);
        assertEquals(Outcome.PARTLY_GRANTED, second.ended());
        assertEquals(LocalDate.of(2025, 3, 6), second.corrections().get(0).askedOn());
        assertEquals(LocalDate.of(2025, 3, 13), second.consultations().get(0).sentOn());
        assertEquals(LocalDate.of(2025, 3, 28), second.extension().toldOn());
        assertEquals("1380", String.valueOf(second.fee().amount()));
        assertEquals(68, second.fee().count());
    }

    /** That there was a step is kept, whether or not anybody says when. */
    @Test
    void aStepWithoutItsDaysIsKept() throws IOException {
        DisclosureRequest request = read("""
                登记编号,信息名称,收到日期,是否补正,是否征求意见,是否延期
                1,规划,2025-03-03,是,是,是
                """).records().get(0);
        assertEquals(1, request.corrections().size());
        assertEquals(1, request.consultations().size());
        assertTrue(request.extension() != null);
    }

    @Test
    void aNameThatSlippedIntoAClosedListIsNotShown() throws IOException {
        TableReading<DisclosureRequest> reading = read("""
                登记编号,申请人类型,申请方式,信息名称,收到日期,答复日期
                1,赵铁山,李四,规划,2025-03-03,
                2,自然人,互联网,规划,赵铁山,
                """);
        PRIVATE.forEach(each -> assertFalse(all(reading).contains(each), each));
        assertEquals(1, reading.problems().size());
        assertEquals("source.field.unreadable", reading.problems().get(0).rule());
    }

    @Test
    void titlesAboveAndRemarksBelowAreNotShown() throws IOException {
        TableReading<DisclosureRequest> reading = read("""
                登记人：赵铁山,,,
                登记编号,信息名称,收到日期,答复类型
                1,规划,2025-03-03,予以公开
                备注：李四代办,,,
                """);
        PRIVATE.forEach(each -> assertFalse(all(reading).contains(each), each));
        assertEquals(1, reading.records().size());
    }

    @Test
    void ofAnEarlierCaseAndOfTheArchiveNothingIsKeptButThatTheyAreThere() throws IOException {
        TableReading<DisclosureRequest> reading = read("""
                登记编号,信息名称,收到日期,答复类型,前次申请编号,归档号
                5,规划,2025-03-03,重复申请,〔2024〕第777号,D-888
                6,规划,2025-03-03,重复申请,,
                """);
        assertEquals(true, reading.records().get(0).earlierNamed());
        assertEquals(true, reading.records().get(0).archived());
        assertEquals(null, reading.records().get(1).earlierNamed());
        assertFalse(all(reading).contains("777") || all(reading).contains("888"));
    }

    @Test
    void correctionConsultationExtensionFeeAndDisputeAreRead() throws IOException {
        DisclosureRequest request = read("""
                登记编号,信息名称,收到日期,补正告知日期,补正收到日期,征求意见对象,第三方收到日期,第三方答复日期,延期工作日数,延期批准人职务,延期告知日期,计收方式,计费数量,收费金额（元）,收费通知日期,缴费日期,答复类型,争议类型,审理结果
                1,规划,2025-03-03,2025-03-05,2025-03-10,第三方,2025-03-11,2025-03-14,10个工作日,主任,2025-03-20,按量,68页,380元,2025-03-12,2025-03-13,部分公开,行政复议,结果维持
                """).records().get(0);
        assertEquals(LocalDate.of(2025, 3, 10), request.corrections().get(0).receivedOn());
        assertEquals(LocalDate.of(2025, 3, 14), request.consultations().get(0).answeredOn());
        assertEquals(10, request.extension().days());
        assertEquals(68, request.fee().count());
        assertEquals(1, request.disputes().size());
    }

    @Test
    void anotherTableIsNoRegister() throws IOException {
        TableReading<DisclosureRequest> reading = read("类别,标准\n城市低保,1000\n");
        assertTrue(reading.records().isEmpty());
        assertEquals("source.table.unrecognized", reading.problems().get(0).rule());
        assertTrue(reader.confidential());
    }

    @Test
    void aHeaderOfTheUsersOwnComesFirst() throws IOException {
        RequestTableReader own = reader.withHeaders(Map.of("流水", "caseNumber"));
        TableReading<DisclosureRequest> reading =
                own.readCsv("r.csv", new StringReader("流水,信息名称,收到日期\n7,规划,2025-03-03\n"), own.defaults(Map.of()));
        assertEquals("7", reading.records().get(0).caseNumber());
    }

    private static final String STEPS =
            "登记编号,申请人,申请人类型,信息名称,收到日期,补正告知日期,补正收到日期,征求意见对象,第三方收到日期,第三方答复日期,延期工作日数,延期告知日期,答复类型,答复日期\n";

    @Test
    void aLineForEachStepMakesOneCase() throws IOException {
        TableReading<DisclosureRequest> reading = read(STEPS + """
                〔2025〕第001号,赵铁山,自然人,河道规划,2025-09-22,,,,,,,,办理中,
                〔2025〕第001号,,,,,2025-09-26,,,,,,,,
                〔2025〕第002号,李四,自然人,防汛方案,2025-09-22,,,,,,,,予以公开,2025-09-30
                〔2025〕第001号,,,,,,2025-10-10,,,,,,,
                〔2025〕第001号,,,,,,,第三方,2025-10-15,2025-10-20,,,,
                〔2025〕第001号,,,,,,,第三方,2025-10-15,2025-10-22,,,,
                〔2025〕第001号,,,,,,,,,,10,2025-10-30,,
                〔2025〕第001号,,,,,,,,,,,,部分公开,2025-11-20
                """);
        assertEquals(2, reading.records().size());
        DisclosureRequest request = reading.records().get(0);
        assertEquals(1, request.corrections().size());
        assertEquals(LocalDate.of(2025, 10, 10), request.corrections().get(0).receivedOn());
        assertEquals(2, request.consultations().size());
        assertEquals(LocalDate.of(2025, 10, 22), request.consultations().get(1).answeredOn());
        assertEquals(10, request.extension().days());
        assertEquals(Outcome.PARTLY_GRANTED, request.ended());
        assertEquals(List.of(3, 5, 6, 7, 8, 9), reading.lines().get(0).moreRows());
        // Each cell stands where its value went; that the case was open holds no longer.
        assertEquals(8 * 14 + 2, reading.ledger().size());
        assertTrue(reading.ledger().stream()
                .anyMatch(each ->
                        "/consultations/1/answeredOn".equals(each.target()) && "2025-10-22".equals(each.value())));
        assertTrue(reading.ledger().stream()
                .anyMatch(each -> each.reasons().contains("other-value-taken") && "办理中".equals(each.value())));
        PRIVATE.forEach(each -> assertFalse(all(reading).contains(each), each));
    }

    @Test
    void aStepWhoseNumberStandsInTheRowAboveAloneGoesOnFromThere() throws IOException {
        TableReading<DisclosureRequest> reading = read(STEPS + """
                〔2025〕第001号,赵铁山,自然人,河道规划,2025-09-22,,,,,,,,,
                ,,,,,2025-09-26,2025-10-10,,,,,,,
                ,,,,,,,,,,,,予以公开,2025-10-20
                ,,,,,,,,,,,,予以公开,2025-10-21
                """);
        assertEquals(2, reading.records().size());
        assertEquals(LocalDate.of(2025, 10, 20), reading.records().get(0).repliedOn());
        assertEquals(
                2,
                reading.ledger().stream()
                        .filter(each -> each.reasons().contains("from-row-above"))
                        .count());
        // What the case has otherwise is none of it.
        assertEquals(null, reading.records().get(1).caseNumber());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // another applicant, another day of receipt, another answer, another title, the whole again
                "〔2025〕第001号,李四,自然人,河道规划,2025-09-22,2025-09-26,,,,,,,,",
                "〔2025〕第001号,,,,2025-09-23,2025-09-26,,,,,,,,",
                "〔2025〕第001号,,,,,,,,,,,,信息不存在,2025-09-30",
                "〔2025〕第001号,,,防汛方案,,2025-09-26,,,,,,,,",
                "〔2025〕第001号,赵铁山,自然人,河道规划,2025-09-22,,,,,,,,予以公开,2025-09-30"
            })
    void whatContradictsACaseOrSaysItAgainIsAnotherOne(String row) throws IOException {
        TableReading<DisclosureRequest> reading =
                read(STEPS + "〔2025〕第001号,赵铁山,自然人,河道规划,2025-09-22,,,,,,,,予以公开,2025-09-30\n" + row + "\n");
        assertEquals(2, reading.records().size());
    }

    @Test
    void aRowForEachStepAndItsDayMakesOneCase() throws IOException {
        TableReading<DisclosureRequest> reading = read("""
                登记编号,申请人,办理环节,办理日期,办理内容,经办人
                〔2025〕第001号,赵铁山,1.收到申请,2025-03-03,河道规划,李四
                〔2025〕第001号,赵铁山,补正告知,2025-03-05,请写明年度,李四
                〔2025〕第001号,赵铁山,收到补正,2025-03-10,,李四
                〔2025〕第001号,赵铁山,审核,2025-03-12,,李四
                〔2025〕第002号,某某公司,收到申请,2025-03-06,台账,李四
                〔2025〕第001号,赵铁山,答复（部分公开）,2025-04-02,,李四
                〔2025〕第001号,赵铁山,送达,2025-04-03,,李四
                〔2025〕第002号,某某公司,答复,2025-03-20,予以公开,李四
                """);
        assertTrue(reading.problems().isEmpty(), reading.problems().toString());
        assertEquals(2, reading.records().size());
        DisclosureRequest request = reading.records().get(0);
        assertEquals(LocalDate.of(2025, 3, 3), request.receivedOn());
        assertEquals(LocalDate.of(2025, 3, 5), request.corrections().get(0).askedOn());
        assertEquals(LocalDate.of(2025, 3, 10), request.corrections().get(0).receivedOn());
        assertEquals(Outcome.PARTLY_GRANTED, request.ended());
        assertEquals(LocalDate.of(2025, 4, 2), request.repliedOn());
        assertEquals(LocalDate.of(2025, 4, 3), request.deliveredOn());
        assertEquals(Outcome.GRANTED, reading.records().get(1).ended());
        PRIVATE.forEach(each -> assertFalse(all(reading).contains(each), each));
        // The six cells of each row, and the body of each case.
        assertEquals(8 * 6 + 2, reading.ledger().size());
    }

    /** 行政复议 has days of several kinds: the row is told and not read, and makes no other case. */
    @Test
    void aStepThatIsNotListedIsToldAndItsDayNotTaken() throws IOException {
        TableReading<DisclosureRequest> reading = read("""
                登记编号,事项,日期
                1,收件登记,2025-03-03
                1,行政复议,2025-03-10
                1,信息不存在,2025-03-20
                """);
        assertEquals(1, reading.records().size());
        assertEquals(LocalDate.of(2025, 3, 20), reading.records().get(0).repliedOn());
        assertEquals(
                List.of("source.field.unreadable"),
                reading.problems().stream().map(each -> each.rule()).toList());
        assertEquals(3, reading.problems().get(0).location().row());
        assertTrue(reading.ledger().stream()
                .noneMatch(each -> "2025-03-10".equals(each.value()) || "行政复议".equals(each.value())));
    }

    /** 事项 and 日期 are no steps where the cells below name none. */
    @Test
    void aColumnWhoseCellsNameNoStepIsNone() throws IOException {
        TableReading<DisclosureRequest> reading = read("""
                登记编号,事项,日期,收到日期,答复日期
                1,水库规划,2025-03-02,2025-03-03,2025-03-20
                """);
        assertEquals(LocalDate.of(2025, 3, 3), reading.records().get(0).receivedOn());
        assertEquals(FieldFate.UNMAPPED, fate(reading, "事项"));
        assertEquals(FieldFate.UNMAPPED, fate(reading, "日期"));
    }

    /** A state that says that there was an answer, or that nobody knows, never makes a case that is open. */
    @Test
    void aStateWithoutADayIsKept() throws IOException {
        TableReading<DisclosureRequest> reading = read("""
                登记编号,信息名称,收到日期,办理状态
                1,规划,2025-03-03,已办结
                2,规划,2025-03-03,办理中
                3,规划,2025-03-03,补正中
                4,规划,2025-03-03,已归档
                5,规划,2025-03-03,李四处理
                """);
        List<DisclosureRequest> requests = reading.records();
        assertEquals(null, requests.get(0).ended());
        assertEquals(Outcome.PENDING, requests.get(1).ended());
        assertEquals(1, requests.get(2).corrections().size());
        assertEquals(true, requests.get(3).archived());
        assertEquals(null, requests.get(3).ended());
        assertEquals(null, requests.get(4).ended());
        assertFalse(all(reading).contains("李四"));
    }

    @Test
    void aRegisterWithoutAnyWordOfAnswersIsTold() throws IOException {
        assertEquals(
                List.of("source.register.noAnswers"),
                read("登记编号,信息名称,收到日期\n1,规划,2025-03-03\n").problems().stream()
                        .map(each -> each.rule())
                        .toList());
    }

    /** A sheet for each quarter, and another in which the answers stand without the applicants. */
    @Test
    void aNameOfOneTableOfASourceIsShownInNoneOfTheOthers() {
        Grid named = Grid.ofRows(
                Location.of("r.xlsx"),
                List.of(
                        List.of("登记编号", "申请人", "护照号码", "信息名称", "收到日期", "答复类型"),
                        List.of("1", "TOM SMITH", "E12345678", "就业许可", "2025-03-03", "予以公开"),
                        List.of("2", "郎建", "", "宅基地审批", "2025-03-04", "信息不存在")));
        Grid other = Grid.ofRows(
                Location.of("r.xlsx"),
                List.of(
                        List.of("登记编号", "信息名称", "收到日期", "答复类型", "答复理由"),
                        List.of("3", "Tom Smith（E12345678）就业许可", "2025-04-03", "信息不存在", "未见郎建的材料")));
        List<TableReading<DisclosureRequest>> readings =
                reader.readEach(List.of(other, named), reader.defaults(Map.of("body", "东岭区水务局")));
        DisclosureRequest first = readings.get(0).records().get(0);
        assertEquals("**（**）就业许可", first.description().title());
        assertEquals("未见**的材料", first.reason());
        assertEquals(2, readings.get(1).records().size());
        for (String each : List.of("Tom", "Smith", "E12345678", "郎建")) {
            assertFalse(all(readings.get(0)).contains(each), each);
        }
    }
}
