/** The commands that read sources: {@code convert} and {@code validate}, their options and what they print. */
@org.jspecify.annotations.NullMarked
package org.gongkai.cli.run;
