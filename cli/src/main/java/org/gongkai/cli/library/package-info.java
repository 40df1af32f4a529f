/** The commands about packages that are there: {@code apply}, {@code diff}, {@code verify}, {@code report}. */
@org.jspecify.annotations.NullMarked
package org.gongkai.cli.library;
