package org.gongkai.testkit;

import static org.gongkai.testkit.DisclosureAssertions.assertThatJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.export.CanonicalJson;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.junit.jupiter.api.Test;

class ValidRecordTest {

    private static final DisclosureValidator VALIDATOR = DisclosureValidator.of(
            Profile.named("shandong-library"),
            Clock.fixed(ValidRecords.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));

    @Property(tries = 300)
    void aValidRecordBreaksNoRule(@ForAll @ValidRecord DisclosureRecord record) {
        assertEquals(List.of(), VALIDATOR.judge(record).findings());
    }

    @Property(tries = 100)
    void whatIsWrittenReadsBack(@ForAll @ValidRecord(changes = 8) OfficialDocument document)
            throws JsonProcessingException {
        assertThatJson(json(document)).readsBackAs(document);
    }

    @Test
    void everyKindHasValidRecordsThatDiffer() {
        for (RecordKind<?> kind : RecordKind.all()) {
            Set<DisclosureRecord> records = new HashSet<>();
            ValidRecords.of(kind.type()).sampleStream().limit(50).forEach(records::add);
            assertTrue(records.size() > 10, kind + ": " + records.size());
        }
    }

    @Test
    void aRecordThatIsNotReadBackFails() throws JsonProcessingException {
        OfficialDocument one = ValidRecords.of(OfficialDocument.class, 0).sample();
        String other = json(RecordKind.of(OfficialDocument.class).with(one, "title", "关于另一件事的通知"));
        assertThrows(AssertionError.class, () -> assertThatJson(other).readsBackAs(one));
        assertThrows(AssertionError.class, () -> assertThatJson("{").readsBackAs(one));
    }

    /** What a form of one's own would answer. */
    @BreachTest
    void theValidatorNoticesEachBreachWhereItIs(BrokenRecord each) {
        assertEquals(ValidRecords.TODAY, each.today());
        List<Finding> found = VALIDATOR.judge(each.broken()).findings();
        assertTrue(
                found.stream()
                        .anyMatch(one -> one.rule().equals(each.rule().code())
                                && one.pointer().equals(each.pointer())),
                each + ": " + found);
        assertEquals(List.of(), VALIDATOR.judge(each.good()).findings());
    }

    private static String json(DisclosureRecord record) throws JsonProcessingException {
        return new String(new CanonicalJson().line(record), StandardCharsets.UTF_8);
    }
}
