package org.gongkai.ingest.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.Taken;
import org.gongkai.ingest.source.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinderTest {

    @TempDir
    private Path folder;

    private final List<SourceProblem> problems = new ArrayList<>();

    @BeforeEach
    void files() {
        for (String name : List.of("b/2.HTML", "b/1.csv", "a.htm", "c/z/3.shtml")) {
            Taken.write(folder, name, new byte[] {'x'});
        }
    }

    @Test
    void pagesAreFoundInTheOrderOfTheirNamesAndThenTables() {
        assertEquals(List.of("a.htm", "b/2.HTML", "c/z/3.shtml", "b/1.csv"), names(folder));
    }

    @Test
    void aFileIsNamedByItselfWhenItWasAskedFor() {
        assertEquals(List.of("2.HTML"), names(folder.resolve("b/2.HTML")));
    }

    @Test
    void ofSeveralFoldersEachNameTellsItsFolder() {
        Taken.write(folder, "c/b/4.html", new byte[] {'x'});

        assertEquals(List.of("b/2.HTML", "b~2/4.html", "b/1.csv"), names(folder.resolve("b"), folder.resolve("c/b")));
    }

    private List<String> names(Path... paths) {
        List<String> names = LegacyReader.standard().find(List.of(paths), problems::add).stream()
                .map(SourceFile::name)
                .toList();
        assertEquals(List.of(), problems);
        return names;
    }
}
