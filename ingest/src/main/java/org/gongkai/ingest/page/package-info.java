/**
 * One web page: its title, labels, body, links and what acts in it. Not exported; a new layout of pages is read here,
 * and nowhere else.
 */
package org.gongkai.ingest.page;
