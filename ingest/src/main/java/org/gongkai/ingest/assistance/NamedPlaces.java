package org.gongkai.ingest.assistance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.ingest.grammar.Sentence;
import org.gongkai.ingest.grammar.Span;
import org.jspecify.annotations.Nullable;

/** Finds the places that titles and sentences name: 关于提高甲区城乡低保标准的通知, 现将甲县困难群众救助标准调整如下. */
final class NamedPlaces {

    /** What may stand before the place in a title and in a sentence. */
    private static final String LEADS =
            "进一步|关于|印发|转发|公布|发布|公开|公示|下达|明确|规范|确定|统一|提高|调整|适当|上调|提标|制定|落实|做好|开展|现将|现就|同意|对|将|在|自|的";

    /** What stands behind it, and so is no part of a longer name: 甲市民政局 is no place. */
    private static final String BEHIND =
            "(?=关于|调整|提高|上调|公布|发布|困难群众|城乡|城市|城镇|农村|社会救助|社会保障|低保|最低生活保障|特困|孤儿|儿童|残疾人|高龄|临时救助|20\\d{2}年|二〇\\p{IsHan}{2}年)";

    /** The shortest name up to its last character, which no word for a region stands in: 甲市乙区 is two names one after the other. */
    private static final String NAME = "((?:\\p{IsHan}{1,6}?(?:市|县|区|旗|省|自治州|州)){1,3})";

    private static final Pattern IN_SENTENCE = Pattern.compile("(?:现将|现就|调整|提高|公布|确定|上调)" + NAME + BEHIND);
    private static final Pattern IN_TITLE = Pattern.compile("^(?:20\\d{2}年度?)?(?:" + LEADS + ")*" + NAME + BEHIND);

    /** A word that stands for the place of whoever writes, and names none. */
    private static final Pattern NO_NAME =
            Pattern.compile("^(?:全|我|本|各|该|等|城|辖|社|地).*|.*(?:关于|提高|调整|公布|全市|全区|全县|我市|我区|我县|社区|小区|园区|地区).*");

    private NamedPlaces() {}

    /** The place with which a title begins, words such as 关于提高 aside; or null. */
    static @Nullable String ofTitle(String title) {
        Matcher place = IN_TITLE.matcher(title);
        return place.find() && named(place.group(1)) ? place.group(1) : null;
    }

    /** The places that a sentence says the standards are of. */
    static List<Span> of(Sentence sentence) {
        List<Span> places = new ArrayList<>();
        Matcher place = IN_SENTENCE.matcher(sentence.plain());
        while (place.find()) {
            if (named(place.group(1))) {
                places.add(new Span(sentence, place.start(1), place.end(1)));
            }
        }
        return places;
    }

    /** Whether words name a place: 全市 and 我区 name none. */
    private static boolean named(String place) {
        return place.length() > 2 && !NO_NAME.matcher(place).matches();
    }
}
