/** The commands {@code workday} and {@code deadline}. */
@org.jspecify.annotations.NullMarked
package org.gongkai.cli.calendar;
