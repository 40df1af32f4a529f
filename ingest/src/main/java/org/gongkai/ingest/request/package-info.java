/** Registers of applications for information: the cells that may leave become records, the others are named and not shown. */
package org.gongkai.ingest.request;
