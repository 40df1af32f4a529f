/** The forms in which people enter records by hand, read back: the sheets say themselves which field each column holds. */
package org.gongkai.ingest.form;
