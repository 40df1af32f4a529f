/** Tables whose rows are records of any kind: what a column means is data, and how its cells are read follows from the type of its field. */
@org.jspecify.annotations.NullMarked
package org.gongkai.ingest.listing;
