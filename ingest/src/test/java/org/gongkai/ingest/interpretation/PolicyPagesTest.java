package org.gongkai.ingest.interpretation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.interpretation.InterpretationElement;
import org.gongkai.core.interpretation.InterpretationForm;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PressHost;
import org.gongkai.core.interpretation.PressRelease;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyPagesTest {

    private static final String BODY = """
            <p>近日，东岭区印发《东岭区节水办法》（东政发〔2024〕3号），现解读如下。</p>
            <p>一、制定背景和依据</p><p>近年来用水量逐年增加，供水压力较大，需要从制度上保障节约用水，依照有关法律法规制定本办法。</p>
            <p>二、主要内容</p><p>明确用水计划、节水设施和奖励办法，规定各部门的职责分工，并对违规用水的处理作出安排。</p>
            """;

    @TempDir
    private Path folder;

    private List<Mapped> read(String title, String table, String body) throws IOException {
        return page(title, "<table>" + table + "</table>", body, "");
    }

    private List<Mapped> page(String title, String head, String body, String tail) throws IOException {
        Path file = folder.resolve("page.html");
        Files.write(
                file,
                ("<html><head><title>" + title + "</title></head><body><div><h1>" + title + "</h1>" + head
                                + "<div class=\"TRS_Editor\">" + body + "</div>" + tail + "</div></body></html>")
                        .getBytes(StandardCharsets.UTF_8));
        List<Mapped> records = new ArrayList<>();
        LegacyReader reader = LegacyReader.standard();
        for (SourceFile each : reader.find(List.of(folder), problem -> {})) {
            reader.read(each, new SourceHandler() {
                @Override
                public void record(Mapped mapped) {
                    records.add(mapped);
                }

                @Override
                public void ledger(List<LedgerEntry> entries) {}

                @Override
                public void rejected(SourceProblem problem, RawForm raw) {
                    throw new AssertionError(problem.toString());
                }

                @Override
                public void problem(SourceProblem problem) {}
            });
        }
        return records;
    }

    private static String row(String label, String value) {
        return "<tr><td>" + label + "</td><td>" + value + "</td></tr>";
    }

    private static final String TABLE = row("索引号", "11370112MB2803691Q/2024-6538710")
            + row("发布机构", "东岭区人民政府办公室")
            + row("发布日期", "2024-03-06")
            + row("政策原文", "<a href=\"../wj/3.html\">东岭区节水办法</a>");

    @Test
    void aTitleThatBeginsWithAFormIsAnInterpretation() throws IOException {
        Mapped page = read("文字解读：关于《东岭区节水办法》的解读", TABLE, BODY).get(0);
        PolicyInterpretation record = assertInstanceOf(PolicyInterpretation.class, page.record());
        assertEquals(InterpretationForm.Form.TEXT, record.form().form());
        assertEquals(LocalDate.of(2024, 3, 6), record.publishedOn());
        assertEquals(Agency.parse("东岭区人民政府办公室"), record.publisher());
        assertTrue(
                record.interprets().stream().anyMatch(each -> "../wj/3.html".equals(each.url())),
                record.interprets().toString());
        assertEquals(
                List.of(
                        InterpretationElement.Element.BACKGROUND,
                        InterpretationElement.Element.BASIS,
                        InterpretationElement.Element.MEASURES),
                record.elements().stream().map(InterpretationElement::element).toList());
    }

    @Test
    void withoutALinkTitleAndTextTellTheDocument() throws IOException {
        Mapped page = read("《东岭区节水办法》政策解读", row("发布日期", "2024-03-06"), BODY).get(0);
        PolicyInterpretation record = assertInstanceOf(PolicyInterpretation.class, page.record());
        assertEquals("东政发〔2024〕3号", record.interprets().get(0).documentNumber().text());
        assertEquals("东岭区节水办法", record.interprets().get(0).title());
        // A text speaks for itself.
        assertEquals(InterpretationForm.Form.TEXT, record.form().form());
    }

    @Test
    void theFormIsReadFromTheTitleAlone() throws IOException {
        Mapped page =
                read("【视频解读】东岭区节水办法", row("发布日期", "2024-03-06"), "<p>请看视频。</p>").get(0);
        PolicyInterpretation record = (PolicyInterpretation) page.record();
        assertEquals(InterpretationForm.Form.VIDEO, record.form().form());
        assertEquals("东岭区节水办法", record.interprets().get(0).title());
        assertNull(record.responsible());
    }

    @Test
    void everyFieldOfThePageHasAnEntryWithItsPlace() throws IOException {
        Mapped page =
                read("文字解读：关于《东岭区节水办法》的解读", TABLE + row("主题词", "水务"), BODY).get(0);
        List<LedgerEntry> read = page.ledger().stream()
                .filter(each -> each.fate() != FieldFate.DEFAULTED)
                .toList();
        assertTrue(
                read.stream()
                        .anyMatch(each -> "发布机构".equals(each.location().label())
                                && String.valueOf(each.target()).startsWith("/publisher")),
                read.toString());
        LedgerEntry words = read.stream()
                .filter(each -> "主题词".equals(each.location().label()))
                .findFirst()
                .orElseThrow();
        assertEquals(FieldFate.IGNORED, words.fate());
        assertTrue(words.reasons().contains("not-of-kind"));
    }

    @Test
    void aNoticeAboutInterpretationIsADocument() throws IOException {
        assertInstanceOf(
                OfficialDocument.class,
                read("关于进一步做好政策解读工作的通知", row("发布日期", "2024-03-06"), BODY).get(0).record());
        assertInstanceOf(
                OfficialDocument.class,
                read("东岭区节水办法", row("发文字号", "东政发〔2024〕3号"), BODY).get(0).record());
    }

    @Test
    void aPageOfNothingButQuestionsAndAnswersIsAnAnswerEach() throws IOException {
        List<Mapped> pages = read(
                "【简明问答5】节水奖励怎么申请",
                row("发布机构", "东岭区水务局") + row("发布日期", "2024-04-01"),
                "<p>问：节水奖励怎么申请？</p><p>答：依照《东岭区节水办法》（东政发〔2024〕3号）第六条，向区水务局申请。</p>" + "<p>问：什么时候发放？</p><p>答：每年六月。</p>");
        assertEquals(2, pages.size());
        PolicyAnswer first = (PolicyAnswer) pages.get(0).record();
        assertEquals("节水奖励怎么申请？", first.question());
        assertEquals("东政发〔2024〕3号", first.sources().get(0).documentNumber().text());
        assertEquals(Agency.parse("东岭区水务局"), first.responsible());
        assertEquals("每年六月。", ((PolicyAnswer) pages.get(1).record()).answer());
        assertEquals(
                List.of("/question 节水奖励怎么申请？", "/answer 依照《东岭区节水办法》（东政发〔2024〕3号）第六条，向区水务局申请。"), parts(pages.get(0)));
        assertEquals(List.of("/question 什么时候发放？", "/answer 每年六月。"), parts(pages.get(1)));
        // The title asked otherwise, and the body as a whole is no field of an answer.
        assertTrue(pages.get(0).ledger().stream()
                .anyMatch(each -> each.fate() == FieldFate.UNMAPPED
                        && String.valueOf(each.value()).startsWith("【简明问答5】")
                        && each.reasons().contains("other-value-taken")));
        assertTrue(pages.get(1).ledger().stream()
                .allMatch(each ->
                        each.fate() == FieldFate.DEFAULTED || each.location().label() != null));
    }

    private static List<String> parts(Mapped page) {
        return page.ledger().stream()
                .filter(each -> String.valueOf(each.location().label()).startsWith("[正文"))
                .map(each -> each.target() + " " + each.value())
                .toList();
    }

    @Test
    void theLinksOfSeveralDocumentsBehindOneLabelAreAllTaken() throws IOException {
        PolicyInterpretation record = (PolicyInterpretation) read(
                        "文字解读：两项办法",
                        row("发布日期", "2024-03-05"),
                        BODY + "<p>被解读文件：<a href=\"../wj/1.html\">东岭区节水办法</a>、<a href=\"../wj/2.html\">东岭区供水办法</a></p>")
                .get(0)
                .record();
        List<String> links = record.interprets().stream()
                .map(each -> String.valueOf(each.url()))
                .toList();
        assertTrue(links.containsAll(List.of("../wj/1.html", "../wj/2.html")), links.toString());
    }

    @Test
    void aTitleThatNamesNoDocumentGivesWayToWhatTheTextSaysItInterprets() throws IOException {
        PolicyInterpretation record = (PolicyInterpretation)
                read("文字解读：用水那些事", row("发布日期", "2024-03-05"), BODY).get(0).record();
        assertEquals(1, record.interprets().size());
        assertEquals("东岭区节水办法", record.interprets().get(0).title());
        assertEquals("东政发〔2024〕3号", String.valueOf(record.interprets().get(0).documentNumber()));
        PolicyInterpretation two = (PolicyInterpretation)
                read("文字解读：用水那些事", row("发布日期", "2024-03-05"), BODY.replace("，现解读如下", "和《东岭区供水办法》（东政发〔2024〕4号），现解读如下"))
                        .get(0)
                        .record();
        assertEquals("用水那些事", two.interprets().get(0).title());
    }

    @Test
    void whoHoldsAConferenceIsNotWhoPublishesIt() throws IOException {
        Mapped page = read(
                        "东岭区节水工作新闻发布会",
                        row("发布机构", "东岭区水务局") + row("发布日期", "2024-03-08"),
                        "<p>时间：2024年3月7日上午10点</p><p>主办单位：东岭区人民政府新闻办公室</p><p>主持人介绍了有关情况，随后回答了记者提问。</p>")
                .get(0);
        assertEquals(Agency.parse("东岭区人民政府新闻办公室"), ((PressRelease) page.record()).organiser());
        assertTrue(page.ledger().stream()
                .anyMatch(each -> "东岭区水务局".equals(each.value()) && each.fate() == FieldFate.UNMAPPED));
    }

    @Test
    void questionsAmongOtherTextStayOneInterpretation() throws IOException {
        List<Mapped> pages = read("【简明问答】节水办法", row("发布日期", "2024-04-01"), BODY + "<p>问：怎么申请？</p><p>答：向水务局申请。</p>");
        assertEquals(1, pages.size());
        assertEquals(
                InterpretationForm.Form.QA,
                ((PolicyInterpretation) pages.get(0).record()).form().form());
    }

    @Test
    void aPressConferenceIsAPressRelease() throws IOException {
        Mapped page = read(
                        "东岭区节水工作新闻发布会",
                        row("发布日期", "2024-03-08"),
                        "<p>时间：2024年3月7日上午10点</p><p>地点：区政府会议中心</p><p>主持人介绍了有关情况，随后回答了记者提问。</p>")
                .get(0);
        PressRelease record = assertInstanceOf(PressRelease.class, page.record());
        assertEquals(LocalDate.of(2024, 3, 7), record.heldOn());
        assertEquals("区政府会议中心", record.place());
        assertEquals("新闻发布会", record.type().text());
    }

    @ParameterizedTest
    @CsvSource({
        "一图读懂《东岭区节水办法》,PICTURE",
        "图解丨东岭区节水办法,PICTURE",
        "《东岭区节水办法》一图读懂,PICTURE",
        "《东岭区节水办法》政策图解,PICTURE",
        "《东岭区节水办法》政策解读（图文版）,PICTURE",
        "动漫解读：东岭区节水办法,VIDEO",
        "【视频】《东岭区节水办法》解读,VIDEO",
        "《东岭区节水办法》（视频解读）,VIDEO",
        "H5解读：《东岭区节水办法》,VIDEO",
        "区水务局主要负责人解读《东岭区节水办法》,HEAD_OF_DEPARTMENT",
        "区水务局局长解读《东岭区节水办法》,HEAD_OF_DEPARTMENT",
        "专家解读丨东岭区节水办法,EXPERT",
        "解读《东岭区节水办法》,TEXT",
        "关于《东岭区节水办法》的解读说明,TEXT",
        "《东岭区节水办法》政策解读之二,TEXT",
        "《东岭区节水办法》解读（第一期）,TEXT",
        "政策宣讲：东岭区节水办法,LECTURE",
        "区水务局有关负责人就《东岭区节水办法》答记者问,QA",
        "《东岭区节水办法》十问十答,QA"
    })
    void theTitleTellsFormAndDocument(String title, InterpretationForm.Form form) throws IOException {
        PolicyInterpretation record = assertInstanceOf(
                PolicyInterpretation.class,
                read(title, row("发布日期", "2024-03-06"), BODY).get(0).record());
        assertEquals(form, record.form().form());
        assertEquals("东岭区节水办法", record.interprets().get(0).title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"政策原文", "文件原文", "原文链接", "相关文件", "关联政策", "政策文件", "相关链接"})
    void aNumberBehindTheLabelOfTheDocumentIsTheReference(String label) throws IOException {
        PolicyInterpretation record = (PolicyInterpretation) page(
                        "《东岭区节水办法》政策解读",
                        "<div class=\"info\"><span>发布日期：2024-03-06</span></div>",
                        BODY,
                        "<p>" + label + "：东政发〔2024〕3号</p>")
                .get(0)
                .record();
        assertEquals("东政发〔2024〕3号", String.valueOf(record.interprets().get(0).documentNumber()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"政策原文", "文件原文", "相关文件", "政策链接"})
    void aLinkThatIsCalledAfterANumberIsTheReferenceAndNotTheNumberOfThePage(String label) throws IOException {
        PolicyInterpretation record = assertInstanceOf(
                PolicyInterpretation.class,
                page(
                                "《东岭区节水办法》政策解读",
                                "<div class=\"info\"><span>发布日期：2024-03-06</span></div>",
                                BODY,
                                "<div><p>" + label
                                        + "：</p><p><a href=\"../wj/3.html\">关于印发东岭区节水办法的通知（东政发〔2024〕3号）</a></p></div>")
                        .get(0)
                        .record());
        assertEquals("../wj/3.html", record.interprets().get(0).url());
    }

    @Test
    void aLinkAndItsTextAreOneReferenceAndAnotherFormIsNone() throws IOException {
        PolicyInterpretation record = (PolicyInterpretation) page(
                        "文字解读：东岭区节水办法",
                        "<table>" + TABLE + "</table>",
                        BODY,
                        "<div>相关链接：<a href=\"../jd/9.html\">视频解读：东岭区节水办法</a></div>")
                .get(0)
                .record();
        assertEquals(1, record.interprets().size(), record.interprets().toString());
        assertEquals("../wj/3.html", record.interprets().get(0).url());
        assertEquals("东岭区节水办法", record.interprets().get(0).title());
    }

    @Test
    void whatOnlyInterpretationsSayIsReadByTheLabelsOfTheirTables() throws IOException {
        Mapped page = page(
                        "《东岭区节水办法》政策解读",
                        "<p>解读人：王甲　解读责任单位：东岭区水务局　咨询电话：0532-88880000</p><p>发布日期：2024-03-06</p>",
                        BODY,
                        "")
                .get(0);
        PolicyInterpretation record = (PolicyInterpretation) page.record();
        assertEquals("王甲", record.interpreter().name());
        assertEquals(Agency.parse("东岭区水务局"), record.responsible());
        assertEquals("0532-88880000", record.contact().telephone());
        assertTrue(page.ledger().stream()
                .anyMatch(each -> "解读责任单位".equals(each.location().label()) && "/responsible".equals(each.target())));
    }

    @Test
    void anIntroductionAndNumberedQuestionsAreAnswersThatRestOnItsDocument() throws IOException {
        List<Mapped> pages = read(
                "《东岭区节水办法》政策问答",
                row("发布日期", "2024-04-01"),
                "<p>现将《东岭区节水办法》（东政发〔2024〕3号）中大家关心的问题解答如下。</p><p>一、哪些单位可以申请节水奖励？</p><p>用水有计划的单位。</p>"
                        + "<p>二、奖励什么时候发放？</p><p>每年六月。</p>");
        assertEquals(3, pages.size());
        PolicyInterpretation page = (PolicyInterpretation) pages.get(0).record();
        assertEquals(InterpretationForm.Form.QA, page.form().form());
        assertEquals("东政发〔2024〕3号", String.valueOf(page.interprets().get(0).documentNumber()));
        PolicyAnswer second = (PolicyAnswer) pages.get(2).record();
        assertEquals("奖励什么时候发放？", second.question());
        assertEquals("东政发〔2024〕3号", String.valueOf(second.sources().get(0).documentNumber()));
        assertEquals("《东岭区节水办法》政策问答", second.interpretation());
        // The page is accounted for by the first record, and its parts by the others.
        assertTrue(pages.get(2).ledger().stream()
                .allMatch(each ->
                        each.fate() == FieldFate.DEFAULTED || each.location().label() != null));
    }

    @Test
    void whoHoldsAnEventIsReadBesideTheTextAndNeverInTheFrameOfTheSite() throws IOException {
        String footer = "<div class=\"footer\"><p>主办：东岭区人民政府　承办：东岭区大数据中心</p><p>网站标识码：3701120001</p></div>";
        String text = "<p>主持人介绍了有关情况，随后局长回答了记者提问，并说明了下一步的安排。</p>";
        List<String> lines = List.of("时间：2024年3月7日 10:00", "地点：区政府会议中心", "主办：东岭区人民政府新闻办公室", "承办：东岭区水务局");
        String beside =
                "<div>" + lines.stream().map(each -> "<p>" + each + "</p>").collect(Collectors.joining()) + "</div>";
        String table = "<table>"
                + lines.stream()
                        .map(each -> row(each.split("：")[0], each.split("：", 2)[1]))
                        .collect(Collectors.joining())
                + "</table>";
        for (String tail : List.of(beside, table)) {
            Mapped page = page("东岭区节水工作新闻发布会", "<p>发布时间：2024-03-08 来源：东岭区水务局</p>", text, tail + footer)
                    .get(0);
            PressRelease record = assertInstanceOf(PressRelease.class, page.record());
            assertEquals(Agency.parse("东岭区人民政府新闻办公室"), record.organiser());
            assertEquals("区政府会议中心", record.place());
            assertEquals(LocalDate.of(2024, 3, 7), record.heldOn());
            assertTrue(page.ledger().stream()
                    .anyMatch(each -> each.fate() == FieldFate.UNMAPPED
                            && String.valueOf(each.value()).contains("东岭区水务局")));
        }
        assertInstanceOf(
                OfficialDocument.class,
                page("东岭区节水工作新闻发布会", "<p>发布时间：2024-03-08 来源：东岭区水务局</p>", text, footer)
                        .get(0)
                        .record());
    }

    @ParameterizedTest
    @ValueSource(strings = {"视频：东岭区节水宣传周启动", "【漫画】节约用水小常识", "关于召开节水工作新闻发布会的通知", "《东岭区节水办法》知识问答竞赛", "东岭区政策解读工作办法"})
    void whatOnlyNamesAMediumOrSpeaksOfInterpretingExplainsNothing(String title) throws IOException {
        assertInstanceOf(
                OfficialDocument.class,
                read(title, row("发布日期", "2024-03-06"), "<p>本周，全区开展了宣传活动，志愿者走进社区讲解节约用水的知识，受到居民欢迎。</p>")
                        .get(0)
                        .record());
    }

    @ParameterizedTest
    @CsvSource({
        "《东岭区节水办法》解读（已失效）,TEXT",
        "《东岭区节水办法》解读之二：怎样申请奖励,TEXT",
        "《东岭区节水办法》政策解读——奖励有多少,TEXT",
        "《东岭区节水办法》解读来啦！,TEXT",
        "音频解读：东岭区节水办法,VIDEO",
        "H5丨东岭区节水办法来了,VIDEO",
        "短视频：《东岭区节水办法》,VIDEO",
        "“一问一答”读懂《东岭区节水办法》,QA",
        "一文读懂《东岭区节水办法》,TEXT",
        "长图解读｜东岭区节水办法,PICTURE",
        "东政发〔2024〕3号文件政策解读,TEXT",
        "【政策解读】东政发〔2024〕3号,TEXT",
        "《东岭区节水办法》（东政发〔2024〕3号）政策解读,TEXT",
        "海报丨节水这样做,PICTURE",
        "关于《东岭区节水办法》的政策解读（文字）,TEXT",
        "《东岭区节水办法》解读【图文】,PICTURE",
        "视频解读 《东岭区节水办法》,VIDEO",
        "东岭区节水办法（政策解读）,TEXT",
        "“政”在解读｜第3期：用水那些事,TEXT",
        "节水常见问题解答,QA"
    })
    void titlesAnnounceAnExplanationInManyWays(String title, InterpretationForm.Form form) throws IOException {
        PolicyInterpretation record = assertInstanceOf(
                PolicyInterpretation.class,
                read(title, row("发布日期", "2024-03-06"), BODY).get(0).record());
        assertEquals(form, record.form().form());
        assertEquals(1, record.interprets().size());
        assertEquals("东岭区节水办法", record.interprets().get(0).title());
        assertEquals("东政发〔2024〕3号", String.valueOf(record.interprets().get(0).documentNumber()));
        assertEquals(
                title.endsWith("（已失效）") ? "失效" : "null",
                record.validity() == null ? "null" : record.validity().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"东岭区政府政策例行吹风会：介绍节水工作", "东岭区节水政策吹风会", "东岭区举行《东岭区节水办法》新闻发布会", "东岭区召开新闻发布会介绍节水工作", "【新闻发布会】东岭区节水工作"
            })
    void aSentenceTellsWhenAndWhereAnEventWasHeld(String title) throws IOException {
        Mapped page = read(
                        title,
                        row("发布日期", "2024-03-08"),
                        "<p>2024年3月7日上午，区政府新闻办公室在区政府三楼会议室举行发布会，介绍《东岭区节水办法》有关情况，并回答了提问。</p>")
                .get(0);
        PressRelease record = assertInstanceOf(PressRelease.class, page.record());
        assertEquals(LocalDate.of(2024, 3, 7), record.heldOn());
        assertEquals("区政府三楼会议室", record.place());
        assertEquals(PressHost.Level.DISTRICT, record.host().level());
        assertEquals("东岭区节水办法", record.subjects().get(0).title());
    }

    @Test
    void aDayWithoutAYearIsOfTheYearOfThePage() throws IOException {
        for (String said : List.of("2月7日", "12月30日")) {
            Mapped page = read(
                            "东岭区举行节水工作新闻发布会",
                            row("发布日期", "2024-03-08"),
                            "<p>" + said + "上午，区水务局在区会议中心召开新闻发布会，介绍节水工作的进展，并回答了提问。</p>")
                    .get(0);
            assertEquals(
                    said.startsWith("2月") ? LocalDate.of(2024, 2, 7) : LocalDate.of(2023, 12, 30),
                    ((PressRelease) page.record()).heldOn());
            assertTrue(page.ledger().stream().anyMatch(each -> each.reasons().contains("year-of-notice")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>1.问：找谁申请？</p><p>答：找区水务局。</p><p>2.问：多久办结？</p><p>答：五个工作日。</p>",
                "<p>【问】找谁申请？</p><p>【答】找区水务局。</p><p>【问】多久办结？</p><p>【答】五个工作日。</p>",
                "<p>记者：找谁申请？</p><p>王甲：找区水务局。</p><p>记者：多久办结？</p><p>王甲：五个工作日。</p>",
                "<p><b>一、找谁申请？</b></p><p>找区水务局。</p><p><b>二、多久办结？</b></p><p>五个工作日。</p>"
            })
    void questionsAndAnswersAreToldApartInManyMarks(String body) throws IOException {
        List<Mapped> pages = read("节水热点问答", row("发布日期", "2024-04-01"), body);
        assertEquals(
                List.of("找谁申请？", "多久办结？"),
                pages.stream()
                        .map(each -> ((PolicyAnswer) each.record()).question())
                        .toList());
    }

    @Test
    void answersOfAPageThatNamesOneDocumentRestOnIt() throws IOException {
        List<Mapped> pages = read(
                "节水常见问题解答",
                row("发布日期", "2024-04-01"),
                "<p>问：找谁申请？</p><p>答：依据《东岭区节水办法》（东政发〔2024〕3号）第六条，找区水务局。</p><p>问：多久办结？</p><p>答：五个工作日。</p>");
        assertEquals(2, pages.size());
        assertEquals(
                "[《东岭区节水办法》（东政发〔2024〕3号）]",
                ((PolicyAnswer) pages.get(1).record()).sources().toString());
    }

    @Test
    void anInterviewExplainsTheDocumentThatItSpeaksOf() throws IOException {
        List<Mapped> pages = read(
                "区水务局局长就节水工作答记者问",
                row("发布日期", "2024-04-01"),
                "<p>记者：为什么出台《东岭区节水办法》？</p><p>王甲：因为缺水。</p><p>记者：谁来办理？</p><p>王甲：区水务局。</p>");
        assertEquals(
                "[《东岭区节水办法》]",
                ((PolicyInterpretation) pages.get(0).record()).interprets().toString());
        assertEquals("区水务局局长就节水工作答记者问", ((PolicyAnswer) pages.get(2).record()).interpretation());
    }

    @Test
    void anAnswerRestsOnWhatItsSentenceNames() throws IOException {
        List<Mapped> pages = read(
                "东岭区用水政策问答",
                row("发布机构", "东岭区水务局") + row("发布日期", "2024-04-01"),
                "<p>Q：节水奖励怎么申请？</p><p>A：填写《节水奖励申请表》，交区水务局。（政策依据：《东岭区节水办法》第六条）</p>"
                        + "<p>Q：水费怎么算？</p><p>A：根据《东岭区水价办法》和《东岭区供水规定》，按表计收。</p>"
                        + "<p>Q：找谁咨询？</p><p>A：依据东政发〔2024〕3号第九条，找区水务局。</p>");
        assertEquals(
                List.of("[《东岭区节水办法》第六条]", "[《东岭区水价办法》, 《东岭区供水规定》]", "[东政发〔2024〕3号第九条]"),
                pages.stream()
                        .map(each -> ((PolicyAnswer) each.record()).sources().toString())
                        .toList());
        assertEquals("东岭区用水", ((PolicyAnswer) pages.get(0).record()).topic());
    }

    @Test
    void whatATextRestsOnIsNotWhatItExplains() throws IOException {
        PolicyInterpretation record = (PolicyInterpretation) read(
                        "文字解读：节水奖励怎么领",
                        row("发布日期", "2024-03-05"),
                        "<p>根据《山东省节约用水条例》，东岭区印发《东岭区节水办法》，对用水单位给予奖励，单位可以在每年三月提出申请，由区水务局审核后发放。</p>")
                .get(0)
                .record();
        assertEquals("[《东岭区节水办法》]", record.interprets().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<video src=\"v/8.mp4\" controls></video>",
                "<video controls><source src=\"v/8.mp4\" type=\"video/mp4\"></video>",
                "<audio src=\"v/8.mp3\"></audio>"
            })
    void whatThePagePlaysIsAFileOfIt(String player) throws IOException {
        PolicyInterpretation record =
                (PolicyInterpretation) read("视频解读：东岭区节水办法", row("发布日期", "2024-03-06"), "<p>请看。</p>" + player)
                        .get(0)
                        .record();
        assertTrue(
                record.attachments().get(0).url().startsWith("v/8."),
                record.attachments().toString());
    }

    @Test
    void aPresentationInAFrameIsTheAddressOfTheMedium() throws IOException {
        PolicyInterpretation record = (PolicyInterpretation) read(
                        "H5解读：《东岭区节水办法》",
                        row("发布日期", "2024-03-06"),
                        "<p>滑动查看。</p><iframe src=\"https://h5.example.gov.cn/6\"></iframe>")
                .get(0)
                .record();
        assertEquals("https://h5.example.gov.cn/6", record.mediaUrl());
    }

    @Test
    void whoExplainsIsReadAtTheEndOfTheText() throws IOException {
        PolicyInterpretation record = (PolicyInterpretation) read(
                        "《东岭区节水办法》政策解读",
                        row("发布日期", "2024-03-06"),
                        BODY + "<p>解读单位：东岭区水务局</p><p>解读人：区水务局局长 王甲</p><p>咨询电话：0532-88880000</p>")
                .get(0)
                .record();
        assertEquals(Agency.parse("东岭区水务局"), record.responsible());
        assertEquals("王甲", record.interpreter().name());
        assertEquals("区水务局局长", record.interpreter().post());
        assertEquals("0532-88880000", record.contact().telephone());
    }

    @Test
    void aLinkToTheOwnSiteKeepsTheTitleBesideIt() throws IOException {
        PolicyInterpretation record = (PolicyInterpretation) page(
                        "《东岭区节水办法》政策解读",
                        "<p>发布日期：2024-03-06</p>",
                        BODY,
                        "<p>政策文件：<a href=\"https://www.dongling.gov.cn/wj/3.html\">东岭区节水办法</a></p>")
                .get(0)
                .record();
        assertEquals(1, record.interprets().size());
        assertEquals("东岭区节水办法", record.interprets().get(0).title());
        assertEquals(
                "https://www.dongling.gov.cn/wj/3.html",
                record.interprets().get(0).url());
    }
}
