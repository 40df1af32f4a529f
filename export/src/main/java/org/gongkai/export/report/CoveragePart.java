package org.gongkai.export.report;

import static org.gongkai.export.report.HtmlParts.both;
import static org.gongkai.export.report.HtmlParts.count;
import static org.gongkai.export.report.HtmlParts.more;
import static org.gongkai.export.report.HtmlParts.share;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.core.Bilingual;
import org.gongkai.export.table.Markup;
import org.gongkai.validation.coverage.GapReason;
import org.gongkai.validation.coverage.InventoryCount;
import org.gongkai.validation.coverage.NumberSeries;
import org.gongkai.validation.coverage.SeriesCount;
import org.gongkai.validation.report.RunSummary;
import org.jspecify.annotations.Nullable;

/** What the report page says of coverage: the inventory in counts, and each number series as a strip. */
final class CoveragePart {

    private static final int MOST_SERIES = 200;
    private static final int MOST_GAPS = 30;

    private CoveragePart() {}

    /** Writes nothing when nobody looked. */
    static void write(Appendable out, RunSummary.Coverage coverage) throws IOException {
        InventoryCount inventory = coverage.inventory();
        SeriesCount numbers = coverage.numbers();
        if (inventory == null && numbers == null) {
            return;
        }
        out.append("<h2>");
        both(out, "全量覆盖", "Coverage");
        out.append("</h2>\n");
        if (inventory != null) {
            inventory(out, inventory);
        }
        if (numbers != null) {
            numbers(out, numbers, coverage.series());
        }
    }

    private static void inventory(Appendable out, InventoryCount inventory) throws IOException {
        out.append("<p>");
        both(out, "清单 ", "Inventory ");
        out.append(Markup.html(inventory.name()) + "</p>\n<ul class=\"counts\">");
        count(out, "条目", "entry", "entries", inventory.entries(), "");
        count(out, "已找到", "found", inventory.found(), "good");
        count(out, "缺少", "missing", inventory.missing(), "error");
        count(out, "缺少而有说明", "missing and explained", inventory.explainedInAll(), "soft");
        count(out, "不一致", "found but different", inventory.differing(), "warning");
        count(out, "清单之外", "not in the inventory", inventory.extra(), "");
        count(out, "清单中重复", "repeated row", "repeated rows", inventory.repeated(), "soft");
        count(out, "清单中无法辨认", "row that names nothing", "rows that name nothing", inventory.unusable(), "soft");
        out.append("</ul>\n");
    }

    private static void numbers(Appendable out, SeriesCount numbers, List<NumberSeries> series) throws IOException {
        out.append("<h3>");
        both(out, "发文顺序号", "Number series");
        out.append("</h3>\n<ul class=\"counts\">");
        count(out, "序列", "series", numbers.series(), "");
        count(out, "已见", "seen", numbers.seen(), "good");
        count(out, "缺号", "missing", numbers.missing(), "error");
        count(out, "缺号而有说明", "explained", numbers.explained(), "soft");
        count(out, "一号多文", "used by several documents", numbers.repeated(), "warning");
        count(out, "离群号", "outlier", "outliers", numbers.outliers(), "warning");
        count(out, "缺号过半未计入", "more than half missing, not counted", numbers.sparse(), "soft");
        count(out, "号太少未核查", "too few numbers to check", numbers.tooFew(), "soft");
        out.append("</ul>\n<p class=\"soft\">");
        both(out, "绿：已见；红：缺号；灰：缺号而有说明", "Green: seen; red: missing; grey: missing and explained");
        out.append("</p>\n<ul class=\"bars\">\n");
        for (NumberSeries each : series.subList(0, Math.min(MOST_SERIES, series.size()))) {
            strip(out, each);
        }
        out.append("</ul>\n");
        more(out, (int) Math.min(Integer.MAX_VALUE, numbers.series() - Math.min(MOST_SERIES, series.size())));
    }

    private static void strip(Appendable out, NumberSeries series) throws IOException {
        long length = series.last() - (long) series.first() + 1;
        out.append("<li><div class=\"head\"><span>" + Markup.html(series.name()) + " <span class=\"soft\">"
                + series.first() + "–" + series.last() + "</span></span><b>" + share(series.share())
                + "</b></div><svg class=\"strip\" viewBox=\"0 0 " + length
                + " 1\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"" + Markup.html(series.name()) + ' '
                + share(series.share()) + "\"><rect class=\"seen\" width=\"" + length + "\" height=\"1\"/>");
        for (NumberSeries.Gap each : series.gaps()) {
            out.append("<rect class=\"" + (each.reason() == null ? "gap" : "explained") + "\" x=\""
                    + (each.from() - (long) series.first()) + "\" width=\"" + each.length()
                    + "\" height=\"1\"><title>" + range(each) + "</title></rect>");
        }
        out.append("</svg>");
        gaps(out, series);
        if (!series.outliers().isEmpty()) {
            out.append("<div class=\"soft\">");
            both(out, "离群号：", "Outliers: ");
            out.append(series.outliers().stream()
                    .limit(MOST_GAPS)
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ")));
            out.append("</div>");
        }
        out.append("</li>\n");
    }

    private static void gaps(Appendable out, NumberSeries series) throws IOException {
        Map<@Nullable GapReason, List<String>> byReason = new LinkedHashMap<>();
        for (NumberSeries.Gap each : series.gaps()) {
            byReason.computeIfAbsent(each.reason(), reason -> new ArrayList<>()).add(range(each));
        }
        for (Map.Entry<@Nullable GapReason, List<String>> each : byReason.entrySet()) {
            List<String> ranges = each.getValue();
            out.append("<div class=\"" + (each.getKey() == null ? "error" : "soft") + "\">");
            both(out, reason(each.getKey()));
            out.append(" " + String.join(", ", ranges.subList(0, Math.min(MOST_GAPS, ranges.size())))
                    + (ranges.size() > MOST_GAPS ? " …" : "") + "</div>");
        }
    }

    private static String range(NumberSeries.Gap gap) {
        return gap.from() == gap.to() ? String.valueOf(gap.from()) : gap.from() + "–" + gap.to();
    }

    private static Bilingual reason(@Nullable GapReason reason) {
        if (reason == null) {
            return new Bilingual("缺号：", "Missing:");
        }
        String en = switch (reason) {
            case ARTICLE_14 -> "Not disclosed (art. 14):";
            case ARTICLE_15 -> "Not disclosed (art. 15):";
            case ARTICLE_16 -> "Not disclosed (art. 16):";
            case NOT_DISCLOSED -> "Not disclosed (article not named):";
            case ON_APPLICATION -> "On application:";
            case VOID -> "Void:";
            case MERGED -> "Merged:";
        };
        return new Bilingual(reason.label() + "：", en);
    }
}
