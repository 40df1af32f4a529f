/**
 * What there should be against what is there: inventories, explained gaps, series of numbers. An inventory is any list
 * that hands out entries.
 */
package org.gongkai.validation.coverage;
