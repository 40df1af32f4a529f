package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.Code;
import org.gongkai.core.Reading;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A document number (发文字号), for example 青崂政办字〔2023〕13号: agency code, year, serial number.
 *
 * <pre>{@code
 * DocumentNumber number = DocumentNumber.read("[1993]临湾字第16号").value(); // 临湾字〔1993〕16号
 * }</pre>
 *
 * <p>A document number is no key: agencies reuse them, and not every document has one. Source: GB/T 9704 (layout of
 * official documents), 7.2.5: year in full in 〔 〕, serial number without 第 and without leading zeros.
 *
 * @param text the text as it was given
 */
public record DocumentNumber(@JsonValue String text) implements Code {

    /** Longer texts are no numbers; the bound also keeps every pattern here from running long. */
    static final int LONGEST = 200;

    // （ ） hold a part of the code, as in 京价（收）字.
    // The range holds Han alone, and spares nearly every character a search in the table of scripts.
    private static final String HAN = "[\u4E00-\u9FA5\\p{IsHan}]";
    private static final String NAME = HAN + "++(?:（" + HAN + "++）" + HAN + "*+)*+";
    private static final Pattern NAMES = Pattern.compile(NAME + "(?:、" + NAME + ")*+");
    private static final String YEAR = "19\\d\\d|20\\d\\d|2100";
    // Nine digits always fit an int.
    private static final String SERIAL = "[1-9]\\d{0,8}";
    private static final Pattern STANDARD = Pattern.compile("([^〔]+)〔(" + YEAR + ")〕(" + SERIAL + ")号");
    private static final Pattern ORDER_OR_ANNOUNCEMENT =
            Pattern.compile("(.+?)(命?令|公告|通告)(?:(" + YEAR + ")年)?第(" + SERIAL + ")号");
    private static final Pattern KIND_AT_END = Pattern.compile("(?:令|公告|通告)$");
    // Words of running text and of labels, which no agency code holds.
    private static final List<String> NO_CODE = List.of("的", "关于", "根据", "号", "字第");

    // 河北省财政厅冀人社发: the full name of one agency run into the code of another, which no reading can part surely.
    private static final Pattern FUSED =
            Pattern.compile(".*[省市县区州盟旗]\\p{IsHan}{1,14}[厅局委院府室][\\p{IsHan}&&[^厅局委办院室部]]{3,}");

    /** The shapes of document numbers. */
    public enum Form {
        /**
         * Agency code, year in 〔 〕, serial number, 号: 国办发〔2017〕47号, and telegrams such as 国发明电〔2020〕1号. A
         * numbered announcement or order with its year in 〔 〕, such as 青征公告〔2015〕7号, has this shape too; its agency
         * code then ends in 公告, 通告 or 令.
         */
        STANDARD,
        /** An order: 国务院令第743号, 商务部令2021年第1号. The agency code is what stands before 令 or 命令. */
        ORDER,
        /**
         * An announcement: 商务部公告2015年第12号, 青岛海关公告第3号, 北京市公安局通告2015年第5号. The agency code is what stands
         * before 公告 or 通告.
         */
        ANNOUNCEMENT,
        /** A text that says the document has no number: 无, 无文号, ——. */
        NONE,
        /** Anything else. */
        OTHER
    }

    /**
     * Creates a number from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public DocumentNumber {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the number
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DocumentNumber parse(String text) {
        return new DocumentNumber(text);
    }

    /**
     * Reads a number leniently. No agency code, year or serial number is ever guessed; a year of two digits is read as
     * 1949 to 1999 or 2000 to 2029, since full years have been the rule since long before.
     *
     * <p>Of the numbers of several agencies in one text the first is returned, the number of the lead agency, which alone a joint
     * document bears; {@link org.gongkai.core.Repair#SEVERAL_IN_ONE} is then among the repairs, and
     * {@link #readAll(String)} has them all. Several numbers of one agency (19、20号) stay as they stand and have no regular
     * form, since no document bears two.
     *
     * @param raw the text as it stands in the source, not null
     * @return the number in its regular form where one can be made out, the text as it stood (blanks around it aside)
     *     otherwise, and the repairs; the value is null when the text is blank. A text such as 无文号 gives a value of
     *     form {@link Form#NONE} and the repair {@link org.gongkai.core.Repair#NULL_TOKEN}
     */
    public static Reading<DocumentNumber> read(String raw) {
        return new DocumentNumberReader().read(raw);
    }

    /**
     * Reads all the numbers that stand in one text, such as 浙国税发〔1994〕32号、浙地税发〔1994〕42号.
     *
     * @param raw the text as it stands in the source, not null
     * @return the numbers, each as {@link #read(String)} would give it and each once, the lead agency's first; empty
     *     when the text is blank. {@link org.gongkai.core.Repair#SEVERAL_IN_ONE} is among the repairs when there were
     *     several
     */
    public static Reading<List<DocumentNumber>> readAll(String raw) {
        return new DocumentNumberReader().readAll(raw);
    }

    /**
     * The shape of the number.
     *
     * @return the shape, {@link Form#OTHER} when none fits
     */
    public Form form() {
        return parts().form;
    }

    /**
     * Tells whether the text says that the document has no number, without looking for the parts of one.
     *
     * @return true for a number of form {@link Form#NONE}
     */
    public boolean saysNone() {
        return LegacyText.nullToken(text);
    }

    /**
     * True for a number of form {@link Form#STANDARD}, {@link Form#ORDER} or {@link Form#ANNOUNCEMENT}, with a year
     * between 1900 and 2100 where it has one.
     */
    @Override
    public boolean wellFormed() {
        return switch (form()) {
            case STANDARD, ORDER, ANNOUNCEMENT -> true;
            case NONE, OTHER -> false;
        };
    }

    /**
     * The agency code (机关代字), such as 青崂政办字; for an order or announcement the agency's name before 令 or 公告,
     * several names separated by 、.
     *
     * @return the code, or null when there is none
     */
    public @Nullable String agencyCode() {
        return parts().agency;
    }

    /**
     * The year inside the number.
     *
     * @return the year, or null when there is none
     */
    public @Nullable Integer year() {
        String year = parts().year;
        return year == null ? null : Integer.valueOf(year);
    }

    /**
     * The serial number.
     *
     * @return the serial number, or null when there is none
     */
    public @Nullable Integer serial() {
        String serial = parts().serial;
        return serial == null ? null : Integer.valueOf(serial);
    }

    private Parts parts() {
        if (text.length() <= LONGEST) {
            Matcher standard = STANDARD.matcher(text);
            if (standard.matches() && isCode(standard.group(1))) {
                return new Parts(Form.STANDARD, standard.group(1), standard.group(2), standard.group(3));
            }
            Matcher other = ORDER_OR_ANNOUNCEMENT.matcher(text);
            // 令令第4号 has a word twice; no agency is called 政府令.
            if (other.matches()
                    && isAgency(other.group(1))
                    && !KIND_AT_END.matcher(other.group(1)).find()) {
                Form form = other.group(2).endsWith("令") ? Form.ORDER : Form.ANNOUNCEMENT;
                return new Parts(form, other.group(1), other.group(3), other.group(4));
            }
            if (saysNone()) {
                return new Parts(Form.NONE, null, null, null);
            }
        }
        return new Parts(Form.OTHER, null, null, null);
    }

    private static boolean isCode(String code) {
        boolean kind = code.endsWith("令") || code.endsWith("公告") || code.endsWith("通告");
        return isAgency(code)
                && (kind || code.indexOf('、') < 0 && !FUSED.matcher(code).matches());
    }

    private static boolean isAgency(String name) {
        return NAMES.matcher(name).matches() && !holdsWordOfText(name) && !name.endsWith("第") && !name.endsWith("年");
    }

    private static boolean holdsWordOfText(String name) {
        for (String each : NO_CODE) {
            if (name.contains(each)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return text;
    }

    private record Parts(
            Form form,
            @Nullable String agency,
            @Nullable String year,
            @Nullable String serial) {}
}
