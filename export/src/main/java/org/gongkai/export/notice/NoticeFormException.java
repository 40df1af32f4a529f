package org.gongkai.export.notice;

import java.io.IOException;
import java.util.Locale;
import org.gongkai.core.Bilingual;

/** A form of notices cannot be used. The message names the file, the line, what is wrong and what is expected. */
public final class NoticeFormException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String chinese;

    NoticeFormException(String file, int line, Bilingual fault) {
        super(file + ':' + line + ": " + fault.en());
        this.line = line;
        this.chinese = file + ':' + line + ": " + fault.zh();
    }

    /**
     * Where the fault stands.
     *
     * @return the line, counted from 1
     */
    public int line() {
        return line;
    }

    /**
     * Says for a person what is wrong.
     *
     * @param language the language wanted; Chinese is answered in Chinese and any other in English
     * @return file, line, what is wrong and what is expected
     */
    public String text(Locale language) {
        return Bilingual.isChinese(language) ? chinese : String.valueOf(getMessage());
    }
}
