package org.gongkai.ingest.page;

import java.util.List;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.source.Reason;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page that shows a list of documents in tables, as an office would hand over on paper. */
public final class ListPage {

    private ListPage() {}

    /**
     * Whether the rows of a page's tables lead to other pages, which are the documents then.
     *
     * @param page the page
     * @return true when one does
     */
    public static boolean leadToPages(String page) {
        return Jsoup.parse(page).select("td a[href]").stream()
                .anyMatch(each -> MediaTypes.ofName(each.attr("href")) == null);
    }

    /**
     * What stands outside of the tables, of a page that is read for nothing but these.
     *
     * @param place the page
     * @param page the page
     * @return an entry for each line
     */
    public static List<LedgerEntry> besideTables(Location place, String page) {
        Document parsed = Jsoup.parse(page);
        parsed.getElementsByTag("table").forEach(Element::remove);
        return PageText.of(parsed.body()).lines().stream()
                .map(each -> new LedgerEntry(
                        place, FieldFate.IGNORED, each.text(), null, null, List.of(Reason.PAGE_FURNITURE.code())))
                .toList();
    }
}
