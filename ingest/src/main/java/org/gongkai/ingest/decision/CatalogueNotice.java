package org.gongkai.ingest.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.DecisionCatalogueBuilder;
import org.gongkai.core.decision.DecisionMatter;
import org.gongkai.core.decision.DecisionMatterBuilder;
import org.gongkai.core.decision.PartyConsent;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.grammar.DayText;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sign;
import org.gongkai.ingest.notice.NoticeReading;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.source.Reason;
import org.gongkai.ingest.table.Defaulted;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableReader;
import org.gongkai.ingest.table.TableReading;
import org.gongkai.ingest.text.AgencyNames;
import org.jspecify.annotations.Nullable;

/**
 * Reads a catalogue of decision matters from text: numbered lines with what belongs to each in brackets, cells of a table that a copy
 * has put one to a line or between bars, and sentences that list the matters. The cells go to the engine of all tables, and
 * their account comes back with the places that they have in the text. One text, one use.
 */
final class CatalogueNotice {

    private static final String CATALOGUE = "目录";

    private static final List<String> TITLES = List.of("目录", "清单", "公告", "通知", "公示");
    private static final int LONGEST_TITLE = 80;

    /** So many lines at the end may hold the signature. */
    private static final int SIGNATURE = 3;

    /** A longer sentence is cut in the finding, in characters. */
    private static final int MOST_TOLD = 60;

    /** So many lines of the text are kept with a record that is refused. */
    private static final int MOST_WORDS = 40;

    private final NoticeText text;
    private final List<Scanned> sentences;
    private final DecisionTableReader reader;
    private final DecisionDefaults defaults;

    CatalogueNotice(NoticeText text, List<Scanned> sentences, DecisionTableReader reader, DecisionDefaults defaults) {
        this.text = text;
        this.sentences = sentences;
        this.reader = reader;
        this.defaults = defaults;
    }

    NoticeReading<DisclosureRecord> read() {
        MatterCells cells = MatterCells.of(text, sentences, reader::knows);
        if (cells == null) {
            return new NoticeReading<>(List.of(), List.of(), List.of(), noMatter());
        }
        if (cells.headers().size() == 1) {
            return named(cells);
        }
        MatterCells.Cell deadline = deadline();
        MatterCells all = deadline == null ? cells : cells.with("完成时间", deadline);
        TableReading<DisclosureRecord> table = reader.read(
                Grid.ofRows(text.place(), all.texts()),
                new DecisionDefaults(informed(defaults.catalogue()), defaults.consultation()));
        List<LedgerEntry> ledger =
                table.ledger().stream().map(each -> placed(each, all)).toList();
        List<SourceProblem> problems =
                table.problems().stream().map(each -> placed(each, all)).toList();
        List<NoticeReading.Read<DisclosureRecord>> records = new ArrayList<>();
        for (TableReading.Line<DisclosureRecord> each : table.lines()) {
            List<LedgerEntry> own = records.isEmpty() ? ledger : List.of();
            records.add(new NoticeReading.Read<>(each.record(), text.place(), words(), own));
        }
        return new NoticeReading<>(records, records.isEmpty() ? ledger : List.of(), problems);
    }

    /** Whether words speak of a catalogue of matters: 目录, 决策事项清单. */
    private static boolean catalogue(String words) {
        return words.contains(CATALOGUE) || words.contains("决策事项清单");
    }

    /** A text that speaks of a catalogue and lists no matter. */
    private @Nullable SourceProblem noMatter() {
        return sentences.stream()
                .map(Scanned::sentence)
                .filter(each -> catalogue(each.plain()) && each.plain().contains("决策")
                        || each.plain().contains("重大行政决策事项"))
                .findFirst()
                .map(each -> new SourceProblem(
                        "source.text.noMatter", text.place(), StringUtils.abbreviate(each.words(), MOST_TOLD), null))
                .orElse(null);
    }

    /** What the text around a table says of its catalogue; nothing where it speaks of none. */
    TableReader.Informed<DecisionDefaults> informed() {
        boolean catalogue = catalogue(Objects.requireNonNullElse(text.title(), ""))
                || sentences.stream().anyMatch(each -> catalogue(each.sentence().plain()));
        if (!catalogue) {
            return new TableReader.Informed<>(defaults, List.of(), List.of());
        }
        DecisionCatalogue told = informed(defaults.catalogue());
        List<LedgerEntry> ledger = new ArrayList<>();
        given(ledger, "/year", defaults.catalogue().year(), told.year());
        given(ledger, "/title", defaults.catalogue().title(), told.title());
        given(ledger, "/body", defaults.catalogue().body(), told.body());
        given(ledger, "/publishedOn", defaults.catalogue().publishedOn(), told.publishedOn());
        PartyConsent consent = told.consent();
        if (consent != null && defaults.catalogue().consent() == null) {
            given(ledger, "/consent/note", null, consent.note());
        }
        return new TableReader.Informed<>(new DecisionDefaults(told, defaults.consultation()), ledger, List.of());
    }

    private void given(List<LedgerEntry> ledger, String target, @Nullable Object before, @Nullable Object now) {
        if (now != null && !now.equals(before)) {
            ledger.add(new LedgerEntry(
                    text.place(), FieldFate.DEFAULTED, null, target, now.toString(), List.of(Reason.FROM_TEXT.code())));
        }
    }

    /** A sentence that gives nothing but the names of the matters. */
    private NoticeReading<DisclosureRecord> named(MatterCells cells) {
        List<DecisionMatter> matters = new ArrayList<>();
        List<LedgerEntry> ledger = new ArrayList<>();
        for (List<MatterCells.Cell> each : cells.rows()) {
            MatterCells.Cell name = each.get(0);
            Location place = text.place().atRow(name.line()).at(cells.headers().get(0), name.column());
            String pointer = "/matters/" + matters.size() + "/name";
            ledger.add(new LedgerEntry(place, FieldFate.MAPPED, name.text(), pointer, null, List.of()));
            matters.add(DecisionMatterBuilder.builder().name(name.text()).build());
        }
        DecisionCatalogue catalogue = DecisionCatalogueBuilder.builder(informed(defaults.catalogue()))
                .matters(matters)
                .build();
        Location origin = ledger.get(0).location();
        ledger.addAll(Defaulted.entries(catalogue, defaults.catalogue(), origin, Set.of("/matters")));
        return new NoticeReading<>(
                List.of(new NoticeReading.Read<>(catalogue, origin, words(), ledger)), List.of(), List.of());
    }

    private String words() {
        return text.lines().stream()
                .limit(MOST_WORDS)
                .map(NoticeText.Line::text)
                .collect(Collectors.joining("\n"));
    }

    /** Year, consent of the committee and day of publication, as the text says them. */
    private DecisionCatalogue informed(DecisionCatalogue given) {
        DecisionCatalogueBuilder catalogue = DecisionCatalogueBuilder.builder(given);
        Integer year = year();
        if (year != null) {
            catalogue.year(year);
        }
        String title = title();
        if (given.title() == null && title != null) {
            catalogue.title(title);
        }
        Agency body = given.body() == null ? body(title) : null;
        if (body != null) {
            catalogue.body(body);
        }
        LocalDate published = text.publishedOn();
        if (given.publishedOn() == null && published != null) {
            catalogue.publishedOn(published);
        }
        for (Scanned each : sentences) {
            String plain = each.sentence().plain();
            int end = plain.indexOf("委同意");
            int from = end < 0 ? -1 : Math.max(plain.lastIndexOf('经', end), 0);
            if (end > 0 && given.consent() == null && end - from < 16) {
                catalogue.consent(new PartyConsent(null, null, plain.substring(from, end + 3)));
            }
        }
        return catalogue.build();
    }

    /** The title that the source gives, else the first line where it is one. */
    private @Nullable String title() {
        if (text.title() != null || sentences.isEmpty()) {
            return text.title();
        }
        String first = sentences.get(0).sentence().words();
        boolean titled = first.length() <= LONGEST_TITLE
                && sentences.get(0).sentence().numbering().level() == 0
                && catalogue(first)
                && TITLES.stream().anyMatch(first::endsWith);
        return titled ? first : null;
    }

    /** The body before the year of the title, 甲区人民政府2026年度…, else that below the text; or null. */
    private @Nullable Agency body(@Nullable String title) {
        int year = title == null ? -1 : title.indexOf("20");
        if (title != null && year > 0 && AgencyNames.isAgency(title.substring(0, year))) {
            return Agency.parse(title.substring(0, year));
        }
        List<Agency> titled = title == null ? List.of() : AgencyNames.agenciesOfTitle(title);
        if (!titled.isEmpty()) {
            return titled.get(0);
        }
        for (int i = sentences.size() - 1; i >= Math.max(1, sentences.size() - SIGNATURE); i--) {
            String line = sentences.get(i).sentence().words();
            if (sentences.get(i).sentence().numbering().level() == 0 && AgencyNames.isAgency(line)) {
                return Agency.parse(line);
            }
        }
        return null;
    }

    /** The year of the catalogue: of the title, or of the first sentence that names one before the word for it. */
    private @Nullable Integer year() {
        String title = Objects.requireNonNullElse(text.title(), "");
        for (int i = 0; i + 4 < title.length() && catalogue(title); i++) {
            String four = title.substring(i, i + 4);
            if (four.startsWith("20") && four.chars().allMatch(Character::isDigit) && title.startsWith("年", i + 4)) {
                return Integer.valueOf(four);
            }
        }
        for (Scanned each : sentences) {
            if (catalogue(each.sentence().plain())) {
                for (Sign sign : each.signs()) {
                    DayText day = sign.day();
                    if (day != null && day.month() == 0 && day.year() > 0) {
                        return day.year();
                    }
                }
            }
        }
        return null;
    }

    /** 列入清单的事项须于2022年12月31日前完成: a time for all matters that have none of their own. */
    private MatterCells.@Nullable Cell deadline() {
        for (Scanned each : sentences) {
            String plain = each.sentence().plain();
            boolean common =
                    (plain.contains("事项") || plain.contains("项目")) && plain.contains("完成") && !plain.contains("(");
            for (Sign sign : each.signs()) {
                if (common && sign.day() != null && sign.day().month() > 0 && plain.startsWith("前", sign.to())) {
                    return MatterCells.Cell.of(each.sentence(), sign.from(), sign.to() + 1);
                }
            }
        }
        return null;
    }

    private LedgerEntry placed(LedgerEntry entry, MatterCells cells) {
        return new LedgerEntry(
                placed(entry.location(), cells),
                entry.fate(),
                entry.value(),
                entry.target(),
                entry.result(),
                entry.reasons());
    }

    private SourceProblem placed(SourceProblem problem, MatterCells cells) {
        return new SourceProblem(
                problem.rule(), placed(problem.location(), cells), problem.value(), problem.expected());
    }

    /** The place in the text of what stands in a cell. */
    private Location placed(Location location, MatterCells cells) {
        Integer row = location.row();
        Integer column = location.column();
        MatterCells.Cell cell = row == null || column == null ? null : cells.at(row, column);
        return cell == null
                ? location
                : new Location(location.source(), location.sheet(), cell.line(), cell.column(), location.label());
    }
}
