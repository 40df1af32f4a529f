package org.gongkai.core.privacy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordField.Search;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.kind.RecordTexts;
import org.gongkai.core.text.JsonPointers;
import org.jspecify.annotations.Nullable;

/**
 * Finds personal data (个人信息) in every text of a record, so that it can be taken out before the record is published. Which
 * fields there are and how each is searched stands in the description of the {@link RecordKind}; of kinds that name persons
 * lawfully only numbers are found.
 *
 * <pre>{@code
 * for (PersonalDataScan.Place place : PersonalDataScan.of(project)) {
 *     System.out.println(place.pointer() + " " + place.match().kind());   // /parcels/0/location IDENTITY_NUMBER
 * }
 * }</pre>
 */
public final class PersonalDataScan {

    /** Marks within a line of text; the text on both sides of them is read on. */
    private static final Pattern INLINE = Pattern.compile(
            "</?(?:span|font|a|b|i|u|s|em|strong|sub|sup|big|small|o:p|st1:[a-z]+)(?:\\s[^>]*)?>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MARK = Pattern.compile("<[^>]*>");

    private static final int COMMENT = "<!--".length();

    /** Attributes whose value a reader sees or hears. */
    private static final Pattern SAYING = Pattern.compile(
            "\\s(?:alt|title|summary|value|content|placeholder)\\s*=\\s*[\"']([^\"'<>]{11,2000})[\"']",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LINK =
            Pattern.compile("\\s(?:href|src|action)\\s*=\\s*[\"']?([^\"'<>\\s]{15,2000})", Pattern.CASE_INSENSITIVE);

    /** An office that gives a mobile number of its own says what one may call it for. */
    private static final Pattern OFFICE = Pattern.compile(
            ".*(?:咨询|监督|举报|投诉|值班|服务|办公|受理|联系)[\\p{IsHan}（）()]{0,6}(?:电话|热线|手机|方式)[^。；;\\n]{0,14}", Pattern.DOTALL);

    private static final int BEFORE = 40;

    /** Where the scan of unknown properties stands. */
    private final Deque<String> at = new ArrayDeque<>();

    private final boolean names;
    /** Whether a mobile number beside the name of a person counts where an office gives its own. */
    private final boolean ofPersons;

    private final List<Place> places = new ArrayList<>();

    private PersonalDataScan(RecordKind<?> kind) {
        this.names = kind.personalData().findsNames();
        this.ofPersons = kind.personalData().withheld();
    }

    /**
     * A text of a record that holds personal data.
     *
     * @param pointer JSON Pointer of the text
     * @param match what it holds, masked
     */
    public record Place(String pointer, PersonalData.Match match) {}

    /**
     * Looks through a record.
     *
     * @param record the record, not null
     * @return the places in the order of the record, unknown properties last; empty when there are none
     */
    public static List<Place> of(DisclosureRecord record) {
        return of(record, text -> {});
    }

    /**
     * Looks through a record together with somebody else who looks at its texts, so that they are gone through but once.
     *
     * @param record the record, not null
     * @param other is shown each text of the record's fields, not null
     * @return as {@link #of(DisclosureRecord)}
     */
    public static List<Place> of(DisclosureRecord record, Consumer<RecordTexts.Text> other) {
        RecordKind<?> kind = RecordKind.of(record);
        PersonalDataScan scan = new PersonalDataScan(kind);
        RecordTexts.visit(record, text -> {
            other.accept(text);
            scan.known(text);
        });
        record.other().forEach((name, value) -> scan.unknown(name, value));
        return List.copyOf(scan.places);
    }

    private void known(RecordTexts.Text text) {
        text(text.field().name(), text.value(), text.field().search(), text::pointer);
    }

    private void unknown(String name, @Nullable Object value) {
        at.addLast(name);
        item(name, value);
        at.removeLast();
    }

    /** A property that the type does not know may hold anything. */
    private void item(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> unknown(String.valueOf(key), each));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                at.addLast(Integer.toString(i));
                item(name, list.get(i));
                at.removeLast();
            }
        } else if (value instanceof String || value instanceof Number) {
            text(name, value.toString(), Search.WHOLE, this::pointer);
        }
    }

    private String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (String each : at) {
            pointer.append('/').append(JsonPointers.step(each));
        }
        return pointer.toString();
    }

    private void text(String label, String text, Search search, Supplier<String> pointer) {
        boolean html = search == Search.HTML;
        String shown = html ? shown(text) : text;
        for (PersonalData.Match each : names ? PersonalData.find(label, shown) : PersonalData.findNumbers(shown)) {
            if (counts(each, shown, search)) {
                places.add(new Place(pointer.get(), each));
            }
        }
    }

    private boolean counts(PersonalData.Match match, String text, Search search) {
        boolean mobile = match.kind() == PersonalData.Kind.MOBILE_NUMBER;
        boolean named = mobile && ofPersons && NamesBeside.mobile(text, match.start(), match.end());
        return switch (search) {
            case CODE -> match.kind() == PersonalData.Kind.IDENTITY_NUMBER;
            case OFFICE -> !mobile || named;
            default -> names || !mobile || named || !offices(text, match.start());
        };
    }

    /**
     * What a page shows, and below it what its marks say: a number may be split over fonts, and may stand in a comment, in
     * the words for an image or in the query of a link.
     */
    private static String shown(String html) {
        // Behind the last bracket there is no mark, and none is looked for in vain.
        int end = html.lastIndexOf('>') + 1;
        String marked = html.substring(0, end);
        String shown = MARK.matcher(INLINE.matcher(marked).replaceAll("")).replaceAll("\n") + html.substring(end);
        return (shown + said(marked)).replace("&nbsp;", " ");
    }

    private static String said(String marked) {
        StringBuilder said = new StringBuilder();
        for (int at = marked.indexOf("<!--"); at >= 0; at = marked.indexOf("<!--", at + COMMENT)) {
            int end = marked.indexOf("-->", at);
            said.append('\n').append(marked, at + COMMENT, Math.max(at + COMMENT, end < 0 ? marked.length() : end));
        }
        Matcher attribute = SAYING.matcher(marked);
        while (attribute.find()) {
            said.append('\n').append(attribute.group(1));
        }
        Matcher link = LINK.matcher(marked);
        while (link.find()) {
            // Rows of digits in an address are mostly the numbers of pages, so that an identity number alone is sure.
            String address = link.group(1);
            for (PersonalData.Match each : PersonalData.findNumbers(address)) {
                if (each.kind() == PersonalData.Kind.IDENTITY_NUMBER) {
                    said.append('\n').append(address, each.start(), each.end());
                }
            }
        }
        return said.toString();
    }

    private static boolean offices(String text, int start) {
        return OFFICE.matcher(text.substring(Math.max(0, start - BEFORE), start))
                .matches();
    }
}
