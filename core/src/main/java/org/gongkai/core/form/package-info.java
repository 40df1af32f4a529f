/**
 * The workbooks in which people enter records of a kind by hand (填报表): which sheets and columns a kind has, and what a cell says.
 * One description serves whoever writes such a form and whoever reads it back.
 */
package org.gongkai.core.form;
