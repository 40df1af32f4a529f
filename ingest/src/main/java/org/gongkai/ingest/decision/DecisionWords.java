package org.gongkai.ingest.decision;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.core.decision.DecisionProcedure;
import org.gongkai.core.decision.MaterialType;
import org.gongkai.core.decision.WebLink;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.sheet.HeaderText;
import org.gongkai.ingest.table.ColumnRole;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableLabels;
import org.gongkai.ingest.table.TableWords;
import org.jspecify.annotations.Nullable;

/**
 * What tables of decisions say, for the table engine.
 *
 * @param labels the labels of columns
 */
record DecisionWords(TableLabels<Sense> labels) implements TableWords<Sense> {

    /** A number of a row, or a day: no header begins so. */
    private static final Pattern FIGURE = Pattern.compile("\\d{1,4}(?:[.、．]?|[./-]\\d{1,2}.*|年.*)", Pattern.DOTALL);

    /** A longer cell, in characters, is a sentence and no name of a procedure. */
    private static final int LONGEST_NAME = 40;

    /** A longer cell, in characters, is a text and no list of procedures. */
    private static final int LONGEST_LIST = 200;

    private static final DecisionTerms TERMS = DecisionTerms.standard();

    @Override
    public ColumnRole role(Sense sense) {
        return switch (sense.meaning()) {
            case NUMBER -> ColumnRole.SEQUENCE;
            case NAME -> ColumnRole.NAME;
            case TIME, ISSUED_ON, OPEN_FROM, OPEN_UNTIL, PERIOD -> ColumnRole.DATE;
            case PROCEDURE -> ColumnRole.MARK;
            default -> ColumnRole.TEXT;
        };
    }

    @Override
    public @Nullable Sense meaning(ColumnRole role) {
        return null;
    }

    @Override
    public boolean names(String text) {
        return text.length() <= LONGEST_NAME && procedure(text) != null;
    }

    @Override
    public boolean value(String text) {
        String bare = text.strip();
        return Marks.mark(bare) || FIGURE.matcher(bare).matches() || WebLink.absolute(bare);
    }

    @Override
    public boolean key(Sense sense) {
        return switch (sense.meaning()) {
            case NAME, UNITS, LEAD -> true;
            default -> false;
        };
    }

    /** Below the name of a procedure marks say whether it is asked for; links and words are what came of it. */
    @Override
    public @Nullable Sense seen(TableColumn<Sense> column, List<String> cells) {
        if (column.headers().isEmpty()) {
            return column.meaning();
        }
        if (column.meaning() == null && !cells.isEmpty() && cells.stream().allMatch(DecisionWords::procedures)) {
            // 法定程序, 需履行的程序: whatever stands above them, lists of procedures are those of the matter.
            return Sense.of(DecisionMeaning.PROCEDURES);
        }
        String header = column.headers().get(column.headers().size() - 1);
        DecisionProcedure procedure = header.length() <= LONGEST_NAME ? procedure(header) : null;
        if (procedure == null || labels.own(column.headers()) != null) {
            return column.meaning();
        }
        boolean listed = column.headers().size() > 1
                && column.meaning() != null
                && column.meaning().meaning() == DecisionMeaning.PROCEDURES;
        boolean marks = cells.stream().anyMatch(Marks::mark)
                && cells.stream()
                        .allMatch(each -> Marks.mark(each) || LegacyText.nullToken(LegacyText.withoutInvisible(each)));
        if (listed || marks) {
            return new Sense(DecisionMeaning.PROCEDURE, null, procedure);
        }
        return column.meaning() != null ? column.meaning() : came(procedure);
    }

    /** Whether a cell is nothing but the names of two or more procedures. */
    private static boolean procedures(String cell) {
        List<DecisionProcedure> read = cell.length() > LONGEST_LIST
                ? null
                : DecisionValues.procedures(cell).value();
        return read != null && read.size() > 1 && read.stream().allMatch(DecisionProcedure::wellFormed);
    }

    private static Sense came(DecisionProcedure procedure) {
        MaterialType type = MaterialType.parse(procedure.text());
        return type.wellFormed() ? new Sense(DecisionMeaning.MATERIAL, type, null) : Sense.of(DecisionMeaning.REMARK);
    }

    private static @Nullable DecisionProcedure procedure(String header) {
        return TERMS.procedure(HeaderText.plain(header));
    }

    @Override
    public boolean complete(Set<Sense> senses) {
        return Kind.of(meanings(senses)) != null;
    }

    /** The name of a procedure tells as well. */
    @Override
    public boolean tells(List<String> headers) {
        return labels.tells(headers) || headers.stream().anyMatch(this::names);
    }

    private static Set<DecisionMeaning> meanings(Set<Sense> senses) {
        return senses.stream().map(Sense::meaning).collect(Collectors.toSet());
    }

    /** The kinds of table, told by what the columns hold. */
    enum Kind {
        /** A row an opinion, or a group of like ones. */
        OPINIONS,
        /** A row the numbers of one consultation, or its days. */
        NUMBERS,
        /** A row a matter. */
        MATTERS;

        static @Nullable Kind of(Set<DecisionMeaning> meanings) {
            long outcomes =
                    meanings.stream().filter(each -> each.outcome() != null).count();
            if (meanings.contains(DecisionMeaning.TEXT)) {
                boolean told = outcomes > 0
                        || meanings.contains(DecisionMeaning.ADOPTION)
                        || meanings.contains(DecisionMeaning.REASON);
                if (told) {
                    return OPINIONS;
                }
            } else if (outcomes > 1 || outcomes == 1 && meanings.contains(DecisionMeaning.COUNT)) {
                return NUMBERS;
            }
            return asked(meanings) ? NUMBERS : matters(meanings) ? MATTERS : null;
        }
    }

    /** A list of what the public was asked, with the days of each; beside a unit alone the days may be those of a plan. */
    private static boolean asked(Set<DecisionMeaning> meanings) {
        boolean days = meanings.stream().anyMatch(DecisionMeaning::asked);
        boolean sure = !meanings.contains(DecisionMeaning.UNITS)
                || meanings.contains(DecisionMeaning.COUNT)
                || meanings.contains(DecisionMeaning.OPEN_FROM) && meanings.contains(DecisionMeaning.OPEN_UNTIL);
        return days
                && sure
                && meanings.contains(DecisionMeaning.NAME)
                && meanings.stream().noneMatch(DecisionMeaning::planned);
    }

    private static boolean matters(Set<DecisionMeaning> meanings) {
        boolean planned = meanings.contains(DecisionMeaning.UNITS)
                || meanings.contains(DecisionMeaning.LEAD)
                || meanings.contains(DecisionMeaning.TIME)
                || meanings.contains(DecisionMeaning.PROCEDURES)
                || meanings.contains(DecisionMeaning.PROCEDURE)
                || meanings.contains(DecisionMeaning.MATERIAL);
        return meanings.contains(DecisionMeaning.NAME) && planned;
    }
}
