package org.gongkai.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what a program answers: a list of findings, or an object that holds one under {@code findings}. */
final class Answers {

    private static final int SHOWN = 200;

    private final JsonMapper mapper = Json.mapper();

    List<JudgedFinding> read(String answer) throws IOException {
        try {
            JsonNode tree = mapper.readTree(answer);
            JsonNode list = tree.isArray() ? tree : tree.path("findings");
            if (!list.isArray()) {
                throw new IOException("the answer is no list of findings: " + shown(answer));
            }
            List<JudgedFinding> findings = new ArrayList<>();
            for (JsonNode each : list) {
                findings.add(mapper.treeToValue(each, JudgedFinding.class));
            }
            return findings;
        } catch (JsonProcessingException malformed) {
            throw new IOException("the answer is no JSON of findings: " + shown(answer), malformed);
        }
    }

    /** The start of an answer, in one line. */
    static String shown(String answer) {
        String start = answer.length() > SHOWN ? answer.substring(0, SHOWN) + "…" : answer;
        return start.replaceAll("\\p{Cntrl}", " ");
    }
}
