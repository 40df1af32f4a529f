/** An example: a catalogue of major decisions, from files to a public page. */
package org.gongkai.examples.decisions;
