package org.gongkai.benchmarks.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.CanonicalJson;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.profile.Profile;

/**
 * Prints for each source how many records, ledger entries and problems came of it, and a digest of all that was said: the records, what
 * the ledger tells of each field, problems, what was kept of rejected rows, and the findings. Two versions of the library are held
 * against each other by it: what is faster must say the same.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar org.gongkai.benchmarks.pipeline.Equality examples ingest/src/test/resources > after.txt
 * }</pre>
 */
public final class Equality {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);

    private Equality() {}

    /**
     * Reads and prints.
     *
     * @param arguments files and folders
     * @throws NoSuchAlgorithmException never: every Java has SHA-256
     */
    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        LegacyReader reader = LegacyReader.standard().withHiddenSheets();
        List<Path> paths = Arrays.stream(arguments).map(Path::of).toList();
        for (SourceFile each : reader.find(paths, problem -> System.out.println(problem))) {
            Said said = new Said();
            reader.read(each, said);
            System.out.println(each.path() + " " + said);
        }
    }

    private static final class Said implements SourceHandler {

        private final JsonMapper mapper = CanonicalJson.mapper();
        private final DisclosureValidator validator = DisclosureValidator.of(Profile.named("shandong-library"), CLOCK);
        private final MessageDigest digest = MessageDigest.getInstance("SHA-256");
        private int records;
        private int entries;
        private int problems;

        Said() throws NoSuchAlgorithmException {}

        @Override
        public void record(Mapped mapped) {
            records++;
            add("record", mapped.record());
            add("origin", mapped.origin());
            ledger(mapped.ledger());
            mapped.problems().forEach(this::problem);
            add("raw", mapped.raw().toString());
            add("attached", mapped.attachedFiles().toString());
            add("judged", validator.judge(mapped.record(), mapped::where).toString());
        }

        @Override
        public void ledger(List<LedgerEntry> told) {
            entries += told.size();
            told.forEach(each -> add("entry", each));
        }

        @Override
        public void rejected(SourceProblem problem, RawForm raw) {
            problem(problem);
            add("rejected", raw.toString());
        }

        @Override
        public void problem(SourceProblem problem) {
            problems++;
            add("problem", problem);
        }

        private void add(String what, Object said) {
            try {
                String line = what + ' ' + mapper.writeValueAsString(said) + '\n';
                if (Boolean.getBoolean("show")) {
                    System.out.print(line);
                }
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return records + " records, " + entries + " entries, " + problems + " problems, "
                    + HexFormat.of().formatHex(digest.digest());
        }
    }
}
