/**
 * What goes into a reading and what comes out of it: files, limits, mapped records with their ledger, rejected forms. Change a
 * type here only together with the readers, for each of them hands its results on in these types.
 */
package org.gongkai.ingest.source;
