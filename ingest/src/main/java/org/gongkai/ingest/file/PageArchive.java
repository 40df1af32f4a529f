package org.gongkai.ingest.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/** Takes the pages out of an archive of one file (MHT; RFC 2557, 2045). */
public final class PageArchive {

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)boundary\\s*=\\s*(?:\"([^\"\\r\\n]{1,100})\"|([^\\s;]{1,100}))");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]{1,40})");
    private static final Pattern ENCODING = Pattern.compile("(?i)content-transfer-encoding\\s*:\\s*([\\w-]{1,30})");

    private PageArchive() {}

    /**
     * The pages of an archive, in their order.
     *
     * @param archive its bytes as ISO-8859-1, a character for each
     * @return the pages; empty when it holds none
     */
    public static List<String> pages(String archive) {
        Matcher boundary = BOUNDARY.matcher(archive);
        if (!boundary.find()) {
            return List.of();
        }
        String mark = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        List<String> pages = new ArrayList<>();
        for (String part : StringUtils.splitByWholeSeparator(archive, mark)) {
            String plain = part.replace("\r\n", "\n");
            int end = plain.indexOf("\n\n", 1);
            String head = end < 0 ? "" : plain.substring(0, end).toLowerCase(Locale.ROOT);
            if (head.contains("text/html")) {
                pages.add(text(plain.substring(0, end), plain.substring(end + 2)));
            }
        }
        return pages;
    }

    private static String text(String head, String content) {
        Matcher encoding = ENCODING.matcher(head);
        byte[] bytes = switch (encoding.find() ? encoding.group(1).toLowerCase(Locale.ROOT) : "") {
            case "base64" -> base64(content);
            case "quoted-printable" -> unquoted(content);
            default -> content.getBytes(StandardCharsets.ISO_8859_1);
        };
        Matcher named = CHARSET.matcher(head);
        return new String(bytes, named.find() ? charset(named.group(1)) : guessed(bytes));
    }

    private static Charset charset(String name) {
        try {
            return name.toLowerCase(Locale.ROOT).startsWith("gb") ? Charset.forName("GB18030") : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Of a part that names no charset: what the page in it says, or UTF-8. */
    private static Charset guessed(byte[] bytes) {
        Matcher named =
                CHARSET.matcher(new String(bytes, 0, Math.min(bytes.length, 4_096), StandardCharsets.ISO_8859_1));
        return named.find() ? charset(named.group(1)) : StandardCharsets.UTF_8;
    }

    private static byte[] base64(String content) {
        try {
            return Base64.getMimeDecoder().decode(content.strip());
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    /** Quoted-printable (RFC 2045, 6.7). */
    private static byte[] unquoted(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length());
        int i = 0;
        while (i < content.length()) {
            char each = content.charAt(i);
            int high = i + 2 < content.length() ? Character.digit(content.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(content.charAt(i + 2), 16);
            if (each == '=' && low >= 0) {
                bytes.write(high * 16 + low);
                i += 3;
            } else if (each == '=' && i + 1 < content.length() && content.charAt(i + 1) == '\n') {
                i += 2;
            } else {
                bytes.write(each);
                i++;
            }
        }
        return bytes.toByteArray();
    }
}
