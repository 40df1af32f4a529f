/**
 * Tables as pages and files hold them, merged cells spread out, and what readers of every kind of table have in common.
 */
package org.gongkai.ingest.table;
