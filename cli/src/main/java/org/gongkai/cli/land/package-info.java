/** The command {@code land status}: how far each requisition has come. */
@org.jspecify.annotations.NullMarked
package org.gongkai.cli.land;
