package org.gongkai.ingest.assistance;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** No cell of an assistance table makes the reading of amounts throw. */
class AmountTextFuzzTest {

    @FuzzTest(maxDuration = "5s")
    void anyTextIsReadAsAmountsOrNot(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        AmountText.nothing(text);
        AmountText.read(text);
        AmountText.unit(text);
    }
}
