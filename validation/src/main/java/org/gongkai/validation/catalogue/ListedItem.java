package org.gongkai.validation.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.core.catalogue.CatalogueItem;
import org.gongkai.core.catalogue.DirectoryItem;
import org.gongkai.core.catalogue.DisclosureChannel;
import org.gongkai.core.catalogue.DisclosureLimit;
import org.gongkai.core.catalogue.DisclosureManner;
import org.gongkai.core.catalogue.DisclosureTier;
import org.gongkai.core.catalogue.ItemChange;
import org.gongkai.core.catalogue.LegalBasis;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a line of a catalogue or directory.
 *
 * @param directory whether it is of a directory (主动公开基本目录)
 * @param key the key of the record
 * @param dated the day of the record, or null
 * @param location where it came from
 * @param table the table that it is of: kind, field and bodies
 * @param name its deepest column or matter, or null
 * @param bodies the bodies, as they are compared
 * @param columnUrl the address of its column, or null
 * @param limit by when a document is to be public, or null
 * @param onSite whether it is to stand on a site of its own accord
 * @param tiers on which levels it is public
 * @param number its number, or null
 * @param matter the matters above it, for comparing two tables
 * @param bases what it rests on
 */
record ListedItem(
        boolean directory,
        String key,
        @Nullable LocalDate dated,
        Location location,
        String table,
        @Nullable String name,
        List<String> bodies,
        @Nullable String columnUrl,
        @Nullable DisclosureLimit limit,
        boolean onSite,
        List<DisclosureTier.Tier> tiers,
        @Nullable String number,
        String matter,
        List<LegalBasis> bases) {

    static ListedItem of(CatalogueItem item, Location location) {
        List<String> bodies = bodies(item.bodies());
        String deepest = item.level3() == null ? item.level2() == null ? item.level1() : item.level2() : item.level3();
        return new ListedItem(
                false,
                item.key(),
                item.datedOn(),
                location,
                "catalogue\n" + item.field() + '\n' + bodies,
                deepest,
                bodies,
                item.columnUrl(),
                item.limit(),
                onSite(item.manner(), item.channels(), item.change()),
                item.tiers().stream()
                        .map(DisclosureTier::tier)
                        .flatMap(Stream::ofNullable)
                        .toList(),
                item.number(),
                item.field() + "\n" + item.level1() + '\n' + item.level2() + '\n' + item.level3(),
                item.bases());
    }

    static ListedItem of(DirectoryItem item, Location location) {
        List<String> bodies = bodies(item.bodies());
        return new ListedItem(
                true,
                item.key(),
                item.datedOn(),
                location,
                "directory\n" + bodies,
                item.designation(),
                bodies,
                item.columnUrl(),
                item.limit(),
                onSite(item.manner(), item.channels(), item.change()),
                List.of(),
                item.number(),
                "",
                item.bases());
    }

    /** What is dropped, public on request or elsewhere than on a site leaves no document there. */
    private static boolean onSite(
            List<DisclosureManner> manner, List<DisclosureChannel> channels, @Nullable ItemChange change) {
        boolean asked = manner.isEmpty()
                || manner.stream().anyMatch(each -> each.manner() != DisclosureManner.Manner.ON_REQUEST);
        boolean site = channels.isEmpty()
                || channels.stream().anyMatch(each -> each.channel() == DisclosureChannel.Channel.GOVERNMENT_SITE);
        return asked && site && (change == null || change.change() != ItemChange.Change.DROPPED);
    }

    private static List<String> bodies(List<Agency> bodies) {
        return bodies.stream()
                .map(each -> LegacyText.folded(each.text()))
                .distinct()
                .toList();
    }

    /** Whether it is an item of an agency: one that it names, or of no body that has a name of its own. */
    boolean of(@Nullable String agency) {
        return bodies.isEmpty()
                || agency == null
                || bodies.stream().anyMatch(each -> generic(each) || same(each, agency));
    }

    /** 县级农业农村部门, 相关审批部门, 各街道: guides name no body. */
    private static boolean generic(String body) {
        return body.contains("部门") || body.startsWith("各");
    }

    /** A shorter name, in characters, as 民政局 is, is that of many bodies. */
    private static final int SHORTEST = 4;

    private static boolean same(String one, String other) {
        boolean longer = other.length() >= SHORTEST && one.endsWith(other);
        boolean shorter = one.length() >= SHORTEST && other.endsWith(one);
        return one.equals(other) || longer || shorter;
    }
}
