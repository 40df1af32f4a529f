package org.gongkai.validation.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.key.DocumentKeys;
import org.jspecify.annotations.Nullable;

/** Finds the items that a document answers: by the address of their column, else by its name. */
final class ItemIndex {

    private static final String PARTS = ">›»→/\\";

    private final Map<String, List<ListedItem>> byAddress = new HashMap<>();
    private final Map<String, List<ListedItem>> byName = new HashMap<>();

    ItemIndex(List<ListedItem> items) {
        for (ListedItem each : items) {
            String folder = folder(DocumentKeys.address(each.columnUrl()));
            if (folder != null) {
                byAddress.computeIfAbsent(folder, none -> new ArrayList<>()).add(each);
            }
            if (each.name() != null) {
                byName.computeIfAbsent(LegacyText.folded(each.name()), none -> new ArrayList<>())
                        .add(each);
            }
        }
    }

    /** The items; empty when none is of the agency of the document. */
    List<ListedItem> of(SeenDocument document) {
        List<ListedItem> there = byAddress(document.address());
        if (there.isEmpty() && document.column() != null) {
            there = byName.getOrDefault(LegacyText.folded(last(document.column())), List.of());
        }
        return there.stream().filter(each -> each.of(document.agency())).toList();
    }

    /** The items whose column is the nearest folder above the document. */
    private List<ListedItem> byAddress(@Nullable String address) {
        int end = address == null || byAddress.isEmpty() ? -1 : address.lastIndexOf('/');
        while (address != null && end > 0) {
            List<ListedItem> there = byAddress.get(address.substring(0, end));
            if (there != null) {
                return there;
            }
            end = address.lastIndexOf('/', end - 1);
        }
        return List.of();
    }

    /** The folder of a column; null for the site itself, which holds all columns. */
    private static @Nullable String folder(@Nullable String address) {
        if (address == null || address.indexOf('?') >= 0) {
            return null;
        }
        int slash = address.lastIndexOf('/');
        boolean page = slash > 0 && address.indexOf('.', slash) > 0;
        String folder = page ? address.substring(0, slash) : address;
        return folder.indexOf('/') < 0 ? null : folder;
    }

    /** 首页 > 法定主动公开内容 > 规范性文件: the last is the column. */
    private static String last(String column) {
        int end = column.length();
        for (int i = column.length() - 1; i >= 0; i--) {
            if (PARTS.indexOf(column.charAt(i)) >= 0) {
                if (!column.substring(i + 1, end).isBlank()) {
                    return column.substring(i + 1, end);
                }
                end = i;
            }
        }
        return column.substring(0, end);
    }
}
