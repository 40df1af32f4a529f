package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * How an application came (申请渠道), which decides its day of receipt.
 *
 * <p>Any text is kept; {@link #channel()} is null when the text is not on the list. Source: Regulation on the Disclosure of Government Information (政府信息公开条例), arts. 29 and 31.
 */
public final class RequestChannel extends ListedTerm<RequestChannel.Channel> {

    private static final Map<String, Channel> LIST = entries(Channel.values());

    /** 邮寄 is post with signature unless it is said to be an ordinary letter. */
    private static final QualifiedTerm<Channel> TERMS = new QualifiedTerm<>(
            LIST,
            EnumSet.noneOf(Channel.class),
            Map.of(
                    "邮寄", EnumSet.of(Channel.SIGNED_MAIL, Channel.ORDINARY_MAIL),
                    "信函", EnumSet.of(Channel.SIGNED_MAIL, Channel.ORDINARY_MAIL),
                    "书面", EnumSet.of(Channel.IN_PERSON, Channel.SIGNED_MAIL, Channel.ORDINARY_MAIL, Channel.FAX),
                    "线下", EnumSet.of(Channel.IN_PERSON, Channel.SIGNED_MAIL, Channel.ORDINARY_MAIL, Channel.FAX),
                    "线上", EnumSet.of(Channel.INTERNET)),
            Map.of());

    /** The channels. */
    public enum Channel implements ListedTerm.Entry {
        /** Handed in at the office: received on that day. */
        IN_PERSON(
                "当面", "当面提交", "现场", "现场提交", "窗口", "现场申请", "当面申请", "窗口提交", "窗口申请", "当场提交", "上门", "上门提交", "直接提交", "来访",
                "现场受理", "窗口受理", "当面递交", "现场递交", "现场办理", "自行提交", "面交", "当面受理"),
        /** Post with signature: received on the day of signing. */
        SIGNED_MAIL(
                "邮寄(签收)", "邮寄", "挂号信", "邮政特快专递", "EMS", "特快专递", "挂号", "挂号邮寄", "快递", "EMS快递", "邮政EMS", "邮政快递", "EMS邮寄",
                "邮寄申请", "快递邮寄", "邮寄挂号信", "邮政挂号信", "邮寄送达", "邮件签收"),
        /** An ordinary letter: received on the day that was confirmed with the applicant. */
        ORDINARY_MAIL("平常信函", "信函", "平信", "普通信函", "信件", "普通邮寄", "普通信件", "来信", "平邮", "信函申请", "信函邮寄", "平信邮寄"),
        /** The internet: received on the day that both sides confirm. */
        INTERNET(
                "互联网", "网络", "网上申请", "网站", "在线申请", "电子邮件", "网上", "线上", "在线", "网络申请", "网上提交", "网站申请", "线上申请", "在线提交",
                "网络提交", "网站提交", "互联网申请", "互联网渠道", "电子邮箱", "邮箱", "E-mail", "email", "Email", "网页", "门户网站", "政府网站",
                "政府门户网站", "网上平台", "网上依申请", "网络平台", "在线平台", "依申请公开平台", "依申请公开系统", "网上申请平台", "电邮", "电子邮件申请", "网站平台",
                "公众网络系统", "公众网络", "网络系统", "政务服务网", "微信公众号", "APP", "小程序"),
        /** Fax to the office: received on the day that both sides confirm. */
        FAX("传真", "传真申请", "传真件"),
        /** Spoken at the office and written down by it (art. 29): received on that day. */
        WRITTEN_DOWN("口头代填", "口头", "口头申请", "口述", "代填", "口头提出");

        private final String label;
        private final List<String> synonyms;

        Channel(String label, String... synonyms) {
            this.label = label;
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
         * Whether the day of receipt is one that both sides confirm (art. 31(二) and (三)).
         *
         * @return true for ordinary mail, internet and fax
         */
        public boolean needsConfirmation() {
            return this == ORDINARY_MAIL || this == INTERNET || this == FAX;
        }
    }

    /**
     * Creates a term from any text.
     *
     * @param text any text, not null
     * @throws NullPointerException when {@code text} is null
     */
    public RequestChannel(String text) {
        super(text, TERMS.of(text));
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RequestChannel parse(String text) {
        return new RequestChannel(text);
    }

    /**
     * The listed term.
     *
     * @param channel the entry of the list
     * @return the term with its Chinese label
     */
    public static RequestChannel of(Channel channel) {
        return new RequestChannel(channel.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Channel channel() {
        return entry();
    }
}
