package org.gongkai.ingest.grammar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.source.Reason;
import org.jspecify.annotations.Nullable;

/** Which words of a text were read as what, and which were not. One text, one use; not for several threads. */
public final class NoticeAccount {

    /** A longer sentence is cut in findings, in characters; the ledger holds the whole. */
    private static final int LONGEST_TOLD = 200;

    /** So many words of the kind are told where a text gave no record. */
    private static final int MOST_WORDS = 5;

    private final Map<Sentence, BitSet> read = new IdentityHashMap<>();
    private final Set<Span> given = new HashSet<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();

    /**
     * Words that gave a component its value.
     *
     * @param span the words
     * @param target JSON Pointer of the component
     * @param result the value, as text
     * @return the entry for the ledger of the record. Words that give several values, or one value to several records, are
     *     the source's once and come from elsewhere in the source for the others
     */
    public LedgerEntry taken(Span span, String target, String result) {
        boolean again = !given.add(span);
        use(span);
        String words = span.words();
        if (again) {
            return new LedgerEntry(
                    span.place(), FieldFate.DEFAULTED, null, target, result, List.of(Reason.FROM_TEXT.code()));
        }
        return words.equals(result)
                ? new LedgerEntry(span.place(), FieldFate.MAPPED, words, target, null, List.of())
                : new LedgerEntry(
                        span.place(), FieldFate.REPAIRED, words, target, result, List.of(Reason.FROM_TEXT.code()));
    }

    /** Words that are known to be nothing that the kind asks for, and why, such as {@code rise}. */
    public void leave(Span span, String why) {
        if (given.add(span)) {
            use(span);
            ledger.add(new LedgerEntry(span.place(), FieldFate.IGNORED, span.words(), null, null, List.of(why)));
        }
    }

    /** Words that can be read in two ways: the finding names both, and neither is taken. */
    public void ambiguous(Span span, String one, String other) {
        use(span);
        ledger.add(
                new LedgerEntry(span.place(), FieldFate.UNREADABLE, span.words(), null, null, List.of("two-readings")));
        problems.add(new SourceProblem(
                "source.text.ambiguous",
                span.place(),
                StringUtils.abbreviate(span.words(), LONGEST_TOLD),
                one + " | " + other));
    }

    /** Words that are of the kind and could not be taken, and why. */
    public void unread(Span span, String why, String expected) {
        use(span);
        ledger.add(new LedgerEntry(span.place(), FieldFate.UNMAPPED, span.words(), null, null, List.of(why)));
        problems.add(new SourceProblem(
                "source.text.unread", span.place(), StringUtils.abbreviate(span.words(), LONGEST_TOLD), expected));
    }

    /** Takes back what words gave, since other words say something else; they stay in the ledger. */
    public void withdraw(List<LedgerEntry> entries, String target) {
        for (LedgerEntry each : List.copyOf(entries)) {
            if (target.equals(each.target())) {
                entries.remove(each);
                ledger.add(new LedgerEntry(
                        each.location(), FieldFate.UNREADABLE, each.value(), null, null, List.of("two-readings")));
            }
        }
    }

    /** A problem of the text. */
    public void problem(SourceProblem problem) {
        problems.add(problem);
    }

    /** Whether no character of the words was read. */
    public boolean untouched(Span span) {
        BitSet bits = read.get(span.sentence());
        int next = bits == null ? -1 : bits.nextSetBit(span.from());
        return next < 0 || next >= span.to();
    }

    private void use(Span span) {
        read.computeIfAbsent(span.sentence(), each -> new BitSet()).set(span.from(), span.to());
    }

    /**
     * Tells of the sentences that hold a sign of the kind which was not read.
     *
     * @param sentences the sentences with their signs
     * @param speaks whether a sign would be of the kind
     * @param expected what the kind is called
     */
    public void leftOver(List<Scanned> sentences, BiPredicate<Scanned, Sign> speaks, String expected) {
        for (Scanned each : sentences) {
            boolean open =
                    each.signs().stream().anyMatch(sign -> speaks.test(each, sign) && untouched(each.span(sign)));
            if (open) {
                unread(each.sentence().whole(), "not-read", expected);
            }
        }
    }

    /**
     * Why a text that speaks of a kind gave no record.
     *
     * @param rule the rule, which says what was missing
     * @param place the text
     * @param sentences its sentences
     * @param ofKind which signs are words of the kind
     * @return the problem with the words that were found, or null where there is none
     */
    public static @Nullable SourceProblem missing(
            String rule, Location place, List<Scanned> sentences, Predicate<Sign> ofKind) {
        String words = sentences.stream()
                .flatMap(each -> each.signs().stream()
                        .filter(ofKind)
                        .map(sign -> each.span(sign).words()))
                .distinct()
                .limit(MOST_WORDS)
                .collect(Collectors.joining("、"));
        return words.isEmpty() ? null : new SourceProblem(rule, place, words, null);
    }

    /** The account of what belongs to no record. */
    public List<LedgerEntry> ledger() {
        return List.copyOf(ledger);
    }

    /** What was wrong. */
    public List<SourceProblem> problems() {
        return List.copyOf(problems);
    }
}
