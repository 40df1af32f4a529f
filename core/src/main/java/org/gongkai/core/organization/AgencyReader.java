package org.gongkai.core.organization;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.text.ProgramText;

/** Splits the agencies of a joint document. One instance reads one text. */
final class AgencyReader {

    private static final String SEPARATORS = "、，,；;/／|｜\n\r\t";
    private static final String OPENING = "（([【〔《";
    private static final String CLOSING = "）)]】〕》";
    private static final Pattern WORD = Pattern.compile("([^\\h\\s]+)([\\h\\s]*+)");
    /** How the name of an agency ends that can stand alone. */
    private static final Pattern NAME_END =
            Pattern.compile(".*(?:[部委会局厅院署行办社府司处所庭室队站馆台组校园厂]|中心|公司|大学|学院|集团|中央|政协|海关|监狱|军区|[）)])(?:等.{0,8})?");
    /** Behind a name: that there are more agencies, which are not named. */
    private static final Pattern OTHERS =
            Pattern.compile("(.{2,}?)等[ 　]*(?:[\\d０-９一二三四五六七八九十百几多余]{1,4}[ 　]*)?(?:个|家)?(?:有关|相关)?"
                    + "(?:部门|单位|机关|机构|部委|委办局|部门单位|部门和单位)?");
    /** Between the lead agency and those it issues with: 甲局会同乙局. */
    private static final Pattern TOGETHER = Pattern.compile("(.+?)(会同|联合)(.{3,})");
    /** Parts of a name that mean nothing without what stands before them. */
    private static final Pattern DEPENDENT = Pattern.compile(
            "(?:等.*|人民政府.*|办公室|办公厅|委员会|党组|党委|党工委|管委会|管理委员会|工作委员会|领导小组.*|(?:总)?[局厅会院部委]|分局|支局|[（()）].*)");

    /** A longer text between two separators is no list of names, in characters. */
    private static final int LONGEST_CELL = 1_000;

    private final Set<Repair> repairs = new LinkedHashSet<>();

    Reading<List<Agency>> readAll(String raw) {
        String text = LegacyText.strip(raw);
        if (LegacyText.nullToken(text)) {
            return new Reading<>(raw, List.of(), List.of(Repair.NULL_TOKEN));
        }
        String visible = LegacyText.strip(LegacyText.withoutInvisible(text));
        if (text.length() < raw.length() && !visible.isEmpty()) {
            repairs.add(Repair.OUTER_BLANKS);
        }
        if (!visible.equals(text) && !visible.isEmpty()) {
            repairs.add(Repair.STRAY_CHARACTERS);
        }
        Set<Agency> agencies = new LinkedHashSet<>();
        int names = 0;
        for (String piece : pieces(unlisted(visible))) {
            if (ProgramText.absent(piece)) {
                repairs.add(Repair.NULL_TOKEN);
                continue;
            }
            for (String joint : names(LegacyText.strip(piece))) {
                for (String name : parted(joint)) {
                    names++;
                    agencies.add(Agency.parse(named(name)));
                }
            }
        }
        if (names > 1) {
            repairs.add(Repair.SEVERAL_IN_ONE);
        }
        return new Reading<>(raw, List.copyOf(agencies), List.copyOf(repairs));
    }

    /** The names in a list that a program wrote as one text: {@code ["甲局","乙局"]}, or with the quotes of Python. */
    private String unlisted(String text) {
        int last = text.length() - 1;
        boolean list = last > 2
                && text.charAt(0) == '['
                && text.charAt(last) == ']'
                && "\"'".indexOf(text.charAt(1)) >= 0
                && text.charAt(1) == text.charAt(last - 1);
        if (!list) {
            return text;
        }
        repairs.add(Repair.STRAY_CHARACTERS);
        return text.substring(1, last).replace(text.substring(1, 2), "");
    }

    /** The agencies of 甲局会同乙局; 会同县 and 联合会 are parts of names. */
    private static List<String> parted(String name) {
        Matcher together = TOGETHER.matcher(name);
        if (name.length() <= LONGEST_CELL && together.matches()) {
            String lead = together.group(1);
            String other = together.group(3);
            boolean names =
                    NAME_END.matcher(lead).matches() && NAME_END.matcher(other).matches();
            // 联合 stands in names as well, so the second must begin with the place of the first.
            boolean certain = together.group(2).equals("会同")
                    ? !other.startsWith("县")
                    : lead.length() > 2 && other.startsWith(lead.substring(0, 2));
            if (names && certain) {
                List<String> all = new ArrayList<>(List.of(lead));
                all.addAll(parted(other));
                return all;
            }
        }
        return List.of(name);
    }

    /** The name without 等5部门 behind it. */
    private String named(String name) {
        String bare = name;
        for (Matcher others = OTHERS.matcher(bare);
                bare.length() <= LONGEST_CELL
                        && others.matches()
                        && NAME_END.matcher(others.group(1)).matches();
                others = OTHERS.matcher(bare)) {
            repairs.add(Repair.UNNAMED_OTHERS);
            bare = others.group(1);
        }
        return bare;
    }

    /** The text cut at its separators, those inside brackets aside. */
    private List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int depth = 0;
        // A bracket that is never closed must not hide the separators behind it.
        boolean balanced = text.chars().filter(c -> OPENING.indexOf(c) >= 0).count()
                == text.chars().filter(c -> CLOSING.indexOf(c) >= 0).count();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (balanced) {
                depth += OPENING.indexOf(each) >= 0 ? 1 : CLOSING.indexOf(each) >= 0 ? -1 : 0;
            }
            if (depth <= 0 && SEPARATORS.indexOf(each) >= 0) {
                add(pieces, piece);
            } else {
                piece.append(each);
            }
        }
        boolean trailing = !pieces.isEmpty() && piece.toString().isBlank();
        add(pieces, piece);
        if (trailing) {
            repairs.add(Repair.STRAY_CHARACTERS);
        }
        return pieces;
    }

    private static void add(List<String> pieces, StringBuilder piece) {
        if (!LegacyText.strip(piece.toString()).isEmpty()) {
            pieces.add(piece.toString());
        }
        piece.setLength(0);
    }

    /** The names in a text whose only separators are blanks; some of these may be inside a name. */
    private List<String> names(String text) {
        // A separator within brackets is a part of the name; a blank beside it must not bring it outside them.
        if (StringUtils.containsAny(text, SEPARATORS)) {
            return List.of(text);
        }
        if (text.length() > LONGEST_CELL) {
            return List.of(text);
        }
        List<String> words = new ArrayList<>();
        StringBuilder spaced = new StringBuilder();
        int gapInName = Integer.MAX_VALUE;
        int lastGap = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            boolean single = word.group(1).codePointCount(0, word.group(1).length()) == 1;
            // In 财 政 部　　税 务 总 局 the wider gap parts the names.
            if (!spaced.isEmpty() && (!single || lastGap > gapInName)) {
                words.add(spaced.toString());
                spaced.setLength(0);
                gapInName = Integer.MAX_VALUE;
            }
            if (single) {
                if (!spaced.isEmpty()) {
                    gapInName = Math.min(gapInName, lastGap);
                    repairs.add(Repair.INNER_BLANKS);
                }
                spaced.append(word.group(1));
            } else {
                words.add(word.group(1));
            }
            lastGap = word.group(2).length();
        }
        if (!spaced.isEmpty()) {
            words.add(spaced.toString());
        }
        return joined(words);
    }

    private List<String> joined(List<String> words) {
        List<String> names = new ArrayList<>();
        for (String word : words) {
            int last = names.size() - 1;
            if (last >= 0
                    && (!NAME_END.matcher(names.get(last)).matches()
                            || !NAME_END.matcher(word).matches()
                            || DEPENDENT.matcher(word).matches())) {
                repairs.add(Repair.INNER_BLANKS);
                names.set(last, names.get(last) + (han(names.get(last), word) ? "" : " ") + word);
            } else {
                names.add(word);
            }
        }
        return names;
    }

    /** Whether no blank belongs between two words, as none does next to Han characters. */
    private static boolean han(String left, String right) {
        return !(letter(left.codePointBefore(left.length())) && letter(right.codePointAt(0)));
    }

    private static boolean letter(int character) {
        return Character.isLetterOrDigit(character) && !Character.isIdeographic(character);
    }
}
