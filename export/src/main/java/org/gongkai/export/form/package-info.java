/** Workbooks in which people enter records of a kind by hand; start with {@link org.gongkai.export.form.EntryForm}. */
package org.gongkai.export.form;
