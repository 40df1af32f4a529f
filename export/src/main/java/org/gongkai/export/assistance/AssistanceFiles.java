package org.gongkai.export.assistance;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.assistance.AssistanceSchedule;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.CategoryScheme;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PublicFiles;
import org.gongkai.export.table.Markup;
import org.jspecify.annotations.Nullable;

/**
 * Everything for the public about the standards of one place on one day, as files of a package under
 * {@code data/assistance/} or, of several places, under a folder each ({@link #ofRun}): {@code public-table.csv} and {@code .html}, {@code public-items.csv} and {@code .html},
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
     * The files of every place for which a run has a line. The folders are {@code data/assistance/1/},
     * {@code data/assistance/2/} and so on, in the order of the places' names; {@code data/assistance/places.csv} says
     * which is whose.
     *
     * @param day the day
     * @param scheme the headings
     * @return the files of nothing seen yet
     */
    public static PublicFiles ofRun(LocalDate day, CategoryScheme scheme) {
        return new OfRun(Objects.requireNonNull(day, "day"), Objects.requireNonNull(scheme, "scheme"));
    }

    private static final class OfRun implements PublicFiles {
        private final LocalDate day;
        private final CategoryScheme scheme;
        private final List<AssistanceStandard> lines = new ArrayList<>();

        OfRun(LocalDate day, CategoryScheme scheme) {
            this.day = day;
            this.scheme = scheme;
        }

        @Override
        public void see(DisclosureRecord record) {
            AssistanceStandard line = RecordKind.of(AssistanceStandard.class).as(record);
            if (line != null && line.place() != null && lines.size() < MOST_RECORDS) {
                lines.add(line);
            }
        }

        @Override
        public void addTo(LibraryPackage out) throws IOException {
            Set<String> places = new TreeSet<>();
            lines.forEach(each -> places.add(each.place()));
            if (places.isEmpty()) {
                return;
            }
            AssistanceSchedule schedule = AssistanceSchedule.of(lines);
            List<List<String>> folders = new ArrayList<>();
            for (String place : places) {
                String folder = "assistance/" + (folders.size() + 1);
                folders.add(List.of(folder, place));
                of(schedule, place, day, scheme, publisher(place)).addTo(out, folder);
            }
            out.addFile("assistance/places.csv", to -> {
                Markup.csv(to, List.of("folder", "place"));
                for (List<String> each : folders) {
                    Markup.csv(to, each);
                }
            });
        }

        /** Who published the place's lines, when all that say so agree. */
        private @Nullable String publisher(String place) {
            Set<String> publishers = new TreeSet<>();
            for (AssistanceStandard each : lines) {
                if (place.equals(each.place()) && each.publisher() != null) {
                    publishers.add(each.publisher().text());
                }
            }
            return publishers.size() == 1 ? publishers.iterator().next() : null;
        }
    }

    /**
     * Adds the files to a package, under {@code data/assistance/}.
     *
     * @param out the package
     * @throws IOException when it cannot be written
     */
    public void addTo(LibraryPackage out) throws IOException {
        addTo(out, "assistance");
    }

    private void addTo(LibraryPackage out, String folder) throws IOException {
        PublicTable table = PublicTable.inForce(schedule, place, day, scheme);
        PublicItems items = PublicItems.standard();
        StandardHistory history = StandardHistory.of(schedule, place);
        out.addFile(folder + "/public-table.csv", table::csv);
        out.addFile(folder + "/public-table.html", table::html);
        out.addFile(folder + "/public-items.csv", to -> items.csv(to, schedule, place, day, publisher));
        out.addFile(folder + "/public-items.html", to -> items.html(to, schedule, place, day, publisher));
        out.addFile(folder + "/history.csv", history::csv);
        ObjectWriter json = CanonicalJson.mapper().writer();
        out.addFile(
                folder + "/history.json",
                to -> to.append(json.writeValueAsString(history)).append('\n'));
        HistoryChart chart = HistoryChart.of(place + "困难群众救助标准", history, each -> true, day);
        out.addFile(folder + "/history.svg", chart::svg);
    }
}
