/** Writers of reports: a page, a worklist, and the formats that build servers read. */
package org.gongkai.export.report;
