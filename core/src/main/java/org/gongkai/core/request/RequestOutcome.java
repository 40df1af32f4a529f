package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * How an application ended (答复类型): a closed list of 25, each with its article and its row of table 3 of the annual report.
 *
 * <p>Any text is kept; {@link #outcome()} is null when the text is not on the list. Source: Regulation on the Disclosure of Government Information (政府信息公开条例), arts. 30 to 42; the rows from the labels of the form, 国办公开办函〔2021〕30号.
 */
public final class RequestOutcome extends ListedTerm<RequestOutcome.Outcome> {

    private static final Map<String, Outcome> LIST = entries(Outcome.values());

    /** What a register says of several outcomes at once; which it was it says behind, as in 不予公开（个人隐私）. */
    private static final QualifiedTerm<Outcome> TERMS = new QualifiedTerm<>(
            LIST,
            EnumSet.of(Outcome.GRANTED, Outcome.ALREADY_PUBLIC),
            Stream.of(
                            group("三", "已答复", "答复", "已办结", "办结", "办理完毕"),
                            group("三(一)", "予以公开", "公开", "同意公开", "予以提供"),
                            group("三(三)", "不予公开", "不公开", "拒绝公开", "不予提供", "不同意公开"),
                            group("三(四)", "无法提供", "无法公开", "不能提供"),
                            group("三(五)", "不予处理", "不予受理", "不作处理"),
                            group("三(六)", "其他", "其他处理"))
                    .flatMap(each -> each)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
            Map.of(Outcome.PARTLY_GRANTED, QualifiedTerm.those(Outcome.class, Outcome::refusal)));

    private static Stream<Map.Entry<String, Set<Outcome>>> group(String rows, String... words) {
        Set<Outcome> outcomes = QualifiedTerm.those(
                Outcome.class, each -> each.row() != null && each.row().startsWith(rows));
        return Arrays.stream(words).map(each -> Map.entry(each, outcomes));
    }

    /** The outcomes. */
    public enum Outcome implements ListedTerm.Entry {
        /** The information is public already; the answer tells the way and the place. */
        ALREADY_PUBLIC(
                "已主动公开",
                "三(一)",
                "36(一)",
                "已经主动公开",
                "主动公开",
                "已公开",
                "已主动公开信息",
                "属于主动公开",
                "告知已主动公开",
                "已主动公开告知",
                "属主动公开信息",
                "告知获取方式途径",
                "告知获取途径"),
        /** Granted. */
        GRANTED("予以公开", "三(一)", "36(二)", "同意公开", "公开", "准予公开", "全部公开", "同意公开信息", "提供信息", "予以提供", "已提供", "可以公开"),
        /** Granted in part; counted as this alone. */
        PARTLY_GRANTED("部分公开", "三(二)", "37", "予以部分公开", "部分予以公开", "同意部分公开", "区分处理", "部分提供"),
        /** Refused: a state secret. */
        STATE_SECRET("国家秘密", "三(三)1", "14", "属于国家秘密", "涉密", "涉及国家秘密", "属国家秘密"),
        /** Refused: another law forbids it. */
        FORBIDDEN_BY_LAW("其他法律行政法规禁止公开", "三(三)2", "14", "法律、行政法规禁止公开", "法律行政法规禁止公开", "其他法律、行政法规禁止公开"),
        /** Refused: it would endanger security and stability. */
        SECURITY_AND_STABILITY("三安全一稳定", "三(三)3", "14", "危及“三安全一稳定”", "危及三安全一稳定", "影响三安全一稳定"),
        /** Refused: business secrets or privacy of a third party. */
        THIRD_PARTY_RIGHTS(
                "保护第三方合法权益",
                "三(三)4",
                "15, 32",
                "商业秘密、个人隐私",
                "第三方权益",
                "第三方合法权益",
                "涉及第三方合法权益",
                "侵害第三方合法权益",
                "损害第三方合法权益",
                "商业秘密",
                "个人隐私",
                "涉及商业秘密",
                "涉及个人隐私",
                "涉及商业秘密、个人隐私",
                "商业秘密或个人隐私",
                "第三方不同意",
                "第三方不同意公开",
                "涉及第三方权益"),
        /** Refused: internal affairs. */
        INTERNAL_AFFAIRS("三类内部事务信息", "三(三)5", "16", "属于三类内部事务信息", "内部事务信息", "内部事务", "内部管理信息", "属内部事务信息", "属于内部事务信息"),
        /** Refused: information of a process. */
        PROCESS_INFORMATION("四类过程性信息", "三(三)6", "16", "属于四类过程性信息", "过程性信息", "过程信息", "属过程性信息", "属于过程性信息"),
        /** Refused: the file of an enforcement case. */
        ENFORCEMENT_FILE("行政执法案卷", "三(三)7", "16", "属于行政执法案卷", "行政执法案卷信息", "执法案卷", "执法案卷信息", "属于行政执法案卷信息"),
        /** Refused: another procedure of enquiry is prescribed. */
        ADMINISTRATIVE_ENQUIRY("行政查询事项", "三(三)8", "36(七)", "属于行政查询事项", "行政查询", "属行政查询事项", "行政查询类"),
        /** There is no such information. */
        NOT_EXISTING("信息不存在", "三(四)1", "36(四)", "政府信息不存在", "不存在", "本机关不掌握相关政府信息", "本机关不掌握", "未制作或获取", "未制作未保存", "无此信息"),
        /** Another body answers for it. */
        OTHER_BODY(
                "不属本机关负责",
                "三(四)1",
                "36(五)",
                "不属于本机关公开",
                "非本机关",
                "不属于本机关",
                "不属于本机关负责",
                "不属本机关公开",
                "不属于本机关职责",
                "不属于本机关职权范围",
                "非本机关职责",
                "非本机关负责公开",
                "不属于本机关负责公开"),
        /** It would have to be made. */
        NEEDS_MAKING(
                "没有现成信息需要另行制作",
                "三(四)2",
                "38",
                "需加工、分析",
                "没有现成信息",
                "需要另行制作",
                "需另行制作",
                "没有现成信息，需另行制作",
                "需加工分析",
                "需要加工、分析",
                "需加工"),
        /** Unclear after the correction, too. */
        STILL_UNCLEAR("补正后申请内容仍不明确", "三(四)3", "30", "补正后仍不明确", "补正后仍不明", "补正后不明确", "申请内容仍不明确", "补正后内容仍不明确"),
        /** Not handled: a petition or complaint. */
        PETITION_OR_COMPLAINT(
                "信访举报投诉类申请",
                "三(五)1",
                "39",
                "信访举报投诉类",
                "信访、投诉、举报",
                "信访",
                "投诉",
                "举报",
                "信访投诉举报",
                "信访投诉",
                "信访事项",
                "投诉举报",
                "信访类",
                "信访、举报、投诉类",
                "信访投诉举报类"),
        /** Not handled: applied for and answered before. */
        REPEATED("重复申请", "三(五)2", "36(六)", "重复", "重复申请不予处理"),
        /** Not handled: it asks for publications. */
        PUBLICATION("要求提供公开出版物", "三(五)3", "39", "公开出版物", "提供公开出版物", "出版物"),
        /** Not handled: very many applications without good reason. */
        MASS_REQUESTS("无正当理由大量反复申请", "三(五)4", "35", "大量反复申请", "大量、反复申请", "无正当理由大量、反复申请"),
        /** Not handled: it asks to confirm or reissue what the applicant has. */
        CONFIRM_OR_REISSUE("要求行政机关确认或重新出具已获取信息", "三(五)5", null, "要求确认、重新出具", "确认或重新出具", "要求确认或重新出具", "重新出具已获取信息"),
        /** Given up: not corrected in time without good reason. */
        NO_CORRECTION("逾期不补正", "三(六)1", "30", "逾期未补正", "申请人无正当理由逾期不补正", "逾期不补正视为放弃"),
        /** Given up: the fee was not paid in time. */
        NO_FEE("逾期未缴费", "三(六)2", "42", "逾期不缴费", "申请人逾期未按收费通知要求缴纳费用", "未按期缴费"),
        /** It ended otherwise, as by withdrawal. */
        OTHER(
                "其他", "三(六)3", null, "撤回申请", "申请人撤回", "撤回", "撤销申请", "申请人撤销", "自愿撤回", "主动撤回", "申请人主动撤回", "申请人撤回申请",
                "申请人放弃"),
        /** The applicant asked to correct information on himself: no application for information. */
        CORRECTED_RECORD("更正自身信息", null, "41", "更正信息"),
        /** Not answered yet. */
        PENDING("办理中", "四", null, "正在办理", "未办结", "待办", "未答复", "待答复", "在办", "正在办理中", "受理中", "尚未答复", "处理中");

        private final String label;
        private final @Nullable String row;
        private final @Nullable String article;
        private final List<String> synonyms;

        Outcome(String label, @Nullable String row, @Nullable String article, String... synonyms) {
            this.label = label;
            this.row = row;
            this.article = article;
            this.synonyms = List.of(synonyms);
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public List<String> synonyms() {
            return synonyms;
        }

        /**
         * The row of table 3 of the annual report in which such an application is counted.
         *
         * @return the code of the row, or null for what is no application for information
         */
        public @Nullable String row() {
            return row;
        }

        /**
         * The article of the Regulation that the outcome rests on.
         *
         * @return the number of the article, or null when none is known
         */
        public @Nullable String article() {
            return article;
        }

        /**
         * Whether disclosure is refused (不予公开), the rows under 三(三).
         *
         * @return true for a refusal
         */
        public boolean refusal() {
            return row != null && row.startsWith("三(三)");
        }

        /**
         * Whether the answer must give a reason: refusals (art. 36(三)) but for a prescribed enquiry, which names its procedure, and
         * partial grants (art. 37).
         *
         * @return true when it must
         */
        public boolean needsReason() {
            return this == PARTLY_GRANTED || refusal() && this != ADMINISTRATIVE_ENQUIRY;
        }

        /**
         * Whether an answer to the applicant ends it: not so while it is pending, nor when it was given up.
         *
         * @return true when there must be a day of the answer
         */
        public boolean answered() {
            return this != PENDING && this != NO_CORRECTION && this != NO_FEE && this != OTHER;
        }
    }

    /**
     * Creates a term from any text.
     *
     * @param text any text, not null
     * @throws NullPointerException when {@code text} is null
     */
    public RequestOutcome(String text) {
        super(text, TERMS.of(text));
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RequestOutcome parse(String text) {
        return new RequestOutcome(text);
    }

    /**
     * The listed term.
     *
     * @param outcome the entry of the list
     * @return the term with its Chinese label
     */
    public static RequestOutcome of(Outcome outcome) {
        return new RequestOutcome(outcome.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Outcome outcome() {
        return entry();
    }
}
