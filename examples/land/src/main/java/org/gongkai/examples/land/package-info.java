/** An example: a yearly plan of land requisition, its projects, and what each has still to disclose. */
package org.gongkai.examples.land;
