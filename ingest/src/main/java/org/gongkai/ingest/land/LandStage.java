package org.gongkai.ingest.land;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.land.RequisitionStage;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Span;
import org.gongkai.ingest.notice.NoticeText;
import org.jspecify.annotations.Nullable;

/** Tells of which stage a notice is. */
final class LandStage {

    /** So many lines may hold the title where the source has none beside them. */
    private static final int HEAD = 5;

    /** By these words a notice takes back another. */
    private static final List<String> WITHDRAWS = List.of("撤销", "撤回", "终止", "中止", "废止", "取消", "作废", "失效", "停止");

    private static final List<String> DECIDES = List.of("决定", "予以", "现对", "现将", "同意");

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

    /** 征地补偿安置公告, 拟征收土地补偿安置方案公告: by the words right before the last that say what is announced. */
    private static boolean compensation(String head) {
        boolean announces = head.contains("公告") || head.contains("公示") || head.contains("通告");
        boolean whole =
                head.contains("补偿安置") || head.contains("安置补偿") || head.contains("征地补偿方案") || head.contains("征收补偿方案");
        return announces && whole && !head.contains("预公告") && !head.contains("启动公告");
    }

    /** The words by which a notice takes back an earlier one, in its title, or where the title says nothing in a sentence; or null. */
    static @Nullable Span withdrawn(NoticeText text, List<Scanned> sentences) {
        String title = text.title();
        Scanned first = sentences.isEmpty() ? null : sentences.get(0);
        if (first != null && (takesBack(first.sentence().plain()) || title != null && takesBack(title))) {
            return first.sentence().whole();
        }
        if (title != null && stage(title) != null
                || first != null && title == null && stage(first.sentence().plain()) != null) {
            return null;
        }
        return sentences.stream()
                .filter(each -> takesBack(each.sentence().plain())
                        && DECIDES.stream().anyMatch(each.sentence().plain()::contains))
                .map(each -> each.sentence().whole())
                .findFirst()
                .orElse(null);
    }

    /** Whether a word for taking back stands beside one for a notice on taking land. */
    private static boolean takesBack(String words) {
        return words.contains("公告") && words.contains("征") && WITHDRAWS.stream().anyMatch(words::contains);
    }

    private static RequisitionStage.@Nullable Step stage(String head) {
        if (compensation(head)) {
            return RequisitionStage.Step.COMPENSATION_NOTICE;
        }
        if (head.contains("征")
                && (head.contains("预公告") || head.contains("启动公告") || head.contains("拟征") && head.endsWith("公告"))) {
            return RequisitionStage.Step.PRE_ANNOUNCEMENT;
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
