/**
 * What somebody says that there should be: an inventory is any list that hands out documents, and an explanation is a word
 * for why one of them is not published. What is held against them stands in the audits.
 */
package org.gongkai.core.inventory;
