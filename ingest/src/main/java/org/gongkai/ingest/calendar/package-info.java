/**
 * Reads the yearly notice of days off (国务院办公厅关于部分节假日安排的通知) into the calendar.
 */
package org.gongkai.ingest.calendar;
