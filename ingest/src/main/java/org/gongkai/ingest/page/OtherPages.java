package org.gongkai.ingest.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.Attachment;
import org.gongkai.ingest.attachment.AttachmentFolder;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.file.TextBytes;
import org.gongkai.ingest.file.Xhtml;
import org.gongkai.ingest.source.AttachedFile;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.SourceFile;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The pages beside a page that hold parts of its body: in the folder that was asked for, and nowhere else. */
final class OtherPages {

    /** A frame that is no higher or wider shows nothing, in pixels. */
    private static final int SMALLEST = 10;

    private static final int MOST_FRAMES = 10;

    private final SourceFile file;
    private final Limits limits;
    private final AttachmentFolder folder;

    OtherPages(SourceFile file, Limits limits, boolean followLinks) {
        this.file = file;
        this.limits = limits;
        this.folder = new AttachmentFolder(file, limits, followLinks);
    }

    /**
     * A page that was found.
     *
     * @param address how it is linked
     * @param attached the file, told of as a part of the page that links it; without a digest, since its text is in the record
     * @param source the file as one to read
     * @param text the page
     */
    record Found(String address, AttachedFile attached, SourceFile source, String text) {}

    /** The frames of a page that may show its text: pages, neither hidden nor part of what all pages share. */
    static List<Element> frames(Element page) {
        List<Element> frames = new ArrayList<>();
        for (Element each : page.select("iframe[src], frame[src], object[data]")) {
            String address = address(each);
            boolean document = !address.isEmpty()
                    && !address.startsWith("#")
                    && !PageLinks.hasScheme(address, "about:")
                    && !PageLinks.hasScheme(address, "javascript:")
                    && MediaTypes.of(address) == null
                    && MediaTypes.of(StringUtils.substringAfterLast(address, "=")) == null;
            if (document && shows(each) && frames.size() < MOST_FRAMES) {
                frames.add(each);
            }
        }
        return frames;
    }

    /** Where a frame leads. */
    static String address(Element frame) {
        return frame.attr(frame.hasAttr("src") ? "src" : "data").strip();
    }

    private static boolean shows(Element frame) {
        for (Element each = frame; each != null; each = each.parent()) {
            PartNames.Part part = PartNames.of(each);
            if (PageText.hidden(each) || part != null && part != PartNames.Part.BYLINE) {
                return false;
            }
        }
        return large(frame.attr("width")) && large(frame.attr("height"));
    }

    private static boolean large(String pixels) {
        String number = pixels.strip().replace("px", "");
        return !number.matches("\\d{1,4}") || Integer.parseInt(number) > SMALLEST;
    }

    /** The page at an address relative to this one, or null when it is not there or cannot be read as a text. */
    @Nullable
    Found find(String address) {
        Attachment named = new Attachment(address, "text/html", null, null, address);
        AttachedFile there = folder.linked(named).file();
        Path own = file.path().toAbsolutePath().normalize();
        if (there == null || there.path().toAbsolutePath().normalize().equals(own)) {
            return null;
        }
        try {
            long size = Files.size(there.path());
            if (size == 0 || size > limits.maxPageBytes()) {
                return null;
            }
            TextBytes bytes = TextBytes.of(() -> Files.newInputStream(there.path()));
            AttachedFile part = new AttachedFile(
                    there.name(), there.path(), new Attachment(address, "text/html", size, null, address));
            return new Found(
                    address,
                    part,
                    new SourceFile(there.path(), there.name(), size, SourceFile.Kind.HTML, file.root()),
                    Xhtml.asHtml(bytes.whole(there.path())));
        } catch (IOException | TextBytes.NoTextException unreadable) {
            // What is not read is told of as not there.
            return null;
        }
    }

    /** Makes the relative addresses in a part of another page lead from this page. */
    static void rebase(Element part, String address) {
        String folder = StringUtils.substringBeforeLast(StringUtils.substringBefore(address, "?"), "/");
        if (!address.contains("/")) {
            return;
        }
        for (Element each : part.select("[href], [src]")) {
            String name = each.hasAttr("href") ? "href" : "src";
            String there = each.attr(name).strip();
            if (!there.isEmpty() && !there.matches("(?s)[/#\\\\].*|[a-zA-Z][a-zA-Z0-9+.-]*:.*")) {
                each.attr(name, folder + '/' + there);
            }
        }
    }
}
