package org.gongkai.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.gongkai.ingest.office.OfficeText.Align;
import org.gongkai.ingest.office.OfficeText.Cell;
import org.gongkai.ingest.office.OfficeText.Paragraph;
import org.gongkai.ingest.office.OfficeText.Part;
import org.gongkai.ingest.office.OfficeText.Table;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Writes the same paragraphs and tables in each form that is read. */
final class WrittenOffice {

    enum Form {
        DOCX,
        DOC,
        PDF,
        OFD;

        Path write(Path folder, String name, List<Part> parts) throws IOException {
            Path file = folder.resolve(name + '.' + name().toLowerCase(java.util.Locale.ROOT));
            switch (this) {
                case DOCX -> docx(file, parts);
                case DOC -> new WrittenDoc().write(file, parts);
                case PDF -> pdf(file, parts);
                case OFD -> ofd(file, parts);
            }
            return file;
        }
    }

    private WrittenOffice() {}

    static Paragraph line(String text) {
        return new Paragraph(text, Align.LEFT, 0);
    }

    static Paragraph centred(String text) {
        return new Paragraph(text, Align.CENTER, 0);
    }

    static Paragraph right(String text) {
        return new Paragraph(text, Align.RIGHT, 0);
    }

    /** A table without merged cells. */
    static Table table(String[]... rows) {
        List<List<Cell>> all = new ArrayList<>();
        for (String[] row : rows) {
            List<Cell> cells = new ArrayList<>();
            for (String each : row) {
                cells.add(cell(each, 1, 1));
            }
            all.add(cells);
        }
        return new Table(all, 0);
    }

    static Cell cell(String text, int rowSpan, int columnSpan) {
        return new Cell(List.of(line(text)), rowSpan, columnSpan);
    }

    static String text(Cell cell) {
        return ((Paragraph) cell.parts().get(0)).text();
    }

    /** A cell and the field of the grid in which it begins. */
    record Placed(Cell cell, int row, int column) {}

    static List<Placed> placed(Table table) {
        List<Placed> all = new ArrayList<>();
        boolean[][] taken = new boolean[table.rows().size() + 10][100];
        for (int r = 0; r < table.rows().size(); r++) {
            int c = 0;
            for (Cell each : table.rows().get(r)) {
                while (taken[r][c]) {
                    c++;
                }
                all.add(new Placed(each, r, c));
                for (int i = 0; i < each.rowSpan(); i++) {
                    for (int j = 0; j < each.columnSpan(); j++) {
                        taken[r + i][c + j] = true;
                    }
                }
                c += each.columnSpan();
            }
        }
        return all;
    }

    static int columns(Table table) {
        return placed(table).stream()
                .mapToInt(each -> each.column() + each.cell().columnSpan())
                .max()
                .orElseThrow();
    }

    // ---- .docx, by a library of its own

    static void docx(Path file, List<Part> parts) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                var out = Files.newOutputStream(file)) {
            for (Part each : parts) {
                if (each instanceof Paragraph paragraph) {
                    XWPFParagraph written = document.createParagraph();
                    written.setAlignment(
                            ParagraphAlignment.valueOf(paragraph.align().name()));
                    written.createRun().setText(paragraph.text());
                } else if (each instanceof Table table) {
                    docx(document, table);
                }
            }
            document.write(out);
        }
    }

    private static void docx(XWPFDocument document, Table table) {
        int columns = columns(table);
        XWPFTable written = document.createTable(table.rows().size(), columns);
        boolean[][] dropped = new boolean[table.rows().size()][columns];
        for (Placed each : placed(table)) {
            for (int i = 0; i < each.cell().rowSpan(); i++) {
                XWPFTableCell cell = written.getRow(each.row() + i).getCell(each.column());
                CTTcPr properties = cell.getCTTc().isSetTcPr()
                        ? cell.getCTTc().getTcPr()
                        : cell.getCTTc().addNewTcPr();
                if (each.cell().columnSpan() > 1) {
                    properties
                            .addNewGridSpan()
                            .setVal(java.math.BigInteger.valueOf(each.cell().columnSpan()));
                }
                if (each.cell().rowSpan() > 1) {
                    properties.addNewVMerge().setVal(i == 0 ? STMerge.RESTART : STMerge.CONTINUE);
                }
                if (i == 0) {
                    cell.setText(text(each.cell()));
                }
                for (int j = 1; j < each.cell().columnSpan(); j++) {
                    dropped[each.row() + i][each.column() + j] = true;
                }
            }
        }
        for (int r = 0; r < dropped.length; r++) {
            for (int c = columns - 1; c >= 0; c--) {
                if (dropped[r][c]) {
                    written.getRow(r).getCtRow().removeTc(c);
                }
            }
        }
    }

    // ---- pages

    private static final double SIZE = 16;
    private static final double LEFT = 72;
    private static final int SIGNS = 28;
    private static final double TOP = 90;
    private static final double LEADING = 28;
    private static final double BOTTOM = 760;

    /** Draws parts on pages of A4, in points from the upper left corner. */
    interface Pen {
        void page() throws IOException;

        void text(String text, double x, double y, double size) throws IOException;

        void line(double x0, double y0, double x1, double y1) throws IOException;
    }

    static void draw(List<Part> parts, Pen pen) throws IOException {
        double y = TOP;
        int pages = 1;
        pen.page();
        for (Part each : parts) {
            if (each instanceof Paragraph paragraph) {
                for (String line : wrapped(paragraph)) {
                    if (y > BOTTOM) {
                        pen.text("— " + pages++ + " —", 280, 800, 12);
                        pen.page();
                        y = TOP;
                    }
                    double wide = line.length() * SIZE;
                    double x = switch (paragraph.align()) {
                        case LEFT -> LEFT;
                        case CENTER -> LEFT + (SIGNS * SIZE - wide) / 2;
                        case RIGHT -> LEFT + SIGNS * SIZE - wide - 2 * SIZE;
                    };
                    pen.text(line, x, y, SIZE);
                    y += LEADING;
                }
            } else if (each instanceof Table table) {
                y = draw(table, y, pen) + LEADING;
            }
        }
        pen.text("— " + pages + " —", 280, 800, 12);
    }

    /** Paragraphs begin two signs in, and go on at the margin. */
    private static List<String> wrapped(Paragraph paragraph) {
        String rest = paragraph.align() == Align.LEFT && !paragraph.text().endsWith("：")
                ? "　　" + paragraph.text()
                : paragraph.text();
        List<String> lines = new ArrayList<>();
        while (rest.length() > SIGNS) {
            lines.add(rest.substring(0, SIGNS));
            rest = rest.substring(SIGNS);
        }
        lines.add(rest);
        return lines;
    }

    private static double draw(Table table, double top, Pen pen) throws IOException {
        int columns = columns(table);
        double wide = SIGNS * SIZE / columns;
        double high = 34;
        double upper = top - 20;
        for (Placed each : placed(table)) {
            double x = LEFT + each.column() * wide;
            double y = upper + each.row() * high;
            double right = x + each.cell().columnSpan() * wide;
            double bottom = y + each.cell().rowSpan() * high;
            pen.line(x, y, right, y);
            pen.line(x, bottom, right, bottom);
            pen.line(x, y, x, bottom);
            pen.line(right, y, right, bottom);
            String text = text(each.cell());
            int most = Math.max(1, (int) ((right - x - 8) / 12));
            for (int i = 0, line = 0; i < text.length(); i += most, line++) {
                pen.text(text.substring(i, Math.min(text.length(), i + most)), x + 4, y + 15 + line * 14, 12);
            }
        }
        return upper + table.rows().size() * high + 20;
    }

    // ---- .pdf, with a font of Chinese that the file does not bring along

    static void pdf(Path file, List<Part> parts) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PdfPen pen = new PdfPen(document);
            draw(parts, pen);
            pen.end();
            document.save(file.toFile());
        }
    }

    static COSDictionary chinese() {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("GB1"));
        system.setItem(COSName.SUPPLEMENT, COSInteger.get(5));
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "STSong-Light");
        descriptor.setInt(COSName.FLAGS, 4);
        COSDictionary signs = new COSDictionary();
        signs.setItem(COSName.TYPE, COSName.FONT);
        signs.setName(COSName.SUBTYPE, "CIDFontType0");
        signs.setName(COSName.BASE_FONT, "STSong-Light");
        signs.setItem(COSName.CIDSYSTEMINFO, system);
        signs.setItem(COSName.FONT_DESC, descriptor);
        signs.setInt(COSName.DW, 1000);
        COSArray descendants = new COSArray();
        descendants.add(signs);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setName(COSName.SUBTYPE, "Type0");
        font.setName(COSName.BASE_FONT, "STSong-Light-UniGB-UTF16-H");
        font.setName(COSName.ENCODING, "UniGB-UTF16-H");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }

    private static final class PdfPen implements Pen {

        private final PDDocument document;
        private PDPage page;
        private StringBuilder content = new StringBuilder();

        PdfPen(PDDocument document) {
            this.document = document;
        }

        @Override
        public void page() throws IOException {
            end();
            page = new PDPage(PDRectangle.A4);
            COSDictionary fonts = new COSDictionary();
            fonts.setItem(COSName.getPDFName("F1"), chinese());
            PDResources resources = new PDResources();
            resources.getCOSObject().setItem(COSName.FONT, fonts);
            page.setResources(resources);
            document.addPage(page);
        }

        void end() throws IOException {
            if (page != null) {
                PDStream stream = new PDStream(document);
                try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                    out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
                }
                page.setContents(stream);
            }
            content = new StringBuilder();
        }

        @Override
        public void text(String text, double x, double y, double size) {
            StringBuilder hex = new StringBuilder();
            for (byte each : text.getBytes(StandardCharsets.UTF_16BE)) {
                hex.append(String.format("%02X", each));
            }
            content.append(String.format(
                    "BT /F1 %.1f Tf %.2f %.2f Td <%s> Tj ET%n", size, x, PDRectangle.A4.getHeight() - y, hex));
        }

        @Override
        public void line(double x0, double y0, double x1, double y1) {
            double height = PDRectangle.A4.getHeight();
            content.append(String.format("%.2f %.2f m %.2f %.2f l S%n", x0, height - y0, x1, height - y1));
        }
    }

    // ---- .ofd

    static void ofd(Path file, List<Part> parts) throws IOException {
        OfdPen pen = new OfdPen();
        draw(parts, pen);
        StringBuilder pages = new StringBuilder();
        for (int i = 0; i < pen.pages.size(); i++) {
            pages.append("<ofd:Page ID=\"" + (i + 10) + "\" BaseLoc=\"Pages/Page_" + i + "/Content.xml\"/>");
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(
                    zip,
                    "OFD.xml",
                    "<ofd:OFD " + OFD + " DocType=\"OFD\" Version=\"1.0\"><ofd:DocBody><ofd:DocInfo/>"
                            + "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
            put(
                    zip,
                    "Doc_0/Document.xml",
                    "<ofd:Document " + OFD + "><ofd:CommonData><ofd:PageArea>"
                            + "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
                            + pages + "</ofd:Pages></ofd:Document>");
            for (int i = 0; i < pen.pages.size(); i++) {
                put(
                        zip,
                        "Doc_0/Pages/Page_" + i + "/Content.xml",
                        "<ofd:Page " + OFD
                                + "><ofd:Content><ofd:Layer ID=\"1\">" + pen.pages.get(i)
                                + "</ofd:Layer></ofd:Content></ofd:Page>");
            }
        }
    }

    private static final String OFD = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static final class OfdPen implements Pen {

        private static final double MILLIMETRES = 25.4 / 72;
        private final List<StringBuilder> pages = new ArrayList<>();
        private int id = 100;

        @Override
        public void page() {
            pages.add(new StringBuilder());
        }

        @Override
        public void text(String text, double x, double y, double size) {
            double mm = size * MILLIMETRES;
            pages.get(pages.size() - 1)
                    .append(String.format(
                            "<ofd:TextObject ID=\"%d\" Boundary=\"%.3f %.3f %.3f %.3f\" Font=\"3\" Size=\"%.4f\">"
                                    + "<ofd:TextCode X=\"0\" Y=\"%.3f\" DeltaX=\"g %d %.4f\">%s</ofd:TextCode></ofd:TextObject>",
                            id++,
                            x * MILLIMETRES,
                            y * MILLIMETRES - mm,
                            text.length() * mm,
                            mm * 1.2,
                            mm,
                            mm,
                            Math.max(1, text.length() - 1),
                            mm,
                            text));
        }

        @Override
        public void line(double x0, double y0, double x1, double y1) {
            pages.get(pages.size() - 1)
                    .append(String.format(
                            "<ofd:PathObject ID=\"%d\" Boundary=\"%.3f %.3f %.3f %.3f\" LineWidth=\"0.2\">"
                                    + "<ofd:AbbreviatedData>M 0 0 L %.3f %.3f</ofd:AbbreviatedData></ofd:PathObject>",
                            id++,
                            x0 * MILLIMETRES,
                            y0 * MILLIMETRES,
                            Math.abs(x1 - x0) * MILLIMETRES,
                            Math.abs(y1 - y0) * MILLIMETRES,
                            (x1 - x0) * MILLIMETRES,
                            (y1 - y0) * MILLIMETRES));
        }
    }
}
