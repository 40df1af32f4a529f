package org.gongkai.export.land;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.Duty;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.BlockPrice;
import org.gongkai.core.land.CatalogueItem;
import org.gongkai.core.land.Contact;
import org.gongkai.core.land.ItemCatalogue;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.Parcel;
import org.gongkai.core.land.ParcelBuilder;
import org.gongkai.core.land.PlanItem;
import org.gongkai.core.land.RequisitionItem;
import org.gongkai.core.land.RequisitionRegime;
import org.gongkai.core.land.RequisitionStage;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PublicFiles;
import org.gongkai.export.table.Headings;
import org.gongkai.export.table.Markup;
import org.gongkai.export.table.PublicRecords;
import org.jspecify.annotations.Nullable;

/**
 * Plans and projects of land requisition as tables for the public, as CSV and HTML. In a package they stand under
 * {@code data/land/}: {@code plans}, {@code projects} and {@code items}; the records themselves go into
 * {@code records.ndjson} by {@link LibraryPackage#add}. Immutable.
 *
 * <pre>{@code
 * LandFiles files = LandFiles.of(plans, projects);
 * files.html(LandFiles.Table.ITEMS, writer);
 * files.addTo(libraryPackage);
 * }</pre>
 */
public final class LandFiles {

    private static final Headings HEADINGS = Headings.read(LandFiles.class.getResourceAsStream("headings.csv"));

    private final List<LandRequisitionPlan> plans;
    private final List<LandRequisitionProject> projects;
    private final ItemCatalogue collectiveLand;
    private final ItemCatalogue houses;
    private final Duties duties;

    /** The tables. */
    public enum Table {
        /** The lines of the plans. */
        PLANS("年度土地征收计划"),
        /** The projects, one a row. */
        PROJECTS("土地征收项目"),
        /** What each project has disclosed, in the columns of a table of public items. */
        ITEMS("土地征收项目公开事项");

        private final String title;

        Table(String title) {
            this.title = title;
        }

        /**
         * The table's title.
         *
         * @return the title in Chinese
         */
        public String title() {
            return title;
        }
    }

    private LandFiles(
            Collection<LandRequisitionPlan> plans,
            Collection<LandRequisitionProject> projects,
            ItemCatalogue collectiveLand,
            ItemCatalogue houses,
            Duties duties) {
        Stream.concat(plans.stream(), projects.stream()).forEach(PublicRecords::requireClean);
        this.plans = List.copyOf(plans);
        this.projects = List.copyOf(projects);
        this.collectiveLand = Objects.requireNonNull(collectiveLand, "collectiveLand");
        this.houses = Objects.requireNonNull(houses, "houses");
        this.duties = Objects.requireNonNull(duties, "duties");
    }

    /**
     * Tables after the shipped catalogues of items.
     *
     * @param plans the plans
     * @param projects the projects
     * @return the tables, not yet written
     * @throws IllegalArgumentException when a record holds personal data; the message names record and place
     */
    public static LandFiles of(Collection<LandRequisitionPlan> plans, Collection<LandRequisitionProject> projects) {
        return of(
                plans,
                projects,
                ItemCatalogue.collectiveLand(),
                ItemCatalogue.stateOwnedLandHouses(),
                Duties.catalogue());
    }

    /**
     * Tables after catalogues of the user's own.
     *
     * @param plans the plans
     * @param projects the projects
     * @param collectiveLand the items of collective land
     * @param houses the items of houses on state-owned land
     * @param duties the time limits that the items name
     * @return the tables, not yet written
     * @throws IllegalArgumentException when a record holds personal data; the message names record and place
     */
    public static LandFiles of(
            Collection<LandRequisitionPlan> plans,
            Collection<LandRequisitionProject> projects,
            ItemCatalogue collectiveLand,
            ItemCatalogue houses,
            Duties duties) {
        return new LandFiles(plans, projects, collectiveLand, houses, duties);
    }

    /**
     * Tables of the plans and projects of a run, after the shipped catalogues of items.
     *
     * @return the files of nothing seen yet
     */
    public static PublicFiles ofRun() {
        return ofRun(ItemCatalogue.collectiveLand(), ItemCatalogue.stateOwnedLandHouses(), Duties.catalogue());
    }

    /**
     * Tables of the plans and projects of a run, after catalogues of the user's own.
     *
     * @param collectiveLand the items of collective land
     * @param houses the items of houses on state-owned land
     * @param duties the time limits that the items name
     * @return the files of nothing seen yet
     */
    public static PublicFiles ofRun(ItemCatalogue collectiveLand, ItemCatalogue houses, Duties duties) {
        return new OfRun(collectiveLand, houses, duties);
    }

    private static final class OfRun implements PublicFiles {
        /** The most parcels that are kept with their projects; a table of more is nothing to look at either. */
        private static final int MOST_PARCELS = 200_000;

        private final ItemCatalogue collectiveLand;
        private final ItemCatalogue houses;
        private final Duties duties;
        private final List<LandRequisitionPlan> plans = new ArrayList<>();
        private final List<LandRequisitionProject> projects = new ArrayList<>();
        private int parcels;

        OfRun(ItemCatalogue collectiveLand, ItemCatalogue houses, Duties duties) {
            this.collectiveLand = Objects.requireNonNull(collectiveLand, "collectiveLand");
            this.houses = Objects.requireNonNull(houses, "houses");
            this.duties = Objects.requireNonNull(duties, "duties");
        }

        @Override
        public void see(DisclosureRecord record) {
            if (plans.size() + projects.size() == MOST_RECORDS || parcels >= MOST_PARCELS) {
                return;
            }
            Optional.ofNullable(RecordKind.of(LandRequisitionPlan.class).as(record))
                    .ifPresent(plans::add);
            Optional.ofNullable(RecordKind.of(LandRequisitionProject.class).as(record))
                    .map(this::shown)
                    .ifPresent(projects::add);
        }

        /** A project with that of its parcels which the tables show, since nearly all of a long list is its parcels. */
        private LandRequisitionProject shown(LandRequisitionProject project) {
            parcels += project.parcels().size();
            List<Parcel> shown = project.parcels().stream()
                    .map(each -> ParcelBuilder.builder()
                            .location(each.location())
                            .collective(each.collective())
                            .area(each.area())
                            .build())
                    .toList();
            return LandRequisitionProjectBuilder.builder(project).parcels(shown).build();
        }

        @Override
        public void addTo(LibraryPackage out) throws IOException {
            of(plans, projects, collectiveLand, houses, duties).addTo(out);
        }
    }

    /**
     * Adds every table that has rows to a package.
     *
     * @param out the package
     * @throws IOException when it cannot be written
     */
    public void addTo(LibraryPackage out) throws IOException {
        for (Table each : Table.values()) {
            if (!rows(each).isEmpty()) {
                String name = "land/" + each.name().toLowerCase(Locale.ROOT);
                out.addFile(name + ".csv", to -> csv(each, to));
                out.addFile(name + ".html", to -> html(each, to));
            }
        }
    }

    /**
     * Writes a table as comma-separated values (RFC 4180) without a byte order mark, lines ended by CR LF.
     *
     * @param table the table
     * @param out where to write; not closed
     * @throws IOException when it cannot be written
     */
    public void csv(Table table, Appendable out) throws IOException {
        Markup.csv(out, headings(table));
        for (List<String> each : rows(table)) {
            Markup.csv(out, each);
        }
    }

    /**
     * Writes a table as a page of HTML: every value escaped, no script, nothing from the network, fit for screen
     * readers and for printing.
     *
     * @param table the table
     * @param out where to write; not closed
     * @throws IOException when it cannot be written
     */
    public void html(Table table, Appendable out) throws IOException {
        Markup.page(out, table.title());
        out.append("<h1>").append(table.title()).append("</h1>\n<table>\n<caption>");
        out.append(table.title()).append("</caption>\n<thead>\n<tr>");
        for (String each : headings(table)) {
            out.append("<th scope=\"col\">").append(each).append("</th>");
        }
        out.append("</tr>\n</thead>\n<tbody>\n");
        for (List<String> row : rows(table)) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                boolean head = i == named(table);
                out.append(head ? "<th scope=\"row\">" : "<td>")
                        .append(Markup.html(row.get(i)))
                        .append(head ? "</th>" : "</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
        Markup.endPage(out);
    }

    /** The column that names the row. */
    private static int named(Table table) {
        return switch (table) {
            case PLANS -> 2;
            case PROJECTS -> 1;
            case ITEMS -> 2;
        };
    }

    private static List<String> headings(Table table) {
        return HEADINGS.zh(table.name().toLowerCase(Locale.ROOT));
    }

    private List<List<String>> rows(Table table) {
        List<List<String>> rows = new ArrayList<>();
        switch (table) {
            case PLANS -> plans.forEach(plan -> plan.items().forEach(item -> rows.add(line(plan, item))));
            case PROJECTS -> projects.forEach(each -> rows.add(project(each)));
            case ITEMS -> projects.forEach(project -> project.items().forEach(item -> rows.add(item(project, item))));
        }
        return rows;
    }

    private static List<String> line(LandRequisitionPlan plan, PlanItem item) {
        return List.of(
                text(plan.year()),
                text(item.number()),
                text(item.name()),
                text(item.location()),
                text(item.plannedArea()),
                text(item.use()),
                text(item.ground()),
                quarter(item.quarter()),
                text(item.implementer()),
                text(item.state()),
                text(item.project()),
                text(plan.compiledBy()));
    }

    private static String quarter(@Nullable String quarter) {
        return quarter != null && quarter.matches("Q[1-4]")
                ? "第" + "一二三四".charAt(quarter.charAt(1) - '1') + "季度"
                : text(quarter);
    }

    private static List<String> project(LandRequisitionProject project) {
        Contact contact = project.contact();
        RequisitionStage.Step step = project.latestStep();
        String total =
                text(project.totalArea()) + (project.restatedArea() == null ? "" : "（" + project.restatedArea() + "）");
        return List.of(
                text(project.code()),
                text(project.name()),
                text(project.regime()),
                text(project.implementer()),
                step == null ? "" : step.label(),
                text(project.approvingAuthority()),
                text(project.approvalNumber()),
                text(project.approvedOn()),
                text(project.use()),
                text(project.ground()),
                total,
                project.parcels().stream().map(LandFiles::parcel).collect(Collectors.joining("；")),
                project.prices().stream().map(LandFiles::price).collect(Collectors.joining("；")),
                String.join("、", project.resettlement()),
                text(project.socialSecurity()),
                text(project.remedies()),
                contact == null ? "" : text(contact.office()),
                contact == null ? "" : text(contact.telephone()));
    }

    private static String parcel(Parcel parcel) {
        return Stream.of(text(parcel.location()), text(parcel.collective()), text(parcel.area()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String price(BlockPrice price) {
        return Stream.of(
                        text(price.grade()),
                        (price.price() == null ? "" : price.price().toPlainString()) + text(price.unit()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private List<String> item(LandRequisitionProject project, RequisitionItem item) {
        boolean ofHouses = project.regime() != null
                && project.regime().regime() == RequisitionRegime.Regime.STATE_OWNED_LAND_HOUSES;
        CatalogueItem known = (ofHouses ? houses : collectiveLand).find(item.item());
        List<String> cells = new ArrayList<>();
        cells.add(text(project.name()));
        cells.addAll(known == null ? unlisted(item) : listed(item, known));
        cells.addAll(List.of(
                text(item.noticeNumber()),
                text(item.publishedOn()),
                text(item.postedUntil()),
                text(item.state()),
                text(item.reason()),
                text(item.url())));
        return cells;
    }

    /** What the catalogue says of an item, from its level to the way of publishing; the project's own word goes first. */
    private List<String> listed(RequisitionItem item, CatalogueItem known) {
        return List.of(
                known.level1(),
                known.level2(),
                String.join("、", known.elements()),
                known.basis(),
                limit(known),
                known.publisher(),
                String.join("、", item.channels().isEmpty() ? known.channels() : item.channels()),
                item.audience() == null
                        ? known.audience().label()
                        : item.audience().text(),
                known.mode().label());
    }

    /** The same cells of an item that the catalogue does not have. */
    private static List<String> unlisted(RequisitionItem item) {
        String audience = item.audience() == null ? "" : item.audience().text();
        return List.of("", text(item.item()), "", "", "", "", String.join("、", item.channels()), audience, "");
    }

    /** The time limit in words, such as 收到批准文件之日起10个工作日内. */
    private String limit(CatalogueItem item) {
        Duty duty = item.duty() == null ? null : duties.find(item.duty()).orElse(null);
        if (duty == null || duty.amount() == null || !duty.amount().matches("\\d{1,4}")) {
            return "";
        }
        String amount = duty.unit().text(Integer.parseInt(duty.amount()), Locale.CHINESE);
        String start = duty.start(Locale.CHINESE);
        return switch (duty.counting()) {
            case DISPLAY -> (duty.bound() == Duty.Bound.AT_LEAST ? "公告不少于" : "公告") + amount;
            case BACKWARD -> start + amount + "前";
            default -> start + "之日起" + amount + "内";
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
