/** What everything that can be disclosed has in common: kinds of record, codes, and readings of text. */
package org.gongkai.core;
