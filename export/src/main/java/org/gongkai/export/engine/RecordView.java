package org.gongkai.export.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordKind;
import org.jspecify.annotations.Nullable;

/** A record on its way into the formats, a document with its HTML cleaned once for all of them. Not thread-safe. */
public final class RecordView {

    private final DisclosureRecord record;
    private final @Nullable OfficialDocument document;
    private final Function<Attachment, @Nullable String> copies;
    private HtmlCleaner.@Nullable Cleaned cleaned;
    private @Nullable Boolean saysText;

    /** A view of a record; {@code copies} says where in the package an attachment's file stands, if anywhere. */
    public RecordView(DisclosureRecord record, Function<Attachment, @Nullable String> copies) {
        this.record = record;
        this.document = RecordKind.of(OfficialDocument.class).as(record);
        this.copies = copies;
    }

    DisclosureRecord record() {
        return record;
    }

    /** The record as a document, null when it is of another kind. */
    @Nullable
    OfficialDocument document() {
        return document;
    }

    /** The body's HTML, cleaned, or null when there is none. */
    @Nullable
    String html() {
        if (cleaned == null) {
            Body body = body();
            if (body == null || body.html() == null || body.html().isBlank()) {
                return null;
            }
            cleaned = HtmlCleaner.clean(body.html());
        }
        return cleaned.html();
    }

    private @Nullable Body body() {
        return document == null ? null : document.body();
    }

    private List<Attachment> attachments() {
        return document == null ? List.of() : document.attachments();
    }

    /** Whether the cleaning took something away; false before {@link #html()} was asked. */
    boolean lossy() {
        return cleaned != null && cleaned.lossy();
    }

    /** Whether the HTML that was let through says all that the body's text says. */
    boolean htmlSaysText() {
        if (saysText == null) {
            Body body = body();
            String html = html();
            saysText = body != null && html != null && (body.text() == null || HtmlCleaner.says(html, body.text()));
        }
        return saysText;
    }

    /** Where the files of the attachments stand below {@code data/}, null for one that is not in the package. */
    List<@Nullable String> attachmentFiles() {
        List<@Nullable String> files = new ArrayList<>();
        for (Attachment each : attachments()) {
            String path = copies.apply(each);
            files.add(path == null ? null : path.substring("data/".length()));
        }
        return files.stream().allMatch(Objects::isNull) ? List.of() : files;
    }

    /**
     * The attachments as paragraphs of links, without those that the HTML given links already.
     *
     * @param html the HTML that they are appended to
     * @param toData the way from the page to {@code data/}, such as {@code ../}, for links to the copies in the
     *     package; null for the addresses of the source
     */
    String attachmentLinks(String html, @Nullable String toData) {
        if (toData == null) {
            return HtmlCleaner.links(attachments(), html);
        }
        List<Attachment> here = new ArrayList<>();
        for (Attachment each : attachments()) {
            String path = copies.apply(each);
            here.add(
                    path == null
                            ? each
                            : new Attachment(
                                    each.name(),
                                    each.mediaType(),
                                    each.size(),
                                    each.sha256(),
                                    toData + address(path.substring("data/".length()))));
        }
        return HtmlCleaner.links(here, html);
    }

    /** A path as an address: what an address reads as its own is escaped. */
    private static String address(String path) {
        return path.replace("%", "%25").replace("#", "%23").replace("?", "%3F").replace(" ", "%20");
    }
}
