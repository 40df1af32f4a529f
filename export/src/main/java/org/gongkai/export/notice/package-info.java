/**
 * The notices that a district must put out, written from records: by forms that are data, as a page, as text or as a document of a
 * word processor.
 *
 * <p>Start with {@link org.gongkai.export.notice.NoticeForm}. A form is a text file of lines with slots; {@code FormReader} reads and
 * checks it, {@code FormPart} is a piece of one of its lines, {@code Saying} fills it in for a record and keeps which fields it said.
 */
package org.gongkai.export.notice;
