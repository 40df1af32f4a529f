package org.gongkai.ingest.land;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.land.RequisitionStage;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.notice.NoticeText;
import org.jspecify.annotations.Nullable;

/** Tells of which stage a notice is. */
final class LandStage {

    /** So many lines may hold the title where the source has none beside them. */
    private static final int HEAD = 5;

    private LandStage() {}

    /** The stage by the words of the title or of the first lines; null for none. */
    static RequisitionStage.@Nullable Step of(NoticeText text, List<Scanned> sentences) {
        List<String> heads = new ArrayList<>();
        if (text.title() != null) {
            heads.add(text.title());
        }
        text.lines().stream().limit(HEAD).forEach(each -> heads.add(each.text()));
        for (String each : heads) {
            RequisitionStage.Step step = stage(each);
            if (step != null) {
                return step;
            }
        }
        return spoken(sentences);
    }

    private static RequisitionStage.@Nullable Step stage(String head) {
        if (head.contains("征")
                && (head.contains("预公告") || head.contains("启动公告") || head.contains("拟征") && head.endsWith("公告"))) {
            return RequisitionStage.Step.PRE_ANNOUNCEMENT;
        }
        if (head.contains("补偿安置") && head.contains("公告")) {
            return RequisitionStage.Step.COMPENSATION_NOTICE;
        }
        boolean announced = head.contains("征收土地公告") || head.contains("土地征收公告") || head.contains("征地公告");
        return announced ? RequisitionStage.Step.ANNOUNCEMENT : null;
    }

    /** A notice without a title that announces the survey of land yet to be taken is the first of its kind. */
    private static RequisitionStage.@Nullable Step spoken(List<Scanned> sentences) {
        boolean planned = false;
        boolean survey = false;
        for (Scanned each : sentences) {
            planned |= each.sentence().plain().contains("拟征");
            survey |= each.sentence().plain().contains("现状调查");
        }
        return planned && survey ? RequisitionStage.Step.PRE_ANNOUNCEMENT : null;
    }
}
