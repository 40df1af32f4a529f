/** The command about interpretations of policies. */
@org.jspecify.annotations.NullMarked
package org.gongkai.cli.interpretation;
