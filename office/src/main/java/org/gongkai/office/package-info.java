/** Readers of the forms of office programs that take a library to read, one class each: .xls, .doc, .pdf. */
package org.gongkai.office;
