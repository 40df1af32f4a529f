package org.gongkai.office;

/**
 * Whether PDFBox looks for the fonts of the computer that it runs on. Where a file does not bring its fonts along it asks the system
 * for others, goes through all of them the first time and keeps a list of them in the folder of the user. To read text no font
 * is needed, so that a program of its own can switch that off; a host that draws pages with PDFBox may need it.
 */
final class Fonts {

    /** A system property: {@code true} lets PDFBox do without the fonts of the computer. */
    static final String PROPERTY = "gongkai.office.withoutSystemFonts";

    private Fonts() {}

    /** Does without them where the program says so. */
    static void keepToOwn() {
        if (Boolean.getBoolean(PROPERTY)) {
            OwnFonts.use();
        }
    }
}
