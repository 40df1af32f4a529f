package org.gongkai.ingest.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.decision.PlannedTime;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sentence;
import org.gongkai.ingest.grammar.Span;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.text.AgencyNames;
import org.jspecify.annotations.Nullable;

/**
 * Matters as rows of cells, whatever the text made of them, and where in the text each cell stands.
 *
 * @param headers what the columns hold
 * @param rows the cells, row by row
 */
record MatterCells(List<String> headers, List<List<Cell>> rows) {

    private static final String NUMBER = "序号";
    private static final String NAME = "事项名称";
    private static final String UNIT = "承办单位";
    private static final String TIME = "完成时间";
    private static final String PROCEDURES = "决策程序";
    private static final String BASES = "决策依据";
    private static final List<String> CLASSED = List.of(NUMBER, NAME, UNIT, BASES, PROCEDURES, TIME);
    private static final int LEAST_BARS = 2;
    private static final int MOST_ROWS = 2_000;

    /**
     * A cell.
     *
     * @param text what it says
     * @param line the line of the text
     * @param column the first character in it, counted from 1
     */
    record Cell(String text, int line, int column) {

        static final Cell EMPTY = new Cell("", 0, 0);

        static Cell of(Sentence sentence, int from, int to) {
            Span place = new Span(sentence, from, to);
            Integer column = place.place().column();
            return new Cell(place.words(), sentence.row(), column == null ? 1 : column);
        }
    }

    /** The texts, the row of headers first. */
    List<List<String>> texts() {
        List<List<String>> texts = new ArrayList<>();
        texts.add(headers);
        rows.forEach(each -> texts.add(each.stream().map(Cell::text).toList()));
        return texts;
    }

    /** The cell in a row and a column of the table, both counted from 1 and the headers being row 1; or null. */
    @Nullable
    Cell at(int row, int column) {
        boolean within = row >= 2
                && row - 2 < rows.size()
                && column >= 1
                && column <= rows.get(row - 2).size();
        Cell cell = within ? rows.get(row - 2).get(column - 1) : Cell.EMPTY;
        return cell.line() == 0 ? null : cell;
    }

    /** These rows with a value for all of them, unless they have a column of that header. */
    MatterCells with(String header, Cell value) {
        if (headers.contains(header)) {
            return this;
        }
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        List<List<Cell>> filled = new ArrayList<>();
        for (List<Cell> each : rows) {
            List<Cell> row = new ArrayList<>(each);
            row.add(value);
            filled.add(row);
        }
        return new MatterCells(more, filled);
    }

    /** The matters of a text, or null when none of the ways to write them is found. */
    static @Nullable MatterCells of(NoticeText text, List<Scanned> sentences, Predicate<String> header) {
        MatterCells cells = between(text, header);
        cells = cells == null ? oneToALine(text, header) : cells;
        cells = cells == null ? spaced(text, header) : cells;
        cells = cells == null ? numbered(sentences, header) : cells;
        return cells == null ? MatterSentences.of(sentences) : cells;
    }

    // ---- cells between bars

    /** Rows such as 1|名称|单位|2024.06|, whose cells may go over several lines. */
    private static @Nullable MatterCells between(NoticeText text, Predicate<String> header) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Cell> row = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int bars = 0;
        for (NoticeText.Line line : text.lines()) {
            String words = line.text();
            bars += words.indexOf('|') >= 0 ? 1 : 0;
            boolean begins = bars > 0 && open.isEmpty() && (digits(cut(words, 0)) || header.test(cut(words, 0)));
            if (begins && !row.isEmpty()) {
                rows.add(row);
                row = new ArrayList<>();
            }
            int from = 0;
            for (int bar = words.indexOf('|'); bar >= 0; bar = words.indexOf('|', from)) {
                row.add(new Cell(open + words.substring(from, bar).strip(), line.number(), from + 1));
                open.setLength(0);
                from = bar + 1;
            }
            if (bars > 0) {
                open.append(words.substring(from).strip());
            }
            if (rows.size() > MOST_ROWS) {
                return null;
            }
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        if (bars < LEAST_BARS || rows.isEmpty()) {
            return null;
        }
        boolean headed =
                rows.get(0).stream().filter(each -> header.test(each.text())).count() >= 2;
        return headed ? headed(rows) : classed(rows);
    }

    private static String cut(String words, int from) {
        int bar = words.indexOf('|', from);
        return (bar < 0 ? words.substring(from) : words.substring(from, bar)).strip();
    }

    private static @Nullable MatterCells headed(List<List<Cell>> rows) {
        List<String> headers = rows.get(0).stream().map(Cell::text).toList();
        List<List<Cell>> own = rows.subList(1, rows.size());
        boolean even = own.stream().allMatch(each -> each.size() <= headers.size());
        return own.isEmpty() || !even ? null : new MatterCells(headers, List.copyOf(own));
    }

    /** Rows without headers: each cell is told by what it says. */
    private static @Nullable MatterCells classed(List<List<Cell>> rows) {
        List<List<Cell>> classed = new ArrayList<>();
        for (List<Cell> row : rows) {
            List<Cell> own = new ArrayList<>(Collections.nCopies(CLASSED.size(), Cell.EMPTY));
            for (Cell each : row) {
                int column = column(each.text());
                boolean free = column >= 0 && own.get(column).text().isEmpty();
                if (free) {
                    own.set(column, each);
                } else if (column >= 0 && !each.text().isEmpty()) {
                    return null;
                }
            }
            if (own.get(1).text().isEmpty()) {
                return null;
            }
            classed.add(own);
        }
        return new MatterCells(CLASSED, classed);
    }

    /** Which column a cell belongs to, by what it says; -1 for a mark. */
    private static int column(String cell) {
        if (cell.equals("是")
                || cell.equals("否")
                || LegacyText.lettersAndDigits(cell).isEmpty()) {
            return -1;
        }
        if (digits(cell)) {
            return CLASSED.indexOf(NUMBER);
        }
        if (PlannedTime.read(cell, 2000).known()) {
            return CLASSED.indexOf(TIME);
        }
        String first = StringUtils.substringBefore(StringUtils.replaceChars(cell, ",， ", "、、、"), "、");
        if (!first.isEmpty() && DecisionTerms.standard().term("procedures", first) != null) {
            return CLASSED.indexOf(PROCEDURES);
        }
        if (DocumentNumber.parse(cell.replaceAll("^[(（]|[)）]$", "")).wellFormed()) {
            return CLASSED.indexOf(BASES);
        }
        return AgencyNames.isAgency(cell) || cell.endsWith("办") && cell.length() < 12
                ? CLASSED.indexOf(UNIT)
                : CLASSED.indexOf(NAME);
    }

    private static boolean digits(String text) {
        return !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(Character::isDigit);
    }

    // ---- one cell to a line

    /** 序号, 决策事项, 责任单位, 1, 甲规划, 甲局, 2 …: a header of so many lines, then rows of as many. */
    private static @Nullable MatterCells oneToALine(NoticeText text, Predicate<String> header) {
        List<NoticeText.Line> lines = text.lines();
        int first = 0;
        while (first < lines.size() && !lines.get(first).text().strip().equals(NUMBER)) {
            first++;
        }
        int end = first;
        while (end < lines.size() && header.test(lines.get(end).text().strip())) {
            end++;
        }
        int width = end - first;
        if (width < 2) {
            return null;
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int at = end;
                at + width <= lines.size() && digits(lines.get(at).text().strip());
                at += width) {
            List<Cell> row = new ArrayList<>();
            for (NoticeText.Line each : lines.subList(at, at + width)) {
                row.add(new Cell(each.text().strip(), each.number(), 1));
            }
            if (!row.get(0).text().equals(String.valueOf(rows.size() + 1))) {
                return null;
            }
            rows.add(row);
        }
        List<String> headers = lines.subList(first, end).stream()
                .map(each -> each.text().strip())
                .toList();
        return rows.isEmpty() ? null : new MatterCells(headers, rows);
    }

    // ---- cells between blanks

    /** 序号 事项名称 承办单位 in one line, then rows of as many words; null where a numbered row has another number of them. Without headers each word is told by what it says. */
    private static @Nullable MatterCells spaced(NoticeText text, Predicate<String> header) {
        List<String> headers = List.of();
        List<List<Cell>> rows = new ArrayList<>();
        List<List<Cell>> bare = new ArrayList<>();
        for (NoticeText.Line line : text.lines()) {
            List<Cell> words = words(line);
            if (words.size() > 2 && words.get(0).text().equals(String.valueOf(bare.size() + 1))) {
                bare.add(words);
            }
            boolean names = words.size() > 2 && words.stream().allMatch(each -> header.test(each.text()));
            if (headers.isEmpty() && names && words.get(0).text().equals(NUMBER)) {
                headers = words.stream().map(Cell::text).toList();
            } else if (!headers.isEmpty() && digits(words.get(0).text())) {
                if (words.size() != headers.size()) {
                    return null;
                }
                rows.add(words);
            }
        }
        if (rows.isEmpty() && bare.size() > 1) {
            return classed(bare);
        }
        return rows.isEmpty() ? null : new MatterCells(headers, rows);
    }

    private static List<Cell> words(NoticeText.Line line) {
        List<Cell> words = new ArrayList<>();
        String text = line.text();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || LegacyText.blank(text.substring(i, i + 1))) {
                if (i > from) {
                    words.add(new Cell(text.substring(from, i), line.number(), from + 1));
                }
                from = i + 1;
            }
        }
        return words;
    }

    // ---- numbered lines

    /** 一、编制《甲规划》（承办单位：甲局，完成时间：2025年12月）, with labels in brackets or in lines below. */
    private static @Nullable MatterCells numbered(List<Scanned> sentences, Predicate<String> header) {
        NumberedMatters matters = new NumberedMatters(header);
        sentences.forEach(each -> matters.take(each.sentence()));
        return matters.cells(NUMBER, NAME, UNIT);
    }
}
