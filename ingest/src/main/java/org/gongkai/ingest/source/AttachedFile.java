package org.gongkai.ingest.source;

import java.nio.file.Path;
import java.util.Objects;
import org.gongkai.core.document.Attachment;

/**
 * A file that a document attaches, or a page that holds a part of its text, and that was found in the source folder.
 *
 * @param name the file's name, as {@link SourceFile#name()} has it
 * @param path where it is
 * @param attachment the attachment of the record; its digest is null when the file is larger than
 *     {@link Limits#maxAttachmentBytes()}, and for a page whose text is in the record
 * @param identities whether identity numbers were found in it, so that it is not to leave unless the receiver's profile says so
 */
public record AttachedFile(String name, Path path, Attachment attachment, boolean identities) {

    /**
     * Creates an attached file.
     *
     * @throws NullPointerException when an argument is null
     */
    public AttachedFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(attachment, "attachment");
    }

    /**
     * A file in which no identity number was found.
     *
     * @param name the file's name
     * @param path where it is
     * @param attachment the attachment of the record
     */
    public AttachedFile(String name, Path path, Attachment attachment) {
        this(name, path, attachment, false);
    }

    /**
     * This file, in which identity numbers were found.
     *
     * @return a new value
     */
    public AttachedFile withIdentities() {
        return new AttachedFile(name, path, attachment, true);
    }
}
