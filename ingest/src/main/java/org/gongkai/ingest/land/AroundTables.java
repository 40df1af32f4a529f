package org.gongkai.ingest.land;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.land.LandBlockPriceBuilder;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionPlanBuilder;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.source.Reason;
import org.gongkai.ingest.table.TableReader;
import org.gongkai.ingest.text.AgencyNames;
import org.jspecify.annotations.Nullable;

/** What a page says around a table of a plan or of block prices, of which the table itself says nothing. */
final class AroundTables {

    private static final Pattern PLAN =
            Pattern.compile("^(.{0,40}?)((?:19|20)\\d{2})年?度?.{0,12}?(?:土地征收|征收土地|征地|征收).{0,10}?计划");
    private static final Pattern PRICES = Pattern.compile("区片(?:综合)?地?价");
    /** In so many lines from the end stands who signs. */
    private static final int SIGNATURE = 4;

    private final NoticeText text;
    private final LandDefaults defaults;
    private final List<LedgerEntry> ledger = new ArrayList<>();

    AroundTables(NoticeText text, LandDefaults defaults) {
        this.text = text;
        this.defaults = defaults;
    }

    TableReader.Informed<LandDefaults> informed() {
        String title = LegacyText.withoutBlanks(Objects.requireNonNullElse(text.title(), ""));
        Matcher plan = PLAN.matcher(title);
        if (plan.find()) {
            return new TableReader.Informed<>(plan(plan), ledger, List.of());
        }
        LocalDate published = text.publishedOn();
        if (PRICES.matcher(title).find()
                && published != null
                && defaults.price().publishedOn() == null) {
            given("/publishedOn", null, published);
            return new TableReader.Informed<>(
                    new LandDefaults(
                            defaults.plan(),
                            defaults.project(),
                            LandBlockPriceBuilder.builder(defaults.price())
                                    .publishedOn(published)
                                    .build(),
                            defaults.unit()),
                    ledger,
                    List.of());
        }
        return new TableReader.Informed<>(defaults, List.of(), List.of());
    }

    private LandDefaults plan(Matcher told) {
        LandRequisitionPlan before = defaults.plan();
        LandRequisitionPlanBuilder plan = LandRequisitionPlanBuilder.builder(before);
        if (before.year() == null) {
            plan.year(Integer.valueOf(told.group(2)));
        }
        if (before.title() == null) {
            plan.title(text.title());
        }
        if (before.compiledBy() == null) {
            plan.compiledBy(compiler(told.group(1)));
        }
        if (before.publishedOn() == null) {
            plan.publishedOn(text.publishedOn());
        }
        LandRequisitionPlan now = plan.build();
        given("/year", before.year(), now.year());
        given("/title", before.title(), now.title());
        given("/compiledBy", before.compiledBy(), now.compiledBy());
        given("/publishedOn", before.publishedOn(), now.publishedOn());
        return new LandDefaults(now, defaults.project(), defaults.price(), defaults.unit());
    }

    /** The body before the year of the title, or who signs below the text; null for neither. */
    private @Nullable Agency compiler(String beforeYear) {
        if (AgencyNames.isAgency(beforeYear)) {
            return Agency.parse(beforeYear);
        }
        List<NoticeText.Line> lines = text.lines();
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - SIGNATURE); i--) {
            String line = LegacyText.withoutBlanks(lines.get(i).text());
            if (AgencyNames.isAgency(line)) {
                return Agency.parse(line);
            }
        }
        return null;
    }

    private void given(String target, @Nullable Object before, @Nullable Object now) {
        if (now != null && !now.equals(before)) {
            ledger.add(new LedgerEntry(
                    text.place(), FieldFate.DEFAULTED, null, target, now.toString(), List.of(Reason.FROM_TEXT.code())));
        }
    }
}
