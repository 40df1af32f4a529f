package org.gongkai.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.mapper.TableRoute;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.office.OfficeReader;
import org.gongkai.ingest.office.OfficeText;
import org.gongkai.ingest.paper.OfficeFiles;
import org.gongkai.ingest.paper.OfficePage;
import org.gongkai.ingest.sheet.GatheredSheets;
import org.gongkai.ingest.sheet.KindFinder;
import org.gongkai.ingest.sheet.TableSource;
import org.gongkai.ingest.sheet.Workbook;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.KindChoice;
import org.gongkai.ingest.table.TableKind;
import org.jspecify.annotations.Nullable;

/**
 * The tables in a file that a page attaches. A file whose tables are for certain those of a public kind of record is read for them,
 * with what the page says around them; any other stays the attachment that it is, and nothing is told of it. Immutable.
 */
final class AttachedTables {

    private final KindFinder finder;
    private final Limits limits;
    private final boolean hiddenSheets;

    AttachedTables(KindFinder finder, Limits limits, boolean hiddenSheets) {
        this.finder = finder;
        this.limits = limits;
        this.hiddenSheets = hiddenSheets;
    }

    /** What is known of the page. */
    interface Around {

        /** The running text of the page, or null when it has none. */
        @Nullable
        NoticeText text() throws IOException;
    }

    /** What a file holds before anybody knows whether it is wanted. */
    private static final class Gathering implements SourceHandler {

        private final List<Grid> grids = new ArrayList<>();
        private final List<SourceProblem> problems = new ArrayList<>();
        private boolean broken;

        @Override
        public void record(Mapped mapped) {
            throw new IllegalStateException("nothing makes a record yet");
        }

        @Override
        public void ledger(List<LedgerEntry> entries) {
            throw new IllegalStateException("nothing makes a record yet");
        }

        @Override
        public void rejected(SourceProblem problem, RawForm raw) {
            broken = true;
        }

        @Override
        public void problem(SourceProblem problem) {
            problems.add(problem);
        }
    }

    /** Reads a file where its tables are for certain of a kind. */
    void read(SourceFile file, Around page, SourceHandler handler) throws IOException {
        Gathering gathering = new Gathering();
        gather(file, gathering);
        if (gathering.broken || gathering.grids.isEmpty()) {
            return;
        }
        @Nullable NoticeText text = page.text();
        List<String> titles = new ArrayList<>(List.of(KindFinder.called(file.name())));
        if (text != null && text.title() != null) {
            titles.add(Objects.requireNonNull(text.title()));
        }
        TableKind kind = KindChoice.together(gathering.grids.stream()
                        .map(each -> finder.table(each, titles))
                        .toList())
                .kind();
        if (kind == null || kind.reader().confidential() || kind.reader().together()) {
            return;
        }
        handler.problem(KindFinder.found(Location.of(file.name()), kind));
        gathering.problems.forEach(handler::problem);
        TableRoute<?, ?> route = TableRoute.of(new Mapping.Tables(TableRoute.ALL, kind, Map.of(), Map.of(), false));
        new TableSource(file, route, kind.code(), handler).tables(new Grid.Tables(gathering.grids, List.of()), text);
    }

    private void gather(SourceFile file, Gathering gathering) throws IOException {
        @Nullable OfficeReader office = OfficeFiles.readerOf(file);
        if (office != null) {
            OfficeText text = OfficeFiles.read(office, file.path(), limits);
            Location place = Location.of(file.name());
            text.remarks().forEach(each -> gathering.problem(OfficePage.problem(place, each)));
            Grid.Tables tables =
                    Grid.ofHtml(file.name(), OfficePage.of(file.name(), text).html());
            gathering.grids.addAll(tables.grids());
            gathering.problems.addAll(tables.problems());
        } else if (file.kind() == SourceFile.Kind.WORKBOOK && file.size() <= limits.maxOfficeBytes()) {
            GatheredSheets sheets = new GatheredSheets();
            new Workbook(file, limits, hiddenSheets, sheets, gathering)
                    .read(new RawForm.WholeFile(file.name(), file.path()));
            gathering.grids.addAll(sheets.grids());
        }
    }
}
