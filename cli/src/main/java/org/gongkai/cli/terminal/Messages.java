package org.gongkai.cli.terminal;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.gongkai.core.text.LegacyText;

/** The command's own texts in one language. */
public final class Messages {

    private final Locale locale;
    private final ResourceBundle bundle;

    private Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "org.gongkai.cli.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Chinese for {@code zh}, English for anything else. */
    public static Messages in(String language) {
        return new Messages(language.equals("zh") ? Locale.CHINESE : Locale.ENGLISH);
    }

    public Locale locale() {
        return locale;
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    /**
     * The text with its values, which come from sources and file systems and must not steer the terminal. A {@link Path} is
     * one that was typed: it is shown as it is, since whoever copies it must find the file again.
     */
    public String text(String key, Object... values) {
        Object[] safe = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            safe[i] = safe(values[i]);
        }
        return new MessageFormat(bundle.getString(key), locale).format(safe);
    }

    private static Object safe(Object value) {
        if (value instanceof Number) {
            return value;
        }
        return value instanceof Path ? LegacyText.oneLine(value.toString()) : Terminal.shown(String.valueOf(value));
    }
}
