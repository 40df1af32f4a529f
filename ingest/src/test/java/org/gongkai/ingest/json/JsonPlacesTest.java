package org.gongkai.ingest.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.gongkai.ingest.mapping.LabelAliases;
import org.junit.jupiter.api.Test;

class JsonPlacesTest {

    private static final JsonLabels LABELS = new JsonLabels(LabelAliases.standard());

    private static Set<String> places(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            return Set.copyOf(new JsonPlaces(LABELS::knows, true).find(parser).told());
        }
    }

    private static JsonLeaves.Flat flat(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            return new JsonLeaves(LABELS, 100, new JsonFactory()).read(parser, parser.nextToken());
        }
    }

    @Test
    void anObjectWithTwoKnownLabelsIsTheRecordItself() throws IOException {
        assertEquals(Set.of(""), places("{\"标题\":\"a\",\"发文字号\":\"b\"}"));
    }

    @Test
    void listsOfSuchObjectsAreFoundInsideAnEnvelope() throws IOException {
        assertEquals(Set.of("/data/rows"), places("{\"data\":{\"total\":1,\"rows\":[{\"标题\":\"a\",\"发文字号\":\"b\"}]}}"));
    }

    @Test
    void listsInsideARecordBelongToIt() throws IOException {
        assertEquals(
                Set.of("/rows"),
                places("{\"rows\":[{\"标题\":\"a\",\"发文字号\":\"b\",\"more\":[{\"标题\":\"c\",\"发文字号\":\"d\"}]}]}"));
    }

    @Test
    void aRecordMayStandOneDeeperInItsItem() throws IOException {
        assertEquals(
                Set.of("/hits/hits"),
                places("{\"hits\":{\"hits\":[{\"_id\":\"1\",\"_source\":{\"标题\":\"a\",\"发文字号\":\"b\"}}]}}"));
    }

    @Test
    void objectsOfOneMakeUnderTheirIdsAreRecordsAndPartsOfOneAreNot() throws IOException {
        assertEquals(
                Set.of("/data"),
                places("{\"data\":{\"7\":{\"标题\":\"a\",\"发文字号\":\"b\"},\"8\":{\"标题\":\"c\",\"发文字号\":\"d\"}}}"));
        assertEquals(Set.of(""), places("{\"a\":{\"标题\":\"a\",\"发文字号\":\"b\"},\"b\":{\"成文日期\":\"c\",\"发布日期\":\"d\"}}"));
    }

    @Test
    void valuesAreNamedByTheirPath() throws IOException {
        assertEquals(
                List.of("a.b", "c", "d.1.e"),
                flat("{\"a\":{\"b\":1},\"c\":[\"x\",\"y\"],\"d\":[{\"e\":2}]}").leaves().stream()
                        .map(JsonLeaves.Leaf::path)
                        .toList());
    }

    @Test
    void theKindOfACanonicalRecordIsToldAndNoOther() throws IOException {
        assertEquals("document", flat("{\"kind\":\"document\"}").kind());
        assertNull(flat("{\"kind\":\"某类\"}").kind());
    }
}
