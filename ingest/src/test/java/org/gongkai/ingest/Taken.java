package org.gongkai.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;

/** What a reader handed over, kept for a test to look at. */
public final class Taken implements SourceHandler {

    public final List<Mapped> records = new ArrayList<>();
    public final List<LedgerEntry> nobodys = new ArrayList<>();
    public final List<SourceProblem> rejections = new ArrayList<>();
    public final List<RawForm> rejected = new ArrayList<>();
    public final List<SourceProblem> problems = new ArrayList<>();

    public static Taken from(LegacyReader reader, Path path) {
        Taken taken = new Taken();
        for (SourceFile file : reader.find(List.of(path), taken.problems::add)) {
            reader.read(file, taken);
        }
        return taken;
    }

    public static Taken from(Path path) {
        return from(LegacyReader.standard(), path);
    }

    /** Reads a text as a file of that name. */
    public static Taken from(Path folder, String name, String text) {
        return from(folder, name, text, StandardCharsets.UTF_8);
    }

    public static Taken from(Path folder, String name, String text, Charset charset) {
        return from(write(folder, name, text.getBytes(charset)));
    }

    public static Path write(Path folder, String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a page of the test resources. */
    static Taken resource(Path folder, String name) {
        try (var stream = Taken.class.getResourceAsStream(name)) {
            return from(write(folder, name, stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Mapped only() {
        if (records.size() != 1) {
            throw new AssertionError("expected one record, got " + records.size() + ", rejected " + rejections);
        }
        return records.get(0);
    }

    public OfficialDocument document(int index) {
        return (OfficialDocument) records.get(index).record();
    }

    public OfficialDocument document() {
        return (OfficialDocument) only().record();
    }

    public LedgerEntry field(String label) {
        return only().ledger().stream()
                .filter(each -> label.equals(each.location().label()) && each.fate() != FieldFate.DEFAULTED)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + label + " in " + only().ledger()));
    }

    public List<String> rules() {
        List<String> rules = new ArrayList<>();
        records.forEach(each -> each.problems().forEach(problem -> rules.add(problem.rule())));
        rejections.forEach(each -> rules.add(each.rule()));
        problems.forEach(each -> rules.add(each.rule()));
        return rules;
    }

    @Override
    public void record(Mapped mapped) {
        records.add(mapped);
    }

    @Override
    public void ledger(List<LedgerEntry> entries) {
        nobodys.addAll(entries);
    }

    @Override
    public void rejected(SourceProblem problem, RawForm raw) {
        rejections.add(problem);
        rejected.add(raw);
    }

    @Override
    public void problem(SourceProblem problem) {
        problems.add(problem);
    }
}
