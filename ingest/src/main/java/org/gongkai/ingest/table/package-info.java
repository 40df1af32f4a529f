/** Tables as pages and files hold them, merged cells spread out. Not exported. */
package org.gongkai.ingest.table;
