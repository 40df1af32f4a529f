package org.gongkai.ingest.table;

/**
 * A label that a kind of tables knows.
 *
 * @param label the label as data files write it
 * @param meaning what it means, as mapping files write it
 * @param role the part that such a column plays
 */
public record TableLabel(String label, String meaning, ColumnRole role) {}
