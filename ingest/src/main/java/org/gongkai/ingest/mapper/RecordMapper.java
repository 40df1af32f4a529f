package org.gongkai.ingest.mapper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.DocumentKind;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Openness;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.Validity;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.mapper.SourceRecord.Field;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.page.Page;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.Reason;
import org.gongkai.ingest.text.AgencyNames;
import org.gongkai.ingest.text.LapsedMark;
import org.gongkai.ingest.text.NamedDay;
import org.gongkai.ingest.text.NumberLines;
import org.gongkai.ingest.text.NumberOfFile;
import org.gongkai.ingest.text.OfficialText;
import org.gongkai.ingest.text.PromulgationLine;
import org.jspecify.annotations.Nullable;

/** Makes a document of a source record, whatever the source was, and accounts for each of its fields. */
public final class RecordMapper {

    private static final int LEDGER_BODY = 100;
    private static final int RANKS = Rank.values().length;

    private final LabelAliases aliases;
    private final Mapping mapping;
    private final Map<String, String> ignored = new HashMap<>();
    private final ValueReader values;
    private final Limits limits;
    /** What cells were read as, in a mapper for one table; otherwise null. */
    private final @Nullable ReadCells cells;

    public RecordMapper(LabelAliases aliases, Mapping mapping, Limits limits) {
        this.aliases = aliases;
        this.mapping = mapping;
        this.limits = limits;
        this.values = new ValueReader(mapping);
        this.cells = null;
        mapping.ignored().forEach((label, why) -> ignored.put(LabelAliases.key(label), why));
    }

    private RecordMapper(RecordMapper mapper) {
        this.aliases = mapper.aliases;
        this.mapping = mapper.mapping;
        this.limits = mapper.limits;
        this.values = mapper.values;
        this.cells = new ReadCells(values);
        this.ignored.putAll(mapper.ignored);
    }

    /** This mapper for the rows of one table, whose cells repeat; not for several threads, as the mapper itself is. */
    public RecordMapper forTable() {
        return new RecordMapper(this);
    }

    public ValueReader values() {
        return values;
    }

    public Mapped map(SourceRecord source) {
        return new Work(source).run();
    }

    /** A field and what its label means: one component, two that it may mean, or two that it joins. */
    private record Candidate(int index, Field field, LabelAliases.@Nullable Alias alias, List<Component> components) {

        boolean ambiguous() {
            return alias != null && alias.other() != null;
        }

        boolean composite() {
            return components.size() > 1 && !ambiguous();
        }

        /** A day that the text names by an event is known when all dates are. */
        @Nullable
        NamedDay named() {
            return field.content() instanceof Page.Clause clause && clause.meaning() instanceof NamedDay day
                    ? day
                    : null;
        }

        int phase() {
            return field.rank().compareTo(Rank.LINE) > 0 ? 2 : ambiguous() ? 1 : 0;
        }

        /** The smaller has its way: by phase, rank, weakness of the label and its place in the table; else the first. */
        long precedence() {
            boolean weak = alias != null && alias.weak();
            long where = ((long) phase() * RANKS + field.rank().ordinal()) * 2 + (weak ? 1 : 0);
            long order = alias == null ? 0 : alias.order();
            return (where << Integer.SIZE) + order - Integer.MIN_VALUE;
        }
    }

    private final class Work {

        private final SourceRecord source;
        private final @Nullable LedgerEntry[] entries;
        private final List<LedgerEntry> defaulted = new ArrayList<>();
        private final List<SourceProblem> problems;
        private final Map<Component, Object> taken = new HashMap<>();
        private final Map<Component, Field> givers = new HashMap<>();
        private final List<Attachment> attachments = new ArrayList<>();
        private final List<Relation> relations = new ArrayList<>();
        private List<Candidate> candidates = List.of();
        private final @Nullable NumberParts parts;
        /** The line in brackets that stood behind the title. */
        private @Nullable String promulgation;

        Work(SourceRecord source) {
            this.source = source;
            this.entries = new LedgerEntry[source.fields().size()];
            this.problems = new ArrayList<>(source.problems());
            this.parts = NumberParts.of(source.fields(), aliases);
        }

        Mapped run() {
            List<Candidate> all = new ArrayList<>();
            for (int i = 0; i < entries.length; i++) {
                all.add(candidate(i, source.fields().get(i)));
            }
            all.sort(Comparator.comparingLong(Candidate::precedence));
            candidates = all;
            for (Candidate each : all) {
                if (each.named() == null) {
                    entries[each.index()] = place(each);
                }
            }
            mapping.constants().forEach(this::fillConstant);
            fillGaps();
            for (Candidate each : all) {
                NamedDay named = each.named();
                if (named != null) {
                    entries[each.index()] = placeNamed(each, named);
                }
            }
            List<LedgerEntry> ledger = new ArrayList<>(entries.length + defaulted.size());
            for (LedgerEntry entry : entries) {
                ledger.add(Objects.requireNonNull(entry));
            }
            ledger.addAll(defaulted);
            return new Mapped(build(), ledger, problems, source.origin(), source.raw(), source.attachedFiles());
        }

        private Candidate candidate(int index, Field field) {
            if (field.component() != null) {
                return new Candidate(index, field, null, List.of(field.component()));
            }
            LabelAliases.Alias alias = aliases.find(field.label());
            if (alias != null) {
                return new Candidate(index, field, alias, alias.components());
            }
            return new Candidate(index, field, null, composite(field.label()));
        }

        /** Cells such as 有效性/截止日期 hold two fields in one. */
        private List<Component> composite(String label) {
            String[] parts = StringUtils.split(label, "/／");
            if (parts.length != 2) {
                return List.of();
            }
            List<Component> found = new ArrayList<>();
            for (String part : parts) {
                LabelAliases.Alias alias = aliases.find(part);
                if (alias == null || alias.component() == null) {
                    return List.of();
                }
                found.add(alias.component());
            }
            return found;
        }

        private LedgerEntry place(Candidate candidate) {
            Field field = candidate.field();
            String declared = ignored(field);
            if (declared != null) {
                return entry(field, FieldFate.IGNORED, null, null, List.of(declared));
            }
            if (field.content() instanceof Page.Left left) {
                return entry(field, left.fate(), null, null, left.reason());
            }
            if (parts != null && parts.indices().contains(candidate.index())) {
                return placePart(field, parts.number());
            }
            if (candidate.components().isEmpty()) {
                return candidate.alias() == null
                        ? entry(field, FieldFate.UNMAPPED, null, null, Reason.UNKNOWN_LABEL)
                        : entry(field, FieldFate.IGNORED, null, null, Reason.PAGE_FURNITURE);
            }
            if (field.content() == null && LegacyText.stripUnseen(field.value()).isEmpty()) {
                return entry(field, FieldFate.MAPPED, candidate.components().get(0), null);
            }
            if (field.content() instanceof Page.InBody) {
                return entry(field, FieldFate.MAPPED, Component.BODY, null);
            }
            if (candidate.alias() != null
                    && candidate.alias().listed()
                    && !values.listed(candidate.components().get(0), field.value())) {
                return entry(field, FieldFate.UNMAPPED, null, null, Reason.NOT_LISTED);
            }
            if (candidate.composite()) {
                return placeBoth(candidate);
            }
            if (candidate.ambiguous()) {
                return placeAmbiguous(candidate);
            }
            return put(field, candidate.components().get(0), List.of());
        }

        /** One of the cells that give the document number together. */
        private LedgerEntry placePart(Field field, String number) {
            Object value = values.read(Component.DOCUMENT_NUMBER, number).value();
            Object before = taken.get(Component.DOCUMENT_NUMBER);
            if (value == null || before != null && !ValueReader.same(Component.DOCUMENT_NUMBER, before, value)) {
                problems.add(
                        new SourceProblem("source.field.conflict", field.location(), number, ValueReader.text(before)));
                return entry(field, FieldFate.UNMAPPED, null, null, Reason.JOINED_PARTS, Reason.OTHER_VALUE_TAKEN);
            }
            if (before == null) {
                take(Component.DOCUMENT_NUMBER, value, field);
            }
            return entry(
                    field, FieldFate.MAPPED, Component.DOCUMENT_NUMBER, ValueReader.text(value), Reason.JOINED_PARTS);
        }

        /** Why the mapping leaves a field out, or null where it does not. */
        private @Nullable String ignored(Field field) {
            return ignored.isEmpty() ? null : ignored.get(LabelAliases.key(field.label()));
        }

        /** Takes the day that an event names, where the record's dates say when it was; otherwise tells that they do not. */
        private LedgerEntry placeNamed(Candidate candidate, NamedDay named) {
            Field field = candidate.field();
            Component component = candidate.components().get(0);
            String declared = ignored(field);
            if (declared != null) {
                return entry(field, FieldFate.IGNORED, null, null, List.of(declared));
            }
            LocalDate stated = date(component);
            if (stated != null && named.agrees(stated, this::date)) {
                return entry(
                        field, FieldFate.MAPPED, component, stated.toString(), Reason.FROM_TEXT, Reason.SAME_VALUE);
            }
            LocalDate day = named.on(this::date, (DocumentNumber) taken.get(Component.DOCUMENT_NUMBER));
            if (day == null) {
                problems.add(new SourceProblem(
                        "source.text.dayUnknown", field.location(), field.value(), named.dependsOn()));
                return entry(field, FieldFate.UNREADABLE, component, null, Reason.FROM_TEXT);
            }
            return put(
                    new Field(
                            field.location(),
                            field.label(),
                            field.value(),
                            field.rank(),
                            component,
                            new Page.Clause(day)),
                    component,
                    List.of());
        }

        private @Nullable LocalDate date(Component component) {
            return taken.get(component) instanceof LocalDate day ? day : null;
        }

        private LedgerEntry placeAmbiguous(Candidate candidate) {
            Component chosen = meant(candidate);
            problems.add(new SourceProblem(
                    "source.field.ambiguous",
                    candidate.field().location(),
                    candidate.field().value(),
                    chosen.path()));
            return put(candidate.field(), chosen, List.of(Reason.AMBIGUOUS_LABEL.code()));
        }

        /**
         * Of two meanings the one that another field shown says the same of; else the one that anything says the same of, such as
         * a PubDate; else the one that no other field gives; else the first that is open.
         */
        private Component meant(Candidate candidate) {
            List<List<Component>> reasons = List.of(
                    which(candidate, each -> said(each, candidate, false)),
                    which(candidate, each -> said(each, candidate, true)),
                    which(candidate, each -> others(each, true).findAny().isEmpty()));
            for (List<Component> each : reasons) {
                if (each.size() == 1) {
                    return each.get(0);
                }
            }
            return which(candidate, each -> !taken.containsKey(each)).stream()
                    .findFirst()
                    .orElse(candidate.components().get(0));
        }

        private static List<Component> which(Candidate candidate, Predicate<Component> fits) {
            return candidate.components().stream().filter(fits).toList();
        }

        /** Whether another field that has but this one meaning says the same. */
        private boolean said(Component component, Candidate candidate, boolean tags) {
            Object value = values.read(component, candidate.field().value()).value();
            return value != null && others(component, tags).anyMatch(value::equals);
        }

        /**
         * What the fields say that have but one meaning.
         *
         * @param tags whether the tags of a page's head count, which its visitors do not see
         */
        private Stream<Object> others(Component component, boolean tags) {
            return candidates.stream()
                    .filter(each -> !each.ambiguous() && each.components().equals(List.of(component)))
                    .filter(each -> tags || each.field().rank() != Rank.HEAD)
                    .flatMap(each -> Stream.ofNullable((Object)
                            values.read(component, each.field().value()).value()));
        }

        private LedgerEntry placeBoth(Candidate candidate) {
            Field field = candidate.field();
            List<String> parts = new ArrayList<>(List.of(StringUtils.split(field.value(), "/／ \u3000\u00a0")));
            List<String> results = new ArrayList<>();
            Component target = null;
            for (Component component : candidate.components()) {
                for (String part : parts) {
                    Object value = values.read(component, part).value();
                    if (value != null && !taken.containsKey(component) && fits(component, value)) {
                        take(component, value, field);
                        results.add(component.path() + '=' + value);
                        target = target == null ? component : target;
                        parts.remove(part);
                        break;
                    }
                }
            }
            if (target == null || !parts.isEmpty()) {
                problems.add(new SourceProblem(
                        "source.field.unreadable",
                        field.location(),
                        field.value(),
                        candidate.components().stream().map(Component::path).collect(Collectors.joining(", "))));
            }
            return target == null
                    ? entry(field, FieldFate.UNREADABLE, null, null, Reason.COMPOSITE_LABEL)
                    : entry(field, FieldFate.MAPPED, target, String.join("; ", results), Reason.COMPOSITE_LABEL);
        }

        /** In a joined cell a part goes only where it clearly belongs, since any text can be read as a free text. */
        private boolean fits(Component component, Object value) {
            return value instanceof LocalDate
                    || value instanceof org.gongkai.core.Code code && code.wellFormed()
                    || component == Component.AUDIENCE;
        }

        private LedgerEntry put(Field field, Component component, List<String> reasons) {
            List<String> why = new ArrayList<>(reasons);
            if (field.rank() == Rank.HIDDEN) {
                why.add(Reason.NOT_SHOWN.code());
            }
            String raw = field.value();
            if (component != Component.BODY && raw.length() > limits.maxCellLength()) {
                raw = raw.substring(0, limits.maxCellLength());
                problems.add(new SourceProblem(
                        "source.limit.reached",
                        field.location(),
                        Integer.toString(field.value().length()),
                        "≤ " + limits.maxCellLength()));
                why.add(Reason.CUT.code());
            }
            boolean clause = field.content() instanceof Page.Clause;
            if (clause) {
                why.add(Reason.FROM_TEXT.code());
            }
            Reading<?> reading =
                    field.content() == null ? readCell(component, raw) : Reading.clean(raw, content(field));
            reading.repairs().forEach(each -> why.add(each.code()));
            Object value = reading.value();
            String promulgated = component == Component.TITLE && value instanceof String title
                    ? PromulgationLine.behind(title)
                    : null;
            if (promulgated != null && !taken.containsKey(Component.TITLE)) {
                value = LegacyText.stripUnseen(ValueReader.text(value)
                        .substring(0, ValueReader.text(value).length() - promulgated.length()));
                promulgation = promulgated;
                why.add(Reason.PROMULGATION_APART.code());
            }
            if (value == null) {
                if (reading.repairs().contains(Repair.NULL_TOKEN)) {
                    return entry(field, FieldFate.REPAIRED, component, null, why);
                }
                problems.add(new SourceProblem(
                        "source.field.unreadable", field.location(), raw, ValueReader.expected(component)));
                return entry(field, FieldFate.UNREADABLE, component, null, why);
            }
            if (component == Component.ATTACHMENTS || component == Component.RELATIONS) {
                givers.putIfAbsent(component, field);
                return collect(field, component, value, reading.repaired(), why);
            }
            Object before = taken.get(component);
            if (before != null && !ValueReader.same(component, before, value)) {
                problems.add(
                        new SourceProblem("source.field.conflict", field.location(), raw, ValueReader.text(before)));
                why.add(Reason.OTHER_VALUE_TAKEN.code());
                return entry(field, FieldFate.UNMAPPED, null, null, why);
            }
            if (before == null) {
                take(component, value, field);
                if (field.rank() == Rank.HIDDEN) {
                    problems.add(new SourceProblem("source.field.hidden", field.location(), raw, null));
                }
            } else {
                why.add(Reason.SAME_VALUE.code());
            }
            boolean changed =
                    reading.repaired() || before == null && promulgated != null || why.contains(Reason.CUT.code());
            boolean other = changed || clause || reasons.contains(Reason.AMBIGUOUS_LABEL.code());
            return entry(
                    field,
                    changed ? FieldFate.REPAIRED : FieldFate.MAPPED,
                    component,
                    other ? ValueReader.text(value) : null,
                    why);
        }

        private Reading<?> readCell(Component component, String raw) {
            return cells == null ? values.read(component, raw) : cells.read(component, raw);
        }

        private static @Nullable Object content(Field field) {
            return field.content() instanceof Page.Clause said ? said.meaning() : field.content();
        }

        private LedgerEntry collect(
                Field field, Component component, Object value, boolean repaired, List<String> why) {
            List<?> items = value instanceof List<?> list ? list : List.of(value);
            String pointer = component.pointer();
            int index = component == Component.ATTACHMENTS ? attachments.size() : relations.size();
            for (Object item : items) {
                if (item instanceof Attachment attachment) {
                    attachments.add(attachment);
                } else if (item instanceof Relation relation) {
                    relations.add(relation);
                }
            }
            return new LedgerEntry(
                    field.location(),
                    repaired ? FieldFate.REPAIRED : FieldFate.MAPPED,
                    field.value(),
                    pointer + '/' + index,
                    null,
                    why);
        }

        private void take(Component component, Object value, Field giver) {
            taken.put(component, value);
            givers.put(component, giver);
        }

        private LedgerEntry entry(
                Field field, FieldFate fate, @Nullable Component target, @Nullable String result, Reason... reasons) {
            return entry(field, fate, target, result, codes(reasons));
        }

        private static List<String> codes(Reason... reasons) {
            List<String> codes = new ArrayList<>(reasons.length);
            for (Reason each : reasons) {
                codes.add(each.code());
            }
            return codes;
        }

        private LedgerEntry entry(
                Field field,
                FieldFate fate,
                @Nullable Component target,
                @Nullable String result,
                List<String> reasons) {
            String value = field.value();
            List<String> why = reasons;
            if (target == Component.BODY && value.length() > LEDGER_BODY) {
                value = StringUtils.truncate(value, LEDGER_BODY) + '…';
                why = new ArrayList<>(reasons);
                why.add(Reason.ABBREVIATED.code());
                result = null;
            }
            return new LedgerEntry(
                    field.location(),
                    fate,
                    value,
                    target == null ? null : target.pointer(),
                    Objects.equals(result, value) ? null : result,
                    why);
        }

        private void fillConstant(Component component, String text) {
            Object value = taken.containsKey(component)
                    ? null
                    : values.read(component, text).value();
            if (value != null) {
                taken.put(component, value);
                defaulted.add(new LedgerEntry(
                        source.origin(),
                        FieldFate.DEFAULTED,
                        null,
                        component.pointer(),
                        ValueReader.text(value),
                        List.of(Reason.CONSTANT.code())));
            }
        }

        /** What the source has no field for but says in another place. */
        private void fillGaps() {
            fillPromulgation();
            String named = Objects.toString(taken.get(Component.TITLE), "");
            if (!taken.containsKey(Component.DOCUMENT_NUMBER) && NumberLines.ofTitle(named) == null) {
                guessNumber(named);
            }
            DocumentNumber own = (DocumentNumber) taken.get(Component.DOCUMENT_NUMBER);
            // A page that holds an order and nothing more has no other title than the order's own name.
            if (!taken.containsKey(Component.TITLE) && own != null && own.form() == DocumentNumber.Form.ORDER) {
                fill(Component.TITLE, own.text(), Component.DOCUMENT_NUMBER, Reason.FROM_NUMBER);
            }
            String title = Objects.toString(taken.get(Component.TITLE), null);
            if (!taken.containsKey(Component.ISSUERS)) {
                fillIssuers(own, title);
            }
            fillFromNote();
            if (title != null) {
                fillFromTitle(title);
            }
        }

        /** What the line behind the title says of how the document was issued, where no other field does. */
        private void fillPromulgation() {
            for (OfficialText.Part each :
                    promulgation == null ? List.<OfficialText.Part>of() : PromulgationLine.read(promulgation)) {
                Object value = taken.containsKey(each.component())
                        ? null
                        : values.read(each.component(), each.value()).value();
                if (value != null) {
                    fill(each.component(), value, Component.TITLE, Reason.FROM_TITLE);
                }
            }
        }

        /** An attached file that is called by the number of the page's agency is often the document as it was signed. */
        private void guessNumber(String title) {
            List<DocumentNumber> own = new ArrayList<>();
            List<String> others = new ArrayList<>();
            for (Attachment each : attachments) {
                NumberOfFile named = NumberOfFile.of(MediaTypes.withoutEnding(each.name()), title);
                if (named == null) {
                    continue;
                }
                boolean fits = named.document()
                        && !NumberLines.citesOthers(title)
                        && ofItsYear(named.number())
                        && named.ofAny(agencies(title), Objects.toString(taken.get(Component.SITE_NAME), ""));
                if (!fits) {
                    others.add(each.name());
                } else if (!own.contains(named.number())) {
                    own.add(named.number());
                }
            }
            if (own.size() == 1) {
                fill(Component.DOCUMENT_NUMBER, own.get(0), Component.ATTACHMENTS, Reason.FROM_ATTACHMENT_NAME);
            } else {
                own.forEach(each -> others.add(each.text()));
                tellNumbers(others);
            }
        }

        private boolean ofItsYear(DocumentNumber number) {
            LocalDate written = date(Component.WRITTEN_ON);
            return number.year() == null || written == null || number.year() == written.getYear();
        }

        private void tellNumbers(List<String> names) {
            Field giver = givers.get(Component.ATTACHMENTS);
            if (!names.isEmpty()) {
                problems.add(new SourceProblem(
                        "source.attachment.numberOpen",
                        giver == null ? source.origin() : giver.location(),
                        String.join("、", names),
                        Component.DOCUMENT_NUMBER.path()));
            }
        }

        /** The agencies that the record names so far, whether as its own, by signature or in the title. */
        private List<Agency> agencies(String title) {
            List<Agency> all = new ArrayList<>(AgencyNames.agenciesOfTitle(title));
            all.addAll(signers());
            if (taken.get(Component.ISSUERS) instanceof List<?> issuers) {
                issuers.forEach(each -> all.add((Agency) each));
            }
            return all;
        }

        private List<Agency> signers() {
            return givers.containsKey(Component.SIGNATURE)
                    ? AgencyNames.agencies(ValueReader.text(taken.get(Component.SIGNATURE)))
                    : List.of();
        }

        /** The agencies that sign, else those that the number names, else those that the title names. */
        private void fillIssuers(@Nullable DocumentNumber own, @Nullable String title) {
            List<Agency> signers = signers();
            if (!signers.isEmpty()) {
                fill(Component.ISSUERS, signers, Component.SIGNATURE, Reason.FROM_SIGNATURE);
                return;
            }
            List<Agency> ordering = own == null ? List.of() : AgencyNames.agenciesOfNumber(own);
            if (!ordering.isEmpty()) {
                fill(Component.ISSUERS, ordering, Component.DOCUMENT_NUMBER, Reason.FROM_NUMBER);
                return;
            }
            List<Agency> named = title == null ? List.of() : AgencyNames.agenciesOfTitle(title);
            if (!named.isEmpty()) {
                fill(Component.ISSUERS, named, Component.TITLE, Reason.FROM_TITLE);
            }
        }

        private void fillFromNote() {
            if (taken.get(Component.NOTE) instanceof String note && !taken.containsKey(Component.OPENNESS)) {
                Openness openness = OfficialText.opennessOfNote(note);
                if (openness != null) {
                    fill(Component.OPENNESS, openness, Component.NOTE, Reason.FROM_NOTE);
                }
            }
        }

        /** The number, the mark of a document that lapsed, and the kind, which titles hold. */
        private void fillFromTitle(String title) {
            String numbered = NumberLines.ofTitle(title);
            if (numbered != null && !taken.containsKey(Component.DOCUMENT_NUMBER)) {
                DocumentNumber number = DocumentNumber.read(numbered).value();
                if (number != null && number.wellFormed()) {
                    fill(Component.DOCUMENT_NUMBER, number, Component.TITLE, Reason.FROM_TITLE);
                }
            }
            Validity state = LapsedMark.of(title);
            if (state != null) {
                fillState(state, title);
            }
            if (!taken.containsKey(Component.DOCUMENT_KIND)) {
                fillKind(DocumentKind.ofTitle(title));
            }
        }

        /** The mark in a title says what a cell beside it must not deny. */
        private void fillState(Validity state, String title) {
            Validity cell = (Validity) taken.get(Component.VALIDITY);
            if (cell == null) {
                fill(Component.VALIDITY, state, Component.TITLE, Reason.FROM_TITLE);
            } else if (cell.state() == Validity.State.IN_FORCE) {
                Field giver = givers.get(Component.TITLE);
                problems.add(new SourceProblem(
                        "source.field.conflict",
                        giver == null ? source.origin() : giver.location(),
                        title,
                        ValueReader.text(cell)));
            }
        }

        /** The kind that the title ends in; of 某某办法 it is that of the order that the document was issued by. */
        private void fillKind(DocumentKind ofTitle) {
            DocumentNumber own = (DocumentNumber) taken.get(Component.DOCUMENT_NUMBER);
            boolean ordered = own != null && own.form() == DocumentNumber.Form.ORDER;
            if (ordered && ofTitle.equals(DocumentKind.of(DocumentKind.Name.OTHER))) {
                fill(
                        Component.DOCUMENT_KIND,
                        DocumentKind.of(DocumentKind.Name.ORDER),
                        Component.DOCUMENT_NUMBER,
                        Reason.FROM_NUMBER);
            } else {
                fill(Component.DOCUMENT_KIND, ofTitle, Component.TITLE, Reason.FROM_TITLE);
            }
        }

        private void fill(Component component, Object value, Component from, Reason reason) {
            Field giver = givers.get(from);
            taken.put(component, value);
            if (giver != null) {
                givers.put(component, giver);
            }
            defaulted.add(new LedgerEntry(
                    giver == null ? source.origin() : giver.location(),
                    FieldFate.DEFAULTED,
                    null,
                    component.pointer(),
                    ValueReader.text(value),
                    List.of(reason.code())));
        }

        private OfficialDocument build() {
            Map<String, Object> values = new HashMap<>();
            taken.forEach((component, value) -> values.put(component.path(), value));
            values.put(Component.ATTACHMENTS.path(), attachments);
            values.put(Component.RELATIONS.path(), relations);
            return RecordKind.of(OfficialDocument.class).assemble(values, Map.of());
        }
    }
}
