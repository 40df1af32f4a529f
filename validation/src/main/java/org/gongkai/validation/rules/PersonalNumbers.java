package org.gongkai.validation.rules;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.core.Code;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.privacy.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of persons in the texts of a document (政府信息公开条例, art. 15): identity numbers, mobile telephones, bank cards.
 * The telephone for questions is an office's. Names are not looked for: a document names persons for good reasons.
 */
public final class PersonalNumbers {

    /** Marks within a line of text; the text on both sides of them is read on. */
    private static final Pattern INLINE = Pattern.compile(
            "</?(?:span|font|a|b|i|u|s|em|strong|sub|sup|big|small|o:p|st1:[a-z]+)(?:\\s[^>]*)?>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MARK = Pattern.compile("<[^>]*>");

    /** An office that gives a mobile number of its own says what one may call it for. */
    private static final Pattern OFFICE = Pattern.compile(
            ".*(?:咨询|监督|举报|投诉|值班|服务|办公|受理|联系)[\\p{IsHan}（）()]{0,6}(?:电话|热线|手机|方式)[^。；;\\n]{0,14}", Pattern.DOTALL);

    private static final int BEFORE = 40;

    private PersonalNumbers() {}

    public static void check(OfficialDocument document, Hearing hearing) {
        look("/title", document.title(), hearing);
        codes("/issuers/", document.issuers(), hearing);
        codes("/addressees/", document.addressees(), hearing);
        codes("/copyTo/", document.copyTo(), hearing);
        code("/owner", document.owner(), hearing);
        code("/printedBy", document.printedBy(), hearing);
        code("/documentNumber", document.documentNumber(), hearing);
        code("/indexNumber", document.indexNumber(), hearing);
        code("/normativeNumber", document.normativeNumber(), hearing);
        look("/signature", document.signature(), hearing);
        look("/note", document.note(), hearing);
        look("/attachmentNote", document.attachmentNote(), hearing);
        look("/summary", document.summary(), hearing);
        look("/contentSource", document.contentSource(), hearing);
        look("/author", document.author(), hearing);
        look("/editor", document.editor(), hearing);
        look("/sourceUrl", document.sourceUrl(), hearing);
        identity("/recordId", document.recordId(), hearing);
        for (int i = 0; i < document.keywords().size(); i++) {
            look("/keywords/" + i, document.keywords().get(i), hearing);
        }
        body(document.body(), hearing);
        for (int i = 0; i < document.attachments().size(); i++) {
            look("/attachments/" + i + "/name", document.attachments().get(i).name(), hearing);
            look("/attachments/" + i + "/url", document.attachments().get(i).url(), hearing);
        }
        for (int i = 0; i < document.relations().size(); i++) {
            look("/relations/" + i + "/target", document.relations().get(i).target(), hearing);
        }
        document.other().forEach((name, value) -> other("", name, value, hearing));
    }

    private static void body(@Nullable Body body, Hearing hearing) {
        if (body != null && body.text() != null) {
            look("/body/text", body.text(), hearing);
        } else if (body != null && body.html() != null) {
            // The addresses of links and images hold long numbers that are nobody's; a number may be split over fonts.
            String text =
                    MARK.matcher(INLINE.matcher(body.html()).replaceAll("")).replaceAll("\n");
            look("/body/html", text.replace("&nbsp;", " "), hearing);
        }
    }

    private static void other(String pointer, String name, @Nullable Object value, Hearing hearing) {
        String at = Hearing.step(new StringBuilder(pointer), name).toString();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> other(at, String.valueOf(key), each, hearing));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                other(at, Integer.toString(i), list.get(i), hearing);
            }
        } else if (value instanceof String || value instanceof Number) {
            look(at, value.toString(), hearing);
        }
    }

    private static void codes(String pointer, List<? extends Code> codes, Hearing hearing) {
        for (int i = 0; i < codes.size(); i++) {
            code(pointer + i, codes.get(i), hearing);
        }
    }

    private static void code(String pointer, @Nullable Code code, Hearing hearing) {
        identity(pointer, code == null ? null : code.text(), hearing);
    }

    /** In a code any long number may stand; one with the check character of an identity number is one. */
    private static void identity(String pointer, @Nullable String text, Hearing hearing) {
        for (PersonalData.Match each : text == null ? List.<PersonalData.Match>of() : PersonalData.findNumbers(text)) {
            if (each.kind() == PersonalData.Kind.IDENTITY_NUMBER) {
                report(pointer, each, hearing);
            }
        }
    }

    private static void look(String pointer, @Nullable String text, Hearing hearing) {
        for (PersonalData.Match each : text == null ? List.<PersonalData.Match>of() : PersonalData.findNumbers(text)) {
            if (each.kind() != PersonalData.Kind.MOBILE_NUMBER || !offices(text, each.start())) {
                report(pointer, each, hearing);
            }
        }
    }

    private static void report(String pointer, PersonalData.Match match, Hearing hearing) {
        String rule = switch (match.kind()) {
            case IDENTITY_NUMBER -> "document.personalData.identityNumber";
            case BANK_CARD -> "document.personalData.bankCard";
            default -> "document.personalData.mobileNumber";
        };
        hearing.report(rule, pointer, match.masked(), null);
    }

    private static boolean offices(String text, int start) {
        return OFFICE.matcher(text.substring(Math.max(0, start - BEFORE), start))
                .matches();
    }
}
