/** Annual reports on disclosure: their tables by labels, wherever those stand, and their sections by headings. */
package org.gongkai.ingest.annual;
