/** Tables for the public as CSV and HTML. Not exported. */
package org.gongkai.export.table;
