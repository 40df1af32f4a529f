package org.gongkai.core.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * Where something is made public (公开渠道和载体).
 *
 * <p>Any text is kept; {@link #channel()} is null when the text is not on the list. Source: the form of 国办发〔2019〕54号 and published tables; the channels beyond the usual thirteen were seen in single tables.
 */
public final class DisclosureChannel extends ListedTerm<DisclosureChannel.Channel> {

    private static final Map<String, Channel> LIST = entries(Channel.values());

    /** The channels. */
    public enum Channel implements ListedTerm.Entry {
        /** A site of the government. */
        GOVERNMENT_SITE("政府网站", "政府门户网站", "门户网站", "官方网站", "网站"),
        /** The gazette. */
        GAZETTE("政府公报", "公报"),
        /** Accounts on platforms of others, and apps. */
        NEW_MEDIA("两微一端", "政务新媒体", "微信公众号", "政务微信", "政务微博"),
        /** A press conference or hearing. */
        CONFERENCE("发布会/听证会", "发布会", "听证会", "新闻发布会", "发布会听证会"),
        /** Radio and television. */
        BROADCAST("广播电视", "电视", "广播"),
        /** Newspapers. */
        PRINT("纸质媒体", "报刊", "报纸"),
        /** A place to read documents. */
        READING_PLACE("公开查阅点", "查阅点", "公共查阅点"),
        /** A centre of government services. */
        SERVICE_CENTRE("政务服务中心", "政务服务大厅", "政务大厅"),
        /** A station of services in a village or neighbourhood. */
        SERVICE_STATION("便民服务站", "便民服务中心", "便民惠民服务中心"),
        /** At the home, or on the spot. */
        ON_SITE("入户/现场", "入户现场", "入户", "现场"),
        /** A notice board of a community, unit or village. */
        NOTICE_BOARD(
                "社区/企事业单位/村公示栏(电子屏)",
                "社区/企事业单位/村公示栏",
                "社区/企事业单位、村公示栏(电子屏)",
                "社区/企事业单位/村公示栏/电子屏",
                "公示栏",
                "村公示栏",
                "村务公开栏",
                "单位/村委会公示栏"),
        /** Sent to those whom it concerns. */
        PUSHED("精准推送"),
        /** The hotline. */
        HOTLINE("12345政务服务热线", "12345热线", "12345政务服务便民热线"),
        /** The site of the department in charge. */
        DEPARTMENT_SITE("管理部门网站", "主管部门网站", "部门网站"),
        /** The platform of tenders. */
        BIDDING_PLATFORM("招标投标公共服务平台"),
        /** The platform of public resources. */
        TRADING_PLATFORM("公共资源交易平台"),
        /** The platform of approvals of projects. */
        PROJECT_PLATFORM("投资项目在线审批监管平台"),
        /** The site on credit. */
        CREDIT_SITE("信用中国网站", "信用中国"),
        /** The site of legal services. */
        LEGAL_SITE("法律服务网"),
        /** A meeting. */
        MEETING("会议"),
        /** Another, which the text names or not. */
        OTHER("其他", "其它");

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
    }

    /**
     * Creates a term from any text.
     *
     * @param text any text, not null
     * @throws NullPointerException when {@code text} is null
     */
    public DisclosureChannel(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DisclosureChannel parse(String text) {
        return new DisclosureChannel(text);
    }

    /**
     * The listed term.
     *
     * @param channel the entry of the list
     * @return the term with its Chinese label
     */
    public static DisclosureChannel of(Channel channel) {
        return new DisclosureChannel(channel.label());
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
