package org.gongkai.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.text.LegacyText;

/** Tells names of agencies from other text, in signatures, titles, numbers and lists of recipients. */
public final class AgencyNames {

    private static final Pattern AGENCY_END = Pattern.compile(
            ".*(?:政府|委员会|党委|工委|县委|市委|区委|省委|[部委局厅署办院处站所社行]|(?:委员|常委|管委|居委|村委|组委|协|学|联合|总|商|研究|基金|理事|监事|监|工|促进|联谊|红十字|公)会|办公室|研究室"
                    + "|集团|公司|中心|[大支总]队|学校|大学|学院|街道|兵团|军委|总部|海关|指挥部|领导小组|专班|秘书处)");
    private static final Pattern AGENCY = Pattern.compile("[\\p{IsHan}（）()]{3,40}");
    private static final Pattern NO_AGENCY =
            Pattern.compile(".*(?:关于|通知|印发|如下|执行|特此|附件|第.条|落实|工作会|负责|以下|以上|本办法|联系人).*|[一二三四五六七八九十]+、.*");
    private static final Pattern OPENING = Pattern.compile(".*?(?=关于|印发|转发|批转|公布|发布|对|令|公告)");

    private AgencyNames() {}

    /** Whether a text is the name of one agency. */
    public static boolean isAgency(String text) {
        String name = LegacyText.withoutBlanks(text);
        return name.equals("国务院")
                || AGENCY.matcher(name).matches()
                        && AGENCY_END.matcher(name).matches()
                        && !NO_AGENCY.matcher(name).matches();
    }

    /** Whether a text is made of agencies' names alone. */
    public static boolean areAgencies(String text) {
        return !agencies(text).isEmpty();
    }

    /** The agencies that a signature or a cell names, or none when the text is not made of agencies' names alone. */
    public static List<Agency> agencies(String text) {
        List<String> names = names(text);
        return names.stream().allMatch(AgencyNames::isAgency)
                ? names.stream().map(Agency::parse).toList()
                : List.of();
    }

    /** The names in a line of a signature, those written without a blank between parted. */
    static List<String> names(String text) {
        String[] pieces = StringUtils.split(text, " \u3000\u00a0\t\n、");
        boolean spaced = pieces.length > 1;
        for (String piece : pieces) {
            spaced &= piece.length() <= 2;
        }
        List<String> names = new ArrayList<>();
        for (String piece : spaced ? new String[] {String.join("", pieces)} : pieces) {
            names.addAll(unglue(piece));
        }
        return names;
    }

    /** Parts 重庆市民政局重庆市财政局, written without a blank between: each name begins with the same place. */
    private static List<String> unglue(String text) {
        if (text.length() < 12) {
            return List.of(text);
        }
        String place = text.substring(0, 3);
        List<String> names = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf(place, 1); at > 0; at = text.indexOf(place, at + 1)) {
            names.add(text.substring(start, at));
            start = at;
        }
        names.add(text.substring(start));
        return names.stream().allMatch(AgencyNames::isAgency) ? names : List.of(text);
    }

    /** The agencies before 关于 in a title, or none when the title does not begin with agencies. */
    public static List<Agency> agenciesOfTitle(String title) {
        String bare = LegacyText.stripUnseen(title.replaceFirst("^[【\\[][^】\\]]{1,8}[】\\]]", ""));
        Matcher opening = OPENING.matcher(bare);
        while (opening.find()) {
            if (opening.start() == 0 && !opening.group().isEmpty()) {
                return agencies(opening.group());
            }
            break;
        }
        return List.of();
    }

    /** The agencies that a line of addressees or of copies names. */
    public static List<Agency> recipients(String text) {
        List<Agency> all = new ArrayList<>();
        for (String part : text.split("[，,；;\n]+")) {
            String group = StringUtils.strip(LegacyText.stripUnseen(part), "。：: ");
            String[] names = StringUtils.split(group, '、');
            boolean each = names.length > 1;
            for (String name : names) {
                each &= isAgency(name) && !name.startsWith("各") && name.length() >= 3;
            }
            for (String name : each ? names : new String[] {group}) {
                if (!name.isBlank()) {
                    all.add(Agency.parse(LegacyText.stripUnseen(name)));
                }
            }
        }
        return all;
    }

    /** The agencies that an order or announcement names in full in its number, or none. */
    public static List<Agency> agenciesOfNumber(DocumentNumber number) {
        boolean names = number.form() == DocumentNumber.Form.ORDER || number.form() == DocumentNumber.Form.ANNOUNCEMENT;
        String agency = number.agencyCode();
        // 省政府令: which province is not said.
        return names && agency != null && !agency.matches("[省市县区州].*") ? agencies(agency) : List.of();
    }
}
