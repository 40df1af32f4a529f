package org.gongkai.validation.key;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.index.Digest128;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * What a document is recognised by, as digests of 64 bits, so that a million of them stay small; 0 stands for none.
 * Two texts with one digest do not happen among millions.
 *
 * @param number the document number in its regular form
 * @param index the index number
 * @param id the id of the old system
 * @param address the address of its page, scheme and fragment aside
 * @param file the last part of the address, or the file that it was read from
 * @param title the whole title
 * @param core the title from 关于 on, for registers leave out the agency before it
 * @param writtenOn the date of writing as a day of the epoch, or {@link #NO_DAY}
 * @param publishedOn the publication date, likewise
 */
public record DocumentKeys(
        long number,
        long index,
        long id,
        long address,
        long file,
        long title,
        long core,
        int writtenOn,
        int publishedOn) {

    public static final int NO_DAY = Integer.MIN_VALUE;

    private static final long REGULAR = 1;

    private static final int LONGEST_ADDRESS = 4_000;
    private static final Pattern LAPSED_MARK = Pattern.compile("[【\\[（(〔［]已?(?:失效|废止)[】\\]）)〕］]");
    /** Names that pages of any folder bear. */
    private static final Pattern ANY_PAGE = Pattern.compile("(?:index|default|content|view|show|info|list)\\.[a-z]+");

    /** The keys of what an inventory says. */
    public static DocumentKeys ofEntry(OfficialDocument document) {
        String address = address(document.sourceUrl());
        String file = address == null ? document.recordId() : path(address);
        return of(document, address, file);
    }

    /** The keys of a record, which also goes by the name of its file. */
    public static DocumentKeys ofRecord(OfficialDocument document, Location location) {
        return of(document, address(document.sourceUrl()), location.source());
    }

    /** The digest of a document's whole title alone, as the keys have it. */
    public static long titleOf(OfficialDocument document) {
        return digest(titleKey(document.title()));
    }

    private static DocumentKeys of(OfficialDocument document, @Nullable String address, @Nullable String file) {
        DocumentNumber number = regular(document.documentNumber());
        String title = titleKey(document.title());
        int about = title.indexOf("关于");
        return new DocumentKeys(
                digest(number),
                digest(
                        document.indexNumber() == null
                                ? null
                                : LegacyText.withoutBlanks(
                                        document.indexNumber().text())),
                digest(document.recordId() == null ? null : document.recordId().strip()),
                digest(address),
                digest(fileName(file)),
                digest(title),
                digest(about < 0 ? title : title.substring(about)),
                day(document.writtenOn()),
                day(document.publishedOn()));
    }

    /** The number in its regular form, or null when there is none or the text says so. */
    public static @Nullable DocumentNumber regular(@Nullable DocumentNumber number) {
        if (number == null || number.wellFormed()) {
            return number;
        }
        DocumentNumber read = DocumentNumber.read(number.text()).value();
        return read == null || read.form() == DocumentNumber.Form.NONE ? null : read;
    }

    /** A title as it is compared: letters and digits alone, without the mark of a lapsed document. */
    public static String titleKey(@Nullable String title) {
        if (title == null) {
            return "";
        }
        boolean marked = title.contains("失效") || title.contains("废止");
        String text = marked ? LAPSED_MARK.matcher(title).replaceAll("") : title;
        // An array, since whole bodies are compared as well.
        char[] bare = new char[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = LegacyText.halfWidth(text.charAt(i));
            // Nearly all of a text, and letters without a small form.
            if (each >= '\u4E00' && each <= '\u9FA5') {
                bare[length++] = each;
            } else if (counts(each)) {
                bare[length++] = each == '〇' || each == '○' ? '零' : Character.toLowerCase(each);
            }
        }
        return new String(bare, 0, length);
    }

    private static boolean counts(char each) {
        int type = Character.getType(each);
        return Character.isLetterOrDigit(each)
                || each == '○'
                || Character.isSurrogate(each)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** An address without scheme, fragment and the slash at its end, the host in small letters; null when it is none. */
    public static @Nullable String address(@Nullable String url) {
        if (url == null || url.length() > LONGEST_ADDRESS) {
            return null;
        }
        try {
            URI uri = new URI(url.strip());
            if (uri.getHost() == null) {
                return null;
            }
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            return uri.getHost().toLowerCase(Locale.ROOT)
                    + (uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443 ? "" : ":" + uri.getPort())
                    + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }

    public boolean none() {
        return number == 0 && index == 0 && id == 0 && address == 0 && title == 0;
    }

    private static @Nullable String path(String address) {
        int slash = address.indexOf('/');
        int query = address.indexOf('?');
        return slash < 0 || query >= 0 ? null : address.substring(slash);
    }

    private static @Nullable String fileName(@Nullable String path) {
        if (path == null) {
            return null;
        }
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return ANY_PAGE.matcher(name).matches() ? null : name;
    }

    private static int day(@Nullable LocalDate date) {
        return date == null ? NO_DAY : (int) date.toEpochDay();
    }

    /** Of a number that has no regular form brackets and 第 do not count; its last bit tells that it has none. */
    private static long digest(@Nullable DocumentNumber number) {
        if (number == null) {
            return 0;
        }
        return number.wellFormed()
                ? digest(LegacyText.withoutBlanks(number.text())) | REGULAR
                : digest(titleKey(number.text()).replace("第", "")) & ~REGULAR;
    }

    /** Whether a number's digest is that of one in regular form. */
    public static boolean regular(long number) {
        return (number & REGULAR) != 0;
    }

    public static long digest(@Nullable String text) {
        return text == null || text.isEmpty() ? 0 : Digest128.of(text).high();
    }
}
