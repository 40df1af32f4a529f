/**
 * Files before anything is known of their contents: which there are, their type, charset and lines. Not exported; it
 * knows nothing of records.
 */
package org.gongkai.ingest.file;
