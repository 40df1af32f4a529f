package org.gongkai.core.interpretation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A document that another record explains, rests on, tells the press of or gathers: by its number, index number, title or
 * address, and where wanted the clause in it. Any one of the four finds it; a title alone may fit several.
 *
 * @param documentNumber its document number (发文字号), or null
 * @param title its title (标题), or null
 * @param indexNumber its index number (索引号), or null
 * @param url the address of its page, or null
 * @param clause the clause (条款) that is meant, such as 第五条第二款; null for the whole of it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"documentNumber", "title", "indexNumber", "url", "clause"})
public record PolicyReference(
        @Nullable DocumentNumber documentNumber,
        @Nullable String title,
        @Nullable IndexNumber indexNumber,
        @Nullable String url,
        @Nullable String clause) {

    private static final Pattern TITLE_AND_NUMBER = Pattern.compile("(.{4,500}?)\\s{0,4}[（(]([^（）()《》]{4,40}号)[)）]");
    private static final Pattern NUMBER_AND_TITLE =
            Pattern.compile("([^（）()《》]{4,40}号)[ 　]{0,4}(《.{2,500}》|[^《》]{4,300})");
    private static final Pattern LIST = Pattern.compile("[;；\\n]");
    private static final Pattern QUOTED = Pattern.compile("《((?:[^《》]|《[^《》]{1,200}》){2,300})》");

    /**
     * A place of a text that names a document.
     *
     * @param reference what is named
     * @param start where the name begins
     * @param end where it ends with its clause, exclusive
     */
    public record Named(PolicyReference reference, int start, int end) {}

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public PolicyReference {
        documentNumber = Blank.toNull(documentNumber);
        title = Blank.toNull(title);
        indexNumber = Blank.toNull(indexNumber);
        url = Blank.toNull(url);
        clause = Blank.toNull(clause);
    }

    /**
     * A document by its number alone.
     *
     * @param number the number, not null
     * @return the reference
     */
    public static PolicyReference of(DocumentNumber number) {
        return new PolicyReference(number, null, null, null, null);
    }

    /**
     * What people write where a document is to be named: its number, its title, or both, as in 《…》（某发〔2024〕3号） and 某发〔2024〕3号《…》, with
     * the clause behind it.
     *
     * @param text the text, not null
     * @return the reference; one by title alone where no number can be told in it
     */
    public static PolicyReference named(String text) {
        DocumentNumber whole = ReferenceScanner.number(text);
        if (whole != null) {
            return of(whole);
        }
        String plain = LegacyText.stripUnseen(text);
        List<Named> found = ReferenceScanner.scan(plain);
        if (found.size() == 1 && ReferenceScanner.covers(plain, found)) {
            return found.get(0).reference();
        }
        PolicyReference read = found.size() > 1 ? null : both(TITLE_AND_NUMBER.matcher(plain), 1, 2);
        if (read == null && found.size() < 2) {
            read = both(NUMBER_AND_TITLE.matcher(plain), 2, 1);
        }
        if (read == null && found.isEmpty()) {
            read = ReferenceScanner.withClause(plain);
        }
        return read != null ? read : new PolicyReference(null, bare(plain), null, null, null);
    }

    /**
     * The documents that a cell or a line names, one after another: 《甲》（某发〔2024〕3号）第二条、《乙》.
     *
     * @param text the text, not null
     * @return the references in its order; parts that say more than names are each one reference by what stands there
     */
    public static List<PolicyReference> listed(String text) {
        return pieces(text).stream().map(PolicyReference::named).toList();
    }

    /**
     * The same as the pieces of the text, of which each names one document.
     *
     * @param text the text, not null
     * @return the pieces without blanks around them
     */
    public static List<String> pieces(String text) {
        List<String> all = new ArrayList<>();
        for (String each : LIST.split(text)) {
            String plain = LegacyText.stripUnseen(each);
            List<Named> found = ReferenceScanner.scan(plain);
            if (ReferenceScanner.covers(plain, found)) {
                found.forEach(name -> all.add(plain.substring(name.start(), name.end())));
            } else if (!plain.isEmpty()) {
                all.add(plain);
            }
        }
        return List.copyOf(all);
    }

    /**
     * The documents that running text names by their titles in 《》 or by their numbers.
     *
     * @param text the text, not null
     * @return where each is named, in the order of the text
     */
    public static List<Named> inText(String text) {
        return List.copyOf(ReferenceScanner.scan(text));
    }

    private static @Nullable PolicyReference both(Matcher matcher, int title, int number) {
        DocumentNumber read = matcher.matches() ? ReferenceScanner.number(matcher.group(number)) : null;
        return read == null ? null : new PolicyReference(read, bare(matcher.group(title)), null, null, null);
    }

    /** A title without the signs around it. */
    private static String bare(String text) {
        String plain = LegacyText.stripUnseen(text);
        Matcher quoted = QUOTED.matcher(plain);
        return quoted.matches() ? quoted.group(1) : plain;
    }

    /**
     * Whether it says which document is meant.
     *
     * @return false when at most a clause is given
     */
    public boolean names() {
        return documentNumber != null || title != null || indexNumber != null || url != null;
    }

    /**
     * The document as a message names it.
     *
     * @return number, title, index number or address, the first that is there; empty when none is
     */
    public String shown() {
        return Stream.of(
                        documentNumber == null ? null : documentNumber.text(),
                        title,
                        indexNumber == null ? null : indexNumber.text(),
                        url)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** The reference as texts write it: 《…》（某发〔2024〕3号）第五条; the index number or the address where it has neither title nor number. */
    @Override
    public String toString() {
        String marked = title == null || title.contains("《") ? title : '《' + title + '》';
        String both = marked != null && documentNumber != null ? marked + '（' + documentNumber.text() + '）' : marked;
        return (both == null ? shown() : both) + (clause == null ? "" : clause);
    }

    /** The references of a list that name a document. */
    static List<PolicyReference> naming(@Nullable List<PolicyReference> references) {
        return Blank.dropped(references).stream().filter(PolicyReference::names).toList();
    }
}
