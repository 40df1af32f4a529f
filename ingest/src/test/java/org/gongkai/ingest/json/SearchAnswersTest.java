package org.gongkai.ingest.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.FieldFate;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.Taken;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.mapping.MappingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of search interfaces: known families by their names, others by the look of their values. */
class SearchAnswersTest {

    private static final String TITLE = "沂川市民政局关于印发救助办法的通知";

    @TempDir
    private Path folder;

    private Taken read(String json) {
        return Taken.from(folder, "answer.json", json);
    }

    private static String entry(Taken taken, String label) {
        return Stream.concat(taken.records.stream().flatMap(each -> each.ledger().stream()), taken.nobodys.stream())
                .filter(each -> label.equals(each.location().label()) && each.fate() != FieldFate.DEFAULTED)
                .map(each -> each.fate() + " " + each.target() + " " + each.reasons())
                .findFirst()
                .orElseThrow();
    }

    static Stream<String> families() {
        return Stream.of(
                // gov.cn: ptime is the date of writing, theme is true or false
                "{'searchVO':{'totalCount':1,'catMap':{'gongwen':{'listVO':[{'title':'T','pcode':'N','pubtimeStr':'2023.05.06','pubtime':1683331200000,"
                        + "'puborg':'沂川市民政局','ptime':1683129600000,'url':'http://x.cn/1','theme':false}]}}}}",
                // TRS: pubdate is the date of writing here
                "{'count':1,'datas':[{'doctitle':'T','_doctitle':'T','fileno':'N','docreltime':'2023.05.06 10:00:00','pubdate':'2023.05.04 00:00:00',"
                        + "'chnldocurl':'http://x.cn/1','puborg':'沂川市民政局','siteid':51}]}",
                // and the date of publication there
                "{'page':{'content':[{'DOCTITLE':'T','FileName':'T','fileNum':'N','PUBDATE':'2023-05-06T08:41:00.000Z','CWRQ':'2023-05-04',"
                        + "'DOCPUBURL':'http://x.cn/1','IdxID':'','publisher':'沂川市民政局','CateGory':'1'}],'total':'9'}}",
                "{'classify':{'id':5},'articles':[{'title':'T','document_number':'N','identifier':'','publisher':'沂川市民政局','date':1683129600,"
                        + "'created_at':'2023-05-06 09:00:00','display_publish_time':0,'url':'http://x.cn/2','post_url':'http://x.cn/1','category':505}]}",
                "{'total':1,'dataResults':[{'pkValue':'a_1','docId':0,'score':4.5,'data':{'title':'T','filenumber':'N','fbjg':'沂川市民政局',"
                        + "'xxgkindexcode':'','deploytime':'1683331200000','compaltedate':'1683129600000','url':'http://x.cn/1'}}]}",
                "{'results':{'code':200,'data':{'total':1,'results':[{'title':'T','titleHtml':'<em>T</em>','url':'http://x.cn/1','publishedTime':7,"
                        + "'publishedTimeStr':'2023-05-06 10:00:00','domainMetaList':[{'resultList':[{'name':'甲','value':'N','key':'writtentext'},"
                        + "{'name':'乙','value':'2023-05-04','key':'writtendate'},{'name':'丙','value':'沂川市民政局','key':'writtendepartment'}]}]}]}}}");
    }

    @ParameterizedTest
    @MethodSource("families")
    void aRowOfAKnownFamilyIsReadByWhatItsNamesMeanThere(String answer) {
        Taken taken = read(answer.replace('\'', '"')
                .replace("\"T\"", '"' + TITLE + '"')
                .replace("<em>T</em>", TITLE)
                .replace("\"N\"", "\"沂民规〔2023〕1号\""));
        OfficialDocument document = (OfficialDocument) taken.only().record();
        assertEquals(TITLE, document.title());
        assertEquals("沂民规〔2023〕1号", String.valueOf(document.documentNumber()));
        assertEquals(LocalDate.of(2023, 5, 4), document.writtenOn());
        assertEquals(LocalDate.of(2023, 5, 6), document.publishedOn());
        assertEquals("沂川市民政局", document.issuers().get(0).text());
        assertEquals("http://x.cn/1", document.sourceUrl());
        assertNull(document.theme());
        assertNull(document.fileType());
        assertEquals(List.of("source.json.envelope"), taken.rules());
    }

    @Test
    void whatAnAnswerSaysOfItselfIsToldToBeItsOwn() {
        Taken taken = read(
                "{\"took\":12,\"_shards\":{\"total\":5,\"failed\":[]},\"hits\":{\"max_score\":3.2,\"hits\":[{\"_index\":\"doc\",\"_score\":3.2,"
                        + "\"_source\":{\"标题\":\"" + TITLE
                        + "\",\"发文字号\":\"沂民规〔2023〕1号\"},\"highlight\":{\"标题\":[\"救助\"]}}]}}");
        for (String each : List.of("took", "_shards", "hits.max_score", "_index", "_score", "highlight.标题")) {
            assertEquals("IGNORED null [envelope]", entry(taken, each), each);
        }
        assertEquals(TITLE, taken.document().title());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code':0,'msg':'ok','data':{'pager':{'total':2},'rows':[ROWS]}}",
                "[ROWS]",
                "{'hits':{'hits':[{'_source':A},{'_source':B}]}}",
            })
    void anUnknownAnswerIsReadByTheLookOfItsValuesAndToldToBe(String answer) {
        String first = "{'f1':'" + TITLE + "','f2':'沂民规〔2023〕1号','f3':'2023-05-06','f4':'http://x.cn/1'}";
        String second = first.replace("救助", "救灾").replace("1号", "2号").replace("/1", "/2");
        Taken taken = read(answer.replace("ROWS", first + ',' + second)
                .replace(":A", ':' + first)
                .replace(":B", ':' + second)
                .replace('\'', '"'));
        assertEquals(2, taken.records.size());
        assertEquals(TITLE, taken.document(0).title());
        assertEquals("沂民规〔2023〕1号", String.valueOf(taken.document(0).documentNumber()));
        // One date: which of a document's dates it is, nobody can see.
        assertNull(taken.document(0).writtenOn());
        assertNull(taken.document(0).publishedOn());
        assertTrue(taken.rules().contains("source.json.byValues"), taken.rules().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code':200,'menus':[{'n':'政务公开','u':'http://x.cn/1'},{'n':'公示公告','u':'http://x.cn/2'}]}",
                "{'code':200,'users':[{'n':'王芳','u':'2023-01-02'}]}",
                "{'rows':[{'a':'沂川市民政局关于印发救助办法的通知','b':'沂川市民政局关于印发救灾办法的通知'}]}",
            })
    void aListOfOtherThingsIsNoListOfDocuments(String answer) {
        Taken taken = read(answer.replace('\'', '"'));
        assertEquals(List.of(), taken.records);
        assertEquals(1, taken.rejections.size());
    }

    @Test
    void theMappingOfASiteComesBeforeTheFamily() throws MappingException {
        String row = "{\"datas\":[{\"doctitle\":\"" + TITLE
                + "\",\"docreltime\":\"2023.05.06\",\"pubdate\":\"2023.05.04\",\"chnldocurl\":\"http://x.cn/1\"}]}";
        Mapping mapping = Mapping.parse("a.yaml", "labels:\n  pubdate: publishedOn\n  docreltime: writtenOn\n");
        Taken taken = Taken.from(
                LegacyReader.standard().withMapping(mapping),
                Taken.write(folder, "a.json", row.getBytes(StandardCharsets.UTF_8)));
        assertEquals(LocalDate.of(2023, 5, 4), taken.document().publishedOn());
    }
}
