/** What is written as CSV, HTML, XML or a workbook by more than one room: tables for the public, cells, pages. Not exported. */
package org.gongkai.export.table;
