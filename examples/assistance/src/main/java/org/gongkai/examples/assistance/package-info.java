/** An example: what is paid in Laoshan, since when, and what is missing. */
package org.gongkai.examples.assistance;
