package org.gongkai.export.delta;

import java.util.Locale;
import java.util.Objects;
import org.gongkai.core.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One place where a package is not what it says it is.
 *
 * @param what what is wrong
 * @param file the file's path in the package; as it was found, so show it with care
 * @param line the line in the file, counted from 1, or null for the file as a whole
 * @param expected what should be there, or null
 * @param found what is there, or null
 */
public record PackageDifference(
        What what,
        String file,
        @Nullable Long line,
        @Nullable String expected,
        @Nullable String found) {

    /** What can be wrong with a package. */
    public enum What {
        /** A manifest lists a file that is not there, or a file that every package has is missing. */
        MISSING("缺少文件", "the file is missing"),
        /** A file is there that no manifest lists. */
        UNLISTED("清单中没有该文件", "no manifest lists the file"),
        /** The digest of a file is another than its manifest says. */
        DIGEST("SHA-256 不符", "the SHA-256 differs"),
        /** A line of a manifest cannot be read or lists a file twice. */
        MANIFEST("清单中的行无效", "this line of the manifest is not valid"),
        /** A name leads out of the package or is a link; it was not looked into. */
        UNSAFE("路径不安全，未读取", "the path is not safe, so it was not looked into"),
        /** A value of bagit.txt or bag-info.txt differs. */
        TAG("标签值不符", "the value of the tag differs"),
        /** A count differs. */
        COUNT("数量不符", "the count differs"),
        /** A line or file is not of the form that this version writes. */
        FORM("内容不符合格式", "this is not of the form that it should have"),
        /** A file could not be read to its end. */
        UNREADABLE("无法读取", "this cannot be read");

        private final String chinese;
        private final String english;

        What(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }
    }

    /**
     * Creates a difference.
     *
     * @throws NullPointerException when {@code what} or {@code file} is null
     */
    public PackageDifference {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(file, "file");
    }

    /**
     * The difference in one line for a person; control characters of hostile names are made visible.
     *
     * @param language Chinese is answered in Chinese and any other in English
     * @return the text
     */
    public String text(Locale language) {
        boolean zh = Bilingual.isChinese(language);
        StringBuilder text = new StringBuilder(file);
        if (line != null) {
            text.append(':').append(line);
        }
        text.append(zh ? "：" : ": ").append(zh ? what.chinese : what.english);
        if (expected != null) {
            text.append(zh ? "；应为 " : "; expected ").append(expected);
        }
        if (found != null) {
            text.append(zh ? "；实为 " : "; found ").append(found);
        }
        return visible(text);
    }

    private static String visible(CharSequence text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR) {
                visible.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }
}
