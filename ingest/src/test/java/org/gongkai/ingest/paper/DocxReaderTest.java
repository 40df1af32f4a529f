package org.gongkai.ingest.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.ingest.office.OfficeText;
import org.gongkai.ingest.office.OfficeText.Align;
import org.gongkai.ingest.office.OfficeText.Aside;
import org.gongkai.ingest.office.OfficeText.Cell;
import org.gongkai.ingest.office.OfficeText.Paragraph;
import org.gongkai.ingest.office.OfficeText.Remark;
import org.gongkai.ingest.office.OfficeText.Table;
import org.gongkai.ingest.source.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs write into a .docx beside plain paragraphs. */
class DocxReaderTest {

    private static final String W = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

    private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    @TempDir
    Path folder;

    private final Map<String, String> parts = new LinkedHashMap<>();

    private OfficeText read(String body) throws IOException {
        Path file = folder.resolve("a.docx");
        StringBuilder targets = new StringBuilder();
        parts.keySet()
                .forEach(each -> targets.append("<Relationship Id=\"r" + each + "\" Type=\"" + TYPE
                        + each.replaceAll("\\d", "") + "\" Target=\"" + each + ".xml\"/>"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "word/document.xml", "<w:document" + W + "><w:body>" + body + "</w:body></w:document>");
            put(zip, "word/_rels/document.xml.rels", "<Relationships>" + targets + "</Relationships>");
            for (Map.Entry<String, String> each : parts.entrySet()) {
                put(zip, "word/" + each.getKey() + ".xml", each.getValue());
            }
        }
        return new DocxReader().read(file, Limits.standard());
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String p(String properties, String text) {
        return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static List<String> texts(OfficeText text) {
        return text.parts().stream()
                .map(each -> each instanceof Paragraph paragraph ? paragraph.text() : each.toString())
                .toList();
    }

    private void numbering(String levels) {
        parts.put(
                "numbering",
                "<w:numbering" + W + "><w:abstractNum w:abstractNumId=\"0\">" + levels
                        + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
                        + "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>");
    }

    private static String level(int level, String form, String text) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + form
                + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    private static String item(int list, int level, String text) {
        return p("<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>", text);
    }

    @Test
    void numbersThatTheProgramPutsBeforeParagraphsAreRead() throws IOException {
        numbering(level(0, "chineseCountingThousand", "%1、") + level(1, "decimal", "（%2）") + level(2, "bullet", "●"));
        OfficeText text = read(item(1, 0, "总则")
                + item(1, 1, "目的")
                + item(1, 1, "依据")
                + item(1, 0, "职责")
                + item(1, 1, "分工")
                + item(1, 2, "其他")
                + item(2, 0, "附则"));
        assertEquals(List.of("一、总则", "（1）目的", "（2）依据", "二、职责", "（1）分工", "其他", "一、附则"), texts(text));
    }

    @Test
    void aStyleMayNumberAndPlaceItsParagraphs() throws IOException {
        numbering(level(0, "japaneseCounting", "第%1条"));
        parts.put(
                "styles",
                "<w:styles" + W + "><w:style w:type=\"paragraph\" w:styleId=\"a\"><w:pPr><w:jc w:val=\"center\"/>"
                        + "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>");
        OfficeText text = read(p("<w:pStyle w:val=\"b\"/>", "甲") + p("<w:pStyle w:val=\"b\"/>", "乙"));
        assertEquals(List.of("第一条甲", "第二条乙"), texts(text));
        assertEquals(Align.CENTER, ((Paragraph) text.parts().get(0)).align());
    }

    @Test
    void changesAreReadAsAcceptedAndWhatIsHiddenIsNotAndBothAreTold() throws IOException {
        OfficeText text = read("<w:p><w:r><w:t>标准为</w:t></w:r><w:del><w:r><w:delText>900</w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>960</w:t></w:r></w:ins><w:r><w:t>元</w:t></w:r>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>（内部掌握）</w:t></w:r><w:r><w:t>。</w:t></w:r></w:p>");
        assertEquals(List.of("标准为960元。"), texts(text));
        assertEquals(List.of(new Remark("source.text.revised", 0, "2", "1")), text.remarks());
    }

    @Test
    void instructionsOfFieldsAreNoText() throws IOException {
        OfficeText text = read("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>INCLUDETEXT"
                + " \"http://other.invalid/x\"</w:instrText></w:r><w:r><w:t>结果</w:t></w:r></w:p>");
        assertEquals(List.of("结果"), texts(text));
    }

    @Test
    void aTextBoxIsReadOnceThoughItIsWrittenTwice() throws IOException {
        String box = "<w:txbxContent>" + p("", "框内文字") + "</w:txbxContent>";
        OfficeText text = read("<w:p><w:r><w:t>外面</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>" + box
                + "</mc:Choice><mc:Fallback>" + box + "</mc:Fallback></mc:AlternateContent></w:r></w:p>");
        assertEquals(List.of("框内文字", "外面"), texts(text));
    }

    @Test
    void notesAreReadAndWhatStandsOnEveryPageIsBesideTheText() throws IOException {
        parts.put(
                "footnotes", "<w:footnotes" + W + "><w:footnote>" + p("", "注：含中央补助。") + "</w:footnote></w:footnotes>");
        parts.put("header1", "<w:hdr" + W + ">" + p("", "东岚市民政局") + "</w:hdr>");
        OfficeText text = read(p("", "正文"));
        assertTrue(text.parts().contains(new Paragraph("注：含中央补助。", Align.LEFT, 0)), text.toString());
        assertTrue(text.parts().contains(new Aside("东岚市民政局", 0)), text.toString());
    }

    @Test
    void aTableInACellStaysInItsCell() throws IOException {
        String inner = "<w:tbl><w:tr><w:tc>" + p("", "内") + "</w:tc></w:tr></w:tbl>";
        OfficeText text = read(
                "<w:tbl><w:tr><w:tc>" + p("", "外") + inner + "</w:tc><w:tc>" + p("", "旁") + "</w:tc></w:tr></w:tbl>");
        Table table = (Table) text.parts().get(0);
        Cell first = table.rows().get(0).get(0);
        assertEquals(2, first.parts().size());
        assertTrue(first.parts().get(1) instanceof Table);
    }

    @Test
    void aRowMayBeginFurtherIn() throws IOException {
        OfficeText text = read("<w:tbl><w:tr><w:tc>" + p("", "甲") + "</w:tc><w:tc>" + p("", "乙")
                + "</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc>" + p("", "丙")
                + "</w:tc></w:tr></w:tbl>");
        List<Cell> row = ((Table) text.parts().get(0)).rows().get(1);
        assertEquals(List.of(), row.get(0).parts());
        assertEquals("丙", ((Paragraph) row.get(1).parts().get(0)).text());
    }

    @Test
    void picturesAreCountedAndAFileOfPicturesAloneIsBlank() throws IOException {
        OfficeText text = read("<w:p><w:r><pic:pic/></w:r></w:p>");
        assertEquals(1, text.pictures());
        assertTrue(text.blank());
    }
}
