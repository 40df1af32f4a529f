/** The obligations of bodies in a year as a page, a workbook and JSON. */
@org.jspecify.annotations.NullMarked
package org.gongkai.export.obligation;
