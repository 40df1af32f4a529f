package org.gongkai.export.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tree over the lines of records. The roots were computed by the recursive definition of RFC 9162, in another language. */
class RecordTreeTest {

    @ParameterizedTest
    @CsvSource({
        "'',e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "a,022a6979e6dab7aa5ae4c3e5e45f7e977112a7e63593820dbec1ec738a24f93c",
        "ab,b137985ff484fb600db93107c77b0365c80d78f5b429ded0fd97361d077999eb",
        "abc,36642e73c2540ab121e3a6bf9545b0a24982cd830eb13d3cd19de3ce6c021ec1",
        "abcd,33376a3bd63e9993708a84ddfe6c28ae58b83505dd1fed711bd924ec5a6239f0",
        "abcde,fe14a5426fbd70c0fa73f52342afed0da0bd23c4838662ccf6b88a3070ead97b"
    })
    void theRootIsThatOfTheStandard(String lines, String root) {
        RecordTree tree = new RecordTree();
        lines.chars().forEach(each -> tree.add(new byte[] {(byte) each}));
        assertEquals(root, tree.root());
    }

    @Property(tries = 300)
    void theWayLeadsFromEachLineToTheRootAndFromNoOtherPlace(
            @ForAll @IntRange(min = 1, max = 70) int lines, @ForAll @IntRange(max = 69) int drawn) {
        int proven = drawn % lines;
        RecordTree tree = new RecordTree();
        for (int i = 0; i < lines; i++) {
            if (i == proven) {
                tree.addProven(line(i));
            } else {
                tree.add(line(i));
            }
        }
        String root = tree.root();
        List<String> path = tree.path();
        assertEquals(root, RecordTree.root(line(proven), proven, lines, path));
        assertNotEquals(root, RecordTree.root(line(proven + 1), proven, lines, path));
        for (int other = 0; other < lines; other++) {
            if (other != proven) {
                assertNotEquals(root, RecordTree.root(line(proven), other, lines, path), "place " + other);
            }
        }
        List<String> longer = new ArrayList<>(path);
        longer.add("ab".repeat(32));
        assertNotEquals(root, RecordTree.root(line(proven), proven, lines, longer));
        if (!path.isEmpty()) {
            assertNotEquals(root, RecordTree.root(line(proven), proven, lines, path.subList(1, path.size())));
        }
    }

    @Test
    void aNodeDoesNotPassForALine() {
        RecordTree two = new RecordTree();
        two.add(line(0));
        two.addProven(line(1));
        String root = two.root();
        byte[] leaves = HexFormat.of()
                .parseHex("01".repeat(1) + "ab".repeat(32) + two.path().get(0));
        assertNotEquals(root, RecordTree.root(leaves, 0, 1, List.of()));
        assertNull(RecordTree.root(line(0), 2, 2, two.path()));
        assertNull(RecordTree.root(line(0), -1, 2, two.path()));
    }

    private static byte[] line(int number) {
        return ("{\"line\":" + number + "}").getBytes(StandardCharsets.UTF_8);
    }
}
