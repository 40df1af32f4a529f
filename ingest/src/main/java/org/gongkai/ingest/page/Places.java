package org.gongkai.ingest.page;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Where an element of a page stands in relation to others. */
final class Places {

    /** How far up an element's own surroundings reach: the item, its list, the part of the page. */
    private static final int SURROUNDINGS = 3;

    private Places() {}

    /** Whether an element is, or stands in, one of these names. */
    static boolean inside(Element element, Set<String> names) {
        for (Element each = element; each != null; each = each.parent()) {
            if (names.contains(each.normalName())) {
                return true;
            }
        }
        return false;
    }

    /** Whether an element is, or stands in, another. */
    static boolean within(Element element, @Nullable Element outer) {
        for (Element each = element; each != null; each = each.parent()) {
            if (each == outer) {
                return true;
            }
        }
        return false;
    }

    /** Whether an element stands in the same part of the page as the heading, a few levels up. */
    static boolean near(Element element, Element heading) {
        Element part = heading;
        for (int up = 0;
                up < SURROUNDINGS
                        && part.parent() != null
                        && !part.parent().normalName().equals("body");
                up++) {
            part = part.parent();
        }
        return within(element, part);
    }

    /** What stands behind a label that fills its element, or the elements around it; or null. */
    static @Nullable Element neighbour(Element label) {
        Element each = label;
        for (int up = 0; up < SURROUNDINGS; up++) {
            Element next = each.nextElementSibling();
            if (next != null) {
                return next;
            }
            Element parent = each.parent();
            if (parent == null
                    || parent.childrenSize() > 1
                    || parent.normalName().equals("body")) {
                return null;
            }
            each = parent;
        }
        return null;
    }

    /** The element whose parts make one group of lines: the parent of the block, or of the item it stands in. */
    static Element group(Element block) {
        Element each = block;
        for (int up = 0; up < SURROUNDINGS && each.parent() != null; up++) {
            each = each.parent();
            if (each.childrenSize() > 1) {
                return each;
            }
        }
        return each;
    }

    /** What an element is made as: its name and class, those of its parent, and the place that holds both. */
    static Make make(Element element) {
        Element parent = element.parent();
        Element place = parent == null || parent.parent() == null ? element : parent.parent();
        return new Make(
                element.normalName(),
                element.className(),
                parent == null ? "" : parent.normalName(),
                parent == null ? "" : parent.className(),
                place);
    }

    /** Elements of the same make stand in one list. */
    record Make(String name, String look, String nameAround, String lookAround, Element place) {}

    /** Whether an element and all around it are shown. */
    static boolean shown(Element element) {
        for (Element each = element; each != null; each = each.parent()) {
            if (PageText.hidden(each)) {
                return false;
            }
        }
        return true;
    }
}
