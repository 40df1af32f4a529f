package org.gongkai.core.inventory;

import java.util.Objects;
import org.gongkai.core.source.Location;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word for why a document is not among those published, as it was written down. Whether it holds, the audit
 * judges.
 *
 * @param number the document number (发文字号); for a document without one its index number, title or address
 * @param reason why: 不予公开 with the article, 依申请公开, 作废 or 合并, or null when nothing is said
 * @param article the article of 政府信息公开条例 that forbids publication: 14, 15 or 16, 第十四条 as well; null for other
 *     reasons
 * @param location where it is written
 */
public record GapExplanation(
        @Nullable String number,
        @Nullable String reason,
        @Nullable String article,
        Location location) {

    /**
     * Creates an explanation.
     *
     * @throws NullPointerException when {@code location} is null
     */
    public GapExplanation {
        Objects.requireNonNull(location, "location");
    }
}
