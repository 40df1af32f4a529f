/**
 * Tables whose rows are records: CSV, .xlsx and .xls, row by row. Not exported; what all kinds of table share stands
 * in {@code org.gongkai.ingest.table}.
 */
package org.gongkai.ingest.sheet;
