package org.gongkai.core.calendar;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.core.Evidence;
import org.gongkai.core.text.Csv;

/**
 * A catalogue of duties. {@link #catalogue()} ships with this library; a place with limits of its own adds or replaces
 * duties with {@link #with(Reader, String)}.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Duties {

    private static final String RESOURCE = "duties.csv";
    private static final List<String> REQUIRED = List.of(
            "id", "name_zh", "name_en", "amount", "unit", "start_zh", "start_en", "counting", "bound", "source");

    private final Map<String, Duty> byId;

    private Duties(Stream<Duty> duties) {
        Map<String, Duty> map = new LinkedHashMap<>();
        duties.forEach(duty -> map.put(duty.id(), duty));
        this.byId = map;
    }

    /**
     * The duties of land, decisions, assistance, applications and the rest of disclosure, national ones and those of
     * Shandong.
     *
     * @return the catalogue; read anew at each call, so keep it
     */
    public static Duties catalogue() {
        return Csv.shipped(
                Duties.class.getResourceAsStream(RESOURCE),
                RESOURCE,
                reader -> new Duties(read(reader, RESOURCE).stream()));
    }

    /**
     * A catalogue of given duties.
     *
     * @param duties the duties; of two with one id the later one counts
     * @return the catalogue
     */
    public static Duties of(List<Duty> duties) {
        return new Duties(duties.stream());
    }

    /**
     * Reads duties from a table whose columns are the components of {@link Duty} in snake case, {@code name_zh} for
     * {@code nameZh}. May be left out: {@code read_as}, {@code first_day} (COUNTED), {@code last_day} (AS_IT_FALLS),
     * {@code evidence} (unverified), {@code note_zh}, {@code note_en}, and together {@code last_confirmed_on},
     * {@code confirmed_by} and {@code confirmed_at}. Lines that begin with {@code #} are comments.
     *
     * @param reader the table, UTF-8 text with commas, quoted where needed
     * @param source its name, for messages
     * @return the duties in the order of the file
     * @throws IOException when the text cannot be read or has another form, or an id stands twice; the message names
     *     file, line, column, value and what was expected
     */
    public static List<Duty> read(Reader reader, String source) throws IOException {
        Map<String, Duty> duties = new LinkedHashMap<>();
        for (Csv.Row row : Csv.read(reader, source, REQUIRED)) {
            Duty duty = duty(row);
            if (duties.put(duty.id(), duty) != null) {
                throw row.wrong("id", duty.id(), "an id that no line above has");
            }
        }
        return List.copyOf(duties.values());
    }

    private static Duty duty(Csv.Row row) throws IOException {
        row.required("unit");
        row.required("counting");
        DutyBuilder builder = DutyBuilder.builder()
                .id(row.required("id"))
                .nameZh(row.required("name_zh"))
                .nameEn(row.required("name_en"))
                .amount(row.text("amount"))
                .unit(row.oneOf(Duty.Unit.class, "unit"))
                .startZh(row.required("start_zh"))
                .startEn(row.required("start_en"))
                .counting(row.oneOf(Duty.Counting.class, "counting"))
                .bound(row.oneOf(Duty.Bound.class, "bound"))
                .readAs(row.oneOf(Duty.Unit.class, "read_as"))
                .firstDay(row.oneOf(FirstDay.class, "first_day"))
                .lastDay(row.oneOf(Duty.LastDay.class, "last_day"))
                .source(row.required("source"))
                .evidence(Objects.requireNonNullElse(row.oneOf(Evidence.class, "evidence"), Evidence.UNVERIFIED))
                .noteZh(row.text("note_zh"))
                .noteEn(row.text("note_en"))
                .confirmed(row.confirmation());
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw row.wrong(e);
        }
    }

    /**
     * This catalogue with further duties, or other ones under the ids it has.
     *
     * @param further the duties
     * @return the new catalogue
     */
    public Duties with(Duty... further) {
        return new Duties(Stream.concat(byId.values().stream(), Stream.of(further)));
    }

    /**
     * This catalogue with the duties of a file.
     *
     * @param reader the file, in the form of {@link #read}
     * @param source its name, for messages
     * @return the new catalogue
     * @throws IOException as {@link #read} does
     */
    public Duties with(Reader reader, String source) throws IOException {
        return with(read(reader, source).toArray(Duty[]::new));
    }

    /**
     * Every duty.
     *
     * @return the duties in the order of the catalogue
     */
    public List<Duty> all() {
        return List.copyOf(byId.values());
    }

    /**
     * Looks a duty up.
     *
     * @param id its id
     * @return the duty, empty when the catalogue has none of that id
     */
    public Optional<Duty> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The duty of an id.
     *
     * @param id its id
     * @return the duty
     * @throws IllegalArgumentException when the catalogue has none of that id; the message names those it has
     */
    public Duty get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(
                "no duty \"" + id + "\"; expected one of " + String.join(", ", byId.keySet())));
    }
}
