package org.gongkai.ingest.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.organization.AgencyCodes;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * The document number in the name of an attached file. It is the page's own only where the file is the document as it was
 * signed and the number's agency is that of the page: pages attach the documents of others, which are called by theirs.
 *
 * @param number the number
 * @param document whether the name says nothing but the number, that the file is the text itself, or the title
 */
public record NumberOfFile(DocumentNumber number, boolean document) {

    private static final AgencyCodes CODES = AgencyCodes.standard();

    private static final Pattern TEXT_ITSELF =
            Pattern.compile("(?:全文|全题|正文|原文|原件|文件|公文|红头|盖章|签章|正式|印发|扫描|电子|定稿|终稿|版|件|稿|本|文|pdf|word)*");

    /** What stands between the parts of a name. */
    private static final String MARKS = " \u3000\u00a0_-—–·、，,.()（）[]【】《》";

    /** What ends a code and names no agency: the kind of the text. */
    private static final Pattern KIND_OF_TEXT = Pattern.compile("(?:规范?|明?电|公告|通告|[发字函文令复批呈])+$");

    private static final Pattern PLACE = Pattern.compile("\\p{IsHan}{2,6}?(?:[省市县区旗盟州镇乡]|街道)");

    private static final int LONGEST = 300;

    /** A shorter text says little of a title, in characters. */
    private static final int SHORTEST_TITLE = 8;

    /**
     * What a file's name says.
     *
     * @param name the name without its ending
     * @param title the page's title; empty when it has none
     * @return the number and whether the file is the document; null where the name holds no well-formed number
     */
    public static @Nullable NumberOfFile of(String name, String title) {
        String said = name.length() > LONGEST ? null : NumberLines.within(name);
        DocumentNumber number = said == null ? null : DocumentNumber.read(said).value();
        if (said == null || number == null || !number.wellFormed()) {
            return null;
        }
        return new NumberOfFile(number, isDocument(name.replace(said, ""), title));
    }

    private static boolean isDocument(String rest, String title) {
        StringBuilder words = new StringBuilder();
        rest.chars().filter(each -> MARKS.indexOf(each) < 0).forEach(each -> words.append((char) each));
        String bare = words.toString().toLowerCase(Locale.ROOT);
        String named = LegacyText.lettersAndDigits(bare);
        String whole = LegacyText.lettersAndDigits(title);
        boolean sameTitle = named.length() >= SHORTEST_TITLE && (whole.contains(named) || named.contains(whole));
        return TEXT_ITSELF.matcher(bare).matches() || sameTitle && !whole.isEmpty();
    }

    /**
     * Whether the number can be that of one of these agencies: its code is listed as theirs, or the signs of the code stand in
     * the agency's name in this order, one of them for the lowest place there, so that no city's code passes for its
     * district's.
     *
     * @param agencies the agencies of the page
     * @param site the name of the site, which may name the place; empty when not known
     * @return true when it can
     */
    public boolean ofAny(List<Agency> agencies, String site) {
        String code = number.agencyCode();
        List<Agency> all = agencies.isEmpty() && !site.isBlank() ? List.of(Agency.parse(site)) : agencies;
        return code != null && all.stream().anyMatch(each -> fits(code, each.text(), site));
    }

    private boolean fits(String code, String agency, String site) {
        if (number.form() != DocumentNumber.Form.STANDARD) {
            return code.endsWith(agency) || agency.endsWith(code);
        }
        List<AgencyCodes.Candidate> listed = CODES.resolve(code);
        if (!listed.isEmpty()) {
            return listed.stream()
                    .map(each -> each.agency().text())
                    .anyMatch(each -> each.endsWith(agency) || agency.endsWith(each));
        }
        String signs = KIND_OF_TEXT.matcher(LegacyText.lettersAndDigits(code)).replaceFirst("");
        String place = lowestPlace(agency);
        String named = place.isEmpty() ? lowestPlace(site) : place;
        return !signs.isEmpty()
                && (named.isEmpty() || named.chars().anyMatch(each -> signs.indexOf(each) >= 0))
                && (inOrder(signs, agency) || inOrder(signs, site + agency));
    }

    /** The signs of the last place at the head of a name, the word for its level aside; empty where none is named. */
    private static String lowestPlace(String name) {
        Matcher place = PLACE.matcher(name);
        String last = "";
        int end = 0;
        while (place.find(end) && place.start() == end) {
            String found = place.group();
            last = found.substring(0, found.length() - (found.endsWith("街道") ? 2 : 1));
            end = place.end();
        }
        return last;
    }

    private static boolean inOrder(String signs, String name) {
        int at = -1;
        for (int i = 0; i < signs.length(); i++) {
            at = name.indexOf(signs.charAt(i), at + 1);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }
}
