/**
 * Annual reports on disclosure: their tables by labels, wherever those stand, and their sections by headings.
 *
 * <p>The tables are not read through {@link org.gongkai.ingest.table.TableLayout}, which finds one header and makes a record of each row
 * below it. A report is the other way round: its form is known beforehand to the last row, a figure stands where the label of a row
 * and that of a column meet, the third table has a pair of header and figures for each kind of dispute, forms are broken over pages,
 * and all tables of a source make one record. Roles of columns, units and carried cells have nothing to do there. What is the same is
 * shared: the grid with its merged cells, and the account of its cells.
 */
package org.gongkai.ingest.annual;
