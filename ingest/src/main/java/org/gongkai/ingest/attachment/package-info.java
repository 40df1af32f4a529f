/**
 * Files that records attach, found beside their source and nowhere else. Not exported; every path from a source is
 * checked here before it is opened.
 */
package org.gongkai.ingest.attachment;
