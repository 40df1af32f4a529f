package org.gongkai.core.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.Code;
import org.gongkai.core.Evidence;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A field of basic-level openness (试点领域). Any text is kept; it is well formed when it names one of the 26 that
 * 国办发〔2019〕54号 lists, with or without 领域 behind it.
 *
 * <pre>{@code
 * DisclosureField.parse("社会救助领域").number();   // 19
 * }</pre>
 *
 * <p>In JSON it is its text. Immutable and safe to share between threads; equality is that of the text.
 */
public final class DisclosureField implements Code {

    /**
     * A field of the list.
     *
     * @param number its number from 1 to 26; the order is that of this library, no official one is known
     * @param name its name, such as 社会救助
     * @param issuer which ministry gave the guide, or null
     * @param notice the number of the notice with the guide, or null where it is not known
     * @param evidence how well the notice is known
     */
    public record Listed(
            int number,
            String name,
            @Nullable String issuer,
            @Nullable String notice,
            Evidence evidence) {}

    private static final List<Listed> ALL =
            Csv.shipped(DisclosureField.class.getResourceAsStream("pilot-fields.csv"), "pilot-fields.csv", reader -> {
                List<Listed> all = new ArrayList<>();
                for (Csv.Row each : Csv.read(reader, "pilot-fields.csv", List.of("number", "name", "evidence"))) {
                    all.add(new Listed(
                            Integer.parseInt(each.required("number")),
                            each.required("name"),
                            each.text("issuer"),
                            each.text("notice"),
                            each.requiredOneOf(Evidence.class, "evidence")));
                }
                return List.copyOf(all);
            });

    private static final Map<String, Listed> BY_NAME = new HashMap<>();

    static {
        ALL.forEach(each -> BY_NAME.put(LegacyText.folded(each.name()), each));
    }

    private final String text;
    private final @Nullable Listed listed;

    private DisclosureField(String text) {
        this.text = Objects.requireNonNull(text, "text");
        String name = LegacyText.folded(text);
        this.listed = BY_NAME.get(name.endsWith("领域") ? name.substring(0, name.length() - 2) : name);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the field; see {@link #wellFormed()} for whether it is listed
     * @throws NullPointerException when {@code text} is null
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DisclosureField parse(String text) {
        return new DisclosureField(text);
    }

    /**
     * The 26 fields.
     *
     * @return the list in its order
     */
    public static List<Listed> all() {
        return ALL;
    }

    /**
     * The entry of the list.
     *
     * @return the entry, or null when the text names none
     */
    public @Nullable Listed listed() {
        return listed;
    }

    /**
     * The number in the list.
     *
     * @return the number, or null when the text names none of them
     */
    public @Nullable Integer number() {
        return listed == null ? null : listed.number();
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }

    /** True when the text names one of the 26. */
    @Override
    public boolean wellFormed() {
        return listed != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DisclosureField field && text.equals(field.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
