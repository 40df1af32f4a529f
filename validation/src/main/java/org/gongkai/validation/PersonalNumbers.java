package org.gongkai.validation;

import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.privacy.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of persons in the texts of a document (政府信息公开条例, art. 15): identity numbers, mobile telephones, bank cards.
 * The telephone for questions is an office's. Names are not looked for: a document names persons for good reasons.
 */
final class PersonalNumbers {

    private static final Pattern MARK = Pattern.compile("<[^>]*>");

    /** An office that gives a mobile number of its own says what one may call it for. */
    private static final Pattern OFFICE = Pattern.compile(
            ".*(?:咨询|监督|举报|投诉|值班|服务|办公|受理|联系)[\\p{IsHan}（）()]{0,6}(?:电话|热线|手机|方式)[^。；;\\n]{0,14}", Pattern.DOTALL);

    private static final int BEFORE = 40;

    private PersonalNumbers() {}

    static void check(OfficialDocument document, Hearing hearing) {
        look("/title", document.title(), hearing);
        look("/note", document.note(), hearing);
        look("/attachmentNote", document.attachmentNote(), hearing);
        look("/summary", document.summary(), hearing);
        Body body = document.body();
        if (body != null && body.text() != null) {
            look("/body/text", body.text(), hearing);
        } else if (body != null && body.html() != null) {
            // The addresses of links and images hold long numbers that are nobody's.
            look("/body/html", MARK.matcher(body.html()).replaceAll("\n"), hearing);
        }
        for (int i = 0; i < document.attachments().size(); i++) {
            look("/attachments/" + i + "/name", document.attachments().get(i).name(), hearing);
        }
        for (Map.Entry<String, Object> each : document.other().entrySet()) {
            if (each.getValue() instanceof String text) {
                look(Hearing.step(new StringBuilder(), each.getKey()).toString(), text, hearing);
            }
        }
    }

    private static void look(String pointer, @Nullable String text, Hearing hearing) {
        if (text == null) {
            return;
        }
        for (PersonalData.Match each : PersonalData.findNumbers(text)) {
            switch (each.kind()) {
                case IDENTITY_NUMBER ->
                    hearing.report("document.personalData.identityNumber", pointer, each.masked(), null);
                case BANK_CARD -> hearing.report("document.personalData.bankCard", pointer, each.masked(), null);
                default -> {
                    if (!offices(text, each.start())) {
                        hearing.report("document.personalData.mobileNumber", pointer, each.masked(), null);
                    }
                }
            }
        }
    }

    private static boolean offices(String text, int start) {
        return OFFICE.matcher(text.substring(Math.max(0, start - BEFORE), start))
                .matches();
    }
}
