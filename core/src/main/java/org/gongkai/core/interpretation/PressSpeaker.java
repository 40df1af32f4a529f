package org.gongkai.core.interpretation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Creates one; blank texts become null, and a name with its post before or behind it is parted where no post is given. */
    public PressSpeaker {
        name = Blank.toNull(name);
        post = Blank.toNull(post);
        PostAndName both = post == null ? PostAndName.of(name) : null;
        name = both == null ? name : both.name();
        post = both == null ? post : both.post();
    }

    /** Post and name, as far as they are there. */
    @Override
    public String toString() {
        return Stream.of(post, name).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
