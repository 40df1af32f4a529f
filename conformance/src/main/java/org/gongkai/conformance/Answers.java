package org.gongkai.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a program answers: a list of findings, or an object that holds one under {@code findings}. */
final class Answers {

    private static final int SHOWN = 200;

    private final JsonMapper mapper = Json.mapper();

    List<JudgedFinding> read(String answer) throws JudgeException {
        try {
            JsonNode tree = mapper.readTree(answer);
            JsonNode list = tree.isArray() ? tree : tree.path("findings");
            if (!list.isArray()) {
                throw unfit("答复不是问题列表：", "the answer is no list of findings: ", answer, null);
            }
            List<JudgedFinding> findings = new ArrayList<>();
            for (JsonNode each : list) {
                if (!each.isObject()) {
                    throw unfit("答复中有一项不是问题：", "the answer lists something that is no finding: ", answer, null);
                }
                findings.add(mapper.treeToValue(each, JudgedFinding.class));
            }
            return findings;
        } catch (JsonProcessingException malformed) {
            throw unfit("答复不是问题的 JSON：", "the answer is no JSON of findings: ", answer, malformed);
        }
    }

    private static JudgeException unfit(String zh, String en, String answer, @Nullable Throwable cause) {
        boolean empty = answer.isBlank();
        return new JudgeException(
                JudgeException.Weight.ANSWERED,
                new JudgeFault(zh + (empty ? "空行" : shown(answer)), en + (empty ? "an empty line" : shown(answer))),
                cause);
    }

    /** The start of an answer, in one line. */
    static String shown(String answer) {
        String start = answer.length() > SHOWN ? answer.substring(0, SHOWN) + "…" : answer;
        return start.replaceAll("\\p{Cntrl}", " ");
    }
}
