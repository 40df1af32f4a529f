package org.gongkai.core.interpretation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * Who spoke to the press (发布人).
 *
 * @param name the name, or null
 * @param post the post (职务), or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"name", "post"})
public record PressSpeaker(@Nullable String name, @Nullable String post) {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public PressSpeaker {
        name = Blank.toNull(name);
        post = Blank.toNull(post);
    }
}
