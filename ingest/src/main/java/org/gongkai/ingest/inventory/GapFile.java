package org.gongkai.ingest.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.inventory.GapExplanation;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.file.TextBytes;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads the file in which people say why documents are not published: a table (.csv, .xlsx) under the headers 文号, 原因,
 * 条款, 说明, or YAML with a list {@code gaps} of the same.
 *
 * <pre>{@code
 * gaps:
 *   - number: 临湾政办字〔2023〕11号
 *     reason: 不予公开
 *     article: 16
 * }</pre>
 *
 * <p>What the words mean is not judged here.
 */
public final class GapFile {

    private static final int MOST_BYTES = 16 << 20;

    private static final Map<String, Part> PARTS = Map.ofEntries(
            Map.entry("文号", Part.NUMBER),
            Map.entry("发文字号", Part.NUMBER),
            Map.entry("number", Part.NUMBER),
            Map.entry("原因", Part.REASON),
            Map.entry("理由", Part.REASON),
            Map.entry("缺号原因", Part.REASON),
            Map.entry("reason", Part.REASON),
            Map.entry("条款", Part.ARTICLE),
            Map.entry("依据", Part.ARTICLE),
            Map.entry("依据条款", Part.ARTICLE),
            Map.entry("article", Part.ARTICLE),
            Map.entry("说明", Part.NOTE),
            Map.entry("备注", Part.NOTE),
            Map.entry("note", Part.NOTE));

    private GapFile() {}

    private enum Part {
        NUMBER,
        REASON,
        ARTICLE,
        NOTE
    }

    /**
     * Reads a file.
     *
     * @param path the file: .yaml, .yml, or a table
     * @return its explanations in order; a remark (说明) is not kept
     * @throws InventoryException when it is no such file; the problem says where
     * @throws IOException when it cannot be read
     */
    public static List<GapExplanation> read(Path path) throws IOException {
        String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
        String ending = MediaTypes.ending(name);
        if (ending.equals("yaml") || ending.equals("yml")) {
            return Yaml.read(path, name);
        }
        SourceFile.Kind kind = ending.startsWith("xls")
                ? SourceFile.Kind.WORKBOOK
                : ending.equals("csv") || ending.equals("tsv") ? SourceFile.Kind.CSV : null;
        if (kind == null) {
            throw new InventoryException(
                    new SourceProblem("source.file.unsupported", Location.of(name), ending, ".csv, .xlsx, .yaml"));
        }
        // The table reader wants to know which labels are any; what it makes of the cells is not looked at.
        Map<String, Component> labels = new LinkedHashMap<>();
        PARTS.forEach(
                (label, part) -> labels.put(label, part == Part.NUMBER ? Component.DOCUMENT_NUMBER : Component.BODY));
        Table table = new Table();
        Path folder = path.toAbsolutePath().getParent();
        LegacyReader.standard()
                .withAliases(LabelAliases.of(labels, Set.of()))
                .read(
                        new SourceFile(
                                path, name, Files.size(path), kind, folder == null ? path.toAbsolutePath() : folder),
                        table);
        if (table.fatal != null) {
            throw new InventoryException(table.fatal);
        }
        return List.copyOf(table.lines);
    }

    private static GapExplanation explanation(Map<Part, String> cells, Location place) {
        return new GapExplanation(cells.get(Part.NUMBER), cells.get(Part.REASON), cells.get(Part.ARTICLE), place);
    }

    private static @Nullable Part part(String label) {
        return PARTS.get(LabelAliases.key(label));
    }

    private static final class Table implements SourceHandler {

        private final List<GapExplanation> lines = new ArrayList<>();
        private @Nullable SourceProblem fatal;

        @Override
        public void record(Mapped mapped) {
            Map<Part, String> cells = new LinkedHashMap<>();
            for (LedgerEntry each : mapped.ledger()) {
                String label = each.location().label();
                Part part = label == null ? null : part(label);
                String value = each.value() == null ? "" : LegacyText.stripUnseen(each.value());
                if (part != null && !value.isEmpty()) {
                    cells.putIfAbsent(part, value);
                }
            }
            lines.add(explanation(cells, mapped.origin()));
        }

        @Override
        public void ledger(List<LedgerEntry> entries) {
            // Fields outside the rows explain nothing.
        }

        @Override
        public void rejected(SourceProblem problem, RawForm raw) {
            if (raw instanceof RawForm.WholeFile) {
                fatal = fatal == null ? problem : fatal;
            } else {
                lines.add(new GapExplanation(
                        null, StringUtils.abbreviate(problem.value(), 80), null, problem.location()));
            }
        }

        @Override
        public void problem(SourceProblem problem) {
            fatal = fatal == null && problem.rule().equals("source.limit.reached") ? problem : fatal;
        }
    }

    /** Reads the YAML by its events, so that nothing is made of it but texts, and depth costs nothing. */
    private static final class Yaml {

        private static final String EXPECTED = "gaps:\n  - {number: 文号, reason: 原因, article: 条款, note: 说明}";

        private final String name;
        private final List<GapExplanation> lines = new ArrayList<>();
        private final Map<Part, String> cells = new LinkedHashMap<>();
        private @Nullable String key;
        private int depth;
        private int begins;

        private Yaml(String name) {
            this.name = name;
        }

        static List<GapExplanation> read(Path path, String name) throws IOException {
            if (Files.size(path) > MOST_BYTES) {
                throw new InventoryException(new SourceProblem(
                        "source.file.tooLarge", Location.of(name), Long.toString(Files.size(path)), "≤ " + MOST_BYTES));
            }
            String text;
            try {
                TextBytes bytes = TextBytes.of(() -> Files.newInputStream(path));
                byte[] all = Files.readAllBytes(path);
                text = new String(all, bytes.mark(), all.length - bytes.mark(), bytes.charset());
            } catch (TextBytes.NoTextException noText) {
                throw new InventoryException(new SourceProblem("source.file.notText", Location.of(name), null, null));
            }
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(MOST_BYTES).build();
            Yaml yaml = new Yaml(name);
            try {
                for (ParserImpl events = new ParserImpl(settings, new StreamReader(settings, text));
                        events.hasNext(); ) {
                    yaml.take(events.next());
                }
            } catch (YamlEngineException malformed) {
                String[] why = String.valueOf(malformed.getMessage()).split("\\R", 2);
                throw new InventoryException(
                        new SourceProblem("source.gaps.malformed", Location.of(name), why[0], EXPECTED));
            }
            return List.copyOf(yaml.lines);
        }

        private void take(Event event) throws InventoryException {
            int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
            switch (event.getEventId()) {
                case MappingStart -> {
                    depth++;
                    if (depth != 1 && depth != 3) {
                        throw unexpected(line, "{");
                    }
                    begins = line;
                    cells.clear();
                }
                case SequenceStart -> {
                    depth++;
                    if (depth != 2 || !"gaps".equals(key)) {
                        throw unexpected(line, "[");
                    }
                    key = null;
                }
                case MappingEnd, SequenceEnd -> {
                    if (depth-- == 3) {
                        lines.add(explanation(cells, Location.of(name).atRow(begins)));
                    }
                }
                case Scalar -> scalar(((ScalarEvent) event).getValue(), line);
                case Alias -> throw unexpected(line, "*");
                default -> {
                    // Streams, documents and comments begin and end without a word.
                }
            }
        }

        private void scalar(String value, int line) throws InventoryException {
            if (key == null) {
                boolean known = depth == 1 ? value.equals("gaps") : depth == 3 && part(value) != null;
                if (!known) {
                    throw unexpected(line, value);
                }
                key = value;
                return;
            }
            Part part = depth == 3 ? part(key) : null;
            if (part == null && !value.isEmpty()) {
                throw unexpected(line, value);
            }
            if (part != null
                    && !LegacyText.stripUnseen(value).isEmpty()
                    && cells.putIfAbsent(part, LegacyText.stripUnseen(value)) != null) {
                throw unexpected(line, key);
            }
            key = null;
        }

        private InventoryException unexpected(int line, String value) {
            return new InventoryException(new SourceProblem(
                    "source.gaps.malformed",
                    Location.of(name).atRow(line),
                    StringUtils.abbreviate(value, 80),
                    EXPECTED));
        }
    }
}
