package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Evidence;
import org.gongkai.core.organization.CreditCode;
import org.gongkai.core.organization.OrganizationCode;
import org.jspecify.annotations.Nullable;

/**
 * The families of index numbers (索引号) in real use. No rule settles on one of them: a library accepts them all and
 * rewrites none.
 *
 * <p>Source of the families: 国办秘函〔2009〕6号 for {@link #ORGANIZATION_CODE}; the others from pages of the places
 * named, gathered by this project.
 */
public enum IndexFamily {
    /** Organization code, year, five digits: {@code 000014349/2017-00110}. State Council General Office. */
    ORGANIZATION_CODE("IX1", 20, 9, "[0-9A-Z]{8}[0-9X]/(\\d{4})-\\d{5}", Evidence.MIRROR),
    /** Credit code, year, five digits: {@code 11371000004359010J/2025-00809}. Weihai, Huizhou. */
    CREDIT_CODE("IX2", 29, 18, "[0-9A-HJ-NP-RTUWXY]{18}/(\\d{4})-\\d{5}", Evidence.MIRROR),
    /** Credit code, year, seven digits: {@code 11370322004222241N/2021-5135380}. Gaoqing. */
    CREDIT_CODE_LONG("IX3", 31, 18, "[0-9A-HJ-NP-RTUWXY]{18}/(\\d{4})-\\d{7}", Evidence.MIRROR),
    /** Six digits and the moment at which the record was made: {@code 19059120230915143805}. Laoshan. */
    TIME_STAMP(
            "IX4",
            20,
            0,
            "\\d{6}(\\d{4})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\d",
            Evidence.PRIMARY),
    /** Organization code, year, six digits, joined by hyphens: {@code 01527918X-2020-153077}. Nujiang. */
    ORGANIZATION_CODE_HYPHEN("IX5", 21, 9, "[0-9A-Z]{8}[0-9X]-(\\d{4})-\\d{6}", Evidence.MIRROR),
    /** Region, department, kind, group, day, serial, joined by hyphens. Ningbo; made from the text of its rule. */
    NINGBO("IX6", 0, 0, "[^-]+-[^-]+-[^-]+-[^-]+-(\\d{4})\\d{4}-[^-]+", Evidence.UNVERIFIED),
    /** Five characters, kind, year, serial, joined by hyphens. Lianyungang; made from the text of its rule. */
    LIANYUNGANG("IX7", 0, 0, "[^-]{5}-[^-]+-(\\d{4})-[^-]+", Evidence.UNVERIFIED),
    /** Twenty-one digits in six groups. Civil affairs of Yunnan; made from the text of its rule. */
    YUNNAN("IX8", 21, 0, "()\\d{21}", Evidence.UNVERIFIED);

    private static final List<IndexFamily> ALL = List.of(values());

    private final String id;
    private final int length;
    /** How long the publisher's code at the head is, which a sign follows; 0 for none. */
    private final int publisher;

    private final Pattern pattern;
    private final Evidence evidence;

    /** A length of 0 where numbers are of different lengths: it spares a look by the pattern, and says no more. */
    IndexFamily(String id, int length, int publisher, String pattern, Evidence evidence) {
        this.id = id;
        this.length = length;
        this.publisher = publisher;
        this.pattern = Pattern.compile(pattern);
        this.evidence = evidence;
    }

    /**
     * The short name in reports: IX1 to IX8.
     *
     * @return the name
     */
    @JsonValue
    public String id() {
        return id;
    }

    /**
     * How well the family is known.
     *
     * @return the mark
     */
    public Evidence evidence() {
        return evidence;
    }

    static @Nullable IndexFamily of(String text) {
        for (IndexFamily each : ALL) {
            if ((each.length == 0 || each.length == text.length())
                    && (each.publisher == 0 || !Character.isLetterOrDigit(text.charAt(each.publisher)))
                    && each.pattern.matcher(text).matches()) {
                return each;
            }
        }
        return null;
    }

    /** The part before the year that names the publisher, or null where the family has none. */
    @Nullable
    String publisher(String text) {
        return publisher == 0 ? null : text.substring(0, publisher);
    }

    @Nullable
    Integer year(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() && !matcher.group(1).isEmpty() ? Integer.valueOf(matcher.group(1)) : null;
    }

    /** Whether the check characters of the publisher's code are right; true where the family has no such code. */
    boolean checks(String text) {
        return switch (this) {
            case ORGANIZATION_CODE, ORGANIZATION_CODE_HYPHEN ->
                OrganizationCode.parse(StringUtils.defaultString(publisher(text)))
                        .wellFormed();
            case CREDIT_CODE, CREDIT_CODE_LONG ->
                CreditCode.parse(StringUtils.defaultString(publisher(text))).wellFormed();
            case TIME_STAMP, NINGBO, LIANYUNGANG, YUNNAN -> true;
        };
    }
}
