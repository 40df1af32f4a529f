package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a document (附件).
 *
 * @param name the name shown to readers; required
 * @param mediaType the media type, such as {@code application/pdf}, or null
 * @param size the size in bytes, or null when not known
 * @param sha256 the SHA-256 digest in 64 lower-case hexadecimal digits, or null when not known
 * @param url where the file is, absolute or relative to the document's source, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attachment(
        @NotBlank(message = "{document.attachment.name.missing}") @Nullable
        String name,

        @Nullable String mediaType,

        @PositiveOrZero(message = "{document.attachment.size.negative}") @Nullable
        Long size,

        @Pattern(regexp = "[0-9a-f]{64}", message = "{document.attachment.sha256.malformed}") @Nullable
        String sha256,

        @Nullable String url) {}
