package org.gongkai.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gongkai.core.request.RequestChannel.Channel;
import org.gongkai.core.request.RequestOutcome.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualifiedTermTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "不予公开（第三方权益）,THIRD_PARTY_RIGHTS",
                "不予公开-个人隐私,THIRD_PARTY_RIGHTS",
                "不予公开——商业秘密、个人隐私,THIRD_PARTY_RIGHTS",
                "不予公开【过程性信息】,PROCESS_INFORMATION",
                "不予公开：国家秘密,STATE_SECRET",
                "部分公开（涉及隐私的内容除外）,PARTLY_GRANTED",
                "部分公开（国家秘密、个人隐私）,PARTLY_GRANTED",
                "已答复（予以公开）,GRANTED",
                "已办结-信息不存在,NOT_EXISTING",
                "2.部分公开,PARTLY_GRANTED",
                "（一）予以公开,GRANTED",
                "予以公开（纸质复印件）,GRANTED",
                "予以公开/已主动公开,ALREADY_PUBLIC",
                "无法提供（信息不存在）,NOT_EXISTING",
                "无法提供-非本机关,OTHER_BODY",
                "不予处理｜重复申请,REPEATED",
                "其他处理（逾期不补正）,NO_CORRECTION",
                "其他(申请人主动撤回),OTHER"
            })
    void anOutcomeIsReadWithWhatItIsMoreClosely(String text, Outcome outcome) {
        assertEquals(outcome, new RequestOutcome(text).outcome());
        assertEquals(text, new RequestOutcome(text).text());
    }

    /** Better unread and told than read wrongly. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "不予公开",
                "不予公开（国家秘密、个人隐私）",
                "予以公开（部分）",
                "予以公开（个人隐私部分不予公开）",
                "予以公开（办理中）",
                "信息不存在（重复申请）",
                "依规答复",
                "（）",
                "-",
                ""
            })
    void anOutcomeThatSaysSeveralThingsOrNoneIsNotRead(String text) {
        assertNull(new RequestOutcome(text).outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "网上,INTERNET",
        "网络,INTERNET",
        "电子邮件,INTERNET",
        "网络（门户网站）,INTERNET",
        "线上-政务服务网,INTERNET",
        "当面,IN_PERSON",
        "现场,IN_PERSON",
        "线下/窗口,IN_PERSON",
        "邮寄（EMS）,SIGNED_MAIL",
        "邮寄（平信）,ORDINARY_MAIL",
        "信函-挂号信,SIGNED_MAIL",
        "2.传真,FAX",
        "口头（代填）,WRITTEN_DOWN"
    })
    void aChannelIsReadWithWhatItIsMoreClosely(String text, Channel channel) {
        assertEquals(channel, new RequestChannel(text).channel());
    }

    @ParameterizedTest
    @ValueSource(strings = {"当面/邮寄", "书面", "线下", "电话", "当面（后改为邮寄）"})
    void aChannelThatSaysSeveralOrNoneIsNotRead(String text) {
        assertNull(new RequestChannel(text).channel());
    }

    @Property
    void whateverIsWrittenBehindAnotherOutcomeNeverMakesItAThird(@ForAll Outcome one, @ForAll Outcome other) {
        Outcome read = new RequestOutcome(one.label() + "（" + other.label() + "）").outcome();
        assertEquals(true, read == null || read == one || read == other);
    }
}
