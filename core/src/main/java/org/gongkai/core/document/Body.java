package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A document's body (正文), as plain text and as HTML. Either may be absent; a body without both is no body.
 *
 * @param text the plain text, paragraphs separated by line feeds, or null
 * @param html the HTML fragment, or null. It may come from anywhere: clean it before you show it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Body(@Nullable String text, @Nullable String html) {}
