/**
 * Registers that say which documents there shall be, and files that explain gaps. A new form of register is a matter of
 * its labels, in {@code register-labels.csv}.
 */
package org.gongkai.ingest.inventory;
