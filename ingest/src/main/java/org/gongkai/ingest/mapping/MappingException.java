package org.gongkai.ingest.mapping;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gongkai.core.Bilingual;
import org.jspecify.annotations.Nullable;

/** A mapping file is none: every fault with its line and what is expected there. */
public final class MappingException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The file's name. */
    private final String file;

    /** What is wrong; null in an exception that was serialized. */
    private final transient @Nullable List<Fault> faults;

    /** Both texts, since the faults themselves are not serialized. */
    private final String chinese;

    /**
     * One fault.
     *
     * @param line the line, counted from 1
     * @param zh what is wrong and what is expected, in Chinese
     * @param en the same in English
     */
    public record Fault(int line, String zh, String en) {}

    MappingException(String file, List<Fault> faults) {
        super(text(file, faults, Locale.ENGLISH));
        this.file = file;
        this.faults = List.copyOf(faults);
        this.chinese = text(file, faults, Locale.CHINESE);
    }

    /**
     * The file's name.
     *
     * @return the name
     */
    public String file() {
        return file;
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
     * Says what is wrong to a person.
     *
     * @param language the language wanted; Chinese is answered in Chinese and any other in English
     * @return a line for each fault: file, line, what is expected
     */
    public String text(Locale language) {
        return chinese(language) ? chinese : String.valueOf(getMessage());
    }

    private static String text(String file, List<Fault> faults, Locale language) {
        return faults.stream()
                .map(each -> file + ':' + each.line() + ": " + (chinese(language) ? each.zh() : each.en()))
                .collect(Collectors.joining("\n"));
    }

    private static boolean chinese(Locale language) {
        return Bilingual.isChinese(language);
    }
}
