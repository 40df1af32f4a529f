/** The command {@code obligations}: what each body had to do in a year, and what it did. */
@org.jspecify.annotations.NullMarked
package org.gongkai.cli.obligation;
