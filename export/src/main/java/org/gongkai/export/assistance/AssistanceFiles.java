package org.gongkai.export.assistance;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import org.gongkai.core.assistance.AssistanceSchedule;
import org.gongkai.core.assistance.CategoryScheme;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.LibraryPackage;
import org.jspecify.annotations.Nullable;

/**
 * Everything for the public about the standards of one place on one day, as files of a package under
 * {@code data/assistance/}: {@code public-table.csv} and {@code .html}, {@code public-items.csv} and {@code .html},
 * {@code history.csv}, {@code .json} and {@code .svg}. The lines themselves go into {@code records.ndjson} by
 * {@link LibraryPackage#add}.
 */
public final class AssistanceFiles {

    private final AssistanceSchedule schedule;
    private final String place;
    private final LocalDate day;
    private final CategoryScheme scheme;
    private final @Nullable String publisher;

    private AssistanceFiles(
            AssistanceSchedule schedule,
            String place,
            LocalDate day,
            CategoryScheme scheme,
            @Nullable String publisher) {
        this.schedule = Objects.requireNonNull(schedule, "schedule");
        this.place = Objects.requireNonNull(place, "place");
        this.day = Objects.requireNonNull(day, "day");
        this.scheme = Objects.requireNonNull(scheme, "scheme");
        this.publisher = publisher;
    }

    /**
     * The files of a place.
     *
     * @param schedule the schedule
     * @param place the full name of the place
     * @param day the day
     * @param scheme the headings
     * @param publisher who makes it public (公开主体), or null
     * @return the files, not yet written
     */
    public static AssistanceFiles of(
            AssistanceSchedule schedule,
            String place,
            LocalDate day,
            CategoryScheme scheme,
            @Nullable String publisher) {
        return new AssistanceFiles(schedule, place, day, scheme, publisher);
    }

    /**
     * Adds the files to a package.
     *
     * @param out the package
     * @throws IOException when it cannot be written
     */
    public void addTo(LibraryPackage out) throws IOException {
        PublicTable table = PublicTable.inForce(schedule, place, day, scheme);
        PublicItems items = PublicItems.standard();
        StandardHistory history = StandardHistory.of(schedule, place);
        out.addFile("assistance/public-table.csv", table::csv);
        out.addFile("assistance/public-table.html", table::html);
        out.addFile("assistance/public-items.csv", to -> items.csv(to, schedule, place, day, publisher));
        out.addFile("assistance/public-items.html", to -> items.html(to, schedule, place, day, publisher));
        out.addFile("assistance/history.csv", history::csv);
        ObjectWriter json = CanonicalJson.mapper().writer();
        out.addFile(
                "assistance/history.json",
                to -> to.append(json.writeValueAsString(history)).append('\n'));
        HistoryChart chart = HistoryChart.of(place + "困难群众救助标准", history, each -> true, day);
        out.addFile("assistance/history.svg", chart::svg);
    }
}
