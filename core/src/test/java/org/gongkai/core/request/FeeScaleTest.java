package org.gongkai.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.core.request.FeeMethod.Method;
import org.gongkai.core.text.Csv;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FeeScaleTest {

    private final FeeScale scale = FeeScale.standard();

    @TestFactory
    Stream<DynamicTest> onlyThePartInsideATierBearsItsRate() throws IOException {
        List<Csv.Row> rows = Csv.read(
                new InputStreamReader(
                        Objects.requireNonNull(FeeScaleTest.class.getResourceAsStream("fee-vectors.csv")),
                        StandardCharsets.UTF_8),
                "fee-vectors.csv",
                List.of());
        return rows.stream()
                .filter(each -> each.text("expected_yuan") != null)
                .map(each -> DynamicTest.dynamicTest(
                        each.text("id"),
                        () -> assertEquals(
                                0,
                                new BigDecimal(each.required("expected_yuan"))
                                        .compareTo(scale.fee(
                                                each.requiredOneOf(Method.class, "method"),
                                                Integer.parseInt(each.required("count")))))));
    }

    @Test
    void bothMethodsAtOnceAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> scale.fee(Method.BOTH, 31));
        assertThrows(IllegalArgumentException.class, () -> scale.fee(Method.BY_PIECE, -1));
        assertTrue(scale.fee(Method.BY_PIECE, 1_000_000).signum() > 0);
    }

    @Property
    void oneMoreNeverCostsLess(@ForAll @IntRange(max = 999_999) int count) {
        for (Method each : List.of(Method.BY_PIECE, Method.BY_VOLUME)) {
            assertTrue(scale.fee(each, count + 1).compareTo(scale.fee(each, count)) >= 0);
        }
    }
}
