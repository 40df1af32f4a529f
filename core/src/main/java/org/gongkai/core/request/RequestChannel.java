package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonCreator;
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

    /** The channels. */
    public enum Channel implements ListedTerm.Entry {
        /** Handed in at the office: received on that day. */
        IN_PERSON("当面", "当面提交", "现场", "现场提交", "窗口"),
        /** Post with signature: received on the day of signing. */
        SIGNED_MAIL("邮寄(签收)", "邮寄", "挂号信", "邮政特快专递", "EMS"),
        /** An ordinary letter: received on the day that was confirmed with the applicant. */
        ORDINARY_MAIL("平常信函", "信函", "平信"),
        /** The internet: received on the day that both sides confirm. */
        INTERNET("互联网", "网络", "网上申请", "网站", "在线申请", "电子邮件"),
        /** Fax to the office: received on the day that both sides confirm. */
        FAX("传真"),
        /** Spoken at the office and written down by it (art. 29): received on that day. */
        WRITTEN_DOWN("口头代填", "口头");

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
        super(text, LIST);
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
