package org.gongkai.validation.rules;

import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.privacy.PersonalDataScan;
import org.gongkai.validation.rule.RuleCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the texts of every kind of record: no personal data (政府信息公开条例, art. 15), nothing that a program left,
 * and no property that the type does not know. What reports show of personal data and of unknown properties is masked.
 */
public final class TextRules {

    private TextRules() {}

    /** Goes through the texts once; an unknown property that holds personal data is reported for that alone. */
    public static void check(RecordKind<?> kind, DisclosureRecord record, Hearing hearing) {
        List<PersonalDataScan.Place> places = PersonalDataScan.of(record, text -> Residue.check(text, hearing));
        for (PersonalDataScan.Place each : places) {
            hearing.report(
                    rule(kind, each.match().kind()),
                    each.pointer(),
                    each.match().masked(),
                    null);
        }
        record.other().forEach((name, value) -> {
            String pointer = Hearing.step(new StringBuilder(), name).toString();
            if (places.stream().noneMatch(each -> within(pointer, each.pointer()))) {
                hearing.report(kind.rules() + "property.unknown", pointer, shown(name, value), null);
            }
        });
    }

    /** A kind may weigh personal data by rules of its own. */
    private static String rule(RecordKind<?> kind, PersonalData.Kind found) {
        String name = "personalData."
                + switch (found) {
                    case IDENTITY_NUMBER -> "identityNumber";
                    case MOBILE_NUMBER -> "mobileNumber";
                    case BANK_CARD -> "bankCard";
                    case PERSON_NAME -> "personName";
                };
        RuleCatalogue catalogue = RuleCatalogue.standard();
        String own = kind.rules() + name;
        String anyNumber = kind.rules() + "privateNumber";
        if (catalogue.contains(own)) {
            return own;
        }
        return found != PersonalData.Kind.PERSON_NAME && catalogue.contains(anyNumber) ? anyNumber : "record." + name;
    }

    private static boolean within(String property, String pointer) {
        return pointer.equals(property) || pointer.startsWith(property + '/');
    }

    private static @Nullable String shown(String name, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return PersonalData.personal(name) ? "***" : PersonalData.masked(value.toString());
    }
}
