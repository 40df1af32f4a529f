package org.gongkai.core.constraint;

/**
 * The group of constraints that advise and do not forbid. {@code @Valid} alone, as in a controller, leaves them out;
 * the library's own validator runs them and reports warnings.
 */
public interface Advice {}
