package org.gongkai.office;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.gongkai.ingest.office.Glyph;
import org.gongkai.ingest.office.PageLayout;
import org.gongkai.ingest.source.Limits;
import org.jspecify.annotations.Nullable;

/** What is drawn on one page of a .pdf. One page, one use. */
final class PdfPage extends PDFGraphicsStreamEngine {

    /** No honest page takes more steps to draw. */
    static final int MOST_STEPS = 2_000_000;

    /** How deep what is drawn may call something else that is drawn. */
    private static final int DEEPEST = 20;

    /** A sign that is turned by more than this share is no text that runs from left to right. */
    private static final double TURNED = 0.2;

    private static final int QUARTER = 90;

    private final PageLayout layout;
    private final PDRectangle box;
    private final int turns;
    private final long most;
    private final List<double[]> segments = new ArrayList<>();
    private final List<double[]> rectangles = new ArrayList<>();
    private double @Nullable [] from;
    private double @Nullable [] first;
    /** What the fonts of the page say that their codes mean. */
    private final Map<COSStream, CMap> meanings = new IdentityHashMap<>();

    private int pictures;
    private long unknown;
    private long unseen;
    private long length;
    private int steps;
    private int depth;

    PdfPage(PDPage page, int number, Limits limits) {
        super(page);
        this.box = page.getCropBox();
        this.turns = Math.floorMod(page.getRotation() / QUARTER, 4);
        this.most = limits.maxPageBytes();
        boolean upright = turns % 2 == 0;
        this.layout = new PageLayout(
                number, upright ? box.getWidth() : box.getHeight(), upright ? box.getHeight() : box.getWidth());
    }

    /** Reads the page; what cannot be drawn of it is left out. */
    void read() throws IOException {
        processPage(getPage());
    }

    PageLayout layout() {
        return layout;
    }

    int pictures() {
        return pictures;
    }

    /** How many signs have no meaning that the file tells. */
    long unknown() {
        return unknown;
    }

    /** How many signs are there and not shown. */
    long unseen() {
        return unseen;
    }

    long length() {
        return length;
    }

    /** Whether the page takes so many steps to draw that it was not drawn to its end. */
    boolean cut() {
        return steps > MOST_STEPS;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++steps > MOST_STEPS || length > most || depth > DEEPEST) {
            return;
        }
        depth++;
        try {
            super.processOperator(operator, operands);
        } finally {
            depth--;
        }
    }

    /** A place on the page as it is looked at, from its upper left corner. */
    private double[] place(double x, double y) {
        double across = x - box.getLowerLeftX();
        double up = y - box.getLowerLeftY();
        return switch (turns) {
            case 1 -> new double[] {up, across};
            case 2 -> new double[] {box.getWidth() - across, up};
            case 3 -> new double[] {box.getHeight() - up, box.getWidth() - across};
            default -> new double[] {across, box.getHeight() - up};
        };
    }

    // ---- signs

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        double[] at = place(matrix.getTranslateX(), matrix.getTranslateY());
        double[] end = place(
                matrix.getTranslateX() + displacement.getX() * matrix.getScaleX(),
                matrix.getTranslateY() + displacement.getX() * matrix.getShearY());
        double size = Math.hypot(matrix.getShearX(), matrix.getScaleY());
        String text = meaning(font, code);
        if (text == null || text.isEmpty() || text.charAt(0) == '\uFFFD') {
            unknown++;
            return;
        }
        length += text.length();
        if (!shown()) {
            unseen += text.isBlank() ? 0 : 1;
            return;
        }
        boolean level = Math.abs(end[1] - at[1]) <= TURNED * Math.abs(end[0] - at[0]) && end[0] >= at[0];
        if (level && size > 0) {
            layout.glyph(new Glyph(text, at[0], at[1], end[0] - at[0], size));
        }
    }

    /**
     * The text that a code stands for, as the file says it. Where the file neither holds the font nor says what its codes mean,
     * the library asks a font of this machine, whose signs stand in another order.
     */
    private @Nullable String meaning(PDFont font, int code) throws IOException {
        boolean guesses = font instanceof PDType0Font composite
                && !composite.isEmbedded()
                && composite.getCMapUCS2() == null
                && !(font.getCOSObject().getDictionaryObject(COSName.TO_UNICODE) instanceof COSName);
        if (!guesses) {
            return font.toUnicode(code);
        }
        CMap said = said(font);
        return said == null ? null : said.toUnicode(code);
    }

    private @Nullable CMap said(PDFont font) throws IOException {
        if (!(font.getCOSObject().getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream stream)) {
            return null;
        }
        CMap known = meanings.get(stream);
        if (known == null) {
            try (RandomAccessRead data = stream.createView()) {
                known = new CMapParser().parse(data);
            }
            meanings.put(stream, known);
        }
        return known;
    }

    private boolean shown() {
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        return mode != RenderingMode.NEITHER && mode != RenderingMode.NEITHER_CLIP;
    }

    /** What a sign of such a font looks like says nothing. */
    @Override
    protected void showType3Glyph(Matrix matrix, PDType3Font font, int code, Vector displacement) throws IOException {
        showGlyph(matrix, font, code, displacement);
    }

    // ---- lines

    private double[] point(double x, double y) {
        return place(x, y);
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        double[] one = point(p0.getX(), p0.getY());
        double[] other = point(p2.getX(), p2.getY());
        rectangles.add(new double[] {
            Math.min(one[0], other[0]),
            Math.min(one[1], other[1]),
            Math.max(one[0], other[0]),
            Math.max(one[1], other[1])
        });
    }

    @Override
    public void moveTo(float x, float y) {
        from = point(x, y);
        first = from;
    }

    @Override
    public void lineTo(float x, float y) {
        double[] to = point(x, y);
        add(from, to);
        from = to;
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        from = point(x3, y3);
    }

    @Override
    public void closePath() {
        add(from, first);
        from = first;
    }

    private void add(double @Nullable [] one, double @Nullable [] other) {
        if (one != null && other != null) {
            segments.add(new double[] {one[0], one[1], other[0], other[1]});
        }
    }

    @Override
    public void strokePath() {
        draw(true);
    }

    @Override
    public void fillPath(int windingRule) {
        draw(false);
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        draw(true);
    }

    @Override
    public void endPath() {
        clear();
    }

    /** @param drawn whether the outline is drawn; what is only filled is a line where it is thin */
    private void draw(boolean drawn) {
        rectangles.forEach(each -> layout.rectangle(each[0], each[1], each[2], each[3], drawn));
        if (drawn) {
            segments.forEach(each -> layout.line(each[0], each[1], each[2], each[3]));
        } else if (!segments.isEmpty()) {
            double left = Double.MAX_VALUE;
            double top = Double.MAX_VALUE;
            double right = -Double.MAX_VALUE;
            double bottom = -Double.MAX_VALUE;
            for (double[] each : segments) {
                left = Math.min(left, Math.min(each[0], each[2]));
                right = Math.max(right, Math.max(each[0], each[2]));
                top = Math.min(top, Math.min(each[1], each[3]));
                bottom = Math.max(bottom, Math.max(each[1], each[3]));
            }
            layout.rectangle(left, top, right, bottom, false);
        }
        clear();
    }

    private void clear() {
        segments.clear();
        rectangles.clear();
        from = null;
        first = null;
    }

    @Override
    public Point2D getCurrentPoint() {
        return new Point2D.Float(0, 0);
    }

    @Override
    public void drawImage(PDImage image) {
        pictures++;
    }

    @Override
    public void clip(int windingRule) {
        // What is clipped away is read all the same: a text that a page holds is not hidden by a border.
    }

    @Override
    public void shadingFill(COSName name) {
        // Colour says nothing.
    }
}
