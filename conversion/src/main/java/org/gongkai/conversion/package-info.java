/**
 * What a run is: sources or records in, every audit over them, a report and a package out. {@link
 * org.gongkai.conversion.Conversion} says what to do, {@code Run} does it in order, {@code Feed} is what it reads,
 * {@code Pass} judges and {@code Sink} is where the results go; threads, journal and listeners change no byte of them.
 */
@org.jspecify.annotations.NullMarked
package org.gongkai.conversion;
