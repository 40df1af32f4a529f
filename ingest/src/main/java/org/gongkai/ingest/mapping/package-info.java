/**
 * What users say about their sources: labels, mapping files and guesses at them. The form of the files is public;
 * extend it, and do not change what a key means.
 */
package org.gongkai.ingest.mapping;
