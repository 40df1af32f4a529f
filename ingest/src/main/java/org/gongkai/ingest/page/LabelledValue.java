package org.gongkai.ingest.page;

import org.apache.commons.lang3.StringUtils;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.source.OwnLabels;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A label of a page and its value.
 *
 * @param element where they stand
 * @param label the label as it stands
 * @param value the value, empty when there is none
 * @param component what it means, where the place says so rather than the label; otherwise null
 * @param beside the element of the value, where that is another; otherwise null
 * @param concealed whether the page holds the value behind its label and does not show it
 */
record LabelledValue(
        Element element,
        String label,
        String value,
        @Nullable Component component,
        @Nullable Element beside,
        boolean concealed) {

    LabelledValue(
            Element element, String label, String value, @Nullable Component component, @Nullable Element beside) {
        this(element, label, value, component, beside, false);
    }

    /** A label and its value in one element. */
    static LabelledValue of(Element element, String label, String value) {
        return new LabelledValue(element, withoutColon(label), value, null, null);
    }

    /** A label, and its value in an element of its own. */
    static LabelledValue beside(Element element, String label, Element value) {
        String shown = PageText.hidden(value) ? "" : PageText.of(value).text();
        String held = shown.isEmpty() ? PageText.concealed(value) : "";
        return new LabelledValue(
                element, withoutColon(label), held.isEmpty() ? shown : held, null, value, !held.isEmpty());
    }

    /** A date without a label, where pages show that of publication. */
    static LabelledValue date(Element element, String date) {
        return new LabelledValue(element, "[页面:日期]", date, Component.PUBLISHED_ON, null);
    }

    /** A document number without a label. */
    static LabelledValue number(Element element, String number) {
        return new LabelledValue(element, "[页面:发文字号]", number, Component.DOCUMENT_NUMBER, null);
    }

    /** A title without a label. */
    static LabelledValue title(Element element, String title) {
        return new LabelledValue(element, "[页面:标题]", title, Component.TITLE, null);
    }

    /** Some other text beside labels and values, which has to be accounted for. */
    static LabelledValue text(Element element, String text) {
        return new LabelledValue(element, OwnLabels.TEXT_BESIDE, text, null, null);
    }

    private static String withoutColon(String label) {
        return StringUtils.strip(StringUtils.stripEnd(label.strip(), "：: 　"), "[]【】");
    }
}
