package org.gongkai.ingest.land;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.DateText;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.decision.PlannedTime;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.Bounds;
import org.gongkai.core.land.ClassArea;
import org.gongkai.core.land.LandClass;
import org.gongkai.core.land.PublicInterestGround;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.text.LineBreaks;
import org.jspecify.annotations.Nullable;

/** Reads the texts of cells by what their columns hold. */
final class LandValues {

    private static final Pattern SIDE = Pattern.compile("([东南西北])(?:至|临|邻|接|靠|抵|[:：])\\s*([^，,；;、。]+)");
    private static final Pattern BRACKETS = Pattern.compile("[^(（]+[(（](?:即|合|折合)?([^()（）]+)[)）]");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})(?:年度?)?");
    private static final int ANY_YEAR = 2000;
    /** A longer text, in characters, is no area with its parts. */
    private static final int LONGEST_PARTS = 500;

    private static final Pattern WITH_PARTS =
            Pattern.compile("([^，,（(；;]{1,40})[，,（(；;](?:其中|含|包括|包含)[:：]?(.{1,400}?)[）)]?[。；;]?");
    private static final Pattern PART = Pattern.compile(
            "(?:其中|含)?[:：]?(\\p{IsHan}{2,10}?)[:：]?(约?\\d[\\d.]{0,20}(?:公顷|亩|平方米|㎡|(?![\\d.\\p{IsHan}])))");
    private static final Pattern AGAIN = Pattern.compile("(?:即|折合|约合|合|共)(\\d[\\d.]{0,20}(?:公顷|亩|平方米))");
    /** What is said of parts, and gives figures of them. */
    private static final Pattern AMONG = Pattern.compile("(?:其中|含|包括).{0,40}?\\d");

    private LandValues() {}

    /**
     * Reads a text.
     *
     * @param text the text
     * @param meaning what its column holds
     * @param unit the unit of areas that header or table names, or null
     * @param year the year of the plan, or null
     */
    static Reading<?> read(String text, LandMeaning meaning, Area.@Nullable Unit unit, @Nullable Integer year) {
        return switch (meaning) {
            case AREA, PLANNED_AREA, LAND_CLASS -> Area.read(text, unit);
            case APPROVED_ON, APPROVAL_RECEIVED_ON -> DateText.read(text);
            case APPROVAL_NUMBER -> DocumentNumber.read(text);
            case BOUNDS -> Reading.clean(text, bounds(text));
            case QUARTER -> quarter(text, year);
            case PLAN_YEAR -> year(text);
            case RESETTLEMENT -> ways(text);
            case GROUND -> PublicInterestGround.read(text);
            case CLASS_NAME -> Reading.clean(text, LandClass.parse(LandWords.bare(text)));
            default -> text(text);
        };
    }

    static Reading<String> text(String text) {
        String value = LineBreaks.joined(text.strip(), "\n", " ");
        return new Reading<>(text, value, value.equals(text) ? List.of() : List.of(Repair.OUTER_BLANKS));
    }

    /**
     * The quarter in which a planned time lies: Q3 of 第三季度, 2025年三季度末 and 8月. 下半年 lies in two, 10月前 begins nowhere; of
     * another year than the plan's it is none of its quarters.
     */
    private static Reading<String> quarter(String text, @Nullable Integer year) {
        // Without a year of the plan any will do for words that name none.
        PlannedTime time = PlannedTime.read(text.strip(), year == null ? ANY_YEAR : year);
        LocalDate from = time.from();
        LocalDate until = time.until();
        if (from == null
                || until == null
                || from.getYear() != until.getYear()
                || year != null && from.getYear() != year
                || from.get(IsoFields.QUARTER_OF_YEAR) != until.get(IsoFields.QUARTER_OF_YEAR)) {
            return Reading.clean(text, null);
        }
        String quarter = "Q" + from.get(IsoFields.QUARTER_OF_YEAR);
        return new Reading<>(text, quarter, quarter.equals(text.strip()) ? List.of() : List.of(Repair.SYNONYM));
    }

    private static Reading<Integer> year(String text) {
        Matcher matcher = YEAR.matcher(text.strip());
        return matcher.matches()
                ? new Reading<>(
                        text,
                        Integer.valueOf(matcher.group(1)),
                        matcher.group(1).equals(text) ? List.of() : List.of(Repair.STRAY_CHARACTERS))
                : Reading.clean(text, null);
    }

    private static Reading<List<String>> ways(String text) {
        List<String> ways = Arrays.stream(text.split("[、，,；;\\n]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        return new Reading<>(text, ways, ways.size() > 1 ? List.of(Repair.SEVERAL_IN_ONE) : List.of());
    }

    private static @Nullable Bounds bounds(String text) {
        Map<String, String> sides = new LinkedHashMap<>();
        Matcher matcher = SIDE.matcher(text);
        while (matcher.find()) {
            sides.putIfAbsent(matcher.group(1), matcher.group(2).strip());
        }
        return sides.isEmpty() ? null : new Bounds(sides.get("东"), sides.get("南"), sides.get("西"), sides.get("北"));
    }

    /** The second figure of 1.8565公顷（27.8475亩）, or null. */
    static @Nullable Area inBrackets(String text) {
        Matcher brackets = BRACKETS.matcher(text.strip());
        return brackets.matches() ? Area.read(brackets.group(1), null).value() : null;
    }

    /**
     * An area and the classes in it.
     *
     * @param whole the area
     * @param restated the same in another unit, or null
     * @param classes the classes
     */
    record Parted(Area whole, @Nullable Area restated, List<ClassArea> classes) {}

    /**
     * 3.8562公顷，其中农用地3.8562公顷（耕地3.4424公顷）; null when anything in the text stays without a meaning.
     *
     * @param text the text
     * @param unit the unit of figures without one, or null
     */
    static @Nullable Parted parted(String text, Area.@Nullable Unit unit) {
        String plain = LegacyText.halfWidth(LegacyText.withoutBlanks(text));
        Matcher matcher = WITH_PARTS.matcher(plain);
        if (plain.length() > LONGEST_PARTS || !matcher.matches()) {
            return null;
        }
        Area whole = Area.read(matcher.group(1), unit).value();
        String among = matcher.group(2);
        Matcher again = AGAIN.matcher(among);
        Area restated = again.find() ? Area.read(again.group(1), null).value() : null;
        if (restated != null) {
            among = among.substring(0, again.start()) + among.substring(again.end());
        }
        List<ClassArea> classes = new ArrayList<>();
        Matcher part = PART.matcher(among);
        StringBuilder rest = new StringBuilder();
        int end = 0;
        while (part.find()) {
            LandClass landClass = LandClass.parse(LandWords.bare(part.group(1)));
            Area area = Area.read(part.group(2), unit).value();
            if (!landClass.wellFormed() || area == null) {
                return null;
            }
            classes.add(new ClassArea(landClass, area));
            rest.append(among, end, part.start());
            end = part.end();
        }
        rest.append(among.substring(end));
        boolean told = rest.toString().matches("[，,、；;（()）和及。]*");
        return whole == null || classes.isEmpty() || !told ? null : new Parted(whole, restated, classes);
    }

    /** Whether a text gives figures of parts of an area. */
    static boolean among(String text) {
        return text.length() <= LONGEST_PARTS && AMONG.matcher(text).find();
    }
}
