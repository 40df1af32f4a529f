/** Where a record came from, and what became of each field of the source. */
package org.gongkai.core.source;
