package org.gongkai.ingest.mapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.page.SearchResults;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells what a page is that holds no document: the answer of a server or firewall, a log-in, a list of other pages. */
final class NoDocumentPages {

    private static final List<String> FAULTS = Csv.shipped(
                    NoDocumentPages.class.getResourceAsStream("page-faults.csv"),
                    "page-faults.csv",
                    reader -> Csv.read(reader, "page-faults.csv", List.of("phrase", "seen")))
            .stream()
            .map(row -> String.valueOf(row.text("phrase")))
            .toList();

    /** Such a page says what it has to say at once, in characters. */
    private static final int WITHIN = 300;

    /** What stands beside a fault in its heading: a number, a sign, in characters. */
    private static final int BESIDE_FAULT = 4;

    private static final int LONGEST_PAGE = 100_000;

    /** What stands beside the link in a line of a list: a date, a number, in characters. */
    private static final int LONGEST_BESIDE = 32;

    /** All links of a list that are told, in characters. */
    private static final int LONGEST_LIST = 4_000;

    private static final int SHORTEST_LINK = 4;
    /** The name of a column in a menu is shorter, in characters. */
    private static final int SHORTEST_TITLE = 7;

    /** Such a page is called by a few words, in characters, and says little. */
    private static final int SHORT_TITLE = 14;

    private static final int SHORT_TEXT = 120;

    private static final int FEWEST_LINKS = 3;
    private static final int MOST_LOOKED_AT = 200;

    private NoDocumentPages() {}

    /** Why a page is none of which nothing could be made, by what it shows. */
    static SourceProblem ofNothing(Location place, String page) {
        Document all = Jsoup.parse(StringUtils.truncate(page, LONGEST_PAGE));
        String shown = StringUtils.truncate(all.text(), WITHIN);
        if (FAULTS.stream().anyMatch(shown.toLowerCase(Locale.ROOT)::contains)) {
            return new SourceProblem("source.html.faultPage", place, StringUtils.abbreviate(shown, 80), null);
        }
        List<String> titles = titles(all);
        return titles.size() < FEWEST_LINKS && !SearchResults.shownOn(all)
                ? new SourceProblem("source.html.noDocument", place, null, null)
                : new SourceProblem("source.html.listPage", place, Long.toString(titles.size()), told(titles));
    }

    /** The links of a page that are called like documents: longer than the names in menus. */
    private static List<String> titles(Element page) {
        List<String> titles = new ArrayList<>();
        for (Element each : page.select(
                "li a[href], dd a[href], td a[href], p a[href], h2 a[href], h3 a[href], h4 a[href], div > a[href]")) {
            boolean title =
                    MediaTypes.ofName(each.attr("href")) == null && each.text().length() >= SHORTEST_TITLE;
            if (title && titles.size() < MOST_LOOKED_AT) {
                titles.add(each.text() + ' ' + each.attr("href").strip());
            }
        }
        return titles;
    }

    /** Why a page that has no trait of a document is none. */
    static SourceProblem of(Mapped mapped) {
        OfficialDocument document = document(mapped);
        SourceProblem list = list(mapped, document, SHORTEST_TITLE);
        if (list != null) {
            return list;
        }
        String fault = fault(mapped, document, text(document));
        return fault == null
                ? new SourceProblem("source.html.noDocument", mapped.origin(), document.title(), null)
                : new SourceProblem("source.html.faultPage", mapped.origin(), fault, null);
    }

    /** Why a page is no document though it has a trait of one, such as the date of the day; or null. */
    static @Nullable SourceProblem ofAdmitted(Mapped mapped) {
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(mapped.record());
        boolean page = document != null && mapped.raw() instanceof RawForm.WholeFile;
        if (!page || document.documentNumber() != null || document.indexNumber() != null) {
            return null;
        }
        String title = document.title() == null ? "" : document.title();
        // 温馨提示 with the day on which it was asked for tells nothing of a document either.
        boolean slight = title.length() < SHORT_TITLE
                && !Admission.ofKind(document)
                && text(document).length() < SHORT_TEXT;
        String text = title.isEmpty() || bare(document) || slight ? text(document) : "";
        String fault = title.contains("关于") ? null : fault(mapped, document, text);
        return fault == null
                ? list(mapped, document, 1)
                : new SourceProblem("source.html.faultPage", mapped.origin(), fault, null);
    }

    /**
     * Whether a row or an object says what a server does in place of a record: Internal Server Error, 登录超时. A document on such
     * matters says more in its title, or who issued it.
     */
    static boolean saysFault(OfficialDocument document) {
        String title = LegacyText.withoutBlanks(StringUtils.defaultString(document.title()))
                .toLowerCase(Locale.ROOT);
        return document.issuers().isEmpty()
                && !Admission.ofKind(document)
                && FAULTS.stream()
                        .map(LegacyText::withoutBlanks)
                        .anyMatch(each -> title.contains(each) && title.length() - each.length() <= BESIDE_FAULT);
    }

    private static OfficialDocument document(Mapped mapped) {
        return Objects.requireNonNull(RecordKind.of(OfficialDocument.class).as(mapped.record()));
    }

    private static @Nullable String fault(Mapped mapped, OfficialDocument document, String text) {
        String title = document.title() == null ? "" : document.title();
        String said = (title + '\n' + text).toLowerCase(Locale.ROOT);
        return FAULTS.stream().anyMatch(said::contains)
                ? StringUtils.abbreviate((title.isEmpty() ? text : title).strip(), 80)
                : null;
    }

    private static String text(OfficialDocument document) {
        Body body = document.body();
        String text = body == null || body.text() == null ? "" : body.text();
        return StringUtils.truncate(text, WITHIN);
    }

    /**
     * A page whose lines are nearly all links to other pages, with a date or nothing beside them.
     *
     * @param shortest the length from which a line counts, in characters: beside a page that is none anyway the names in a menu say
     *     nothing against a list
     */
    private static @Nullable SourceProblem list(Mapped mapped, OfficialDocument document, int shortest) {
        Body body = document.body();
        if (body == null
                || body.html() == null
                || body.text() == null
                || !body.html().contains("<a")) {
            return null;
        }
        List<String> links = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (Element each : Jsoup.parseBodyFragment(body.html()).select("a[href]")) {
            boolean page =
                    MediaTypes.ofName(each.attr("href")) == null && each.text().length() >= SHORTEST_LINK;
            if (page && links.size() < MOST_LOOKED_AT) {
                links.add(each.text());
                addresses.add(each.text() + ' ' + each.attr("href").strip());
            }
        }
        List<String> lines = Stream.of(body.text().split("\n"))
                .filter(each -> each.strip().length() >= shortest)
                .limit(MOST_LOOKED_AT)
                .toList();
        long linking = lines.stream().filter(each -> links(each, links)).count();
        // A list shows headings and page numbers too; a page that tells nothing of itself is one for fewer links.
        long tenths = bare(document) ? 4 : 6;
        return linking < FEWEST_LINKS || linking * 10 < lines.size() * tenths
                ? null
                : new SourceProblem("source.html.listPage", mapped.origin(), Long.toString(linking), told(addresses));
    }

    /** The links of a list, for whoever is to fetch the pages. */
    private static String told(List<String> addresses) {
        return StringUtils.abbreviate(String.join("; ", addresses), LONGEST_LIST);
    }

    /** Whether a page tells neither a day nor an agency of its own, nor has the title of a text. */
    private static boolean bare(OfficialDocument document) {
        return document.writtenOn() == null
                && document.publishedOn() == null
                && document.issuers().isEmpty()
                && !Admission.ofKind(document);
    }

    private static boolean links(String line, List<String> links) {
        String bare = StringUtils.normalizeSpace(line);
        return links.stream().anyMatch(each -> bare.contains(each) && bare.length() - each.length() <= LONGEST_BESIDE);
    }
}
