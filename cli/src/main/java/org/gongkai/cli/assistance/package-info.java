/** The command {@code assistance}: what a place pays on a day. */
@org.jspecify.annotations.NullMarked
package org.gongkai.cli.assistance;
