package org.gongkai.ingest.land;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sign;
import org.gongkai.ingest.grammar.Span;
import org.gongkai.ingest.text.AgencyNames;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence says of the approval of a requisition: 已于2024年8月23日经甲省人民政府批准（甲政土〔2024〕51号), 甲省人民政府于2024年5月6日以甲政土〔2024〕66号文批准.
 *
 * @param authority who approved
 * @param number the number of the approval, or null
 * @param day the sign of its day, or null
 */
record LandApproval(
        Span authority, @Nullable Span number, @Nullable Sign day) {

    private static final String APPROVED = "批准";
    private static final String STATE_COUNCIL = "国务院";
    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_NUMBER = 40;

    /** What may stand between the authority and the word: its day, the title and the number of the paper. */
    private static final Pattern BETWEEN = Pattern.compile(
            "(?:于)?(?:\\d{4}年\\d{1,2}月\\d{1,2}日)?,?(?:以)?(?:《[^》]{2,80}》)?\\(?"
                    + "([\\p{IsHan}]{1,12}(?:\\([\\p{IsHan}]{1,6}\\))?〔[\\d〇○零一二三四五六七八九]{4}〕第?\\d{1,5}号)?\\)?(?:文件|文|批复)?(?:依法)?");

    private static final Pattern PAPER = Pattern.compile(
            "《[^》]{2,80}批复》\\(([\\p{IsHan}]{1,12}(?:\\([\\p{IsHan}]{1,6}\\))?〔[\\d〇○零一二三四五六七八九]{4}〕第?\\d{1,5}号)\\)");

    private static final Pattern NUMBER =
            Pattern.compile("\\p{IsHan}{2,30}(?:\\([\\p{IsHan}]{1,6}\\))?〔[\\d〇○零一二三四五六七八九]{4}〕第?\\d{1,5}号");

    /** Words before an authority by which the approval is still to come. */
    private static final List<String> TO_COME = List.of("报", "须经", "需经", "待经", "应经", "未经");

    /** The approval of which a sentence tells; null where it tells of none, or of one to come. */
    static @Nullable LandApproval of(Scanned sentence) {
        String plain = sentence.sentence().plain();
        for (int word = plain.indexOf(APPROVED); word >= 0; word = plain.indexOf(APPROVED, word + 1)) {
            LandApproval approval = at(sentence, plain, word);
            if (approval != null) {
                return approval;
            }
        }
        return plain.contains(APPROVED) ? byPaper(sentence, plain) : null;
    }

    /** 根据甲省自然资源厅《关于…的批复》（甲自然资批〔2024〕88号），批准征收: the paper of the approval, and whose it is; or null. */
    private static @Nullable LandApproval byPaper(Scanned sentence, String plain) {
        Matcher paper = PAPER.matcher(plain);
        if (!paper.find()) {
            return null;
        }
        int from = beginning(plain, paper.start());
        for (String each : List.of("根据", "按照", "依据")) {
            from = plain.startsWith(each, from) ? from + each.length() : from;
        }
        Span authority = new Span(sentence.sentence(), from, paper.start());
        return from < paper.start() && AgencyNames.isAgency(authority.words())
                ? new LandApproval(authority, new Span(sentence.sentence(), paper.start(1), paper.end(1)), null)
                : null;
    }

    /** The number of a document that stands in some words, by its brackets: 丙省人民政府，丙政土字〔2025〕12号. */
    static @Nullable Span number(Span words) {
        Matcher number = NUMBER.matcher(words.plain());
        if (!number.find()) {
            return null;
        }
        // Between an authority and its number a copy may have lost the mark.
        int government = number.group().indexOf(LandIssuer.GOVERNMENT);
        int from = number.start() + (government < 0 ? 0 : government + LandIssuer.GOVERNMENT.length());
        return new Span(words.sentence(), words.from() + from, words.from() + number.end());
    }

    private static @Nullable LandApproval at(Scanned sentence, String plain, int word) {
        int government = plain.lastIndexOf(LandIssuer.GOVERNMENT, word);
        int title = plain.lastIndexOf('《', word);
        if (title >= 0 && government > title) {
            // The title of the paper may name the authority again.
            government = plain.lastIndexOf(LandIssuer.GOVERNMENT, title);
        }
        int council = plain.lastIndexOf(STATE_COUNCIL, word);
        int end = Math.max(
                government < 0 ? -1 : government + LandIssuer.GOVERNMENT.length(),
                council < 0 ? -1 : council + STATE_COUNCIL.length());
        if (end < 0 || end > word) {
            return null;
        }
        int from = beginning(plain, end);
        String before = plain.substring(Math.max(0, from - 2), from);
        Matcher between = BETWEEN.matcher(plain.substring(end, word));
        boolean told = between.matches()
                && end - from >= STATE_COUNCIL.length()
                && TO_COME.stream().noneMatch(before::endsWith)
                && !plain.startsWith("后", word + APPROVED.length());
        if (!told) {
            return null;
        }
        Span number = between.group(1) == null
                ? behind(sentence, plain, word + APPROVED.length())
                : new Span(sentence.sentence(), end + between.start(1), end + between.end(1));
        return new LandApproval(new Span(sentence.sentence(), from, end), number, day(sentence, from, end, word));
    }

    /** Where the name begins that ends there: behind 经, 由 or a mark. */
    private static int beginning(String plain, int end) {
        int from = end;
        while (from > 0
                && end - from < LONGEST_NAME
                && Character.isIdeographic(plain.charAt(from - 1))
                && "经由获报".indexOf(plain.charAt(from - 1)) < 0) {
            from--;
        }
        return from;
    }

    /** The number in brackets right behind the word. */
    private static @Nullable Span behind(Scanned sentence, String plain, int from) {
        int end = plain.startsWith("(", from) ? plain.indexOf('号', from) : -1;
        return end < 0 || end - from > LONGEST_NUMBER ? null : new Span(sentence.sentence(), from + 1, end + 1);
    }

    /** The day between authority and word, right before the word before the authority (于2024年8月23日经), or in the bracket behind the word. */
    private static @Nullable Sign day(Scanned sentence, int from, int end, int word) {
        int behind = word + APPROVED.length();
        int bracket = sentence.sentence().plain().startsWith("(", behind) ? behind : -1;
        for (Sign each : sentence.signs()) {
            boolean between = each.from() >= end && each.to() <= word;
            String joint = each.to() <= from ? sentence.sentence().plain().substring(each.to(), from) : "";
            boolean before = each.to() == from || joint.equals("经") || joint.equals(",") || joint.equals(",经");
            boolean bracketed = each.from() > bracket
                    && each.to() <= sentence.sentence().plain().indexOf(')', bracket);
            if (each.day() != null && each.day().date() != null && (between || before || bracket >= 0 && bracketed)) {
                return each;
            }
        }
        return null;
    }
}
