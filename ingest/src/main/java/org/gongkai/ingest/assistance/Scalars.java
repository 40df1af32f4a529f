package org.gongkai.ingest.assistance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.Evidence;
import org.gongkai.core.PartialDate;
import org.gongkai.core.assistance.AmountChange;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.Basis;
import org.gongkai.core.assistance.RegionScope;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/** Takes the texts that hold for a line as a whole: its days, its unit, who set it. */
final class Scalars {

    private static final Pattern BASIS =
            Pattern.compile("《?([^《》]*[^《》（(])(?:》[（(]?|[（(])([^（）()《》]*〔\\d{4}〕\\d+号)[）)]?");
    /** A longer text, in characters, names no title and number. */
    private static final int LONGEST_BASIS = 500;

    private static final Pattern GROWTH = Pattern.compile("-?\\d{1,6}(?:\\.\\d{1,4})?");

    private final AssistanceStandardBuilder line;
    private final AssistanceTerms terms;
    private @Nullable AmountUnit unit;
    private boolean unitUnread;

    Scalars(AssistanceStandardBuilder line, AssistanceTerms terms) {
        this.line = line;
        this.terms = terms;
    }

    AssistanceStandardBuilder line() {
        return line;
    }

    /** The unit, which goes into a line only beside an amount; null when none was given. */
    @Nullable
    AmountUnit unit() {
        return unit;
    }

    /** What a column means for one of its texts: where a basis is told by its number alone, it is that number. */
    static AssistanceMeaning meant(AssistanceMeaning meaning, String text) {
        return meaning == AssistanceMeaning.BASIS_TITLE
                        && DocumentNumber.parse(text).wellFormed()
                ? AssistanceMeaning.BASIS_NUMBER
                : meaning;
    }

    /** Takes a text; the answer is the value as text, or null when it cannot be read. */
    @Nullable
    String take(AssistanceMeaning column, String text) {
        AssistanceMeaning meaning = meant(column, text);
        return switch (meaning) {
            case PLACE -> set(text, line.place(text));
            case SCOPE -> set(text, line.scope(RegionScope.read(text)));
            case NOTE -> set(text, line.note(text));
            case SOURCE -> set(text, line.source(text));
            case EVIDENCE -> evidence(text);
            case PUBLISHER -> set(text, line.publisher(Agency.parse(text)));
            case SET_BY -> set(text, line.setBy(agencies(text)));
            case UNIT -> unit(text);
            case GROWTH -> growth(text);
            case CHANGE -> change(text);
            case FOLLOWS -> follows(text);
            case EFFECTIVE_FROM -> date(text, true);
            case EFFECTIVE_TO -> date(text, false);
            case ISSUED_ON -> day(text, true);
            case PUBLISHED_ON -> day(text, false);
            case BASIS_TITLE, BASIS_NUMBER -> basis(meaning, text);
            case IGNORED, ITEM, RESIDENCE, GRADE, SUPPORT, AMOUNT, PREVIOUS ->
                throw new IllegalStateException(meaning.name());
        };
    }

    /** Takes nothing for a component that the source has and nobody can read, not even a default. */
    void withdraw(AssistanceMeaning meaning) {
        switch (meaning) {
            case EFFECTIVE_FROM -> line.effectiveFrom(null);
            case EFFECTIVE_TO -> line.effectiveTo(null);
            case ISSUED_ON -> line.issuedOn(null);
            case PUBLISHED_ON -> line.publishedOn(null);
            case EVIDENCE -> line.evidence(null);
            case CHANGE -> line.change(null);
            case FOLLOWS -> line.follows(null);
            case GROWTH -> line.growth(null);
            case UNIT -> unitUnread = true;
            default -> {}
        }
    }

    /** Whether the row names a unit that nobody can read. */
    boolean unitUnread() {
        return unitUnread;
    }

    private static String set(String text, AssistanceStandardBuilder done) {
        return text;
    }

    private static List<Agency> agencies(String text) {
        List<Agency> agencies = new ArrayList<>();
        for (String each : text.split("[、；;\\n]")) {
            if (!each.isBlank()) {
                agencies.add(Agency.parse(each.strip()));
            }
        }
        return agencies;
    }

    private @Nullable String unit(String text) {
        unit = AmountText.unit(text);
        return unit == null ? null : unit.label();
    }

    private @Nullable String growth(String text) {
        Matcher number = GROWTH.matcher(AmountText.plain(text).replace("%", ""));
        if (!number.matches()) {
            return null;
        }
        line.growth(new BigDecimal(number.group()));
        return number.group();
    }

    private @Nullable String change(String text) {
        for (AmountChange each : AmountChange.values()) {
            if (text.contains(each.label()) || text.equals(each.name())) {
                line.change(each);
                return each.label();
            }
        }
        return null;
    }

    private @Nullable String evidence(String text) {
        for (Evidence each : Evidence.values()) {
            if (each.mark().equals(text)) {
                line.evidence(each);
                return text;
            }
        }
        return null;
    }

    private @Nullable String follows(String text) {
        AssistanceItem item = terms.follows(text);
        if (item != null) {
            line.follows(item);
        }
        return item == null ? null : item.text();
    }

    private @Nullable String date(String text, boolean from) {
        PartialDate date = PartialDate.read(text).value();
        if (date == null || !date.wellFormed()) {
            return null;
        }
        if (from) {
            line.effectiveFrom(date);
        } else {
            line.effectiveTo(date);
        }
        return date.text();
    }

    private @Nullable String day(String text, boolean issued) {
        PartialDate partial = PartialDate.read(text).value();
        LocalDate day = partial == null ? null : partial.date();
        if (day == null) {
            return null;
        }
        if (issued) {
            line.issuedOn(day);
        } else {
            line.publishedOn(day);
        }
        return day.toString();
    }

    private String basis(AssistanceMeaning meaning, String text) {
        Basis before = line.build().basis();
        String title = before == null ? null : before.title();
        DocumentNumber number = before == null ? null : before.documentNumber();
        Matcher both = BASIS.matcher(text);
        if (meaning == AssistanceMeaning.BASIS_NUMBER) {
            number = DocumentNumber.read(text).value();
            line.basis(new Basis(title, number));
            return number == null ? text : number.text();
        }
        if (text.length() <= LONGEST_BASIS && both.matches() && !both.group(1).isBlank()) {
            line.basis(new Basis(both.group(1), DocumentNumber.parse(both.group(2))));
        } else {
            line.basis(new Basis(text, number));
        }
        return text;
    }
}
