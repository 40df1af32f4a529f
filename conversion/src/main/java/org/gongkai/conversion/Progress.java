package org.gongkai.conversion;

/**
 * How far a run has come with its sources. Judging and writing go on a little behind.
 *
 * @param sources how many sources were read
 * @param allSources how many there are: files, and one for the database
 * @param bytes how many bytes the files that were read have
 * @param allBytes how many all files have; a database has none
 */
public record Progress(int sources, int allSources, long bytes, long allBytes) {}
