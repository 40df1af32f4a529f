package org.gongkai.ingest.land;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.ClassArea;
import org.gongkai.core.land.LandClass;
import org.gongkai.ingest.grammar.Labelled;
import org.gongkai.ingest.grammar.NoticeAccount;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sign;
import org.gongkai.ingest.grammar.Span;
import org.jspecify.annotations.Nullable;

/**
 * The areas of a notice: the total, by the words before it, and the classes among it (其中). An area of one village or of land
 * of the state is neither; of a total that is nowhere stated no sum is made.
 */
final class LandAreas {

    /** How plainly an area is the total that stands behind the label of areas and of something else. */
    private static final int BEHIND_LABELS = 2;

    private final List<Scanned> sentences;
    private final NoticeAccount account;
    private final List<OfClass> classes = new ArrayList<>();
    private @Nullable Stated total;
    private int weight;
    private boolean disputed;

    /** A stated area, and the same again in another unit. */
    record Stated(
            Area area,
            Span span,
            @Nullable Area restated,
            @Nullable Span restatedSpan) {}

    /** The area of a class. */
    record OfClass(ClassArea of, Span span) {}

    /** An area in a sentence: its number, and behind its unit. */
    private record Found(int at, int end, Area area) {}

    LandAreas(List<Scanned> sentences, NoticeAccount account) {
        this.sentences = sentences;
        this.account = account;
        sentences.forEach(this::read);
        classesOnce();
        if (disputed && total != null) {
            account.leave(total.span(), "two-readings");
        }
    }

    /** The total; null where none is stated, or two. */
    @Nullable
    Stated total() {
        return disputed ? null : total;
    }

    List<OfClass> classes() {
        return classes;
    }

    private void read(Scanned sentence) {
        List<Found> all = found(sentence);
        boolean labelled = "classes".equals(sentence.value(0, Labelled.LABEL));
        boolean among = labelled;
        boolean ofState = sentence.signs().stream().anyMatch(each -> each.is("state"));
        int behind = 0;
        for (Found each : all) {
            for (int i = behind; i < each.at(); i++) {
                among |= sentence.is(i, "among");
            }
            // 0.7642公顷（水浇地0.5公顷、其他草地0.2642公顷）
            among |= total != null && sentence.mark(behind, "(") && sentence.is(behind + 1, "class");
            int own = ofState && sums(sentence, each.at()) ? 0 : weight(sentence, behind, each.at());
            own = own == 0 && behind == 0 && !ofState && onlyOne(sentence, all, each) ? BEHIND_LABELS : own;
            LandClass ofClass = landClass(sentence, each.at());
            boolean converted = sentence.sentence().plain().contains("转为建设用地");
            if (restates(sentence, behind, each)) {
                behind = each.end();
                continue;
            }
            boolean heads = labelled && own > 0 && classes.isEmpty();
            if (own > 0 && (!among || heads) && ofClass == null) {
                total(sentence, each, own, next(all, each));
            } else if (ofClass != null && ofClass.wellFormed() && (among || converted)) {
                classes.add(new OfClass(new ClassArea(ofClass, each.area()), span(sentence, each)));
            }
            if (among && ofClass == null && total != null && account.untouched(span(sentence, each))) {
                account.leave(span(sentence, each), "part");
            }
            behind = each.end();
        }
    }

    private static @Nullable Found next(List<Found> all, Found each) {
        int at = all.indexOf(each) + 1;
        return at < all.size() ? all.get(at) : null;
    }

    private static List<Found> found(Scanned sentence) {
        List<Found> all = new ArrayList<>();
        for (int i = 0; i < sentence.signs().size(); i++) {
            BigDecimal number = sentence.signs().get(i).number();
            if (number != null && sentence.is(i + 1, "unit")) {
                String about = sentence.is(i - 1, "about") ? "约" : "";
                Area area = Area.read(about + sentence.text(i, i + 2), null).value();
                if (area != null) {
                    all.add(new Found(i, i + 2, area));
                }
            } else if (number != null && unitBefore(sentence, i)) {
                // 拟征收土地面积（公顷）：0.8533
                Area area = Area.read(sentence.text(i, i + 1) + sentence.text(i - 3, i - 2), null)
                        .value();
                if (area != null) {
                    all.add(new Found(i, i + 1, area));
                }
            }
        }
        return all;
    }

    private static boolean unitBefore(Scanned sentence, int at) {
        return at >= 5
                && sentence.mark(at - 1, ":")
                && sentence.mark(at - 2, ")")
                && sentence.is(at - 3, "unit")
                && sentence.mark(at - 4, "(");
    }

    private static Span span(Scanned sentence, Found found) {
        return sentence.span(found.at(), found.end() - 1);
    }

    /** Whether the word right before an area says that it is the sum of those before, land of the state perhaps among them. */
    private static boolean sums(Scanned sentence, int at) {
        return sentence.is(at - 1, "total") && sentence.text(at - 1, at).equals("合计");
    }

    /** How plainly the words before an area say that it is the total; 0 where they do not. */
    private static int weight(Scanned sentence, int from, int at) {
        int i = unitBefore(sentence, at) ? at - 5 : at - 1;
        while (i >= from
                && (sentence.is(i, "about")
                        || sentence.mark(i, ":")
                        || "为".equals(sentence.text(i, i + 1))
                        || "共".equals(sentence.text(i, i + 1)))) {
            i--;
        }
        Sign word = i >= from ? sentence.signs().get(i) : null;
        for (int j = from; j < at; j++) {
            if (sentence.is(j, "state")) {
                return 0;
            }
        }
        if (word == null || word.word() == null) {
            return 0;
        }
        if (word.is("total") || word.is("collective")) {
            return Integer.parseInt(word.word().value());
        }
        return "area".equals(word.value(Labelled.LABEL)) ? 2 : 0;
    }

    /** 拟征地位置、面积：甲镇乙村，1.88公顷: whether an area is the only one behind two labels, one of them that of areas. */
    private static boolean onlyOne(Scanned sentence, List<Found> all, Found each) {
        boolean one = all.size() == 1 || all.size() == 2 && restates(sentence, each.end(), all.get(1));
        boolean colon = false;
        for (int i = each.at() - 1; i >= 0 && one; i--) {
            colon |= sentence.mark(i, ":");
            boolean beside = sentence.is(i - 2, Labelled.LABEL) || sentence.is(i + 2, Labelled.LABEL);
            if (colon && beside && "area".equals(sentence.value(i, Labelled.LABEL))) {
                return true;
            }
        }
        return false;
    }

    /** The class of land whose name stands right before an area, or null. */
    private static @Nullable LandClass landClass(Scanned sentence, int at) {
        return sentence.is(at - 1, "class") ? LandClass.parse(sentence.text(at - 1, at)) : null;
    }

    /** Whether an area in brackets says the area before it again: 6.2041公顷（93.0615亩）. */
    private static boolean restates(Scanned sentence, int before, Found each) {
        int i = each.at() - 1;
        while (i > before
                && (sentence.is(i, "about")
                        || "合".equals(sentence.text(i, i + 1))
                        || "即".equals(sentence.text(i, i + 1)))) {
            i--;
        }
        return before > 0 && i == before && sentence.mark(i, "(");
    }

    private void total(Scanned sentence, Found each, int own, @Nullable Found next) {
        boolean again = next != null && restates(sentence, each.end(), next);
        Stated stated = new Stated(
                each.area(), span(sentence, each), again ? next.area() : null, again ? span(sentence, next) : null);
        if (total == null || own > weight) {
            if (total != null) {
                account.leave(total.span(), "no-total");
            }
            total = stated;
            weight = own;
            disputed = false;
        } else if (own == weight && !total.area().equals(stated.area())) {
            account.ambiguous(stated.span(), total.span().words(), stated.span().words());
            disputed = true;
        } else {
            account.leave(stated.span(), own == weight ? "same-value" : "no-total");
        }
    }

    /** Land that changes its use can be more than what is taken; then its classes are none of the total. */
    private boolean larger(OfClass each) {
        return total != null && Objects.requireNonNull(each.of().area()).compareTo(total.area()) > 0;
    }

    /** A class that stands there twice with two areas belongs to parts of the land, and neither is the project's. */
    private void classesOnce() {
        Map<LandClass, Area> first = new LinkedHashMap<>();
        Set<LandClass> twice = new HashSet<>();
        for (OfClass each : classes) {
            LandClass own = Objects.requireNonNull(each.of().landClass());
            Area before =
                    first.putIfAbsent(own, Objects.requireNonNull(each.of().area()));
            if (before != null) {
                twice.add(own);
            }
        }
        classes.removeIf(each -> twice.contains(each.of().landClass()) || larger(each));
    }
}
