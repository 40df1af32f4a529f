package org.gongkai.ingest.assistance;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gongkai.ingest.table.ColumnRole;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableLabels;
import org.gongkai.ingest.table.TableLayout;
import org.gongkai.ingest.table.TableWords;
import org.jspecify.annotations.Nullable;

/**
 * What tables of standards say, for the table engine.
 *
 * @param labels the labels of columns
 * @param terms the words for items, residences and grades
 */
record AssistanceWords(TableLabels<AssistanceMeaning> labels, AssistanceTerms terms)
        implements TableWords<AssistanceMeaning> {

    private static final Pattern REGION = Pattern.compile("\\p{IsHan}{1,12}(?:区|县|市|旗|街道|镇|乡)");
    private static final Pattern YEAR =
            Pattern.compile("(?:19|20)\\d{2}(?:年度?|年\\d{1,2}月(?:\\d{1,2}日)?(?:起|后|以后|之后)?)?(?:执行)?(?:[(（].*)?");
    /** A longer cell, in characters, is a sentence and names no item. */
    private static final int LONGEST_NAME = 40;

    private static final int LONGEST_UNIT = 8;

    /** A longer cell, in characters, says more than which class a line is of. */
    private static final int LONGEST_WORD = 8;

    /** A longer text, in characters, is a paragraph and no title. */
    private static final int LONGEST_TITLE = 120;

    private static final Pattern DIGIT_FIRST = Pattern.compile("^\\d");
    /** 600-800, 1.3倍, 30元/天: no amount that can be read, and no header. */
    private static final Pattern FIGURE = Pattern.compile(
            "(?:约|不[低高]于|不超过|最高|[≥≤><])?\\d[\\d,.]*(?:(?:[-~—–]|至)+\\d[\\d,.]*)?(?:%|倍|万?元.*|左右|以上|以内)?");

    /** Below it stand amounts of some of those beside it. */
    private static final Pattern AMONG = Pattern.compile("其中[:：]?");

    private static final Pattern YUAN = Pattern.compile("\\d元");

    @Override
    public ColumnRole role(AssistanceMeaning meaning) {
        return switch (meaning) {
            case ITEM -> ColumnRole.NAME;
            case PLACE, SCOPE -> ColumnRole.PLACE;
            case AMOUNT -> ColumnRole.AMOUNT;
            case PREVIOUS -> ColumnRole.AMOUNT_BEFORE;
            case GROWTH -> ColumnRole.PERCENTAGE;
            case UNIT -> ColumnRole.UNIT;
            case EFFECTIVE_FROM, EFFECTIVE_TO, ISSUED_ON, PUBLISHED_ON -> ColumnRole.DATE;
            default -> ColumnRole.TEXT;
        };
    }

    /** A rise is no amount, and a share of another amount is no growth. */
    @Override
    public @Nullable AssistanceMeaning meaning(ColumnRole role) {
        return switch (role) {
            case AMOUNT, AMOUNT_SO_FAR, AMOUNT_NEWER, AMOUNT_OR_SUM -> AssistanceMeaning.AMOUNT;
            case AMOUNT_BEFORE -> AssistanceMeaning.PREVIOUS;
            default -> null;
        };
    }

    @Override
    public boolean names(String text) {
        return terms.residenceOfHeader(text) != null
                || terms.support(text) != null
                || terms.item(text) != null
                || !terms.grades(text).isEmpty();
    }

    @Override
    public boolean counts(String label) {
        return counted(label);
    }

    /** Whether a label says that the figures beside it are heads or money paid, which are never a standard. */
    static boolean counted(String label) {
        return label.length() <= LONGEST_NAME && TableLayout.counts(label);
    }

    @Override
    public boolean value(String text) {
        if (text.isBlank()) {
            return false;
        }
        if (AmountText.read(text) == null) {
            return text.length() <= LONGEST_NAME
                    && FIGURE.matcher(AmountText.plain(text)).matches();
        }
        String plain = AmountText.plain(text);
        return DIGIT_FIRST.matcher(plain).find()
                || YUAN.matcher(plain).find()
                || plain.chars().noneMatch(Character::isDigit) && labels.meaning(List.of(text)) == null;
    }

    /** Whether a text gives amounts of money. */
    static boolean money(String text) {
        return text.length() <= LONGEST_TITLE
                && YUAN.matcher(AmountText.plain(text)).find();
    }

    @Override
    public boolean key(AssistanceMeaning meaning) {
        return switch (meaning) {
            case ITEM, RESIDENCE, GRADE, SUPPORT, PLACE, SCOPE, EFFECTIVE_FROM -> true;
            default -> false;
        };
    }

    @Override
    public boolean shared(AssistanceMeaning meaning) {
        return meaning == AssistanceMeaning.EFFECTIVE_FROM || meaning == AssistanceMeaning.UNIT;
    }

    /** A column under the name of an item, a grade, a place or a year holds amounts where figures stand in it. */
    @Override
    public @Nullable AssistanceMeaning seen(TableColumn<AssistanceMeaning> column, List<String> cells) {
        AssistanceMeaning meaning = column.meaning();
        if (column.headers().isEmpty()) {
            boolean named = cells.stream().anyMatch(this::names)
                    && cells.stream().allMatch(each -> each.length() <= LONGEST_NAME && AmountText.read(each) == null);
            return column.index() == 0 || named ? AssistanceMeaning.ITEM : null;
        }
        AssistanceMeaning byWords = cells.isEmpty() ? null : toldApart(meaning, cells);
        if (byWords != null) {
            return byWords;
        }
        if (meaning == AssistanceMeaning.NOTE
                && !cells.isEmpty()
                && cells.stream().allMatch(AssistanceWords::unit)) {
            return AssistanceMeaning.UNIT;
        }
        if (meaning == AssistanceMeaning.ITEM && cells.size() > 0) {
            if (cells.stream().allMatch(AssistanceWords::ofYear)) {
                return AssistanceMeaning.EFFECTIVE_FROM;
            }
            if (cells.stream().allMatch(each -> region(each) && !names(each))) {
                return AssistanceMeaning.SCOPE;
            }
        }
        String own = column.headers().get(column.headers().size() - 1);
        boolean among = meaning == null && AMONG.matcher(own.strip()).matches();
        boolean named = among
                || column.headers().stream().anyMatch(this::names)
                || meaning == null && terms.follows(column.label()) != null;
        boolean told = meaning == null
                ? named || column.headers().stream().anyMatch(AssistanceWords::regionOrYear)
                : meaning == AssistanceMeaning.AMOUNT || named && meaning.dimension();
        if (!told) {
            return meaning;
        }
        long figures =
                cells.stream().filter(each -> AmountText.read(each) != null).count();
        long items = cells.stream()
                .filter(each ->
                        each.length() <= LONGEST_NAME && AmountText.read(each) == null && terms.item(each) != null)
                .count();
        if (meaning == AssistanceMeaning.GRADE || meaning == AssistanceMeaning.SUPPORT) {
            return figures > 0 ? AssistanceMeaning.AMOUNT : meaning;
        }
        return items > figures
                ? AssistanceMeaning.ITEM
                : figures > 0 || meaning == AssistanceMeaning.AMOUNT ? AssistanceMeaning.AMOUNT : meaning;
    }

    /**
     * What the cells of a column tell apart, whatever stands above them: 城市 and 农村, 集中 and 分散, grades, names of items. A column
     * of places is one of residences where nothing but 城市 and 农村 stand in it; 城区 and 县城 may be places. Null for none of these.
     */
    private @Nullable AssistanceMeaning toldApart(@Nullable AssistanceMeaning meaning, List<String> cells) {
        if (meaning == AssistanceMeaning.SCOPE) {
            return shortAndAll(cells, each -> terms.residence(each) != null && terms.item(each) == null)
                    ? AssistanceMeaning.RESIDENCE
                    : null;
        }
        if (meaning != null) {
            return null;
        }
        if (shortAndAll(cells, each -> terms.residenceAlone(each) != null)) {
            return AssistanceMeaning.RESIDENCE;
        }
        if (shortAndAll(cells, each -> terms.support(each) != null && terms.item(each) == null)) {
            return AssistanceMeaning.SUPPORT;
        }
        if (shortAndAll(cells, each -> !terms.grades(each).isEmpty() && terms.item(each) == null)) {
            return AssistanceMeaning.GRADE;
        }
        return shortAndAll(cells, each -> terms.item(each) != null) ? AssistanceMeaning.ITEM : null;
    }

    /** Whether all cells are short words, none of them a value, and such as these. */
    private static boolean shortAndAll(List<String> cells, Predicate<String> such) {
        return cells.stream()
                .allMatch(each -> each.length() <= LONGEST_WORD && AmountText.read(each) == null && such.test(each));
    }

    /** Whether a text is nothing but a unit, as in a column that is called 备注. */
    private static boolean unit(String text) {
        return text.length() <= LONGEST_UNIT && AmountText.unit(text) != null && AmountText.read(text) == null;
    }

    /** Whether a header is no more than a region or a year, of which a table has a column each. */
    private static boolean regionOrYear(String header) {
        return region(header) || ofYear(header);
    }

    @Override
    public boolean year(String text) {
        return ofYear(text);
    }

    private static boolean ofYear(String text) {
        return text.length() <= 20 && YEAR.matcher(text.strip()).matches();
    }

    /** Whether a text is the name of a region, as a header of a table with one column for each has it. */
    static boolean region(String text) {
        return text.length() <= 20 && REGION.matcher(text.strip()).matches();
    }

    /** The name of an item tells, and a residence or a grade alone does not. */
    @Override
    public boolean tells(List<String> headers) {
        return labels.tells(headers) || headers.stream().anyMatch(this::titled);
    }

    @Override
    public boolean titled(String title) {
        return title.length() <= LONGEST_TITLE && (labels.titled(title) || terms.item(title) != null);
    }

    @Override
    public boolean complete(Set<AssistanceMeaning> meanings) {
        return meanings.contains(AssistanceMeaning.AMOUNT);
    }
}
