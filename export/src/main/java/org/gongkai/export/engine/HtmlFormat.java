package org.gongkai.export.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.table.Markup;
import org.gongkai.export.table.Xml;
import org.jspecify.annotations.Nullable;

/**
 * Records as web pages, one a file, with the profile's fields as tags of the head. A tag that the format asks for is
 * written even when the record has nothing for it, so that what is missing can be seen.
 */
final class HtmlFormat extends FormatWriter {

    private final FormatProfile profile;
    private final List<FormatProfile.Field> tags;
    private @Nullable Writer page;

    HtmlFormat(FormatProfile profile, Bag bag) {
        super(profile, bag);
        this.profile = profile;
        this.tags = profile.fields();
    }

    @Override
    void begin(OutputStream file) throws IOException {
        page = writer(file);
    }

    @Override
    void row(String[] values) throws IOException {
        String title = Markup.html(values[tags.size()]);
        page.write("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"" + profile.encoding() + "\">\n");
        for (int i = 0; i < tags.size(); i++) {
            if (!values[i].isEmpty() || tags.get(i).required()) {
                page.write("<meta name=\"" + Markup.html(tags.get(i).name()) + "\" content=\"" + Markup.html(values[i])
                        + "\">\n");
            }
        }
        page.write("<title>" + title + "</title>\n</head>\n<body>\n<h1>" + title + "</h1>\n");
        page.write(values[tags.size() + 1]);
        page.write("\n</body>\n</html>\n");
    }

    @Override
    void end() throws IOException {
        page.flush();
    }

    @Override
    String toData() {
        return "../".repeat((int) profile.file().chars().filter(c -> c == '/').count());
    }

    /** HTML leaves out what XML does, and XHTML readers are stricter still. */
    @Override
    boolean holds(char c) {
        return Xml.holds(c);
    }
}
