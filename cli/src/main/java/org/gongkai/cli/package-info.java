/** The {@code gongkai} command. */
@org.jspecify.annotations.NullMarked
package org.gongkai.cli;
