package org.gongkai.core.interpretation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * Who interprets (解读人): a person in office, of whom the post alone is enough.
 *
 * @param name the name, or null
 * @param post the post (职务), or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"name", "post"})
public record Interpreter(@Nullable String name, @Nullable String post) {

    /** Creates one; blank texts become null, and a name with its post before or behind it is parted where no post is given. */
    public Interpreter {
        name = Blank.toNull(name);
        post = Blank.toNull(post);
        PostAndName both = post == null ? PostAndName.of(name) : null;
        name = both == null ? name : both.name();
        post = both == null ? post : both.post();
    }
}
