/**
 * How readers of further forms of workbooks are added, and what they give. {@link
 * org.gongkai.ingest.workbook.WorkbookReader} is implemented outside of this library; everybody else has no use for it.
 */
package org.gongkai.ingest.workbook;
