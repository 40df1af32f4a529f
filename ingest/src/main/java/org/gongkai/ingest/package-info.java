/** Legacy sources to canonical records: files, pages, tables, and the ledger of their fields. */
package org.gongkai.ingest;
