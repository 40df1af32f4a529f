/** Tables that stay small over a million records; for the other modules of this library. */
@org.jspecify.annotations.NullMarked
package org.gongkai.core.index;
