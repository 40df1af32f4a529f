/** Working days by the official calendar, and the time limits (期限) that disclosure law counts in them. */
package org.gongkai.core.calendar;
