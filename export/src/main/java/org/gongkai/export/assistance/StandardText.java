package org.gongkai.export.assistance;

import java.util.List;
import java.util.Set;
import org.gongkai.core.assistance.Amount;
import org.gongkai.core.assistance.AmountChange;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.SupportWay;
import org.jspecify.annotations.Nullable;

/** How values are written for people. */
final class StandardText {

    private StandardText() {}

    /** The amount as notices write it: 不低于791元/人·月, 1320元/人·月（继续执行）, 参照社会散居孤儿. */
    static String amount(AssistanceStandard line, @Nullable Amount resolved) {
        Amount own = line.price();
        if (own == null && line.follows() != null) {
            return "参照" + line.follows();
        }
        StringBuilder text = new StringBuilder();
        if (Boolean.TRUE.equals(line.atLeast())) {
            text.append("不低于");
        }
        if (own != null || resolved != null) {
            text.append(own != null ? own : resolved);
        } else if (line.amount() != null) {
            text.append(line.amount().toPlainString()).append('元');
        }
        if (line.change() == AmountChange.UNCHANGED) {
            text.append(text.isEmpty() ? "继续执行" : "（继续执行）");
        }
        return text.toString();
    }

    /** The item with the way of support: 特困基本生活（分散供养）. */
    static String item(@Nullable AssistanceItem item, @Nullable SupportWay support) {
        return item + (support == null ? "" : '（' + support.label() + "供养）");
    }

    /** The grades as notices write them: 三、四级, 完全丧失生活自理能力. */
    static String grades(Set<String> grades) {
        List<String> words = grades.stream().map(StandardText::grade).toList();
        boolean levels = !words.isEmpty() && words.stream().allMatch(each -> each.length() == 1);
        return String.join("、", words) + (levels ? "级" : "");
    }

    private static String grade(String grade) {
        return switch (grade) {
            case "1" -> "一";
            case "2" -> "二";
            case "3" -> "三";
            case "4" -> "四";
            case "全" -> "完全丧失生活自理能力";
            case "半" -> "部分丧失生活自理能力";
            case "自理" -> "具备生活自理能力";
            default -> grade;
        };
    }
}
