/** The commands {@code requests status}, the register on a day, and {@code annual-report}, the form filled from it. */
@org.jspecify.annotations.NullMarked
package org.gongkai.cli.request;
