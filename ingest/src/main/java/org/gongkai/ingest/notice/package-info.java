/** The running text of notices, from whatever source, and what was read from it with the words of each value. */
package org.gongkai.ingest.notice;
