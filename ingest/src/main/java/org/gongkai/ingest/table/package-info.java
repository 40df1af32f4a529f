/**
 * Tables as pages and files hold them, merged cells spread out, and the engine that reads tables of every kind.
 *
 * <p>{@code TableLayout} finds the header and what each column holds, classes the rows and carries merged cells down; what
 * it must know of a kind it asks {@code TableWords}. Which words and units tell the role of a column stands in
 * {@code roles.csv}, which words begin a row that is no record in {@code rows.csv}.
 */
package org.gongkai.ingest.table;
