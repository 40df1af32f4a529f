/**
 * Files of office programs on their way into the house: opened by what they hold, read by the reader of their form, and laid out as
 * a page, so that tables and running text are read as those of any page are.
 */
package org.gongkai.ingest.paper;
