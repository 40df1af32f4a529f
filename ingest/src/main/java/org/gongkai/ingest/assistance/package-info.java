/** Tables of assistance standards, as districts publish them, to lines with an account of every cell. */
package org.gongkai.ingest.assistance;
