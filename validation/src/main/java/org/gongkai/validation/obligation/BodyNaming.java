package org.gongkai.validation.obligation;

import org.jspecify.annotations.Nullable;

/**
 * How records name a body of the register.
 *
 * @param written the name as the records have it, or null where they have a code alone
 * @param body the body
 * @param way how it was found
 * @param records how many records name it so
 */
public record BodyNaming(@Nullable String written, RegisteredBody body, BodyRegister.Way way, int records) {}
