package org.gongkai.export.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MaskedTextTest {

    private static String masked(String text, Charset charset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MaskedText copy = new MaskedText(out);
        byte[] bytes = text.getBytes(charset);
        copy.write(bytes, bytes.length);
        copy.end();
        return out.toString(charset);
    }

    private static String masked(String text) throws IOException {
        return masked(text, StandardCharsets.UTF_8);
    }

    @Test
    void namesBelowALabelOfNamesAreHiddenAlsoShortOnes() throws IOException {
        assertEquals("序号,户主姓名,单位\n1,周*,单位\n2,孙**,任务\n", masked("序号,户主姓名,单位\n1,周远,单位\n2,孙立群,任务\n"));
        assertEquals("\"被征收人\"\t\"地类\"\n\"周*\"\t\"耕地\"\n", masked("\"被征收人\"\t\"地类\"\n\"周远\"\t\"耕地\"\n"));
        assertEquals("姓名;1\n周*;2\n", masked("姓名;1\n周远;2\n", Charset.forName("GB18030")));
    }

    @Test
    void aRowWithoutLabelsShowsNoCellThatIsAName() throws IOException {
        assertEquals("周**,20240105,供热规划\n", masked("周文远,20240105,供热规划\n"));
    }

    @Test
    void aNameThatWasFoundIsHiddenWhereverItStandsFromThereOn() throws IOException {
        assertEquals(
                "{\"sqr\":\"周**\",\"nr\":\"**申请公开供热规划\"}\n{\"nr\":\"同上，**\"}\n",
                masked("{\"sqr\":\"周文远\",\"nr\":\"周文远申请公开供热规划\"}\n{\"nr\":\"同上，周文远\"}\n"));
    }

    @Test
    void whatIsNoNameStaysAsItStood() throws IOException {
        for (String each : new String[] {"单位,文号\n任务,方案\n", "<p>周文远</p>\n", "姓名\n未填\n", "姓名,文号\n无,一号\n"}) {
            assertEquals(each, masked(each));
        }
    }
}
