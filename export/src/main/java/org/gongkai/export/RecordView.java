package org.gongkai.export;

import org.gongkai.core.document.Body;
import org.gongkai.core.document.OfficialDocument;
import org.jspecify.annotations.Nullable;

/** A document on its way into the formats, with its HTML cleaned once for all of them. Not thread-safe. */
final class RecordView {

    private final OfficialDocument document;
    private HtmlCleaner.@Nullable Cleaned cleaned;

    RecordView(OfficialDocument document) {
        this.document = document;
    }

    OfficialDocument document() {
        return document;
    }

    /** The body's HTML, cleaned, or null when there is none. */
    @Nullable
    String html() {
        if (cleaned == null) {
            Body body = document.body();
            if (body == null || body.html() == null || body.html().isBlank()) {
                return null;
            }
            cleaned = HtmlCleaner.clean(body.html());
        }
        return cleaned.html();
    }

    /** Whether the cleaning took something away; false before {@link #html()} was asked. */
    boolean lossy() {
        return cleaned != null && cleaned.lossy();
    }

    /** The attachments as paragraphs of links, without those that the HTML given links already. */
    String attachmentLinks(String html) {
        return HtmlCleaner.links(document.attachments(), html);
    }
}
