package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.Consultation;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Openness;
import org.gongkai.core.document.Validity;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.source.AttachedFile;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.LimitsBuilder;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    @TempDir
    private Path folder;

    @Test
    void aTableInTwoCopiesIsReadOnce() {
        Taken taken = Taken.resource(folder, "doubled-table.html");
        OfficialDocument document = taken.document();

        assertEquals("海东区人民政府办公室关于印发2024年城市更新工作要点的通知", document.title());
        assertEquals(DocumentNumber.parse("海东政办字〔2024〕8号"), document.documentNumber());
        assertEquals(IndexNumber.parse("19059220240601090000"), document.indexNumber());
        assertEquals(LocalDate.of(2024, 5, 6), document.writtenOn());
        assertEquals(LocalDate.of(2024, 5, 6), document.publishedOn());
        assertEquals(LocalDate.of(2024, 5, 6), document.effectiveFrom());
        assertEquals(Validity.parse("有效"), document.validity());
        assertEquals(new Consultation("海东区人民政府办公室", "0500-5550001"), document.consultation());
        assertEquals(List.of("各街道办事处", "区政府各部门", "区直各单位"), names(document.addressees()));
        assertEquals("海东区人民政府办公室", document.signature());
        assertEquals("此件公开发布", document.note());
        assertEquals(
                2,
                taken.only().ledger().stream()
                        .filter(each -> "索引号".equals(each.location().label()))
                        .filter(each -> each.fate() == FieldFate.MAPPED && "/indexNumber".equals(each.target()))
                        .count());
        assertEquals(List.of(), taken.rules());
    }

    /** What acts stays out of the record, and the ledger says that there was something of the kind. */
    @Test
    void whatActsInABodyIsTakenOutAndAccountedFor() {
        Taken taken = Taken.from(folder, "acting.html", """
                <html><head><title>关于加强河道管理的通知</title><script>track()</script></head><body>
                <div id="zoom"><p onclick="a()">各街道办事处：现将有关事项通知如下，请认真贯彻执行。</p>
                <script>b()</script><iframe src="http://x.example/"></iframe>
                <p><a href=" java&#9;script:c()">查看</a><img src="data:image/png;base64,AAAA"></p>
                <form action="http://x.example/"><input name="q"></form><svg onload="d()"></svg></div>
                <script>foot()</script></body></html>""");

        LedgerEntry entry = taken.field("[正文:去除]");
        assertEquals(FieldFate.IGNORED, entry.fate());
        assertEquals(List.of(Reason.ACTIVE_CONTENT.code()), entry.reasons());
        assertEquals(
                "<form> × 1, <iframe> × 1, <input> × 1, <script> × 1, <svg> × 1, href=javascript: × 1, onclick × 1,"
                        + " onload × 1, src=data: × 1",
                entry.value());
        String html = Objects.requireNonNull(
                Objects.requireNonNull(taken.document().body()).html());
        assertFalse(html.matches("(?s).*(?:script|onclick|iframe|form|svg|data:).*"), html);
    }

    @Test
    void aBodyThatOnlyLooksPlainHasNothingToAccountFor() {
        Taken taken = Taken.resource(folder, "doubled-table.html");

        assertTrue(taken.only().ledger().stream()
                .noneMatch(each -> "[正文:去除]".equals(each.location().label())));
    }

    @Test
    void emptyCellsAreAccountedForAsEmpty() {
        Taken taken = Taken.resource(folder, "doubled-table.html");

        for (String label : List.of("废止日期", "主题分类", "规范性文件号")) {
            assertEquals(FieldFate.MAPPED, taken.field(label).fate());
            assertEquals("", taken.field(label).value());
        }
        assertNull(taken.document().theme());
        assertNull(taken.document().repealedOn());
        assertNull(taken.document().normativeNumber());
    }

    @Test
    void opennessComesFromTheNoteWhenNoFieldGivesIt() {
        Taken taken = Taken.resource(folder, "doubled-table.html");

        assertEquals(Openness.of(Openness.Mode.PROACTIVE), taken.document().openness());
        LedgerEntry entry = taken.only().ledger().stream()
                .filter(each -> "/openness".equals(each.target()))
                .findFirst()
                .orElseThrow();
        assertEquals(FieldFate.DEFAULTED, entry.fate());
        assertEquals(List.of(Reason.FROM_NOTE.code()), entry.reasons());
    }

    @Test
    void theToolForTheSizeOfLettersIsNoDocumentNumber() {
        Taken taken = Taken.resource(folder, "doubled-table.html");

        assertTrue(taken.only().ledger().stream()
                .noneMatch(each -> "字号".equals(each.location().label())));
    }

    @Test
    void aDateInTheIssuedTextIsNotTheDateOfWriting() {
        assertEquals(
                LocalDate.of(2024, 5, 6),
                Taken.resource(folder, "doubled-table.html").document().writtenOn());
    }

    @Test
    void labelsInListItemsAreRead() {
        Taken taken = Taken.resource(folder, "list-items.html");
        OfficialDocument document = taken.document();

        assertEquals("关于调整公交线路的通知", document.title());
        assertEquals(DocumentNumber.parse("海交发〔2022〕7号"), document.documentNumber());
        assertEquals(FieldFate.REPAIRED, taken.field("文　　号").fate());
        assertEquals(LocalDate.of(2022, 3, 1), document.writtenOn());
        assertEquals(LocalDate.of(2022, 3, 4), document.publishedOn());
        assertEquals("区交通局", document.contentSource());
        assertEquals(Validity.parse("有效"), document.validity());
        assertEquals("全区", taken.field("服务范围").value());
        assertEquals(FieldFate.UNMAPPED, taken.field("服务范围").fate());
        assertEquals("", taken.field("废止时间").value());
        assertEquals(FieldFate.IGNORED, taken.field("浏览次数").fate());
    }

    @Test
    void theFrameOfThePageIsNoField() {
        Taken taken = Taken.resource(folder, "list-items.html");

        assertNull(taken.document().consultation());
        assertNull(taken.document().owner());
        assertNull(taken.document().site());
        String text = Objects.requireNonNull(body(taken).text());
        assertFalse(text.contains("首页") || text.contains("主办单位"), text);
        assertTrue(text.startsWith("各公交企业：\n为方便群众出行"), text);
    }

    @Test
    void labelsInParagraphsAreRead() {
        OfficialDocument document = Taken.resource(folder, "paragraphs.html").document();

        assertEquals("海东区财政局关于公布2021年收费目录的公告", document.title());
        assertEquals(List.of("海东区财政局"), names(document.issuers()));
        assertEquals(LocalDate.of(2021, 6, 7), document.writtenOn());
        assertEquals(LocalDate.of(2021, 6, 8), document.publishedOn());
        assertEquals(LocalDate.of(2021, 7, 1), document.effectiveFrom());
        assertEquals(Openness.of(Openness.Mode.ON_APPLICATION), document.openness());
    }

    @Test
    void aRowOfLabelsAboveARowOfValuesIsRead() {
        OfficialDocument document = Taken.resource(folder, "header-row.html").document();

        assertEquals(DocumentNumber.parse("海水〔2020〕1号"), document.documentNumber());
        assertEquals(LocalDate.of(2020, 1, 5), document.publishedOn());
        assertEquals("海东区水务局关于停水的通告", document.title());
    }

    @Test
    void aTableThatListsOtherDocumentsIsNotThisDocuments() {
        assertNull(Taken.resource(folder, "header-row.html").document().writtenOn());
    }

    @Test
    void withoutAnyLabelTheTextItselfIsRead() {
        OfficialDocument document = Taken.resource(folder, "running-text.html").document();

        assertEquals("海东区人民政府关于做好秋粮收购工作的通知", document.title());
        assertEquals(DocumentNumber.parse("海政发〔2018〕22号"), document.documentNumber());
        assertEquals(LocalDate.of(2018, 9, 12), document.writtenOn());
        assertEquals(List.of("海东区人民政府"), names(document.issuers()));
        assertEquals(List.of("各镇人民政府、街道办事处", "区政府各部门"), names(document.addressees()));
        assertEquals("1.收购点名单\n2.联系人名单", document.attachmentNote());
        assertEquals(List.of("区委各部门", "区人大常委会办公室", "区政协办公室"), names(document.copyTo()));
        assertEquals(Agency.parse("海东区人民政府办公室"), document.printedBy());
        assertEquals(LocalDate.of(2018, 9, 13), document.printedOn());
        assertEquals("此件公开发布", document.note());
    }

    @Test
    void theVisibleDateWinsOverTheTagThatIsTheTimeOfGeneration() {
        Taken taken = page("""
                <html><head><title>海东区统计公报</title><meta name="PubDate" content="2024-03-02 10:00:43"></head>
                <body><h1>海东区2015年统计公报</h1><div class="attr"><span>来源：<b></b></span>
                <span>发布日期：<b>2017-05-15 10:49:00</b></span></div>
                <div id="zoom"><p>全年生产总值增长百分之七，财政收入稳步提高。</p></div></body></html>
                """);

        assertEquals(LocalDate.of(2017, 5, 15), taken.document().publishedOn());
        assertEquals(FieldFate.UNMAPPED, taken.field("PubDate").fate());
        assertEquals(List.of("source.field.conflict"), taken.rules());
    }

    @Test
    void headTagsAreReadWhateverTheirCase() {
        Taken taken = page("""
                <html><head><META NAME="sitename" CONTENT="海东区政务网"><meta  name="SITEDOMAIN" content="https://www.hd.example/">
                <meta name="SiteIDCode" content="1100000001"><meta name="description" content="本站介绍"><meta name="Description" content="">
                <meta name="articletitle" content="关于停水的通知"><meta name="pubdate" content="2020-01-02 03:04:05">
                <meta name="SiteIDCode" content="1100000001"></head><body><div id="zoom"><p>定于明日停水，请做好准备。</p></div></body></html>
                """);
        OfficialDocument document = taken.document();

        assertEquals("关于停水的通知", document.title());
        assertEquals(LocalDate.of(2020, 1, 2), document.publishedOn());
        assertEquals("海东区政务网", Objects.requireNonNull(document.site()).name());
        assertEquals("www.hd.example", document.site().domain());
        assertEquals(FieldFate.REPAIRED, taken.field("SITEDOMAIN").fate());
        assertNull(document.summary());
    }

    @Test
    void oneLabelForTwoFieldsIsPartedByItsValue() {
        Taken taken = page(table("有效性/截止日期", "有效 2025-12-31"));

        assertEquals(Validity.parse("有效"), taken.document().validity());
        assertEquals(LocalDate.of(2025, 12, 31), taken.document().expiresOn());
        assertEquals(
                List.of(Reason.COMPOSITE_LABEL.code()), taken.field("有效性/截止日期").reasons());
    }

    @ParameterizedTest
    @CsvSource({"2020-03-01, 2020-03-05, true", "2020-03-05, 2020-03-05, false"})
    void anAmbiguousDateGoesWhereTheRestOfThePageSaysItBelongs(LocalDate ambiguous, LocalDate tagged, boolean written) {
        Taken taken = page("<html><head><meta name=\"PubDate\" content=\"" + tagged + "\"></head><body>"
                + table("发文日期", ambiguous.toString())
                + "<div id=zoom><p>请遵照执行，确保落实到位。</p><p>海东区财政局</p><p>2020年3月1日</p></div></body></html>");

        assertEquals(LocalDate.of(2020, 3, 1), taken.document().writtenOn());
        assertEquals(tagged, taken.document().publishedOn());
        assertEquals(
                written ? "/writtenOn" : "/publishedOn", taken.field("发文日期").target());
        assertTrue(taken.rules().contains("source.field.ambiguous"));
    }

    @Test
    void ofTwoDifferentValuesTheFirstIsTakenAndTheOtherKept() {
        Taken taken = page(table("索引号", "A-1") + table("索引号", "B-2"));

        assertEquals(IndexNumber.parse("A-1"), taken.document().indexNumber());
        assertEquals(List.of("source.field.conflict"), taken.rules());
        assertTrue(taken.only().ledger().stream()
                .anyMatch(each -> each.fate() == FieldFate.UNMAPPED && "B-2".equals(each.value())));
    }

    @Test
    void anImpossibleDateIsKeptInTheLedgerAndReported() {
        Taken taken = page(table("生效日期", "2023年2月30日"));

        assertNull(taken.document().effectiveFrom());
        assertEquals(FieldFate.UNREADABLE, taken.field("生效日期").fate());
        assertEquals("2023年2月30日", taken.field("生效日期").value());
        assertEquals(List.of("source.field.unreadable"), taken.rules());
    }

    @Test
    void aMissingValueCellDoesNotTakeTheNextLabel() {
        Taken taken =
                page("<table><tr><td>主题分类</td><td>有效性</td><td>有效</td></tr><tr><td>索引号</td><td>A-1</td></tr></table>");

        assertNull(taken.document().theme());
        assertEquals(Validity.parse("有效"), taken.document().validity());
    }

    @Test
    void theLapsedMarkInTheTitleGivesTheValidity() {
        Taken taken = page("<h1>海东区人民政府关于限行的通告[失效]</h1><div id=zoom><p>自即日起限行，请绕行。</p></div>");

        assertEquals(Validity.parse("失效"), taken.document().validity());
        assertEquals(
                "通告", Objects.requireNonNull(taken.document().documentKind()).text());
    }

    @Test
    void aNumberCitedInTheTextIsNotTheDocuments() {
        Taken taken = page("<h1>海东区教育局关于招生的通知</h1><div id=zoom><p>各学校：</p>"
                + "<p>根据《关于规范招生的意见》（东教发〔2020〕1号）要求，现通知如下：</p><p>海东区教育局</p><p>2020年5月1日</p></div>");

        assertNull(taken.document().documentNumber());
    }

    @Test
    void aNumberInTheTextThatDiffersFromTheLabelledOneIsReported() {
        Taken taken = page(
                table("发文字号", "海教发〔2020〕9号") + "<div id=zoom><p>海教发〔2020〕8号</p><p>各学校：</p><p>请做好准备，按时开学。</p></div>");

        assertEquals(DocumentNumber.parse("海教发〔2020〕9号"), taken.document().documentNumber());
        assertEquals(List.of("source.field.conflict"), taken.rules());
    }

    @Test
    void theShortAndTheLongFormOfAnOrdersNumberAreOne() {
        Taken taken = page(table("发文字号", "国令第706号")
                + "<div id=zoom><p>中华人民共和国国务院令</p><p>第706号</p><p>现予公布，自2018年12月1日起施行。</p></div>");

        assertEquals(
                "国令第706号",
                Objects.requireNonNull(taken.document().documentNumber()).text());
        assertEquals(List.of(), taken.rules());
    }

    @Test
    void jointSignersAreAllIssuersTheLeadFirst() {
        OfficialDocument document = page("<h1>关于调整补贴标准的通知</h1><div id=zoom><p>各街道办事处：</p><p>现将标准调整如下，请执行。</p>"
                        + "<p>东山市民政局　　东山市财政局</p><p>东山市残疾人联合会</p><p>2024年9月29日</p></div>")
                .document();

        assertEquals(List.of("东山市民政局", "东山市财政局", "东山市残疾人联合会"), names(document.issuers()));
        assertEquals("东山市民政局 东山市财政局 东山市残疾人联合会", document.signature());
    }

    @Test
    void attachmentsInTheFolderAreMeasured() throws Exception {
        Files.createDirectories(folder.resolve("files"));
        Files.writeString(folder.resolve("files/线路表.doc"), "abc");
        Taken taken = Taken.resource(folder, "list-items.html");
        List<Attachment> attachments = taken.document().attachments();

        assertEquals("线路表.doc", attachments.get(0).name());
        assertEquals("application/msword", attachments.get(0).mediaType());
        assertEquals(3, attachments.get(0).size());
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                attachments.get(0).sha256());
        assertEquals(
                List.of(new AttachedFile("files/线路表.doc", folder.resolve("files/线路表.doc"), attachments.get(0))),
                taken.only().attachedFiles());
    }

    @Test
    void aLinkOutOfTheFolderIsNamedAndNotOpened() throws Exception {
        Path inner = Files.createDirectories(folder.resolve("inner"));
        Files.writeString(folder.resolve("secret.doc"), "secret");
        Files.createSymbolicLink(inner.resolve("link.doc"), folder.resolve("secret.doc"));
        Taken taken = Taken.from(
                inner,
                "a.html",
                "<h1>关于报送材料的通知</h1><div id=zoom><p>请于月底前报送，逾期不候。</p>"
                        + "<a href='../secret.doc'>一.doc</a><a href='link.doc'>二.doc</a><a href='%2e%2e/secret.doc'>三.doc</a></div>");

        assertEquals(3, taken.document().attachments().size());
        assertTrue(
                taken.document().attachments().stream().allMatch(each -> each.size() == null && each.sha256() == null));
        assertEquals(List.of(), taken.only().attachedFiles());
        assertEquals(
                List.of("source.attachment.outside", "source.attachment.outside", "source.attachment.outside"),
                taken.only().problems().stream().map(SourceProblem::rule).toList());
    }

    @Test
    void aLinkIsFollowedWhenSomeoneAsksForIt() throws Exception {
        Path inner = Files.createDirectories(folder.resolve("inner"));
        Files.writeString(folder.resolve("other.doc"), "other");
        Files.createSymbolicLink(inner.resolve("link.doc"), folder.resolve("other.doc"));
        Files.createSymbolicLink(inner.resolve("loop"), inner);
        Files.writeString(
                inner.resolve("a.html"),
                "<h1>关于报送材料的通知</h1><div id=zoom><p>请于月底前报送，逾期不候。</p><a href='link.doc'>一.doc</a><a href='../other.doc'>二.doc</a></div>");
        List<SourceProblem> problems = new ArrayList<>();
        Taken taken = new Taken();
        LegacyReader reader = LegacyReader.standard().withLinks();
        reader.find(List.of(inner), problems::add).forEach(each -> reader.read(each, taken));

        assertEquals(
                List.of("link.doc"),
                taken.only().attachedFiles().stream().map(AttachedFile::name).toList());
        assertEquals(5, taken.document().attachments().get(0).size());
        assertEquals(
                List.of("source.attachment.outside"),
                taken.only().problems().stream().map(SourceProblem::rule).toList());
        assertTrue(
                problems.contains(new SourceProblem("source.link.skipped", Location.of("loop"), "loop", null)),
                problems.toString());
    }

    @Test
    void anAttachmentThatIsNotThereOrTooLargeIsReportedWithItsLine() throws Exception {
        Files.writeString(folder.resolve("big.doc"), "12345");
        Files.writeString(
                folder.resolve("a.html"),
                "<h1>关于报送材料的通知</h1><div id=zoom><p>请于月底前报送，逾期不候。</p>\n<a href='none.doc'>一.doc</a>\n<a href='big.doc'>二.doc</a>"
                        + "<a href='http://www.example.gov.cn/c.doc'>三.doc</a></div>");
        Taken taken = new Taken();
        LegacyReader reader = LegacyReader.standard()
                .withLimits(LimitsBuilder.builder(Limits.standard())
                        .maxAttachmentBytes(4)
                        .build());
        reader.find(List.of(folder), problem -> {}).forEach(each -> reader.read(each, taken));

        Location page = Location.of("a.html");
        assertEquals(
                List.of(
                        new SourceProblem(
                                "source.attachment.missing", page.atRow(2).at("[附件]", null), "none.doc", null),
                        new SourceProblem(
                                "source.attachment.tooLarge", page.atRow(3).at("[附件]", null), "5", "≤ 4"),
                        new SourceProblem(
                                "source.attachment.remote",
                                page.at("[附件]", null),
                                "http://www.example.gov.cn/c.doc",
                                "1")),
                taken.only().problems());
        assertEquals(
                List.of("big.doc"),
                taken.only().attachedFiles().stream().map(AttachedFile::name).toList());
    }

    @Test
    void theBodyKeepsItsParagraphsAndLosesItsScripts() {
        Taken taken = page(
                "<h1>关于举办活动的通知</h1><div id=zoom><p onclick='go()'>甲段落，如下。</p>"
                        + "<script>alert(1)</script><p>乙段落<a href='javascript:go()'>点击</a>，完。</p><img src='a.jpg' onerror='go()'></div>");
        Body body = body(taken);

        assertEquals("甲段落，如下。\n乙段落点击，完。", body.text());
        String html = Objects.requireNonNull(body.html());
        assertFalse(html.contains("script") || html.contains("go()"), html);
        assertTrue(html.contains("<img src=\"a.jpg\""), html);
        assertEquals("a.jpg", taken.field("[正文:图片]").value());
    }

    @Test
    void aLinkedInterpretationIsARelation() {
        Taken taken = page("<h1>海东区人民政府关于印发湿地管护办法的通知</h1><div id=zoom><p>请认真执行，抓好落实。</p></div>"
                + "<div><span>政策解读：</span><a href='/jd/1.html'>《湿地管护办法》解读</a></div>");

        assertEquals("/jd/1.html", taken.document().relations().get(0).target());
    }

    @Test
    void thePlaceOfAComponentIsThePlaceOfItsField() {
        Mapped mapped = Taken.resource(folder, "list-items.html").only();

        assertEquals("list-items.html:6 索 引 号", mapped.where("/indexNumber").toString());
        assertEquals("发布机构", mapped.where("/issuers/0").label());
        assertEquals("list-items.html", mapped.where("/genre").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "GB18030, gb2312, false",
        "GB18030, utf-8, true",
        "UTF-8, gbk, true",
        "UTF-8, utf-8, false",
        "UTF-16LE, utf-16, false"
    })
    void theBytesTellTheCharsetBetterThanTheLabel(String real, String label, boolean mislabelled) {
        String text = (real.startsWith("UTF-16") ? "\ufeff" : "") + "<html><head><meta charset=" + label
                + "></head><body><h1>石㙟水库关于划定保护区的通知</h1><div id=zoom><p>保护区范围如下，请遵守。</p></div></body></html>";
        Taken taken = Taken.from(folder, "a.html", text, java.nio.charset.Charset.forName(real));

        assertEquals("石㙟水库关于划定保护区的通知", taken.document().title());
        assertEquals(mislabelled ? List.of("source.charset.mislabelled") : List.of(), taken.rules());
    }

    private Taken page(String html) {
        return Taken.from(folder, "page.html", html, StandardCharsets.UTF_8);
    }

    private static String table(String label, String value) {
        return "<table><tr><td>" + label + "</td><td>" + value + "</td></tr></table>";
    }

    private static Body body(Taken taken) {
        return Objects.requireNonNull(taken.document().body());
    }

    private static List<String> names(List<Agency> agencies) {
        return agencies.stream().map(Agency::text).toList();
    }
}
