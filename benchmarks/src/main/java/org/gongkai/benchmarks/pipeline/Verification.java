package org.gongkai.benchmarks.pipeline;

import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.conversion.Conversion;
import org.gongkai.export.check.PackageVerification;
import org.gongkai.validation.profile.Profile;

/**
 * Verifying a package: each digest of its bag, and besides what the bag cannot say (lines against their schemas, counts against
 * the lines, the report against the findings), beside bagit-java, which looks at the digests alone.
 *
 * <pre>{@code
 * java -Djava.io.tmpdir=/dev/shm -Xmx1g -cp benchmarks/target/benchmarks.jar org.gongkai.benchmarks.pipeline.Verification 8000 3
 * }</pre>
 */
public final class Verification {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);

    private Verification() {}

    /**
     * Measures and prints a table.
     *
     * @param arguments how many documents the package holds, and how many rounds
     * @throws Exception when anything fails, and when one of the two finds a fault
     */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("gongkai-verification");
        try {
            Path source = folder.resolve("corpus.ndjson");
            Corpus.REAL_LIKE.write(count, source);
            Path target = folder.resolve("package");
            Conversion.of(Profile.named("shandong-library"), CLOCK).into(target).run(List.of(source));
            Map<String, Measurement.Work> works = new LinkedHashMap<>();
            works.put("verify: bagit-java", () -> bagit(target));
            works.put("verify: gongkai", () -> gongkai(target));
            Measurement measurement = new Measurement("verify: bagit-java", count, () -> {});
            measurement.print("documents", measurement.of(works, Integer.parseInt(arguments[1])));
        } finally {
            Pipeline.delete(folder);
        }
    }

    private static void bagit(Path target) throws Exception {
        Bag bag = new BagReader().read(target);
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isValid(bag, false);
        }
    }

    private static void gongkai(Path target) throws Exception {
        PackageVerification verification = PackageVerification.of(target);
        if (!verification.good()) {
            throw new IllegalStateException(verification.differences().toString());
        }
    }
}
