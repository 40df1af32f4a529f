package org.gongkai.core.request;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gongkai.core.ListedTerm;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A term as registers write it, with a number before it or with what it is more closely: 2.部分公开, 不予公开（第三方权益）, 邮寄-EMS. A term
 * is read only where all that is said names one entry; words that no list has are told of beside it and change nothing, unless
 * they take something back.
 *
 * @param <E> the entries of the list
 */
final class QualifiedTerm<E extends Enum<E> & ListedTerm.Entry> {

    /** A longer text, in characters, is a sentence and no term. */
    private static final int LONGEST = 60;

    private static final Pattern NUMBERING =
            Pattern.compile("^(?:\\([0-9一二三四五六七八九十]{1,2}\\)|[0-9一二三四五六七八九十]{1,2}[.、)．])+");

    /** What stands between a term and what it is more closely. Signs of half width, since the text is folded. */
    private static final Pattern BETWEEN =
            Pattern.compile("[()\\[\\]{}<>【】〔〕〈〉《》「」“”\"'\\-_—－–―/\\\\|:：;,，、.。·~>→＞+＋]+");

    /** What takes back a part of what was said. */
    private static final Pattern TAKEN_BACK = Pattern.compile("[不未无非除]|部分|拒绝|没有");

    private final Map<String, E> entries;
    private final Set<E> plain;
    private final Map<String, Set<E>> general;
    private final Map<E, Set<E>> because;

    /**
     * @param entries the entries by their writings, folded
     * @param plain the entries that say all, so that what is said besides may take nothing back
     * @param general words that name no entry by themselves, or one that others stand under, and say that it is one of some; folded
     * @param because entries with those that may be their reason: 部分公开（个人隐私） is 部分公开
     */
    QualifiedTerm(Map<String, E> entries, Set<E> plain, Map<String, Set<E>> general, Map<E, Set<E>> because) {
        this.entries = entries;
        this.plain = plain;
        this.general = general;
        this.because = because;
    }

    /** The entry that a text names, or null. */
    @Nullable
    E of(String text) {
        E whole = entries.get(LegacyText.folded(Objects.requireNonNull(text, "text")));
        if (whole != null || text.length() > LONGEST) {
            return whole;
        }
        String bare = NUMBERING.matcher(LegacyText.folded(text)).replaceFirst("");
        E numbered = entries.get(bare);
        return numbered != null ? numbered : parts(parts(bare));
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>(List.of(BETWEEN.split(text)));
        parts.removeIf(String::isBlank);
        return parts;
    }

    private @Nullable E parts(List<String> parts) {
        if (parts.size() < 2) {
            return null;
        }
        Set<E> within = general.getOrDefault(parts.get(0), Set.of());
        E head = entries.get(parts.get(0));
        if (head == null && within.isEmpty()) {
            return null;
        }
        @Nullable E said = null;
        for (String part : parts.subList(1, parts.size())) {
            E named = entries.get(part);
            Set<E> reasons = head == null ? Set.of() : because.getOrDefault(head, Set.of());
            boolean reason = named != null && reasons.contains(named);
            if (named != null && said != null && named != said && !(reason && reasons.contains(said))) {
                return null;
            }
            said = named == null ? said : named;
        }
        return settled(head, within, said, parts.subList(1, parts.size()));
    }

    /** What a head and its qualification say together; null where they do not agree. */
    private @Nullable E settled(@Nullable E head, Set<E> within, @Nullable E said, List<String> qualified) {
        Set<E> reasons = head == null ? Set.of() : because.getOrDefault(head, Set.of());
        if (said != null) {
            return said == head || within.contains(said) ? said : reasons.contains(said) ? head : null;
        }
        boolean takenBack = head != null
                && plain.contains(head)
                && qualified.stream().anyMatch(each -> TAKEN_BACK.matcher(each).find());
        boolean other = qualified.stream().anyMatch(each -> names(each, head, reasons));
        return takenBack || other ? null : head;
    }

    /** Whether a text holds the writing of another entry. */
    private boolean names(String text, @Nullable E head, Set<E> reasons) {
        return entries.entrySet().stream()
                .anyMatch(each -> each.getValue() != head
                        && !reasons.contains(each.getValue())
                        && each.getKey().length() > 1
                        && text.contains(each.getKey()));
    }

    /** Those entries of a list that fit. */
    static <E extends Enum<E>> Set<E> those(Class<E> list, Predicate<E> those) {
        Set<E> set = EnumSet.allOf(list);
        set.removeIf(those.negate());
        return set;
    }
}
