package org.gongkai.ingest.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.kind.RecordJson;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/** The quick look at a record and the close one give the same account. */
class CanonicalRecordTest {

    private static final Location PLACE = Location.of("a.ndjson").atRow(1);

    private final CanonicalRecord canonical = new CanonicalRecord(new JsonFactory(), 60);

    /** The quick look answers as the close one does, and for a line that is as this library writes the record. */
    @Property
    void bothLooksAgree(@ForAll("lines") String line) {
        RawForm raw = new RawForm.Row("a.ndjson", 1, line);
        Mapped quick = plain(line);
        Mapped close = close(line, raw);
        if (quick != null) {
            assertEquals(close, quick, line);
            for (String pointer : List.of("", "/title", "/body/text", "/attachments/0/name", "/indexNumber")) {
                assertEquals(close.where(pointer), quick.where(pointer), line + pointer);
            }
        }
        RecordJson written = new RecordJson();
        boolean verbatim = close != null
                && close.problems().isEmpty()
                && written.write(close.record())
                && written.is(line.getBytes(StandardCharsets.UTF_8));
        assertEquals(verbatim, quick != null, line);
    }

    @Example
    void aRecordThatNeedsACloserLookGetsNone() {
        assertNotNull(plain("{\"kind\":\"document\",\"body\":{\"text\":\"正文\"}}"));
        assertNull(plain("{\"kind\":\"document\",\"body\":{\"text\":\"正文\",\"font\":\"仿宋\"}}"), "unknown inside");
        assertNull(plain("{\"kind\":\"document\",\"rate\":1.10}"), "unknown");
        assertNull(plain("{\"kind\":\"document\",\"writtenOn\":\"2023-02-30\"}"), "unfit");
        assertNull(plain("{\"kind\":\"document\"} 1"), "more than one value");
        assertNull(plain("{\"kind\":\"document\",\"title\":\"甲\",\"title\":\"乙\"}"), "twice");
        assertNull(plain("{\"kind\":\"document\",\"keywords\":[" + "\"a\",".repeat(70) + "\"b\"]}"), "too many");
    }

    @Example
    void innerPapersAreReadAndShownNowhere() {
        String line = "{\"kind\":\"interpretation\",\"title\":\"某办法解读\","
                + "\"plan\":{\"outline\":\"先说批示\",\"font\":\"批示用字\"},\"sync\":[{\"step\":\"同步批示\"}]}";
        for (String each : List.of(line, line.replace("plan", "pl\\u0061n").replace("sync", "s\\u0079nc"))) {
            assertNull(plain(each));
            Mapped read = Objects.requireNonNull(close(each, new RawForm.Row("a.ndjson", 1, each)));
            PolicyInterpretation interpretation = (PolicyInterpretation) read.record();
            assertEquals("先说批示", Objects.requireNonNull(interpretation.plan()).outline());
            assertEquals(1, interpretation.sync().size());
            assertFalse((read.ledger() + " " + read.problems() + ' ' + raw(read)).contains("批示"), read.toString());
        }
    }

    @Example
    void theNameOfAnApplicantStandsInNoTextOfTheRequest() {
        String line = "{\"kind\":\"request\",\"caseNumber\":\"7\",\"applicant\":{\"name\":\"钱多多\",\"type\":\"自然人\"},"
                + "\"description\":{\"title\":\"钱多多子女学籍\"},\"applicantType\":\"自然人\"}";
        Mapped read = Objects.requireNonNull(close(line, new RawForm.Row("a.ndjson", 1, line)));
        DisclosureRequest request = (DisclosureRequest) read.record();
        assertEquals("**子女学籍", Objects.requireNonNull(request.description()).title());
        assertEquals("自然人", String.valueOf(request.applicantType()));
        assertFalse((read.ledger() + " " + read.problems() + ' ' + raw(read)).contains("钱"), read.toString());
    }

    /** However the name is written, and the number of a paper with it; a word that only stands beside it is left. */
    @Example
    void whatAnApplicantGivesOfHimselfStandsInNoTextOfTheRequest() {
        String line =
                "{\"kind\":\"request\",\"caseNumber\":\"7\",\"applicant\":{\"name\":\"TOM SMITH\",\"type\":\"公民\",\"passport\":\"E12345678\"},"
                        + "\"purpose\":\"生产用水\",\"description\":{\"title\":\"Tom Smith（e12345678）生产用水\"},\"applicantType\":\"公民\"}";
        Mapped read = Objects.requireNonNull(close(line, new RawForm.Row("a.ndjson", 1, line)));
        DisclosureRequest request = (DisclosureRequest) read.record();
        assertEquals("**（**）生产用水", Objects.requireNonNull(request.description()).title());
        assertEquals("公民", String.valueOf(request.applicantType()));
        assertFalse((read.ledger() + " " + read.problems() + ' ' + raw(read)).contains("Smith"), read.toString());
    }

    @Example
    void aFaultInAnInnerPaperShowsNoValue() {
        List<SourceProblem> problems = new ArrayList<>();
        String line = "{\"kind\":\"interpretation\",\"plan\":{\"plannedOn\":\"下周庚\"}}";
        assertNull(close(line, new RawForm.Row("a.ndjson", 1, line), problems));
        assertEquals(List.of("***"), problems.stream().map(SourceProblem::value).toList());
    }

    private static String raw(Mapped read) {
        return ((RawForm.Row) read.raw()).text();
    }

    private @Nullable Mapped plain(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return canonical.plain(bytes, new RecordJson(), PLACE, new RawForm.Row("a.ndjson", 1, bytes));
    }

    private @Nullable Mapped close(String line, RawForm raw) {
        return close(line, raw, new ArrayList<>());
    }

    private @Nullable Mapped close(String line, RawForm raw, List<SourceProblem> rejected) {
        List<Mapped> taken = new ArrayList<>();
        canonical.read(line, PLACE, raw, new SourceHandler() {
            @Override
            public void ledger(List<LedgerEntry> entries) {}

            @Override
            public void record(Mapped mapped) {
                taken.add(mapped);
            }

            @Override
            public void rejected(SourceProblem problem, RawForm form) {
                rejected.add(problem);
            }

            @Override
            public void problem(SourceProblem problem) {
                throw new AssertionError(problem);
            }
        });
        return taken.isEmpty() ? null : taken.get(0);
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> text = Arbitraries.of(
                "\"通知\"",
                "\"\"",
                "null",
                "\"a\\\"b\\u0001\\n中\"",
                "\"" + "长文".repeat(60) + "\"",
                "\"😀" + "x".repeat(99) + "\"");
        Arbitrary<String> list = text.filter(each -> !each.equals("null"))
                .list()
                .ofMaxSize(3)
                .map(each -> "[" + String.join(",", each) + "]");
        Arbitrary<String> part = Combinators.combine(text, text)
                .as((one, two) -> "{\"text\":" + one + (two.equals("\"\"") ? "" : ",\"html\":" + two) + "}");
        Arbitrary<String> attachments = text.filter(each -> each.startsWith("\"通") || each.startsWith("\"长"))
                .list()
                .ofMaxSize(2)
                .map(each -> "["
                        + String.join(
                                ",",
                                each.stream()
                                        .map(name -> "{\"name\":" + name + ",\"size\":12}")
                                        .toList())
                        + "]");
        Arbitrary<String> odd = Arbitraries.of(
                "",
                ",\"extra\":{\"a\":[1.50,true]}",
                ",\"body\":[]",
                ",\"site\":{\"name\":\"甲\",\"colour\":\"红\"}",
                "}");
        return Combinators.combine(text, list, part, attachments, odd)
                .as((title, keywords, body, attached, more) -> "{\"kind\":\"document\",\"title\":" + title
                        + ",\"writtenOn\":\"2023-07-21\",\"keywords\":"
                        + keywords
                        + (more.startsWith(",\"body") ? "" : ",\"body\":" + body)
                        + ",\"attachments\":"
                        + attached
                        + more
                        + "}");
    }
}
