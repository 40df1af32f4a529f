package org.gongkai.export.format;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gongkai.core.Bilingual;
import org.jspecify.annotations.Nullable;

/** A format profile cannot be used. The message names every fault: the file, the line, the place, what is allowed. */
public final class ProfileException extends IOException {

    private static final long serialVersionUID = 2L;

    /** What is wrong; null in an exception that was serialized. */
    private final transient @Nullable List<Fault> faults;

    /** Both texts, since the faults themselves are not serialized. */
    private final String chinese;

    /**
     * One fault.
     *
     * @param line the line, counted from 1
     * @param pointer JSON Pointer of the place
     * @param zh what is wrong and what is expected, in Chinese
     * @param en the same in English
     */
    public record Fault(int line, String pointer, String zh, String en) {}

    ProfileException(String file, List<Fault> faults) {
        super(text(file, faults, Locale.ENGLISH));
        this.faults = List.copyOf(faults);
        this.chinese = text(file, faults, Locale.CHINESE);
    }

    /**
     * What is wrong.
     *
     * @return the faults, in the order of the lines
     */
    public List<Fault> faults() {
        return faults == null ? List.of() : faults;
    }

    /**
     * Says for a person what is wrong.
     *
     * @param language the language wanted; Chinese is answered in Chinese and any other in English
     * @return a line for each fault: file, line, place, what is expected
     */
    public String text(Locale language) {
        return chinese(language) ? chinese : String.valueOf(getMessage());
    }

    private static String text(String file, List<Fault> faults, Locale language) {
        boolean chinese = chinese(language);
        return faults.stream()
                .map(each -> file + ':' + each.line() + ": " + place(each, chinese ? "：" : ": ")
                        + (chinese ? each.zh() : each.en()))
                .collect(Collectors.joining("\n"));
    }

    /** Where in the file a fault stands; nothing when it is the file as a whole. */
    private static String place(Fault fault, String colon) {
        return fault.pointer().isEmpty() ? "" : fault.pointer() + colon;
    }

    private static boolean chinese(Locale language) {
        return Bilingual.isChinese(language);
    }
}
