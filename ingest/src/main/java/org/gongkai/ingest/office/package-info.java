/**
 * Files that office programs lay out for paper, such as .docx and .pdf, and what a reader of one of their forms gives: paragraphs
 * and tables in their order.
 */
package org.gongkai.ingest.office;
