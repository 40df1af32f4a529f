package org.gongkai.ingest.attachment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.source.AttachedFile;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that rows and objects attach, on the way of their records to the handler, and says of every record
 * how many of its attachments are but links to other computers.
 */
public final class AttachingHandler implements SourceHandler {

    private static final String LABEL = "[附件]";

    private final SourceHandler handler;
    private final Function<Attachment, AttachmentFolder.@Nullable Found> finder;

    private AttachingHandler(SourceHandler handler, Function<Attachment, AttachmentFolder.@Nullable Found> finder) {
        this.handler = handler;
        this.finder = finder;
    }

    /** For a source with a folder around it. */
    public static SourceHandler in(AttachmentFolder folder, SourceHandler handler) {
        return new AttachingHandler(handler, folder::named);
    }

    /** For a source whose files are found already. */
    public static SourceHandler done(SourceHandler handler) {
        return new AttachingHandler(handler, each -> null);
    }

    /** For a source that has no folder. */
    public static SourceHandler nowhere(SourceHandler handler) {
        return new AttachingHandler(handler, AttachmentFolder::nowhere);
    }

    @Override
    public void record(Mapped mapped) {
        handler.record(
                mapped.record().attachments().isEmpty() ? mapped : attached(mapped, RecordKind.of(mapped.record())));
    }

    private <R extends DisclosureRecord> Mapped attached(Mapped mapped, RecordKind<R> kind) {
        R record = kind.type().cast(mapped.record());
        List<Attachment> attachments = new ArrayList<>();
        List<AttachedFile> files = new ArrayList<>(mapped.attachedFiles());
        List<SourceProblem> problems = new ArrayList<>(mapped.problems());
        List<String> remote = new ArrayList<>();
        for (Attachment each : record.attachments()) {
            AttachmentFolder.Found found = finder.apply(each);
            attachments.add(found == null ? each : found.attachment());
            if (found != null && found.file() != null) {
                files.add(found.file());
            }
            if (found != null && found.problem() != null) {
                problems.add(new SourceProblem(
                        found.problem(), mapped.origin().at(LABEL, null), found.value(), found.expected()));
            }
            if (each.url() != null && AttachmentFolder.remote(each.url())) {
                remote.add(each.url());
            }
        }
        if (!remote.isEmpty()) {
            problems.add(new SourceProblem(
                    "source.attachment.remote",
                    mapped.origin().at(LABEL, null),
                    remote.get(0),
                    Integer.toString(remote.size())));
        }
        return new Mapped(
                attachments.equals(record.attachments()) ? record : kind.with(record, "attachments", attachments),
                mapped.ledger(),
                problems,
                mapped.origin(),
                mapped.raw(),
                files,
                mapped.notAsked());
    }

    @Override
    public void ledger(List<LedgerEntry> entries) {
        handler.ledger(entries);
    }

    @Override
    public void rejected(SourceProblem problem, RawForm raw) {
        handler.rejected(problem, raw);
    }

    @Override
    public void problem(SourceProblem problem) {
        handler.problem(problem);
    }
}
