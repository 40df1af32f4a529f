/**
 * What the running text of a document says of itself, in the layout of GB/T 9704: head, end, names, numbers and dates,
 * wherever the text came from. Not exported; a new turn of phrase in documents is read here, and nowhere else.
 */
package org.gongkai.ingest.text;
