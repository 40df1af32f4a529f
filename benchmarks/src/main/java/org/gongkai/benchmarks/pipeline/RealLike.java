package org.gongkai.benchmarks.pipeline;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Random;

/**
 * Documents whose lengths, words, numbers and faults are spread as those of real sites. The words are made up of common
 * characters, each word as frequent as its place in the list says (Zipf), so that a text deflates to a third as real text does.
 */
final class RealLike {

    /** Rows 16 to 55 of GB 2312 hold the 3,755 most common characters. */
    private static final String CHARACTERS = characters();

    private static final String[] WORDS = words();
    private static final double MEDIAN_TEXT = 3_300;
    private static final double SPREAD_TEXT = 0.97;
    private static final double MEDIAN_HTML = 15_000;
    private static final double SPREAD_HTML = 1.115;
    /** Bytes of a character of Chinese in UTF-8. */
    private static final int BYTES = 3;

    /** What more than Zipf's law the first words are preferred, as within a text that keeps to its matter. */
    private static final double STEEPNESS = 1.75;

    private static final int LONGEST = 1_000_000;
    private static final String[] UNITS = {"办公室", "财政局", "民政局", "自然资源局", "教育和体育局", "应急管理局", "住房和城乡建设局"};
    private static final String[] KINDS = {"通知", "意见", "公告", "批复", "函", "通告", "决定"};
    private static final String[] MARKS = {"，", "，", "，", "，", "、", "。", "。", "；", "：", "“", "”", "（", "）"};

    private RealLike() {}

    /** A document of plain text. */
    static String document(int number) {
        Random random = new Random(number * 31L + 7);
        int length = (int) (MEDIAN_TEXT * Math.exp(SPREAD_TEXT * random.nextGaussian()));
        String text = text(random, Math.min(LONGEST, length) / BYTES, "\\n");
        return record(number, random, "{\"text\":\"" + text + "\"}");
    }

    /** A document as a page gave it: with its HTML, and the text beside it. */
    static String page(int number) {
        StringBuilder text = new StringBuilder();
        String html =
                html(number, text).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return record(
                number,
                new Random(number * 31L + 7),
                "{\"text\":\"" + text.toString().replace("\n", "\\n") + "\",\"html\":\"" + html + "\"}");
    }

    /** The body of a page. */
    static String html(int number) {
        return html(number, new StringBuilder());
    }

    private static String html(int number, StringBuilder text) {
        Random random = new Random(number * 37L + 11);
        int length = Math.min(LONGEST, (int) (MEDIAN_HTML * Math.exp(SPREAD_HTML * random.nextGaussian())));
        StringBuilder html = new StringBuilder();
        // A character of Chinese counts three times in the length, and stands once in either.
        while (html.length() + 2 * text.length() < length) {
            String paragraph = text(random, 20 + random.nextInt(160), "");
            html.append("<p style=\"text-indent: 2em; line-height: 28px; font-family: 仿宋_GB2312, FangSong;")
                    .append(random.nextInt(3) == 0 ? " text-align: justify;" : "")
                    .append("\"><span style=\"font-size: 16pt\">")
                    .append(random.nextInt(8) == 0 ? "<strong>" + paragraph + "</strong>" : paragraph)
                    .append("</span>")
                    .append(random.nextInt(5) == 0 ? "&nbsp;<br/>" : "")
                    .append("</p>\n");
            text.append(paragraph).append('\n');
        }
        return html.toString();
    }

    private static String record(int number, Random random, String body) {
        LocalDate day = LocalDate.of(2008, 1, 1).plusDays(random.nextInt(6500));
        String unit = "青岛市崂山区" + UNITS[random.nextInt(UNITS.length)];
        String kind = KINDS[random.nextInt(KINDS.length)];
        boolean faulty = random.nextInt(10) < 3;
        int fault = faulty ? random.nextInt(6) : -1;
        String documentNumber = fault == 0
                ? "青崂政[" + day.getYear() + "]第" + number + "号"
                : "青崂政发〔" + day.getYear() + "〕" + (number + 1) + "号";
        return "{\"kind\":\"document\",\"title\":\"关于" + phrase(random, 8) + "的" + kind + (fault == 1 ? "【失效】" : "")
                + "\","
                + "\"issuers\":[\"" + unit + "\"],"
                + "\"documentNumber\":\"" + documentNumber + "\","
                + (fault == 2 ? "" : "\"writtenOn\":\"" + day + "\",")
                + "\"publishedOn\":\"" + (fault == 3 ? day.minusDays(4) : day.plusDays(random.nextInt(9))) + "\","
                + "\"indexNumber\":\"190591" + Corpus.made(number) + "\","
                + (random.nextBoolean() ? "" : "\"effectiveFrom\":\"" + day.plusDays(3) + "\",")
                + "\"validity\":\"" + (fault == 4 ? "现行" : "有效") + "\",\"theme\":\"综合政务\\\\政务公开\","
                + "\"fileType\":\"其他文件\",\"documentKind\":\"" + kind + "\",\"owner\":\"" + unit + "\","
                + (fault == 5
                        ? ""
                        : "\"consultation\":{\"department\":\"" + unit + "\",\"telephone\":\"0532-" + telephone(random)
                                + "\"},")
                + "\"openness\":\"主动公开\",\"addressees\":[\"各街道办事处\",\"区政府各部门\"],\"signature\":\"" + unit + "\","
                + "\"keywords\":[\"" + phrase(random, 2) + "\",\"" + phrase(random, 2) + "\"],"
                + "\"body\":" + body + ","
                + "\"site\":{\"name\":\"崂山政务网\",\"domain\":\"www.example.gov.cn\",\"columnName\":\"政策文件\"},"
                + "\"sourceUrl\":\"http://www.example.gov.cn/doc/" + day.getYear() + "/t" + Corpus.made(number)
                + ".html\","
                + "\"recordId\":\"" + (700_000 + number) + "\"}";
    }

    private static String telephone(Random random) {
        return Integer.toString(80_000_000 + random.nextInt(9_999_999));
    }

    private static String phrase(Random random, int characters) {
        StringBuilder phrase = new StringBuilder();
        while (phrase.length() < characters) {
            phrase.append(word(random));
        }
        return phrase.toString();
    }

    /** Sentences with dates, amounts and telephone numbers among their words. */
    private static String text(Random random, int characters, String lineBreak) {
        StringBuilder text = new StringBuilder(characters + 64);
        while (text.length() < characters) {
            int words = 3 + random.nextInt(6);
            for (int i = 0; i < words; i++) {
                text.append(word(random));
            }
            switch (random.nextInt(24)) {
                case 0 ->
                    text.append(2000 + random.nextInt(26))
                            .append('年')
                            .append(1 + random.nextInt(12))
                            .append("月")
                            .append(1 + random.nextInt(28))
                            .append("日");
                case 1 ->
                    text.append(random.nextInt(9_999))
                            .append('.')
                            .append(random.nextInt(99))
                            .append("万元");
                case 2 -> text.append("电话：0532-").append(telephone(random));
                case 3 -> text.append(1 + random.nextInt(200)).append(random.nextBoolean() ? "个" : "％");
                case 4 ->
                    text.append("〔")
                            .append(2000 + random.nextInt(26))
                            .append("〕")
                            .append(random.nextInt(300))
                            .append("号");
                default -> {}
            }
            text.append(MARKS[random.nextInt(MARKS.length)]);
            if (random.nextInt(14) == 0) {
                text.append(lineBreak);
            }
        }
        if (random.nextInt(40) == 0) {
            text.append("联系人手机：138").append(telephone(random)).append('。');
        }
        return text.toString();
    }

    /** A word, the more frequent the nearer its place is to the head of the list. */
    private static String word(Random random) {
        double place = Math.pow(WORDS.length, Math.pow(random.nextDouble(), STEEPNESS));
        return WORDS[(int) place - 1];
    }

    private static String characters() {
        byte[] codes = new byte[2 * 3_755];
        for (int i = 0; i < 3_755; i++) {
            codes[2 * i] = (byte) (0xB0 + i / 94);
            codes[2 * i + 1] = (byte) (0xA1 + i % 94);
        }
        return new String(codes, Charset.forName("GBK"));
    }

    private static String[] words() {
        Random random = new Random(42);
        String[] words = new String[12_000];
        for (int i = 0; i < words.length; i++) {
            int length = random.nextInt(10) < 2 ? 1 : random.nextInt(10) < 8 ? 2 : 3;
            StringBuilder word = new StringBuilder();
            for (int k = 0; k < length; k++) {
                // Common characters stand in many words.
                word.append(CHARACTERS.charAt((int) Math.pow(CHARACTERS.length(), Math.sqrt(random.nextDouble())) - 1));
            }
            words[i] = word.toString();
        }
        return words;
    }
}
