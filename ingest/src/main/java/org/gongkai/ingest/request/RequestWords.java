package org.gongkai.ingest.request;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.core.DateText;
import org.gongkai.core.request.ApplicantType;
import org.gongkai.core.request.RequestChannel;
import org.gongkai.core.request.RequestOutcome;
import org.gongkai.ingest.table.ColumnRole;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableLabels;
import org.gongkai.ingest.table.TableWords;
import org.jspecify.annotations.Nullable;

/**
 * What registers of applications say, for the table engine.
 *
 * @param labels the labels of columns
 */
record RequestWords(TableLabels<RequestMeaning> labels) implements TableWords<RequestMeaning> {

    private static final Set<RequestMeaning> ASKED =
            EnumSet.of(RequestMeaning.OUTCOME, RequestMeaning.TITLE, RequestMeaning.FEATURES, RequestMeaning.CHANNEL);
    private static final Set<RequestMeaning> DATED =
            EnumSet.of(RequestMeaning.RECEIVED_ON, RequestMeaning.SUBMITTED_ON, RequestMeaning.REPLIED_ON);
    private static final Set<RequestMeaning> OF_STEPS =
            EnumSet.of(RequestMeaning.CASE_NUMBER, RequestMeaning.STEP, RequestMeaning.STEP_ON);

    /** None of its columns is a measure: numbers of pages and sums of fees are read by their labels alone. */
    @Override
    public ColumnRole role(RequestMeaning meaning) {
        return meaning.reads() == RequestMeaning.Reads.DATE ? ColumnRole.DATE : ColumnRole.TEXT;
    }

    @Override
    public @Nullable RequestMeaning meaning(ColumnRole role) {
        return null;
    }

    @Override
    public boolean names(String text) {
        return false;
    }

    @Override
    public boolean value(String text) {
        if (text.isBlank()) {
            return false;
        }
        boolean term = new RequestOutcome(text).wellFormed()
                || new RequestChannel(text).wellFormed()
                || new ApplicantType(text).wellFormed();
        // 电子邮箱 is a channel below 申请方式, and a label itself.
        return DateText.read(text).value() != null || term && labels.meaning(List.of(text)) == null;
    }

    @Override
    public boolean key(RequestMeaning meaning) {
        return false;
    }

    /** 状态 and 事项 stand above other things, too: a column is one of steps where half of its cells name one. */
    @Override
    public @Nullable RequestMeaning seen(TableColumn<RequestMeaning> column, List<String> cells) {
        if (column.meaning() != RequestMeaning.STEP || labels.own(column.headers()) != null) {
            return column.meaning();
        }
        long steps =
                cells.stream().filter(each -> RequestSteps.of(each) != null).count();
        return steps > 0 && steps * 2 >= cells.size() ? RequestMeaning.STEP : null;
    }

    /** A register has a number or a day for each case, and says what was asked or what became of it; or it has a row for each step. */
    @Override
    public boolean complete(Set<RequestMeaning> meanings) {
        if (meanings.containsAll(OF_STEPS)) {
            return true;
        }
        boolean dated = meanings.stream().anyMatch(DATED::contains);
        boolean asked = meanings.stream().anyMatch(ASKED::contains);
        return dated && (asked || meanings.contains(RequestMeaning.CASE_NUMBER));
    }
}
