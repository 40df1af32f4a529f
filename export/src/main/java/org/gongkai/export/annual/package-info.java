/** The annual report in the layout of its form: page and workbook, with merged heads, totals computed. */
package org.gongkai.export.annual;
