package org.gongkai.ingest.land;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.ingest.grammar.Labelled;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Span;
import org.jspecify.annotations.Nullable;

/** Finds the name of the project of a notice: 甲县2024年度第2批次城市建设用地, or what the land is needed for. */
final class LandName {

    private static final int LONGEST = 80;

    private static final List<String> NAMES = List.of("项目", "批次", "工程");

    /** Words of a need that is nobody's project: 为保障甲县城市建设用地需要, 拟作为工矿仓储项目建设用地. */
    private static final List<String> NO_NAMES =
            List.of("公共利益", "经济发展", "仓储项目", "符合", "公共事业", "基础设施", "组织实施", "成片开发", "社会发展", "经济社会");

    private static final Pattern BATCH = Pattern.compile(
            "(\\p{IsHan}{2,20})"
                    + "(20\\d{2}年度?第?[\\d一二三四五六七八九十]{1,4}批次?(?:\\([\\p{IsHan}]{2,8}\\))?(?:\\p{IsHan}{0,10}?用地(?!转)|农用地转用[和及、]?土地征收))(?!\\p{IsHan}*(?:勘测|示意|范围图))");

    /** Schools, hospitals, roads: what is built, by the last word of its name. */
    private static final Pattern BUILT = Pattern.compile(
            "(?:拟?用于|为|因)?([\\p{IsHan}\\d]{3,30}(?:学校|小学|中学|学院|幼儿园|医院|院区|校区|道路|公路|大道|公园|广场|厂|站|中心|基地|园区|小区|水库|大桥|桥|隧道|市场|管网|码头|港|机场|公寓|住房|体育馆|图书馆|文化馆|博物馆|敬老院|福利院|公墓|殡仪馆|停车场))(?:新建|扩建|改建|改扩建)?建设(?:需要)?");

    /** 甲区人民医院扩建: what is done to it is part of the name. */
    private static final Pattern REBUILT =
            Pattern.compile("(?:拟?用于|为|因)?([\\p{IsHan}\\d]{4,30}(?:新建|扩建|改建|改扩建|迁建|续建|改造|整治|拓宽|提升))");

    private static final List<String> LEADS =
            List.of("的", "因", "作为", "用于", "为", "系", "属于", "征收", "涉及", "关于", "将", "实施", "同意");

    private LandName() {}

    /** The first name that a sentence gives, or null. */
    static @Nullable Span of(List<Scanned> sentences) {
        for (Scanned each : sentences) {
            Span batch = batch(each);
            Span name = batch == null ? needed(each) : batch;
            if (name != null && fits(name)) {
                return name;
            }
        }
        return null;
    }

    /** Whether words are as short as a name. */
    static boolean fits(Span words) {
        return words.plain().length() <= LONGEST;
    }

    /** 甲县2024年度第2批次城市建设用地, wherever a sentence names it; or null. */
    private static @Nullable Span batch(Scanned sentence) {
        Matcher batch = BATCH.matcher(sentence.sentence().plain());
        while (batch.find()) {
            int from = batch.start() + before(batch.group(1));
            if (from < batch.start(2)) {
                return new Span(sentence.sentence(), from, batch.end(2));
            }
        }
        return null;
    }

    /** How many of the characters before a year are no name of a place: 作为甲县, 拟征收土地为甲县. */
    private static int before(String words) {
        int from = 0;
        for (String each : LEADS) {
            int at = words.lastIndexOf(each);
            from = at < 0 ? from : Math.max(from, at + each.length());
        }
        return from;
    }

    /** 为建设甲项目，: 因甲建设用地需要，: 拟用于甲项目建设; or null. */
    static @Nullable Span needed(Scanned sentence) {
        for (int i = 0; i < sentence.signs().size(); i++) {
            if (!sentence.is(i, "need")) {
                continue;
            }
            int end = i + 1;
            while (end < sentence.signs().size() && !sentence.mark(end, ",(") && !sentence.is(end, "need-end")) {
                end++;
            }
            String words = sentence.text(i + 1, end);
            boolean because = sentence.text(i, i + 1).startsWith("因");
            // 因甲学校建设需要, 用于甲幼儿园建设
            boolean built = (because || sentence.text(i, i + 1).endsWith("用于"))
                    && BUILT.matcher(words).matches();
            boolean told = built && !because
                    || sentence.is(end, "need-end")
                    || because && sentence.mark(end, ",") && sentence.is(end + 1, "need-end")
                    || !because && (words.contains("项目") || words.contains("工程"));
            if (told
                    && (built || NAMES.stream().anyMatch(words::contains))
                    && NO_NAMES.stream().noneMatch(words::contains)) {
                Span span = sentence.span(i + 1, end - 1);
                return new Span(sentence.sentence(), span.from(), span.to() - building(words, because || built));
            }
        }
        return null;
    }

    /** The name behind the label of the purpose: what the land is needed for, or a clause that is nothing but a name. */
    static @Nullable Span purpose(Labelled label) {
        Span needed = needed(label.text());
        Span batch = needed == null ? batch(label.text()) : needed;
        if (batch != null) {
            return batch;
        }
        Span words = label.span();
        int comma = words.plain().lastIndexOf(',');
        Span last = new Span(words.sentence(), words.from() + comma + 1, words.to());
        for (String each : List.of("项目建设", "工程建设", "项目", "工程")) {
            if (last.plain().endsWith(each) && last.plain().chars().noneMatch(sign -> "《》:()".indexOf(sign) >= 0)) {
                int building = each.endsWith("建设") ? "建设".length() : 0;
                return new Span(last.sentence(), last.from(), last.to() - building);
            }
        }
        return built(words);
    }

    /** 戊区人民医院新院区建设, 用于甲县城南初级中学建设，符合…: the first clause, where it names one thing that is built. */
    private static @Nullable Span built(Span words) {
        int comma = words.plain().indexOf(',');
        String clause = comma < 0 ? words.plain() : words.plain().substring(0, comma);
        Matcher built = BUILT.matcher(clause);
        boolean named = built.matches() && NO_NAMES.stream().noneMatch(clause::contains);
        if (named) {
            return new Span(words.sentence(), words.from() + built.start(1), words.from() + built.end(1));
        }
        Matcher rebuilt = REBUILT.matcher(clause);
        boolean whole = rebuilt.matches() && NO_NAMES.stream().noneMatch(clause::contains);
        return whole
                ? new Span(words.sentence(), words.from() + rebuilt.start(1), words.from() + rebuilt.end(1))
                : null;
    }

    /** How many of the last characters say that it is to be built, which is no part of its name. */
    private static int building(String words, boolean because) {
        if (words.endsWith("等项目建设")) {
            return "项目建设".length();
        }
        return words.endsWith("项目建设") || words.endsWith("工程建设") || because && words.endsWith("建设") ? "建设".length() : 0;
    }
}
