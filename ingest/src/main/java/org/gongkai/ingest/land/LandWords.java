package org.gongkai.ingest.land;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.LandClass;
import org.gongkai.ingest.sheet.HeaderText;
import org.gongkai.ingest.table.ColumnRole;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableLabels;
import org.gongkai.ingest.table.TableWords;
import org.jspecify.annotations.Nullable;

/**
 * What tables of land say, for the table engine.
 *
 * @param labels the labels of columns; the name of a class of land needs none
 */
record LandWords(TableLabels<LandMeaning> labels) implements TableWords<LandMeaning> {

    /** What the price of a block is called, and not that of crops or of what stands on the land. */
    private static final Pattern PRICED =
            Pattern.compile("(?:征地|土地|征收|征收土地|区片)?(?:补偿标准|补偿单价|补偿价格)|(?:征地)?区片(?:综合地)?价(?:格|标准)?");

    /** A longer header, in characters, names no class. */
    private static final int LONGEST_CLASS = 20;

    @Override
    public @Nullable LandMeaning labelled(List<String> headers) {
        LandMeaning own = labels.own(headers);
        if (own != null) {
            return own;
        }
        return landClass(headers) != null ? LandMeaning.LAND_CLASS : labels.meaning(headers);
    }

    /**
     * The class of land that headers name, or null: the lowest that is one; below it 小计 is the class itself, and a header
     * that no label knows a class of its own, which must not take the name of the wider one.
     */
    @Nullable
    LandClass landClass(List<String> headers) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            LandClass listed = listed(headers.get(i));
            if (listed != null) {
                return i == headers.size() - 1 ? listed : below(listed, headers.get(headers.size() - 1));
            }
            LandMeaning meaning = labels.meaning(List.of(headers.get(i)));
            if (meaning != null && meaning != LandMeaning.AREA && meaning != LandMeaning.CLASS_NAME) {
                return null;
            }
        }
        return null;
    }

    /** Whether headers name a column of classes, whatever a mapping says of it. */
    boolean namesClasses(List<String> headers) {
        return labels.shipped(headers) == LandMeaning.CLASS_NAME;
    }

    private @Nullable LandClass below(LandClass group, String header) {
        LandMeaning meaning = labels.meaning(List.of(header));
        LandClass rest = listed(header + group);
        if (rest != null) {
            // 其他 below 农用地.
            return rest;
        }
        return meaning == LandMeaning.AREA ? group : meaning == null ? LandClass.parse(bare(header)) : null;
    }

    private static @Nullable LandClass listed(String header) {
        LandClass listed = LandClass.parse(bare(header));
        return header.length() <= LONGEST_CLASS && listed.wellFormed() ? listed : null;
    }

    /** The name of a class without 其中, unit and 面积. */
    static String bare(String header) {
        return HeaderText.plain(header).replaceFirst("^其中:?", "").replaceFirst("(?<=.)(?:总?面积)$", "");
    }

    /** The class of a column of areas: that of its headers, or, below 地类, its own header as it stands. */
    LandClass classOf(TableColumn<LandMeaning> column) {
        LandClass told = landClass(column.headers());
        return told != null
                ? told
                : LandClass.parse(bare(column.headers().get(column.headers().size() - 1)));
    }

    @Override
    public ColumnRole role(LandMeaning meaning) {
        return switch (meaning) {
            case AREA, PLANNED_AREA, LAND_CLASS -> ColumnRole.AREA;
            case PRICE -> ColumnRole.PRICE;
            case NAME -> ColumnRole.NAME;
            case NUMBER -> ColumnRole.SEQUENCE;
            case TOWN, VILLAGE, LOCATION, GROUP, COLLECTIVE -> ColumnRole.PLACE;
            case APPROVED_ON, APPROVAL_RECEIVED_ON -> ColumnRole.DATE;
            default -> ColumnRole.TEXT;
        };
    }

    @Override
    public @Nullable LandMeaning meaning(ColumnRole role) {
        return role == ColumnRole.PRICE ? LandMeaning.PRICE : null;
    }

    @Override
    public boolean names(String text) {
        return listed(text) != null;
    }

    @Override
    public boolean value(String text) {
        return Area.read(text, Area.Unit.HECTARE).value() != null;
    }

    @Override
    public boolean apart(LandMeaning meaning) {
        return meaning == LandMeaning.NAME || meaning == LandMeaning.CODE;
    }

    @Override
    public boolean key(LandMeaning meaning) {
        return meaning.place() || meaning == LandMeaning.COLLECTIVE;
    }

    /** Whether a header is that of a price, which tells its unit in each cell: 补偿标准 above 9万元/亩. */
    private static boolean priced(TableColumn<LandMeaning> column, List<String> cells) {
        boolean open = column.meaning() == null && !column.headers().isEmpty();
        return open
                && PRICED.matcher(HeaderText.plain(
                                column.headers().get(column.headers().size() - 1)))
                        .matches()
                && cells.stream().anyMatch(each -> LandTable.blockPrice(each, "") != null);
    }

    /** 地类 above figures prices no class in words: its own header is the class. */
    @Override
    public @Nullable LandMeaning seen(TableColumn<LandMeaning> column, List<String> cells) {
        if (priced(column, cells)) {
            return LandMeaning.PRICE;
        }
        boolean figures = column.meaning() == LandMeaning.CLASS_NAME
                && column.headers().size() > 1
                && cells.stream().anyMatch(this::value);
        return figures ? LandMeaning.LAND_CLASS : column.meaning();
    }

    @Override
    public boolean complete(Set<LandMeaning> meanings) {
        return LandTable.Kind.of(meanings) != null;
    }
}
