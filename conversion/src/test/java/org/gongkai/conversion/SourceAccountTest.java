package org.gongkai.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.PackageSource;
import org.gongkai.ingest.source.AttachedFile;
import org.gongkai.validation.report.FileFates;
import org.junit.jupiter.api.Test;

class SourceAccountTest {

    private static final Path LIST = Path.of("list.csv");

    private final SourceAccount account = new SourceAccount();

    private static AttachedFile list() {
        return new AttachedFile("list.csv", LIST, new Attachment("名单.csv", null, 1L, null, null));
    }

    private static List<String> rules(SourceAccount.Closed closed) {
        return closed.problems().stream().map(SourceProblem::rule).toList();
    }

    @Test
    void aFileThatWasOpenedAndOfWhichNothingIsKnownKeepsTheAccountOpen() {
        account.found("list.csv", LIST);
        account.opened(LIST);
        SourceAccount.Closed closed = account.close(Set.of());
        assertEquals(new FileFates(1, 0, 0, 0, 0, 0), closed.fates());
        assertEquals(1, closed.fates().unaccounted());
        assertEquals(List.of("source.file.unaccounted"), rules(closed));
        assertEquals(List.of(), closed.files());
    }

    @Test
    void aFileThatWasFoundAndNeverOpenedKeepsTheAccountOpen() {
        account.found("list.csv", LIST);
        assertEquals(List.of("source.file.unaccounted"), rules(account.close(Set.of())));
    }

    @Test
    void aFileThatIsFoundTwiceCountsOnce() {
        account.found("list.csv", LIST);
        account.found("folder/list.csv", LIST.toAbsolutePath());
        account.opened(LIST);
        account.told(LIST);
        assertEquals(new FileFates(1, 1, 0, 0, 0, 0), account.close(Set.of()).fates());
    }

    @Test
    void aFileOfAKindThatIsNotReadIsAttachedOnceAPageAttachesIt() {
        account.unopened(new SourceProblem("source.file.unsupported", Location.of("list.csv"), null, null));
        account.attached(list(), "a.html");
        assertEquals(
                List.of(PackageSource.ofFile("list.csv", PackageSource.Fate.ATTACHED, "a.html", null)),
                account.close(Set.of()).files());
    }

    @Test
    void aPublicRecordThatAttachesAFileCountsBeforeOneWithheldOrSetAside() {
        Path page = Path.of("w.html");
        account.found("w.html", page);
        account.opened(page);
        account.gave(page, true, true);
        account.attached(list(), "b.html");
        account.attached(list(), "w.html");
        assertEquals(
                new FileFates(2, 0, 0, 2, 0, 0), account.close(Set.of("b.html")).fates());
        account.attached(list(), "a.html");
        SourceAccount.Closed closed = account.close(Set.of("b.html"));
        assertEquals(new FileFates(2, 0, 1, 1, 0, 0), closed.fates());
        assertEquals(List.of(), closed.problems());
    }
}
