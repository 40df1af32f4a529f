package org.gongkai.validation.coverage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.inventory.GapExplanation;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.key.DocumentKeys;
import org.jspecify.annotations.Nullable;

/** What people say about documents that are not there: which of it holds, and which of it was of use. */
final class Explanations {

    private static final Pattern ARTICLE = Pattern.compile("第?(十?[一二三四五六七八九十]|\\d{1,2})条?");
    private static final Pattern ARTICLE_IN_TEXT = Pattern.compile("第(十?[一二三四五六七八九十]|\\d{1,2})条");

    /** The matters of the three articles, as reasons name them. */
    private static final Map<GapReason, List<String>> MATTERS = new EnumMap<>(Map.of(
            GapReason.ARTICLE_14, List.of("国家秘密", "涉密"),
            GapReason.ARTICLE_15, List.of("商业秘密", "个人隐私"),
            GapReason.ARTICLE_16, List.of("内部事务", "过程性信息", "执法案卷")));

    private final List<GapExplanation> all;
    private final List<Judged> judged = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final boolean[] used;

    /** An explanation with what is wrong with it, if anything. */
    private record Judged(
            @Nullable DocumentNumber number,
            @Nullable GapReason reason,
            @Nullable String fault,
            @Nullable String expected) {}

    Explanations(List<GapExplanation> all) {
        this.all = List.copyOf(all);
        this.used = new boolean[all.size()];
        for (GapExplanation each : this.all) {
            Judged one = judge(each);
            if (one.fault() == null && byName.putIfAbsent(name(each.number()), judged.size()) != null) {
                GapExplanation first = this.all.get(byName.get(name(each.number())));
                one = new Judged(
                        one.number(),
                        null,
                        "explanation.unused",
                        first.location().toString());
            }
            judged.add(one);
        }
    }

    int size() {
        return all.size();
    }

    GapExplanation at(int i) {
        return all.get(i);
    }

    @Nullable
    DocumentNumber number(int i) {
        return judged.get(i).number();
    }

    /** The reason, or null when the explanation does not hold. */
    @Nullable
    GapReason reason(int i) {
        return judged.get(i).fault() == null ? judged.get(i).reason() : null;
    }

    void use(int i) {
        used[i] = true;
    }

    /** The rule that the explanation breaks, or null. */
    @Nullable
    String fault(int i) {
        return judged.get(i).fault() != null ? judged.get(i).fault() : used[i] ? null : "explanation.unused";
    }

    @Nullable
    String expected(int i) {
        return judged.get(i).expected();
    }

    /** The explanation that names a document by its number, or else by index number, title, address or old id; or -1. */
    int of(OfficialDocument document) {
        if (byName.isEmpty()) {
            return -1;
        }
        @Nullable
        String[] names = {
            document.documentNumber() == null ? null : document.documentNumber().text(),
            document.indexNumber() == null ? null : document.indexNumber().text(),
            document.title(),
            document.sourceUrl(),
            document.recordId()
        };
        for (String each : names) {
            Integer found = each == null ? null : byName.get(name(each));
            if (found != null) {
                return found;
            }
        }
        return -1;
    }

    private static String name(@Nullable String text) {
        DocumentNumber number = text == null ? null : DocumentKeys.regular(DocumentNumber.parse(text));
        String address = DocumentKeys.address(text);
        return number != null && number.wellFormed()
                ? LegacyText.withoutBlanks(number.text())
                : address != null ? address : LegacyText.withoutBlanks(text == null ? "" : text);
    }

    private static Judged judge(GapExplanation each) {
        String number = each.number() == null ? "" : LegacyText.withoutBlanks(each.number());
        if (number.isEmpty() || LegacyText.nullToken(number)) {
            return new Judged(null, null, "explanation.unreadable", "文号");
        }
        DocumentNumber regular = DocumentKeys.regular(DocumentNumber.parse(number));
        String reason = each.reason() == null
                ? ""
                : LegacyText.withoutBlanks(each.reason()).toLowerCase(Locale.ROOT);
        if (has(reason, "作废", "空号", "废号", "撤号", "void")) {
            return new Judged(regular, GapReason.VOID, null, null);
        }
        if (has(reason, "合并", "并号", "merged")) {
            return new Judged(regular, GapReason.MERGED, null, null);
        }
        if (has(reason, "依申请", "onapplication")) {
            return new Judged(regular, GapReason.ON_APPLICATION, null, null);
        }
        List<GapReason> matters = MATTERS.keySet().stream()
                .filter(matter ->
                        has(reason, MATTERS.getOrDefault(matter, List.of()).toArray(new String[0])))
                .toList();
        GapReason article = article(each.article(), reason);
        if (matters.isEmpty() && article == null && !has(reason, "不予公开", "不公开", "不宜公开", "notpublic")) {
            return new Judged(regular, null, "explanation.unreadable", "不予公开、依申请公开、作废、合并");
        }
        if (article == null || !matters.isEmpty() && !matters.contains(article)) {
            String expected = (matters.isEmpty() ? MATTERS.keySet() : matters)
                    .stream().map(GapReason::label).collect(Collectors.joining("、"));
            return new Judged(regular, null, "explanation.articleWrong", expected);
        }
        return new Judged(regular, article, null, null);
    }

    private static boolean has(String reason, String... words) {
        for (String each : words) {
            if (reason.contains(each)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable GapReason article(@Nullable String article, String reason) {
        String named = article == null ? "" : LegacyText.withoutBlanks(article);
        Matcher in = (named.isEmpty() ? ARTICLE_IN_TEXT : ARTICLE).matcher(named.isEmpty() ? reason : named);
        int number = in.find() ? LegacyText.number(in.group(1)) : -1;
        return switch (number) {
            case 14 -> GapReason.ARTICLE_14;
            case 15 -> GapReason.ARTICLE_15;
            case 16 -> GapReason.ARTICLE_16;
            default -> null;
        };
    }
}
