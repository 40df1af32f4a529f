/** Rows of a database, by JDBC. Not exported; what the query is stands in the mapping file. */
package org.gongkai.ingest.database;
