/** Records judged for other programs, and other programs tried by the conformance suite. */
package org.gongkai.cli.conformance;
