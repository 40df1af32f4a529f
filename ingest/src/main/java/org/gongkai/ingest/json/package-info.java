/**
 * JSON and NDJSON: canonical records, and objects of other shapes. Not exported; the canonical form itself is defined
 * by the records in core.
 */
package org.gongkai.ingest.json;
