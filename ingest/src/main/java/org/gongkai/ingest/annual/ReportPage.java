package org.gongkai.ingest.annual;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.DateText;
import org.gongkai.core.annual.ReportPeriod;
import org.gongkai.core.annual.ReportSection;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.table.Grid;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** What a report says outside its tables: title, day, period and sections. */
final class ReportPage {

    private static final String SUBJECT = "政府信息公开";
    /** A report is called so at the end of its title, but for the name of a site behind a dash or a bracket. */
    private static final Pattern CALLED = Pattern.compile("(?:年度报告|年报)[》]?(?:$|[-—_|（(])");

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_HEADING = 40;
    private static final int LONGEST_LINE = 4_000;

    /** A word of each section's heading. */
    private static final List<Pattern> HEADINGS = List.of(
            Pattern.compile("总体情况|概述|基本情况"),
            Pattern.compile("主动公开"),
            Pattern.compile("申请"),
            Pattern.compile("复议|诉讼"),
            Pattern.compile("问题|改进"),
            Pattern.compile("其他|其它"));

    private static final Pattern YEAR =
            Pattern.compile("(?:(?:19|20)\\d{2}|[一二][" + LegacyText.NUMERAL_DIGITS + "]{3})(?=年)");
    private static final Pattern FOUR_DIGITS = Pattern.compile("(?:19|20)\\d{2}(?!\\d)");
    private static final Pattern PERIOD = Pattern.compile(
            "(\\d{4})年(\\d{1,2})月(\\d{1,2})日(?:起|开始)?[，,、]?[至到\\-—–－~～]{1,2}(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern PUBLISHED = Pattern.compile("(?:发布|公开|公布|发文)(?:日期|时间)[:：]?(.{6,24})");

    /** The tables of a page that hold no other, as {@link Grid#ofHtml} takes them. */
    private static final String TABLES = "table:not(:has(table))";

    /** Stands for a table among the lines of a page. */
    private static final char TABLE = '\uFFFC';

    /** A file in which a table may stand and that is not read as one. */
    private static final Pattern FILE = Pattern.compile("(?i)\\.(?:pdf|ofd|docx?|wps|jpe?g|png|gif|tiff?|bmp)$");

    private @Nullable String body;
    private @Nullable Integer year;
    private @Nullable LocalDate publishedOn;
    private @Nullable ReportPeriod period;
    private final SortedMap<Integer, ReportSection> sections = new TreeMap<>();
    private final List<ReportSheet.Line> outside = new ArrayList<>();
    private final Set<String> pictures = new LinkedHashSet<>();

    /**
     * What a page says.
     *
     * @param sheets its tables in the order of the page, in which a part of the text may stand
     */
    static ReportPage of(String html, List<ReportSheet> sheets) {
        Document page = Jsoup.parse(html);
        Elements tables = page.select(TABLES);
        page.select("script, style").remove();
        List<ReportSheet.Line> lines = new ArrayList<>(List.of(ReportSheet.Line.of(page.title())));
        page.select("meta[name=ArticleTitle], meta[name=articletitle]")
                .forEach(each -> lines.add(ReportSheet.Line.of(each.attr("content"))));
        ReportPage read = new ReportPage();
        read.pictures(page);
        for (Element each : page.select("meta[name=PubDate], meta[name=pubdate]")) {
            read.publishedOn = DateText.read(each.attr("content")).value();
        }
        // Between the texts of the page stand its tables, each with its own lines.
        int shown = Math.min(tables.size(), sheets.size());
        for (int i = 0; i < tables.size(); i++) {
            TextNode mark = new TextNode(i < shown ? String.valueOf(TABLE) : "");
            tables.get(i).replaceWith(new Element("p").appendChild(mark));
        }
        Iterator<ReportSheet> next = sheets.iterator();
        for (String each : blocks(page.body())) {
            if (each.equals(String.valueOf(TABLE)) && next.hasNext()) {
                // What stands above a table is a line of the page already.
                next.next().text().stream().filter(line -> line.cell() != null).forEach(lines::add);
            } else {
                lines.add(ReportSheet.Line.of(each));
            }
        }
        read.read(lines);
        return read;
    }

    /** The pictures of the page and the files that it shows or links to, in which tables may stand; what heads and ends a site aside. */
    private void pictures(Document page) {
        for (Element each : page.select("img[src], embed[src], iframe[src], object[data], a[href]")) {
            String target = each.attr(each.nameIs("object") ? "data" : each.nameIs("a") ? "href" : "src");
            String name = target.startsWith("data:")
                    ? "data:"
                    : target.replaceFirst("[?#].*", "").replaceFirst(".*/", "");
            boolean shown = each.nameIs("img") || FILE.matcher(name).find();
            if (shown && !name.isBlank() && each.closest("header, footer, nav") == null) {
                pictures.add(name);
            }
        }
    }

    /** A column of each line that says the year or the body, where every line says the same. */
    void columns(Grid grid) {
        Set<String> years = ReportDraft.said(grid, ReportDraft.Said.YEAR);
        Set<String> bodies = ReportDraft.said(grid, ReportDraft.Said.BODY);
        if (year == null && years.size() == 1) {
            Matcher told = FOUR_DIGITS.matcher(years.iterator().next());
            year = told.find() ? Integer.valueOf(told.group()) : null;
        }
        if (body == null && bodies.size() == 1) {
            body = bodies.iterator().next();
        }
    }

    /** What the sheets of a workbook say, each of which may begin with any section, and go on with that of another. */
    static ReportPage of(List<ReportSheet> sheets) {
        ReportPage read = new ReportPage();
        sheets.forEach(each -> read.read(each.text()));
        return read;
    }

    /** The texts of a page, block by block. */
    private static List<String> blocks(Element body) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(words.text());
                        } else if (node instanceof Element each && (each.isBlock() || each.nameIs("br"))) {
                            text.append('\n');
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element each && each.isBlock()) {
                            text.append('\n');
                        }
                    }
                },
                body);
        return text.toString()
                .lines()
                .map(LegacyText::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private void read(List<ReportSheet.Line> lines) {
        int number = 0;
        StringBuilder text = new StringBuilder();
        @Nullable String title = null;
        for (ReportSheet.Line each : lines) {
            String line = LegacyText.strip(each.text());
            if (line.isEmpty() || line.startsWith(ReportSection.TO_BE_WRITTEN)) {
                continue;
            }
            boolean told = title(line) | day(line);
            int next = heading(line);
            if (next > number) {
                section(number, title, text);
                number = next;
                title = line;
                text = new StringBuilder();
            } else if (number > 0) {
                // A table may repeat the heading above it.
                boolean again = next == number && FormLabels.core(line).equals(FormLabels.core(String.valueOf(title)));
                text.append(text.isEmpty() || again ? "" : "\n").append(again ? "" : line);
            } else if (!told) {
                outside.add(each);
            }
        }
        section(number, title, text);
    }

    /** Whether a line is the heading of a section. */
    static boolean heads(String line) {
        return heading(line) > 0;
    }

    /** Takes what lines of CSV say beside the figures. */
    void told(Map<String, String> told) {
        told.forEach((field, text) -> {
            LocalDate day = DateText.read(text).value();
            switch (field) {
                case "publishedOn" -> publishedOn = day;
                case "period.from" -> period = new ReportPeriod(day, period == null ? null : period.until());
                case "period.until" -> period = new ReportPeriod(period == null ? null : period.from(), day);
                default -> {}
            }
        });
        for (int i = 1; i <= ReportSection.COUNT; i++) {
            String title = told.get("sections." + i + ".title");
            String text = told.get("sections." + i + ".text");
            if (title != null || text != null) {
                sections.merge(i, new ReportSection(i, title, text), ReportPage::both);
            }
        }
    }

    /** Takes a section, or what another sheet says of one. */
    private void section(int number, @Nullable String title, StringBuilder text) {
        if (number > 0) {
            sections.merge(number, new ReportSection(number, title, text.toString()), ReportPage::both);
        }
    }

    private static ReportSection both(ReportSection one, ReportSection more) {
        boolean nothing = more.text() == null || more.text().equals(one.text());
        String text = one.text() == null ? more.text() : nothing ? one.text() : one.text() + '\n' + more.text();
        return new ReportSection(one.number(), one.title() == null ? more.title() : one.title(), text);
    }

    /** The number of the section that a line heads, or 0. */
    private static int heading(String line) {
        String bare = LegacyText.withoutBlanks(line);
        int number = bare.isEmpty() ? 0 : ReportSection.NUMERALS.indexOf(bare.charAt(0)) + 1;
        boolean heads = number > 0
                && bare.length() > 2
                && bare.length() <= LONGEST_HEADING
                && "、.．".indexOf(bare.charAt(1)) >= 0
                && HEADINGS.get(number - 1).matcher(bare).find();
        return heads ? number : 0;
    }

    /** Whether a title is that of a report, and not of a notice that speaks of one. */
    static boolean called(String title) {
        String bare = LegacyText.withoutBlanks(title);
        return CALLED.matcher(bare).find() && !bare.startsWith("关于") && new ReportPage().title(bare);
    }

    /** Body and year, as titles have them: 某局2024年政府信息公开工作年度报告, or the year before the body. */
    private boolean title(String line) {
        String bare = LegacyText.withoutBlanks(line);
        int subject = bare.indexOf(SUBJECT);
        if (year != null
                || subject < 0
                || bare.length() > LONGEST_TITLE
                || !bare.contains("年度报告") && !bare.contains("年报")) {
            return false;
        }
        Matcher found = YEAR.matcher(bare);
        if (!found.find() || found.start() > subject) {
            return false;
        }
        year = LegacyText.number(found.group());
        String before = bare.substring(0, found.start());
        String between = bare.substring(found.end() + 1, subject);
        String named = (before.isEmpty() ? between : before)
                .replaceFirst("^[《]|^关于", "")
                .replaceFirst("^度", "");
        body = named.isEmpty() ? null : named;
        return true;
    }

    private boolean day(String line) {
        if (line.length() > LONGEST_LINE) {
            return false;
        }
        LocalDate day = publishedOn;
        ReportPeriod before = period;
        String bare = LegacyText.withoutBlanks(line);
        Matcher said = PUBLISHED.matcher(bare);
        if (publishedOn == null && said.find()) {
            Matcher date =
                    Pattern.compile("\\d{4}[-年/.]\\d{1,2}[-月/.]\\d{1,2}日?").matcher(said.group(1));
            publishedOn = date.find() ? DateText.read(date.group()).value() : null;
        }
        Matcher span = PERIOD.matcher(bare);
        if (period == null && span.find()) {
            String end = span.group(4) == null ? span.group(1) : span.group(4);
            period = period(span, end);
        }
        return publishedOn != day || period != before;
    }

    private static @Nullable ReportPeriod period(Matcher span, String end) {
        try {
            return new ReportPeriod(
                    LocalDate.of(number(span.group(1)), number(span.group(2)), number(span.group(3))),
                    LocalDate.of(number(end), number(span.group(5)), number(span.group(6))));
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    @Nullable
    String body() {
        return body;
    }

    @Nullable
    Integer year() {
        return year;
    }

    @Nullable
    LocalDate publishedOn() {
        return publishedOn;
    }

    @Nullable
    ReportPeriod period() {
        return period;
    }

    /** The lines that stand in no section and say nothing that is read. */
    List<ReportSheet.Line> outside() {
        return outside;
    }

    /** The cells among them. */
    Set<Grid.Cell> cellsOutside() {
        Set<Grid.Cell> cells = Collections.newSetFromMap(new IdentityHashMap<>());
        outside.stream().map(ReportSheet.Line::cell).filter(Objects::nonNull).forEach(cells::add);
        return cells;
    }

    /** The names of pictures and attached files. */
    Set<String> pictures() {
        return pictures;
    }

    List<ReportSection> sections() {
        return List.copyOf(sections.values());
    }
}
