package org.gongkai.core.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;

/** Counts what lenient reading makes of a list of real numbers, and writes the page about it. */
final class DocumentNumberTable {

    private static final String HAN = "[\\p{IsHan}、]";
    private static final String BRACKETED_YEAR = "[〔\\[（(](?:\\d{4}|\\d{2})[〕\\]）)]";

    /** Why a number is left, by what it looks like; the first that fits. */
    private static final Map<String, Pattern> REASONS = new LinkedHashMap<>();

    static {
        reason("无机关代字 / no agency code", "第.*|" + BRACKETED_YEAR + "-?\\d+号?|\\d{4}.*|(?:公告|通告|令)\\d.*");
        reason("序号缺失 / no serial number", HAN + "+" + BRACKETED_YEAR + HAN + "*号?");
        reason("字母混入序号 / letters where digits should be", ".*[A-Za-z].*");
        reason(
                "年份与序号之间另有文字，归属不明 / words between year and serial number, which the form has no place for",
                HAN + "+" + BRACKETED_YEAR + HAN + "+\\d+号.*");
        reason("届次或分序号 / a term of congress or a sub-number", ".*(?:\\d+[-－]\\d+|[〔\\[][八8]届[〕\\]]).*");
        reason("连写的第二个文号不完整 / a second number, incomplete, run into the first", HAN + "+" + BRACKETED_YEAR + "\\d+号.+");
        reason(
                "未写明是令还是公告 / neither order nor announcement is said",
                ".*(?:政府|委员会|税务局|人大|决定)(?:\\d{4}年)?\\[?第[^〔]*号\\]?|.*政府\\d+号文");
        reason(
                "机关全称与另一机关的代字连写 / an agency's full name run into another's code",
                HAN + "+[厅局委]" + HAN + "+发" + BRACKETED_YEAR + "\\d+号");
        reason("年份与序号连写 / year and serial number run together", HAN + "+\\d{5,}号");
        reason("无年份 / no year", HAN + "+第?\\d{1,4}号");
        reason("“第”误入年份之前 / 第 before the year", HAN + "+第" + BRACKETED_YEAR + "\\d+号");
    }

    private final Map<Repair, Integer> repairs = new EnumMap<>(Repair.class);
    private final Map<DocumentNumber.Form, Integer> forms = new EnumMap<>(DocumentNumber.Form.class);
    private final Map<String, Map<String, Integer>> left = new LinkedHashMap<>();
    private final List<String> unexplained = new ArrayList<>();
    private int total;
    private int regular;
    private int repaired;

    private static void reason(String reason, String shape) {
        REASONS.put(reason, Pattern.compile(shape));
    }

    static DocumentNumberTable of(List<String> numbers) {
        DocumentNumberTable table = new DocumentNumberTable();
        REASONS.keySet().forEach(each -> table.left.put(each, new TreeMap<>()));
        numbers.forEach(table::count);
        return table;
    }

    private void count(String raw) {
        total++;
        Reading<DocumentNumber> reading = DocumentNumber.read(raw);
        DocumentNumber number = reading.value();
        if (number == null || !number.wellFormed()) {
            leave(raw);
            return;
        }
        forms.merge(number.form(), 1, Integer::sum);
        if (reading.repaired()) {
            repaired++;
            reading.repairs().forEach(each -> repairs.merge(each, 1, Integer::sum));
        } else {
            regular++;
        }
    }

    private void leave(String raw) {
        for (Map.Entry<String, Pattern> each : REASONS.entrySet()) {
            if (each.getValue().matcher(raw.strip()).matches()) {
                String shape = raw.strip().replaceAll("\\d+", "9").replaceAll("第[一二三四五六七八九十百]+号", "第九号");
                left.get(each.getKey()).merge(shape, 1, Integer::sum);
                return;
            }
        }
        unexplained.add(raw);
    }

    /** Numbers that were left and that no reason fits. */
    List<String> unexplained() {
        return unexplained;
    }

    double shareWellFormed() {
        return (double) (regular + repaired) / total;
    }

    /** The page, in Markdown. */
    String page(String command) {
        StringBuilder page = new StringBuilder();
        page.append("# 发文字号的宽松读取 · Lenient reading of document numbers\n\n")
                .append("<!-- Generated; do not edit. -->\n\n")
                .append("`DocumentNumber.read` 把旧系统中的发文字号读成 GB/T 9704 的规范写法，并说明做了哪些修正；有歧义的一律保持原样。\n")
                .append("下表由下面的命令在 ")
                .append(grouped(total))
                .append(" 条真实文号上生成。\n\n")
                .append(
                        "`DocumentNumber.read` turns the numbers of old systems into the form of GB/T 9704 and names each\n")
                .append("repair; what can be read in two ways stays as it stood. The figures come from ")
                .append(grouped(total))
                .append(" real\nnumbers, by this command:\n\n```\n")
                .append(command)
                .append("\n```\n\n## 结果 · Result\n\n| 结果 | result | 条数 count | 占比 share |\n|---|---|---:|---:|\n");
        row(page, "原本规范", "well formed as it stood", regular);
        row(page, "修正后规范", "well formed after repair", repaired);
        row(page, "未读出，保持原样", "left as it stood", total - regular - repaired);
        page.append("\n## 形式 · Forms\n\n| 形式 form | 条数 count |\n|---|---:|\n");
        forms.forEach((form, count) -> page.append("| ")
                .append(form)
                .append(" | ")
                .append(grouped(count))
                .append(" |\n"));
        page.append("\n## 修正 · Repairs\n\n一条文号可有多项修正。One number can need several.\n\n")
                .append("| code | 修正 | repair | 条数 count |\n|---|---|---|---:|\n");
        repairs.entrySet().stream()
                .sorted(Map.Entry.<Repair, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .forEach(each -> page.append("| `")
                        .append(each.getKey().code())
                        .append("` | ")
                        .append(each.getKey().text(Locale.CHINESE))
                        .append(" | ")
                        .append(each.getKey().text(Locale.ENGLISH))
                        .append(" | ")
                        .append(grouped(each.getValue()))
                        .append(" |\n"));
        page.append("\n## 未读出的文号 · What is left\n\n数字以 9 代替。Digits are shown as 9.\n\n")
                .append("| 原因 reason | 条数 count | 写法 shapes |\n|---|---:|---|\n");
        left.forEach((reason, shapes) -> page.append("| ")
                .append(reason)
                .append(" | ")
                .append(shapes.values().stream().mapToInt(Integer::intValue).sum())
                .append(" | ")
                .append(shapes.entrySet().stream()
                        .map(each -> each.getKey() + (each.getValue() > 1 ? " × " + each.getValue() : ""))
                        .collect(Collectors.joining("<br>")))
                .append(" |\n"));
        return page.toString();
    }

    private void row(StringBuilder page, String chinese, String english, int count) {
        page.append("| ")
                .append(chinese)
                .append(" | ")
                .append(english)
                .append(" | ")
                .append(grouped(count))
                .append(" | ")
                .append(String.format(Locale.ROOT, "%.2f %%", 100.0 * count / total))
                .append(" |\n");
    }

    private static String grouped(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
