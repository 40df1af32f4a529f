package org.gongkai.ingest.land;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.ingest.grammar.DayText;
import org.gongkai.ingest.grammar.Days;
import org.gongkai.ingest.grammar.Labelled;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sign;
import org.gongkai.ingest.grammar.Span;
import org.jspecify.annotations.Nullable;

/** Finds the days on which a notice is posted, where no label with a colon says them. */
final class LandPosting {

    private static final List<String> NOTICES = List.of("本公告", "本预公告", "公告自", "公示自");

    /** What other periods of a notice are for. */
    private static final List<String> OTHERS = List.of("调查", "登记", "听证", "复议", "签订", "申请");

    private LandPosting() {}

    /** The days, or null. */
    static @Nullable Days of(List<Scanned> sentences) {
        for (Scanned each : sentences) {
            Days days = spoken(each);
            if (days != null) {
                return days;
            }
        }
        return sinceMadePublic(sentences);
    }

    /** 本公告期限自2024年10月14日至10月25日, 本公告自2024年6月1日起至6月10日止. */
    private static @Nullable Days spoken(Scanned sentence) {
        int size = sentence.signs().size();
        for (int i = 0; i < size; i++) {
            if ("posting".equals(sentence.value(i, Labelled.LABEL))) {
                return Days.in(sentence, i + 1, size);
            }
        }
        String plain = sentence.sentence().plain();
        boolean own =
                NOTICES.stream().anyMatch(plain::startsWith) && OTHERS.stream().noneMatch(plain::contains);
        return own ? Days.in(sentence, 0, size) : null;
    }

    /** 本公告于2026年2月28日发布……自发布之日起至2026年3月12日止. */
    private static @Nullable Days sinceMadePublic(List<Scanned> sentences) {
        Sign from = null;
        Scanned first = null;
        for (Scanned each : sentences) {
            String plain = each.sentence().plain();
            for (Sign sign : each.signs()) {
                DayText day = sign.day();
                LocalDate date = day == null ? null : day.date();
                String before = plain.substring(0, sign.from());
                if (date != null && before.endsWith("公告于") && plain.startsWith("发布", sign.to())) {
                    from = sign;
                    first = each;
                } else if (date != null && from != null && first != null && before.endsWith("发布之日起至")) {
                    return days(first.span(from), from, each.span(sign), date);
                }
            }
        }
        return null;
    }

    private static @Nullable Days days(Span first, Sign from, Span last, LocalDate until) {
        LocalDate begun = from.day() == null ? null : from.day().date();
        return begun == null || until.isBefore(begun) ? null : new Days(begun, until, first, last);
    }
}
